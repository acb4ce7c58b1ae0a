"""A poll is closed early or called off, with a reason, once; votes that race it count or not."""

import asyncio
from datetime import timedelta

import pytest

from bot.domain.events.audiences import COUNCIL
from bot.domain.events.doors import Way
from bot.domain.events.plans import EventPlan
from bot.domain.people.members import MemberId
from bot.domain.polls.plans import Mode
from bot.domain.polls.polls import Closing, PollId, PollState
from bot.domain.polls.refusals import PollIsCancelled, PollIsClosed
from bot.domain.polls.voters import VoterId
from handlers.polls.callbacks.poll_boards import CancelPollButton, ClosePollButton, PollBoardButton
from sandbox.people import Person
from storage.stores import Stores
from tests.alliance import Alliance
from tests.handlers.events.forms.steps import wizards
from tests.handlers.polls.forms.balloting import MARIA, opened, stored, votes
from tests.keyboards import callbacks, labels


async def looks_at(maria: Person, poll: PollId) -> None:
    """Show the chair a poll's board in place of the list."""
    await maria.forges(PollBoardButton(poll_id=poll).pack(), maria.chat()[1]["message_id"])
    await maria.sees("Ещё не проголосовали")


async def test_a_poll_is_closed_early_with_a_reason_and_a_second_yes(
    alliance: Alliance, maria: Person
) -> None:
    poll = await opened(alliance)
    await votes(alliance, poll, "for", 2, 3, 4)
    await looks_at(maria, poll)
    await maria.taps("Завершить сейчас")
    await maria.sees("Завершаем раньше срока: Смета")
    await maria.says("\u200e")
    await maria.sees("Напишите причину: её увидят все, кто голосует.")
    await maria.sends_photo()
    await maria.sees("Ждём причину")
    await maria.says("Все <уже> высказались")
    asked = (await maria.sees("Завершить голосование сейчас?"))["text"]
    assert "Проголосовали 3 из 5. Ещё 2 проголосовать уже не успеют." in asked
    assert "Причина: Все <уже> высказались" in asked
    assert (await stored(alliance, poll)).state is PollState.OPEN
    await maria.taps("Да, завершить")
    done = await maria.sees("Голосование завершено, голоса посчитаны")
    found = await stored(alliance, poll)
    assert (found.closing, found.reason) == (Closing.BY_HAND, "Все <уже> высказались")
    await maria.taps("К голосованию", message=done)
    board = await maria.sees("Решение принято")
    assert "(раньше срока: Все <уже> высказались)" in board["text"]


async def test_a_poll_is_called_off_and_who_has_a_ballot_hears_why(
    alliance: Alliance, maria: Person
) -> None:
    poll = await opened(alliance)
    await votes(alliance, poll, "for", 2)
    await looks_at(maria, poll)
    await maria.taps("Отменить")
    await maria.sees("Отменяем: Смета")
    await maria.says("Смета неполная")
    asked = (await maria.sees("Отменить голосование?"))["text"]
    assert "Один голос уже подан, его не посчитаем." in asked
    await maria.taps("Назад")
    await maria.sees("Отменяем: Смета")
    await maria.says("Смета неполная <совсем>")
    await maria.sees("Причина: Смета неполная <совсем>")
    await maria.taps("Да, отменить голосование")
    await maria.sees("Голосование отменено.")
    await alliance.sandbox.person(3).sees("Смета неполная <совсем>")
    assert (await stored(alliance, poll)).state is PollState.CANCELLED


async def test_at_a_meeting_the_chair_marks_who_is_present_and_the_silent_count(
    alliance: Alliance, maria: Person
) -> None:
    poll = await opened(alliance, mode=Mode.MEETING)
    await votes(alliance, poll, "for", 2, 3)
    await looks_at(maria, poll)
    await maria.taps("Завершить сейчас")
    asked = await maria.sees("Кто присутствует на заседании?")
    assert "Отмечено: 2 из 5" in asked["text"]
    assert sum(label.startswith("✓ ") for label in labels(asked)) == 2
    certain = next(label for label in labels(asked) if label.startswith("✓ "))
    await maria.taps(certain)
    told = await maria.sees("Снять отметку нельзя")
    silent = next(label for label in labels(told) if "✓" not in label)
    await maria.taps(silent)
    await maria.sees("Отмечено: 3 из 5")
    await maria.taps(f"✓ {silent}")
    await maria.sees("Отмечено: 2 из 5")
    await maria.taps("Отметить всех")
    await maria.sees("Отмечено: 5 из 5")
    await maria.taps("Готово")
    await maria.sees("Завершаем раньше срока: Смета")
    await maria.says("Все высказались")
    summed = (await maria.sees("Завершить голосование сейчас?"))["text"]
    assert "Присутствуют 5 из 5, не голосовали из них: 3." in summed
    await maria.taps("Да, завершить")
    done = await maria.sees("Голосование завершено, голоса посчитаны")
    await maria.taps("К голосованию", message=done)
    board = (await maria.sees("Решение не принято"))["text"]
    assert "Присутствовали, но не голосовали: 3" in board
    assert "Присутствовали: 5 из 5, не голосовали из них: 3" in board
    assert "«За»\u00a0— 2, нужно 3 из 5 (всех участвовавших)" in board


async def test_after_the_deadline_of_a_meeting_the_chair_is_asked_who_is_present(
    alliance: Alliance, maria: Person
) -> None:
    poll = await opened(alliance, mode=Mode.MEETING)
    await votes(alliance, poll, "for", 2, 3)
    await alliance.goes_on(timedelta(days=3))
    await maria.sees("Голосование на заседании закончилось. Отметьте, кто присутствует.")
    anna = alliance.sandbox.person(3)
    await anna.sees("Итоги появятся, как только председатель или секретарь отметит")
    await maria.taps("Отметить присутствующих")
    await maria.sees("Кто присутствует на заседании?")
    await maria.taps("Готово")
    summed = (await maria.sees("Подвести итоги?"))["text"]
    assert "Присутствуют 2 из 5." in summed
    await maria.taps("Назад")
    await maria.sees("Кто присутствует на заседании?")
    await maria.taps("Готово")
    await maria.taps("Да, подвести итоги")
    await maria.sees("Голосование завершено, голоса посчитаны")
    await anna.sees("Отсутствовали: 3")
    found = await stored(alliance, poll)
    assert (found.closing, found.closed_at) == (Closing.DEADLINE, found.closes_at)


async def test_the_list_can_be_searched_and_taken_as_it_was_checked_in_at_the_door(
    alliance: Alliance, maria: Person
) -> None:
    poll = await opened(alliance, mode=Mode.MEETING)
    now = alliance.clock.now()

    def write(tx: Stores) -> None:
        plan = EventPlan(
            title="Заседание",
            description="",
            starts_at=now,
            duration=timedelta(hours=2),
            place="Дом",
            audience=COUNCIL,
        )
        event = tx.events.add(plan, MARIA, now)
        for member in (4, 5):
            tx.doors.add_arrival(event, MemberId(member), now, Way.NAME, MARIA)

    await alliance.database.write(write)
    await looks_at(maria, poll)
    await maria.taps("Завершить сейчас")
    await maria.sees("Кто присутствует на заседании?")
    await maria.taps("Как отметили на входе: Заседание")
    await maria.sees("Отмечено: 2 из 5")
    await maria.says("никого такого")
    await maria.sees("никого не нашлось")
    await maria.taps("Показать весь список")
    await maria.taps("Готово")
    await maria.says("Пора")
    assert "Присутствуют 2 из 5" in (await maria.sees("Завершить голосование сейчас?"))["text"]


async def test_a_vote_by_correspondence_is_not_closed_before_the_announced_date(
    alliance: Alliance, maria: Person
) -> None:
    poll = await opened(alliance, mode=Mode.CORRESPONDENCE)
    await votes(alliance, poll, "for", 1, 2, 3, 4)
    await looks_at(maria, poll)
    assert "Завершить сейчас" not in labels(await maria.sees("Ещё не проголосовали"))
    number = maria.chat()[1]["message_id"]
    answer = await maria.forges(ClosePollButton(poll_id=poll).pack(), number)
    assert "Заочное голосование идёт до объявленного срока" in (answer.text or "")


async def test_a_vote_by_correspondence_is_closed_early_once_all_have_voted(
    alliance: Alliance, maria: Person
) -> None:
    poll = await opened(alliance, mode=Mode.CORRESPONDENCE, closes_when_all_voted=False)
    await votes(alliance, poll, "for", 1, 2, 3, 4, 5)
    number = maria.chat()[1]["message_id"]
    await maria.forges(PollBoardButton(poll_id=poll).pack(), number)
    await maria.sees("Проголосовали все, кто мог")
    await maria.taps("Завершить сейчас")
    await maria.sees("Завершаем раньше срока")
    await maria.says("Проголосовали все")
    await maria.sees("Завершить голосование сейчас?")
    await maria.taps("Да, завершить")
    await maria.sees("Голосование завершено")
    assert (await stored(alliance, poll)).closing is Closing.BY_HAND


async def test_thinking_again_changes_nothing(alliance: Alliance, maria: Person) -> None:
    poll = await opened(alliance)
    await looks_at(maria, poll)
    await maria.taps("Завершить сейчас")
    await maria.sees("Завершаем раньше срока")
    await maria.taps("Ничего не менять")
    await maria.sees("Хорошо, ничего не меняем")
    assert (await stored(alliance, poll)).state is PollState.OPEN


async def test_the_question_survives_a_restart(alliance: Alliance, maria: Person) -> None:
    poll = await opened(alliance)
    await looks_at(maria, poll)
    await maria.taps("Завершить сейчас")
    await maria.says("Пора")
    await maria.sees("Завершить голосование сейчас?")
    await alliance.restarts()
    await maria.taps("Да, завершить")
    await maria.sees("Голосование завершено")
    assert (await stored(alliance, poll)).reason == "Пора"


async def test_five_taps_and_two_people_close_a_poll_once(
    alliance: Alliance, maria: Person
) -> None:
    poll = await opened(alliance)
    await votes(alliance, poll, "for", 2, 3, 4)
    pyotr = alliance.sandbox.person(2)
    taps = []
    for person in (maria, pyotr):
        number = (await person.sees("Началось голосование"))["message_id"]
        await person.forges(ClosePollButton(poll_id=poll).pack(), number)
        await person.sees("Завершаем раньше срока")
        await person.says(f"Закрывает {person.id}")
        asked = await person.sees("Завершить голосование сейчас?")
        data = next(data for data in callbacks(asked) if ":submit:" in data)
        taps += [person.forges(data, asked["message_id"]) for _ in range(5)]
    await asyncio.gather(*taps)
    rows = await alliance.database.read(
        lambda tx: [entry.kind for entry in tx.entries.all()].count("closed")
    )
    assert rows == 1
    assert (await stored(alliance, poll)).reason in {"Закрывает 1", "Закрывает 2"}


@pytest.mark.parametrize("act", ["close", "cancel"])
async def test_a_vote_that_races_the_end_is_counted_or_refused(
    alliance: Alliance, maria: Person, act: str
) -> None:
    poll = await opened(alliance, closes_when_all_voted=False)
    number = maria.chat()[1]["message_id"]
    button = ClosePollButton if act == "close" else CancelPollButton
    await maria.forges(button(poll_id=poll).pack(), number)
    await maria.sees("Почему?")
    await maria.says("Пора")
    asked = await maria.sees("Причина: Пора")
    data = next(data for data in callbacks(asked) if ":submit:" in data)

    async def cast(member: int) -> bool:
        try:
            await alliance.services.ballots.cast(MemberId(member), poll, VoterId(member), "for")
        except (PollIsClosed, PollIsCancelled):
            return False
        return True

    racing = asyncio.gather(*(cast(member) for member in (1, 2, 3, 4, 5)))
    cast_in_time, _ = await asyncio.gather(racing, maria.forges(data, asked["message_id"]))
    found = await stored(alliance, poll)
    written = await alliance.database.read(lambda tx: tx.ballots.written(found))
    assert len(written) == sum(cast_in_time)
    assert found.state is (PollState.CLOSED if act == "close" else PollState.CANCELLED)
    if act == "close":
        declared = await alliance.database.read(lambda tx: tx.outcomes.declared(poll))
        assert declared is not None
        assert declared.result.ballots == sum(cast_in_time)


@pytest.mark.parametrize("button", [ClosePollButton, CancelPollButton])
async def test_what_is_over_is_ended_no_more(
    alliance: Alliance, maria: Person, button: type[ClosePollButton] | type[CancelPollButton]
) -> None:
    poll = await opened(alliance)
    number = maria.chat()[1]["message_id"]
    await maria.forges(button(poll_id=poll).pack(), number)
    await maria.says("Пора")
    await maria.sees("Причина: Пора")
    await alliance.goes_on(timedelta(days=4))
    answer = await maria.taps("Да,")
    assert "Голосование завершено" in (answer.text or "")
    answer = await maria.forges(button(poll_id=poll).pack(), number)
    assert "Голосование завершено" in (answer.text or "")
    answer = await maria.forges(button(poll_id=PollId(404)).pack(), number)
    assert "Такого голосования нет" in (answer.text or "")


async def test_a_scheduled_poll_is_called_off_and_not_closed(
    alliance: Alliance, maria: Person
) -> None:
    poll = await opened(alliance, opens_at=alliance.clock.now() + timedelta(hours=3))
    number = maria.chat()[1]["message_id"]
    answer = await maria.forges(ClosePollButton(poll_id=poll).pack(), number)
    assert "ещё не началось" in (answer.text or "")
    await maria.forges(CancelPollButton(poll_id=poll).pack(), number)
    await maria.says("Передумали")
    assert "Пока никто не проголосовал" in (await maria.sees("Отменить голосование?"))["text"]
    await maria.taps("Да, отменить голосование")
    await maria.sees("Голосование отменено.")
    assert (await stored(alliance, poll)).state is PollState.CANCELLED


@pytest.mark.parametrize("button", [ClosePollButton, CancelPollButton, PollBoardButton])
@pytest.mark.usefixtures("maria")
async def test_a_member_of_the_council_ends_nothing(
    alliance: Alliance,
    button: type[ClosePollButton] | type[CancelPollButton] | type[PollBoardButton],
) -> None:
    poll = await opened(alliance)
    anna = alliance.sandbox.person(3)
    ballot = await anna.sees("Началось голосование")
    answer = await anna.forges(button(poll_id=poll).pack(), ballot["message_id"])
    assert "председатель и секретарь" in (answer.text or "")
    assert wizards(anna.chat()) == []

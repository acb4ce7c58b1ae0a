"""A tie is settled by a second round or by a lot that people drew, once; never by the bot."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.people.members import MemberId, Role
from bot.domain.people.people import PersonDetails
from bot.domain.polls.plans import Body, Candidate, CandidateId, Mode, PollPlan, Secrecy
from bot.domain.polls.polls import PollId, PollState
from handlers.polls.callbacks.poll_boards import LotButton, PollBoardButton, RunOffButton
from sandbox.people import Person
from storage.stores import Stores
from tests.alliance import Alliance
from tests.crashes import BROKEN, dies_after
from tests.handlers.polls.forms.balloting import MARIA, polls, stored, votes
from tests.keyboards import labels


@pytest.fixture
async def tied(alliance: Alliance, maria: Person) -> PollId:  # noqa: ARG001  she presides
    """Hold an election of two in the council: one is elected, two are level for the other seat."""
    presets = await alliance.services.polls.presets(MARIA)
    preset = next(one for one in presets if one.name == "election")
    people = ("Анна", "Борис", "Вера")
    candidates = tuple(
        Candidate(CandidateId(n), name, member=MemberId(n + 2)) for n, name in enumerate(people, 1)
    )
    plan: PollPlan = preset.plan("Кто в правление?", alliance.clock.now(), candidates, 2)
    majority = replace(plan.rules.majority, share=plan.rules.quorum.share)
    plan = replace(
        plan,
        body=Body.COUNCIL,
        secrecy=Secrecy.NAMED,
        mode=Mode.CORRESPONDENCE,
        exclusive=False,
        elects_council=False,
        rules=replace(plan.rules, majority=majority, correspondence="Устав, п. 5.8"),
    )
    poll = await alliance.services.polls.open(MARIA, plan)
    for ballot, *voters in (("1,2", 1, 2), ("1,3", 3, 4), ("2,3", 5)):
        await votes(alliance, poll, str(ballot), *map(int, voters))
    await alliance.goes_on(timedelta(days=1))
    assert (await stored(alliance, poll)).state is PollState.CLOSED
    return poll


async def shows_tie(maria: Person, poll: PollId) -> None:
    """Show the chair the board of an election in which two are level for one seat."""
    await maria.forges(PollBoardButton(poll_id=poll).pack(), maria.chat()[1]["message_id"])
    board = await maria.sees("Нужно решить: назначить второй тур или записать жребий")
    assert "Назначить второй тур" in labels(board)
    assert "Записать жребий" in labels(board)


async def test_a_second_round_is_between_those_who_are_level(
    alliance: Alliance, maria: Person, tied: PollId
) -> None:
    await shows_tie(maria, tied)
    await maria.taps("Назначить второй тур")
    asked = (await maria.sees("Второй тур: Кто в правление?"))["text"]
    assert "Поровну голосов: Борис и Вера. На всех 1 место." in asked
    await maria.says("когда-нибудь")
    await maria.sees("Не получилось прочесть дату")
    await maria.says("вчера")
    await maria.sees("Это время уже прошло")
    await maria.says("послезавтра")
    await maria.sees("Во сколько?")
    await maria.says("10:00")
    sure = (await maria.sees("Назначить второй тур?"))["text"]
    assert "Избираем 1 человека." in sure
    assert "Бюллетени отправим сразу, их будет 5." in sure
    dies_after(alliance.services.ties, "run_off")
    assert BROKEN in ((await maria.taps("Да, назначить")).text or "")
    await alliance.restarts()
    await maria.taps("Да, назначить")
    await maria.sees("Второй тур назначен")
    first, second = await polls(alliance)
    assert [one.name for one in second.candidates] == ["Борис", "Вера"]
    assert (second.seats, second.run_off_of, second.rules) == (1, first.id, first.rules)
    await alliance.sandbox.person(3).sees("Началось голосование")
    number = maria.chat()[1]["message_id"]
    for button in (RunOffButton, LotButton):
        answer = await maria.forges(button(poll_id=tied).pack(), number)
        assert answer.show_alert


async def test_a_lot_is_written_down_as_people_drew_it(
    alliance: Alliance, maria: Person, tied: PollId
) -> None:
    await shows_tie(maria, tied)
    await maria.taps("Записать жребий")
    await maria.sees("Отметьте 1 человека.")
    await maria.taps("Борис")
    await maria.taps("Вера")
    await maria.sees(lambda m: {"✓ Борис", "✓ Вера"} <= set(labels(m)))
    answer = await maria.taps("Готово")
    assert answer.show_alert
    await maria.taps("Борис")
    await maria.taps("Готово")
    await maria.sees("По жребию: Вера")
    await maria.says("Тянула <секретарь> при всех")
    sure = (await maria.sees("Записать жребий?"))["text"]
    assert "Как тянули: Тянула <секретарь> при всех" in sure
    await maria.taps("Да, записать")
    await maria.sees("Жребий записан")
    lot = await alliance.database.read(lambda tx: tx.outcomes.lot(tied))
    assert lot is not None
    assert (set(lot.winners), lot.how) == ({3}, "Тянула <секретарь> при всех")
    await maria.taps("К голосованию")
    board = await maria.sees("тянули жребий")
    assert "Записать жребий" not in labels(board)
    await alliance.sandbox.person(3).sees("тянули жребий")


async def test_a_lot_is_written_down_once_and_the_second_tap_says_so(
    alliance: Alliance, maria: Person, tied: PollId
) -> None:
    await shows_tie(maria, tied)
    await maria.taps("Записать жребий")
    await maria.sees("Отметьте 1 человека.")
    await maria.taps("Вера")
    await maria.taps("Готово")
    await maria.sees("По жребию: Вера")
    await maria.says("Тянула секретарь")
    await maria.sees("Записать жребий?")
    dies_after(alliance.services.ties, "record_lot")
    assert BROKEN in ((await maria.taps("Да, записать")).text or "")

    again = await maria.taps("Да, записать")

    assert "жреби" in (again.text or "").lower()
    lot = await alliance.database.read(lambda tx: tx.outcomes.lot(tied))
    assert lot is not None
    assert lot.how == "Тянула секретарь"


async def test_the_number_of_ballots_that_is_shown_is_the_number_that_goes_out(
    alliance: Alliance, maria: Person, tied: PollId
) -> None:
    def change(tx: Stores) -> None:
        tx.members.update(MemberId(5), PersonDetails("Вера"))
        tx.members.add(PersonDetails("Новый", roles=frozenset({Role.COUNCIL})), None)

    await alliance.database.write(change)
    await shows_tie(maria, tied)
    await maria.taps("Назначить второй тур")
    await maria.says("послезавтра 10:00")
    sure = (await maria.sees("Назначить второй тур?"))["text"]
    assert "их будет 4. Голос есть у тех же, у кого он был в первом туре (их было 5)" in sure
    await maria.taps("Да, назначить")
    await maria.sees("Второй тур назначен")
    _, second = await polls(alliance)
    assert len(await alliance.database.read(lambda tx: tx.electorates.voters(second.id))) == 4


async def test_a_second_round_in_which_nobody_is_elected_is_said_to_leave_the_seat_empty(
    alliance: Alliance, maria: Person, tied: PollId
) -> None:
    until = alliance.clock.now() + timedelta(hours=5)
    second = await alliance.services.ties.run_off(MARIA, tied, until)
    number = maria.chat()[1]["message_id"]
    await maria.forges(PollBoardButton(poll_id=tied).pack(), number)
    await maria.sees("Голоса разделились поровну: Борис и Вера. Идёт второй тур.")
    await votes(alliance, second, "against_all", 1, 2, 3, 4, 5)
    await alliance.goes_on(timedelta(hours=6))

    words = "Во втором туре нужного числа голосов не набрал никто."
    board = await maria.sees(lambda m: m["message_id"] == number and words in m["text"])
    assert "Незанятых мест: 1." in board["text"]
    assert "Второй тур не занял все места" in board["text"]
    assert not {"Записать жребий", "Назначить второй тур"} & set(labels(board))
    await alliance.sandbox.person(3).sees("Не избран никто.")


async def test_what_is_no_tie_is_not_settled(alliance: Alliance, maria: Person) -> None:
    presets = await alliance.services.polls.presets(MARIA)
    motion = next(one for one in presets if one.name == "motion")
    poll = await alliance.services.polls.open(MARIA, motion.plan("Смета", alliance.clock.now()))
    await votes(alliance, poll, "for", 1, 2, 3, 4, 5)
    number = maria.chat()[1]["message_id"]
    for button in (RunOffButton, LotButton):
        answer = await maria.forges(button(poll_id=poll).pack(), number)
        assert answer.show_alert


@pytest.mark.parametrize("role", [Role.COUNCIL, Role.ORGANISER])
async def test_only_who_presides_settles_a_tie(
    alliance: Alliance, tied: PollId, role: Role
) -> None:
    ivan = await alliance.has(9, "Иван", role)
    await ivan.says("/polls")
    listed = await ivan.sees("олосовани")
    for button in (RunOffButton, LotButton):
        answer = await ivan.forges(button(poll_id=tied).pack(), listed["message_id"])
        assert "председатель и секретарь" in (answer.text or "")

"""A chair puts something to the vote: step by step, by mistakes, and out again."""

import asyncio
from datetime import timedelta
from functools import partial

import pytest

from bot.domain.people.members import MemberId, Role
from bot.domain.people.people import OrganisationDetails, PersonDetails
from bot.domain.polls.plans import Body, Mode, PollKind, Secrecy
from bot.domain.polls.polls import PollId, PollState
from bot.domain.polls.voters import VoterId
from handlers.polls.callbacks.poll_boards import CopyPollButton
from handlers.ui.callbacks import NewPollButton
from sandbox.people import Person
from storage.stores import Stores
from tests.alliance import Alliance
from tests.councils import OMISSION
from tests.databases import execute, run
from tests.handlers.events.forms.steps import follows, in_three_days, only_one_wizard, wizards
from tests.handlers.polls.forms.balloting import (
    ADMISSION,
    ELECTION,
    begins,
    drafts,
    is_ordinary,
    opened,
    opens,
    polls,
)
from tests.keyboards import callbacks, labels


async def test_a_motion_is_drafted_by_typing_and_opened_at_a_second_yes(
    alliance: Alliance, maria: Person
) -> None:
    await begins(maria)
    await maria.says("Утвердить смету <2027>?")
    await is_ordinary(maria)
    await maria.sees("До какого времени голосуем?")
    await maria.says(f"{in_three_days(alliance, 'd MMMM y')} 18:30")

    preview = (await maria.sees("Так это увидят голосующие"))["text"]

    for line in (
        "🗳 Голосование совета (заочное)\nУтвердить смету <2027>?",
        "Из 5 голосов нужны 3 «за»; кворум\u00a0— 3.",
        "Воздержавшиеся считаются против.",
        "Основание: 7-ФЗ, ст. 29, п. 4; ГК РФ, ст. 181.2, п. 1",
        "18:30 (Екатеринбург)",
        "🗳 Бюллетеней: 5. Бюллетень получат 5 человек. После открытия",
    ):
        assert line in preview
    assert await polls(alliance) == []
    done = await opens(maria)
    assert any(data.startswith("pboard:") for data in callbacks(done))
    await alliance.sandbox.person(3).sees("Началось голосование")
    (poll,) = await polls(alliance)
    assert (poll.question, poll.state, poll.kind) == (
        "Утвердить смету <2027>?",
        PollState.OPEN,
        PollKind.MOTION,
    )
    closes = poll.closes_at.astimezone(alliance.config.alliance.time_zone)
    assert f"{closes:%H:%M}" == "18:30"


async def test_what_only_the_general_meeting_decides_is_not_put_to_the_council(
    alliance: Alliance, maria: Person
) -> None:
    await begins(maria)
    await maria.says("Устав в новой редакции")
    asked = await maria.sees("Может ли этот вопрос решать только общее собрание?")
    assert "приоритетные направления" in asked["text"]
    answer = await maria.taps("Да, только общее собрание")
    assert "совету его не поручить" in (answer.text or "")
    await maria.taps("Назад")
    await maria.taps("Назад")
    await maria.taps("Изменение устава")
    await maria.sees("До какого времени голосуем?")
    await maria.taps("Как обычно")
    await maria.sees("Голосовать пока некому")
    await meets(alliance, "Фонд «Луч»", "АНО «Мост»")
    await maria.taps("Ещё настройки")
    await maria.taps("Большинство")
    await maria.taps("больше половины")
    await maria.taps("От участвующих")
    await maria.sees("Большинство: больше половины")
    await maria.taps("К голосованию")
    await maria.sees("простым большинством не принять")


async def test_a_question_of_the_meeting_is_said_to_be_its_alone_with_the_clause(
    alliance: Alliance, maria: Person
) -> None:
    await meets(alliance, "Фонд «Луч»", "АНО «Мост»")
    await begins(maria, "Изменение устава")
    await maria.says("Устав в новой редакции")
    await maria.sees("До какого времени голосуем?")
    await maria.taps("Как обычно")
    assert "7-ФЗ, ст. 29, п. 3" in (await maria.sees("Так это увидят голосующие"))["text"]
    await maria.taps("Чей это вопрос")
    await maria.sees("Сейчас: решает только общее собрание (7-ФЗ, ст. 29, п. 3)")
    await maria.taps("Нет, это обычный вопрос")
    assert "п. 3" not in (await maria.sees("Так это увидят голосующие"))["text"]
    await maria.taps("Чей это вопрос")
    await maria.taps("Да, только общее собрание")
    await maria.sees("Так это увидят голосующие")
    await opens(maria)
    (poll,) = await polls(alliance)
    assert (poll.exclusive, poll.rules.competence) == (True, "7-ФЗ, ст. 29, п. 3")


async def test_a_motion_is_drafted_by_tapping(alliance: Alliance, maria: Person) -> None:
    await begins(maria)
    await maria.says("Смета")
    await is_ordinary(maria)
    await maria.sees("До какого времени голосуем?")
    await maria.taps("›")
    await maria.taps("15")
    await maria.sees("Во сколько?")
    await maria.taps("18")
    await maria.taps("18:45")
    await maria.sees("Так это увидят голосующие")
    await opens(maria)
    (poll,) = await polls(alliance)
    closes = poll.closes_at.astimezone(alliance.config.alliance.time_zone)
    assert (closes.day, closes.hour, closes.minute) == (15, 18, 45)


async def test_a_poll_ends_as_usual_on_a_whole_hour(alliance: Alliance, maria: Person) -> None:
    await drafts(maria)
    await opens(maria)
    (poll,) = await polls(alliance)
    assert poll.closes_at.minute == poll.closes_at.second == 0
    assert (
        timedelta(0)
        <= poll.closes_at - alliance.clock.now() - timedelta(days=3)
        <= (timedelta(hours=1))
    )


async def test_two_organisations_are_voted_on_separately(alliance: Alliance, maria: Person) -> None:
    await begins(maria, ADMISSION)
    await maria.taps("О приёме в члены альянса")
    asked = await maria.sees("Кого принимаем?")
    assert "Готово" not in labels(asked)
    await maria.says("Фонд «Луч»\n\n  АНО  <Мост>  ")
    listed = await maria.sees("В списке 2 кандидата")
    assert labels(listed)[:2] == ["✕ Фонд «Луч»", "✕ АНО <Мост>"]
    await maria.taps("Готово")
    await maria.sees("До какого времени голосуем?")
    await maria.taps("Как обычно")
    preview = (await maria.sees("Так это увидят голосующие"))["text"]
    assert "1. Фонд «Луч»\n2. АНО <Мост>" in preview
    assert "для приёма нужны 3 «за»" in preview
    await opens(maria)
    (poll,) = await polls(alliance)
    assert poll.question == "О приёме в члены альянса"
    assert [one.name for one in poll.candidates] == ["Фонд «Луч»", "АНО <Мост>"]


async def meets(alliance: Alliance, *names: str) -> None:
    """Give the alliance organisations, each with the person of that Telegram id as its leader."""

    def write(tx: Stores) -> None:
        for number, name in enumerate(names, start=1):
            details = OrganisationDetails(name, "", f"66{number:08}", None, "")
            fund = tx.organisations.add(details)
            run(tx, "UPDATE members SET organisation_id = ? WHERE id = ?", fund, number)
            tx.organisations.save_leader(fund, MemberId(number))

    await alliance.database.write(write)


async def test_people_of_the_alliance_stand_for_the_council(
    alliance: Alliance, maria: Person
) -> None:
    await meets(alliance, "Фонд «Луч»", "АНО «Мост»", "Союз")
    await begins(maria, ELECTION)
    await maria.says("Избрать совет на 2027–2028 годы")
    await maria.sees("избранные сразу станут членами совета")
    await maria.says("Кто-то со стороны")
    await maria.sees("Избирают людей из организаций альянса")
    await maria.taps("Найти в альянсе")
    await maria.sees("Напишите часть имени")
    await maria.says("никто")
    await maria.sees("По запросу «никто» никого не нашлось")
    await maria.says("вера")
    await maria.sees(lambda m: "Вера" in labels(m))
    await maria.taps("Вера")
    await maria.sees("✅ В списке: Вера")
    await maria.says("союз")
    found = await maria.sees(lambda m: any("Анна · Союз" in label for label in labels(m)))
    await maria.taps("Анна · Союз", message=found)
    await maria.taps("Назад")
    await maria.sees("В списке 2 кандидата")
    await maria.taps("Готово")
    await maria.sees("До какого времени голосуем?")
    await maria.taps("Как обычно")
    await maria.sees("Мест: 5, кандидатов: 2")
    await maria.taps("Число мест")
    await maria.says("1")
    preview = (await maria.sees("Мест: 1, кандидатов: 2"))["text"]
    assert "Голосование общего собрания" in preview
    assert "🏛 Избранные сразу станут членами совета." in preview
    await opens(maria)
    (poll,) = await polls(alliance)
    assert [(one.name, one.member) for one in poll.candidates] == [("Вера", 5), ("Анна", 3)]
    assert (poll.seats, poll.body, poll.secrecy) == (1, Body.GENERAL, Secrecy.SECRET)
    assert poll.elects_council


async def test_candidates_of_one_name_are_told_apart_by_their_organisations(
    alliance: Alliance, maria: Person
) -> None:
    def write(tx: Stores) -> None:
        for number in (1, 2):
            details = OrganisationDetails(f"Фонд <{number}>", "", f"667200{number:04}", None, "")
            tx.members.add(PersonDetails("Яна Орлова"), tx.organisations.add(details))

    await alliance.database.write(write)
    await begins(maria, ELECTION)
    await maria.says("Избрать совет")
    await maria.sees("избранные сразу станут членами совета")
    await maria.taps("Найти в альянсе")
    await maria.says("яна")
    await maria.sees(lambda m: any("Яна Орлова · Фонд <1>" in label for label in labels(m)))
    await maria.taps("Яна Орлова · Фонд <1>")
    await maria.sees("В списке: Яна Орлова")
    await maria.taps("Яна Орлова · Фонд <2>")
    await maria.sees("В списке: Яна Орлова (Фонд <2>)")
    await maria.taps("Назад")
    shown = await maria.sees("В списке 2 кандидата")
    assert any("Яна Орлова (Фонд <1>)" in label for label in labels(shown))
    assert any("Яна Орлова (Фонд <2>)" in label for label in labels(shown))


@pytest.mark.parametrize(
    ("typed", "refusal"), [("я" * 1001, "слишком длинный"), ("\u200e", "⚠️ О чём голосуем?")]
)
async def test_what_is_no_question_gets_one_sentence_and_the_step_stays(
    maria: Person, typed: str, refusal: str
) -> None:
    await begins(maria)
    await maria.says(typed)
    seen = await maria.sees(refusal)
    assert seen["text"].startswith("⚠️")
    assert "О чём голосуем?" in seen["text"]
    await only_one_wizard(maria)


@pytest.mark.parametrize(
    ("typed", "refusal"),
    [
        ("31 февраля", "Такого дня в календаре нет"),
        ("05.12.2020 18:30", "уже прошло"),
        ("завтра 25:00", "Такого времени не бывает"),
        ("05.12.2028 10:00", "от 1 минуты до 90 дней"),
        ("когда-нибудь", "Не получилось прочесть дату"),
    ],
)
async def test_what_is_no_deadline_gets_one_sentence_and_the_step_stays(
    maria: Person, typed: str, refusal: str
) -> None:
    await begins(maria)
    await maria.says("Смета")
    await is_ordinary(maria)
    await maria.sees("До какого времени голосуем?")
    await maria.says(typed)
    assert "До какого времени голосуем?" in (await maria.sees(refusal))["text"]
    await only_one_wizard(maria)


@pytest.mark.parametrize(
    ("typed", "refusal"),
    [
        ("Луч\nлуч", "уже в списке"),
        ("я" * 201, "слишком длинное"),
        ("\n".join(f"Фонд {n}" for n in range(51)), "помещается 50 кандидатов"),
        ("\u200e", "Как зовут кандидата?"),
    ],
)
async def test_candidates_that_do_not_fit_are_not_taken_at_all(
    maria: Person, typed: str, refusal: str
) -> None:
    await begins(maria, ADMISSION)
    await maria.says("О приёме")
    await maria.sees("Кого принимаем?")
    await maria.says(typed)
    assert "В списке" not in (await maria.sees(refusal))["text"]


async def test_a_candidate_is_taken_off_the_list(maria: Person) -> None:
    await begins(maria, ADMISSION)
    await maria.says("О приёме")
    await maria.says("Луч\nМост")
    await maria.sees("В списке 2 кандидата")
    await maria.taps("✕ Луч")
    assert "✕ Луч" not in labels(await maria.sees("В списке 1 кандидат."))


@pytest.mark.parametrize("step", ["О чём голосуем?", "До какого времени"])
async def test_a_photo_a_sticker_or_a_contact_is_no_answer(maria: Person, step: str) -> None:
    await begins(maria)
    if step != "О чём голосуем?":
        await maria.says("Смета")
        await is_ordinary(maria)
        await maria.sees(step)
    for send in (maria.sends_photo, maria.sends_sticker, maria.sends_contact):
        said = await send()
        seen = await maria.sees(partial(follows, said))
        assert seen["text"].startswith("⚠️")
        assert step in seen["text"]
        await only_one_wizard(maria)


async def test_another_preset_brings_its_rules_and_keeps_what_was_typed(
    alliance: Alliance, maria: Person
) -> None:
    await drafts(maria, "Смета")
    await maria.taps("Правила")
    await maria.sees("Сейчас: Вопрос")
    await maria.taps(ADMISSION)
    await maria.sees("Кого принимаем?")
    await maria.says("Луч")
    await maria.sees("В списке 1 кандидат.")
    await maria.taps("Готово")
    assert "1. Луч" in (await maria.sees("Так это увидят голосующие"))["text"]
    await maria.taps("Правила")
    await maria.taps("Вопрос")
    await is_ordinary(maria)
    preview = (await maria.sees("Так это увидят голосующие"))["text"]
    assert "Луч" not in preview
    await opens(maria)
    assert [poll.kind for poll in await polls(alliance)] == [PollKind.MOTION]


async def test_a_draft_survives_a_restart(alliance: Alliance, maria: Person) -> None:
    await drafts(maria)
    await alliance.restarts()
    await opens(maria)
    assert len(await polls(alliance)) == 1


async def test_taps_at_once_open_one_poll(alliance: Alliance, maria: Person) -> None:
    await drafts(maria)
    await maria.taps("Открыть голосование")
    asked = await maria.sees("Открыть голосование?")
    data = next(data for data in callbacks(asked) if ":submit:" in data)
    answers = await asyncio.gather(*(maria.forges(data, asked["message_id"]) for _ in range(5)))
    assert sum("старого сообщения" in (answer.text or "") for answer in answers) == 4
    assert len(await polls(alliance)) == 1


async def test_chair_and_secretary_draft_side_by_side(alliance: Alliance, maria: Person) -> None:
    pyotr = alliance.sandbox.person(2)
    await pyotr.says("/polls")
    await pyotr.sees("Сейчас голосований нет")
    await asyncio.gather(drafts(maria, "Смета"), drafts(pyotr, "Устав"))
    await asyncio.gather(opens(maria), opens(pyotr))
    assert {poll.question for poll in await polls(alliance)} == {"Смета", "Устав"}


async def test_a_draft_is_offered_again(maria: Person) -> None:
    await drafts(maria, "Смета <x>")
    await maria.says("/polls")
    await maria.taps("Новое голосование")
    await maria.sees("У вас остался черновик: Смета <x>")
    await only_one_wizard(maria)
    await maria.taps("Продолжить")
    await maria.sees("Так это увидят голосующие")
    await maria.taps("Новое голосование")
    await maria.sees("У вас остался черновик")
    await maria.taps("Начать заново")
    assert "Сейчас" not in (await maria.sees("Что выносим на голосование?"))["text"]


async def organises_too(alliance: Alliance) -> None:
    """Have the chair be an organiser besides."""
    role = "INSERT INTO roles (member_id, role) VALUES (1, ?)"
    await execute(alliance.database, role, Role.ORGANISER)


async def test_a_draft_of_a_poll_and_one_of_an_event_do_not_meet(
    alliance: Alliance, maria: Person
) -> None:
    await organises_too(alliance)
    await drafts(maria, "Смета")
    await maria.says("/manage")
    await maria.sees("Впереди")
    await maria.taps("Создать событие")
    await maria.sees("Как оно называется?")
    await maria.says("Слёт")
    await maria.sees("О чём событие?")
    await maria.taps("Новое голосование")
    await maria.sees("У вас остался черновик: Смета")
    await only_one_wizard(maria)
    await maria.taps("Создать событие")
    await maria.sees("У вас остался черновик: Слёт")
    await maria.taps("Новое голосование")
    await maria.sees("У вас остался черновик: Смета")
    await maria.taps("Продолжить")
    await maria.sees("Так это увидят голосующие")
    await opens(maria)
    await maria.taps("Создать событие")
    await maria.sees("У вас остался черновик: Слёт")


async def test_of_two_drafts_the_one_that_can_be_read_outlives_the_other(
    alliance: Alliance, maria: Person
) -> None:
    await organises_too(alliance)
    await drafts(maria, "Смета")
    await maria.says("/manage")
    await maria.sees("Впереди")
    await maria.taps("Создать событие")
    await maria.sees("Как оно называется?")
    await maria.says("Слёт")
    await maria.sees("О чём событие?")
    await alliance.restarts()
    rename = "UPDATE drafts SET data = replace(data, '\"event\"', '\"renamed\"')"
    await execute(alliance.database, rename)

    await maria.taps("Новое голосование")

    await maria.sees("Ваш черновик не сохранился")
    await maria.sees("У вас остался черновик: Смета")


async def test_leaving_asks_before_a_question_is_lost(maria: Person) -> None:
    await begins(maria)
    await maria.taps("✕ Не создавать")
    await maria.sees("Черновик удалён")
    await maria.says("/polls")
    await drafts(maria, "Смета <x>")
    await maria.taps("✕ Не создавать")
    await maria.sees("Удалить черновик Смета <x>?")
    await maria.taps("Продолжить")
    await maria.sees("Так это увидят голосующие")
    await maria.taps("✕ Не создавать")
    await maria.taps("Да, удалить")
    done = await maria.sees("Черновик удалён")
    assert wizards(maria.chat()) == []
    await maria.taps("К голосованиям", message=done)
    await maria.sees("Сейчас голосований нет")


async def test_a_copy_lacks_a_deadline_and_is_a_poll_of_its_own(
    alliance: Alliance, maria: Person
) -> None:
    some = tuple(map(VoterId, (1, 2, 3)))
    poll = await opened(alliance, voters=some, mode=Mode.CORRESPONDENCE, omission=OMISSION)
    await maria.forges(CopyPollButton(poll_id=poll).pack(), maria.chat()[1]["message_id"])
    await maria.sees("До какого времени голосуем?")
    await maria.says("послезавтра 10:00")
    assert "Бюллетеней: 3" in (await maria.sees("Так это увидят голосующие"))["text"]
    await opens(maria)
    first, second = await polls(alliance)
    assert (first.question, first.rules, first.voters) == (
        second.question,
        second.rules,
        second.voters,
    )


@pytest.mark.parametrize("role", [None, Role.COUNCIL, Role.ORGANISER, Role.ADMINISTRATOR])
async def test_who_does_not_preside_opens_no_wizard(alliance: Alliance, role: Role | None) -> None:
    roles = [] if role is None else [role]
    ivan = await alliance.has(2, "Иван", *roles)
    await ivan.says("/polls")
    listed = await ivan.sees("Сейчас голосований нет")
    assert not any("Новое" in label or "Протоколы" in label for label in labels(listed))
    for button in (NewPollButton(), NewPollButton(chosen=True), CopyPollButton(poll_id=PollId(1))):
        answer = await ivan.forges(button.pack(), listed["message_id"])
        assert "председатель и секретарь" in (answer.text or "")
    assert wizards(ivan.chat()) == []


async def test_who_no_longer_presides_opens_nothing_with_an_old_draft(
    alliance: Alliance, maria: Person
) -> None:
    await drafts(maria)
    await maria.taps("Открыть голосование")
    await maria.sees("Открыть голосование?")
    await execute(
        alliance.database, "UPDATE roles SET role = ? WHERE member_id = 1", Role.ORGANISER
    )
    answer = await maria.taps("Да, открыть")
    assert "председатель и секретарь" in (answer.text or "")
    assert await polls(alliance) == []


async def test_a_poll_for_nobody_says_so_in_the_preview(alliance: Alliance, maria: Person) -> None:
    await begins(maria, "Изменение устава")
    await maria.says("Устав в новой редакции")
    await maria.sees("До какого времени голосуем?")
    await maria.taps("Как обычно")
    preview = await maria.sees("Голосовать пока некому")
    assert "Открыть голосование" not in labels(preview)
    await meets(alliance, "Фонд «Луч»", "АНО «Мост»")
    await maria.taps("Вопрос")
    await maria.taps("Оставить как есть")
    assert "Бюллетеней: 2" in (await maria.sees("Так это увидят голосующие"))["text"]


async def test_the_preview_names_who_will_not_be_heard(alliance: Alliance, maria: Person) -> None:
    def write(tx: Stores) -> None:
        tx.members.save_reachable(MemberId(3), alliance.clock.now(), reachable=False)
        run(tx, "UPDATE members SET telegram_id = NULL, joined_at = NULL WHERE id = 4")

    await alliance.database.write(write)
    preview = (await drafts(maria))["text"]
    assert "Ещё не подключились к боту и не смогут проголосовать: Борис." in preview
    assert "Вне связи, позвоните им: Анна." in preview
    assert "Бюллетень получат 3 человека; 2 недоступны." in preview

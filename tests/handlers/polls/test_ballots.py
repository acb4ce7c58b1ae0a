"""A ballot in the private chat: read, filled in, cast, changed, and never lost to a tap."""

import asyncio
import re
from typing import Any

import pytest
from aiogram.types import CallbackQuery, Chat, InaccessibleMessage, User

from bot.domain.people.members import Member, MemberId, TelegramId
from bot.domain.polls.ballots import Choice, read_ballot
from bot.domain.polls.plans import PollKind
from bot.domain.polls.polls import PollId
from bot.domain.polls.voters import VoterId
from bot.domain.refusals import ButtonTooOld
from handlers.polls.ballots import cast
from handlers.polls.callbacks.polls import CastButton, ReviewButton, StatementButton, VoteButton
from handlers.polls.half_filled import HalfFilledBallots
from handlers.ui.lengths import units
from handlers.ui.refusals import ALERT_LIMIT
from handlers.ui.texts import Texts
from sandbox.chats import Message
from sandbox.faults import Fault, FaultKind
from storage.stores import Stores
from tests.alliance import Alliance
from tests.databases import dump
from tests.keyboards import labels
from tests.voters import CHAIR, GENERAL, QUESTION, SECRET, Voters, of

NUMBER = re.compile(r"(?:[A-Z2-7]{4}-){6}[A-Z2-7]{2}")
PEOPLE = ("Анна", "Игорь", "Ольга")


async def counted(alliance: Alliance, poll: PollId) -> list[str]:
    """Return what the ballots of a poll say, sorted."""

    def read(tx: Stores) -> list[str]:
        found = tx.polls.get(poll)
        assert found is not None
        return sorted(tx.ballots.written(found).values())

    return await alliance.database.read(read)


def numbers_in(chat: list[Message]) -> list[str]:
    """Return the numbers of secret ballots that somebody was told."""
    return [number for message in chat for number in NUMBER.findall(message["text"])]


# --- named ----------------------------------------------------------------------------------------


async def test_the_ballot_says_all_that_a_voter_needs(voters: Voters) -> None:
    await voters.opens()

    ballot = await voters.gleb.sees("Началось голосование")

    for words in (
        "🗳 Голосование совета",
        QUESTION,
        "Из 4 голосов нужны 3 «за»; кворум\u00a0— 3.",
        "Если голосуют не все, нужно меньше: при 3 участниках\u00a0— 2.",
        "Воздержавшиеся считаются против.",
        "Основание: 7-ФЗ, ст. 29, п. 4; ГК РФ, ст. 181.2, п. 1",
        "⏰ Голосовать можно до ",
        "(Екатеринбург)",
        "👁 Голосование открытое",
        "👥 Проголосовали: 0 из 4",
        "Как вы голосуете?",
    ):
        assert words in ballot["text"], words
    assert labels(ballot) == ["За", "Против", "Воздержусь", "Ещё…", "Все голосования"]


async def test_a_named_vote_is_a_tap_and_can_be_changed_until_the_close(voters: Voters) -> None:
    poll = await voters.opens()
    await voters.gleb.sees("Началось голосование")

    answer = await voters.gleb.taps("За")
    assert answer.text == "Голос принят. Спасибо!"
    card = await voters.gleb.sees("Голос принят: «За»")
    assert "Проголосовали: 1 из 4 (на " in card["text"], "that stays true"
    await voters.gleb.taps("Изменить голос")
    form = await voters.gleb.sees("Как вы голосуете?")
    assert "✓ За" in labels(form)
    assert form["message_id"] == card["message_id"]
    assert (await voters.gleb.taps("Против")).text == "Голос изменён."

    await voters.gleb.sees("Голос принят: «Против»")
    assert await counted(voters.alliance, poll) == ["against"]
    assert len([m for m in voters.gleb.chat() if QUESTION in m["text"]]) == 1


async def test_double_taps_at_once_cast_one_ballot(voters: Voters) -> None:
    poll = await voters.opens()
    await voters.gleb.sees("Началось голосование")

    answers = await asyncio.gather(*(voters.gleb.taps("За") for _ in range(8)))

    assert not any(answer.show_alert for answer in answers)
    assert await counted(voters.alliance, poll) == ["for"]


async def test_a_dead_ballot_says_what_happened_and_shows_the_outcome(voters: Voters) -> None:
    poll = await voters.opens()
    ballot = await voters.gleb.sees("Началось голосование")
    for person in (voters.vera, voters.boris, voters.dina):
        await person.sees("Началось голосование")
        await person.taps("За")
    await voters.closes()
    data = VoteButton(poll_id=poll, voter_id=VoterId(3), choice=Choice.FOR).pack()

    answer = await voters.gleb.forges(data, ballot["message_id"])

    assert answer.show_alert
    assert (answer.text or "").startswith("Голосование завершено, голоса больше не принимаются.")
    outcome = await voters.gleb.sees(
        lambda message: (
            message["message_id"] == ballot["message_id"] and "Решение принято." in message["text"]
        )
    )
    assert "▰▰▰▰▰▰▰▱▱▱ За: 3" in outcome["text"]
    assert "Не голосовали: 1" in outcome["text"]
    assert "Кворум есть: участвовали 3 из 4, нужно 3." in outcome["text"]
    assert "«За»\u00a0— 3, нужно 2 из 3 (всех участвовавших)." in outcome["text"]
    assert "Голос не подан." in outcome["text"]


async def test_a_long_question_does_not_break_the_alert_that_names_it(voters: Voters) -> None:
    question = "Утвердить 🎄 " * 70
    poll = await voters.opens(question=question)
    ballot = await voters.gleb.sees("Началось голосование")
    await voters.closes()
    data = VoteButton(poll_id=poll, voter_id=VoterId(3), choice=Choice.FOR).pack()

    answer = await voters.gleb.forges(data, ballot["message_id"])

    words = answer.text or ""
    assert answer.show_alert
    assert units(words) <= ALERT_LIMIT
    assert re.search(r"Вопрос: Утвердить 🎄 .*…$", words)


async def test_a_half_filled_ballot_turns_into_the_outcome_when_it_comes_too_late(
    voters: Voters,
) -> None:
    await voters.opens(**of(PollKind.ELECTION, *PEOPLE, seats=2))
    ballot = await voters.gleb.sees("Началось голосование")
    await voters.gleb.taps("1. Анна")
    await voters.gleb.sees("Выбрано 1 из 2")
    await voters.closes()
    await voters.gleb.sees("Итоги голосования")
    stale = next(m for m in voters.gleb.chat() if m["message_id"] == ballot["message_id"])
    assert "Выбрано 1 из 2" in stale["text"]

    answer = await voters.gleb.taps("Проголосовать", message=ballot)

    assert "Голосование завершено" in (answer.text or "")
    await voters.gleb.sees(
        lambda message: (
            message["message_id"] == ballot["message_id"]
            and "Нет кворума, выборы не состоялись." in message["text"]
        )
    )


async def test_a_cancelled_ballot_says_so_with_its_reason(voters: Voters) -> None:
    poll = await voters.opens()
    ballot = await voters.gleb.sees("Началось голосование")
    await voters.polls.cancel(CHAIR, poll, "Ошибка в <сумме>")
    data = VoteButton(poll_id=poll, voter_id=VoterId(3), choice=Choice.FOR).pack()

    answer = await voters.gleb.forges(data, ballot["message_id"])

    assert "Голосование отменено" in (answer.text or "")
    await voters.gleb.sees("Голосование отменено. Причина: Ошибка в <сумме>")
    assert await counted(voters.alliance, poll) == []


# --- secret ---------------------------------------------------------------------------------------


async def test_a_secret_vote_is_asked_once_more_and_then_final(voters: Voters) -> None:
    poll = await voters.opens(**SECRET)
    ballot = await voters.gleb.sees("Голосование тайное")

    await voters.gleb.taps("Против")
    question = await voters.gleb.sees("Голос тайный и окончательный: изменить его будет нельзя.")
    assert "Ваш выбор: «Против»" in question["text"]
    assert "кто управляет сервером, а также Telegram технически могут увидеть" in question["text"]
    assert await counted(voters.alliance, poll) == []
    await voters.gleb.taps("Да, проголосовать")

    told = await voters.gleb.sees("Номер бюллетеня")
    found = NUMBER.search(told["text"])
    assert found is not None
    number = found[0]
    assert "как вы проголосовали" in told["text"]
    assert "единогласный итог раскрывает выбор каждого" in told["text"]
    copied = told["reply_markup"]["inline_keyboard"][0][0]
    assert copied["copy_text"]["text"] == number
    card = await voters.gleb.sees(
        lambda message: (
            message["message_id"] == ballot["message_id"] and "Голос принят." in message["text"]
        )
    )
    assert "Против" not in card["text"]
    assert "За" not in labels(card)
    again = VoteButton(poll_id=poll, voter_id=VoterId(3), choice=Choice.FOR).pack()
    answer = await voters.gleb.forges(again, card["message_id"])
    assert answer.text == (
        "Этот голос уже подан, и он будет посчитан. Голосование тайное: изменить голос нельзя. "
        "Номер бюллетеня можно посмотреть снова до конца голосования: «Ещё…» → «Мой номер»."
    )
    assert await counted(voters.alliance, poll) == ["against"]


async def test_the_number_is_told_though_the_message_is_too_old_to_be_edited(
    voters: Voters,
) -> None:
    """Of such a message Telegram tells the chat and no more."""
    poll = await voters.opens(**SECRET)
    app, account = voters.alliance.app, TelegramId(voters.gleb.id)
    member = await app.services.members.recognise(account)
    assert member is not None
    chat = Chat(id=voters.gleb.id, type="private")
    query = CallbackQuery(
        id="1",
        from_user=User(id=voters.gleb.id, is_bot=False, first_name="Глеб"),
        chat_instance="1",
        message=InaccessibleMessage(chat=chat, message_id=1),
    ).as_(app.bot)
    tap = VoteButton(poll_id=poll, voter_id=VoterId(member.id), choice=Choice.FOR)

    nothing = HalfFilledBallots()

    async def recognise() -> tuple[Member | None, Texts]:
        return member, app.texts.for_language("ru")

    with pytest.raises(ButtonTooOld):
        await cast(
            *(query, tap, 1, account, recognise),
            app.services.ballots,
            nothing,
            app.services.ballot_numbers,
            app.texts,
        )

    assert NUMBER.search((await voters.gleb.sees("Номер бюллетеня"))["text"])
    assert await counted(voters.alliance, poll) == ["for"]


LINE_BREAKS: list[FaultKind] = ["server_error", "drop_after", "drop_before", "bad_gateway_html"]


@pytest.mark.parametrize("kind", LINE_BREAKS)
async def test_the_number_is_told_though_the_tap_cannot_be_answered(
    voters: Voters, kind: FaultKind
) -> None:
    poll, telegram = await voters.opens(**SECRET), voters.alliance.sandbox
    await voters.gleb.sees("Голосование тайное")
    await voters.gleb.taps("За")
    await voters.gleb.sees("Ваш выбор: «За»")
    telegram.faults.add(Fault(kind, "answerCallbackQuery"))

    tap = asyncio.create_task(voters.gleb.taps("Да, проголосовать"))

    assert NUMBER.search((await voters.gleb.sees("Номер бюллетеня"))["text"])
    await voters.gleb.sees("Голос принят.")
    tap.cancel()
    assert not any("сломалось" in message["text"] for message in voters.gleb.chat())
    assert await counted(voters.alliance, poll) == ["for"]


@pytest.mark.parametrize("kind", LINE_BREAKS)
async def test_the_number_is_told_once_more_if_the_line_breaks(
    voters: Voters, kind: FaultKind
) -> None:
    await voters.opens(**SECRET)
    await voters.gleb.sees("Голосование тайное")
    await voters.gleb.taps("За")
    await voters.gleb.sees("Ваш выбор: «За»")
    voters.alliance.sandbox.faults.add(Fault(kind, "sendMessage", chat=voters.gleb.id, times=1))

    assert (await voters.gleb.taps("Да, проголосовать")).text == "Голос принят. Спасибо!"

    await voters.gleb.watches(lambda chat: len(numbers_in(chat)) == 1)


async def test_a_secret_vote_can_be_thought_over(voters: Voters) -> None:
    poll = await voters.opens(**SECRET)
    await voters.gleb.sees("Голосование тайное")
    await voters.gleb.taps("За")
    await voters.gleb.sees("Ваш выбор: «За»")

    await voters.gleb.taps("Назад")
    await voters.gleb.sees("Как вы голосуете?")
    await voters.gleb.taps("Воздержусь")
    await voters.gleb.sees("Ваш выбор: «Воздержусь»")
    await voters.gleb.taps("Да, проголосовать")
    await voters.gleb.sees("Номер бюллетеня")

    assert await counted(voters.alliance, poll) == ["abstain"]


async def test_nothing_of_a_ballot_that_is_filled_in_is_written_down(voters: Voters) -> None:
    await voters.opens(**SECRET, **of(PollKind.ELECTION, *PEOPLE, seats=2))
    await voters.gleb.sees("Началось голосование")
    await voters.alliance.stands_still()
    await voters.gleb.taps("1. Анна")
    await voters.gleb.sees("Выбрано 1 из 2")
    before = await dump(voters.alliance.database)

    await voters.gleb.taps("2. Игорь")
    await voters.gleb.sees("Выбрано 2 из 2")
    await voters.gleb.taps("Проголосовать")
    await voters.gleb.sees("Ваш выбор: Анна и Игорь")

    assert await dump(voters.alliance.database) == before


# --- elections and admissions ---------------------------------------------------------------------


async def test_an_election_counts_who_is_chosen_and_takes_no_more_than_the_seats(
    voters: Voters,
) -> None:
    poll = await voters.opens(**of(PollKind.ELECTION, *PEOPLE, seats=2))
    ballot = await voters.gleb.sees("Началось голосование")
    assert "Мест: 2, кандидатов: 3" in ballot["text"]
    assert "Выбрано 0 из 2" in ballot["text"]

    await voters.gleb.taps("1. Анна")
    form = await voters.gleb.sees("Выбрано 1 из 2")
    assert "✓ 1. Анна" in labels(form)
    assert "Анна" not in form["text"]  # the buttons say who stands
    await voters.gleb.taps("3. Ольга")
    await voters.gleb.sees("Выбрано 2 из 2")
    answer = await voters.gleb.taps("2. Игорь")
    assert answer.show_alert
    assert "Можно выбрать не больше 2 кандидатов." in (answer.text or "")
    await voters.gleb.taps("✓ 3. Ольга")
    await voters.gleb.sees("Выбрано 1 из 2")
    await voters.gleb.taps("2. Игорь")
    await voters.gleb.sees("Выбрано 2 из 2")
    await voters.gleb.taps("Проголосовать")

    await voters.gleb.sees("Голос принят: Анна и Игорь")
    assert await counted(voters.alliance, poll) == ["10,11"]


async def test_an_election_can_be_voted_against_all(voters: Voters) -> None:
    poll = await voters.opens(**of(PollKind.ELECTION, *PEOPLE, seats=2))
    await voters.gleb.sees("Началось голосование")
    empty = await voters.gleb.taps("Проголосовать")
    assert "В бюллетене отмечено не всё" in (empty.text or "")

    await voters.gleb.taps("Против всех")
    await voters.gleb.sees("Выбрано: против всех")
    await voters.gleb.taps("1. Анна")
    await voters.gleb.sees("Выбрано 1 из 2")
    await voters.gleb.taps("Против всех")
    await voters.gleb.sees("Выбрано: против всех")
    await voters.gleb.taps("Проголосовать")

    await voters.gleb.sees("Голос принят: «Против всех»")
    assert await counted(voters.alliance, poll) == ["against_all"]


async def test_an_admission_of_several_is_marked_for_each_and_cast_at_once(voters: Voters) -> None:
    poll = await voters.opens(**of(PollKind.ADMISSION, "Фонд А", "Фонд Б"))
    ballot = await voters.gleb.sees("приём в альянс")
    assert "Осталось отметить 2 организации." in ballot["text"]

    await voters.gleb.taps("1. За")
    await voters.gleb.sees("Осталось отметить 1 организацию.")
    answer = await voters.gleb.taps("Проголосовать")
    assert answer.show_alert
    assert "отмечено не всё" in (answer.text or "")
    await voters.gleb.taps("2. Возд.")
    await voters.gleb.sees("Отмечено всё.")
    await voters.gleb.taps("Проголосовать")

    await voters.gleb.sees("Фонд А\u00a0— «За»; Фонд Б\u00a0— «Воздержусь»")
    assert await counted(voters.alliance, poll) == ["10:for,11:abstain"]


async def test_an_admission_of_one_is_a_tap(voters: Voters) -> None:
    poll = await voters.opens(**of(PollKind.ADMISSION, "Фонд А"))
    await voters.gleb.sees("приём в альянс")

    await voters.gleb.taps("За")

    await voters.gleb.sees("Фонд А\u00a0— «За»")
    assert await counted(voters.alliance, poll) == ["10:for"]


# --- forged ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "marks", ["", "!!", "____", "AA", "AQA", "zzzzzzzzzzzzzzzzzz", "qg", "BQAAAA"]
)
async def test_forged_marks_cost_no_vote(voters: Voters, marks: str) -> None:
    poll = await voters.opens(**of(PollKind.ELECTION, *PEOPLE, seats=1))
    ballot = await voters.gleb.sees("Началось голосование")

    answers = [
        await voters.gleb.forges(f"{prefix}:{poll}:3:{marks}{tail}", ballot["message_id"])
        for prefix, tail in (("cb", ""), ("rv", ""), ("cb", ":0"))
    ]

    assert all(answer.show_alert for answer in answers)
    assert not any("код" in (answer.text or "") for answer in answers)
    assert await counted(voters.alliance, poll) == []


async def test_nobody_casts_somebody_elses_ballot(voters: Voters) -> None:
    poll = await voters.opens()
    ballot = await voters.gleb.sees("Началось голосование")
    await voters.egor.says("/help")
    help_ = await voters.egor.sees("Вот что умеет бот")

    for person, number in ((voters.gleb, ballot["message_id"]), (voters.egor, help_["message_id"])):
        for data in (
            VoteButton(poll_id=poll, voter_id=VoterId(4), choice=Choice.FOR),
            CastButton(poll_id=poll, voter_id=VoterId(4), marks="AQ"),
            ReviewButton(poll_id=poll, voter_id=VoterId(4), marks="AQ"),
        ):
            answer = await person.forges(data.pack(), number)
            assert answer.show_alert, data
            assert QUESTION not in (answer.text or "")
    assert await counted(voters.alliance, poll) == []


# --- recusal and dissent --------------------------------------------------------------------------


async def test_a_recusal_is_explained_asked_once_more_and_final(voters: Voters) -> None:
    poll = await voters.opens()
    await voters.gleb.sees("Началось голосование")
    await voters.gleb.taps("За")
    await voters.gleb.sees("Голос принят")

    await voters.gleb.taps("Ещё…")
    await voters.gleb.sees(lambda message: "Заявить самоотвод" in labels(message))
    await voters.gleb.taps("Заявить самоотвод")
    question = await voters.gleb.sees("Заявить самоотвод?")
    assert "Голос, который уже подан, не посчитают" in question["text"]
    assert "В кворуме вас учтут" in question["text"]
    assert "как если бы вы воздержались" in question["text"]
    await voters.gleb.taps("Да, заявить самоотвод")

    card = await voters.gleb.sees("Заявлен самоотвод: голосовать по этому вопросу нельзя.")
    assert "самоотводов: 1" in card["text"]
    assert "Изменить голос" not in labels(card)
    assert await counted(voters.alliance, poll) == []


async def test_who_was_against_can_have_it_recorded_in_their_own_words(voters: Voters) -> None:
    poll = await voters.opens()
    await voters.gleb.sees("Началось голосование")
    await voters.gleb.taps("Против")
    await voters.gleb.sees("Голос принят: «Против»")
    await voters.gleb.taps("Ещё…")
    await voters.gleb.sees(lambda message: "Записать, что я против" in labels(message))
    await voters.gleb.taps("Записать, что я против")
    await voters.gleb.sees("Такая запись пригодится, если решение станут оспаривать в суде.")

    await voters.gleb.says("Смета <не> обоснована.")

    await voters.gleb.sees("в протоколе по вашему требованию будет сказано, что вы против")
    said = await voters.alliance.database.read(lambda tx: tx.ballots.statements(poll))
    assert said[VoterId(3)].text == "Смета <не> обоснована."


async def test_in_a_secret_vote_dissent_is_warned_of_and_recorded_without_words(
    voters: Voters,
) -> None:
    poll = await voters.opens(**SECRET)
    await voters.gleb.sees("Началось голосование")
    await voters.gleb.taps("Против")
    await voters.gleb.sees("Ваш выбор: «Против»")
    await voters.gleb.taps("Да, проголосовать")
    await voters.gleb.sees(lambda message: "Ещё…" in labels(message))
    await voters.gleb.taps("Ещё…")
    await voters.gleb.sees(lambda message: "Записать, что я против" in labels(message))
    await voters.gleb.taps("Записать, что я против")
    await voters.gleb.sees("запись раскроет, как вы голосовали")

    await voters.gleb.taps("Записать без пояснений")

    await voters.gleb.sees("В протокол запишут, что вы против.")
    said = await voters.alliance.database.read(lambda tx: tx.ballots.statements(poll))
    assert said[VoterId(3)].text == ""


@pytest.mark.parametrize(
    ("secrecy", "asked", "wordless"),
    [
        ({}, "В протоколе назовут всех, против кого вы проголосовали.", True),
        (SECRET, "бот не знает, против кого вы. Назовите их", False),
    ],
    ids=["named", "secret"],
)
async def test_of_several_candidates_it_is_known_or_asked_against_whom_somebody_is(
    voters: Voters, secrecy: dict[str, Any], asked: str, wordless: bool
) -> None:
    several = of(PollKind.ADMISSION, "Фонд А", "Фонд Б")
    poll = await voters.opens(**several, **secrecy)
    await voters.gleb.sees("приём в альянс")
    await voters.alliance.services.ballots.cast(
        MemberId(3), poll, VoterId(3), lambda plan: read_ballot(plan, "10:for,11:against")
    )
    ballot = await voters.gleb.sees("приём в альянс")
    data = StatementButton(poll_id=poll, voter_id=VoterId(3)).pack()
    await voters.gleb.forges(data, ballot["message_id"])

    question = await voters.gleb.sees(asked)

    assert ("Записать без пояснений" in labels(question)) is wordless


async def test_the_ballot_speaks_english_too(voters: Voters) -> None:
    member = MemberId(3)
    await voters.alliance.database.write(lambda tx: tx.members.save_language(member, "en"))
    await voters.opens(**SECRET)
    await voters.gleb.sees("A vote has begun")

    await voters.gleb.taps("Against")
    await voters.gleb.sees("The ballot is secret and final: it cannot be changed.")
    await voters.gleb.taps("Yes, vote")

    await voters.gleb.sees("The ballot is cast. Its number:")


async def test_the_general_meetings_ballot_is_the_organisations(voters: Voters) -> None:
    poll = await voters.opens(**GENERAL)
    ballot = await voters.egor.sees("Голосование общего собрания")
    assert "Фонд 1" in ballot["text"]

    await voters.egor.taps("За")

    await voters.egor.sees("Голос принят: «За»")
    house = await voters.organisation(5)
    assert await voters.alliance.database.read(lambda tx: tx.ballots.voted(poll)) == {house}

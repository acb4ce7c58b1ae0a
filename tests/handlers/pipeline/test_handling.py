"""Answers and ballots are taken in one transaction, which asks again each time who may."""

from dataclasses import replace
from typing import Any

import pytest

from bot.domain.events.audiences import COUNCIL
from bot.domain.events.events import EventId
from bot.domain.events.rsvps import Answer
from bot.domain.people.members import MemberId, Role, TelegramId
from bot.domain.people.people import PersonDetails
from bot.domain.polls.ballots import Choice
from bot.domain.polls.plans import PollKind
from bot.domain.polls.polls import PollId
from bot.domain.polls.voters import VoterId
from bot.services.polls.ballots import Ballots
from bot.services.prompts import Prompt, Prompts
from handlers.polls.callbacks.polls import VoteButton
from sandbox.actions import chat_of
from sandbox.people import Person
from storage.stores import Stores
from tests.alliance import Alliance, a_plan
from tests.people import consented
from tests.voters import SECRET, Voters, of


async def broken(*_: object) -> None:
    raise RuntimeError("a look-up")


async def invited(alliance: Alliance) -> tuple[Person, MemberId, EventId]:
    """Return somebody who has tapped «Иду» once; their Telegram speaks another language."""
    await alliance.has(1, "Анна", Role.ORGANISER)
    boris = alliance.sandbox.add_person(2, "Борис", started=True, language_code="en")
    member = await alliance.knows(2, "Борис")
    await alliance.services.members.choose_language(member, "ru")
    event = await alliance.announces(1)
    await boris.sees("Приглашаем вас")
    assert (await boris.taps("Иду")).text == "Записали: вы идёте. До встречи!"
    await boris.sees("Вы идёте")
    return boris, member, event


async def given(alliance: Alliance, event: EventId) -> list[Answer]:
    answers = await alliance.database.read(lambda tx: tx.rsvps.answered(event))
    return [rsvp.answer for _, rsvp in answers]


async def test_an_answer_needs_no_look_up_besides_its_transaction(
    alliance: Alliance, monkeypatch: pytest.MonkeyPatch
) -> None:
    boris, _, event = await invited(alliance)
    monkeypatch.setattr(Prompts, "who_speaks", broken)
    monkeypatch.setattr(type(alliance.database), "read", broken)

    answer = await boris.taps("Возможно")

    assert answer.text == "Записали: «Возможно»."
    monkeypatch.undo()
    assert await given(alliance, event) == [Answer.MAYBE]


async def test_a_chosen_language_holds_from_the_very_next_tap(alliance: Alliance) -> None:
    boris, member, _ = await invited(alliance)

    await alliance.services.members.choose_language(member, "en")

    assert (await boris.taps("Возможно")).text == "Noted: “Maybe”."


async def test_who_takes_the_consent_back_is_refused_at_the_very_next_tap(
    alliance: Alliance,
) -> None:
    boris, _, event = await invited(alliance)

    await alliance.loses_consent(boris.id)

    answer = await boris.taps("Возможно")
    assert answer.show_alert
    assert (answer.text or "").startswith("Сначала нужно ваше согласие")
    assert await given(alliance, event) == [Answer.GOING]


async def test_an_account_speaks_for_whom_it_is_bound_to_at_that_moment(alliance: Alliance) -> None:
    boris, member, event = await invited(alliance)
    await alliance.services.members.erase(member)

    assert (await boris.taps("Возможно")).show_alert
    assert await given(alliance, event) == []

    heir = await alliance.knows(99, "Борис Второй")
    now = alliance.clock.now()
    await alliance.database.write(lambda tx: consented(tx, heir, now, telegram_id=2))
    assert not (await boris.taps("Возможно")).show_alert
    answered = await alliance.database.read(lambda tx: tx.rsvps.answered(event))
    assert [(one.id, rsvp.answer) for one, rsvp in answered] == [(heir, Answer.MAYBE)]


async def test_who_leaves_the_council_is_refused_at_the_very_next_tap(alliance: Alliance) -> None:
    await alliance.has(1, "Анна", Role.ORGANISER)
    vera = await alliance.has(3, "Вера", Role.COUNCIL)
    plan = replace(a_plan(alliance.clock), audience=COUNCIL)
    event = await alliance.services.events.publish(MemberId(1), plan)
    await vera.sees("Приглашаем вас")

    await alliance.database.write(
        lambda tx: tx.members.update(MemberId(2), PersonDetails("Вера", roles=frozenset()))
    )

    assert (await vera.taps("Иду")).show_alert
    assert await given(alliance, event) == []


async def test_a_refusal_is_worded_in_the_persons_language(alliance: Alliance) -> None:
    """It is neither that of their Telegram nor the alliance's."""
    await alliance.has(1, "Анна", Role.ORGANISER)
    boris = alliance.sandbox.add_person(2, "Борис", started=True, language_code="ru")
    await alliance.services.members.choose_language(await alliance.knows(2, "Борис"), "en")
    event = await alliance.announces(1)
    await boris.sees("Встреча")
    card = next(message for message in boris.chat() if "Встреча" in message["text"])
    await alliance.services.events.cancel(MemberId(1), event, "Болезнь")

    answer = await boris.forges(f"rsvp:{event}:going", card["message_id"])

    assert answer.show_alert
    assert (answer.text or "").startswith("The event is cancelled")
    assert await given(alliance, event) == []


# --- ballots --------------------------------------------------------------------------------------


async def cast(voters: Voters, poll: PollId) -> list[str]:
    def written(tx: Stores) -> list[str]:
        found = tx.polls.get(poll)
        assert found is not None
        return list(tx.ballots.written(found).values())

    return await voters.alliance.database.read(written)


async def test_a_ballot_needs_no_look_up_besides_its_transaction(
    voters: Voters, monkeypatch: pytest.MonkeyPatch
) -> None:
    poll = await voters.opens()
    await voters.gleb.sees("Началось голосование")
    monkeypatch.setattr(Prompts, "who_speaks", broken)
    monkeypatch.setattr(type(voters.alliance.database), "read", broken)

    answer = await voters.gleb.taps("За")

    assert answer.text == "Голос принят. Спасибо!"
    await voters.gleb.sees("Голос принят: «За»")
    monkeypatch.undo()
    assert await cast(voters, poll) == ["for"]


async def test_neither_does_one_that_was_filled_in_before(
    voters: Voters, monkeypatch: pytest.MonkeyPatch
) -> None:
    poll = await voters.opens(**of(PollKind.ELECTION, "Анна", "Игорь", "Ольга", seats=2))
    await voters.gleb.sees("Началось голосование")
    await voters.gleb.taps("1. Анна")
    await voters.gleb.sees("Выбрано 1 из 2")
    monkeypatch.setattr(Ballots, "look", broken)
    monkeypatch.setattr(Prompts, "who_speaks", broken)
    monkeypatch.setattr(type(voters.alliance.database), "read", broken)

    answer = await voters.gleb.taps("Проголосовать")

    assert answer.text == "Голос принят. Спасибо!"
    await voters.gleb.sees("Голос принят: Анна")
    monkeypatch.undo()
    assert await cast(voters, poll) == ["10"]


async def test_neither_does_the_second_tap_on_a_secret_one(
    voters: Voters, monkeypatch: pytest.MonkeyPatch
) -> None:
    poll = await voters.opens(**of(PollKind.ADMISSION, "Фонд А", "Фонд Б"), **SECRET)
    await voters.gleb.sees("приём в альянс")
    await voters.gleb.taps("1. За")
    await voters.gleb.sees("Осталось отметить 1 организацию.")
    await voters.gleb.taps("2. Возд.")
    await voters.gleb.sees("Отмечено всё.")
    await voters.gleb.taps("Проголосовать")
    await voters.gleb.sees("Ваш выбор:")
    monkeypatch.setattr(Ballots, "look", broken)
    monkeypatch.setattr(Prompts, "who_speaks", broken)
    monkeypatch.setattr(type(voters.alliance.database), "read", broken)

    await voters.gleb.taps("Да, проголосовать")

    await voters.gleb.sees("Номер бюллетеня")
    monkeypatch.undo()
    assert await cast(voters, poll) == ["10:for,11:abstain"]


async def test_a_voter_who_takes_the_consent_back_is_refused_at_the_very_next_tap(
    voters: Voters,
) -> None:
    poll = await voters.opens()
    await voters.gleb.sees("Началось голосование")
    await voters.alliance.loses_consent(3)

    answer = await voters.gleb.taps("За")

    assert answer.show_alert
    assert (answer.text or "").startswith("Сначала нужно ваше согласие")
    assert await cast(voters, poll) == []


@pytest.mark.parametrize("secrecy", [{}, SECRET], ids=["named", "secret"])
async def test_an_account_that_speaks_for_nobody_any_more_casts_nothing(
    voters: Voters, secrecy: dict[str, object]
) -> None:
    poll = await voters.opens(**secrecy)
    ballot = await voters.gleb.sees("Началось голосование")
    await voters.alliance.services.members.erase(MemberId(3))
    data = VoteButton(poll_id=poll, voter_id=VoterId(3), choice=Choice.FOR).pack()

    assert (await voters.gleb.forges(data, ballot["message_id"])).show_alert
    assert await cast(voters, poll) == []


async def test_who_votes_has_turned_away_from_what_they_were_to_type(voters: Voters) -> None:
    await voters.opens()
    await voters.gleb.sees("Началось голосование")
    account = TelegramId(voters.gleb.id)
    prompts = Prompts(voters.alliance.database, voters.alliance.clock)
    await prompts.ask(account, Prompt("statement", 1, "3"))

    await voters.gleb.taps("За")

    assert await prompts.asked(account) is None


async def test_the_card_is_shown_again_to_who_changes_nothing(voters: Voters) -> None:
    await voters.opens()
    await voters.gleb.sees("Началось голосование")
    await voters.gleb.taps("За")
    await voters.gleb.sees("Голос принят: «За»")
    await voters.gleb.taps("Изменить голос")
    await voters.gleb.sees("Как вы голосуете?")

    await voters.gleb.taps("✓ За")

    await voters.gleb.sees("Голос принят: «За»")


@pytest.mark.parametrize(
    "happened",
    [
        {"message_auto_delete_timer_changed": {"message_auto_delete_time": 86400}},
        {"chat_background_set": {"type": {"type": "chat_theme", "theme_name": "🎄"}}},
        {"pinned_message": {"message_id": 1, "date": 0, "chat": {"id": 1, "type": "private"}}},
    ],
)
async def test_what_telegram_notes_in_a_private_chat_is_no_message_to_the_bot(
    alliance: Alliance, happened: dict[str, Any]
) -> None:
    """It is not answered, and neither is it the answer that a form or a question waits for."""
    anna = await alliance.has(1, "Анна", Role.ORGANISER)
    world = alliance.sandbox.world

    def happens() -> None:
        note = world.post(chat_of(world, anna.account, None), anna.account.user, happened)
        world.updates.push("message", note)

    happens()
    await anna.says("/event")
    await anna.sees("Как оно называется?")
    happens()
    await anna.says("Съезд")
    await anna.sees("О чём событие?")

    texts = [message.get("text", "") for message in anna.chat()]
    assert not [text for text in texts if "не понимает" in text or "Ждём название" in text]

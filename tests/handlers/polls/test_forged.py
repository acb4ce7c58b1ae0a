"""Every voters' button forged by every sort of person whom the poll is not for."""

from typing import Any

import pytest

from bot.domain.people.members import MemberId, TelegramId
from bot.domain.polls.ballots import Choice
from bot.domain.polls.polls import PollId
from handlers.polls.callbacks import polls
from sandbox.people import Person
from tests.alliance import a_plan
from tests.databases import dump, execute
from tests.keyboards import taps_each
from tests.voters import DAY, QUESTION, SECRET, Voters

BROKEN = "сломалось"


def of_voters(poll: int, voter: int) -> list[str]:
    """Return all that a voter taps on a poll and on one voter's ballot."""
    ballot: dict[str, Any] = {"poll_id": poll, "voter_id": voter}
    return [
        one.pack()
        for one in (
            polls.PollButton(poll_id=PollId(poll)),
            polls.PollMoreButton(**ballot),
            polls.MaterialButton(poll_id=PollId(poll), place=0),
            polls.BallotButton(**ballot),
            polls.BallotButton(**ballot, marks="AQ"),
            polls.ReviewButton(**ballot, marks="AQ"),
            polls.CastButton(**ballot, marks="AQ"),
            *(polls.VoteButton(**ballot, choice=choice) for choice in Choice),
            polls.RecuseButton(**ballot),
            polls.RecuseButton(**ballot, sure=True),
            polls.StatementButton(**ballot),
            polls.StatementButton(**ballot, sure=True),
            polls.ProxyButton(**ballot),
            polls.HolderButton(**ballot, member_id=MemberId(2)),
            polls.RevokeButton(**ballot),
            polls.RevokeSureButton(**ballot, holder_id=MemberId(2)),
            polls.GiveProxyButton(poll_id=PollId(poll), number=1),
            polls.CheckNumberButton(poll_id=PollId(poll)),
            polls.NumbersButton(poll_id=PollId(poll)),
            polls.ChartButton(poll_id=PollId(poll)),
        )
    ]


async def a_person(voters: Voters, who: str) -> Person:
    """Bring in somebody whom a poll of the council is not for."""
    alliance = voters.alliance
    if who == "a delegate":
        return voters.egor
    if who == "a member":
        return await alliance.has(7, "Яна")
    person = alliance.sandbox.add_person(8, "Гость", started=True)
    organiser = MemberId(await alliance.knows(9, "Организатор"))
    await execute(
        alliance.database, "INSERT INTO roles (member_id, role) VALUES (?, 'organiser')", organiser
    )
    event = await alliance.services.events.publish(
        organiser, a_plan(alliance.clock, "Открытый урок")
    )
    code = (await alliance.services.guests.link(organiser, event)).guest_code
    await alliance.services.guests.consent(TelegramId(8), "Гость", f"g_{code}", "ru", 1)
    return person


@pytest.mark.parametrize("closed", [False, True])
@pytest.mark.parametrize("who", ["a delegate", "a member", "a guest"])
async def test_who_the_poll_is_not_for_does_and_learns_nothing(
    voters: Voters, who: str, closed: bool
) -> None:
    poll = await voters.opens(**SECRET)
    await voters.gleb.sees("Началось голосование")
    person = await a_person(voters, who)
    if closed:
        await voters.closes()
    await person.says("/help")
    number = (await person.sees("Вот что умеет бот"))["message_id"]
    await voters.alliance.stands_still()
    before, seen = await dump(voters.alliance.database), len(person.chat())

    forged = [data for voter in (1, 3, 99) for data in of_voters(poll, voter)]
    forged += of_voters(poll + 1, 3)
    answers = await taps_each(person, forged, number)

    for one, answer in zip(forged, answers, strict=True):
        assert answer.show_alert, (one, answer)
        assert QUESTION not in (answer.text or ""), one
        assert BROKEN not in (answer.text or ""), f"{one} is refused, not broken"
    assert len(person.chat()) == seen
    assert await dump(voters.alliance.database) == before


async def test_a_voter_does_nothing_with_anybody_elses_ballot(voters: Voters) -> None:
    poll = await voters.opens(**SECRET)
    await voters.gleb.sees("Началось голосование")
    await voters.gleb.says("/help")
    number = (await voters.gleb.sees("Вот что умеет бот"))["message_id"]
    await voters.alliance.stands_still()
    before = await dump(voters.alliance.database)

    own = {"poll", "check", "nums", "pmat", "pchart"}
    forged = [one for one in of_voters(poll, 4) if one.split(":")[0] not in own]
    answers = await taps_each(voters.gleb, forged, number)

    for one, answer in zip(forged, answers, strict=True):
        assert answer.show_alert, (one, answer)
        assert BROKEN not in (answer.text or ""), f"{one} is refused, not broken"
    assert await dump(voters.alliance.database) == before


async def test_a_scheduled_poll_is_nobodys_to_see_but_the_chairs(voters: Voters) -> None:
    poll = await voters.opens(opens_at=voters.alliance.clock.now() + DAY)

    await voters.gleb.says(f"/start b_{poll}")
    await voters.gleb.sees("Такого голосования нет.")
    await voters.vera.says(f"/start b_{poll}")
    card = await voters.vera.sees("Голосование начнётся: ")
    assert "Как вы голосуете?" not in card["text"]

"""Who may what with a vote: every act there is, tried by everybody who may not, at that moment."""

from collections.abc import Iterator
from inspect import getmembers, isfunction, signature
from typing import Any

import pytest

from bot.domain.people.members import MemberId, Role
from bot.domain.people.people import PersonDetails
from bot.domain.polls.voters import VoterId
from bot.domain.refusals import OnlyForPresiding, Refusal
from bot.services.minutes.addenda import MinutesAddenda
from bot.services.minutes.deadlines import MinutesDeadlines
from bot.services.minutes.filing import MinutesFiling
from bot.services.minutes.minutes import PollMinutes
from bot.services.polls.ballots import Ballots
from bot.services.polls.electorates import Electorates
from bot.services.polls.numbers import BallotNumbers
from bot.services.polls.polls import Polls
from bot.services.polls.proxies import Proxies
from bot.services.polls.ties import Ties
from storage.stores import Stores
from tests.councils import CHAIR, CLOSES, FOR, ISSUED, NOON, SECRET, SECRETARY, Assembly
from tests.databases import dump
from tests.halls import refused
from tests.people import joined

SERVICES = (
    *(Polls, Ties, Proxies, Ballots, BallotNumbers, Electorates),
    *(PollMinutes, MinutesFiling, MinutesAddenda, MinutesDeadlines),
)
OTHERS = ("council", "leader", "delegate", "outsider", "organiser", "administrator", "nobody")
"""Everybody but chair and secretary."""

OWN = {"look", "leave", "listed", "council", "check_number", "numbers"}
"""What members of the body see of a vote without having a ballot of their own at hand."""

OF_THE_BOT = {"show"}
"""What the bot does of its own accord, once somebody was let do something."""


def acts(first: str) -> list[tuple[type[Any], str]]:
    """Return all acts of the services whose first argument, who acts, is called so."""
    return [(service, name) for service in SERVICES for name in _acts(service, first)]


def _acts(service: type[Any], first: str) -> Iterator[str]:
    for name, method in getmembers(service, isfunction):
        names = list(signature(method).parameters)
        if not name.startswith("_") and names[1:3] == ["tx", first]:
            yield name


async def persons(assembly: Assembly) -> dict[str, MemberId]:
    def write(tx: Stores) -> dict[str, MemberId]:
        return {
            role.value: joined(tx, PersonDetails(f"Некто {role}", roles=frozenset({role})), NOON)
            for role in (Role.ORGANISER, Role.ADMINISTRATOR)
        }

    found = {"council": 3, "leader": 11, "delegate": 12, "outsider": 10, "nobody": 999}
    known = {name: MemberId(number) for name, number in found.items()}
    return {**known, **await assembly.database.write(write)}


def done(assembly: Assembly, service: type[Any], name: str, who: MemberId, **given: Any) -> Any:
    """Act, with what is `given` by the names of the arguments; of others nothing is known."""
    method = getattr(service(assembly.database, assembly.clock, assembly.rules), name)
    names = list(signature(method).parameters.values())[2:]
    wanted = [one.name for one in names if one.name in given or one.default is one.empty]
    return method(who, **{one: given.get(one) for one in wanted})


@pytest.mark.parametrize("who", OTHERS)
async def test_what_belongs_to_chair_and_secretary_is_refused_to_everybody_else(
    assembly: Assembly, who: str
) -> None:
    """Before anything else is looked at: what they say of the act makes no difference."""
    actor = (await persons(assembly))[who]
    poll = await assembly.opens()
    before = await dump(assembly.database)

    presiding = acts("actor")
    assert len(presiding) > 25
    for service, name in presiding:
        with pytest.raises(Refusal) as refusal:
            await done(assembly, service, name, actor, poll=poll)
        expected = "NotMember" if who == "nobody" else OnlyForPresiding.__name__
        assert type(refusal.value).__name__ == expected, (service, name)
    assert await dump(assembly.database) == before


@pytest.mark.parametrize("who", [CHAIR, SECRETARY])
async def test_who_presides_no_longer_does_nothing_more_of_it(
    assembly: Assembly, who: MemberId
) -> None:
    poll = await assembly.opens()
    await assembly.polls.board(who, poll)
    member = PersonDetails("Член совета", roles=frozenset({Role.COUNCIL}))
    await assembly.database.write(lambda tx: tx.members.update(who, member))

    for service, name in acts("actor"):
        with refused(OnlyForPresiding):
            await done(assembly, service, name, who, poll=poll)


@pytest.mark.parametrize("who", OTHERS)
async def test_a_ballot_is_nobodys_to_touch_but_its_voters(assembly: Assembly, who: str) -> None:
    """Of a member of the council who votes in person, in a secret poll."""
    member = (await persons(assembly))[who]
    poll = await assembly.opens(**SECRET)
    await assembly.casts(4, poll, FOR)
    given = {"poll": poll, "said": FOR, "text": "", "holder": MemberId(5), "number": "7"}
    given |= {"issued_on": ISSUED, "expires_at": CLOSES, "scope": "Голосовать"}
    before = await dump(assembly.database)

    of_voters = [
        (service, name) for service, name in acts("member") if name not in OWN | OF_THE_BOT
    ]
    assert len(of_voters) > 6
    for service, name in of_voters:
        for voter in (4, 5):
            with refused(Refusal):
                await done(assembly, service, name, member, voter=VoterId(voter), **given)
    assert await dump(assembly.database) == before

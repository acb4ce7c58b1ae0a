"""Polls to try the rules on: a council of nine, its rules, ballots, and what may differ."""

import secrets
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from typing import Any

from bot.domain.people.members import MemberId
from bot.domain.polls.ballots import Ballot, Choice, ElectionBallot, MotionBallot
from bot.domain.polls.electorates import Electorate, Headcount
from bot.domain.polls.majorities import (
    AT_LEAST_HALF,
    MORE_THAN_HALF,
    Base,
    Bound,
    Majority,
    Quorum,
    Recusal,
    Rules,
    Share,
)
from bot.domain.polls.plans import Candidate, CandidateId, Mode, PollKind, PollPlan, Secrecy
from bot.domain.polls.polls import Poll, PollId, PollState
from bot.domain.polls.seals import ballot_number
from bot.domain.polls.tallies import Result, tally
from bot.domain.polls.voters import VoterId

NOW = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
CLOSES = NOW + timedelta(days=3)
INSTANT = timedelta(microseconds=1)
TWO_THIRDS = Share(2, 3, Bound.AT_LEAST)
THIRD = Share(1, 3, Bound.AT_LEAST)
ALL = Share(1, 1, Bound.AT_LEAST)
SHARES = [
    MORE_THAN_HALF,
    AT_LEAST_HALF,
    TWO_THIRDS,
    Share(2, 3, Bound.MORE_THAN),
    Share(3, 4, Bound.AT_LEAST),
    Share(3, 5, Bound.MORE_THAN),
    THIRD,
    ALL,
]
FOR, AGAINST, ABSTAIN = Choice
RULES = Rules(
    Quorum(MORE_THAN_HALF, "7-ФЗ, ст. 29, п. 4"),
    Majority(MORE_THAN_HALF, Base.PARTICIPANTS, "ГК РФ, ст. 181.2, п. 1"),
    Recusal(lowers_base=False, clause="Устав, п. 5.7"),
    remote="Устав, п. 5.8",
    council_proxies="Устав, п. 6.8",
)


def a_number() -> str:
    """Return the number of a secret ballot that nobody knows."""
    return ballot_number(PollId(1), str(Choice.FOR), secrets.token_hex(32))


def rules(
    majority: Share = MORE_THAN_HALF,
    base: Base = Base.PARTICIPANTS,
    *,
    quorum: Share = MORE_THAN_HALF,
    lowers: bool = False,
) -> Rules:
    return replace(
        RULES,
        quorum=Quorum(quorum, "Устав, п. 5.1"),
        majority=Majority(majority, base, "Устав, п. 5.2"),
        recusal=Recusal(lowers, "Устав, п. 5.7"),
    )


def candidates(count: int) -> tuple[Candidate, ...]:
    return tuple(Candidate(CandidateId(n), f"Кандидат {n}") for n in range(1, count + 1))


def a_motion(**changes: Any) -> PollPlan:
    motion = PollPlan(
        kind=PollKind.MOTION,
        question="Утвердить план",
        rules=RULES,
        mode=Mode.REMOTE,
        secrecy=Secrecy.NAMED,
        closes_at=CLOSES,
    )
    return replace(motion, **changes)


def an_admission(count: int = 1, **changes: Any) -> PollPlan:
    return a_motion(kind=PollKind.ADMISSION, candidates=candidates(count), **changes)


def an_election(count: int = 7, seats: int = 5, **changes: Any) -> PollPlan:
    some = candidates(count)
    return a_motion(kind=PollKind.ELECTION, candidates=some, seats=seats, **changes)


def a_poll(state: PollState = PollState.OPEN, **changes: Any) -> Poll:
    poll = Poll(
        id=PollId(4),
        state=state,
        created_by=MemberId(1),
        kind=PollKind.MOTION,
        question="Утвердить план",
        rules=RULES,
        mode=Mode.REMOTE,
        secrecy=Secrecy.NAMED,
        closes_at=CLOSES,
        opened_at=None if state is PollState.SCHEDULED else NOW,
    )
    return replace(poll, **changes)


def voters(*numbers: int) -> frozenset[VoterId]:
    return frozenset(map(VoterId, numbers))


def delegate(voter: int) -> MemberId:
    """The one delegate of a voter of `an_electorate`."""
    return MemberId(100 + voter)


def an_electorate(count: int = 9) -> Electorate:
    """Voters 1 to `count`, each with one delegate."""
    numbers = range(1, count + 1)
    return Electorate({VoterId(n): frozenset({delegate(n)}) for n in numbers})


def votes(in_favour: int, against: int = 0, abstained: int = 0) -> list[Ballot]:
    said = [FOR] * in_favour + [AGAINST] * against + [ABSTAIN] * abstained
    return [MotionBallot(choice) for choice in said]


def approvals(*numbers: int, times: int = 1) -> list[Ballot]:
    return [ElectionBallot(frozenset(map(CandidateId, numbers)))] * times


def against_all(times: int) -> list[Ballot]:
    return [ElectionBallot(against_all=True)] * times


def count(
    plan: PollPlan,
    ballots: Sequence[Ballot],
    entitled: int = 9,
    *,
    recused: int = 0,
    silent: int = 0,
) -> Result:
    """Count the ballots; `silent` were registered at the meeting and did not vote."""
    cast = len(ballots)
    return tally(plan, Headcount(entitled, recused, cast, cast + silent), ballots)


def spread(got: Sequence[int], voters: int) -> list[Ballot]:
    """Ballots that give candidate 1 `got[0]` approvals and so on, as evenly as can be."""
    approved: list[set[CandidateId]] = [set() for _ in range(voters)]
    given = 0
    for number, approvals in enumerate(got, 1):
        for slot in range(given, given + approvals):
            approved[slot % voters].add(CandidateId(number))
        given += approvals
    return [ElectionBallot(frozenset(some), against_all=not some) for some in approved]


def satisfies(votes: int, share: Share, base: int) -> bool:
    """The rule as the law words it: somebody is for, and more than or at least the part."""
    part = Fraction(share.numerator, share.denominator) * base
    return votes > 0 and (votes > part if share.bound is Bound.MORE_THAN else votes >= part)

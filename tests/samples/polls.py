"""What is said of polls: open, cancelled, closed, tied; and of straw polls."""

from dataclasses import replace
from datetime import date

from bot.domain.notices import MessageRef
from bot.domain.polls import records
from bot.domain.polls.ballots import Ballot, Choice, ElectionBallot, MotionBallot, Named
from bot.domain.polls.declared import Declared
from bot.domain.polls.electorates import Headcount
from bot.domain.polls.lots import Lot
from bot.domain.polls.notices import (
    BallotOpened,
    BallotReminder,
    MinutesReady,
    NumberOwed,
    NumberShown,
    OpeningPosted,
    OutcomeDeclared,
    PollCancelled,
    PollCardChanged,
    PollPosted,
    PollRestored,
    PollSealed,
    PresenceAwaited,
    ProxyAwaited,
    ProxyEntrusted,
    ProxyWithdrawn,
    TieSettledByLot,
)
from bot.domain.polls.plans import CandidateId, Mode, PollPlan, Secrecy
from bot.domain.polls.polls import Closing, Poll, PollId, PollState
from bot.domain.polls.proxies import Proxy
from bot.domain.polls.seals import Seal
from bot.domain.polls.straw_polls import StrawPlan, StrawPollClosed, StrawPollInterrupted
from bot.domain.polls.tallies import tally
from bot.domain.polls.views import PollView
from bot.domain.polls.voters import Representative, Voter, VoterId
from bot.domain.shown import Shown
from storage.stores import Stores
from tests import polling
from tests.samples.people import ANNA, DAY, GROUP, HOUR, NOW, OLGA, VERA, Sample

COUNCIL = {OLGA: "Ольга Сергеевна", ANNA: "Анна Петрова", VERA: "Вера <Львовна>"}
CLOSES = NOW + 3 * HOUR
ONE_THIRD = polling.rules(polling.THIRD)
BALLOT, BOARD = MessageRef(ANNA, 60), MessageRef(OLGA, 61)


def of_polls(tx: Stores) -> list[Sample]:
    opened, closed, tied = _entrusted(tx), _closed(tx), _tied(tx)
    cancelled = _opened(tx, polling.a_motion(question="Поездка в Пермь", closes_at=CLOSES))
    hall = polling.a_motion(question="Смета <на год>", closes_at=NOW, mode=Mode.MEETING)
    met = _opened(tx, hall).id
    tx.polls.save(replace(cancelled, state=PollState.CANCELLED, reason="Рано"))
    unread = _opened(tx, polling.a_motion(question="Кто казначей?", closes_at=CLOSES))
    tx.polls.save(unread.without_ballots())
    return [
        Sample(BallotOpened(opened), ANNA),
        Sample(BallotReminder(opened, CLOSES, 3 * HOUR), ANNA),
        Sample(BallotReminder(opened, CLOSES, HOUR, last=True), ANNA, note="last"),
        Sample(ProxyEntrusted(opened, VoterId(VERA)), ANNA),
        Sample(ProxyAwaited(_papers(tx), VoterId(VERA)), OLGA),
        Sample(ProxyWithdrawn(opened, VoterId(OLGA)), ANNA),
        Sample(PollCancelled(cancelled.id), ANNA),
        Sample(PollCancelled(unread.id), ANNA, note="ballots lost"),
        Sample(PollRestored(opened), ANNA),
        Sample(PollRestored(closed), ANNA, note="closed"),
        Sample(OutcomeDeclared(closed), ANNA),
        Sample(TieSettledByLot(tied), ANNA),
        Sample(NumberShown(opened), ANNA, MessageRef(ANNA, 62)),
        Sample(PollPosted(opened), GROUP),
        Sample(OpeningPosted(opened), GROUP),
        Sample(PollSealed(closed), GROUP),
        Sample(PresenceAwaited(met), OLGA),
        Sample(MinutesReady(closed), OLGA),
        Sample(PollCardChanged(opened), ANNA, BALLOT, "ballot"),
        Sample(PollCardChanged(opened), OLGA, BOARD, "board"),
    ]


def of_straw_polls(tx: Stores) -> list[Sample]:
    plan = StrawPlan("Где встретимся?", ("В саду", "В <доме>"))
    counted = tx.straw_polls.add(plan, GROUP, OLGA, NOW - DAY)
    tx.straw_polls.save_counts(counted, (3, 1), 4)
    interrupted = tx.straw_polls.add(plan, GROUP, OLGA, NOW)
    return [
        Sample(StrawPollClosed(counted), GROUP),
        Sample(StrawPollInterrupted(interrupted), OLGA),
    ]


def _opened(tx: Stores, plan: PollPlan) -> Poll:
    planned = tx.polls.add(plan, OLGA, NOW - HOUR)
    voters = [
        Voter(VoterId(one), name, (Representative(one, name, "директор"),))
        for one, name in COUNCIL.items()
    ]
    tx.electorates.add(planned.id, voters)
    opened = replace(planned, state=PollState.OPEN, opened_at=NOW - HOUR)
    tx.polls.save(opened)
    tx.entries.add(records.opened(opened, voters))
    return opened


def _entrusted(tx: Stores) -> PollId:
    """Open a poll in which Anna holds Vera's ballot, and messages follow it."""
    poll = _opened(tx, polling.a_motion(question="Смета на <год>", closes_at=CLOSES)).id
    proxy = Proxy(VoterId(VERA), ANNA, "7", date(2026, 11, 20), CLOSES + DAY, "Голосовать")
    tx.proxies.save(poll, proxy, Representative(ANNA, COUNCIL[ANNA], "директор"), OLGA)
    tx.shown.save(Shown(poll, ANNA, BALLOT, PollView.BALLOT))
    tx.shown.save(Shown(poll, OLGA, BOARD, PollView.BOARD))
    return poll


def _papers(tx: Stores) -> PollId:
    """Open a poll in which Vera has given a proxy whose paper nobody has seen."""
    poll = _opened(tx, polling.a_motion(question="Смета на <год>", closes_at=CLOSES)).id
    paper = (VoterId(VERA), ANNA, "7", date(2026, 11, 20), CLOSES + DAY, "Голосовать")
    proxy = Proxy(*paper, issuer="Вера <Павловна>", confirmed=False)
    tx.proxies.save(poll, proxy, Representative(ANNA, COUNCIL[ANNA], "директор"), VERA)
    return poll


def _closed(tx: Stores) -> PollId:
    poll = _opened(tx, polling.a_motion(question="План работы", closes_at=NOW))
    cast = (Choice.FOR, Choice.FOR, Choice.AGAINST)
    return _declared(tx, poll, [MotionBallot(choice) for choice in cast])


def _tied(tx: Stores) -> PollId:
    """Close an election in which two have as many votes, and let the lot fall on the first."""
    poll = _opened(
        tx, polling.an_election(2, 1, question="Кто казначей?", closes_at=NOW, rules=ONE_THIRD)
    )
    votes: list[Ballot] = [ElectionBallot(frozenset({CandidateId(one)})) for one in (1, 2)]
    _declared(tx, poll, votes)
    tx.outcomes.save_lot(poll.id, Lot((CandidateId(1),), "Монета, бросала Вера", OLGA, NOW))
    return poll.id


def _declared(tx: Stores, poll: Poll, votes: list[Ballot]) -> PollId:
    """Close a poll in which the members of the council cast these votes, one each."""
    for member, vote in zip(COUNCIL, votes, strict=False):
        tx.ballots.cast(poll.id, VoterId(member), Named(vote, member, NOW - HOUR))
    closed = replace(poll, state=PollState.CLOSED, closed_at=NOW, closing=Closing.DEADLINE)
    result = tally(poll, Headcount(3, 0, len(votes), len(votes)), votes)
    seal = Seal("a" * 64, "b" * 64)
    head = tx.entries.add(records.closed(closed, result, seal))
    tx.polls.save(closed)
    tx.outcomes.declare(poll.id, Declared(result, seal, head), "c" * 64)
    return poll.id


def poll_of(tx: Stores, plan: PollPlan) -> PollId:
    """Open a poll for others who refer to one."""
    return _opened(tx, plan).id


def declared_poll(tx: Stores, plan: PollPlan, votes: list[Ballot]) -> PollId:
    """Close a poll in which the members of the council cast these votes, for others."""
    return _declared(tx, _opened(tx, plan), votes)


def of_numbers(tx: Stores) -> list[Sample]:
    """Return what is said of a secret ballot whose number nobody is known to have read."""
    plan = polling.a_motion(secrecy=Secrecy.SECRET, question="Доверие совету", closes_at=CLOSES)
    poll = _opened(tx, plan)
    tx.secret_ballots.cast(poll, VoterId(ANNA), MotionBallot(Choice.FOR))
    return [Sample(NumberOwed(poll.id, VoterId(ANNA)), ANNA)]

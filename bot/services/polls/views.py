"""Compose polls for display."""

from dataclasses import replace
from datetime import datetime

from bot.domain.people.members import Member, MemberId, Role
from bot.domain.polls.ballots import read_ballot
from bot.domain.polls.boards import Entrusted, PollBoard
from bot.domain.polls.cards import MyBallot, PollCard, PollSummary, Settlement, Turnout
from bot.domain.polls.electorates import Electorate
from bot.domain.polls.lots import Lot
from bot.domain.polls.plans import Body, CandidateId, Mode
from bot.domain.polls.polls import Closing, Poll, PollState
from bot.domain.polls.refusals import PollNotFound
from bot.domain.polls.tallies import Outcome, Result, tally
from bot.domain.polls.voters import VoterId
from bot.ports import Transaction
from bot.services.meetings.states import is_annulled, state_of_poll, why_not
from bot.services.polls.electing import (
    display_name,
    electorate_today,
    omitted_names,
    omitted_of,
    present_candidates,
    speakers_of,
    voter_today,
    voters_of,
)
from bot.services.polls.papers import may_issue
from bot.services.polls.rounds import next_round, settlement
from bot.services.polls.statements import awaited_until, stated_late


def may_see(tx: Transaction, poll: Poll, member: Member, now: datetime) -> bool:
    """Tell whether a person may see a poll.

    Chair and secretary always; others once it has opened: its voters, people of the body that
    decides (for the general meeting, of organisations), and once it has closed every member, if the
    outcome is for everybody; guests, if a ballot of it is still theirs.
    """
    if member.presides:
        return True
    if poll.state is PollState.SCHEDULED:
        return False
    if member.guest:
        held = tx.electorates.held_by(poll.id, member.id)
        return any(_is_of_guest(tx, poll, voter, member.id, now) for voter, _ in held)
    if poll.body is Body.COUNCIL:
        of_body = Role.COUNCIL in member.roles
    else:
        of_body = member.organisation is not None
    told = poll.tells_members and poll.state is PollState.CLOSED
    return of_body or told or bool(tx.electorates.held_by(poll.id, member.id))


def _is_of_guest(
    tx: Transaction, poll: Poll, voter: VoterId, member: MemberId, now: datetime
) -> bool:
    """Tell whether a guest casts a ballot by proxy, or left with a voter that had cast it.

    Of the latter they may still ask that the minutes say that it was against (ГК 181.2 п. 4).
    """
    electorate = voter_today(tx, poll, voter)
    if member in electorate.casters(voter, now):
        return True
    left = member in electorate.delegates[voter] and not electorate.is_of_body(voter)
    return left and tx.ballots.has_voted(poll.id, voter)


def require_seen(tx: Transaction, poll: Poll, member: Member, now: datetime) -> None:
    """Refuse a person who may not see the poll, as if it did not exist."""
    if not may_see(tx, poll, member, now):
        raise PollNotFound


def poll_card(tx: Transaction, poll: Poll, member: Member | None, now: datetime) -> PollCard:
    """Return a poll as a person sees it; without one, as everybody who may see it does."""
    declared = tx.outcomes.declared(poll.id) if poll.state is PollState.CLOSED else None
    lot = tx.outcomes.lot(poll.id) if declared else None
    settled = settlement(tx, poll) if declared and declared.result.tie else None
    return PollCard(
        poll=poll,
        now=now,
        turnout=_turnout(tx, poll),
        ballots=() if member is None else my_ballots(tx, poll, member.id, now),
        result=declared.result if declared else _standing(tx, poll),
        lot=lot,
        seal=declared.seal if declared else None,
        head=declared.head if declared else None,
        run_off=next_round(tx, poll.id) if declared and declared.result.tie else None,
        settlement=settled,
        statements_until=awaited_until(tx, poll, now),
        minutes=_minutes(tx, poll) if declared else "",
        presides=member is not None and member.presides,
        presence=tx.presences.of_poll(poll.id) if declared else None,
        omitted=_omitted(tx, poll),
        in_meeting=poll.state is PollState.OPEN and _is_of_meeting(tx, poll),
        closed_in_meeting=poll.closing is Closing.BY_HAND and _is_of_meeting(tx, poll),
        absent=_absent(tx, poll, declared.result, lot, settled) if declared else (),
        annulled=declared is not None and is_annulled(tx, poll.id),
        former_numbers=poll.is_secret and tx.secret_ballots.has_former_numbers(poll.id),
    )


def _is_of_meeting(tx: Transaction, poll: Poll) -> bool:
    return poll.mode is Mode.MEETING and tx.meetings.of_poll(poll.id) is not None


def _absent(
    tx: Transaction, poll: Poll, result: Result, lot: Lot | None, settled: Settlement | None
) -> tuple[CandidateId, ...]:
    """Return who was elected to the council and is not of the alliance now."""
    if not poll.elects_council:
        return ()
    by_lot, later = lot.winners if lot else (), settled.elected if settled else ()
    elected = {*result.having(Outcome.ELECTED), *by_lot, *later}
    return tuple(sorted(elected - present_candidates(tx, poll, elected).keys()))


def _minutes(tx: Transaction, poll: Poll) -> str:
    issued = tx.minutes.of_poll(poll.id)
    return str(issued[0].number) if issued else ""


def _omitted(tx: Transaction, poll: Poll) -> tuple[str, ...]:
    """Return who of the body has no ballot: frozen at the opening, the present ones before it."""
    if poll.voters is None:
        return ()
    scheduled = poll.state is PollState.SCHEDULED
    found = omitted_of(tx, poll) if scheduled else tx.electorates.omitted(poll.id)
    return omitted_names(tx, poll, found)


def _turnout(tx: Transaction, poll: Poll) -> Turnout:
    if poll.state is PollState.SCHEDULED:
        return Turnout(len(voters_of(tx, poll)), 0, 0)
    return tx.ballots.turnout(poll.id)


def _standing(tx: Transaction, poll: Poll) -> Result | None:
    """Return the counts of a live poll; None for any other."""
    if not poll.shows_counts:
        return None
    ballots = [read_ballot(poll, text) for text in tx.ballots.written(poll).values()]
    headcount = tx.electorates.of_poll(poll.id).headcount(tx.ballots.voted(poll.id))
    return tally(poll, headcount, ballots)


def my_ballots(
    tx: Transaction, poll: Poll, member: MemberId, now: datetime
) -> tuple[MyBallot, ...]:
    """Return the ballots that a person may cast, or could cast if they had given no proxy."""
    held = tx.electorates.held_by(poll.id, member)
    found = (
        _my_ballot(tx, poll, voter, name, member, now)
        for voter, name in [*held, *_spoken_for(tx, poll, member, held)]
    )
    state = state_of_poll(tx, poll) if poll.state is PollState.OPEN else None
    return tuple(
        ballot
        if state is None
        else replace(ballot, barred=why_not(state, poll.id, ballot.voter, member))
        for ballot in found
        if ballot is not None
    )


def _spoken_for(
    tx: Transaction, poll: Poll, member: MemberId, held: list[tuple[VoterId, str]]
) -> list[tuple[VoterId, str]]:
    """Return the voter that a person represents since the opening, with its name; None without.

    Only delegates named at the opening may vote: such a person may just revoke its proxy.
    """
    person = tx.members.get(member) if poll.body is Body.GENERAL else None
    voter = VoterId(person.organisation) if person and person.organisation else None
    if voter is None or voter in dict(held) or member not in speakers_of(tx, poll.body, voter):
        return []
    return [(one.id, one.name) for one in tx.electorates.voters(poll.id) if one.id == voter]


def _my_ballot(
    tx: Transaction, poll: Poll, voter: VoterId, name: str, member: MemberId, now: datetime
) -> MyBallot | None:
    """Return a ballot; None for a voter whose proxy, now ended, was the person's only link."""
    electorate = voter_today(tx, poll, voter)
    given = electorate.proxy_of(voter)
    proxy = given if given is not None and given.holds(now) else None
    pending = given if given and not given.confirmed and given.stands(now) else None
    by_proxy = proxy is not None and proxy.holder == member
    appointed = member not in electorate.delegates[voter] and not by_proxy
    speaks = member in (electorate.speakers or {}).get(voter, frozenset())
    if appointed and (proxy is None or not speaks):
        return None
    former = not electorate.is_of_body(voter) or not (speaks or by_proxy)
    named = None if poll.is_secret else tx.ballots.named(poll, voter)
    caster = tx.members.get(named.cast_by) if named and named.cast_by != member else None
    return MyBallot(
        voter=voter,
        name=display_name(tx, poll.body, voter, name),
        proxy=proxy,
        by_proxy=by_proxy,
        holder=tx.proxies.holders(poll.id)[voter].name if proxy or pending else "",
        given_away=proxy is not None and not by_proxy,
        voted=named is not None or (poll.is_secret and tx.ballots.has_voted(poll.id, voter)),
        ballot=named.ballot if named else None,
        recused=voter in electorate.recused,
        stated=voter in tx.ballots.statements(poll.id),
        cast_by=caster.name if caster else "",
        head=tx.entries.of_ballot(poll.id, voter) if named else None,
        appointed=appointed,
        former=former,
        left=not electorate.is_of_body(voter),
        pending=pending,
        may_entrust=may_issue(tx, poll, voter, member),
        late=poll.state is PollState.CLOSED and voter in stated_late(tx, poll.id),
    )


def poll_board(tx: Transaction, poll: Poll, now: datetime) -> PollBoard:
    """Return a poll as chair and secretary see it, with those whose ballot is missing."""
    card = poll_card(tx, poll, None, now)
    if poll.state is not PollState.OPEN:
        return PollBoard(card)
    electorate = electorate_today(tx, poll)
    voted = tx.ballots.voted(poll.id)
    awaited = electorate.awaited(voted)
    names = {
        v.id: display_name(tx, poll.body, v.id, v.name) for v in tx.electorates.voters(poll.id)
    }
    silent = [voter for voter in names if voter in awaited]
    unreachable = [voter for voter in silent if not _is_reached(tx, electorate, voter, now)]
    there = frozenset(one.id for one in tx.members.all()) if unreachable else frozenset()
    orphaned = [v for v in unreachable if there.isdisjoint(electorate.casters(v, now))]
    holders = tx.proxies.holders(poll.id)
    given = [
        Entrusted(names[one.principal], holders[one.principal].name, one, one.principal in voted)
        for one in electorate.proxies
        if one.stands(now) and one.principal not in electorate.recused
    ]
    proxies = tuple(one for one in given if one.proxy.confirmed)
    papers = tuple(one for one in given if not (one.proxy.confirmed or one.voted))
    shown, missing, lost = (
        tuple(names[voter] for voter in some) for some in (silent, unreachable, orphaned)
    )
    return PollBoard(card, shown, missing, lost, proxies, papers)


def _is_reached(tx: Transaction, electorate: Electorate, voter: VoterId, now: datetime) -> bool:
    people = filter(None, map(tx.members.get, electorate.casters(voter, now)))
    return any(person.has_joined and person.reachable for person in people)


def summary(tx: Transaction, poll: Poll, member: Member, now: datetime) -> PollSummary:
    """Return a poll's line for a list."""
    stands = poll.state is PollState.CLOSED and not is_annulled(tx, poll.id)
    declared = tx.outcomes.declared(poll.id) if stands else None
    waits = poll.state is PollState.OPEN and poll_card(tx, poll, member, now).waits
    return PollSummary(
        id=poll.id,
        question=poll.question,
        kind=poll.kind,
        body=poll.body,
        state=poll.state,
        closes_at=poll.closes_at,
        opens_at=poll.opens_at,
        closed_at=poll.closed_at,
        waits_for_me=waits,
        outcome=declared.result.outcome if declared else None,
        second_round=poll.run_off_of is not None,
    )

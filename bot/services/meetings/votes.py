"""How a vote of a meeting is opened, closed and cancelled: it is a poll with the meeting's roll."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.meetings.acts import VoteCancelled, VoteClosed, VoteOpened
from bot.domain.meetings.facts import Mandate
from bot.domain.meetings.folding import require_allowed
from bot.domain.meetings.plans import AgendaPoint, ItemId, ItemKind
from bot.domain.meetings.refusals import ItemUnknown, LotAwaited
from bot.domain.meetings.state import ItemState, MeetingState, Stage
from bot.domain.meetings.terms import Ground, VotingForm
from bot.domain.meetings.voting import counted_by_hand, open_vote_on, require_last_call
from bot.domain.people.members import Member, MemberId
from bot.domain.polls import records
from bot.domain.polls.ballots import Named, read_ballot
from bot.domain.polls.competences import require_lawful
from bot.domain.polls.majorities import votes_needed
from bot.domain.polls.plans import Body, Mode, PollKind, PollPlan, Secrecy
from bot.domain.polls.polls import Closing, Poll, PollId
from bot.domain.polls.presences import Gathering, Presence
from bot.domain.polls.presets import Preset
from bot.domain.polls.proxies import Proxy
from bot.domain.polls.voters import Voter, VoterId
from bot.ports import Transaction
from bot.services.access import require_poll
from bot.services.meetings.states import do
from bot.services.meetings.unseating import councillors, seated_since
from bot.services.polls.courses import add_poll, call_off_poll, close_poll
from bot.services.polls.electing import electorate_today, everybody_of
from bot.services.polls.entrusting import entrust
from bot.services.polls.lots import open_tie
from bot.services.polls.rounds import last_round, second_round
from bot.services.rules import AllianceRules

LEAST = timedelta(hours=1)
"""A vote that is opened late in the session can be closed for at least so long."""


# --- the plan of the poll -------------------------------------------------------------------------


def poll_plan(
    state: MeetingState, point: AgendaPoint, rules: AllianceRules, now: datetime
) -> PollPlan:
    """Return the plan of the poll that an item's vote is, by the preset that it names."""
    preset = _preset(rules, point)
    kind = PollKind.ELECTION if point.kind is ItemKind.ELECTION else PollKind.MOTION
    seats = point.seats if kind is PollKind.ELECTION else 1
    planned = preset.plan(point.question, now, point.candidates, seats)
    return replace(
        planned,
        kind=kind,
        mode=Mode.MEETING,
        body=Body.GENERAL,
        secrecy=point.secrecy or planned.secrecy,
        exclusive=point.exclusive or planned.exclusive,
        live=False,
        closes_when_all_voted=False,
        closes_at=max(state.plan.closes_at, now + LEAST),
        materials=point.materials,
        elects_council=planned.elects_council and kind is PollKind.ELECTION,
    ).checked(now)


def _preset(rules: AllianceRules, point: AgendaPoint) -> Preset:
    """Return the preset that an item names, or the usual one of its kind."""
    usual = "election" if point.kind is ItemKind.ELECTION else "motion"
    usual = "charter" if point.exclusive and usual == "motion" else usual
    known = {one.name: one for one in rules.voting.presets}
    found = known.get(point.preset) or known.get(usual)
    if found is None:
        raise ItemUnknown
    return found


# --- opening --------------------------------------------------------------------------------------


def open_item_vote(
    tx: Transaction,
    state: MeetingState,
    item: ItemId,
    form: VotingForm,
    chair: Member,
    rules: AllianceRules,
    now: datetime,
    tied: PollId | None = None,
) -> MeetingState:
    """Open the vote on an item: those present now are its base, even if they leave.

    Then proxies are in force, those with a conflict of interest have no ballot (a proxy's holder
    may have declared it), and ballots that were sent before are cast. It is a second round if the
    item's last vote is `tied`. The candidates are those of the notice: one who has gone since holds
    up no election, and gets no seat.
    """
    found = state.item(item)
    plan = _plan(tx, state, found, tied, rules, now)
    of = None if tied is None else last_round(tx, tied)
    act = _opening(state, found, plan, form, chair.id, now, of)
    require_allowed(state, act)  # before anything is written
    require_lawful(plan, now, rules.voting.session)
    presence = Presence(frozenset(act.present), chair.id, now)
    gathering = Gathering(roll_today(tx, state), presence)
    poll = add_poll(tx, chair, plan, rules, now, run_off_of=of, gathering=gathering)
    after = do(tx, state, replace(act, vote=poll.id))
    _entrust(tx, after, poll, chair, rules, now)
    _recuse(tx, found, poll, now)
    _cast_posted(tx, after, found, poll, now)
    return after


def _plan(
    tx: Transaction,
    state: MeetingState,
    item: ItemState,
    tied: PollId | None,
    rules: AllianceRules,
    now: datetime,
) -> PollPlan:
    """Return the plan of the vote, or of a second round among those who are tied.

    Another whole election after a tie would elect more people than there are seats: refused.
    """
    if tied is None:
        if item.stage is Stage.TIED:
            raise LotAwaited
        return poll_plan(state, item.point, rules, now)
    former, closes_at = require_poll(tx, tied), max(state.plan.closes_at, now + LEAST)
    plan = second_round(tx, former, open_tie(tx, former), closes_at)
    return replace(plan, voters=None, omission=None).checked(now)


def _opening(
    state: MeetingState,
    item: ItemState,
    plan: PollPlan,
    form: VotingForm,
    chair: MemberId,
    now: datetime,
    run_off_of: PollId | None,
) -> VoteOpened:
    present = state.taking_part_in(item.point.id, run_off=run_off_of is not None)
    return VoteOpened(
        meeting=state.id,
        by=chair,
        at=now,
        item=item.point.id,
        vote=PollId(0),
        form=form,
        present=tuple(sorted(present)),
        needed=votes_needed(plan.rules.quorum.share, state.entitled),
        secret=plan.secrecy is Secrecy.SECRET,
        barred=tuple(one.member for one in plan.candidates if one.member is not None),
        run_off_of=run_off_of,
    )


def roll_today(tx: Transaction, state: MeetingState) -> tuple[Voter, ...]:
    """Return the voters of the meeting's roll, each with its present people.

    N is fixed on the day: who became a member since is not among them, who has left still is. Of
    those who sent ballots before, the people are those of the roll: one of them signed.
    """
    today = {voter.id: voter for voter in everybody_of(tx, Body.GENERAL)}
    today = {id_: voter for id_, voter in today.items() if id_ not in state.postings}
    return tuple(today.get(one.id, one) for one in state.voters.values())


def _recuse(tx: Transaction, item: ItemState, poll: Poll, now: datetime) -> None:
    presence = tx.presences.of_poll(poll.id)
    for voter, person in sorted(item.recused.items()):
        if presence is not None and voter in presence.voters:
            tx.ballots.recuse(poll.id, voter, person)
            tx.entries.add(records.recused(poll.id, voter, person, now))


def _entrust(
    tx: Transaction,
    state: MeetingState,
    poll: Poll,
    chair: Member,
    rules: AllianceRules,
    now: datetime,
) -> None:
    """Put those proxies in force whose principals have nobody of their own here.

    A holder who has become one of the principal's people needs none. A paper that has expired since
    it was seen, and a voter who has left the alliance, hold up nobody else: that voter is silent.
    """
    for voter, mandates in sorted(state.present.items()):
        if any(one.ground is not Ground.PROXY for one in mandates):
            continue
        electorate = electorate_today(tx, poll)
        own, proxy = electorate.delegates[voter], _proxy_in_force(voter, mandates, now)
        if proxy is None or not electorate.is_of_body(voter):
            continue
        if all(one.person not in own for one in mandates):
            appointed = frozenset({proxy.holder})
            entrust(tx, poll, electorate, proxy, chair, rules, now, appointed)


def _proxy_in_force(voter: VoterId, mandates: Iterable[Mandate], now: datetime) -> Proxy | None:
    """Return the first of a voter's proxies that still holds."""
    proxies = (
        Proxy(
            principal=voter,
            holder=one.person,
            number=one.proxy.number,
            issued_on=one.proxy.issued_on,
            expires_at=one.proxy.expires_at,
            scope=one.proxy.scope,
            issuer=one.proxy.issuer,
        )
        for one in mandates
        if one.proxy is not None
    )
    return next((one for one in proxies if one.holds(now)), None)


def _cast_posted(
    tx: Transaction, state: MeetingState, item: ItemState, poll: Poll, now: datetime
) -> None:
    """Cast the ballots that were sent before, by the hand of who signed them.

    Of a second round they knew nothing: none of them is cast in it.
    """
    if poll.run_off_of is not None:
        return
    for voter, posting in sorted(state.postings.items()):
        said = posting.ballots.get(item.point.id)
        if said is None or poll.is_secret or voter in item.recused:
            continue
        named = Named(read_ballot(poll, said), posting.person, now)
        tx.ballots.cast(poll.id, voter, named)
        tx.entries.add(records.cast(poll.id, voter, named))


# --- closing --------------------------------------------------------------------------------------


def close_item_vote(
    tx: Transaction,
    state: MeetingState,
    item: ItemId,
    chair: Member,
    rules: AllianceRules,
    now: datetime,
) -> MeetingState:
    """Close the vote on an item: ballots and what two tellers agree on are counted together."""
    vote = open_vote_on(state, item)
    require_last_call(state, state.item(item), vote, tx.ballots.voted(vote.poll))
    counted = counted_by_hand(vote)
    poll = require_poll(tx, vote.poll)
    if counted is not None:
        counted.checked(poll)
    closed = poll.closed_by_hand(state.plan.title, now)
    by = chair.id if closed.closing is Closing.BY_HAND else None  # past the deadline nobody
    before = councillors(tx)
    close_poll(tx, closed, rules, now, by, counted, in_meeting=True)
    declared = tx.outcomes.declared(poll.id)
    act = VoteClosed(
        meeting=state.id,
        by=chair.id,
        at=now,
        item=item,
        vote=vote.poll,
        counted=counted,
        tied=declared is not None and declared.result.tie is not None,
        seated=seated_since(tx, before),
    )
    return do(tx, state, act)


def cancel_item_vote(
    tx: Transaction,
    state: MeetingState,
    item: ItemId,
    reason: str,
    chair: Member,
    rules: AllianceRules,
    now: datetime,
) -> MeetingState:
    """Cancel the vote on an item, with a reason, also once its time has run out.

    It may be repeated.
    """
    vote = open_vote_on(state, item)
    poll = require_poll(tx, vote.poll)
    cancelled = poll.cancelled(reason, now, in_meeting=True)
    act = VoteCancelled(
        meeting=state.id, by=chair.id, at=now, item=item, vote=vote.poll, reason=cancelled.reason
    )
    after = do(tx, state, act)
    call_off_poll(tx, poll, cancelled, chair.id, rules, now)
    return after

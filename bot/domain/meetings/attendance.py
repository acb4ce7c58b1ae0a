"""Registration: who is there, by what right, and from when until when."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from types import MappingProxyType

from bot.domain.meetings import refusals
from bot.domain.meetings.acts import (
    Arrived,
    Begun,
    CodeIssued,
    Departed,
    Posted,
    RegistrarNamed,
    RegistrationOpened,
    ToldOtherwise,
)
from bot.domain.meetings.facts import IssuedCode, Mandate, Opening, Posting, Telling
from bot.domain.meetings.plans import ItemId, MeetingMode
from bot.domain.meetings.state import MeetingState, Phase
from bot.domain.meetings.terms import Ground, Leaving
from bot.domain.people.members import Member
from bot.domain.polls.plans import Secrecy
from bot.domain.polls.voters import Voter, VoterId

REGISTRATION_OPENS = timedelta(hours=12)
"""The registration opens so long before the start at the earliest: N is that of the day."""

# --- the notice -----------------------------------------------------------------------------------


def check_telling(state: MeetingState, act: ToldOtherwise) -> None:
    """Refuse a note of what has not happened yet, or happened before there was a notice."""
    if state.voters:
        on_roll(state, act.voter)
    if not (state.convened_at or act.at) <= act.told_at <= act.at:
        raise refusals.ToldAtImpossible


def note_telling(state: MeetingState, act: ToldOtherwise) -> MeetingState:
    """Note how a member was told otherwise than by the bot."""
    telling = Telling(act.way, act.told_at, act.note, act.by)
    return replace(state, told=MappingProxyType({**state.told, act.voter: telling}))


# --- the roll and the desks -----------------------------------------------------------------------


def check_registration(state: MeetingState, act: RegistrationOpened) -> None:
    """Refuse to open the registration before the day of the meeting, or without members."""
    opens_at = state.plan.starts_at - REGISTRATION_OPENS
    if act.at < opens_at:
        raise refusals.RegistrationTooEarly(opens_at)
    if not act.voters:
        raise refusals.NotOnRoll


def open_registration(state: MeetingState, act: RegistrationOpened) -> MeetingState:
    """Fix the roll: all members of this day."""
    roll = {voter.id: voter for voter in act.voters}
    return replace(state, phase=Phase.REGISTERING, voters=MappingProxyType(roll))


def name_registrar(state: MeetingState, act: RegistrarNamed) -> MeetingState:
    """Name somebody as registrar, or end that."""
    named = state.registrars - {act.person} if act.ends else state.registrars | {act.person}
    return replace(state, registrars=named)


# --- arrivals -------------------------------------------------------------------------------------


def check_arrival(state: MeetingState, act: Arrived) -> None:
    """Refuse somebody without a mandate, from afar without a clause, or who is there already."""
    voter = on_roll(state, act.voter)
    if act.remote and (state.plan.mode is MeetingMode.HALL or not state.plan.remote):
        raise refusals.RemoteNotAllowed
    _check_mandate(voter, act)
    if state.mandate(act.voter, act.person) is not None:
        raise refusals.RegisteredAlready


def _check_mandate(voter: Voter, act: Arrived) -> None:
    """Refuse a right that the person does not have: before registration it is checked."""
    named = next((one for one in voter.people if one.member == act.person), None)
    if act.ground is Ground.LEADER:
        valid = named is not None and named.leader is True
    elif act.ground is Ground.DELEGATE:
        valid = named is not None
        if valid and not act.document:
            raise refusals.MandateMissing
    else:
        if act.proxy is None:
            raise refusals.MandateMissing
        valid = named is None and act.at < act.proxy.expires_at
    if not valid:
        raise refusals.MandateInvalid


def arrive(state: MeetingState, act: Arrived) -> MeetingState:
    """Add a representative: the voter is there from the first one on."""
    mandate = Mandate(
        person=act.person,
        name=act.name,
        ground=act.ground,
        document=act.document,
        proxy=act.proxy,
        remote=act.remote,
        since=act.at,
        own=act.by == act.person and not act.remote,
    )
    there = (*state.present.get(act.voter, ()), mandate)
    checked = (*state.mandates.get(act.voter, ()), mandate)
    return replace(
        state,
        present=MappingProxyType({**state.present, act.voter: there}),
        mandates=MappingProxyType({**state.mandates, act.voter: checked}),
    )


def check_departure(state: MeetingState, act: Departed) -> None:
    """Refuse to have somebody leave who is not there, or to take back what counted already."""
    mandate = state.mandate(act.voter, act.person)
    if mandate is None:
        raise refusals.NotRegistered
    if act.why is Leaving.MISTAKE and _has_counted(state, act.voter, mandate):
        raise refusals.ArrivalCounted


def _has_counted(state: MeetingState, voter: VoterId, mandate: Mandate) -> bool:
    """Tell whether an arrival counts in the opening's quorum or in that of an item."""
    if state.opening is not None and mandate.since <= state.opening.at:
        return True
    votes = (vote for item in state.items.values() for vote in item.votes)
    return any(voter in vote.present and vote.opened_at >= mandate.since for vote in votes)


def depart(state: MeetingState, act: Departed) -> MeetingState:
    """Remove a representative: the voter leaves with the last one.

    Who represents other voters too stays for them, in the queue as well.
    """
    there = tuple(one for one in state.present[act.voter] if one.person != act.person)
    others = {voter: them for voter, them in state.present.items() if voter != act.voter}
    present = {**others, act.voter: there} if there else others
    mandates = state.mandates
    if act.why is Leaving.MISTAKE:
        kept = _without_last(mandates[act.voter], act)
        mandates = MappingProxyType({**mandates, act.voter: kept})
    asked = (act.voter, act.person)
    queue = tuple(one for one in state.queue if (one.voter, one.person) != asked)
    return replace(state, present=MappingProxyType(present), mandates=mandates, queue=queue)


def _without_last(checked: tuple[Mandate, ...], act: Departed) -> tuple[Mandate, ...]:
    last = max(place for place, one in enumerate(checked) if one.person == act.person)
    return (*checked[:last], *checked[last + 1 :])


def check_code(state: MeetingState, act: CodeIssued) -> None:
    """Refuse a code to somebody who does not represent the voter here."""
    if state.mandate(act.voter, act.person) is None:
        raise refusals.NotRegistered


def issue_code(state: MeetingState, act: CodeIssued) -> MeetingState:
    """Note whose code is valid: an earlier one of the voter is not."""
    code = IssuedCode(act.person, act.digest)
    return replace(state, codes=MappingProxyType({**state.codes, act.voter: code}))


# --- ballots sent before --------------------------------------------------------------------------


def require_postings(state: MeetingState, voter: VoterId, received_at: datetime) -> Voter:
    """Return who sent ballots; refuse late ones, and of who is there or has sent some before."""
    found = on_roll(state, voter)
    if state.plan.mode is not MeetingMode.MIXED or received_at > state.plan.starts_at:
        raise refusals.PostingOver
    if voter in state.postings or voter in state.present:
        raise refusals.PostedAlready
    return found


def check_posting(state: MeetingState, act: Posted) -> None:
    """Refuse ballots by correspondence that are late, of another meeting, or would be no secret."""
    voter = require_postings(state, act.voter, act.received_at)
    if not any(one.member == act.person for one in voter.people):
        raise refusals.MandateInvalid
    for item in act.ballots:
        point = state.item(ItemId(item)).point
        if not point.is_voted_on:
            raise refusals.ItemNotVoted
        if point.secrecy is Secrecy.SECRET:
            raise refusals.PostingInSecret


def take_posting(state: MeetingState, act: Posted) -> MeetingState:
    """Keep the ballots of a voter until the votes are opened."""
    ballots = {ItemId(item): said for item, said in act.ballots.items()}
    posting = Posting(act.person, act.received_at, MappingProxyType(ballots))
    return replace(state, postings=MappingProxyType({**state.postings, act.voter: posting}))


# --- the opening ----------------------------------------------------------------------------------


def check_opening(state: MeetingState, _act: Begun) -> None:
    """Refuse to open the session without a quorum of all members (7-ФЗ 29 п. 4)."""
    if not state.has_quorum:
        raise refusals.OpeningWithoutQuorum(len(state.attending), state.entitled, state.needed)


def begin(state: MeetingState, act: Begun) -> MeetingState:
    """Open the session: the registration goes on, but no longer for this quorum."""
    present = len(state.attending)
    opening = Opening(act.at, present, state.entitled, state.needed, act.unnotified)
    return replace(state, phase=Phase.IN_SESSION, opening=opening)


def on_roll(state: MeetingState, voter: VoterId) -> Voter:
    """Return a voter of the roll; refuse any other."""
    found: Mapping[VoterId, Voter] = state.voters
    if voter not in found:
        raise refusals.NotOnRoll
    return found[voter]


def voter_of(state: MeetingState, member: Member) -> VoterId:
    """Return whom a person represents; refuse who is of no member organisation."""
    if member.organisation is None or VoterId(member.organisation) not in state.voters:
        raise refusals.NotOnRoll
    return VoterId(member.organisation)

"""How a representative arrives and leaves, each in one transaction."""

from datetime import datetime

from bot.domain.digests import digest_of
from bot.domain.meetings.acts import Arrived, CodeIssued, Departed
from bot.domain.meetings.attendance import on_roll
from bot.domain.meetings.codes import StoredCode, new_ballot_code
from bot.domain.meetings.desk_views import PrintedCode
from bot.domain.meetings.plans import Meeting
from bot.domain.meetings.refusals import HolderFull, MandateInvalid
from bot.domain.meetings.state import MeetingState
from bot.domain.meetings.terms import Ground, Leaving, ProxyPaper
from bot.domain.people.members import Member, MemberId
from bot.domain.people.names import full_name
from bot.domain.polls.voters import VoterId
from bot.domain.shown import Shown
from bot.ports import Transaction
from bot.services.access import require_person
from bot.services.meetings.desks import ground_of
from bot.services.meetings.news import refresh_ballots_of, refresh_meeting
from bot.services.meetings.showing import organisation_name
from bot.services.meetings.states import do
from bot.services.rules import AllianceRules


def arrive(
    tx: Transaction,
    meeting: Meeting,
    state: MeetingState,
    voter: VoterId,
    person: MemberId,
    by: MemberId,
    rules: AllianceRules,
    now: datetime,
    *,
    document: str = "",
    proxy: ProxyPaper | None = None,
    remote: bool = False,
    tapped: Shown | None = None,
) -> MeetingState:
    """Register a representative by the right that the roll or the seen paper gives."""
    member = require_person(tx, person)
    ground = _ground_on_roll(state, voter, person)
    if ground is None:
        _require_room(state, member, voter, rules)
        _require_issued(proxy, rules, now)
    else:
        document = document or tx.members.documents().get(person, "")
    name = full_name(member.name, tx.members.patronymics().get(person, ""))
    act = Arrived(
        meeting=meeting.id,
        by=by,
        at=now,
        voter=voter,
        person=person,
        name=name,
        ground=ground or Ground.PROXY,
        document=document,
        proxy=None if ground else proxy,
        remote=remote,
    )
    after = do(tx, state, act)
    if remote:
        tx.meeting_attendance.save_ping(meeting.id, voter, person, now)
    refresh_meeting(tx, after, now, tapped)
    refresh_ballots_of(tx, after, voter, now)
    return after


def _ground_on_roll(state: MeetingState, voter: VoterId, person: MemberId) -> Ground | None:
    """Return by what right a person represents a voter without a proxy; None if by none."""
    named = (one for one in on_roll(state, voter).people if one.member == person)
    return next(map(ground_of, named), None)


def _require_room(
    state: MeetingState, member: Member, voter: VoterId, rules: AllianceRules
) -> None:
    """Refuse a holder of as many proxies as the charter allows one person."""
    most = rules.voting.proxies_per_holder
    held = [
        other
        for other in state.represented_by(member.id)
        if other != voter and _by_proxy(state, other, member.id)
    ]
    if most is not None and len(held) >= most:
        raise HolderFull(most)


def _by_proxy(state: MeetingState, voter: VoterId, person: MemberId) -> bool:
    mandate = state.mandate(voter, person)
    return mandate is not None and mandate.ground is Ground.PROXY


def _require_issued(proxy: ProxyPaper | None, rules: AllianceRules, now: datetime) -> None:
    """Refuse a paper with a day in the future, by the alliance's calendar."""
    if proxy is not None and proxy.issued_on > now.astimezone(rules.zone).date():
        raise MandateInvalid


def depart(
    tx: Transaction,
    meeting: Meeting,
    state: MeetingState,
    voter: VoterId,
    person: MemberId,
    by: MemberId | None,
    now: datetime,
    why: Leaving = Leaving.LEFT,
    tapped: Shown | None = None,
) -> MeetingState:
    """Note that a representative has left."""
    said = Departed(meeting=meeting.id, by=by, at=now, voter=voter, person=person, why=why)
    after = do(tx, state, said)
    tx.meeting_attendance.forget_ping(meeting.id, voter, person)
    refresh_meeting(tx, after, now, tapped)
    refresh_ballots_of(tx, after, voter, now)
    return after


def print_code(
    tx: Transaction,
    meeting: Meeting,
    state: MeetingState,
    voter: VoterId,
    person: MemberId,
    by: MemberId,
    now: datetime,
) -> tuple[MeetingState, PrintedCode]:
    """Make a one-time code for a representative who is there; only its digest is stored."""
    code, owner = new_ballot_code(), StoredCode(meeting.id, voter, person)
    digest = digest_of(code)
    act = CodeIssued(
        meeting=meeting.id, by=by, at=now, voter=voter, person=person, digest=digest.hex()
    )
    after = do(tx, state, act)
    tx.meeting_codes.save(owner, digest, by, now)
    mandate = after.mandate(voter, person)
    name = mandate.name if mandate else ""
    return after, PrintedCode(voter, organisation_name(tx, after, voter), name, code)

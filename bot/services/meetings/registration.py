"""What happens at the desks, and how those afar take part."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.domain.due_times import DueKind
from bot.domain.events.doors import require_door
from bot.domain.events.passes import code_in, screen_code_holds, screen_event
from bot.domain.events.refusals import PassInvalid, ScreenTurned
from bot.domain.meetings.acts import Leaving, Posted, ProxyPaper, RegistrarNamed, RegistrationOpened
from bot.domain.meetings.plans import ItemId, Meeting, MeetingId
from bot.domain.meetings.refusals import NotOnRoll, NotRegistered, PostingInSecret
from bot.domain.meetings.rights import require_registrar
from bot.domain.meetings.state import MeetingState, Phase
from bot.domain.meetings.views import DeskView, DeskVoter, MeetingView, PrintedCode
from bot.domain.notices import MessageRef
from bot.domain.people.members import Member, MemberId
from bot.domain.polls.ballots import read_ballot
from bot.domain.polls.plans import Body
from bot.domain.polls.voters import VoterId
from bot.domain.shown import Shown
from bot.ports import Transaction
from bot.services.access import require_event, require_member, require_person, require_presiding
from bot.services.meetings.desks import desk_view, desk_voter_of
from bot.services.meetings.news import refresh_meeting
from bot.services.meetings.planning import require_convened
from bot.services.meetings.registering import arrive, depart, print_code
from bot.services.meetings.states import do, require_meeting, state_of
from bot.services.meetings.votes import poll_plan
from bot.services.polls.clocks import clock_behind
from bot.services.polls.electing import everybody_of
from bot.services.shown import show
from bot.services.sweeping import each_due
from bot.services.transactions import RuledService, reading, repeatable, transaction


class MeetingDue(DueKind):
    """Kinds of due times of meetings. The value is stored."""

    LOST = "meeting_lost"


class Registration(RuledService):
    """Registration: opening, arrivals, departures, codes, ballots sent before."""

    # --- the desks --------------------------------------------------------------------------

    @transaction
    def open(self, tx: Transaction, actor: MemberId, meeting: MeetingId) -> DeskView:
        """Open the registration on the day of the meeting: the roll is fixed, whole."""
        now = self._clock.now()
        secretary = require_presiding(tx, actor, self._rules)
        found, state = require_convened(tx, meeting)
        voters = tuple(everybody_of(tx, Body.GENERAL))
        act = RegistrationOpened(meeting=meeting, by=secretary.id, at=now, voters=voters)
        after = do(tx, state, act)
        refresh_meeting(tx, after, now)
        tx.audit.add(secretary.id, "meeting.register", f"meeting:{meeting}", now)
        return desk_view(tx, found, after, "")

    @transaction
    def name_registrar(
        self,
        tx: Transaction,
        actor: MemberId,
        meeting: MeetingId,
        person: MemberId,
        *,
        ends: bool = False,
    ) -> None:
        """Let somebody register arrivals, or no longer."""
        now = self._clock.now()
        secretary = require_presiding(tx, actor, self._rules)
        _, state = require_convened(tx, meeting)
        member = require_person(tx, person)
        act = RegistrarNamed(meeting=meeting, by=secretary.id, at=now, person=member.id, ends=ends)
        do(tx, state, act)
        if ends:
            for page in tx.meeting_codes.pages(meeting):
                if page.member == member.id:
                    tx.meeting_codes.revoke_page(page.id, now)
        tx.audit.add(secretary.id, "meeting.registrar", f"meeting:{meeting}", now, member=member.id)

    @repeatable
    def desk(
        self,
        tx: Transaction,
        actor: MemberId,
        meeting: MeetingId,
        query: str = "",
        message: MessageRef | None = None,
    ) -> DeskView:
        """Return the organisations that match; `message` shows the desk from now on."""
        registrar, found, state = self._at_desk(tx, actor, meeting)
        if message is not None:
            show(tx, Shown(meeting, registrar.id, message, MeetingView.DESK))
        return desk_view(tx, found, state, query)

    @reading
    def voter(
        self, tx: Transaction, actor: MemberId, meeting: MeetingId, voter: VoterId
    ) -> DeskVoter:
        """Return an organisation with who may represent it."""
        _, _, state = self._at_desk(tx, actor, meeting)
        return desk_voter_of(tx, state, voter)

    @reading
    def scan(self, tx: Transaction, actor: MemberId, payload: str) -> tuple[MeetingId, DeskVoter]:
        """Return whose pass was scanned, by the payload of its link; nobody arrives by that yet.

        Refuses passes of other events, and of people who represent no member.
        """
        owner = tx.doors.by_pass(code_in(payload))
        meeting = None if owner is None else tx.meetings.of_event(owner[0])
        if owner is None or meeting is None:
            raise PassInvalid
        _, _, state = self._at_desk(tx, actor, meeting)
        member = require_person(tx, owner[1])
        return meeting, desk_voter_of(tx, state, _voter_of(member, state))

    @transaction
    def arrive(
        self,
        tx: Transaction,
        actor: MemberId,
        meeting: MeetingId,
        voter: VoterId,
        person: MemberId,
        document: str = "",
        proxy: ProxyPaper | None = None,
    ) -> DeskVoter:
        """Register a representative whose mandate was seen; several desks register nobody twice.

        A leader needs none; a delegate a document, on file or typed here; others a proxy.
        """
        registrar, found, state = self._at_desk(tx, actor, meeting)
        now = self._clock.now()
        after = arrive(
            tx,
            found,
            state,
            voter,
            person,
            registrar.id,
            self._rules,
            now,
            document=document,
            proxy=proxy,
        )
        return desk_voter_of(tx, after, voter)

    @transaction
    def depart(
        self,
        tx: Transaction,
        actor: MemberId,
        meeting: MeetingId,
        voter: VoterId,
        person: MemberId,
        *,
        mistake: bool = False,
    ) -> DeskVoter:
        """Note that a representative left, or that they were registered by `mistake`."""
        registrar, found, state = self._at_desk(tx, actor, meeting)
        why = Leaving.MISTAKE if mistake else Leaving.LEFT
        now = self._clock.now()
        after = depart(tx, found, state, voter, person, registrar.id, now, why)
        return desk_voter_of(tx, after, voter)

    # --- codes ------------------------------------------------------------------------------

    @transaction
    def issue_code(
        self, tx: Transaction, actor: MemberId, meeting: MeetingId, voter: VoterId, person: MemberId
    ) -> PrintedCode:
        """Return a new one-time code for a representative who is there; an earlier one is void."""
        registrar, found, state = self._at_desk(tx, actor, meeting)
        now = self._clock.now()
        _, printed = print_code(tx, found, state, voter, person, registrar.id, now)
        return printed

    @transaction
    def issue_codes(
        self, tx: Transaction, actor: MemberId, meeting: MeetingId
    ) -> tuple[PrintedCode, ...]:
        """Return new codes for all who are there and have none, one for each organisation."""
        registrar, found, state = self._at_desk(tx, actor, meeting)
        printed: list[PrintedCode] = []
        now = self._clock.now()
        for voter, mandates in sorted(state.present.items()):
            if not state.has_code(voter):
                person = mandates[0].person
                state, one = print_code(tx, found, state, voter, person, registrar.id, now)
                printed.append(one)
        return tuple(printed)

    # --- ballots sent before ----------------------------------------------------------------

    @transaction
    def take_posting(
        self,
        tx: Transaction,
        actor: MemberId,
        meeting: MeetingId,
        voter: VoterId,
        person: MemberId,
        received_at: datetime,
        ballots: Mapping[ItemId, str],
    ) -> None:
        """Record the ballots of a voter that were received in time, signed by its `person`.

        Each is written as `str(ballot)` writes it; refuses invalid ones, and secret votes.
        """
        now = self._clock.now()
        secretary = require_presiding(tx, actor, self._rules)
        _, state = require_convened(tx, meeting)
        for item, said in ballots.items():
            point = state.item(item).point
            if point.is_voted_on:
                plan = poll_plan(state, point, self._rules, now)
                read_ballot(plan, said)
                if plan.is_secret:
                    raise PostingInSecret
        act = Posted(
            meeting=meeting,
            by=secretary.id,
            at=now,
            voter=voter,
            person=person,
            received_at=received_at,
            ballots=ballots,
        )
        refresh_meeting(tx, do(tx, state, act), now)

    # --- one's own arrival ------------------------------------------------------------------

    @transaction
    def arrive_self(self, tx: Transaction, actor: MemberId, payload: str) -> MeetingId:
        """Register a representative who scanned the hall's screen, by the payload of its link.

        A leader needs no paper; a delegate only the document on file.
        """
        now = self._clock.now()
        member = require_member(tx, actor, self._rules)
        event, code = screen_event(payload)
        meeting = tx.meetings.of_event(event)
        if meeting is None or not screen_code_holds(event, tx.events.secret(event), code, now):
            raise ScreenTurned
        require_door(require_event(tx, event), now)
        found, state = require_convened(tx, meeting)
        voter = _voter_of(member, state)
        arrive(tx, found, state, voter, member.id, member.id, self._rules, now)
        return meeting

    @transaction
    def arrive_afar(
        self, tx: Transaction, actor: MemberId, meeting: MeetingId, voter: VoterId
    ) -> None:
        """Register oneself from afar: the own account is the identification.

        Needs the charter's clause, and a mandate as at the desk.
        """
        now = self._clock.now()
        member = require_member(tx, actor, self._rules)
        member.require_confirmed(now)
        found, state = require_convened(tx, meeting)
        arrive(tx, found, state, voter, member.id, member.id, self._rules, now, remote=True)

    @repeatable
    def ping(self, tx: Transaction, actor: MemberId, meeting: MeetingId) -> int:
        """Note that somebody afar is still there; return for how many voters."""
        member = require_member(tx, actor, self._rules)
        state = state_of(tx, require_meeting(tx, meeting))
        mine = state.represented_by(member.id)
        if not mine:
            raise NotRegistered
        for voter in mine:
            mandate = state.mandate(voter, member.id)
            if mandate is not None and mandate.remote:
                now = self._clock.now()
                tx.meeting_attendance.save_ping(meeting, voter, member.id, now)
        return len(mine)

    @transaction
    def leave(self, tx: Transaction, actor: MemberId, meeting: MeetingId, voter: VoterId) -> None:
        """Leave the meeting, by one's own word."""
        member = require_member(tx, actor, self._rules)
        found = require_meeting(tx, meeting)
        depart(tx, found, state_of(tx, found), voter, member.id, member.id, self._clock.now())

    # --- who was lost -----------------------------------------------------------------------

    def _with_pings(self, tx: Transaction) -> Sequence[MeetingId]:
        return tx.meeting_attendance.with_pings()

    @each_due(MeetingDue.LOST, _with_pings)
    def drop_lost(self, tx: Transaction, meeting: MeetingId) -> int:
        """Have those leave who were not heard of for longer than the grace; return how many.

        Nobody is lost while the meeting is suspended, or the clock set back.
        """
        now = self._clock.now()
        found = require_meeting(tx, meeting)
        state, count = state_of(tx, found), 0
        if clock_behind(tx, now):
            return 0
        if state.phase in {Phase.ENDED, Phase.CALLED_OFF, Phase.PAUSED}:
            return 0
        for (voter, person), seen in sorted(tx.meeting_attendance.pings(meeting).items()):
            if state.mandate(voter, person) is not None and state.is_lost(seen, now):
                state = depart(tx, found, state, voter, person, None, now, Leaving.LOST)
                count += 1
        return count

    # --- how --------------------------------------------------------------------------------

    def _at_desk(
        self, tx: Transaction, actor: MemberId, meeting: MeetingId
    ) -> tuple[Member, Meeting, MeetingState]:
        member = require_member(tx, actor, self._rules)
        found, state = require_convened(tx, meeting)
        require_registrar(state, member)
        return member, found, state


def _voter_of(member: Member, state: MeetingState) -> VoterId:
    """Return whom a person represents; refuse who is of no member organisation."""
    if member.organisation is None or VoterId(member.organisation) not in state.voters:
        raise NotOnRoll
    return VoterId(member.organisation)

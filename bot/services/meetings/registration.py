"""What happens at the desks."""

from bot.domain.events.passes import code_in
from bot.domain.events.refusals import PassInvalid
from bot.domain.meetings.acts import CodeIssued, RegistrarNamed, RegistrationOpened
from bot.domain.meetings.attendance import voter_of
from bot.domain.meetings.desk_views import DeskView, DeskVoter, PrintedCode
from bot.domain.meetings.plan_views import PlanView
from bot.domain.meetings.plans import Meeting, MeetingId
from bot.domain.meetings.rights import require_registrar
from bot.domain.meetings.state import MeetingState
from bot.domain.meetings.terms import Leaving, ProxyPaper
from bot.domain.meetings.views import MeetingView
from bot.domain.notices import MessageRef
from bot.domain.people.members import Member, MemberId
from bot.domain.polls.plans import Body
from bot.domain.polls.voters import VoterId
from bot.ports import Transaction
from bot.services.access import (
    require_confirmed_presiding,
    require_member,
    require_person,
    require_presiding,
)
from bot.services.meetings.desks import desk_view, desk_voter_of
from bot.services.meetings.meetings import plan_view, require_convened
from bot.services.meetings.news import refresh_meeting, shown_in
from bot.services.meetings.registering import arrive, depart, print_code
from bot.services.meetings.states import do
from bot.services.polls.electing import everybody_of
from bot.services.shown import show
from bot.services.transactions import RuledService, reading, repeatable, transaction


class Registration(RuledService):
    """Registration: opening, arrivals, departures, codes."""

    # --- the desks --------------------------------------------------------------------------

    @transaction
    def open(
        self,
        tx: Transaction,
        actor: MemberId,
        meeting: MeetingId,
        message: MessageRef | None = None,
    ) -> DeskView:
        """Open the registration on the day of the meeting: the roll is fixed, whole.

        The tapped `message` shows the desk from now on.
        """
        now = self._clock.now()
        secretary = require_presiding(tx, actor, self._rules)
        found, state = require_convened(tx, meeting)
        voters = tuple(everybody_of(tx, Body.GENERAL))
        act = RegistrationOpened(meeting=meeting, by=secretary.id, at=now, voters=voters)
        after = do(tx, state, act)
        refresh_meeting(tx, after, now, shown_in(message, meeting, secretary, MeetingView.DESK))
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
    ) -> PlanView:
        """Let somebody register arrivals, or no longer."""
        now = self._clock.now()
        secretary = require_confirmed_presiding(tx, actor, self._rules)
        found, state = require_convened(tx, meeting)
        member = require_person(tx, person)
        act = RegistrarNamed(meeting=meeting, by=secretary.id, at=now, person=member.id, ends=ends)
        do(tx, state, act)
        if ends:
            for page in tx.meeting_codes.pages(meeting):
                if page.member == member.id:
                    tx.meeting_codes.revoke_page(page.id, now)
        tx.audit.add(secretary.id, "meeting.registrar", f"meeting:{meeting}", now, member=member.id)
        return plan_view(tx, found)

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
        shown = shown_in(message, meeting, registrar, MeetingView.DESK)
        if shown is not None:
            show(tx, shown)
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
        return meeting, desk_voter_of(tx, state, voter_of(state, member))

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
        self, tx: Transaction, actor: MemberId, meeting: MeetingId, again: int | None = None
    ) -> tuple[PrintedCode, ...]:
        """Return new codes for all who are there and have none, one for each organisation.

        With `again`, for all who are there: former codes are void, ballots that were cast by them
        stand. It is the number of the last entry that the registrar knew of: if codes were issued
        since, nothing is, so that a second tap does not void the sheet of the first.
        """
        registrar, found, state = self._at_desk(tx, actor, meeting)
        printed: list[PrintedCode] = []
        now = self._clock.now()
        if again is not None and _issued_since(tx, meeting, again):
            return ()
        for voter, mandates in sorted(state.present.items()):
            has_one = state.has_code(voter)
            if again is not None or not has_one:
                person = state.codes[voter].person if has_one else mandates[0].person
                state, one = print_code(tx, found, state, voter, person, registrar.id, now)
                printed.append(one)
        return tuple(printed)

    # --- how --------------------------------------------------------------------------------

    def _at_desk(
        self, tx: Transaction, actor: MemberId, meeting: MeetingId
    ) -> tuple[Member, Meeting, MeetingState]:
        member = require_member(tx, actor, self._rules)
        found, state = require_convened(tx, meeting)
        require_registrar(state, member)
        return member, found, state


def _issued_since(tx: Transaction, meeting: MeetingId, entry: int) -> bool:
    return any(isinstance(one.act, CodeIssued) for one in tx.meetings.log(meeting, entry))

"""What the pages show and do: the hall's screen, a desk, the ballot page; each by its secret."""

from dataclasses import replace

from bot.domain.events.passes import screen_payload
from bot.domain.meetings.codes import PageId, PageKind
from bot.domain.meetings.desk_views import DeskView, DeskVoter, PrintedCode, ProxyDesk
from bot.domain.meetings.page_views import BallotPageView, CodeReceipt, ScreenView
from bot.domain.meetings.plan_views import PlanView
from bot.domain.meetings.plans import Meeting, MeetingId
from bot.domain.meetings.refusals import PageClosed, VoteNotOpen
from bot.domain.meetings.rights import may_conduct, may_register, require_slips
from bot.domain.meetings.state import MeetingState, Phase
from bot.domain.meetings.terms import Leaving, ProxyPaper
from bot.domain.people.members import Member, MemberId
from bot.domain.polls.ballots import Said
from bot.domain.polls.polls import PollId
from bot.domain.polls.voters import VoterId
from bot.ports import Transaction
from bot.services.access import (
    require_confirmed_presiding,
    require_member,
    require_poll,
    require_presiding,
)
from bot.services.meetings.ballot_pages import ballot_page_view
from bot.services.meetings.desks import desk_view, desk_voter_of, people_named
from bot.services.meetings.meetings import plan_view, require_convened
from bot.services.meetings.page_secrets import (
    issue_page,
    opened_by_code,
    owner_of_page,
    page_of_secret,
)
from bot.services.meetings.registering import arrive, depart, print_code
from bot.services.meetings.showing import screen_view
from bot.services.meetings.states import require_meeting, state_of
from bot.services.polls.casting import take_ballot
from bot.services.polls.clocks import require_clock
from bot.services.polls.electing import voter_today
from bot.services.transactions import RuledService, reading, repeatable, transaction


class MeetingPages(RuledService):
    """The pages of a meeting."""

    # --- their addresses --------------------------------------------------------------------

    @transaction
    def open_page(
        self,
        tx: Transaction,
        actor: MemberId,
        meeting: MeetingId,
        kind: PageKind,
        registrar: MemberId | None = None,
    ) -> str:
        """Return the secret of a new page, which is told once; a desk is of one `registrar`.

        It may be a teller's: then it opens only the page on which they count.
        """
        now = self._clock.now()
        secretary = require_confirmed_presiding(tx, actor, self._rules)
        _, state = require_convened(tx, meeting)
        whose = secretary.id if registrar is None else registrar
        if kind is PageKind.DESK:
            require_slips(state, require_member(tx, whose, self._rules))
        return issue_page(tx, meeting, kind, whose, secretary.id, now)

    @transaction
    def revoke_page(self, tx: Transaction, actor: MemberId, page: PageId) -> PlanView:
        """Revoke a page's address at once; return the plan with the others."""
        now = self._clock.now()
        secretary = require_presiding(tx, actor, self._rules)
        found = tx.meeting_codes.page_by_id(page)
        if found is None:
            raise PageClosed
        tx.meeting_codes.revoke_page(page, now)
        subject = f"meeting:{found.meeting}"
        tx.audit.add(secretary.id, "meeting.page_revoke", subject, now, kind=found.kind)
        return plan_view(tx, require_meeting(tx, found.meeting))

    # --- the screen -------------------------------------------------------------------------

    @reading
    def screen(self, tx: Transaction, secret: str) -> ScreenView:
        """Return what the hall sees; refuse an address that is not valid."""
        page = page_of_secret(tx, secret, PageKind.SCREEN)
        meeting = require_meeting(tx, page.meeting)
        state = state_of(tx, meeting)
        code = ""
        if meeting.event is not None and state.phase in {Phase.REGISTERING, Phase.IN_SESSION}:
            now = self._clock.now()
            code = screen_payload(meeting.event, tx.events.secret(meeting.event), now)
        return screen_view(tx, meeting, state, self._rules, code)

    # --- the desk ---------------------------------------------------------------------------

    @reading
    def desk(self, tx: Transaction, secret: str, query: str = "", *, own: bool = False) -> DeskView:
        """Return the organisations that match, as `Registration.desk` does."""
        registrar, meeting, state = self._desk(tx, secret)
        found = desk_view(tx, meeting, state, query, own=own)
        return replace(found, conducts=may_conduct(state, registrar))

    @transaction
    def desk_arrive(
        self,
        tx: Transaction,
        secret: str,
        voter: VoterId,
        person: MemberId,
        document: str = "",
        proxy: ProxyPaper | None = None,
    ) -> DeskVoter:
        """Register a representative, as `Registration.arrive` does, by the desk's registrar."""
        registrar, meeting, state = self._desk(tx, secret)
        by, now = registrar.id, self._clock.now()
        after = arrive(
            tx, meeting, state, voter, person, by, self._rules, now, document=document, proxy=proxy
        )
        return desk_voter_of(tx, after, voter)

    @reading
    def desk_proxy(self, tx: Transaction, secret: str, voter: VoterId, query: str) -> ProxyDesk:
        """Return a voter with those found by name, one of whom may hold its proxy."""
        _, _, state = self._desk(tx, secret)
        return ProxyDesk(desk_voter_of(tx, state, voter), tuple(people_named(tx, query)))

    @transaction
    def desk_depart(
        self,
        tx: Transaction,
        secret: str,
        voter: VoterId,
        person: MemberId,
        *,
        mistake: bool = False,
    ) -> DeskVoter:
        """Note that a representative left, or that they were registered by `mistake`."""
        registrar, meeting, state = self._desk(tx, secret)
        why = Leaving.MISTAKE if mistake else Leaving.LEFT
        now = self._clock.now()
        after = depart(tx, meeting, state, voter, person, registrar.id, now, why)
        return desk_voter_of(tx, after, voter)

    @transaction
    def desk_code(
        self, tx: Transaction, secret: str, voter: VoterId, person: MemberId
    ) -> PrintedCode:
        """Return a new one-time code, as `Registration.issue_code` does."""
        registrar, meeting, state = self._desk(tx, secret)
        now = self._clock.now()
        _, printed = print_code(tx, meeting, state, voter, person, registrar.id, now)
        return printed

    def _desk(self, tx: Transaction, secret: str) -> tuple[Member, Meeting, MeetingState]:
        """Return who acts at a desk; a registrar who is none any more has no desk."""
        member, meeting, state = owner_of_page(tx, secret)
        if not may_register(state, member):
            raise PageClosed
        member.require_account_confirmed()
        return member, meeting, state

    # --- the ballot page --------------------------------------------------------------------

    @reading
    def ballot(self, tx: Transaction, typed: str) -> BallotPageView:
        """Return what a typed code opens; refuse a code that is not valid (any more)."""
        code, meeting, state, person = opened_by_code(tx, typed)
        now = self._clock.now()
        return ballot_page_view(tx, meeting, state, code.voter, person, self._rules, now)

    @repeatable
    def cast(self, tx: Transaction, typed: str, poll: PollId, said: Said) -> CodeReceipt:
        """Cast a ballot by a code, through the same function as one by a button.

        The person is who the code was issued to. A secret ballot is final, and its number is told
        here, once.
        """
        code, _, state, person = opened_by_code(tx, typed)
        now = self._clock.now()
        if state.vote_of(poll) is None:
            raise VoteNotOpen
        found = require_poll(tx, poll)
        person.require_confirmed(found.opened_at)
        require_clock(tx, now)
        electorate = voter_today(tx, found, code.voter)
        rules = self._rules
        taken = take_ballot(tx, found, electorate, code.voter, person, said, None, None, rules, now)
        head = None if found.is_secret else tx.entries.of_ballot(poll, code.voter)
        return CodeReceipt(poll, taken.number or "", head, changed=taken.changed)

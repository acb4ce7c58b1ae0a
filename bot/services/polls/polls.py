"""What chair and secretary do with polls: plan, open, close, cancel."""

from dataclasses import replace
from datetime import datetime

import structlog

from bot.domain.notices import MessageRef
from bot.domain.people.members import MemberId
from bot.domain.polls.boards import PollBoard, Preview
from bot.domain.polls.competences import require_lawful, require_session
from bot.domain.polls.dues import PollDue
from bot.domain.polls.electorates import electorate_of
from bot.domain.polls.plans import PollPlan
from bot.domain.polls.polls import Closing, Poll, PollId, PollState
from bot.domain.polls.presences import Presence, present_voters
from bot.domain.polls.presets import Preset
from bot.domain.polls.refusals import PresenceMissing
from bot.domain.polls.tallies import explain
from bot.domain.polls.voters import VoterId
from bot.domain.refusals import Refusal
from bot.ports import Transaction
from bot.services.access import require_poll, require_presiding
from bot.services.applications.admissions import release, take_up
from bot.services.meetings.states import is_in_meeting, note_lost_vote, require_outside_meeting
from bot.services.polls.clocks import clock_behind
from bot.services.polls.courses import (
    add_poll,
    call_off_poll,
    close_if_due,
    close_poll,
    list_present,
    open_poll,
)
from bot.services.polls.electing import (
    display_name,
    explained,
    omitted_names,
    omitted_of,
    people_of,
    plan_today,
    require_candidates,
    require_excludable,
    voters_of,
)
from bot.services.polls.news import ask_presence, refresh_poll, show_board
from bot.services.polls.views import poll_board
from bot.services.shown import leave_message
from bot.services.sweeping import each_due
from bot.services.transactions import RuledService, reading, repeatable, transaction

log = structlog.get_logger(__name__)


class Polls(RuledService):
    """What chair and secretary do with polls."""

    # --- planning ---------------------------------------------------------------------------

    @reading
    def presets(self, tx: Transaction, actor: MemberId) -> tuple[Preset, ...]:
        """Return the alliance's presets, from the configuration."""
        require_presiding(tx, actor, self._rules)
        voting = self._rules.voting
        return tuple(replace(one, leads=voting.leads) for one in voting.presets)

    @reading
    def preview(self, tx: Transaction, actor: MemberId, plan: PollPlan) -> Preview:
        """Return what the rules of a plan come to today, and whom it would not reach.

        Refuses a plan that breaks a rule, one with candidates who may not stand, and one in which
        nobody may vote.
        """
        require_presiding(tx, actor, self._rules)
        checked = explained(tx, plan, self._clock.now())
        require_candidates(tx, checked.candidates)
        require_excludable(tx, checked)
        require_lawful(checked, self._clock.now(), self._rules.voting.session)
        voters = voters_of(tx, checked)
        electorate_of(voters).require_voters()
        entitled = people_of(tx, voters)
        people = {person.id: person for person in entitled if person.has_joined}
        silent, unreachable = [], []
        for voter in voters:
            casters = [people[one.member] for one in voter.people if one.member in people]
            name = display_name(tx, checked.body, voter.id, voter.name)
            if not casters:
                silent.append(name)
            elif not any(one.reachable for one in casters):
                unreachable.append(name)
        told = sum(person.reachable for person in people.values())
        return Preview(
            explain(checked.rules, len(voters)),
            tuple(silent),
            tuple(unreachable),
            told=told,
            untold=len(entitled) - told,
            members=sum(m.reachable for m in tx.members.all() if m.has_joined and not m.guest),
            omitted=omitted_names(tx, checked, omitted_of(tx, checked)),
        )

    @reading
    def plan(self, tx: Transaction, actor: MemberId, poll: PollId) -> PollPlan:
        """Return what was planned for a poll of any state: to change it, or to copy it."""
        require_presiding(tx, actor, self._rules)
        return plan_today(tx, require_poll(tx, poll))

    @transaction
    def open(
        self, tx: Transaction, actor: MemberId, plan: PollPlan, draft: str | None = None
    ) -> PollId:
        """Open a poll now, or at its `opens_at`, and send out the ballots.

        Refuses a plan that breaks a rule, one with candidates who may not stand (a forged id, a
        guest), and one in which nobody may vote. `draft` names what it was drafted in: the same
        draft opens one poll, however often the button is tapped.
        """
        now = self._clock.now()
        chair = require_presiding(tx, actor, self._rules)
        opened = tx.polls.by_draft(draft) if draft else None
        if opened is not None:
            return opened
        checked = explained(tx, plan, now)
        require_candidates(tx, checked.candidates)
        require_excludable(tx, checked)
        require_lawful(checked, now, self._rules.voting.session)
        return add_poll(tx, chair, checked, self._rules, now, draft=draft).id

    @transaction
    def change(self, tx: Transaction, actor: MemberId, poll: PollId, plan: PollPlan) -> PollBoard:
        """Change the plan of a poll that has not opened; without `opens_at` it opens at once."""
        now = self._clock.now()
        chair = require_presiding(tx, actor, self._rules)
        found = require_poll(tx, poll)
        found.require_scheduled()
        changed = found.changed(explained(tx, plan, now), now)
        require_candidates(tx, changed.candidates)
        require_excludable(tx, changed)
        require_lawful(changed, now, self._rules.voting.session)
        tx.polls.save(changed)
        release(tx, changed)
        take_up(tx, changed, self._rules, now)
        if changed.opens_at is None or changed.opens_at <= now:
            changed = open_poll(tx, changed, self._rules, now, chair.id)
        refresh_poll(tx, changed, now)
        tx.audit.add(chair.id, "poll.change", f"poll:{poll}", now)
        return poll_board(tx, changed, now)

    @transaction
    def open_now(self, tx: Transaction, actor: MemberId, poll: PollId) -> PollBoard:
        """Open a scheduled poll before its time; refuse one that has opened or is over.

        And a meeting from afar that would last days then.
        """
        now = self._clock.now()
        chair = require_presiding(tx, actor, self._rules)
        found = require_poll(tx, poll)
        found.require_scheduled()
        require_session(found, now, self._rules.voting.session)
        at_once = replace(found, opens_at=None)
        tx.polls.save(at_once)
        opened = open_poll(tx, at_once, self._rules, now, chair.id)
        refresh_poll(tx, opened, now)
        tx.audit.add(chair.id, "poll.open", f"poll:{poll}", now, state=opened.state)
        return poll_board(tx, opened, now)

    # --- looking ----------------------------------------------------------------------------

    @repeatable
    def board(
        self, tx: Transaction, actor: MemberId, poll: PollId, message: MessageRef | None = None
    ) -> PollBoard:
        """Show a poll with its turnout in `message`, which follows it from now on.

        None is a message that is not sent yet. The counts stay hidden until the close, here
        too, unless the poll is a live one.
        """
        chair = require_presiding(tx, actor, self._rules)
        found = require_poll(tx, poll)
        show_board(tx, found, chair, message)
        return poll_board(tx, found, self._clock.now())

    @repeatable
    def leave_board(
        self, tx: Transaction, actor: MemberId, poll: PollId, message: MessageRef
    ) -> PollBoard:
        """Return a poll for a screen beside its board, which `message` shows no longer."""
        require_presiding(tx, actor, self._rules)
        leave_message(tx, actor, message)
        return poll_board(tx, require_poll(tx, poll), self._clock.now())

    # --- ending -----------------------------------------------------------------------------

    @transaction
    def close(
        self,
        tx: Transaction,
        actor: MemberId,
        poll: PollId,
        reason: str = "",
        present: frozenset[VoterId] | None = None,
    ) -> PollBoard:
        """Close an open poll before its deadline, with a reason; the ballots cast are counted.

        Refused by correspondence, unless all have voted: the announced date stands. At a meeting
        not without the list of those `present`: the silent ones count too (7-ФЗ 29
        п. 4). After its deadline such a poll needs no reason, only the list.
        """
        now = self._clock.now()
        chair = require_presiding(tx, actor, self._rules)
        found = require_poll(tx, poll)
        require_outside_meeting(tx, poll)
        all_voted = tx.ballots.turnout(found.id).awaited == 0
        closed = found.closed_by_hand(reason, now, all_voted=all_voted)
        if found.needs_presence:
            self._list_present(tx, found, present, chair.id, now)
        by_hand = closed.closing is Closing.BY_HAND
        close_poll(tx, closed, self._rules, now, chair.id if by_hand else None)
        tx.audit.add(chair.id, "poll.close", f"poll:{poll}", now, reason=closed.reason)
        return poll_board(tx, closed, now)

    def _list_present(
        self,
        tx: Transaction,
        poll: Poll,
        ticked: frozenset[VoterId] | None,
        by: MemberId,
        now: datetime,
    ) -> None:
        if ticked is None:
            raise PresenceMissing
        electorate, voted = tx.electorates.of_poll(poll.id), tx.ballots.voted(poll.id)
        list_present(tx, poll, Presence(present_voters(electorate, voted, ticked), by, now))

    @transaction
    def cancel(self, tx: Transaction, actor: MemberId, poll: PollId, reason: str) -> PollBoard:
        """Cancel a poll, with a reason, and tell its voters; refused from the deadline on."""
        now = self._clock.now()
        chair = require_presiding(tx, actor, self._rules)
        found = require_poll(tx, poll)
        require_outside_meeting(tx, poll)
        cancelled = found.cancelled(reason, now)
        call_off_poll(tx, found, cancelled, chair.id, self._rules, now)
        tx.audit.add(chair.id, "poll.cancel", f"poll:{poll}", now, reason=cancelled.reason)
        return poll_board(tx, cancelled, now)

    # --- sweeps -----------------------------------------------------------------------------

    def _due_to_open(self, tx: Transaction) -> list[PollId]:
        return tx.polls.due_to_open(self._clock.now())

    def _due_to_close(self, tx: Transaction) -> list[PollId]:
        return [*tx.polls.due_to_close(self._clock.now()), *tx.secret_ballots.without_key()]

    @each_due(PollDue.OPENING, _due_to_open)
    def open_due(self, tx: Transaction, poll: PollId) -> int:
        """Open what is scheduled for now or earlier; return how many polls that were.

        One that can no longer be opened (its time has passed, nobody may vote) is cancelled.
        """
        now = self._clock.now()
        found = require_poll(tx, poll)
        if clock_behind(tx, now):
            return False
        if found.state is not PollState.SCHEDULED or found.opens_at is None or found.opens_at > now:
            return False
        try:
            refresh_poll(tx, open_poll(tx, found, self._rules, now), now)
        except Refusal as refusal:
            log.warning("a poll could not open", poll_id=poll, cause=type(refusal).__name__)
            call_off_poll(tx, found, found.lapsed(), None, self._rules, now)
            return False
        return True

    @each_due(PollDue.CLOSING, _due_to_close)
    def close_due(self, tx: Transaction, poll: PollId) -> int:
        """Close what is past its deadline; return how many polls that were.

        Votes are refused from the deadline on without it: this only counts them. At a meeting with
        silent voters it asks chair and secretary who is present, once, and counts nothing. A secret
        poll whose key is gone is called off: on another machine nobody can read its ballots. A
        vote of a meeting is closed there, with what tellers count.
        """
        now = self._clock.now()
        found = require_poll(tx, poll)
        if clock_behind(tx, now):
            return False
        if poll in tx.secret_ballots.without_key():
            log.error("the key of a secret poll is gone: it is called off", poll_id=poll)
            cancelled = found.without_ballots()
            call_off_poll(tx, found, cancelled, None, self._rules, now)
            note_lost_vote(tx, cancelled, now)
            return False
        if found.state is not PollState.OPEN or now < found.closes_at or is_in_meeting(tx, poll):
            return False
        closed = close_if_due(tx, found, self._rules, now)
        if closed.awaits_presence(now) and tx.presences.of_poll(found.id) is None:
            tx.presences.note_asked(found.id)
            ask_presence(tx, found, now)
        return closed is not found

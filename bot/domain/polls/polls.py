"""Polls: opening, closing and cancelling, and who may vote at a moment."""

from dataclasses import dataclass, fields, replace
from datetime import datetime
from enum import StrEnum
from typing import NewType

from bot.domain.lines import checked_paragraphs
from bot.domain.people.members import MemberId
from bot.domain.polls import refusals
from bot.domain.polls.electorates import Electorate
from bot.domain.polls.plans import Mode, PollPlan, checked_closing
from bot.domain.polls.voters import VoterId
from bot.domain.refusals import ReasonTooLong

PollId = NewType("PollId", int)

REASON_LIMIT = 500


class PollState(StrEnum):
    """A scheduled poll can be changed; an open one can only be closed or cancelled."""

    SCHEDULED = "scheduled"
    OPEN = "open"
    CLOSED = "closed"
    CANCELLED = "cancelled"


class Closing(StrEnum):
    """Why a poll closed."""

    DEADLINE = "deadline"
    ALL_VOTED = "all_voted"
    BY_HAND = "by_hand"


def checked_reason(text: str) -> str:
    """Return the reason for closing by hand or cancelling, 1 to `REASON_LIMIT` characters."""
    return checked_paragraphs(text, REASON_LIMIT, refusals.ReasonMissing, ReasonTooLong)


@dataclass(frozen=True, slots=True, kw_only=True)
class Poll(PollPlan):
    """A poll: its plan and its state. Times are UTC.

    `run_off_of` is the election whose tie this one settles, or the inconclusive round that it
    replaces.
    """

    id: PollId
    state: PollState
    created_by: MemberId
    opened_at: datetime | None = None
    closed_at: datetime | None = None
    closing: Closing | None = None
    reason: str = ""
    run_off_of: PollId | None = None

    @property
    def plan(self) -> PollPlan:
        """Return the plan, to change it while scheduled, or for a second round."""
        return PollPlan(**{field.name: getattr(self, field.name) for field in fields(PollPlan)})

    @property
    def shows_counts(self) -> bool:
        """Tell whether anybody may see the counts; turnout is never secret."""
        return self.state is PollState.CLOSED or (self.live and self.state is PollState.OPEN)

    def changed(self, plan: PollPlan, now: datetime) -> "Poll":
        """Return a scheduled poll with another plan; refuse an open one, which cannot be edited."""
        self.require_scheduled()
        checked = plan.checked(now)
        return replace(self, **{f.name: getattr(checked, f.name) for f in fields(PollPlan)})

    def opened(self, electorate: Electorate, now: datetime) -> "Poll":
        """Return the poll as open; refuse one without voters, or without enough time left."""
        self.require_scheduled()
        electorate.require_voters()
        checked_closing(self.closes_at, now)
        return replace(self, state=PollState.OPEN, opened_at=now)

    def closed_if_due(self, now: datetime, *, all_voted: bool) -> "Poll":
        """Return the poll closed if its deadline has passed or the last ballot is in.

        Otherwise return it unchanged. `closed_at` is the deadline, however late this runs. At a
        meeting with voters who have not voted it waits for the attendance list.
        """
        if self.state is not PollState.OPEN or (self.awaits_presence(now) and not all_voted):
            return self
        if now >= self.closes_at:
            return self._closed(Closing.DEADLINE, self.closes_at)
        if all_voted and self.closes_when_all_voted:
            return self._closed(Closing.ALL_VOTED, now)
        return self

    def closed_by_hand(self, reason: str, now: datetime, *, all_voted: bool = False) -> "Poll":
        """Return the poll closed before its deadline, with a reason.

        A poll that only waits for the attendance list closed at its deadline, without a reason.
        """
        if self.awaits_presence(now):
            return self._closed(Closing.DEADLINE, self.closes_at)
        self.require_closable(now, all_voted=all_voted)
        return self._closed(Closing.BY_HAND, now, checked_reason(reason))

    def cancelled(self, reason: str, now: datetime, *, in_meeting: bool = False) -> "Poll":
        """Return the poll as cancelled; refuse this from its deadline on: the result stands.

        A vote `in_meeting` has no result before it is closed there: its time may have run out while
        the meeting was suspended.
        """
        if in_meeting or self.state is PollState.SCHEDULED:
            self._require_not_over()
        else:
            self._require_running(now)
        return replace(self, state=PollState.CANCELLED, reason=checked_reason(reason))

    def lapsed(self) -> "Poll":
        """Return a scheduled poll as cancelled, because it could not be opened when it was due."""
        self.require_scheduled()
        return replace(self, state=PollState.CANCELLED)

    def awaits_presence(self, now: datetime) -> bool:
        """Tell whether voting has ended and the count waits for the attendance list."""
        ended = self.state is PollState.OPEN and now >= self.closes_at
        return ended and self.needs_presence

    def without_ballots(self) -> "Poll":
        """Return an open secret poll as cancelled, because its ballots cannot be read any more."""
        return replace(self, state=PollState.CANCELLED)

    @property
    def has_lost_ballots(self) -> bool:
        """Tell whether the poll was cancelled because its ballots could not be read any more."""
        cancelled = self.state is PollState.CANCELLED and not self.reason
        return cancelled and self.opened_at is not None

    def require_scheduled(self) -> None:
        """Refuse a poll that is open or over."""
        self._require_not_over()
        if self.state is PollState.OPEN:
            raise refusals.PollIsOpen(self.question)

    def require_open(self, now: datetime) -> None:
        """Refuse a poll that takes no ballots at `now`; the deadline is checked here too."""
        self._require_running(now)

    def require_closable(self, now: datetime, *, all_voted: bool) -> None:
        """Refuse to close by hand a poll that is not open.

        One by correspondence takes ballots until the announced date, unless all have voted.
        """
        self._require_running(now)
        if self.mode is Mode.CORRESPONDENCE and not all_voted:
            raise refusals.AnnouncedDateStands(self.closes_at)

    def require_votable(
        self,
        electorate: Electorate,
        voter: VoterId,
        member: MemberId,
        now: datetime,
        *,
        voted: bool,
    ) -> None:
        """Refuse `member` a ballot of `voter` now; `voted` tells that one has been cast.

        Refused before the opening, from `closes_at` on (whether or not the sweep has closed it),
        for a voter with a conflict of interest, for the principal of a proxy in force, and for a
        second secret ballot.
        """
        electorate.require_caster(voter, member, now)
        self._require_running(now)
        if voted and self.is_secret:
            raise refusals.BallotFinal

    def require_recusable(
        self,
        electorate: Electorate,
        voter: VoterId,
        member: MemberId,
        now: datetime,
        *,
        voted: bool,
    ) -> None:
        """Refuse `member` to declare a conflict of `voter` now; `voted` tells of a ballot cast.

        Refused when a ballot would be, except that the principal of a proxy in force may.
        """
        final = voted and self.is_secret
        electorate.require_recuser(voter, member, now, voted=voted and not final)
        self._require_running(now)
        if final:
            raise refusals.BallotFinal

    def _closed(self, closing: Closing, at: datetime, reason: str = "") -> "Poll":
        """Return the poll as closed; not before its opening, even if a clock was set back."""
        after = at if self.opened_at is None else max(at, self.opened_at)
        return replace(
            self, state=PollState.CLOSED, closed_at=after, closing=closing, reason=reason
        )

    def _require_running(self, now: datetime) -> None:
        self._require_not_over()
        if self.state is PollState.SCHEDULED:
            raise refusals.PollNotOpenYet(self.question)
        if now >= self.closes_at:
            raise refusals.PollIsClosed(self.question)

    def _require_not_over(self) -> None:
        if self.state is PollState.CLOSED:
            raise refusals.PollIsClosed(self.question)
        if self.state is PollState.CANCELLED:
            raise refusals.PollIsCancelled(self.question)

"""Minutes: composed from the database, issued with a number, and stored unchanged."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from bot.domain.minutes.authorities import require_authorities
from bot.domain.minutes.files import IssuedFiles
from bot.domain.minutes.minutes import AgendaItem, Minutes, MinutesNumber
from bot.domain.minutes.plans import (
    IssuedMinutes,
    MinutesId,
    MinutesPlan,
    require_one_sitting,
    require_times,
)
from bot.domain.minutes.refusals import (
    DecisionMissing,
    MinutesNotFound,
    MinutesOutdated,
    StatementsAwaited,
)
from bot.domain.people.members import Member, MemberId, Role
from bot.domain.polls import records
from bot.domain.polls.cards import PollSummary
from bot.domain.polls.dues import PollDue
from bot.domain.polls.plans import Mode
from bot.domain.polls.polls import Poll, PollId, PollState
from bot.domain.polls.voters import VoterId
from bot.ports import Transaction
from bot.services.access import require_poll, require_presiding
from bot.services.meetings.summaries import meeting_of_polls
from bot.services.minutes.deadlines import plan_challenge
from bot.services.minutes.filing import require_minutes
from bot.services.minutes.items import agenda_item, body_of, participants
from bot.services.minutes.papers import papers_of
from bot.services.polls.clocks import require_clock
from bot.services.polls.news import refresh_poll, tell_minutes_ready
from bot.services.polls.statements import awaited_until
from bot.services.polls.views import summary
from bot.services.sweeping import each_due
from bot.services.transactions import RuledService, reading, transaction

CANDIDATES = 50
"""How many counted polls are offered for new minutes, the newest first."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What the database tells about a meeting. Times are UTC.

    `mode` is how people took part; by correspondence the times are those announced for the vote.
    `materials` are the names of the files that the polls were opened with. `issued` are earlier
    minutes of any of these polls. They wait until `statements_until` for voters who were against.
    """

    questions: tuple[str, ...]
    mode: Mode
    starts_at: datetime
    ends_at: datetime
    chair: str | None
    secretary: str | None
    issued: tuple[MinutesNumber, ...] = ()
    materials: tuple[str, ...] = ()
    statements_until: datetime | None = None


class PollMinutes(RuledService):
    """What chair and secretary do with minutes."""

    # --- before they are issued -------------------------------------------------------------

    @reading
    def counted(self, tx: Transaction, actor: MemberId) -> tuple[PollSummary, ...]:
        """List counted polls, those without minutes first, each group the newest first."""
        chair = require_presiding(tx, actor, self._rules)
        now = self._clock.now()
        closed = [poll for poll in tx.polls.over("") if poll.state is PollState.CLOSED]
        closed.sort(key=lambda poll: (bool(tx.minutes.of_poll(poll.id)), -poll.id))
        return tuple(summary(tx, poll, chair, now) for poll in closed[:CANDIDATES])

    @reading
    def suggestion(self, tx: Transaction, actor: MemberId, polls: Sequence[PollId]) -> Suggestion:
        """Return what is known of a meeting; refuse uncounted polls, or of several meetings."""
        require_presiding(tx, actor, self._rules)
        found = _polls(tx, polls)
        people = tx.members.all()
        return Suggestion(
            questions=tuple(poll.question for poll in found),
            mode=found[0].mode,
            starts_at=min(poll.opened_at or poll.closes_at for poll in found),
            ends_at=max(map(_end, found)),
            chair=holder_of(people, Role.CHAIR),
            secretary=holder_of(people, Role.SECRETARY),
            issued=_numbers(tx, found),
            materials=tuple(file.name for poll in found for file in poll.materials if file.name),
            statements_until=_waits(tx, found, self._clock.now()),
        )

    @reading
    def draft(self, tx: Transaction, actor: MemberId, plan: MinutesPlan, bot: str) -> Minutes:
        """Return the minutes with their future number; `bot` is the bot's username."""
        require_presiding(tx, actor, self._rules)
        return self._drawn_up(tx, plan.checked(), bot)

    # --- issuing ----------------------------------------------------------------------------

    @transaction
    def issue(
        self,
        tx: Transaction,
        actor: MemberId,
        plan: MinutesPlan,
        minutes: Minutes,
        files: IssuedFiles,
        draft: str | None = None,
    ) -> IssuedMinutes:
        """Store the files of minutes permanently, with their hashes in the chain of entries.

        `files` were made from `minutes`, drawn up for `plan`; refuses what `_require_current`
        refuses. `draft` is the form's key: one draft is issued once, however often the button is
        tapped.
        """
        now = self._clock.now()
        chair = require_presiding(tx, actor, self._rules)
        again = tx.minutes.by_draft(draft) if draft else None
        if again is not None:
            return require_minutes(tx, again)
        checked = plan.checked()
        polls = _polls(tx, checked.polls)
        self._require_current(tx, checked, polls, minutes, now)
        issued = _issued(minutes, checked.polls, files, chair.id, now)
        head = tx.entries.add(records.issued(issued))
        kept = tx.minutes.add(issued, files, head.number, draft)
        for poll in polls:
            tx.dues.clear(PollDue.STATEMENTS, poll.id)
            refresh_poll(tx, poll, now)
        found = require_minutes(tx, kept)
        plan_challenge(tx, found, self._rules)
        tx.audit.add(chair.id, "minutes.issue", f"minutes:{issued.number}", now, body=issued.body)
        return found

    def _require_current(
        self, tx: Transaction, plan: MinutesPlan, polls: list[Poll], minutes: Minutes, now: datetime
    ) -> None:
        """Refuse minutes that come too early, or no longer match the record.

        `StatementsAwaited` while those who were against may still ask that the minutes say so, and
        not all of them have (ГК 181.2 п. 4): the law sets no time for that, and without one the
        first minutes would end it. `MinutesOutdated` if the record or the next number is no longer
        what they say.
        """
        until = _waits(tx, polls, now)
        if until is not None:
            raise StatementsAwaited(until)
        if self._drawn_up(tx, plan, minutes.bot) != minutes:
            raise MinutesOutdated
        require_clock(tx, now)

    def _ready(self, tx: Transaction) -> list[PollId]:
        return list(map(PollId, tx.dues.due(PollDue.STATEMENTS, self._clock.now())))

    @each_due(PollDue.STATEMENTS, _ready)
    def tell_ready(self, tx: Transaction, poll: PollId) -> int:
        """Tell chair and secretary which minutes can now be issued; return how many."""
        now = self._clock.now()
        if not tx.dues.take_due(PollDue.STATEMENTS, poll, now):
            return 0
        tell_minutes_ready(tx, require_poll(tx, poll), self._rules, now)
        return 1

    def _drawn_up(self, tx: Transaction, plan: MinutesPlan, bot: str) -> Minutes:
        polls = _polls(tx, plan.polls)
        require_times(plan, polls, self._rules.zone)
        listed = participants(tx, polls, papers_of(tx, polls, plan.authorities))
        require_authorities(listed)
        items = _items(tx, polls, plan)
        body = body_of(polls[0])
        year = plan.drawn_up_at.astimezone(self._rules.zone).year
        return Minutes(
            number=tx.minutes.next_number(body, year),
            alliance=self._rules.alliance,
            body=body,
            starts_at=plan.starts_at,
            ends_at=plan.ends_at,
            drawn_up_at=plan.drawn_up_at,
            place=plan.place,
            bot=bot,
            participants=listed,
            items=items,
            registered=frozenset[VoterId]().union(*(item.present for item in items)),
            convening=plan.convening,
            chair=plan.chair,
            secretary=plan.secretary,
            counted_by=plan.counted_by,
            course=plan.course,
            meeting=meeting_of_polls(tx, plan.polls, self._rules),
        )

    # --- the archive ------------------------------------------------------------------------

    @reading
    def listed(self, tx: Transaction, actor: MemberId) -> list[IssuedMinutes]:
        """List all minutes, the newest first."""
        require_presiding(tx, actor, self._rules)
        return tx.minutes.all()

    @reading
    def look(self, tx: Transaction, actor: MemberId, minutes: MinutesId) -> IssuedMinutes:
        """Return minutes without their files."""
        require_presiding(tx, actor, self._rules)
        return require_minutes(tx, minutes)

    @reading
    def files(self, tx: Transaction, actor: MemberId, minutes: MinutesId) -> IssuedFiles:
        """Return both files as they were issued."""
        require_presiding(tx, actor, self._rules)
        found = tx.minutes.files(minutes)
        if found is None:
            raise MinutesNotFound
        return found


def _issued(
    minutes: Minutes,
    polls: tuple[PollId, ...],
    files: IssuedFiles,
    issued_by: MemberId,
    now: datetime,
) -> IssuedMinutes:
    """Return the stored data of minutes, without files; the id is assigned when they are stored."""
    return IssuedMinutes(
        MinutesId(0),
        minutes.body,
        minutes.number,
        polls,
        tuple(item.poll.question for item in minutes.items),
        issued_by,
        now,
        sha256(files.docx).hexdigest(),
        sha256(files.pdf).hexdigest(),
    )


def _end(poll: Poll) -> datetime:
    """Return when a vote ended: by correspondence the announced end."""
    by_post = poll.mode is Mode.CORRESPONDENCE
    return poll.closes_at if by_post else poll.closed_at or poll.closes_at


def _items(tx: Transaction, polls: Sequence[Poll], plan: MinutesPlan) -> tuple[AgendaItem, ...]:
    """Return the agenda; refuse an adopted question without the wording of its decision."""
    items = tuple(agenda_item(tx, poll, plan.decisions.get(poll.id, "")) for poll in polls)
    for number, item in enumerate(items, start=1):
        if item.is_adopted and not item.decision:
            raise DecisionMissing(number, item.poll.question)
    return items


def _polls(tx: Transaction, ids: Sequence[PollId]) -> list[Poll]:
    polls = [require_poll(tx, poll) for poll in ids]
    require_one_sitting(polls)
    return polls


def _waits(tx: Transaction, polls: Sequence[Poll], now: datetime) -> datetime | None:
    """Return until when minutes of these polls wait for voters who were against."""
    return max(filter(None, (awaited_until(tx, poll, now) for poll in polls)), default=None)


def _numbers(tx: Transaction, polls: Sequence[Poll]) -> tuple[MinutesNumber, ...]:
    known = {one.id: one.number for poll in polls for one in tx.minutes.of_poll(poll.id)}
    return tuple(number for _, number in sorted(known.items()))


def holder_of(people: Sequence[Member], role: Role) -> str | None:
    """Return who holds an office, if exactly one person does."""
    holders = [member.name for member in people if role in member.roles]
    return holders[0] if len(holders) == 1 else None

"""What chair and secretary do about a tie: a second round, or a recorded lot."""

from datetime import datetime

from bot.domain.people.members import MemberId
from bot.domain.polls.boards import PollBoard, SecondRound
from bot.domain.polls.competences import require_session
from bot.domain.polls.plans import CandidateId
from bot.domain.polls.polls import PollId
from bot.ports import Transaction
from bot.services.access import require_poll, require_presiding
from bot.services.meetings.states import require_outside_meeting
from bot.services.meetings.unseating import councillors, note_lot
from bot.services.polls.courses import add_poll
from bot.services.polls.electing import omitted_names, omitted_of, voters_of
from bot.services.polls.inheriting import inherit_proxies
from bot.services.polls.lots import open_tie, settle_by_lot
from bot.services.polls.news import refresh_poll
from bot.services.polls.rounds import last_round, next_round, second_round
from bot.services.polls.views import poll_board
from bot.services.transactions import RuledService, reading, transaction


class Ties(RuledService):
    """Settling ties; the bot never does this by itself."""

    @transaction
    def run_off(
        self, tx: Transaction, actor: MemberId, poll: PollId, closes_at: datetime
    ) -> PollId:
        """Open a second round now, between the tied candidates, for the seats that are left.

        Refused without a tie, or once it is settled; a second call opens no other. A round that was
        cancelled or had no quorum settles nothing: another one may replace it. Proxies for all
        questions that are in force also hold in it (ГК 185 п. 1). A round in which nobody reaches
        the threshold has decided: the seat stays empty, and no lot gives it to people whom the
        voters did not elect (ГК 181.2 п. 1).
        """
        now = self._clock.now()
        chair = require_presiding(tx, actor, self._rules)
        found = require_poll(tx, poll)
        require_outside_meeting(tx, poll)
        again = next_round(tx, found.id)
        if again is not None:
            return again
        tie = open_tie(tx, found)
        plan = second_round(tx, found, tie, closes_at).checked(now)
        require_session(plan, now, self._rules.voting.session)
        after = last_round(tx, found.id)
        added = add_poll(tx, chair, plan, self._rules, now, run_off_of=after)
        inherit_proxies(tx, after, added, chair.id, now)
        refresh_poll(tx, found, now)
        return added.id

    @reading
    def second_round(self, tx: Transaction, actor: MemberId, poll: PollId) -> SecondRound:
        """Return what a second round would be if it were opened now; refuse what `run_off` refuses.

        Its electorate is frozen at its opening, so the present voters are counted.
        """
        require_presiding(tx, actor, self._rules)
        found = require_poll(tx, poll)
        tie = open_tie(tx, found)
        plan = second_round(tx, found, tie, found.closes_at)
        names = tuple(candidate.name for candidate in plan.candidates)
        entitled, former = len(voters_of(tx, plan)), len(tx.electorates.voters(found.id))
        newcomers = omitted_names(tx, plan, omitted_of(tx, plan))
        return SecondRound(found.question, names, tie.seats, entitled, former, newcomers)

    @transaction
    def record_lot(
        self,
        tx: Transaction,
        actor: MemberId,
        poll: PollId,
        winners: frozenset[CandidateId],
        how: str,
    ) -> PollBoard:
        """Record a lot, as `settle_by_lot` does; return the board after it."""
        now = self._clock.now()
        chair = require_presiding(tx, actor, self._rules)
        found = require_poll(tx, poll)
        before = councillors(tx)
        settle_by_lot(tx, found, winners, how, chair, self._rules, now)
        note_lot(tx, found, chair, before, now)
        return poll_board(tx, found, now)

"""What voters do: look at a ballot, cast it, declare a conflict, check that it was counted."""

from dataclasses import dataclass, replace

from bot.domain.lines import paragraphs, within
from bot.domain.notices import MessageRef
from bot.domain.people.members import Member, MemberId, Role, TelegramId
from bot.domain.polls import records
from bot.domain.polls.ballots import Said, Statement, dissent_must_name
from bot.domain.polls.cards import Cast, CouncilSeat, PollCard, PollSummary
from bot.domain.polls.electorates import Electorate
from bot.domain.polls.polls import Poll, PollId, PollState
from bot.domain.polls.refusals import DissentOfWhom, ResultsHidden, StatementTooLong
from bot.domain.polls.seals import read_number
from bot.domain.polls.voters import VoterId
from bot.ports import Transaction
from bot.services.access import require_insider, require_member, require_poll, require_voter
from bot.services.meetings.states import require_no_meeting_vote
from bot.services.polls.casting import take_ballot
from bot.services.polls.clocks import require_clock
from bot.services.polls.courses import close_if_due
from bot.services.polls.electing import voter_today
from bot.services.polls.news import refresh_ballot, show_ballots
from bot.services.polls.statements import (
    end_waiting,
    require_against,
    take_back_statement,
    tell_addendum_due,
)
from bot.services.polls.views import may_see, poll_card, require_seen, summary
from bot.services.prompts import end_prompt, forget_prompt
from bot.services.shown import leave_message
from bot.services.transactions import RuledService, reading, repeatable, transaction

STATEMENT_LIMIT = 1000
OFFICES = (Role.CHAIR, Role.SECRETARY, Role.COUNCIL)
"""The roles of the council, in the order in which they are shown."""


@dataclass(frozen=True, slots=True)
class BallotTaken:
    """What casting a ballot came to, who did it, and the language in which they are told."""

    cast: Cast
    language: str
    member: MemberId


class Ballots(RuledService):
    """What voters do with polls."""

    # --- looking ----------------------------------------------------------------------------

    @repeatable
    def look(
        self, tx: Transaction, member: MemberId, poll: PollId, message: MessageRef | None = None
    ) -> PollCard:
        """Show a poll with the person's ballots in `message`, which follows it from now on."""
        person, found = self._seen(tx, member, poll)
        show_ballots(tx, found, person, message)
        return poll_card(tx, found, person, self._clock.now())

    @repeatable
    def leave(
        self, tx: Transaction, member: MemberId, poll: PollId, message: MessageRef
    ) -> PollCard:
        """Return a poll for a screen in `message`, which no longer follows the poll's changes."""
        person, found = self._seen(tx, member, poll)
        leave_message(tx, member, message)
        return poll_card(tx, found, person, self._clock.now())

    @repeatable
    def listed(
        self,
        tx: Transaction,
        member: MemberId,
        query: str = "",
        *,
        archive: bool = False,
        message: MessageRef | None = None,
    ) -> tuple[PollSummary, ...]:
        """List the polls that a person may see; `message` shows the list from now on.

        Open ones that wait for the person come first, then the other open ones, then (for chair
        and secretary) those scheduled, each by the close. The archive has what is over, the newest
        first, with each word of `query` in the question.
        """
        person = require_member(tx, member, self._rules)
        if message is not None:
            leave_message(tx, member, message)
        now = self._clock.now()
        polls = tx.polls.over(query) if archive else tx.polls.under_way()
        lines = [summary(tx, poll, person, now) for poll in polls if may_see(tx, poll, person, now)]
        if not archive:
            lines.sort(key=lambda line: (line.state is not PollState.OPEN, not line.waits_for_me))
        return tuple(lines)

    @repeatable
    def council(
        self, tx: Transaction, member: MemberId, message: MessageRef | None = None
    ) -> tuple[CouncilSeat, ...]:
        """Return who sits in the council: the chair, the secretary, then the others by name.

        `message` shows that from now on.
        """
        require_insider(tx, member, self._rules)
        if message is not None:
            leave_message(tx, member, message)
        since = tx.members.roles_since(Role.COUNCIL)
        seats = [
            CouncilSeat(one.id, one.name, one.organisation_name, _office(one), since.get(one.id))
            for one in tx.members.all()
            if Role.COUNCIL in one.roles
        ]
        return tuple(sorted(seats, key=lambda seat: (OFFICES.index(seat.role), seat.name)))

    # --- casting ----------------------------------------------------------------------------

    @repeatable
    def cast(
        self,
        tx: Transaction,
        member: MemberId,
        poll: PollId,
        voter: VoterId,
        said: Said,
        message: MessageRef | None = None,
        *,
        order: int | None = None,
    ) -> Cast:
        """Cast a voter's ballot, tapped on `message`.

        The deadline, the right to vote and the ballot are checked in the transaction that keeps it,
        and what it returns is durable. A named ballot replaces the voter's former one, unless that
        came with a later update (`order`), and is shown through the outbox in whatever shows it;
        a secret one is final, and its number is told once.
        """
        person = require_voter(tx.members.get(member))
        return self._take(tx, person, poll, voter, said, message, order)

    @repeatable
    def cast_as(
        self,
        tx: Transaction,
        account: TelegramId,
        poll: PollId,
        voter: VoterId,
        said: Said,
        message: MessageRef | None,
        order: int,
    ) -> BallotTaken:
        """Cast a ballot for the person of a Telegram account, as `cast` does.

        An open question to the person is closed.
        """
        person = require_voter(tx.members.by_telegram(account))
        cast = self._take(tx, person, poll, voter, said, message, order)
        forget_prompt(tx, account)
        return BallotTaken(cast, person.language, person.id)

    def _take(
        self,
        tx: Transaction,
        person: Member,
        poll: PollId,
        voter: VoterId,
        said: Said,
        message: MessageRef | None,
        order: int | None,
    ) -> Cast:
        found, electorate = self._ballot_of(tx, person, poll, voter)
        rules, now = self._rules, self._clock.now()
        return take_ballot(tx, found, electorate, voter, person, said, message, order, rules, now)

    @transaction
    def recuse(
        self,
        tx: Transaction,
        member: MemberId,
        poll: PollId,
        voter: VoterId,
        message: MessageRef | None = None,
    ) -> PollCard:
        """Declare a voter's conflict of interest (7-ФЗ 27): their named ballot counts no longer.

        For the voter's delegates, though a proxy is in force and no ballot cast by it, if they
        still represent the voter; and for its holder. Nobody takes it back: a
        conflict is made known before the decision and does not end with it, and a ballot that was
        taken out is not cast again.
        Refused once a secret ballot is cast: nobody can find it; and in a vote of a meeting, where
        it is declared before the opening.
        """
        person = require_voter(tx.members.get(member))
        found, electorate = self._ballot_of(tx, person, poll, voter)
        now = self._clock.now()
        voted = tx.ballots.has_voted(found.id, voter)
        require_no_meeting_vote(tx, found)
        found.require_recusable(electorate, voter, person.id, now, voted=voted)
        show_ballots(tx, found, person, message)
        tx.ballots.recuse(found.id, voter, person.id)
        tx.entries.add(records.recused(found.id, voter, person.id, now))
        take_back_statement(tx, found.id, voter, person.id, now)
        after = close_if_due(tx, found, self._rules, now)
        refresh_ballot(tx, after, electorate, voter, now)
        return poll_card(tx, after, person, now)

    @transaction
    def state(
        self,
        tx: Transaction,
        member: MemberId,
        poll: PollId,
        voter: VoterId,
        text: str = "",
        message: MessageRef | None = None,
    ) -> PollCard:
        """Have it recorded in the minutes that a voter was against (ГК 181.2 п. 4), in own words.

        Voluntary, in a secret poll too: there the bot takes the voter's word for it. The minutes
        wait a settled time after the close; what is said once they are issued is appended to them,
        and chair and secretary are told. Of several candidates a named ballot tells against whom;
        in a secret poll the words have to. Of a voter who gave a proxy its own delegates may say it
        too; of one that has left the body those named at the opening. Refuses people who have not
        voted, and a named ballot that is against nothing.
        """
        person = require_voter(tx.members.get(member))
        found, electorate = self._ballot_of(tx, person, poll, voter)
        now = self._clock.now()
        if not electorate.is_of_body(voter):  # it voted: those named at the opening speak for it
            electorate = replace(electorate, speakers=None)
        electorate.require_dissenter(voter, person.id, now)
        said = within(STATEMENT_LIMIT, paragraphs(text), StatementTooLong)
        if not said and dissent_must_name(found):
            raise DissentOfWhom
        require_against(tx, found, voter, now)
        show_ballots(tx, found, person, message)
        tx.ballots.save_statement(found.id, Statement(voter, person.id, said))
        tx.entries.add(records.stated(found.id, voter, said, person.id, now))
        end_waiting(tx, found, self._rules, now)
        tell_addendum_due(tx, found.id, voter, self._rules, now)
        end_prompt(tx, person.id)
        return poll_card(tx, found, person, now)

    # --- checking ---------------------------------------------------------------------------

    @reading
    def check_number(self, tx: Transaction, member: MemberId, poll: PollId, typed: str) -> bool:
        """Tell whether a secret ballot with this number is in the sealed count, after the close.

        It does not show the ballot, so it proves nothing to a buyer of votes.
        """
        _, found = self._seen(tx, member, poll)
        return read_number(typed) in self._numbers(tx, found)

    @reading
    def numbers(self, tx: Transaction, member: MemberId, poll: PollId) -> tuple[str, ...]:
        """Return the numbers of all ballots of a closed secret poll, sorted; none of a named one.

        `seals.numbers_digest` of them is what was posted at the close.
        """
        _, found = self._seen(tx, member, poll)
        return self._numbers(tx, found)

    def _numbers(self, tx: Transaction, poll: Poll) -> tuple[str, ...]:
        if poll.state is not PollState.CLOSED:
            raise ResultsHidden
        return tx.secret_ballots.all(poll.id).numbers

    # --- how --------------------------------------------------------------------------------

    def _seen(self, tx: Transaction, member: MemberId, poll: PollId) -> tuple[Member, Poll]:
        person = require_voter(tx.members.get(member))
        found = require_poll(tx, poll)
        require_seen(tx, found, person, self._clock.now())
        return person, found

    def _ballot_of(
        self, tx: Transaction, person: Member, poll: PollId, voter: VoterId
    ) -> tuple[Poll, Electorate]:
        """Return the poll and what concerns the voter; a stranger sees no poll.

        Refuses people whose new account is not confirmed: nothing is done with their ballot.
        """
        found, now = require_poll(tx, poll), self._clock.now()
        electorate = voter_today(tx, found, voter)
        if person.id not in electorate.casters(voter, now):
            require_seen(tx, found, person, now)
        person.require_confirmed(found.opened_at)
        require_clock(tx, now)
        return found, electorate


def _office(member: Member) -> Role:
    return next(role for role in OFFICES if role in member.roles)

"""Merge two records of one person: what is entered, answers, roles and the account come together.

Votes are records that nobody changes: they stay under the id that they name, and the row of that id
points to the record that goes on.
"""

from collections.abc import Iterable
from datetime import datetime

from bot.domain.events.events import EventId
from bot.domain.people.duplicates import Merged, merged_details, namesakes
from bot.domain.people.members import Member, MemberId, Role
from bot.domain.people.refusals import (
    BothVote,
    MergedUnconfirmed,
    MergedVotes,
    PersonKnown,
    SamePerson,
)
from bot.domain.people.roles import require_administrator_left
from bot.domain.polls.plans import Body
from bot.domain.polls.polls import Poll
from bot.domain.polls.voters import VoterId
from bot.ports import Transaction
from bot.services.access import (
    known_member,
    require_administrator,
    require_confirmed_administrator,
    require_person,
)
from bot.services.events.recounting import recount
from bot.services.meetings.states import is_named_in_meeting
from bot.services.people.granting import note_roles
from bot.services.people.leaving import end_ties
from bot.services.people.merging import pass_account
from bot.services.people.rebindings import leave_account
from bot.services.transactions import RuledService, reading, transaction


class Duplicates(RuledService):
    """All of it is for administrators."""

    @reading
    def suspects(self, tx: Transaction, actor: MemberId, member: MemberId) -> list[Member]:
        """Return the others with the same names: perhaps records of the same person."""
        require_administrator(tx, actor, self._rules)
        return namesakes(tx.members.all(), require_person(tx, member))

    @reading
    def preview(
        self, tx: Transaction, actor: MemberId, kept: MemberId, given_up: MemberId
    ) -> Merged:
        """Return what merging two records would do; refuse what `merge` refuses."""
        require_administrator(tx, actor, self._rules)
        return self._merged(tx, kept, given_up)

    @transaction
    def merge(self, tx: Transaction, actor: MemberId, kept: MemberId, given_up: MemberId) -> Member:
        """Merge two records of one person; return the one that goes on.

        Refuses to give up a record that takes part in a vote or a meeting that is not over, and to
        leave the alliance without an administrator who has joined.
        """
        administrator = require_confirmed_administrator(tx, actor, self._rules)
        merged, now = self._merged(tx, kept, given_up), self._clock.now()
        self._join(tx, merged, now)
        note_roles(
            tx,
            kept,
            merged.details.roles - merged.roles,
            merged.details.roles,
            administrator.id,
            now,
        )
        tx.audit.add(administrator.id, "member.merge", f"member:{kept}", now, merged=given_up)
        require_administrator_left(tx.members.all())
        return known_member(tx, kept)

    def _merged(self, tx: Transaction, kept: MemberId, given_up: MemberId) -> Merged:
        if kept == given_up:
            raise SamePerson
        one, other = require_person(tx, kept), require_person(tx, given_up)
        if one.unconfirmed_since is not None or other.unconfirmed_since is not None:
            raise MergedUnconfirmed
        _require_no_vote(tx, kept, given_up)
        house = one.organisation or other.organisation
        if tx.members.find(house, one.name) not in {None, kept, given_up}:
            raise PersonKnown(one.name)
        colleagues = other.organisation == house
        before, former = tx.members.details(kept), tx.members.details(given_up)
        details = merged_details(before, former, colleagues=colleagues)
        own, others = (self._answered(tx, who) for who in (kept, given_up))
        return Merged(
            one,
            other,
            details,
            roles=details.roles - before.roles,
            lost=former.roles - details.roles,
            moved=len(others - own),
            double=len(others & own),
            votes=tx.electorates.count_of(given_up),
        )

    def _answered(self, tx: Transaction, member: MemberId) -> set[EventId]:
        ahead = tx.events.ending_after(self._clock.now())
        return {event.id for event in ahead if tx.rsvps.get(event.id, member) is not None}

    def _join(self, tx: Transaction, merged: Merged, now: datetime) -> None:
        kept, given_up = merged.kept, merged.given_up
        house = kept.organisation or given_up.organisation
        _drop_plans(tx, merged)
        _pass_leadership(tx, merged)
        if given_up.organisation not in {None, house}:
            end_ties(tx, given_up, self._rules, now)
        tx.invitations.withdraw(given_up.id, now)
        tx.tombstones.add_invitations(given_up.id)

        def join() -> None:
            tx.members.absorb(given_up.id, kept.id, now)
            if house != kept.organisation:  # else a substitute stays one
                tx.members.move(kept.id, house, now)
            tx.members.update(kept.id, merged.details)

        if given_up.telegram_id is not None and kept.telegram_id is not None:
            leave_account(tx, given_up.id, given_up.telegram_id)
        consent = tx.members.consent(given_up.id)
        recount(tx, [kept.id, given_up.id], join, self._rules, now)
        if kept.telegram_id is None and given_up.telegram_id is not None:
            pass_account(tx, given_up, consent, kept.id, now)


def _drop_plans(tx: Transaction, merged: Merged) -> None:
    """Drop what is planned for the record that is given up, where the other has the role already.

    Else a role that the person holds for good would end on the other record's day.
    """
    settled = {one.role for one in tx.planned_roles.of_member(merged.kept.id)}
    settled |= tx.members.details(merged.kept.id).roles | merged.lost | {Role.LEADER}
    for role in settled:
        tx.planned_roles.replace(merged.given_up.id, role, None, None)


def _pass_leadership(tx: Transaction, merged: Merged) -> None:
    """Have the kept record lead what the other led, if both are of the same organisation."""
    if Role.LEADER in tx.members.details(merged.given_up.id).roles:
        house = merged.given_up.organisation
        follows = Role.LEADER in merged.details.roles
        if house is not None:
            tx.organisations.save_leader(house, merged.kept.id if follows else None)


def _require_no_vote(tx: Transaction, kept: MemberId, given_up: MemberId) -> None:
    """Refuse to give up a record that a vote or a meeting which is not over names.

    The record of either names people by ids, by which they vote there.
    """
    polls = tx.polls.under_way()
    if not _takes_part(tx, polls, given_up):
        return
    raise BothVote if _takes_part(tx, polls, kept) else MergedVotes


def _takes_part(tx: Transaction, polls: Iterable[Poll], member: MemberId) -> bool:
    return is_named_in_meeting(tx, member) or any(
        poll.created_by == member
        or any(one.member == member for one in poll.candidates)
        or (poll.body is Body.COUNCIL and VoterId(member) in poll.listed)
        or tx.electorates.held_by(poll.id, member)
        for poll in polls
    )

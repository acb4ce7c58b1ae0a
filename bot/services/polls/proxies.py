"""Proxies: a voter's delegate hands the ballot over or takes it back, or the secretary does it."""

from datetime import date, datetime

from bot.domain.notices import MessageRef
from bot.domain.people.members import Member, MemberId
from bot.domain.people.searches import is_called
from bot.domain.polls import records
from bot.domain.polls.cards import PollBoard, PollCard
from bot.domain.polls.electorates import Electorate, Proxy, Representative, VoterId
from bot.domain.polls.polls import Poll, PollId
from bot.domain.polls.refusals import NotEntitled, ProxyHolderIneligible
from bot.domain.polls.views import PollView
from bot.domain.shown import Shown
from bot.ports import Transaction
from bot.services.access import require_member, require_poll, require_presiding
from bot.services.polls.clocks import require_clock
from bot.services.polls.electing import require_current_representative, speakers_of
from bot.services.polls.news import (
    refresh_ballot,
    tell_former_holder,
    tell_holder,
)
from bot.services.polls.views import poll_board, poll_card, require_seen
from bot.services.prompts import end_prompt
from bot.services.shown import show
from bot.services.transactions import RuledService, reading, transaction

FOUND_LIMIT = 8
"""So many holders a search shows."""


class Proxies(RuledService):
    """Who casts whose ballot."""

    @reading
    def holders(
        self, tx: Transaction, member: MemberId, poll: PollId, voter: VoterId, text: str
    ) -> tuple[Member, ...]:
        """Find by name who could hold a voter's proxy: delegates of other voters who have joined.

        For the voter's own delegates, and for chair and secretary. They also find who speaks for
        the voter since the opening only.
        """
        person, found, electorate = self._principal(tx, member, poll, voter)
        own = electorate.delegates.get(voter, frozenset())
        appointed = speakers_of(tx, found.body, voter) if person.presides else frozenset()
        others = appointed.union(*electorate.delegates.values()) - own
        people = [
            one
            for one in tx.members.all()
            if one.id in others and one.has_joined and is_called(one.name, text)
        ]
        return tuple(sorted(people, key=lambda one: one.name)[:FOUND_LIMIT])

    @reading
    def holder(
        self, tx: Transaction, member: MemberId, poll: PollId, voter: VoterId, holder: MemberId
    ) -> Member:
        """Return somebody who could hold a voter's proxy, before its paper is asked for.

        Refuses whatever would be refused in the end, the paper itself apart.
        """
        now = self._clock.now()
        person, found, electorate = self._principal(tx, member, poll, voter)
        found.require_open(now)
        trial = Proxy(voter, holder, "—", now.date(), found.closes_at, "—")
        appointed = speakers_of(tx, found.body, voter) if person.presides else frozenset()
        electorate.with_proxy(trial, tx.ballots.voted(found.id), now, appointed)
        one = tx.members.get(holder)
        if one is None or not one.has_joined:
            raise ProxyHolderIneligible
        return one

    def _principal(
        self, tx: Transaction, member: MemberId, poll: PollId, voter: VoterId
    ) -> tuple[Member, Poll, Electorate]:
        """Return who acts for a voter: a delegate of theirs, or who presides; refuse others."""
        person = require_member(tx, member, self._rules)
        found = require_poll(tx, poll)
        require_seen(tx, found, person)
        electorate = tx.electorates.of_poll(found.id)
        own = electorate.delegates.get(voter, frozenset())
        if person.id not in own and not person.presides:
            raise NotEntitled
        return person, found, electorate

    @transaction
    def give(
        self,
        tx: Transaction,
        member: MemberId,
        poll: PollId,
        voter: VoterId,
        holder: MemberId,
        number: str,
        issued_on: date,
        expires_at: datetime,
        scope: str,
        message: MessageRef | None = None,
    ) -> PollCard:
        """Hand a voter's ballot to another voter's delegate, as a proxy on paper says.

        Only the voter's own delegates may, while the poll is open and the ballot not cast.
        `message` shows the poll from now on.
        """
        person = require_member(tx, member, self._rules)
        found = require_poll(tx, poll)
        electorate = tx.electorates.of_poll(found.id)
        if person.id not in electorate.delegates.get(voter, frozenset()):
            require_seen(tx, found, person)
            raise NotEntitled
        person.require_confirmed(found.opened_at)
        proxy = Proxy(voter, holder, number, issued_on, expires_at, scope)
        self._register(tx, found, electorate, proxy, person)
        end_prompt(tx, person.id)
        if message is not None:
            show(tx, Shown(found.id, person.id, message, PollView.BALLOT))
        return poll_card(tx, found, person, self._clock.now())

    @transaction
    def register(
        self,
        tx: Transaction,
        actor: MemberId,
        poll: PollId,
        voter: VoterId,
        holder: MemberId,
        number: str,
        issued_on: date,
        expires_at: datetime,
        scope: str,
    ) -> PollBoard:
        """Register a proxy that chair or secretary have been shown on paper.

        Its holder may also be somebody who speaks for the voter since the opening only: a new
        leader, when the delegates who were named then are gone.
        """
        chair = require_presiding(tx, actor, self._rules)
        found = require_poll(tx, poll)
        proxy = Proxy(voter, holder, number, issued_on, expires_at, scope)
        appointed = speakers_of(tx, found.body, voter)
        self._register(tx, found, tx.electorates.of_poll(found.id), proxy, chair, appointed)
        return poll_board(tx, found, self._clock.now())

    def _register(
        self,
        tx: Transaction,
        poll: Poll,
        electorate: Electorate,
        proxy: Proxy,
        by: Member,
        appointed: frozenset[MemberId] = frozenset(),
    ) -> None:
        now = self._clock.now()
        require_clock(tx, now)
        poll.require_open(now)
        proxy.require_issued(now.astimezone(self._rules.zone).date())
        after = electorate.with_proxy(proxy, tx.ballots.voted(poll.id), now, appointed)
        given = after.proxy_of(proxy.principal)
        holder = tx.members.get(proxy.holder)
        if given is None or holder is None:  # never: it has just been registered
            raise NotEntitled
        named = Representative(holder.id, holder.name, holder.position)
        tx.proxies.save(poll.id, given, named, by.id)
        new = named if not _is_delegate(electorate, holder.id) else None
        tx.entries.add(records.entrusted(poll.id, given, by.id, now, new))
        tx.audit.add(by.id, "proxy.register", f"poll:{poll.id}", now, voter=given.principal)
        if holder.has_joined:
            tell_holder(tx, poll, given.principal, holder.id, now)
        refresh_ballot(tx, poll, after, given.principal, now)

    # --- revoking ---------------------------------------------------------------------------

    @transaction
    def revoke(
        self,
        tx: Transaction,
        member: MemberId,
        poll: PollId,
        voter: VoterId,
        holder: MemberId,
        message: MessageRef | None = None,
    ) -> PollCard:
        """Take this holder's proxy back: who gave it may at any time (ГК 188 п. 1 пп. 2, п. 2).

        For who speaks for the voter today, named at the opening or not; refused once the poll is
        over. What was done by the proxy stands (ГК 189 п. 2): a named ballot the voter can
        change, a secret one is final. The holder is told (ГК 189 п. 1). `message` shows the card.
        """
        person = require_member(tx, member, self._rules)
        found = require_poll(tx, poll)
        electorate = tx.electorates.of_voter(found.id, voter)
        own = electorate.delegates.get(voter, frozenset())
        if voter not in electorate.delegates or (
            person.id not in own and person.id not in speakers_of(tx, found.body, voter)
        ):
            require_seen(tx, found, person)
            raise NotEntitled
        person.require_confirmed(found.opened_at)
        require_current_representative(tx, found, electorate, voter, person.id, self._clock.now())
        self._revoke(tx, found, electorate, voter, holder, person)
        if message is not None:
            show(tx, Shown(found.id, person.id, message, PollView.BALLOT))
        return poll_card(tx, found, person, self._clock.now())

    @transaction
    def record_revocation(
        self,
        tx: Transaction,
        actor: MemberId,
        poll: PollId,
        voter: VoterId,
        holder: MemberId,
        message: MessageRef | None = None,
    ) -> PollBoard:
        """Write down that a proxy was revoked, as chair or secretary were told by who gave it.

        `message` shows the poll's board from now on.
        """
        chair = require_presiding(tx, actor, self._rules)
        found = require_poll(tx, poll)
        electorate = tx.electorates.of_voter(found.id, voter)
        self._revoke(tx, found, electorate, voter, holder, chair)
        if message is not None:
            show(tx, Shown(found.id, chair.id, message, PollView.BOARD))
        return poll_board(tx, found, self._clock.now())

    def _revoke(
        self,
        tx: Transaction,
        poll: Poll,
        electorate: Electorate,
        voter: VoterId,
        holder: MemberId,
        by: Member,
    ) -> None:
        now = self._clock.now()
        require_clock(tx, now)
        poll.require_open(now)
        voted = tx.ballots.has_voted(poll.id, voter)
        revoked = electorate.with_revoked(voter, holder, now, voted=voted).proxy_of(voter)
        former = tx.members.get(holder)
        if revoked is None:  # never: it was there to be revoked
            raise NotEntitled
        tx.proxies.revoke(poll.id, revoked, by.id)
        tx.entries.add(records.revoked(poll.id, revoked, by.id, now))
        tx.audit.add(by.id, "proxy.revoke", f"poll:{poll.id}", now, voter=voter)
        if former is not None and former.has_joined:
            tell_former_holder(tx, poll, voter, holder, now)
        refresh_ballot(tx, poll, electorate, voter, now)


def _is_delegate(electorate: Electorate, member: MemberId) -> bool:
    return any(member in people for people in electorate.delegates.values())

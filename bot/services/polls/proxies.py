"""Proxies: a voter's delegate hands the ballot over, or the secretary registers that they did."""

from datetime import date, datetime

from bot.domain.people.members import Member, MemberId
from bot.domain.people.searches import is_called
from bot.domain.polls import records
from bot.domain.polls.cards import PollBoard, PollCard
from bot.domain.polls.electorates import Electorate, Proxy, VoterId
from bot.domain.polls.polls import Poll, PollId
from bot.domain.polls.refusals import NotEntitled, ProxyHolderIneligible
from bot.ports import Clock, Storage, Transaction
from bot.services.access import require_member, require_poll, require_presiding
from bot.services.polls.news import refresh_ballot, tell_holder
from bot.services.polls.views import poll_board, poll_card, require_seen
from bot.services.rules import Rules
from bot.services.transactions import Service, reading, transaction

FOUND_LIMIT = 8
"""So many holders a search shows."""


class Proxies(Service):
    """Who casts whose ballot; each public method is one transaction."""

    def __init__(self, storage: Storage, clock: Clock, rules: Rules) -> None:
        super().__init__(storage, clock)
        self._rules = rules

    @reading
    def holders(
        self, tx: Transaction, member: MemberId, poll: PollId, voter: VoterId, text: str
    ) -> tuple[Member, ...]:
        """Find by name who could hold a voter's proxy: delegates of other voters who have joined.

        For the voter's own delegates, and for chair and secretary.
        """
        _, _, electorate = self._principal(tx, member, poll, voter)
        own = electorate.delegates.get(voter, frozenset())
        others = frozenset().union(*electorate.delegates.values()) - own
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
        _, found, electorate = self._principal(tx, member, poll, voter)
        found.require_open(now)
        trial = Proxy(voter, holder, "—", now.date(), found.closes_at, "—")
        electorate.with_proxy(trial, tx.ballots.voted(found.id), now)
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
        electorate = tx.polls.electorate(found.id)
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
    ) -> PollCard:
        """Hand a voter's ballot to another voter's delegate, as a proxy on paper says.

        Only the voter's own delegates may, while the poll is open and the ballot not cast.
        """
        person = require_member(tx, member, self._rules)
        found = require_poll(tx, poll)
        electorate = tx.polls.electorate(found.id)
        if person.id not in electorate.delegates.get(voter, frozenset()):
            require_seen(tx, found, person)
            raise NotEntitled
        proxy = Proxy(voter, holder, number, issued_on, expires_at, scope)
        self._register(tx, found, electorate, proxy, person)
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
        """Register a proxy that chair or secretary have been shown on paper."""
        chair = require_presiding(tx, actor, self._rules)
        found = require_poll(tx, poll)
        proxy = Proxy(voter, holder, number, issued_on, expires_at, scope)
        self._register(tx, found, tx.polls.electorate(found.id), proxy, chair)
        return poll_board(tx, found, self._clock.now())

    def _register(
        self, tx: Transaction, poll: Poll, electorate: Electorate, proxy: Proxy, by: Member
    ) -> None:
        now = self._clock.now()
        poll.require_open(now)
        proxy.require_issued(now.astimezone(self._rules.zone).date())
        after = electorate.with_proxy(proxy, tx.ballots.voted(poll.id), now)
        given = after.proxy_of(proxy.principal)
        holder = tx.members.get(proxy.holder)
        if given is None or holder is None:  # never: it has just been registered
            raise NotEntitled
        tx.proxies.save(poll.id, given, holder.name, by.id)
        tx.entries.add(records.entrusted(poll.id, given, by.id, now))
        tx.audit.add(by.id, "proxy.register", f"poll:{poll.id}", now, voter=given.principal)
        if holder.has_joined:
            tell_holder(tx, poll, given.principal, holder.id, now)
        refresh_ballot(tx, poll, after, given.principal, now)

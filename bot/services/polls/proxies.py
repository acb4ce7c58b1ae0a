"""Proxies: a voter hands the ballot over or takes it back, by its leader, or by the secretary."""

from dataclasses import replace
from datetime import date, datetime

from bot.domain.lines import one_line
from bot.domain.notices import MessageRef
from bot.domain.people.members import Member, MemberId
from bot.domain.people.searches import is_called
from bot.domain.polls import records
from bot.domain.polls.boards import PollBoard
from bot.domain.polls.cards import PollCard
from bot.domain.polls.electorates import Electorate
from bot.domain.polls.polls import Poll, PollId
from bot.domain.polls.proxies import Proxy
from bot.domain.polls.proxy_refusals import ProxyHolderIneligible
from bot.domain.polls.refusals import NotEntitled
from bot.domain.polls.voters import VoterId
from bot.ports import Transaction
from bot.services.access import (
    require_confirmed_presiding,
    require_member,
    require_poll,
    require_presiding,
)
from bot.services.meetings.states import require_outside_meeting
from bot.services.polls.clocks import require_clock
from bot.services.polls.electing import electorate_today, speakers_of, voter_today
from bot.services.polls.entrusting import entrust, revoke
from bot.services.polls.news import refresh_ballot, show_ballots, show_board, tell_holder
from bot.services.polls.papers import issuer_of, known_issuer, require_issuer, require_no_delegate
from bot.services.polls.views import poll_board, poll_card, require_seen
from bot.services.prompts import end_prompt
from bot.services.transactions import RuledService, reading, transaction

FOUND_LIMIT = 8
"""So many holders a search shows."""


class Proxies(RuledService):
    """Giving, registering and revoking proxies."""

    @reading
    def holders(
        self, tx: Transaction, member: MemberId, poll: PollId, voter: VoterId, text: str
    ) -> tuple[Member, ...]:
        """Find by name who could hold a voter's proxy: delegates of other voters who have joined.

        For the voter's own delegates, and for chair and secretary. They also find those who
        represent the voter since the opening only.
        """
        person, found, electorate = self._principal(tx, member, poll, voter)
        own = electorate.delegates_of(voter)
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
        """Return somebody who could hold a voter's proxy; refuse what `give` would refuse."""
        now = self._clock.now()
        person, found, electorate = self._principal(tx, member, poll, voter)
        found.require_open(now)
        if not person.presides:
            require_issuer(tx, found, voter, person.id)
        found.require_proxies()
        electorate.require_room(holder, voter, self._rules.voting.proxies_per_holder)
        trial = Proxy(voter, holder, "—", now.date(), found.closes_at, "—")
        appointed = speakers_of(tx, found.body, voter) if person.presides else frozenset()
        electorate.with_proxy(trial, tx.ballots.voted(found.id), now, appointed)
        one = tx.members.get(holder)
        if one is None or not one.has_joined:
            raise ProxyHolderIneligible
        return one

    @reading
    def issuer(self, tx: Transaction, actor: MemberId, poll: PollId, voter: VoterId) -> str:
        """Return who issues a voter's proxies, or an empty name; refuse where none are allowed."""
        require_presiding(tx, actor, self._rules)
        found = require_poll(tx, poll)
        found.require_proxies()
        return known_issuer(tx, found, voter)

    def _principal(
        self, tx: Transaction, member: MemberId, poll: PollId, voter: VoterId
    ) -> tuple[Member, Poll, Electorate]:
        """Return who acts for a voter: its delegate, or chair or secretary; refuse others."""
        person = require_member(tx, member, self._rules)
        found = require_poll(tx, poll)
        require_seen(tx, found, person, self._clock.now())
        electorate = electorate_today(tx, found)
        own = electorate.delegates_of(voter)
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

        Only its leader may for an organisation, in the council the member, while the poll is open
        and the ballot not cast. It is in force once chair or secretary have seen the paper: they
        are told. At a general meeting the desk takes the paper instead. `message` shows the poll
        from now on.
        """
        person = require_member(tx, member, self._rules)
        found = require_poll(tx, poll)
        electorate = electorate_today(tx, found)
        if person.id not in electorate.delegates_of(voter):
            require_seen(tx, found, person, self._clock.now())
            raise NotEntitled
        person.require_confirmed(found.opened_at)
        require_outside_meeting(tx, found.id)
        require_issuer(tx, found, voter, person.id)
        proxy = Proxy(voter, holder, number, issued_on, expires_at, scope)
        issued = replace(proxy, issuer=issuer_of(tx, found, voter), confirmed=False)
        entrust(tx, found, electorate, issued, person, self._rules, self._clock.now())
        end_prompt(tx, person.id)
        show_ballots(tx, found, person, message)
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
        issuer: str = "",
    ) -> PollBoard:
        """Register a proxy that chair or secretary have been shown on paper.

        Its holder may also be somebody who represents the voter since the opening only: a new
        leader, when the delegates who were named then are gone. `issuer` signed it: empty is the
        leader of today, or the member of the council; a delegate is refused.
        """
        chair = require_confirmed_presiding(tx, actor, self._rules)
        found = require_poll(tx, poll)
        require_outside_meeting(tx, found.id)
        signed = one_line(issuer) or issuer_of(tx, found, voter)
        require_no_delegate(tx, found, voter, signed)
        proxy = Proxy(voter, holder, number, issued_on, expires_at, scope, issuer=signed)
        appointed = speakers_of(tx, found.body, voter)
        rules, now = self._rules, self._clock.now()
        entrust(tx, found, electorate_today(tx, found), proxy, chair, rules, now, appointed)
        return poll_board(tx, found, now)

    @transaction
    def confirm(
        self,
        tx: Transaction,
        actor: MemberId,
        poll: PollId,
        voter: VoterId,
        holder: MemberId,
        message: MessageRef | None = None,
    ) -> PollBoard:
        """Write down that chair or secretary have seen the paper of this holder's proxy.

        From now on it is in force, and its holder is told. `message` shows the poll's board
        from now on.
        """
        chair = require_confirmed_presiding(tx, actor, self._rules)
        found, now = require_poll(tx, poll), self._clock.now()
        found.require_open(now)
        found.require_proxies()
        require_clock(tx, now)
        before = electorate_today(tx, found)
        after = before.with_confirmed(voter, holder, tx.ballots.voted(found.id), now)
        proxy, person = after.proxy_of(voter), tx.members.get(holder)
        if proxy is None or person is None or not person.has_joined:
            raise ProxyHolderIneligible
        tx.proxies.confirm(found.id, voter, chair.id)
        tx.entries.add(records.seen(found.id, proxy, chair.id, now))
        tx.audit.add(chair.id, "proxy.confirm", f"poll:{found.id}", now, voter=voter)
        tell_holder(tx, found, voter, holder, now)
        refresh_ballot(tx, found, after, voter, now)
        show_board(tx, found, chair, message)
        return poll_board(tx, found, now)

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
    ) -> tuple[PollCard, bool]:
        """Take this holder's proxy back: who gave it may at any time (ГК 188 п. 1 пп. 2, п. 2).

        For those who represent the voter today, named at the opening or not; refused once the poll
        is over. What was done by the proxy stands (ГК 189 п. 2): the voter can change a named
        ballot, a secret one is final. The holder of one that was in force is told (ГК 189 п. 1).
        `message` shows the card, which is returned, and whether the holder is told.
        """
        person = require_member(tx, member, self._rules)
        found = require_poll(tx, poll)
        electorate = voter_today(tx, found, voter)
        own = electorate.delegates.get(voter, frozenset())
        if voter not in electorate.delegates or (
            person.id not in own and person.id not in speakers_of(tx, found.body, voter)
        ):
            require_seen(tx, found, person, self._clock.now())
            raise NotEntitled
        person.require_confirmed(found.opened_at)
        now = self._clock.now()
        electorate.require_revoker(voter, person.id, now)
        told = revoke(tx, found, electorate, voter, holder, person, now)
        show_ballots(tx, found, person, message)
        return poll_card(tx, found, person, now), told

    @transaction
    def record_revocation(
        self,
        tx: Transaction,
        actor: MemberId,
        poll: PollId,
        voter: VoterId,
        holder: MemberId,
        message: MessageRef | None = None,
    ) -> tuple[PollBoard, bool]:
        """Write down that a proxy was revoked, as chair or secretary were told by who gave it.

        `message` shows the poll's board from now on, which is returned, and whether the holder is
        told.
        """
        chair = require_confirmed_presiding(tx, actor, self._rules)
        found = require_poll(tx, poll)
        electorate = tx.electorates.of_voter(found.id, voter)
        now = self._clock.now()
        told = revoke(tx, found, electorate, voter, holder, chair, now)
        show_board(tx, found, chair, message)
        return poll_board(tx, found, now), told

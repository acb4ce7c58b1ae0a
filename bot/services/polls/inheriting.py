"""Proxies that also hold in a second round: those for all questions that are still in force."""

from datetime import datetime

from bot.domain.people.members import MemberId
from bot.domain.polls import records
from bot.domain.polls.polls import Poll, PollId
from bot.domain.polls.scopes import covers_all
from bot.domain.refusals import Refusal
from bot.ports import Transaction
from bot.services.polls.electing import electorate_today, speakers_of
from bot.services.polls.news import tell_holder


def inherit_proxies(
    tx: Transaction, before: PollId, poll: Poll, by: MemberId, now: datetime
) -> None:
    """Register in a second round the proxies in force in the round before and for all questions.

    Proxies that would be refused today are left out: of a voter or a holder who has left, or where
    the body allows none.
    """
    if not poll.takes_proxies:
        return
    people = {one.id: one for one in tx.members.all()}
    holders = tx.proxies.holders(before)
    electorate = electorate_today(tx, poll)
    for proxy in tx.electorates.of_poll(before).proxies:
        holder = people.get(proxy.holder)
        if holder is None or not (proxy.holds(now) and covers_all(proxy.scope)):
            continue
        named = any(proxy.holder in them for them in electorate.delegates.values())
        appointed = speakers_of(tx, poll.body, proxy.principal)
        try:
            electorate = electorate.with_proxy(proxy, frozenset(), now, appointed)
        except Refusal:
            continue
        person = holders[proxy.principal]
        tx.proxies.save(poll.id, proxy, person, by)
        new = None if named else person
        tx.entries.add(records.entrusted(poll.id, proxy, by, now, new))
        tx.audit.add(by, "proxy.register", f"poll:{poll.id}", now, voter=proxy.principal)
        if holder.has_joined:
            tell_holder(tx, poll, proxy.principal, holder.id, now)

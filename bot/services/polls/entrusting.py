"""How a proxy is given and taken back: checked, kept, recorded, told, each in one transaction."""

from datetime import datetime

from bot.domain.people.members import Member, MemberId
from bot.domain.polls import records
from bot.domain.polls.electorates import Electorate
from bot.domain.polls.polls import Poll
from bot.domain.polls.proxies import Proxy
from bot.domain.polls.refusals import NotEntitled
from bot.domain.polls.voters import Representative, VoterId
from bot.ports import Transaction
from bot.services.polls.clocks import require_clock
from bot.services.polls.news import (
    refresh_ballot,
    refresh_turnout,
    tell_former_holder,
    tell_holder,
    tell_of_paper,
)
from bot.services.rules import AllianceRules


def entrust(
    tx: Transaction,
    poll: Poll,
    electorate: Electorate,
    proxy: Proxy,
    by: Member,
    rules: AllianceRules,
    now: datetime,
    appointed: frozenset[MemberId] = frozenset(),
) -> None:
    """Register a proxy; chair and secretary are told of a paper to be seen, else its holder is.

    One of those `appointed` since the opening may hold it too.
    """
    require_clock(tx, now)
    poll.require_open(now)
    poll.require_proxies()
    proxy.require_issued(now.astimezone(rules.zone).date())
    electorate.require_room(proxy.holder, proxy.principal, rules.voting.proxies_per_holder)
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
    if not given.confirmed:
        tell_of_paper(tx, poll, given.principal, now)
        refresh_turnout(tx, poll, now)
    elif holder.has_joined:
        tell_holder(tx, poll, given.principal, holder.id, now)
    refresh_ballot(tx, poll, after, given.principal, now)


def _is_delegate(electorate: Electorate, member: MemberId) -> bool:
    return any(member in people for people in electorate.delegates.values())


def revoke(
    tx: Transaction,
    poll: Poll,
    electorate: Electorate,
    voter: VoterId,
    holder: MemberId,
    by: Member,
    now: datetime,
) -> bool:
    """Revoke a proxy; tell its holder, and return that, if it was in force and they knew it."""
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
    is_told = revoked.confirmed and former is not None and former.has_joined
    if is_told:
        tell_former_holder(tx, poll, voter, holder, now)
    refresh_ballot(tx, poll, electorate, voter, now)
    return is_told

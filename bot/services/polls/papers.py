"""Papers: who may issue a voter's proxy."""

from bot.domain.people.members import MemberId, OrganisationId, folded
from bot.domain.polls.plans import Body
from bot.domain.polls.polls import Poll
from bot.domain.polls.proxy_refusals import ProxyIssuerMissing, ProxyNotByLeader
from bot.domain.polls.voters import VoterId
from bot.ports import Transaction


def may_issue(tx: Transaction, poll: Poll, voter: VoterId, member: MemberId) -> bool:
    """Tell whether somebody issues a voter's proxies: an organisation's leader (ГК 185.1 п. 4).

    In the council the member does, where the charter allows it. That a delegate cannot was read in
    a secondary source.
    """
    if poll.body is Body.COUNCIL:
        return MemberId(voter) == member and bool(poll.rules.council_proxies)
    return member == _leader(tx, voter)


def require_issuer(tx: Transaction, poll: Poll, voter: VoterId, member: MemberId) -> None:
    """Refuse anybody who does not issue this voter's proxies."""
    poll.require_proxies()
    if not may_issue(tx, poll, voter, member):
        raise ProxyNotByLeader


def issuer_of(tx: Transaction, poll: Poll, voter: VoterId) -> str:
    """Return who issues a voter's proxies, by name and position; refuse where nobody is known."""
    known = known_issuer(tx, poll, voter)
    if not known:
        raise ProxyIssuerMissing
    return known


def known_issuer(tx: Transaction, poll: Poll, voter: VoterId) -> str:
    """Return who issues a voter's proxies, by name and position; empty where nobody is known."""
    issuer = MemberId(voter) if poll.body is Body.COUNCIL else _leader(tx, voter)
    person = None if issuer is None else tx.members.get(issuer)
    if person is None:
        return ""
    if poll.body is Body.COUNCIL or not person.position:
        return person.name
    return f"{person.name}, {person.position}"


def require_no_delegate(tx: Transaction, poll: Poll, voter: VoterId, issuer: str) -> None:
    """Refuse a paper that bears the name of a delegate of the organisation, not of its leader."""
    if poll.body is Body.COUNCIL:
        return
    leader, name = _leader(tx, voter), folded(issuer.partition(",")[0].strip())
    people = tx.members.of_organisation(OrganisationId(voter))
    leads = any(one.id == leader and folded(one.name) == name for one in people)
    if not leads and any(one.delegate and folded(one.name) == name for one in people):
        raise ProxyNotByLeader


def _leader(tx: Transaction, voter: VoterId) -> MemberId | None:
    house = tx.organisations.get(OrganisationId(voter))
    return None if house is None else house.leader

"""Who votes: the electorate of a plan as it is now, frozen when the poll opens."""

from collections.abc import Iterable
from datetime import datetime

from bot.domain.people.members import Member, MemberId, Organisation, OrganisationId, Role
from bot.domain.polls.electorates import Electorate, Representative, Voter, VoterId
from bot.domain.polls.plans import Body, PollPlan
from bot.domain.polls.polls import Poll
from bot.domain.polls.refusals import CandidateNotMember, ProxyGiven
from bot.ports import Transaction


def voters_of(tx: Transaction, plan: PollPlan) -> tuple[Voter, ...]:
    """Return the voters as they are today, by id; a plan may leave only some of them.

    In the council each member has a ballot; in the general meeting each organisation, which its
    leader and its delegates cast. Those without anybody to cast theirs count all the same.
    """
    everybody = everybody_of(tx, plan.body)
    return tuple(v for v in everybody if plan.voters is None or v.id in plan.voters)


def everybody_of(tx: Transaction, body: Body) -> tuple[Voter, ...]:
    """Return all voters of a body as they are today, by id."""
    people = tx.members.all()
    if body is Body.COUNCIL:
        found = [_councillor(member) for member in people if Role.COUNCIL in member.roles]
    else:
        found = [_organisation(one, people) for one in tx.organisations.all()]
    return tuple(sorted(found, key=lambda voter: voter.id))


def people_of(tx: Transaction, voters: Iterable[Voter]) -> list[Member]:
    """Return everybody who may cast a ballot of these voters, each once."""
    ids = {person.member for voter in voters for person in voter.people}
    return [member for member in tx.members.all() if member.id in ids]


def require_current_representative(
    tx: Transaction,
    poll: Poll,
    electorate: Electorate,
    voter: VoterId,
    member: MemberId,
    now: datetime,
) -> None:
    """Refuse whoever spoke for a voter at the opening only to touch a proxy that is in force.

    The voter casts by it in spite of them, for instance by the hand of a new leader; whoever speaks
    for an organisation no longer takes back nothing in its name (ГК 53 п. 1, 188).
    """
    proxy = electorate.proxy_of(voter)
    if proxy is None or not proxy.holds(now) or proxy.holder == member:
        return
    named = member in electorate.delegates.get(voter, ())
    if named and member not in speakers_of(tx, poll.body, voter):
        raise ProxyGiven(proxy.number)


def speakers_of(tx: Transaction, body: Body, voter: VoterId) -> frozenset[MemberId]:
    """Return who speaks for a voter today: in the general meeting leader and delegates."""
    if body is Body.COUNCIL:
        return frozenset({MemberId(voter)})
    house = tx.organisations.get(OrganisationId(voter))
    if house is None:
        return frozenset()
    people = tx.members.of_organisation(house.id)
    return frozenset(one.member for one in _organisation(house, people).people)


def may_stand(member: Member) -> bool:
    """Tell whether somebody may be a candidate: a person of an organisation, or of the council.

    Members of the alliance are its organisations, so a guest from outside is nobody's to elect.
    """
    return not member.guest and (member.organisation is not None or Role.COUNCIL in member.roles)


def require_candidates(tx: Transaction, plan: PollPlan) -> None:
    """Refuse a plan with candidates who are known by an id and may not stand, or are erased."""
    chosen = {one.member for one in plan.candidates if one.member is not None}
    if not chosen <= ({one.id for one in tx.members.all() if may_stand(one)} if chosen else set()):
        raise CandidateNotMember


def display_name(tx: Transaction, body: Body, voter: VoterId, name: str) -> str:
    """Return a voter's name for chats: the short one, if it is an organisation that has one.

    Full names begin alike («Автономная некоммерческая…»), and a button shows no more than that. The
    minutes have the name that was frozen at the opening.
    """
    house = tx.organisations.get(OrganisationId(voter)) if body is Body.GENERAL else None
    return (house.short_name if house else "") or name


def _councillor(member: Member) -> Voter:
    alone = (Representative(member.id, member.name, member.position),)
    house = member.organisation_name or ""
    return Voter(VoterId(member.id), member.name, alone, organisation=house)


def _organisation(organisation: Organisation, everybody: Iterable[Member]) -> Voter:
    people = [
        Representative(
            member.id, member.name, member.position, leader=member.id == organisation.leader
        )
        for member in everybody
        if member.organisation == organisation.id
        and (member.delegate or member.id == organisation.leader)
    ]
    return Voter(
        VoterId(organisation.id),
        organisation.name,
        tuple(people),
        inn=organisation.inn,
        ogrn=organisation.ogrn or "",
    )

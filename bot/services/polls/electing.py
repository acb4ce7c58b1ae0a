"""The electorate: who votes in a poll, frozen when it opens."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from bot.domain.people.members import Member, MemberId, Organisation, OrganisationId, Role
from bot.domain.people.refusals import OrganisationLeft, OrganisationNotFound
from bot.domain.polls.electorates import Electorate
from bot.domain.polls.naming import is_named
from bot.domain.polls.omissions import Omitted
from bot.domain.polls.plans import Body, Candidate, CandidateId, PollPlan
from bot.domain.polls.polls import Poll
from bot.domain.polls.refusals import CandidateNotMember, ExclusionUnnamed
from bot.domain.polls.voters import Representative, Voter, VoterId
from bot.ports import Transaction


def omitted_of(tx: Transaction, plan: PollPlan) -> tuple[Omitted, ...]:
    """Return who is in the body now and has no ballot by this plan, by id."""
    if plan.voters is None:
        return ()
    everybody = everybody_of(tx, plan.body)
    return tuple(Omitted(v.id, v.name) for v in everybody if plan.leaves_out(v.id))


def explained(tx: Transaction, plan: PollPlan, now: datetime) -> PollPlan:
    """Return a checked plan; refuse one that leaves somebody out without a reason.

    Also refuse candidates with the same name. A second round needs neither check: the first round
    passed both.
    """
    checked = plan.checked(now).naming()
    checked.require_told_apart()
    omitted = omitted_of(tx, checked)
    if not omitted:
        checked = replace(checked, voters=None, omission=None)
    checked.require_explained()
    return checked.naming(*(one.id for one in omitted))


def voters_of(tx: Transaction, plan: PollPlan) -> tuple[Voter, ...]:
    """Return the present voters by id; a plan may restrict them.

    In the council each member has a ballot; in the general meeting each organisation, whose leader
    and delegates cast it. Voters without anybody to cast their ballot are included.
    """
    everybody = everybody_of(tx, plan.body)
    return tuple(voter for voter in everybody if not plan.leaves_out(voter.id))


def settled(tx: Transaction, poll: Poll) -> Poll:
    """Return a poll that is about to open, with those on its list who came into the body since."""
    if poll.voters is None or poll.omission is None:
        return poll
    voters = {*poll.voters, *(voter.id for voter in voters_of(tx, poll))}
    return replace(poll, voters=tuple(sorted(voters))).naming()


def plan_today(tx: Transaction, poll: Poll) -> PollPlan:
    """Return the plan of a poll, with those on its list who came into the body since.

    The reason for leaving somebody out was given for others.
    """
    omitted = [one.id for one in tx.electorates.omitted(poll.id)]
    return settled(tx, poll.naming(*omitted) if omitted else poll).plan


def everybody_of(tx: Transaction, body: Body) -> tuple[Voter, ...]:
    """Return all present voters of a body, by id."""
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


def electorate_today(tx: Transaction, poll: Poll) -> Electorate:
    """Return the electorate with each voter's present representatives."""
    speakers = {voter.id: _members_of(voter) for voter in everybody_of(tx, poll.body)}
    return replace(tx.electorates.of_poll(poll.id), speakers=speakers)


def voter_today(tx: Transaction, poll: Poll, voter: VoterId) -> Electorate:
    """Return the electorate reduced to one voter, with its present representatives."""
    speakers = _speaking(tx, poll.body, voter)
    today = {} if speakers is None else {voter: speakers}
    return replace(tx.electorates.of_voter(poll.id, voter), speakers=today)


def speakers_of(tx: Transaction, body: Body, voter: VoterId) -> frozenset[MemberId]:
    """Return who represents a voter now: in the general meeting its leader and delegates."""
    return _speaking(tx, body, voter) or frozenset()


def _speaking(tx: Transaction, body: Body, voter: VoterId) -> frozenset[MemberId] | None:
    """Return who represents a voter now; None for a voter who has left the body."""
    if body is Body.COUNCIL:
        member = tx.members.get(MemberId(voter))
        seated = member is not None and Role.COUNCIL in member.roles
        return frozenset({MemberId(voter)}) if seated else None
    return tx.organisations.speakers(OrganisationId(voter))


def _members_of(voter: Voter) -> frozenset[MemberId]:
    return frozenset(one.member for one in voter.people)


def may_stand(member: Member) -> bool:
    """Tell whether somebody may be a candidate: a person of an organisation, or of the council.

    The alliance's members are organisations, so a guest from outside cannot be elected.
    """
    return not member.guest and (member.organisation is not None or Role.COUNCIL in member.roles)


def present_candidates(
    tx: Transaction, poll: Poll, those: Iterable[CandidateId]
) -> dict[CandidateId, MemberId]:
    """Return which of these candidates are of the alliance now, with their present records.

    Somebody who left and came back by another invitation is found by the new record.
    """
    asked = set(those)
    people = {one.id: one.member for one in poll.candidates if one.id in asked and one.member}
    present = tx.members.present(people.values())
    return {one: present[member] for one, member in people.items() if member in present}


def require_candidates(tx: Transaction, candidates: Iterable[Candidate]) -> None:
    """Refuse candidates known by an id who may not be elected, or were erased."""
    chosen = {one.member for one in candidates if one.member is not None}
    if not chosen <= ({one.id for one in tx.members.all() if may_stand(one)} if chosen else set()):
        raise CandidateNotMember


def require_excludable(tx: Transaction, plan: PollPlan) -> None:
    """Refuse to exclude an organisation that is no member, or that the question does not name."""
    if plan.excludes is None:
        return
    house = tx.organisations.get(plan.excludes)
    if house is None:
        raise OrganisationNotFound
    if not house.is_member:
        raise OrganisationLeft(house.display_name)
    if not is_named(plan.question, house, tx.organisations.all()):
        raise ExclusionUnnamed(house.display_name)


def display_name(tx: Transaction, body: Body, voter: VoterId, name: str) -> str:
    """Return a voter's name for chats: the short name, if an organisation has one.

    Full names begin alike («Автономная некоммерческая…»), and a button shows little more than that.
    The minutes use the name frozen at the opening.
    """
    house = tx.organisations.get(OrganisationId(voter)) if body is Body.GENERAL else None
    return (house.short_name if house else "") or name


def omitted_names(tx: Transaction, plan: PollPlan, omitted: Iterable[Omitted]) -> tuple[str, ...]:
    """Return the names for chats of those who have no ballot."""
    return tuple(display_name(tx, plan.body, one.id, one.name) for one in omitted)


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

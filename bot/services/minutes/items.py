"""The parts of minutes as they are stored: who was entitled and came, what each poll came to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.domain.minutes.minutes import (
    AgendaItem,
    Authority,
    Body,
    Dissent,
    LegalEntity,
    Lot,
    Participant,
)
from bot.domain.minutes.refusals import PollNotCounted
from bot.domain.people.members import Member, MemberId, OrganisationId
from bot.domain.polls.ballots import Statement
from bot.domain.polls.electorates import Proxy, Representative, Voter, VoterId
from bot.domain.polls.plans import Body as VotingBody
from bot.domain.polls.polls import Poll
from bot.ports import Transaction

BODIES = {VotingBody.COUNCIL: Body.COUNCIL, VotingBody.GENERAL: Body.GENERAL_MEETING}


def body_of(poll: Poll) -> Body:
    """Return which body decided a poll."""
    return BODIES[poll.body]


# --- the agenda -------------------------------------------------------------------------------


def agenda_item(tx: Transaction, poll: Poll) -> AgendaItem:
    """Return all that a counted poll came to; of a secret one only the numbers of its ballots."""
    declared = tx.polls.declared(poll.id)
    if declared is None:
        raise PollNotCounted(poll.question)
    secret = poll.is_secret
    ballots = {} if secret else {v: one.ballot for v, one in tx.ballots.all_named(poll).items()}
    statements = tx.ballots.statements(poll.id)
    believed = not secret or len(statements) <= declared.result.against
    return AgendaItem(
        poll=poll,
        result=declared.result,
        seal=declared.seal,
        head=declared.head,
        voted=tx.ballots.voted(poll.id),
        recused=tx.polls.electorate(poll.id).recused,
        ballots=ballots,
        numbers=tuple(sorted(tx.ballots.written(poll))) if secret else (),
        dissents=_dissents(statements) if believed else (),
        course="" if believed else _claims(tx, poll, statements),
        lot=_lot(tx, poll),
        run_off=tx.polls.run_off(poll.id) is not None,
    )


def _dissents(statements: Mapping[VoterId, Statement]) -> tuple[Dissent, ...]:
    return tuple(Dissent(voter, one.text) for voter, one in sorted(statements.items()))


def _claims(tx: Transaction, poll: Poll, statements: Mapping[VoterId, Statement]) -> str:
    """Return what people asked to have written down, as their words and no more.

    In a secret vote nobody can tell whose statement is true; when more say that they voted against
    than did, the minutes quote them instead of saying so themselves.
    """
    names = {voter.id: voter.name for voter in tx.polls.voters(poll.id)}
    said = ((names[voter], one.text) for voter, one in sorted(statements.items()))
    return "; ".join(f"{name}: {text}" if text else name for name, text in said)


def _lot(tx: Transaction, poll: Poll) -> Lot | None:
    lot = tx.polls.lot(poll.id)
    return None if lot is None else Lot(lot.winners, lot.how)


# --- who took part ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Hand:
    """Who cast a voter's ballot, as named at the opening, perhaps by a `proxy`."""

    person: Representative
    proxy: Proxy | None = None


def participants(tx: Transaction, polls: Sequence[Poll]) -> tuple[Participant, ...]:
    """Return everybody who was entitled in any of the polls, as named at the last opening."""
    voters: dict[VoterId, Voter] = {}
    hands: dict[VoterId, Hand] = {}
    for poll in sorted(polls, key=lambda one: one.opened_at or one.closes_at):
        named = {voter.id: voter for voter in tx.polls.voters(poll.id)}
        voters |= named
        hands |= _hands(tx, poll, named)
    council = polls[0].body is VotingBody.COUNCIL
    made = _councillor if council else _organisation
    return tuple(made(tx, voter, hands.get(id_)) for id_, voter in sorted(voters.items()))


def _hands(tx: Transaction, poll: Poll, voters: Mapping[VoterId, Voter]) -> dict[VoterId, Hand]:
    """Return by whose hand each took part, where the record can tell.

    Of a secret ballot it is not kept who cast it: it is told only where it can have been one
    person, the holder of the proxy or the voter's only delegate.
    """
    proxies = {proxy.principal: proxy for proxy in tx.polls.electorate(poll.id).proxies}
    if not poll.is_secret:
        cast = {voter: one.cast_by for voter, one in tx.ballots.all_named(poll).items()}
    else:
        cast = {
            voter: holder
            for voter in tx.ballots.voted(poll.id)
            if (holder := _only_hand(poll, voters[voter], proxies.get(voter))) is not None
        }
    people = {one.member: one for voter in voters.values() for one in voter.people}
    hands = {}
    for voter, member in cast.items():
        proxy = proxies.get(voter)
        by_proxy = proxy is not None and proxy.holder == member
        hands[voter] = Hand(people[member], proxy if by_proxy else None)
    return hands


def _only_hand(poll: Poll, voter: Voter, proxy: Proxy | None) -> MemberId | None:
    if proxy is not None:
        return proxy.holder if proxy.holds(poll.closed_at or poll.closes_at) else None
    return voter.people[0].member if len(voter.people) == 1 else None


def _councillor(tx: Transaction, voter: Voter, hand: Hand | None) -> Participant:
    """Return a member of the council, who speaks for themselves or through a proxy."""
    member = tx.members.get(MemberId(voter.id))
    organisation = _entity_called(tx, voter.organisation, member)
    own = next(iter(voter.people), None)
    if hand is None or hand.proxy is not None or own is None:
        return _by_proxy(voter, hand, organisation, member=voter.name)
    return Participant(
        voter=voter.id,
        organisation=organisation,
        member=voter.name,
        representative=own.name,
        position=own.position,
        authority=Authority.COUNCIL_MEMBER,
    )


def _organisation(tx: Transaction, voter: Voter, hand: Hand | None) -> Participant:
    """Return an organisation, and who spoke for it."""
    entity = LegalEntity(voter.name, voter.inn, voter.ogrn or None)
    if hand is None or hand.proxy is not None:
        return _by_proxy(voter, hand, entity)
    house = tx.organisations.get(OrganisationId(voter.id))
    leads = house is not None and house.leader == hand.person.member
    return Participant(
        voter=voter.id,
        organisation=entity,
        representative=hand.person.name,
        position=hand.person.position,
        authority=Authority.LEADER if leads else Authority.DELEGATE,
    )


def _by_proxy(
    voter: Voter, hand: Hand | None, organisation: LegalEntity | None, member: str = ""
) -> Participant:
    """Return a voter whose ballot the holder of a proxy cast, or nobody."""
    if hand is None or hand.proxy is None:
        return Participant(voter=voter.id, organisation=organisation, member=member)
    return Participant(
        voter=voter.id,
        organisation=organisation,
        member=member,
        representative=hand.person.name,
        position=hand.person.position,
        authority=Authority.PROXY,
        proxy=hand.proxy,
    )


def _entity_called(tx: Transaction, name: str, member: Member | None) -> LegalEntity | None:
    """Return where a member of the council comes from, as it was called at the opening."""
    if not name:
        return None
    house = None
    if member is not None and member.organisation is not None:
        house = tx.organisations.get(member.organisation)
    if house is None or house.name != name:
        return LegalEntity(name, "", None)
    return LegalEntity(name, house.inn, house.ogrn)

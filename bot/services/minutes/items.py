"""The parts of minutes as they are stored: who was entitled and came, what each poll came to."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from bot.domain.minutes.minutes import AgendaItem, Body, Dissent, Lot
from bot.domain.minutes.participants import (
    Authority,
    Casting,
    Hand,
    LegalEntity,
    Participant,
    RevokedProxy,
)
from bot.domain.minutes.refusals import PollNotCounted
from bot.domain.people.members import Member, MemberId
from bot.domain.polls.ballots import Statement
from bot.domain.polls.mandates import mandates_of
from bot.domain.polls.plans import Body as VotingBody
from bot.domain.polls.polls import Poll
from bot.domain.polls.proxies import Proxy
from bot.domain.polls.records import RecordKind
from bot.domain.polls.voters import Representative, Voter, VoterId
from bot.ports import Transaction
from bot.services.minutes.papers import Papers

BODIES = {VotingBody.COUNCIL: Body.COUNCIL, VotingBody.GENERAL: Body.GENERAL_MEETING}
CAPACITIES = {True: Authority.LEADER, False: Authority.DELEGATE, None: Authority.REPRESENTATIVE}
"""By which right a person represents an organisation, by whether they led it at the opening."""


def body_of(poll: Poll) -> Body:
    """Return which body decided a poll."""
    return BODIES[poll.body]


# --- the agenda -------------------------------------------------------------------------------


def agenda_item(tx: Transaction, poll: Poll, wording: str = "") -> AgendaItem:
    """Return all that a counted poll came to; a secret one has only the numbers of its ballots.

    `wording` is the decision in words, where the question is not worded as one.
    """
    declared = tx.outcomes.declared(poll.id)
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
        recused=tx.electorates.of_poll(poll.id).recused,
        present=_present(tx, poll),
        ballots=ballots,
        numbers=tx.secret_ballots.all(poll.id).numbers if secret else (),
        dissents=_dissents(statements) if believed else (),
        course="" if believed else _claims(tx, poll, statements),
        lot=_lot(tx, poll),
        run_off=tx.polls.run_off(poll.id) is not None,
        omitted=tuple(one.name for one in tx.electorates.omitted(poll.id)),
        wording=wording,
    )


def _present(tx: Transaction, poll: Poll) -> frozenset[VoterId]:
    presence = tx.presences.of_poll(poll.id)
    return frozenset() if presence is None else presence.voters


def _dissents(statements: Mapping[VoterId, Statement]) -> tuple[Dissent, ...]:
    return tuple(Dissent(voter, one.text) for voter, one in sorted(statements.items()))


def _claims(tx: Transaction, poll: Poll, statements: Mapping[VoterId, Statement]) -> str:
    """Return what people asked to have written down, as their words only.

    In a secret vote nobody can tell whose statement is true; when more say that they voted against
    than did, the minutes quote them instead of saying so themselves.
    """
    names = {voter.id: voter.name for voter in tx.electorates.voters(poll.id)}
    said = ((names[voter], one.text) for voter, one in sorted(statements.items()))
    return "; ".join(f"{name}: {text}" if text else name for name, text in said)


def _lot(tx: Transaction, poll: Poll) -> Lot | None:
    lot = tx.outcomes.lot(poll.id)
    return None if lot is None else Lot(lot.winners, lot.how)


# --- who took part ----------------------------------------------------------------------------


def participants(tx: Transaction, polls: Sequence[Poll], papers: Papers) -> tuple[Participant, ...]:
    """Return everybody who was entitled in any of the polls, as named at the last opening.

    And who cast their ballots, as named at the opening of each.
    """
    voters: dict[VoterId, Voter] = {}
    for poll in sorted(polls, key=lambda one: one.opened_at or one.closes_at):
        voters |= {voter.id: voter for voter in tx.electorates.voters(poll.id)}
    cast: dict[VoterId, dict[tuple[Hand, ...], list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, poll in enumerate(polls, start=1):
        for id_, hands in _hands(tx, poll, papers).items():
            cast[id_][hands].append(number)
    revoked = _revoked(tx, polls)
    council = polls[0].body is VotingBody.COUNCIL
    made = []
    for voter in sorted(voters.values(), key=lambda one: one.id):
        castings = tuple(Casting(tuple(n), hands) for hands, n in cast[voter.id].items())
        entity = _councillors(tx, voter) if council else _organisation(voter)
        member = papers.name_of(MemberId(voter.id), voter.name) if council else ""
        made.append(
            Participant(
                voter=voter.id,
                organisation=entity,
                member=member,
                castings=castings,
                revoked=revoked.get(voter.id, ()),
            )
        )
    return tuple(made)


def _revoked(tx: Transaction, polls: Sequence[Poll]) -> Mapping[VoterId, tuple[RevokedProxy, ...]]:
    """Return by voter the proxies that were taken back in any of the polls."""
    found: dict[VoterId, tuple[RevokedProxy, ...]] = defaultdict(tuple)
    for poll in polls:
        for one in _revoked_in(tx, poll):
            found[one.proxy.principal] += (one,)
    return found


def _revoked_in(tx: Transaction, poll: Poll) -> Iterator[RevokedProxy]:
    """Return the proxies that were taken back: the chain tells of each, the table of the last."""
    entries = tx.entries.of_poll(poll.id, RecordKind.PROXY, RecordKind.REVOKED)
    people = {one.member: one for voter in tx.electorates.voters(poll.id) for one in voter.people}
    for mandate in mandates_of(entries):
        proxy = mandate.proxy
        if proxy.revoked_at is not None:
            holder = mandate.appointed or people[proxy.holder]
            until = max(mandate.since, proxy.revoked_at)  # a server's clock can be put back
            yield RevokedProxy(proxy, holder.name, mandate.since, until)


def _hands(tx: Transaction, poll: Poll, papers: Papers) -> dict[VoterId, tuple[Hand, ...]]:
    """Return by whose hand each took part, or by one of whose where the record cannot tell.

    At a meeting also who is present for those who did not vote, where that is known.

    Who cast a secret ballot is not kept. What is told then is known without the ballot:
    who could have cast it.
    """
    voters = {voter.id: voter for voter in tx.electorates.voters(poll.id)}
    electorate = tx.electorates.of_poll(poll.id)
    proxies = {proxy.principal: proxy for proxy in electorate.proxies}
    if poll.is_secret:
        absent = _never_joined(tx)
        voted = sorted(tx.ballots.voted(poll.id))
        cast = {v: _possible(poll, voters[v], proxies.get(v), absent) for v in voted}
    else:
        cast = {v: (one.cast_by,) for v, one in tx.ballots.all_named(poll).items()}
    silent = _present(tx, poll) - electorate.recused - cast.keys()
    cast |= {v: _attending(poll, voters[v], proxies.get(v)) for v in sorted(silent)}
    people = {one.member: one for one in tx.proxies.holders(poll.id).values()}
    people |= {one.member: one for voter in voters.values() for one in voter.people}

    def hand(voter: VoterId, member: MemberId) -> Hand:
        found = _hand(poll, voters[voter], people[member], proxies.get(voter))
        document = papers.document_of(member, found.name, found.authority)
        return replace(found, name=papers.name_of(member, found.name), document=document)

    return {
        voter: tuple(hand(voter, one) for one in members)
        for voter, members in cast.items()
        if members
    }


def _attending(poll: Poll, voter: Voter, proxy: Proxy | None) -> tuple[MemberId, ...]:
    """Return who is present for a voter that did not vote: known of a proxy, or of one person."""
    if proxy is not None and proxy.holds(poll.closed_at or poll.closes_at):
        return (proxy.holder,)
    return tuple(one.member for one in voter.people) if len(voter.people) == 1 else ()


def _possible(
    poll: Poll, voter: Voter, proxy: Proxy | None, absent: frozenset[MemberId]
) -> tuple[MemberId, ...]:
    """Return who can have cast a secret ballot: not those who were `absent` from the bot.

    The holder of a proxy alone while it was in force: it is registered before the vote, and casts,
    runs out, or is revoked before or after that.
    """
    own = [one.member for one in voter.people]
    joined = [one for one in own if one not in absent] or own
    if proxy is None or (proxy.revoked_at is not None and not proxy.used):
        return tuple(joined)
    if proxy.used or proxy.holds(poll.closed_at or poll.closes_at):
        return (proxy.holder,)
    return (*joined, proxy.holder)


def _never_joined(tx: Transaction) -> frozenset[MemberId]:
    """Return who has never had an account to vote by; erased people may have, so none of them.

    Their account was forgotten with the rest, and they may have voted before.
    """
    return frozenset(one.id for one in tx.members.all() if not one.has_joined)


def _hand(poll: Poll, voter: Voter, person: Representative, proxy: Proxy | None) -> Hand:
    """Return who cast a ballot, by the right that they had when the poll opened."""
    if proxy is not None and proxy.holder == person.member:
        return Hand(person.name, Authority.PROXY, person.position, proxy)
    if poll.body is VotingBody.COUNCIL:
        return Hand(person.name, Authority.COUNCIL_MEMBER, person.position)
    leader = next((one.leader for one in voter.people if one.member == person.member), None)
    return Hand(person.name, CAPACITIES[leader], person.position)


def _organisation(voter: Voter) -> LegalEntity:
    return LegalEntity(voter.name, voter.inn, voter.ogrn or None)


def _councillors(tx: Transaction, voter: Voter) -> LegalEntity | None:
    """Return where a member of the council comes from."""
    return _entity_called(tx, voter.organisation, tx.members.get(MemberId(voter.id)))


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

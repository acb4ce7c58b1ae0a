"""Compose the parts of minutes from the database: participants, and the items of the agenda."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from bot.domain.meetings.hands import Represented
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
from bot.domain.polls.mandates import OF_MANDATES, mandates_of
from bot.domain.polls.plans import Body as VotingBody
from bot.domain.polls.polls import Poll
from bot.domain.polls.proxies import Proxy
from bot.domain.polls.voters import Representative, Voter, VoterId
from bot.ports import Transaction
from bot.services.minutes.mandates import there_during
from bot.services.minutes.papers import Papers
from bot.services.polls.rounds import next_round
from bot.services.polls.tellers import by_hand_of

BODIES = {VotingBody.COUNCIL: Body.COUNCIL, VotingBody.GENERAL: Body.GENERAL_MEETING}
CAPACITIES = {True: Authority.LEADER, False: Authority.DELEGATE, None: Authority.REPRESENTATIVE}
"""The right by which a person represents an organisation, by whether they led it at the opening."""


def body_of(poll: Poll) -> Body:
    """Return which body decided a poll."""
    return BODIES[poll.body]


# --- the agenda -------------------------------------------------------------------------------


def agenda_item(tx: Transaction, poll: Poll, wording: str = "") -> AgendaItem:
    """Return a counted poll as an item; of a secret one only the ballots' numbers are listed.

    `wording` is the decision, where the question is not worded as one.
    """
    declared = tx.outcomes.declared(poll.id)
    if declared is None:
        raise PollNotCounted(poll.question)
    secret = poll.is_secret
    ballots = {} if secret else {v: one.ballot for v, one in tx.ballots.all_named(poll).items()}
    statements = tx.ballots.statements(poll.id)
    believed = not secret or len(statements) <= (declared.result.told_against or 0)
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
        run_off=next_round(tx, poll.id) is not None,
        omitted=tuple(one.name for one in tx.electorates.omitted(poll.id)),
        wording=wording,
        by_hand=by_hand_of(tx, poll.id),
    )


def _present(tx: Transaction, poll: Poll) -> frozenset[VoterId]:
    presence = tx.presences.of_poll(poll.id)
    return frozenset() if presence is None else presence.voters


def _dissents(statements: Mapping[VoterId, Statement]) -> tuple[Dissent, ...]:
    return tuple(Dissent(voter, one.text) for voter, one in sorted(statements.items()))


def _claims(tx: Transaction, poll: Poll, statements: Mapping[VoterId, Statement]) -> str:
    """Return the statements of voters who were against, quoted as claims.

    In a secret vote nobody can tell whose statement is true; if more say that they voted against
    than did, the minutes quote them instead of stating it as fact; without a quorum always.
    """
    names = {voter.id: voter.name for voter in tx.electorates.voters(poll.id)}
    said = ((names[voter], one.text) for voter, one in sorted(statements.items()))
    return "; ".join(f"{name}: {text}" if text else name for name, text in said)


def _lot(tx: Transaction, poll: Poll) -> Lot | None:
    lot = tx.outcomes.lot(poll.id)
    return None if lot is None else Lot(lot.winners, lot.how)


# --- who took part ----------------------------------------------------------------------------


def participants(tx: Transaction, polls: Sequence[Poll], papers: Papers) -> tuple[Participant, ...]:
    """Return everybody entitled in any of the polls, with their names at the last opening.

    The people who cast their ballots are named as at the opening of each poll.
    """
    voters: dict[VoterId, Voter] = {}
    for poll in sorted(polls, key=lambda one: one.opened_at or one.closes_at):
        voters |= {voter.id: voter for voter in tx.electorates.voters(poll.id)}
    cast: dict[VoterId, dict[tuple[Hand, ...], list[int]]] = defaultdict(lambda: defaultdict(list))
    there = there_during(tx, polls)
    for number, poll in enumerate(polls, start=1):
        for id_, hands in _hands(tx, poll, papers, there.get(poll.id)).items():
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
    """Return the revoked proxies of all these polls, by voter."""
    found: dict[VoterId, tuple[RevokedProxy, ...]] = defaultdict(tuple)
    for poll in polls:
        for one in _revoked_in(tx, poll):
            found[one.proxy.principal] += (one,)
    return found


def _revoked_in(tx: Transaction, poll: Poll) -> Iterator[RevokedProxy]:
    """Return the revoked proxies: the chain has them all, the table only each voter's last."""
    entries = tx.entries.of_poll(poll.id, *OF_MANDATES)
    people = {one.member: one for voter in tx.electorates.voters(poll.id) for one in voter.people}
    for mandate in mandates_of(entries):
        proxy = mandate.proxy
        if proxy.revoked_at is not None:
            holder = mandate.appointed or people[proxy.holder]
            until = max(mandate.since, proxy.revoked_at)  # the clock may have been set back
            yield RevokedProxy(proxy, holder.name, mandate.since, until)


def _hands(
    tx: Transaction, poll: Poll, papers: Papers, there: Collection[Represented] | None
) -> dict[VoterId, tuple[Hand, ...]]:
    """Return who cast each ballot, or everybody who may have where the record cannot tell.

    At a meeting this includes who was present for a voter that did not vote, if known. `there` are
    those whom the meeting's log has for each voter during this vote; None if there is no such log.

    Who cast a secret ballot is not stored, so the result is derived from who could have cast it.
    """
    voters = {voter.id: voter for voter in tx.electorates.voters(poll.id)}
    electorate = tx.electorates.of_poll(poll.id)
    proxies = {proxy.principal: proxy for proxy in electorate.proxies}
    if poll.is_secret:
        able = _able(tx, voters.values()) if there is None else there
        voted = sorted(tx.ballots.voted(poll.id))
        cast = {v: _possible(poll, voters[v], proxies.get(v), able) for v in voted}
    else:
        cast = {v: (one.cast_by,) for v, one in tx.ballots.all_named(poll).items()}
    silent = _present(tx, poll) - electorate.recused - cast.keys()
    cast |= {v: _attending(poll, voters[v], proxies.get(v), there) for v in sorted(silent)}
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


def _attending(
    poll: Poll, voter: Voter, proxy: Proxy | None, there: Collection[Represented] | None
) -> tuple[MemberId, ...]:
    """Return who is present for a voter that did not vote, if it is known to be one person."""
    people = tuple(one.member for one in voter.people)
    if there is not None:
        known = people if proxy is None else (*people, proxy.holder)
        people = tuple(one for one in known if (voter.id, one) in there)
    elif proxy is not None and proxy.holds(poll.closed_at or poll.closes_at):
        return (proxy.holder,)
    return people if len(people) == 1 else ()


def _possible(
    poll: Poll, voter: Voter, proxy: Proxy | None, able: Collection[Represented]
) -> tuple[MemberId, ...]:
    """Return who can have cast a secret ballot, of those who were `able` to cast any.

    While a proxy was in force, only its holder: it is registered before the ballot is cast, and it
    either casts the ballot or ends without it.
    """
    own = [one.member for one in voter.people]
    own = [one for one in own if (voter.id, one) in able] or own
    if proxy is None or not proxy.confirmed or (proxy.revoked_at is not None and not proxy.used):
        return tuple(own)
    if proxy.used or proxy.holds(poll.closed_at or poll.closes_at):
        return (proxy.holder,)
    return (*own, proxy.holder)


def _able(tx: Transaction, voters: Iterable[Voter]) -> set[Represented]:
    """Return who has, or had, an account to vote by; who never joined the bot has none.

    The account of an erased person was deleted, and they may have voted before.
    """
    absent = {one.id for one in tx.members.all() if not one.has_joined}
    people = ((voter.id, one.member) for voter in voters for one in voter.people)
    return {(voter, member) for voter, member in people if member not in absent}


def _hand(poll: Poll, voter: Voter, person: Representative, proxy: Proxy | None) -> Hand:
    """Return who cast a ballot, with the right that they had when the poll opened."""
    if proxy is not None and proxy.holder == person.member:
        return Hand(person.name, Authority.PROXY, person.position, proxy)
    if poll.body is VotingBody.COUNCIL:
        return Hand(person.name, Authority.COUNCIL_MEMBER, person.position)
    leader = next((one.leader for one in voter.people if one.member == person.member), None)
    return Hand(person.name, CAPACITIES[leader], person.position)


def _organisation(voter: Voter) -> LegalEntity:
    return LegalEntity(voter.name, voter.inn, voter.ogrn or None)


def _councillors(tx: Transaction, voter: Voter) -> LegalEntity | None:
    """Return the organisations of the members of the council."""
    return _entity_called(tx, voter.organisation, tx.members.get(MemberId(voter.id)))


def _entity_called(tx: Transaction, name: str, member: Member | None) -> LegalEntity | None:
    """Return a council member's organisation, named as at the opening."""
    if not name:
        return None
    house = None
    if member is not None and member.organisation is not None:
        house = tx.organisations.get(member.organisation)
    if house is None or house.name != name:
        return LegalEntity(name, "", None)
    return LegalEntity(name, house.inn, house.ogrn)

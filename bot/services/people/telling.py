"""Enqueue the news of organisations' own affairs."""

from collections.abc import Iterable
from datetime import datetime

from bot.domain.notices import Notice, Subject
from bot.domain.people.affairs import (
    ColleagueLeft,
    ColleagueLeftLetter,
    LeaderLetter,
    LeadershipChanged,
    LeadershipOffered,
    MembershipEnded,
    MembershipLetter,
    OfferLetter,
    OrganisationGone,
    OrganisationGoneLetter,
)
from bot.domain.people.members import Member, OrganisationId
from bot.domain.priorities import Priority
from bot.ports import Transaction
from bot.services.notices import Asked
from bot.services.rules import AllianceRules


def tell(
    tx: Transaction,
    people: Iterable[Member],
    news: Subject,
    about: str,
    rules: AllianceRules,
    now: datetime,
) -> None:
    """Tell those who have joined, each after their quiet hours; `about` makes the news unique."""
    key = f"{news.kind}:{about}:{now.timestamp():.6f}"
    notices = [
        Notice(f"{key}:{one.id}", one.id, news, Priority.REMINDER, rules.daytime_of(one, now))
        for one in people
        if one.has_joined
    ]
    tx.outbox.add(notices, now)


def compose_offer(tx: Transaction, asked: Asked[LeadershipOffered]) -> OfferLetter | None:
    """Return an offer of leadership; None unless it still waits for this person."""
    offer = tx.handovers.of_organisation(asked.subject.organisation)
    member = asked.member
    if offer is None or member is None or offer.successor != member.id:
        return None
    leader = tx.members.get(offer.leader)
    if leader is None or not offer.stands(asked.now):
        return None
    return OfferLetter(_name(tx, offer.organisation), leader.name, offer)


def compose_leader(tx: Transaction, asked: Asked[LeadershipChanged]) -> LeaderLetter | None:
    """Return who leads; None if it is somebody else by now."""
    news, house = asked.subject, tx.organisations.get(asked.subject.organisation)
    leader = tx.members.get(news.leader)
    if house is None or leader is None or house.leader != leader.id or asked.member is None:
        return None
    return LeaderLetter(house.display_name, leader.name, asked.member.id == leader.id, news.reason)


def compose_colleague_left(
    tx: Transaction, asked: Asked[ColleagueLeft]
) -> ColleagueLeftLetter | None:
    """Return who left; None if their data were erased since."""
    news = asked.subject
    known = {one.id: one for one in tx.members.all()}
    person = known.get(news.member)
    return (
        None if person is None else ColleagueLeftLetter(person.name, _name(tx, news.organisation))
    )


def compose_membership_ended(
    tx: Transaction, asked: Asked[MembershipEnded]
) -> MembershipLetter | None:
    """Return that an organisation is no longer a member; None if it is one again."""
    news, house = asked.subject, tx.organisations.get(asked.subject.organisation)
    if house is None or house.is_member:
        return None
    return MembershipLetter(house.display_name, news.ended, news.reason)


def compose_gone(tx: Transaction, asked: Asked[OrganisationGone]) -> OrganisationGoneLetter | None:
    """Return which organisation left, for one who presides."""
    house, member = tx.organisations.get(asked.subject.organisation), asked.member
    if house is None or house.is_member or member is None or not member.presides:
        return None
    return OrganisationGoneLetter(house.display_name)


def _name(tx: Transaction, organisation: OrganisationId) -> str:
    house = tx.organisations.get(organisation)
    return "" if house is None else house.display_name

"""Find the recipients of an announcement."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.domain.announcements.addressees import (
    Addressees,
    Coverage,
    Facts,
    OfEvent,
    YetToVote,
    includes,
    leaves,
)
from bot.domain.announcements.announcements import FIELDS, AnnouncementPlan, fields_of
from bot.domain.announcements.contents import Content, for_each
from bot.domain.people.members import Member, MemberId
from bot.domain.polls.polls import PollState
from bot.ports import Transaction
from bot.services.events.announcing import reach_among
from bot.services.events.views import event_attendees
from bot.services.polls.electing import electorate_today
from bot.services.rules import AllianceRules


@dataclass(frozen=True, slots=True)
class Recipients:
    """The recipients of an announcement, reachable or not, and who is left out.

    `opted_out` turned its kind off, `not_joined` have not joined the bot yet. `everybody` tells
    whether the addressees are all people.
    """

    people: tuple[Member, ...]
    opted_out: int
    not_joined: int
    everybody: bool


def recipients_of(tx: Transaction, plan: AnnouncementPlan, now: datetime) -> Recipients:
    """Find the present recipients of a plan."""
    facts = facts_of(tx, plan.addressees, now)
    known = tx.members.all()
    meant = [member for member in known if includes(plan.addressees, member, facts)]
    joined = [member for member in meant if member.has_joined]
    without = frozenset() if plan.kind.always_comes else tx.subscriptions.without(plan.kind)
    people = tuple(member for member in joined if member.id not in without)
    chosen = {member.id for member in joined}
    everybody = (member for member in known if member.has_joined and not member.guest)
    return Recipients(
        people,
        opted_out=len(joined) - len(people),
        not_joined=len(meant) - len(joined),
        everybody=all(member.id in chosen for member in everybody),
    )


def coverage_of(recipients: Recipients, rules: AllianceRules, at: datetime) -> Coverage:
    """Tell how many an announcement sent at that time (UTC) would reach."""
    hour = daytimes(rules, at)
    later = [member for member in recipients.people if member.reachable and hour(member) > at]
    hours = {rules.quiet_hours_of(member.quiet_hours) for member in later}
    mornings = frozenset(one.end for one in hours if one is not None)
    reach = reach_among(recipients.people, not_joined=recipients.not_joined)
    return Coverage(reach, recipients.opted_out, len(later), mornings)


def require_room(contents: Mapping[str, Content], people: Iterable[Member]) -> None:
    """Refuse contents without room for the longest that each field will say to these people."""
    values = [fields_of(member) for member in people]
    longest = {name: max((one[name] for one in values), key=len, default="") for name in FIELDS}
    for_each(contents, lambda content: content.filled(longest).checked())


def daytimes(rules: AllianceRules, moment: datetime) -> Callable[[Member], datetime]:
    """Return a function that tells when each person may be disturbed, from `moment` on.

    Results are cached: thousands of people share a few zones and quiet hours.
    """
    known: dict[object, datetime] = {}

    def daytime(member: Member) -> datetime:
        habits = (member.time_zone, member.quiet_hours)
        if habits not in known:
            known[habits] = rules.daytime_of(member, moment)
        return known[habits]

    return daytime


def facts_of(tx: Transaction, addressees: Addressees, now: datetime) -> Facts:
    """Look up the facts about events and polls that an expression needs."""
    parts = list(leaves(addressees))
    groups = {part: _group(tx, part) for part in parts if isinstance(part, OfEvent)}
    awaited = {part.poll: _awaited(tx, part, now) for part in parts if isinstance(part, YetToVote)}
    return Facts(groups, awaited)


def _group(tx: Transaction, of: OfEvent) -> frozenset[MemberId]:
    event = tx.events.get(of.event)
    if event is None:
        return frozenset()
    people = event_attendees(tx, event).groups[of.group]
    return frozenset(person.member.id for person in people)


def _awaited(tx: Transaction, of: YetToVote, now: datetime) -> frozenset[MemberId]:
    """Return who can still cast a ballot; how anybody voted is not looked up."""
    poll = tx.polls.get(of.poll)
    if poll is None or poll.state is not PollState.OPEN:
        return frozenset()
    electorate = electorate_today(tx, poll)
    voters = electorate.awaited(tx.ballots.voted(poll.id))
    return frozenset(caster for voter in voters for caster in electorate.casters(voter, now))

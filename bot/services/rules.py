"""The alliance's settings for the services, as the configuration says them."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.config.config import Config
from bot.domain.events.reminders import Leads
from bot.domain.events.seats import WaitlistPolicy
from bot.domain.meetings.plans import AgendaTemplate
from bot.domain.people.members import Member
from bot.domain.people.reachability import Weekly
from bot.domain.polls.competences import LONGEST_SESSION
from bot.domain.polls.plans import Body
from bot.domain.polls.presets import Preset
from bot.domain.quiet_hours import QuietHours


@dataclass(frozen=True, slots=True)
class VotingPolicy:
    """The alliance's settings for votes: presets, and reminders to those who have not voted.

    `leads` are before the close; `last_call` is the last one, None if there is none. Minutes wait
    `statements_for` after the close for voters who were against; they should be drawn up
    `minutes_within` that time. A remote meeting lasts a `session` at most. `announce` are the chats
    that hear of new member organisations. One person holds at most `proxies_per_holder` in a poll,
    None means no limit.
    """

    presets: tuple[Preset, ...] = ()
    leads: tuple[timedelta, ...] = ()
    last_call: timedelta | None = None
    statements_for: timedelta = timedelta(days=1)
    minutes_within: timedelta = timedelta(days=3)
    announce: tuple[int, ...] = ()
    session: timedelta = LONGEST_SESSION
    proxies_per_holder: int | None = None


@dataclass(frozen=True, slots=True)
class MeetingPolicy:
    """The alliance's settings for general meetings.

    Members are told at least `notice` before; who is afar counts as gone `grace` after the last
    sign; speakers have `speech` at most. `remote` is the charter's clause for taking part from
    afar.
    """

    notice: timedelta = timedelta(days=14)
    grace: timedelta = timedelta(minutes=5)
    speech: timedelta = timedelta(minutes=3)
    lasts: timedelta = timedelta(hours=3)
    remote: str = ""
    templates: tuple[AgendaTemplate, ...] = ()


@dataclass(frozen=True, slots=True)
class AllianceRules:
    """Settings that several services share. Without quiet hours nothing is delayed.

    `council_group`, `group` and `channel` are chat ids; None if the alliance has no such chat.
    Without a `weekly` time no digest is sent. Once another text of the consent is in force, people
    have `consent_within` to accept it.
    """

    alliance: str
    consent_version: int
    zone: ZoneInfo
    leads: Leads
    waitlist: WaitlistPolicy = field(default_factory=WaitlistPolicy)
    quiet_hours: QuietHours | None = None
    voting: VotingPolicy = field(default_factory=VotingPolicy)
    meetings: MeetingPolicy = field(default_factory=MeetingPolicy)
    council_group: int | None = None
    group: int | None = None
    channel: int | None = None
    weekly: Weekly | None = None
    privacy_url: str | None = None
    consent_within: timedelta = timedelta(days=30)

    @property
    def current(self) -> "AllianceRules":
        """These rules: they never change (`RulesSource`)."""
        return self

    def chat_of(self, body: Body) -> int | None:
        """Return the group in which a body's polls are shown."""
        return self.council_group if body is Body.COUNCIL else self.group

    def daytime_of(self, member: Member | None, moment: datetime) -> datetime:
        """Return when a person may be disturbed: now, or after their quiet hours."""
        hours = self.quiet_hours_of(member.quiet_hours if member else None)
        zone = self.zone_of(member.time_zone if member else None)
        return moment if hours is None else hours.end_after(moment, zone)

    def quiet_hours_of(self, own: tuple[QuietHours, ...] | None) -> QuietHours | None:
        """Return a person's quiet hours: their own (empty for none), else the alliance's."""
        if own is None:
            return self.quiet_hours
        return own[0] if own else None

    def zone_of(self, time_zone: str | None) -> ZoneInfo:
        """Return a person's zone; the alliance's for a person who chose none."""
        return ZoneInfo(time_zone) if time_zone else self.zone


class RulesSource(Protocol):
    """Says the settings in force; a service asks at each use, because they change at run time."""

    @property
    def current(self) -> AllianceRules:
        """The settings in force now."""


def rules_of(config: Config, consent_version: int) -> AllianceRules:
    """Return the settings that services share."""
    events = config.events
    return AllianceRules(
        alliance=config.alliance.name,
        consent_version=consent_version,
        zone=config.alliance.time_zone,
        leads=Leads(config.reminders.event_leads, events.question_lead),
        waitlist=WaitlistPolicy(events.promote_until, events.call_from, events.offer_for),
        quiet_hours=config.reminders.quiet_hours,
        voting=VotingPolicy(
            presets=config.voting.presets,
            leads=config.reminders.poll_leads,
            last_call=config.voting.last_call,
            statements_for=config.voting.statements_for,
            minutes_within=config.voting.minutes_within,
            announce=_announced_in(config),
            proxies_per_holder=config.voting.proxies_per_holder,
        ),
        meetings=MeetingPolicy(
            notice=config.meetings.notice,
            grace=config.meetings.grace,
            speech=config.meetings.speech,
            lasts=config.meetings.lasts,
            remote=config.voting.remote or "",
            templates=config.meetings.templates,
        ),
        council_group=config.alliance.council_group,
        group=config.alliance.group,
        channel=config.alliance.channel,
        weekly=config.reachability.weekly,
        privacy_url=config.alliance.privacy_url,
        consent_within=config.privacy.consent_within,
    )


def _announced_in(config: Config) -> tuple[int, ...]:
    """Return the chats that are told of a new member organisation, each once."""
    chats = {"group": config.alliance.group, "channel": config.alliance.channel}
    wanted = (chats[name] for name in config.voting.announce_admissions)
    return tuple(dict.fromkeys(chat for chat in wanted if chat is not None))

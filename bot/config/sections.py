"""The sections of config.toml as frozen models; a key's description names its remedy."""

from collections.abc import Iterator
from datetime import time, timedelta
from pathlib import Path
from typing import Annotated, Literal, cast
from zoneinfo import ZoneInfo

from pydantic import Field, ValidationError, ValidationInfo, field_validator
from pydantic.fields import FieldInfo
from pydantic_core import InitErrorDetails, PydanticCustomError

from bot.config import values
from bot.config.directory import DirectorySection
from bot.config.meetings import MeetingsSection
from bot.config.rooms import RoomsSection
from bot.config.telegram import Telegram, WebhookSection, WebSection
from bot.config.voting import Section, Voting
from bot.domain.people.reachability import Weekly
from bot.domain.quiet_hours import QuietHours

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


YEAR = timedelta(days=365)
PERIOD = "remedy-duration 365d"


class AllianceSection(Section):
    """The alliance, its administrators, and where the bot posts (Telegram ids)."""

    name: values.Line = Field(default="Альянс НКО", description="remedy-alliance-name")
    time_zone: values.Zone = Field(
        default=ZoneInfo("Asia/Yekaterinburg"), description="remedy-zone"
    )
    language: Literal["ru", "en"] = Field(default="ru", description="remedy-language")
    administrators: values.UserIds = Field(default=(), description="remedy-administrators")
    group: Annotated[values.GroupId | None, values.Blank] = Field(
        default=None, description="remedy-group"
    )
    council_group: Annotated[values.GroupId | None, values.Blank] = Field(
        default=None, description="remedy-group"
    )
    channel: Annotated[values.GroupId | None, values.Blank] = Field(
        default=None, description="remedy-channel"
    )
    contact: Annotated[values.Line | None, values.Blank] = Field(
        default=None, description="remedy-contact"
    )
    privacy_url: Annotated[values.Link | None, values.Blank] = Field(
        default=None, description="remedy-web-address"
    )
    consent_version: Annotated[values.Whole, Field(ge=1)] = Field(
        default=1, description="remedy-consent-version"
    )
    """Needed once, at the upgrade from a release that numbered the texts."""


class PrivacySection(Section):
    """How long people have to accept another text of the consent, and how long data are kept.

    Each of the others is the name of a period in the declarations of the tables.
    """

    consent_within: values.Duration = Field(
        default=timedelta(days=30), description="remedy-duration 30d"
    )
    applications: values.Duration = Field(default=YEAR, description=PERIOD)
    guests: values.Duration = Field(default=YEAR, description=PERIOD)
    guest_names: values.Duration = Field(default=timedelta(days=90), description=PERIOD)
    arrivals: values.Duration = Field(default=3 * YEAR, description=PERIOD)
    messages: values.Duration = Field(default=2 * YEAR, description=PERIOD)
    letters: values.Duration = Field(default=timedelta(days=90), description=PERIOD)
    bookings: values.Duration = Field(default=2 * YEAR, description=PERIOD)
    notices: values.Duration = Field(default=timedelta(days=180), description=PERIOD)
    drafts: values.Duration = Field(default=timedelta(days=180), description=PERIOD)
    audit: Annotated[values.Duration, Field(ge=YEAR)] = Field(
        default=5 * YEAR, description="remedy-duration-from 1825d 365d"
    )

    @property
    def periods(self) -> dict[str, timedelta]:
        """How long each kind of data is kept."""
        return {name: value for name, value in self if name != "consent_within"}


class StorageSection(Section):
    """Where the bot stores its data; a relative path starts at the working directory."""

    path: values.DatabaseFile = Field(
        default=Path("var/alliance.sqlite3"), description="remedy-database-file"
    )


class BackupSection(Section):
    """Nightly encrypted backups; without a folder there are none."""

    folder: Annotated[values.Folder | None, values.Blank] = Field(
        default=None, description="remedy-backup-folder"
    )
    phrase: Annotated[values.Phrase | None, values.Blank] = Field(
        default=None, description="remedy-phrase"
    )
    hour: Annotated[values.Whole, Field(ge=0, le=23)] = Field(
        default=3, description="remedy-whole 0 23"
    )
    daily: Annotated[values.Whole, Field(ge=1, le=366)] = Field(
        default=14, description="remedy-whole 1 366"
    )
    weekly: Annotated[values.Whole, Field(ge=0, le=520)] = Field(
        default=8, description="remedy-whole 0 520"
    )
    send: bool = Field(default=False, description="remedy-true-or-false")


class DeliverySection(Section):
    """How fast messages are sent: per second overall and in one chat, per minute in one group."""

    per_second: Annotated[values.Number, Field(ge=1, le=1000)] = Field(
        default=28.8, description="remedy-pace 1 30"
    )
    per_chat_second: Annotated[values.Number, Field(gt=0, le=1000)] = Field(
        default=1, description="remedy-pace-in-chat"
    )
    per_group_minute: Annotated[values.Number, Field(ge=1, le=1000)] = Field(
        default=18, description="remedy-pace 1 20"
    )
    max_attempts: Annotated[values.Whole, Field(ge=1, le=100)] = Field(
        default=30, description="remedy-whole 1 100"
    )


class RemindersSection(Section):
    """Lead times before an event or a poll's end (longest first), and quiet hours."""

    event_leads: values.Leads = Field(
        default=(timedelta(days=1), timedelta(hours=2)), description="remedy-durations"
    )
    poll_leads: values.Leads = Field(
        default=(timedelta(days=1), timedelta(hours=3)), description="remedy-durations"
    )
    quiet_hours: Annotated[values.Hours | None, values.Blank] = Field(
        default=QuietHours(time(22), time(9)), description="remedy-quiet-hours"
    )


class EventsSection(Section):
    """How free seats are assigned, and when people are asked whether they still come."""

    promote_until: values.Duration = Field(
        default=timedelta(hours=48), description="remedy-duration 48h"
    )
    offer_for: values.Duration = Field(default=timedelta(hours=4), description="remedy-duration 4h")
    call_from: values.Duration = Field(
        default=timedelta(hours=12), validate_default=True, description="remedy-call-from"
    )
    question_lead: Annotated[values.Duration | None, values.Blank] = Field(
        default=timedelta(days=1), description="remedy-duration-or-none 1d"
    )

    @field_validator("call_from")
    @classmethod
    def _call_comes_last(cls, call_from: timedelta, others: ValidationInfo) -> timedelta:
        if call_from >= others.data.get("promote_until", timedelta.max):
            raise values.BadValue("config-not-shorter")
        return call_from


class ReachabilitySection(Section):
    """When organisers are told who cannot be reached; an empty day turns this off."""

    digest_day: Annotated[
        Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"] | None, values.Blank
    ] = Field(default="mon", description="remedy-weekday")
    digest_at: values.WallTime = Field(default=time(10), description="remedy-wall-time")

    @property
    def weekly(self) -> Weekly | None:
        """The weekly time of the digest."""
        if self.digest_day is None:
            return None
        return Weekly(WEEKDAYS.index(self.digest_day), self.digest_at)


class AnnouncementsSection(Section):
    """How long organisers can undo, and whether two of them must approve."""

    undo_seconds: Annotated[values.Whole, Field(ge=0, le=600)] = Field(
        default=30, description="remedy-whole 0 600"
    )
    second_yes: bool = Field(default=False, description="remedy-true-or-false")


class InvitationsSection(Section):
    """How long an invitation link is valid."""

    valid_for: values.Duration = Field(
        default=timedelta(days=30), description="remedy-duration 30d"
    )


class Log(Section):
    """The format of the bot's log."""

    level: Literal["debug", "info", "warning", "error"] = Field(
        default="info", description="remedy-log-level"
    )
    format: Literal["console", "json"] = Field(default="console", description="remedy-log-format")


class Config(Section):
    """All settings, section by section as in config.example.toml."""

    telegram: Telegram
    webhook: WebhookSection = Field(default=WebhookSection(), validate_default=True)
    web: WebSection = WebSection()
    alliance: AllianceSection = AllianceSection()
    storage: StorageSection = StorageSection()
    backup: BackupSection = Field(default=BackupSection(), validate_default=True)
    delivery: DeliverySection = DeliverySection()
    reminders: RemindersSection = RemindersSection()
    events: EventsSection = EventsSection()
    voting: Voting = Voting()
    reachability: ReachabilitySection = ReachabilitySection()
    announcements: AnnouncementsSection = AnnouncementsSection()
    invitations: InvitationsSection = InvitationsSection()
    directory: DirectorySection = DirectorySection()
    meetings: MeetingsSection = MeetingsSection()
    rooms: RoomsSection = RoomsSection()
    privacy: PrivacySection = PrivacySection()
    log: Log = Log()

    @field_validator("webhook")
    @classmethod
    def _webhook_is_complete(
        cls, webhook: WebhookSection, others: ValidationInfo
    ) -> WebhookSection:
        telegram = others.data.get("telegram")  # absent if it was refused itself
        absent = [key for key in ("url", "secret") if getattr(webhook, key) is None]
        if telegram and telegram.mode == "webhook" and absent:
            raise ValidationError.from_exception_data(
                "Webhook", [{"type": "missing", "loc": (key,), "input": None} for key in absent]
            )
        return webhook

    @field_validator("backup")
    @classmethod
    def _backup_is_complete(cls, backup: BackupSection, others: ValidationInfo) -> BackupSection:
        storage = others.data.get("storage")  # absent when it is itself refused
        if backup.folder is None:
            return backup
        if backup.phrase is None:
            raise ValidationError.from_exception_data(
                "Backup", [{"type": "missing", "loc": ("phrase",), "input": None}]
            )
        if storage and backup.folder.absolute() == storage.path.parent.absolute():
            raise ValidationError.from_exception_data("Backup", [_SHARED_FOLDER])
        return backup


_SHARED_FOLDER = InitErrorDetails(
    type=PydanticCustomError(
        "value_error", "shared", {"error": values.BadValue("config-shared-folder")}
    ),
    loc=("folder",),
    input=None,
)


def known_keys() -> dict[str, FieldInfo]:
    """List every key in dotted form, such as `telegram.token`, with its field."""
    return {name: field for name, field in _fields(Config) if not _is_section(field)}


def known_sections() -> list[str]:
    """List every section as its header names it, such as `telegram` or `voting.motion`."""
    return [name for name, field in _fields(Config) if _is_section(field)]


def _fields(section: type[Section], prefix: str = "") -> Iterator[tuple[str, FieldInfo]]:
    for key, field in section.model_fields.items():
        yield prefix + key, field
        if _is_section(field):
            yield from _fields(cast("type[Section]", field.annotation), f"{prefix}{key}.")


def _is_section(field: FieldInfo) -> bool:
    return isinstance(field.annotation, type) and issubclass(field.annotation, Section)

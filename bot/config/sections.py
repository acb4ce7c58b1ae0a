"""The sections of config.toml as frozen models; a key's description is shown as its remedy."""

from collections.abc import Iterator
from datetime import time, timedelta
from pathlib import Path
from typing import Annotated, Literal, cast
from zoneinfo import ZoneInfo

from pydantic import Field, StringConstraints, ValidationError, ValidationInfo, field_validator
from pydantic.fields import FieldInfo
from pydantic_core import InitErrorDetails, PydanticCustomError

from bot.config import values
from bot.config.directory import DirectorySection
from bot.config.telegram import Telegram, WebhookSection, WebSection
from bot.config.voting import Section, Voting
from bot.domain.people.reachability import Weekly
from bot.domain.quiet_hours import QuietHours

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class AllianceSection(Section):
    """The alliance, its administrators, and where the bot posts (Telegram ids)."""

    name: Annotated[
        str,
        StringConstraints(
            strip_whitespace=True, min_length=1, max_length=100, pattern=r"^[^\p{Cc}]+$"
        ),
    ] = Field(default="Альянс НКО", description="write a name of 1 to 100 characters on one line")
    time_zone: values.Zone = Field(
        default=ZoneInfo("Asia/Yekaterinburg"),
        description='write a name such as "Asia/Yekaterinburg" or "Europe/Moscow"',
    )
    language: Literal["ru", "en"] = Field(default="ru", description='write "ru" or "en"')
    administrators: values.UserIds = Field(
        default=(), description="list different Telegram user ids, such as [123456789, 987654321]"
    )
    group: Annotated[values.GroupId | None, values.Blank] = Field(
        default=None, description="write the group's id, a negative number such as -1001234567890"
    )
    council_group: Annotated[values.GroupId | None, values.Blank] = Field(
        default=None, description="write the group's id, a negative number such as -1001234567890"
    )
    channel: Annotated[values.GroupId | None, values.Blank] = Field(
        default=None, description="write the channel's id, a negative number such as -1001234567890"
    )
    privacy_url: Annotated[values.Link | None, values.Blank] = Field(
        default=None, description='write a web address, such as "https://example.org/privacy"'
    )
    consent_version: Annotated[values.Whole, Field(ge=1)] = Field(
        default=1, description="write 1, and one more each time the text of the consent changes"
    )


class StorageSection(Section):
    """Where the bot stores its data; a relative path starts at the working directory."""

    path: values.DatabaseFile = Field(
        default=Path("var/alliance.sqlite3"),
        description='write a file such as "var/alliance.sqlite3"',
    )


class BackupSection(Section):
    """Nightly encrypted backups; without a folder there are none."""

    folder: Annotated[values.Folder | None, values.Blank] = Field(
        default=None, description='write a folder of their own, such as "backups"'
    )
    phrase: Annotated[values.Phrase | None, values.Blank] = Field(
        default=None, description="make up a pass phrase of 12 characters or more, in one line"
    )
    hour: Annotated[values.Whole, Field(ge=0, le=23)] = Field(
        default=3, description="write a whole number from 0 to 23"
    )
    daily: Annotated[values.Whole, Field(ge=1, le=366)] = Field(
        default=14, description="write a whole number from 1 to 366"
    )
    weekly: Annotated[values.Whole, Field(ge=0, le=520)] = Field(
        default=8, description="write a whole number from 0 to 520"
    )
    send: bool = Field(default=False, description="write true or false")


class DeliverySection(Section):
    """How fast messages are sent: per second overall and in one chat, per minute in one group."""

    per_second: Annotated[values.Number, Field(ge=1, le=1000)] = Field(
        default=28.8, description="write a number from 1 to 1000; Telegram allows about 30"
    )
    per_chat_second: Annotated[values.Number, Field(gt=0, le=1000)] = Field(
        default=1, description="write a number above 0, up to 1000; Telegram allows about 1"
    )
    per_group_minute: Annotated[values.Number, Field(ge=1, le=1000)] = Field(
        default=18, description="write a number from 1 to 1000; Telegram allows about 20"
    )
    max_attempts: Annotated[values.Whole, Field(ge=1, le=100)] = Field(
        default=30, description="write a whole number from 1 to 100"
    )


class RemindersSection(Section):
    """Lead times before an event or a poll's end (longest first), and quiet hours."""

    event_leads: values.Leads = Field(
        default=(timedelta(days=1), timedelta(hours=2)),
        description='list different durations, such as ["1d", "2h", "15m"]',
    )
    poll_leads: values.Leads = Field(
        default=(timedelta(days=1), timedelta(hours=3)),
        description='list different durations, such as ["1d", "3h"]',
    )
    quiet_hours: Annotated[values.Hours | None, values.Blank] = Field(
        default=QuietHours(time(22), time(9)),
        description='write two times such as "22:00-09:00", or "" for none',
    )


class EventsSection(Section):
    """How free seats are assigned, and when people are asked whether they still come."""

    promote_until: values.Duration = Field(
        default=timedelta(hours=48), description='write a duration such as "48h"'
    )
    offer_for: values.Duration = Field(
        default=timedelta(hours=4), description='write a duration such as "4h"'
    )
    call_from: values.Duration = Field(
        default=timedelta(hours=12),
        validate_default=True,
        description='write a duration such as "12h", shorter than events.promote_until',
    )
    question_lead: Annotated[values.Duration | None, values.Blank] = Field(
        default=timedelta(days=1), description='write a duration such as "1d", or "" for none'
    )

    @field_validator("call_from")
    @classmethod
    def _call_comes_last(cls, call_from: timedelta, others: ValidationInfo) -> timedelta:
        if call_from >= others.data.get("promote_until", timedelta.max):
            raise ValueError("must be shorter than events.promote_until")
        return call_from


class ReachabilitySection(Section):
    """When organisers are told who cannot be reached; an empty day turns this off."""

    digest_day: Annotated[
        Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"] | None, values.Blank
    ] = Field(default="mon", description='write a day such as "mon" or "fri", or "" for none')
    digest_at: values.WallTime = Field(
        default=time(10), description='write a time of the day such as "10:00"'
    )

    @property
    def weekly(self) -> Weekly | None:
        """The weekly time of the digest."""
        if self.digest_day is None:
            return None
        return Weekly(WEEKDAYS.index(self.digest_day), self.digest_at)


class AnnouncementsSection(Section):
    """How long organisers can undo, and whether two of them must approve."""

    undo_seconds: Annotated[values.Whole, Field(ge=0, le=600)] = Field(
        default=30, description="write a whole number from 0 to 600"
    )
    second_yes: bool = Field(default=False, description="write true or false")


class InvitationsSection(Section):
    """How long an invitation link is valid."""

    valid_for: values.Duration = Field(
        default=timedelta(days=30), description='write a duration such as "30d" or "12h"'
    )


class Log(Section):
    """The format of the bot's log."""

    level: Literal["debug", "info", "warning", "error"] = Field(
        default="info", description='write "debug", "info", "warning" or "error"'
    )
    format: Literal["console", "json"] = Field(
        default="console", description='write "console" or "json"'
    )


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
    type=PydanticCustomError("value_error", "shared", {"error": "has the database and its keys"}),
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

"""Buttons of the administration: what a chat is, settings, the audit log, copies."""

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.domain.administration.audit import ActKind, Period
from bot.domain.administration.settings import Setting
from bot.domain.people.members import MemberId
from handlers.ui.ids import IdOrNone, PageNumber

MOST = 2**52
"""Telegram's ids have at most 52 significant bits."""

Version = Annotated[int, Field(ge=0, lt=2**31)]


class HereButton(CallbackData, prefix="adhere"):
    """What a chat is from now on: the alliance's group, the council's, its channel, or nothing.

    `number` is the chat's id without its minus; `former` that of the chat that this one replaces,
    once the administrator has agreed to it, otherwise 0.
    """

    place: Setting | None = None
    number: Annotated[int, Field(gt=0, lt=MOST)]
    former: Annotated[int, Field(ge=0, lt=MOST)] = 0


class AdminSettingsButton(CallbackData, prefix="adset"):
    """The settings that may change at run time."""


class AdminSettingButton(CallbackData, prefix="adkey"):
    """One of the settings."""

    setting: Setting


class ChooseSettingButton(CallbackData, prefix="adval"):
    """A value of a setting that was seen in this version.

    `choice` counts the offered values from 0; of lead times it is the minutes of one to turn over.
    """

    setting: Setting
    version: Version
    choice: Annotated[int, Field(ge=0, lt=2**31)]


class ResetSettingButton(CallbackData, prefix="adres"):
    """Do without an own value, as the bot does where nothing is said."""

    setting: Setting
    version: Version


class AuditButton(CallbackData, prefix="audit"):
    """A page, from 0, of the audit log: of a kind, a period, and a person (0 is everybody)."""

    page: PageNumber = 0
    kind: ActKind | None = None
    period: Period = Period.MONTH
    person: IdOrNone[MemberId] = MemberId(0)


class AuditKindsButton(CallbackData, prefix="audkind"):
    """Choose another kind of acts; the rest stays as it is."""

    kind: ActKind | None = None
    period: Period
    person: IdOrNone[MemberId]


class AuditPersonButton(CallbackData, prefix="audwho"):
    """Ask for the person whose acts are wanted."""


class AuditFileButton(CallbackData, prefix="audfile"):
    """The same acts as a file."""

    kind: ActKind | None = None
    period: Period
    person: IdOrNone[MemberId]


class BackupsButton(CallbackData, prefix="bups"):
    """Copies of the database: the last one, another one, how to restore it."""


class BackUpNowButton(CallbackData, prefix="bupnow"):
    """Make a copy now."""


class RestoreHelpButton(CallbackData, prefix="buphelp"):
    """How to restore a copy."""

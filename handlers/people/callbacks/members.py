"""Buttons of joining and of one's own settings."""

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from handlers.ui.ids import Id


class ConsentButton(CallbackData, prefix="consent"):
    """«Согласен»: to the text of this version, which stands above the button."""

    version: Id


class GuestConsentButton(CallbackData, prefix="gconsent"):
    """«Согласен» of a stranger who came by the link of this code, which lets guests in."""

    version: Id
    code: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{22}$")]


class LanguageButton(CallbackData, prefix="lang"):
    """A choice of language; `joining` on the way in, otherwise from the settings."""

    language: str
    joining: bool


class RebindingButton(CallbackData, prefix="rebind"):
    """«Подтвердить» or «Отклонить»: whether a new account is the person's."""

    rebinding_id: Id
    confirmed: bool


class SettingsButton(CallbackData, prefix="me"):
    """A screen of /me: `home`, `language`, `zone`, `leads`, `kinds`, `quiet`, `data`, `erase`."""

    screen: str


class EraseButton(CallbackData, prefix="erase"):
    """«Да, удалить мои данные»."""


class ZoneButton(CallbackData, prefix="zone"):
    """A choice of time zone: an IANA name."""

    zone: str


class LeadButton(CallbackData, prefix="lead"):
    """A lead time of one's own, in minutes, wanted or not."""

    minutes: Annotated[int, Field(gt=0, lt=2**31)]
    wanted: bool


class LeadsButton(CallbackData, prefix="leads"):
    """The lead times as events have them (`usual`), or no reminders at all."""

    usual: bool


class QuietHoursButton(CallbackData, prefix="quiet"):
    """Quiet hours of one's own: from this hour of the day until that one, 0 to 23."""

    start: Annotated[int, Field(ge=0, le=23)]
    end: Annotated[int, Field(ge=0, le=23)]


class QuietButton(CallbackData, prefix="hush"):
    """Quiet hours as the alliance has them (`usual`), or none at all."""

    usual: bool

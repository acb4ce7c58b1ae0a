"""What buttons carry: ids and words of the code, at most 64 bytes. Anybody can forge it."""

from typing import Annotated, TypeAlias

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.domain.events import Answer

Id: TypeAlias = Annotated[int, Field(gt=0, lt=2**63)]
"""A row's id; forged ones beyond it are no ids of ours and match no button."""


class ConsentButton(CallbackData, prefix="consent"):
    """«Согласен»: to the text of this version, which stands above the button."""

    version: Id


class LanguageButton(CallbackData, prefix="lang"):
    """A choice of language; `joining` on the way in, otherwise from the settings."""

    language: str
    joining: bool


class SettingsButton(CallbackData, prefix="me"):
    """A screen of /me: `home`, `language`, `zone`, `data`, `erase`."""

    screen: str


class EraseButton(CallbackData, prefix="erase"):
    """«Да, удалить мои данные»."""


class ZoneButton(CallbackData, prefix="zone"):
    """A choice of time zone: an IANA name."""

    zone: str


class EventsButton(CallbackData, prefix="events"):
    """A page of the list of what comes, from 0."""

    page: int = 0


class EventButton(CallbackData, prefix="event"):
    """An event's card."""

    event_id: Id


class RsvpButton(CallbackData, prefix="rsvp"):
    """An answer to an event."""

    event_id: Id
    answer: Answer


class ManageButton(CallbackData, prefix="manage"):
    """A page of the organisers' list, from 0."""

    page: int = 0


class BoardButton(CallbackData, prefix="board"):
    """An organiser's view of an event."""

    event_id: Id


class CreateButton(CallbackData, prefix="create"):
    """Open the wizard for a new event."""


class MoveButton(CallbackData, prefix="move"):
    """Open the wizard that moves an event."""

    event_id: Id


class CancelButton(CallbackData, prefix="cancel"):
    """Open the wizard that calls an event off."""

    event_id: Id

"""What buttons carry: ids and words of the code, at most 64 bytes. Anybody can forge it."""

from typing import Annotated, TypeAlias

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.domain.rsvps import Answer, Group

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
    """A screen of /me: `home`, `language`, `zone`, `leads`, `data`, `erase`."""

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


class EventsButton(CallbackData, prefix="events"):
    """A page of the list of what comes, from 0."""

    page: int = 0


class MyEventsButton(CallbackData, prefix="mine"):
    """A page, from 0, of the list of what comes and has been answered."""

    page: int = 0


class EventButton(CallbackData, prefix="event"):
    """An event's card."""

    event_id: Id


class OpenButton(CallbackData, prefix="open"):
    """An event's card in a message of its own: what carries the button is to stay."""

    event_id: Id


class RsvpButton(CallbackData, prefix="rsvp"):
    """An answer to an event."""

    event_id: Id
    answer: Answer


class MoreButton(CallbackData, prefix="plus"):
    """What else can be done with an event: shown under its card, or put away again."""

    event_id: Id
    shown: bool


class SeriesRsvpButton(CallbackData, prefix="all"):
    """An answer to every date of an event's series."""

    event_id: Id
    answer: Answer


class WithdrawButton(CallbackData, prefix="undo"):
    """«Убрать ответ»."""

    event_id: Id


class GuestsButton(CallbackData, prefix="guests"):
    """Come with so many guests."""

    event_id: Id
    count: Annotated[int, Field(ge=0, le=99)]


class GuestNamesButton(CallbackData, prefix="names"):
    """Name the guests in a message."""

    event_id: Id


class AttendeesButton(CallbackData, prefix="who"):
    """A page of who has a seat, from 0."""

    event_id: Id
    page: int = 0


class MuteButton(CallbackData, prefix="mute"):
    """No reminders of an event, or reminders again."""

    event_id: Id
    muted: bool


class CalendarButton(CallbackData, prefix="ics"):
    """The file for a calendar: of one date, or of all dates of its series."""

    event_id: Id
    series: bool = False


class MapButton(CallbackData, prefix="map"):
    """The place as a point on the map."""

    event_id: Id


class PassButton(CallbackData, prefix="pass"):
    """The QR code for the door."""

    event_id: Id


class SubstituteButton(CallbackData, prefix="sub"):
    """A page of the colleagues who could come in one's stead, from 0."""

    event_id: Id
    page: int = 0


class ColleagueButton(CallbackData, prefix="ask"):
    """Ask this colleague to come in one's stead."""

    event_id: Id
    member_id: Id


class SubstituteAnswerButton(CallbackData, prefix="stead"):
    """«Приду вместо», or not."""

    substitution_id: Id
    accept: bool


class KeepSeatButton(CallbackData, prefix="keep"):
    """Take back the request for a substitute and come oneself."""

    event_id: Id


class PostRsvpButton(CallbackData, prefix="here"):
    """An answer tapped in a group or a channel, where everybody sees the button."""

    event_id: Id
    answer: Answer


class ManageButton(CallbackData, prefix="manage"):
    """A page of the organisers' list, from 0."""

    page: int = 0


class BoardButton(CallbackData, prefix="board"):
    """An organiser's view of an event."""

    event_id: Id


class BoardMoreButton(CallbackData, prefix="more"):
    """What an organiser does with an event now and then."""

    event_id: Id


class CreateButton(CallbackData, prefix="create"):
    """Open the wizard for a new event."""


class MoveButton(CallbackData, prefix="move"):
    """Open the wizard that moves an event."""

    event_id: Id


class CancelButton(CallbackData, prefix="cancel"):
    """Open the wizard that calls an event off."""

    event_id: Id


class CancelSeriesButton(CallbackData, prefix="ends"):
    """Open the wizard that calls off an event and the later dates of its series."""

    event_id: Id


class ChangeButton(CallbackData, prefix="change"):
    """Open the wizard that changes an event."""

    event_id: Id


class CopyButton(CallbackData, prefix="copy"):
    """Open the wizard with the plan of another event."""

    event_id: Id


class PublishQuestionButton(CallbackData, prefix="early"):
    """Ask once more before everybody is told of what is scheduled for later."""

    event_id: Id


class PublishButton(CallbackData, prefix="now"):
    """Publish at once what is scheduled for later."""

    event_id: Id


class AnswersButton(CallbackData, prefix="list"):
    """A page, from 0, of an organiser's list of those who answered so."""

    event_id: Id
    group: Group
    page: int = 0


class SheetButton(CallbackData, prefix="xlsx"):
    """The list of an event as a spreadsheet."""

    event_id: Id


class WriteButton(CallbackData, prefix="write"):
    """Choose to whom of an event to write; with `group`, write to them."""

    event_id: Id
    group: Group | None = None


class SendButton(CallbackData, prefix="send"):
    """Send the message that was looked at; `number` is that of the text as it was typed."""

    event_id: Id
    number: Id


class DropButton(CallbackData, prefix="drop"):
    """Send nothing, and wait for no text any more."""

    event_id: Id


class DoorButton(CallbackData, prefix="door"):
    """The door of an event."""

    event_id: Id


class FindButton(CallbackData, prefix="find"):
    """Type a name at the door of an event."""

    event_id: Id


class TickButton(CallbackData, prefix="tick"):
    """Note that somebody came."""

    event_id: Id
    member_id: Id


class UntickButton(CallbackData, prefix="untick"):
    """Take back that somebody came."""

    event_id: Id
    member_id: Id


class ScreenButton(CallbackData, prefix="screen"):
    """The code for the hall's screen."""

    event_id: Id


class ScreenOffButton(CallbackData, prefix="off"):
    """Take the code of this message down."""


class HelpersButton(CallbackData, prefix="helpers"):
    """Who helps at the door of an event."""

    event_id: Id


class FindHelperButton(CallbackData, prefix="helper"):
    """Type the name of who is to help."""

    event_id: Id


class NameHelperButton(CallbackData, prefix="help"):
    """Let this person let people in."""

    event_id: Id
    member_id: Id


class DismissHelperButton(CallbackData, prefix="nohelp"):
    """Take that back."""

    event_id: Id
    member_id: Id


class PostButton(CallbackData, prefix="post"):
    """Post an event's card in the group or the channel."""

    event_id: Id
    channel: bool


class GuestLinkButton(CallbackData, prefix="glink"):
    """The link for guests from outside: `show` it, `renew` or `close` it, or ask before that."""

    event_id: Id
    act: str = "show"

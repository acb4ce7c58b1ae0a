"""Buttons of lists and boards of announcements, templates, and people's chosen kinds."""

from aiogram.filters.callback_data import CallbackData

from bot.domain.announcements.announcements import Kind, TemplateId
from handlers.ui.ids import Id, OfAnnouncement, PageNumber


class AnnouncementsButton(CallbackData, prefix="news"):
    """A page, from 0, of announcements sent to oneself."""

    page: PageNumber = 0


class BoardsButton(CallbackData, prefix="boards"):
    """A page, from 0, of announcements that organisers sent, or (`waiting`) will send."""

    page: PageNumber = 0
    waiting: bool = False


class FindAnnouncementButton(CallbackData, prefix="newsfind"):
    """Ask for words to search for: among one's own, or (`boards`) among all of them."""

    boards: bool


class ReadButton(CallbackData, OfAnnouncement, prefix="read"):
    """Send an announcement to oneself again."""


class AnnouncementButton(CallbackData, OfAnnouncement, prefix="ann"):
    """The board of an announcement."""


class AnnouncementActButton(CallbackData, OfAnnouncement, prefix="annact"):
    """An organiser's act on an announcement: see `handlers.announcements.boards`."""

    act: str


class TemplatesButton(CallbackData, prefix="tmpls"):
    """A page, from 0, of the templates."""

    page: PageNumber = 0


class TemplateButton(CallbackData, prefix="tmpl"):
    """A template: `open`, `use` or `drop` it."""

    template_id: Id[TemplateId]
    act: str


class KindButton(CallbackData, prefix="kind"):
    """Turn a kind of announcements on or off, on the screen of /me."""

    kind: Kind
    wanted: bool

"""Buttons of what was announced: its lists, its board, templates, the kinds that people want."""

from aiogram.filters.callback_data import CallbackData

from bot.domain.announcements.announcements import Kind
from handlers.ui.ids import Id, OfAnnouncement, PageNumber


class AnnouncementsButton(CallbackData, prefix="news"):
    """A page, from 0, of what went to oneself."""

    page: PageNumber = 0


class BoardsButton(CallbackData, prefix="boards"):
    """A page, from 0, of what organisers announced, or (`waiting`) will announce."""

    page: PageNumber = 0
    waiting: bool = False


class FindAnnouncementButton(CallbackData, prefix="newsfind"):
    """Type what to look for: among one's own, or (`boards`) among all of them."""

    boards: bool


class ReadButton(CallbackData, OfAnnouncement, prefix="read"):
    """An announcement that went to oneself, once more."""


class AnnouncementButton(CallbackData, OfAnnouncement, prefix="ann"):
    """The board of an announcement."""


class AnnouncementActButton(CallbackData, OfAnnouncement, prefix="annact"):
    """What an organiser does with an announcement: see `handlers.announcements.boards`."""

    act: str


class TemplatesButton(CallbackData, prefix="tmpls"):
    """A page, from 0, of the templates."""

    page: PageNumber = 0


class TemplateButton(CallbackData, prefix="tmpl"):
    """A template: `open` it, `use` it, `drop` it."""

    template_id: Id
    act: str


class KindButton(CallbackData, prefix="kind"):
    """A kind of announcements, wanted or not, on the screen of /me."""

    kind: Kind
    wanted: bool

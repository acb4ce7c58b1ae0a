"""Buttons of what was announced: its lists, its board, templates, the kinds that people want."""

from aiogram.filters.callback_data import CallbackData

from bot.domain.announcements.announcements import Kind
from handlers.ui.ids import Id, PageNumber


class AnnouncementsButton(CallbackData, prefix="news"):
    """A page, from 0, of what went to oneself."""

    page: PageNumber = 0


class BoardsButton(CallbackData, prefix="boards"):
    """A page, from 0, of what organisers announced, or (`waiting`) have yet to."""

    page: PageNumber = 0
    waiting: bool = False


class FindAnnouncementButton(CallbackData, prefix="newsfind"):
    """Type what to look for: among one's own, or (`boards`) among all of them."""

    boards: bool


class ReadButton(CallbackData, prefix="read"):
    """An announcement that went to oneself, once more."""

    announcement_id: Id


class AnnouncementButton(CallbackData, prefix="ann"):
    """The board of an announcement."""

    announcement_id: Id


class AnnouncementActButton(CallbackData, prefix="annact"):
    """What an organiser does with an announcement: see `handlers.announcements.boards`."""

    announcement_id: Id
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

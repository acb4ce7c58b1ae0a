"""Buttons of what was announced: its list, its board, templates, the kinds that people want."""

from aiogram.filters.callback_data import CallbackData

from bot.domain.announcements import Kind
from handlers.callbacks.ids import Id


class AnnouncementsButton(CallbackData, prefix="news"):
    """A page, from 0, of what was announced."""

    page: int = 0


class FindAnnouncementButton(CallbackData, prefix="newsfind"):
    """Type what to look for among the announcements."""


class AnnouncementButton(CallbackData, prefix="ann"):
    """An announcement: shown again to a member, its board to an organiser."""

    announcement_id: Id


class AnnouncementActButton(CallbackData, prefix="annact"):
    """What an organiser does with an announcement: `show`, `correct`, `recall`, `cancel` …."""

    announcement_id: Id
    act: str


class WaitingButton(CallbackData, prefix="annwait"):
    """A page, from 0, of what has not gone out yet."""

    page: int = 0


class TemplatesButton(CallbackData, prefix="tmpls"):
    """A page, from 0, of the templates."""

    page: int = 0


class TemplateButton(CallbackData, prefix="tmpl"):
    """A template: `use` it, `drop` it."""

    template_id: Id
    act: str


class KindButton(CallbackData, prefix="kind"):
    """A kind of announcements, wanted or not, on the screen of /me."""

    kind: Kind
    wanted: bool

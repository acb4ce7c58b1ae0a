"""Show a draft: as a screen, or as a panel that follows the messages sent to the bot."""

from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import CallbackQuery, InlineKeyboardMarkup

from bot.domain.announcements.drafts import AnnouncementDraft
from bot.domain.people.members import Member
from bot.domain.refusals import Refusal
from bot.services.announcements.announcements import Announcements
from bot.services.announcements.circles import Circles
from bot.services.announcements.corrections import Corrections
from bot.services.announcements.drafts import AnnouncementDrafts
from bot.services.prompts import Prompt, Prompts
from handlers.announcements.panels import coverage_words, more_keyboard, panel_keyboard, panel_words
from handlers.ui.edits import edited, show
from handlers.ui.refusals import refusal_words
from handlers.ui.routes import Data
from handlers.ui.texts import Markup, Texts


@dataclass(frozen=True, slots=True)
class Desk:
    """An organiser, and what is needed to show them their draft."""

    member: Member
    t: Texts
    bot: Bot
    drafts: AnnouncementDrafts
    announcements: Announcements
    circles: Circles
    corrections: Corrections

    async def draft(self, number: int) -> AnnouncementDraft:
        """Return an organiser's own draft; refuse any other."""
        return await self.drafts.get(self.member.id, number)

    async def change(self, number: int, **changes: Any) -> AnnouncementDraft:
        """Save a draft with these fields changed, and return it."""
        return await self.drafts.change(self.member.id, number, partial(replace, **changes))

    async def expects(self, kind: str, number: int, about: str, prompts: Prompts) -> None:
        """Expect the organiser's next message as an answer about a draft."""
        if self.member.telegram_id is not None:
            await prompts.ask(self.member.telegram_id, Prompt(kind, number, about))

    async def words(self, draft: AnnouncementDraft) -> str:
        """Return the panel's text; a broken rule replaces the number of recipients."""
        addressees = draft.selection.addressees
        names = await self.circles.names(self.member.id, addressees, draft.event, draft.poll)
        return panel_words(draft, await self.below(draft), names, self.t)

    def buttons(self, draft: AnnouncementDraft) -> InlineKeyboardMarkup:
        """Return the buttons of a draft's panel."""
        return panel_keyboard(draft, self.t)

    async def below(self, draft: AnnouncementDraft) -> Markup:
        """Return how many a draft would reach, or the rule that it breaks; '' for a correction."""
        if draft.corrects is not None:
            return Markup("")
        try:
            coverage = await self.announcements.preview(self.member.id, draft.plan)
        except Refusal as refusal:
            return Markup(self.t("announce-hindrance", words=refusal_words(refusal, self.t)))
        return Markup(coverage_words(coverage, self.t))

    async def show(self, query: CallbackQuery, draft: AnnouncementDraft) -> None:
        """Show the panel instead of the screen whose button was tapped."""
        shown = query.message.message_id if query.message else None
        if draft.panel != shown or draft.covered:
            moved = partial(replace, panel=shown, covered=False)
            draft = await self.drafts.change(self.member.id, draft.number, moved)
        await show(query, await self.words(draft), self.buttons(draft))

    async def show_more(self, query: CallbackQuery, draft: AnnouncementDraft) -> None:
        """Show rarely used settings instead of the panel's buttons."""
        below = more_keyboard(draft, self.t, places=bool(self.announcements.places))
        await self.cover(query, draft, await self.words(draft), below)

    async def cover(
        self,
        query: CallbackQuery,
        draft: AnnouncementDraft,
        words: str,
        below: InlineKeyboardMarkup,
    ) -> None:
        """Show another screen instead of the panel; messages sent meanwhile do not replace it."""
        shown = query.message.message_id if query.message else None
        if draft.panel == shown and not draft.covered:
            covered = partial(replace, covered=True)
            await self.drafts.change(self.member.id, draft.number, covered)
        await show(query, words, below)

    async def present(self, chat: int, draft: AnnouncementDraft) -> None:
        """Show the panel at the end of the chat, in place of the one before.

        The files of an album come at once, each as an update of its own: a late one only makes sure
        that the panel shows the newest state.
        """
        if draft.panel is not None:
            with suppress(TelegramBadRequest):  # too old, or already deleted
                await self.bot.delete_message(chat, draft.panel)
        words = await self.words(draft)
        sent = await self.bot.send_message(chat, words, reply_markup=self.buttons(draft))
        shown = partial(replace, panel=sent.message_id, covered=False)
        newest = await self.drafts.change(self.member.id, draft.number, shown)
        await self.follow(chat, shown(draft), newest)

    async def follow(
        self, chat: int, shown: AnnouncementDraft | None, newest: AnnouncementDraft
    ) -> None:
        """Edit the panel until it shows the newest draft; send it again if it was deleted.

        Another screen that its owner has opened is not edited: the way back shows the panel.
        """
        while newest != shown and newest.panel is not None and not newest.covered:
            words, below = await self.words(newest), self.buttons(newest)
            edit = self.bot.edit_message_text(
                words, chat_id=chat, message_id=newest.panel, reply_markup=below
            )
            if not await edited(edit):
                await self.present(chat, newest)
                return
            shown, newest = newest, await self.drafts.get(self.member.id, newest.number)


def at_desk(data: Data) -> None:
    """Refuse everybody but organisers; pass their `desk` to the handlers."""
    member: Member = data["member"]
    member.require_organiser()
    data["desk"] = Desk(
        member,
        data["t"],
        data["bot"],
        data["announcement_drafts"],
        data["announcements"],
        data["circles"],
        data["corrections"],
    )

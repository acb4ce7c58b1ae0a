"""Additions to a draft: link buttons, an event's button, a poll's button."""

from collections.abc import Sequence

from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, Message

from bot.domain.announcements.drafts import AnnouncementDraft
from bot.domain.events.events import EventId
from bot.domain.polls.polls import PollId
from bot.domain.refusals import ButtonTooOld, LinkUnreadable
from bot.services.prompts import Prompt, Prompts
from handlers.announcements.callbacks.announcement_drafts import (
    DraftButton,
    DraftEventButton,
    DraftLinksButton,
    DraftPollButton,
)
from handlers.announcements.desks import Desk
from handlers.announcements.panels import back_to_panel, marked
from handlers.ui.buttons import keyboard, short, turning
from handlers.ui.pages import PAGE, page_of

LINKS = "announce-links"


async def links(
    query: CallbackQuery, callback_data: DraftButton, desk: Desk, prompts: Prompts
) -> None:
    """Ask for links; with two languages, first for which one."""
    draft = await desk.draft(callback_data.number)
    languages = list(draft.contents)
    if len(languages) == 1:
        await _ask_for_links(query, draft, languages[0], desk, prompts)
        return
    t = desk.t
    rows = [
        [t.button(f"language-{language}", DraftLinksButton(number=draft.number, language=language))]
        for language in languages
    ]
    words = t("announce-links-language")
    below = keyboard([*rows, back_to_panel(draft.number, t)])
    await desk.cover(query, draft, words, below)


async def ask_for_links(
    query: CallbackQuery, callback_data: DraftLinksButton, desk: Desk, prompts: Prompts
) -> None:
    """Ask for the links in a language."""
    draft = await desk.drafts.get(desk.member.id, callback_data.number)
    await _ask_for_links(query, draft, callback_data.language, desk, prompts)


async def _ask_for_links(
    query: CallbackQuery, draft: AnnouncementDraft, language: str, desk: Desk, prompts: Prompts
) -> None:
    t = desk.t
    content = draft.contents.get(language)
    if content is None:
        raise ButtonTooOld
    await desk.expects(LINKS, draft.number, language, prompts)
    known = "\n".join(f"{link.text} — {link.url}" for link in content.links)
    clear = DraftLinksButton(number=draft.number, language=language, clear=True)
    rows = [[t.button("button-announce-no-links", clear)]] if known else []
    words = t("announce-ask-links", links=known, given=bool(known))
    below = keyboard([*rows, back_to_panel(draft.number, t)])
    await desk.cover(query, draft, words, below)


async def read_links(message: Message, prompt: Prompt, desk: Desk) -> None:
    """Store the typed links; a message without text names none, and removes none."""
    if message.text is None:
        raise LinkUnreadable
    draft = await desk.drafts.link(desk.member.id, prompt.subject, prompt.about, message.text)
    await desk.present(message.chat.id, draft)


async def clear_links(query: CallbackQuery, callback_data: DraftLinksButton, desk: Desk) -> None:
    """Remove the links."""
    number, language = callback_data.number, callback_data.language
    await desk.show(query, await desk.drafts.link(desk.member.id, number, language, ""))


async def events(query: CallbackQuery, callback_data: DraftButton, desk: Desk) -> None:
    """Offer events ahead: a button under the announcement will open one."""
    draft, t = await desk.draft(callback_data.number), desk.t
    offered = [
        (
            f"{t.day(event.starts_at)} · {event.title}",
            event.id == draft.event,
            DraftEventButton(number=draft.number, event_id=event.id),
        )
        for event in await desk.circles.events_ahead(desk.member.id)
    ]
    none = draft.event is None, DraftEventButton(number=draft.number)
    await _offer(query, callback_data, draft, offered, none, desk)


async def choose_event(query: CallbackQuery, callback_data: DraftEventButton, desk: Desk) -> None:
    """Set or remove the event's button."""
    number, event = callback_data.number, callback_data.event_id
    if event is None:
        return await desk.show(query, await desk.change(number, event=None))
    if all(one.id != event for one in await desk.circles.events_ahead(desk.member.id)):
        raise ButtonTooOld
    return await desk.show(query, await desk.change(number, event=EventId(event), poll=None))


async def polls(query: CallbackQuery, callback_data: DraftButton, desk: Desk) -> None:
    """Offer open polls: a button under the announcement will lead to the ballot."""
    draft = await desk.draft(callback_data.number)
    offered = [
        (
            poll.question,
            poll.id == draft.poll,
            DraftPollButton(number=draft.number, poll_id=poll.id),
        )
        for poll in await desk.circles.polls(desk.member.id)
    ]
    none = draft.poll is None, DraftPollButton(number=draft.number)
    await _offer(query, callback_data, draft, offered, none, desk)


async def choose_poll(query: CallbackQuery, callback_data: DraftPollButton, desk: Desk) -> None:
    """Set or remove the poll's button, which replaces an event's."""
    number, poll = callback_data.number, callback_data.poll_id
    if poll is None:
        return await desk.show(query, await desk.change(number, poll=None))
    if all(one.id != poll for one in await desk.circles.polls(desk.member.id)):
        raise ButtonTooOld
    return await desk.show(query, await desk.change(number, poll=PollId(poll), event=None))


async def _offer(
    query: CallbackQuery,
    callback_data: DraftButton,
    draft: AnnouncementDraft,
    offered: Sequence[tuple[str, bool, CallbackData]],
    none: tuple[bool, CallbackData],
    desk: Desk,
) -> None:
    """Offer a page of events or polls, and `none`: its text, whether chosen, and its tap."""
    number, screen, t = draft.number, callback_data.screen, desk.t
    page = page_of(offered, callback_data.page, PAGE - 1)
    rows = [[marked(short(title), on, data.pack(), t)] for title, on, data in page.items]
    rows.append(turning(page, DraftButton(number=number, screen=screen), t))
    chosen, nothing = none
    rows.append([marked(t.plain(f"button-announce-no-{screen}"), chosen, nothing.pack(), t)])
    words = t(f"announce-choose-{screen}", count=len(offered))
    await desk.cover(query, draft, words, keyboard([*rows, back_to_panel(number, t)]))

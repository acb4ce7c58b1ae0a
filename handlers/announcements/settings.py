"""What an organiser settles about a draft besides its words and its audience."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

from aiogram import F, Router
from aiogram.types import CallbackQuery, InlineKeyboardButton, Message

from bot.domain.announcements.announcements import Kind
from bot.domain.announcements.drafts import AnnouncementDraft
from bot.domain.events.events import EventId
from bot.domain.events.recurrence import Recurrence, Rhythm
from bot.domain.people.members import Member
from bot.domain.polls.polls import PollId
from bot.domain.refusals import ButtonTooOld
from bot.services.prompts import Prompt, Prompts
from handlers.announcements.desks import Desk, at_desk
from handlers.announcements.panels import back_to_panel, when_words
from handlers.buttons import Row, button, keyboard, neighbours, pairs, short, turning
from handlers.callbacks.announcement_drafts import (
    DraftAtButton,
    DraftButton,
    DraftDropButton,
    DraftEventButton,
    DraftKindButton,
    DraftLinksButton,
    DraftPollButton,
    DraftRhythmButton,
    DraftSwitchButton,
)
from handlers.edits import show
from handlers.pages import page_of
from handlers.prompts import Prompted
from handlers.texts import Texts

AT, LINKS = "announce-at", "announce-links"
SWITCHES = ("quietly", "to_group", "to_channel", "pinned")
HOURS = (9, 12, 18)
COUNTS = (4, 12, 26)


def announcement_settings_router() -> Router:
    """Return the screens of a draft."""
    router = at_desk(Router(name="announcement settings"))
    for name, screen in SCREENS.items():
        router.callback_query.register(screen, DraftButton.filter(F.screen == name))
    router.callback_query.register(choose_kind, DraftKindButton.filter())
    router.callback_query.register(switch, DraftSwitchButton.filter())
    router.callback_query.register(choose_moment, DraftAtButton.filter())
    router.callback_query.register(choose_rhythm, DraftRhythmButton.filter())
    router.callback_query.register(ask_for_links, DraftLinksButton.filter(~F.clear))
    router.callback_query.register(clear_links, DraftLinksButton.filter(F.clear))
    router.callback_query.register(choose_event, DraftEventButton.filter())
    router.callback_query.register(choose_poll, DraftPollButton.filter())
    router.message.register(read_moment, Prompted(AT))
    router.message.register(read_links, Prompted(LINKS))
    return router


async def panel(query: CallbackQuery, callback_data: DraftButton, desk: Desk) -> None:
    """Come back to the panel."""
    await desk.show(query, await _draft(callback_data, desk))


async def kinds(query: CallbackQuery, callback_data: DraftButton, desk: Desk) -> None:
    """Offer the kinds; members may do without all but one of them."""
    draft, t = await _draft(callback_data, desk), desk.t
    rows = [
        [_marked(t.plain("announcement-kind", kind=kind), kind is draft.kind, data, t)]
        for kind in Kind
        if (data := DraftKindButton(number=draft.number, kind=kind).pack())
    ]
    await show(query, t("announce-choose-kind"), keyboard([*rows, back_to_panel(draft.number, t)]))


async def choose_kind(query: CallbackQuery, callback_data: DraftKindButton, desk: Desk) -> None:
    """Choose what it is about."""
    await desk.show(query, await _changed(callback_data.number, desk, kind=callback_data.kind))


async def places(query: CallbackQuery, callback_data: DraftButton, desk: Desk) -> None:
    """Offer the group and the channel."""
    await _show_places(query, await _draft(callback_data, desk), desk.t)


async def switch(query: CallbackQuery, callback_data: DraftSwitchButton, desk: Desk) -> None:
    """Switch something on or off, and stay where one is."""
    what, on = callback_data.what, callback_data.on
    if what not in SWITCHES:
        raise ButtonTooOld
    draft = await _changed(callback_data.number, desk, **{what: on})
    if what == "quietly":
        await desk.show(query, draft)
    else:
        await _show_places(query, draft, desk.t)


async def _show_places(query: CallbackQuery, draft: AnnouncementDraft, t: Texts) -> None:
    rows = [[_switch(draft, what, t)] for what in ("to_group", "to_channel")]
    if draft.to_group or draft.to_channel:
        rows.append([_switch(draft, "pinned", t)])
    below = keyboard([*rows, back_to_panel(draft.number, t)])
    await show(query, t("announce-choose-places"), below)


def _switch(draft: AnnouncementDraft, what: str, t: Texts) -> InlineKeyboardButton:
    on = bool(getattr(draft, what))
    data = DraftSwitchButton(number=draft.number, what=what, on=not on).pack()
    return _marked(t.plain("button-announce-place", place=what), on, data, t)


async def moments(
    query: CallbackQuery, callback_data: DraftButton, desk: Desk, prompts: Prompts
) -> None:
    """Offer moments; another can be typed."""
    draft = await _draft(callback_data, desk)
    await _expect(AT, draft.number, "", desk.member, prompts)
    await _show_moments(query, draft, desk.t)


async def _show_moments(query: CallbackQuery, draft: AnnouncementDraft, t: Texts) -> None:
    number = draft.number
    now = _marked(
        t.plain("button-announce-now"), draft.at is None, DraftAtButton(number=number).pack(), t
    )
    tomorrow = [
        button(
            t.plain("button-announce-tomorrow", hour=f"{hour:02}:00"),
            DraftAtButton(number=number, days=1, hour=hour).pack(),
        )
        for hour in HOURS
    ]
    repeated = [] if draft.at is None else _repetitions(draft, t)
    words = t("announce-choose-moment", when=when_words(draft, t))
    below = keyboard([[now], tomorrow, *repeated, back_to_panel(number, t)])
    await show(query, words, below)


def _repetitions(draft: AnnouncementDraft, t: Texts) -> list[Row]:
    once = _rhythm(draft, None, 1, t)
    weekly = [_rhythm(draft, Rhythm.WEEKLY, count, t) for count in COUNTS]
    monthly = [_rhythm(draft, Rhythm.MONTHLY_BY_DATE, count, t) for count in COUNTS[:2]]
    return [[once], *pairs([*weekly, *monthly])]


def _rhythm(
    draft: AnnouncementDraft, rhythm: Rhythm | None, count: int, t: Texts
) -> InlineKeyboardButton:
    known = draft.recurrence
    chosen = (known.rhythm, known.count) == (rhythm, count) if known else rhythm is None
    data = DraftRhythmButton(
        number=draft.number, rhythm=rhythm or Rhythm.WEEKLY, count=count
    ).pack()
    words = t.plain("button-announce-rhythm", rhythm=rhythm or "once", count=count)
    return _marked(words, chosen, data, t)


async def choose_moment(query: CallbackQuery, callback_data: DraftAtButton, desk: Desk) -> None:
    """Send it at once, or at one of the moments that are offered."""
    number = callback_data.number
    if not callback_data.days:
        draft = await _changed(number, desk, at=None, recurrence=None)
    else:
        day = timedelta(days=callback_data.days)
        draft = await desk.drafts.schedule_in(desk.member.id, number, day, callback_data.hour)
    await _show_moments(query, draft, desk.t)


async def read_moment(message: Message, prompt: Prompt, desk: Desk, prompts: Prompts) -> None:
    """Take the moment that was typed."""
    draft = await desk.drafts.schedule(desk.member.id, prompt.subject, message.text or "")
    await _close(desk.member, prompts)
    await desk.present(message.chat.id, draft)


async def choose_rhythm(query: CallbackQuery, callback_data: DraftRhythmButton, desk: Desk) -> None:
    """Repeat it, or not."""
    count = callback_data.count
    recurrence = None if count == 1 else Recurrence(callback_data.rhythm, None, count)
    draft = await desk.drafts.repeat(desk.member.id, callback_data.number, recurrence)
    await _show_moments(query, draft, desk.t)


async def links(
    query: CallbackQuery, callback_data: DraftButton, desk: Desk, prompts: Prompts
) -> None:
    """Ask for links; with two languages, for which of them."""
    draft = await _draft(callback_data, desk)
    languages = list(draft.contents)
    if len(languages) == 1:
        await _ask_for_links(query, draft, languages[0], desk, prompts)
        return
    t = desk.t
    rows = [
        [
            button(
                t.plain(f"language-{language}"),
                DraftLinksButton(number=draft.number, language=language).pack(),
            )
        ]
        for language in languages
    ]
    words = t("announce-links-language")
    await show(query, words, keyboard([*rows, back_to_panel(draft.number, t)]))


async def ask_for_links(
    query: CallbackQuery, callback_data: DraftLinksButton, desk: Desk, prompts: Prompts
) -> None:
    """Ask for the links under it in a language."""
    draft = await desk.drafts.get(desk.member.id, callback_data.number)
    await _ask_for_links(query, draft, callback_data.language, desk, prompts)


async def _ask_for_links(
    query: CallbackQuery, draft: AnnouncementDraft, language: str, desk: Desk, prompts: Prompts
) -> None:
    t = desk.t
    content = draft.contents.get(language)
    if content is None:
        raise ButtonTooOld
    await _expect(LINKS, draft.number, language, desk.member, prompts)
    known = "\n".join(f"{link.text} — {link.url}" for link in content.links)
    clear = DraftLinksButton(number=draft.number, language=language, clear=True).pack()
    rows = [[button(t.plain("button-announce-no-links"), clear)]] if known else []
    words = t("announce-ask-links", links=known, given="yes" if known else "no")
    await show(query, words, keyboard([*rows, back_to_panel(draft.number, t)]))


async def read_links(message: Message, prompt: Prompt, desk: Desk, prompts: Prompts) -> None:
    """Take the links that were typed."""
    text = message.text or ""
    draft = await desk.drafts.link(desk.member.id, prompt.subject, prompt.about, text)
    await _close(desk.member, prompts)
    await desk.present(message.chat.id, draft)


async def clear_links(query: CallbackQuery, callback_data: DraftLinksButton, desk: Desk) -> None:
    """Take the links away."""
    number, language = callback_data.number, callback_data.language
    await desk.show(query, await desk.drafts.link(desk.member.id, number, language, ""))


async def events(query: CallbackQuery, callback_data: DraftButton, desk: Desk) -> None:
    """Offer what is ahead: a button under the announcement opens it."""
    draft, t = await _draft(callback_data, desk), desk.t
    ahead = await desk.circles.events_ahead(desk.member.id)
    page = page_of(ahead, callback_data.page)
    rows = [
        [
            _marked(
                short(f"{t.day(event.starts_at)} · {event.title}"),
                event.id == draft.event,
                DraftEventButton(number=draft.number, event_id=event.id).pack(),
                t,
            )
        ]
        for event in page.items
    ]
    turns = [
        (n, DraftButton(number=draft.number, screen="event", page=n).pack())
        for n in neighbours(page)
    ]
    none = DraftEventButton(number=draft.number).pack()
    rows.append(turning(turns, page.number, t))
    rows.append([_marked(t.plain("button-announce-no-event"), draft.event is None, none, t)])
    words = t("announce-choose-event", count=len(ahead))
    await show(query, words, keyboard([*rows, back_to_panel(draft.number, t)]))


async def choose_event(query: CallbackQuery, callback_data: DraftEventButton, desk: Desk) -> None:
    """Put an event's button under it, or none."""
    id_ = callback_data.event_id
    event = None if id_ is None else EventId(id_)
    if event is not None and all(
        one.id != event for one in await desk.circles.events_ahead(desk.member.id)
    ):
        raise ButtonTooOld
    changes = {"event": event} if event is None else {"event": event, "poll": None}
    await desk.show(query, await _changed(callback_data.number, desk, **changes))


async def polls(query: CallbackQuery, callback_data: DraftButton, desk: Desk) -> None:
    """Offer the polls that are open: a button under the announcement leads to the ballot."""
    draft, t = await _draft(callback_data, desk), desk.t
    running = await desk.circles.polls(desk.member.id)
    page = page_of(running, callback_data.page)
    rows = [
        [
            _marked(
                short(poll.question),
                poll.id == draft.poll,
                DraftPollButton(number=draft.number, poll_id=poll.id).pack(),
                t,
            )
        ]
        for poll in page.items
    ]
    turns = [
        (n, DraftButton(number=draft.number, screen="poll", page=n).pack())
        for n in neighbours(page)
    ]
    none = DraftPollButton(number=draft.number).pack()
    rows.append(turning(turns, page.number, t))
    rows.append([_marked(t.plain("button-announce-no-poll"), draft.poll is None, none, t)])
    words = t("announce-choose-poll", count=len(running))
    await show(query, words, keyboard([*rows, back_to_panel(draft.number, t)]))


async def choose_poll(query: CallbackQuery, callback_data: DraftPollButton, desk: Desk) -> None:
    """Put a poll's button under it in place of an event's, or none."""
    id_ = callback_data.poll_id
    poll = None if id_ is None else PollId(id_)
    if poll is not None and all(one.id != poll for one in await desk.circles.polls(desk.member.id)):
        raise ButtonTooOld
    changes = {"poll": poll} if poll is None else {"poll": poll, "event": None}
    await desk.show(query, await _changed(callback_data.number, desk, **changes))


async def ask_to_drop(query: CallbackQuery, callback_data: DraftButton, desk: Desk) -> None:
    """Ask once more: a draft that is dropped is gone."""
    draft, t = await _draft(callback_data, desk), desk.t
    yes = DraftDropButton(number=draft.number).pack()
    rows = [[button(t.plain("button-announce-drop-yes"), yes, "danger")]]
    below = keyboard([*rows, back_to_panel(draft.number, t)])
    await show(query, t("announce-drop-question"), below)


async def _draft(callback_data: DraftButton, desk: Desk) -> AnnouncementDraft:
    return await desk.drafts.get(desk.member.id, callback_data.number)


async def _changed(number: int, desk: Desk, **changes: Any) -> AnnouncementDraft:
    return await desk.drafts.change(desk.member.id, number, partial(replace, **changes))


async def _expect(kind: str, number: int, about: str, member: Member, prompts: Prompts) -> None:
    if member.telegram_id is not None:
        await prompts.ask(member.telegram_id, Prompt(kind, number, about))


async def _close(member: Member, prompts: Prompts) -> None:
    if member.telegram_id is not None:
        await prompts.forget(member.telegram_id)


def _marked(words: str, chosen: bool, data: str, t: Texts) -> InlineKeyboardButton:  # noqa: FBT001  it is what is marked
    return button(t.plain("button-marked", words=words) if chosen else words, data)


SCREENS: dict[str, Callable[..., Awaitable[None]]] = {
    "panel": panel,
    "kind": kinds,
    "where": places,
    "when": moments,
    "links": links,
    "event": events,
    "poll": polls,
    "drop": ask_to_drop,
}

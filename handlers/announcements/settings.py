"""Settings of a draft besides its text and its addressees."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

from aiogram.types import CallbackQuery, InlineKeyboardButton, Message

from bot.domain.announcements.announcements import Kind
from bot.domain.announcements.drafts import AnnouncementDraft
from bot.domain.events.recurrence import Recurrence, Rhythm
from bot.domain.refusals import ButtonTooOld
from bot.services.prompts import Prompt, Prompts
from handlers.announcements.attachments import (
    LINKS,
    ask_for_links,
    choose_event,
    choose_poll,
    clear_links,
    events,
    links,
    polls,
    read_links,
)
from handlers.announcements.callbacks.announcement_drafts import (
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
from handlers.announcements.desks import Desk, at_desk
from handlers.announcements.panels import back_to_panel, marked, when_words
from handlers.ui.buttons import keyboard, pairs
from handlers.ui.routes import Routes, on
from handlers.ui.texts import Texts

AT = "announce-at"
SWITCHES = ("quietly", "to_group", "to_channel", "pinned")
HOURS = (9, 12, 18)
COUNTS = (4, 12, 26)


async def panel(query: CallbackQuery, callback_data: DraftButton, desk: Desk) -> None:
    """Return to the panel."""
    await desk.show(query, await desk.draft(callback_data.number))


async def more(query: CallbackQuery, callback_data: DraftButton, desk: Desk) -> None:
    """Show the rarely used settings."""
    await desk.show_more(query, await desk.draft(callback_data.number))


async def kinds(query: CallbackQuery, callback_data: DraftButton, desk: Desk) -> None:
    """Offer the kinds; members can turn off all but one of them."""
    draft, t = await desk.draft(callback_data.number), desk.t
    rows = [
        [marked(t.plain("announcement-kind", kind=kind), kind is draft.kind, data, t)]
        for kind in Kind
        if (data := DraftKindButton(number=draft.number, kind=kind).pack())
    ]
    below = keyboard([*rows, back_to_panel(draft.number, t)])
    await desk.cover(query, draft, t("announce-choose-kind"), below)


async def choose_kind(query: CallbackQuery, callback_data: DraftKindButton, desk: Desk) -> None:
    """Choose the kind."""
    await desk.show(query, await desk.change(callback_data.number, kind=callback_data.kind))


async def places(query: CallbackQuery, callback_data: DraftButton, desk: Desk) -> None:
    """Offer the group and the channel."""
    await _show_places(query, await desk.draft(callback_data.number), desk)


async def switch(query: CallbackQuery, callback_data: DraftSwitchButton, desk: Desk) -> None:
    """Turn an option on or off, and stay on the screen."""
    what, on = callback_data.what, callback_data.on
    if what not in SWITCHES:
        raise ButtonTooOld
    draft = await desk.change(callback_data.number, **{what: on})
    if what == "quietly":
        await desk.show_more(query, draft)
    else:
        await _show_places(query, draft, desk)


async def _show_places(query: CallbackQuery, draft: AnnouncementDraft, desk: Desk) -> None:
    t = desk.t
    rows = [[_switch(draft, what, t)] for what in desk.announcements.places]
    if draft.to_group or draft.to_channel:
        rows.append([_switch(draft, "pinned", t)])
    below = keyboard([*rows, back_to_panel(draft.number, t)])
    await desk.cover(query, draft, t("announce-choose-places"), below)


def _switch(draft: AnnouncementDraft, what: str, t: Texts) -> InlineKeyboardButton:
    on = bool(getattr(draft, what))
    data = DraftSwitchButton(number=draft.number, what=what, on=not on).pack()
    return marked(t.plain("button-announce-place", place=what), on, data, t)


async def moments(
    query: CallbackQuery, callback_data: DraftButton, desk: Desk, prompts: Prompts
) -> None:
    """Offer times; another one can be typed."""
    draft = await desk.draft(callback_data.number)
    await desk.expects(AT, draft.number, "", prompts)
    await _show_moments(query, draft, desk)


async def _show_moments(query: CallbackQuery, draft: AnnouncementDraft, desk: Desk) -> None:
    number, t = draft.number, desk.t
    now = marked(
        t.plain("button-announce-now"), draft.at is None, DraftAtButton(number=number).pack(), t
    )
    tomorrow = [
        t.button(
            "button-announce-tomorrow",
            DraftAtButton(number=number, days=1, hour=hour),
            hour=f"{hour:02}:00",
        )
        for hour in HOURS
    ]
    repeat = t.button("button-announce-repeat", DraftButton(number=number, screen="rhythm"))
    words = t("announce-choose-moment", when=when_words(draft, t))
    rows = [[now], tomorrow, [] if draft.at is None else [repeat], back_to_panel(number, t)]
    await desk.cover(query, draft, words, keyboard(rows))


async def rhythms(query: CallbackQuery, callback_data: DraftButton, desk: Desk) -> None:
    """Offer to repeat a draft that has a time."""
    draft, t = await desk.draft(callback_data.number), desk.t
    if draft.at is None:
        raise ButtonTooOld
    once = _rhythm(draft, None, 1, t)
    weekly = [_rhythm(draft, Rhythm.WEEKLY, count, t) for count in COUNTS]
    monthly = [_rhythm(draft, Rhythm.MONTHLY_BY_DATE, count, t) for count in COUNTS[:2]]
    back = t.button("button-back", DraftButton(number=draft.number, screen="when"))
    below = keyboard([[once], *pairs([*weekly, *monthly]), [back]])
    await desk.cover(query, draft, t("announce-choose-rhythm", when=when_words(draft, t)), below)


def _rhythm(
    draft: AnnouncementDraft, rhythm: Rhythm | None, count: int, t: Texts
) -> InlineKeyboardButton:
    known = draft.recurrence
    chosen = (known.rhythm, known.count) == (rhythm, count) if known else rhythm is None
    data = DraftRhythmButton(
        number=draft.number, rhythm=rhythm or Rhythm.WEEKLY, count=count
    ).pack()
    words = t.plain("button-announce-rhythm", rhythm=rhythm or "once", count=count)
    return marked(words, chosen, data, t)


async def choose_moment(query: CallbackQuery, callback_data: DraftAtButton, desk: Desk) -> None:
    """Send it at once, or at one of the offered times."""
    number = callback_data.number
    if not callback_data.days:
        draft = await desk.change(number, at=None, recurrence=None)
    else:
        day = timedelta(days=callback_data.days)
        draft = await desk.drafts.schedule_in(desk.member.id, number, day, callback_data.hour)
    await _show_moments(query, draft, desk)


async def read_moment(message: Message, prompt: Prompt, desk: Desk) -> None:
    """Store the typed time."""
    draft = await desk.drafts.schedule(desk.member.id, prompt.subject, message.text or "")
    await desk.present(message.chat.id, draft)


async def choose_rhythm(query: CallbackQuery, callback_data: DraftRhythmButton, desk: Desk) -> None:
    """Set or remove the repetition."""
    count = callback_data.count
    recurrence = None if count == 1 else Recurrence(callback_data.rhythm, None, count)
    draft = await desk.drafts.repeat(desk.member.id, callback_data.number, recurrence)
    await _show_moments(query, draft, desk)


async def ask_to_drop(query: CallbackQuery, callback_data: DraftButton, desk: Desk) -> None:
    """Ask for confirmation: a dropped draft cannot be restored."""
    draft, t = await desk.draft(callback_data.number), desk.t
    yes = DraftDropButton(number=draft.number)
    rows = [[t.button("button-announce-drop-yes", yes, "danger")]]
    below = keyboard([*rows, back_to_panel(draft.number, t)])
    await desk.cover(query, draft, t("announce-drop-question"), below)


SCREENS: dict[str, Callable[..., Awaitable[None]]] = {
    "panel": panel,
    "more": more,
    "kind": kinds,
    "where": places,
    "when": moments,
    "rhythm": rhythms,
    "links": links,
    "event": events,
    "poll": polls,
    "drop": ask_to_drop,
}


ROUTES = Routes(
    prepare=at_desk,
    buttons={
        **{on(DraftButton, screen=name): screen for name, screen in SCREENS.items()},
        DraftKindButton: choose_kind,
        DraftSwitchButton: switch,
        DraftAtButton: choose_moment,
        DraftRhythmButton: choose_rhythm,
        on(DraftLinksButton, clear=False): ask_for_links,
        on(DraftLinksButton, clear=True): clear_links,
        DraftEventButton: choose_event,
        DraftPollButton: choose_poll,
    },
    questions={AT: read_moment, LINKS: read_links},
)

"""How an announcement begins: collect the messages that an organiser sends to the bot."""

from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message, ReplyParameters

from bot.domain.announcements.addressees import OfEvent
from bot.domain.announcements.drafts import AnnouncementDraft, Part
from bot.domain.events.events import EventId
from bot.domain.events.rsvps import Group
from bot.domain.people.members import Member
from bot.domain.refusals import ButtonTooOld, DraftLost
from bot.services.announcements.drafts import PROMPT
from bot.services.prompts import Prompt, Prompts
from handlers.announcements.callbacks.announcement_drafts import (
    DraftDropButton,
    DraftLeaveOutButton,
    DraftTextButton,
    NoOfferButton,
    OfferButton,
)
from handlers.announcements.contents import piece_of
from handlers.announcements.desks import Desk, at_desk
from handlers.announcements.panels import back_to_panel, circle_words, coverage_words
from handlers.announcements.previews import ask_at_once
from handlers.ui.buttons import keyboard
from handlers.ui.callbacks import AnnounceButton, ManageButton, WriteButton
from handlers.ui.edits import acknowledge, show
from handlers.ui.routes import Data, Routes
from handlers.ui.texts import AllTexts, Markup, Texts

FOR_EVENT = "write"
"""The kind of the question for a message to a group of an event, kept in its subject and `about`.
"""


async def may_be_sent_on(message: Message, data: Data) -> Data | None:
    """Return the message as a `part`, if an organiser sent one that can be announced."""
    member: Member | None = data["member"]
    part = part_of(message) if member is not None and member.is_organiser else None
    return {"part": part} if part is not None else None


def part_of(message: Message) -> Part | None:
    """Return a message as a part of an announcement; None for a kind that cannot be sent on."""
    piece = piece_of(message)
    return None if piece is None else Part(message.message_id, piece, message.media_group_id)


async def announce(message: Message, desk: Desk, prompts: Prompts) -> None:
    """Continue the draft, or ask for a message."""
    draft, ask = await _found(desk)
    if draft is not None:
        await desk.present(message.chat.id, draft)
        return
    await _expect(desk, prompts, 0, desk.member.language)
    await message.answer(ask, reply_markup=_cancel(desk.t))


async def _found(desk: Desk) -> tuple[AnnouncementDraft | None, str]:
    """Return the draft, and the question for another one, which says if the last is lost."""
    ask = desk.t("announce-ask")
    try:
        return await desk.drafts.find(desk.member.id), ask
    except DraftLost:
        return None, "\n\n".join([desk.t("DraftLost"), ask])


async def begin(
    query: CallbackQuery, callback_data: AnnounceButton, desk: Desk, prompts: Prompts
) -> None:
    """Continue the draft instead of the list, or ask for a message."""
    draft, ask = await _found(desk)
    if draft is not None and not callback_data.start_over:
        await acknowledge(query)
        await desk.present(query.from_user.id, draft)
        return
    await _expect(desk, prompts, 0, desk.member.language)
    await show(query, ask, _cancel(desk.t))


async def begin_for(
    query: CallbackQuery, callback_data: WriteButton, desk: Desk, prompts: Prompts
) -> None:
    """Ask for a message to a group of an event; an open draft can be continued instead."""
    if callback_data.group is None:
        raise ButtonTooOld
    t, circle = desk.t, OfEvent(callback_data.event_id, callback_data.group)
    ask = await _question_for(circle, desk)
    draft, _ = await _found(desk)
    await desk.expects(FOR_EVENT, circle.event, circle.group, prompts)
    back = [t.button("button-back", WriteButton(event_id=circle.event))]
    if draft is None:
        await show(query, ask, keyboard([back]))
        return
    go_on = [t.button("button-announce-draft", AnnounceButton())]
    await show(query, "\n\n".join([ask, t("announce-ask-instead")]), keyboard([go_on, back]))


async def _question_for(circle: OfEvent, desk: Desk) -> str:
    """Return the question for a message to a group of an event; refuse an empty group."""
    coverage = await desk.circles.of_event(desk.member.id, circle)
    names = await desk.circles.names(desk.member.id, circle)
    return desk.t(
        "announce-ask-for",
        to=circle_words(circle, names, desk.t),
        coverage=Markup(coverage_words(coverage, desk.t)),
        opening=desk.t.plain("button-open-event"),
    )


async def take(message: Message, prompt: Prompt, desk: Desk, texts: AllTexts) -> None:
    """Store the message; another one replaces it.

    A correction by one message is previewed at once, because nothing else can be set.
    """
    part = await _part_or_word(message, desk)
    if part is None:
        return
    draft = await desk.drafts.take(desk.member.id, prompt.subject, prompt.about, part)
    whole = draft.corrects is not None and len(draft.contents) == 1 and part.album is None
    if not (whole and await ask_at_once(message.chat.id, draft, desk, texts)):
        await _follow(message, draft, part, desk)


async def take_for(message: Message, prompt: Prompt, desk: Desk) -> None:
    """Store the message to a group of an event."""
    part = await _part_or_word(message, desk)
    if part is not None:
        circle = OfEvent(EventId(prompt.subject), Group(prompt.about))
        draft = await desk.drafts.take_for(desk.member.id, circle, part)
        await _follow(message, draft, part, desk)


async def _part_or_word(message: Message, desk: Desk) -> Part | None:
    """Return a message as a part of an announcement; tell the person if it cannot be sent on."""
    part = part_of(message)
    if part is None:
        await message.answer(desk.t("announce-cannot"))
    return part


async def offer(message: Message, part: Part, desk: Desk) -> None:
    """Ask whether to announce this; a late file of an album joins the others."""
    gathered = await desk.drafts.gather(desk.member.id, part)
    if gathered.draft is not None:
        await _follow(message, gathered.draft, part, desk)
    elif gathered.asked:
        t = desk.t
        yes = OfferButton(message=message.message_id)
        rows = [
            [t.button("button-announce-offer", yes, "primary")],
            [t.button("button-announce-no-offer", NoOfferButton())],
        ]
        asked_about = ReplyParameters(
            message_id=message.message_id,
            allow_sending_without_reply=True,  # deleted meanwhile, yet it was stored
        )
        below = keyboard(rows)
        await message.answer(t("announce-offer"), reply_parameters=asked_about, reply_markup=below)


async def _follow(message: Message, draft: AnnouncementDraft, part: Part, desk: Desk) -> None:
    """Show the panel below a first message; a further file of an album only updates it."""
    gathered = next(one for one in draft.wordings.values() if part in one.parts)
    if len(gathered.parts) == 1:
        await desk.present(message.chat.id, draft)
    else:
        await desk.follow(message.chat.id, None, draft)


async def accept(query: CallbackQuery, callback_data: OfferButton, desk: Desk) -> None:
    """Make a draft of the message, instead of the question."""
    draft = await desk.drafts.accept(desk.member.id, callback_data.message)
    await show(query, desk.t("announce-accepted"), None)
    await desk.present(query.from_user.id, draft)


async def decline(query: CallbackQuery, desk: Desk) -> None:
    """Do not announce the message."""
    await show(query, desk.t("announce-declined"), None)


async def ask_for_text(
    query: CallbackQuery, callback_data: DraftTextButton, desk: Desk, prompts: Prompts
) -> None:
    """Ask for another text, or for one in another language."""
    t, number, language = desk.t, callback_data.number, callback_data.language
    draft = await desk.drafts.get(desk.member.id, number)
    known = language in draft.contents
    await _expect(desk, prompts, number, language)
    rows = []
    if known and len(draft.contents) > 1 and draft.corrects is None:
        data = DraftLeaveOutButton(number=number, language=language)
        rows.append([t.button("button-announce-leave-out", data)])
    words = t("announce-ask-text", language=language, known=known, correction=bool(draft.corrects))
    await desk.cover(query, draft, words, keyboard([*rows, back_to_panel(number, t)]))


async def leave_out(query: CallbackQuery, callback_data: DraftLeaveOutButton, desk: Desk) -> None:
    """Remove a language, so that the other one remains."""
    language = callback_data.language

    def left(draft: AnnouncementDraft) -> AnnouncementDraft:
        if len(draft.contents) < 2:  # noqa: PLR2004  the last one stays
            raise ButtonTooOld
        return draft.without_language(language)

    await desk.show(query, await desk.drafts.change(desk.member.id, callback_data.number, left))


async def drop(query: CallbackQuery, callback_data: DraftDropButton, desk: Desk) -> None:
    """Delete the draft."""
    await desk.drafts.get(desk.member.id, callback_data.number)
    await desk.drafts.drop(desk.member.id)
    back = [desk.t.button("button-back", ManageButton())]
    await show(query, desk.t("announce-dropped"), keyboard([back]))


async def _expect(desk: Desk, prompts: Prompts, number: int, language: str) -> None:
    if desk.member.telegram_id is not None:
        await prompts.ask(desk.member.telegram_id, Prompt(PROMPT, number, language))


def _cancel(t: Texts) -> InlineKeyboardMarkup:
    return keyboard([[t.button("button-back", ManageButton())]])


ROUTES = Routes(
    prepare=at_desk,
    buttons={
        AnnounceButton: begin,
        WriteButton: begin_for,
        DraftTextButton: ask_for_text,
        DraftLeaveOutButton: leave_out,
        OfferButton: accept,
        NoOfferButton: decline,
        DraftDropButton: drop,
    },
    commands={"announce": announce},
    questions={PROMPT: take, FOR_EVENT: take_for},
    typed=((may_be_sent_on, offer),),
)

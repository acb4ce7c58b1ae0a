"""/polls: the open polls, the archive with its search, each poll's card, the council."""

from aiogram.filters import CommandObject
from aiogram.types import BufferedInputFile, CallbackQuery, Message

from bot.domain.notices import MessageRef
from bot.domain.people.members import Member
from bot.domain.polls.cards import CouncilSeat, PollSummary
from bot.domain.polls.polls import PollId
from bot.domain.refusals import ButtonTooOld
from bot.services.polls.ballots import Ballots
from bot.services.prompts import Prompt, Prompts
from handlers.forms.prompts import ask
from handlers.polls import cards, keyboards, list_keyboards
from handlers.polls.callbacks.polls import (
    ChartButton,
    CheckNumberButton,
    FindPollButton,
    MaterialButton,
    NumbersButton,
    PollButton,
    SeatsButton,
)
from handlers.polls.chart_files import Charts
from handlers.polls.half_filled import HalfFilledBallots
from handlers.ui.callbacks import PollsButton
from handlers.ui.edits import acknowledge, edited, replaced, show, tapped
from handlers.ui.lengths import clipped
from handlers.ui.links import BALLOT_PREFIX, poll_in
from handlers.ui.materials import answer_material
from handlers.ui.pages import Page, page_of
from handlers.ui.routes import Only, Routes
from handlers.ui.texts import Texts
from handlers.ui.welcome import joined

SEARCH, NUMBER = "poll-search", "ballot-number"
FOUND = 10
"""Polls that a search returns."""

SEATS = 20
NAME_LENGTH = 80


# --- a poll ---------------------------------------------------------------------------------------


async def open_card(
    query: CallbackQuery,
    callback_data: PollButton,
    member: Member,
    ballots: Ballots,
    half_filled: HalfFilledBallots,
    t: Texts,
) -> None:
    """Show a poll instead of the list, or another part of its list."""
    half_filled.forget(tapped(query))
    part = callback_data.part
    card = await ballots.look(member.id, callback_data.poll_id, replaced(query))
    words = cards.poll_card(card, t, part=part)
    await show(query, words, keyboards.poll_card(card, t, part))


async def come_by_link(
    message: Message, command: CommandObject, member: Member, ballots: Ballots, t: Texts
) -> None:
    """Show the poll's card to the person who comes from a group; it is kept up to date."""
    poll = poll_in(command.args or "")
    card = await ballots.look(member.id, poll, None)
    words = cards.poll_card(card, t)
    sent = await message.answer(words, reply_markup=keyboards.poll_card(card, t))
    newest = await ballots.look(member.id, poll, MessageRef(sent.chat.id, sent.message_id))
    if cards.poll_card(newest, t) != words:  # it changed while the message was being sent
        keyboard = keyboards.poll_card(newest, t)
        await edited(sent.edit_text(cards.poll_card(newest, t), reply_markup=keyboard))


async def send_material(
    query: CallbackQuery, callback_data: MaterialButton, member: Member, ballots: Ballots
) -> None:
    """Send a file of a poll, below its card."""
    card = await ballots.look(member.id, callback_data.poll_id, None)
    materials, place = card.poll.materials, callback_data.place
    if place >= len(materials) or not isinstance(query.message, Message):
        raise ButtonTooOld
    await acknowledge(query)
    await answer_material(query.message, materials[place])


async def send_chart(
    query: CallbackQuery,
    callback_data: ChartButton,
    member: Member,
    ballots: Ballots,
    charts: Charts,
    t: Texts,
) -> None:
    """Send the chart of a closed poll, below its card."""
    card = await ballots.look(member.id, callback_data.poll_id)
    await charts.send(query, card, t)


# --- lists ----------------------------------------------------------------------------------------


async def list_polls(message: Message, member: Member, ballots: Ballots, t: Texts) -> None:
    """List the open polls, first those that wait for the person's vote."""
    polls = await ballots.listed(member.id, "", archive=False)
    page = page_of(polls, 0)
    keyboard = list_keyboards.poll_list(page, t, archive=False, presides=member.presides)
    await message.answer(_list(polls, t, archive=False), reply_markup=keyboard)


async def turn_page(
    query: CallbackQuery, callback_data: PollsButton, member: Member, ballots: Ballots, t: Texts
) -> None:
    """Show a page of one of the two lists instead of a card or another page."""
    archive = callback_data.archive
    polls = await ballots.listed(member.id, "", archive=archive, message=replaced(query))
    page = page_of(polls, callback_data.page)
    keyboard = list_keyboards.poll_list(page, t, archive=archive, presides=member.presides)
    await show(query, _list(polls, t, archive=archive), keyboard)


def _list(polls: tuple[PollSummary, ...], t: Texts, *, archive: bool) -> str:
    if archive:
        return t("polls-archive" if polls else "polls-archive-none")
    if not polls:
        return t("polls-none")
    return t("polls-list", waiting=sum(poll.waits_for_me for poll in polls))


async def ask_words(query: CallbackQuery, member: Member, prompts: Prompts, t: Texts) -> None:
    """Ask for words to search the archive for."""
    await ask(query, member, prompts, Prompt(SEARCH, 0), t("polls-find"), t, PollsButton())


async def find(message: Message, member: Member, ballots: Ballots, t: Texts) -> None:
    """Show the polls found; further searches can be typed."""
    polls = await ballots.listed(member.id, message.text or "", archive=True)
    words = t("polls-found", count=len(polls)) if polls else t("polls-found-none")
    if len(polls) > FOUND:
        words = t("polls-found-more", shown=FOUND, count=len(polls))
    keyboard = list_keyboards.found_polls(page_of(polls, 0, FOUND), t)
    await message.answer(words, reply_markup=keyboard)


async def show_council(
    query: CallbackQuery, callback_data: SeatsButton, member: Member, ballots: Ballots, t: Texts
) -> None:
    """Show the council, instead of the list."""
    seats = await ballots.council(member.id, replaced(query))
    page = page_of(seats, callback_data.page, SEATS)
    await show(query, _council(page, t), list_keyboards.council(page, t))


def _council(page: Page[CouncilSeat], t: Texts) -> str:
    first = page.number * SEATS + 1
    lines = [
        t(
            "council-seat",
            number=number,
            name=clipped(seat.name, NAME_LENGTH),
            origin="known" if seat.organisation else "none",
            organisation=clipped(seat.organisation or "", NAME_LENGTH),
            role=seat.role,
            dated=bool(seat.since),
            since=t.date(seat.since) if seat.since else "",
        )
        for number, seat in enumerate(page.items, first)
    ]
    return "\n\n".join([t("council-seats"), "\n".join(lines) or t("council-seats-none")])


# --- the numbers of secret ballots ----------------------------------------------------------------


async def ask_number(
    query: CallbackQuery,
    callback_data: CheckNumberButton,
    member: Member,
    ballots: Ballots,
    prompts: Prompts,
    t: Texts,
) -> None:
    """Ask for the number that the bot gave when the ballot was cast."""
    poll = callback_data.poll_id
    await ballots.numbers(member.id, poll)  # refused before the close, and for strangers
    back = PollButton(poll_id=poll)
    await ask(query, member, prompts, Prompt(NUMBER, poll), t("number-question"), t, back)


async def check_number(
    message: Message, prompt: Prompt, member: Member, ballots: Ballots, t: Texts
) -> None:
    """Tell whether a ballot of that number was counted; another one can be typed."""
    poll = PollId(prompt.subject)
    counted = await ballots.check_number(member.id, poll, message.text or "")
    card = await ballots.look(member.id, poll, None)
    words = t("number-found" if counted else "number-missing")
    await message.answer(words, reply_markup=keyboards.to_poll(card.poll, t))


async def send_numbers(
    query: CallbackQuery, callback_data: NumbersButton, member: Member, ballots: Ballots, t: Texts
) -> None:
    """Send the numbers of all counted ballots, without names or choices."""
    numbers = await ballots.numbers(member.id, callback_data.poll_id)
    if not numbers:  # Telegram refuses empty files
        await acknowledge(query, t.plain("numbers-none"), alert=True)
        return
    await acknowledge(query)
    if isinstance(query.message, Message):
        content = "\n".join([*numbers, ""]).encode()
        file = BufferedInputFile(content, f"{t.plain('numbers-file')} {callback_data.poll_id}.txt")
        caption = t("numbers-caption", count=len(numbers))
        await query.message.answer_document(file, caption=caption)


ROUTES = Routes(
    buttons={
        PollButton: open_card,
        PollsButton: turn_page,
        MaterialButton: send_material,
        ChartButton: send_chart,
        SeatsButton: show_council,
        FindPollButton: ask_words,
        CheckNumberButton: ask_number,
        NumbersButton: send_numbers,
    },
    commands={"polls": list_polls},
    links={BALLOT_PREFIX: Only(joined, come_by_link)},
    questions={SEARCH: find, NUMBER: check_number},
)

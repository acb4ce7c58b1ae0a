"""Tellers: slips of paper by name, and figures that each of two enters for themselves."""

from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from bot.domain.meetings.plans import ItemId, MeetingId
from bot.domain.meetings.telling import SlipsView, SlipVoter, TellersView, TellersVote
from bot.domain.meetings.terms import VotingForm
from bot.domain.people.members import Member
from bot.services.meetings.counting import Counting
from bot.services.prompts import Prompt, Prompts
from handlers.forms.opener import Forms, with_forms
from handlers.meetings.callbacks.delegates import MeetingButton
from handlers.meetings.callbacks.desks import CountButton, SlipButton, SlipsButton, TellersButton
from handlers.meetings.forms.counts import COUNT, CountDraft
from handlers.meetings.panel_cards import count_words
from handlers.meetings.words import LINE_LENGTH, WORDS_LENGTH, joined
from handlers.ui.buttons import Row, button, keyboard, short
from handlers.ui.edits import acknowledge, put, show
from handlers.ui.lengths import clipped
from handlers.ui.routes import Routes
from handlers.ui.texts import Markup, Texts

SEARCH = "meeting-slips"
VOTES_SHOWN = 4


async def open_tellers(
    query: CallbackQuery, callback_data: TellersButton, member: Member, counting: Counting, t: Texts
) -> None:
    """Show the votes that are counted by hand, or may be."""
    view = await counting.look(member.id, callback_data.meeting_id)
    await show(query, *tellers_card(view, t))


def tellers_card(view: TellersView, t: Texts) -> tuple[Markup, InlineKeyboardMarkup]:
    """Return the votes with how far the tellers are."""
    votes = view.votes[:VOTES_SHOWN]
    head = t("meeting-tellers", count=len(votes), tells=view.may_count)
    words = joined([head, *(_vote_words(one, t) for one in votes)], "\n\n")
    rows = [row for one in votes for row in _vote_rows(view, one, t)]
    back = [t.button("button-meeting-to-card", MeetingButton(meeting_id=view.meeting))]
    renew = [t.button("button-renew", TellersButton(meeting_id=view.meeting))]
    return words, keyboard([*rows, renew, back])


def _vote_words(one: TellersVote, t: Texts) -> str:
    words = t(
        "meeting-tellers-vote",
        title=clipped(one.title, WORDS_LENGTH),
        form=one.form,
        open=one.is_open,
        slips=one.state.slips,
        spoiled=one.state.spoiled,
        mine=one.mine,
    )
    thin = t("meeting-thin") if one.thin else ""
    return joined([words, count_words(one.state, one.form, t), thin])


def _vote_rows(view: TellersView, one: TellersVote, t: Texts) -> list[Row]:
    meeting, item = view.meeting, one.item
    rows: list[Row] = []
    title = clipped(one.title, LINE_LENGTH)
    if view.may_count and one.by_hand:
        words = t.plain("button-meeting-count", title=title, again=not one.is_open)
        rows.append([button(short(words), CountButton(meeting_id=meeting, item_id=item))])
    if one.is_open and one.form is VotingForm.BALLOT:
        rows.append(
            [t.button("button-meeting-slips", SlipsButton(meeting_id=meeting, item_id=item))]
        )
    return rows


async def ask_count(
    query: CallbackQuery,
    callback_data: CountButton,
    member: Member,
    counting: Counting,
    forms: Forms,
) -> None:
    """Open the form for one's own figures."""
    meeting = callback_data.meeting_id
    await counting.look(member.id, meeting)
    await forms.open_for(query, COUNT, meeting, CountDraft(item=callback_data.item_id))


# --- slips ----------------------------------------------------------------------------------------


async def open_slips(
    query: CallbackQuery,
    callback_data: SlipsButton,
    member: Member,
    counting: Counting,
    prompts: Prompts,
    t: Texts,
) -> None:
    """Show the voters of an open vote; names that are typed are searched for."""
    view = await counting.slips(member.id, callback_data.meeting_id, callback_data.item_id)
    await _expect_names(member, view, prompts)
    await show(query, *_slips(view, t))


async def _expect_names(member: Member, view: SlipsView, prompts: Prompts) -> None:
    if member.telegram_id is not None:
        await prompts.ask(member.telegram_id, Prompt(SEARCH, view.meeting, f"{view.item}"))


async def find(
    message: Message, prompt: Prompt, member: Member, counting: Counting, t: Texts
) -> None:
    """Show the voters with what was typed; another name can be typed."""
    meeting, item = MeetingId(prompt.subject), ItemId(int(prompt.about or 0))
    view = await counting.slips(member.id, meeting, item, message.text or "")
    words, rows = _slips(view, t)
    await message.answer(words, reply_markup=rows)


async def change_slip(
    query: CallbackQuery, callback_data: SlipButton, member: Member, counting: Counting, t: Texts
) -> None:
    """Issue a slip to a voter, or note that it is spoiled, and show the voters again."""
    meeting, item = callback_data.meeting_id, callback_data.item_id
    voter, number = callback_data.voter_id, callback_data.number
    if number:
        done = await counting.spoil_slip(member.id, meeting, item, voter, number)
    else:
        done = await counting.issue_slip(member.id, meeting, item, voter)
    words = t.plain("meeting-slip-changed", number=done.number, spoiled=bool(number))
    await acknowledge(query, words)
    await put(query, *_slips(done.view, t))


def _slips(view: SlipsView, t: Texts) -> tuple[Markup, InlineKeyboardMarkup]:
    title = clipped(view.title, LINE_LENGTH)
    shown = len(view.voters)
    words = t("meeting-slips", title=title, count=view.count, shown=shown)
    words = joined([words, t("meeting-thin") if view.thin else ""], "\n\n")
    rows = [[_slip(view, one, t)] for one in view.voters if not one.voted or one.slip]
    back = [t.button("button-meeting-tell", TellersButton(meeting_id=view.meeting))]
    return words, keyboard([*rows, back])


def _slip(view: SlipsView, one: SlipVoter, t: Texts) -> InlineKeyboardButton:
    words = t.plain("button-meeting-slip", name=clipped(one.name, 40), number=one.slip or 0)
    return button(
        short(words),
        SlipButton(
            meeting_id=view.meeting, item_id=view.item, voter_id=one.voter, number=one.slip or 0
        ),
    )


ROUTES = Routes(
    prepare=with_forms,
    buttons={
        TellersButton: open_tellers,
        CountButton: ask_count,
        SlipsButton: open_slips,
        SlipButton: change_slip,
    },
    questions={SEARCH: find},
    in_passing=(SlipsButton, SlipButton),
)

"""What voters do with a ballot: look at it, fill it in, cast it, change it."""

import asyncio
from contextlib import suppress
from typing import TypeAlias

from aiogram.types import CallbackQuery

from bot.domain.people.members import Member, TelegramId
from bot.domain.polls.ballots import Ballot, Said, checked_ballot
from bot.domain.polls.cards import MyBallot, PollCard
from bot.domain.polls.plans import PollPlan, Secrecy
from bot.domain.polls.polls import PollId
from bot.domain.polls.proxy_refusals import ProxyExpired, ProxyGiven, ProxyRevoked
from bot.domain.polls.refusals import (
    AuthorityEnded,
    BallotFinal,
    NotEntitled,
    PollIsCancelled,
    PollIsClosed,
    VoterRecused,
)
from bot.domain.refusals import NotMember, Refusal
from bot.services.polls.ballots import Ballots, BallotTaken
from bot.services.polls.numbers import BallotNumbers
from handlers.polls import cards, keyboards
from handlers.polls.ballot_forms import PART, marked_words
from handlers.polls.callbacks.polls import (
    BallotButton,
    CastButton,
    MarkButton,
    PollMoreButton,
    ReviewButton,
    VoteButton,
)
from handlers.polls.half_filled import HalfFilled, HalfFilledBallots
from handlers.polls.marks import Marks, after_tap, after_taps, ballot_of, part_after, read_marks
from handlers.polls.numbers import show_number
from handlers.ui.edits import acknowledge, put, replaced, show, show_keyboard, tapped
from handlers.ui.lengths import clipped
from handlers.ui.refusals import ALERT_LIMIT, refusal_words
from handlers.ui.routes import Access, Recognise, Routes
from handlers.ui.texts import AllTexts, Texts

DEAD = (
    AuthorityEnded,
    PollIsClosed,
    PollIsCancelled,
    BallotFinal,
    VoterRecused,
    ProxyGiven,
    ProxyExpired,
    ProxyRevoked,
)
"""Why a button of a ballot does nothing any more: the card then shows how things stand."""


CastingButton: TypeAlias = VoteButton | CastButton
"""A button that casts a ballot: its data is the whole of it, and no log ever holds that."""


async def cast(
    query: CallbackQuery,
    callback_data: CastingButton,
    update_id: int,
    account: TelegramId,
    recognise: Recognise,
    ballots: Ballots,
    half_filled: HalfFilledBallots,
    ballot_numbers: BallotNumbers,
    texts: AllTexts,
) -> None:
    """Cast a ballot and say so; where it is too late, show how things stand.

    Who has cast a secret one already is told its number: perhaps the bot was stopped before that.
    """
    poll, voter = callback_data.poll_id, callback_data.voter_id
    filled = half_filled.find(tapped(query), poll, voter)
    said, order = _said_by(callback_data, filled), update_id
    try:
        done = await ballots.cast_as(account, poll, voter, said, replaced(query), order)
    except DEAD as refusal:
        member, t = await recognise()
        if member is None:
            raise
        await acknowledge(query, clipped(refusal_words(refusal, t), ALERT_LIMIT), alert=True)
        if isinstance(refusal, BallotFinal):
            with suppress(Refusal):  # not by this person, or not any more
                number = await ballot_numbers.find(member.id, poll, voter)
                await show_number(query, poll, voter, number, member.id, ballot_numbers, t)
        await _show_poll(query, poll, member, ballots, t)
        return
    if filled is not None:
        filled.cast = True
    await _tell_cast(query, poll, done, ballot_numbers, texts.for_language(done.language))


def _said_by(button: CastingButton, filled: HalfFilled | None) -> Said:
    """Return the ballot that a button casts: a word, or marks, which the poll's items explain.

    A named ballot is cast with what was tapped before, though the button does not carry it yet. Of
    a secret one nothing but what the voter has just read and confirmed is cast.
    """
    if isinstance(button, VoteButton):
        return button.choice
    taps = () if filled is None else tuple(filled.taps)

    def said(plan: PollPlan) -> Ballot:
        marks = read_marks(plan, button.marks)
        if filled is not None and plan.secrecy is Secrecy.NAMED:
            marks = after_taps(plan, filled.base, taps)
        return ballot_of(plan, marks)

    return said


async def _tell_cast(
    query: CallbackQuery, poll: PollId, done: BallotTaken, numbers: BallotNumbers, t: Texts
) -> None:
    """Answer that a ballot is cast; a named one's card is updated through the outbox."""
    cast = done.cast
    said = acknowledge(query, t.plain("ballot-taken", changed=cast.changed))
    if cast.number is None:
        await said
    else:  # neither waits for the other, nor fails with it
        told = show_number(query, poll, cast.voter, cast.number, done.member, numbers, t)
        await asyncio.gather(said, told)
    if cast.card is not None:
        await put(query, cards.poll_card(cast.card, t), keyboards.poll_card(cast.card, t))


async def _show_poll(
    query: CallbackQuery, poll: PollId, member: Member, ballots: Ballots, t: Texts
) -> None:
    """Show the poll's card in the tapped message; the tap has been answered."""
    card = await ballots.look(member.id, poll, replaced(query))
    await put(query, cards.poll_card(card, t), keyboards.poll_card(card, t))


async def _open_ballot(
    query: CallbackQuery,
    button: BallotButton | MarkButton | ReviewButton,
    member: Member,
    ballots: Ballots,
    t: Texts,
) -> tuple[PollCard, MyBallot] | None:
    """Return the poll and the ballot that a button is of; None once it cannot be cast any more.

    The message then shows the poll's card.
    """
    poll = button.poll_id
    card = await ballots.leave(member.id, poll, tapped(query))
    ballot = mine(card, button.voter_id)
    if card.is_castable(ballot):
        return card, ballot
    await acknowledge(query)
    await _show_poll(query, poll, member, ballots, t)
    return None


async def fill_in(
    query: CallbackQuery,
    callback_data: BallotButton,
    member: Member,
    ballots: Ballots,
    half_filled: HalfFilledBallots,
    t: Texts,
) -> None:
    """Open the ballot, filled in as far as the button says."""
    half_filled.forget(tapped(query))
    opened = await _open_ballot(query, callback_data, member, ballots, t)
    if opened is None:
        return
    card, ballot = opened
    marks, part = read_marks(card.poll, callback_data.marks), callback_data.part
    keyboard = keyboards.ballot_card(card, ballot, marks, part, t)
    await show(query, cards.ballot_card(card, ballot, marks, t, part=part), keyboard)


async def mark(
    query: CallbackQuery,
    callback_data: MarkButton,
    account: TelegramId,  # noqa: ARG001  so it comes the quickest way, and no cast overtakes it
    recognise: Recognise,
    ballots: Ballots,
    half_filled: HalfFilledBallots,
) -> None:
    """Mark something on a ballot, after all that was tapped in this message before."""
    filled = half_filled.add(tapped(query), callback_data)
    number = len(filled.taps)
    member, t = await recognise()
    if member is None:
        raise NotMember
    member.require_joined()
    opened = await _open_ballot(query, callback_data, member, ballots, t)
    if opened is None:
        return
    card, ballot = opened
    before = after_taps(card.poll, filled.base, filled.taps[: number - 1])
    marks = after_tap(card.poll, before, callback_data.tap)
    said = None if marks == before else marked_words(card.poll, marks, t)
    await acknowledge(query, said)
    if filled.cast:  # by a later tap that was quicker, and with this mark
        await _show_poll(query, card.poll.id, member, ballots, t)
    else:
        await _show_marked(query, card, ballot, filled, number, t)


async def _show_marked(
    query: CallbackQuery,
    card: PollCard,
    ballot: MyBallot,
    filled: HalfFilled,
    number: int,
    t: Texts,
) -> None:
    """Show the ballot with all that was tapped by now, unless a later tap has shown it already."""
    async with filled.editing:
        if filled.cast or filled.shown >= number:
            return
        tapped_by_now = len(filled.taps)
        marks = after_taps(card.poll, filled.base, filled.taps)
        part = part_after(filled.taps[-1], PART)
        keyboard = keyboards.ballot_card(card, ballot, marks, part, t)
        await put(query, cards.ballot_card(card, ballot, marks, t, part=part), keyboard)
        filled.shown = tapped_by_now


async def review(
    query: CallbackQuery,
    callback_data: ReviewButton,
    member: Member,
    ballots: Ballots,
    half_filled: HalfFilledBallots,
    t: Texts,
) -> None:
    """Ask for confirmation before a secret ballot is cast; refuse an incomplete one."""
    opened = await _open_ballot(query, callback_data, member, ballots, t)
    if opened is None:
        return
    card, ballot = opened
    filled = half_filled.find(tapped(query), card.poll.id, ballot.voter)
    if filled is None:
        await _show_review(query, card, ballot, read_marks(card.poll, callback_data.marks), t)
        return
    async with filled.editing:  # a mark's edit that is on its way arrives before this one
        tapped_by_now = len(filled.taps)
        marks = after_taps(card.poll, filled.base, filled.taps)
        await _show_review(query, card, ballot, marks, t)
        filled.shown = tapped_by_now


async def _show_review(
    query: CallbackQuery, card: PollCard, ballot: MyBallot, marks: Marks, t: Texts
) -> None:
    said = checked_ballot(card.poll, ballot_of(card.poll, marks))
    keyboard = keyboards.review(card.poll, ballot.voter, marks, t)
    await show(query, cards.review(card, ballot, said, t), keyboard)


async def show_own(
    query: CallbackQuery, callback_data: PollMoreButton, member: Member, ballots: Ballots, t: Texts
) -> None:
    """Show what else can be done with a ballot: under the card, or of several beside it."""
    poll = callback_data.poll_id
    card = await ballots.look(member.id, poll)
    ballot = mine(card, callback_data.voter_id)
    if len(card.ballots) == 1:
        own = cards.own_ballot(card, ballot, t)
        await show_keyboard(query, keyboards.own_ballot(card, ballot, t), resend=own)
        return
    card = await ballots.leave(member.id, poll, tapped(query))
    ballot = mine(card, callback_data.voter_id)
    keyboard = keyboards.own_ballot(card, ballot, t)
    await show(query, cards.own_ballot(card, ballot, t), keyboard)


def mine(card: PollCard, voter: int) -> MyBallot:
    """Return this voter's ballot in the person's hands; refuse somebody else's."""
    found = next((ballot for ballot in card.ballots if ballot.voter == voter), None)
    if found is None:
        raise NotEntitled
    return found


ROUTES = Routes(
    access=Access.JOINED,
    buttons={
        VoteButton: cast,
        CastButton: cast,
        BallotButton: fill_in,
        MarkButton: mark,
        ReviewButton: review,
        PollMoreButton: show_own,
    },
)

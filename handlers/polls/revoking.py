"""Revoke a proxy: by the voter's own people on the ballot, by chair or secretary on the board."""

from aiogram.types import CallbackQuery, InlineKeyboardMarkup

from bot.domain.people.members import Member
from bot.domain.polls.boards import Entrusted, PollBoard
from bot.domain.polls.cards import MyBallot
from bot.domain.polls.polls import Poll, PollId
from bot.domain.polls.proxy_refusals import ProxyMissing
from bot.services.polls.ballots import Ballots
from bot.services.polls.polls import Polls
from bot.services.polls.proxies import Proxies
from handlers.polls import cards, keyboards
from handlers.polls.ballots import mine
from handlers.polls.boards import board_keyboard, poll_board, to_board
from handlers.polls.callbacks.poll_boards import (
    EntrustedButton,
    PaperButton,
    StrikeButton,
    StrikeSureButton,
)
from handlers.polls.callbacks.polls import RevokeButton, RevokeSureButton
from handlers.ui.buttons import Row, button, keyboard, short, turning
from handlers.ui.edits import acknowledge, put, replaced, show, tapped
from handlers.ui.lengths import clipped
from handlers.ui.pages import Page, page_of
from handlers.ui.routes import Routes
from handlers.ui.texts import Texts

SHOWN = 8
"""How many proxies a page of the board lists."""
NAME_LENGTH, NUMBER_LENGTH = 100, 40


# --- on the ballot --------------------------------------------------------------------------------


async def ask(
    query: CallbackQuery, callback_data: RevokeButton, member: Member, ballots: Ballots, t: Texts
) -> None:
    """Tell what happens to the ballot, and ask for confirmation."""
    card = await ballots.look(member.id, callback_data.poll_id)
    ballot = mine(card, callback_data.voter_id)
    proxy = ballot.proxy or ballot.pending
    if proxy is None or not card.is_revocable(ballot):
        raise ProxyMissing
    card = await ballots.leave(member.id, card.poll.id, tapped(query))
    words = t(
        "proxy-revoke-question",
        number=clipped(proxy.number, NUMBER_LENGTH),
        holder=clipped(ballot.holder, NAME_LENGTH),
        standing=_standing(card.poll, ballot),
    )
    sure = RevokeSureButton(poll_id=card.poll.id, voter_id=ballot.voter, holder_id=proxy.holder)
    yes = t.button("button-proxy-revoke-sure", sure, "danger")
    back = keyboards.to_ballot(card, ballot.voter, t)
    await show(query, cards.asked(card, ballot, words, t), keyboard([[yes], [back]]))


async def revoke(
    query: CallbackQuery,
    callback_data: RevokeSureButton,
    member: Member,
    proxies: Proxies,
    t: Texts,
) -> None:
    """Revoke the proxy; the card shows what happens to the ballot."""
    poll, voter = callback_data.poll_id, callback_data.voter_id
    holder = callback_data.holder_id
    card, told = await proxies.revoke(member.id, poll, voter, holder, replaced(query))
    await acknowledge(query)
    own = next((one for one in card.ballots if one.voter == voter), None)
    standing = "appointed" if own is None else _standing(card.poll, own)
    words = cards.poll_card(card, t, opening=t("proxy-revoked", standing=standing, told=told))
    await put(query, words, keyboards.poll_card(card, t))


def _standing(poll: Poll, ballot: MyBallot) -> str:
    """Return the Fluent variable for what happens to the ballot once the proxy is revoked."""
    if ballot.appointed:
        return "appointed"
    if ballot.recused:
        return "recused"
    if ballot.pending is not None:
        return "pending"
    return poll.secrecy if ballot.voted else "waiting"


# --- on the board ---------------------------------------------------------------------------------


async def list_entrusted(
    query: CallbackQuery, callback_data: EntrustedButton, member: Member, polls: Polls, t: Texts
) -> None:
    """Show the proxies in force, instead of the board."""
    board = await polls.leave_board(member.id, callback_data.poll_id, tapped(query))
    page = page_of([*board.papers, *board.proxies], callback_data.page, SHOWN)
    await show(query, _list(board, page, t), _list_keyboard(board, page, t))


def _list(board: PollBoard, page: Page[Entrusted], t: Texts) -> str:
    title = t("poll-board-proxies", count=len(board.proxies))
    lines = [
        t(
            "poll-board-proxy-line",
            name=clipped(one.name, NAME_LENGTH),
            holder=clipped(one.holder, NAME_LENGTH),
            number=clipped(one.proxy.number, NUMBER_LENGTH),
            issued_on=t.date(one.proxy.issued_on),
            expires_on=t.date(one.proxy.last_moment),
            state=_state(one),
        )
        for one in page.items
    ]
    return "\n\n".join([title, *lines])


def _state(one: Entrusted) -> str:
    if not one.proxy.confirmed:
        return "pending"
    return "voted" if one.voted else "waiting"


def _list_keyboard(board: PollBoard, page: Page[Entrusted], t: Texts) -> InlineKeyboardMarkup:
    poll = board.poll.id
    rows = [_acts(poll, one, t) for one in page.items]
    turns = turning(page, EntrustedButton(poll_id=poll), t)
    return keyboard([*rows, turns, [to_board(poll, t)]])


def _acts(poll: PollId, one: Entrusted, t: Texts) -> Row:
    """Return the possible acts on a proxy: check its paper, or revoke it."""
    if one.proxy.confirmed:
        strike_it = StrikeButton(poll_id=poll, voter_id=one.proxy.principal)
        return [button(short(t.plain("poll-board-revoke", name=one.name)), strike_it)]
    paper = PaperButton(poll_id=poll, voter_id=one.proxy.principal)
    return [button(short(t.plain("poll-board-paper", name=one.name)), paper)]


async def ask_on_board(
    query: CallbackQuery, callback_data: StrikeButton, member: Member, polls: Polls, t: Texts
) -> None:
    """Tell whose proxy it is and what happens to the ballot, and ask for confirmation."""
    board = await polls.leave_board(member.id, callback_data.poll_id, tapped(query))
    every = [*board.papers, *board.proxies]
    found = (one for one in every if one.proxy.principal == callback_data.voter_id)
    one = next(found, None)
    if one is None:
        raise ProxyMissing
    words = t(
        "poll-board-revoke-question",
        number=clipped(one.proxy.number, NUMBER_LENGTH),
        name=clipped(one.name, NAME_LENGTH),
        holder=clipped(one.holder, NAME_LENGTH),
        standing=_board_standing(board.poll, one),
    )
    poll, proxy = board.poll.id, one.proxy
    sure = StrikeSureButton(poll_id=poll, voter_id=proxy.principal, holder_id=proxy.holder)
    yes = t.button("poll-board-revoke-sure", sure, "danger")
    back = t.button("button-back", EntrustedButton(poll_id=poll))
    await show(query, words, keyboard([[yes], [back]]))


def _board_standing(poll: Poll, one: Entrusted) -> str:
    if not one.proxy.confirmed:
        return "pending"
    return poll.secrecy if one.voted else "waiting"


async def strike(
    query: CallbackQuery,
    callback_data: StrikeSureButton,
    member: Member,
    proxies: Proxies,
    t: Texts,
) -> None:
    """Record the revocation, and show the board again."""
    poll, voter = callback_data.poll_id, callback_data.voter_id
    holder, shown = callback_data.holder_id, replaced(query)
    board, told = await proxies.record_revocation(member.id, poll, voter, holder, shown)
    await acknowledge(query, t.plain("poll-board-revoked", told=told))
    await put(query, poll_board(board, t), board_keyboard(board, t))


ROUTES = Routes(
    buttons={
        RevokeButton: ask,
        RevokeSureButton: revoke,
        EntrustedButton: list_entrusted,
        StrikeButton: ask_on_board,
        StrikeSureButton: strike,
    }
)

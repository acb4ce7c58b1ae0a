"""Check the paper of a proxy that was given in the bot: for chair and secretary."""

from aiogram.types import CallbackQuery

from bot.domain.people.members import Member
from bot.domain.polls.boards import Entrusted
from bot.domain.polls.letters import PaperLetter
from bot.domain.polls.proxies import Proxy
from bot.domain.polls.proxy_refusals import ProxyMissing
from bot.services.polls.polls import Polls
from bot.services.polls.proxies import Proxies
from handlers.polls.boards import board_keyboard, poll_board
from handlers.polls.callbacks.poll_boards import (
    EntrustedButton,
    PaperButton,
    PaperSeenButton,
    StrikeButton,
)
from handlers.ui.buttons import keyboard
from handlers.ui.edits import acknowledge, put, replaced, show, tapped
from handlers.ui.lengths import clipped
from handlers.ui.letters import Rendered, Sight
from handlers.ui.routes import Routes
from handlers.ui.texts import Markup, Texts, Value
from handlers.ui.voting_rules import named

NAME_LENGTH, NUMBER_LENGTH, SCOPE_LENGTH = 100, 40, 200


async def ask(
    query: CallbackQuery, callback_data: PaperButton, member: Member, polls: Polls, t: Texts
) -> None:
    """Show the paper's data, and ask whether it has been checked."""
    board = await polls.leave_board(member.id, callback_data.poll_id, tapped(query))
    found = (one for one in board.papers if one.proxy.principal == callback_data.voter_id)
    one = next(found, None)
    if one is None:
        raise ProxyMissing
    poll, proxy = board.poll.id, one.proxy
    seen = PaperSeenButton(poll_id=poll, voter_id=proxy.principal, holder_id=proxy.holder)
    rows = [
        [t.button("poll-board-paper-sure", seen, "primary")],
        [t.button("poll-board-paper-none", StrikeButton(poll_id=poll, voter_id=proxy.principal))],
        [t.button("button-back", EntrustedButton(poll_id=poll))],
    ]
    await show(query, _question(one, t), keyboard(rows))


async def confirm(
    query: CallbackQuery, callback_data: PaperSeenButton, member: Member, proxies: Proxies, t: Texts
) -> None:
    """Record that the paper has been checked, and show the board again."""
    poll, voter = callback_data.poll_id, callback_data.voter_id
    shown = replaced(query)
    board = await proxies.confirm(member.id, poll, voter, callback_data.holder_id, shown)
    await acknowledge(query, t.plain("poll-board-paper-seen"))
    await put(query, poll_board(board, t), board_keyboard(board, t))


def paper_facts(name: str, holder: str, proxy: Proxy, t: Texts) -> dict[str, Value]:
    """Return the paper's data as Fluent variables."""
    return {
        "name": clipped(name, NAME_LENGTH),
        "holder": clipped(holder, NAME_LENGTH),
        "issuer": clipped(proxy.issuer, NAME_LENGTH),
        "number": clipped(proxy.number, NUMBER_LENGTH),
        "issued_on": t.date(proxy.issued_on),
        "expires_on": t.date(proxy.last_moment),
        "scope": clipped(proxy.scope, SCOPE_LENGTH),
    }


def _question(one: Entrusted, t: Texts) -> Markup:
    return Markup(t("poll-board-paper-question", **paper_facts(one.name, one.holder, one.proxy, t)))


def render_paper(letter: PaperLetter, t: Texts, _sight: Sight) -> Rendered:
    """Return that the paper of a proxy must be checked, with the way to it."""
    proxy, poll = letter.proxy, letter.poll
    words = t(
        "poll-paper-awaited",
        question=clipped(named(poll, t), SCOPE_LENGTH),
        **paper_facts(letter.name, letter.holder, proxy, t),
    )
    data = PaperButton(poll_id=poll.id, voter_id=proxy.principal)
    return Rendered(words, keyboard([[t.button("poll-board-paper-look", data, "primary")]]))


ROUTES = Routes(buttons={PaperButton: ask, PaperSeenButton: confirm})

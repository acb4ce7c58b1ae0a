"""The board of a poll for chair and secretary: its text and its buttons."""

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.domain.polls.boards import PollBoard
from bot.domain.polls.plans import Mode, PollKind
from bot.domain.polls.polls import Poll, PollId, PollState
from handlers.polls.callbacks.poll_boards import (
    AwaitedButton,
    CancelPollButton,
    ChangePollButton,
    ClosePollButton,
    CopyPollButton,
    EntrustedButton,
    LotButton,
    OpenPollButton,
    PollBoardButton,
    RegisterProxyButton,
    RunOffButton,
)
from handlers.polls.callbacks.polls import PollButton
from handlers.polls.cards import standing
from handlers.polls.results import settled_words
from handlers.ui.buttons import Row, button, keyboard, turning
from handlers.ui.callbacks import NewMinutesButton, PollsButton
from handlers.ui.lengths import MESSAGE_LIMIT, clipped, length
from handlers.ui.pages import Page
from handlers.ui.texts import Markup, Texts
from handlers.ui.voting_rules import question_words

NAMED = 5
"""Voters without a ballot whom the board lists; the rest are counted."""
NAME_LENGTH, QUESTION_LENGTH = 60, 500
GAP = 2  # characters between two paragraphs


def poll_board(board: PollBoard, t: Texts) -> Markup:
    """Return the poll's card, and who has not voted."""
    poll = board.poll
    head = t("poll-head", body=poll.body, kind=poll.kind, mode=poll.mode)
    parts = [
        standing(board.card, 0, t),
        _awaited(board, t),
        _orphaned(board, t),
        t("poll-board-papers", count=len(board.papers)) if board.papers else "",
        _tie(board, t),
        _waiting(board, t),
    ]
    below = "\n\n".join(filter(None, parts))
    room = MESSAGE_LIMIT - length(head + below) - 2 * GAP
    question = question_words(poll, t, room)
    return Markup(f"{head}\n{question}\n\n{below}")


def _awaited(board: PollBoard, t: Texts) -> str:
    """Return whose ballot is missing, while it can still be cast."""
    if not board.card.takes_ballots:
        return ""
    if not board.silent:
        return t("poll-board-all-voted")
    names = [voter_words(name, board, t) for name in board.silent[:NAMED]]
    more = len(board.silent) - NAMED
    lines = [t("poll-board-awaited", count=len(board.silent)), *names]
    return "\n".join([*lines, t("poll-board-more", more=more)] if more > 0 else lines)


def voter_words(name: str, board: PollBoard, t: Texts) -> str:
    """Return a voter who has not voted, and whether a message reaches their people."""
    reached = "gone" if name in board.orphaned else name not in board.unreachable
    return t("poll-board-voter", name=clipped(name, NAME_LENGTH), reached=reached)


def _waiting(board: PollBoard, t: Texts) -> str:
    """Return until when the minutes wait for voters who were against."""
    until = board.card.statements_until
    return "" if until is None else t("poll-board-statements", until=until)


def _orphaned(board: PollBoard, t: Texts) -> str:
    """Return the voters for whom nobody can vote any more, so that this is noticed."""
    if not (board.orphaned and board.card.takes_ballots):
        return ""
    names = [clipped(name, NAME_LENGTH) for name in board.orphaned[:NAMED]]
    return t(
        "poll-board-orphaned",
        count=len(board.orphaned),
        names="; ".join(names),
        body=board.poll.body,
    )


def _tie(board: PollBoard, t: Texts) -> str:
    """Return what the chair must decide about a tie, or the result of a second round."""
    result, settled = board.card.result, board.card.settlement
    if board.tie_is_open:
        return t("poll-board-tie")
    if settled is not None:
        return t("poll-board-run-off", outcome=settled_words(settled))
    over = board.poll.state is PollState.CLOSED and board.poll.kind is PollKind.ELECTION
    empty = over and result is not None and result.quorum.holds and result.vacant
    return t("poll-board-vacant") if empty else ""


def awaited_page(board: PollBoard, page: Page[str], t: Texts) -> str:
    """Return a page of the voters who have not voted."""
    if not board.silent:
        return t("poll-board-all-voted")
    lines = [voter_words(name, board, t) for name in page.items]
    title = t("poll-board-awaited", count=len(board.silent))
    silent = len(board.unreachable) > len(board.orphaned)
    notes = [t("poll-board-unreached")] if silent else []
    notes += [t("poll-board-orphaned-note", body=board.poll.body)] if board.orphaned else []
    return "\n".join([title, "", *lines, *([""] if notes else []), *notes])


# --- buttons ----------------------------------------------------------------------------------


def board_keyboard(board: PollBoard, t: Texts) -> InlineKeyboardMarkup:
    """Return the possible acts in the poll's state, and the way back."""
    poll = board.poll
    own = {
        PollState.SCHEDULED: _scheduled,
        PollState.OPEN: _open,
        PollState.CLOSED: _closed,
        PollState.CANCELLED: _cancelled,
    }[poll.state](board, t)
    ballot = t.button("poll-board-ballot", PollButton(poll_id=poll.id))
    back = t.button("button-back", PollsButton())
    return keyboard([*own, [ballot, back]])


def _scheduled(board: PollBoard, t: Texts) -> list[Row]:
    poll = board.poll
    start = t.button("poll-board-open", OpenPollButton(poll_id=poll.id), "primary")
    change = t.button("poll-board-change", ChangePollButton(poll_id=poll.id))
    return [[start], [change, _copy(poll, t)], [_cancel(poll, t), _renew(poll, t)]]


def _open(board: PollBoard, t: Texts) -> list[Row]:
    """Return the acts while ballots are taken; after the deadline only a refresh.

    At a meeting there is also the attendance list then.
    """
    poll = board.poll
    if not board.card.takes_ballots:
        return [_presence(board, t), [_copy(poll, t), _renew(poll, t)]]
    awaited = t.button("poll-board-who", AwaitedButton(poll_id=poll.id))
    proxy = t.button("poll-board-proxy", RegisterProxyButton(poll_id=poll.id))
    rows = [[awaited, proxy], _entrusted(board, t), [*_close(board, t), _cancel(poll, t)]]
    return [*rows, [_copy(poll, t), _renew(poll, t)]]


def _close(board: PollBoard, t: Texts) -> Row:
    """Return the button that closes it early; not by correspondence, where the date is fixed."""
    poll, turnout = board.poll, board.card.turnout
    if poll.mode is Mode.CORRESPONDENCE and turnout.awaited:
        return []
    return [t.button("poll-board-close", ClosePollButton(poll_id=poll.id))]


def _presence(board: PollBoard, t: Texts) -> Row:
    if not board.card.awaits_presence:
        return []
    return [t.button("poll-board-present", ClosePollButton(poll_id=board.poll.id), "primary")]


def _entrusted(board: PollBoard, t: Texts) -> Row:
    """Return the button for the proxies in force."""
    if not (board.proxies or board.papers):
        return []
    papers, count = len(board.papers), len(board.proxies) + len(board.papers)
    words = t.plain("button-poll-proxies", count=count, papers=papers)
    return [button(words, EntrustedButton(poll_id=board.poll.id))]


def _closed(board: PollBoard, t: Texts) -> list[Row]:
    poll = board.poll
    tie = [
        t.button("poll-board-second", RunOffButton(poll_id=poll.id), "primary"),
        t.button("poll-board-lot", LotButton(poll_id=poll.id)),
    ]
    beside = [_minutes(poll, t), _copy(poll, t)]
    return [tie if board.tie_is_open else [], beside, [_renew(poll, t)]]


def _minutes(poll: Poll, t: Texts) -> InlineKeyboardButton:
    return t.button("poll-board-minutes", NewMinutesButton(poll_id=poll.id))


def _cancelled(board: PollBoard, t: Texts) -> list[Row]:
    return [[_copy(board.poll, t)]]


def _copy(poll: Poll, t: Texts) -> InlineKeyboardButton:
    return t.button("board-copy", CopyPollButton(poll_id=poll.id))


def _cancel(poll: Poll, t: Texts) -> InlineKeyboardButton:
    data = CancelPollButton(poll_id=poll.id)
    return t.button("poll-board-cancel", data, "danger")


def _renew(poll: Poll, t: Texts) -> InlineKeyboardButton:
    return t.button("button-renew", PollBoardButton(poll_id=poll.id))


def awaited_keyboard(board: PollBoard, page: Page[str], t: Texts) -> InlineKeyboardMarkup:
    """Return the other pages of the voters who have not voted, and the way back."""
    poll = board.poll.id
    return keyboard([turning(page, AwaitedButton(poll_id=poll), t), [to_board(poll, t)]])


def open_keyboard(poll: Poll, t: Texts) -> InlineKeyboardMarkup:
    """Return the confirmation of opening a poll early, and the way back."""
    data = OpenPollButton(poll_id=poll.id, sure=True)
    return keyboard([[t.button("poll-open-yes", data, "success")], [to_board(poll.id, t)]])


def to_board(poll: int, t: Texts) -> InlineKeyboardButton:
    """Return the way back to a poll's board."""
    return t.button("button-back", PollBoardButton(poll_id=PollId(poll)))

"""What stands under lists: of polls, of what was found, of who sits in the council."""

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.domain.polls.cards import CouncilSeat, PollSummary
from bot.domain.polls.polls import PollState
from handlers.polls.callbacks.polls import FindPollButton, PollButton, SeatsButton
from handlers.ui.buttons import Row, button, keyboard, short, turning
from handlers.ui.callbacks import PollsButton
from handlers.ui.keyboards import presiding_row
from handlers.ui.pages import Page
from handlers.ui.texts import Texts
from handlers.ui.voting_rules import titled


def poll_list(
    page: Page[PollSummary], t: Texts, *, archive: bool, presides: bool
) -> InlineKeyboardMarkup:
    """Return «Сейчас» and «Архив», one button a poll, other pages, search and the council.

    Who `presides` can also put something to the vote, and look into the archive of minutes.
    """
    tabs = [
        t.button(
            "button-polls-tab",
            PollsButton(archive=name == "archive"),
            tab=name,
            chosen=bool(chosen),
        )
        for name in ("now", "archive")
        for chosen in [archive is (name == "archive")]
    ]
    turned = turning(page, PollsButton(archive=archive), t)
    own = presiding_row(t) if presides else []
    return keyboard([tabs, *_listed(page, t), turned, _beside(t), own])


def found_polls(page: Page[PollSummary], t: Texts) -> InlineKeyboardMarkup:
    """Return what was found, one button a poll, and the way back to the lists."""
    return keyboard([*_listed(page, t), [t.button("button-polls", PollsButton())]])


def council(page: Page[CouncilSeat], t: Texts) -> InlineKeyboardMarkup:
    """Return the other pages of who sits in the council, and the way back to the lists."""
    back = t.button("button-back", PollsButton())
    return keyboard([turning(page, SeatsButton(), t), [back]])


def _beside(t: Texts) -> Row:
    find = t.button("button-polls-find", FindPollButton())
    return [find, t.button("button-council", SeatsButton())]


def _listed(page: Page[PollSummary], t: Texts) -> list[Row]:
    return [[_summary(one, t)] for one in page.items]


def _summary(poll: PollSummary, t: Texts) -> InlineKeyboardButton:
    day = poll.closed_at if poll.closed_at and poll.state is PollState.CLOSED else poll.closes_at
    state: str = "waiting" if poll.waits_for_me else poll.state
    words = t.plain(
        "button-poll",
        state=poll.outcome or state,
        day=t.day(day),
        question=titled(" ".join(poll.question.split()), t, second=poll.second_round),
    )
    return button(short(words), PollButton(poll_id=poll.id))

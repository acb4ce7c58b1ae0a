"""A letter in words: what a notice says in its recipient's language."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from aiogram.types import InlineKeyboardMarkup

from bot.documents.pictures import qr_picture
from bot.domain.announcements.letters import SecondYesLetter
from bot.domain.applications.cards import ApplicationLetter, QueueLetter
from bot.domain.events.cards import EventBoard
from bot.domain.events.letters import (
    BoardLetter,
    DoorLetter,
    EventContent,
    EventLetter,
    MessageLetter,
    PostLetter,
    ScreenLetter,
    SubstituteLetter,
)
from bot.domain.failures import ItemPutAsideLetter
from bot.domain.letters import Content, ReportLetter
from bot.domain.people.members import Member
from bot.domain.people.reachability import ReachabilityLetter
from bot.domain.people.rebindings import ConfirmedLetter, ReboundLetter
from bot.domain.polls.letters import (
    BallotLetter,
    MinutesReadyLetter,
    PollBoardLetter,
    PollContent,
    PollPostLetter,
    SealLetter,
)
from bot.domain.polls.straw_polls import InterruptedLetter, StrawPollLetter
from handlers.announcements.mailings import mailing_keyboard, mailing_words
from handlers.announcements.second_yes import second_yes_keyboard, second_yes_words
from handlers.applications.letters import application_letter, newcomer, queue_letter
from handlers.events import door_cards, door_keyboards
from handlers.events.boards import board_keyboard, event_board
from handlers.events.messages import message_keyboard, message_words
from handlers.events.news import event_letter
from handlers.events.posts import post_card, post_keyboard
from handlers.events.substitutions import substitute_letter
from handlers.people.reachability import digest_keyboard, digest_words
from handlers.people.rebindings import confirmed_words, rebound_keyboard, rebound_words
from handlers.pipeline.failures import put_aside_words
from handlers.polls.boards import board_keyboard as poll_board_keyboard
from handlers.polls.boards import minutes_ready, poll_board
from handlers.polls.letters import ballot_letter, poll_post, seal_letter
from handlers.polls.straw_polls import interrupted_letter, straw_poll_letter
from handlers.ui.lengths import CAPTION_LIMIT, length
from handlers.ui.links import start_link
from handlers.ui.texts import Texts


@dataclass(frozen=True, slots=True)
class Rendered:
    """A message ready for Telegram: HTML of at most 4096 characters and a keyboard.

    With `photo`, a file's id at Telegram or a picture's bytes, it is a caption of at most 1024.
    `menu_of` is whose commands are others from then on.
    """

    text: str
    keyboard: InlineKeyboardMarkup | None
    photo: str | bytes | None = None
    menu_of: Member | None = None


def render(content: Content, t: Texts, username: str, *, caption: bool = False) -> Rendered:
    """Put a letter into words; `username` is the bot's, for links to it.

    They are to fit a `caption` when they go under a picture that is already there.
    """
    if isinstance(content, EventContent):
        return _event(content, t, username, caption=caption)
    if isinstance(content, PollContent):
        return _poll(content, t, username)
    return _told(content, t)


def _poll(content: PollContent, t: Texts, username: str) -> Rendered:
    match content:
        case BallotLetter():
            return Rendered(*ballot_letter(content, t))
        case PollPostLetter():
            return Rendered(*poll_post(content, t, username))
        case SealLetter():
            return Rendered(seal_letter(content, t), None)
        case MinutesReadyLetter(poll):
            return Rendered(*minutes_ready(poll, t))
        case PollBoardLetter(board):
            return Rendered(poll_board(board, t), poll_board_keyboard(board, t))


def _event(content: EventContent, t: Texts, username: str, *, caption: bool) -> Rendered:
    match content:
        case EventLetter():
            rendered = Rendered(*event_letter(content, t, caption=caption))
        case BoardLetter(board=board):
            rendered = Rendered(event_board(board, t), board_keyboard(board, t))
        case SubstituteLetter():
            rendered = Rendered(*substitute_letter(content, t))
        case PostLetter(board=board):
            rendered = _post(board, t, username)
        case DoorLetter(door=door):
            rendered = Rendered(door_cards.door_board(door, t), door_keyboards.door(door, t))
        case ScreenLetter():
            rendered = _screen(content, t, username)
        case MessageLetter(card=card, text=text):
            rendered = Rendered(message_words(card.event, text, t), message_keyboard(card.event, t))
    return rendered


TOLD: dict[type, Callable[[Any, Texts], tuple[str, InlineKeyboardMarkup | None]]] = {
    QueueLetter: queue_letter,
    ReportLetter: lambda of, t: (mailing_words(of.report, t), mailing_keyboard(of.report, t)),
    SecondYesLetter: lambda of, t: (second_yes_words(of, t), second_yes_keyboard(of, t)),
    ReboundLetter: lambda of, t: (rebound_words(of, t), rebound_keyboard(of, t)),
    ConfirmedLetter: lambda of, t: (confirmed_words(of, t), None),
    ReachabilityLetter: lambda of, t: (digest_words(of, t), digest_keyboard(t)),
    ItemPutAsideLetter: lambda of, t: (put_aside_words(of, t), None),
    StrawPollLetter: lambda of, t: (straw_poll_letter(of, t), None),
    InterruptedLetter: interrupted_letter,
}
"""By the kind of letter, the words and buttons with which people and groups are told."""


def _told(content: Content, t: Texts) -> Rendered:
    if isinstance(content, ApplicationLetter):
        return Rendered(*application_letter(content, t), menu_of=newcomer(content))
    if type(content) not in TOLD:
        raise TypeError(f"nobody puts {type(content).__name__} into words here")
    return Rendered(*TOLD[type(content)](content, t))


def _screen(letter: ScreenLetter, t: Texts, username: str) -> Rendered:
    """Return the code for the hall's screen; the picture stays when its time is over."""
    event, payload = letter.event, letter.payload
    return Rendered(
        door_cards.screen_caption(event, letter.arrived, t, shown=payload is not None),
        door_keyboards.screen(event.id, t, shown=payload is not None),
        None if payload is None else qr_picture(start_link(username, payload)),
    )


def _post(board: EventBoard, t: Texts, username: str) -> Rendered:
    """Return a post, with its cover unless the words are too long to go under a picture."""
    text = post_card(board, t)
    cover = board.event.cover if length(text) <= CAPTION_LIMIT else None
    return Rendered(text, post_keyboard(board, t, username), cover)

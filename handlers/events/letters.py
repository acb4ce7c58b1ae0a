"""Render the letters of events, and posts for groups, check-ins and screens."""

from bot.documents.pictures import qr_picture
from bot.domain.events import letters
from handlers.events import door_cards, door_keyboards
from handlers.events.boards import board_keyboard, event_board
from handlers.events.news import render_news
from handlers.events.posts import post_card, post_keyboard
from handlers.events.substitutions import render_reply, render_request
from handlers.ui.buttons import keyboard
from handlers.ui.callbacks import OpenButton
from handlers.ui.lengths import CAPTION_LIMIT, length
from handlers.ui.letters import Rendered, Renderers, Sight
from handlers.ui.links import start_link
from handlers.ui.texts import Markup, Texts


def render_board(letter: letters.BoardLetter, t: Texts, _sight: Sight) -> Rendered:
    """Return an event's counts for an organiser."""
    return Rendered(event_board(letter.board, t), board_keyboard(letter.board, t))


def render_door(letter: letters.DoorLetter, t: Texts, _sight: Sight) -> Rendered:
    """Return how many came, of how many."""
    return Rendered(door_cards.door_board(letter.door, t), door_keyboards.door(letter.door, t))


def render_message(letter: letters.MessageLetter, t: Texts, _sight: Sight) -> Rendered:
    """Return what an organiser wrote before 0.1.0, and the way to the event."""
    event = letter.card.event
    words = t("message-letter", title=event.title, text=Markup(letter.text))
    opening = t.button("button-open-event", OpenButton(event_id=event.id))
    return Rendered(words, keyboard([[opening]]))


def render_post(letter: letters.PostLetter, t: Texts, sight: Sight) -> Rendered:
    """Return a post, with its cover unless the text is too long for a caption."""
    board = letter.board
    text = post_card(board, t)
    cover = board.event.cover if length(text) <= CAPTION_LIMIT else None
    return Rendered(text, post_keyboard(board, t, sight.username), cover)


def render_screen(letter: letters.ScreenLetter, t: Texts, sight: Sight) -> Rendered:
    """Return the screen's code; the picture stays when its time is over."""
    event, payload = letter.event, letter.payload
    return Rendered(
        door_cards.screen_caption(event, letter.arrived, t, shown=payload is not None),
        door_keyboards.screen(event.id, t, shown=payload is not None),
        None if payload is None else qr_picture(start_link(sight.username, payload)),
    )


LETTERS: Renderers = {
    letters.EventLetter: render_news,
    letters.SubstituteRequestLetter: render_request,
    letters.SubstituteReplyLetter: render_reply,
    letters.MessageLetter: render_message,
    letters.PostLetter: render_post,
    letters.BoardLetter: render_board,
    letters.DoorLetter: render_door,
    letters.ScreenLetter: render_screen,
}

"""Render the letters of minutes."""

from bot.domain.minutes.notices import (
    AddendumDueLetter,
    ChallengeOver,
    DrawingUpDueLetter,
    MinutesDeadlineLetter,
)
from handlers.minutes.callbacks import AddendumButton
from handlers.ui.buttons import keyboard
from handlers.ui.callbacks import NewMinutesButton
from handlers.ui.lengths import clipped
from handlers.ui.letters import Rendered, Renderers, Sight
from handlers.ui.texts import Texts

QUESTION_LENGTH = 500


def render_addendum_due(letter: AddendumDueLetter, t: Texts, _sight: Sight) -> Rendered:
    """Return that an addendum is due, and the button that issues it."""
    words = t("minutes-addendum-due", number=str(letter.issued.number))
    button = t.button("minutes-append", AddendumButton(minutes_id=letter.issued.id), "primary")
    return Rendered(words, keyboard([[button]]))


def render_drawing_up_due(letter: DrawingUpDueLetter, t: Texts, _sight: Sight) -> Rendered:
    """Return that minutes should be drawn up, and the way to them."""
    words = t("minutes-drawing-up-due", question=clipped(letter.poll.question, QUESTION_LENGTH))
    button = t.button("minutes-new", NewMinutesButton(poll_id=letter.poll.id), "primary")
    return Rendered(words, keyboard([[button]]))


def render_deadline(letter: MinutesDeadlineLetter, t: Texts, _sight: Sight) -> Rendered:
    """Return that decisions can no longer be challenged, or that a change must be registered."""
    over = isinstance(letter.subject, ChallengeOver)
    key = "minutes-challenge-over" if over else "minutes-registration-due"
    return Rendered(t(key, number=str(letter.issued.number), day=t.date(letter.day)), None)


LETTERS: Renderers = {
    AddendumDueLetter: render_addendum_due,
    DrawingUpDueLetter: render_drawing_up_due,
    MinutesDeadlineLetter: render_deadline,
}

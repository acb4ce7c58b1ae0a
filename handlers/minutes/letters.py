"""Notices of minutes in words."""

from bot.domain.minutes.notices import AddendumDueLetter
from handlers.minutes.callbacks import AddendumButton
from handlers.ui.buttons import keyboard
from handlers.ui.letters import Rendered, Renderers, Sight
from handlers.ui.texts import Texts


def render_addendum_due(letter: AddendumDueLetter, t: Texts, _sight: Sight) -> Rendered:
    """Return that an addendum is due, and the button that issues it."""
    words = t("minutes-addendum-due", number=str(letter.issued.number))
    button = t.button("minutes-append", AddendumButton(minutes_id=letter.issued.id), "primary")
    return Rendered(words, keyboard([[button]]))


LETTERS: Renderers = {AddendumDueLetter: render_addendum_due}

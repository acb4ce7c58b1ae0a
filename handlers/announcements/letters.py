"""News of announcements and mailings in words, and what delivers the copies."""

from bot.domain.announcements.letters import (
    ButtonsLetter,
    CopyLetter,
    CorrectionLetter,
    PinLetter,
    RereadLetter,
    SecondYesLetter,
    WithdrawalLetter,
)
from bot.domain.letters import ReportLetter
from handlers.announcements.copies import (
    correct_copy,
    pin_copy,
    reread_copy,
    send_album_buttons,
    send_copy,
    withdraw_copy,
)
from handlers.announcements.mailings import mailing_keyboard, mailing_words
from handlers.announcements.second_yes import second_yes_keyboard, second_yes_words
from handlers.ui.letters import Deliverers, Rendered, Renderers, Sight
from handlers.ui.texts import Texts


def render_report(letter: ReportLetter, t: Texts, _sight: Sight) -> Rendered:
    """Return how far a mailing has come, with the buttons that hold it up."""
    return Rendered(mailing_words(letter.report, t), mailing_keyboard(letter.report, t))


def render_question(letter: SecondYesLetter, t: Texts, _sight: Sight) -> Rendered:
    """Return the question whether an announcement may go to everybody."""
    return Rendered(second_yes_words(letter, t), second_yes_keyboard(letter, t))


LETTERS: Renderers = {ReportLetter: render_report, SecondYesLetter: render_question}

DELIVERIES: Deliverers = {
    CopyLetter: send_copy,
    RereadLetter: reread_copy,
    ButtonsLetter: send_album_buttons,
    CorrectionLetter: correct_copy,
    WithdrawalLetter: withdraw_copy,
    PinLetter: pin_copy,
}

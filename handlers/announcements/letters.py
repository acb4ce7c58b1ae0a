"""Render the letters of announcements and mailings, and deliver copies."""

from aiogram.types import InlineKeyboardMarkup

from bot.domain.announcements import letters
from bot.domain.letters import ReportLetter
from handlers.announcements.callbacks.announcement_boards import AnnouncementButton
from handlers.announcements.callbacks.announcements import SecondYesButton
from handlers.announcements.copies import (
    correct_copy,
    pin_copy,
    reread_copy,
    send_album_buttons,
    send_copy,
    withdraw_copy,
)
from handlers.announcements.mailings import mailing_keyboard, mailing_words
from handlers.announcements.panels import places_words, when_words
from handlers.ui.buttons import keyboard
from handlers.ui.letters import Deliverers, Rendered, Renderers, Sight
from handlers.ui.texts import Markup, Texts


def render_report(letter: ReportLetter, t: Texts, _sight: Sight) -> Rendered:
    """Return a mailing's progress, with the buttons that pause and stop it."""
    return Rendered(mailing_words(letter.report, t), mailing_keyboard(letter.report, t))


def render_question(letter: letters.SecondYesLetter, t: Texts, _sight: Sight) -> Rendered:
    """Return the request to a second organiser: who wants to send what to how many, and when."""
    reach = letter.coverage.reach
    settings = when_words(letter.announcement, t), places_words(letter.announcement, t)
    words = t(
        "second-yes-question",
        author=letter.author,
        title=letter.announcement.title,
        people=reach.people,
        organisations=reach.organisations,
        settings=Markup("\n".join(filter(None, settings))),
    )
    return Rendered(words, _answers(letter, t))


def render_decision(letter: letters.DecisionLetter, t: Texts, _sight: Sight) -> Rendered:
    """Return what another organiser decided about an announcement, with the way to it."""
    announcement = letter.announcement
    words = t(
        "announcement-decided",
        title=announcement.title,
        agreed=letter.agreed_by is not None,
        name=letter.agreed_by or "",
        at=announcement.sends_at,
    )
    data = AnnouncementButton(announcement_id=announcement.id)
    return Rendered(words, keyboard([[t.button("button-announcement", data)]]))


def _answers(letter: letters.SecondYesLetter, t: Texts) -> InlineKeyboardMarkup:
    """Return the answers, and a preview."""
    rows = []
    for name, style in (("look", None), ("yes", "success"), ("no", "danger")):
        data = SecondYesButton(
            announcement_id=letter.announcement.id, answer=name, mark=letter.mark
        )
        rows.append([t.button(f"button-second-{name}", data, style)])
    return keyboard(rows)


LETTERS: Renderers = {
    ReportLetter: render_report,
    letters.SecondYesLetter: render_question,
    letters.DecisionLetter: render_decision,
}

DELIVERIES: Deliverers = {
    letters.CopyLetter: send_copy,
    letters.RereadLetter: reread_copy,
    letters.ButtonsLetter: send_album_buttons,
    letters.CorrectionLetter: correct_copy,
    letters.WithdrawalLetter: withdraw_copy,
    letters.PinLetter: pin_copy,
}

"""Render the letters of meetings."""

from bot.domain.meetings.notices import DelegateLetter, DeskLetter, MeetingNoticeLetter, PanelLetter
from handlers.ui.lengths import clipped
from handlers.ui.letters import Rendered, Renderers, Sight
from handlers.ui.texts import Texts

AGENDA_LENGTH = 2500


def render_notice(letter: MeetingNoticeLetter, t: Texts, _sight: Sight) -> Rendered:
    """Return the notice of a meeting with its agenda, or that it does not take place."""
    plan = letter.meeting.plan
    said = {"title": plan.title, "starts": t.moment(plan.starts_at)}
    if letter.called_off is not None:
        return Rendered(t("meeting-called-off", reason=letter.called_off, **said))
    lines = (f"{number}. {one.title}" for number, one in enumerate(plan.agenda, start=1))
    agenda = clipped("\n".join(lines), AGENDA_LENGTH)
    return Rendered(t("meeting-notice", place=plan.place, agenda=agenda, **said))


def render_card(
    letter: PanelLetter | DeskLetter | DelegateLetter, t: Texts, _sight: Sight
) -> Rendered:
    """Return where a meeting stands, and how many are there."""
    view = letter.view
    there = view.attendance
    return Rendered(
        t(
            "meeting-card",
            title=view.title,
            phase=view.phase,
            present=there.present if there else 0,
            entitled=there.entitled if there else 0,
            needed=there.needed if there else 0,
        )
    )


LETTERS: Renderers = {
    MeetingNoticeLetter: render_notice,
    PanelLetter: render_card,
    DeskLetter: render_card,
    DelegateLetter: render_card,
}

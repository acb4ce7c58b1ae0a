"""Render the letters of meetings."""

from bot.domain.meetings.notices import (
    DelegateLetter,
    DeskLetter,
    MeetingNoticeLetter,
    ObjectionLetter,
    PanelLetter,
)
from handlers.meetings.callbacks.delegates import MeetingButton, ReadAgendaButton
from handlers.meetings.delegate_cards import delegate_card
from handlers.meetings.desk_cards import desk_card
from handlers.meetings.panel_cards import panel_card
from handlers.meetings.words import LINE_LENGTH, TITLE_LENGTH, joined
from handlers.ui.buttons import keyboard
from handlers.ui.lengths import clipped
from handlers.ui.letters import Rendered, Renderers, Sight
from handlers.ui.texts import Texts

ITEMS_SHOWN, REASON_LENGTH = 25, 500


def render_notice(letter: MeetingNoticeLetter, t: Texts, _sight: Sight) -> Rendered:
    """Return the notice of a meeting with its agenda, or that it does not take place."""
    meeting, plan = letter.meeting.id, letter.meeting.plan
    title = clipped(plan.title, TITLE_LENGTH)
    if letter.called_off is not None:
        reason = clipped(letter.called_off, REASON_LENGTH)
        words = t(
            "meeting-called-off",
            title=title,
            starts=plan.starts_at,
            reason=reason,
            told=bool(reason),
        )
        return Rendered(words)
    lines = [
        t("meeting-plan-line", number=number, title=clipped(one.title, LINE_LENGTH))
        for number, one in enumerate(plan.agenda[:ITEMS_SHOWN], start=1)
    ]
    words = t(
        "meeting-notice",
        title=title,
        starts=plan.starts_at,
        place=clipped(plan.place, LINE_LENGTH),
        mode=plan.mode,
        agenda=joined(lines),
        more=len(plan.agenda) - len(lines),
        files=sum(len(one.materials) for one in plan.agenda),
    )
    rows = [
        [t.button("button-meeting-read", ReadAgendaButton(meeting_id=meeting))],
        [t.button("button-meeting-open", MeetingButton(meeting_id=meeting))],
    ]
    return Rendered(words, keyboard(rows))


def render_upheld(letter: ObjectionLetter, t: Texts, _sight: Sight) -> Rendered:
    """Return that an objection was upheld, and whether an item is voted on again."""
    words = t(
        "meeting-upheld",
        mine=letter.mine,
        repeats=letter.repeats,
        title=clipped(letter.item, TITLE_LENGTH),
        words=clipped(letter.words, REASON_LENGTH),
    )
    card = t.button("button-meeting-open", MeetingButton(meeting_id=letter.meeting))
    return Rendered(words, keyboard([[card]]))


def render_panel(letter: PanelLetter, t: Texts, _sight: Sight) -> Rendered:
    """Return the chair's panel."""
    return Rendered(*panel_card(letter.view, t))


def render_delegate(letter: DelegateLetter, t: Texts, _sight: Sight) -> Rendered:
    """Return a delegate's card."""
    return Rendered(*delegate_card(letter.view, t))


def render_desk(letter: DeskLetter, t: Texts, _sight: Sight) -> Rendered:
    """Return a registration desk."""
    return Rendered(*desk_card(letter.view, t))


LETTERS: Renderers = {
    MeetingNoticeLetter: render_notice,
    ObjectionLetter: render_upheld,
    PanelLetter: render_panel,
    DelegateLetter: render_delegate,
    DeskLetter: render_desk,
}

"""Compose the letters of meetings from the database, when they are sent."""

from bot.domain.letters import LetterContent
from bot.domain.meetings import notices
from bot.domain.meetings.rights import may_conduct, may_register
from bot.domain.meetings.state import MeetingState, Phase
from bot.domain.meetings.views import MeetingView
from bot.ports import Transaction
from bot.services.meetings.delegates import delegate_view
from bot.services.meetings.desks import desk_view
from bot.services.meetings.showing import panel_view
from bot.services.meetings.states import state_of
from bot.services.notices import Asked, NoticeRules, NoticesByKind
from bot.services.shown import still_shown


def compose_notice(
    tx: Transaction, asked: Asked[notices.MeetingAnnounced]
) -> notices.MeetingNoticeLetter | None:
    """Return the notice of a meeting; None once it is called off or has begun."""
    meeting = tx.meetings.get(asked.subject.meeting)
    if meeting is None or state_of(tx, meeting).phase is not Phase.CONVENED:
        return None
    return notices.MeetingNoticeLetter(meeting)


def compose_called_off(
    tx: Transaction, asked: Asked[notices.MeetingDropped]
) -> notices.MeetingNoticeLetter | None:
    """Return that a meeting does not take place, and why."""
    meeting = tx.meetings.get(asked.subject.meeting)
    if meeting is None:
        return None
    return notices.MeetingNoticeLetter(meeting, state_of(tx, meeting).pause)


def compose_upheld(
    tx: Transaction, asked: Asked[notices.ObjectionAccepted]
) -> notices.ObjectionLetter | None:
    """Return that an objection was upheld, and whether an item is voted on again."""
    meeting = tx.meetings.get(asked.subject.meeting)
    state = None if meeting is None else state_of(tx, meeting)
    objections = () if state is None else state.objections
    found = next((one for one in objections if one.number == asked.subject.objection), None)
    if state is None or found is None or asked.member is None:
        return None
    item = None if found.item is None else state.items[found.item]
    return notices.ObjectionLetter(
        meeting=state.id,
        words=found.words,
        item=item.point.title if item else "",
        mine=found.person == asked.member.id,
        repeats=bool(item and found.mandate and any(vote.annulled for vote in item.votes)),
    )


def compose_card(tx: Transaction, asked: Asked[notices.MeetingCardChanged]) -> LetterContent | None:
    """Return what a message shows of a meeting; None if it shows something else by now."""
    meeting = tx.meetings.get(asked.subject.meeting)
    shown = still_shown(tx, asked, MeetingView, asked.subject.meeting)
    if meeting is None or shown is None or asked.member is None:
        return None
    state, member = state_of(tx, meeting), asked.member
    match shown.view:
        case MeetingView.PANEL if may_conduct(state, member):
            return notices.PanelLetter(panel_view(tx, meeting, state, asked.now))
        case MeetingView.DESK if may_register(state, member):
            return notices.DeskLetter(desk_view(tx, meeting, state, ""))
        case MeetingView.DELEGATE if not member.guest and _is_open(state):
            return notices.DelegateLetter(delegate_view(tx, meeting, state, member, asked.now))
    return None


def _is_open(state: MeetingState) -> bool:
    return state.phase is not Phase.PLANNED


NOTICES: NoticesByKind = {
    notices.MeetingAnnounced: NoticeRules(compose_notice, essential=True),
    notices.MeetingDropped: NoticeRules(compose_called_off, essential=True),
    notices.ObjectionAccepted: NoticeRules(compose_upheld, essential=True),
    notices.MeetingCardChanged: NoticeRules(compose_card),
}

"""Notices of meetings, and the content of their letters."""

from bot.domain.letters import LetterContent
from bot.domain.meetings.desk_views import DeskView
from bot.domain.meetings.plans import Meeting, MeetingId
from bot.domain.meetings.views import DelegateView, PanelView
from bot.domain.notices import Subject


class MeetingAnnounced(Subject, kind="meeting.convened"):
    """A general meeting is convened: the agenda and the materials; delivery is the proof."""

    meeting: MeetingId


class MeetingDropped(Subject, kind="meeting.called_off"):
    """A general meeting does not take place."""

    meeting: MeetingId


class ObjectionAccepted(Subject, kind="meeting.objection_upheld"):
    """An objection was upheld; `objection` is the number of its entry."""

    meeting: MeetingId
    objection: int


class MeetingCardChanged(Subject, kind="meeting.card_changed"):
    """A message that shows a meeting is out of date and is edited."""

    meeting: MeetingId


class MeetingNoticeLetter(LetterContent):
    """The notice of a meeting; `called_off` says why it does not take place, None if it does."""

    meeting: Meeting
    called_off: str | None = None


class ObjectionLetter(LetterContent):
    """An upheld objection: `mine` to who raised it, `repeats` if an item is voted on again."""

    meeting: MeetingId
    words: str
    item: str
    mine: bool
    repeats: bool


class PanelLetter(LetterContent):
    """The chair's panel."""

    view: PanelView


class DelegateLetter(LetterContent):
    """A delegate's card of the meeting."""

    view: DelegateView


class DeskLetter(LetterContent):
    """A registration desk."""

    view: DeskView

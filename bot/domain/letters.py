"""Letters: what notices have become by the time they are put into words."""

from dataclasses import dataclass
from typing import TypeAlias

from bot.domain.announcements.letters import AnnouncementContent
from bot.domain.applications.cards import ApplicationLetter, QueueLetter
from bot.domain.events.letters import EventContent
from bot.domain.failures import ItemPutAsideLetter
from bot.domain.mailings import Report
from bot.domain.notices import MessageRef
from bot.domain.people.reachability import ReachabilityLetter
from bot.domain.people.rebindings import ConfirmedLetter, ReboundLetter
from bot.domain.polls.letters import PollContent
from bot.domain.polls.straw_polls import InterruptedLetter, StrawPollLetter
from bot.domain.priorities import Priority


@dataclass(frozen=True, slots=True)
class ReportLetter:
    """A mailing's progress, or its report when it is done."""

    report: Report


Content: TypeAlias = (
    EventContent
    | PollContent
    | ApplicationLetter
    | QueueLetter
    | AnnouncementContent
    | ReportLetter
    | ReachabilityLetter
    | ReboundLetter
    | ConfirmedLetter
    | StrawPollLetter
    | InterruptedLetter
    | ItemPutAsideLetter
)


@dataclass(frozen=True, slots=True)
class Letter:
    """A notice ready to be put into words for its recipient."""

    chat: int
    language: str
    priority: Priority
    content: Content
    edits: MessageRef | None = None

"""Letters: the data of notices at the time of sending, before they become text."""

from dataclasses import dataclass
from typing import dataclass_transform

from bot.domain.mailings import Report
from bot.domain.notices import MessageRef
from bot.domain.priorities import Priority


@dataclass_transform(frozen_default=True)
class LetterContent:
    """The data of a letter; each subclass is a frozen dataclass."""

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        dataclass(frozen=True)(cls)


class ReportLetter(LetterContent):
    """A mailing's progress, or its report when it is done."""

    report: Report


@dataclass(frozen=True, slots=True)
class Letter:
    """A notice with the data for its text, and its recipient."""

    chat: int
    language: str
    priority: Priority
    content: LetterContent
    edits: MessageRef | None = None

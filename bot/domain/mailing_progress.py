"""The progress of a mailing."""

from dataclasses import dataclass

from bot.domain.mailings import Report
from bot.domain.notices import MessageRef
from bot.domain.people.members import MemberId


@dataclass(frozen=True, slots=True)
class MailingProgress:
    """A mailing in progress: its figures, where they are shown, and what was shown last."""

    report: Report
    created_by: MemberId
    message: MessageRef | None
    shown: int | None

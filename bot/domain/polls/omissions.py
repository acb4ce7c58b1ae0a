"""Omissions: why somebody of a body has no ballot, and who that is."""

from dataclasses import dataclass, replace

from bot.domain.lines import checked_line
from bot.domain.polls.majorities import checked_clause
from bot.domain.polls.refusals import ReasonMissing
from bot.domain.polls.voters import VoterId
from bot.domain.refusals import ReasonTooLong

OMISSION_LIMIT = 300


def checked_omission_reason(text: str) -> str:
    """Return why somebody has no ballot, on one line of 1 to `OMISSION_LIMIT` characters."""
    return checked_line(text, OMISSION_LIMIT, ReasonMissing, ReasonTooLong)


@dataclass(frozen=True, slots=True)
class Omission:
    """Why not all of a body vote: the charter's clause that allows it, and the reason.

    Without both the decision can be held void (ГК 181.5 п. 2): all of the body decide.
    """

    clause: str
    reason: str

    def checked(self) -> "Omission":
        """Return the omission with clause and reason, each on one line and short enough."""
        return replace(
            self, clause=checked_clause(self.clause), reason=checked_omission_reason(self.reason)
        )


@dataclass(frozen=True, slots=True)
class Omitted:
    """Somebody who was of the body at the opening and has no ballot, as they were called then."""

    id: VoterId
    name: str

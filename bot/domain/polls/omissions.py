"""Omissions: people of a body who have no ballot, and the reason."""

from dataclasses import dataclass, replace

from bot.domain.lines import checked_line
from bot.domain.polls.majorities import checked_clause
from bot.domain.polls.refusals import ReasonMissing
from bot.domain.polls.voters import VoterId
from bot.domain.refusals import ReasonTooLong

OMISSION_LIMIT = 300


def checked_omission_reason(text: str) -> str:
    """Return the reason for leaving people out, on one line of 1 to `OMISSION_LIMIT` characters."""
    return checked_line(text, OMISSION_LIMIT, ReasonMissing, ReasonTooLong)


@dataclass(frozen=True, slots=True)
class Omission:
    """Why not all of a body vote: the charter's clause that allows it, and the reason.

    Without both a court may find the decision void (ГК 181.5 п. 2): the whole body decides.
    `left_out` are those whom that concerned when the vote was planned; who has come into the body
    since has a ballot. At the opening that is settled, and nobody is named here any more.
    """

    clause: str
    reason: str
    left_out: tuple[VoterId, ...] = ()

    def checked(self) -> "Omission":
        """Return the omission with clause and reason, each on one line and short enough."""
        return replace(
            self, clause=checked_clause(self.clause), reason=checked_omission_reason(self.reason)
        )


@dataclass(frozen=True, slots=True)
class Omitted:
    """Somebody of the body at the opening who has no ballot, with the name of that time."""

    id: VoterId
    name: str

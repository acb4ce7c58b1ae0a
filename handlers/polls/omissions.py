"""Texts about people of a body who have no ballot, and why."""

from collections.abc import Sequence

from bot.domain.polls.omissions import Omission
from handlers.ui.lengths import clipped
from handlers.ui.texts import Texts

NAMED, NAME_LENGTH = 3, 40
CLAUSE_LENGTH, REASON_LENGTH = 80, 120


def omission_words(
    names: Sequence[str], omission: Omission | None, t: Texts, *, second_round: bool = False
) -> str:
    """Return who has no ballot, by which clause and reason; empty if all have one."""
    if not names:
        return ""
    shown = "; ".join(clipped(name, NAME_LENGTH) for name in names[:NAMED])
    said = t(
        "poll-omitted",
        count=len(names),
        names=shown,
        more=max(0, len(names) - NAMED),
        round=second_round,
    )
    if omission is None:
        return said
    clause, reason = (
        clipped(omission.clause, CLAUSE_LENGTH),
        clipped(omission.reason, REASON_LENGTH),
    )
    return f"{said} {t('poll-omission', clause=clause, reason=reason)}"

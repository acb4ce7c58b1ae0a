"""What notices of minutes say by the time they are sent."""

from bot.domain.minutes.notices import AddendumDue, AddendumDueLetter
from bot.ports import Transaction
from bot.services.notices import Asked, NoticeRules, NoticesByKind
from bot.services.polls.statements import stated_late


def compose_addendum_due(tx: Transaction, asked: Asked[AddendumDue]) -> AddendumDueLetter | None:
    """Return the minutes that an addendum is due to; None once there is one."""
    issued = tx.minutes.get(asked.subject.minutes)
    if issued is None or asked.member is None or not asked.member.presides:
        return None
    late = any(stated_late(tx, poll) for poll in issued.polls)
    return AddendumDueLetter(issued) if late else None


NOTICES: NoticesByKind = {AddendumDue: NoticeRules(compose_addendum_due)}

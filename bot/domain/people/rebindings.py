"""Rebindings: a person uses another Telegram account from a moment on; who confirms that."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from bot.domain.letters import LetterContent
from bot.domain.notices import Subject
from bot.domain.people.members import Member, MemberId, Role, TelegramId
from bot.domain.people.refusals import NotYoursToConfirm, RebindingIsDecided

RebindingId = NewType("RebindingId", int)


class RebindingState(StrEnum):
    """What those who preside say of it. Confirmed and rejected are final."""

    WAITING = "waiting"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Rebinding:
    """A person who has used another account than `former` since `at` (UTC)."""

    id: RebindingId
    member: MemberId
    former: TelegramId
    at: datetime
    state: RebindingState = RebindingState.WAITING

    def require_decidable(self, actor: Member, person: Member) -> None:
        """Refuse `actor` to decide whether the account is that of `person`, or a second time."""
        if not may_decide(actor, person):
            raise NotYoursToConfirm
        if self.state is not RebindingState.WAITING:
            raise RebindingIsDecided


def may_decide(actor: Member, person: Member) -> bool:
    """Tell whether somebody confirms another person's new account.

    The chair and the secretary do; of either of them the other one, or an administrator.
    """
    if actor.id == person.id:
        return False
    return actor.presides or (person.presides and Role.ADMINISTRATOR in actor.roles)


class AccountRebound(Subject, kind="people.account_rebound"):
    """A notice: another account has taken a person over."""

    rebinding: RebindingId


class AccountConfirmed(Subject, kind="people.account_confirmed"):
    """A notice to the person: they vote as before."""

    rebinding: RebindingId


class ReboundLetter(LetterContent):
    """News of a rebinding for one of those who are told; `decides` tells whether it is theirs."""

    rebinding: Rebinding
    person: Member
    decides: bool


class ConfirmedLetter(LetterContent):
    """News of the confirmation for the person."""

    person: Member

"""Rebindings: a person moves to another Telegram account, which the chair or secretary confirm."""

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
    """The state of a rebinding. Confirmed and rejected are final."""

    WAITING = "waiting"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Rebinding:
    """A person who moved from the account `former` to another one at `at` (UTC)."""

    id: RebindingId
    member: MemberId
    former: TelegramId
    at: datetime
    state: RebindingState = RebindingState.WAITING

    def require_decidable(self, actor: Member, person: Member) -> None:
        """Refuse an `actor` who may not decide on `person`'s account, and a second decision.

        Nobody decides with a new account that is not confirmed itself.
        """
        if not may_decide(actor, person):
            raise NotYoursToConfirm
        actor.require_account_confirmed()
        if self.state is not RebindingState.WAITING:
            raise RebindingIsDecided


def may_decide(actor: Member, person: Member) -> bool:
    """Tell whether somebody may confirm another person's new account.

    The chair and the secretary may. A new account of one of them is confirmed by the other, or by
    an administrator.
    """
    if actor.id == person.id:
        return False
    return actor.presides or (person.presides and Role.ADMINISTRATOR in actor.roles)


class AccountRebound(Subject, kind="people.account_rebound"):
    """A notice: a person has moved to another account."""

    rebinding: RebindingId


class AccountConfirmed(Subject, kind="people.account_confirmed"):
    """A notice to the person: they can vote again."""

    rebinding: RebindingId


class ReboundLetter(LetterContent):
    """News of a rebinding for one recipient; `decides` tells whether they may confirm it."""

    rebinding: Rebinding
    person: Member
    decides: bool


class ConfirmedLetter(LetterContent):
    """News of the confirmation, for the person."""

    person: Member

"""Declarations of notices: how each kind is composed, and what happens after it was sent."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeAlias, TypeVar

from bot.domain.letters import LetterContent
from bot.domain.notices import MessageRef, Notice, Subject
from bot.domain.people.members import Member
from bot.ports import Transaction
from bot.services.rules import AllianceRules

S_co = TypeVar("S_co", bound=Subject, covariant=True)


@dataclass(frozen=True, slots=True)
class Asked(Generic[S_co]):
    """A notice to compose as of `now`, in `language`; `member` is None for a group or channel."""

    notice: Notice
    subject: S_co
    member: Member | None
    rules: AllianceRules
    now: datetime
    language: str


@dataclass(frozen=True, slots=True)
class Sent(Generic[S_co]):
    """A notice that Telegram accepted; `message` is None if it deleted one.

    `content` is the rendered content. In a `tapped` message the notice opened something for the
    person.
    """

    notice: Notice
    subject: S_co
    content: LetterContent | None
    message: MessageRef | None
    tapped: bool
    now: datetime


@dataclass(frozen=True, slots=True)
class Lost(Generic[S_co]):
    """A notice that failed for good."""

    notice: Notice
    subject: S_co
    rules: AllianceRules
    now: datetime


Compose: TypeAlias = Callable[[Transaction, Asked[S_co]], LetterContent | None]
WhenSent: TypeAlias = Callable[[Transaction, Sent[S_co]], None]
WhenLost: TypeAlias = Callable[[Transaction, Lost[S_co]], None]


def do_nothing(_tx: Transaction, _outcome: object) -> None:
    """Do nothing, which is right for most notices."""


@dataclass(frozen=True, slots=True)
class NoticeRules(Generic[S_co]):
    """How one kind of notice is handled.

    `compose` returns None when the notice is obsolete. `sent` is called once Telegram has accepted
    it; `unreachable` when its recipient cannot be reached; `failed` when Telegram refuses it for
    good, and also `gone` if the message to edit was deleted. One that `disturbs` waits for the end
    of its recipient's quiet hours, as every reminder does.

    An `essential` one is also sent to people who let the term pass in which a changed text of the
    consent is to be accepted: the question itself, and what a voter must get. The right to vote
    does not depend on a consent to messages: the record of a vote is kept without one (152-ФЗ
    art. 6 p. 1 no. 2), and a vote of which some voters were not told could be challenged.
    """

    compose: Compose[S_co]
    sent: WhenSent[S_co] = do_nothing
    unreachable: WhenLost[S_co] = do_nothing
    failed: WhenLost[S_co] = do_nothing
    gone: WhenLost[S_co] = do_nothing
    disturbs: bool = False
    essential: bool = False


NoticesByKind: TypeAlias = Mapping[type[Subject], NoticeRules[Any]]


def new_message(tx: Transaction, sent: Sent[Subject]) -> MessageRef | None:
    """Return the message that the notice was sent as; None if it edited an existing one.

    Also None if the recipient was erased during sending: nothing of theirs is stored.
    """
    notice, message = sent.notice, sent.message
    if message is None or notice.edits is not None or notice.recipient is None:
        return message if notice.edits is None else None
    recipient = tx.members.get(notice.recipient)
    known = recipient is not None and recipient.telegram_id == message.chat
    return message if known else None

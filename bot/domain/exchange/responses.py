"""Responses to posts: who wants it, whom the author chose, and what they write to each other."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NewType

from bot.domain.exchange.posts import PostId
from bot.domain.exchange.refusals import OwnPost, ResponseGone, ResponsesTooMany
from bot.domain.lines import INVISIBLE, checked_paragraphs
from bot.domain.people.members import MemberId, OrganisationId

ResponseId = NewType("ResponseId", int)
ExchangeMessageId = NewType("ExchangeMessageId", int)

TEXT_LIMIT = 1000
PER_DAY = 20
"""Responses and messages that a person may send within `DAY`."""
DAY = timedelta(days=1)


class ResponseState(StrEnum):
    """How a response stands. The values are stored.

    `CHOSEN` is promised the thing, `RECEIVED` has got it. `MISSED` was chosen and did not come.
    `DECLINED` was not chosen before the post ended.
    """

    WAITING = "waiting"
    CHOSEN = "chosen"
    RECEIVED = "received"
    MISSED = "missed"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


ACTIVE = frozenset({ResponseState.WAITING, ResponseState.CHOSEN})
"""States in which something can still become of a response."""


TAKEN = frozenset({ResponseState.CHOSEN, ResponseState.RECEIVED})
"""States of those who were chosen and have not lost it."""


@dataclass(frozen=True, slots=True)
class Response:
    """A response of a person for their organisation; `member` is None after they were erased."""

    id: ResponseId
    post: PostId
    organisation: OrganisationId
    organisation_name: str
    member: MemberId | None
    name: str
    text: str
    state: ResponseState
    answered_at: datetime

    @property
    def is_active(self) -> bool:
        """Tell whether something can still become of it."""
        return self.state in ACTIVE

    def require_active(self) -> None:
        """Refuse a response that was withdrawn or settled."""
        if not self.is_active:
            raise ResponseGone

    def require_waiting(self) -> None:
        """Refuse a response that cannot be chosen any more."""
        if self.state is not ResponseState.WAITING:
            raise ResponseGone


@dataclass(frozen=True, slots=True)
class ExchangeMessage:
    """A message about a response: from the author's side, or from who responded."""

    id: ExchangeMessageId
    response: ResponseId
    sender: MemberId
    text: str


def checked_words(text: str) -> str:
    """Return the text of a response or of a message."""
    return checked_paragraphs(INVISIBLE.sub("", text), TEXT_LIMIT)


def require_others(own: OrganisationId | None, post: OrganisationId) -> None:
    """Refuse a response to a post of one's own organisation."""
    if own == post:
        raise OwnPost


def require_few(sent: int) -> None:
    """Refuse a person who has sent so many responses and messages within a day."""
    if sent >= PER_DAY:
        raise ResponsesTooMany(PER_DAY)

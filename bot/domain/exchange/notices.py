"""Notices and letters of the exchange."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.exchange.posts import Post, PostId
from bot.domain.exchange.responses import ExchangeMessageId, Response, ResponseId, ResponseState
from bot.domain.letters import LetterContent
from bot.domain.notices import Subject
from bot.domain.people.members import OrganisationId


class PostAnswered(Subject, kind="exchange.answered"):
    """A notice to the author's side: somebody responded."""

    response: ResponseId


class ChoiceLost(Subject, kind="exchange.choice_lost"):
    """A notice to the author's side: the chosen one withdrew, and the post is open again."""

    post: PostId


class ResponseSettled(Subject, kind="exchange.settled"):
    """A notice to who responded: what became of it.

    It is dropped if it is no longer so. `WAITING` says that somebody else was chosen.
    """

    response: ResponseId
    state: ResponseState


class PostTakenDown(Subject, kind="exchange.taken_down"):
    """A notice to who responded: the post was taken down, or deleted with its author's data."""

    post: PostId
    organisation: OrganisationId


class ExchangeWritten(Subject, kind="exchange.message"):
    """A notice: the other side wrote about a response."""

    message: ExchangeMessageId


class PostExpires(Subject, kind="exchange.expires"):
    """A notice to the author's side: the term ends soon."""

    post: PostId
    expires_at: datetime


class PostModerated(Subject, kind="exchange.moderated"):
    """A notice to the author's side: organisers have hidden the post, or show it again."""

    post: PostId
    hidden: bool


class PostMatched(Subject, kind="exchange.matched"):
    """A notice to who speaks for an organisation: a post in its field of work."""

    post: PostId


class ExchangeDigestDue(Subject, kind="exchange.digest"):
    """A notice: what was published within a week."""

    since: datetime
    until: datetime


class AnsweredLetter(LetterContent):
    """A response, for the author's side."""

    post: Post
    response: Response


class ChoiceLostLetter(LetterContent):
    """The post that is open again; so many responses wait."""

    post: Post
    waiting: int


class SettledLetter(LetterContent):
    """What became of a response."""

    post: Post
    response: Response
    state: ResponseState


class TakenDownLetter(LetterContent):
    """A post that is over; without a title after it was deleted."""

    title: str
    organisation: str


class ExchangeMessageLetter(LetterContent):
    """A message about a response, with its sender."""

    post: Post
    response: Response
    sender: str
    origin: str
    text: str


class ExpiryLetter(LetterContent):
    """A post whose term ends soon, or has ended meanwhile; while it is hidden nobody renews it."""

    post: Post
    over: bool


class ModeratedLetter(LetterContent):
    """A post that organisers have hidden, or no longer hide; its term may be `over` by now."""

    post: Post
    over: bool


class MatchLetter(LetterContent):
    """A post in an organisation's field of work."""

    post: Post


class DigestLetter(LetterContent):
    """The posts of a week by field of work; those for everybody have an empty one."""

    parts: Sequence[tuple[str, Sequence[Post]]]
    more: int

"""Refusals of the exchange: data only; the locales have the texts."""

from bot.domain.refusals import Refusal


class PostNotFound(Refusal):
    """There is no such post, or its author's data were erased."""


class PostNotYours(Refusal):
    """Only leader and delegates publish and manage the posts of their organisation."""


class PostChanged(Refusal):
    """A colleague has changed the post since the form was opened."""


class PostCountTooLow(Refusal):
    """So many responses are chosen already: fewer cannot be wanted."""

    least: int


class PostNotOpen(Refusal):
    """The post is in a `standing` in which this cannot be done (`Post.standing`)."""

    standing: str


class OwnPost(Refusal):
    """The post is of the person's own organisation."""


class AlreadyResponded(Refusal):
    """The person has responded to this post, and the response stands."""


class ResponseGone(Refusal):
    """The response was withdrawn or settled, or is somebody else's."""


class ResponsesTooMany(Refusal):
    """The person has sent `most` responses and messages within a day."""

    most: int


class PhotosTooMany(Refusal):
    """A post has at most so many photos."""

    most: int


class PostsTooMany(Refusal):
    """An organisation has at most so many posts that are not over."""

    most: int

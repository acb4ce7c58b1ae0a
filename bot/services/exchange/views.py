"""Posts and responses as one person sees them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.exchange.posts import Post, PostFilter, PostState
from bot.domain.exchange.responses import TAKEN, Response, ResponseState
from bot.domain.people.members import Member
from bot.domain.searching.queries import Hit
from bot.ports import Transaction
from bot.services.exchange.access import speaks

SHOWN = tuple(one for one in ResponseState if one is not ResponseState.WITHDRAWN)
"""The responses that the author's side sees."""


@dataclass(frozen=True, slots=True)
class PostView:
    """A post for one person.

    `own` is their last response. Who `manages` it sees how many responses there are (`count`) and
    who was chosen or has got it.
    """

    post: Post
    standing: str
    manages: bool
    moderates: bool
    responds: bool
    own: Response | None
    count: int
    chosen: Sequence[Response]

    @property
    def withdraws(self) -> bool:
        """Tell whether the person has a response that stands."""
        return self.own is not None and self.own.is_active and not self.post.is_ended


@dataclass(frozen=True, slots=True)
class PostPage:
    """A page, from 0, of `count` posts, each with its standing."""

    posts: Sequence[tuple[Post, str]]
    number: int
    count: int
    size: int


@dataclass(frozen=True, slots=True)
class ExchangeOverview:
    """The first screen: figures, the newest posts of others, and whether the person `posts`."""

    offers: int
    needs: int
    own: int
    newest: Sequence[Post]
    posts: bool


@dataclass(frozen=True, slots=True)
class FoundPosts:
    """What a search found, the likeliest first."""

    hits: Sequence[tuple[Hit, Post]]

    @property
    def strong(self) -> bool:
        """Tell whether the first one is surely meant."""
        return bool(self.hits) and self.hits[0][0].is_strong


@dataclass(frozen=True, slots=True)
class ResponseView:
    """A response for the author's side or for who responded: what may be done with it.

    Who `settles` it says what came of the choice. If it `fills` the post, enough are chosen with
    it; if it `closes` the post, enough have got it.
    """

    post: Post
    response: Response
    chooses: bool
    writes: bool
    settles: bool
    fills: bool
    closes: bool
    others: int
    """How many other responses wait."""


def post_view(tx: Transaction, member: Member, post: Post, now: datetime) -> PostView:
    """Return a post as a person sees it."""
    manages = speaks(tx, member, post.organisation)
    own = tx.exchange_responses.latest(post.id, member.id)
    responses = tx.exchange_responses.of_post(post.id, *SHOWN) if manages else []
    free = own is None or not (own.is_active or own.state is ResponseState.RECEIVED)
    others = member.organisation not in {None, post.organisation}
    return PostView(
        post,
        post.standing(now),
        manages,
        member.is_organiser,
        responds=free and others and post.is_listed(now),
        own=own,
        count=len(responses),
        chosen=[one for one in responses if one.state in TAKEN],
    )


def response_view(tx: Transaction, member: Member, post: Post, response: Response) -> ResponseView:
    """Return a response as one of the two sides sees it."""
    waiting = tx.exchange_responses.of_post(post.id, ResponseState.WAITING)
    taken = tx.exchange_responses.of_post(post.id, *TAKEN)
    received = [one for one in taken if one.state is ResponseState.RECEIVED]
    manages = speaks(tx, member, post.organisation)
    open_ = post.state is PostState.OPEN and not post.is_hidden
    return ResponseView(
        post,
        response,
        chooses=open_ and manages and response.state is ResponseState.WAITING,
        writes=response.is_active and not post.is_ended and not post.is_hidden,
        settles=manages and response.state is ResponseState.CHOSEN,
        fills=len(taken) + 1 >= post.plan.count,
        closes=len(received) + 1 >= post.plan.count,
        others=sum(one.id != response.id for one in waiting),
    )


def page_of_posts(
    posts: Sequence[Post], count: int, number: int, size: int, now: datetime
) -> PostPage:
    """Return a page of posts with their standings."""
    return PostPage([(one, one.standing(now)) for one in posts], number, count, size)


def nearest_page(number: int, count: int, size: int) -> int:
    """Return the wanted page, or the nearest one if there are fewer."""
    return min(max(number, 0), max(0, -(-count // size) - 1))


def filtered_page(
    tx: Transaction, wanted: PostFilter, number: int, size: int, now: datetime
) -> PostPage:
    """Return a page of the listed posts."""
    count = tx.exchange_posts.count(wanted, now)
    number = nearest_page(number, count, size)
    posts = tx.exchange_posts.page(wanted, now, number * size, size)
    return page_of_posts(posts, count, number, size, now)

"""What ends in the exchange when a post is taken down, and when somebody goes."""

from collections.abc import Iterable
from datetime import datetime

from bot.domain.exchange.notices import ChoiceLost
from bot.domain.exchange.posts import ExchangeDue, Post, PostId, PostState
from bot.domain.exchange.responses import ACTIVE, Response, ResponseState
from bot.domain.people.members import MemberId, OrganisationId
from bot.ports import Transaction
from bot.services.exchange.access import managers
from bot.services.exchange.news import tell, tell_taken_down


def end_posts(tx: Transaction, posts: Iterable[Post], now: datetime) -> None:
    """Take posts down; those whose responses stand are told. It is done if somebody has got it."""
    for post in posts:
        standing = tx.exchange_responses.of_post(post.id, *ACTIVE)
        for one in standing:
            tx.exchange_responses.save_state(one.id, ResponseState.DECLINED, now)
        got = tx.exchange_responses.of_post(post.id, ResponseState.RECEIVED)
        tx.exchange_posts.save_ended(post.id, PostState.DONE if got else PostState.CLOSED, now)
        tx.dues.clear(ExchangeDue.EXPIRY, post.id)
        tell_taken_down(tx, post, standing, now)


def finish_if_enough(tx: Transaction, post: PostId, count: int, now: datetime) -> None:
    """End a post once so many people have got it."""
    if len(tx.exchange_responses.of_post(post, ResponseState.RECEIVED)) < count:
        return
    for one in tx.exchange_responses.of_post(post, ResponseState.WAITING):
        tx.exchange_responses.save_state(one.id, ResponseState.DECLINED, now)
    tx.exchange_posts.save_ended(post, PostState.DONE, now)
    tx.dues.clear(ExchangeDue.EXPIRY, post)


def withdraw(tx: Transaction, response: Response, now: datetime) -> None:
    """Withdraw a response that stands; if it was chosen, the author's side is told."""
    tx.exchange_responses.save_state(response.id, ResponseState.WITHDRAWN, now)
    post = tx.exchange_posts.get(response.post)
    if post is not None and response.state is ResponseState.CHOSEN:
        tell(tx, managers(tx, post), ChoiceLost(post.id), response.id, now)


def withdraw_all(tx: Transaction, member: MemberId, now: datetime) -> None:
    """Withdraw the responses of a person who leaves their organisation."""
    for one in tx.exchange_responses.active_of(member):
        withdraw(tx, one, now)


def end_posts_of(tx: Transaction, organisation: OrganisationId, now: datetime) -> None:
    """Take down the posts of an organisation that leaves the alliance."""
    end_posts(tx, tx.exchange_posts.running(organisation=organisation), now)


def forget_in_exchange(tx: Transaction, member: MemberId, now: datetime) -> None:
    """Withdraw what a person takes part in who is about to be erased, with their posts."""
    withdraw_all(tx, member, now)
    end_posts(tx, tx.exchange_posts.running(author=member), now)

"""Tell people of posts and responses, and compose what they are told."""

from collections.abc import Iterable
from datetime import datetime

from bot.domain.exchange.notices import (
    AnsweredLetter,
    ChoiceLost,
    ChoiceLostLetter,
    ExchangeMessageLetter,
    ExchangeWritten,
    ModeratedLetter,
    PostAnswered,
    PostModerated,
    PostTakenDown,
    ResponseSettled,
    SettledLetter,
    TakenDownLetter,
)
from bot.domain.exchange.posts import Post, PostState
from bot.domain.exchange.responses import Response, ResponseState
from bot.domain.notices import Notice, Subject
from bot.domain.people.members import MemberId
from bot.domain.priorities import Priority
from bot.ports import Transaction
from bot.services.exchange.access import managers
from bot.services.notices import Asked


def tell(
    tx: Transaction, people: Iterable[MemberId], news: Subject, about: int, now: datetime
) -> None:
    """Enqueue news; the time makes its key unique, since things may happen again."""
    key = f"{news.kind}:{about}:{now.timestamp():.6f}"
    tx.outbox.add([Notice(f"{key}:{one}", one, news, Priority.ANSWER, now) for one in people], now)


def tell_settled(
    tx: Transaction, responses: Iterable[Response], state: ResponseState, now: datetime
) -> None:
    """Tell people what became of their responses."""
    for one in responses:
        if one.member is not None:
            tell(tx, [one.member], ResponseSettled(one.id, state), one.id, now)


def tell_taken_down(
    tx: Transaction, post: Post, responses: Iterable[Response], now: datetime
) -> None:
    """Tell those who responded that a post is over, even if it is deleted now."""
    people = [one.member for one in responses if one.member is not None]
    news = PostTakenDown(post.id, post.organisation)
    tell(tx, people, news, post.id, now)


def compose_answered(tx: Transaction, asked: Asked[PostAnswered]) -> AnsweredLetter | None:
    """Return a response; None once it was withdrawn, or its reader no longer manages the post."""
    response = tx.exchange_responses.get(asked.subject.response)
    post = None if response is None else tx.exchange_posts.get(response.post)
    if response is None or post is None or not response.is_active:
        return None
    return AnsweredLetter(post, response) if _manages(tx, post, asked) else None


def compose_choice_lost(tx: Transaction, asked: Asked[ChoiceLost]) -> ChoiceLostLetter | None:
    """Return the post that is open again; None once somebody else is chosen, or it is over."""
    post = tx.exchange_posts.get(asked.subject.post)
    if post is None or post.state is not PostState.OPEN or not _manages(tx, post, asked):
        return None
    waiting = tx.exchange_responses.of_post(post.id, ResponseState.WAITING)
    return ChoiceLostLetter(post, len(waiting))


def compose_settled(tx: Transaction, asked: Asked[ResponseSettled]) -> SettledLetter | None:
    """Return what became of a response; None if it is no longer so."""
    response = tx.exchange_responses.get(asked.subject.response)
    post = None if response is None else tx.exchange_posts.get(response.post)
    if response is None or post is None or response.state is not asked.subject.state:
        return None
    passed_over = response.state is ResponseState.WAITING
    if passed_over and post.state is not PostState.PROMISED:
        return None
    return SettledLetter(post, response, response.state)


def compose_taken_down(tx: Transaction, asked: Asked[PostTakenDown]) -> TakenDownLetter | None:
    """Return the post that is over; what of it is left."""
    news, post = asked.subject, tx.exchange_posts.get(asked.subject.post)
    house = tx.organisations.get(news.organisation)
    title = "" if post is None else post.plan.title
    return TakenDownLetter(title, "" if house is None else house.display_name)


def compose_message(tx: Transaction, asked: Asked[ExchangeWritten]) -> ExchangeMessageLetter | None:
    """Return a message; None once it was deleted, or is no longer for its reader."""
    message, reader = tx.exchange_responses.message(asked.subject.message), asked.member
    response = None if message is None else tx.exchange_responses.get(message.response)
    post = None if response is None else tx.exchange_posts.get(response.post)
    if message is None or response is None or post is None or reader is None:
        return None
    sender = tx.members.get(message.sender)
    if sender is None or not (reader.id == response.member or _manages(tx, post, asked)):
        return None
    origin = sender.organisation_name or ""
    return ExchangeMessageLetter(post, response, sender.name, origin, message.text)


def compose_moderated(tx: Transaction, asked: Asked[PostModerated]) -> ModeratedLetter | None:
    """Return a post that organisers have hidden or no longer hide; None if it is no longer so."""
    post = tx.exchange_posts.get(asked.subject.post)
    if post is None or post.is_hidden is not asked.subject.hidden:
        return None
    letter = ModeratedLetter(post, post.is_expired(asked.now))
    return letter if _manages(tx, post, asked) else None


def _manages(tx: Transaction, post: Post, asked: Asked[Subject]) -> bool:
    return asked.member is not None and asked.member.id in managers(tx, post)

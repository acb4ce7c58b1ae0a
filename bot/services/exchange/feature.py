"""What the exchange declares to the bot: services, sweeps, notices."""

from dataclasses import dataclass

from bot.domain.exchange.notices import (
    ChoiceLost,
    ExchangeDigestDue,
    ExchangeWritten,
    PostAnswered,
    PostExpires,
    PostMatched,
    PostModerated,
    PostTakenDown,
    ResponseSettled,
)
from bot.services.declarations import Feature, Kit, Sweep
from bot.services.exchange import news
from bot.services.exchange.expiry import ExchangeExpiry, compose_expiry
from bot.services.exchange.moderation import ExchangeModeration
from bot.services.exchange.posts import ExchangePosts
from bot.services.exchange.reading import ExchangeReading, compose_digest, compose_match
from bot.services.exchange.responses import ExchangeResponses
from bot.services.notices import NoticeRules, NoticesByKind

NOTICES: NoticesByKind = {
    PostAnswered: NoticeRules(news.compose_answered, disturbs=True),
    ChoiceLost: NoticeRules(news.compose_choice_lost, disturbs=True),
    ResponseSettled: NoticeRules(news.compose_settled, disturbs=True),
    PostTakenDown: NoticeRules(news.compose_taken_down, disturbs=True),
    ExchangeWritten: NoticeRules(news.compose_message, disturbs=True),
    PostModerated: NoticeRules(news.compose_moderated, disturbs=True),
    PostExpires: NoticeRules(compose_expiry, disturbs=True),
    ExchangeDigestDue: NoticeRules(compose_digest, disturbs=True),
    PostMatched: NoticeRules(compose_match, disturbs=True),
}


@dataclass(frozen=True)
class ExchangeServices:
    """The use cases of the exchange."""

    exchange_posts: ExchangePosts
    exchange_responses: ExchangeResponses
    exchange_moderation: ExchangeModeration
    exchange_reading: ExchangeReading
    exchange_expiry: ExchangeExpiry


def _services(kit: Kit) -> ExchangeServices:
    fields = kit.config.directory.known
    return ExchangeServices(
        exchange_posts=ExchangePosts(*kit.common, fields=fields),
        exchange_responses=ExchangeResponses(*kit.common),
        exchange_moderation=ExchangeModeration(*kit.common),
        exchange_reading=ExchangeReading(*kit.common, fields=fields),
        exchange_expiry=ExchangeExpiry(kit.storage, kit.clock),
    )


def _sweeps(use: ExchangeServices) -> tuple[Sweep, ...]:
    return (
        Sweep("exchange expiry", 60, use.exchange_expiry.tell_due),
        Sweep("exchange digests", 60, use.exchange_reading.send_digest),
        Sweep("exchange matches", 60, use.exchange_reading.send_match),
    )


FEATURE = Feature(services=_services, sweeps=_sweeps, notices=NOTICES)

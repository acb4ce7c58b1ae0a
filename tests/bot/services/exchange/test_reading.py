"""What people are sent: a weekly digest for who wants it, and one matching post a week."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.directory.cards import CardDetails
from bot.domain.directory.refusals import FieldsUnknown
from bot.domain.exchange.notices import DigestLetter, ExchangeDigestDue, PostMatched
from bot.domain.notices import Notice, Subject
from bot.domain.people.members import MemberId
from bot.domain.priorities import Priority
from bot.domain.refusals import NotMember
from bot.features import NOTICES
from bot.services.exchange.feature import NOTICES as EXCHANGE
from bot.services.exchange.reading import compose_digest, compose_match
from bot.services.notices import Asked
from storage.stores import Stores
from tests.alliance import some_rules
from tests.exchange import ANNA, BORIS, CHAIRS, CLUB, DINA, FUND, GLEB, GUEST, OLGA, VERA, Market

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
MONDAY = datetime(2026, 12, 7, 5, 0, tzinfo=UTC)
"""10:00 in Yekaterinburg."""


def asked(tx: Stores, who: MemberId, subject: Subject, now: datetime) -> Asked[Subject]:
    notice = Notice("k", who, subject, Priority.ANSWER, now)
    return Asked(notice, subject, tx.members.get(who), some_rules(), now, "ru")


async def digest(market: Market, who: MemberId) -> DigestLetter | None:
    news, now = ExchangeDigestDue(MONDAY - 7 * DAY, MONDAY), market.clock.time
    return await market.database.read(lambda tx: compose_digest(tx, asked(tx, who, news, now)))  # type: ignore[arg-type]


def test_all_news_of_the_exchange_waits_for_the_end_of_quiet_hours() -> None:
    news = {one.kind: rules for one, rules in NOTICES.items() if one.kind.startswith("exchange.")}
    assert len(news) == len(EXCHANGE)
    assert all(rules.disturbs for rules in news.values())


async def test_nobody_gets_a_digest_who_did_not_ask_for_it(market: Market) -> None:
    await market.gives()
    market.clock.time = MONDAY + HOUR
    assert await market.reading.send_digest() == 0
    assert not (await market.reading.settings(VERA)).digest
    with pytest.raises(NotMember):
        await market.reading.choose_digest(GUEST, wanted=True)


async def test_who_wants_the_digest_gets_the_posts_of_the_week_by_field(market: Market) -> None:
    await market.reading.choose_digest(VERA, wanted=True)
    await market.reading.choose_digest(BORIS, wanted=True)
    await market.gives()
    await market.gives(replace(CHAIRS, title="Мячи", fields=("Спорт",)))
    await market.gives(replace(CHAIRS, title="Всем", fields=()))
    assert await market.reading.send_digest() == 0, "not before Monday"
    market.clock.time = MONDAY
    assert (await market.reading.send_digest(), await market.reading.send_digest()) == (1, 0)
    assert await market.told() == [(VERA, "digest", "")], "nobody is told of their own posts"
    letter = await digest(market, VERA)
    assert letter is not None
    parts = [(field, [one.plan.title for one in posts]) for field, posts in letter.parts]
    assert parts == [("Дети", ["Десять стульев"]), ("Спорт", ["Мячи"]), ("", ["Всем"])]
    market.clock.time = MONDAY + 7 * DAY
    assert await market.reading.send_digest() == 0, "a week without news"


async def test_a_digest_has_the_chosen_fields_and_what_is_for_everybody(market: Market) -> None:
    await market.reading.choose_digest(VERA, wanted=True)
    await market.reading.choose_field(VERA, "Спорт", wanted=True)
    await market.reading.choose_field(VERA, "Дети", wanted=True)
    settings = await market.reading.choose_field(VERA, "Дети", wanted=False)
    assert settings.fields == ("Спорт",)
    with pytest.raises(FieldsUnknown):
        await market.reading.choose_field(VERA, "Магия", wanted=True)
    await market.gives()
    market.clock.time = MONDAY
    assert await market.reading.send_digest() == 0
    await market.gives(replace(CHAIRS, title="Мячи", fields=("Дети", "Спорт")))
    market.clock.time = MONDAY + 7 * DAY
    assert await market.reading.send_digest() == 1


async def test_a_digest_that_was_turned_off_meanwhile_is_not_sent(market: Market) -> None:
    await market.reading.choose_digest(VERA, wanted=True)
    post = await market.gives()
    market.clock.time = MONDAY
    await market.reading.send_digest()
    assert await digest(market, VERA) is not None
    await market.posts.take_down(ANNA, post)
    assert await digest(market, VERA) is None
    await market.gives()
    await market.reading.choose_digest(VERA, wanted=False)
    assert await digest(market, VERA) is None


async def test_an_organisation_is_told_of_one_matching_post_a_week_the_one_that_suits_best(
    market: Market,
) -> None:
    def cards(tx: Stores) -> None:
        tx.directory.save(CLUB, CardDetails(fields=("Дети", "Спорт")), GLEB, market.clock.time)
        tx.directory.save(FUND, CardDetails(fields=("Дети",)), ANNA, market.clock.time)

    await market.database.write(cards)
    both = await market.gives(replace(CHAIRS, fields=("Дети", "Спорт")))
    one = await market.gives()
    assert await market.reading.send_match() == 0, "its author may still correct it"
    market.clock.time += HOUR
    assert (await market.reading.send_match(), await market.reading.send_match()) == (1, 0)
    assert await market.told() == [(GLEB, "matched", "")]
    assert await market.database.read(lambda tx: tx.exchange_readers.matched(CLUB)) == {both}
    market.clock.time += 8 * DAY
    assert await market.reading.send_match() == 0, "what is older than a week is no news"
    await market.gives()
    market.clock.time += HOUR
    assert await market.reading.send_match() == 1
    matched = await market.database.read(lambda tx: tx.exchange_readers.matched(CLUB))
    assert (both in matched, one in matched, len(matched)) == (True, False, 2)


async def test_who_turned_matching_posts_off_is_not_told(market: Market) -> None:
    card = CardDetails(fields=("Дети",))
    await market.database.write(lambda tx: tx.directory.save(CLUB, card, GLEB, market.clock.time))
    post = await market.gives()
    market.clock.time += HOUR
    assert (await market.reading.choose_matches(GLEB, wanted=False)).matches is False
    assert await market.reading.send_match() == 0
    now = market.clock.time
    for who, gets in ((GLEB, False), (DINA, True), (GUEST, False), (OLGA, True)):
        letter = await market.database.read(
            lambda tx, who=who: compose_match(tx, asked(tx, who, PostMatched(post), now))  # type: ignore[misc, arg-type]
        )
        assert (letter is not None) is gets, who

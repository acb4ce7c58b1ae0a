"""The longest letters of the exchange fit into a message."""

from datetime import UTC, datetime

from bot.domain.exchange.notices import DigestLetter, MatchLetter
from bot.domain.exchange.posts import (
    PLACE_LIMIT,
    TEXT_LIMIT,
    TITLE_LIMIT,
    Direction,
    Post,
    PostId,
    PostKind,
    PostPlan,
    PostState,
)
from bot.domain.exchange.readers import DIGEST_LIMIT
from bot.domain.people.members import MemberId, OrganisationId
from handlers.exchange.letters import digest, matched
from handlers.ui.lengths import MESSAGE_LIMIT, length
from handlers.ui.letters import Sight
from tests.wording import texts

NOW = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
FIELDS = tuple(f"{number}{'н' * 59}" for number in range(5))
PLAN = PostPlan(
    Direction.OFFER,
    PostKind.KNOW_HOW,
    "<" * TITLE_LIMIT,
    "&" * TEXT_LIMIT,
    FIELDS,
    ">" * PLACE_LIMIT,
    90,
)
POST = Post(*(PostId(1), OrganisationId(1), "ф" * 300, MemberId(1), PLAN, PostState.OPEN, NOW, NOW))


def test_a_digest_of_as_many_posts_as_there_can_be_fits_a_message() -> None:
    parts = [(f"{number}{'п' * 58}", (POST,)) for number in range(DIGEST_LIMIT)]
    rendered = digest(DigestLetter(parts, 999), texts("ru"), Sight("bot"))
    assert length(rendered.text) <= MESSAGE_LIMIT
    assert rendered.keyboard is not None
    assert len(rendered.keyboard.inline_keyboard) == 8


def test_the_longest_post_fits_a_message() -> None:
    rendered = matched(MatchLetter(POST), texts("ru"), Sight("bot"))
    assert length(rendered.text) <= MESSAGE_LIMIT

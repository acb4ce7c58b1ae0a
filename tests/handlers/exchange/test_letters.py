"""The longest letters of the exchange fit into a message."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.domain.exchange.notices import DigestLetter, ExpiryLetter, MatchLetter, ModeratedLetter
from bot.domain.exchange.posts import (
    PLACE_LIMIT,
    REASON_LIMIT,
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
from handlers.exchange.callbacks import RenewPostButton
from handlers.exchange.letters import digest, expires, matched, moderated
from handlers.ui.lengths import MESSAGE_LIMIT, length
from handlers.ui.letters import Rendered, Sight
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


def renewals(rendered: Rendered) -> int:
    assert rendered.keyboard is not None
    rows = rendered.keyboard.inline_keyboard
    renew = RenewPostButton(post_id=POST.id).pack()
    return sum(one.callback_data == renew for row in rows for one in row)


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("over", [False, True])
def test_of_a_hidden_post_that_ends_the_reason_is_told_and_no_renewal_offered(
    language: str, over: bool
) -> None:
    t, hidden = texts(language), replace(POST, hidden_reason="<" * REASON_LIMIT)
    told, usual = (expires(ExpiryLetter(one, over), t, Sight("bot")) for one in (hidden, POST))
    assert (renewals(told), renewals(usual)) == (0, 1)
    assert "&lt;" * REASON_LIMIT in told.text
    assert length(told.text) <= MESSAGE_LIMIT


def test_a_post_that_is_no_longer_hidden_is_renewed_if_its_term_is_over() -> None:
    t = texts("ru")
    shown, over = (moderated(ModeratedLetter(POST, one), t, Sight("bot")) for one in (False, True))
    assert (renewals(shown), renewals(over)) == (0, 1)
    assert "снова показывается" in shown.text
    assert "срок вышел" in over.text

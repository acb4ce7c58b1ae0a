"""Posts of the exchange: who publishes, finds, changes, renews and hides them, and the figures."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.directory.refusals import FieldsUnknown
from bot.domain.exchange.notices import PostExpires, PostModerated
from bot.domain.exchange.posts import Direction, PostId, PostKind, PostPlan
from bot.domain.exchange.refusals import (
    PhotosTooMany,
    PostChanged,
    PostNotFound,
    PostNotOpen,
    PostNotYours,
)
from bot.domain.people.refusals import NotOfOrganisation
from bot.domain.refusals import ChoiceGone, NotMember, OnlyForOrganisers, TextMissing, TextTooLong
from bot.services.exchange.expiry import compose_expiry
from bot.services.exchange.news import compose_moderated
from bot.services.people.memberships import Memberships
from tests.alliance import some_rules
from tests.databases import execute, query
from tests.exchange import ANNA, BORIS, CHAIRS, DINA, FUND, GLEB, GUEST, OLGA, VERA, Market

DAY = timedelta(days=1)
PAGE = 8
HELP = PostPlan(Direction.NEED, PostKind.VOLUNTEERS, "Пятеро на субботник", days=7)


async def listed(market: Market, direction: Direction = Direction.OFFER) -> list[str]:
    page = await market.posts.page(DINA, direction, None, 0, PAGE)
    return [post.plan.title for post, _ in page.posts]


async def test_leader_and_delegate_publish_for_their_organisation_and_nobody_else(
    market: Market,
) -> None:
    await market.gives(by=ANNA)
    await market.gives(HELP, by=BORIS)
    assert await listed(market) == ["Десять стульев"]
    assert await listed(market, Direction.NEED) == ["Пятеро на субботник"]
    for who, refusal in ((DINA, PostNotYours), (GUEST, NotMember), (OLGA, PostNotYours)):
        with pytest.raises(refusal):
            await market.gives(by=who)
    await execute(market.database, "UPDATE members SET organisation_id = NULL WHERE id = ?", DINA)
    with pytest.raises(NotOfOrganisation):
        await market.gives(by=DINA)


async def test_one_draft_is_published_once(market: Market) -> None:
    first = await market.posts.publish(ANNA, CHAIRS, "draft")
    assert await market.posts.publish(ANNA, CHAIRS, "draft") == first
    assert len(await listed(market)) == 1


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"title": " \u200b"}, TextMissing),
        ({"title": "а" * 81}, TextTooLong),
        ({"text": "а" * 10_000}, TextTooLong),
        ({"place": "а" * 201}, TextTooLong),
        ({"fields": ("Магия",)}, FieldsUnknown),
        ({"days": 8}, ChoiceGone),
        ({"photos": tuple(map(str, range(7)))}, PhotosTooMany),
    ],
)
async def test_what_a_forged_form_brings_is_checked_again(
    market: Market, changes: dict[str, object], refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        await market.gives(replace(CHAIRS, **changes))  # type: ignore[arg-type]
    assert await listed(market) == []


async def test_what_is_typed_is_kept_as_it_is_and_without_what_nobody_sees(market: Market) -> None:
    photos = ("two", "one", "two")
    post = await market.gives(
        replace(CHAIRS, title="<b>Стол</b>\u202e\n дубовый", text=" \u200b", photos=photos)
    )
    plan = (await market.posts.look(VERA, post)).post.plan
    assert (plan.title, plan.text, plan.photos) == ("<b>Стол</b> дубовый", "", ("two", "one"))


async def test_a_page_is_filtered_by_kind_only_when_one_is_chosen(market: Market) -> None:
    await market.gives()
    await market.gives(replace(CHAIRS, kind=PostKind.ROOM, title="Зал"))
    assert await listed(market) == ["Зал", "Десять стульев"]
    rooms = await market.posts.page(VERA, Direction.OFFER, PostKind.ROOM, 9, PAGE)
    assert ([one.plan.title for one, _ in rooms.posts], rooms.number) == (["Зал"], 0)
    second = await market.posts.page(VERA, Direction.OFFER, None, 1, 1)
    assert ([one.plan.title for one, _ in second.posts], second.count) == (["Десять стульев"], 2)
    overview = await market.posts.overview(VERA)
    assert (overview.offers, overview.needs, overview.own, overview.posts) == (2, 0, 0, True)
    assert not (await market.posts.overview(DINA)).posts


async def test_a_search_finds_misspelt_words_other_layouts_fields_and_places(
    market: Market,
) -> None:
    await market.gives(replace(CHAIRS, fields=("Животные",), title="Ёлки и стулья"))
    for text in ("стулья", "стульа", "cnekmz", "елка", "собакам", "лесной", "самовывоз", "ел"):
        found = await market.posts.search(DINA, text, PAGE)
        assert [post.plan.title for _, post in found.hits] == ["Ёлки и стулья"], text
    assert (await market.posts.search(DINA, "…", PAGE)).hits == []
    assert not (await market.posts.search(DINA, "стульчик", PAGE)).strong


async def test_a_search_shows_no_post_that_is_over_hidden_expired_or_promised(
    market: Market,
) -> None:
    over, hidden, promised = [await market.gives() for _ in range(3)]
    short = await market.gives(replace(CHAIRS, days=7))
    await market.posts.take_down(ANNA, over)
    await market.moderation.hide(OLGA, hidden, "Повтор")
    await market.responses.choose(ANNA, await market.responds(VERA, promised))
    market.clock.time += 8 * DAY
    assert (await market.posts.search(DINA, "стулья", PAGE)).hits == []
    assert await listed(market) == []
    for post in (over, hidden, promised, short):
        with pytest.raises(PostNotOpen):
            await market.posts.look(DINA, post)
        assert (await market.posts.look(BORIS, post)).manages
        assert (await market.posts.look(OLGA, post)).moderates


async def test_only_their_own_side_changes_renews_and_takes_down_a_post(market: Market) -> None:
    post = await market.gives()
    changed = await market.posts.change(BORIS, post, replace(CHAIRS, title="Девять", days=None), 1)
    assert (changed.plan.title, changed.expires_at) == ("Девять", None)
    for stranger in (VERA, DINA, OLGA):
        for act in (market.posts.renew, market.posts.take_down, market.posts.editable):
            with pytest.raises(PostNotYours):
                await act(stranger, post)
        with pytest.raises(PostNotYours):
            await market.posts.change(stranger, post, CHAIRS, 2)
    with pytest.raises(PostNotFound):
        await market.posts.look(ANNA, PostId(99))
    assert (await market.posts.take_down(ANNA, post)).state == "closed"
    assert (await market.posts.take_down(ANNA, post)).state == "closed", "a second tap"
    with pytest.raises(PostNotOpen):
        await market.posts.renew(ANNA, post)


async def test_of_two_colleagues_who_edit_one_post_the_second_is_told(market: Market) -> None:
    post = await market.gives()
    seen = (await market.posts.editable(ANNA, post)).version
    assert (await market.posts.editable(BORIS, post)).version == seen
    nine, eight = replace(CHAIRS, title="Девять"), replace(CHAIRS, title="Восемь")
    await market.posts.change(ANNA, post, nine, seen)
    with pytest.raises(PostChanged):
        await market.posts.change(BORIS, post, eight, seen)
    same = await market.posts.change(ANNA, post, nine, seen)  # after a crash, once more
    assert (same.plan.title, same.version) == ("Девять", seen + 1)
    assert (await market.posts.change(BORIS, post, eight, seen + 1)).plan.title == "Восемь"


async def test_a_post_of_an_author_who_left_is_managed_by_those_who_speak_now(
    market: Market,
) -> None:
    post = await market.gives(by=BORIS)
    await execute(market.database, "UPDATE members SET delegate = 0 WHERE id = ?", BORIS)
    with pytest.raises(PostNotYours):
        await market.posts.take_down(BORIS, post)
    await market.responds(VERA, post)
    assert await market.told() == [(ANNA, "answered", "")]


# --- the term -------------------------------------------------------------------------------------


async def test_authors_are_told_a_week_and_a_day_before_the_term_ends(market: Market) -> None:
    post = await market.gives()
    market.clock.time += 22 * DAY
    assert await market.expiry.tell_due() == 0
    market.clock.time += DAY
    assert (await market.expiry.tell_due(), await market.expiry.tell_due()) == (1, 0)
    assert await market.told() == [(ANNA, "expires", "")]
    market.clock.time += 6 * DAY
    assert await market.expiry.tell_due() == 1
    await market.posts.renew(ANNA, post)
    market.clock.time += 6 * DAY
    assert await market.expiry.tell_due() == 0, "the term has begun once more"


async def test_a_short_term_is_told_of_once_and_no_term_never(market: Market) -> None:
    await market.gives(replace(CHAIRS, days=7))
    await market.gives(replace(CHAIRS, days=None))
    assert await market.expiry.tell_due() == 0
    market.clock.time += 6 * DAY
    assert await market.expiry.tell_due() == 1
    market.clock.time += 400 * DAY
    assert await market.expiry.tell_due() == 0
    assert await listed(market) == ["Десять стульев"]


async def test_after_a_long_outage_an_author_is_told_once(market: Market) -> None:
    await market.gives()
    market.clock.time += 40 * DAY
    assert await market.expiry.tell_due() == 1
    assert len(await market.told()) == 1


async def test_the_author_of_a_hidden_post_is_told_of_its_end_too(market: Market) -> None:
    post = await market.gives()
    await market.moderation.hide(OLGA, post, "Повтор")
    await market.told()
    market.clock.time += 29 * DAY
    assert await market.expiry.tell_due() == 1
    assert await market.told() == [(ANNA, "expires", "")]
    ends = (await market.posts.managed(ANNA, post)).post.expires_at
    assert ends is not None
    for is_over in (False, True):
        letter = await market.composed(PostExpires(post, ends), compose_expiry)
        assert letter is not None
        assert (letter.post.is_hidden, letter.over) == (True, is_over)
        market.clock.time += 2 * DAY
    with pytest.raises(PostNotOpen):
        await market.posts.renew(ANNA, post)
    await market.moderation.show(OLGA, post)
    shown = await market.composed(PostModerated(post, hidden=False), compose_moderated)
    assert shown is not None
    assert shown.over, "it is not listed"
    await market.posts.renew(ANNA, post)
    assert await market.composed(PostExpires(post, ends), compose_expiry) is None


async def test_an_expired_post_is_renewed_with_one_tap_and_listed_again(market: Market) -> None:
    post = await market.gives()
    market.clock.time += 31 * DAY
    assert await listed(market) == []
    with pytest.raises(PostNotOpen):
        await market.responses.respond(VERA, post, "Ещё есть?")
    await asyncio.gather(market.posts.renew(ANNA, post), market.posts.renew(ANNA, post))
    assert await listed(market) == ["Десять стульев"]


# --- organisers -----------------------------------------------------------------------------------


async def test_a_post_that_is_over_is_not_shown_again(market: Market) -> None:
    post = await market.gives()
    await market.moderation.hide(OLGA, post, "Повтор")
    await market.posts.take_down(ANNA, post)
    await market.told()
    assert (await market.moderation.show(OLGA, post)).standing == "closed"
    assert await market.told() == []


@pytest.mark.parametrize("unseen", ["", "  ", "\u200b\u2060", "\u202e"])
async def test_no_post_is_hidden_without_a_reason_that_its_author_can_read(
    market: Market, unseen: str
) -> None:
    post = await market.gives()
    with pytest.raises(TextMissing):
        await market.moderation.hide(OLGA, post, unseen)
    with pytest.raises(TextTooLong):
        await market.moderation.hide(OLGA, post, "а" * 501)
    assert await query(market.database, "SELECT act FROM audit") == []


async def test_organisers_hide_a_post_with_a_reason_and_show_it_again(market: Market) -> None:
    post = await market.gives()
    view = await market.moderation.hide(OLGA, post, "Это <реклама>")
    assert view.post.hidden_reason == "Это <реклама>"
    assert await listed(market) == []
    with pytest.raises(PostNotOpen):
        await market.moderation.hide(OLGA, post, "Ещё раз")
    await market.moderation.show(OLGA, post)
    await market.moderation.show(OLGA, post)  # a second tap
    assert await listed(market) == ["Десять стульев"]
    assert await market.told() == [(ANNA, "moderated", ""), (ANNA, "moderated", "")]
    acts = await query(market.database, "SELECT actor_id, act, subject FROM audit ORDER BY id")
    assert acts == [(OLGA, act, "post:1") for act in ("exchange.hide", "exchange.show")]
    for stranger in (ANNA, VERA):
        with pytest.raises(OnlyForOrganisers):
            await market.moderation.hide(stranger, post, "Не нравится")
        with pytest.raises(OnlyForOrganisers):
            await market.moderation.outcomes(stranger, 0)


async def test_outcomes_of_a_year_are_counted_by_kind_and_organisation(market: Market) -> None:
    chairs, people, lost = await market.gives(), await market.gives(HELP), await market.gives()
    for post in (chairs, people):
        vera = await market.responds(VERA, post)
        await market.responses.choose(ANNA, vera)
        await market.responses.hand_over(ANNA, vera)
    gleb = await market.responds(GLEB, lost)
    await market.responses.choose(ANNA, gleb)
    await market.responses.nobody_came(ANNA, gleb)
    found = await market.moderation.outcomes(OLGA, 0)
    assert (found.year, found.published, found.missed) == (2026, 3, 1)
    assert (found.count(PostKind.THING), found.count(PostKind.VOLUNTEERS, Direction.NEED)) == (1, 1)
    assert found.count(PostKind.VOLUNTEERS, Direction.OFFER) == 0
    shares = [(one.name, one.gave, one.got) for one in found.organisations]
    assert shares == [("Дом", 1, 1), ("Фонд", 1, 1)]
    assert (await market.moderation.outcomes(OLGA, 1)).handed_over == []
    await market.erases(ANNA)
    await market.erases(VERA)
    again = await market.moderation.outcomes(OLGA, 0)
    assert [(one.title, one.giver) for one in again.handed_over] == [("", "Фонд"), ("", "Дом")]


async def test_an_organisation_that_leaves_takes_its_posts_down_and_who_responded_is_told(
    market: Market,
) -> None:
    post, foreign = await market.gives(), await market.gives(by=GLEB)
    await market.responds(VERA, post)
    await market.responses.choose(GLEB, await market.responds(ANNA, foreign))
    await market.told()
    await Memberships(market.database, market.clock, some_rules()).leave(ANNA)
    assert await market.told() == [(GLEB, "choice_lost", ""), (VERA, "taken_down", "")]
    assert await market.states(post) == ("closed", {"Вера Ли": "declined"})
    assert await market.states(foreign) == ("open", {"Анна Орлова": "withdrawn"})
    assert await query(market.database, "SELECT 1 FROM due_times WHERE subject_id = ?", post) == []
    found = await market.database.read(lambda tx: tx.organisations.get(FUND))
    assert found is not None
    assert not found.is_member

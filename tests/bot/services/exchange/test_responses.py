"""Responses: ten at once, one chosen by the author, withdrawn, not come for, erased."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.directory.refusals import NobodyToWriteTo
from bot.domain.exchange.posts import PostId
from bot.domain.exchange.refusals import (
    AlreadyResponded,
    OwnPost,
    PostCountTooLow,
    PostNotFound,
    PostNotOpen,
    PostNotYours,
    ResponseGone,
    ResponsesTooMany,
)
from bot.domain.exchange.responses import PER_DAY, ResponseId
from bot.domain.people.members import MemberId
from bot.domain.people.people import OrganisationDetails, PersonDetails
from bot.domain.people.refusals import NotOfOrganisation
from bot.domain.refusals import NotMember, TextMissing, TextTooLong
from bot.domain.rooms.refusals import NumberOutOfRange
from bot.services.people.own import OwnOrganisations
from storage.stores import Stores
from tests.alliance import some_rules
from tests.databases import query
from tests.exchange import (
    ANNA,
    BORIS,
    CHAIRS,
    CLUB,
    DINA,
    FUND,
    GLEB,
    GUEST,
    NOW,
    OLGA,
    VERA,
    Market,
)
from tests.people import joined


async def test_a_response_reaches_the_author_who_chooses_and_hands_over(market: Market) -> None:
    post = await market.gives()
    vera, gleb = await market.responds(VERA, post), await market.responds(GLEB, post)
    assert await market.told() == [(ANNA, "answered", ""), (ANNA, "answered", "")]
    view = await market.responses.look(ANNA, vera)
    assert (view.chooses, view.writes, view.others) == (True, True, 1)
    await market.responses.choose(BORIS, gleb)
    assert await market.told() == [(GLEB, "settled", "chosen"), (VERA, "settled", "waiting")]
    assert await market.states(post) == ("promised", {"Вера Ли": "waiting", "Глеб Жук": "chosen"})
    await market.responses.hand_over(ANNA, gleb)
    assert await market.told() == [(GLEB, "settled", "received")]
    assert await market.states(post) == ("done", {"Вера Ли": "declined", "Глеб Жук": "received"})


async def test_when_nobody_comes_the_post_is_open_and_another_may_be_chosen(market: Market) -> None:
    post = await market.gives()
    vera, gleb = await market.responds(VERA, post), await market.responds(GLEB, post)
    await market.responses.choose(ANNA, gleb)
    await market.responses.nobody_came(ANNA, gleb)
    with pytest.raises(ResponseGone):
        await market.responses.nobody_came(ANNA, gleb)  # a second tap
    with pytest.raises(ResponseGone):
        await market.responses.choose(ANNA, gleb)
    await market.responses.choose(ANNA, vera)
    assert await market.states(post) == ("promised", {"Вера Ли": "chosen", "Глеб Жук": "missed"})
    assert (GLEB, "settled", "missed") in await market.told()


async def test_an_old_button_settles_nothing_for_who_was_chosen_instead(market: Market) -> None:
    post = await market.gives()
    vera, gleb = await market.responds(VERA, post), await market.responds(GLEB, post)
    await market.responses.choose(ANNA, vera)
    await market.responses.withdraw(VERA, post)
    await market.responses.choose(BORIS, gleb)
    for act in (market.responses.hand_over, market.responses.nobody_came):
        with pytest.raises(ResponseGone):
            await act(ANNA, vera)  # asked about Vera before she withdrew
    assert (await market.states(post))[1] == {"Вера Ли": "withdrawn", "Глеб Жук": "chosen"}


async def test_a_need_for_two_stays_open_until_two_are_chosen_and_done_when_both_came(
    market: Market,
) -> None:
    post = await market.gives(replace(CHAIRS, count=2))
    vera, gleb, dina = [await market.responds(who, post) for who in (VERA, GLEB, DINA)]
    await market.told()
    await market.responses.choose(ANNA, vera)
    assert await market.told() == [(VERA, "settled", "chosen")], "the others may still be chosen"
    assert (await market.states(post))[0] == "open"
    await market.responses.hand_over(ANNA, vera)
    with pytest.raises(AlreadyResponded):
        await market.responses.respond(VERA, post, "И ещё")
    await market.told()
    await market.responses.choose(ANNA, gleb)
    settled = [(GLEB, "settled", "chosen"), (DINA, "settled", "waiting")]
    assert await market.told() == settled
    with pytest.raises(PostNotOpen):
        await market.responses.choose(BORIS, dina)
    await market.responses.hand_over(ANNA, gleb)
    state, responses = await market.states(post)
    assert (state, responses["Дина Юн"]) == ("done", "declined")
    assert len((await market.moderation.outcomes(OLGA, 0)).handed_over) == 2


async def test_no_fewer_are_wanted_than_are_chosen_and_just_as_many_end_the_post(
    market: Market,
) -> None:
    plan = replace(CHAIRS, count=3)
    post = await market.gives(plan)
    for who in (VERA, GLEB):
        chosen = await market.responds(who, post)
        await market.responses.choose(ANNA, chosen)
        await market.responses.hand_over(ANNA, chosen)
    with pytest.raises(PostCountTooLow):
        await market.posts.change(ANNA, post, replace(plan, count=1), 1)
    with pytest.raises(NumberOutOfRange):
        await market.posts.change(ANNA, post, replace(plan, count=101), 1)
    changed = await market.posts.change(ANNA, post, replace(plan, count=2), 1)
    assert changed.state == "done"


async def test_who_waits_is_told_when_fewer_are_wanted_and_enough_are_chosen(
    market: Market,
) -> None:
    plan = replace(CHAIRS, count=3)
    post = await market.gives(plan)
    vera, _ = [await market.responds(who, post) for who in (VERA, GLEB)]
    await market.responses.choose(ANNA, vera)
    await market.told()
    await market.posts.change(ANNA, post, replace(plan, count=2), 1)
    assert await market.told() == []
    await market.posts.change(ANNA, post, replace(plan, count=1), 2)
    assert await market.told() == [(GLEB, "settled", "waiting")]
    await market.posts.change(ANNA, post, replace(plan, count=1, title="Стулья"), 3)
    assert await market.told() == []


async def test_who_waits_is_told_when_fewer_are_wanted_and_enough_have_got_it(
    market: Market,
) -> None:
    plan = replace(CHAIRS, count=2)
    post = await market.gives(plan)
    vera, _ = [await market.responds(who, post) for who in (VERA, GLEB)]
    await market.responses.choose(ANNA, vera)
    await market.responses.hand_over(ANNA, vera)
    await market.told()
    changed = await market.posts.change(ANNA, post, replace(plan, count=1), 1)
    assert changed.state == "done"
    assert await market.told() == [(GLEB, "taken_down", "")]


async def test_a_post_that_some_have_got_is_done_when_it_is_taken_down(market: Market) -> None:
    post = await market.gives(replace(CHAIRS, count=3))
    vera = await market.responds(VERA, post)
    await market.responses.choose(ANNA, vera)
    await market.responses.hand_over(ANNA, vera)
    assert (await market.posts.take_down(ANNA, post)).state == "done"
    await market.erases(ANNA)
    assert len((await market.moderation.outcomes(OLGA, 0)).handed_over) == 1


async def test_of_ten_responses_at_once_each_is_kept_and_one_is_chosen(market: Market) -> None:
    post = await market.gives()

    def newcomers(tx: Stores) -> list[MemberId]:
        found = []
        for number in range(10):
            details = OrganisationDetails(f"Дом {number}", "", f"667200000{number}", None, "")
            house = tx.organisations.add(details)
            found.append(joined(tx, PersonDetails(f"Гость {number}"), NOW, house))
        return found

    people = await market.database.write(newcomers)
    responses = await asyncio.gather(*(market.responds(one, post) for one in people))
    assert len(await market.told()) == len(people)
    tried = await asyncio.gather(
        *(market.responses.choose((ANNA, BORIS)[one % 2], one) for one in responses),
        return_exceptions=True,
    )
    refused = [one for one in tried if isinstance(one, PostNotOpen)]
    assert len(refused) == len(people) - 1
    _, states = await market.states(post)
    assert sorted(states.values()) == ["chosen", *["waiting"] * 9]
    settled = [state for _, kind, state in await market.told() if kind == "settled"]
    assert sorted(settled) == ["chosen", *["waiting"] * 9], "everybody is told the truth"


async def test_a_second_tap_changes_nothing(market: Market) -> None:
    post = await market.gives()
    response = await market.responds(VERA, post)
    with pytest.raises(AlreadyResponded):
        await market.responses.respond(VERA, post, "И ещё раз")
    await market.responses.choose(ANNA, response)
    await market.told()
    await market.responses.choose(ANNA, response)
    assert await market.told() == []
    await asyncio.gather(*(market.responses.hand_over(ANNA, response) for _ in range(3)))
    assert await market.told() == [(VERA, "settled", "received")]


async def test_nobody_responds_to_a_post_of_their_own_organisation(market: Market) -> None:
    post = await market.gives(by=GLEB)
    for own in (GLEB, DINA):
        with pytest.raises(OwnPost):
            await market.responses.respond(own, post, "Себе")
    with pytest.raises(NotMember):
        await market.responses.respond(GUEST, post, "Мне")
    with pytest.raises(PostNotFound):
        await market.responses.respond(VERA, PostId(99), "Мне")
    with pytest.raises(NotOfOrganisation):
        await market.responses.respond(await _alone(market), post, "Мне")


async def test_nobody_responds_where_nobody_speaks_for_the_organisation(market: Market) -> None:
    post = await market.gives(by=GLEB)
    await market.database.write(lambda tx: tx.organisations.save_leader(CLUB, None))
    with pytest.raises(NobodyToWriteTo):
        await market.responses.respond(VERA, post, "Есть кто?")


async def _alone(market: Market) -> MemberId:
    return await market.database.write(lambda tx: joined(tx, PersonDetails("Один"), NOW))


@pytest.mark.parametrize(
    ("text", "refusal"), [("\u200b ", TextMissing), ("а" * 10_000, TextTooLong)]
)
async def test_a_response_says_something_and_not_too_much(
    market: Market, text: str, refusal: type[Exception]
) -> None:
    post = await market.gives()
    with pytest.raises(refusal):
        await market.responses.respond(VERA, post, text)


async def test_a_person_responds_a_few_times_a_day(market: Market) -> None:
    post = await market.gives()
    for _ in range(PER_DAY):
        await market.responds(VERA, post)
        await market.responses.withdraw(VERA, post)
    with pytest.raises(ResponsesTooMany):
        await market.responses.respond(VERA, post, "Ещё")
    market.clock.time += timedelta(days=1)
    await market.responses.respond(VERA, post, "Назавтра можно")


async def test_a_withdrawn_response_cannot_be_chosen(market: Market) -> None:
    post = await market.gives()
    response = await market.responds(VERA, post)
    await market.responses.withdraw(VERA, post)
    for act in (market.responses.withdraw(VERA, post), market.responses.choose(ANNA, response)):
        with pytest.raises(ResponseGone):
            await act
    assert (await market.responses.of_post(ANNA, post))[1] == []
    await market.responds(VERA, post)


async def test_when_the_chosen_one_withdraws_the_author_is_told(market: Market) -> None:
    post = await market.gives()
    gleb = await market.responds(GLEB, post)
    await market.responds(VERA, post)
    await market.responses.choose(ANNA, gleb)
    await market.told()
    await market.responses.withdraw(GLEB, post)
    assert await market.told() == [(ANNA, "choice_lost", "")]
    assert (await market.states(post))[0] == "open"


async def test_only_the_authors_side_sees_and_chooses_responses(market: Market) -> None:
    post = await market.gives()
    response = await market.responds(VERA, post)
    for stranger in (GLEB, OLGA, VERA):
        for act in (
            lambda who: market.responses.of_post(who, post),
            lambda who: market.responses.choose(who, response),
            lambda who: market.responses.hand_over(who, response),
            lambda who: market.responses.nobody_came(who, response),
        ):
            with pytest.raises(PostNotYours):
                await act(stranger)
    for stranger in (GLEB, OLGA):
        with pytest.raises(ResponseGone):
            await market.responses.look(stranger, response)
        with pytest.raises(ResponseGone):
            await market.responses.write(stranger, response, "Отдайте мне")
    with pytest.raises(ResponseGone):
        await market.responses.look(ANNA, ResponseId(99))
    with pytest.raises(ResponseGone):
        await market.responses.hand_over(ANNA, response)


async def test_the_two_sides_write_to_each_other_as_long_as_it_matters(market: Market) -> None:
    post = await market.gives()
    response = await market.responds(VERA, post)
    await market.told()
    await market.responses.write(BORIS, response, "Когда заберёте?")
    await market.responses.write(VERA, response, "Завтра")
    assert await market.told() == [(VERA, "message", ""), (ANNA, "message", "")]
    await market.posts.take_down(ANNA, post)
    assert await market.told() == [(VERA, "taken_down", "")]
    for side in (ANNA, VERA):
        with pytest.raises(ResponseGone):
            await market.responses.write(side, response, "А теперь?")


async def test_nothing_is_chosen_while_organisers_hide_the_post(market: Market) -> None:
    post = await market.gives()
    response = await market.responds(VERA, post)
    await market.moderation.hide(OLGA, post, "Проверяем")
    for act in (
        market.responses.choose(ANNA, response),
        market.responses.respond(GLEB, post, "Мне"),
        market.posts.renew(ANNA, post),
    ):
        with pytest.raises(PostNotOpen):
            await act


# --- people who go --------------------------------------------------------------------------------


async def test_the_post_of_an_erased_author_is_gone_and_who_responded_is_told(
    market: Market,
) -> None:
    post = await market.gives()
    response = await market.responds(VERA, post)
    await market.responses.choose(ANNA, response)
    await market.responses.write(VERA, response, "Еду")
    await market.told()
    await market.erases(ANNA)
    assert await market.told() == [(VERA, "taken_down", "")]
    for table in ("posts", "photos", "fields", "responses", "messages", "texts"):
        rows = await query(market.database, f"SELECT 1 FROM exchange_{table}")  # noqa: S608  a name
        assert rows == [], table
    with pytest.raises(PostNotFound):
        await market.posts.look(VERA, post)
    with pytest.raises(ResponseGone):
        await market.responses.look(VERA, response)
    assert (await market.posts.search(VERA, "стулья", 8)).hits == []


async def test_who_left_and_comes_back_by_an_invitation_finds_their_post_and_its_responses(
    market: Market,
) -> None:
    post = await market.gives(by=BORIS)
    response = await market.responds(VERA, post)
    own = OwnOrganisations(market.database, market.clock, some_rules())
    await own.leave(BORIS)
    again = await market.returns(BORIS, "Борис Ким", FUND)
    await market.told()

    assert again != BORIS
    assert [one.id for one, _ in (await market.posts.mine(again, 0, 8)).posts] == [post]
    await market.responses.choose(again, response)
    assert (await market.states(post))[0] == "promised"
    assert await market.told() == [(VERA, "settled", "chosen")]


@pytest.mark.parametrize("goes", ["erased", "leaves"])
async def test_when_the_chosen_one_goes_the_post_is_open_again(market: Market, goes: str) -> None:
    post = await market.gives()
    dina = await market.responds(DINA, post)
    await market.responses.choose(ANNA, dina)
    await market.told()
    ways: dict[str, Callable[[], Awaitable[object]]] = {
        "erased": lambda: market.erases(DINA),
        "leaves": lambda: OwnOrganisations(market.database, market.clock, some_rules()).leave(DINA),
    }
    await ways[goes]()
    assert await market.told() == [(ANNA, "choice_lost", "")]
    assert (await market.states(post))[0] == "open"
    assert (await market.responses.of_post(ANNA, post))[1] == []


async def test_what_was_handed_over_by_the_erased_is_seen_by_nobody(market: Market) -> None:
    post = await market.gives()
    vera = await market.responds(VERA, post)
    await market.responses.choose(ANNA, vera)
    await market.responses.hand_over(ANNA, vera)
    assert (await market.posts.look(VERA, post)).standing == "done", "who took part still sees it"
    await market.erases(ANNA)
    with pytest.raises(PostNotFound):
        await market.posts.look(VERA, post)
    assert (await market.posts.mine(BORIS, 0, 8)).posts == []

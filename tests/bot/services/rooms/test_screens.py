"""The screen of the house, and which news people get."""

import pytest

from bot.domain.refusals import OnlyForOrganisers
from bot.domain.rooms.news import RoomNews
from bot.domain.rooms.refusals import HouseScreenClosed
from bot.domain.rooms.today import RoomState
from bot.features import NOTICES
from bot.services.deliveries import Deliveries
from bot.services.rooms.news import RoomNewsChoices
from bot.services.rooms.screens import HouseScreens
from tests.alliance import some_rules
from tests.databases import query
from tests.rooms import ANNA, BORIS, DAY, GLEB, HOUR, NOON, TENT, Lodging, a_wish


@pytest.fixture
def screens(house: Lodging) -> HouseScreens:
    """The screen of the house."""
    return HouseScreens(house.database, house.clock, some_rules())


@pytest.fixture
def choices(house: Lodging) -> RoomNewsChoices:
    """What people choose."""
    return RoomNewsChoices(house.database, house.clock, some_rules())


async def test_the_screen_names_what_is_confirmed_today_and_who_has_no_name_there(
    house: Lodging, screens: HouseScreens
) -> None:
    hall = await house.has()
    await house.has(TENT)
    await house.booked(hall, wish=a_wish(NOON, purpose="Кружок"))
    await house.booked(hall, GLEB, a_wish(NOON + 5 * HOUR))
    await house.booked(hall, wish=a_wish(NOON + DAY))
    await house.bookings.ask(BORIS, hall, a_wish(NOON - 2 * HOUR, HOUR))
    house.clock.time = NOON
    today = await screens.today(await screens.issue(GLEB))
    [room] = today.rooms
    assert (room.name, room.now.state) == ("Большой зал", RoomState.BUSY)
    said = [(one.organisation, one.purpose) for one in room.slots]
    assert said == [("Фонд", "Кружок"), ("", "Встреча")]
    following = room.next_after(NOON)
    assert following is not None
    assert following.span.start == NOON + 5 * HOUR
    assert "Анна" not in f"{today}"


async def test_a_new_address_replaces_the_former_one_and_none_is_left_once_it_is_revoked(
    screens: HouseScreens, house: Lodging
) -> None:
    first, second = await screens.issue(GLEB), await screens.issue(GLEB)
    assert await screens.issued_at(GLEB) == house.clock.now()
    for secret in (first, "", second[:-1], f"{second}x"):
        with pytest.raises(HouseScreenClosed):
            await screens.today(secret)
    await screens.today(second)
    await screens.revoke(GLEB)
    assert await screens.issued_at(GLEB) is None
    with pytest.raises(HouseScreenClosed):
        await screens.today(second)
    acts = await query(house.database, "SELECT act FROM audit WHERE act LIKE '%screen%'")
    assert len(acts) == 3


async def test_only_organisers_have_the_address(screens: HouseScreens) -> None:
    for act in (screens.issue, screens.revoke, screens.issued_at):
        with pytest.raises(OnlyForOrganisers):
            await act(ANNA)


async def test_who_turned_it_off_is_not_asked_the_day_before_and_keeps_the_booking(
    house: Lodging, choices: RoomNewsChoices
) -> None:
    mine = await house.booked(await house.has())
    chosen = await choices.choose(ANNA, RoomNews.EVE, wanted=False)
    assert chosen.wanted == {RoomNews.OFFER_LAPSED, RoomNews.ACCEPTED}
    await house.goes_on(NOON - DAY)
    rules = some_rules()
    deliveries = Deliveries(
        house.database, house.clock, rules, notices=NOTICES, max_attempts=3, language="ru"
    )
    sent = {one.claimed.notice.subject.kind for one in await deliveries.claim(50)}
    assert "room.eve" not in sent
    assert "room.confirmed" in sent
    assert (await house.of(mine)).eve_asked
    assert RoomNews.EVE in (await choices.choose(ANNA, RoomNews.EVE, wanted=True)).wanted


async def test_only_who_decides_on_bookings_chooses_the_news_of_keepers(
    choices: RoomNewsChoices,
) -> None:
    assert RoomNews.ACCEPTED not in (await choices.chosen(ANNA)).offered
    assert (await choices.chosen(GLEB)).offered == tuple(RoomNews)

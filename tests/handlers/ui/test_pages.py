"""Lists page, whatever their length."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.people.members import Role
from handlers.ui.pages import PAGE, page_of
from sandbox.chats import Message
from tests.alliance import Alliance
from tests.keyboards import labels


@given(st.integers(min_value=0, max_value=1000), st.integers())
def test_every_item_stands_on_one_page_and_any_number_leads_to_one(
    length: int, wanted: int
) -> None:
    items = range(length)
    page = page_of(items, wanted)
    assert 0 <= page.number < page.count
    assert [item for n in range(page.count) for item in page_of(items, n).items] == [*items]
    assert all(len(page_of(items, n).items) <= PAGE for n in range(page.count))


async def test_a_member_turns_the_pages_of_many_events_and_comes_back(alliance: Alliance) -> None:
    await alliance.has(1, "Ольга", Role.ORGANISER)
    for number in range(PAGE + 3):
        await alliance.announces(1, f"Встреча {number:02}", after=timedelta(days=1 + number))
    boris = await alliance.has(2, "Борис")
    await boris.says("/events")
    first = await boris.sees("Впереди")
    assert labels(first)[:2] == ["✓ Все", "Мои"]
    assert [label[-2:] for label in labels(first)[2:]] == [
        *(f"{number:02}" for number in range(PAGE)),
        " ›",
    ]
    await boris.taps("Дальше")
    second = await boris.sees(lambda message: "‹ Раньше" in str(message.get("reply_markup")))
    assert len(labels(second)) == 2 + 3 + 1
    await boris.taps("Раньше")
    await boris.sees(lambda message: _has(message, "Дальше ›"))


def _has(message: Message, label: str) -> bool:
    return label in labels(message)


async def test_an_organiser_turns_the_pages_of_boards(alliance: Alliance) -> None:
    organiser = await alliance.has(1, "Ольга", Role.ORGANISER)
    for number in range(PAGE + 1):
        await alliance.announces(1, f"Встреча {number:02}", after=timedelta(days=1 + number))
    await organiser.says("/manage")
    await organiser.sees("сколько человек идёт")
    await organiser.taps("Дальше")
    last = await organiser.sees(lambda message: _has(message, "‹ Раньше"))
    assert next(label for label in labels(last) if "Встреча" in label).endswith(
        f"{PAGE:02} · идут 0"
    )
    await organiser.taps(f"Встреча {PAGE:02}")
    await organiser.sees("Идут: 0")


async def test_a_forged_page_number_leads_to_the_nearest_page(alliance: Alliance) -> None:
    await alliance.has(1, "Ольга", Role.ORGANISER)
    await alliance.announces(1)
    boris = await alliance.has(2, "Борис")
    await boris.says("/events")
    shown = await boris.sees("Впереди")
    for forged in ("events:-1", "events:99999999999999999999"):
        await boris.forges(forged, shown["message_id"])
    assert "Встреча" in str(await boris.sees("Впереди"))

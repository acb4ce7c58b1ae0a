"""The bot dies between what a wizard does and the end of its draft: the same tap is done once."""

from datetime import timedelta

from bot.domain.events.events import EventId
from sandbox.people import Person
from tests.alliance import Alliance
from tests.crashes import BROKEN, dies_after
from tests.databases import query
from tests.handlers.events.forms.steps import (
    changes,
    comes_to,
    forges,
    in_three_days,
    published,
    stored,
)


async def dies_and_taps_again(alliance: Alliance, olga: Person, act: str, label: str) -> str:
    """Tap a button whose act is done though nobody hears of it; tap it again, after a restart."""
    dies_after(alliance.services.events, act)
    assert BROKEN in ((await olga.taps(label)).text or "")
    await alliance.restarts()
    return (await olga.taps(label)).text or ""


async def moves(alliance: Alliance) -> int:
    """Return how often people were told of another time or place."""
    sql = "SELECT count(*) FROM mailings WHERE occasion = 'moved'"
    ((count,),) = await query(alliance.database, sql)
    return int(count)


async def test_an_event_is_published_once(alliance: Alliance, olga: Person) -> None:
    await comes_to(olga, alliance, "preview")
    assert not await dies_and_taps_again(alliance, olga, "publish", "Опубликовать")
    await olga.sees("Событие опубликовано")
    assert len(await published(alliance)) == 1


async def test_an_event_is_changed_once(alliance: Alliance, olga: Person, event: EventId) -> None:
    await changes(olga, event)
    await olga.taps("✏️ Место")
    await olga.says("Сад")
    await olga.sees("Так событие увидят")
    assert not await dies_and_taps_again(alliance, olga, "change", "Сохранить")
    await olga.sees("Изменения сохранены")
    assert (await stored(alliance, event)).place == "Сад"
    assert await moves(alliance) == 1, "and told once"


async def test_an_event_is_moved_once_and_the_second_tap_says_so(
    alliance: Alliance, olga: Person, event: EventId
) -> None:
    await forges(olga, f"move:{event}", "Переносим")
    await olga.says(f"{in_three_days(alliance, 'd MMMM y')} 19:45")
    await olga.sees("Перенести событие")
    said = await dies_and_taps_again(alliance, olga, "move", "Да, перенести")
    assert "и так назначено на это время" in said
    assert await moves(alliance) == 1


async def test_an_event_is_called_off_once_and_the_second_tap_says_so(
    alliance: Alliance, olga: Person, event: EventId
) -> None:
    await forges(olga, f"cancel:{event}", "Отменяем: Съезд")
    await olga.taps("Без причины")
    said = await dies_and_taps_again(alliance, olga, "cancel", "Да, отменить событие")
    assert "отменено" in said
    ivan = alliance.sandbox.person(2)
    await ivan.sees("Отменяется")
    await alliance.goes_on(timedelta(seconds=5))
    assert len([one for one in ivan.chat() if "Отменяется" in one.get("text", "")]) == 1

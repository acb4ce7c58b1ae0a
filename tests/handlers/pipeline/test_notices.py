from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.events.plans import DESCRIPTION_LIMIT, PLACE_LIMIT, REASON_LIMIT, TITLE_LIMIT
from bot.domain.people.members import MemberId, Role
from handlers.ui.lengths import MESSAGE_LIMIT
from storage.stores import Stores
from tests.alliance import Alliance, a_plan


@pytest.mark.parametrize("letter", ["<", "&", "🎄", "ё", "\ue002"])
async def test_the_longest_event_of_any_letters_can_be_said_in_every_way(
    alliance: Alliance, letter: str
) -> None:
    anna = await alliance.has(1, "Анна", Role.ORGANISER)
    boris = await alliance.has(2, "Борис")
    plan = replace(
        a_plan(alliance.clock),
        title="Я" + letter * (TITLE_LIMIT - 1),
        description=letter * DESCRIPTION_LIMIT,
        place="Я" + letter * (PLACE_LIMIT - 1),
    )

    event = await alliance.services.events.publish(MemberId(1), plan)
    announced = await boris.sees("Приглашаем вас")
    assert letter * 1500 in announced["text"]
    assert len(announced["text"].encode("utf-16-le")) // 2 <= MESSAGE_LIMIT
    await boris.taps("Иду")
    await boris.sees("Вы идёте")
    await anna.says("/manage")
    await anna.sees("Впереди")
    await anna.taps(letter)
    await anna.sees("Идут: 1")

    await alliance.services.events.move(MemberId(1), event, plan.starts_at + timedelta(days=1))
    await boris.sees("Событие перенесли")
    await alliance.goes_on(timedelta(days=3, minutes=1))
    await boris.sees("🔔")
    await alliance.services.events.cancel(MemberId(1), event, letter * REASON_LIMIT)
    cancelled = await boris.sees("тменяется")
    assert letter * REASON_LIMIT in cancelled["text"]
    await boris.says("/events")
    await boris.sees("Пока событий нет")


async def test_everybody_is_written_to_in_their_own_language(alliance: Alliance) -> None:
    await alliance.has(1, "Анна", Role.ORGANISER)
    john = await alliance.has(2, "John")
    await alliance.database.write(lambda tx: tx.members.save_language(MemberId(2), "en"))

    event = await alliance.announces(1, "<b>Party</b>")
    seen = await john.sees("<b>Party</b>")
    assert "Saturday" in seen["text"] or "day," in seen["text"]
    await john.taps("Going")
    await john.sees("You are going")
    await alliance.services.events.cancel(MemberId(1), event, "")
    await john.sees("cancelled")


async def test_the_counts_follow_the_answers_and_stop_with_the_role(alliance: Alliance) -> None:
    anna = await alliance.has(1, "Анна", Role.ORGANISER)
    boris = await alliance.has(2, "Борис")
    await alliance.announces(1)
    await boris.sees("Приглашаем вас")
    await anna.says("/manage")
    await anna.sees("Впереди")
    await anna.taps("Встреча")
    await anna.sees("Ещё не ответили: 2")
    await boris.taps("Иду")
    await anna.sees("Идут: 1")

    def demote(tx: Stores) -> None:
        tx.members.update(MemberId(1), replace(tx.members.details(MemberId(1)), roles=frozenset()))

    await alliance.database.write(demote)
    await boris.taps("Не иду")
    await boris.sees("Вы не идёте")
    await alliance.goes_on(timedelta(seconds=2))
    await anna.says("/manage")
    await anna.sees("Это могут делать организаторы")
    assert any("Идут: 1" in message.get("text", "") for message in anna.chat())


async def test_a_broadcast_shows_its_progress_and_ends_with_a_report(alliance: Alliance) -> None:
    anna = await alliance.has(1, "Анна", Role.ORGANISER)
    for number in range(2, 12):
        person = await alliance.has(number, f"Участник {number}")
        if number > 9:
            person.blocks()
    await alliance.announces(1)

    report = await anna.sees("Приглашения разосланы")

    assert "Доставлено: 9 из 11" in report["text"]
    assert "Заблокировали бота или удалили аккаунт: 2" in report["text"]
    shown = [m for m in anna.chat() if "Приглашения разосланы" in m.get("text", "")]
    assert not any("Рассылаем" in message.get("text", "") for message in anna.chat())
    assert len(shown) == 1, "one message, edited in place"

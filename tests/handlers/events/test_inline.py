"""`@bot query` in any chat: coming events, with nothing that is not for everybody."""

from typing import Any

from bot.domain.people.members import Role
from handlers.ui.inline import RESULTS_LIMIT
from tests.alliance import Alliance
from tests.databases import execute


def titles(results: list[dict[str, Any]]) -> list[str]:
    return [result["title"] for result in results]


async def test_a_member_finds_coming_events_and_sends_one_with_public_fields(
    alliance: Alliance,
) -> None:
    await alliance.has(1, "Ольга", Role.ORGANISER)
    anna = await alliance.has(2, "Анна")
    for title in ("Ёлка <для> всех", "Субботник", "Совет", "Отменено"):
        await alliance.announces(1, title)
    await execute(alliance.database, "UPDATE events SET audience = 'council' WHERE title = 'Совет'")
    await execute(
        alliance.database, "UPDATE events SET state = 'cancelled' WHERE title = 'Отменено'"
    )
    await execute(alliance.database, "UPDATE events SET link = 'https://call.example.org'")

    assert set(titles(await anna.queries(""))) == {"Субботник", "Ёлка <для> всех"}
    (result,) = await anna.queries("елка")
    message = await anna.picks(result)

    assert message["text"].startswith("Ёлка <для> всех")
    assert "Дом НКО" in message["text"]
    assert "call.example.org" not in str(result)
    assert await anna.queries("нет такого") == []


async def test_a_stranger_finds_only_what_the_channel_shows(alliance: Alliance) -> None:
    await alliance.has(1, "Ольга", Role.ORGANISER)
    stranger = alliance.sandbox.add_person(7, "Чужой", started=True)
    await alliance.announces(1, "Субботник")
    await alliance.announces(1, "Собрание")

    assert await stranger.queries("") == []

    alliance.services.posts._channel = -1009
    await execute(
        alliance.database,
        """
        INSERT INTO shown_messages (chat_id, message_id, subject_kind, subject_id, view)
        SELECT -1009, id, 'event', id, 'post' FROM events WHERE title = 'Собрание'
        """,
    )
    assert titles(await stranger.queries("")) == ["Собрание"]


async def test_no_more_results_than_telegram_takes(alliance: Alliance) -> None:
    await alliance.has(1, "Ольга", Role.ORGANISER)
    await alliance.announces(1, "Субботник")
    await execute(
        alliance.database,
        f"""
        WITH RECURSIVE n (i) AS (
            SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < {RESULTS_LIMIT + 9}
        )
        INSERT INTO events (id, title, description, starts_at, ends_at, place, audience, created_by,
                            created_at, uid, changed_at, secret)
        SELECT 100 + i, 'Субботник ' || i, '', starts_at, ends_at, place, audience, created_by,
               created_at, uid || i, changed_at, secret
          FROM events, n WHERE events.id = 1
        """,  # noqa: S608  a number
    )
    anna = await alliance.has(2, "Анна")
    assert len(await anna.queries("субботник")) == RESULTS_LIMIT

"""`@bot query` in any chat: coming events, with nothing that is not for everybody."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from aiogram.types import Chat, Message, Update

from bot.domain.people.members import Role
from bot.domain.refusals import NotMember
from handlers.pipeline.refusals import Refusals
from handlers.ui.inline import CACHE_TIME, RESULTS_LIMIT
from sandbox.chats import Member
from tests.alliance import Alliance
from tests.databases import execute
from tests.wording import NOW, all_texts


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

    posts = alliance.services.posts
    posts._source = replace(posts._rules, channel=-1009)
    await execute(
        alliance.database,
        """
        INSERT INTO shown_messages (chat_id, message_id, subject_kind, subject_id, view)
        SELECT -1009, id, 'event', id, 'post' FROM events WHERE title = 'Собрание'
        """,
    )
    assert await stranger.queries("") == [], "Telegram still shows the answer from before"
    alliance.clock.advance(timedelta(seconds=CACHE_TIME))
    assert titles(await stranger.queries("")) == ["Собрание"]


async def test_a_mention_where_the_bot_is_no_member_gets_the_best_result(
    alliance: Alliance,
) -> None:
    await alliance.has(1, "Ольга", Role.ORGANISER)
    anna = await alliance.has(2, "Анна")
    stranger = alliance.sandbox.add_person(7, "Чужой", started=True)
    await alliance.announces(1, "Субботник")
    await anna.sees("Субботник")
    foreign = alliance.sandbox.add_group(-1077, "Чужая группа", [2, 7], bot=Member("left")).id
    bot = f"@{alliance.sandbox.world.bot.username}"

    shown = await anna.mentions(f"{bot} субботник", chat_id=foreign)
    assert shown["text"].startswith("Субботник")
    assert "Открыть в боте" in str(shown["reply_markup"])

    hidden = await stranger.mentions(f"{bot} субботник", chat_id=foreign)
    assert "Ничего не нашлось" in hidden["text"]
    assert len(anna.chat()) == 1, "nothing is said in the private chat but the event itself"


async def test_a_mention_counts_in_capital_and_small_letters(alliance: Alliance) -> None:
    anna = await alliance.has(1, "Анна", Role.ORGANISER)
    await alliance.announces(1, "Субботник")
    foreign = alliance.sandbox.add_group(-1077, "Чужая группа", [1], bot=Member("left")).id
    bot = f"@{alliance.sandbox.world.bot.username.title()}"

    shown = await anna.mentions(f"{bot} субботник", chat_id=foreign)

    assert shown["text"].startswith("Субботник")


async def test_an_error_is_not_told_in_the_chat_of_a_mention() -> None:
    """That chat may be a private one of two others: its id is that of somebody else's chat."""
    chat = Chat(id=2, type="private")
    message = Message(message_id=1, date=NOW, chat=chat, text="@bot", guest_query_id="5")
    update = Update(update_id=1, guest_message=message)  # without a bot: an answer would raise

    async def breaks(*_: object) -> None:
        raise NotMember

    await Refusals(all_texts())(breaks, update, {})


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

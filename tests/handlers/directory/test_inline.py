"""`@bot query` in any chat: organisations, with nothing that is not for everybody."""

from datetime import timedelta

import pytest

from bot.domain.directory.cards import CardDetails, ContactKind
from bot.domain.people.members import MemberId, OrganisationId, Role
from bot.domain.people.people import OrganisationDetails
from handlers.ui.inline import CACHE_TIME, RESULTS_LIMIT
from sandbox.chats import Member
from sandbox.people import Person
from tests.alliance import Alliance
from tests.databases import execute

FUND = OrganisationId(1)
CACHED = timedelta(seconds=CACHE_TIME)
EMAIL = (ContactKind.EMAIL, "fond@example.org")


@pytest.fixture
async def anna(alliance: Alliance) -> Person:
    """Anna leads a fund that shows its e-mail address."""
    anna = await alliance.has(1, "Анна Журавлёва", Role.ORGANISER)
    await alliance.puts(1, OrganisationDetails("Фонд <b> «Закат»", "", "6671000017", None, "Лес"))
    await alliance.database.write(lambda tx: tx.organisations.save_leader(FUND, MemberId(1)))
    card = CardDetails("Провожаем <i>", ("Экология",), contacts=(EMAIL,))
    await alliance.services.directory_editing.save(MemberId(1), FUND, card, 0)
    return anna


@pytest.mark.usefixtures("anna")
async def test_a_member_finds_an_organisation_and_sends_it_without_its_leader(
    alliance: Alliance,
) -> None:
    boris = await alliance.has(2, "Борис Ким")
    (result,) = await boris.queries("журовлева")
    assert result["title"] == "Фонд <b> «Закат»"
    assert result["description"] == "Лес · Экология"
    message = await boris.picks(result)
    assert "🏛 Фонд <b> «Закат»\n\nПровожаем <i>" in message["text"]
    assert "fond@example.org" in message["text"]
    assert "Журавлёва" not in str(result)
    await boris.taps("Открыть в боте")
    await boris.sees("Руководитель: Анна Журавлёва")
    assert await boris.queries("закалка воли") == [], "a guess is not offered"


@pytest.mark.usefixtures("anna")
async def test_strangers_find_organisations_if_the_alliance_allows_it_but_not_by_the_leader(
    alliance: Alliance,
) -> None:
    stranger = alliance.sandbox.add_person(7, "Чужой", started=True)
    assert await stranger.queries("закат") == []
    alliance.services.directory._for_strangers = True
    alliance.clock.advance(CACHED)
    (result,) = await stranger.queries("закат")
    assert result["title"] == "Фонд <b> «Закат»"
    assert await stranger.queries("журавлёва") == []


async def test_a_mention_where_the_bot_is_no_member_gets_a_card(
    alliance: Alliance, anna: Person
) -> None:
    foreign = alliance.sandbox.add_group(-1077, "Чужая группа", [1], bot=Member("left")).id
    bot = f"@{alliance.sandbox.world.bot.username}"
    shown = await anna.mentions(f"{bot} фонд закат", chat_id=foreign)
    assert shown["text"].startswith("🏛 Фонд <b> «Закат»")
    assert "Журавлёва" not in str(shown)


async def test_many_events_leave_room_for_organisations(alliance: Alliance, anna: Person) -> None:
    await alliance.announces(1, "Закат над озером")
    await execute(
        alliance.database,
        f"""
        WITH RECURSIVE n (i) AS (
            SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < {RESULTS_LIMIT + 9}
        )
        INSERT INTO events (id, title, description, starts_at, ends_at, place, audience, created_by,
                            created_at, uid, changed_at, secret)
        SELECT 100 + i, 'Закат ' || i, '', starts_at, ends_at, place, audience, created_by,
               created_at, uid || i, changed_at, secret
          FROM events, n WHERE events.id = 1
        """,  # noqa: S608  a number
    )
    results = await anna.queries("закат")
    assert len(results) == RESULTS_LIMIT
    assert [one["id"].split(":")[0] for one in results[:3]] == ["event", "organisation", "event"]

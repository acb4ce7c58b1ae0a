"""The organisers' board of who is out of reach, personal invitations, and the weekly digest."""

from datetime import timedelta

import pytest

from bot.domain.people.members import MemberId, OrganisationId, Role, TelegramId
from bot.domain.people.people import OrganisationDetails, PersonDetails
from handlers.people.callbacks import BlockedButton, InviteButton, OrganisationReachButton
from handlers.ui.callbacks import ReachabilityButton
from sandbox.chats import Message
from sandbox.people import Person
from storage.stores import Stores
from tests.alliance import Alliance
from tests.databases import execute
from tests.keyboards import labels

JOINED_AND_BLOCKED = """
UPDATE members
   SET telegram_id = 1000 + id, joined_at = '2026-01-01T00:00:00.000000+00:00',
       consent_version = 1, consented_at = '2026-01-01T00:00:00.000000+00:00',
       unreachable_since = '2026-01-02T00:00:00.000000+00:00'
 WHERE organisation_id IS NOT NULL
"""


def copied(message: Message) -> str:
    """Return what the button of an invitation copies."""
    text: str = message["reply_markup"]["inline_keyboard"][0][0]["copy_text"]["text"]
    return text


@pytest.fixture
async def olga(alliance: Alliance) -> Person:
    return await alliance.has(1, "Ольга", Role.ORGANISER)


async def knows(alliance: Alliance, organisation: str, *people: str) -> list[MemberId]:
    """Write down an organisation and people of it who have not joined."""

    def write(tx: Stores) -> list[MemberId]:
        inn = f"66710{len(tx.organisations.all()):05}"
        house = tx.organisations.add(OrganisationDetails(organisation, "", inn, None, ""))
        details = [PersonDetails(name, "Директор", "+73433711234") for name in people]
        return [tx.members.add(one, house) for one in details]

    return await alliance.database.write(write)


async def opens(olga: Person) -> Message:
    await olga.says("/manage")
    await olga.sees("Впереди пока ничего нет")
    await olga.taps("Кто вне связи")
    return await olga.sees("📡")


async def test_one_goes_from_the_board_to_an_invitation_that_lets_its_bearer_in(
    alliance: Alliance, olga: Person
) -> None:
    await knows(alliance, "Хор <«Звон»> & Ко", "Вера <b>Лис</b>")
    board = await opens(olga)
    assert "до организаций: 0 из 1" in board["text"]
    assert "⏳ Хор <«Звон»> & Ко · не подключились" in labels(board)

    await olga.taps("Хор")
    house = await olga.sees("Вера <b>Лис</b>, Директор — ещё не подключились")
    assert house["message_id"] == board["message_id"], "one message, edited in place"
    await olga.taps("Ссылка: Вера")
    first = await olga.sees(lambda m: "Личное приглашение: Вера <b>Лис</b>" in m.get("caption", ""))
    assert "+73433711234" in first["caption"]
    assert "photo" in first
    await olga.taps("Другая ссылка", message=first)
    second = await olga.sees(
        lambda m: m["message_id"] > first["message_id"] and "Личное" in m.get("caption", "")
    )
    assert copied(second) in second["caption"]
    assert copied(first) != copied(second)

    vera = alliance.sandbox.add_person(7, "Вера", started=True)
    await vera.says(f"/start {copied(first).partition('start=')[2]}")
    await vera.sees("просрочено")
    await vera.says(f"/start {copied(second).partition('start=')[2]}")
    await vera.sees("Здравствуйте, Вера <b>Лис</b>")

    await olga.taps("Назад", message=house)
    await olga.sees("📡 Кто вне связи")
    joined = await alliance.services.members.recognise(TelegramId(7))
    assert joined is not None
    await alliance.services.members.give_consent(joined.id, 1)
    await olga.taps("Хор", message=house)
    await olga.sees("Сообщения сюда доходят")


async def test_who_blocked_the_bot_is_listed_with_the_day(alliance: Alliance, olga: Person) -> None:
    anna = await alliance.has(2, "Анна")
    anna.blocks()
    await alliance.goes_on(timedelta(seconds=1))
    await opens_until(olga, "Заблокировали бота · 1")
    await olga.taps("Заблокировали бота")

    listed = await olga.sees("Анна, — — блокировка с")
    day = alliance.app.texts.for_language("ru").day(alliance.clock.now())
    assert day in listed["text"]
    await olga.taps("Ссылка: Анна")
    await olga.sees(lambda m: "Если аккаунт прежний" in m.get("caption", ""))
    await olga.taps("Назад", message=listed)
    await olga.sees("📡 Кто вне связи")


async def opens_until(olga: Person, label: str) -> None:
    """Open the board, and again until what Telegram told the bot has arrived."""
    await opens(olga)
    for _ in range(50):
        if label in labels(olga.chat()[-1]):
            return
        await olga.forges(ReachabilityButton().pack(), olga.chat()[-1]["message_id"])
    pytest.fail(f"{label} never came")


async def test_the_board_pages_and_a_page_beyond_the_end_is_the_last(
    alliance: Alliance, olga: Person
) -> None:
    for number in range(20):
        await knows(alliance, f"Организация {number:02}")
    board = await opens(olga)
    assert sum("Организация" in label for label in labels(board)) == 8
    await olga.forges(ReachabilityButton(page=99).pack(), board["message_id"])
    last = await olga.sees(lambda m: any("Организация 19" in label for label in labels(m)))
    assert sum("Организация" in label for label in labels(last)) == 4


async def test_members_and_strangers_learn_nothing_whatever_they_forge(
    alliance: Alliance, olga: Person
) -> None:
    (vera,) = await knows(alliance, "Хор", "Вера")
    await opens(olga)
    ivan = await alliance.has(2, "Иван")
    await ivan.says("/me")
    page = await ivan.sees("Иван")
    stranger = alliance.sandbox.add_person(3, "Чужой", started=True)
    await stranger.says("/start")
    hello = await stranger.sees("Здравствуйте")
    for data in (
        ReachabilityButton().pack(),
        BlockedButton().pack(),
        OrganisationReachButton(organisation_id=OrganisationId(1)).pack(),
        InviteButton(member_id=vera).pack(),
    ):
        assert "организаторы" in ((await ivan.forges(data, page["message_id"])).text or "")
        answer = await stranger.forges(data, hello["message_id"])
        assert "Вы ещё не с нами" in (answer.text or "")
    for data in ("house:0:0", "house:x:0", "invite:-1", "reach:x"):
        assert (await olga.forges(data, olga.chat()[-1]["message_id"])).show_alert
    reached = await olga.forges("invite:1", olga.chat()[-1]["message_id"])
    assert "Ольга и так на связи" in (reached.text or "")


async def test_the_digest_names_what_changed_and_leads_to_the_board(
    alliance: Alliance, olga: Person
) -> None:
    for number in range(12):
        await knows(alliance, f"Организация {number:02} <b>", f"Человек {number:02}")
    long = "Автономная некоммерческая организация «Организация 00»"
    await execute(
        alliance.database, "UPDATE organisations SET short_name = name, name = ? WHERE id = 1", long
    )
    await knows(alliance, "Автономная некоммерческая организация, которая не приходила")
    await alliance.goes_on(timedelta(seconds=1))
    await execute(alliance.database, JOINED_AND_BLOCKED)
    await alliance.goes_on(timedelta(days=8))

    digest = await olga.sees("что изменилось за неделю")

    assert "• Организация 09 <b>\n… и ещё 2" in digest["text"]
    assert "Организация 10" not in digest["text"]
    assert "Автономная" not in digest["text"], "no long name, and nobody who never came"
    assert "Сейчас без связи организаций: 13, заблокировали бота: 12" in digest["text"]
    await olga.taps("Кто вне связи", message=digest)
    await olga.sees("до организаций: 0 из 13")
    await alliance.goes_on(timedelta(days=7))
    assert sum("за неделю" in m.get("text", "") for m in olga.chat()) == 0

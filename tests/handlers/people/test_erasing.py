"""A person's own data: handed out as a file, and erased at their wish."""

import json
from pathlib import Path

from bot.domain.people.members import MemberId, Role, TelegramId
from storage.stores import Stores
from tests.alliance import Alliance, a_config

NAME = "Анна Орлова"


async def test_own_data_comes_as_a_file_that_names_what_is_kept(alliance: Alliance) -> None:
    await alliance.has(1, "Ольга", Role.ORGANISER)
    anna = await alliance.has(2, NAME)
    await alliance.announces(1, "Собрание")
    await anna.sees("Собрание")
    await anna.taps("Иду")
    await anna.says("/me")
    await anna.sees("Часовой пояс")
    await anna.taps("Мои данные файлом")
    message = await anna.sees(lambda message: "document" in message)
    file = alliance.sandbox.world.files.get(message["document"]["file_id"])
    assert file is not None
    kept = json.loads(file.upload.data)
    assert kept["person"]["name"] == NAME
    assert [(answer["title"], answer["answer"]) for answer in kept["answers"]] == [
        ("Собрание", "going")
    ]


async def test_erasing_asks_once_more_and_leaves_nothing_of_the_person(
    alliance: Alliance,
) -> None:
    organiser = await alliance.has(1, "Ольга", Role.ORGANISER)
    anna = await alliance.has(2, NAME)
    event = await alliance.announces(1)
    await anna.sees("Встреча")
    await anna.taps("Иду")
    await organiser.says("/manage")
    await organiser.sees("Впереди")
    await organiser.taps("Встреча")
    await organiser.sees("Идут: 1")
    await anna.says("/me")
    await anna.sees("Часовой пояс")
    await anna.taps("Удалить мои данные")
    await anna.sees("Вернуть это нельзя")
    member = await alliance.services.members.recognise(TelegramId(2))
    assert member is not None, "nothing is erased before the second tap"
    await anna.taps("Да, удалить навсегда")
    await anna.sees("ваши данные удалены")
    await organiser.sees("Идут: 0")

    def left(tx: Stores) -> tuple[object, ...]:
        return (
            tx.members.by_telegram(TelegramId(2)),
            tx.rsvps.get(event, MemberId(member.id)),
            NAME in str(tx.members.everything(member.id)),
            [person.id for person in tx.members.all()],
        )

    assert await alliance.database.read(left) == (None, None, False, [1])
    await anna.says("/events")
    await anna.sees("Вы ещё не с нами")


async def test_who_never_consented_can_fetch_and_erase_what_was_imported_of_them(
    alliance: Alliance,
) -> None:
    anna = await alliance.has(2, NAME)
    await alliance.database.write(
        lambda tx: tx.members._db.execute(
            "UPDATE members SET consent_version = NULL, consented_at = NULL"
        )
    )
    await anna.says("/events")
    await anna.sees("Сначала нужно ваше согласие")
    await anna.says("/me")
    await anna.sees("Часовой пояс")
    await anna.taps("Мои данные файлом")
    await anna.sees(lambda message: "document" in message)
    await anna.taps("Удалить мои данные")
    await anna.sees("Удалить ваши данные?")
    await anna.taps("Да, удалить")
    await anna.says("/me")
    await anna.sees("Вы ещё не с нами")


async def test_an_older_consent_holds_for_notices_until_the_newer_is_asked_for_at_a_tap(
    alliance: Alliance, tmp_path: Path
) -> None:
    await alliance.has(1, "Ольга", Role.ORGANISER)
    anna = await alliance.has(2, NAME)
    alliance.config = a_config(tmp_path, alliance.sandbox.url, ALLIANCE__CONSENT_VERSION="2")
    await alliance.restarts()
    organiser = await alliance.services.members.recognise(TelegramId(1))
    assert organiser is not None
    await alliance.services.members.give_consent(organiser.id, 2)
    await alliance.announces(1)
    await anna.sees("Встреча")
    answer = await anna.taps("Иду")
    assert "Сначала нужно ваше согласие" in (answer.text or "")

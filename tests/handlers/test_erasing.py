"""A person's own data: handed out as a file, and erased at their wish."""

import json

from bot.domain.members import MemberId, Role, TelegramId
from storage.stores import Stores
from tests.alliance import Alliance

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
    member = await alliance.app.members.recognise(TelegramId(2))
    assert member is not None, "nothing is erased before the second tap"
    await anna.taps("Да, удалить навсегда")
    await anna.sees("мы вас больше не помним")
    await organiser.sees("Идут: 0")

    def left(tx: Stores) -> tuple[object, ...]:
        return (
            tx.members.by_telegram(TelegramId(2)),
            tx.events.answer(event, MemberId(member.id)),
            NAME in str(tx.members.everything(member.id)),
            [person.id for person in tx.members.all()],
        )

    assert await alliance.database.read(left) == (None, None, False, [1])
    await anna.says("/events")
    await anna.sees("Вы ещё не с нами")

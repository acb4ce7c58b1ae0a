"""The bot dies after what an organiser asked for was written: the same tap again is no refusal."""

from datetime import timedelta

import pytest

from bot.domain.announcements.announcements import AnnouncementId
from bot.domain.people.members import Role
from sandbox.people import Person
from tests.alliance import Alliance
from tests.crashes import BROKEN, dies_after, dies_at
from tests.databases import execute
from tests.handlers.announcements.test_boards import opens_board, opens_list, sends
from tests.handlers.announcements.test_drafts import begins, goes_out, opens, presses, texts


@pytest.fixture
async def olga(alliance: Alliance) -> Person:
    for number in (2, 3):
        await alliance.has(number, f"Участник {number}")
    return await alliance.has(1, "Ольга", Role.ORGANISER)


async def versions(alliance: Alliance) -> int:
    """Return how many versions the first announcement has."""
    one = AnnouncementId(1)
    return len(await alliance.database.read(lambda tx: tx.announcements.versions(one)))


async def test_a_correction_that_was_made_is_not_refused_at_the_second_tap(
    alliance: Alliance, olga: Person
) -> None:
    await sends(alliance, olga, "Собрание в пятницу")
    await opens_board(olga, "Собрание в пятницу")
    await presses(olga, "Исправить")
    await olga.sees("Пришлите исправленное сообщение")
    await olga.says("Собрание в субботу")
    await olga.sees("Исправим его на том же месте")
    dies_after(alliance.services.corrections, "correct")
    assert BROKEN in ((await presses(olga, "Да, исправить")).text or "")

    answer = await presses(olga, "Да, исправить")

    assert "нечего" not in (answer.text or "")
    await olga.sees("Исправляем у всех")
    await alliance.sandbox.person(2).sees("Собрание в субботу")
    assert await versions(alliance) == 2


async def test_a_draft_that_was_sent_is_not_gone_on_with_as_if_it_were_not(
    alliance: Alliance, olga: Person
) -> None:
    await begins(olga)
    await presses(olga, "Посмотреть и отправить")
    dies_after(alliance.services.announcements, "send")
    assert BROKEN in ((await presses(olga, "Да, отправить")).text or "")

    await opens(olga)  # a new one is asked for: the last is on its way

    await presses(olga, "Да, отправить")
    await olga.sees("Ещё можно передумать")
    await alliance.goes_on(timedelta(seconds=31))
    await alliance.app.worker.drain()
    assert texts(alliance.sandbox.person(2)).count("Завтра субботник") == 1


async def test_a_change_that_was_made_is_not_made_again_at_the_second_tap(
    alliance: Alliance, olga: Person
) -> None:
    await begins(olga)
    await presses(olga, "Когда", "Завтра 12:00", "Назад")
    await presses(olga, "Посмотреть и отправить", "Да, отправить")
    await olga.sees("Запланировано:")
    await opens_list(olga)
    await presses(olga, "Запланированные · 1", "· Завтра субботник", "✏️ Изменить")
    await olga.sees("Черновик объявления")
    await presses(olga, "Посмотреть и отправить")
    asked = await olga.sees("Так это увидят люди")
    data = asked["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    dies_after(alliance.services.announcements, "change")
    assert BROKEN in ((await olga.forges(data, asked["message_id"])).text or "")

    for _ in range(2):
        await olga.forges(data, asked["message_id"])

    assert await alliance.database.read(lambda tx: len(tx.announcements.all())) == 1
    await alliance.goes_on(timedelta(days=2))
    late = await olga.forges(data, asked["message_id"])
    assert not late.text, "it is not refused though it has gone out"
    await alliance.app.worker.drain()
    assert texts(alliance.sandbox.person(2)).count("Завтра субботник") == 1


async def test_a_draft_of_another_release_is_said_to_be_lost(
    alliance: Alliance, olga: Person
) -> None:
    await begins(olga)
    older = (
        "UPDATE drafts SET data = json_set(data, '$.number', 'x') WHERE key LIKE '%:announcement'"
    )
    await execute(alliance.database, older)

    shown = await opens(olga)

    assert shown["text"].startswith("Ваш черновик не сохранился")
    await begins(olga, "Послезавтра субботник")


async def test_what_was_accepted_is_not_refused_at_the_second_tap(
    alliance: Alliance, olga: Person
) -> None:
    await olga.says("Завтра субботник")
    asked = await olga.sees("Разослать это?")
    dies_after(alliance.services.announcement_drafts, "accept")
    assert BROKEN in ((await olga.taps("Да, разослать", message=asked)).text or "")

    await olga.taps("Да, разослать", message=asked)

    await olga.sees("Черновик объявления")
    await goes_out(alliance, olga)
    await alliance.sandbox.person(2).sees("Завтра субботник")


async def test_a_panel_that_was_sent_but_not_noted_is_sent_again_and_either_serves(
    alliance: Alliance, olga: Person
) -> None:
    await opens(olga)
    dies_at(alliance.services.announcement_drafts, "change")
    await olga.says("Завтра субботник")
    await olga.sees(BROKEN)

    await olga.says("Завтра субботник")

    await olga.watches(lambda chat: sum("Черновик" in one.get("text", "") for one in chat) == 2)
    first = next(one for one in olga.chat() if "Черновик" in one.get("text", ""))
    await olga.taps("Посмотреть и отправить", message=first)
    await presses(olga, "Да, отправить")
    await olga.sees("Ещё можно передумать")
    await alliance.goes_on(timedelta(seconds=31))
    await alliance.sandbox.person(2).sees("Завтра субботник")


async def test_what_is_begun_again_after_a_crash_takes_the_place_of_the_first(
    alliance: Alliance, olga: Person
) -> None:
    await sends(alliance, olga, "Собрание в пятницу")
    await opens_board(olga, "Собрание в пятницу")
    for service, method in (
        (alliance.services.announcement_drafts, "begin"),
        (alliance.services.prompts, "ask"),
    ):
        dies_after(service, method)
        assert BROKEN in ((await presses(olga, "Исправить")).text or "")
    await presses(olga, "Исправить")
    await olga.sees("Пришлите исправленное сообщение")
    await olga.says("Собрание в субботу")
    await olga.sees("Исправим его на том же месте")


async def test_what_was_taken_back_is_gone_on_with_at_the_second_tap(
    alliance: Alliance, olga: Person
) -> None:
    await begins(olga)
    await presses(olga, "Посмотреть и отправить", "Да, отправить")
    dies_after(alliance.services.announcements, "cancel")
    assert BROKEN in ((await presses(olga, "Отменить отправку")).text or "")

    await presses(olga, "Отменить отправку")

    await olga.sees("никто ничего не получил")
    await goes_out(alliance, olga)
    await alliance.sandbox.person(2).sees("Завтра субботник")

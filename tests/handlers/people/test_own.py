"""/me → «Моя организация», and what chair and secretary do with organisations."""

import pytest

from bot.domain.people.members import MemberId, OrganisationId, Role
from bot.domain.people.people import OrganisationDetails, PersonDetails
from handlers.people.callbacks import QuitOrganisationButton
from sandbox.people import Person
from tests.alliance import Alliance
from tests.databases import query
from tests.keyboards import labels
from tests.people import joined

FUND = OrganisationDetails("Фонд <Закат>", "", "6671000024", None, "")


@pytest.fixture
async def anna(alliance: Alliance) -> Person:
    """Give «Фонд <Закат>» Anna, who leads it, and Boris, who has joined."""
    anna = await alliance.has(1, "Анна <b>")
    fund = await alliance.puts(1, FUND)
    alliance.sandbox.add_person(2, "Борис", started=True)
    now = alliance.clock.now()
    await alliance.database.write(lambda tx: tx.organisations.save_leader(fund, MemberId(1)))
    await alliance.database.write(
        lambda tx: joined(tx, PersonDetails("Борис"), now, fund, telegram_id=2)
    )
    return anna


async def opens_own(person: Person) -> None:
    await person.says("/me")
    await person.sees("Часовой пояс")
    await person.taps("Моя организация")
    await person.sees("Людей: 2")


async def led(alliance: Alliance) -> list[tuple[int | None, str | None]]:
    return await query(alliance.database, "SELECT leader_id, left_at FROM organisations")


async def test_a_leader_invites_a_colleague_names_a_delegate_and_hands_over(
    alliance: Alliance, anna: Person
) -> None:
    boris = alliance.sandbox.person(2)
    await opens_own(anna)
    await anna.taps("Пригласить коллегу")
    await anna.sees("Кого приглашаем")
    await anna.says("Глеб <i>Лис</i>, бухгалтер")
    card = await anna.sees("Ещё не в боте")
    assert "Глеб <i>Лис</i>\nбухгалтер" in card["text"]
    await anna.taps("Ссылка: Глеб", message=card)
    await anna.sees(lambda m: "Личное приглашение" in m.get("caption", ""))

    await anna.taps("Назад", message=card)
    await anna.sees("Людей: 3")
    await anna.taps("Борис")
    await anna.sees("От имени организации не голосует")
    await anna.taps("Назначить делегатом")
    await anna.sees("Назначить делегатом: Борис?")
    await anna.taps("Да, назначить")
    await anna.sees("Делегат: голосует от организации")

    await anna.taps("Передать руководство")
    await anna.sees("Предложить руководство: Борис?")
    await anna.taps("Да, предложить")
    await anna.sees("Пока руководите вы")
    await boris.sees("предлагает вам руководить")
    assert await led(alliance) == [(1, None)]
    await boris.taps("Соглашаюсь")
    await boris.sees("Теперь вы руководите организацией: Фонд <Закат>")
    await boris.taps("Что передать")
    await boris.sees("осталось 6 пунктов")
    await boris.taps("Пароли и доступы")
    page = await boris.sees("осталось 5 пунктов")
    assert "✅ Пароли и доступы переданы" in labels(page)
    assert "⬜️ Документы и печать переданы" in labels(page)
    await anna.sees("новый руководитель: Борис")
    assert await led(alliance) == [(2, None)]


@pytest.mark.usefixtures("anna")
async def test_a_colleague_leaves_knowing_what_ends(alliance: Alliance) -> None:
    boris = alliance.sandbox.person(2)
    await opens_own(boris)
    await boris.taps("Выйти из организации")
    await boris.sees("Вы перестанете быть участником альянса")
    await boris.taps("Да, выйти")
    await boris.sees("вы вышли из организации")
    await boris.says("/me")
    page = await boris.sees("Часовой пояс")
    assert "Фонд" not in page["text"]


async def test_a_leader_is_not_asked_whether_they_leave_but_told_what_to_do_first(
    anna: Person,
) -> None:
    await opens_own(anna)
    shown = await anna.sees("Фонд <Закат>")
    answer = await anna.forges(QuitOrganisationButton().pack(), shown["message_id"])
    assert "Сначала передайте руководство коллеге" in (answer.text or "")


async def test_an_organisation_leaves_after_two_questions(alliance: Alliance, anna: Person) -> None:
    await opens_own(anna)
    await anna.taps("Выйти из альянса")
    await anna.sees("у 2 человек")
    await anna.taps("Понятно, продолжить")
    await anna.sees("Точно выходим?")
    assert await led(alliance) == [(1, None)]
    await anna.taps("Да, организация выходит")
    await anna.sees("Организация вышла из альянса: Фонд <Закат>")
    await alliance.sandbox.person(2).sees("больше не в альянсе")
    ((leader, left_at),) = await led(alliance)
    assert (leader, left_at is not None) == (None, True)


@pytest.mark.usefixtures("anna")
async def test_the_secretary_replaces_a_lost_leader_and_records_that_an_organisation_left(
    alliance: Alliance,
) -> None:
    vera = await alliance.has(9, "Вера", Role.SECRETARY)
    await vera.says("/manage")
    await vera.sees(lambda m: "Организации" in labels(m))
    await vera.taps("Организации")
    await vera.sees("Организации: 1")
    await vera.says("закат")
    await vera.sees("Нашлась 1 организация")
    await vera.taps("Закат")
    await vera.sees("Руководитель: Анна <b>")
    await vera.taps("Сменить руководителя")
    await vera.sees("Кто теперь руководит?")
    await vera.taps("Борис")
    await vera.sees("Борис станет руководителем")
    await vera.says("приказ <5>")
    question = await vera.sees("Сменить руководителя?")
    assert "Прежний, Анна <b>, сразу потеряет права" in question["text"]
    assert "сообщим всем людям организации (2): «приказ <5>»" in question["text"]
    assert await led(alliance) == [(1, None)]
    await vera.taps("Да, сменить руководителя")
    await vera.sees("Руководитель записан")
    assert await led(alliance) == [(2, None)]
    await vera.taps("К организации")
    await vera.sees("Руководитель: Борис")
    await alliance.sandbox.person(2).sees("Теперь вы руководите")

    await vera.taps("Записать выход из альянса")
    await vera.sees("у 2 человек")
    await vera.taps("Понятно, указать документ")
    await vera.sees("По какому документу")
    await vera.says("заявление <7>")
    await vera.sees("Записали: Фонд <Закат> больше не в альянсе")
    await alliance.sandbox.person(2).sees("Документ: заявление <7>")
    assert (
        await alliance.database.read(lambda tx: tx.organisations.speakers(OrganisationId(1)))
        is None
    )


@pytest.mark.usefixtures("anna")
async def test_the_chair_puts_an_exclusion_to_the_vote(alliance: Alliance) -> None:
    vera = await alliance.has(9, "Вера", Role.CHAIR)
    await vera.says("/manage")
    await vera.sees(lambda m: "Организации" in labels(m))
    await vera.taps("Организации")
    await vera.sees("Организации: 1")
    await vera.taps("Закат")
    await vera.sees("Руководитель: Анна <b>")
    await vera.taps("Исключить голосованием")
    await vera.sees("решать только общее собрание")
    await vera.taps("Нет, это обычный вопрос")
    await vera.sees("Шаг 4")
    await vera.says("через 3 дня в 12:00")
    plan = await vera.sees("Исключить из альянса: Фонд <Закат>?", timeout=20)
    assert "членство организации закончится сразу" in plan["text"]

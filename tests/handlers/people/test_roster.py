"""/admin → «Люди и роли»: an administrator finds people, adds them, gives and takes roles."""

import pytest

from bot.domain.people.members import MemberId, Role, TelegramId
from bot.domain.people.people import OrganisationDetails
from handlers.people.callbacks import (
    AddPersonButton,
    GiveRoleButton,
    PersonRolesButton,
    TakeRoleButton,
)
from handlers.ui.callbacks import FindPersonToManageButton
from sandbox.chats import Message
from sandbox.people import Person
from tests.alliance import Alliance
from tests.databases import dump, query
from tests.keyboards import labels


@pytest.fixture
async def dina(alliance: Alliance) -> Person:
    dina = await alliance.has(1, "Дина", Role.ADMINISTRATOR)
    await alliance.has(2, "Анна <b>Орлова</b>")
    await alliance.puts(2, OrganisationDetails("Фонд «Закат»", "", "6671000024", None, ""))
    return dina


async def roles_of(alliance: Alliance, telegram_id: int) -> set[Role]:
    member = await alliance.services.members.recognise(TelegramId(telegram_id))
    assert member is not None
    return set((await alliance.database.read(lambda tx: tx.members.details(member.id))).roles)


async def finds(dina: Person, name: str) -> Message:
    await dina.says("/admin")
    await dina.sees("Бот работает")
    await dina.taps("Люди и роли")
    await dina.sees("Кого найти")
    await dina.says(name)
    return await dina.sees("Наш")


async def test_a_role_is_given_for_good_and_taken_again(alliance: Alliance, dina: Person) -> None:
    await finds(dina, "орлова")
    await dina.taps("Анна")
    card = await dina.sees("Ролей нет")
    assert "Анна <b>Орлова</b>" in card["text"]
    await dina.taps("Дать роль")
    await dina.sees("Какую роль дать")
    await dina.taps("член совета")
    await dina.sees("С какого дня")
    await dina.taps("С сегодняшнего дня")
    await dina.sees("По какой день")
    await dina.taps("Без срока")
    preview = await dina.sees("Срок: без срока")
    assert "член совета" in preview["text"]
    await dina.taps("Дать роль", message=preview)
    await dina.sees("роль записана")
    assert await roles_of(alliance, 2) == {Role.COUNCIL}

    await dina.taps("К человеку")
    await dina.sees("• член совета, с ")
    await dina.taps("Снять: член совета")
    await dina.sees("Снять роль «член совета»?")
    await dina.taps("Да, снять")
    await dina.sees("Ролей нет")
    assert await roles_of(alliance, 2) == set()
    acts = await query(alliance.database, "SELECT actor_id, subject FROM audit ORDER BY id")
    assert acts == [(1, "member:2"), (1, "member:2")]


async def test_days_are_typed_and_a_day_before_the_first_is_refused(
    alliance: Alliance, dina: Person
) -> None:
    await finds(dina, "Анна")
    await dina.taps("Анна")
    await dina.sees("Ролей нет")
    await dina.taps("Дать роль")
    await dina.sees("Какую роль дать")
    await dina.taps("председатель")
    await dina.sees("С какого дня")
    await dina.says("через 20 дней")
    await dina.sees("По какой день")
    await dina.says("через 10 дней")
    await dina.sees("раньше, чем началась")
    await dina.says("через 30 дней")
    preview = await dina.sees("Срок: по")
    await dina.taps("Дать роль", message=preview)
    await dina.sees("роль записана")
    await dina.taps("К человеку")
    card = await dina.sees("• председатель совета, начнёт ")
    assert ", по " in card["text"]
    assert await roles_of(alliance, 2) == set()


async def test_the_last_administrators_role_is_not_taken(alliance: Alliance, dina: Person) -> None:
    await finds(dina, "Дина")
    await dina.taps("Дина")
    await dina.sees("• администратор")
    await dina.taps("Снять: администратор")
    await dina.sees("Снять роль")
    answer = await dina.taps("Да, снять")
    assert "последний администратор" in (answer.text or "")
    assert await roles_of(alliance, 1) == {Role.ADMINISTRATOR}


async def test_a_person_is_added_and_invited(dina: Person) -> None:
    await dina.says("/admin")
    await dina.sees("Бот работает")
    await dina.taps("Люди и роли")
    await dina.sees("Кого найти")
    await dina.taps("Новый человек")
    await dina.sees("Из какой организации")
    await dina.taps("Закат")
    await dina.sees("Как зовут")
    await dina.says("Глеб <i>Лис</i>")
    await dina.sees("Какая должность")
    await dina.taps("Без должности")
    await dina.sees("Какой телефон")
    await dina.says("12")
    await dina.sees("Не похоже на телефон")
    await dina.says("8 343 371-12-34")
    await dina.sees("Какая почта")
    await dina.taps("Без почты")
    await dina.sees("Голосует от имени организации")
    await dina.taps("Да, делегат")
    preview = await dina.sees("Всё верно?")
    assert "Глеб <i>Лис</i>" in preview["text"]
    await dina.taps("Добавить")
    await dina.sees("Теперь в альянсе")
    await dina.taps("К человеку")
    card = await dina.sees("В боте: ещё нет")
    assert "голосует от организации" in card["text"]
    assert any("Ссылка: Глеб" in label for label in labels(card))
    await dina.taps("Ссылка: Глеб")
    await dina.sees(lambda m: "Личное приглашение" in m.get("caption", ""))


@pytest.mark.usefixtures("dina")
async def test_nobody_else_learns_or_changes_anything_whatever_they_forge(
    alliance: Alliance,
) -> None:
    olga = await alliance.has(3, "Ольга", Role.ORGANISER, Role.CHAIR)
    await olga.says("/admin")
    refused = await olga.sees("только администраторы")
    await alliance.stands_still()
    before = await dump(alliance.database)
    anna = MemberId(2)
    for data in (
        FindPersonToManageButton(),
        PersonRolesButton(member_id=anna),
        GiveRoleButton(member_id=anna),
        TakeRoleButton(member_id=MemberId(1), role=Role.ADMINISTRATOR),
        TakeRoleButton(member_id=MemberId(1), role=Role.ADMINISTRATOR, sure=True),
        AddPersonButton(),
    ):
        answer = await olga.forges(data.pack(), refused["message_id"])
        assert "только администраторы" in (answer.text or "")
    assert await dump(alliance.database) == before

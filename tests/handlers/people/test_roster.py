"""/admin → «Люди и роли»: an administrator finds people, adds them, gives and takes roles."""

from functools import partial

import pytest

from bot.domain.people.members import MemberId, Role, TelegramId
from bot.domain.people.people import OrganisationDetails
from handlers.people.callbacks import (
    AddPersonButton,
    EditPersonButton,
    GiveRoleButton,
    MergeButton,
    MergeWithButton,
    PersonRolesButton,
    TakeRoleButton,
)
from handlers.ui.callbacks import FindPersonToManageButton
from sandbox.chats import Message
from sandbox.people import Person
from tests.alliance import Alliance
from tests.databases import dump, execute, query
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
    anna = alliance.sandbox.person(2)
    await anna.sees("Вам дали роль: член совета")

    await dina.taps("К человеку")
    await dina.sees("• член совета, с ")
    await dina.taps("Снять: член совета")
    await dina.sees("Снять роль «член совета»?")
    await dina.taps("Да, снять")
    await dina.sees("Ролей нет")
    assert await roles_of(alliance, 2) == set()
    acts = await query(alliance.database, "SELECT actor_id, subject FROM audit ORDER BY id")
    assert acts == [(1, "member:2"), (1, "member:2")]


@pytest.mark.usefixtures("dina")
async def test_the_menu_changes_with_a_role_at_once(alliance: Alliance) -> None:
    anna = alliance.sandbox.person(2)
    use = alliance.services.appointments
    for act, words in ((use.give, "Вам дали роль"), (use.take, "больше нет")):
        await act(MemberId(1), MemberId(2), Role.ORGANISER)
        alliance.app.worker.wake()
        await anna.sees(words)
    calls = [call["params"] for call in alliance.sandbox.journal.read(method="setMyCommands")]
    menus = [
        {command["command"] for command in call["commands"]}
        for call in calls
        if call["scope"].get("chat_id") == 2
    ]
    assert [("manage" in menu, "event" in menu) for menu in menus] == [(True, True), (False, False)]


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
    await dina.sees("Какое отчество")
    await dina.taps("Без отчества")
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


async def test_an_organisation_that_is_new_is_added_with_its_first_person(
    alliance: Alliance, dina: Person
) -> None:
    await dina.says("/admin")
    await dina.sees("Бот работает")
    await dina.taps("Люди и роли")
    await dina.sees("Кого найти")
    await dina.taps("Новый человек")
    await dina.sees("Из какой организации")
    await dina.taps("Новая организация")
    await dina.sees("Какой ИНН")
    await dina.says("123")
    await dina.sees("нужно 10 цифр")
    await dina.says("9601000019")
    await dina.sees("Как она называется")
    await dina.says("АНО «Тёплый дом»")
    await dina.sees("Как зовут")
    await dina.says("Глеб Лис")
    for step in ("отчества", "должности", "телефона", "почты"):
        await dina.sees(partial(_offers, f"Без {step}"))
        await dina.taps(f"Без {step}")
    await dina.sees("Голосует от имени организации")
    await dina.taps("Нет")
    preview = await dina.sees("ИНН новой организации: 9601000019")
    assert len(labels(preview)) <= 8
    await dina.taps("✏️ Имя и отчество", message=preview)
    await dina.sees("Как зовут")
    await dina.says("Глеб Ли")
    await dina.sees("Какое отчество")
    await dina.says("Ильич")
    await dina.sees("Отчество: Ильич")
    await dina.taps("✏️ Организация")
    await dina.sees("Из какой организации")
    await dina.taps("Новая организация")
    await dina.sees("Какой ИНН")
    await dina.says("9601000026")
    await dina.sees("Как она называется")
    await dina.says("АНО «Тёплый дом»")
    preview = await dina.sees("ИНН новой организации: 9601000026")
    await dina.taps("Добавить", message=preview)
    await dina.sees("Теперь в альянсе")
    houses = await query(alliance.database, "SELECT inn, name FROM organisations ORDER BY id")
    assert houses[1:] == [("9601000026", "АНО «Тёплый дом»")]


def _offers(label: str, message: Message) -> bool:
    return label in labels(message)


async def test_data_are_corrected_and_a_second_administrator_is_told_of_it(
    alliance: Alliance, dina: Person
) -> None:
    inga = await alliance.has(3, "Инга", Role.ADMINISTRATOR)
    previews = []
    for one in (dina, inga):
        await finds(one, "орлова")
        await one.taps("Анна")
        await one.sees("Ролей нет")
        await one.taps("Изменить данные")
        preview = await one.sees("Организация: Фонд «Закат»")
        assert len(labels(preview)) <= 7  # eight with the button that saves
        assert not any("Сохранить" in label for label in labels(preview))
        await one.taps("✏️ Должность", message=preview)
        await one.sees("Какая должность")
        await one.says(f"Юрист {one.id}")
        previews.append(await one.sees(f"Должность: Юрист {one.id}"))
    await dina.taps("Сохранить", message=previews[0])
    await dina.sees("Сохранили")
    answer = await inga.taps("Сохранить", message=previews[1])
    assert "уже изменил другой администратор" in (answer.text or "")
    ((position,),) = await query(alliance.database, "SELECT position FROM members WHERE id = 2")
    assert position == "Юрист 1"
    ((actor, details),) = await query(
        alliance.database, "SELECT actor_id, details FROM audit WHERE act = 'member.correct'"
    )
    assert (actor, details) == (1, '{"parts": "position"}')


async def test_who_changes_the_organisation_is_asked_again_whether_they_vote_for_it(
    alliance: Alliance, dina: Person
) -> None:
    await finds(dina, "орлова")
    await dina.taps("Анна")
    await dina.sees("Ролей нет")
    await dina.taps("Изменить данные")
    preview = await dina.sees("Организация: Фонд «Закат»")
    await dina.taps("✏️ Организация", message=preview)
    await dina.sees("Из какой организации")
    await dina.taps("Без организации")
    preview = await dina.sees("Организация сменится")
    assert not any("Делегат" in label for label in labels(preview))
    await dina.taps("Сохранить", message=preview)
    await dina.sees("Сохранили")
    ((house,),) = await query(alliance.database, "SELECT organisation_id FROM members WHERE id = 2")
    assert house is None


async def test_two_records_of_one_person_are_merged_after_a_look(
    alliance: Alliance, dina: Person
) -> None:
    sql = "INSERT INTO members (name, folded_name, phone) VALUES (?, ?, '+73433711234')"
    await execute(alliance.database, sql, "<b>Орлова</b> Анна", "<b>орлова</b> анна")
    await execute(alliance.database, sql, "Анна Орлик", "анна орлик")
    await finds(dina, "Закат")
    await dina.taps("Анна")
    await dina.sees("Ролей нет")
    await dina.taps("Объединить с другой записью")
    asked = await dina.sees("Записи с тем же именем уже внизу")
    assert len(labels(asked)) == 2
    await dina.says("орлик")
    found = await dina.sees("Нашёлся 1 человек")
    await dina.taps("Анна Орлик", message=found)
    preview = await dina.sees("Это один человек?")
    assert "Останется: Анна <b>Орлова</b>" in preview["text"]
    await dina.taps("Оставить другую", message=preview)
    swapped = await dina.sees("Останется: Анна Орлик")
    await dina.taps("Оставить другую", message=swapped)
    preview = await dina.sees("Останется: Анна <b>Орлова</b>")
    await dina.taps("Да, объединить", message=preview)
    await dina.sees("Записи объединены")
    await dina.taps("К человеку")
    await dina.sees("В боте: да")
    rows = await query(
        alliance.database, "SELECT phone, merged_into FROM members WHERE id IN (2, 4)"
    )
    assert rows == [("+73433711234", None), ("", 2)]


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
        EditPersonButton(member_id=anna),
        MergeButton(member_id=anna),
        MergeWithButton(member_id=anna, other_id=MemberId(3)),
        MergeWithButton(member_id=anna, other_id=MemberId(3), sure=True),
        AddPersonButton(),
    ):
        answer = await olga.forges(data.pack(), refused["message_id"])
        assert "только администраторы" in (answer.text or "")
    assert await dump(alliance.database) == before

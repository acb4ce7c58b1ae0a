"""/directory: people find an organisation, read its card, edit their own, and write to others."""

import pytest

from bot.config.directory import DirectorySection
from bot.domain.directory.cards import CardDetails, ContactKind
from bot.domain.people.members import MemberId, OrganisationId, Role
from bot.domain.people.people import OrganisationDetails
from handlers.directory.callbacks import EditCardButton, FileKind, FilesButton
from sandbox.chats import Message
from sandbox.people import Person
from sandbox.views import text_of
from storage.stores import Stores
from tests.alliance import Alliance
from tests.databases import query
from tests.keyboards import labels

FUND, HOUSE = OrganisationId(1), OrganisationId(2)
LONGEST = 4096
"""Telegram delivers no longer message; of ten thousand characters it makes three."""
LAST_ROWS = ("Дальше ›", "‹ Назад")
HIDDEN = set("\u200b\u2060\u2067\u202e\ufeff")


@pytest.fixture
async def anna(alliance: Alliance) -> Person:
    """Anna leads the fund, Boris is in the house; both have joined."""
    anna = await alliance.has(1, "Анна <b>Журавлёва</b>")
    await alliance.puts(1, OrganisationDetails("Фонд «Закат»", "", "6671000017", None, "Лесной"))
    await alliance.database.write(lambda tx: tx.organisations.save_leader(FUND, MemberId(1)))
    await alliance.has(2, "Борис Ким")
    await alliance.puts(2, OrganisationDetails("Дом <i>", "", "6671000024", None, "Горный"))
    return anna


async def opens_by(person: Person, words: str) -> Message:
    await person.says("/directory")
    await person.sees("Открытый Альянс")
    await person.says(words)
    await person.sees("Нашли")
    await person.taps("Закат")
    return await person.sees("ИНН 6671000017")


async def test_a_misspelt_leader_is_found_and_written_to_and_answers(
    alliance: Alliance, anna: Person
) -> None:
    boris = alliance.sandbox.person(2)
    card = await opens_by(boris, "журовлева")
    assert "Руководитель: Анна <b>Журавлёва</b>" in card["text"]
    await boris.taps("Написать через бота")
    await boris.sees("Что передать организации")
    await boris.says("Дадите <i>зал</i>?")
    await boris.sees("Передаём")
    letter = await anna.sees("Фонд «Закат». Пишет Борис Ким")
    assert "Дадите <i>зал</i>?" in letter["text"]
    await anna.taps("Ответить", message=letter)
    await anna.sees("Что ответить?")
    await anna.says("Дадим")
    await anna.sees("Ответ отправлен")
    await boris.sees("Вам отвечает Анна <b>Журавлёва</b>")


async def test_a_leader_fills_in_the_card_that_others_then_find_by_field(
    alliance: Alliance, anna: Person
) -> None:
    await anna.says("/directory")
    home = await anna.sees("карточка вашей организации пока пустая".capitalize())
    await anna.taps("Рассказать о себе", message=home)
    await anna.sees("Так карточку увидят другие")
    await anna.taps("О нас")
    await anna.sees("Чем вы занимаетесь и кому")
    await anna.says("Провожаем <b>закаты</b>\u200b")
    await anna.sees("Провожаем <b>закаты</b>")
    await anna.taps("Направления")
    await anna.sees("Выберите до пяти")
    await anna.taps("Экология")
    await anna.sees("Выберите до пяти")
    await anna.taps("Готово")
    await anna.sees("🏷 Экология")
    await anna.taps("Фото")
    await anna.sees("Пришлите фото")
    await anna.taps("Назад")
    await anna.sees("Так карточку увидят другие")
    await anna.taps("Сайт")
    await anna.sees("Адрес вашего сайта")
    await anna.says("javascript:alert(1)")
    await anna.sees("Это не похоже на ссылку")
    await anna.says("zakat.example.org")
    await anna.sees("🌐 https://zakat.example.org")
    await anna.taps("Сохранить")
    await anna.sees("Карточка сохранена")
    boris = alliance.sandbox.person(2)
    await boris.says("/directory")
    await boris.sees("Открытый Альянс")
    await boris.taps("Чем занимаются")
    await boris.sees("Чем занимается организация?")
    await boris.taps("Экология · 1")
    page = await boris.sees("Экология: 1")
    assert labels(page) == ["Фонд «Закат»", "‹ Назад"]
    await boris.taps("Закат", message=page)
    card = await boris.sees("Провожаем")
    assert labels(card) == ["✍️ Написать через бота", "🖼 Картинкой", "‹ К списку"]


async def test_everybody_is_listed_without_a_filter(anna: Person) -> None:
    await anna.says("/directory")
    await anna.sees("Открытый Альянс")
    await anna.taps("Все организации · 2")
    page = await anna.sees("Все организации: 2")
    assert labels(page) == ["Дом <i>", "Фонд «Закат»", "‹ Назад"]


async def test_many_fields_have_pages_and_a_municipality_narrows_one_of_them(
    alliance: Alliance, anna: Person
) -> None:
    names = [one.name for one in DirectorySection().known]
    now = alliance.clock.now()

    def write(tx: Stores) -> None:
        tx.directory.save(FUND, CardDetails(fields=tuple(names)), MemberId(1), now)
        tx.directory.save(HOUSE, CardDetails(fields=(names[0],)), MemberId(1), now)

    await alliance.database.write(write)
    await anna.says("/directory")
    await anna.sees("Открытый Альянс")
    await anna.taps("Чем занимаются")
    page = await anna.sees("Чем занимается организация?")
    assert labels(page) == [f"{names[0]} · 2", *(f"{one} · 1" for one in names[1:8]), *LAST_ROWS]
    await anna.taps("Дальше", message=page)
    await anna.sees(lambda message: f"{names[8]} · 1" in labels(message))
    await anna.taps("Раньше")
    await anna.sees(lambda message: f"{names[0]} · 2" in labels(message))
    await anna.taps(f"{names[0]} · 2")
    everywhere = await anna.sees(f"{names[0]}: 2")
    assert labels(everywhere) == ["Дом <i>", "Фонд «Закат»", "Где работают", "‹ Назад"]
    await anna.taps("Где работают", message=everywhere)
    places = await anna.sees("Где она работает?")
    assert labels(places) == ["Горный · 1", "Лесной · 1", "‹ Назад"]
    await anna.taps("Лесной", message=places)
    there = await anna.sees(f"{names[0]} · Лесной: 1")
    assert labels(there) == ["Фонд «Закат»", "‹ Назад"]


async def test_a_weak_hit_is_shown_as_a_guess(anna: Person) -> None:
    await anna.says("/directory")
    await anna.sees("Открытый Альянс")
    await anna.says("закалка воли")
    guess = await anna.sees("Возможно, вы искали")
    assert "Фонд «Закат»" in labels(guess)


async def test_guesses_beside_what_was_found_are_called_so(
    alliance: Alliance, anna: Person
) -> None:
    await alliance.has(3, "Вера Ли")
    await alliance.puts(3, OrganisationDetails("Фонд «Рассвет»", "", "6671000031", None, "Лесной"))
    await anna.says("/directory")
    await anna.sees("Открытый Альянс")
    await anna.says("фонд закат")
    found = await anna.sees("Нашли по запросу «фонд закат»: первая в списке. Ниже похожие")
    assert labels(found)[:2] == ["Фонд «Закат»", "Фонд «Рассвет»"]


async def test_a_colleague_who_was_slower_is_told(alliance: Alliance, anna: Person) -> None:
    await opens_by(anna, "закат")
    await anna.taps("Изменить карточку")
    await anna.sees("Так карточку увидят другие")
    await alliance.services.directory_editing.save(MemberId(1), FUND, CardDetails("От коллеги"), 0)
    answer = await anna.taps("Сохранить")
    assert "изменил коллега" in (answer.text or "")
    rows = await query(alliance.database, "SELECT about FROM directory_cards")
    assert rows == [("От коллеги",)]


@pytest.mark.usefixtures("anna")
async def test_a_forged_button_edits_nobody_elses_card(alliance: Alliance) -> None:
    boris = alliance.sandbox.person(2)
    card = await opens_by(boris, "закат")
    answer = await boris.forges(EditCardButton(organisation_id=FUND).pack(), card["message_id"])
    assert "руководитель и делегаты" in (answer.text or "")


async def test_an_organiser_gets_files_and_a_member_none(alliance: Alliance, anna: Person) -> None:
    olga = await alliance.has(3, "Ольга", Role.ORGANISER)
    await olga.says("/directory")
    await olga.sees("Открытый Альянс")
    await olga.taps("Файлы")
    offer = await olga.sees("Справочник файлом")
    await olga.taps("Таблица", message=offer)
    await olga.sees("Все карточки таблицей")
    await olga.taps("Буклет", message=offer)
    printed = await olga.sees("Буклет: организации по муниципалитетам", timeout=30)
    assert olga.downloads(printed).startswith(b"%PDF-")
    await olga.taps("Страница для сайта", message=offer)
    await olga.sees("index.html")
    page = await opens_by(anna, "закат")
    answer = await anna.forges(FilesButton(kind=FileKind.TABLE).pack(), page["message_id"])
    assert answer.show_alert


@pytest.mark.usefixtures("anna")
async def test_a_card_is_sent_as_a_picture_to_forward(alliance: Alliance) -> None:
    boris = alliance.sandbox.person(2)
    await opens_by(boris, "закат")
    await boris.taps("Картинкой")
    picture = await boris.sees("Фонд «Закат» · ")
    assert boris.downloads(picture).startswith(b"\x89PNG")
    assert "Журавлёва" not in picture["caption"]


# --- bad input ------------------------------------------------------------------------------------


async def test_what_no_card_can_show_is_refused_or_taken_out(
    alliance: Alliance, anna: Person
) -> None:
    await opens_by(anna, "закат")
    await anna.taps("Изменить карточку")
    await anna.sees("Так карточку увидят другие")
    await anna.taps("О нас")
    await anna.sees("Чем вы занимаетесь и кому")
    await anna.says("а" * LONGEST)
    await anna.sees("Сообщение слишком длинное")
    await anna.says("\u202e\u2067Греем <script>\u200b\ufeff")
    card = await anna.sees("Греем <script>")
    assert not HIDDEN & set(card["text"])
    await anna.taps("Фото")
    await anna.sees("Пришлите фото")
    await anna.sends_document("лого.png", b"\x89PNG" * (5 * 1024 * 1024))
    await anna.sees("Нужно фото")
    assert await query(alliance.database, "SELECT count(*) FROM directory_cards") == [(0,)]


@pytest.mark.usefixtures("anna")
@pytest.mark.parametrize("typed", ["\u202e<i>ъъ</i>", "ф" * LONGEST, "\u200b\u2060", "'; DROP --"])
async def test_whatever_is_searched_for_gets_an_answer_that_shows_nothing_of_it_raw(
    alliance: Alliance, typed: str
) -> None:
    boris = alliance.sandbox.person(2)
    await boris.says("/directory")
    await boris.sees("Открытый Альянс")
    await boris.says(typed)
    answer = await boris.sees(lambda message: "По запросу" in text_of(message))
    assert not HIDDEN & set(answer["text"])
    assert len(answer["text"]) < 300
    assert await boris.queries(typed[:256]) == []


async def test_the_card_of_an_erased_leader_names_nobody_and_takes_no_letters(
    alliance: Alliance, anna: Person
) -> None:
    contact = (ContactKind.EMAIL, "zakat@example.org")
    card = CardDetails("Греем", contacts=(contact,))
    await alliance.services.directory_editing.save(MemberId(1), FUND, card, 0)
    boris = alliance.sandbox.person(2)
    before = await opens_by(boris, "закат")
    assert "Журавлёва" in before["text"]
    await anna.says("/me")
    await anna.sees("Часовой пояс")
    await anna.taps("Удалить мои данные")
    await anna.sees("Удалить ваши данные?")
    await anna.taps("Да, удалить навсегда")
    await anna.sees("ваши данные удалены")

    answer = await boris.taps("Написать через бота", message=before)
    assert "пока никто не пользуется ботом" in (answer.text or "")
    await boris.taps("К списку", message=before)
    await boris.sees("Все организации: 2")
    await boris.taps("Закат", message=before)
    after = await boris.sees(lambda m: "Греем" in text_of(m) and "К списку" in str(m))
    assert "Греем" in after["text"]
    assert not {"Журавлёва", "zakat@example.org"} & set(after["text"].split())
    assert labels(after) == ["🖼 Картинкой", "‹ К списку"]
    await boris.says("журавлёва")
    await boris.sees("По запросу «журавлёва» никого не нашлось")

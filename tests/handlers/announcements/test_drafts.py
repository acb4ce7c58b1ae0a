"""An organiser puts an announcement together in the chat, looks at it, and it goes out."""

import asyncio
from datetime import UTC, datetime, timedelta
from functools import partial

from bot.domain.announcements.addressees import ByName
from bot.domain.announcements.drafts import AnnouncementDraft, Bond
from bot.domain.people.members import MemberId, Role
from bot.domain.people.people import OrganisationDetails
from handlers.announcements.callbacks.announcement_drafts import (
    ChosenButton,
    CircleButton,
    FindPersonButton,
)
from handlers.announcements.panels import more_keyboard, panel_keyboard
from handlers.ui.lengths import units
from sandbox.chats import Message
from sandbox.files import Upload, describe
from sandbox.people import Person
from sandbox.pictures import PIXEL
from sandbox.queries import CallbackAnswer
from tests.alliance import Alliance
from tests.keyboards import callback, callbacks, labels
from tests.voters import QUESTION, Voters
from tests.wording import texts_at


def texts(person: Person) -> list[str]:
    """Return all that stands in a person's chat."""
    return [message.get("text") or message.get("caption") or "" for message in person.chat()]


async def opens(olga: Person) -> Message:
    """Ask for a new announcement, and wait until the bot waits for it."""
    said = await olga.says("/announce")
    return await olga.sees(
        lambda m: m["message_id"] > said["message_id"] and "Новое объявление" in m.get("text", "")
    )


async def begins(olga: Person, text: str = "Завтра субботник") -> Message:
    """Write an announcement and see its panel."""
    await opens(olga)
    await olga.says(text)
    return await olga.sees(lambda m: "Черновик" in m.get("text", "") and text[:50] in m["text"])


async def presses(person: Person, *words: str) -> CallbackAnswer:
    """Tap one button after another, each as soon as it is there."""
    for label in words:
        shown = await person.sees(partial(_offers, label))
        answer = await person.taps(label, message=shown)
    return answer


def _offers(label: str, message: Message) -> bool:
    return any(label in one for one in labels(message))


async def goes_out(alliance: Alliance, olga: Person) -> None:
    """Look at the draft, say yes, and let the time to think again pass."""
    await presses(olga, "Посмотреть и отправить", "Да, отправить")
    await olga.sees("Ещё можно передумать")
    await alliance.goes_on(timedelta(seconds=31))


async def test_no_group_is_offered_where_the_alliance_has_none(olga: Person) -> None:
    await begins(olga)
    await presses(olga, "Ещё настройки")

    more = await olga.sees(lambda m: "🔘 Событие" in labels(m))
    assert "📌 Группа и канал" not in labels(more)


async def test_a_text_goes_to_everybody_once_and_says_whom_it_touches(
    alliance: Alliance, olga: Person
) -> None:
    panel = await begins(olga)
    assert "Кому: все" in panel["text"]
    assert "3 человека." in panel["text"]
    await goes_out(alliance, olga)
    for number in (2, 3):
        person = alliance.sandbox.person(number)
        await person.sees("Завтра субботник")
        assert texts(person).count("Завтра субботник") == 1
    await olga.sees("Объявление разослано: Завтра субботник")


async def test_before_it_leaves_it_can_be_undone_and_the_draft_gone_on_with(
    alliance: Alliance, olga: Person
) -> None:
    await begins(olga)
    await presses(olga, "Посмотреть и отправить")
    await olga.sees("Так это увидят люди")
    await presses(olga, "Да, отправить")
    await olga.sees("Уйдёт через 30 секунд")
    await presses(olga, "Отменить отправку")
    await olga.sees("никто ничего не получил")
    await olga.sees("Черновик объявления")
    await alliance.goes_on(timedelta(minutes=2))
    assert "Завтра субботник" not in texts(alliance.sandbox.person(2))
    await goes_out(alliance, olga)
    await alliance.sandbox.person(2).sees("Завтра субботник")


async def test_after_it_has_left_it_is_too_late_to_undo(alliance: Alliance, olga: Person) -> None:
    await begins(olga)
    await presses(olga, "Посмотреть и отправить")
    await olga.sees("Так это увидят люди")
    await presses(olga, "Да, отправить")
    given = await olga.sees("Ещё можно передумать")
    await alliance.goes_on(timedelta(seconds=31))
    await alliance.sandbox.person(2).sees("Завтра субботник")
    answer = await olga.taps("Отменить отправку", message=given)
    assert "уже отправлено" in (answer.text or "")


async def test_a_double_tap_on_send_and_a_late_one_send_it_once(
    alliance: Alliance, olga: Person
) -> None:
    await begins(olga)
    await presses(olga, "Посмотреть и отправить")
    asked = await olga.sees("Так это увидят люди")
    data = callbacks(asked)[0]
    await asyncio.gather(*(olga.forges(data, asked["message_id"]) for _ in range(5)))
    await olga.sees("Ещё можно передумать")
    await alliance.goes_on(timedelta(seconds=31))
    await alliance.sandbox.person(2).sees("Завтра субботник")
    await olga.forges(data, asked["message_id"])
    await alliance.goes_on(timedelta(seconds=31))
    await alliance.app.worker.drain()
    assert texts(alliance.sandbox.person(2)).count("Завтра субботник") == 1


async def test_format_emoji_and_custom_entities_arrive_as_they_were_written(
    alliance: Alliance, olga: Person
) -> None:
    text = "🎄 Важно: <b>не жирно</b> & ссылка 👍"

    def entity(kind: str, words: str, **more: str) -> dict[str, object]:
        begin = units(text[: text.index(words)])
        return {"type": kind, "offset": begin, "length": units(words), **more}

    entities = [
        entity("bold", "Важно"),
        entity("text_link", "ссылка", url="https://example.org/?a=1&b=2"),
        entity("custom_emoji", "👍", custom_emoji_id="5368324170671202286"),
    ]
    await opens(olga)
    olga._puts({"text": text, "entities": entities}, None)
    await olga.sees("Черновик")
    await goes_out(alliance, olga)
    letter = await alliance.sandbox.person(2).sees(text)
    assert letter["text"] == text
    assert letter["entities"] == entities


async def test_an_album_is_gathered_shown_and_sent_whole(alliance: Alliance, olga: Person) -> None:
    await opens(olga)
    photos = [photo(olga, "album-1", f"Фото {n}") for n in range(3)]
    await olga.sees("альбом, файлов: 3")
    panels = [m for m in olga.chat() if "Черновик" in m.get("text", "")]
    assert len(panels) == 1, "one panel follows the whole album"
    await goes_out(alliance, olga)
    petr = alliance.sandbox.person(2)
    await petr.sees(lambda m: m.get("caption") == "Фото 2")
    got = [m for m in petr.chat() if "photo" in m]
    assert [m["caption"] for m in got] == ["Фото 0", "Фото 1", "Фото 2"]
    assert len({m["media_group_id"] for m in got}) == 1
    assert [m["photo"][-1]["file_id"] for m in got] == [p["photo"][-1]["file_id"] for p in photos]


async def test_a_late_file_of_an_album_leaves_alone_the_screen_that_was_opened_meanwhile(
    alliance: Alliance, olga: Person
) -> None:
    await opens(olga)
    photo(olga, "album-1", "Фото 1")
    await presses(olga, "🏷 Рубрика")
    opened = await olga.sees(lambda m: "Важное" in labels(m))
    photo(olga, "album-1", "Фото 2")
    await olga.says("/help")
    await olga.sees("Вот что умеет бот")
    await alliance.restarts()  # all that came before is done by then
    assert labels(opened) in map(labels, olga.chat())
    await presses(olga, "‹ Назад")
    await olga.sees("альбом, файлов: 2")


def test_no_screen_of_a_draft_has_more_than_eight_buttons_beside_the_way_back() -> None:
    draft, t = AnnouncementDraft(number=1), texts_at(datetime(2026, 12, 1, tzinfo=UTC))
    panel = panel_keyboard(draft, t).inline_keyboard
    more = more_keyboard(draft, t, places=True).inline_keyboard
    assert sum(map(len, panel)) <= 8
    assert sum(map(len, more[:-1])) <= 8
    every = {one.callback_data for row in (*panel, *more) for one in row}
    assert len(every) == 15, "each of the fourteen acts has its button, and there is a way back"


def photo(olga: Person, album: str, caption: str) -> Message:
    """Send one picture of an album."""
    file = olga._world.files.add("photo", Upload("photo.png", "image/png", PIXEL))
    content = {"photo": describe(file, {}), "caption": caption, "media_group_id": album}
    return olga._puts(content, None)


async def test_whatever_an_organiser_sends_is_asked_about_and_sent_on_only_after_a_yes(
    alliance: Alliance, olga: Person
) -> None:
    await olga.says("Приходите на встречу")
    await olga.sees("Разослать это?")
    await presses(olga, "Нет")
    await olga.sees("никому не отправляем")
    await olga.says("Приходите на ужин")
    await olga.sees(lambda m: m.get("text") == "Разослать это?")
    await presses(olga, "Да, разослать")
    panel = await olga.sees("Черновик объявления")
    assert "Приходите на ужин" in panel["text"]
    ivan = alliance.sandbox.person(2)
    await ivan.says("Приходите ко мне")
    await ivan.sees("Этого бот не понимает")


async def test_a_draft_survives_a_restart_and_announce_goes_on_with_it(
    alliance: Alliance, olga: Person
) -> None:
    await begins(olga)
    await alliance.restarts()
    await presses(olga, "Ещё настройки", "Без звука")
    await olga.sees("🔕 Без звука")
    said = await olga.says("/announce")
    again = await olga.sees(
        lambda m: m["message_id"] > said["message_id"] and "Черновик" in m.get("text", "")
    )
    assert "🔕 Без звука" in again["text"]
    await presses(olga, "Удалить черновик")
    await presses(olga, "Да, удалить")
    await olga.sees("Черновик удалён")
    await opens(olga)


async def test_a_text_too_long_by_telegrams_count_is_refused_in_words(olga: Person) -> None:
    await opens(olga)
    olga._puts({"text": "ы" * 10_000}, None)
    refusal = await olga.sees("слишком длинное")
    assert refusal["text"].replace("\u00a0", "").startswith("Сообщение слишком длинное: 10000")
    await olga.sends_sticker()
    await olga.sees("Такое разослать не получится")


async def test_the_audience_is_chosen_by_or_and_except(alliance: Alliance, olga: Person) -> None:
    council = await alliance.has(4, "Пётр", Role.COUNCIL)
    await alliance.has(5, "Анна", Role.COUNCIL, Role.CHAIR)
    await begins(olga)
    await presses(olga, "Кому")
    await olga.sees("Кому отправить\n\nвсе")
    await presses(olga, "Выбрать, кому…")
    await presses(olga, "члены совета")
    await olga.sees("члены совета\n\n2 человека")
    await presses(olga, "Кроме…")
    await olga.sees("не получат")
    await presses(olga, "Роль…")
    await presses(olga, "председатель совета")
    screen = await olga.sees("кроме: председатель совета\n\n1 человек")
    assert "✕ председатель совета" in labels(screen)
    await presses(olga, "Назад")
    await olga.sees("Черновик")
    await goes_out(alliance, olga)
    await council.sees("Завтра субботник")
    await olga.sees("Доставлено: 1 из 1")
    assert "Завтра субботник" not in texts(alliance.sandbox.person(5))
    assert "Завтра субботник" not in texts(alliance.sandbox.person(2))


async def test_an_organisation_is_found_by_name_and_a_circle_is_taken_out_again(
    alliance: Alliance, olga: Person
) -> None:
    house = OrganisationDetails("Фонд «Ёлка» <b>", "", "6671000010", None, "Реж")
    await alliance.puts(2, house)
    await begins(olga)
    await presses(olga, "Кому")
    await presses(olga, "Выбрать, кому…")
    await presses(olga, "Организация…")
    await olga.sees("Напишите название")
    await olga.says("елка")
    await olga.sees("Выберите организацию")
    await presses(olga, "Ёлка")
    await olga.sees("Фонд «Ёлка» <b>\n\n1 человек из 1 организации")
    await presses(olga, "✕ Фонд")
    await olga.sees("все\n\n3 человека")
    await presses(olga, "И при этом…")
    await presses(olga, "Муниципалитет…")
    await presses(olga, "Реж")
    await olga.sees("и при этом: Реж\n\n1 человек")


async def is_of(alliance: Alliance, person: int, house: str) -> None:
    """Put a person into an organisation of this name."""
    await alliance.puts(person, OrganisationDetails(house, "", f"667100001{person}", None, ""))


async def test_people_are_picked_by_name_told_apart_by_organisation_and_taken_out_again(
    alliance: Alliance, olga: Person
) -> None:
    for number, house in ((4, "Фонд «Луч»"), (5, "Союз <b>")):
        await alliance.has(number, "Фёдор Чижов <i>")
        await is_of(alliance, number, house)
    await begins(olga)
    await presses(olga, "Кому")
    await presses(olga, "Выбрать, кому…")
    await presses(olga, "Человек…")
    await olga.sees("Напишите имя")
    await olga.says("чижов федор")
    found = await olga.sees("Выберите, кого")
    assert labels(found)[:-1] == ["Фёдор Чижов <i> · Союз <b>", "Фёдор Чижов <i> · Фонд «Луч»"]
    await presses(olga, "Луч")
    await olga.sees("Фёдор Чижов <i> (Фонд «Луч»)\n\n1 человек из 1 организации")

    await presses(olga, "Кому ещё…")
    await presses(olga, "Человек…")
    await olga.says("УЧАСТНИК 2")
    await presses(olga, "Участник 2")
    await olga.sees("Фёдор Чижов <i> (Фонд «Луч»), Участник 2\n\n2 человека")
    await presses(olga, "Кроме…")
    await presses(olga, "Человек…")
    await olga.says("участник")
    marked = await olga.sees(lambda m: "Выберите, кого" in m.get("text", "") and m["text"])
    assert "✓ Участник 2" not in labels(marked), "it is marked where it was chosen"
    await presses(olga, "Участник 2")
    await olga.sees("кроме: Участник 2\n\n1 человек")
    await presses(olga, "✕ Участник 2")
    await olga.sees("2 человека")
    await presses(olga, "✕ Участник 2")
    await olga.sees("Фёдор Чижов <i> (Фонд «Луч»)\n\n1 человек")
    await presses(olga, "Назад")
    await goes_out(alliance, olga)
    await alliance.sandbox.person(4).sees("Завтра субботник")
    await olga.sees("Доставлено: 1 из 1")
    for number in (2, 3, 5):
        assert "Завтра субботник" not in texts(alliance.sandbox.person(number))


async def test_many_who_were_picked_are_listed_in_few_words_and_page_by_page(
    alliance: Alliance, olga: Person
) -> None:
    for number in range(4, 24):
        await alliance.has(number, f"Чиж {number:02}")
    panel = await begins(olga)
    number = int(callback(panel, "Кому").split(":")[1])
    drafts = alliance.services.announcement_drafts
    for one in range(4, 24):
        await drafts.choose(MemberId(3), number, Bond.OR, ByName((MemberId(one),)))
    await presses(olga, "Кому")
    screen = await olga.sees("… +14\n\n20 человек")
    assert sum("✕" in label for label in labels(screen)) == 5
    await presses(olga, "Дальше")
    later = await olga.sees(lambda m: "✕ Чиж 18" in labels(m))
    answer = await olga.taps("✕ Чиж 18", message=later)
    assert answer.text is None
    await olga.sees("19 человек")


async def test_a_forged_tap_of_who_is_no_organiser_picks_and_finds_nobody(
    alliance: Alliance, olga: Person
) -> None:
    panel = await begins(olga)
    number = int(callback(panel, "Кому").split(":")[1])
    stranger = alliance.sandbox.person(2)
    await stranger.says("/help")
    shown = await stranger.sees("Вот что умеет бот")
    for forged in (
        FindPersonButton(number=number, bond=Bond.OR),
        CircleButton(number=number, bond=Bond.OR, sort="person", id=2),
        ChosenButton(number=number, page=0),
    ):
        answer = await stranger.forges(forged.pack(), shown["message_id"])
        assert "организатор" in (answer.text or "")
    await olga.forges(
        CircleButton(number=number, bond=Bond.OR, sort="person", id=999).pack(), panel["message_id"]
    )
    await olga.sees("—\n\n⚠️")


async def test_those_silent_about_an_event_are_written_to_with_its_button(
    alliance: Alliance, olga: Person
) -> None:
    event = await alliance.announces(olga.id, "Съезд")
    await begins(olga, "Ждём вашего ответа")
    await presses(olga, "Ещё настройки", "Событие")
    await olga.sees("Какое событие откроет кнопка")
    await presses(olga, "Съезд")
    await olga.sees("Кнопка события: Съезд")
    await presses(olga, "Кому")
    await presses(olga, "Выбрать, кому…")
    await presses(olga, "Событие…")
    await presses(olga, "Съезд")
    await presses(olga, "не ответили")
    await olga.sees("не ответили · Съезд")
    await presses(olga, "Назад")
    await olga.sees("Черновик")
    await goes_out(alliance, olga)
    ivan = alliance.sandbox.person(2)
    letter = await ivan.sees("Ждём вашего ответа")
    await ivan.taps("Открыть событие", message=letter)
    await ivan.sees(lambda m: m["message_id"] > letter["message_id"] and "Съезд" in m["text"])
    assert event


async def test_links_are_typed_and_stand_under_the_copy(alliance: Alliance, olga: Person) -> None:
    await begins(olga)
    await presses(olga, "Ещё настройки", "Кнопки-ссылки")
    await olga.sees("каждую с новой строки")
    await olga.says("Правила — ftp://example.org")
    await olga.sees("не похоже на ссылку")
    await olga.says("Правила <конкурса> — https://example.org/rules")
    await olga.sees("кнопок: 1")
    await goes_out(alliance, olga)
    letter = await alliance.sandbox.person(2).sees("Завтра субботник")
    assert letter["reply_markup"]["inline_keyboard"][0][0] == {
        "text": "Правила <конкурса>",
        "url": "https://example.org/rules",
    }


async def test_a_sticker_sent_instead_of_links_leaves_them_as_they_are(olga: Person) -> None:
    await begins(olga)
    await presses(olga, "Ещё настройки", "Кнопки-ссылки")
    await olga.sees("каждую с новой строки")
    await olga.says("Правила — https://example.org/rules")
    await olga.sees("кнопок: 1")
    await presses(olga, "Ещё настройки", "Кнопки-ссылки")
    await olga.sees("Сейчас под объявлением")
    sent = await olga.sends_sticker()

    answer = await olga.sees(lambda m: m["message_id"] > sent["message_id"])

    assert "не похоже на ссылку" in answer["text"]
    await presses(olga, "Назад")
    await olga.sees("кнопок: 1")


async def test_each_reads_it_in_their_language_where_there_are_two(
    alliance: Alliance, olga: Person
) -> None:
    await alliance.services.members.choose_language(MemberId(1), "en")
    await begins(olga)
    await presses(olga, "＋ English")
    await olga.sees("по-английски")
    await olga.says("A clean-up tomorrow")
    await olga.sees("English · текст")
    await presses(olga, "Посмотреть и отправить")
    await olga.sees("Так это увидят люди")
    assert {"Завтра субботник", "A clean-up tomorrow"} <= {*texts(olga)}
    await presses(olga, "Да, отправить")
    await olga.sees("Ещё можно передумать")
    await alliance.goes_on(timedelta(seconds=31))
    await alliance.sandbox.person(2).sees("A clean-up tomorrow")
    await alliance.sandbox.person(3).sees("Завтра субботник")


async def test_it_goes_out_at_its_time_and_again_a_week_later(
    alliance: Alliance, olga: Person
) -> None:
    await begins(olga)
    await presses(olga, "Когда")
    await olga.sees("Выберите время")
    await olga.says("скоро")
    await olga.sees("В какой именно день?")
    await presses(olga, "Завтра 12:00")
    await presses(olga, "Повторять…")
    await presses(olga, "Раз в неделю ×4")
    await olga.sees("каждую неделю, всего 4 раза")
    await presses(olga, "Назад")
    await presses(olga, "Посмотреть и отправить")
    await olga.sees("Запланировать?")
    await presses(olga, "Да, отправить")
    await olga.sees("Запланировано:")
    ivan = alliance.sandbox.person(2)
    await alliance.goes_on(timedelta(days=2))
    await ivan.sees("Завтра субботник")
    await alliance.goes_on(timedelta(days=7))
    await ivan.watches(lambda chat: [m.get("text") for m in chat].count("Завтра субботник") == 2)


async def test_members_and_strangers_announce_nothing_whatever_they_forge(
    alliance: Alliance, olga: Person
) -> None:
    panel = await begins(olga)
    datas = callbacks(panel)
    ivan = alliance.sandbox.person(2)
    await ivan.says("/announce")
    seen = await ivan.sees("организаторы")
    stranger = alliance.sandbox.add_person(9, "Чужой", started=True)
    await stranger.says("/announce")
    hello = await stranger.sees("Вы ещё не с нами")
    for data in datas:
        assert "организаторы" in ((await ivan.forges(data, seen["message_id"])).text or "")
        answer = await stranger.forges(data, hello["message_id"])
        assert "Вы ещё не с нами" in (answer.text or "")
    other = await alliance.has(8, "Вера", Role.ORGANISER)
    await other.says("/help")
    shown = await other.sees("/manage")
    for data in datas:
        answer = await other.forges(data, shown["message_id"])
        assert "не действует" in (answer.text or ""), data


async def test_one_tap_unsubscribes_and_one_tap_leads_back(
    alliance: Alliance, olga: Person
) -> None:
    await begins(olga)
    await goes_out(alliance, olga)
    ivan = alliance.sandbox.person(2)
    letter = await ivan.sees("Завтра субботник")
    answer = await ivan.taps("Отписаться", message=letter)
    assert "больше не пришлём" in (answer.text or "")
    await ivan.sees(lambda m: "Подписаться снова" in labels(m))
    await begins(olga, "Ещё новости")
    await goes_out(alliance, olga)
    await alliance.sandbox.person(3).sees("Ещё новости")
    assert "Ещё новости" not in texts(ivan)
    await ivan.taps("Подписаться снова", message=letter)
    await ivan.sees(lambda m: "Отписаться" in labels(m))
    await begins(olga, "Снова новости")
    await goes_out(alliance, olga)
    await ivan.sees("Снова новости")


async def test_an_important_one_comes_to_everybody_and_has_no_way_out(
    alliance: Alliance, olga: Person
) -> None:
    ivan = alliance.sandbox.person(2)
    await ivan.says("/me")
    await ivan.sees("Участник 2")
    await presses(ivan, "Объявления")
    await ivan.sees("Важное приходит всегда")
    await presses(ivan, "Новости альянса")
    screen = await ivan.sees(lambda m: "▫️ Новости альянса" in labels(m))
    assert not any("Важное" in label for label in labels(screen))
    await begins(olga)
    await presses(olga, "Рубрика")
    await presses(olga, "Важное")
    await olga.sees("Рубрика: Важное")
    await goes_out(alliance, olga)
    letter = await ivan.sees("Завтра субботник")
    assert "Отписаться" not in labels(letter)


async def test_those_who_have_not_voted_are_reminded_with_the_button_of_the_vote(
    alliance: Alliance,
) -> None:
    voters = await Voters(alliance).gather()
    olga = await alliance.has(9, "Ольга", Role.ORGANISER)
    await voters.opens()
    await voters.gleb.sees("Началось голосование")
    await voters.gleb.taps("За")
    await voters.gleb.sees("Голос принят")
    await begins(olga, "Проголосуйте, пожалуйста")
    await presses(olga, "Ещё настройки", "🗳 Голосование", QUESTION)
    await olga.sees(f"Кнопка голосования: {QUESTION}")
    await presses(olga, "Кому", "Выбрать, кому…", "Не проголосовали…", QUESTION)
    await olga.sees(f"ещё не проголосовали · {QUESTION}\n\n3 человека")
    await presses(olga, "Назад")
    await olga.sees("Черновик")
    await goes_out(alliance, olga)
    for person in (voters.vera, voters.boris, voters.dina):
        letter = await person.sees("Проголосуйте, пожалуйста")
        assert "Голосование" in labels(letter)
    await olga.sees("Доставлено: 3 из 3")
    assert "Проголосуйте, пожалуйста" not in texts(voters.gleb)

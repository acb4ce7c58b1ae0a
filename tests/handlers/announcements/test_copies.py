"""Announcements on their way to people, over real HTTP: sent as they were, each kind of message."""

from datetime import timedelta
from typing import Any

import pytest

from bot.domain.announcements.announcements import Kind
from bot.domain.announcements.contents import Content, Link
from bot.domain.announcements.copies import Fate
from bot.domain.announcements.refusals import AnnouncementGone
from bot.domain.mailings import MailingId
from bot.domain.people.members import Role
from sandbox.chats import Message
from sandbox.faults import Fault
from sandbox.files import Kind as FileKind
from sandbox.people import Person
from sandbox.pictures import PIXEL
from sandbox.views import text_of
from tests.announcing import ANNA, Newsroom, a_piece, a_plan, a_text, shown
from tests.keyboards import labels

FORMATTED = "🎄 Ёлка: <b> & друзья 👨‍👩‍👧 тут"
ENTITIES: list[dict[str, Any]] = [
    {"type": "custom_emoji", "offset": 0, "length": 2, "custom_emoji_id": "5368324170671202286"},
    {"type": "bold", "offset": 3, "length": 4},
    {"type": "italic", "offset": 5, "length": 6},
    {"type": "text_link", "offset": 9, "length": 3, "url": "https://example.org/?a=1&b=2"},
    {"type": "spoiler", "offset": 15, "length": 6},
    {"type": "pre", "offset": 31, "length": 3, "language": "python"},
]


async def test_a_text_comes_to_everybody_with_a_way_out(newsroom: Newsroom) -> None:
    await newsroom.sends(a_plan("Субботник в субботу!"))

    await newsroom.boris.sees("Субботник в субботу!")
    await newsroom.anna.sees("Субботник в субботу!")
    await newsroom.is_told("Объявление разослано")
    answer = await newsroom.boris.taps("Отписаться")
    assert "«Новости альянса» больше не пришлём" in (answer.text or "")

    await newsroom.sends(a_plan("Ещё новость"))
    await newsroom.sends(a_plan("Важное", kind=Kind.IMPORTANT))
    important = await newsroom.boris.sees("Важное")
    assert labels(important) == []
    assert not any("Ещё новость" in message.get("text", "") for message in newsroom.boris.chat())


FILES: tuple[FileKind, ...] = ("photo", "video", "document", "audio", "animation", "voice")


async def writes(person: Person, kind: str) -> Message:
    """Have a person send the bot a message of a kind, formatted where it has words."""
    match kind:
        case "text":
            return await person.says(FORMATTED, entities=ENTITIES)
        case "location":
            return await person.sends_location(56.8, 60.6)
        case "venue":
            return await person.sends_venue("Дом НКО", "ул. Ленина, 1")
        case "contact":
            return await person.sends_contact()
        case "forward":
            return await person.forwards(await person.says(FORMATTED, entities=ENTITIES))
        case _:
            (file,) = (one for one in FILES if one == kind)
            return await person.sends(file, PIXEL, FORMATTED, entities=ENTITIES)


KINDS = (*FILES, "text", "location", "venue", "contact", "forward")


@pytest.mark.parametrize("kind", KINDS)
async def test_a_message_of_any_kind_arrives_as_it_was(newsroom: Newsroom, kind: str) -> None:
    sent = await writes(newsroom.anna, kind)
    content = Content((a_piece(sent),), (Link("Сайт", "https://example.org"),))
    before = len(newsroom.boris.chat())

    await newsroom.sends(a_plan(contents={"ru": content}))

    (got,) = await newsroom.boris.watches(lambda chat: chat[before:] or None)
    expected = shown(sent)
    expected.pop("forward_origin", None)
    if "contact" in expected:
        expected["contact"].pop("user_id")  # a bot cannot vouch for whose number it is
    assert shown(got) == expected
    assert labels(got) == ["Сайт", "Отписаться"]


@pytest.mark.parametrize(
    "files", [("photo", "video", "photo"), ("document", "document"), ("audio", "audio")]
)
async def test_an_album_arrives_as_it_was_and_its_buttons_stand_below_it(
    newsroom: Newsroom, files: tuple[FileKind, ...]
) -> None:
    sent = await newsroom.anna.sends_album(
        [(kind, PIXEL) for kind in files], FORMATTED, entities=ENTITIES
    )
    content = Content(tuple(map(a_piece, sent)))

    announcement = await newsroom.sends(a_plan(contents={"ru": content}))

    await newsroom.boris.sees("К этим файлам")
    *album, below = newsroom.boris.chat()[-len(files) - 1 :]
    groups = {message.pop("media_group_id") for message in album}
    assert len(groups) == 1
    for got, original in zip(album, sent, strict=True):
        original.pop("media_group_id")
        assert shown(got) == shown(original)
    assert labels(below) == ["Отписаться"]
    await newsroom.alliance.app.worker.drain()
    copy = await newsroom.copy(announcement)
    assert copy.messages == tuple(one["message_id"] for one in (*album, below))


async def test_an_album_without_any_button_has_nothing_below_it(newsroom: Newsroom) -> None:
    sent = await newsroom.anna.sends_album([("photo", PIXEL)] * 2)
    content = Content(tuple(map(a_piece, sent)))

    await newsroom.sends(a_plan(contents={"ru": content}, kind=Kind.IMPORTANT))

    await newsroom.is_told("Объявление разослано")
    await newsroom.alliance.app.worker.drain()
    assert ["photo" in one for one in newsroom.boris.chat()[-2:]] == [True, True]


async def test_the_buttons_of_an_album_come_once_though_telegram_asks_to_wait(
    newsroom: Newsroom,
) -> None:
    sent = await newsroom.anna.sends_album([("photo", PIXEL)] * 2)
    fault = Fault("server_error", "sendMessage", newsroom.boris.id, 1)
    newsroom.alliance.sandbox.faults.add(fault)

    await newsroom.sends(a_plan(contents={"ru": Content(tuple(map(a_piece, sent)))}))
    await newsroom.anna.sees("К этим файлам")
    await newsroom.alliance.goes_on(timedelta(seconds=10))

    await newsroom.boris.sees("К этим файлам")
    assert ["photo" in one for one in newsroom.boris.chat()] == [True, True, False]


async def test_the_fields_of_a_template_say_what_they_say_to_each(newsroom: Newsroom) -> None:
    await newsroom.sends(a_plan("Здравствуйте, {name}! Встречаемся."))

    await newsroom.boris.sees("Здравствуйте, Борис! Встречаемся.")
    await newsroom.anna.sees("Здравствуйте, Анна! Встречаемся.")


async def test_everybody_reads_their_own_language(newsroom: Newsroom) -> None:
    member = await newsroom.alliance.services.members.choose_language(ANNA, "en")
    assert member.language == "en"

    await newsroom.sends(a_plan(contents={"ru": a_text("Привет"), "en": a_text("Hello")}))

    await newsroom.boris.sees("Привет")
    await newsroom.anna.sees("Hello")


@pytest.mark.parametrize("quietly", [True, False])
async def test_what_is_sent_quietly_makes_no_sound(newsroom: Newsroom, quietly: bool) -> None:
    await newsroom.sends(a_plan("Тсс", quietly=quietly))
    await newsroom.boris.sees("Тсс")

    calls = newsroom.alliance.sandbox.journal.read(
        method="sendMessage", chat=str(newsroom.boris.id)
    )
    (call,) = [call for call in calls if call["params"]["text"] == "Тсс"]
    assert (str(call["params"]["disable_notification"]).lower() == "true") is quietly


async def test_until_it_goes_out_it_can_be_undone_and_nobody_sees_it(newsroom: Newsroom) -> None:
    app = newsroom.alliance.app
    given = await app.services.announcements.send(ANNA, a_plan("Ой"))
    await newsroom.alliance.goes_on(app.services.announcements.undo - timedelta(seconds=3))
    await app.services.announcements.cancel(given.created_by, given.id)
    await newsroom.sends(a_plan("А это хорошо"))

    await newsroom.boris.sees("А это хорошо")
    assert not any("Ой" in message.get("text", "") for message in newsroom.boris.chat())
    sent = await newsroom.sends(a_plan("И это"))
    with pytest.raises(AnnouncementGone):
        await app.services.announcements.cancel(given.created_by, sent)


# --- correcting and recalling -------------------------------------------------------------------


async def test_a_correction_changes_each_copy_in_place(newsroom: Newsroom) -> None:
    announcement = await newsroom.sends(a_plan("Сбор в 17:00"))
    first = await newsroom.boris.sees("Сбор в 17:00")

    await newsroom.corrects(announcement, ru=a_text("Сбор в 19:00", Link("Карта", "https://ya.ru")))

    corrected = await newsroom.boris.sees("Сбор в 19:00")
    assert corrected["message_id"] == first["message_id"]
    assert labels(corrected) == ["Карта", "Отписаться"]
    assert len(newsroom.boris.chat()) == 1
    await newsroom.anna.sees("Сбор в 19:00")
    await newsroom.is_told("Объявление исправлено")
    await newsroom.alliance.app.worker.drain()
    assert (await newsroom.copy(announcement)).version == 2
    versions = (
        await newsroom.alliance.services.announcement_reports.report(ANNA, announcement)
    ).versions
    assert [one.contents["ru"].words for one in versions] == ["Сбор в 17:00", "Сбор в 19:00"]


async def test_a_correction_of_an_album_changes_what_differs_and_leaves_the_rest(
    newsroom: Newsroom,
) -> None:
    sent = await newsroom.anna.sends_album([("photo", PIXEL)] * 3, "Первое фото", entities=[])
    other = await newsroom.anna.sends("photo", PIXEL, "Другое фото")
    pieces = tuple(map(a_piece, sent))
    announcement = await newsroom.sends(a_plan(contents={"ru": Content(pieces)}))
    await newsroom.boris.sees("К этим файлам")
    before = newsroom.boris.chat()

    await newsroom.corrects(announcement, ru=Content((a_piece(other), *pieces[1:])))

    await newsroom.boris.sees("Другое фото")
    await newsroom.is_told("Объявление исправлено")
    after = newsroom.boris.chat()
    assert [one["message_id"] for one in after] == [one["message_id"] for one in before]
    assert ["edit_date" in one for one in after] == [True, False, False, False]
    assert after[0]["photo"][0]["file_id"] == a_piece(other).file


async def test_a_caption_a_file_and_the_kind_of_file_are_corrected(newsroom: Newsroom) -> None:
    photo = a_piece(await newsroom.anna.sends("photo", PIXEL, "Афиша"))
    document = a_piece(await newsroom.anna.sends("document", b"pdf", "Программа"))
    announcement = await newsroom.sends(a_plan(contents={"ru": Content((photo,))}))
    first = await newsroom.boris.sees("Афиша")

    await newsroom.corrects(announcement, ru=Content((document,)))

    corrected = await newsroom.boris.sees("Программа")
    assert corrected["message_id"] == first["message_id"]
    assert "photo" not in corrected
    assert corrected["document"]["file_id"] == document.file


async def test_of_a_message_that_came_twice_the_second_is_corrected_and_the_report_says_so(
    newsroom: Newsroom,
) -> None:
    newsroom.alliance.sandbox.faults.add(Fault("drop_after", "sendMessage", newsroom.boris.id, 1))
    announcement = await newsroom.sends(a_plan("Сбор в 17:00"))
    await newsroom.boris.sees("Сбор в 17:00")
    await newsroom.alliance.goes_on(timedelta(seconds=10))
    await newsroom.boris.watches(lambda chat: len(chat) == 2)
    await newsroom.is_told("Возможно, пришло дважды: 1")

    await newsroom.corrects(announcement, ru=a_text("Сбор в 19:00"))
    await newsroom.is_told("Объявление исправлено")

    words = [one["text"] for one in newsroom.boris.chat()]
    assert words == ["Сбор в 17:00", "Сбор в 19:00"]
    await newsroom.anna.taps("Кто получил")
    await newsroom.anna.sees("Исправить и отозвать получится второе сообщение")


async def test_a_correction_twice_leaves_the_last_word(newsroom: Newsroom) -> None:
    announcement = await newsroom.sends(a_plan("Раз"))
    await newsroom.boris.sees("Раз")

    await newsroom.corrects(announcement, ru=a_text("Два"))
    await newsroom.corrects(announcement, ru=a_text("Три"))

    await newsroom.boris.sees("Три")
    await newsroom.is_told("Объявление исправлено")
    assert len(newsroom.boris.chat()) == 1
    await newsroom.alliance.app.worker.drain()
    assert (await newsroom.copy(announcement)).version == 3


async def test_who_deleted_their_copy_is_reported_when_it_is_corrected(newsroom: Newsroom) -> None:
    announcement = await newsroom.sends(a_plan("Раз"))
    first = await newsroom.boris.sees("Раз")
    world = newsroom.alliance.sandbox.world
    world.remove(world.chats[newsroom.boris.id], first["message_id"])

    await newsroom.corrects(announcement, ru=a_text("Два"))

    await newsroom.is_told("Не удалось отправить: 1")
    assert await newsroom.fate(announcement) is Fate.GONE


async def test_a_recall_leaves_nothing_of_a_fresh_announcement(newsroom: Newsroom) -> None:
    sent = await newsroom.anna.sends_album([("photo", PIXEL)] * 2)
    album = await newsroom.sends(a_plan(contents={"ru": Content(tuple(map(a_piece, sent)))}))
    text = await newsroom.sends(a_plan("Ошибка"))
    await newsroom.boris.sees("К этим файлам")
    await newsroom.boris.sees("Ошибка")
    await newsroom.is_told("Объявление разослано")

    await newsroom.recalls(album)
    await newsroom.recalls(text)

    await newsroom.boris.watches(lambda chat: not chat)
    await newsroom.is_told("Объявление отозвано")
    await newsroom.alliance.app.worker.drain()
    assert await newsroom.fate(album) is Fate.DELETED
    assert await newsroom.fate(text) is Fate.DELETED


async def test_a_recall_of_a_two_day_old_one_puts_a_note_in_its_place(newsroom: Newsroom) -> None:
    sent = await newsroom.anna.sends_album([("photo", PIXEL)] * 2, "Подпись")
    photo = a_piece(await newsroom.anna.sends("photo", PIXEL, "Афиша"))
    album = await newsroom.sends(a_plan(contents={"ru": Content(tuple(map(a_piece, sent)))}))
    alone = await newsroom.sends(a_plan(contents={"ru": Content((photo,))}))
    text = await newsroom.sends(a_plan("Ошибка"))
    await newsroom.boris.sees("К этим файлам")
    await newsroom.boris.sees("Ошибка")
    await newsroom.is_told("Объявление разослано")
    count = len(newsroom.boris.chat())
    await newsroom.alliance.goes_on(timedelta(hours=49))

    for announcement in (album, alone, text):
        await newsroom.recalls(announcement)

    note = "Организатор отозвал это объявление."
    await newsroom.boris.watches(
        lambda chat: [one.get("text") or one.get("caption") for one in chat].count(note) == 4
    )
    await newsroom.is_told("Объявление отозвано")
    assert len(newsroom.boris.chat()) == count
    words = [one.get("text") or one.get("caption") or "" for one in newsroom.boris.chat()]
    assert not any(old in word for word in words for old in ("Подпись", "Афиша", "Ошибка"))
    assert not any(map(labels, newsroom.boris.chat()))
    shown_still = {one["photo"][-1]["file_id"] for one in newsroom.boris.chat() if "photo" in one}
    assert shown_still.isdisjoint({photo.file, *(a_piece(one).file for one in sent)})
    await newsroom.alliance.app.worker.drain()
    assert await newsroom.fate(album) is Fate.REPLACED


@pytest.mark.parametrize(
    ("kind", "count"),
    [
        *((one, 1) for one in ("photo", "video", "document", "audio", "animation")),
        *((one, 2) for one in ("photo", "video", "document")),
    ],
)
async def test_a_file_that_is_too_old_to_delete_gives_way_to_one_that_says_nothing(
    newsroom: Newsroom, kind: FileKind, count: int
) -> None:
    sent = (
        await newsroom.anna.sends_album([(kind, PIXEL)] * count, "Подпись")
        if count > 1
        else [await newsroom.anna.sends(kind, PIXEL, "Подпись")]
    )
    pieces = tuple(map(a_piece, sent))
    announcement = await newsroom.sends(a_plan(contents={"ru": Content(pieces)}))
    await newsroom.is_told("Объявление разослано")
    await newsroom.alliance.goes_on(timedelta(hours=49))

    await newsroom.recalls(announcement)

    await newsroom.is_told("Объявление отозвано")
    await newsroom.alliance.app.worker.drain()
    assert await newsroom.fate(announcement) is Fate.REPLACED
    left = [piece.file for one in newsroom.boris.chat() if (piece := a_piece(one)).file]
    assert len(left) == count
    assert set(left).isdisjoint({piece.file for piece in pieces})


async def staying(person: Person, kind: str) -> Content:
    """Return a content of a kind that stays in a chat where it is too old to be deleted."""
    if kind == "music":
        return Content(tuple(map(a_piece, await person.sends_album([("audio", PIXEL)] * 2))))
    return Content((a_piece(await writes(person, kind)),))


@pytest.mark.parametrize("kind", ["location", "venue", "contact", "voice", "music"])
async def test_what_is_too_old_to_delete_and_cannot_be_replaced_is_reported_as_still_there(
    newsroom: Newsroom, kind: str
) -> None:
    content = await staying(newsroom.anna, kind)
    announcement = await newsroom.sends(a_plan(contents={"ru": content}))
    await newsroom.is_told("Объявление разослано")
    await newsroom.alliance.goes_on(timedelta(hours=49))

    await newsroom.recalls(announcement)

    await newsroom.is_told("Не удалось отправить: 2")
    await newsroom.alliance.app.worker.drain()
    assert await newsroom.fate(announcement) is Fate.STANDING


# --- holding it up ------------------------------------------------------------------------------


async def test_a_second_organiser_looks_at_it_and_lets_it_go(newsroom: Newsroom) -> None:
    alliance = newsroom.alliance
    vera = await alliance.has(3, "Вера", Role.ORGANISER)
    alliance.services.announcements._second_yes = True

    link = Link("Сайт", "https://example.org/")
    contents = {"ru": a_text("Всем привет", link), "en": a_text("Hello all")}
    given = await alliance.services.announcements.send(ANNA, a_plan(contents=contents))
    asked = await vera.sees("Нужно ваше подтверждение")
    assert "Когда: сразу" in text_of(asked)
    await vera.taps("Посмотреть")
    await vera.sees(lambda message: labels(message)[:1] == ["Сайт"])
    await vera.sees("Hello all")
    await alliance.goes_on(timedelta(minutes=5))
    assert not newsroom.boris.chat()
    await vera.taps("Да, отправить", message=asked)
    await vera.sees("Вы подтвердили")
    await newsroom.anna.sees("Объявление подтверждено (Вера)")
    await alliance.goes_on(alliance.services.announcements.undo + timedelta(seconds=1))

    await newsroom.boris.sees("Всем привет")
    assert (await newsroom.finds(given.id)).confirmed_by == 3


async def test_who_wrote_what_another_organiser_stops_is_told_and_can_start_from_it(
    newsroom: Newsroom,
) -> None:
    alliance = newsroom.alliance
    vera = await alliance.has(3, "Вера", Role.ORGANISER)
    alliance.services.announcements._second_yes = True
    at = alliance.clock.now() + timedelta(days=2)
    await alliance.services.announcements.send(ANNA, a_plan("Всем привет", at=at))
    await vera.sees("Нужно ваше подтверждение")

    await vera.taps("Не отправлять")
    await vera.sees("никому не уйдёт")
    told = await newsroom.anna.sees("Другой организатор отменил это объявление")
    await newsroom.anna.taps("Открыть объявление", message=told)
    await newsroom.anna.taps("🔁 Взять за основу")
    assert not newsroom.boris.chat()


async def test_a_paused_mailing_waits_and_goes_on_when_it_is_told_to(newsroom: Newsroom) -> None:
    app = newsroom.alliance.app
    mailings: list[MailingId] = []
    await app.worker.drain()  # nothing leaves until the bot is started again

    await newsroom.sends(a_plan("Потом"))
    mailings += await newsroom.alliance.database.read(lambda tx: tx.mailings.unfinished())
    await app.services.mailings.pause(ANNA, mailings[0])
    await newsroom.alliance.restarts()
    await newsroom.anna.sees("На паузе")
    assert not newsroom.boris.chat()
    await newsroom.anna.taps("Продолжить")

    await newsroom.boris.sees("Потом")

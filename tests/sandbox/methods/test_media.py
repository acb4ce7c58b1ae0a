"""Files, albums, downloads."""

from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramServerError
from aiogram.types import BufferedInputFile, InputMediaDocument, InputMediaPhoto

from sandbox import files
from sandbox.files import Upload
from sandbox.methods import media
from sandbox.people import Person
from sandbox.pictures import PIXEL
from sandbox.server import Sandbox
from tests.sandbox.conftest import ANNA

PHOTO = BufferedInputFile(PIXEL, "photo.png")
SOUND = BufferedInputFile(b"la-la", "song.mp3")


async def test_a_photo_has_its_size_and_caption(bot: Bot) -> None:
    message = await bot.send_photo(ANNA, PHOTO, caption="<b>Зал</b>", has_spoiler=True)
    assert message.photo is not None
    assert (message.photo[0].width, message.photo[0].height) == (1, 1)
    assert message.html_text == "<b>Зал</b>"
    assert message.has_media_spoiler


async def test_a_file_is_sent_again_by_its_id(bot: Bot) -> None:
    first = await bot.send_photo(ANNA, PHOTO)
    assert first.photo is not None
    again = await bot.send_photo(ANNA, first.photo[0].file_id)
    assert again.photo == first.photo
    with pytest.raises(TelegramBadRequest, match="can't use file of type Photo as Document"):
        await bot.send_document(ANNA, first.photo[0].file_id)


async def test_every_kind_of_file_is_sent(bot: Bot, anna: Person) -> None:
    await bot.send_video(ANNA, SOUND, width=320, height=200, duration=5)
    await bot.send_animation(ANNA, SOUND)
    await bot.send_audio(ANNA, SOUND, performer="Хор", title="Гимн")
    await bot.send_voice(ANNA, SOUND, duration=3)
    video, animation, audio, voice = anna.chat()
    assert video["video"]["width"] == 320
    assert animation["document"]["file_id"] == animation["animation"]["file_id"]
    assert audio["audio"]["title"] == "Гимн"
    assert voice["voice"]["duration"] == 3


async def test_an_album_is_sent_whole(bot: Bot) -> None:
    album = await bot.send_media_group(
        ANNA, [InputMediaPhoto(media=PHOTO, caption="Зал"), InputMediaPhoto(media=PHOTO)]
    )
    assert len({message.media_group_id for message in album}) == 1
    assert [message.caption for message in album] == ["Зал", None]


async def test_albums_do_not_mix_documents_with_photos(bot: Bot, anna: Person) -> None:
    mixed: list[Any] = [InputMediaPhoto(media=PHOTO), InputMediaDocument(media=PHOTO)]
    with pytest.raises(TelegramBadRequest, match="can't be mixed"):
        await bot.send_media_group(ANNA, mixed)
    with pytest.raises(TelegramBadRequest, match="at least 2"):
        await bot.send_media_group(ANNA, [InputMediaPhoto(media=PHOTO)])
    assert anna.chat() == []


async def test_files_that_telegram_would_not_take_are_refused(
    bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(TelegramBadRequest, match="IMAGE_PROCESS_FAILED"):
        await bot.send_photo(ANNA, SOUND)
    with pytest.raises(TelegramBadRequest, match="PHOTO_INVALID_DIMENSIONS"):
        await bot.send_photo(ANNA, BufferedInputFile(b"GIF89a\xff\xff\x01\x00", "a.gif"))
    with pytest.raises(TelegramBadRequest, match="wrong file identifier"):
        await bot.send_photo(ANNA, "nonsense")
    with pytest.raises(TelegramBadRequest, match="file must be non-empty"):
        await bot.send_document(ANNA, BufferedInputFile(b"", "a.txt"))
    with pytest.raises(TelegramBadRequest, match="message caption is too long"):
        await bot.send_photo(ANNA, PHOTO, caption="a" * 1025)
    with pytest.raises(TelegramServerError, match="does not play files from an address"):
        await bot.send_photo(ANNA, "https://example.org/a.png")
    monkeypatch.setattr(files, "PHOTO_LIMIT", 10)
    with pytest.raises(TelegramBadRequest, match="file is too big"):
        await bot.send_photo(ANNA, PHOTO)


async def test_a_big_file_cannot_be_downloaded(
    sandbox: Sandbox, bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = sandbox.world.files.add("document", Upload("a.txt", "text/plain", b"12345"))
    assert (await bot.get_file(file.file_id)).file_size == 5
    monkeypatch.setattr(media, "DOWNLOAD_LIMIT", 4)
    with pytest.raises(TelegramBadRequest, match="file is too big"):
        await bot.get_file(file.file_id)
    with pytest.raises(TelegramBadRequest, match="wrong file_id"):
        await bot.get_file("nonsense")

"""What a person sends: formatted texts, files, albums, places, contacts, forwards."""

from collections.abc import Sequence
from typing import Any

from sandbox import actions
from sandbox.accounts import Account
from sandbox.actions import PHONE_NUMBER, NotPossibleError
from sandbox.chats import Chat, Message
from sandbox.entities import Entity
from sandbox.files import Kind, Upload
from sandbox.methods.messages import forwarded
from sandbox.pictures import PIXEL
from sandbox.world import World

MOST_IN_ALBUM = 10
NAMES: dict[Kind, tuple[str, str]] = {
    "photo": ("photo.png", "image/png"),
    "video": ("video.mp4", "video/mp4"),
    "animation": ("animation.mp4", "video/mp4"),
    "audio": ("audio.mp3", "audio/mpeg"),
    "voice": ("voice.ogg", "audio/ogg"),
}


class Sending:
    """The sending part of a person; the default chat is the private one with the bot."""

    def __init__(self, world: World, account: Account) -> None:
        self._world = world
        self.account = account

    async def says(
        self,
        text: str,
        *,
        entities: Sequence[Entity] = (),
        chat_id: int | None = None,
        reply_to: Message | int | None = None,
    ) -> Message:
        """Write a text and return the message; `entities` are the person's formatting."""
        number = None if reply_to is None else number_of(reply_to)
        chat = self._chat(chat_id)
        return actions.write(
            self._world, self.account, chat, text, entities=entities, reply_to=number
        )

    async def sends(
        self,
        kind: Kind,
        data: bytes = PIXEL,
        caption: str = "",
        *,
        name: str | None = None,
        entities: Sequence[Entity] = (),
        chat_id: int | None = None,
    ) -> Message:
        """Send a file of any kind, with a caption."""
        upload = _upload(kind, data, name)
        chat = self._chat(chat_id)
        return actions.attach(
            self._world, self.account, chat, kind, upload, caption=caption, entities=entities
        )

    async def sends_photo(
        self, data: bytes = PIXEL, caption: str = "", *, chat_id: int | None = None
    ) -> Message:
        """Send a picture (PNG, JPEG, GIF or WebP)."""
        return await self.sends("photo", data, caption, chat_id=chat_id)

    async def sends_document(
        self, name: str, data: bytes, caption: str = "", *, chat_id: int | None = None
    ) -> Message:
        """Send a file."""
        return await self.sends("document", data, caption, name=name, chat_id=chat_id)

    async def sends_album(
        self,
        files: Sequence[tuple[Kind, bytes]],
        caption: str = "",
        *,
        entities: Sequence[Entity] = (),
        chat_id: int | None = None,
    ) -> list[Message]:
        """Send 2 to 10 files at once; the bot gets each as a separate message."""
        if not 1 < len(files) <= MOST_IN_ALBUM:
            raise NotPossibleError("an album has 2 to 10 files")
        group = {"media_group_id": str(next(self._world.numbers))}
        chat = self._chat(chat_id)
        messages = []
        for index, (kind, data) in enumerate(files):
            words = (caption, entities) if index == 0 else ("", ())
            fields = actions.attachment(self._world, kind, _upload(kind, data, None), *words)
            messages.append(actions.put(self._world, self.account, chat, fields | group))
        return messages

    async def sends_sticker(self, emoji: str = "👍", *, chat_id: int | None = None) -> Message:
        """Send a sticker."""
        file = self._world.files.add("sticker", Upload("sticker.webp", "image/webp", PIXEL))
        look = {"type": "regular", "width": 512, "height": 512, "emoji": emoji}
        sticker = {**file.ids, **look, "is_animated": False, "is_video": False}
        return self._puts({"sticker": sticker}, chat_id)

    async def sends_contact(
        self, phone_number: str = PHONE_NUMBER, *, chat_id: int | None = None
    ) -> Message:
        """Share the person's own contact."""
        chat = self._chat(chat_id)
        return actions.share_contact(self._world, self.account, chat, phone_number)

    async def sends_location(
        self, latitude: float = 55.75, longitude: float = 37.62, *, chat_id: int | None = None
    ) -> Message:
        """Share a place."""
        return self._puts({"location": {"latitude": latitude, "longitude": longitude}}, chat_id)

    async def sends_venue(
        self,
        title: str,
        address: str,
        latitude: float = 55.75,
        longitude: float = 37.62,
        *,
        chat_id: int | None = None,
    ) -> Message:
        """Share a place with its name."""
        location = {"latitude": latitude, "longitude": longitude}
        venue = {"location": location, "title": title, "address": address}
        return self._puts({"location": location, "venue": venue}, chat_id)

    async def forwards(
        self, message: Message, *, source: int | None = None, chat_id: int | None = None
    ) -> Message:
        """Forward a message of the chat `source` (that with the bot) to a chat."""
        found = self._chat(source).messages[number_of(message)]
        return self._puts(forwarded(found), chat_id)

    def _chat(self, chat_id: int | None) -> Chat:
        return actions.chat_of(self._world, self.account, chat_id)

    def _puts(self, content: dict[str, Any], chat_id: int | None) -> Message:
        return actions.put(self._world, self.account, self._chat(chat_id), content)


def number_of(message: Message | int) -> int:
    """Return the number of a message within its chat."""
    return message if isinstance(message, int) else int(message["message_id"])


def _upload(kind: Kind, data: bytes, name: str | None) -> Upload:
    usual, content_type = NAMES.get(kind, ("file.bin", "application/octet-stream"))
    return Upload(name or usual, content_type, data)

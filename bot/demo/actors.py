"""The people of the story: what they do in Telegram, and what they should see."""

from collections.abc import Awaitable, Callable
from contextlib import suppress

from bot.demo.fiction import Figure
from bot.demo.transcript import Transcript
from bot.documents.typography import NO_BREAK
from handlers.ui.texts import AllTexts, Texts, Value
from sandbox.chats import Message
from sandbox.markup import parse_html
from sandbox.people import PATIENCE, CallbackAnswer, NotPossibleError, Person
from sandbox.views import text_of


class NotSeen(Exception):  # noqa: N818  a fact about the story, named as one
    """People did not see what they should."""

    def __init__(self, wanted: str, seen: str) -> None:
        super().__init__(f"{wanted}\n\n{seen}")
        self.wanted = wanted
        self.seen = seen


class Actor:
    """A made-up person who uses the bot."""

    def __init__(
        self, figure: Figure, person: Person, texts: AllTexts, transcript: Transcript, language: str
    ) -> None:
        self.figure = figure
        self.person = person
        self.language = language
        self._texts = texts
        self._transcript = transcript

    def __repr__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """First and last name."""
        return self.figure.details.name

    @property
    def t(self) -> Texts:
        """The texts of the language that this person has chosen."""
        return self._texts.for_language(self.language)

    def words(self, key: str, **values: Value) -> str:
        """Return a text of the bot as Telegram shows it."""
        return parse_html(self.t(key, **values))[0].strip()

    def label(self, key: str, **values: Value) -> str:
        """Return the text of a button."""
        return self.t.plain(key, **values)

    async def opens(self, payload: str) -> None:
        """Open the bot by an invitation's link."""
        self._transcript.act(self.name, "demo-opens", organisation=self._organisation)
        await self.person.says(f"/start {payload}")

    async def says(self, text: str) -> None:
        """Write to the bot."""
        self._transcript.act(self.name, "demo-writes", text=text)
        await self.person.says(text)

    async def attaches(self, name: str, content: str) -> None:
        """Send the bot a file with this text in it."""
        self._transcript.act(self.name, "demo-attaches", file=name)
        await self.person.sends_document(name, content.encode())

    async def taps(self, button: str, *, chat_id: int | None = None) -> CallbackAnswer:
        """Tap the newest button with this text, once it is there."""
        self._transcript.act(self.name, "demo-taps", button=button)
        return await self._answered(button, self._taps(button, chat_id))

    async def _taps(self, button: str, chat_id: int | None) -> CallbackAnswer:
        with suppress(AssertionError):  # the tap itself reports best what is missing
            await self.is_offered(button, chat_id=chat_id)
        return await self.person.taps(button, timeout=PATIENCE, chat_id=chat_id)

    async def is_offered(self, button: str, *, chat_id: int | None = None) -> None:
        """Wait for a button with this text."""
        await self.person.sees(_offers(button), timeout=PATIENCE, chat_id=chat_id)

    async def forges(self, data: str) -> CallbackAnswer:
        """Tap a button that the bot never sent them."""
        self._transcript.act(self.name, "demo-forges", data=data)
        newest = next(m for m in reversed(self.person.chat()) if not m["mine"])
        tap = self.person.forges(data, newest["message_id"], timeout=PATIENCE)
        return await self._answered(data, tap)

    async def _answered(self, button: str, tap: Awaitable[CallbackAnswer]) -> CallbackAnswer:
        try:
            answer = await tap
        except (AssertionError, NotPossibleError) as unanswered:
            raise NotSeen(button, str(unanswered)) from unanswered
        if answer.text:
            self._transcript.pop_up(answer.text)
        return answer

    def blocks(self) -> None:
        """Block the bot."""
        self._transcript.act(self.name, "demo-blocks")
        self.person.blocks()

    async def sees(self, *parts: str, after: int = 0, chat_id: int | None = None) -> Message:
        """Wait for a message of the bot, newer than `after`, with all these parts in its text."""
        wanted = _holds(parts, after)
        try:
            message = await self.person.sees(wanted, timeout=PATIENCE, chat_id=chat_id)
        except AssertionError as unseen:
            raise NotSeen("\n…\n".join(parts), str(unseen)) from unseen
        self._transcript.show(self.name, message)
        return message

    async def gets(self, kind: str, ending: str = "") -> bytes:
        """Wait for a photo or a document with this ending; return what is in the file."""

        def holds(message: Message) -> bool:
            return kind in message and (not ending or _name(message).endswith(ending))

        try:
            message = await self.person.sees(holds, timeout=PATIENCE)
        except AssertionError as unseen:
            raise NotSeen(f"{kind} {ending}", str(unseen)) from unseen
        self._transcript.show(self.name, message)
        return self.person.downloads(message)

    @property
    def newest(self) -> int:
        """The number of the last message in the chat with the bot."""
        return max((int(message["message_id"]) for message in self.person.chat()), default=0)

    def received(self, after: int) -> list[str]:
        """Return the texts of the bot's messages that are newer than `after`."""
        return [
            text_of(message)
            for message in self.person.chat()
            if message["message_id"] > after and not message["mine"]
        ]

    @property
    def _organisation(self) -> str:
        return self.figure.organisation.short_name


def _holds(parts: tuple[str, ...], after: int) -> Callable[[Message], bool]:
    def holds(message: Message) -> bool:
        text = text_of(message)
        seen = text.replace(NO_BREAK, " ")  # text with no-break spaces is not typed like that
        shown = all(part.replace(NO_BREAK, " ") in seen for part in parts)
        return message["message_id"] > after and shown

    return holds


def _name(message: Message) -> str:
    return str(message.get("document", {}).get("file_name", ""))


def _offers(button: str) -> Callable[[Message], bool]:
    def offers(message: Message) -> bool:
        rows = message.get("reply_markup", {}).get("inline_keyboard", [])
        return any(button in one["text"] for row in rows for one in row)

    return offers


def expect(wanted: object, got: object) -> None:
    """Raise `NotSeen` if the condition does not hold."""
    if got != wanted:
        raise NotSeen(str(wanted), str(got))

"""A bot within the process: what people say and tap, and what it answers, without a network.

Each press runs on one SQLite connection, within a savepoint that can be undone: so thousands of
buttons are pressed in seconds, each in the state in which it was shown.
"""

import re
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, fields
from datetime import datetime
from itertools import count
from pathlib import Path
from traceback import format_exc
from typing import Any, TypeVar, cast

from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.filters.callback_data import CallbackData
from aiogram.methods import AnswerCallbackQuery, TelegramMethod
from aiogram.types import CallbackQuery, Chat, InlineKeyboardMarkup, Message, Update, User

from bot.config.config import Config
from bot.documents.blocks import CardPicture, Chart, Document, Files, WeekPicture
from bot.documents.files import DocumentRenderer
from bot.documents.samples import members_sample
from bot.domain.notices import Notice
from bot.domain.people.consents import ConsentText
from bot.domain.people.members import TelegramId
from bot.domain.refusals import Refusal
from bot.services.prompts import Prompt, ask_prompt
from bot.wiring import Services, services_of
from handlers.features import FORMS, MENU, ROUTES
from handlers.forms.engine import FormEngine
from handlers.pipeline.context import Context
from handlers.pipeline.handling import FindHandler, RunHandler
from handlers.pipeline.refusals import Refusals
from handlers.pipeline.routing import RouteTable
from handlers.pipeline.sender import TelegramSender
from handlers.pipeline.steps import Next, Pipeline
from handlers.polls.chart_files import Charts
from handlers.polls.half_filled import HalfFilledBallots
from handlers.ui.commands import Menus
from handlers.ui.refusals import StaleButton
from handlers.ui.routes import Data, On
from handlers.ui.texts import AllTexts
from handlers.ui.welcome import AllianceInfo
from storage.stores import Stores
from tests.alliance import TOKEN
from tests.clocks import FixedClock
from tests.recorders import SENT, Recorder
from tests.schemas import lay
from tests.screens import faults_of
from tests.wording import texts

R = TypeVar("R")
CONSENT = ConsentText(1, "")
COMMAND = re.compile(r"(?<![\w/<])/([a-z]+)\b")
CODE = re.compile(r"<code>.*?</code>|«/[^»]*»|“/[^”]*”", re.DOTALL)
LINK = re.compile(r"https://t\.me/alliance_bot\?start=([\w-]+)")
KEYS = tuple(dict.fromkeys(key for routes in ROUTES for key in routes.buttons))
BUTTONS = {(key.button if isinstance(key, On) else key).__prefix__: key for key in KEYS}
NARROWER: dict[type[CallbackData], list[On]] = defaultdict(list)
"""The handlers of a kind of button that go by its values."""
for _key in KEYS:
    if isinstance(_key, On):
        NARROWER[_key.button].append(_key)


class Printer:
    """Renders no documents: that takes seconds, and needs a process."""

    async def document(self, _: Document) -> Files:
        return Files(b"PK", b"%PDF", ())

    async def chart(self, _: Chart) -> bytes:
        return b"PNG"

    async def card(self, _: CardPicture) -> bytes:
        return b"PNG"

    async def week(self, _: WeekPicture) -> bytes:
        return b"PNG"


class Immediate:
    """A storage on one connection, within a transaction that others end."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db
        self._stores = Stores(db)

    async def write(self, work: Callable[[Stores], R]) -> R:
        with self.savepoint("work", kept=True):
            return work(self._stores)

    read = write

    @contextmanager
    def savepoint(self, name: str, *, kept: bool) -> Iterator[None]:
        """Undo what the block writes, unless it is to be kept and does not fail."""
        self.db.execute(f"SAVEPOINT {name}")
        done = False
        try:
            yield
            done = kept
        finally:
            if not done:
                self.db.execute(f"ROLLBACK TO {name}")
            self.db.execute(f"RELEASE {name}")


@dataclass(frozen=True)
class Said:
    """What somebody does: taps a button with `data`, or says `text`, in private or in a `group`."""

    data: str = ""
    text: str = ""
    group: int = 0

    @property
    def row(self) -> str:
        """What it is in the table: the kind of the button, a command, a link."""
        if self.data:
            return row_of(self.data)
        command, _, payload = self.text.partition(" ")
        if self.group:
            return f"{command} in a group"
        return f"/start {payload[:2]}…" if command == "/start" and payload else command

    @property
    def known(self) -> str:
        """The same for two that do the same, whatever form they belong to."""
        return self.text or re.sub(r"^form:[^:]*", "form", self.data)


@dataclass(frozen=True)
class Outcome:
    """What came of it: what refused it (nothing if it was done), and what can be tapped then.

    An `alert` may tell of what was done, too.
    """

    refused: str
    alert: bool = False
    ways: tuple[Said, ...] = ()
    texts: tuple[str, ...] = field(default=(), repr=False)


def row_of(data: str) -> str:
    """Return the name of the row for a button's data: its class, and the values it goes by."""
    known = BUTTONS.get(data.partition(":")[0])
    assert known, f"no handler is declared for {data!r}"
    button = known.button if isinstance(known, On) else known
    unpacked = button.unpack(data)
    matching = [one for one in NARROWER[button] if one.matches(unpacked)]
    return name_of(matching[0] if matching else button)


def name_of(key: type[CallbackData] | On) -> str:
    """Return the name of a row, such as «LanguageButton joining=True»."""
    if isinstance(key, On):
        return " ".join([key.button.__name__, *(f"{name}={value}" for name, value in key.values)])
    return key.__name__


class Presses:
    """The bot, and what people do to it."""

    def __init__(self, path: Path, config: Config, now: datetime) -> None:
        db = sqlite3.connect(path, isolation_level=None)
        lay(db)
        db.execute("PRAGMA foreign_keys = ON")
        db.execute("PRAGMA synchronous = OFF")
        db.execute("BEGIN")
        self.storage = Immediate(db)
        self.clock = FixedClock(now)
        self.telegram = Recorder()
        self.telegram.file = members_sample(texts("ru").plain)
        self.bot = Bot(
            TOKEN, session=self.telegram, default=DefaultBotProperties(parse_mode="HTML")
        )
        self.services = services_of(config, self.storage, self.clock, CONSENT)
        self.texts = AllTexts("ru", config.alliance.time_zone, self.clock)
        self._rules = self.services.settings._rules
        self._first_rules = dict(vars(self._rules))
        self.refused = ""
        self.broken: list[str] = []
        self.faults: list[str] = []
        """What is wrong with the screens that people are shown."""
        self._numbers = count(1)
        self._pipeline = self._made(config, self.services)

    def close(self) -> None:
        """Let go of the database."""
        self.storage.db.close()

    def _made(self, config: Config, services: Services) -> Pipeline:
        alliance = AllianceInfo(config.alliance.name, config.alliance.privacy_url, CONSENT.version)
        table = RouteTable(ROUTES)
        given: Data = {
            "bot": self.bot,
            "texts": self.texts,
            "alliance": alliance,
            "clock": self.clock,
            "renderer": Printer(),
            "charts": Charts(cast("DocumentRenderer", Printer())),
            "half_filled": HalfFilledBallots(),
            "menu": MENU,
            "menus": Menus(MENU),
            "form_engine": FormEngine(FORMS, services.drafts),
            **{one.name: getattr(services, one.name) for one in fields(services)},
        }
        context = Context(services.prompts, self.texts)
        steps = (Refusals(self.texts), self._witness, FindHandler(table), context)
        return Pipeline(steps, RunHandler(table, services.prompts), given)

    async def _witness(self, handler: Next, update: Update, data: Data) -> None:
        try:
            await handler(update, data)
        except Exception as error:
            self.refused = type(error).__name__
            if not isinstance(error, Refusal | StaleButton):
                self.broken.append(f"{update.event}\n{format_exc()}")
            raise

    async def does(self, person: int, said: Said) -> Outcome:
        """Have a person do something, and return what comes of it."""
        self.refused, self.telegram.asked = "", []
        await self._read_settings()
        await self._pipeline.handle(self._update(person, said))
        self.faults += [fault for one in self.telegram.asked for fault in faults_of(one)]
        asked = [one for one in self.telegram.asked if _is_for(one, person)]
        alerts = [
            one.text or ""
            for one in self.telegram.asked
            if isinstance(one, AnswerCallbackQuery) and one.show_alert
        ]
        if said.group and not any(_is_for(one, said.group) for one in self.telegram.asked):
            self.refused = self.refused or ("told in private" if asked else "not answered")
        ways = tuple(dict.fromkeys(way for one in asked for way in ways_of(one)))
        texts = (*alerts, *map(_words, asked))
        return Outcome(self.refused, bool(alerts), () if self.refused else ways, texts)

    async def _read_settings(self) -> None:
        """Forget the settings that an undone press has chosen: the newest stay in memory."""
        vars(self._rules).update(self._first_rules)
        await self.services.settings.load()

    def _update(self, person: int, said: Said) -> Update:
        number = next(self._numbers)
        user = User(id=person, is_bot=False, first_name="Кто-то", language_code="ru")
        chat = Chat(id=person, type="private")
        if said.group:
            chat = Chat(id=said.group, type="supergroup", title="Чат")
        tapped = bool(said.data)
        message = Message(
            message_id=SENT if tapped else 1000 + number,
            date=self.clock.now(),
            chat=chat,
            from_user=user,
            text=said.text or "…",
        ).as_(self.bot)
        if not tapped:
            return Update(update_id=number, message=message).as_(self.bot)
        query = CallbackQuery(
            id=str(number), from_user=user, chat_instance="1", message=message, data=said.data
        ).as_(self.bot)
        return Update(update_id=number, callback_query=query).as_(self.bot)

    async def asks(self, person: int, prompt: Prompt) -> None:
        """Have the bot wait for what a person types next."""
        account, now = TelegramId(person), self.clock.now()
        await self.storage.write(lambda tx: ask_prompt(tx, account, prompt, now))

    async def brings(self, notice: Notice) -> tuple[Said, ...]:
        """Return the buttons of a notice that is sent."""
        self.telegram.asked = []
        await self.storage.write(lambda tx: tx.outbox.add([notice], self.clock.now()))
        for delivery in await self.services.deliveries.claim(1):
            if delivery.letter is not None:
                await TelegramSender(self.bot, self.texts, Menus(MENU)).send(delivery.letter)
        return tuple(way for one in self.telegram.asked for way in ways_of(one))


def _is_for(method: TelegramMethod[Any], person: int) -> bool:
    return getattr(method, "chat_id", None) == person


def _words(method: TelegramMethod[Any]) -> str:
    return str(getattr(method, "text", None) or getattr(method, "caption", None) or "")


def ways_of(method: TelegramMethod[Any]) -> Iterator[Said]:
    """Yield what can be tapped in a message: commands in its text, then its buttons."""
    for command in COMMAND.findall(CODE.sub("", _words(method))):
        yield Said(text=f"/{command}")
    markup = getattr(method, "reply_markup", None)
    if isinstance(markup, InlineKeyboardMarkup):
        for button in (one for row in markup.inline_keyboard for one in row):
            if button.callback_data:
                yield Said(data=button.callback_data)
            elif button.url and (found := LINK.fullmatch(button.url)):
                yield Said(text=f"/start {found[1]}")

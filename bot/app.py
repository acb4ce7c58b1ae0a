"""Build the bot, start it, drain it and stop it; the only module that knows all layers."""

import asyncio
import gc
import signal
from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager, suppress

import structlog
from aiogram import Bot
from aiogram.exceptions import ClientDecodeError, TelegramAPIError

from bot.backups import nightly_backups
from bot.clock import SteadyClock
from bot.config.config import Config
from bot.connection import connected, insist
from bot.delivery.limiter import Limiter
from bot.delivery.rates import Rates
from bot.delivery.worker import Worker
from bot.documents.files import DocumentRenderer
from bot.listening import Listeners
from bot.logs import configure
from bot.ports import Clock
from bot.scheduler import Scheduler
from bot.services.declarations import Sweep
from bot.watching import watching
from bot.wiring import services_of, sweeps_of
from handlers.features import menus_of
from handlers.pipeline.connections import cause_of
from handlers.pipeline.context import Context
from handlers.pipeline.dispatching import pipeline, table
from handlers.pipeline.floods import Floods
from handlers.pipeline.intake import Intake
from handlers.pipeline.metering import RequestMeter, TapMeter
from handlers.pipeline.pacing import Pacing
from handlers.pipeline.repeats import Repeats
from handlers.pipeline.sender import TelegramSender
from handlers.pipeline.shown import SkipUnchanged
from handlers.pipeline.telegram import build_models
from handlers.pipeline.updates import Updates
from handlers.polls.straw_polls import StrawPollClosing
from handlers.ui.descriptions import describe
from handlers.ui.texts import AllTexts
from handlers.ui.welcome import AllianceInfo, consent_text
from storage.engine.database import Database, open_database
from storage.engine.leftovers import clear_up
from storage.engine.locks import InstanceLock

log = structlog.get_logger(__name__)

IN_LINE = 0.2
"""Notices are claimed for this many seconds ahead: long enough to claim the next ones."""

PATIENCE = 8.0
"""How many seconds a stop waits for answers that are queued for sending; then they are dropped."""

UPDATES_END = 10.0
"""After how many seconds a stop gives up on updates that are still being handled."""

WORK_ENDS = 12.0
"""After how many seconds a stop gives up on the rest: a sweep, Telegram's last answer."""

SENDS_END = 4.0
"""How many more seconds the sends in flight have; those that do not end may have been sent."""

PAGES_END = 2.0
"""How many more seconds open HTTP requests have."""


GC_THRESHOLD = 50_000
"""Newly allocated objects after which the garbage collector runs.

A hundred updates in progress have some ten thousand, and go without it. Whenever fewer start a run,
it visits all of them for nothing: Python's default of 700 takes a tenth of the time of a tap, ten
thousand a twentieth. Fifty thousand are some ten megabytes at most.
"""


class PartEnded(Exception):  # noqa: N818  a fact about the process, named as one
    """A task that should run until the stop has ended: the process exits, to be restarted."""


class App:
    """The bot, built on an open database."""

    def __init__(
        self, config: Config, database: Database, bot: Bot, limiter: Limiter, clock: Clock
    ) -> None:
        self.bot = bot
        self._config = config
        self.renderer = DocumentRenderer()
        self.database = database
        self.texts = AllTexts(config.alliance.language, config.alliance.time_zone, clock)
        alliance = config.alliance
        self._consent = consent_text(alliance.name, alliance.privacy_url, self.texts)
        self.services = services_of(config, database, clock, self._consent)
        bot.session.middleware(RequestMeter(self.services.health.figures))
        self._menus = menus_of(self.services)
        floods, pace = Floods(self.texts), config.delivery.per_second
        sender = TelegramSender(bot, self.texts, self._menus, floods.settled)
        self.worker = Worker(
            self.services.deliveries,
            sender,
            in_flight=max(1, round(pace)),
            in_line=max(1, round(pace * IN_LINE)),
        )
        database.on_notices(self.worker.wake)
        self.listeners = Listeners(config)
        self.scheduler = Scheduler(self._sweeps(clock), self.services.health.figures)
        context = Context(self.services.prompts, self.texts)
        self._repeats = Repeats(self.services.handled_updates, context)
        self.updates = self._updates(clock, floods, context)
        self._limiter = limiter
        self._tasks: dict[str, asyncio.Task[None]] = {}

    def _sweeps(self, clock: Clock) -> list[Sweep]:
        """Return the nouns' sweeps, and those that need more than services."""
        straw_polls = StrawPollClosing(self.bot, self.services.straw_polls)
        return [
            *sweeps_of(self.services),
            Sweep("straw polls", 2, straw_polls.close_due),
            Sweep("traces", 1, self.database.truncate_wal),
            Sweep("outbox", 1, self._wake_worker),
            *watching(self._config, self.bot, self.database, self.services.health.figures, clock),
            *nightly_backups(self._config, self.database, clock),
        ]

    def _updates(self, clock: Clock, floods: Floods, context: Context) -> Updates:
        config = self._config.alliance
        contact = config.contact or ""
        version, pages = self._consent.version, self._config.web.pages
        alliance = AllianceInfo(config.name, config.privacy_url, version, contact, pages)
        made = pipeline(
            self.bot,
            self.services,
            self.texts,
            alliance,
            clock,
            self._repeats,
            floods,
            context,
            self.renderer,
        )
        figures = self.services.health.figures
        intake = Intake(TapMeter(made.handle, figures), self.bot, UPDATES_END)
        return self.listeners.updates(intake, self.bot, table().kinds)

    async def _wake_worker(self) -> None:
        self.worker.wake()

    async def catch_up(self) -> None:
        """Do what fell due while the bot was down, before updates are received."""
        await self.services.settings.load()
        await self.services.failures.take_up()
        await self.services.polls.close_due()  # no vote may be handled before
        await self.services.straw_polls.recover()
        await self._repeats.load()
        if asked := await self.services.consents.ask_again():
            log.info("the text of the consent has changed", asked=asked)
        await self.services.rooms.take_over()
        await self.services.reminders.plan()  # the configuration or the release may have changed
        if sent := await self.services.deliveries.sent_lately():
            self._limiter.take_over(sent)

    def start(self) -> None:
        """Start sending, sweeping and receiving updates."""
        self._tasks = {
            "worker": asyncio.create_task(self.worker.run()),
            "listener": asyncio.create_task(self._listen()),
            "scheduler": self.scheduler.start(),
        }

    async def _listen(self) -> None:
        await insist(self.updates.prepare)
        log.info("listening")
        menus = asyncio.create_task(self._show_menus())  # runs in the background
        try:
            await self.updates.run()
        finally:
            menus.cancel()
            await asyncio.gather(menus, return_exceptions=True)

    async def _show_menus(self) -> None:
        try:
            await self._menus.show_to_all(self.bot, self.texts, self._config.alliance.language)
            await describe(self.bot, self._config.alliance.name, self.texts)
        except (TelegramAPIError, ClientDecodeError) as error:  # optional: the bot works without it
            log.warning("command menu or description not set", cause=cause_of(error))

    async def serve_pages(self) -> None:
        """Serve the pages that are configured; may raise `ListenRefused`."""
        services = self.services
        await self.listeners.serve_pages(
            services.health,
            services.meeting_pages,
            services.chair_pages,
            services.house_screens,
            self.texts,
            self.database,
            self.bot,
        )

    async def failed(self) -> None:
        """Return only by raising, once a task that should run until the stop has ended.

        Raises what broke it (`TelegramRefused` if the token is wrong), or `PartEnded`.
        """
        await asyncio.wait(self._tasks.values(), return_when=asyncio.FIRST_COMPLETED)
        for name, task in self._tasks.items():
            if task.done():
                if not task.cancelled():
                    task.result()
                raise PartEnded(f"the {name} has ended")

    async def stop(self) -> None:
        """Shut down gracefully: stop receiving updates, then finish updates and sends in flight.

        It always ends within 20 seconds, because the service manager would kill a slower process.
        """
        late = asyncio.get_running_loop().call_later(PATIENCE, self._limiter.close)
        try:
            work = asyncio.gather(self.scheduler.stop(), self.updates.stop())
            await _in_time(WORK_ENDS, work, "work")
        finally:  # whatever fails on the connection, no send is left unmarked
            late.cancel()
            self._limiter.close()  # notices that wait for their turn return to the outbox
            await _in_time(SENDS_END, self.worker.drain(), "sends")
            await _in_time(PAGES_END, self.listeners.stop(), "pages")
            for task in self._tasks.values():
                task.cancel()
            await asyncio.gather(*self._tasks.values(), return_exceptions=True)


async def _in_time(seconds: float, ending: Awaitable[object], what: str) -> None:
    try:
        async with asyncio.timeout(seconds):
            await ending
    except TimeoutError:
        log.warning("given up at the stop", what=what, seconds=seconds)


@asynccontextmanager
async def running(config: Config, clock: Clock) -> AsyncIterator[App]:
    """Run the bot within the block, alone on its database; the block's end drains it."""
    delivery = config.delivery
    rates = Rates(delivery.per_second, delivery.per_chat_second, int(delivery.per_group_minute))
    with InstanceLock(config.storage.path) as lock:
        clear_up(config.storage.path)
        async with (
            connected(config, clock) as bot,
            open_database(config.storage.path, clock.now()) as database,
        ):
            lock.include_database()
            limiter = Limiter(rates)
            bot.session.middleware(SkipUnchanged())  # the object is not created unless it is used
            bot.session.middleware(Pacing(limiter))
            app = App(config, database, bot, limiter, clock)
            await app.catch_up()
            build_models()
            gc.collect()
            gc.freeze()  # objects so far stay for good: the collector need not visit them again
            gc.set_threshold(GC_THRESHOLD)
            await app.serve_pages()
            app.start()
            try:
                yield app
            finally:
                await app.stop()


async def serve(config: Config, clock: Clock) -> None:
    """Run the bot until SIGINT or SIGTERM, then drain it."""
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):  # Windows has no such handlers
            loop.add_signal_handler(number, stopping.set)
    async with running(config, clock) as app:
        log.info("started", mode=config.telegram.mode)
        failed = asyncio.create_task(app.failed())
        stopped = asyncio.create_task(stopping.wait())
        done, pending = await asyncio.wait({failed, stopped}, return_when=asyncio.FIRST_COMPLETED)
        for task in pending:
            task.cancel()
        log.info("stopping")
        for task in done:
            task.result()


def run(config: Config) -> None:
    """Run the bot until it is told to stop."""
    configure(config.log.level, config.log.format)
    asyncio.run(serve(config, SteadyClock()))

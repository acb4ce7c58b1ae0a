"""Puts the bot together, starts it, drains it, stops it. It alone knows all the layers."""

import asyncio
import gc
import signal
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from functools import partial

import structlog
from aiogram import Bot
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)

from bot.clock import SystemClock
from bot.config import Config
from bot.delivery.limiter import Limiter, Rates
from bot.delivery.worker import Worker
from bot.documents.files import Press
from bot.domain.events.reminders import Leads
from bot.domain.events.seats import WaitlistPolicy
from bot.domain.people.members import TelegramId
from bot.logs import configure
from bot.ports import Clock
from bot.scheduler import Scheduler, Sweep
from bot.services.announcements.announcements import Announcements
from bot.services.announcements.circles import Circles
from bot.services.announcements.corrections import Corrections
from bot.services.announcements.drafts import AnnouncementDrafts
from bot.services.announcements.reports import AnnouncementReports
from bot.services.announcements.subscriptions import Subscriptions
from bot.services.announcements.templates import Templates
from bot.services.applications.applications import Applications
from bot.services.applications.queue import ApplicationQueue
from bot.services.deliveries import Deliveries
from bot.services.drafts import Drafts
from bot.services.events.attendance import Attendance
from bot.services.events.doors import Doors
from bot.services.events.events import Events
from bot.services.events.guests import Guests
from bot.services.events.helpers import Helpers
from bot.services.events.messages import Messages
from bot.services.events.posts import Posts
from bot.services.events.reminders import Reminders
from bot.services.events.rsvps import Rsvps
from bot.services.events.substitutions import Substitutions
from bot.services.events.waitlists import Waitlists
from bot.services.mailings import Mailings
from bot.services.minutes.minutes import PollMinutes
from bot.services.people.members import Members
from bot.services.people.reachability import Reachability
from bot.services.polls.ballots import Ballots
from bot.services.polls.electorates import Electorates
from bot.services.polls.polls import Polls
from bot.services.polls.proxies import Proxies
from bot.services.polls.reminders import PollReminders
from bot.services.polls.straw_polls import StrawPolls
from bot.services.prompts import Prompts
from bot.services.rules import Rules, VotingPolicy
from bot.services.schedules import Schedules
from bot.telegram import bot_for
from handlers.commands import set_commands
from handlers.dispatching import UseCases, dispatcher, routers
from handlers.draining import Draining
from handlers.pacing import Pacing
from handlers.people.welcome import Alliance
from handlers.polls.straw_polls import close_due
from handlers.sender import TelegramSender
from handlers.texts import AllTexts
from handlers.updates import Polling, Updates, Webhook
from storage.database import Database, open_database
from storage.locks import InstanceLock

log = structlog.get_logger(__name__)

FIRST_DELAY = 1.0
LONGEST_DELAY = 60.0


class TelegramRefused(Exception):  # noqa: N818  a fact about the token, named as one
    """Telegram does not know this bot: nothing will work until the token is right."""


class App:
    """The bot, put together on an open database."""

    def __init__(
        self, config: Config, database: Database, bot: Bot, limiter: Limiter, clock: Clock
    ) -> None:
        alliance = config.alliance
        rules = rules_of(config)
        self.bot = bot
        self.press = Press()
        self.database = database
        self.texts = AllTexts(alliance.language, alliance.time_zone, clock)
        self.members = Members(
            database,
            clock,
            rules=rules,
            administrators=frozenset(map(TelegramId, alliance.administrators)),
            language=alliance.language,
        )
        self.events = Events(database, clock, rules)
        self.rsvps = Rsvps(database, clock, rules)
        self.substitutions = Substitutions(database, clock, rules)
        self.posts = Posts(database, clock, rules, group=alliance.group, channel=alliance.channel)
        self.doors = Doors(database, clock, rules)
        self.helpers = Helpers(database, clock, rules)
        self.straw_polls = StrawPolls(database, clock, rules)
        self.guests = Guests(database, clock, rules)
        self.applications = Applications(database, clock, rules)
        self.application_queue = ApplicationQueue(database, clock, rules)
        self.waitlists = Waitlists(database, clock, rules)
        self.attendance = Attendance(database, clock, rules)
        self.messages = Messages(database, clock, rules)
        self.polls = Polls(database, clock, rules)
        self.ballots = Ballots(database, clock, rules)
        self.electorates = Electorates(database, clock, rules)
        self.proxies = Proxies(database, clock, rules)
        self.minutes = PollMinutes(database, clock, rules)
        self.poll_reminders = PollReminders(database, clock, rules)
        self.announcements = Announcements(
            database,
            clock,
            rules,
            group=alliance.group,
            channel=alliance.channel,
            undo=timedelta(seconds=config.announcements.undo_seconds),
            second_yes=config.announcements.second_yes,
        )
        self.corrections = Corrections(database, clock, rules)
        self.announcement_reports = AnnouncementReports(database, clock, rules)
        self.templates = Templates(database, clock, rules)
        self.announcement_drafts = AnnouncementDrafts(database, clock, rules)
        self.circles = Circles(database, clock, rules)
        self.subscriptions = Subscriptions(database, clock, rules)
        self.deliveries = Deliveries(
            database,
            clock,
            rules,
            max_attempts=config.delivery.max_attempts,
            language=alliance.language,
        )
        self.reminders = Reminders(database, clock, rules)
        self.mailings = Mailings(database, clock)
        self.reachability = Reachability(
            database,
            clock,
            rules,
            valid_for=config.invitations.valid_for,
            weekly=config.reachability.weekly,
        )
        self.schedules = Schedules(database, clock, rules)
        sender, pace = TelegramSender(bot, self.texts), config.delivery.per_second
        self.worker = Worker(self.deliveries, sender, in_flight=max(1, round(pace)))
        database.on_notices(self.worker.wake)
        self.scheduler = Scheduler(self._sweeps())
        self.updates = self._updates(config, database, clock)
        self._limiter = limiter
        self._language = alliance.language
        self._tasks: list[asyncio.Task[None]] = []

    def _sweeps(self) -> list[Sweep]:
        return [
            Sweep("publications", 1, self.events.publish_due),
            Sweep("openings", 1, self.polls.open_due),
            Sweep("closings", 1, self.polls.close_due),
            Sweep("ballots", 1, self.poll_reminders.sweep),
            Sweep("traces", 1, self.database.wipe_traces),
            Sweep("announcements", 1, self.announcements.send_due),
            Sweep("waitlists", 1, self.waitlists.sweep),
            Sweep("reminders", 1, self.reminders.sweep),
            Sweep("mailings", 2, self.mailings.sweep),
            Sweep("posts", 30, self.posts.close_over),
            Sweep("straw polls", 2, partial(close_due, self.bot, self.straw_polls)),
            Sweep("screens", 2, self.doors.turn_screens),
            Sweep("reachability", 30, self.reachability.send_digest),
            Sweep("outbox", 1, self._wake_worker),
        ]

    def _updates(self, config: Config, database: Database, clock: Clock) -> Updates:
        alliance = Alliance(
            config.alliance.name, config.alliance.privacy_url, config.alliance.consent_version
        )
        use_cases = UseCases(
            members=self.members,
            events=self.events,
            rsvps=self.rsvps,
            substitutions=self.substitutions,
            posts=self.posts,
            guests=self.guests,
            applications=self.applications,
            application_queue=self.application_queue,
            attendance=self.attendance,
            messages=self.messages,
            polls=self.polls,
            ballots=self.ballots,
            proxies=self.proxies,
            electorates=self.electorates,
            minutes=self.minutes,
            announcements=self.announcements,
            corrections=self.corrections,
            announcement_reports=self.announcement_reports,
            templates=self.templates,
            announcement_drafts=self.announcement_drafts,
            circles=self.circles,
            subscriptions=self.subscriptions,
            doors=self.doors,
            helpers=self.helpers,
            straw_polls=self.straw_polls,
            reachability=self.reachability,
            prompts=Prompts(database, clock),
            drafts=Drafts(database, clock),
        )
        draining = Draining()
        ordered = routers(use_cases, alliance, clock)
        made = dispatcher(ordered, use_cases, self.texts, alliance, draining, self.press)
        webhook = config.webhook
        if config.telegram.mode == "polling" or webhook.url is None or webhook.secret is None:
            return Polling(made, self.bot, draining)
        return Webhook(
            made,
            self.bot,
            listen=(webhook.listen.host, webhook.listen.port),
            url=str(webhook.url),
            path=webhook.path,
            secret=webhook.secret.get_secret_value(),
        )

    async def _wake_worker(self) -> None:
        self.worker.wake()

    def start(self) -> None:
        """Begin to send, to tick and to listen."""
        self._tasks = [asyncio.create_task(self.worker.run()), asyncio.create_task(self._listen())]
        self.scheduler.start()

    async def _listen(self) -> None:
        await _insist(self.updates.prepare)
        log.info("listening")
        menus = asyncio.create_task(self._show_menus())  # nobody waits for them
        try:
            await self.updates.run()
        finally:
            menus.cancel()
            await asyncio.gather(menus, return_exceptions=True)

    async def _show_menus(self) -> None:
        try:
            await set_commands(self.bot, self.texts, self._language)
        except (TelegramAPIError, ClientDecodeError) as error:  # a convenience, not a need
            log.warning("command menu not set", cause=str(error))

    async def failed(self) -> None:
        """Return only by raising, once a part that should run for ever has broken.

        Raises `TelegramRefused` if the token is wrong.
        """
        await asyncio.gather(*map(asyncio.shield, self._tasks))
        await asyncio.Event().wait()

    async def stop(self) -> None:
        """Listen no more, finish the updates and the sends in flight, then stand still."""
        await self.scheduler.stop()
        try:
            await self.updates.stop()
        finally:  # whatever breaks on the line, no send is left unmarked
            self._limiter.close()  # what still waits for its turn goes back to the outbox
            await self.worker.drain()
            for task in self._tasks:
                task.cancel()
            await asyncio.gather(*self._tasks, return_exceptions=True)


async def _insist(call: Callable[[], Awaitable[None]]) -> None:
    """Call until Telegram answers, at growing intervals: a bot may start before the network."""
    delay = FIRST_DELAY
    while True:
        try:
            return await call()
        except (TelegramUnauthorizedError, TelegramNotFound) as error:
            raise TelegramRefused(str(error)) from error
        except TelegramRetryAfter as error:
            delay = float(error.retry_after)
        except (TelegramNetworkError, TelegramServerError, ClientDecodeError) as error:
            log.warning("Telegram does not answer", cause=type(error).__name__, again_in=delay)
        await asyncio.sleep(delay)
        delay = min(delay * 2, LONGEST_DELAY)


def rules_of(config: Config) -> Rules:
    """Return what the configuration settles for the use cases."""
    events = config.events
    return Rules(
        alliance=config.alliance.name,
        consent_version=config.alliance.consent_version,
        zone=config.alliance.time_zone,
        leads=Leads(config.reminders.event_leads, events.question_lead),
        waitlist=WaitlistPolicy(events.promote_until, events.call_from, events.offer_for),
        quiet_hours=config.reminders.quiet_hours,
        voting=VotingPolicy(
            presets=config.voting.presets,
            leads=config.reminders.poll_leads,
            last_call=config.voting.last_call,
            announce=_announced_in(config),
        ),
        council_group=config.alliance.council_group,
        group=config.alliance.group,
    )


def _announced_in(config: Config) -> tuple[int, ...]:
    """Return the chats that hear of a new member organisation; the same chat hears it once."""
    chats = {"group": config.alliance.group, "channel": config.alliance.channel}
    wanted = (chats[name] for name in config.voting.announce_admissions)
    return tuple(dict.fromkeys(chat for chat in wanted if chat is not None))


@asynccontextmanager
async def running(config: Config, clock: Clock) -> AsyncIterator[App]:
    """Run the bot within the block, alone on its database; leaving the block drains it."""
    delivery = config.delivery
    rates = Rates(delivery.per_second, delivery.per_chat_second, int(delivery.per_group_minute))
    with InstanceLock(config.storage.path):
        async with (
            open_database(config.storage.path, clock.now()) as database,
            bot_for(config) as bot,
        ):
            limiter = Limiter(rates)
            bot.session.middleware(Pacing(limiter))
            app = App(config, database, bot, limiter, clock)
            await app.polls.close_due()  # what came due while the bot was down, before any vote
            await app.reminders.plan()  # the configuration, or the release, may be another one
            if sent := await app.deliveries.sent_lately():
                limiter.take_over(sent)
            gc.collect()
            gc.freeze()  # what is built stays: the collector need not look at it again
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
    asyncio.run(serve(config, SystemClock()))

"""A running bot, its Telegram and its people, as tests speak of them."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.app import App, running
from bot.config.config import Config, load
from bot.domain.events.audiences import EVERYBODY
from bot.domain.events.events import EventId
from bot.domain.events.plans import EventPlan
from bot.domain.events.reminders import Leads
from bot.domain.events.rsvps import Rsvp
from bot.domain.people.members import MemberId, OrganisationId, Role, TelegramId
from bot.domain.people.people import OrganisationDetails, PersonDetails
from bot.domain.quiet_hours import QuietHours
from bot.ports import Clock
from bot.services.rules import AllianceRules, VotingPolicy
from bot.wiring import Services
from sandbox.clock import SandboxClock
from sandbox.people import Person
from sandbox.server import Sandbox
from storage.engine.database import Database
from storage.stores import Stores
from tests.databases import execute
from tests.people import joined
from tests.screens import Screens

TOKEN = "4242424242:SANDBOXsandboxSANDBOXsandboxSANDBOX"
UNPACED = {
    "DELIVERY__PER_SECOND": "1000",
    "DELIVERY__PER_CHAT_SECOND": "1000",
    "DELIVERY__PER_GROUP_MINUTE": "1000",
}
"""Settings of a bot that writes as fast as it can."""


@dataclass
class Alliance:
    """A running bot, its Telegram and its people."""

    sandbox: Sandbox
    clock: SandboxClock
    config: Config
    app: App
    stack: AsyncExitStack = field(repr=False)

    async def has(
        self, telegram_id: int, name: str, *roles: Role, delegate: bool = False
    ) -> Person:
        """Give the alliance a person who has joined and consented."""
        person = self.sandbox.add_person(telegram_id, name, started=True)
        await self.knows(telegram_id, name, *roles, delegate=delegate)
        return person

    async def knows(
        self, telegram_id: int, name: str, *roles: Role, delegate: bool = False
    ) -> MemberId:
        """Write down a person who has joined and consented."""
        now = self.clock.now()

        def write(tx: Stores) -> MemberId:
            details = PersonDetails(name, delegate=delegate, roles=frozenset(roles))
            return joined(tx, details, now, telegram_id=telegram_id)

        return await self.database.write(write)

    @property
    def database(self) -> Database:
        """The bot's own database."""
        return self.app.database

    @property
    def services(self) -> Services:
        """What the bot does for its people, without Telegram in between."""
        return self.app.services

    async def puts(self, telegram_id: int, house: OrganisationDetails) -> OrganisationId:
        """Put a person into an organisation that is new to the alliance."""
        organisation = await self.database.write(lambda tx: tx.organisations.add(house))
        sql = "UPDATE members SET organisation_id = ? WHERE telegram_id = ?"
        await execute(self.database, sql, organisation, telegram_id)
        return organisation

    async def loses_consent(self, telegram_id: int) -> None:
        """Take back the consent of a person."""
        sql = "UPDATE members SET consent_version = NULL, consented_at = NULL WHERE telegram_id = ?"
        await execute(self.database, sql, telegram_id)

    async def rsvps(self, event: EventId) -> dict[str, Rsvp]:
        """Return what those who have answered stand at, by their names."""
        answered = await self.database.read(lambda tx: tx.rsvps.answered(event))
        return {member.name: rsvp for member, rsvp in answered}

    async def announces(
        self, organiser: int, title: str = "Встреча", *, after: timedelta = timedelta(days=3)
    ) -> EventId:
        """Have an organiser publish an event without the wizard."""
        member = await self.services.members.recognise(TelegramId(organiser))
        assert member is not None
        return await self.services.events.publish(member.id, a_plan(self.clock, title, after))

    async def goes_on(self, step: timedelta) -> None:
        """Let time pass, then let everything that is due happen."""
        self.clock.advance(step)
        await self.app.scheduler.run_all()

    async def stands_still(self) -> None:
        """Let nothing but the answers to people change the database."""
        await self.app.scheduler.stop()
        await self.app.worker.drain()

    async def has_handled_all(self) -> None:
        """Wait until nothing is left to do for what people did."""
        updates: Any = self.app.updates
        await updates._intake.finished()

    async def restarts(self) -> None:
        """Stop the bot and start it again on the same database."""
        await self.stack.aclose()
        self.app = await self.stack.enter_async_context(running(self.config, self.clock))


@asynccontextmanager
async def running_alliance(
    sandbox: Sandbox, clock: SandboxClock, folder: Path, settings: dict[str, str]
) -> AsyncIterator[Alliance]:
    """Run a bot with these settings in the sandbox."""
    config = a_config(folder, sandbox.url, **settings)
    async with AsyncExitStack() as stack:
        app = await stack.enter_async_context(running(config, clock))
        screens = Screens()
        app.bot.session.middleware(screens)
        yield Alliance(sandbox, clock, config, app, stack)
    assert screens.faults == [], screens.faults


def a_plan(clock: Clock, title: str = "Встреча", after: timedelta = timedelta(days=3)) -> EventPlan:
    """Return a plan that breaks no rule; it starts on a whole minute."""
    return EventPlan(
        title=title,
        description="Поговорим о планах.",
        starts_at=(clock.now() + after).replace(second=0, microsecond=0),
        duration=timedelta(hours=2),
        place="Дом НКО",
        audience=EVERYBODY,
    )


def some_rules(
    *leads: timedelta,
    question: timedelta | None = None,
    quiet_hours: QuietHours | None = None,
    zone: str = "Asia/Yekaterinburg",
    consent_version: int = 1,
) -> AllianceRules:
    """Return the rules of an alliance with these lead times; quiet hours are off unless given.

    A meeting from afar may last days here, so that tests have time between its ends.
    """
    return AllianceRules(
        alliance="Альянс",
        consent_version=consent_version,
        zone=ZoneInfo(zone),
        leads=Leads(leads, question),
        quiet_hours=quiet_hours,
        voting=VotingPolicy(session=timedelta(days=90)),
    )


def a_config(path: Path, url: str, **more: str | None) -> Config:
    """Return a configuration for a bot in the sandbox; quiet hours are off unless given.

    What is None is left out of it.
    """
    environ: dict[str, str | None] = {
        "ALLIANCE_TELEGRAM__TOKEN": TOKEN,
        "ALLIANCE_TELEGRAM__API_URL": url,
        "ALLIANCE_ALLIANCE__NAME": "Альянс",
        "ALLIANCE_ALLIANCE__ADMINISTRATORS": "[999]",
        "ALLIANCE_STORAGE__PATH": str(path / "alliance.sqlite3"),
        "ALLIANCE_REMINDERS__QUIET_HOURS": "",
    }
    empty = path / "config.toml"
    empty.touch()
    environ |= {f"ALLIANCE_{key}": value for key, value in more.items()}
    return load(empty, {key: value for key, value in environ.items() if value is not None})

"""The stage of the story: the sandbox, the real bot in it, and the alliance's people."""

import asyncio
import socket
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.app import App, running
from bot.clock import SystemClock
from bot.config.config import Config
from bot.config.sections import DeliverySection
from bot.demo.actors import Actor
from bot.demo.cards import cards_of
from bot.demo.fiction import Fiction, Figure
from bot.demo.panel import Panel
from bot.demo.transcript import Transcript
from bot.demo.workbook import write_workbook
from bot.documents.spreadsheets import read_sheet
from bot.domain.events.audiences import EVERYBODY
from bot.domain.events.plans import EventPlan
from bot.domain.moments import moment_at
from bot.domain.people.imports import Plan, check
from bot.domain.people.members import LANGUAGES, Role, TelegramId
from bot.domain.rooms.resources import USUAL_WEEK, ResourceKind, new_door_code, usual_plan
from bot.ports import Transaction
from bot.services.people.imports import Imports
from bot.services.people.invitations import Invitations
from handlers.ui.texts import AllTexts, Texts
from sandbox.clock import SandboxClock
from sandbox.server import Sandbox

BOT_ID = 4_242_424_242
WORKBOOK = "alliance.xlsx"
ZONE = ZoneInfo("Asia/Yekaterinburg")
TUESDAY = 1
BEGINNING = time(11)
NEXT_EVENT = timedelta(days=2)
FIRST_ID = 500_000_001
APPLICANT_ID = 600_000_001
CHAPTERS = 42
HOUSE = (
    (ResourceKind.ROOM, 60, "demo-hall"),
    (ResourceKind.ROOM, 12, "demo-meeting-room"),
    (ResourceKind.PLACES, 10, "demo-coworking"),
    (ResourceKind.THING, 3, "demo-roll-up"),
)
"""What can be booked: its kind, how many people or pieces, and the key of its name."""
COUNCIL_GROUP = -1_000_000_000_009


@dataclass
class Stage:
    """Everything that the story needs."""

    sandbox: Sandbox
    clock: SandboxClock
    config: Config
    texts: AllTexts
    fiction: Fiction
    transcript: Transcript
    app: App
    broken: asyncio.Task[None]
    """Ends when the bot has failed."""
    actors: list[Actor] = field(default_factory=list)
    chapter: int = 0
    """The number of the present chapter."""

    @property
    def t(self) -> Texts:
        """The narrator's texts."""
        return self.texts.for_language(self.config.alliance.language)

    @property
    def other_language(self) -> str:
        """The language that one member has chosen instead of the alliance's."""
        return next(one for one in LANGUAGES if one != self.config.alliance.language)

    @property
    def zone(self) -> ZoneInfo:
        """The alliance's time zone."""
        return self.config.alliance.time_zone

    async def import_everybody(self) -> Plan:
        """Write the alliance to a spreadsheet and import it, as `alliance-bot import` does."""
        path = self.config.storage.path.with_name(WORKBOOK)
        write_workbook(path, self.fiction.figures)
        batch = check(read_sheet(path.read_bytes(), path.name).rows)
        plan = await Imports(self.app.database, self.clock).apply(batch)
        await self.app.database.write(self._fill_directory)
        await self.app.database.write(self._fill_house)
        for id_, figure in enumerate(self.fiction.figures, start=FIRST_ID):
            self.actors.append(self.enter(id_, figure))
        return plan

    def _fill_directory(self, tx: Transaction) -> None:
        """Have each organisation tell about itself, as its leader would."""
        for inn, details in cards_of(self.fiction):
            organisation = tx.organisations.by_inn(inn)
            if organisation is not None and organisation.leader is not None:
                tx.directory.save(organisation.id, details, organisation.leader, self.clock.now())

    def _fill_house(self, tx: Transaction) -> None:
        """Give the alliance a house: what organisations can book."""
        for kind, number, key in HOUSE:
            plan = usual_plan(kind, self.t.plain(key), number, USUAL_WEEK)
            tx.resources.add(plan, new_door_code(), self.clock.now())

    def enter(self, id_: int, figure: Figure) -> Actor:
        """Give a person an account in the sandbox."""
        note = figure.organisation.short_name
        language = self.config.alliance.language
        roles = figure.details.roles - {Role.LEADER}  # nearly everybody is a member
        person = self.sandbox.add_person(
            id_,
            figure.first_name,
            figure.last_name,
            language_code=language,
            note=note,
            roles=[self.t.plain(f"role-{role}") for role in sorted(roles)],
        )
        return Actor(figure, person, self.texts, self.transcript, language)

    def open_chapter(self, key: str) -> None:
        """Begin a chapter of the story, on the console and on the page."""
        self.chapter += 1
        self.sandbox.show.at(self.chapter, CHAPTERS)
        self.transcript.open_chapter(self.chapter, key, self.clock.now())

    def show_pages(self, **paths: str) -> None:
        """Link pages of the bot on the sandbox's page, if it serves any: what each is, its path."""
        if address := self.config.web.pages:
            self.sandbox.set_links(
                (self.t.plain("demo-page", page=page), f"{address}/{path}")
                for page, path in paths.items()
            )

    def gather_council(self, council: Collection[Actor]) -> None:
        """Open the council's group, with the bot in it."""
        members = [actor.person.id for actor in council]
        self.sandbox.add_group(COUNCIL_GROUP, self.t.plain("demo-council"), members)

    async def delivered(self) -> None:
        """Wait until no due notice is left in the outbox, and the reports of mailings are out."""
        for _ in ("what is due", "the reports of it"):
            await self.app.scheduler.run_all()
            while (await self.app.services.schedules.ahead(1))[1]:  # noqa: ASYNC110  nothing tells
                await asyncio.sleep(0.02)

    async def invite_everybody(self) -> dict[str, str]:
        """Issue the invitations; return the payload of each link by the person's name."""
        valid_for = self.config.invitations.valid_for
        invitations = Invitations(self.app.database, self.clock, valid_for=valid_for)
        return {issued.name: issued.payload for issued in await invitations.issue_all()}

    async def announce_next_event(self, organiser: Actor) -> str:
        """Announce an event of which a reminder is due after one more day; return its title."""
        member = await self.app.services.members.recognise(TelegramId(organiser.person.id))
        if member is None:
            raise LookupError(organiser.name)
        event = self.fiction.next_event
        day = self.clock.now().astimezone(self.zone).date() + NEXT_EVENT
        plan = EventPlan(
            title=event.title,
            description=event.description,
            starts_at=moment_at(day, event.hour, self.zone),
            duration=timedelta(hours=4),
            place=event.place,
            audience=EVERYBODY,
        )
        await self.app.services.events.publish(member.id, plan)
        return event.title

    def link(self, actor: Actor) -> str:
        """Return the address at which the page shows this person's chat with the bot."""
        return f"{self.sandbox.url}/#as={actor.person.id}&chat={actor.person.id}"


def first_morning(now: datetime) -> datetime:
    """Return the coming Tuesday at 11:00 in the alliance's zone, far from quiet hours."""
    today = now.astimezone(ZONE).date()
    days = (TUESDAY - today.weekday() - 1) % 7 + 1
    return moment_at(today + timedelta(days=days), BEGINNING, ZONE)


def demo_clock() -> SandboxClock:
    """Return a clock that starts at the first morning and runs on."""
    now = SystemClock().now()
    return SandboxClock(first_morning(now) - now)


@asynccontextmanager
async def staged(
    sandbox: Sandbox, config: Config, panel: Panel, fiction: Fiction, transcript: Transcript
) -> AsyncIterator[Stage]:
    """Run the bot in a sandbox that is being served."""
    texts = AllTexts(config.alliance.language, ZONE, sandbox.clock)
    async with running(config, sandbox.clock) as app:
        panel.follow(app.services.schedules)
        sandbox.clock.watch(app.scheduler.look)
        broken = asyncio.create_task(app.failed())
        try:
            yield Stage(sandbox, sandbox.clock, config, texts, fiction, transcript, app, broken)
        finally:
            broken.cancel()


def a_free_port() -> int:
    """Return a port of this computer that nobody listens on now."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
    return port


def demo_config(sandbox: Sandbox, path: Path, t: Texts, pace: int = 1) -> Config:
    """Return the settings of config.example.toml, for a bot in the sandbox at `pace`."""
    usual = DeliverySection()
    return Config.model_validate(
        {
            "telegram": {"token": sandbox.token, "api_url": sandbox.url},
            "alliance": {
                "name": t.plain("demo-alliance"),
                "language": t.language,
                "time_zone": str(ZONE),
                "council_group": COUNCIL_GROUP,
            },
            "storage": {"path": str(path)},
            "voting": {"remote": t.plain("demo-remote-clause")},
            "web": {"listen": f"127.0.0.1:{a_free_port()}"},
            "delivery": {
                "per_second": usual.per_second * pace,
                "per_chat_second": usual.per_chat_second * pace,
                "per_group_minute": usual.per_group_minute * pace,
            },
        }
    )

"""An alliance that gives and looks for things, without Telegram."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

from bot.domain.exchange.posts import Direction, PostId, PostKind, PostPlan
from bot.domain.exchange.responses import ResponseId
from bot.domain.notices import Notice, Subject
from bot.domain.people.invitations import Authority
from bot.domain.people.members import MemberId, OrganisationId, Role, TelegramId
from bot.domain.people.people import OrganisationDetails, PersonDetails
from bot.domain.priorities import Priority
from bot.domain.searching.fields import FieldOfWork
from bot.services.access import known_member
from bot.services.exchange.expiry import ExchangeExpiry
from bot.services.exchange.moderation import ExchangeModeration
from bot.services.exchange.posts import ExchangePosts
from bot.services.exchange.reading import ExchangeReading
from bot.services.exchange.responses import ExchangeResponses
from bot.services.notices import Asked
from bot.services.people.invitations import issue
from bot.services.people.members import Members
from storage.engine.database import Database
from storage.stores import Stores
from tests.alliance import some_rules
from tests.clocks import TickingClock
from tests.databases import execute, query
from tests.people import consented, joined

S = TypeVar("S", bound=Subject)
L = TypeVar("L")

WEEK = timedelta(days=7)
NOW = datetime(2026, 12, 1, 9, 30, tzinfo=UTC)
ANNA, BORIS, VERA, GLEB, DINA, OLGA, GUEST = map(MemberId, range(1, 8))
"""Anna leads the fund, Boris is its delegate; Vera and Gleb lead others, Dina is Gleb's colleague.

Olga organises.
"""
FUND, HOUSE, CLUB = map(OrganisationId, (1, 2, 3))
FIELDS = (FieldOfWork("Животные", ("собаки",)), FieldOfWork("Спорт"), FieldOfWork("Дети"))
CHAIRS = PostPlan(
    Direction.OFFER, PostKind.THING, "Десять стульев", "Крепкие, самовывоз", ("Дети",), "Лесной", 30
)


def people(tx: Stores) -> None:
    """Write the alliance into an empty database."""
    for name, inn in (("Фонд", "6671000017"), ("Дом", "6671000024"), ("Клуб", "6671000031")):
        tx.organisations.add(OrganisationDetails(name, "", inn, None, "Лесной"))
    joined(tx, PersonDetails("Анна Орлова"), NOW, FUND)
    joined(tx, PersonDetails("Борис Ким", delegate=True), NOW, FUND)
    joined(tx, PersonDetails("Вера Ли"), NOW, HOUSE)
    joined(tx, PersonDetails("Глеб Жук"), NOW, CLUB)
    joined(tx, PersonDetails("Дина Юн"), NOW, CLUB)
    joined(tx, PersonDetails("Ольга Яр", roles=frozenset({Role.ORGANISER})), NOW, HOUSE)
    consented(tx, tx.members.add_guest("Гость"), NOW)
    for organisation, leader in ((FUND, ANNA), (HOUSE, VERA), (CLUB, GLEB)):
        tx.organisations.save_leader(organisation, leader)


@dataclass
class Market:
    """The services of the exchange on one database, and what people were told."""

    database: Database
    clock: TickingClock

    def __post_init__(self) -> None:
        common: tuple[Any, ...] = (self.database, self.clock, some_rules())
        self.posts = ExchangePosts(*common, fields=FIELDS)
        self.responses = ExchangeResponses(*common)
        self.moderation = ExchangeModeration(*common)
        self.reading = ExchangeReading(*common, fields=FIELDS)
        self.expiry = ExchangeExpiry(self.database, self.clock)
        self._drafts = 0

    async def gathers(self) -> None:
        await self.database.write(people)

    async def gives(self, plan: PostPlan = CHAIRS, by: MemberId = ANNA) -> PostId:
        """Publish a post."""
        self._drafts += 1
        return await self.posts.publish(by, plan, f"{by}:{self._drafts}")

    async def responds(self, by: MemberId, post: PostId, text: str = "Возьмём") -> ResponseId:
        """Respond, and return the response."""
        await self.responses.respond(by, post, text)
        found = await self.database.read(lambda tx: tx.exchange_responses.latest(post, by))
        assert found is not None
        return found.id

    async def states(self, post: PostId) -> tuple[str, dict[str, str]]:
        """Return the state of a post, and those of its responses by the name of the person."""

        def look(tx: Stores) -> tuple[str, dict[str, str]]:
            (found,) = tx.exchange_posts.of([post])
            rows = tx.exchange_responses._where("r.post_id = ?", post)
            return found.state.value, {one.name: one.state.value for one in rows}

        return await self.database.read(look)

    async def told(self) -> list[tuple[int, str, str]]:
        """Return who was told what since the last look: the recipient, the kind, and the state."""
        rows = await query(
            self.database,
            """
            SELECT member_id, substr(kind, 10), coalesce(subject ->> 'state', '') FROM notices
             WHERE kind GLOB 'exchange.*' AND state = 'pending' ORDER BY id
            """,
        )
        await execute(self.database, "UPDATE notices SET state = 'dropped', settled_at = 'x'")
        return [(who, kind, state) for who, kind, state in rows]

    async def composed(
        self, subject: S, compose: Callable[[Stores, Asked[S]], L | None], member: MemberId = ANNA
    ) -> L | None:
        """Return what a person is told now, if anything."""

        def look(tx: Stores) -> L | None:
            now = self.clock.now()
            notice = Notice("some", member, subject, Priority.ANSWER, now)
            person = tx.members.get(member)
            return compose(tx, Asked(notice, subject, person, some_rules(), now, "ru"))

        return await self.database.read(look)

    @property
    def members(self) -> Members:
        """How people join and are erased."""
        rules = some_rules()
        return Members(
            self.database, self.clock, rules=rules, administrators=frozenset(), language="ru"
        )

    async def erases(self, member: MemberId) -> None:
        """Erase a person, as they do it themselves."""
        await self.members.erase(member)

    async def returns(self, account: int, name: str, organisation: OrganisationId) -> MemberId:
        """Have the account of somebody who left come back by a new invitation."""

        def invite(tx: Stores) -> str:
            member = tx.members.add(PersonDetails(name, delegate=True), organisation)
            invited = known_member(tx, member)
            return issue(tx, invited, self.clock.now() + WEEK, Authority.LEADER).payload

        payload = await self.database.write(invite)
        again = (await self.members.join(TelegramId(account), payload)).id
        await self.database.write(lambda tx: consented(tx, again, NOW, telegram_id=account))
        return again

"""The field for an event's audience: a group, municipalities, or single people."""

from dataclasses import dataclass
from typing import Any
from zlib import crc32

from bot.domain.events.audiences import COUNCIL, DELEGATES, EVERYBODY, Audience, AudienceCircle
from bot.domain.people.members import Member
from bot.domain.people.searches import Match
from bot.services.events.events import Events
from handlers.forms.context import Filling
from handlers.forms.lists import Choice, ChoicePart, Option
from handlers.forms.people import People
from handlers.ui.buttons import Row

CIRCLES = (EVERYBODY, DELEGATES, COUNCIL)


async def circles(form: Filling, events: Events, member: Member) -> list[Option]:
    """List the groups, with how many people each has."""
    counts = {one.circle: (await events.reach(member.id, one)).people for one in CIRCLES}
    return [
        Option(circle, form.label(f"audience-{circle}", **{circle: count}))
        for circle, count in counts.items()
    ]


async def towns(_: Filling, events: Events, member: Member) -> list[Option]:
    """List the municipalities, by short ids, because the list may change before the tap."""
    names = await events.municipalities(member.id)
    return [Option(f"{crc32(name.encode()):08x}", name) for name in names]


async def find(_: Filling, text: str, events: Events, member: Member) -> list[Match]:
    """Find people and organisations by name."""
    return await events.search_people(member.id, text)


async def _reached(form: Filling, events: Events, member: Member) -> int:
    audience = Audience(AudienceCircle.MUNICIPALITIES, form.draft.municipalities)
    return (await events.reach(member.id, audience)).people


@dataclass(eq=False)
class AudienceField(Choice):
    """A group; two more buttons lead to the other kinds of choice."""

    async def offered(self, form: Filling) -> list[Option]:
        """Return the groups, unmarked, because the present choice is shown above."""
        options: list[Option] = await form.call(circles)
        return options

    async def below(self, form: Filling) -> list[Row]:
        """Return the ways to the other choices."""
        rows = await super().below(form)
        if await form.call(towns):
            rows.append([form.goes(form.label("by-municipality"), "municipalities")])
        return [*rows, [form.goes(form.label("by-hand"), "chosen")]]


@dataclass(eq=False)
class Municipalities(ChoicePart):
    """Several municipalities, stored by name."""

    async def words(self, form: Filling) -> str:
        """Tell how many people they have."""
        return form.words("municipalities", people=await form.call(_reached))

    async def take(self, form: Filling, value: Any) -> None:
        """Make them the audience."""
        form.draft.audience = AudienceCircle.MUNICIPALITIES
        await super().take(form, value)


@dataclass(eq=False)
class ChosenPeople(People):
    """Single people."""

    async def take(self, form: Filling, value: Any) -> None:
        """Make them the audience."""
        form.draft.audience = AudienceCircle.CHOSEN
        await super().take(form, value)

"""The part of the story about «Дом НКО»: a hall is asked for twice, waited for, won, and missed."""

from collections.abc import Iterable
from datetime import datetime, time, timedelta

from babel.dates import format_date

from bot.demo.actors import Actor, NotSeen
from bot.demo.acts import Act
from bot.demo.cast import DemoCast
from bot.domain.people.members import Role
from bot.domain.rooms.hours import Span
from handlers.rooms.cards import span_of

HOUR = time(15)
LENGTH = 120  # minutes
PEOPLE = 20
MISSED = timedelta(minutes=31)
"""A moment longer than people have to check in, as configured."""


class HouseChapter(Act):
    """Plays how two organisations want one hall."""

    async def play(self, cast: DemoCast) -> None:
        """Play from two requests for one hour to the empty hall."""
        self._open("demo-chapter-house")
        first, second = _leaders_among((*cast.silent, *cast.crowd))
        start = self._next(HOUR)
        hall = self._stage.t.plain("demo-hall")
        for leader in (first, second):
            await self._ask(leader, hall, start)
        await self._confirm(cast.organiser, first, second)
        await self._wait(second)
        await self._give_up(first)
        await self._win(second)
        self._transcript.tell("demo-house-won")
        self._pass_to(start + MISSED, "demo-chapter-no-show")
        await self._stage.delivered()
        await second.sees(self._missed(second, hall, start))
        self._transcript.tell("demo-house-missed")

    async def _ask(self, leader: Actor, hall: str, start: datetime) -> None:
        purpose = self._stage.t.plain("demo-house-purpose")
        await leader.says("/rooms")
        await leader.is_offered(hall)
        await leader.taps(hall)
        await leader.taps(leader.label("button-room-day"))
        await leader.taps(leader.label("button-room-other-time"))
        await leader.sees(leader.words("room-book-day"))
        await leader.says(self._typed(start))
        await leader.sees(leader.words("room-book-duration"))
        await leader.taps(leader.label("room-book-duration-choice", minutes=LENGTH))
        await leader.sees(leader.words("room-book-purpose"))
        await leader.says(purpose)
        await leader.sees(leader.words("room-book-people"))
        await leader.taps(f"{PEOPLE}")
        await leader.sees(hall, purpose)
        await leader.taps(leader.label("room-book-send"))
        await leader.sees(leader.words("room-book-sent"))

    def _typed(self, start: datetime) -> str:
        """Return the start as people type it: «5 декабря 15:00»."""
        local = start.astimezone(self._stage.zone)
        return f"{format_date(local, 'd MMMM', locale=self._stage.t.language)} {local:%H:%M}"

    async def _confirm(self, keeper: Actor, first: Actor, second: Actor) -> None:
        """Open the first request, and see whom it refuses."""
        await keeper.says("/rooms")
        await keeper.taps(keeper.label("button-house", requests=2))
        await keeper.taps(keeper.label("button-house-requests", count=2))
        await keeper.taps("⏳")
        await keeper.is_offered(keeper.label("button-house-back"))
        await keeper.sees(first.figure.organisation.short_name)
        await keeper.taps(keeper.label("button-booking-confirm"))
        names = second.figure.organisation.short_name
        await keeper.sees(keeper.words("booking-verdict-refused", names=names, count=1))
        await keeper.taps(keeper.label("button-booking-confirm"))

    async def _wait(self, leader: Actor) -> None:
        await leader.is_offered(leader.label("button-booking-wait"))
        await leader.taps(leader.label("button-booking-wait"))
        await leader.is_offered(leader.label("button-booking-give-up"))

    async def _give_up(self, leader: Actor) -> None:
        await leader.taps(leader.label("button-booking"))
        await leader.taps(leader.label("button-booking-give-up"))
        await leader.taps(leader.label("button-booking-give-up-yes"))

    async def _win(self, leader: Actor) -> None:
        await leader.is_offered(leader.label("button-booking-accept"))
        await leader.taps(leader.label("button-booking-accept"))
        await leader.is_offered(leader.label("button-booking-give-up"))

    def _missed(self, leader: Actor, hall: str, start: datetime) -> str:
        span = Span(start, start + timedelta(minutes=LENGTH))
        return leader.words(
            "booking-news-released",
            what=leader.t.plain("booking-what", name=hall, quantity=1, several=False),
            span=span_of(span, leader.t),
            release="not_claimed",
        )


def _leaders_among(actors: Iterable[Actor]) -> tuple[Actor, Actor]:
    """Return two people who lead different organisations."""
    leaders = {
        one.figure.organisation.inn: one
        for one in actors
        if Role.LEADER in one.figure.details.roles
    }
    if len(leaders) < 2:  # noqa: PLR2004  for two requests
        raise NotSeen("two leaders", f"{list(leaders.values())}")
    first, second, *_ = leaders.values()
    return first, second

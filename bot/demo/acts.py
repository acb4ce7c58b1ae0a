"""What the acts of the story share: the stage, the narrator, crowds, and the clock."""

from collections.abc import Awaitable, Callable, Collection, Mapping
from datetime import datetime, time, timedelta

from babel.dates import format_date

from bot.demo.actors import Actor
from bot.demo.crowds import all_of
from bot.demo.fiction import FictionalEvent
from bot.demo.stage import Stage
from bot.domain.events.events import EventId
from bot.domain.mailings import Occasion
from bot.domain.moments import moment_at
from handlers.events.callbacks.events import RsvpButton

TITLE_ON_BUTTON = 12
UNDO = timedelta(seconds=31)
"""A moment longer than the time in which messages to many can be undone, as configured."""


class Act:
    """A part of the story; anything unexpected raises `NotSeen`."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._transcript = stage.transcript

    def _open(self, chapter: str) -> None:
        self._stage.open_chapter(chapter)

    def _pass_to(self, moment: datetime, chapter: str) -> None:
        """Set the clock forward, as a visitor can on the page."""
        clock = self._stage.clock
        clock.advance(moment - clock.now())
        self._open(chapter)

    def _gathered(self, delay: timedelta) -> None:
        """Let the time pass in which the bot gathers changes into one edit."""
        self._stage.clock.advance(delay)

    async def _all(
        self, key: str, actors: Collection[Actor], act: Callable[[Actor], Awaitable[None]]
    ) -> None:
        """Let many do the same without narrating it."""
        self._transcript.tell(key)
        with self._transcript.muted():
            await all_of(actors, act)

    def _next(self, hour: time) -> datetime:
        """Return the next day at this hour."""
        tomorrow = self._stage.clock.now().astimezone(self._stage.zone).date() + timedelta(days=1)
        return moment_at(tomorrow, hour, self._stage.zone)


class EventAct(Act):
    """A part of the story about one event."""

    def __init__(self, stage: Stage, event: FictionalEvent, start: datetime) -> None:
        super().__init__(stage)
        self._event = event
        self._start = start

    @property
    def _listed(self) -> str:
        """Return the beginning of the title on a button of a list, which cuts it."""
        return self._event.title[:TITLE_ON_BUTTON]

    def _card(self, actor: Actor) -> tuple[str, ...]:
        """Return what every message about the event shows."""
        return self._event.title, actor.t.moment(self._start), self._event.place

    async def _goes_out(self, organiser: Actor) -> None:
        """Wait until the publication can no longer be undone."""
        words = organiser.words("wizard-publishing", title=self._event.title, seconds=30)
        await organiser.sees(words)
        self._stage.clock.advance(UNDO)

    def _report(self, organiser: Actor, occasion: Occasion, sent: int, total: int) -> str:
        title = self._event.title
        return organiser.words(
            "mailing-report", occasion=occasion, title=title, sent=sent, total=total
        )

    def _event_id(self, actor: Actor) -> EventId:
        """Return the id of the newest event, from the buttons of the actor's own card."""
        keyboards = (m["reply_markup"] for m in actor.person.chat() if "reply_markup" in m)
        buttons = (b for k in keyboards for row in k["inline_keyboard"] for b in row)
        prefix = f"{RsvpButton.__prefix__}:"
        data = [b["callback_data"] for b in buttons if "callback_data" in b]
        events = (RsvpButton.unpack(one).event_id for one in data if one.startswith(prefix))
        return EventId(max(events))

    def _typed_start(self) -> str:
        """Return the start as an organiser types it: «5 декабря 18:30»."""
        local = self._start.astimezone(self._stage.zone)
        return f"{format_date(local, 'd MMMM', locale=self._stage.t.language)} {local:%H:%M}"


def newest_of(actors: Collection[Actor]) -> Mapping[Actor, int]:
    """Return the number of the last message in each person's chat."""
    return {actor: actor.newest for actor in actors}


def received(before: Mapping[Actor, int]) -> dict[Actor, int]:
    """Count the messages that each person got after the one with this number."""
    return {actor: len(actor.received(number)) for actor, number in before.items()}

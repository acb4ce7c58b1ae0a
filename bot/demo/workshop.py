"""The second part of the story: an event of twenty seats that thirty people want to attend."""

from collections.abc import Sequence
from datetime import timedelta

from bot.demo.actors import Actor, expect
from bot.demo.acts import EventAct
from bot.demo.cast import DemoCast
from bot.demo.stage import Stage
from bot.domain.events.passes import PASS_PREFIX
from bot.domain.moments import moment_at
from bot.domain.people.members import TelegramId
from bot.services.events.news import LINE_DELAY
from storage.stores import Stores

DAYS_AHEAD = 5
DURATION = 120  # minutes
SEATS = 20
WANTING = 30
EARLY = timedelta(minutes=15)
"""How long before the start the check-in opens."""

COMING = 6
"""People whose passes are scanned in the story."""


class Workshop(EventAct):
    """Plays the waiting list, from the first answer to the check-in."""

    def __init__(self, stage: Stage) -> None:
        today = stage.clock.now().astimezone(stage.zone).date()
        event = stage.fiction.workshop
        start = moment_at(today + timedelta(DAYS_AHEAD), event.hour, stage.zone)
        super().__init__(stage, event, start)
        self._seated: list[Actor] = []
        self._line: list[Actor] = []

    async def play(self, cast: DemoCast) -> None:
        """Play from the form to the report."""
        asker, colleague = _colleagues(cast)
        others = [actor for actor in cast.crowd if actor not in (asker, colleague)]
        await self._create(cast.organiser, cast.joined)
        await self._fill([asker, *others[: WANTING - 1]])
        await self._hand_over(asker, colleague)
        await self._give_up(self._seated[1])
        await self._ask_the_day_before(self._seated[1])
        await self._let_in(cast.organiser)
        await self._look_back(cast.organiser)

    # --- the acts ---------------------------------------------------------------------------

    async def _create(self, organiser: Actor, invited: Sequence[Actor]) -> None:
        self._open("demo-chapter-few-seats")
        event = self._event
        await organiser.says("/manage")
        await organiser.taps(organiser.label("button-create"))
        await organiser.sees(organiser.words("wizard-title"))
        await organiser.says(event.title)
        await organiser.sees(organiser.words("wizard-description"))
        await organiser.taps(organiser.label("wizard-skip-description"))
        await organiser.says(self._typed_start())
        await organiser.sees(organiser.words("wizard-duration"))
        await organiser.taps(organiser.label("wizard-duration-choice", minutes=DURATION))
        await organiser.sees(organiser.words("wizard-place"))
        await organiser.says(event.place)
        everybody = organiser.label("wizard-audience-everybody", everybody=len(invited) - 1)
        await organiser.taps(everybody)
        await organiser.taps(organiser.label("wizard-more"))
        await organiser.taps(organiser.label("wizard-option-capacity"))
        await organiser.sees(organiser.words("wizard-capacity"))
        await organiser.says(str(SEATS))
        await organiser.taps(organiser.label("wizard-to-preview"))
        seats = organiser.words("event-capacity", capacity=SEATS, full="no")
        await organiser.sees(*self._card(organiser), seats)
        await organiser.taps(organiser.label("wizard-publish"))
        await self._goes_out(organiser)

    async def _fill(self, wanting: Sequence[Actor]) -> None:
        self._open("demo-chapter-full")
        told: dict[Actor, str] = {}

        async def answer(actor: Actor) -> None:
            await actor.sees(*self._card(actor))
            taken = await actor.taps(actor.label("button-answer", answer="going", chosen="no"))
            told[actor] = taken.text or ""

        first, *others = wanting
        await answer(first)
        await self._all("demo-filling", others, answer)
        numbers = {actor: _number(actor, words) for actor, words in told.items()}
        self._seated = [actor for actor, number in numbers.items() if not number]
        self._line = sorted(set(wanting) - set(self._seated), key=lambda actor: numbers[actor])
        line = list(range(1, WANTING - SEATS + 1))
        expect((SEATS, line), (len(self._seated), [numbers[actor] for actor in self._line]))
        await self._waits(self._line[0], 1)
        await self._waits(self._line[-1], WANTING - SEATS)
        self._transcript.tell("demo-full", seats=SEATS, waiting=WANTING - SEATS)

    async def _waits(self, actor: Actor, number: int) -> None:
        await actor.sees(self._event.title, actor.words("event-waiting", number=number))

    async def _hand_over(self, asker: Actor, colleague: Actor) -> None:
        self._open("demo-chapter-substitute")
        await asker.taps(asker.label("button-more"))
        await asker.is_offered(asker.label("button-attendees"))
        await asker.taps(asker.label("button-substitute"))
        await asker.sees(asker.words("substitute-choose", title=self._event.title))
        await asker.taps(colleague.name)
        await colleague.sees(asker.name, self._event.title)
        await colleague.taps(colleague.label("button-stand-in"))
        await asker.sees(colleague.name, self._event.title)
        self._seated[self._seated.index(asker)] = colleague
        self._transcript.tell("demo-handed-over")

    async def _give_up(self, decliner: Actor) -> None:
        self._open("demo-chapter-promotion")
        await self._declines(decliner, "declined")
        lucky = self._line.pop(0)
        await lucky.sees(self._event.title, _opening(lucky, "notice-seat-promoted"))
        self._seated.append(lucky)
        self._gathered(LINE_DELAY)
        await self._waits(self._line[0], 1)
        self._transcript.tell("demo-promoted")

    async def _ask_the_day_before(self, unable: Actor) -> None:
        self._pass_to(self._start - timedelta(days=1), "demo-chapter-question")
        asked_so = unable.words("notice-event-reminder", days=1, left="", head="", answer="asked")
        question = asked_so.split("\n\n")[-1]
        await unable.sees(*self._card(unable), question)
        await self._declines(unable, "unable")
        asked = self._line.pop(0)
        await asked.sees(self._event.title, _opening(asked, "notice-seat-offered"))
        await asked.taps(asked.label("button-answer", answer="offered", chosen="no"))
        await asked.sees(self._event.title, asked.words("event-answer", answer="going"))
        self._seated.append(asked)
        self._transcript.tell("demo-offered")

    async def _declines(self, actor: Actor, words: str) -> None:
        await actor.taps(actor.label("button-answer", answer=words, chosen="no"))
        await actor.sees(self._event.title, actor.words("event-answer", answer="declined"))
        self._seated.remove(actor)

    async def _let_in(self, organiser: Actor) -> None:
        self._pass_to(self._start - EARLY, "demo-chapter-door")
        came = self._seated[:COMING]
        for actor in came:
            payload = await self._pass_of(actor)
            await organiser.says(f"/start {payload}")
            await organiser.sees(organiser.words("arrival-noted", name=actor.name))
        await organiser.says(f"/start {await self._pass_of(came[0])}")
        again = organiser.words("arrival-again", name=came[0].name, time="#").partition("#")[0]
        await organiser.sees(again, came[0].name)

    async def _pass_of(self, actor: Actor) -> str:
        """Return the code of the person's pass, once they have it on the screen."""
        await actor.says("/events")
        await actor.taps(self._listed)
        await actor.is_offered(actor.label("button-pass"))
        await actor.taps(actor.label("button-pass"))
        await actor.sees(self._event.title, actor.name)
        event, telegram_id = self._event_id(actor), TelegramId(actor.person.id)

        def code(tx: Stores) -> str | None:
            member = tx.members.by_telegram(telegram_id)
            return tx.doors.pass_code(event, member.id) if member else None

        return f"{PASS_PREFIX}{await self._stage.app.database.read(code)}"

    async def _look_back(self, organiser: Actor) -> None:
        self._open("demo-chapter-report")
        before = organiser.newest
        await organiser.says("/manage")
        await organiser.sees(organiser.words("manage-list", count=1), after=before)
        await organiser.taps(self._listed)
        await organiser.sees(
            self._event.title,
            organiser.words("board-going", going=SEATS, guests=0),
            organiser.words("board-waiting", count=len(self._line)),
            organiser.words("board-arrived", count=COMING),
        )
        self._transcript.tell("demo-no-seat-empty", seats=SEATS)


def _number(actor: Actor, told: str) -> int:
    """Return a person's position in the waiting list, as told; 0 for one with a seat."""
    numbers = {actor.label("rsvp-waiting", number=n): n for n in range(1, WANTING + 1)}
    return numbers.get(told, 0)


def _opening(actor: Actor, key: str) -> str:
    """Return the beginning of a message, before the event's data."""
    return actor.words(key, head="", until="").split("\n\n")[0]


def _colleagues(cast: DemoCast) -> tuple[Actor, Actor]:
    """Return two people of one organisation without roles so far."""
    for asker in cast.crowd:
        for colleague in cast.crowd:
            same = asker.figure.organisation == colleague.figure.organisation
            if same and asker is not colleague:
                return asker, colleague
    raise LookupError("no two people of one organisation")

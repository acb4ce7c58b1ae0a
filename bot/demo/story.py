"""The story: members join; an event is created, announced, answered, moved and reminded of."""

import time
from collections.abc import Collection
from datetime import datetime, timedelta
from itertools import cycle

from bot.demo.actors import Actor, expect
from bot.demo.acts import EventAct, newest_of, received
from bot.demo.admission import AdmissionChapter
from bot.demo.assembly import AssemblyChapter
from bot.demo.broadcast import Broadcast
from bot.demo.cast import DemoCast
from bot.demo.election import ElectionChapter
from bot.demo.giving import ExchangeChapter
from bot.demo.house import HouseChapter
from bot.demo.minutes import Recording
from bot.demo.neighbours import DirectoryChapter
from bot.demo.stage import WORKBOOK, Stage
from bot.demo.workshop import Workshop
from bot.domain.events.rsvps import EXPECTED, Answer
from bot.domain.mailings import Occasion
from bot.domain.moments import moment_at
from bot.services.schedules import WaitingNotices
from bot.services.shown import BOARD_DELAY
from handlers.events.callbacks.boards import CancelButton
from handlers.events.callbacks.events import RsvpButton

DAYS_AHEAD = 2
DURATION = 120  # minutes
POSTPONED = timedelta(days=1)
LEADS = {
    timedelta(days=1): "demo-chapter-day-before",
    timedelta(hours=2): "demo-chapter-hours-before",
}
"""The configured lead times, longest first, and the chapters in which they fall due."""

TOO_MANY_REQUESTS = 429
CROWD = (*[Answer.GOING] * 4, Answer.MAYBE, Answer.DECLINED)
"""The answers of people in the background, in turn."""


class Story(EventAct):
    """Plays the story on a stage, from the first act to the last."""

    def __init__(self, stage: Stage) -> None:
        today = stage.clock.now().astimezone(stage.zone).date()
        event = stage.fiction.event
        start = moment_at(today + timedelta(DAYS_AHEAD), event.hour, stage.zone)
        super().__init__(stage, event, start)
        self._answers: dict[Actor, Answer] = {}

    async def play(self) -> DemoCast:
        """Play from the first act to the last; return who took part."""
        began = time.monotonic()
        payloads = await self._gather()
        cast = DemoCast.of(self._stage.actors, payloads)
        await self._join(cast)
        await self._create(cast)
        await self._announce(cast)
        await self._answer(cast)
        await self._move(cast)
        await self._remind(cast)
        await self._forge(cast)
        await Workshop(self._stage).play(cast)
        newcomer = await AdmissionChapter(self._stage).play(cast)
        await ElectionChapter(self._stage, newcomer).play(cast)
        await Recording(self._stage).play(cast.council[1])
        await Broadcast(self._stage, newcomer).play(cast)
        await DirectoryChapter(self._stage).play(cast)
        await AssemblyChapter(self._stage).play(cast)
        await ExchangeChapter(self._stage).play(cast)
        await HouseChapter(self._stage).play(cast)
        expect({}, dict(self._stage.sandbox.journal.needless))
        self._end(time.monotonic() - began)
        return cast

    # --- the acts ---------------------------------------------------------------------------

    async def _gather(self) -> dict[str, str]:
        self._open("demo-chapter-import")
        plan = await self._stage.import_everybody()
        expect((), plan.refused)
        counts = plan.counts()
        self._transcript.tell(
            "demo-imported",
            file=WORKBOOK,
            organisations=counts["organisations_added"],
            people=counts["people_added"],
        )
        return await self._stage.invite_everybody()

    async def _join(self, cast: DemoCast) -> None:
        self._open("demo-chapter-joining")

        async def join(actor: Actor) -> None:
            await actor.opens(cast.payloads[actor.name])
            await actor.sees(actor.name, self._stage.config.alliance.name)
            await actor.taps(actor.label("button-consent"))
            await actor.sees(actor.words("choose-language"))
            if actor is cast.foreigner:
                chosen = self._stage.other_language
                await actor.taps(actor.label(f"language-{chosen}"))
                actor.language = chosen
            else:
                await actor.taps(actor.label(f"language-{actor.language}"))
            await actor.sees(actor.name, actor.figure.organisation.short_name, "/events")

        await join(cast.organiser)
        await join(cast.foreigner)
        told = (cast.organiser, cast.foreigner)
        await self._all("demo-joining", [a for a in cast.joined if a not in told], join)
        joined, absent = len(cast.joined), len(cast.absent)
        self._transcript.tell("demo-joined", joined=joined, absent=absent)

    async def _create(self, cast: DemoCast) -> None:
        self._open("demo-chapter-creating")
        organiser, event = cast.organiser, self._event
        await organiser.says("/manage")
        await organiser.sees(organiser.words("manage-none"))
        await organiser.taps(organiser.label("button-create"))
        await organiser.sees(organiser.words("wizard-title"))
        await organiser.says(event.title)
        await organiser.sees(organiser.words("wizard-description"))
        await organiser.says(event.description)
        await organiser.sees(organiser.words("wizard-day"))
        await organiser.says(self._typed_start())
        await organiser.sees(organiser.words("wizard-duration"))
        await organiser.taps(organiser.label("wizard-duration-choice", minutes=DURATION))
        await organiser.sees(organiser.words("wizard-place"))
        await organiser.says(event.place)
        await organiser.sees(organiser.words("wizard-audience"))
        everybody = organiser.label("wizard-audience-everybody", everybody=len(cast.joined))
        await organiser.taps(everybody)
        absent = organiser.words("wizard-reach-not-joined", not_joined=len(cast.absent))
        await organiser.sees(*self._card(organiser), event.description, absent)
        await organiser.taps(organiser.label("wizard-publish"))
        await self._goes_out(organiser)

    async def _announce(self, cast: DemoCast) -> None:
        self._open("demo-chapter-announcing")

        async def hear(actor: Actor) -> None:
            await actor.sees(*self._card(actor), actor.words("event-answer", answer="none"))

        await self._all("demo-announcing", cast.joined, hear)
        await hear(cast.chair)
        await hear(cast.foreigner)
        organiser, count = cast.organiser, len(cast.joined)
        self._transcript.tell("demo-announced", count=count)
        absent = organiser.words("mailing-not-joined", count=len(cast.absent))
        await organiser.sees(self._report(organiser, Occasion.PUBLISHED, count, count), absent)
        await organiser.taps(organiser.label("wizard-to-board"))
        await organiser.sees(self._counts(cast))

    async def _answer(self, cast: DemoCast) -> None:
        self._open("demo-chapter-answering")
        await self._rsvp(cast.chair, Answer.GOING)
        await self._rsvp(cast.doubter, Answer.MAYBE)
        await self._rsvp(cast.decliner, Answer.DECLINED)
        await self._rsvp(cast.waverer, Answer.DECLINED)
        await self._rsvp(cast.waverer, Answer.GOING)
        crowd = (cast.leaver, cast.foreigner, *cast.crowd)
        answers = dict(zip(crowd, cycle(CROWD), strict=False))
        await self._all("demo-answering", crowd, lambda actor: self._rsvp(actor, answers[actor]))
        self._transcript.tell("demo-answered", count=len(crowd))
        self._gathered(BOARD_DELAY)
        await cast.organiser.sees(self._counts(cast))

    async def _move(self, cast: DemoCast) -> None:
        self._open("demo-chapter-moving")
        cast.leaver.blocks()
        organiser, title, old = cast.organiser, self._event.title, self._start
        await organiser.taps(organiser.label("button-move"))
        await organiser.sees(organiser.words("wizard-move-day", title=title, starts=old))
        self._start = old + POSTPONED
        await organiser.says(self._typed_start())
        preview = organiser.words(
            "wizard-move-preview",
            title=title,
            starts=old,
            new=self._start,
            zone=organiser.t.zone_name(),
            people=len(self._expected()),
        )
        await organiser.sees(preview)
        await organiser.taps(organiser.label("wizard-move"))
        await organiser.sees(organiser.words("wizard-moved", title=title, starts=self._start))
        await self._tell_of_move(cast, old)

    async def _tell_of_move(self, cast: DemoCast, old: datetime) -> None:
        async def hear(actor: Actor) -> None:
            moved = {"what": "time", "place": "", "head": "", "answer": "again"}
            news = actor.words("notice-event-moved", old=old, **moved)
            await actor.sees(*self._card(actor), *news.split("\n\n"))

        concerned = self._expected()
        reached = [actor for actor in concerned if actor is not cast.leaver]
        await self._all("demo-telling", reached, hear)
        await hear(cast.waverer)
        self._transcript.tell("demo-moved", count=len(reached))
        organiser = cast.organiser
        await self._stage.delivered()
        report = self._report(organiser, Occasion.MOVED, len(reached), len(concerned))
        await organiser.sees(report, organiser.words("mailing-unreachable", count=1))

    async def _remind(self, cast: DemoCast) -> None:
        before = newest_of(cast.joined)
        expected = [actor for actor in self._expected() if actor is not cast.leaver]
        self._pass_to(self._start - POSTPONED - max(LEADS), "demo-chapter-old-time")
        await self._stage.app.scheduler.run_all()
        expect(([], 0), (await self._waiting(), sum(received(before).values())))
        self._transcript.tell("demo-nothing")
        for (lead, chapter), shown in zip(LEADS.items(), (cast.waverer, cast.doubter), strict=True):
            self._pass_to(self._start - lead, chapter)
            await self._hear_reminder(expected, shown)
        expect({actor: len(LEADS) * (actor in expected) for actor in before}, received(before))
        self._transcript.tell("demo-spared")

    async def _waiting(self) -> list[WaitingNotices]:
        _, waiting = await self._stage.app.services.schedules.ahead(1)
        return waiting

    async def _hear_reminder(self, expected: Collection[Actor], shown: Actor) -> None:
        last = newest_of(expected)

        async def hear(actor: Actor) -> None:
            await actor.sees(*self._card(actor), after=last[actor])

        await self._all("demo-reminding", expected, hear)
        await hear(shown)
        self._transcript.tell("demo-reminded", count=len(expected))

    async def _forge(self, cast: DemoCast) -> None:
        self._open("demo-chapter-forging")
        member, stranger, organiser = cast.silent[0], cast.absent[0], cast.organiser
        event = self._event_id(member)
        answer = await member.forges(CancelButton(event_id=event).pack())
        expect(member.words("OnlyForOrganisers"), answer.text)
        await stranger.says("/start")
        await stranger.sees(self._stage.config.alliance.name)
        answer = await stranger.forges(RsvpButton(event_id=event, answer=Answer.GOING).pack())
        expect(stranger.words("NotMember"), answer.text)
        last = organiser.newest
        await organiser.says("/manage")
        await organiser.sees(organiser.words("manage-list", count=1), after=last)
        await organiser.taps(self._listed)
        await organiser.sees(*self._card(organiser), self._counts(cast), after=last)
        self._transcript.tell("demo-refused")

    def _end(self, seconds: float) -> None:
        calls = self._stage.sandbox.journal.read()
        expect([], [call for call in calls if call.get("error_code") == TOO_MANY_REQUESTS])
        figures = {"calls": len(calls), "seconds": round(seconds)}
        self._transcript.tell("demo-ended", style="bold green", **figures)

    # --- helpers --------------------------------------------------------------------------

    def _expected(self) -> list[Actor]:
        """Return the people who get news of changes and reminders."""
        return [actor for actor, answer in self._answers.items() if answer in EXPECTED]

    async def _rsvp(self, actor: Actor, answer: Answer) -> None:
        taken = await actor.taps(actor.label("button-answer", answer=answer, chosen="no"))
        expect(actor.label("rsvp-taken", answer=answer), taken.text)
        await actor.sees(self._event.title, actor.words("event-answer", answer=answer))
        self._answers[actor] = answer

    def _counts(self, cast: DemoCast) -> str:
        """Return the counts that the organiser's board should show."""
        given = list(self._answers.values())
        organiser, silent = cast.organiser, len(cast.joined) - len(given)
        lines = [
            organiser.words("board-going", going=given.count(Answer.GOING), guests=0),
            organiser.words("board-maybe", count=given.count(Answer.MAYBE)),
            organiser.words("board-declined", count=given.count(Answer.DECLINED)),
            organiser.words("board-silent", count=silent),
        ]
        return "\n".join(lines)

"""A prepared day: the alliance's data, made through the use cases in seconds."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from bot.demo.actors import Actor
from bot.demo.cast import DemoCast
from bot.demo.fiction import FictionalEvent
from bot.demo.stage import APPLICANT_ID, Stage
from bot.domain.announcements.announcements import AnnouncementPlan
from bot.domain.announcements.contents import Content, Piece, PieceKind
from bot.domain.applications.details import Step
from bot.domain.events.audiences import EVERYBODY
from bot.domain.events.events import EventId
from bot.domain.events.plans import EventPlan
from bot.domain.events.rsvps import Answer
from bot.domain.minutes.authorities import OTHERS
from bot.domain.minutes.files import IssuedFiles
from bot.domain.minutes.minutes import Convening, Signatory
from bot.domain.minutes.plans import MinutesPlan
from bot.domain.moments import moment_at
from bot.domain.people.members import MemberId, TelegramId
from bot.domain.polls.ballots import Choice
from bot.domain.polls.plans import Body, PollKind, PollPlan
from bot.domain.polls.polls import PollId
from bot.domain.polls.voters import VoterId
from handlers.minutes.minutes import minutes_document

SEATS, WANTING = 20, 24
"""Seats of the workshop, and how many people have answered that they come."""

WORKSHOP_IN, MEETING_IN = timedelta(days=3), timedelta(days=9)
UNDO = timedelta(seconds=31)
"""A moment longer than an announcement can be undone, as configured."""

VOTED = 4
"""Members of the council who have voted in the open polls."""


class PreparedDay:
    """Prepares examples of everything that can be tried."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._services = stage.app.services
        self._language = stage.config.alliance.language
        self._ids: dict[Actor, MemberId] = {}

    async def make(self) -> DemoCast:
        """Let people join, answer, vote, apply and announce; return the people."""
        await self._stage.import_everybody()
        payloads = await self._stage.invite_everybody()
        cast = DemoCast.of(self._stage.actors, payloads)
        await asyncio.gather(*(self._join(actor, cast) for actor in cast.joined))
        self._stage.gather_council(cast.council)
        meeting = await self._publish(cast.organiser, self._stage.fiction.event, MEETING_IN)
        workshop = await self._publish(
            cast.organiser, self._stage.fiction.workshop, WORKSHOP_IN, capacity=SEATS
        )
        await self._stage.delivered()  # nobody answers an announcement that has not arrived
        await self._answer(meeting, cast.crowd)
        await self._answer(workshop, cast.crowd[:WANTING], Answer.GOING)
        await self._announce(cast.organiser)
        await self._apply()
        await self._decide(cast)
        await self._vote(cast)
        await self._stage.delivered()
        secret = await self._services.house_screens.issue(self._ids[cast.organiser])
        self._stage.show_pages(house=f"house/{secret}")
        return cast

    async def _join(self, actor: Actor, cast: DemoCast) -> None:
        account, services = TelegramId(actor.person.id), self._services
        actor.person.account.started = True
        member = await services.members.join(account, cast.payloads[actor.name])
        version = self._services.members.consent_version
        await services.members.give_consent(member.id, version)
        if actor is cast.foreigner:
            actor.language = self._stage.other_language
        await services.members.choose_language(member.id, actor.language)
        self._ids[actor] = member.id

    # --- events -----------------------------------------------------------------------------

    async def _publish(
        self, organiser: Actor, event: FictionalEvent, after: timedelta, capacity: int | None = None
    ) -> EventId:
        plan = EventPlan(
            title=event.title,
            description=event.description,
            starts_at=moment_at(self._today() + after, event.hour, self._stage.zone),
            duration=timedelta(hours=2),
            place=event.place,
            audience=EVERYBODY,
            capacity=capacity,
        )
        return await self._services.events.publish(self._ids[organiser], plan)

    async def _answer(
        self, event: EventId, people: Sequence[Actor], answer: Answer | None = None
    ) -> None:
        usual = (Answer.GOING, Answer.GOING, Answer.MAYBE, Answer.DECLINED)
        for number, actor in enumerate(people):  # in turn: the first ones get a seat
            said = answer or usual[number % len(usual)]
            await self._services.rsvps.answer(self._ids[actor], event, said)

    # --- announcements and applications -----------------------------------------------------

    async def _announce(self, organiser: Actor) -> None:
        words = Content((Piece(PieceKind.TEXT, self._stage.fiction.announcement.right),))
        plan = AnnouncementPlan(contents={self._language: words})
        await self._services.announcements.send(self._ids[organiser], plan)
        self._stage.clock.advance(UNDO)

    async def _apply(self) -> None:
        told, applications = self._stage.fiction.applicant, self._services.applications
        applicant = self._stage.enter(APPLICANT_ID, told.figure)
        applicant.person.account.started = True
        version = self._services.members.consent_version
        account = TelegramId(APPLICANT_ID)
        member = (await applications.enter(account, applicant.name, self._language, version)).id
        card = await applications.begin(member)
        organisation, person = told.figure.organisation, told.figure.details
        answers = {
            Step.INN: organisation.inn,
            Step.OGRN: organisation.ogrn or "",
            Step.NAME: organisation.name,
            Step.SHORT_NAME: organisation.short_name,
            Step.MUNICIPALITY: organisation.municipality,
            Step.LEADER: person.name,
            Step.POSITION: person.position,
            Step.PHONE: told.phone,
            Step.EMAIL: person.email,
            Step.ABOUT: told.about,
        }
        while (step := card.application.step) not in {None, Step.REVIEW}:
            if step in answers:
                card = await applications.answer(member, answers[step])
            else:
                card = await applications.skip(member, card.application.id, step)
        await applications.send(member, card.application.id)

    # --- votes ------------------------------------------------------------------------------

    async def _decide(self, cast: DemoCast) -> None:
        """Let the council decide something, and issue the minutes."""
        plan = await self._motion(cast, self._stage.fiction.motions.decided)
        poll = await self._services.polls.open(self._ids[cast.chair], plan)
        await self._cast(poll, cast.council)
        await self._issue_minutes(poll, cast.council[1])

    async def _vote(self, cast: DemoCast) -> None:
        """Open a poll in which some have voted."""
        plan = await self._motion(cast, self._stage.fiction.motions.open)
        poll = await self._services.polls.open(self._ids[cast.chair], plan)
        await self._cast(poll, cast.council[:VOTED])

    async def _motion(self, cast: DemoCast, question: str) -> PollPlan:
        """Return the plan of a motion to the council; it ends as soon as all have voted."""
        presets = await self._services.polls.presets(self._ids[cast.chair])
        motions = (one for one in presets if one.kind is PollKind.MOTION)
        preset = next(one for one in motions if one.body is Body.COUNCIL)
        plan = preset.plan(question, self._stage.clock.now())
        return replace(plan, closes_when_all_voted=True)

    async def _cast(self, poll: PollId, council: Sequence[Actor]) -> None:
        for actor in council:
            member = self._ids[actor]
            await self._services.ballots.cast(member, poll, VoterId(member), Choice.FOR)

    async def _issue_minutes(self, poll: PollId, secretary: Actor) -> None:
        minutes, member = self._services.minutes, self._ids[secretary]
        known = await minutes.suggestion(member, [poll])
        if known.chair is None or known.secretary is None:
            raise LookupError("a chair and a secretary")
        chair, signs = (
            Signatory(name, self._stage.t.plain("minutes-office", role=role))
            for name, role in ((known.chair, "chair"), (known.secretary, "secretary"))
        )
        plan = MinutesPlan(
            polls=(poll,),
            place=self._stage.fiction.event.place,
            starts_at=known.starts_at,
            ends_at=known.ends_at,
            drawn_up_at=self._stage.clock.now(),
            convening=Convening(
                f"{chair.name}, {chair.position}",
                known.starts_at.astimezone(self._stage.zone).date(),
                self._stage.t.plain("minutes-no-materials"),
            ),
            chair=chair,
            secretary=signs,
            counted_by=(signs,),
            authorities={OTHERS: self._stage.fiction.election.elected_by},
        )
        username = (await self._stage.app.bot.me()).username or ""
        drawn_up = await minutes.draft(member, plan, username)
        files = await self._stage.app.renderer.document(minutes_document(drawn_up, self._stage.t))
        await minutes.issue(member, plan, drawn_up, IssuedFiles(files.docx, files.pdf))

    # --- helpers --------------------------------------------------------------------------

    def _today(self) -> date:
        return self._stage.clock.now().astimezone(self._stage.zone).date()

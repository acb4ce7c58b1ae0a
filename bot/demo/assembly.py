"""The last part of the story: the yearly general meeting, in the hall and beyond Telegram."""

from dataclasses import replace
from datetime import datetime, time, timedelta
from itertools import cycle
from typing import Any

from bot.demo.actors import Actor, expect
from bot.demo.acts import Act
from bot.demo.cast import DemoCast
from bot.demo.hall import Hall, member_of
from bot.demo.stage import Stage
from bot.domain.meetings.chairs import ChairAct, ChairSaid
from bot.domain.meetings.codes import PageKind
from bot.domain.meetings.plans import AgendaPoint, ItemId, ItemKind, MeetingMode, MeetingPlan
from bot.domain.minutes.authorities import OTHERS
from bot.domain.minutes.files import IssuedFiles
from bot.domain.moments import moment_at
from bot.domain.people.members import Role
from bot.domain.polls.plans import Candidate, CandidateId
from bot.domain.polls.tallies import Outcome
from bot.domain.polls.voters import VoterId
from bot.services.polls.verification import verify
from handlers.minutes.minutes import minutes_document
from sandbox.faults import Fault

AHEAD, BEGINNING = timedelta(days=16), time(11)
HOUR = timedelta(hours=1)
AFAR, LATE, LEAVING = 6, 1, 2
"""Organisations that take part from afar, come late, and leave early."""

REPORT, PRIORITIES, AWARDS, ELECTION = map(ItemId, (1, 2, 3, 4))
SEATS, CANDIDATES = 2, 4
BY_BUTTON = 20
"""Organisations that vote in the bot before Telegram is cut."""

KILOBYTE = 1024

WAYS = ("1,2", "1,3", "1,2", "2,4", "1,2")
"""For whom organisations vote in the election, in turn."""


class AssemblyChapter(Act):
    """Plays the meeting, from the notice to the minutes."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._told = stage.fiction.assembly
        day = stage.clock.now().astimezone(stage.zone).date() + AHEAD
        self._start: datetime = moment_at(day, BEGINNING, stage.zone)
        self._services = stage.app.services
        self._hall: Hall

    async def play(self, cast: DemoCast) -> None:
        """Play the notice, the arrivals, the quorum, the votes, the outage and the minutes."""
        chair, secretary = cast.council[:2]
        await self._convene(cast, secretary)
        waiting = await self._register(cast)
        await self._begin(chair, cast.waverer)
        await self._lose_quorum(chair, waiting)
        await self._vote(chair, cast.waverer)
        await self._award(chair)
        await self._cut(chair)
        await self._record(secretary)

    # --- the acts ---------------------------------------------------------------------------

    async def _convene(self, cast: DemoCast, secretary: Actor) -> None:
        self._open("demo-chapter-assembly")
        leaders = _leaders(cast)
        standing = [
            Candidate(CandidateId(number), actor.name, member=await member_of(self._stage, actor))
            for number, actor in enumerate(leaders[-CANDIDATES:], start=1)
        ]
        plan = self._plan(tuple(standing))
        self._hall = await Hall.convened(self._stage, plan, secretary)
        await cast.waverer.sees(self._told.title, self._told.report)
        await self._stage.delivered()  # the proof of the notice is its delivery
        self._transcript.tell("demo-convened", days=AHEAD.days)

    def _plan(self, standing: tuple[Candidate, ...]) -> MeetingPlan:
        told = self._told
        agenda = (
            _point(REPORT, ItemKind.REPORT, told.report, speaker=told.speaker, minutes=30),
            _point(PRIORITIES, ItemKind.VOTE, told.priorities, decision=told.decision),
            _point(AWARDS, ItemKind.AWARDS, told.awards, names=told.awarded),
            _point(ELECTION, ItemKind.ELECTION, told.election, candidates=standing, seats=SEATS),
        )
        return MeetingPlan(
            title=told.title,
            starts_at=self._start,
            place=self._stage.fiction.election.place,
            mode=MeetingMode.REMOTE,
            agenda=agenda,
        )

    async def _register(self, cast: DemoCast) -> list[VoterId]:
        """Register all who come in time; return the organisations that are still on their way."""
        self._pass_to(self._start - HOUR, "demo-chapter-registration")
        hall, leaders = self._hall, _leaders(cast)
        await hall.opens()
        far, self._speaker, self._paper = leaders[:AFAR], leaders[AFAR], hall.of(leaders[AFAR + 1])
        self._joined = {hall.of(actor) for actor in (cast.chair, *leaders)}
        needed = (await hall.shown()).attendance.needed
        first = [hall.of(cast.chair), hall.of(self._speaker), self._paper]
        absent = {hall.of(actor) for actor in far}.union(first)
        others = [voter for voter in hall.voters if voter not in absent]
        room = needed + LEAVING - LATE - AFAR - len(first)
        await hall.arrive([*first, *others[:room]])
        self._leaving = others[room - LEAVING : room]
        self._stage.clock.advance(self._start - self._stage.clock.now())
        await self._connect(far)
        there = (await hall.shown()).attendance
        self._transcript.tell(
            "demo-arrived", present=there.present, remote=there.remote, entitled=there.entitled
        )
        return others[room:]

    async def _connect(self, far: list[Actor]) -> None:
        """Have some take part from afar: who is not heard of for five minutes counts as gone."""
        first, hall = far[0], self._hall
        await first.says("/meeting")
        await first.taps(first.label("button-meeting-afar", number=0))
        await first.sees(self._told.title, first.figure.organisation.short_name)
        await hall.arrive_afar(map(hall.of, far[1:]))
        hall.joins(hall.of(first))

    async def _begin(self, chair: Actor, teller: Actor) -> None:
        self._open("demo-chapter-in-session")
        await chair.says("/meeting")
        await chair.taps(chair.label("button-meeting-panel"))
        await chair.taps(chair.label("button-meeting-act", act="begin"))
        await chair.is_offered(chair.label("button-meeting-screen", screen="motions"))
        member, counts = await member_of(self._stage, chair), await member_of(self._stage, teller)
        self._chair, self._tellers = member, (counts, self._hall.secretary)
        await self._hall.elects(member, self._tellers)
        self._transcript.tell("demo-officers")
        await self._goes_to(chair, REPORT, self._told.report)
        speaker = self._speaker
        await speaker.says("/meeting")
        asked = await speaker.taps(speaker.label("button-meeting-ask"))
        expect(speaker.label("meeting-floor-asked", point="no"), asked.text)
        await chair.taps(speaker.name)
        expect(speaker.name, getattr((await self._hall.shown()).speech, "name", ""))
        await chair.taps(chair.label("button-meeting-floor", name="", speaking="yes"))
        await chair.taps(chair.label("button-meeting-item-act", act="finish"))

    async def _goes_to(self, chair: Actor, item: ItemId, title: str) -> None:
        """Have the chair go to the next item."""
        await chair.taps(chair.label("button-meeting-next", number=item, title=title))

    async def _lose_quorum(self, chair: Actor, waiting: list[VoterId]) -> None:
        self._open("demo-chapter-quorum")
        await self._hall.depart(self._leaving)
        await self._goes_to(chair, PRIORITIES, self._told.priorities)
        there = (await self._hall.shown()).attendance
        opens = chair.label("button-meeting-item-act", act="open")
        figures = {"present": there.present, "needed": there.needed, "entitled": there.entitled}
        refused = await chair.taps(opens)
        expect(chair.label("ItemWithoutQuorum", **figures), refused.text)
        await self._hall.arrive(waiting[:LATE])
        self._transcript.tell("demo-late")
        await chair.taps(opens)

    async def _vote(self, chair: Actor, teller: Actor) -> None:
        self._open("demo-chapter-hall-votes")
        hall, services, meeting = self._hall, self._services, self._hall.meeting
        printed = await hall.print_codes()
        poll, shown = await hall.poll(PRIORITIES), await hall.shown()
        await services.counting.issue_slip(hall.secretary, meeting, PRIORITIES, self._paper)
        speaker, own = self._speaker, hall.of(self._speaker)
        await speaker.sees(self._told.decision)
        await speaker.taps(speaker.label("button-choice", choice="against", chosen="no"))
        others = [one for one in hall.there if one not in {own, self._paper}]
        ways = dict(zip(others, cycle(("for", "for", "for", "against")), strict=False))
        await hall.cast(poll, {one: ways[one] for one in ways if one in self._joined})
        await hall.cast_by_code(poll, {one: ways[one] for one in ways if one not in self._joined})
        for counts in self._tellers:
            await services.counting.count(counts, meeting, PRIORITIES, (1, 0, 0))
        await self._object()
        await chair.taps(chair.label("button-meeting-item-act", act="close"))
        await chair.taps(chair.label("button-meeting-close-yes"))
        self._transcript.tell("demo-decided", printed=printed, present=shown.votes[0].present)
        await self._decided(Outcome.ADOPTED)

    async def _object(self) -> None:
        person = await member_of(self._stage, self._speaker)
        words, meeting = self._told.objection, self._hall.meeting
        await self._services.delegating.raise_objection(person, meeting, words, PRIORITIES)
        self._transcript.tell("demo-objection", name=self._speaker.name, words=words)

    async def _decided(self, wanted: Outcome) -> None:
        """Check what the screen shows of the vote that was just closed: everybody has voted."""
        outcome = (await self._hall.shown()).outcome
        expect((wanted, 0), (outcome.result.outcome, outcome.result.silent) if outcome else None)

    async def _award(self, chair: Actor) -> None:
        self._open("demo-chapter-awards")
        await self._goes_to(chair, AWARDS, self._told.awards)
        await chair.is_offered(chair.label("button-meeting-item-act", act="finish"))
        expect(self._told.awarded, (await self._hall.shown()).names)
        self._transcript.tell("demo-awarded", names=self._stage.t.listed([*self._told.awarded]))
        await chair.taps(chair.label("button-meeting-item-act", act="finish"))

    async def _cut(self, chair: Actor) -> None:
        """Cut Telegram in the middle of the election: it goes on by the codes of the slips."""
        self._open("demo-chapter-cut")
        hall, sandbox, pages = self._hall, self._stage.sandbox, self._services.meeting_pages
        await self._goes_to(chair, ELECTION, self._told.election)
        await chair.taps(chair.label("button-meeting-item-act", act="open"))
        poll = await hall.poll(ELECTION)
        ways = dict(zip(hall.there, cycle(WAYS), strict=False))
        early = [voter for voter in ways if voter in self._joined][:BY_BUTTON]
        await hall.cast(poll, {voter: ways[voter] for voter in early})
        cut = sandbox.faults.add(Fault("drop_before", spare_polling=True))
        self._transcript.tell("demo-cut", voted=len(early))
        late = {voter: said for voter, said in ways.items() if voter not in early}
        await hall.cast_by_code(poll, late)
        desk = await pages.open_page(hall.secretary, hall.meeting, PageKind.DESK, self._chair)
        for act in (ChairAct.LAST_CALL, ChairAct.CLOSE):
            await self._services.chair_pages.chair_acts(desk, ChairSaid(act, ELECTION))
        await self._decided(Outcome.ELECTED)
        self._transcript.tell("demo-elected-by-page", late=len(late), seats=SEATS)
        sandbox.faults.remove(cut)
        self._stage.clock.advance(timedelta(minutes=5))
        await self._stage.delivered()
        await self._speaker.sees(self._told.election, self._told.title)

    async def _record(self, secretary: Actor) -> None:
        self._open("demo-chapter-assembly-minutes")
        hall, services = self._hall, self._services
        await services.conducting.act(self._chair, hall.meeting, ChairSaid(ChairAct.END))
        made = await services.meeting_minutes.minutes_plan(hall.secretary, hall.meeting)
        plan = replace(made, authorities={OTHERS: self._stage.fiction.election.authority})
        username = (await self._stage.app.bot.me()).username or ""
        drawn_up = await services.minutes.draft(hall.secretary, plan, username)
        document = minutes_document(drawn_up, self._stage.t)
        files = await self._stage.app.renderer.document(document)
        await services.minutes.issue(
            hall.secretary, plan, drawn_up, IssuedFiles(files.docx, files.pdf)
        )
        verdict = await self._stage.app.database.read(verify)
        expect([True], [verdict.holds])
        there = await services.meeting_minutes.attendance(hall.secretary, hall.meeting)
        came = sum(one.took_part for one in there)
        size = len(files.pdf) // KILOBYTE
        self._transcript.tell("demo-assembly-minutes", came=came, of=len(there), pdf=size)


def _point(item: ItemId, kind: ItemKind, title: str, **more: Any) -> AgendaPoint:
    return AgendaPoint(id=item, kind=kind, title=title, **more)


def _leaders(cast: DemoCast) -> list[Actor]:
    """Return people of the crowd who lead an organisation and are not in the council."""
    return [actor for actor in cast.crowd if actor.figure.details.roles == {Role.LEADER}]

"""The fourth part of the story: the general meeting elects five people by secret ballot."""

from collections.abc import Collection, Iterable
from datetime import date, datetime, time, timedelta
from itertools import cycle

from bot.demo.actors import Actor
from bot.demo.acts import Act
from bot.demo.cast import DemoCast
from bot.demo.fiction import ORGANISATIONS, Figure
from bot.demo.stage import Stage
from bot.domain.people.members import Role

NOON = time(12)
DURATION = timedelta(hours=3)
"""The duration of an election by the alliance's rules."""

ROUNDING = timedelta(minutes=1)
SEATS, CANDIDATES = 5, 7
ENTITLED = ORGANISATIONS + 1
"""The organisations, including the newly admitted one."""

QUORUM = ENTITLED // 2 + 1
VOTING = 66
"""Organisations that vote: a few more than the quorum."""

BALLOTS_TOLD = 3
"""How many of these votes are cast by people with roles."""

WAYS = ((0, 1, 2, 3, 4), (0, 1, 2, 3), (0, 1, 2, 4), (0, 1, 3, 4), (0, 2, 3, 4, 5), (1, 2, 3, 4, 6))
"""For whom the crowd votes, in turn: positions on the ballot."""

NUMBER, ISSUED, VALID = "7/26", timedelta(days=6), timedelta(days=30)
"""The proxy by which somebody casts the ballot of an organisation that has not joined."""


class ElectionChapter(Act):
    """Plays the general meeting, from the list of candidates to the new council."""

    def __init__(self, stage: Stage, newcomer: Actor) -> None:
        super().__init__(stage)
        self._told = stage.fiction.election
        self._question = self._told.question
        self._newcomer = newcomer
        self._candidates: tuple[Actor, ...] = ()
        self._closes = datetime.max.replace(tzinfo=stage.zone)

    async def play(self, cast: DemoCast) -> None:
        """Play the opening, the proxy, the vote, and the outcome."""
        chair, secretary = cast.council[:2]
        principal = _unrepresented(cast)
        self._candidates = _leaders(cast)[:CANDIDATES]
        await self._call(chair)
        await self._entrust(secretary, principal, cast.waverer)
        await self._vote(cast, principal)
        await self._close(cast)

    # --- the acts ---------------------------------------------------------------------------

    async def _call(self, chair: Actor) -> None:
        self._pass_to(self._next(NOON), "demo-chapter-election")
        await chair.says("/polls")
        await chair.taps(chair.label("button-poll-new"))
        await chair.taps(self._stage.config.voting.election.title)
        await chair.sees(chair.words("poll-draft-question"))
        await chair.says(self._question)
        await chair.sees(chair.words("poll-draft-candidates", kind="election", elects="yes"))
        await chair.taps(chair.label("poll-draft-from-people"))
        self._transcript.tell("demo-standing", count=CANDIDATES)
        with self._transcript.muted():
            await self._put_up(chair)
        await chair.taps(chair.label("button-back"))
        await chair.taps(chair.label("wizard-done"))
        await chair.taps(_until_colon(chair.label("poll-draft-usual-closing", usual_closing="")))
        self._closes = self._stage.clock.now() + DURATION + ROUNDING
        seats = chair.words("poll-seats", seats=SEATS, candidates=CANDIDATES)
        await chair.sees(self._question, seats, chair.words("poll-plan-council"))
        await chair.taps(chair.label("poll-open"))
        await chair.taps(chair.label("poll-open-yes"))
        await chair.sees(chair.words("poll-opened", question=self._question))

    async def _put_up(self, chair: Actor) -> None:
        """Find each candidate among the people of the alliance."""
        for candidate in self._candidates:
            await chair.says(candidate.name)
            await chair.taps(candidate.name)
            await chair.sees(chair.words("poll-draft-added", name=candidate.name))

    async def _entrust(self, secretary: Actor, principal: Figure, holder: Actor) -> None:
        self._open("demo-chapter-proxy")
        today = self._stage.clock.now().astimezone(self._stage.zone).date()
        absent, expires = principal.organisation.short_name, _typed(today + VALID)
        await secretary.sees(self._question, secretary.words("poll-news", news="opened", left=""))
        await secretary.taps(secretary.label("button-poll-board"))
        await secretary.taps(secretary.label("poll-board-proxy"))
        await secretary.sees(secretary.words("poll-proxy-voter"))
        await secretary.says(absent)
        await secretary.taps(absent)
        await secretary.says(holder.name)
        await secretary.taps(holder.name)
        for asked, answer in (
            (secretary.words("poll-proxy-issuer", voter="", holder=""), principal.details.name),
            (secretary.words("poll-proxy-number", voter="", holder=""), NUMBER),
            (secretary.words("poll-proxy-issued", today=_typed(today)), _typed(today - ISSUED)),
            (secretary.words("poll-proxy-expires", later=expires), expires),
            (secretary.words("poll-proxy-scope"), self._told.scope),
        ):
            await secretary.sees(asked.split("\n\n")[-1])
            await secretary.says(answer)
        await secretary.sees(absent, holder.name, NUMBER, self._told.scope)
        await secretary.taps(secretary.label("poll-proxy-yes"))
        await secretary.sees(secretary.words("poll-proxy-registered"))
        await secretary.taps(secretary.label("poll-board-ballot"))
        await holder.sees(holder.words("poll-news", news="proxy", left=""), absent, NUMBER)

    async def _vote(self, cast: DemoCast, principal: Figure) -> None:
        self._open("demo-chapter-general-meeting")
        newcomer, holder = self._newcomer, cast.waverer
        own, absent = (one.organisation.short_name for one in (holder.figure, principal))
        newest = newcomer.newest
        await newcomer.sees(_chosen(newcomer, 0))
        with self._transcript.muted():
            await self._mark(newcomer, WAYS[0])
        await newcomer.sees(_chosen(newcomer, len(WAYS[0])))
        await newcomer.taps(newcomer.label("button-cast"))
        await newcomer.sees(newcomer.words("ballot-review", choice="#").split("#")[0].strip())
        await newcomer.taps(newcomer.label("button-cast-sure"))
        await newcomer.sees(_opening(newcomer, "ballot-number"), after=newest)
        others = _voters(cast, (newcomer, holder))[: VOTING - BALLOTS_TOLD]
        ways = dict(zip((holder, *others), cycle(WAYS), strict=False))

        async def vote(actor: Actor) -> None:
            if actor is holder:
                await actor.taps(actor.label("button-fill-in", name=own))
            await self._cast(actor, ways[actor])
            if actor is holder:
                await actor.taps(actor.label("button-fill-in", name=absent))
                await self._cast(actor, ways[actor])

        await self._all("demo-electing", ways, vote)
        taken = holder.words("ballot-state", state="voted")
        await holder.sees(self._question, f"{own}\n{taken}", absent, NUMBER)
        self._transcript.tell("demo-two-ballots", name=holder.name)
        await self._shows_turnout(cast.council[0])

    async def _shows_turnout(self, chair: Actor) -> None:
        """Check the number of ballots, which is all that anybody learns before the close."""
        await chair.says("/polls")
        await chair.taps(self._question)
        await chair.sees(self._question, self._turnout(chair, VOTING))

    async def _close(self, cast: DemoCast) -> None:
        self._pass_to(self._closes, "demo-chapter-elected")
        await self._list_present(cast.council[0])

        async def hear(actor: Actor) -> None:
            words = actor.words("poll-elected", outcome="elected", elected=SEATS, seats=SEATS)
            await actor.sees(actor.words("poll-news", news="closed", left=""), words)

        everybody = [actor for actor in cast.joined if actor is not cast.leaver]
        await self._all("demo-everybody-hears", [*everybody, self._newcomer], hear)
        chair, needed = cast.council[0], {"entitled": ENTITLED, "needed": QUORUM}
        await chair.sees(chair.words("poll-quorum", holds="yes", present=VOTING, **needed))
        await chair.taps(chair.label("button-chart"))
        await chair.gets("photo")
        await chair.says("/polls")
        await chair.taps(chair.label("button-council"))
        winners = [actor.name for actor in self._candidates[:SEATS]]
        await chair.sees(*winners, chair.t.date(self._closes))
        self._transcript.tell("demo-elected", seats=SEATS)

    async def _list_present(self, chair: Actor) -> None:
        """Let the chair mark who is present: at a meeting nothing is counted before that."""
        present = {"present": VOTING, "entitled": ENTITLED}
        asked = chair.words("presence-awaited", question=self._question)
        await chair.sees(asked)
        await chair.taps(chair.label("poll-board-present"))
        await chair.sees(chair.words("poll-present", **present))
        await chair.taps(chair.label("wizard-done"))
        await chair.sees(chair.words("poll-present-count", **present, silent=0))
        await chair.taps(chair.label("poll-count-yes"))

    # --- helpers --------------------------------------------------------------------------

    def _turnout(self, actor: Actor, voted: int) -> str:
        return actor.words("poll-turnout", voted=voted, entitled=ENTITLED, recused=0)

    async def _cast(self, actor: Actor, places: Iterable[int]) -> None:
        """Fill in a ballot and cast it."""
        newest = actor.newest
        await self._mark(actor, places)
        await actor.taps(actor.label("button-cast"))
        await actor.taps(actor.label("button-cast-sure"))
        await actor.sees(_opening(actor, "ballot-number"), after=newest)

    async def _mark(self, actor: Actor, places: Iterable[int]) -> None:
        for chosen, place in enumerate(places, start=1):
            await actor.taps(f"{place + 1}. {self._candidates[place].name}")
            await actor.sees(_chosen(actor, chosen))


def _chosen(actor: Actor, count: int) -> str:
    return actor.words("ballot-chosen", against="no", chosen=count, seats=SEATS)


def _leaders(cast: DemoCast) -> tuple[Actor, ...]:
    """Return people of the crowd who lead an organisation and are not in the council."""
    return tuple(actor for actor in cast.crowd if actor.figure.details.roles == {Role.LEADER})


def _unrepresented(cast: DemoCast) -> Figure:
    """Return a leader of an organisation from which nobody has joined."""
    present = {actor.figure.organisation for actor in cast.joined}
    absent = (actor.figure for actor in cast.absent)
    return next(figure for figure in absent if figure.organisation not in present)


def _voters(cast: DemoCast, told: Collection[Actor]) -> list[Actor]:
    """Return one person of each organisation whose ballot is not cast yet."""
    voting = {actor.figure.organisation for actor in told}
    voters = []
    for actor in (*cast.named, *cast.crowd, *cast.silent):
        organisation = actor.figure.organisation
        details = actor.figure.details
        speaks = details.delegate or Role.LEADER in details.roles
        if speaks and actor is not cast.leaver and organisation not in voting:
            voting.add(organisation)
            voters.append(actor)
    return voters


def _typed(day: date) -> str:
    return f"{day:%d.%m.%Y}"


def _opening(actor: Actor, key: str) -> str:
    """Return the beginning of a message."""
    return actor.words(key, number="").split("\n")[0]


def _until_colon(label: str) -> str:
    return label.partition(":")[0]

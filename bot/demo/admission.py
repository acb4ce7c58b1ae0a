"""The third part of the story: an organisation applies, and the council votes on it."""

from datetime import datetime, time, timedelta

from bot.demo.actors import Actor, expect
from bot.demo.acts import Act, newest_of, received
from bot.demo.cast import DemoCast
from bot.demo.stage import APPLICANT_ID, COUNCIL_GROUP, Stage
from bot.domain.applications.applications import FILES_LIMIT
from bot.domain.applications.details import Step
from bot.domain.polls.ballots import Choice
from bot.services.shown import POST_DELAY
from handlers.ui.texts import Value

MORNING = time(11)
DAYS = 3
LEAD = timedelta(days=1)
LAST_CALL = timedelta(minutes=30)
"""How long before the end people who have not voted are reminded; both as configured."""

COUNCIL_SIZE, MAJORITY = 9, 5
LATE = 2
"""Members of the council who have not voted by then."""


class AdmissionChapter(Act):
    """Plays an admission, from a stranger's first message to the welcome."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._told = stage.fiction.applicant
        self._applicant = stage.enter(APPLICANT_ID, self._told.figure)
        self._name = self._told.figure.organisation.short_name
        self._closes = datetime.max.replace(tzinfo=stage.zone)

    async def play(self, cast: DemoCast) -> Actor:
        """Play the application, the question and the council's vote; return the new member."""
        self._stage.gather_council(cast.council)
        secretary = cast.council[1]
        await self._apply()
        await self._ask_back(secretary)
        await self._put_to_vote(secretary)
        await self._vote(cast.council)
        await self._remind(cast.council)
        await self._close(cast.council)
        await self._welcome()
        return self._applicant

    # --- the acts ---------------------------------------------------------------------------

    async def _apply(self) -> None:
        self._pass_to(self._next(MORNING), "demo-chapter-applying")
        applicant, told = self._applicant, self._told
        await applicant.says("/start")
        await applicant.taps(applicant.label("button-apply"))
        await applicant.sees(applicant.name, self._stage.config.alliance.name)
        await applicant.taps(applicant.label("button-consent"))
        await applicant.sees(_asked(applicant, Step.INN))
        await applicant.says(told.wrong_inn)
        await applicant.sees(applicant.words("InnUnreadable"))
        await applicant.says(told.figure.organisation.inn)
        await applicant.sees(_asked(applicant, Step.OGRN))
        self._transcript.tell("demo-filling-in")
        with self._transcript.muted():
            await self._fill_in()
        await applicant.sees(_asked(applicant, Step.FILES))
        await applicant.attaches(told.file, told.about)
        await applicant.sees(applicant.words("application-files-so-far", count=1))
        await applicant.taps(applicant.label("button-skip-files-done"))
        await applicant.sees(applicant.words("application-review"), told.about)
        await applicant.taps(applicant.label("button-send-application"))
        await applicant.sees(applicant.words("application-sent"))

    async def _fill_in(self) -> None:
        """Answer the questions between the ОГРН and the files."""
        applicant, told, figure = self._applicant, self._told, self._told.figure
        organisation, person = figure.organisation, figure.details
        for step, answer in (
            (Step.OGRN, organisation.ogrn or ""),
            (Step.NAME, organisation.name),
            (Step.SHORT_NAME, organisation.short_name),
            (Step.MUNICIPALITY, organisation.municipality),
            (Step.LEADER, person.name),
            (Step.POSITION, person.position),
        ):
            await applicant.sees(_asked(applicant, step))
            await applicant.says(answer)
        await applicant.sees(_asked(applicant, Step.REPRESENTATIVE))
        await applicant.taps(applicant.label("button-skip-representative"))
        contacts = ((Step.PHONE, told.phone), (Step.EMAIL, person.email), (Step.ABOUT, told.about))
        for step, answer in contacts:
            await applicant.sees(_asked(applicant, step))
            await applicant.says(answer)

    async def _ask_back(self, secretary: Actor) -> None:
        self._open("demo-chapter-asking-back")
        applicant, told, name = self._applicant, self._told, self._name
        await secretary.sees(_opening(secretary, "notice-application-sent", card=""), told.about)
        await secretary.taps(secretary.label("button-open-application"))
        await secretary.taps(secretary.label("button-ask"))
        await secretary.sees(secretary.words("queue-ask", name=name, reachable="yes"))
        await secretary.says(told.question)
        await secretary.sees(secretary.words("queue-asked", name=name))
        asked = {"name": name, "text": told.question}
        await applicant.sees(applicant.words("notice-application-asked", **asked))
        await applicant.taps(applicant.label("button-reply"))
        await applicant.sees(applicant.words("application-reply-question", question=told.question))
        await applicant.says(told.answer)
        await applicant.sees(applicant.words("application-replied"))
        replied = {"name": name, "text": told.answer}
        await secretary.sees(secretary.words("notice-application-replied", **replied))

    async def _put_to_vote(self, secretary: Actor) -> None:
        self._open("demo-chapter-council")
        await secretary.taps(secretary.label("button-open-application"))
        await secretary.taps(secretary.label("button-choose", chosen="no"))
        await secretary.taps(secretary.label("button-put-to-vote", count=1))
        await secretary.taps(secretary.label("button-vote-days", days=DAYS))
        await secretary.sees(self._name, _rule(secretary))
        self._closes = self._stage.clock.now() + timedelta(days=DAYS)
        await secretary.taps(secretary.label("button-open-vote"))
        until = secretary.t.until(self._closes)
        opened = _opening(secretary, "queue-vote-opened", until=self._closes, names="")
        await secretary.sees(opened)
        await self._applicant.sees("🗳", self._name, until)

    async def _vote(self, council: tuple[Actor, ...]) -> None:
        chair, secretary, recused, waverer, opponent, *others = council
        await chair.sees(self._question(chair), chair.words("ballot-ask", kind="motion", seats=1))
        await self._cast(chair, Choice.FOR)
        await recused.taps(recused.label("button-more"))
        await recused.taps(recused.label("button-recuse"))
        await recused.taps(recused.label("button-recuse-sure"))
        await recused.sees(self._question(recused), recused.words("ballot-state", state="recused"))
        await waverer.taps(waverer.label("button-view-application"))
        await waverer.sees(self._told.about, self._told.answer)
        await self._cast(waverer, Choice.ABSTAIN)
        await waverer.taps(waverer.label("button-change-vote"))
        await self._cast(waverer, Choice.FOR)
        await self._cast(opponent, Choice.AGAINST)

        async def agree(actor: Actor) -> None:
            await self._cast(actor, Choice.FOR)

        await self._all("demo-council-voting", [secretary, *others[:-LATE]], agree)
        await self._in_group(chair, self._turnout(chair, len(council) - LATE - 1, len(council)))

    async def _remind(self, council: tuple[Actor, ...]) -> None:
        before = newest_of(council)
        *_, late, silent = council
        self._pass_to(self._closes - LEAD, "demo-chapter-late-voters")
        for actor in (late, silent):
            news = actor.words("poll-news", news="reminder", left=LEAD)
            await actor.sees(news, self._question(actor))
        await late.taps(late.label("button-poll-open"), chat_id=COUNCIL_GROUP)
        await self._cast(late, Choice.FOR)
        self._pass_to(self._closes - LAST_CALL, "demo-chapter-last-call")
        last_call = silent.words("poll-news", news="last_call", left=LAST_CALL)
        await silent.sees(last_call, self._question(silent))
        spared = [actor for actor in council if actor not in (late, silent)]
        counts = received(before)
        expect([0] * len(spared), [counts[actor] for actor in spared])
        self._transcript.tell("demo-others-spared")

    async def _close(self, council: tuple[Actor, ...]) -> None:
        self._pass_to(self._closes, "demo-chapter-admitted")

        async def hear(actor: Actor) -> None:
            adopted = actor.words("poll-outcome", outcome="adopted")
            await actor.sees(actor.words("poll-news", news="closed", left=""), adopted)

        chair = council[0]
        await self._all("demo-outcome", council, hear)
        await hear(chair)
        await self._in_group(chair, chair.words("poll-outcome", outcome="adopted"))

    async def _welcome(self) -> None:
        applicant = self._applicant
        leader = {"leads": "yes", "leader": applicant.name}
        welcome = applicant.words("notice-application-admitted", name=self._name, **leader)
        await applicant.sees(welcome)
        await applicant.says("/me")
        await applicant.sees(applicant.name, self._name, self._told.figure.details.position)
        self._transcript.tell("demo-welcomed")

    # --- helpers --------------------------------------------------------------------------

    async def _cast(self, actor: Actor, choice: Choice) -> None:
        await actor.is_offered(actor.label("button-view-application"))  # the ballot has arrived
        await actor.taps(actor.label("button-choice", choice=choice, chosen="no"))
        said = actor.label("ballot-choice", choice=choice)
        said_of = actor.label("ballot-choice-of", name=self._name, choice=said)
        taken = actor.words("ballot-state", state="said", choice=said_of)
        await actor.sees(self._question(actor), taken)

    async def _in_group(self, actor: Actor, words: str) -> None:
        self._gathered(POST_DELAY)
        await actor.sees(self._question(actor), words, chat_id=COUNCIL_GROUP)

    def _question(self, actor: Actor) -> str:
        return actor.words("queue-question", count=1, name=self._name)

    def _turnout(self, actor: Actor, voted: int, entitled: int) -> str:
        return actor.words("poll-turnout", voted=voted, entitled=entitled, recused=1)


def _asked(actor: Actor, step: Step) -> str:
    return actor.words(f"application-ask-{step.replace('_', '-')}", most=FILES_LIMIT)


def _opening(actor: Actor, key: str, **values: Value) -> str:
    """Return the beginning of a message."""
    return actor.words(key, **values).split("\n")[0]


def _rule(actor: Actor) -> str:
    """Return the explanation for nine voters: five votes in favour, with a quorum of five."""
    needed = {"votes": MAJORITY, "quorum": MAJORITY}
    return actor.words("poll-rule", kind="admission", entitled=COUNCIL_SIZE, **needed)

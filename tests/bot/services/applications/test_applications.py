"""What applicants and the secretary do, on a real database; what each of them may."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.config.voting import Voting
from bot.domain.applications.applications import (
    Application,
    ApplicationFile,
    ApplicationState,
    FileKind,
)
from bot.domain.applications.details import Step
from bot.domain.applications.ids import ApplicationId
from bot.domain.applications.notices import (
    ApplicationAsked,
    ApplicationRefused,
    ApplicationReplied,
    ApplicationSent,
    ApplicationWithdrawn,
    QueueChanged,
)
from bot.domain.applications.refusals import (
    AdmissionNotPlanned,
    ApplicationIsDecidedByVote,
    ApplicationIsOpen,
    ApplicationIsOver,
    ApplicationIsSent,
    ApplicationNotFound,
    ApplicationNotWaiting,
    InnUnreadable,
    NothingAsked,
    NothingChosen,
    OrganisationIsMember,
    OrganisationIsVotedOn,
    TooManyApplicationsToday,
    TooManyFiles,
    TooManyOpenApplications,
)
from bot.domain.notices import Subject
from bot.domain.people.members import MemberId, Role, TelegramId
from bot.domain.people.people import OrganisationDetails, PersonDetails
from bot.domain.polls.plans import Candidate, CandidateId, Mode, PollKind
from bot.domain.refusals import ButtonTooOld, ConsentMissing, OnlyForPresiding, Refusal
from bot.services.applications.applications import Applications
from bot.services.applications.queue import ApplicationQueue
from bot.services.people.members import Members
from bot.services.polls.polls import Polls
from bot.services.rules import VotingPolicy
from sandbox.clock import SandboxClock
from storage.engine.database import Database
from storage.stores import Stores
from tests.alliance import some_rules
from tests.applicants import INN, OGRN, OTHER_INN, OTHER_OGRN
from tests.databases import query
from tests.people import consented, joined
from tests.polling import a_motion
from tests.questions import Question

SOFIA, BORIS, CLARA = MemberId(1), MemberId(2), MemberId(3)
MASHA, PETER = TelegramId(77), TelegramId(78)
FILE = ApplicationFile(FileKind.PHOTO, "picture")


class Reception:
    """A secretary, a member, a member of the council, and anyone who applies."""

    def __init__(self, database: Database, clock: SandboxClock) -> None:
        self.rules = replace(some_rules(), voting=VotingPolicy(presets=Voting().presets))
        self.database, self.clock = database, clock
        self.applications = Applications(database, clock, self.rules)
        self.queue = ApplicationQueue(database, clock, self.rules)
        self.polls = Polls(database, clock, self.rules)
        self.members = Members(
            database, clock, rules=self.rules, administrators=frozenset(), language="ru"
        )

    async def enters(self, telegram_id: TelegramId = MASHA, name: str = "Маша") -> MemberId:
        return (await self.applications.enter(telegram_id, name, "ru", 1)).id

    async def drafts(self, telegram_id: TelegramId = MASHA, **numbers: str) -> Application:
        """Have somebody fill in everything, up to the review."""
        applicant = await self.enters(telegram_id)
        card = await self.applications.begin(applicant)
        answers = {
            "inn": numbers.get("inn", INN),
            "ogrn": numbers.get("ogrn", OGRN),
            "name": "Тёплый дом",
            "municipality": "Ревда",
            "leader": "Мария Белова",
            "position": "директор",
            "phone": "+79123456789",
            "about": "Помогаем.",
        }
        while card.application.step is not Step.REVIEW:
            step = card.application.step
            assert step is not None
            if step in answers:
                card = await self.applications.answer(applicant, answers[step])
            else:
                card = await self.applications.skip(applicant, card.application.id, step)
        return card.application

    async def applies(self, telegram_id: TelegramId = MASHA, **numbers: str) -> Application:
        draft = await self.drafts(telegram_id, **numbers)
        return (await self.applications.send(applicant_of(draft), draft.id)).application

    async def found(self, application: Application) -> Application | None:
        return await self.database.read(lambda tx: tx.applications.get(application.id))

    async def told(self) -> list[tuple[int, Subject]]:
        """Return what waits in the outbox, and for whom; it is taken out by that."""

        def take(tx: Stores) -> list[tuple[int, Subject]]:
            taken: list[tuple[int, Subject]] = []
            while claimed := tx.outbox.claim(self.clock.now(), 50):
                for one in claimed:
                    assert one.notice.recipient is not None
                    taken.append((one.notice.recipient, one.notice.subject))
                    tx.outbox.save_dropped(one, self.clock.now())
            return taken

        return await self.database.write(take)

    async def audited(self) -> list[tuple[int | None, str, str]]:
        sql = "SELECT actor_id, act, subject FROM audit ORDER BY id"
        return await query(self.database, sql)

    async def votes_on(self, application: Application) -> None:
        """Have the secretary put an application to the council."""
        candidate = Candidate(CandidateId(1), "Тёплый дом", application.id)
        plan = a_motion(
            kind=PollKind.ADMISSION,
            mode=Mode.CORRESPONDENCE,
            candidates=(candidate,),
            closes_at=self.clock.now() + timedelta(days=3),
        )
        await self.polls.open(SOFIA, plan)


def applicant_of(application: Application) -> MemberId:
    assert application.applicant is not None
    return application.applicant


@pytest.fixture
async def reception(database: Database, clock: SandboxClock) -> Reception:
    def write(tx: Stores) -> None:
        for member, role in ((SOFIA, Role.SECRETARY), (BORIS, None), (CLARA, Role.COUNCIL)):
            roles = frozenset({role} if role else ())
            joined(tx, PersonDetails(f"Участник {member}", roles=roles), clock.now())

    await database.write(write)
    return Reception(database, clock)


# --- coming in ------------------------------------------------------------------------------------


async def test_the_consent_makes_a_guest_of_a_stranger_and_nothing_before_it(
    reception: Reception,
) -> None:
    with pytest.raises(ButtonTooOld):
        await reception.applications.enter(MASHA, "Маша", "en", 2)
    assert await reception.members.recognise(MASHA) is None

    masha = await reception.applications.enter(MASHA, "  <b>Маша</b> \n", "en", 1)

    assert (masha.guest, masha.name, masha.language) == (True, "<b>Маша</b>", "en")
    assert masha.consents_to(1)
    again = await reception.applications.enter(MASHA, "Мария", "ru", 1)
    assert again == masha


async def test_a_guest_with_an_older_consent_gives_the_one_in_force(reception: Reception) -> None:
    masha = await reception.enters()
    newer = Applications(reception.database, reception.clock, some_rules(consent_version=2))
    with pytest.raises(ConsentMissing):
        await newer.begin(masha)

    await newer.enter(MASHA, "Маша", "ru", 2)

    assert (await newer.begin(masha)).application.step is Step.INN


async def test_a_guest_of_an_event_consents_to_an_application_before_the_first_one(
    reception: Reception,
) -> None:
    def enter(tx: Stores) -> MemberId:
        guest = tx.members.add_guest("Маша")
        consented(tx, guest, reception.clock.now(), telegram_id=MASHA)
        return guest

    guest = await reception.database.write(enter)
    with pytest.raises(ConsentMissing):
        await reception.applications.begin(guest)

    await reception.applications.enter(MASHA, "Маша", "ru", 1)

    assert (await reception.applications.begin(guest)).application.step is Step.INN
    assert await reception.audited() == [(guest, "application.consent", f"member:{guest}")]


# --- filling in -----------------------------------------------------------------------------------


async def test_each_answer_is_saved_and_a_wrong_one_leaves_the_draft_as_it_is(
    reception: Reception,
) -> None:
    masha = await reception.enters()
    begun = (await reception.applications.begin(masha)).application
    with pytest.raises(InnUnreadable):
        await reception.applications.answer(masha, "66")
    assert await reception.applications.asked(masha) == begun

    await reception.applications.answer(masha, INN)

    draft = await reception.applications.asked(masha)
    assert draft is not None
    assert (draft.step, draft.details.inn) == (Step.OGRN, INN)
    resumed = await reception.applications.begin(masha)
    assert resumed.application == draft, "there is one draft"


async def test_the_button_of_an_earlier_question_skips_nothing(reception: Reception) -> None:
    draft = await reception.drafts()
    masha = applicant_of(draft)
    await reception.applications.turn_to(masha, draft.id, Step.LEADER)

    card = await reception.applications.skip(masha, draft.id, Step.SHORT_NAME)
    forged = await reception.applications.skip(masha, draft.id, Step.LEADER)

    assert card.application.step is forged.application.step is Step.LEADER
    assert forged.application.details.leader == "Мария Белова"


async def test_a_municipality_is_spelt_as_the_alliance_spells_it(reception: Reception) -> None:
    other = OrganisationDetails("Фонд", "", OTHER_INN, OTHER_OGRN, "Верхняя Ёлка")
    await reception.database.write(lambda tx: tx.organisations.add(other))
    draft = await reception.drafts()
    masha = applicant_of(draft)
    await reception.applications.turn_to(masha, draft.id, Step.MUNICIPALITY)

    card = await reception.applications.answer(masha, "верхняя  елка")

    assert card.application.details.municipality == "Верхняя Ёлка"


async def test_the_sixth_file_is_refused(reception: Reception) -> None:
    draft = await reception.drafts()
    for _ in range(5):
        await reception.applications.attach(applicant_of(draft), FILE)

    with pytest.raises(TooManyFiles):
        await reception.applications.attach(applicant_of(draft), FILE)
    card = await reception.applications.detach(applicant_of(draft), draft.id, 0)
    assert len(card.application.files) == 4


async def test_a_member_organisation_is_told_that_it_is_one(reception: Reception) -> None:
    fund = OrganisationDetails("Фонд", "ФНД", INN, OGRN, "")
    await reception.database.write(lambda tx: tx.organisations.add(fund))
    masha = await reception.enters()
    await reception.applications.begin(masha)

    with pytest.raises(OrganisationIsMember) as refused:
        await reception.applications.answer(masha, INN)
    assert refused.value.name == "ФНД"
    await reception.applications.answer(masha, OTHER_INN)
    with pytest.raises(OrganisationIsMember):
        await reception.applications.answer(masha, OGRN)


async def test_a_strangers_application_does_not_shut_out_the_real_leader(
    reception: Reception,
) -> None:
    stranger = await reception.applies(PETER)

    real = await reception.applies(MASHA)

    queue = await reception.queue.waiting(SOFIA)
    assert [(card.application.id, card.rivals) for card in queue.cards] == [
        (stranger.id, 1),
        (real.id, 1),
    ]
    own = await reception.applications.look(applicant_of(real), real.id)
    assert own.rivals == 0, "an applicant learns nothing of others"


async def test_one_person_applies_for_one_organisation_once_at_a_time(reception: Reception) -> None:
    sent = await reception.applies()
    masha = applicant_of(sent)
    await reception.applications.begin(masha)

    with pytest.raises(ApplicationIsOpen):
        await reception.applications.answer(masha, INN)


async def test_the_council_votes_on_one_application_of_an_organisation_at_a_time(
    reception: Reception,
) -> None:
    first, second = await reception.applies(MASHA), await reception.applies(PETER)
    await reception.queue.choose(SOFIA, first.id, chosen=True)
    with pytest.raises(OrganisationIsVotedOn):
        await reception.queue.choose(SOFIA, second.id, chosen=True)

    await reception.votes_on(first)

    with pytest.raises(OrganisationIsVotedOn):
        await reception.queue.choose(SOFIA, second.id, chosen=True)
    with pytest.raises(OrganisationIsVotedOn):
        await reception.votes_on(second)


async def test_an_application_of_what_is_a_member_by_now_is_shown_as_such_and_not_voted_on(
    reception: Reception,
) -> None:
    sent = await reception.applies()
    fund = OrganisationDetails("Тёплый дом", "", INN, OGRN, "")
    await reception.database.write(lambda tx: tx.organisations.add(fund))

    assert (await reception.queue.look(SOFIA, sent.id)).member
    with pytest.raises(OrganisationIsMember):
        await reception.queue.choose(SOFIA, sent.id, chosen=True)
    with pytest.raises(OrganisationIsMember):
        await reception.votes_on(sent)


# --- how many -------------------------------------------------------------------------------------

THIRD_INN, THIRD_OGRN = "7707083893", "1027700132195"


async def test_a_person_has_two_applications_under_consideration_at_most(
    reception: Reception,
) -> None:
    first = await reception.applies()
    masha = applicant_of(first)
    draft = await reception.drafts(inn=OTHER_INN, ogrn=OTHER_OGRN)
    await reception.applications.send(masha, draft.id)

    with pytest.raises(TooManyOpenApplications):
        await reception.applications.begin(masha)
    await reception.queue.refuse(SOFIA, first.id, "Нет устава")
    assert (await reception.applies()).is_queued


async def test_a_draft_begun_in_time_is_not_sent_beyond_the_limit(reception: Reception) -> None:
    first = await reception.applies()
    await reception.queue.refuse(SOFIA, first.id, "Нет устава")
    second = await reception.applies(inn=OTHER_INN, ogrn=OTHER_OGRN)
    await reception.queue.refuse(SOFIA, second.id, "Нет устава")
    third = await reception.drafts(inn=THIRD_INN, ogrn=THIRD_OGRN)
    await reception.applications.send(applicant_of(third), third.id)

    with pytest.raises(TooManyApplicationsToday):
        await reception.applications.begin(applicant_of(third))
    reception.clock.advance(timedelta(days=1))
    assert (await reception.applies(inn=OTHER_INN, ogrn=OTHER_OGRN)).is_queued


async def test_who_sends_and_withdraws_again_and_again_sends_three_a_day(
    reception: Reception,
) -> None:
    for _ in range(3):
        sent = await reception.applies()
        await reception.applications.withdraw(applicant_of(sent), sent.id)

    with pytest.raises(TooManyApplicationsToday):
        await reception.applications.begin(applicant_of(sent))


def begins_an_hour(reception: Reception) -> None:
    """Let the clock stand shortly after a full hour: what follows falls into one."""
    now = reception.clock.now()
    begun = now.replace(minute=1, second=0, microsecond=0)
    reception.clock.advance(begun + timedelta(hours=1) - now)


async def test_of_many_applications_in_an_hour_the_secretary_hears_twice(
    reception: Reception,
) -> None:
    begins_an_hour(reception)
    first = await reception.applies(TelegramId(100))
    for account in range(101, 131):
        await reception.applies(TelegramId(account))
    assert await reception.told() == [(SOFIA, ApplicationSent(first.id))]

    reception.clock.advance(timedelta(hours=1))
    ((recipient, news),) = await reception.told()

    assert (recipient, type(news)) == (SOFIA, QueueChanged)
    reception.clock.advance(timedelta(hours=1))
    later = await reception.applies(TelegramId(200))
    assert await reception.told() == [(SOFIA, ApplicationSent(later.id))]


async def test_who_erases_themselves_and_comes_again_floods_nobody(reception: Reception) -> None:
    begins_an_hour(reception)
    for _ in range(8):
        sent = await reception.applies()
        await reception.members.erase(applicant_of(sent))

    told = await reception.told()
    reception.clock.advance(timedelta(hours=1))
    assert len([*told, *await reception.told()]) <= 3


async def test_an_organisation_may_apply_again_after_a_refusal(reception: Reception) -> None:
    first = await reception.applies()
    await reception.queue.refuse(SOFIA, first.id, "Нет устава")

    second = await reception.applies()

    assert second.is_queued


async def test_one_person_applies_for_two_organisations(reception: Reception) -> None:
    first = await reception.applies()
    second = await reception.applies(inn=OTHER_INN, ogrn=OTHER_OGRN)

    assert first.applicant == second.applicant
    mine = await reception.applications.mine(applicant_of(first))
    assert [card.application.id for card in mine] == [second.id, first.id]


async def test_sending_twice_tells_the_secretary_once(reception: Reception) -> None:
    draft = await reception.drafts()
    for _ in range(2):
        await reception.applications.send(applicant_of(draft), draft.id)

    assert await reception.told() == [(SOFIA, ApplicationSent(draft.id))]


# --- asked, refused, taken back -------------------------------------------------------------------


async def test_a_question_goes_to_the_applicant_and_the_answer_comes_back(
    reception: Reception,
) -> None:
    sent = await reception.applies()
    await reception.told()
    asked = await reception.queue.ask(SOFIA, sent.id, "Где устав?")
    question = asked.remarks[0]
    assert await reception.told() == [(sent.applicant, ApplicationAsked(sent.id, question.id))]

    replied = await reception.applications.reply(applicant_of(sent), sent.id, "Вот он", FILE)

    answer = replied.remarks[1]
    assert await reception.told() == [(SOFIA, ApplicationReplied(sent.id, answer.id))]
    assert replied.application.state is ApplicationState.SUBMITTED
    assert replied.application.files == (FILE,)
    seen = await reception.queue.look(SOFIA, sent.id)
    assert [(one.by_applicant, one.text) for one in seen.remarks] == [
        (False, "Где устав?"),
        (True, "Вот он"),
    ]


async def test_what_the_secretary_types_is_done_once(reception: Reception) -> None:
    sent = await reception.applies()
    question = Question(reception.database, reception.clock, SOFIA)
    for act in (reception.queue.ask, reception.queue.refuse):
        await question.asks()
        await act(SOFIA, sent.id, "Где устав?")
        assert not await question.is_open()


async def test_an_answer_to_no_question_is_refused(reception: Reception) -> None:
    sent = await reception.applies()

    with pytest.raises(NothingAsked):
        await reception.applications.reply(applicant_of(sent), sent.id, "Привет", None)


async def test_a_refusal_without_a_vote_gives_its_reason(reception: Reception) -> None:
    sent = await reception.applies()
    await reception.told()

    card = await reception.queue.refuse(SOFIA, sent.id, "Нет устава")

    assert (card.application.state, card.application.reason) == (
        ApplicationState.REFUSED,
        "Нет устава",
    )
    assert await reception.told() == [(sent.applicant, ApplicationRefused(sent.id))]
    with pytest.raises(ApplicationIsOver):
        await reception.queue.refuse(SOFIA, sent.id, "Ещё раз")


async def test_the_secretary_cannot_refuse_what_the_council_votes_on(reception: Reception) -> None:
    sent = await reception.applies()
    await reception.votes_on(sent)

    with pytest.raises(ApplicationIsDecidedByVote):
        await reception.queue.refuse(SOFIA, sent.id, "Нет")
    with pytest.raises(ApplicationNotWaiting):
        await reception.queue.choose(SOFIA, sent.id, chosen=True)


@pytest.mark.parametrize("voting", [False, True])
async def test_who_withdraws_is_forgotten_and_the_secretary_is_told(
    reception: Reception, voting: bool
) -> None:
    sent = await reception.applies()
    await reception.queue.ask(SOFIA, sent.id, "Где устав?")
    await reception.applications.reply(applicant_of(sent), sent.id, "Вот он", FILE)
    if voting:
        await reception.votes_on(sent)
    await reception.told()

    card = await reception.applications.withdraw(applicant_of(sent), sent.id)

    assert card.application.state is ApplicationState.WITHDRAWN
    assert (card.application.details.leader, card.application.files, card.remarks) == ("", (), ())
    assert await reception.told() == [(SOFIA, ApplicationWithdrawn(sent.id, voting))]
    with pytest.raises(ApplicationIsOver):
        await reception.applications.withdraw(applicant_of(sent), sent.id)


async def test_erasing_an_applicant_withdraws_what_is_open(reception: Reception) -> None:
    sent = await reception.applies()
    await reception.votes_on(sent)
    await reception.told()

    await reception.members.erase(applicant_of(sent))

    found = await reception.found(sent)
    assert found is not None
    assert (found.state, found.applicant) == (ApplicationState.WITHDRAWN, None)
    assert found.details == found.details.impersonal
    assert await reception.told() == [(SOFIA, ApplicationWithdrawn(sent.id, voting=True))]


async def test_the_data_of_a_refused_application_can_be_erased(reception: Reception) -> None:
    sent = await reception.applies()
    with pytest.raises(ApplicationIsSent):
        await reception.applications.forget(applicant_of(sent), sent.id)
    await reception.queue.refuse(SOFIA, sent.id, "Мария Белова не прислала устав")

    card = await reception.applications.forget(applicant_of(sent), sent.id)

    assert (card.application.details.leader, card.application.reason) == ("", "")
    assert card.application.state is ApplicationState.REFUSED


async def test_a_discarded_draft_is_gone_but_what_was_sent_is_not_discarded(
    reception: Reception,
) -> None:
    draft = await reception.drafts()
    await reception.applications.discard(applicant_of(draft), draft.id)
    assert await reception.found(draft) is None
    sent = await reception.applies()
    with pytest.raises(ApplicationIsSent):
        await reception.applications.discard(applicant_of(sent), sent.id)


async def test_acts_are_in_the_audit_log(reception: Reception) -> None:
    sent = await reception.applies()
    await reception.queue.ask(SOFIA, sent.id, "Где устав?")
    await reception.applications.withdraw(applicant_of(sent), sent.id)
    other = await reception.applies()
    await reception.queue.refuse(SOFIA, other.id, "Нет")

    assert await reception.audited() == [
        (sent.applicant, "application.consent", f"member:{sent.applicant}"),
        (sent.applicant, "application.send", f"application:{sent.id}"),
        (SOFIA, "application.ask", f"application:{sent.id}"),
        (sent.applicant, "application.withdraw", f"application:{sent.id}"),
        (sent.applicant, "application.send", f"application:{other.id}"),
        (SOFIA, "application.refuse", f"application:{other.id}"),
    ]


# --- the queue, and who may what ------------------------------------------------------------------


async def test_the_queue_shows_the_longest_waiting_first_and_no_drafts(
    reception: Reception,
) -> None:
    first = await reception.applies()
    await reception.drafts(TelegramId(79), inn="6645007714", ogrn="1046604500029")
    second = await reception.applies(PETER, inn=OTHER_INN, ogrn=OTHER_OGRN)

    queue = await reception.queue.waiting(SOFIA)

    assert [card.application.id for card in queue.cards] == [first.id, second.id]


async def test_what_was_chosen_is_kept_while_it_waits(reception: Reception) -> None:
    first = await reception.applies()
    second = await reception.applies(PETER, inn=OTHER_INN, ogrn=OTHER_OGRN)
    with pytest.raises(NothingChosen):
        await reception.queue.plan(SOFIA)
    for application in (first, second, second):
        await reception.queue.choose(SOFIA, application.id, chosen=True)
    plan = await reception.queue.plan(SOFIA, timedelta(days=2))
    assert [candidate.application for candidate in plan.candidates] == [first.id, second.id]
    assert (plan.kind, plan.preset) == (PollKind.ADMISSION, "admission")
    assert timedelta(days=2) - (plan.closes_at - reception.clock.now()) < timedelta(minutes=1)

    await reception.applications.withdraw(applicant_of(first), first.id)

    left = await reception.queue.plan(SOFIA)
    assert [candidate.application for candidate in left.candidates] == [second.id]
    await reception.queue.choose(SOFIA, second.id, chosen=False)
    assert (await reception.queue.waiting(SOFIA)).chosen == ()


async def test_without_a_preset_nothing_is_put_to_the_vote(reception: Reception) -> None:
    sent = await reception.applies()
    await reception.queue.choose(SOFIA, sent.id, chosen=True)
    bare = ApplicationQueue(reception.database, reception.clock, some_rules())

    with pytest.raises(AdmissionNotPlanned):
        await bare.plan(SOFIA)


Act = Callable[[Reception, MemberId, ApplicationId], Awaitable[Any]]
DESK: list[Act] = [
    lambda reception, actor, _: reception.queue.waiting(actor),
    lambda reception, actor, _: reception.queue.plan(actor),
    lambda reception, actor, one: reception.queue.look(actor, one),
    lambda reception, actor, one: reception.queue.choose(actor, one, chosen=True),
    lambda reception, actor, one: reception.queue.ask(actor, one, "?"),
    lambda reception, actor, one: reception.queue.refuse(actor, one, "Нет"),
]
OWN: list[Act] = [
    lambda reception, actor, one: reception.applications.look(actor, one),
    lambda reception, actor, one: reception.applications.turn_to(actor, one, Step.INN),
    lambda reception, actor, one: reception.applications.put_aside(actor, one),
    lambda reception, actor, one: reception.applications.skip(actor, one, Step.EMAIL),
    lambda reception, actor, one: reception.applications.detach(actor, one, 0),
    lambda reception, actor, one: reception.applications.discard(actor, one),
    lambda reception, actor, one: reception.applications.send(actor, one),
    lambda reception, actor, one: reception.applications.reply(actor, one, "Вот"),
    lambda reception, actor, one: reception.applications.withdraw(actor, one),
    lambda reception, actor, one: reception.applications.forget(actor, one),
]


@pytest.mark.parametrize("act", DESK)
@pytest.mark.parametrize("actor", [BORIS, CLARA])
async def test_the_desk_is_the_chairs_and_the_secretarys(
    reception: Reception, act: Act, actor: MemberId
) -> None:
    sent = await reception.applies()

    with pytest.raises(OnlyForPresiding):
        await act(reception, actor, sent.id)
    with pytest.raises(OnlyForPresiding):
        await act(reception, applicant_of(sent), sent.id)


@pytest.mark.parametrize("act", OWN)
async def test_nobody_touches_an_application_that_is_not_theirs(
    reception: Reception, act: Act
) -> None:
    draft, sent = (
        await reception.drafts(),
        await reception.applies(PETER, inn=OTHER_INN, ogrn=OTHER_OGRN),
    )

    for application in (draft.id, sent.id, ApplicationId(999)):
        for actor in (BORIS, SOFIA):
            with pytest.raises(ApplicationNotFound):
                await act(reception, actor, application)


@pytest.mark.parametrize("act", DESK[2:])
async def test_a_draft_is_its_applicants_alone(reception: Reception, act: Act) -> None:
    draft = await reception.drafts()

    with pytest.raises(ApplicationNotFound):
        await act(reception, SOFIA, draft.id)


async def test_the_council_reads_an_application_once_it_votes_on_it(reception: Reception) -> None:
    sent = await reception.applies()
    refused: list[type[Refusal]] = [ApplicationNotFound, ApplicationNotFound]
    for reader, refusal in zip((CLARA, BORIS), refused, strict=True):
        with pytest.raises(refusal):
            await reception.applications.read(reader, sent.id)

    await reception.votes_on(sent)

    assert (await reception.applications.read(CLARA, sent.id)).application.id == sent.id
    assert (await reception.applications.read(SOFIA, sent.id)).application.id == sent.id
    with pytest.raises(ApplicationNotFound):
        await reception.applications.read(BORIS, sent.id)

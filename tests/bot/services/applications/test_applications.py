"""What applicants and the secretary do, on a real database; what each of them may."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.config_voting import Voting
from bot.domain.applications.applications import (
    Application,
    ApplicationFile,
    ApplicationState,
    FileKind,
)
from bot.domain.applications.details import Step
from bot.domain.applications.notices import (
    ApplicationAsked,
    ApplicationRefused,
    ApplicationReplied,
    ApplicationSent,
    ApplicationWithdrawn,
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
    TooManyFiles,
)
from bot.domain.notices import Subject
from bot.domain.people.members import MemberId, Role, TelegramId
from bot.domain.people.people import OrganisationDetails, PersonDetails
from bot.domain.polls.plans import ApplicationId, Candidate, CandidateId, PollKind
from bot.domain.refusals import ButtonTooOld, ConsentMissing, OnlyForPresiding, Refusal
from bot.services.applications.applications import Applications
from bot.services.applications.queue import ApplicationQueue
from bot.services.people.members import Members
from bot.services.polls.polls import Polls
from bot.services.rules import VotingPolicy
from sandbox.clock import SandboxClock
from storage.database import Database
from storage.stores import Stores
from tests.alliance import some_rules
from tests.applicants import INN, OGRN, OTHER_INN, OTHER_OGRN
from tests.databases import query
from tests.people import consented, joined
from tests.polling import a_motion

SOFIA, BORIS, CLARA = MemberId(1), MemberId(2), MemberId(3)
MASHA, PETER = TelegramId(77), TelegramId(78)
FILE = ApplicationFile(FileKind.PHOTO, "picture")


class Office:
    """A secretary, a member, a member of the council, and whoever applies."""

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
            candidates=(candidate,),
            closes_at=self.clock.now() + timedelta(days=3),
        )
        await self.polls.open(SOFIA, plan)


def applicant_of(application: Application) -> MemberId:
    assert application.applicant is not None
    return application.applicant


@pytest.fixture
async def office(database: Database, clock: SandboxClock) -> Office:
    def write(tx: Stores) -> None:
        for member, role in ((SOFIA, Role.SECRETARY), (BORIS, None), (CLARA, Role.COUNCIL)):
            roles = frozenset({role} if role else ())
            joined(tx, PersonDetails(f"Участник {member}", roles=roles), clock.now())

    await database.write(write)
    return Office(database, clock)


# --- coming in ------------------------------------------------------------------------------------


async def test_the_consent_makes_a_guest_of_a_stranger_and_nothing_before_it(
    office: Office,
) -> None:
    with pytest.raises(ButtonTooOld):
        await office.applications.enter(MASHA, "Маша", "en", 2)
    assert await office.members.recognise(MASHA) is None

    masha = await office.applications.enter(MASHA, "  <b>Маша</b> \n", "en", 1)

    assert (masha.guest, masha.name, masha.language) == (True, "<b>Маша</b>", "en")
    assert masha.consents_to(1)
    again = await office.applications.enter(MASHA, "Мария", "ru", 1)
    assert again == masha


async def test_a_guest_with_an_older_consent_gives_the_one_in_force(office: Office) -> None:
    masha = await office.enters()
    newer = Applications(office.database, office.clock, some_rules(consent_version=2))
    with pytest.raises(ConsentMissing):
        await newer.begin(masha)

    await newer.enter(MASHA, "Маша", "ru", 2)

    assert (await newer.begin(masha)).application.step is Step.INN


async def test_a_guest_of_an_event_consents_to_an_application_before_the_first_one(
    office: Office,
) -> None:
    def enter(tx: Stores) -> MemberId:
        guest = tx.members.add_guest("Маша")
        consented(tx, guest, office.clock.now(), telegram_id=MASHA)
        return guest

    guest = await office.database.write(enter)
    with pytest.raises(ConsentMissing):
        await office.applications.begin(guest)

    await office.applications.enter(MASHA, "Маша", "ru", 1)

    assert (await office.applications.begin(guest)).application.step is Step.INN
    assert await office.audited() == [(guest, "application.consent", f"member:{guest}")]


# --- filling in -----------------------------------------------------------------------------------


async def test_each_answer_is_saved_and_a_wrong_one_leaves_the_draft_as_it_is(
    office: Office,
) -> None:
    masha = await office.enters()
    begun = (await office.applications.begin(masha)).application
    with pytest.raises(InnUnreadable):
        await office.applications.answer(masha, "66")
    assert await office.applications.asked(masha) == begun

    await office.applications.answer(masha, INN)

    draft = await office.applications.asked(masha)
    assert draft is not None
    assert (draft.step, draft.details.inn) == (Step.OGRN, INN)
    resumed = await office.applications.begin(masha)
    assert resumed.application == draft, "there is one draft"


async def test_the_button_of_an_earlier_question_skips_nothing(office: Office) -> None:
    draft = await office.drafts()
    masha = applicant_of(draft)
    await office.applications.turn_to(masha, draft.id, Step.LEADER)

    card = await office.applications.skip(masha, draft.id, Step.SHORT_NAME)
    forged = await office.applications.skip(masha, draft.id, Step.LEADER)

    assert card.application.step is forged.application.step is Step.LEADER
    assert forged.application.details.leader == "Мария Белова"


async def test_a_municipality_is_spelt_as_the_alliance_spells_it(office: Office) -> None:
    other = OrganisationDetails("Фонд", "", OTHER_INN, OTHER_OGRN, "Верхняя Ёлка")
    await office.database.write(lambda tx: tx.organisations.add(other))
    draft = await office.drafts()
    masha = applicant_of(draft)
    await office.applications.turn_to(masha, draft.id, Step.MUNICIPALITY)

    card = await office.applications.answer(masha, "верхняя  елка")

    assert card.application.details.municipality == "Верхняя Ёлка"


async def test_the_sixth_file_is_refused(office: Office) -> None:
    draft = await office.drafts()
    for _ in range(5):
        await office.applications.attach(applicant_of(draft), FILE)

    with pytest.raises(TooManyFiles):
        await office.applications.attach(applicant_of(draft), FILE)
    card = await office.applications.detach(applicant_of(draft), draft.id, 0)
    assert len(card.application.files) == 4


async def test_a_member_organisation_is_told_that_it_is_one(office: Office) -> None:
    fund = OrganisationDetails("Фонд", "ФНД", INN, OGRN, "")
    await office.database.write(lambda tx: tx.organisations.add(fund))
    masha = await office.enters()
    await office.applications.begin(masha)

    with pytest.raises(OrganisationIsMember) as refused:
        await office.applications.answer(masha, INN)
    assert refused.value.name == "ФНД"
    await office.applications.answer(masha, OTHER_INN)
    with pytest.raises(OrganisationIsMember):
        await office.applications.answer(masha, OGRN)


async def test_two_cannot_apply_for_one_organisation_nor_send_at_the_same_time(
    office: Office,
) -> None:
    first, second = await office.drafts(MASHA), await office.drafts(PETER)
    await office.applications.send(applicant_of(first), first.id)

    with pytest.raises(ApplicationIsOpen):
        await office.applications.send(applicant_of(second), second.id)
    await office.applications.turn_to(applicant_of(second), second.id, Step.INN)
    with pytest.raises(ApplicationIsOpen):
        await office.applications.answer(applicant_of(second), INN)


async def test_an_organisation_may_apply_again_after_a_refusal(office: Office) -> None:
    first = await office.applies()
    await office.queue.refuse(SOFIA, first.id, "Нет устава")

    second = await office.applies()

    assert second.is_queued


async def test_one_person_applies_for_two_organisations(office: Office) -> None:
    first = await office.applies()
    second = await office.applies(inn=OTHER_INN, ogrn=OTHER_OGRN)

    assert first.applicant == second.applicant
    mine = await office.applications.mine(applicant_of(first))
    assert [card.application.id for card in mine] == [second.id, first.id]


async def test_sending_twice_tells_the_secretary_once(office: Office) -> None:
    draft = await office.drafts()
    for _ in range(2):
        await office.applications.send(applicant_of(draft), draft.id)

    assert await office.told() == [(SOFIA, ApplicationSent(draft.id))]


# --- asked, refused, taken back -------------------------------------------------------------------


async def test_a_question_goes_to_the_applicant_and_the_answer_comes_back(office: Office) -> None:
    sent = await office.applies()
    await office.told()
    asked = await office.queue.ask(SOFIA, sent.id, "Где устав?")
    question = asked.remarks[0]
    assert await office.told() == [(sent.applicant, ApplicationAsked(sent.id, question.id))]

    replied = await office.applications.reply(applicant_of(sent), sent.id, "Вот он", FILE)

    answer = replied.remarks[1]
    assert await office.told() == [(SOFIA, ApplicationReplied(sent.id, answer.id))]
    assert replied.application.state is ApplicationState.SUBMITTED
    assert replied.application.files == (FILE,)
    seen = await office.queue.look(SOFIA, sent.id)
    assert [(one.by_applicant, one.text) for one in seen.remarks] == [
        (False, "Где устав?"),
        (True, "Вот он"),
    ]


async def test_an_answer_to_no_question_is_refused(office: Office) -> None:
    sent = await office.applies()

    with pytest.raises(NothingAsked):
        await office.applications.reply(applicant_of(sent), sent.id, "Привет", None)


async def test_a_refusal_without_a_vote_gives_its_reason(office: Office) -> None:
    sent = await office.applies()
    await office.told()

    card = await office.queue.refuse(SOFIA, sent.id, "Нет устава")

    assert (card.application.state, card.application.reason) == (
        ApplicationState.REFUSED,
        "Нет устава",
    )
    assert await office.told() == [(sent.applicant, ApplicationRefused(sent.id))]
    with pytest.raises(ApplicationIsOver):
        await office.queue.refuse(SOFIA, sent.id, "Ещё раз")


async def test_the_secretary_cannot_refuse_what_the_council_votes_on(office: Office) -> None:
    sent = await office.applies()
    await office.votes_on(sent)

    with pytest.raises(ApplicationIsDecidedByVote):
        await office.queue.refuse(SOFIA, sent.id, "Нет")
    with pytest.raises(ApplicationNotWaiting):
        await office.queue.choose(SOFIA, sent.id, chosen=True)


@pytest.mark.parametrize("voting", [False, True])
async def test_whoever_withdraws_is_forgotten_and_the_secretary_is_told(
    office: Office, voting: bool
) -> None:
    sent = await office.applies()
    await office.queue.ask(SOFIA, sent.id, "Где устав?")
    await office.applications.reply(applicant_of(sent), sent.id, "Вот он", FILE)
    if voting:
        await office.votes_on(sent)
    await office.told()

    card = await office.applications.withdraw(applicant_of(sent), sent.id)

    assert card.application.state is ApplicationState.WITHDRAWN
    assert (card.application.details.leader, card.application.files, card.remarks) == ("", (), ())
    assert await office.told() == [(SOFIA, ApplicationWithdrawn(sent.id, voting))]
    with pytest.raises(ApplicationIsOver):
        await office.applications.withdraw(applicant_of(sent), sent.id)


async def test_erasing_an_applicant_withdraws_what_is_open(office: Office) -> None:
    sent = await office.applies()
    await office.votes_on(sent)
    await office.told()

    await office.members.erase(applicant_of(sent))

    found = await office.found(sent)
    assert found is not None
    assert (found.state, found.applicant) == (ApplicationState.WITHDRAWN, None)
    assert found.details == found.details.impersonal
    assert await office.told() == [(SOFIA, ApplicationWithdrawn(sent.id, voting=True))]


async def test_the_data_of_a_refused_application_can_be_erased(office: Office) -> None:
    sent = await office.applies()
    with pytest.raises(ApplicationIsSent):
        await office.applications.forget(applicant_of(sent), sent.id)
    await office.queue.refuse(SOFIA, sent.id, "Мария Белова не прислала устав")

    card = await office.applications.forget(applicant_of(sent), sent.id)

    assert (card.application.details.leader, card.application.reason) == ("", "")
    assert card.application.state is ApplicationState.REFUSED


async def test_a_discarded_draft_is_gone_but_what_was_sent_is_not_discarded(
    office: Office,
) -> None:
    draft = await office.drafts()
    await office.applications.discard(applicant_of(draft), draft.id)
    assert await office.found(draft) is None
    sent = await office.applies()
    with pytest.raises(ApplicationIsSent):
        await office.applications.discard(applicant_of(sent), sent.id)


async def test_acts_are_in_the_audit_log(office: Office) -> None:
    sent = await office.applies()
    await office.queue.ask(SOFIA, sent.id, "Где устав?")
    await office.applications.withdraw(applicant_of(sent), sent.id)
    other = await office.applies()
    await office.queue.refuse(SOFIA, other.id, "Нет")

    assert await office.audited() == [
        (sent.applicant, "application.consent", f"member:{sent.applicant}"),
        (sent.applicant, "application.send", f"application:{sent.id}"),
        (SOFIA, "application.ask", f"application:{sent.id}"),
        (sent.applicant, "application.withdraw", f"application:{sent.id}"),
        (sent.applicant, "application.send", f"application:{other.id}"),
        (SOFIA, "application.refuse", f"application:{other.id}"),
    ]


# --- the queue, and who may what ------------------------------------------------------------------


async def test_the_queue_shows_the_longest_waiting_first_and_no_drafts(office: Office) -> None:
    first = await office.applies()
    await office.drafts(TelegramId(79), inn="6645007714", ogrn="1046604500029")
    second = await office.applies(PETER, inn=OTHER_INN, ogrn=OTHER_OGRN)

    queue = await office.queue.waiting(SOFIA)

    assert [card.application.id for card in queue.cards] == [first.id, second.id]


async def test_what_was_chosen_is_kept_while_it_waits(office: Office) -> None:
    first = await office.applies()
    second = await office.applies(PETER, inn=OTHER_INN, ogrn=OTHER_OGRN)
    with pytest.raises(NothingChosen):
        await office.queue.plan(SOFIA)
    for application in (first, second, second):
        await office.queue.choose(SOFIA, application.id, chosen=True)
    plan = await office.queue.plan(SOFIA, timedelta(days=2))
    assert [candidate.application for candidate in plan.candidates] == [first.id, second.id]
    assert (plan.kind, plan.preset) == (PollKind.ADMISSION, "admission")
    assert timedelta(days=2) - (plan.closes_at - office.clock.now()) < timedelta(minutes=1)

    await office.applications.withdraw(applicant_of(first), first.id)

    left = await office.queue.plan(SOFIA)
    assert [candidate.application for candidate in left.candidates] == [second.id]
    await office.queue.choose(SOFIA, second.id, chosen=False)
    assert (await office.queue.waiting(SOFIA)).chosen == ()


async def test_without_a_preset_nothing_is_put_to_the_vote(office: Office) -> None:
    sent = await office.applies()
    await office.queue.choose(SOFIA, sent.id, chosen=True)
    bare = ApplicationQueue(office.database, office.clock, some_rules())

    with pytest.raises(AdmissionNotPlanned):
        await bare.plan(SOFIA)


Act = Callable[[Office, MemberId, ApplicationId], Awaitable[Any]]
DESK: list[Act] = [
    lambda office, actor, _: office.queue.waiting(actor),
    lambda office, actor, _: office.queue.plan(actor),
    lambda office, actor, one: office.queue.look(actor, one),
    lambda office, actor, one: office.queue.choose(actor, one, chosen=True),
    lambda office, actor, one: office.queue.ask(actor, one, "?"),
    lambda office, actor, one: office.queue.refuse(actor, one, "Нет"),
]
OWN: list[Act] = [
    lambda office, actor, one: office.applications.look(actor, one),
    lambda office, actor, one: office.applications.turn_to(actor, one, Step.INN),
    lambda office, actor, one: office.applications.put_aside(actor, one),
    lambda office, actor, one: office.applications.skip(actor, one, Step.EMAIL),
    lambda office, actor, one: office.applications.detach(actor, one, 0),
    lambda office, actor, one: office.applications.discard(actor, one),
    lambda office, actor, one: office.applications.send(actor, one),
    lambda office, actor, one: office.applications.reply(actor, one, "Вот"),
    lambda office, actor, one: office.applications.withdraw(actor, one),
    lambda office, actor, one: office.applications.forget(actor, one),
]


@pytest.mark.parametrize("act", DESK)
@pytest.mark.parametrize("actor", [BORIS, CLARA])
async def test_the_desk_is_the_chairs_and_the_secretarys(
    office: Office, act: Act, actor: MemberId
) -> None:
    sent = await office.applies()

    with pytest.raises(OnlyForPresiding):
        await act(office, actor, sent.id)
    with pytest.raises(OnlyForPresiding):
        await act(office, applicant_of(sent), sent.id)


@pytest.mark.parametrize("act", OWN)
async def test_nobody_touches_an_application_that_is_not_theirs(office: Office, act: Act) -> None:
    draft, sent = await office.drafts(), await office.applies(PETER, inn=OTHER_INN, ogrn=OTHER_OGRN)

    for application in (draft.id, sent.id, ApplicationId(999)):
        for actor in (BORIS, SOFIA):
            with pytest.raises(ApplicationNotFound):
                await act(office, actor, application)


@pytest.mark.parametrize("act", DESK[2:])
async def test_a_draft_is_its_applicants_alone(office: Office, act: Act) -> None:
    draft = await office.drafts()

    with pytest.raises(ApplicationNotFound):
        await act(office, SOFIA, draft.id)


async def test_the_council_reads_an_application_once_it_votes_on_it(office: Office) -> None:
    sent = await office.applies()
    refused: list[type[Refusal]] = [ApplicationNotFound, ApplicationNotFound]
    for reader, refusal in zip((CLARA, BORIS), refused, strict=True):
        with pytest.raises(refusal):
            await office.applications.read(reader, sent.id)

    await office.votes_on(sent)

    assert (await office.applications.read(CLARA, sent.id)).application.id == sent.id
    assert (await office.applications.read(SOFIA, sent.id)).application.id == sent.id
    with pytest.raises(ApplicationNotFound):
        await office.applications.read(BORIS, sent.id)

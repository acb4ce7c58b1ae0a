"""The council votes on applications: what becomes of the organisations and of those who applied."""

from dataclasses import replace
from typing import Any

import pytest

from bot.domain.applications.applications import Application, ApplicationState
from bot.domain.applications.details import Details, Step
from bot.domain.applications.ids import ApplicationId
from bot.domain.applications.notices import (
    AdmissionAnnounced,
    ApplicationAdmitted,
    ApplicationDelayed,
    ApplicationPutToVote,
    ApplicationRefused,
    ApplicationWithdrawn,
    Votes,
)
from bot.domain.applications.refusals import ApplicationNotFound, ApplicationNotWaiting
from bot.domain.notices import Subject
from bot.domain.people.members import (
    Member,
    MemberId,
    Organisation,
    OrganisationId,
    Role,
    TelegramId,
)
from bot.domain.people.people import OrganisationDetails, PersonDetails
from bot.domain.polls.plans import Candidate, CandidateId, PollKind
from bot.domain.polls.polls import PollId
from bot.services.applications.admissions import put_back
from bot.services.applications.applications import Applications
from bot.services.people.members import Members
from bot.services.rules import AllianceRules
from storage.engine.database import Database
from storage.stores import Stores
from tests.applicants import INN, OGRN, OTHER_INN, OTHER_OGRN
from tests.councils import CHAIR, CLOSES, COUNCIL, DAY, GROUP, HOUR, NOON, Assembly
from tests.halls import refused
from tests.people import consented, joined

YES, NO = "for", "against"
MASHA, PETER = TelegramId(77), TelegramId(78)
DETAILS = Details(
    inn=INN,
    ogrn=OGRN,
    name="АНО «Тёплый дом»",
    short_name="ТД",
    municipality="Ревда",
    leader="Мария Белова",
    position="директор",
    phone="+79123456789",
    email="dom@example.org",
    about="Помогаем.",
)
OTHER = replace(DETAILS, inn=OTHER_INN, ogrn=OTHER_OGRN, short_name="Ёж", leader="Ёж Ежович")


class Council(Assembly):
    """A council of nine, and those who apply."""

    def __init__(self, database: Database, announce: tuple[int, ...] = (GROUP,)) -> None:
        super().__init__(database)
        policy = replace(self.rules.voting, announce=announce)
        self._settles(replace(self.rules, voting=policy, quiet_hours=None))

    def _settles(self, rules: AllianceRules) -> None:
        self.rules = self.polls._source = self.ballots._source = rules
        self.applications = Applications(self.database, self.clock, rules)
        self.members = Members(
            self.database, self.clock, rules=rules, administrators=frozenset(), language="ru"
        )

    async def receives(
        self, details: Details = DETAILS, telegram_id: TelegramId = MASHA
    ) -> Application:
        """Receive an application of a guest."""
        applicant = await self.applications.enter(telegram_id, "masha_77", "en", 1)
        return await self.receives_from(applicant.id, details)

    async def receives_from(self, applicant: MemberId, details: Details) -> Application:
        def write(tx: Stores) -> ApplicationId:
            draft = tx.applications.draft_of(applicant)
            draft = draft or tx.applications.get(tx.applications.add(applicant, NOON))
            assert draft is not None
            full = replace(draft, details=details, step=Step.REVIEW, reached=Step.REVIEW)
            tx.applications.save(full.sent(NOON))
            return full.id

        return await self.application(await self.database.write(write))

    async def votes_on(self, *applications: Application, **plan: Any) -> PollId:
        candidates = tuple(
            Candidate(CandidateId(number), application.details.display_name, application.id)
            for number, application in enumerate(applications, 1)
        )
        return await self.opens(kind=PollKind.ADMISSION, candidates=candidates, **plan)

    async def decides(self, poll: PollId, *ballots: str) -> None:
        """Have members of the council vote, one ballot each, and let the deadline pass."""
        for member, ballot in zip(COUNCIL, ballots, strict=False):
            await self.casts(member, poll, ballot)
        await self.closes(poll)

    async def application(self, application: ApplicationId) -> Application:
        found = await self.database.read(lambda tx: tx.applications.get(application))
        assert found is not None
        return found

    async def person(self, telegram_id: TelegramId = MASHA) -> Member:
        found = await self.database.read(lambda tx: tx.members.by_telegram(telegram_id))
        assert found is not None
        return found

    async def organisation(self, inn: str = INN) -> Organisation | None:
        return await self.database.read(lambda tx: tx.organisations.by_inn(inn))

    async def heard(self) -> list[tuple[int, Subject]]:
        """Return the news of applications in the outbox, each to whom; they are taken out."""

        def take(tx: Stores) -> list[tuple[int, Subject]]:
            taken: list[tuple[int, Subject]] = []
            while claimed := tx.outbox.claim(self.clock.now(), 100):
                for one in claimed:
                    tx.outbox.save_dropped(one, self.clock.now())
                    if "application" in one.notice.key or "admission" in one.notice.key:
                        addressee = one.notice.recipient or one.notice.chat
                        assert addressee is not None
                        taken.append((addressee, one.notice.subject))
            return taken

        return await self.database.write(take)


@pytest.fixture
async def council(database: Database) -> Council:
    gathered = Council(database)
    await gathered.gathers(0)
    return gathered


def all_say(word: str, candidates: int = 1) -> list[str]:
    """Return nine ballots that say the same of every candidate."""
    return [",".join(f"{n}:{word}" for n in range(1, candidates + 1))] * len(COUNCIL)


# --- taken up -------------------------------------------------------------------------------------


async def test_an_application_that_is_voted_on_leaves_the_queue_and_the_applicant_hears_of_it(
    council: Council,
) -> None:
    sent = await council.receives()
    poll = await council.votes_on(sent)

    voting = await council.application(sent.id)
    assert (voting.state, voting.poll) == (ApplicationState.VOTING, poll)
    assert await council.heard() == [(sent.applicant, ApplicationPutToVote(sent.id))]
    card = await council.applications.look(MemberId(sent.applicant or 0), sent.id)
    assert card.closes_at == CLOSES


async def test_an_application_is_in_one_poll_at_a_time(council: Council) -> None:
    sent = await council.receives()
    await council.votes_on(sent)

    with refused(ApplicationNotWaiting):
        await council.votes_on(sent)
    with refused(ApplicationNotFound):
        await council.votes_on(replace(sent, id=ApplicationId(99)))

    assert await council.rows("SELECT count(*) FROM polls") == [(1,)]


async def test_a_scheduled_poll_that_is_changed_lets_go_of_what_it_no_longer_votes_on(
    council: Council,
) -> None:
    one = await council.receives()
    two = await council.receives(OTHER, PETER)
    poll = await council.votes_on(one, opens_at=NOON + HOUR)
    plan = await council.polls.plan(CHAIR, poll)
    await council.heard()

    other = Candidate(CandidateId(1), "Ёж", two.id)
    await council.polls.change(CHAIR, poll, replace(plan, candidates=(other,)))

    assert (await council.application(one.id)).state is ApplicationState.SUBMITTED
    assert (await council.application(two.id)).poll == poll
    assert await council.heard() == [(two.applicant, ApplicationPutToVote(two.id))]


async def test_a_cancelled_poll_gives_its_applications_back(council: Council) -> None:
    sent = await council.receives()
    poll = await council.votes_on(sent)
    await council.heard()

    await council.polls.cancel(CHAIR, poll, "Ошиблись датой")

    waiting = await council.application(sent.id)
    assert (waiting.state, waiting.poll) == (ApplicationState.SUBMITTED, None)
    assert await council.heard() == [(sent.applicant, ApplicationDelayed(sent.id))]
    again = await council.votes_on(sent)
    assert (await council.application(sent.id)).poll == again


async def test_a_poll_has_no_say_over_what_another_one_votes_on(council: Council) -> None:
    sent = await council.receives()
    first = await council.found(await council.votes_on(sent))
    await council.polls.cancel(CHAIR, first.id, "Ошиблись датой")
    second = await council.votes_on(sent)
    await council.heard()

    await council.database.write(lambda tx: put_back(tx, first, council.rules, NOON))

    assert (await council.application(sent.id)).poll == second
    assert await council.heard() == []


async def test_a_poll_that_could_not_open_gives_its_applications_back(council: Council) -> None:
    sent = await council.receives()
    await council.votes_on(sent, opens_at=NOON + HOUR)
    council.clock.time = CLOSES

    await council.polls.open_due()

    assert (await council.application(sent.id)).is_queued


# --- the outcome ----------------------------------------------------------------------------------


async def test_an_adopted_leader_becomes_a_person_of_a_member_organisation(
    council: Council,
) -> None:
    sent = await council.receives()
    guest = await council.person()
    poll = await council.votes_on(sent)
    await council.heard()

    await council.decides(poll, *all_say(YES))

    organisation, masha = await council.organisation(), await council.person()
    assert organisation == Organisation(
        id=OrganisationId(1),
        name="АНО «Тёплый дом»",
        short_name="ТД",
        inn=INN,
        ogrn=OGRN,
        municipality="Ревда",
        leader=masha.id,
    )
    assert (masha.name, masha.position, masha.guest) == ("Мария Белова", "директор", False)
    assert (masha.organisation_name, masha.language) == ("ТД", "en")
    assert masha.roles == {Role.LEADER}
    assert masha.consents_to(1), "the consent of the applicant holds"
    details = await council.database.read(lambda tx: tx.members.details(masha.id))
    assert (details.phone, details.email) == ("+79123456789", "dom@example.org")
    forgotten = await council.database.read(lambda tx: tx.members.get(guest.id))
    assert forgotten is not None
    assert forgotten.telegram_id is None
    admitted = await council.application(sent.id)
    assert (admitted.state, admitted.applicant) == (ApplicationState.ADMITTED, masha.id)
    assert await council.heard() == [
        (masha.id, ApplicationAdmitted(sent.id, joined=True)),
        (GROUP, AdmissionAnnounced(sent.id)),
    ]
    kept = await council.rows("SELECT actor_id, act, subject FROM audit WHERE act LIKE '%.admit'")
    assert kept == [(None, "application.admit", f"application:{sent.id}")]


async def test_a_representative_becomes_a_delegate_and_the_leader_is_yet_to_be_invited(
    council: Council,
) -> None:
    sent = await council.receives(replace(DETAILS, representative="Пётр Ёлкин"))

    await council.decides(await council.votes_on(sent), *all_say(YES))

    organisation, peter = await council.organisation(), await council.person()
    assert organisation is not None
    head = MemberId(organisation.leader or 0)
    leader = await council.database.read(lambda tx: tx.members.get(head))
    assert leader is not None
    assert (leader.name, leader.position, leader.telegram_id) == ("Мария Белова", "директор", None)
    assert (peter.name, peter.delegate, peter.roles) == ("Пётр Ёлкин", True, frozenset())


async def test_each_of_several_applications_has_its_own_outcome(council: Council) -> None:
    one = await council.receives()
    two = await council.receives(OTHER, PETER)
    poll = await council.votes_on(one, two)
    await council.heard()

    await council.decides(poll, *["1:for,2:against"] * 6)

    assert (await council.application(one.id)).state is ApplicationState.ADMITTED
    assert (await council.application(two.id)).state is ApplicationState.REFUSED
    assert await council.organisation(OTHER_INN) is None
    peter = await council.person(PETER)
    assert peter.guest
    assert (peter.id, ApplicationRefused(two.id)) in await council.heard()


async def test_the_refused_hear_the_numbers_only_where_everybody_does(council: Council) -> None:
    sent = await council.receives()
    poll = await council.votes_on(sent, tells_members=True)
    await council.heard()

    await council.decides(poll, *["1:for"] * 2, *["1:against"] * 3, "1:abstain")

    votes = Votes(in_favour=2, against=3, abstained=1)
    assert await council.heard() == [(sent.applicant, ApplicationRefused(sent.id, votes))]


async def test_without_a_quorum_the_application_waits_again(council: Council) -> None:
    sent = await council.receives()
    poll = await council.votes_on(sent)
    await council.heard()

    await council.decides(poll, "1:for")

    assert (await council.application(sent.id)).state is ApplicationState.SUBMITTED
    assert await council.heard() == [(sent.applicant, ApplicationDelayed(sent.id))]
    assert await council.organisation() is None


async def test_nothing_follows_for_an_application_that_was_withdrawn_during_the_vote(
    council: Council,
) -> None:
    sent = await council.receives()
    poll = await council.votes_on(sent)
    applicant = MemberId(sent.applicant or 0)
    await council.applications.withdraw(applicant, sent.id)
    told = await council.heard()
    assert {subject for who, subject in told if who == CHAIR} == {
        ApplicationWithdrawn(sent.id, voting=True)
    }

    await council.decides(poll, *all_say(YES))

    assert (await council.application(sent.id)).state is ApplicationState.WITHDRAWN
    assert await council.organisation() is None
    assert await council.heard() == []


async def test_an_erased_applicant_is_not_admitted(council: Council) -> None:
    sent = await council.receives()
    poll = await council.votes_on(sent)
    await council.members.erase(MemberId(sent.applicant or 0))
    await council.heard()

    await council.decides(poll, *all_say(YES))

    assert await council.organisation() is None
    assert await council.heard() == []


async def test_nobody_else_hears_of_it_unless_the_configuration_says_so(database: Database) -> None:
    council = Council(database, announce=())
    await council.gathers(0)
    sent = await council.receives()
    poll = await council.votes_on(sent)
    await council.heard()

    await council.decides(poll, *all_say(YES))

    assert [type(subject) for _, subject in await council.heard()] == [ApplicationAdmitted]


# --- meanwhile ------------------------------------------------------------------------------------


async def test_an_organisation_that_was_imported_meanwhile_keeps_what_it_has(
    council: Council,
) -> None:
    sent = await council.receives()
    poll = await council.votes_on(sent)

    def import_(tx: Stores) -> MemberId:
        fund = tx.organisations.add(OrganisationDetails("По уставу", "", INN, None, "Реж"))
        leader = tx.members.add(PersonDetails("Другой Глава"), fund)
        tx.organisations.save_leader(fund, leader)
        return leader

    leader = await council.database.write(import_)
    await council.decides(poll, *all_say(YES))

    organisation, masha = await council.organisation(), await council.person()
    assert organisation is not None
    assert (organisation.name, organisation.short_name) == ("По уставу", "ТД")
    assert (organisation.ogrn, organisation.municipality) == (OGRN, "Реж")
    assert organisation.leader == leader
    assert masha.organisation == organisation.id
    assert (masha.delegate, masha.roles) == (True, frozenset())


async def test_the_guest_becomes_the_person_who_was_imported_by_that_name(council: Council) -> None:
    sent = await council.receives()
    poll = await council.votes_on(sent)

    def import_(tx: Stores) -> MemberId:
        fund = tx.organisations.add(OrganisationDetails("Дом", "", INN, None, ""))
        return tx.members.add(PersonDetails("мария белова"), fund)

    imported = await council.database.write(import_)
    await council.decides(poll, *all_say(YES))

    masha = await council.person()
    assert masha.id == imported
    assert Role.LEADER in masha.roles


async def test_nobody_takes_the_place_of_somebody_who_has_joined(council: Council) -> None:
    sent = await council.receives()
    poll = await council.votes_on(sent)

    def import_(tx: Stores) -> None:
        fund = tx.organisations.add(OrganisationDetails("Дом", "", INN, None, ""))
        joined(tx, PersonDetails("Мария Белова"), NOON, fund, telegram_id=PETER)

    await council.database.write(import_)
    await council.heard()
    await council.decides(poll, *all_say(YES))

    masha = await council.person()
    assert masha.guest
    assert (masha.id, ApplicationAdmitted(sent.id, joined=False)) in await council.heard()


async def test_an_applicant_who_joined_meanwhile_stays_who_they_are(council: Council) -> None:
    sent = await council.receives()
    poll = await council.votes_on(sent)

    def join(tx: Stores) -> MemberId:
        fund = tx.organisations.add(OrganisationDetails("Дом", "", INN, None, ""))
        maria = tx.members.add(PersonDetails("Белова М."), fund)
        guest = tx.members.by_telegram(MASHA)
        assert guest is not None
        tx.members.absorb(guest.id, maria, NOON)
        consented(tx, maria, NOON, telegram_id=MASHA)
        return maria

    maria = await council.database.write(join)
    await council.decides(poll, *all_say(YES))

    found = await council.person()
    assert (found.id, found.name, found.roles) == (maria, "Белова М.", frozenset({Role.LEADER}))
    everybody = await council.database.read(lambda tx: tx.members.all())
    assert [one.id for one in everybody if one.organisation is not None] == [maria]


async def test_who_applied_for_two_organisations_speaks_for_the_first_and_invites_for_the_other(
    council: Council,
) -> None:
    guest = (await council.receives()).applicant
    assert guest is not None
    (one,) = await council.database.read(lambda tx: tx.applications.of_applicant(guest))
    two = await council.receives_from(guest, OTHER)
    poll = await council.votes_on(one, two)
    await council.heard()

    await council.decides(poll, *all_say(YES, 2))

    masha, second = await council.person(), await council.organisation(OTHER_INN)
    assert masha.organisation_name == "ТД"
    assert second is not None
    head = MemberId(second.leader or 0)
    leader = await council.database.read(lambda tx: tx.members.get(head))
    assert leader is not None
    assert (leader.name, leader.telegram_id) == ("Ёж Ежович", None)
    news = [subject for who, subject in await council.heard() if who == masha.id]
    assert news == [
        ApplicationAdmitted(one.id, joined=True),
        ApplicationAdmitted(two.id, joined=False),
    ]


async def test_an_ogrn_that_another_organisation_has_is_left_out(council: Council) -> None:
    sent = await council.receives()
    poll = await council.votes_on(sent)
    other = OrganisationDetails("Чужая", "", OTHER_INN, OGRN, "")
    await council.database.write(lambda tx: tx.organisations.add(other))

    await council.decides(poll, *all_say(YES))

    organisation = await council.organisation()
    assert organisation is not None
    assert organisation.ogrn is None


async def test_what_the_applicant_answered_as_a_guest_counts_for_the_organisation(
    council: Council,
) -> None:
    sent = await council.receives()
    guest = await council.person()

    waiting = "SELECT count(*) FROM notices WHERE member_id = ?"
    poll = await council.votes_on(sent)
    assert await council.rows(waiting, guest.id) == [(1,)]
    council.clock.time += DAY

    await council.decides(poll, *all_say(YES))

    assert await council.rows(waiting, guest.id) == [(0,)], "what waits for the guest follows them"

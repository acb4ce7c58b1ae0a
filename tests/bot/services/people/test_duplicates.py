"""Two records of one person are merged: nothing is lost, and no vote changes."""

from datetime import date, timedelta

import pytest

from bot.domain.directory.cards import CardDetails, ContactKind
from bot.domain.events.rsvps import Answer
from bot.domain.people import refusals
from bot.domain.people.handovers import Handover
from bot.domain.people.members import MemberId, OrganisationId, Role, TelegramId
from bot.domain.people.people import PersonDetails
from bot.domain.polls.voters import VoterId
from bot.domain.refusals import OnlyForAdministrators
from bot.services.events.events import Events
from bot.services.events.rsvps import Rsvps
from bot.services.people.duplicates import Duplicates
from bot.services.people.members import Members
from bot.services.polls.outcomes import seat
from bot.services.polls.verification import verify
from storage.engine.database import Database
from storage.stores import Stores
from tests.alliance import a_plan
from tests.councils import CHAIR, COUNCIL, NOON, OMISSION, Assembly, an_election
from tests.databases import query
from tests.people import joined

DINA, TWIN = MemberId(17), MemberId(18)
VOTER = MemberId(5)
FUND = OrganisationId(1)


@pytest.fixture
async def assembly(database: Database) -> Assembly:
    """The council of nine, three organisations, an administrator, and a second record of one."""
    assembly = Assembly(database)
    await assembly.gathers()
    admin = PersonDetails("Дина", roles=frozenset({Role.ADMINISTRATOR}))
    await database.write(lambda tx: joined(tx, admin, NOON))
    twin = PersonDetails("5 член Совета", "Юрист", "+73433711234", patronymic="Ильич")
    await database.write(lambda tx: tx.members.add(twin, FUND))
    return assembly


@pytest.fixture
def use(assembly: Assembly) -> Duplicates:
    return Duplicates(assembly.database, assembly.clock, assembly.rules)


async def test_records_of_the_same_name_are_offered(use: Duplicates) -> None:
    assert [one.id for one in await use.suspects(DINA, VOTER)] == [TWIN]
    assert await use.suspects(DINA, DINA) == []


async def test_the_kept_record_is_filled_from_the_other_and_goes_on_alone(
    assembly: Assembly, use: Duplicates
) -> None:
    preview = await use.preview(DINA, VOTER, TWIN)
    assert (preview.roles, preview.lost, preview.accounts) == (frozenset(), frozenset(), 1)
    kept = await use.merge(DINA, VOTER, TWIN)
    assert (kept.name, kept.organisation, kept.telegram_id) == ("Член совета 5", FUND, 5)
    details = await assembly.database.read(lambda tx: tx.members.details(VOTER))
    assert (details.position, details.phone) == ("Юрист", "+73433711234")
    assert details.patronymic == "Ильич"
    assert details.roles == {Role.COUNCIL}
    ids = await assembly.database.read(lambda tx: [one.id for one in tx.members.all()])
    assert TWIN not in ids
    acts = await query(assembly.database, "SELECT actor_id, act, subject, details FROM audit")
    assert acts == [(DINA, "member.merge", "member:5", '{"merged": 18}')]


async def test_the_account_the_roles_and_their_days_come_over(
    assembly: Assembly, use: Duplicates
) -> None:
    """The record that an import made is kept, though the person joined with another."""
    since = date(2026, 1, 15)

    def prepare(tx: Stores) -> None:
        tx.members.add_role(VOTER, Role.ORGANISER, since)
        tx.planned_roles.replace(VOTER, Role.ORGANISER, None, date(2027, 1, 1))
        tx.planned_roles.replace(VOTER, Role.COUNCIL, None, date(2027, 2, 1))
        tx.members.add_role(TWIN, Role.COUNCIL, since)
        tx.members.save_language(VOTER, "en")

    await assembly.database.write(prepare)
    preview = await use.preview(DINA, TWIN, VOTER)
    assert preview.roles == {Role.ORGANISER}
    kept = await use.merge(DINA, TWIN, VOTER)
    assert (kept.telegram_id, kept.has_joined, kept.language) == (TelegramId(5), True, "en")
    assert kept.roles == {Role.COUNCIL, Role.ORGANISER}
    known = await assembly.database.read(lambda tx: tx.members.roles_since(Role.ORGANISER))
    assert known[TWIN] == since
    planned = await query(assembly.database, "SELECT member_id, role, day FROM planned_roles")
    assert planned == [(TWIN, "organiser", "2027-01-01")], "the council's seat is for good"
    told = await assembly.told("people.roles_changed")
    assert told == {TWIN: 1}


async def test_of_an_organisation_that_is_given_up_too_no_contact_and_no_offer_come_over(
    assembly: Assembly, use: Duplicates
) -> None:
    delegate, leader, house = MemberId(12), MemberId(13), OrganisationId(2)

    def prepare(tx: Stores) -> MemberId:
        twin = tx.members.add(PersonDetails("Двойник"), house)
        phone = (ContactKind.PHONE, "+73433711234")
        tx.directory.save(house, CardDetails(contacts=(phone,)), twin, NOON)
        tx.handovers.offer(Handover(house, leader, twin, NOON))
        return twin

    twin = await assembly.database.write(prepare)
    assert (await use.merge(DINA, delegate, twin)).organisation == FUND
    assert await query(assembly.database, "SELECT * FROM directory_contacts") == []
    assert await query(assembly.database, "SELECT * FROM handovers") == []


async def test_a_substitute_stays_one(assembly: Assembly, use: Duplicates) -> None:
    delegate = MemberId(12)
    await assembly.database.write(
        lambda tx: tx.members.save_office(delegate, delegate=True, substitute=True)
    )
    kept = await use.merge(DINA, delegate, TWIN)
    assert (kept.delegate, kept.substitute) == (True, True)


async def test_of_two_accounts_that_of_the_kept_record_stays(
    assembly: Assembly, use: Duplicates
) -> None:
    await assembly.database.write(lambda tx: tx.members.bind(TWIN, TelegramId(99), NOON))
    assert (await use.preview(DINA, VOTER, TWIN)).accounts == 2
    await use.merge(DINA, VOTER, TWIN)
    found = await assembly.database.read(lambda tx: tx.members.by_telegram(TelegramId(99)))
    assert found is None


async def test_who_led_another_organisation_leads_it_no_more(
    assembly: Assembly, use: Duplicates
) -> None:
    leader = MemberId(13)  # of the second organisation
    preview = await use.preview(DINA, TWIN, leader)
    assert preview.lost == {Role.LEADER}
    kept = await use.merge(DINA, TWIN, leader)
    assert (kept.organisation, kept.roles) == (FUND, frozenset())
    leaders = await query(assembly.database, "SELECT leader_id FROM organisations ORDER BY id")
    assert leaders == [(11,), (None,), (15,)]


async def test_who_led_the_same_organisation_goes_on_leading_it(
    assembly: Assembly, use: Duplicates
) -> None:
    kept = await use.merge(DINA, TWIN, MemberId(11))
    assert kept.roles == {Role.LEADER}
    leaders = await query(assembly.database, "SELECT leader_id FROM organisations ORDER BY id")
    assert leaders[0] == (TWIN,)


async def test_answers_come_over_and_of_two_that_of_the_kept_record_counts(
    assembly: Assembly, use: Duplicates
) -> None:
    database, clock, rules = assembly.database, assembly.clock, assembly.rules
    await database.write(lambda tx: joined(tx, PersonDetails("Ян"), NOON, telegram_id=77))
    await database.write(lambda tx: tx.members.add_role(DINA, Role.ORGANISER, date(2026, 1, 1)))
    events, rsvps = Events(database, clock, rules), Rsvps(database, clock, rules)
    twin = MemberId(19)
    first, second = [await events.publish(DINA, a_plan(clock, title)) for title in ("Один", "Два")]
    await rsvps.answer(VOTER, first, Answer.GOING)
    await rsvps.answer(twin, first, Answer.DECLINED)
    await rsvps.answer(twin, second, Answer.GOING)
    preview = await use.preview(DINA, VOTER, twin)
    assert (preview.moved, preview.double) == (1, 1)
    await use.merge(DINA, VOTER, twin)
    rows = await query(database, "SELECT event_id, member_id, answer FROM rsvps ORDER BY event_id")
    assert rows == [(first, VOTER, "going"), (second, VOTER, "going")]


async def test_a_record_in_an_open_vote_is_not_given_up(
    assembly: Assembly, use: Duplicates
) -> None:
    await assembly.opens()
    with pytest.raises(refusals.MergedVotes):
        await use.preview(DINA, TWIN, VOTER)
    with pytest.raises(refusals.MergedVotes):
        await use.merge(DINA, TWIN, VOTER)
    with pytest.raises(refusals.BothVote):
        await use.merge(DINA, MemberId(6), VOTER)
    assert await query(assembly.database, "SELECT * FROM audit WHERE act = 'member.merge'") == []
    await use.merge(DINA, VOTER, TWIN)  # the other way round it is possible


async def test_a_candidate_of_a_scheduled_vote_is_not_given_up(
    assembly: Assembly, use: Duplicates
) -> None:
    await assembly.opens(**an_election(TWIN), opens_at=NOON + timedelta(days=1))
    with pytest.raises(refusals.MergedVotes):
        await use.merge(DINA, VOTER, TWIN)


async def test_who_is_left_out_of_a_scheduled_vote_is_not_given_up(
    assembly: Assembly, use: Duplicates
) -> None:
    """The kept record would be new to the council, and have a ballot."""
    some = tuple(VoterId(member) for member in COUNCIL if member != VOTER)
    await assembly.opens(voters=some, omission=OMISSION, opens_at=NOON + timedelta(days=1))
    with pytest.raises(refusals.MergedVotes):
        await use.merge(DINA, TWIN, VOTER)


async def test_past_votes_stay_as_they_were_and_belong_to_the_person(
    assembly: Assembly, use: Duplicates
) -> None:
    poll = await assembly.opens()
    for member in (1, 2, 3, VOTER, 6):
        await assembly.casts(member, poll)
    await assembly.closes(poll)
    tables = ("poll_delegates", "ballots", "entries", "results", "voters")
    before = [await query(assembly.database, f"SELECT * FROM {one}") for one in tables]  # noqa: S608
    assert (await use.preview(DINA, TWIN, VOTER)).votes == 1

    await use.merge(DINA, TWIN, VOTER)

    assert [await query(assembly.database, f"SELECT * FROM {one}") for one in tables] == before  # noqa: S608
    assert (await assembly.database.read(verify)).holds
    data = await assembly.database.read(lambda tx: tx.members.everything(TWIN))
    assert len(data["ballots"]) == 1
    names = await assembly.database.read(lambda tx: tx.members.patronymics())
    assert names[VOTER] == "Ильич", "minutes name anyone who voted with the patronymic"


async def test_who_was_elected_by_a_record_that_was_merged_gets_the_seat(
    assembly: Assembly, use: Duplicates
) -> None:
    """A tie that is settled by lot names the candidate long after the vote."""
    poll = await assembly.opened_earlier(**an_election(TWIN, elects_council=True))
    await assembly.closes(poll)
    await use.merge(DINA, MemberId(10), TWIN)
    found, winner = await assembly.found(poll), an_election(TWIN)["candidates"][0].id
    now = assembly.clock.time
    await assembly.database.write(lambda tx: seat(tx, found, [winner], assembly.rules, now))
    roles = await assembly.database.read(lambda tx: tx.members.details(MemberId(10)).roles)
    assert roles == {Role.COUNCIL}


async def test_what_makes_no_sense_is_refused(assembly: Assembly, use: Duplicates) -> None:
    with pytest.raises(refusals.SamePerson):
        await use.preview(DINA, VOTER, VOTER)
    with pytest.raises(refusals.PersonNotFound):
        await use.preview(DINA, VOTER, MemberId(99))
    await use.merge(DINA, VOTER, TWIN)
    with pytest.raises(refusals.PersonNotFound):
        await use.merge(DINA, VOTER, TWIN)
    await assembly.database.write(lambda tx: tx.rebindings.add(VOTER, TelegramId(303), NOON))
    with pytest.raises(refusals.MergedUnconfirmed):
        await use.merge(DINA, VOTER, MemberId(6))
    for act in (
        use.suspects(CHAIR, VOTER),
        use.preview(CHAIR, VOTER, MemberId(6)),
        use.merge(CHAIR, VOTER, MemberId(6)),
    ):
        with pytest.raises(OnlyForAdministrators):
            await act


async def test_a_name_that_a_colleague_has_already_is_refused(
    assembly: Assembly, use: Duplicates
) -> None:
    namesake = PersonDetails("Член совета 5")
    await assembly.database.write(lambda tx: tx.members.add(namesake, FUND))
    with pytest.raises(refusals.PersonKnown):
        await use.merge(DINA, VOTER, TWIN)


async def test_a_merged_record_that_an_older_backup_brings_back_is_known_as_erased(
    assembly: Assembly, use: Duplicates
) -> None:
    await use.merge(DINA, VOTER, TWIN)
    members = Members(
        assembly.database,
        assembly.clock,
        rules=assembly.rules,
        administrators=frozenset(),
        language="ru",
    )
    await members.erase(VOTER)
    stones = await query(assembly.database, "SELECT kind, subject FROM tombstones ORDER BY number")
    assert stones == [("name", VOTER), ("account", VOTER), ("name", TWIN)]

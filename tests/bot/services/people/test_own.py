"""An organisation's own affairs: who speaks for it, who leads it, who leaves it."""

import json
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest

from bot.domain.events.audiences import EVERYBODY
from bot.domain.events.plans import EventPlan
from bot.domain.events.rsvps import Answer
from bot.domain.notices import MessageRef
from bot.domain.people import refusals
from bot.domain.people.affairs import OwnOrganisation
from bot.domain.people.handovers import VALID_FOR, Handover, Office
from bot.domain.people.members import Member, MemberId, OrganisationId, Role
from bot.domain.polls.plans import Body
from bot.domain.polls.refusals import AuthorityEnded, NotEntitled
from bot.domain.polls.views import PollView
from bot.domain.polls.voters import VoterId
from bot.domain.refusals import NotMember, Refusal
from bot.domain.shown import Shown
from bot.services.events.events import Events
from bot.services.events.rsvps import Rsvps
from bot.services.people.appointments import Appointments
from bot.services.people.handovers import Handovers
from bot.services.people.invitations import issue_everybody
from bot.services.people.memberships import Memberships
from bot.services.people.own import PEOPLE_LIMIT, OwnOrganisations
from bot.services.people.personnel import Personnel
from storage.stores import Stores
from tests.councils import DAY, HOUR, SECRETARY, Assembly
from tests.databases import execute, query
from tests.people import consented

GENERAL = {"body": Body.GENERAL}
FUND, OTHER = OrganisationId(1), OrganisationId(2)
LEADER, DELEGATE, STRANGER = map(MemberId, (11, 12, 13))


@dataclass
class House:
    """«Фонд 001»: its leader 11, its delegate 12; 13 leads another one."""

    assembly: Assembly
    own: OwnOrganisations
    handovers: Handovers

    async def person(self, member: MemberId) -> Member:
        found = await self.assembly.database.read(lambda tx: tx.members.get(member))
        assert found is not None
        return found

    async def leader(self) -> MemberId | None:
        house = await self.assembly.database.read(lambda tx: tx.organisations.get(FUND))
        assert house is not None
        return house.leader

    async def joins(self, name: str) -> MemberId:
        """Have the leader add a colleague, who joins."""
        added = (await self.own.add(LEADER, name, "")).person.id

        now = self.assembly.clock.now()
        await self.assembly.database.write(lambda tx: consented(tx, added, now))
        return added

    async def answers(
        self, member: MemberId, *, accepted: bool, offer: Handover | None = None
    ) -> OwnOrganisation:
        """Have somebody answer the present offer, or an older one by its letter's button."""
        present = await self.assembly.database.read(lambda tx: tx.handovers.of_organisation(FUND))
        meant = offer or present
        number = meant.number if meant is not None else 0
        return await self.handovers.answer(member, number, accepted=accepted)

    async def told(self, kind: str) -> list[int]:
        return sorted((await self.assembly.told(kind)).elements())


@pytest.fixture
async def house(assembly: Assembly) -> House:
    common = assembly.database, assembly.clock, assembly.rules
    return House(assembly, OwnOrganisations(*common), Handovers(*common))


# --- who speaks -----------------------------------------------------------------------------------


async def test_everybody_of_an_organisation_sees_its_people_and_the_leader_names_them(
    house: House,
) -> None:
    seen = await house.own.look(DELEGATE)
    assert [one.name for one in seen.people] == ["Глава 1", "Делегат 1"]
    assert (seen.leads, (await house.own.look(LEADER)).leads) == (False, True)


async def test_a_colleague_is_added_cleaned_and_once(house: House) -> None:
    added = await house.own.add(LEADER, "  Анна   Орлова ", " бухгалтер ")
    assert (added.person.name, added.person.position) == ("Анна Орлова", "бухгалтер")
    assert (added.person.organisation, added.person.has_joined) == (FUND, False)
    with pytest.raises(refusals.PersonKnown):
        await house.own.add(LEADER, "анна орлова", "")
    with pytest.raises(refusals.CellRefused):
        await house.own.add(LEADER, " ", "")


async def test_an_organisation_takes_in_no_more_people_than_the_bot_keeps(house: House) -> None:
    for number in range(PEOPLE_LIMIT - 2):
        await house.own.add(LEADER, f"Коллега {number}", "")
    with pytest.raises(refusals.OrganisationFull):
        await house.own.add(LEADER, "Ещё один", "")


async def test_a_new_delegate_replaces_the_one_so_far_and_the_substitute_stands_beside(
    house: House,
) -> None:
    anna, boris = await house.joins("Анна"), await house.joins("Борис")
    await house.own.appoint(LEADER, anna, Office.DELEGATE)
    await house.own.appoint(LEADER, boris, Office.SUBSTITUTE)
    assert not (await house.person(DELEGATE)).delegate
    first, second = await house.person(anna), await house.person(boris)
    assert (first.delegate, first.substitute) == (True, False)
    assert (second.delegate, second.substitute) == (True, True)
    await house.own.appoint(LEADER, boris, None)
    relieved = await house.person(boris)
    assert (relieved.delegate, relieved.substitute) == (False, False)
    rows = await query(
        house.assembly.database,
        "SELECT subject, details FROM audit WHERE act = 'member.office' ORDER BY id",
    )
    assert [(subject, *json.loads(said).values()) for subject, said in rows] == [
        (f"member:{DELEGATE}", "delegate", None),
        (f"member:{anna}", None, "delegate"),
        (f"member:{boris}", None, "substitute"),
        (f"member:{boris}", "substitute", None),
    ]


async def test_who_is_relieved_casts_nothing_and_who_is_named_later_waits_for_the_next_poll(
    house: House,
) -> None:
    anna = await house.joins("Анна")
    poll = await house.assembly.opens(**GENERAL)
    await house.own.appoint(LEADER, anna, Office.DELEGATE)
    with pytest.raises(AuthorityEnded):
        await house.assembly.casts(DELEGATE, poll, voter=FUND)
    with pytest.raises(NotEntitled):
        await house.assembly.casts(anna, poll, voter=FUND)
    later = await house.assembly.opens(**GENERAL)
    await house.assembly.casts(anna, later, voter=FUND)


ACTS = {
    "add": lambda house, who: house.own.add(who, "Анна", ""),
    "appoint": lambda house, who: house.own.appoint(who, DELEGATE, Office.SUBSTITUTE),
    "relieve": lambda house, who: house.own.appoint(who, DELEGATE, None),
    "uninvite": lambda house, who: house.own.withdraw_invitation(who, DELEGATE),
    "remove": lambda house, who: house.own.remove(who, DELEGATE),
    "offer": lambda house, who: house.handovers.offer(who, DELEGATE),
    "take back": lambda house, who: house.handovers.take_back(who),
}


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize(
    ("who", "refusal"),
    [
        (DELEGATE, refusals.OnlyForLeaders),
        (STRANGER, refusals.ColleagueNotFound),
        (SECRETARY, refusals.NotOfOrganisation),
        (MemberId(99), NotMember),
    ],
)
async def test_only_the_leader_acts_and_only_on_their_own_people(
    house: House, act: str, who: MemberId, refusal: type[Refusal]
) -> None:
    if who == STRANGER and act in {"add", "take back"}:
        return  # it is their own organisation then
    with pytest.raises(refusal):
        await ACTS[act](house, who)


@pytest.mark.parametrize("act", ACTS)
async def test_a_leader_with_an_unconfirmed_account_changes_nothing(house: House, act: str) -> None:
    await execute(
        house.assembly.database,
        "INSERT INTO rebindings (member_id, former_account, rebound_at)"
        " VALUES (?, 1, '2026-12-01')",
        LEADER,
    )
    with pytest.raises(refusals.AccountToConfirm):
        await ACTS[act](house, LEADER)


# --- leadership -----------------------------------------------------------------------------------


async def test_leadership_is_handed_over_when_both_have_confirmed(house: House) -> None:
    await house.handovers.offer(LEADER, DELEGATE)
    assert await house.leader() == LEADER
    assert await house.told("people.leadership_offered") == [DELEGATE]
    after = await house.answers(DELEGATE, accepted=True)
    assert after.leads
    assert await house.leader() == DELEGATE
    assert await house.told("people.leadership_changed") == [LEADER, DELEGATE]
    with pytest.raises(refusals.OnlyForLeaders):
        await house.own.add(LEADER, "Анна", "")
    with pytest.raises(refusals.HandoverGone):
        await house.answers(DELEGATE, accepted=True)


async def test_who_leads_is_told_once_and_gets_another_menu(house: House) -> None:
    await house.handovers.offer(LEADER, DELEGATE)
    await house.answers(DELEGATE, accepted=True)
    house.assembly.clock.time += HOUR
    await house.handovers.replace(SECRETARY, FUND, LEADER, "приказ № 5")
    assert await house.told("people.leadership_changed") == sorted([LEADER, DELEGATE] * 2)
    assert await house.told("people.roles_changed") == []
    assert await house.told("people.menu_changed") == sorted([LEADER, DELEGATE] * 2)
    acts = await query(
        house.assembly.database, "SELECT subject FROM audit WHERE act = 'member.roles' ORDER BY id"
    )
    told = [f"member:{one}" for one in (LEADER, DELEGATE, DELEGATE, LEADER)]
    assert [subject for (subject,) in acts] == told


async def test_who_takes_the_leadership_over_keeps_it_after_the_day_that_was_planned_before(
    house: House,
) -> None:
    clock, database = house.assembly.clock, house.assembly.database
    end = clock.now().date() + 9 * DAY
    await database.write(lambda tx: tx.planned_roles.replace(DELEGATE, Role.LEADER, None, end))
    await house.handovers.offer(LEADER, DELEGATE)
    await house.answers(DELEGATE, accepted=True)
    clock.time += 10 * DAY
    appointments = Appointments(database, clock, house.assembly.rules, administrators=frozenset())
    await appointments.apply_planned()
    assert await house.leader() == DELEGATE


async def test_an_offer_is_declined_taken_back_or_lapses(house: House) -> None:
    await house.handovers.offer(LEADER, DELEGATE)
    await house.answers(DELEGATE, accepted=False)
    await house.handovers.offer(LEADER, DELEGATE)
    await house.handovers.take_back(LEADER)
    with pytest.raises(refusals.HandoverGone):
        await house.answers(DELEGATE, accepted=True)
    await house.handovers.offer(LEADER, DELEGATE)
    house.assembly.clock.time += VALID_FOR
    with pytest.raises(refusals.HandoverGone):
        await house.answers(DELEGATE, accepted=True)
    assert await house.leader() == LEADER


async def test_the_button_of_an_older_offer_does_not_accept_a_newer_one(house: House) -> None:
    older = (await house.handovers.offer(LEADER, DELEGATE)).handover
    await house.handovers.take_back(LEADER)
    house.assembly.clock.time += HOUR
    await house.handovers.offer(LEADER, DELEGATE)
    with pytest.raises(refusals.HandoverGone):
        await house.answers(DELEGATE, accepted=True, offer=older)
    assert await house.leader() == LEADER
    await house.answers(DELEGATE, accepted=True)
    assert await house.leader() == DELEGATE


async def test_nobody_accepts_what_was_offered_to_another_or_by_a_former_leader(
    house: House,
) -> None:
    anna = await house.joins("Анна")
    await house.handovers.offer(LEADER, DELEGATE)
    with pytest.raises(refusals.HandoverGone):
        await house.answers(anna, accepted=True)
    await house.handovers.replace(SECRETARY, FUND, anna, "приказ № 5")
    with pytest.raises(refusals.HandoverGone):
        await house.answers(DELEGATE, accepted=True)
    assert await house.leader() == anna


async def test_the_leadership_is_offered_only_to_a_colleague_who_can_accept_it(
    house: House,
) -> None:
    absent = (await house.own.add(LEADER, "Анна", "")).person.id
    with pytest.raises(refusals.SuccessorNotJoined):
        await house.handovers.offer(LEADER, absent)
    with pytest.raises(refusals.LeaderKnown):
        await house.handovers.offer(LEADER, LEADER)


async def test_a_lost_leader_is_replaced_by_the_secretary_with_a_reason_that_all_are_told(
    house: House,
) -> None:
    reason = "приказ № 5 от 01.12.2026"
    after = await house.handovers.replace(SECRETARY, FUND, DELEGATE, f" {reason} ")
    assert after.organisation.leader == DELEGATE
    assert await house.told("people.leadership_changed") == [LEADER, DELEGATE]
    (details,) = await query(
        house.assembly.database, "SELECT details FROM audit WHERE act = 'leader.replace'"
    )
    assert json.loads(details[0]) == {"to": DELEGATE, "reason": reason}
    with pytest.raises(Refusal):
        await house.handovers.replace(SECRETARY, FUND, LEADER, " ")
    with pytest.raises(Refusal):
        await house.handovers.replace(LEADER, FUND, LEADER, reason)


async def test_a_former_leader_casts_nothing_and_their_proxy_stays_in_force(house: House) -> None:
    poll = await house.assembly.opens(**GENERAL)
    paper = ("7", house.assembly.clock.now().date(), house.assembly.clock.now() + 9 * DAY, "все")
    await house.assembly.entrusts(LEADER, poll, VoterId(FUND), STRANGER, *paper)
    await house.own.appoint(LEADER, DELEGATE, None)
    anna = await house.joins("Анна")
    await house.handovers.replace(SECRETARY, FUND, anna, "приказ № 5")
    with pytest.raises(Refusal):
        await house.assembly.casts(LEADER, poll, voter=FUND)
    await house.assembly.casts(STRANGER, poll, voter=FUND)
    other = await house.assembly.opens(**GENERAL)
    await house.assembly.casts(anna, other, voter=FUND)


async def test_the_ballot_of_who_is_moved_by_an_administrator_is_no_longer_offered_to_them(
    house: House,
) -> None:
    poll, database = await house.assembly.opens(**GENERAL), house.assembly.database
    clock = house.assembly.clock
    shown = Shown(poll, DELEGATE, MessageRef(DELEGATE, 7), PollView.BALLOT)

    def prepare(tx: Stores) -> None:
        tx.shown.save(shown)
        tx.members.add_role(SECRETARY, Role.ADMINISTRATOR, clock.now().date())

    await database.write(prepare)
    personnel = Personnel(database, clock, house.assembly.rules)
    seen = await personnel.entry(SECRETARY, DELEGATE)
    await personnel.correct(SECRETARY, DELEGATE, seen, replace(seen, organisation=OTHER))
    edits = "SELECT edits_chat, edits_message FROM notices WHERE edits_message IS NOT NULL"
    assert await query(database, edits) == [(DELEGATE, 7)]
    with pytest.raises(AuthorityEnded):
        await house.assembly.casts(DELEGATE, poll, voter=FUND)


# --- leaving --------------------------------------------------------------------------------------


async def test_who_leaves_is_a_guest_and_the_leader_is_told(house: House) -> None:
    poll = await house.assembly.opens(**GENERAL)
    after = await house.own.leave(DELEGATE)
    assert (after.guest, after.organisation, after.delegate) == (True, None, False)
    assert await house.told("people.colleague_left") == [LEADER]
    with pytest.raises(Refusal):
        await house.assembly.casts(DELEGATE, poll, voter=FUND)
    with pytest.raises(NotMember):
        await house.own.look(DELEGATE)
    kept = await house.assembly.database.read(lambda tx: tx.members.everything(DELEGATE))
    assert [one["name"] for one in kept["former_organisations"]] == ["Фонд 001"]


async def test_who_has_a_role_in_the_alliance_keeps_it_and_stays_a_member(house: House) -> None:
    today = house.assembly.clock.now().date()
    await house.assembly.database.write(
        lambda tx: tx.members.add_role(DELEGATE, Role.ORGANISER, today)
    )
    after = await house.own.leave(DELEGATE)
    assert (after.guest, after.organisation, after.is_organiser) == (False, None, True)


async def test_a_leader_hands_over_before_leaving(house: House) -> None:
    with pytest.raises(refusals.LeaderMustHandOver):
        await house.own.leave(LEADER)
    with pytest.raises(refusals.LeaderMustHandOver):
        await house.own.about_to_leave(LEADER)
    with pytest.raises(refusals.LeaderMustHandOver):
        await house.own.remove(LEADER, LEADER)
    await house.handovers.offer(LEADER, DELEGATE)
    await house.answers(DELEGATE, accepted=True)
    assert (await house.own.leave(LEADER)).guest


async def test_a_colleague_who_never_joined_is_erased_when_removed(house: House) -> None:
    absent = (await house.own.add(LEADER, "Анна Орлова", "")).person.id
    own = await house.own.remove(LEADER, absent)
    assert absent not in {one.id for one in own.people}
    assert (await house.person(absent)).name == "—"


async def test_an_answer_to_an_event_for_members_ends_and_its_seat_goes_to_who_waits(
    house: House,
) -> None:
    assembly = house.assembly
    common = assembly.database, assembly.clock, assembly.rules
    events, rsvps = Events(*common), Rsvps(*common)
    organiser = MemberId(1)
    await assembly.database.write(
        lambda tx: tx.members.add_role(organiser, Role.ORGANISER, assembly.clock.now().date())
    )
    plan = EventPlan(
        title="Встреча",
        description="",
        starts_at=assembly.clock.now() + 9 * DAY,
        duration=HOUR,
        place="Дом",
        audience=EVERYBODY,
        capacity=1,
    )
    event = await events.publish(organiser, plan)
    await rsvps.answer(DELEGATE, event, Answer.GOING)
    assembly.clock.time += timedelta(minutes=1)
    await rsvps.answer(STRANGER, event, Answer.GOING)
    await house.own.leave(DELEGATE)
    seats = await query(assembly.database, "SELECT member_id, seat FROM rsvps")
    assert [member for member, _ in seats] == [STRANGER]
    assert [seat for _, seat in seats] == ["seated"]


async def test_a_role_that_was_planned_is_not_given_to_who_has_left_the_alliance(
    house: House,
) -> None:
    clock, database = house.assembly.clock, house.assembly.database
    day = clock.now().date() + DAY
    await database.write(lambda tx: tx.planned_roles.replace(DELEGATE, Role.COUNCIL, day, None))
    assert (await house.own.leave(DELEGATE)).guest
    clock.time += 2 * DAY
    appointments = Appointments(database, clock, house.assembly.rules, administrators=frozenset())
    await appointments.apply_planned()
    assert (await house.person(DELEGATE)).roles == frozenset()
    kept = await query(database, "SELECT subject FROM audit WHERE act = 'member.roles_kept'")
    assert kept == [(f"member:{DELEGATE}",)]
    assert await query(database, "SELECT count(*) FROM failed_items") == [(0,)]


async def test_nobody_of_a_former_organisation_is_among_those_to_be_invited(house: House) -> None:
    database, clock = house.assembly.database, house.assembly.clock
    await house.own.add(LEADER, "Анна", "")
    until = clock.now() + DAY
    issued = await database.write(lambda tx: issue_everybody(tx, None, until, clock.now()))
    assert [one.name for one in issued] == ["Анна"]
    await Memberships(database, clock, house.assembly.rules).leave(LEADER)
    assert await database.write(lambda tx: issue_everybody(tx, None, until, clock.now())) == []

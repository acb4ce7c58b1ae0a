"""Another account takes a person over by invitation only, and votes once that is confirmed."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import pytest

from bot.domain.people.imports import check
from bot.domain.people.members import Consent, MemberId, OrganisationId, Role, TelegramId
from bot.domain.people.people import PersonDetails, PersonEntry
from bot.domain.people.rebindings import RebindingId
from bot.domain.people.refusals import (
    AccountNotConfirmed,
    AccountReplaced,
    AccountToConfirm,
    InvitationNeedsAdministrator,
    InvitationNotTrusted,
    NotYoursToConfirm,
    RebindingIsDecided,
)
from bot.domain.polls.findings import Mismatch
from bot.domain.polls.polls import PollId
from bot.domain.polls.refusals import ClockBehind
from bot.domain.polls.voters import VoterId
from bot.domain.refusals import ButtonTooOld, ConsentMissing, NotMember, OnlyForOrganisers
from bot.services.people.appointments import Appointments
from bot.services.people.duplicates import Duplicates
from bot.services.people.handovers import Handovers
from bot.services.people.invitations import Invitations
from bot.services.people.members import Members
from bot.services.people.memberships import Memberships
from bot.services.people.personnel import Personnel
from bot.services.people.reachability import Reachability
from bot.services.people.rebindings import Rebindings
from bot.services.people.uploads import Upload, Uploads
from bot.services.polls.verification import Verdict, verify
from storage.engine.database import Database
from storage.stores import Stores
from tests.councils import CHAIR, DAY, FOR, GENERAL, NOON, OUTSIDER, SECRETARY, Assembly
from tests.databases import execute

ADMINISTRATOR = OUTSIDER
COUNCILLOR, OTHER = MemberId(5), MemberId(6)
LEADER, DELEGATE = MemberId(11), MemberId(12)
MONTH = timedelta(days=30)


class House:
    """The council and the organisations, an administrator, an organiser, a plain member."""

    def __init__(self, assembly: Assembly) -> None:
        self.assembly, database, clock = assembly, assembly.database, assembly.clock
        rules = assembly.rules
        self.database: Database = database
        self.members = Members(
            database, clock, rules=rules, administrators=frozenset(), language="ru"
        )
        self.reachability = Reachability(database, clock, rules, valid_for=MONTH)
        self.invitations = Invitations(database, clock, valid_for=MONTH)
        self.rebindings = Rebindings(database, clock, rules)
        self.uploads = Uploads(database, clock, rules, valid_for=MONTH)
        self.appointments = Appointments(database, clock, rules, administrators=frozenset())
        self.personnel = Personnel(database, clock, rules)
        self.duplicates = Duplicates(database, clock, rules)
        self.handovers = Handovers(database, clock, rules)
        self.memberships = Memberships(database, clock, rules)
        self.organiser = self.plain = MemberId(0)

    async def settles(self) -> None:
        def write(tx: Stores) -> tuple[MemberId, MemberId]:
            roles = frozenset({Role.ADMINISTRATOR})
            tx.members.update(ADMINISTRATOR, PersonDetails("Админ", roles=roles))
            organiser = PersonDetails("Ольга", roles=frozenset({Role.ORGANISER}))
            fund = tx.members.get(LEADER)
            assert fund is not None
            added = (
                tx.members.add(organiser, None),
                tx.members.add(PersonDetails("Анна"), fund.organisation),
            )
            for member in added:
                tx.members.bind(member, TelegramId(member), NOON)
                tx.members.save_consent(member, Consent(1, NOON))
            return added

        self.organiser, self.plain = await self.database.write(write)

    async def loses_telephone(self, *people: MemberId) -> None:
        for member in people:
            await self.members.note_reachable(TelegramId(member), reachable=False)

    async def is_taken_over(
        self, member: MemberId, account: int = 700, by: MemberId = ADMINISTRATOR
    ) -> RebindingId:
        """Have another account come in as somebody, and consent."""
        await self.loses_telephone(member)
        issued = (await self.reachability.invite(by, member)).issued
        await self.members.join(TelegramId(account), issued.payload)
        await self.members.give_consent(member, 1)
        latest = await self.database.read(lambda tx: tx.rebindings.latest(member))
        assert latest is not None
        return latest.id

    async def verified(self) -> Verdict:
        return await self.database.read(verify)


@pytest.fixture
async def house(assembly: Assembly) -> House:
    made = House(assembly)
    await made.settles()
    return made


# --- who may invite -------------------------------------------------------------------------------


@pytest.mark.parametrize("member", [CHAIR, SECRETARY, COUNCILLOR, ADMINISTRATOR, LEADER, DELEGATE])
async def test_an_organiser_invites_nobody_who_has_a_role_or_speaks_for_an_organisation(
    house: House, member: MemberId
) -> None:
    await house.loses_telephone(member)

    with pytest.raises(InvitationNeedsAdministrator):
        await house.reachability.invite(house.organiser, member)


async def test_an_organiser_invites_who_has_no_role(house: House) -> None:
    await house.is_taken_over(house.plain, by=house.organiser)


@pytest.mark.parametrize("member", [CHAIR, LEADER, DELEGATE])
async def test_an_administrator_invites_everybody(house: House, member: MemberId) -> None:
    await house.is_taken_over(member)


async def test_a_leader_invites_the_own_organisations_people_and_nobody_else(house: House) -> None:
    other_delegate = MemberId(14)
    await house.loses_telephone(other_delegate, CHAIR)
    for member in (other_delegate, CHAIR):
        with pytest.raises(InvitationNeedsAdministrator):
            await house.reachability.invite(LEADER, member)
    with pytest.raises(OnlyForOrganisers):
        await house.reachability.invite(DELEGATE, house.plain)

    await house.is_taken_over(DELEGATE, by=LEADER)


async def test_a_colleague_with_a_role_in_the_alliance_is_not_a_leaders_to_invite(
    house: House,
) -> None:
    chair = PersonDetails("Анна", roles=frozenset({Role.ORGANISER}))
    await house.database.write(lambda tx: tx.members.update(house.plain, chair))
    await house.loses_telephone(house.plain)

    with pytest.raises(InvitationNeedsAdministrator):
        await house.reachability.invite(LEADER, house.plain)


async def test_an_invitation_issued_before_a_role_was_given_lets_nobody_in(house: House) -> None:
    await house.loses_telephone(house.plain)
    issued = (await house.reachability.invite(house.organiser, house.plain)).issued
    chair = PersonDetails("Анна", roles=frozenset({Role.CHAIR}))
    await house.database.write(lambda tx: tx.members.update(house.plain, chair))

    with pytest.raises(InvitationNotTrusted):
        await house.members.join(TelegramId(700), issued.payload)

    assert (await house.members.recognise(TelegramId(house.plain))) is not None


async def test_who_has_a_shell_invites_everybody_who_has_not_joined(house: House) -> None:
    leader = PersonDetails("Новый", roles=frozenset({Role.CHAIR}))
    new = await house.database.write(lambda tx: tx.members.add(leader, None))
    (issued,) = await house.invitations.issue_all()

    assert (await house.members.join(TelegramId(700), issued.payload)).id == new
    assert await house.assembly.told("people.account_rebound") == {}, "a newcomer takes nobody over"


@pytest.mark.parametrize("inviter", [LEADER, ADMINISTRATOR])
async def test_who_has_an_unconfirmed_account_lets_nobody_else_in(
    house: House, inviter: MemberId
) -> None:
    """Whom they let in would vote at once: nobody confirms the account of a newcomer."""
    await house.database.write(lambda tx: tx.members.unbind(DELEGATE))
    poll = await house.assembly.opens(**GENERAL)
    rebinding = await house.is_taken_over(inviter)

    with pytest.raises(AccountToConfirm):
        await house.reachability.invite(inviter, DELEGATE)

    await house.rebindings.decide(CHAIR, rebinding, confirmed=True)
    issued = (await house.reachability.invite(inviter, DELEGATE)).issued
    await house.members.join(TelegramId(701), issued.payload)
    await house.members.give_consent(DELEGATE, 1)
    await house.assembly.casts(DELEGATE, poll, voter=VoterId(1))


ENTRY = PersonEntry(OrganisationId(1), "Новый")
PAPER = ("7", NOON.date(), NOON + 30 * DAY, "Голосовать")
ACTS: dict[str, tuple[MemberId, Callable[[House, PollId], Awaitable[Any]]]] = {
    "give a role": (
        ADMINISTRATOR,
        lambda house, _: house.appointments.give(ADMINISTRATOR, house.plain, Role.CHAIR),
    ),
    "take a role": (
        ADMINISTRATOR,
        lambda house, _: house.appointments.take(ADMINISTRATOR, CHAIR, Role.CHAIR),
    ),
    "add a person": (ADMINISTRATOR, lambda house, _: house.personnel.add(ADMINISTRATOR, ENTRY)),
    "correct a person": (
        ADMINISTRATOR,
        lambda house, _: house.personnel.correct(ADMINISTRATOR, house.plain, ENTRY, ENTRY),
    ),
    "merge records": (
        ADMINISTRATOR,
        lambda house, _: house.duplicates.merge(ADMINISTRATOR, DELEGATE, house.organiser),
    ),
    "load a file": (
        ADMINISTRATOR,
        lambda house, _: house.uploads.apply(ADMINISTRATOR, Upload("", ""), check([])),
    ),
    "invite everybody": (
        ADMINISTRATOR,
        lambda house, _: house.uploads.invite_everybody(ADMINISTRATOR),
    ),
    "replace a leader": (
        CHAIR,
        lambda house, _: house.handovers.replace(CHAIR, OrganisationId(1), house.plain, "приказ"),
    ),
    "record a leave": (
        CHAIR,
        lambda house, _: house.memberships.record(CHAIR, OrganisationId(1), "приказ"),
    ),
    "register a proxy": (
        CHAIR,
        lambda house, poll: house.assembly.proxies.register(
            CHAIR, poll, VoterId(1), MemberId(13), *PAPER
        ),
    ),
    "confirm a proxy": (
        CHAIR,
        lambda house, poll: house.assembly.proxies.confirm(CHAIR, poll, VoterId(1), MemberId(13)),
    ),
    "record a revocation": (
        CHAIR,
        lambda house, poll: house.assembly.proxies.record_revocation(
            CHAIR, poll, VoterId(1), MemberId(13)
        ),
    ),
}


@pytest.mark.parametrize("act", ACTS)
async def test_who_has_an_unconfirmed_account_changes_nothing_of_who_may_what_and_who_votes(
    house: House, act: str
) -> None:
    poll = await house.assembly.opens(**GENERAL)
    who, does = ACTS[act]
    await house.is_taken_over(who, by=ADMINISTRATOR)

    with pytest.raises(AccountToConfirm):
        await does(house, poll)


# --- what a rebinding does ------------------------------------------------------------------------


async def test_the_chair_the_secretary_and_administrators_are_told(house: House) -> None:
    await house.is_taken_over(COUNCILLOR)

    told = await house.assembly.told("people.account_rebound")
    assert told == {CHAIR: 1, SECRETARY: 1, ADMINISTRATOR: 1}
    acts = await house.assembly.rows(
        "SELECT actor_id, act FROM audit WHERE act LIKE 'member.rebind'"
    )
    assert acts == [(COUNCILLOR, "member.rebind")]


async def test_the_consent_is_asked_for_again(house: House) -> None:
    await house.loses_telephone(COUNCILLOR)
    issued = (await house.reachability.invite(ADMINISTRATOR, COUNCILLOR)).issued

    joined = await house.members.join(TelegramId(700), issued.payload)

    assert joined.consent_version is None
    poll = await house.assembly.opens()
    with pytest.raises(ConsentMissing):
        await house.assembly.casts(COUNCILLOR, poll)


async def test_the_former_account_is_told_when_it_comes_back(house: House) -> None:
    await house.is_taken_over(COUNCILLOR)

    with pytest.raises(AccountReplaced) as refused:
        await house.members.start(TelegramId(COUNCILLOR), "Кто-то")
    assert refused.value.moment == NOON


async def test_nothing_follows_in_the_former_accounts_chat(house: House) -> None:
    poll = await house.assembly.opens()
    await house.database.write(
        lambda tx: tx.drafts.save_data(f"draft:{COUNCILLOR}:x", {"text": "тайна"}, NOON)
    )
    sql = "INSERT INTO shown_messages VALUES (?, 5, 'poll', ?, ?, 'ballot', 0, NULL)"
    await execute(house.database, sql, COUNCILLOR, poll, COUNCILLOR)

    await house.is_taken_over(COUNCILLOR)

    shown = await house.assembly.rows(
        "SELECT chat_id FROM shown_messages WHERE chat_id = ?", COUNCILLOR
    )
    assert shown == []
    assert await house.database.read(lambda tx: tx.drafts.data(f"draft:{COUNCILLOR}:x")) == {}


async def test_who_comes_back_by_the_same_account_is_no_other(house: House) -> None:
    poll = await house.assembly.opens()
    await house.loses_telephone(COUNCILLOR)
    issued = (await house.reachability.invite(ADMINISTRATOR, COUNCILLOR)).issued

    await house.members.join(TelegramId(COUNCILLOR), issued.payload)

    await house.assembly.casts(COUNCILLOR, poll)
    assert await house.assembly.told("people.account_rebound") == {}


# --- votes that are under way ---------------------------------------------------------------------


async def test_a_vote_under_way_is_closed_to_a_new_account_until_it_is_confirmed(
    house: House,
) -> None:
    poll = await house.assembly.opens()
    rebinding = await house.is_taken_over(COUNCILLOR)
    me = VoterId(COUNCILLOR)
    for act in (
        house.assembly.ballots.cast(COUNCILLOR, poll, me, FOR),
        house.assembly.ballots.cast_as(TelegramId(700), poll, me, FOR, None, 1),
        house.assembly.ballots.recuse(COUNCILLOR, poll, me),
        house.assembly.ballots.state(COUNCILLOR, poll, me),
    ):
        with pytest.raises(AccountNotConfirmed):
            await act

    await house.rebindings.decide(SECRETARY, rebinding, confirmed=True)

    await house.assembly.casts(COUNCILLOR, poll)
    assert await house.assembly.told("people.account_confirmed") == {COUNCILLOR: 1}
    assert (await house.verified()).holds


async def test_a_delegates_new_account_gives_no_proxy_and_takes_none_back(house: House) -> None:
    poll = await house.assembly.opens(**GENERAL)
    voter, holder = VoterId(1), MemberId(13)
    paper = ("7", NOON.date(), NOON + 30 * DAY, "Голосовать")
    await house.is_taken_over(LEADER)
    proxies = house.assembly.proxies

    with pytest.raises(AccountNotConfirmed):
        await proxies.give(LEADER, poll, voter, holder, *paper)
    await proxies.register(CHAIR, poll, voter, holder, *paper)
    with pytest.raises(AccountNotConfirmed):
        await proxies.revoke(LEADER, poll, voter, holder)


async def test_a_vote_opened_later_is_open_to_the_new_account(house: House) -> None:
    await house.is_taken_over(COUNCILLOR)
    house.assembly.clock.time += timedelta(seconds=1)
    poll = await house.assembly.opens()

    await house.assembly.casts(COUNCILLOR, poll)

    assert (await house.verified()).holds


async def test_others_vote_meanwhile(house: House) -> None:
    poll = await house.assembly.opens()
    await house.is_taken_over(COUNCILLOR)

    await house.assembly.casts(OTHER, poll)

    assert (await house.verified()).holds


async def test_a_ballot_that_got_past_the_hold_is_found(house: House) -> None:
    poll = await house.assembly.opens()
    await house.is_taken_over(COUNCILLOR)
    await execute(house.database, "DELETE FROM rebindings")

    await house.assembly.casts(COUNCILLOR, poll)

    (finding,) = [
        one for one in (await house.verified()).findings if one.mismatch is Mismatch.FORBIDDEN
    ]
    assert finding.poll == poll


# --- who confirms ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("person", "may", "may_not"),
    [
        (COUNCILLOR, CHAIR, (COUNCILLOR, OTHER, ADMINISTRATOR, LEADER)),
        (CHAIR, SECRETARY, (CHAIR, OTHER)),
        (CHAIR, ADMINISTRATOR, (CHAIR, OTHER)),
        (SECRETARY, CHAIR, (SECRETARY, OTHER)),
    ],
)
async def test_who_confirms_a_new_account(
    house: House, person: MemberId, may: MemberId, may_not: tuple[MemberId, ...]
) -> None:
    rebinding = await house.is_taken_over(person)
    for other in may_not:
        with pytest.raises(NotYoursToConfirm):
            await house.rebindings.decide(other, rebinding, confirmed=True)

    confirmed = await house.rebindings.decide(may, rebinding, confirmed=True)

    assert confirmed.id == person
    with pytest.raises(RebindingIsDecided):
        await house.rebindings.decide(may, rebinding, confirmed=False)
    acts = await house.assembly.rows(
        "SELECT actor_id, subject FROM audit WHERE act = 'rebinding.confirm'"
    )
    assert acts == [(may, f"member:{person}")]


@pytest.mark.parametrize("confirmed", [True, False])
async def test_two_unconfirmed_accounts_do_not_decide_on_each_other(
    house: House, *, confirmed: bool
) -> None:
    chair = await house.is_taken_over(CHAIR, 700)
    secretary = await house.is_taken_over(SECRETARY, 701)
    for decider, other in ((CHAIR, secretary), (SECRETARY, chair)):
        with pytest.raises(AccountToConfirm):
            await house.rebindings.decide(decider, other, confirmed=confirmed)

    await house.rebindings.decide(ADMINISTRATOR, chair, confirmed=True)
    await house.rebindings.decide(CHAIR, secretary, confirmed=confirmed)


async def test_an_account_that_is_rejected_is_nobodys_and_a_new_invitation_is_looked_at_again(
    house: House,
) -> None:
    poll = await house.assembly.opens()
    rebinding = await house.is_taken_over(COUNCILLOR)

    await house.rebindings.decide(CHAIR, rebinding, confirmed=False)

    assert await house.members.recognise(TelegramId(700)) is None
    issued = (await house.reachability.invite(ADMINISTRATOR, COUNCILLOR)).issued
    await house.members.join(TelegramId(701), issued.payload)
    await house.members.give_consent(COUNCILLOR, 1)
    with pytest.raises(AccountNotConfirmed):
        await house.assembly.casts(COUNCILLOR, poll)
    with pytest.raises(ButtonTooOld):
        await house.rebindings.decide(CHAIR, rebinding, confirmed=True)
    latest = await house.database.read(lambda tx: tx.rebindings.latest(COUNCILLOR))
    assert latest is not None
    await house.rebindings.decide(CHAIR, latest.id, confirmed=True)
    await house.assembly.casts(COUNCILLOR, poll)
    assert (await house.verified()).holds


async def test_a_rebinding_that_is_not_there_cannot_be_decided(house: House) -> None:
    with pytest.raises(ButtonTooOld):
        await house.rebindings.decide(CHAIR, RebindingId(99), confirmed=True)
    with pytest.raises(NotMember):
        await house.rebindings.decide(MemberId(999), RebindingId(99), confirmed=True)


async def test_an_erased_person_leaves_no_account_behind(house: House) -> None:
    await house.is_taken_over(COUNCILLOR)

    await house.members.erase(COUNCILLOR)

    assert await house.assembly.rows("SELECT id FROM rebindings") == []
    assert await house.members.start(TelegramId(COUNCILLOR), "Кто-то") is None


async def test_with_the_clock_put_back_nobody_is_taken_over_and_nobody_confirmed(
    house: House,
) -> None:
    await house.assembly.opens()
    rebinding = await house.is_taken_over(COUNCILLOR)
    house.assembly.clock.time -= DAY / 2

    with pytest.raises(ClockBehind):
        await house.rebindings.decide(CHAIR, rebinding, confirmed=True)
    with pytest.raises(ClockBehind):
        await house.is_taken_over(OTHER, account=701)

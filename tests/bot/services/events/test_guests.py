"""The link for guests from outside: who makes it, whom it lets in, and what becomes of a guest."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.domain.events.audiences import COUNCIL
from bot.domain.events.events import Event, EventId
from bot.domain.events.guests import NAME_LIMIT, payload_of
from bot.domain.events.refusals import (
    EventIsCancelled,
    EventIsOver,
    EventNotFound,
    GuestLinkClosed,
    GuestLinkUsed,
    NotPublished,
)
from bot.domain.events.rsvps import Answer
from bot.domain.events.seats import Seat
from bot.domain.events.views import EventView
from bot.domain.notices import MessageRef
from bot.domain.people.invitations import PREFIX, Invitation, hash_of, new_token
from bot.domain.people.members import Member, MemberId, OrganisationId, Role, TelegramId
from bot.domain.people.people import OrganisationDetails, PersonDetails
from bot.domain.people.refusals import InvitationUsed
from bot.domain.refusals import ButtonTooOld, OnlyForOrganisers
from bot.services.events.events import Events, Publication
from bot.services.events.guests import Guests
from bot.services.events.rsvps import Rsvps
from bot.services.people.members import Members
from sandbox.clock import SandboxClock
from storage.engine.database import Database
from storage.stores import Stores
from tests.alliance import a_plan, some_rules
from tests.databases import query
from tests.people import consented, joined

ANNA, BORIS = MemberId(1), MemberId(2)
GINA = TelegramId(77)
ADMINISTRATOR = TelegramId(999)


class House:
    """An organiser, a member of the council, and anyone who knocks."""

    def __init__(self, database: Database, clock: SandboxClock) -> None:
        rules = some_rules()
        self.database = database
        self.clock = clock
        self.events = Events(database, clock, rules)
        self.rsvps = Rsvps(database, clock, rules)
        self.guests = Guests(database, clock, rules)
        self.members = Members(
            database, clock, rules=rules, administrators=frozenset({ADMINISTRATOR}), language="ru"
        )

    async def opens(self, **plan: Any) -> Event:
        """Publish an event with a link for guests."""
        planned = replace(a_plan(self.clock), **plan)
        return await self.guests.link(ANNA, await self.events.publish(ANNA, planned))

    async def lets_in(
        self, event: Event, telegram_id: TelegramId = GINA, name: str = "Гина"
    ) -> Member:
        """Have somebody come in by the link and consent."""
        await self.guests.enter(telegram_id, payload(event))
        guest, _ = await self.guests.consent(telegram_id, name, payload(event), "en", 1)
        return guest

    async def invites(self) -> tuple[MemberId, str]:
        """Write down a person of an organisation, and an invitation for them."""
        token = new_token()

        def write(tx: Stores) -> MemberId:
            fund = tx.organisations.add(OrganisationDetails("Фонд", "", "6671000024", None, ""))
            member = tx.members.add(PersonDetails("Георгина"), fund)
            until = self.clock.now() + timedelta(days=1)
            tx.invitations.add(Invitation(hash_of(token), member, until))
            return member

        return await self.database.write(write), PREFIX + token

    async def event(self, event: EventId) -> Event:
        found = await self.database.read(lambda tx: tx.events.get(event))
        assert found is not None
        return found


def payload(event: Event) -> str:
    assert event.guest_code is not None
    return payload_of(event.guest_code)


@pytest.fixture
async def house(database: Database, clock: SandboxClock) -> House:
    def write(tx: Stores) -> None:
        for member, role in ((ANNA, {Role.ORGANISER, Role.COUNCIL}), (BORIS, set())):
            details = PersonDetails(f"Участник {member}", roles=frozenset(role))
            joined(tx, details, clock.now())

    await database.write(write)
    return House(database, clock)


# --- the link -----------------------------------------------------------------------------------


async def test_the_link_is_made_once_and_stays_the_same(house: House) -> None:
    event = await house.opens()

    again = await house.guests.link(ANNA, event.id)

    assert event.guest_code == again.guest_code
    assert len(payload(event)) <= 64


async def test_a_new_link_ends_the_old_one(house: House) -> None:
    old = await house.opens()
    new = await house.guests.renew(ANNA, old.id)

    with pytest.raises(GuestLinkClosed):
        await house.guests.enter(GINA, payload(old))
    await house.lets_in(new)


async def test_a_closed_link_lets_nobody_in_and_those_inside_stay(house: House) -> None:
    event = await house.opens()
    guest = await house.lets_in(event)

    closed = await house.guests.close(ANNA, event.id)

    assert closed.guest_code is None
    with pytest.raises(GuestLinkClosed):
        await house.guests.enter(TelegramId(78), payload(event))
    await house.rsvps.answer(guest.id, event.id, Answer.GOING)


async def test_a_guest_who_is_inside_is_told_that_the_event_stays_theirs(house: House) -> None:
    old = await house.opens()
    await house.lets_in(old)

    await house.guests.renew(ANNA, old.id)

    with pytest.raises(GuestLinkUsed):
        await house.guests.enter(GINA, payload(old))
    house.clock.advance(timedelta(days=30))
    with pytest.raises(GuestLinkClosed):
        await house.guests.enter(GINA, payload(old))


async def test_each_act_on_the_link_is_in_the_audit_log_without_the_code(house: House) -> None:
    event = await house.opens()
    await house.guests.link(ANNA, event.id)
    await house.guests.renew(ANNA, event.id)
    await house.guests.close(ANNA, event.id)
    await house.guests.close(ANNA, event.id)

    rows = await query(
        house.database,
        "SELECT actor_id, act, details FROM audit WHERE act LIKE 'event.guest%' ORDER BY id",
    )
    acts = ("event.guest_link", "event.guest_link_renew", "event.guest_link_close")
    assert rows == [(ANNA, act, "{}") for act in acts]


async def test_only_organisers_have_to_do_with_the_link(house: House) -> None:
    event = await house.opens()
    for act in (house.guests.link, house.guests.renew, house.guests.close):
        with pytest.raises(OnlyForOrganisers):
            await act(BORIS, event.id)
        with pytest.raises(EventNotFound):
            await act(ANNA, EventId(99))


async def test_there_is_no_link_to_what_is_scheduled_cancelled_or_over(house: House) -> None:
    later = Publication(at=house.clock.now() + timedelta(hours=5))
    scheduled = await house.events.publish(ANNA, a_plan(house.clock), publication=later)
    with pytest.raises(NotPublished):
        await house.guests.link(ANNA, scheduled)

    cancelled, over = await house.opens(), await house.opens()
    await house.events.cancel(ANNA, cancelled.id, "")
    with pytest.raises(EventIsCancelled):
        await house.guests.renew(ANNA, cancelled.id)
    with pytest.raises(EventIsCancelled):
        await house.guests.enter(GINA, payload(cancelled))
    house.clock.advance(timedelta(days=4))
    with pytest.raises(EventIsOver):
        await house.guests.enter(GINA, payload(over))
    assert await house.members.recognise(GINA) is None, "nobody is written down in vain"
    await house.guests.close(ANNA, over.id)


# --- coming in ----------------------------------------------------------------------------------


async def test_a_stranger_becomes_a_guest_of_the_one_event(house: House) -> None:
    event = await house.opens()
    other = await house.events.publish(ANNA, a_plan(house.clock, "Другая"))

    guest = await house.lets_in(event)

    assert (guest.guest, guest.name, guest.language) == (True, "Гина", "en")
    listed = await house.rsvps.upcoming(guest.id, None)
    assert [card.event.id for card in listed] == [event.id]
    with pytest.raises(EventNotFound):
        await house.rsvps.answer(guest.id, other, Answer.GOING)
    with pytest.raises(EventNotFound):
        await house.rsvps.look(guest.id, other)


async def test_a_guest_is_not_everybody(house: House) -> None:
    event = await house.opens()
    before = await house.events.reach(ANNA, event.audience)
    guest = await house.lets_in(event)

    everybody = await house.events.reach(ANNA, a_plan(house.clock).audience)
    own = await house.events.reach(ANNA, (await house.event(event.id)).audience)

    assert everybody.people == before.people
    assert own.people == before.people + 1
    board = await house.events.board(ANNA, event.id)
    assert board.turnout.silent == own.people
    assert guest.id in (await house.event(event.id)).audience.chosen


async def test_the_link_opens_an_event_to_a_member_whom_it_was_not_for(house: House) -> None:
    event = await house.opens(audience=COUNCIL)
    with pytest.raises(EventNotFound):
        await house.rsvps.answer(BORIS, event.id, Answer.GOING)

    entered, _ = await house.guests.enter(TelegramId(BORIS), payload(event))

    assert entered is not None
    assert (entered.id, entered.guest, entered.name) == (BORIS, False, "Участник 2")
    await house.rsvps.answer(BORIS, event.id, Answer.GOING)


async def test_who_is_invited_anyway_is_not_added_one_by_one(house: House) -> None:
    event = await house.opens()

    for _ in range(2):
        await house.guests.enter(TelegramId(BORIS), payload(event))

    assert (await house.event(event.id)).audience.chosen == frozenset()


async def test_a_guest_of_two_events_is_one_person(house: House) -> None:
    first, second = await house.opens(), await house.opens()

    guests = {(await house.lets_in(event)).id for event in (first, second, first)}

    (guest,) = guests
    assert len(await house.rsvps.upcoming(guest, None)) == 2


async def test_guests_of_one_name_are_two(house: House) -> None:
    event = await house.opens()

    one, two = [await house.lets_in(event, TelegramId(n), "Иван") for n in (81, 82)]

    assert (one.name, two.name) == ("Иван", "Иван")
    assert one.id != two.id


@pytest.mark.parametrize(
    ("called", "kept"),
    [
        ("я" * 400, "я" * NAME_LIMIT),
        ("<b>Ян\nЯн</b>", "<b>Ян Ян</b>"),
        ("\u2063\u200b", "#77"),
        ("", "#77"),
    ],
)
async def test_a_guest_has_a_name_that_can_be_shown(house: House, called: str, kept: str) -> None:
    assert (await house.lets_in(await house.opens(), name=called)).name == kept


@pytest.mark.parametrize("made_up", ["g_", "g_" + "a" * 22, "g_" + "a" * 23, "i_x", "", "g_ё"])
async def test_a_made_up_link_opens_nothing(house: House, made_up: str) -> None:
    await house.opens()

    with pytest.raises(GuestLinkClosed):
        await house.guests.enter(GINA, made_up)

    assert await house.members.recognise(GINA) is None


async def test_nothing_is_kept_of_a_stranger_before_the_consent(house: House) -> None:
    event = await house.opens()

    entered, opened = await house.guests.enter(GINA, payload(event))

    assert (entered, opened.id) == (None, event.id)
    assert await house.members.recognise(GINA) is None
    assert (await house.event(event.id)).audience.chosen == frozenset()


async def test_a_consent_to_a_text_no_longer_in_force_lets_nobody_in(house: House) -> None:
    event = await house.opens()

    with pytest.raises(ButtonTooOld):
        await house.guests.consent(GINA, "Гина", payload(event), "ru", 2)

    assert await house.members.recognise(GINA) is None


async def test_a_link_that_was_closed_before_the_consent_lets_nobody_in(house: House) -> None:
    event = await house.opens()
    await house.guests.enter(GINA, payload(event))
    await house.guests.close(ANNA, event.id)

    with pytest.raises(GuestLinkClosed):
        await house.guests.consent(GINA, "Гина", payload(event), "ru", 1)

    assert await house.members.recognise(GINA) is None


async def test_a_language_that_the_bot_lacks_leaves_the_default(house: House) -> None:
    event = await house.opens()

    entered, _ = await house.guests.consent(GINA, "Gina", payload(event), "de", 1)

    assert entered.language == "ru"


async def test_who_comes_back_after_blocking_the_bot_is_reached_again(house: House) -> None:
    event = await house.opens()
    guest = await house.lets_in(event)
    await house.members.note_reachable(GINA, reachable=False)

    await house.guests.enter(GINA, payload(event))

    again = await house.members.recognise(GINA)
    assert again is not None
    assert (again.id, again.reachable) == (guest.id, True)


# --- becoming a member --------------------------------------------------------------------------


async def test_a_guest_who_is_invited_becomes_that_member_with_all_they_answered(
    house: House,
) -> None:
    event = await house.opens(guests=2)
    guest = await house.lets_in(event)
    card = MessageRef(int(GINA), 5)
    await house.rsvps.answer(guest.id, event.id, Answer.GOING, card)
    await house.rsvps.bring(guest.id, event.id, 2, card)
    await house.rsvps.mute(guest.id, event.id, muted=True)
    invited, invitation = await house.invites()

    joined = await house.members.join(GINA, invitation)

    assert (joined.id, joined.guest, joined.name) == (invited, False, "Георгина")
    ((member, rsvp),) = await house.database.read(lambda tx: tx.rsvps.answered(event.id))
    assert (member.id, rsvp.answer, rsvp.seat, rsvp.guests) == (
        invited,
        Answer.GOING,
        Seat.SEATED,
        2,
    )
    (shown,) = await house.database.read(
        lambda tx: tx.shown.touched(EventView, event.id, [invited])
    )
    assert shown.message == card
    assert await house.database.read(lambda tx: tx.events.muted(event.id, invited))
    assert (await house.event(event.id)).audience.chosen == {invited}
    left = await house.database.read(lambda tx: tx.members.get(guest.id))
    assert left is not None
    assert (left.name, left.telegram_id) == ("—", None)


async def test_a_guest_who_becomes_a_member_counts_for_the_quota(house: House) -> None:
    """A quota of seats for each organisation holds, no matter who turns out to be of it."""
    invited, invitation = await house.invites()
    event = await house.opens(quota=1)
    colleague = await house.database.write(
        lambda tx: tx.members.add(PersonDetails("Глафира"), _organisation(tx))
    )
    await house.database.write(lambda tx: _joins(tx, colleague, house.clock))
    await house.rsvps.answer(colleague, event.id, Answer.GOING)
    guest = await house.lets_in(event)
    await house.rsvps.answer(guest.id, event.id, Answer.GOING)

    await house.members.join(GINA, invitation)

    answered = await house.database.read(lambda tx: tx.rsvps.answered(event.id))
    assert [(member.id, rsvp.seat) for member, rsvp in answered] == [
        (colleague, Seat.SEATED),
        (invited, Seat.WAITING),
    ]


async def test_a_guest_who_opens_an_invitation_that_was_used_stays_a_guest(house: House) -> None:
    event = await house.opens()
    guest = await house.lets_in(event)
    await house.rsvps.answer(guest.id, event.id, Answer.GOING)
    _, invitation = await house.invites()
    await house.members.join(TelegramId(5), invitation)

    with pytest.raises(InvitationUsed):
        await house.members.join(GINA, invitation)

    still = await house.members.recognise(GINA)
    assert still is not None
    assert still.guest
    answered = await house.database.read(lambda tx: tx.rsvps.answered(event.id))
    assert [member.id for member, _ in answered] == [guest.id]


async def test_an_administrator_who_came_as_a_guest_is_no_guest_after_start(house: House) -> None:
    event = await house.opens()
    guest = await house.lets_in(event, ADMINISTRATOR, "Ада")
    await house.rsvps.answer(guest.id, event.id, Answer.MAYBE)

    administrator = await house.members.start(ADMINISTRATOR, "Ада")

    assert administrator is not None
    assert (administrator.guest, administrator.is_organiser) == (False, True)
    ((member, rsvp),) = await house.database.read(lambda tx: tx.rsvps.answered(event.id))
    assert (member.id, rsvp.answer) == (administrator.id, Answer.MAYBE)


def _organisation(tx: Stores) -> OrganisationId:
    found = tx.organisations.by_inn("6671000024")
    assert found is not None
    return found.id


def _joins(tx: Stores, member: MemberId, clock: SandboxClock) -> None:
    consented(tx, member, clock.now(), telegram_id=900)

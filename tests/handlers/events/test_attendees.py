"""Complaint 8 of users-ask.md: a list that survives hundreds of names, and people of one name."""

from dataclasses import replace

from bot.domain.events.events import EventId
from bot.domain.events.rsvps import Answer, Rsvp
from bot.domain.events.seats import Seat
from bot.domain.people.members import MemberId, Role
from bot.domain.people.people import OrganisationDetails, PersonDetails
from handlers.events.attendees import LINES
from handlers.events.callbacks.events import AttendeesButton
from handlers.ui.lengths import MESSAGE_LIMIT, units
from sandbox.people import Person
from storage.stores import Stores
from tests.alliance import Alliance, a_plan

MANY = 500


async def opens_list(person: Person) -> None:
    await person.taps("Ещё…")
    await person.sees(lambda message: "Кто идёт" in str(message.get("reply_markup")))
    await person.taps("Кто идёт")


async def fills(alliance: Alliance, event: EventId, names: list[tuple[str, str]]) -> None:
    """Seat people of these names and organisations, each with a guest."""
    now = alliance.clock.now()

    def write(tx: Stores) -> None:
        for number, (name, organisation) in enumerate(names, 1):
            details = OrganisationDetails(organisation, "", f"{number:010}", None, "")
            member = tx.members.add(PersonDetails(name), tx.organisations.add(details))
            rsvp = Rsvp(Answer.GOING, now, seat=Seat.SEATED, place=number, guests=1)
            tx.rsvps.save(event, member, rsvp)

    await alliance.database.write(write)


async def test_complaint_8_two_people_of_one_name_are_told_apart(alliance: Alliance) -> None:
    await alliance.has(1, "Ольга", Role.ORGANISER)
    boris = await alliance.has(2, "Борис")
    event = await alliance.announces(1)
    await boris.sees("Приглашаем вас")
    await fills(alliance, event, [("Иван Петров", "Забота"), ("Иван Петров", "<b>Право</b>")])

    await opens_list(boris)

    seen = await boris.sees("Идут 2 человека. С ними 2 гостя.")
    assert "1. Иван Петров · Забота +1\n2. Иван Петров · <b>Право</b> +1" in seen["text"]
    await boris.taps("Назад")
    await boris.sees("Придёте?")


async def test_nobody_yet_is_said_too(alliance: Alliance) -> None:
    await alliance.has(1, "Ольга", Role.ORGANISER)
    boris = await alliance.has(2, "Борис")
    await alliance.announces(1)
    await boris.sees("Приглашаем вас")
    await opens_list(boris)
    await boris.sees("Пока никто не записался")


async def test_complaint_8_a_card_with_500_who_go_pages_and_stays_within_the_limits(
    alliance: Alliance,
) -> None:
    await alliance.has(1, "Ольга", Role.ORGANISER)
    boris = await alliance.has(2, "Борис")
    plan = replace(a_plan(alliance.clock), guests=1, capacity=2 * MANY)
    event = await alliance.services.events.publish(MemberId(1), plan)
    await boris.sees("Приглашаем вас")
    longest = [(f"{number} " + "🎄" * 190, "Ю" * 199) for number in range(1, MANY + 1)]
    await fills(alliance, event, longest)
    await opens_list(boris)
    first = await boris.sees(f"Идут {MANY} человек. С ними {MANY} гостей.")
    numbers = [line.split(".")[0] for line in first["text"].splitlines()[2:]]
    assert numbers == [str(number) for number in range(1, LINES + 1)]

    for page in (1, MANY // LINES - 1, MANY, 0):
        data = AttendeesButton(event_id=event, page=page).pack()
        await boris.forges(data, first["message_id"])
        shown = max(0, min(page, MANY // LINES - 1))
        number = f"\n{shown * LINES + 1}. "
        seen = await boris.sees(number)
        assert units(seen["text"]) <= MESSAGE_LIMIT
    await boris.taps("Дальше")
    await boris.sees(f"\n{LINES + 1}. ")
    await boris.taps("Назад")
    await boris.sees("Свободных мест нет")

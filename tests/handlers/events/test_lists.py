"""Lists of an event's people for organisers, on pages and as XLSX."""

import io
from dataclasses import replace
from zlib import crc32

from openpyxl import load_workbook

from bot.domain.events.doors import Way
from bot.domain.events.rsvps import Answer, Group, Rsvp
from bot.domain.events.seats import Seat
from bot.domain.people.members import MemberId, Role
from bot.domain.people.people import OrganisationDetails, PersonDetails
from handlers.events.callbacks.boards import AnswersButton, SheetButton
from sandbox.chats import Message
from sandbox.people import Person
from storage.stores import Stores
from tests.alliance import Alliance, a_plan
from tests.handlers.events.test_manage import opens
from tests.keyboards import labels
from tests.people import joined

OLGA = MemberId(1)


async def invites(alliance: Alliance, *people: tuple[str, str]) -> list[MemberId]:
    """Add people who have joined: (name, organisation)."""
    now = alliance.clock.now()

    def write(tx: Stores) -> list[MemberId]:
        added = []
        for number, (name, organisation) in enumerate(people):
            inn = f"{crc32(organisation.encode()):010}"
            known = tx.organisations.by_inn(inn)
            place = OrganisationDetails(organisation, "", inn, None, "Ижевск")
            home = known.id if known else tx.organisations.add(place)
            member = joined(
                tx, PersonDetails(name, position="директор"), now, home, telegram_id=5000 + number
            )
            added.append(member)
        return added

    for number, (name, _) in enumerate(people):
        alliance.sandbox.add_person(5000 + number, name, started=True)
    return await alliance.database.write(write)


async def opens_lists(olga: Person) -> Message:
    await olga.taps("Списки", message=await opens(olga))
    return await olga.sees(lambda message: "Ждут места · " in str(message.get("reply_markup")))


async def test_every_group_is_listed_with_its_size_and_leads_to_the_others(
    alliance: Alliance,
) -> None:
    olga = await alliance.has(1, "Ольга", Role.ORGANISER)
    people = await invites(
        alliance, ("Анна", "Ёлка"), ("Борис", "Дубок"), ("Вера", "Дубок"), ("Павел <b>", "Ёлка")
    )
    event = await alliance.services.events.publish(
        OLGA, replace(a_plan(alliance.clock), capacity=2, guests=1)
    )
    rsvps = alliance.services.rsvps
    await rsvps.answer(people[0], event, Answer.GOING)
    await rsvps.bring(people[0], event, 1)
    await rsvps.answer(people[1], event, Answer.GOING)
    await rsvps.answer(people[2], event, Answer.MAYBE)
    at = alliance.clock.now()
    await alliance.database.write(
        lambda tx: tx.doors.add_arrival(event, people[3], at, Way.NAME, OLGA)
    )

    going = await opens_lists(olga)

    assert "✅ Идут: 1 человек и 1 гость" in going["text"]
    assert "1. Анна +1 · Ёлка" in going["text"]
    assert labels(going) == [
        *("✍️ Написать им", "⏳ Ждут места · 1", "🤔 Возможно · 1", "🚫 Не идут · 0"),
        *("❔ Не ответили · 2", "🚪 Пришли · 1", "‹ Назад"),
    ]
    await olga.taps("Ждут места", message=going)
    assert "1. Борис · Дубок" in (await olga.sees("⏳ Ждут места: 1 человек"))["text"]
    await olga.taps("Возможно", message=going)
    assert "1. Вера · Дубок" in (await olga.sees("🤔 Возможно: 1 человек"))["text"]
    await olga.taps("Не идут", message=going)
    declined = await olga.sees("🚫 Не идут: 0 человек")
    assert "Здесь пока никого" in declined["text"]
    assert "✍️ Написать им" not in labels(declined), "there is nobody to write to"
    await olga.taps("Не ответили", message=going)
    silent = await olga.sees("❔ Не ответили: 2 человека")
    assert "1. Ольга · —\n2. Павел <b> · Ёлка" in silent["text"]
    await olga.taps("Пришли", message=going)
    zone = alliance.config.alliance.time_zone
    came = await olga.sees("🚪 Пришли: 1 человек")
    assert f"1. Павел <b> · Ёлка ({at.astimezone(zone):%H:%M})" in came["text"]
    await olga.taps("Назад", message=going)
    await olga.sees("Ждут места: 1")


async def test_two_of_one_name_are_told_apart_by_their_organisation_as_complaint_8_asks(
    alliance: Alliance,
) -> None:
    olga = await alliance.has(1, "Ольга", Role.ORGANISER)
    people = await invites(alliance, ("Анна Иванова", "Ёлка"), ("Анна Иванова", "Дубок"))
    event = await alliance.announces(1)
    for member in people:
        await alliance.services.rsvps.answer(member, event, Answer.GOING)

    text = (await opens_lists(olga))["text"]

    assert "1. Анна Иванова · Ёлка\n2. Анна Иванова · Дубок" in text


async def test_a_guest_from_outside_is_marked_as_one(alliance: Alliance) -> None:
    olga = await alliance.has(1, "Ольга", Role.ORGANISER)
    event = await alliance.announces(1)
    guest = await alliance.database.write(lambda tx: tx.members.add_guest("Анна"))
    going = Rsvp(Answer.GOING, alliance.clock.now(), seat=Seat.SEATED, place=1)
    await alliance.database.write(lambda tx: tx.rsvps.save(event, guest, going))

    assert "1. Анна · гость по ссылке" in (await opens_lists(olga))["text"]


async def test_a_list_of_sixty_long_names_is_paged_within_the_limits_as_complaint_8_asks(
    alliance: Alliance,
) -> None:
    olga = await alliance.has(1, "Ольга", Role.ORGANISER)
    long = "Очень-" * 30
    people = await invites(alliance, *((f"{n:02} {long}", f"{long}{n}") for n in range(60)))
    event = await alliance.announces(1)
    for member in people:
        await alliance.services.rsvps.answer(member, event, Answer.GOING)

    first = await opens_lists(olga)
    assert first["text"].splitlines()[3].startswith("1. 00 Очень-")
    assert first["text"].splitlines()[-1].startswith("25. 24 Очень-")
    assert "Идут: 60 человек" in first["text"]
    assert labels(first)[0] == "Дальше ›"
    await olga.taps("Дальше", message=first)
    second = await olga.sees("26. 25 Очень-")
    assert labels(second)[:2] == ["‹ Раньше", "Дальше ›"]
    await olga.taps("Дальше", message=first)
    third = await olga.sees("60. 59 Очень-")
    assert labels(third)[0] == "‹ Раньше"
    forged = AnswersButton(event_id=event, group=Group.GOING, page=9_999).pack()
    await olga.forges(forged, third["message_id"])
    assert len((await olga.sees("60. 59"))["text"]) <= 4096


async def test_the_list_comes_as_a_workbook_that_excel_reads(alliance: Alliance) -> None:
    olga = await alliance.has(1, "Ольга", Role.ORGANISER)
    people = await invites(
        alliance, ("Анна", "Ёлка"), ("=1+1", "Дубок"), ("Вера", "Дубок"), ("Павел", "Ёлка")
    )
    plan = replace(
        a_plan(alliance.clock, "Съезд: «НКО» / 2027?"), capacity=2, guests=1, guests_named=True
    )
    event = await alliance.services.events.publish(OLGA, plan)
    await alliance.services.rsvps.answer(people[0], event, Answer.GOING)
    await alliance.services.rsvps.bring_named(people[0], event, ["Пётр"])
    await alliance.services.rsvps.answer(people[1], event, Answer.GOING)
    await alliance.services.rsvps.answer(people[2], event, Answer.DECLINED)
    board = await opens(olga, "Съезд")
    await olga.taps("Ещё…", message=board)
    await olga.sees("Что сделать?")
    await olga.taps("Список в Excel", message=board)
    message = await olga.sees("личные данные")

    name = message["document"]["file_name"]
    day = plan.starts_at.astimezone(alliance.config.alliance.time_zone)
    assert name == f"Список {day:%Y-%m-%d} Съезд «НКО» 2027.xlsx"
    file = alliance.sandbox.world.files.get(message["document"]["file_id"])
    assert file is not None
    book = load_workbook(io.BytesIO(file.upload.data))
    assert book.sheetnames == ["Люди", "Организации"]
    rows = [[cell.value for cell in row] for row in book["Люди"].iter_rows()]
    assert rows[0][:5] == ["Имя", "Организация", "Муниципалитет", "Должность", "Ответ"]
    found = {row[0]: row for row in rows[1:]}
    assert found["Анна"][1:7] == ["Ёлка", "Ижевск", "директор", "идёт", 1, "Пётр"]
    assert found["=1+1"][4] == "ждёт места"
    assert found["=1+1"][8] == 1
    assert found["Вера"][4] == "не идёт"
    assert found["Павел"][4] == "нет ответа"
    shares = [[cell.value for cell in row] for row in book["Организации"].iter_rows()]
    assert shares[1:] == [["—", 0, 0], ["Дубок", 0, 0], ["Ёлка", 2, 0]]


async def test_a_member_gets_no_list_and_no_file_whatever_they_forge(alliance: Alliance) -> None:
    await alliance.has(1, "Ольга", Role.ORGANISER)
    ivan = await alliance.has(2, "Иван")
    event = await alliance.announces(1)
    number = (await ivan.sees("Приглашаем вас"))["message_id"]
    buttons = [AnswersButton(event_id=event, group=group) for group in Group]
    for button in (*buttons, SheetButton(event_id=event)):
        answer = await ivan.forges(button.pack(), number)
        assert "организаторы" in (answer.text or "")
    assert len(ivan.chat()) == 1


async def test_buttons_of_an_event_that_is_none_say_so(alliance: Alliance) -> None:
    olga = await alliance.has(1, "Ольга", Role.ORGANISER)
    await olga.says("/manage")
    number = (await olga.sees("Впереди"))["message_id"]
    for data in ("list:99:going:0", "xlsx:99", "more:99", "write:99:", "write:99:going"):
        answer = await olga.forges(data, number)
        assert "Такого события нет" in (answer.text or ""), data
    for data in ("list:1:kings:0", "write:1:kings", "xlsx:-1", "more:0", "send:1:x"):
        answer = await olga.forges(data, number)
        assert "не действует" in (answer.text or ""), data

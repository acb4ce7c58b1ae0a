"""Every button forged by every sort of person whom it is not for."""

from dataclasses import replace
from datetime import timedelta

import pytest
from aiogram.filters.callback_data import CallbackData

from bot.domain.events.audiences import COUNCIL
from bot.domain.events.events import EventId
from bot.domain.events.rsvps import Answer, Group
from bot.domain.events.substitutions import SubstitutionId
from bot.domain.people.members import MemberId, Role, TelegramId
from handlers.events.callbacks import boards, doors, events
from handlers.ui.callbacks import EventButton, ManageButton, OpenButton, WriteButton
from sandbox.people import Person
from tests.alliance import Alliance, a_plan
from tests.databases import dump, execute, query
from tests.keyboards import taps_each

ANNA, VERA = MemberId(1), MemberId(2)
SECRET = "Тайный совет"
BROKEN = "сломалось"


def of_members(event: int) -> list[str]:
    """Return all that a member taps on a card, of an event, of a person, of a request."""
    return [
        one.pack()
        for one in (
            EventButton(event_id=EventId(event)),
            OpenButton(event_id=EventId(event)),
            *(events.RsvpButton(event_id=EventId(event), answer=answer) for answer in Answer),
            *(events.PostRsvpButton(event_id=EventId(event), answer=answer) for answer in Answer),
            *(events.SeriesRsvpButton(event_id=EventId(event), answer=answer) for answer in Answer),
            events.MoreButton(event_id=EventId(event), shown=True),
            events.WithdrawButton(event_id=EventId(event)),
            events.GuestsButton(event_id=EventId(event), count=1),
            events.GuestNamesButton(event_id=EventId(event)),
            events.AttendeesButton(event_id=EventId(event)),
            events.MuteButton(event_id=EventId(event), muted=True),
            events.CalendarButton(event_id=EventId(event)),
            events.CalendarButton(event_id=EventId(event), series=True),
            events.MapButton(event_id=EventId(event)),
            events.PassButton(event_id=EventId(event)),
            events.SubstituteButton(event_id=EventId(event)),
            events.ColleagueButton(event_id=EventId(event), member_id=ANNA),
            events.KeepSeatButton(event_id=EventId(event)),
            events.SubstituteAnswerButton(substitution_id=SubstitutionId(1), accept=True),
            events.SubstituteAnswerButton(substitution_id=SubstitutionId(1), accept=False),
        )
    ]


def of_organisers(event: int, person: int) -> list[str]:
    """Return all that organisers and those at the door tap."""
    return [
        one.pack()
        for one in (
            ManageButton(),
            boards.BoardButton(event_id=EventId(event)),
            boards.BoardMoreButton(event_id=EventId(event)),
            boards.CreateButton(),
            boards.MoveButton(event_id=EventId(event)),
            boards.CancelButton(event_id=EventId(event)),
            boards.CancelSeriesButton(event_id=EventId(event)),
            boards.ChangeButton(event_id=EventId(event)),
            boards.CopyButton(event_id=EventId(event)),
            boards.PublishQuestionButton(event_id=EventId(event)),
            boards.PublishButton(event_id=EventId(event)),
            *(boards.AnswersButton(event_id=EventId(event), group=group) for group in Group),
            boards.SheetButton(event_id=EventId(event)),
            WriteButton(event_id=EventId(event)),
            *(WriteButton(event_id=EventId(event), group=group) for group in Group),
            doors.DoorButton(event_id=EventId(event)),
            doors.FindButton(event_id=EventId(event)),
            doors.TickButton(event_id=EventId(event), member_id=MemberId(person)),
            doors.UntickButton(event_id=EventId(event), member_id=MemberId(person)),
            doors.ScreenButton(event_id=EventId(event)),
            doors.ScreenOffButton(),
            doors.HelpersButton(event_id=EventId(event)),
            doors.FindHelperButton(event_id=EventId(event)),
            doors.NameHelperButton(event_id=EventId(event), member_id=MemberId(person)),
            doors.DismissHelperButton(event_id=EventId(event), member_id=MemberId(person)),
            boards.PostButton(event_id=EventId(event), channel=True),
            boards.PostButton(event_id=EventId(event), channel=False),
            *(
                boards.GuestLinkButton(event_id=EventId(event), act=act)
                for act in ("show", "renew", "close", "ask_renew", "ask_close", "anything")
            ),
        )
    ]


async def a_council(alliance: Alliance) -> EventId:
    """Let the council meet in secret; Vera goes and is asked for nothing more."""
    await alliance.has(1, "Анна", Role.ORGANISER)
    await alliance.has(2, "Вера", Role.COUNCIL)
    plan = a_plan(alliance.clock, SECRET, timedelta(hours=3))
    event = await alliance.services.events.publish(ANNA, replace(plan, audience=COUNCIL, guests=3))
    await alliance.services.rsvps.answer(VERA, event, Answer.GOING)
    return event


async def a_person(alliance: Alliance, who: str) -> Person:
    """Bring in somebody for whom the council's meeting is not."""
    if who == "a member":
        return await alliance.has(7, "Борис")
    person = alliance.sandbox.add_person(7, "Гость", started=True)
    other = await alliance.services.events.publish(ANNA, a_plan(alliance.clock, "Открытый урок"))
    code = (await alliance.services.guests.link(ANNA, other)).guest_code
    await alliance.services.guests.consent(TelegramId(7), "Гость", f"g_{code}", "ru", 1)
    return person


@pytest.mark.parametrize("who", ["a member", "a guest"])
async def test_every_button_forged_by_whom_the_event_is_not_for_does_and_tells_nothing(
    alliance: Alliance, who: str
) -> None:
    event = await a_council(alliance)
    person = await a_person(alliance, who)
    await person.says("/help")
    number = (await person.sees("Вот что умеет бот"))["message_id"]
    await alliance.stands_still()
    before, seen = await dump(alliance.database), len(person.chat())

    forged = [*of_members(event), *of_organisers(event, VERA)]
    answers = await taps_each(person, forged, number)

    for one, answer in zip(forged, answers, strict=True):
        assert answer.show_alert, (one, answer)
        assert SECRET not in (answer.text or ""), one
        assert BROKEN not in (answer.text or ""), f"{one} is refused, not broken"
    assert len(person.chat()) == seen
    assert await dump(alliance.database) == before


@pytest.mark.parametrize(
    "asked",
    [
        WriteButton(event_id=EventId(1), group=Group.GOING),
        doors.FindButton(event_id=EventId(1)),
        doors.FindHelperButton(event_id=EventId(1)),
    ],
)
async def test_what_is_typed_counts_for_nothing_once_the_role_is_gone(
    alliance: Alliance, asked: CallbackData
) -> None:
    await a_council(alliance)
    anna = alliance.sandbox.person(1)
    await anna.says("/help")
    number = (await anna.sees("Вот что умеет бот"))["message_id"]
    await anna.forges(asked.pack(), number)
    await execute(alliance.database, "DELETE FROM roles WHERE member_id = 1")
    before = await query(alliance.database, "SELECT * FROM audit")
    await anna.says("Вера")
    refused = ("Это могут делать организаторы", "Такого события нет")
    refusal = await anna.sees(lambda message: message.get("text", "").startswith(refused))
    assert SECRET not in refusal["text"]
    assert await query(alliance.database, "SELECT * FROM audit") == before

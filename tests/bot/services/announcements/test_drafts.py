"""A draft gathers what is sent to the bot, survives everything, and is its organiser's alone."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.announcements.addressees import Circle, OfCircle, OfEvent
from bot.domain.announcements.announcements import AnnouncementId, Kind
from bot.domain.announcements.contents import Entity, Piece, PieceKind
from bot.domain.announcements.drafts import AnnouncementDraft, Bond, Part
from bot.domain.announcements.refusals import AlbumMixed
from bot.domain.events.events import EventId
from bot.domain.events.recurrence import Recurrence, Rhythm
from bot.domain.events.refusals import EventNotFound
from bot.domain.events.rsvps import Answer, Group, Rsvp
from bot.domain.events.seats import Seat
from bot.domain.people.members import MemberId, Role, TelegramId
from bot.domain.people.people import PersonDetails
from bot.domain.refusals import (
    ButtonTooOld,
    DayVague,
    DraftLost,
    LinkUnreadable,
    MomentPast,
    MomentUnreadable,
    NobodyConcerned,
    OnlyForOrganisers,
    TextMissing,
    TextTooLong,
    TimeVague,
)
from bot.services.access import known_member
from bot.services.announcements.circles import Circles
from bot.services.announcements.drafts import PROMPT, AnnouncementDrafts
from bot.services.announcements.kept_drafts import save_draft
from bot.services.prompts import Prompt, Prompts
from storage.engine.database import Database
from storage.stores import Stores
from tests.alliance import some_rules
from tests.clocks import TickingClock
from tests.events import an_event_plan
from tests.people import joined
from tests.questions import Question

NOW = datetime(2026, 12, 1, 7, 0, tzinfo=UTC)  # noon in Yekaterinburg
OLGA, PETR, ANNA = map(MemberId, (1, 2, 3))
GONE = AnnouncementId(7)


@pytest.fixture
async def people(database: Database) -> Database:
    def write(tx: Stores) -> None:
        for member in (OLGA, PETR, ANNA):
            roles = frozenset() if member == ANNA else frozenset({Role.ORGANISER})
            joined(tx, PersonDetails(f"Человек {member}", roles=roles), NOW)

    await database.write(write)
    return database


@pytest.fixture
def drafts(people: Database) -> AnnouncementDrafts:
    return AnnouncementDrafts(people, TickingClock(NOW), some_rules())


def text(number: int, words: str = "Привет") -> Part:
    return Part(number, Piece(PieceKind.TEXT, words, (Entity("bold", 0, 2),)))


def photo(number: int, album: str | None = None) -> Part:
    return Part(number, Piece(PieceKind.PHOTO, file=f"file-{number}"), album)


async def began(drafts: AnnouncementDrafts) -> AnnouncementDraft:
    return await drafts.take(OLGA, 0, "ru", text(1))


@pytest.fixture
async def event(people: Database) -> EventId:
    """Publish an event to which Anna goes and nobody else; she wants no announcements."""

    def write(tx: Stores) -> EventId:
        event = tx.events.add(an_event_plan(NOW + timedelta(days=3)), OLGA, NOW)
        tx.rsvps.save(event, ANNA, Rsvp(Answer.GOING, NOW, seat=Seat.SEATED, place=1))
        tx.subscriptions.save_unwanted(ANNA, frozenset(Kind) - {Kind.IMPORTANT})
        return event

    return await people.write(write)


async def test_a_message_to_a_group_of_an_event_begins_a_draft_for_it_with_the_events_button(
    database: Database, drafts: AnnouncementDrafts, event: EventId
) -> None:
    circle = OfEvent(event, Group.GOING)
    before = await began(drafts)
    assert await drafts.find(OLGA) == before, "until something is written, the last draft stays"

    draft = await drafts.take_for(OLGA, circle, text(5, "Ждём вас"))

    assert await drafts.find(OLGA) == draft
    assert draft.number != before.number
    assert (draft.plan.addressees, draft.event) == (circle, circle.event)
    assert draft.kind is Kind.IMPORTANT, "nobody who goes can have opted out of it"
    assert draft.contents["ru"].words == "Ждём вас"
    asked = await Prompts(database, TickingClock(NOW)).asked(TelegramId(OLGA))
    assert asked == Prompt(PROMPT, draft.number, "ru"), "whatever comes next takes its place"


async def test_the_files_of_an_album_for_a_group_of_an_event_are_one_draft(
    drafts: AnnouncementDrafts, event: EventId
) -> None:
    circle = OfEvent(event, Group.GOING)
    await asyncio.gather(*(drafts.take_for(OLGA, circle, photo(n, "a")) for n in (12, 10, 11)))
    found = await drafts.find(OLGA)
    assert found is not None
    assert [piece.file for piece in found.contents["ru"].pieces] == [
        *("file-10", "file-11", "file-12")
    ]


async def test_whom_a_group_of_an_event_is_told_of_in_numbers_and_one_of_nobody_is_refused(
    database: Database, event: EventId
) -> None:
    circles = Circles(database, TickingClock(NOW), some_rules())
    coverage = await circles.of_event(OLGA, OfEvent(event, Group.GOING))
    assert (coverage.reach.people, coverage.opted_out) == (1, 0)
    for group in (Group.WAITING, Group.CAME):
        with pytest.raises(NobodyConcerned):
            await circles.of_event(OLGA, OfEvent(event, group))


async def test_only_organisers_write_to_people_of_an_event_and_only_of_one_that_there_is(
    database: Database, drafts: AnnouncementDrafts, event: EventId
) -> None:
    circles = Circles(database, TickingClock(NOW), some_rules())
    for actor, asked, refusal in (
        (ANNA, event, OnlyForOrganisers),
        (OLGA, EventId(99), EventNotFound),
    ):
        with pytest.raises(refusal):
            await drafts.take_for(actor, OfEvent(asked, Group.GOING), text(5))
        with pytest.raises(refusal):
            await circles.of_event(actor, OfEvent(asked, Group.GOING))
    assert await drafts.find(OLGA) is None


async def test_a_draft_is_found_again_as_it_was_with_everything_settled(
    drafts: AnnouncementDrafts,
) -> None:
    draft = await began(drafts)
    number = draft.number
    await drafts.choose(OLGA, number, Bond.WITHOUT, OfCircle(Circle.COUNCIL))
    await drafts.link(OLGA, number, "ru", "Сайт — https://example.org")
    await drafts.schedule(OLGA, number, "завтра 9:00")
    await drafts.repeat(OLGA, number, Recurrence(Rhythm.WEEKLY, None, 4))
    changed = await drafts.change(
        OLGA, number, lambda d: replace(d, kind=Kind.IMPORTANT, quietly=True, pinned=True)
    )
    assert await drafts.find(OLGA) == changed
    assert changed.contents["ru"].pieces[0].entities == (Entity("bold", 0, 2),)
    assert changed.at == datetime(2026, 12, 2, 4, 0, tzinfo=UTC)
    assert await drafts.find(PETR) is None, "it is the organiser's own"


async def test_the_files_of_an_album_that_come_at_once_are_all_kept(
    drafts: AnnouncementDrafts,
) -> None:
    await asyncio.gather(*(drafts.take(OLGA, 0, "ru", photo(n, "a")) for n in (12, 10, 11)))
    found = await drafts.find(OLGA)
    assert found is not None
    assert [piece.file for piece in found.contents["ru"].pieces] == [
        *("file-10", "file-11", "file-12")
    ]


async def test_an_album_that_nobody_asked_for_is_asked_about_once_and_taken_whole(
    drafts: AnnouncementDrafts,
) -> None:
    gathered = [await drafts.gather(OLGA, photo(n, "a")) for n in (10, 11, 12)]
    assert [one.asked for one in gathered] == [True, False, False]
    assert await drafts.find(OLGA) is None
    draft = await drafts.accept(OLGA, 10)
    assert len(draft.contents["ru"].pieces) == 3
    late = await drafts.gather(OLGA, photo(13, "a"))
    assert late.draft is not None
    assert len(late.draft.contents["ru"].pieces) == 4
    assert await drafts.accept(OLGA, 10) == late.draft, "of one message there is one draft"


async def test_another_message_is_another_offer_and_the_older_question_is_too_old(
    drafts: AnnouncementDrafts,
) -> None:
    assert (await drafts.gather(OLGA, text(1))).asked
    assert (await drafts.gather(OLGA, text(2, "Другое"))).asked
    with pytest.raises(ButtonTooOld):
        await drafts.accept(OLGA, 1)
    assert (await drafts.accept(OLGA, 2)).contents["ru"].words == "Другое"


async def test_what_telegram_would_not_take_is_refused_and_the_draft_stays(
    drafts: AnnouncementDrafts,
) -> None:
    draft = await began(drafts)
    number = draft.number
    for part, refusal in ((text(2, "ы" * 4097), TextTooLong), (text(2, "\u200b"), TextMissing)):
        with pytest.raises(refusal):
            await drafts.take(OLGA, number, "ru", part)
    with pytest.raises(LinkUnreadable):
        await drafts.link(OLGA, number, "ru", "Сайт javascript:alert(1)")
    document = Part(4, Piece(PieceKind.DOCUMENT, file="d"), "a")
    await drafts.take(OLGA, number, "en", photo(3, "a"))
    with pytest.raises(AlbumMixed):
        await drafts.take(OLGA, number, "en", document)
    found = await drafts.find(OLGA)
    assert found is not None
    assert found.contents["ru"] == draft.contents["ru"]


@pytest.mark.parametrize(
    ("words", "refusal"),
    [("сегодня 9:00", MomentPast), ("завтра", TimeVague), ("когда-нибудь", MomentUnreadable)],
)
async def test_a_moment_is_ahead_and_has_a_time(
    drafts: AnnouncementDrafts, words: str, refusal: type[Exception]
) -> None:
    draft = await began(drafts)
    with pytest.raises(refusal):
        await drafts.schedule(OLGA, draft.number, words)
    with pytest.raises(MomentPast):
        await drafts.schedule_in(OLGA, draft.number, timedelta(0), 9)
    with pytest.raises(ButtonTooOld):
        await drafts.repeat(OLGA, draft.number, Recurrence(Rhythm.WEEKLY, None, 4))


async def test_what_was_typed_for_a_draft_answers_its_question(
    drafts: AnnouncementDrafts, database: Database
) -> None:
    draft = await began(drafts)
    question = Question(database, TickingClock(NOW), OLGA)
    await question.asks()
    with pytest.raises(DayVague):
        await drafts.schedule(OLGA, draft.number, "скоро")
    assert await question.is_open()

    await drafts.schedule(OLGA, draft.number, "завтра 9:00")
    assert not await question.is_open()
    await question.asks()
    await drafts.link(OLGA, draft.number, "ru", "Сайт — https://example.org")
    assert not await question.is_open()


async def test_what_follows_the_first_message_of_a_draft_takes_its_place(
    drafts: AnnouncementDrafts, database: Database
) -> None:
    draft = await began(drafts)
    asked = await Prompts(database, TickingClock(NOW)).asked(TelegramId(OLGA))
    assert asked == Prompt("announce", draft.number, "ru")


async def test_a_draft_that_was_given_away_is_not_changed_and_can_be_taken_up_again(
    drafts: AnnouncementDrafts,
) -> None:
    draft = await began(drafts)
    await drafts.change(OLGA, draft.number, lambda one: replace(one, given=GONE))
    assert await drafts.find(OLGA) is None
    for attempt in (
        drafts.take(OLGA, draft.number, "ru", text(2)),
        drafts.choose(OLGA, draft.number, Bond.OR, OfCircle(Circle.COUNCIL)),
        drafts.get(OLGA, draft.number),
    ):
        with pytest.raises(ButtonTooOld):
            await attempt
    assert (await drafts.given_or_open(OLGA, draft.number)).given == GONE

    again = await drafts.take_up(OLGA, GONE)

    assert again is not None
    assert again.number != draft.number, "what was sent under the old number stays sent"
    assert again.contents == draft.contents
    assert await drafts.take_up(OLGA, GONE) is None


async def test_a_new_draft_makes_the_buttons_of_the_old_one_too_old(
    drafts: AnnouncementDrafts,
) -> None:
    old = await began(drafts)
    await drafts.take(OLGA, 0, "ru", text(2))
    with pytest.raises(ButtonTooOld):
        await drafts.get(OLGA, old.number)


async def test_dropping_forgets_the_draft_the_offer_and_the_question(
    drafts: AnnouncementDrafts, database: Database
) -> None:
    prompts = Prompts(database, TickingClock(NOW))
    await began(drafts)
    await drafts.gather(OLGA, text(5))
    await prompts.ask(TelegramId(OLGA), Prompt("announce", 0, "ru"))
    await drafts.drop(OLGA)
    assert await drafts.find(OLGA) is None
    assert await prompts.asked(TelegramId(OLGA)) is None
    with pytest.raises(ButtonTooOld):
        await drafts.accept(OLGA, 5)


async def test_who_is_no_organiser_has_no_draft(drafts: AnnouncementDrafts) -> None:
    draft = await began(drafts)
    for attempt in (
        drafts.find(ANNA),
        drafts.take(ANNA, 0, "ru", text(1)),
        drafts.gather(ANNA, text(1)),
        drafts.accept(ANNA, 1),
        drafts.begin(ANNA, draft),
        drafts.change(ANNA, draft.number, lambda d: d),
        drafts.drop(ANNA),
    ):
        with pytest.raises(OnlyForOrganisers):
            await attempt


async def test_a_draft_of_another_release_is_said_to_be_lost_until_another_takes_its_place(
    drafts: AnnouncementDrafts, database: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    older = {"number": 7, "wordings": {"ru": {"parts": [{"text": "Тайна"}]}}}
    await database.write(lambda tx: tx.drafts.save_data(f"draft:{OLGA}:announcement", older, NOW))
    for attempt in (drafts.find(OLGA), drafts.get(OLGA, 7), drafts.given_or_open(OLGA, 7)):
        with pytest.raises(DraftLost):
            await attempt
    said = capsys.readouterr().out
    assert "draft not understood" in said
    assert f"member_id={OLGA}" in said
    assert "Тайна" not in said
    assert (await drafts.gather(OLGA, text(1))).asked
    draft = await began(drafts)
    assert await drafts.find(OLGA) == draft


async def test_a_correction_begun_in_an_earlier_release_is_still_read(
    drafts: AnnouncementDrafts, database: Database
) -> None:
    draft = AnnouncementDraft(number=7, corrects=GONE)
    await database.write(lambda tx: save_draft(tx, known_member(tx, OLGA), draft, NOW))
    key = f"draft:{OLGA}:announcement"
    stored = await database.read(lambda tx: tx.drafts.data(key))
    older = {name: value for name, value in stored.items() if name != "seen"}
    await database.write(lambda tx: tx.drafts.save_data(key, older, NOW))
    found = await drafts.get(OLGA, 7)
    assert (found.corrects, found.seen) == (GONE, None)


async def test_what_was_offered_to_another_release_is_said_to_be_lost(
    drafts: AnnouncementDrafts, database: Database
) -> None:
    older = {"parts": [{"text": "Тайна"}]}
    await database.write(lambda tx: tx.drafts.save_data(f"draft:{OLGA}:offer", older, NOW))
    with pytest.raises(DraftLost):
        await drafts.accept(OLGA, 1)
    assert (await drafts.gather(OLGA, text(1))).asked
    assert (await drafts.accept(OLGA, 1)).contents["ru"].words == "Привет"


async def test_an_unknown_language_is_refused(drafts: AnnouncementDrafts) -> None:
    with pytest.raises(ButtonTooOld):
        await drafts.take(OLGA, 0, "de", text(1))

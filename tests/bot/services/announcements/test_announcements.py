"""How an announcement goes its way: given away, agreed to, sent when due, held up, put right."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from itertools import pairwise
from typing import Any

import pytest

from bot.domain.announcements.addressees import (
    AllOf,
    ByName,
    Circle,
    OfCircle,
    OfEvent,
    OfMunicipalities,
)
from bot.domain.announcements.announcements import (
    AnnouncementId,
    AnnouncementPlan,
    AnnouncementState,
    Kind,
)
from bot.domain.announcements.contents import Content, Link, Piece, PieceKind
from bot.domain.announcements.copies import Fate
from bot.domain.announcements.drafts import AnnouncementDraft, draft_of
from bot.domain.announcements.letters import CopyLetter, RereadLetter, SecondYesLetter
from bot.domain.announcements.refusals import (
    AnnouncementChangedMeanwhile,
    AnnouncementGone,
    AnnouncementNotSent,
    AnnouncementRecalled,
    ConfirmedByItsAuthor,
    ContentLanguageUnknown,
    CorrectionImpossible,
    FieldsForOnePerson,
    KindAlwaysComes,
    NothingCorrected,
    TemplateNameTaken,
    TemplateNotFound,
)
from bot.domain.announcements.reports import CopyOutcome, UndeliveredReason
from bot.domain.events.events import EventId
from bot.domain.events.recurrence import Recurrence, Rhythm
from bot.domain.events.refusals import AudienceEmpty
from bot.domain.events.rsvps import Answer, Group, Rsvp
from bot.domain.events.seats import Seat
from bot.domain.mailings import Halt, MailingId
from bot.domain.people.members import MemberId, Role
from bot.domain.people.people import PersonDetails
from bot.domain.quiet_hours import QuietHours
from bot.domain.refusals import (
    MailingOver,
    MomentPast,
    NobodyConcerned,
    NotConfigured,
    OnlyForOrganisers,
    Refusal,
    TextTooLong,
)
from bot.features import NOTICES
from bot.ports import ChatUnreachable, SlowDown
from bot.services.announcements.announcements import Announcements
from bot.services.announcements.corrections import Corrections, Touched
from bot.services.announcements.drafts import AnnouncementDrafts
from bot.services.announcements.reports import AnnouncementReports
from bot.services.announcements.subscriptions import Subscriptions
from bot.services.announcements.templates import Templates
from bot.services.deliveries import MAX_CLAIM_BATCHES, Deliveries, Delivery
from bot.services.mailings import Mailings
from storage.engine.database import Database
from storage.stores import Stores
from tests.alliance import some_rules
from tests.announcing import ANNA, BORIS, a_plan, a_text
from tests.clocks import FixedClock
from tests.events import an_event_plan
from tests.outboxes import send
from tests.people import consented, joined
from tests.questions import Question

NOON = datetime(2026, 12, 1, 7, 0, tzinfo=UTC)  # 12:00 in Yekaterinburg
UNDO = timedelta(seconds=30)
VERA, GLEB = MemberId(3), MemberId(4)
GROUP = -1001


class Desk:
    """Anna and Vera organise; Boris and Gleb are told. Nothing is sent but by `delivers`."""

    def __init__(self, database: Database) -> None:
        self.database, self.clock = database, FixedClock(NOON)
        rules = some_rules(quiet_hours=QuietHours(time(22), time(9)))
        self.announcements = Announcements(
            database, self.clock, replace(rules, group=GROUP), undo=UNDO, second_yes=False
        )
        self.careful = Announcements(database, self.clock, rules, undo=UNDO, second_yes=True)
        self.mailings = Mailings(database, self.clock, rules)
        self.drafts = AnnouncementDrafts(database, self.clock, rules)
        self.corrections = Corrections(database, self.clock, rules)
        self.reports = AnnouncementReports(database, self.clock, rules)
        self.templates = Templates(database, self.clock, rules)
        self.subscriptions = Subscriptions(database, self.clock, rules)
        self.deliveries = Deliveries(
            database, self.clock, rules, notices=NOTICES, max_attempts=3, language="ru"
        )

    async def adds(self, name: str, *roles: Role, zone: str | None = None) -> MemberId:
        def write(tx: Stores) -> MemberId:
            member = joined(tx, PersonDetails(name, roles=frozenset(roles)), self.clock.now())
            tx.members.save_time_zone(member, zone)
            return member

        return await self.database.write(write)

    async def sends(self, plan: AnnouncementPlan | None = None) -> AnnouncementId:
        given = await self.announcements.send(ANNA, plan or a_plan())
        self.clock.time = max(self.clock.time + UNDO, given.sends_at)
        assert await self.announcements.send_due() == 1
        return given.id

    async def claims(self) -> list[Delivery]:
        return await self.deliveries.claim(29)

    async def delivers(self) -> list[Delivery]:
        """Deliver all that is due, and return what it was."""
        done = []
        while claimed := await self.claims():
            for delivery in claimed:
                await self.notes(delivery)
            done += claimed
        return done

    async def on_the_way(self, count: int) -> list[Delivery]:
        """Take so many copies for sending, and deliver what comes before them."""
        copies: list[Delivery] = []
        while len(copies) < count:
            for delivery in await self.deliveries.claim(count - len(copies)):
                if isinstance(delivery.letter.content, CopyLetter):
                    copies.append(delivery)
                else:
                    await self.notes(delivery)
        return copies

    async def notes(self, delivery: Delivery) -> None:
        await send(self.deliveries, delivery)

    async def words(self) -> dict[int, str]:
        """Deliver all that is due, and return which words of copies came to whom."""
        return {
            one.letter.chat: one.letter.content.content.words
            for one in await self.delivers()
            if isinstance(one.letter.content, CopyLetter)
        }

    async def mailing(self, announcement: AnnouncementId) -> MailingId:
        report = await self.reports.report(ANNA, announcement)
        return report.mailings[-1].mailing


@pytest.fixture
async def desk(database: Database) -> Desk:
    made = Desk(database)
    for name, *roles in (("Анна", Role.ORGANISER), ("Борис",), ("Вера", Role.ORGANISER), ("Глеб",)):
        await made.adds(str(name), *map(Role, roles))
    return made


ALL = {1, 2, 3, 4}


async def test_nothing_is_enqueued_until_the_time_to_think_again_is_over(desk: Desk) -> None:
    draft = await desk.drafts.begin(ANNA, AnnouncementDraft(number=0))
    given = await desk.announcements.send(ANNA, a_plan(), draft.number)
    assert given.sends_at == NOON + UNDO
    assert await desk.announcements.send_due() == 0
    assert await desk.words() == {}

    desk.clock.time += UNDO
    assert await desk.announcements.send_due() == 1
    assert set(await desk.words()) == ALL
    assert await desk.announcements.send_due() == 0
    again = await desk.announcements.send(ANNA, a_plan(), draft.number)
    assert again.id == given.id, "a draft, once"


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"addressees": ByName((MemberId(99),))}, AudienceEmpty),
        ({"addressees": AllOf(())}, AudienceEmpty),
        ({"addressees": OfMunicipalities(())}, AudienceEmpty),
        ({"at": NOON}, MomentPast),
        ({"to_channel": True}, NotConfigured),
        ({"contents": {"de": a_text("Hallo")}}, ContentLanguageUnknown),
        ({"contents": {"ru": a_text("{name}" * 600)}}, None),
        ({"contents": {"ru": a_text("a" * 4090 + "{name}")}}, None),
        ({"contents": {"ru": a_text("a" * 4088 + "{name}{name}")}}, TextTooLong),
    ],
)
async def test_a_plan_that_cannot_be_sent_is_refused_before_anybody_is_told(
    desk: Desk, changes: dict[str, Any], refusal: type[Refusal] | None
) -> None:
    plan = replace(a_plan(), **changes)
    if refusal is None:
        assert (await desk.announcements.preview(ANNA, plan)).reach.people == 4
        return
    for act in (desk.announcements.preview, desk.announcements.send):
        with pytest.raises(refusal):
            await act(ANNA, plan)


async def test_who_sleeps_is_counted_and_gets_it_in_their_own_morning(desk: Desk) -> None:
    await desk.adds("Дина", zone="America/New_York")  # 02:00 at noon in Yekaterinburg
    assert (await desk.announcements.preview(ANNA, a_plan())).later == 1

    announcement = await desk.sends()
    assert set(await desk.words()) == ALL
    (mailing,) = (await desk.reports.report(ANNA, announcement)).mailings
    assert (mailing.put_off, mailing.done) == (1, False)
    desk.clock.time = NOON + timedelta(hours=7)
    assert set(await desk.words()) == {5}


async def test_the_preview_tells_when_the_quiet_hours_of_those_end_who_wait_for_it(
    desk: Desk,
) -> None:
    late, usual = [QuietHours(time(23), time(12))], time(9)
    desk.clock.time = NOON - timedelta(hours=4)  # 08:00
    gleb = await desk.adds("Поздний Глеб")
    await desk.database.write(lambda tx: tx.members.save_quiet_hours(gleb, late))
    coverage = await desk.announcements.preview(ANNA, a_plan())
    assert coverage.mornings == {usual, time(12)}
    desk.clock.time = NOON - timedelta(hours=2)  # 10:00
    coverage = await desk.announcements.preview(ANNA, a_plan())
    assert coverage.later == 1
    assert coverage.mornings == {time(12)}


async def test_what_was_delayed_into_the_night_waits_for_the_morning(desk: Desk) -> None:
    await desk.sends()
    desk.clock.time = NOON + timedelta(hours=11)  # 23:00

    assert await desk.words() == {}
    desk.clock.time = NOON + timedelta(hours=21)
    assert set(await desk.words()) == ALL


async def test_what_is_for_everybody_waits_for_another_organisers_yes(desk: Desk) -> None:
    given = await desk.careful.send(ANNA, a_plan())
    assert given.state is AnnouncementState.UNCONFIRMED
    (asked,) = await desk.delivers()
    assert asked.letter.chat == VERA
    assert isinstance(asked.letter.content, SecondYesLetter)
    mark = asked.letter.content.mark
    desk.clock.time += timedelta(hours=1)
    assert await desk.careful.send_due() == 0
    for nobody, refusal in ((ANNA, ConfirmedByItsAuthor), (BORIS, OnlyForOrganisers)):
        with pytest.raises(refusal):
            await desk.careful.confirm(nobody, given.id, mark)

    confirmed = await desk.careful.confirm(VERA, given.id, mark)

    assert confirmed.sends_at == desk.clock.time + UNDO, "it can still be undone"
    assert await desk.careful.confirm(VERA, given.id, mark) == confirmed
    desk.clock.time += UNDO
    assert await desk.careful.send_due() == 1


async def test_a_second_yes_is_asked_for_by_whom_it_reaches_and_if_there_is_anybody(
    desk: Desk,
) -> None:
    some = a_plan(addressees=ByName((BORIS,)))
    assert (await desk.careful.send(ANNA, some)).state is AnnouncementState.SCHEDULED
    every = a_plan(addressees=ByName((ANNA, BORIS, VERA, GLEB)))
    assert (await desk.careful.send(ANNA, every)).state is AnnouncementState.UNCONFIRMED
    changed = await desk.careful.send(ANNA, some)
    changed = await desk.careful.change(ANNA, changed.id, a_plan())
    assert changed.state is AnnouncementState.UNCONFIRMED
    await desk.database.write(lambda tx: tx.members.update(VERA, PersonDetails("Вера")))
    assert (await desk.careful.send(ANNA, a_plan())).state is AnnouncementState.SCHEDULED


async def test_guests_of_an_event_do_not_make_its_people_everybody(desk: Desk) -> None:
    def write(tx: Stores) -> EventId:
        event = tx.events.add(an_event_plan(NOON + timedelta(days=3)), ANNA, NOON)
        for place in range(1, 9):
            guest = tx.members.add_guest(f"Гость {place}")
            consented(tx, guest, NOON)
            tx.rsvps.save(event, guest, Rsvp(Answer.GOING, NOON, seat=Seat.SEATED, place=place))
        return event

    going = OfEvent(await desk.database.write(write), Group.GOING)
    given = await desk.careful.send(ANNA, a_plan(addressees=going))
    assert given.state is AnnouncementState.SCHEDULED, "of the alliance nobody gets it"


async def test_what_waits_is_changed_or_cancelled_and_what_is_gone_is_not(desk: Desk) -> None:
    at = NOON + timedelta(days=1)
    first = await desk.announcements.send(ANNA, a_plan("Раз", at=at))
    second = await desk.announcements.send(ANNA, a_plan("Два", at=at + timedelta(hours=1)))
    later = a_plan("Раз, точнее", at=at + timedelta(hours=2))
    changed = await desk.announcements.change(VERA, first.id, later)
    assert [one.id for one in await desk.announcements.scheduled(ANNA)] == [second.id, first.id]
    assert changed.sends_at == at + timedelta(hours=2)

    await desk.announcements.cancel(VERA, second.id)
    await desk.announcements.cancel(VERA, second.id)
    desk.clock.time = at + timedelta(hours=3)
    assert await desk.announcements.send_due() == 1
    assert set((await desk.words()).values()) == {"Раз, точнее"}
    for gone in (first.id, second.id):
        with pytest.raises(AnnouncementGone):
            await desk.announcements.change(ANNA, gone, a_plan())
    with pytest.raises(AnnouncementGone):
        await desk.announcements.cancel(ANNA, first.id)


async def test_a_repeated_one_goes_out_each_time_and_skips_what_was_slept_through(
    desk: Desk,
) -> None:
    weekly = Recurrence(Rhythm.WEEKLY, None, 4)
    first = NOON + timedelta(days=1)
    await desk.announcements.send(ANNA, a_plan(at=first, recurrence=weekly))
    desk.clock.time = first
    assert await desk.announcements.send_due() == 1
    (again,) = await desk.announcements.scheduled(ANNA)
    assert again.sends_at == first + timedelta(weeks=1)

    desk.clock.time = first + timedelta(weeks=2, hours=1)  # the bot stood still
    assert await desk.announcements.send_due() == 1
    (last,) = await desk.announcements.scheduled(ANNA)
    assert last.sends_at == first + timedelta(weeks=3)
    desk.clock.time = last.sends_at
    assert await desk.announcements.send_due() == 1
    assert await desk.announcements.scheduled(ANNA) == []


@pytest.mark.parametrize(
    ("weekly", "left"),
    [
        (Recurrence(Rhythm.WEEKLY, None, 4), [3, 2, 1]),
        (Recurrence(Rhythm.WEEKLY, (NOON + timedelta(days=15)).date(), None), [2, 1]),
    ],
)
async def test_a_repeated_one_that_is_changed_goes_out_as_often_as_was_left(
    desk: Desk, weekly: Recurrence, left: list[int]
) -> None:
    first = NOON + timedelta(days=1)
    await desk.announcements.send(ANNA, a_plan(at=first, recurrence=weekly))
    desk.clock.time = first
    for count in left:
        assert await desk.announcements.send_due() == 1
        (again,) = await desk.announcements.scheduled(ANNA)
        assert 1 + len(again.times) == count
        earlier_release = replace(again, recurrence=weekly)  # it kept that of the whole
        assert earlier_release.remaining == again.remaining == again.recurrence
        opened = replace(draft_of(again.plan, 0), at=again.at, recurrence=again.remaining)
        changed = await desk.announcements.change(ANNA, again.id, opened.plan)
        assert (changed.sends_at, changed.times) == (again.sends_at, again.times)
        desk.clock.time = changed.sends_at
    assert await desk.announcements.send_due() == 1
    assert await desk.announcements.scheduled(ANNA) == []


async def test_a_paused_mailing_sends_nothing_even_what_came_back(desk: Desk) -> None:
    announcement = await desk.sends()
    mailing = await desk.mailing(announcement)
    (one,) = await desk.on_the_way(1)
    await desk.mailings.pause(VERA, mailing)
    await desk.deliveries.note_undelivered(one.claimed, SlowDown(timedelta(seconds=1)))
    desk.clock.time += timedelta(minutes=1)
    assert await desk.words() == {}
    (report,) = (await desk.reports.report(ANNA, announcement)).mailings
    assert report.halt is Halt.PAUSED
    desk.clock.time += timedelta(hours=1)

    await desk.mailings.resume(ANNA, mailing)

    assert set(await desk.words()) == ALL


async def test_many_who_sleep_are_put_off_a_few_at_a_time_and_none_is_forgotten(desk: Desk) -> None:
    for number in range(MAX_CLAIM_BATCHES + 4):
        await desk.adds(f"Участник {number}")
    announcement = await desk.sends()
    mailing = await desk.mailing(announcement)
    await desk.mailings.pause(ANNA, mailing)
    desk.clock.time = NOON + timedelta(hours=11)  # 23:00
    await desk.mailings.resume(ANNA, mailing)

    put_off = []
    for _ in range(3):
        assert not [d for d in await desk.deliveries.claim(1) if d.claimed.notice.mailing]
        (report,) = (await desk.reports.report(ANNA, announcement)).mailings
        put_off.append(report.put_off)

    assert all(after - before <= MAX_CLAIM_BATCHES for before, after in pairwise([0, *put_off]))
    assert put_off[-1] > MAX_CLAIM_BATCHES
    desk.clock.time = NOON + timedelta(hours=21)
    await desk.database.write(lambda tx: tx.outbox.recover())
    assert len(await desk.words()) == MAX_CLAIM_BATCHES + 8


async def test_a_stopped_mailing_is_over(desk: Desk) -> None:
    announcement = await desk.sends()
    mailing = await desk.mailing(announcement)
    (one,) = await desk.on_the_way(1)

    (other,) = await desk.on_the_way(1)
    assert await desk.mailings.stop(ANNA, mailing) == 2
    await desk.notes(one)
    await desk.deliveries.note_undelivered(other.claimed, SlowDown(timedelta(seconds=1)))
    desk.clock.time += timedelta(minutes=1)

    assert await desk.words() == {}
    (report,) = (await desk.reports.report(ANNA, announcement)).mailings
    assert (report.sent, report.dropped, report.done) == (1, 3, True)
    for act in (desk.mailings.pause, desk.mailings.resume, desk.mailings.stop):
        with pytest.raises(MailingOver):
            await act(ANNA, mailing)


# --- putting right ------------------------------------------------------------------------------


async def test_a_copy_on_its_way_during_a_correction_or_a_recall_is_put_right_after_it(
    desk: Desk,
) -> None:
    announcement = await desk.sends()
    on_the_way = await desk.on_the_way(4)
    await desk.corrections.correct(ANNA, announcement, {"ru": a_text("Исправлено")})
    for one in on_the_way[:2]:
        await desk.notes(one)
    await desk.delivers()
    versions = [await version(desk, announcement, one.letter.chat) for one in on_the_way[:2]]
    assert versions == [2, 2]

    await desk.corrections.recall(ANNA, announcement)
    for one in on_the_way[2:]:
        await desk.notes(one)
    await desk.delivers()

    fates = await desk.database.read(
        lambda tx: [tx.copies.get(announcement, person) for person in ALL]
    )
    assert {copy.fate for copy in fates if copy} == {Fate.REPLACED}


async def version(desk: Desk, announcement: AnnouncementId, person: int) -> int:
    copy = await desk.database.read(lambda tx: tx.copies.get(announcement, person))
    assert copy is not None
    return copy.version


async def test_who_still_waits_gets_the_corrected_one_and_nothing_of_a_recalled(desk: Desk) -> None:
    announcement = await desk.sends(a_plan("Раз"))
    await desk.corrections.correct(ANNA, announcement, {"ru": a_text("Два")})
    assert set((await desk.words()).values()) == {"Два"}
    second = await desk.sends(a_plan("Ой"))
    await desk.corrections.recall(ANNA, second)
    assert await desk.words() == {}
    with pytest.raises(AnnouncementRecalled):
        await desk.corrections.correct(ANNA, second, {"ru": a_text("Два")})
    with pytest.raises(AnnouncementRecalled):
        await desk.corrections.copy_to_newcomers(ANNA, second)


PHOTO = Piece(PieceKind.PHOTO, file="p")
PLAIN = a_text("Раз")


@pytest.mark.parametrize(
    ("old", "new", "refusal"),
    [
        (PLAIN, PLAIN, NothingCorrected),
        (PLAIN, Content((PHOTO,)), CorrectionImpossible),
        (Content((PHOTO,)), PLAIN, CorrectionImpossible),
        (Content((PHOTO, PHOTO)), Content((PHOTO,)), CorrectionImpossible),
        (
            Content((PHOTO, PHOTO)),
            Content((PHOTO, PHOTO), (Link("a", "https://a.ru"),)),
            CorrectionImpossible,
        ),
        (
            Content((Piece(PieceKind.DOCUMENT, file="d"),) * 2),
            Content((Piece(PieceKind.DOCUMENT, file="d"), Piece(PieceKind.AUDIO, file="a"))),
            Refusal,
        ),
        (Content((Piece(PieceKind.VOICE, file="v"),)), Content((PHOTO,)), CorrectionImpossible),
    ],
)
async def test_what_no_edit_can_bring_about_is_refused(
    desk: Desk, old: Content, new: Content, refusal: type[Refusal]
) -> None:
    announcement = await desk.sends(a_plan(contents={"ru": old}))
    with pytest.raises(refusal):
        await desk.corrections.correct(ANNA, announcement, {"ru": new})


async def test_a_correction_does_not_overwrite_one_that_came_after_it_was_opened(
    desk: Desk,
) -> None:
    announcement = await desk.sends(a_plan(contents={"ru": a_text("Раз"), "en": a_text("One")}))
    opened = await desk.announcements.get(ANNA, announcement)
    desk.clock.time += timedelta(minutes=1)
    theirs = {**opened.contents, "ru": a_text("Два")}
    await desk.corrections.correct(VERA, announcement, theirs, seen=opened.mark)

    mine = {**opened.contents, "en": a_text("Two")}
    for act in (desk.corrections.preview, desk.corrections.correct):
        with pytest.raises(AnnouncementChangedMeanwhile):
            await act(ANNA, announcement, mine, seen=opened.mark)

    again = await desk.announcements.get(ANNA, announcement)
    assert again.contents == theirs
    await desk.corrections.correct(
        ANNA, announcement, {**again.contents, "en": a_text("Two")}, seen=again.mark
    )
    corrected = (await desk.announcements.get(ANNA, announcement)).contents
    assert [one.words for one in corrected.values()] == ["Два", "Two"]


async def test_a_change_does_not_overwrite_one_that_came_after_it_was_opened(desk: Desk) -> None:
    at = NOON + timedelta(days=1)
    opened = await desk.announcements.send(ANNA, a_plan(at=at))
    desk.clock.time += timedelta(minutes=1)
    later = await desk.announcements.change(
        VERA, opened.id, replace(opened.plan, at=at + timedelta(days=3)), seen=opened.mark
    )

    mine = replace(opened.plan, contents={"ru": a_text("Субботник!")})
    with pytest.raises(AnnouncementChangedMeanwhile):
        await desk.announcements.change(ANNA, opened.id, mine, seen=opened.mark)

    assert (await desk.announcements.get(ANNA, opened.id)).at == at + timedelta(days=3)
    desk.clock.time += timedelta(minutes=1)
    again = replace(later.plan, contents={"ru": a_text("Субботник!")})
    changed = await desk.announcements.change(ANNA, opened.id, again, seen=later.mark)
    assert changed.at == at + timedelta(days=3)
    assert changed.mark != later.mark


@pytest.mark.parametrize(
    ("plan", "words", "refusal"),
    [
        ({"to_group": True}, "Привет, {name}!", FieldsForOnePerson),
        ({}, "a" * 4089 + "{name}", TextTooLong),  # with the fields it has 4,095 units
        ({}, "a" * 4085 + "{name}", None),
    ],
)
async def test_a_correction_is_refused_as_sending_it_would_be(
    desk: Desk, plan: dict[str, Any], words: str, refusal: type[Refusal] | None
) -> None:
    longest = await desk.adds("Константин")
    announcement = await desk.sends(a_plan("Привет!", **plan))
    await desk.delivers()
    await desk.database.write(lambda tx: tx.members.depart(longest, "Константин", NOON, guest=True))
    new = {"ru": a_text(words)}
    acts = (desk.corrections.preview, desk.corrections.correct)
    for act in acts:
        if refusal is None:
            await act(ANNA, announcement, new)
        else:
            with pytest.raises(refusal):
                await act(ANNA, announcement, new)


async def test_what_has_not_gone_out_is_not_corrected(desk: Desk) -> None:
    given = await desk.announcements.send(ANNA, a_plan())
    with pytest.raises(AnnouncementNotSent):
        await desk.corrections.correct(ANNA, given.id, {"ru": a_text("Два")})


async def test_a_copy_goes_to_those_who_joined_since_and_to_nobody_twice(desk: Desk) -> None:
    announcement = await desk.sends(a_plan("Раз"))
    await desk.words()
    with pytest.raises(NobodyConcerned):
        await desk.corrections.copy_to_newcomers(ANNA, announcement)
    await desk.corrections.correct(ANNA, announcement, {"ru": a_text("Два")})
    await desk.delivers()
    dina = await desk.adds("Дина")
    assert (await desk.corrections.newcomers(ANNA, announcement)).reach.people == 1

    await desk.corrections.copy_to_newcomers(ANNA, announcement)
    with pytest.raises(NobodyConcerned):
        await desk.corrections.copy_to_newcomers(VERA, announcement)

    assert await desk.words() == {dina: "Два"}
    touched = await desk.corrections.touched(ANNA, announcement)
    assert touched == Touched(standing=5, deletable=5)
    desk.clock.time += timedelta(hours=48)
    assert await desk.corrections.touched(ANNA, announcement) == Touched(5, 0)


# --- reports, templates, subscriptions ----------------------------------------------------------


async def test_the_report_tells_who_has_it_who_has_not_and_why(desk: Desk) -> None:
    announcement = await desk.sends()
    for one in await desk.claims():
        if one.letter.chat == BORIS:
            problem = ChatUnreachable("Forbidden: bot was blocked by the user")
            await desk.deliveries.note_undelivered(one.claimed, problem)
        else:
            await desk.notes(one)

    await desk.delivers()

    report = await desk.reports.report(ANNA, announcement)
    (undelivered,) = report.undelivered
    assert (undelivered.outcome, undelivered.reason) == (
        CopyOutcome.UNREACHABLE,
        UndeliveredReason.BLOCKED,
    )
    assert undelivered.count == 1
    recipients = await desk.reports.recipients(ANNA, announcement)
    outcomes = {one.name: one.outcome for one in recipients}
    assert outcomes == {
        "Анна": CopyOutcome.SENT,
        "Борис": CopyOutcome.UNREACHABLE,
        "Вера": CopyOutcome.SENT,
        "Глеб": CopyOutcome.SENT,
    }
    (listed,) = await desk.reports.listed(ANNA, "СУББОТНИК")
    assert (listed.total, listed.sent) == (4, 3)
    assert await desk.reports.listed(ANNA, "собрание") == []


async def test_templates_are_kept_by_name_and_go_when_they_are_deleted(desk: Desk) -> None:
    contents = {"ru": a_text("Здравствуйте, {name}!")}
    template = await desk.templates.save(ANNA, " Приветствие ", contents)
    question = Question(desk.database, desk.clock, VERA)
    await question.asks()
    with pytest.raises(TemplateNameTaken):
        await desk.templates.save(VERA, "ПРИВЕТСТВИЕ", contents)
    assert await question.is_open(), "another name can be typed"
    (kept,) = await desk.templates.listed(VERA)
    assert (kept.name, kept.contents) == ("Приветствие", contents)

    other = await desk.templates.save(VERA, "Встреча", contents)
    assert not await question.is_open()
    await desk.templates.delete(VERA, other)
    await desk.templates.delete(VERA, template)

    with pytest.raises(TemplateNotFound):
        await desk.templates.get(ANNA, template)


async def test_people_choose_what_comes_and_read_again_what_came(desk: Desk) -> None:
    await desk.subscriptions.unsubscribe(BORIS, Kind.NEWS)
    with pytest.raises(KindAlwaysComes):
        await desk.subscriptions.unsubscribe(BORIS, Kind.IMPORTANT)
    assert await desk.subscriptions.kinds(BORIS) == frozenset(Kind) - {Kind.NEWS}
    assert (await desk.announcements.preview(ANNA, a_plan())).opted_out == 1
    news = await desk.sends(a_plan("Новость"))
    important = await desk.sends(a_plan("Важное, {name}", kind=Kind.IMPORTANT))
    assert BORIS in await desk.words()

    assert [one.id for one in await desk.subscriptions.published(BORIS)] == [important]
    assert [one.id for one in await desk.subscriptions.published(GLEB, "новость")] == [news]
    desk.clock.time += timedelta(minutes=1)
    await desk.subscriptions.read(BORIS, important)
    (again,) = await desk.claims()
    assert isinstance(again.letter.content, RereadLetter)
    assert again.letter.content.content.words == "Важное, Борис"
    with pytest.raises(Refusal):
        await desk.subscriptions.read(BORIS, news)
    await desk.corrections.recall(ANNA, important)
    assert await desk.subscriptions.published(BORIS) == []


async def test_who_unsubscribes_while_it_is_on_its_way_is_spared(desk: Desk) -> None:
    await desk.sends()
    await desk.subscriptions.unsubscribe(BORIS, Kind.NEWS)

    assert set(await desk.words()) == ALL - {BORIS}


async def test_who_is_no_organiser_can_do_none_of_it(desk: Desk) -> None:
    announcement = await desk.sends()
    contents = {"ru": a_text("Ха")}
    acts = [
        desk.announcements.preview(BORIS, a_plan()),
        desk.announcements.send(BORIS, a_plan()),
        desk.announcements.cancel(BORIS, announcement),
        desk.announcements.scheduled(BORIS),
        desk.mailings.stop(BORIS, MailingId(1)),
        desk.corrections.correct(BORIS, announcement, contents),
        desk.corrections.recall(BORIS, announcement),
        desk.corrections.copy_to_newcomers(BORIS, announcement),
        desk.reports.report(BORIS, announcement),
        desk.reports.listed(BORIS),
        desk.templates.save(BORIS, "Мой", contents),
        desk.templates.listed(BORIS),
    ]
    for act in acts:
        with pytest.raises(OnlyForOrganisers):
            await act


async def test_the_council_alone_is_told_what_is_for_the_council(desk: Desk) -> None:
    chair = await desk.adds("Егор", Role.CHAIR)

    await desk.sends(a_plan(addressees=OfCircle(Circle.COUNCIL)))

    assert set(await desk.words()) == {chair}


async def test_a_change_that_was_undone_can_be_sent_after_all(desk: Desk) -> None:
    """What it changed was cancelled with it, so it goes out as a new announcement."""
    waiting = await desk.announcements.send(ANNA, a_plan(at=NOON + timedelta(days=1)))
    begun = replace(draft_of(waiting.plan, 0), changes=waiting.id, seen=waiting.mark)
    draft = await desk.drafts.begin(ANNA, begun)
    await desk.announcements.change(ANNA, waiting.id, draft.plan, draft.number, draft.seen)
    await desk.announcements.cancel(ANNA, waiting.id)

    desk.clock.time += timedelta(minutes=1)
    again = await desk.drafts.take_up(ANNA, waiting.id)

    assert again is not None
    assert (again.changes, again.seen) == (None, None)
    sent = await desk.announcements.send(ANNA, again.plan, again.number)
    assert sent.id != waiting.id

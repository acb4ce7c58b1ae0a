"""What people open again: every copy is put right, and there are never more than two of them."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.announcements.announcements import AnnouncementId, AnnouncementState
from bot.domain.announcements.contents import Content, Piece, PieceKind
from bot.domain.announcements.copies import Copy, Fate
from bot.domain.announcements.letters import (
    ButtonsLetter,
    CopyLetter,
    CorrectionLetter,
    RereadLetter,
    WithdrawalLetter,
)
from bot.domain.announcements.refusals import AnnouncementNotFound
from bot.domain.letters import ReportLetter
from bot.domain.notices import MessageRef
from bot.domain.people.members import MemberId, Role, TelegramId
from bot.domain.refusals import NotMember
from bot.ports import ChatUnreachable, MessageGone
from bot.services.announcements.corrections import Touched
from bot.services.deliveries import Delivery
from bot.services.people.members import Members
from storage.engine.database import Database
from storage.stores import Stores
from tests.alliance import some_rules
from tests.announcing import ANNA, BORIS, a_plan, a_text
from tests.bot.services.announcements.test_announcements import Desk

AGAIN = timedelta(minutes=1)
BLOCKED = ChatUnreachable("Forbidden: bot was blocked by the user")


class Reading(Desk):
    """Boris reads again what Anna announced."""

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self.members = Members(
            database, self.clock, rules=some_rules(), administrators=frozenset(), language="ru"
        )

    async def rereads(self, announcement: AnnouncementId) -> list[Delivery]:
        """Have Boris open it again, and deliver what is due."""
        self.clock.time += AGAIN
        await self.subscriptions.read(BORIS, announcement)
        return await self.delivers()

    async def copies(self, announcement: AnnouncementId) -> tuple[Copy | None, Copy | None]:
        """Return what Boris was sent, and what he opened again."""

        def find(tx: Stores) -> tuple[Copy | None, Copy | None]:
            sent = tx.copies.get(announcement, BORIS)
            return sent, tx.copies.get(announcement, BORIS, reread=True)

        return await self.database.read(find)

    async def versions(self, announcement: AnnouncementId) -> list[int]:
        return [copy.version for copy in await self.copies(announcement) if copy]

    async def fates(self, announcement: AnnouncementId) -> list[Fate]:
        return [copy.fate for copy in await self.copies(announcement) if copy]

    async def notes(self, delivery: Delivery) -> None:
        """Deliver; what is deleted leaves no message."""
        said = delivery.letter.content
        if isinstance(said, WithdrawalLetter) and said.deletable:
            await self.deliveries.note_sent(delivery.claimed, None, said)
        else:
            await super().notes(delivery)

    async def is_out_of_reach(self) -> None:
        """Have Boris block the bot unnoticed."""
        now = self.clock.now()
        await self.database.write(lambda tx: tx.members.save_reachable(BORIS, now, reachable=False))


@pytest.fixture
async def reading(database: Database) -> Reading:
    made = Reading(database)
    await made.adds("Анна", Role.ORGANISER)
    await made.adds("Борис")
    return made


async def announced(reading: Reading, words: str = "Раз") -> AnnouncementId:
    announcement = await reading.sends(a_plan(words))
    await reading.delivers()
    return announcement


def contents(found: Iterable[Delivery]) -> list[str]:
    """Return what kinds of letters came to Boris."""
    return [type(one.letter.content).__name__ for one in found if one.letter.chat == BORIS]


async def test_a_correction_reaches_both_copies_and_counts_a_person_once(reading: Reading) -> None:
    announcement = await announced(reading)
    (again,) = await reading.rereads(announcement)
    assert isinstance(again.letter.content, RereadLetter)
    assert again.letter.content.content.words == "Раз"
    assert await reading.corrections.touched(ANNA, announcement) == Touched(2, 2)

    await reading.corrections.correct(ANNA, announcement, {"ru": a_text("Два")})
    assert contents(await reading.delivers()) == ["CorrectionLetter"] * 2

    assert await reading.versions(announcement) == [2, 2]
    report = await reading.reports.report(ANNA, announcement)
    assert [(one.sent, one.total) for one in report.mailings] == [(2, 2), (2, 2)]
    (listed,) = await reading.reports.listed(ANNA)
    assert (listed.total, listed.sent) == (2, 2)


async def test_a_recall_reaches_both_copies_each_as_its_age_allows(reading: Reading) -> None:
    announcement = await announced(reading)
    reading.clock.time += timedelta(hours=47)
    await reading.rereads(announcement)
    reading.clock.time += timedelta(hours=2)
    assert await reading.corrections.touched(ANNA, announcement) == Touched(2, 0)

    await reading.corrections.recall(ANNA, announcement)
    letters = [one.letter.content for one in await reading.delivers() if one.letter.chat == BORIS]

    assert [one.deletable for one in letters if isinstance(one, WithdrawalLetter)] == [False, True]
    assert await reading.fates(announcement) == [Fate.REPLACED, Fate.DELETED]


async def test_who_reads_it_twenty_times_has_two_copies_and_each_costs_one_edit(
    reading: Reading,
) -> None:
    announcement = await announced(reading)
    taken: list[tuple[int, ...] | None] = []
    for _ in range(20):
        (again,) = await reading.rereads(announcement)
        said = again.letter.content
        assert isinstance(said, RereadLetter)
        taken.append(None if said.before is None else said.before.copy.messages)
        _, last = await reading.copies(announcement)
        assert last is not None
        taken.append(last.messages)
    assert taken[0] is None
    assert taken[1:-1:2] == taken[2::2], "each takes the place of the one before"

    await reading.corrections.correct(ANNA, announcement, {"ru": a_text("Два")})

    assert contents(await reading.delivers()) == ["CorrectionLetter"] * 2


async def test_impatient_taps_bring_it_once(reading: Reading) -> None:
    announcement = await announced(reading)
    for _ in range(10):
        reading.clock.time += timedelta(milliseconds=50)
        await reading.subscriptions.read(BORIS, announcement)
    reading.clock.time += timedelta(seconds=1)

    assert contents(await reading.delivers()) == ["RereadLetter"]


async def test_what_is_opened_again_overtakes_a_mailing_that_is_under_way(reading: Reading) -> None:
    announcement = await announced(reading)
    for number in range(40):
        await reading.adds(f"Участник {number}")
    await reading.sends(a_plan("Ещё новость"))
    reading.clock.time += AGAIN

    await reading.subscriptions.read(BORIS, announcement)

    first = await reading.deliveries.claim(2)
    assert [type(one.letter.content) for one in first] == [ReportLetter, RereadLetter]


@pytest.mark.parametrize("recalled", [False, True])
async def test_one_that_was_on_its_way_is_put_right_after_it(
    reading: Reading, recalled: bool
) -> None:
    announcement = await announced(reading)
    reading.clock.time += AGAIN
    await reading.subscriptions.read(BORIS, announcement)
    (again,) = await reading.claims()
    if recalled:
        await reading.corrections.recall(ANNA, announcement)
    else:
        await reading.corrections.correct(ANNA, announcement, {"ru": a_text("Два")})

    await reading.notes(again)
    await reading.delivers()

    if recalled:
        assert await reading.fates(announcement) == [Fate.DELETED, Fate.DELETED]
    else:
        assert await reading.versions(announcement) == [2, 2]


async def test_one_that_was_replaced_before_its_correction_is_left_alone(reading: Reading) -> None:
    announcement = await announced(reading)
    await reading.rereads(announcement)
    _, older = await reading.copies(announcement)
    await reading.corrections.correct(ANNA, announcement, {"ru": a_text("Два")})
    reading.clock.time += AGAIN
    await reading.subscriptions.read(BORIS, announcement)  # it overtakes the correction

    letters = [one.letter.content for one in await reading.delivers() if one.letter.chat == BORIS]

    assert [type(one) for one in letters] == [RereadLetter, CorrectionLetter]
    assert older
    assert older.messages not in [
        one.copy.messages for one in letters if isinstance(one, CorrectionLetter)
    ]
    assert await reading.versions(announcement) == [2, 2]


async def test_one_that_its_reader_deleted_takes_nothing_else_with_it(reading: Reading) -> None:
    announcement = await announced(reading)
    await reading.rereads(announcement)
    await reading.corrections.correct(ANNA, announcement, {"ru": a_text("Два")})
    while claimed := await reading.claims():
        for one in claimed:
            said = one.letter.content
            if isinstance(said, CorrectionLetter) and said.copy.reread:
                await reading.deliveries.note_undelivered(one.claimed, MessageGone("not found"))
            else:
                await reading.notes(one)

    assert await reading.fates(announcement) == [Fate.STANDING, Fate.GONE]
    assert await reading.corrections.touched(ANNA, announcement) == Touched(2, 2)
    (again,) = await reading.rereads(announcement)
    assert isinstance(again.letter.content, RereadLetter)
    assert again.letter.content.before is None
    assert await reading.fates(announcement) == [Fate.STANDING, Fate.STANDING]


async def test_who_has_only_what_they_opened_again_is_part_of_the_report(reading: Reading) -> None:
    announcement = await announced(reading)
    await reading.rereads(announcement)
    sent, _ = await reading.copies(announcement)
    assert sent is not None
    gone = replace(sent, fate=Fate.GONE)
    await reading.database.write(lambda tx: tx.copies.change(gone))

    await reading.corrections.correct(ANNA, announcement, {"ru": a_text("Два")})
    await reading.delivers()

    report = await reading.reports.report(ANNA, announcement)
    assert (report.mailings[-1].sent, report.mailings[-1].total) == (2, 2)
    assert await reading.versions(announcement) == [1, 2]


async def test_after_a_kill_between_sending_and_marking_it_comes_again_and_is_known(
    reading: Reading,
) -> None:
    announcement = await announced(reading)
    reading.clock.time += AGAIN
    await reading.subscriptions.read(BORIS, announcement)
    (again,) = await reading.claims()  # sent, and the process is killed
    assert await reading.deliveries.recover() == 1

    (once_more,) = await reading.delivers()

    assert once_more.claimed.id == again.claimed.id
    assert await reading.fates(announcement) == [Fate.STANDING, Fate.STANDING]
    await reading.corrections.correct(ANNA, announcement, {"ru": a_text("Два")})
    (first, *_) = [one for one in await reading.claims() if one.letter.chat == BORIS]
    await reading.deliveries.recover()  # an edit made twice is no harm
    await reading.delivers()
    assert isinstance(first.letter.content, CorrectionLetter)
    assert await reading.versions(announcement) == [2, 2]


async def test_the_buttons_of_an_album_opened_again_belong_to_it_once(reading: Reading) -> None:
    album = Content((Piece(PieceKind.PHOTO, file="a"), Piece(PieceKind.PHOTO, file="b")))
    announcement = await reading.sends(a_plan(contents={"ru": album}))
    await reading.delivers()
    reading.clock.time += AGAIN
    await reading.subscriptions.read(BORIS, announcement)
    (again,) = await reading.claims()
    message = MessageRef(BORIS, 900, more=(901,))
    await reading.deliveries.note_sent(again.claimed, message, again.letter.content)

    (below,) = await reading.claims()
    assert isinstance(below.letter.content, ButtonsLetter)
    await reading.deliveries.note_sent(below.claimed, MessageRef(BORIS, 902), below.letter.content)

    _, last = await reading.copies(announcement)
    assert last is not None
    assert last.messages == (900, 901, 902)
    assert not await reading.claims()


async def test_only_to_whom_it_went_is_it_sent_again_and_nothing_of_a_recalled_one(
    reading: Reading,
) -> None:
    announcement = await announced(reading)
    dina = await reading.adds("Дина")
    with pytest.raises(AnnouncementNotFound):
        await reading.subscriptions.read(dina, announcement)
    with pytest.raises(NotMember):
        await reading.subscriptions.read(MemberId(99), announcement)
    reading.clock.time += AGAIN
    await reading.subscriptions.read(BORIS, announcement)
    await reading.corrections.recall(ANNA, announcement)
    assert contents(await reading.delivers()) == ["WithdrawalLetter"]
    with pytest.raises(AnnouncementNotFound):
        await reading.subscriptions.read(BORIS, announcement)


# --- people who cannot be reached, and those who are erased ---------------------------------------


async def blocks(reading: Reading) -> None:
    """Have Boris block the bot: whatever is for him from now on does not reach him."""
    while claimed := await reading.claims():
        for one in claimed:
            if one.letter.chat == BORIS:
                await reading.deliveries.note_undelivered(one.claimed, BLOCKED)
            else:
                await reading.notes(one)


async def returns(reading: Reading) -> None:
    found = await reading.members.note_reachable(TelegramId(BORIS), reachable=True)
    assert found is not None


@pytest.mark.parametrize("recalled", [False, True])
async def test_who_blocked_the_bot_has_their_copies_put_right_when_they_come_back(
    reading: Reading, recalled: bool
) -> None:
    announcement = await announced(reading)
    await reading.rereads(announcement)
    await reading.corrections.correct(ANNA, announcement, {"ru": a_text("Два")})
    await blocks(reading)
    assert await reading.versions(announcement) == [1, 1]
    if recalled:
        await reading.corrections.recall(ANNA, announcement)
        await blocks(reading)

    await returns(reading)
    await reading.delivers()

    if recalled:
        assert await reading.fates(announcement) == [Fate.DELETED, Fate.DELETED]
        await returns(reading)
        assert contents(await reading.delivers()) == []
    else:
        assert await reading.versions(announcement) == [2, 2]
        report = (await reading.reports.report(ANNA, announcement)).mailings[-1]
        assert (report.sent, report.unreachable) == (2, 0)


async def test_a_correction_that_was_stopped_is_not_made_up_for(reading: Reading) -> None:
    announcement = await announced(reading)
    await reading.corrections.correct(ANNA, announcement, {"ru": a_text("Два")})
    mailing = await reading.mailing(announcement)
    await reading.mailings.stop(ANNA, mailing)
    await reading.database.write(lambda tx: tx.mailings.save_finished(mailing, reading.clock.now()))
    await reading.is_out_of_reach()

    await returns(reading)
    await reading.delivers()

    assert await reading.versions(announcement) == [1]


async def test_who_taps_is_reached_though_it_was_not_known(reading: Reading) -> None:
    announcement = await announced(reading)
    await reading.is_out_of_reach()

    assert contents(await reading.rereads(announcement)) == ["RereadLetter"]


async def test_nothing_of_a_person_is_kept_who_is_erased_while_a_letter_is_on_its_way(
    reading: Reading,
) -> None:
    announcement = await announced(reading)
    await reading.rereads(announcement)
    await reading.corrections.correct(ANNA, announcement, {"ru": a_text("Два")})
    corrections = [
        one
        for one in await reading.claims()
        if isinstance(one.letter.content, CorrectionLetter) and one.letter.chat == BORIS
    ]
    assert corrections
    await reading.members.erase(BORIS)

    for one in corrections:
        await reading.notes(one)
    await reading.delivers()

    assert await reading.copies(announcement) == (None, None)


async def test_what_is_opened_again_by_who_is_erased_meanwhile_is_not_kept(
    reading: Reading,
) -> None:
    announcement = await announced(reading)
    reading.clock.time += AGAIN
    await reading.subscriptions.read(BORIS, announcement)
    (again,) = await reading.claims()
    await reading.members.erase(BORIS)

    await reading.notes(again)

    assert await reading.copies(announcement) == (None, None)
    found = await reading.announcements.get(ANNA, announcement)
    assert found.state is AnnouncementState.SENT


async def test_a_letter_to_whom_the_first_copy_goes_is_no_reread(reading: Reading) -> None:
    announcement = await reading.sends()
    reading.clock.time += AGAIN
    await reading.subscriptions.read(BORIS, announcement)

    letters = [one.letter.content for one in await reading.delivers() if one.letter.chat == BORIS]

    assert [type(one) for one in letters] == [RereadLetter, CopyLetter]
    assert await reading.fates(announcement) == [Fate.STANDING, Fate.STANDING]

"""Administrators are told what the bot could not do, and where the log says why."""

from datetime import UTC, datetime

import pytest

from bot.clock import SystemClock
from bot.domain.announcements.announcements import AnnouncementState
from bot.domain.announcements.submissions import NewAnnouncement
from bot.domain.backups import BackupDue
from bot.domain.failures import DELAYS, FailedItem, FailureId, ItemPutAsideLetter
from bot.domain.people.members import MemberId, Role
from bot.domain.people.reachability import PeopleDue
from handlers.people.failures import render_put_aside
from handlers.ui.letters import Sight
from handlers.ui.texts import AllTexts
from storage.stores import Stores
from tests.alliance import Alliance, some_rules
from tests.announcing import a_plan
from tests.databases import run
from tests.dues import due_kinds

NOW = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
TEXTS = AllTexts("ru", some_rules().zone, SystemClock())


def words(kind: str, language: str) -> str:
    item = FailedItem(kind, 1234, 5, "ValueError at times.py:21", None, NOW)
    letter = ItemPutAsideLetter(FailureId(17), item)
    return render_put_aside(letter, TEXTS.for_language(language), Sight("bot")).text


@pytest.mark.parametrize("language", ["ru", "en"])
def test_each_kind_of_failure_is_named_with_its_number_and_that_of_the_log(language: str) -> None:
    kinds = due_kinds()
    said = {kind: words(kind, language) for kind in kinds}

    assert len(set(said.values())) == len(kinds) > 0
    for kind, text in said.items():
        assert ("№\N{NO-BREAK SPACE}1234" in text or "No.\N{NO-BREAK SPACE}1234" in text) == (
            kind not in {PeopleDue.DIGEST, BackupDue.NIGHTLY}  # there is one each
        )
        assert "<b>17</b>" in text
        assert "ValueError at times.py:21" in text


async def test_an_administrator_reads_what_could_not_be_sent_and_everybody_else_their_letters(
    alliance: Alliance,
) -> None:
    ada = await alliance.has(1, "Ада", Role.ADMINISTRATOR)
    boris = await alliance.has(2, "Борис")
    now = alliance.clock.now()
    new = NewAnnouncement(a_plan("Субботник!"), AnnouncementState.SCHEDULED, MemberId(2), now)

    def write(tx: Stores) -> None:
        broken = tx.announcements.add(new, now)
        tx.announcements.add(new, now)
        sql = "UPDATE announcements SET addressees = '{}' WHERE id = ?"
        run(tx, sql, broken)

    await alliance.database.write(write)
    await alliance.app.scheduler.run_all()
    await boris.sees("Субботник!")
    for delay in DELAYS:
        await alliance.goes_on(delay)

    told = await ada.sees("Не получилось отправить объявление")
    assert "№\N{NO-BREAK SPACE}1\n" in told["text"]
    assert "под номером 1 (failure_id)" in told["text"]
    assert not any("Не получилось" in message["text"] for message in boris.chat())

import errno
import os
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, closing
from functools import partial
from pathlib import Path

import pytest
from typer.testing import Result

from bot.domain.people.members import MemberId, OrganisationId, TelegramId
from bot.domain.polls.polls import PollId
from bot.services.access import known_member
from bot.services.people.leaving import depart
from storage.engine import age
from storage.engine.database import connect, open_database
from storage.engine.locks import InstanceLock
from storage.stores import Stores
from tests.alliance import some_rules
from tests.clocks import FixedClock
from tests.councils import AGAINST, CHAIR, CLOSES, COUNCIL, DAY, FOR, NOON, SECRET, Assembly
from tests.disks import no_file_grows_beyond

Invoke = Callable[..., Result]


def test_migrate_makes_the_database_and_may_be_repeated(invoke: Invoke, folder: Path) -> None:
    for _ in range(2):
        result = invoke("migrate")
        assert (result.exit_code, result.stdout) == (0, "alliance.sqlite3 is up to date.\n")
    assert (folder / "alliance.sqlite3").exists()


def test_a_database_in_use_is_neither_migrated_nor_replaced(invoke: Invoke, folder: Path) -> None:
    invoke("migrate")
    invoke("backup", "copy.sqlite3")
    before = (folder / "alliance.sqlite3").read_bytes()
    with InstanceLock(folder / "alliance.sqlite3"):
        migrated, restored = invoke("migrate"), invoke("restore", "copy.sqlite3")

    for result in (migrated, restored):
        assert result.exit_code == 1
        assert "is in use by a running bot" in result.stderr
    assert (folder / "alliance.sqlite3").read_bytes() == before


def test_a_backup_is_made_while_the_bot_runs(invoke: Invoke, folder: Path) -> None:
    invoke("migrate")
    with InstanceLock(folder / "alliance.sqlite3"):
        result = invoke("backup", "copy.sqlite3")

    assert result.exit_code == 0
    assert (folder / "copy.sqlite3").exists()


def test_what_was_backed_up_comes_back(invoke: Invoke, folder: Path) -> None:
    invoke("migrate")
    invoke("backup", "empty.sqlite3")
    invoke("import", "members.csv")
    result = invoke("restore", "empty.sqlite3")

    assert result.exit_code == 0
    (kept,) = folder.glob("*.before-restore-*")
    assert kept.name in result.stdout
    assert "people: 2 added" in invoke("import", "members.csv").stdout


def test_who_left_since_the_copy_is_named_when_it_is_restored(invoke: Invoke, folder: Path) -> None:
    invoke("import", "members.csv")
    header = (folder / "members.csv").read_text("utf-8").partition("\n")[0]
    row = "Дом;;6671000024;;;Ким Борис;;;;;leader"
    (folder / "more.csv").write_text(f"{header}\n{row}\n", "utf-8")
    invoke("import", "more.csv")
    invoke("backup", "copy.sqlite3")
    with closing(connect(folder / "alliance.sqlite3")) as db:
        tx = Stores(db)
        for member in (MemberId(2), MemberId(3)):
            tx.members.bind(member, TelegramId(member), NOON)
            depart(tx, known_member(tx, member), some_rules(), NOON)
        tx.organisations.save_left(OrganisationId(2), NOON)
    said = invoke("restore", "copy.sqlite3").stdout

    assert "left the alliance after the copy was made, and are in it again: Дом. The" in said
    assert "and are in them again: Ли Ян (Фонд «Рассвет»). Their leaders" in said
    assert "again" not in invoke("restore", "copy.sqlite3").stdout, "nobody has left since"


def test_a_backup_overwrites_only_by_force(invoke: Invoke) -> None:
    invoke("migrate")
    invoke("backup", "copy.sqlite3")
    refused, forced = invoke("backup", "copy.sqlite3"), invoke("backup", "copy.sqlite3", "--force")

    assert (refused.exit_code, forced.exit_code) == (1, 0)
    assert "--force" in refused.stderr


def test_a_damaged_database_is_told_and_not_a_traceback(invoke: Invoke, folder: Path) -> None:
    (folder / "alliance.sqlite3").write_text("not a database at all" * 100)

    for words in (["migrate"], ["backup", "copy.sqlite3"], ["import", "members.csv"]):
        result = invoke(*words)
        assert result.exit_code == 1
        assert "alliance.sqlite3" in result.stderr


@pytest.mark.parametrize(
    "words",
    [("migrate",), ("backup", "copy.sqlite3"), ("restore", "copy.sqlite3"), ("verify",), ("run",)],
)
def test_a_database_of_another_user_is_told_and_not_a_traceback(
    words: tuple[str, ...], invoke: Invoke, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without rights to the folder the system refuses all that is asked about the file."""
    invoke("migrate")
    invoke("backup", "copy.sqlite3")
    file, stat, open_ = folder / "alliance.sqlite3", os.stat, os.open

    def refuse(path: str | Path | int) -> None:
        if not isinstance(path, int) and Path(path).absolute() == file:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))

    def closed_stat(path: str | Path, **options: object) -> os.stat_result:
        refuse(path)
        return stat(path, **options)  # type: ignore[arg-type]

    def closed_open(path: str | Path, *options: int, **others: int) -> int:
        refuse(path)
        return open_(path, *options, **others)

    monkeypatch.setattr(os, "stat", closed_stat)
    monkeypatch.setattr(os, "open", closed_open)
    result = invoke(*words)

    assert result.exit_code == 1
    assert "alliance.sqlite3" in result.stderr
    assert "sudo -u" in result.stderr


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the commands run after what the tests let happen."""
    monkeypatch.setattr("bot.commands.databases.SystemClock", lambda: FixedClock(NOON + 2 * DAY))


@asynccontextmanager
async def council(folder: Path) -> AsyncIterator[Assembly]:
    async with open_database(folder / "alliance.sqlite3", NOON) as database:
        yield Assembly(database)


async def votes_after_the_copy(invoke: Invoke, folder: Path) -> None:
    """Make a copy in which three votes are open, one of them the copy alone has so."""
    async with council(folder) as assembly:
        await assembly.gathers()
        for plan in ({}, {"closes_at": CLOSES + DAY}, SECRET):
            poll = await assembly.opens(**plan)
            await assembly.casts(3, poll, FOR)
    invoke("backup", "copy.sqlite3")
    async with council(folder) as assembly:
        assembly.clock.time += DAY
        for member in COUNCIL:
            await assembly.casts(member, PollId(1), AGAINST)
        await assembly.polls.close(CHAIR, PollId(1), "Все высказались")
        await assembly.casts(4, PollId(3), FOR)


def entries(path: Path) -> list[tuple[int, str, str]]:
    with closing(sqlite3.connect(path)) as db:
        return db.execute("SELECT number, kind, digest FROM entries ORDER BY number").fetchall()


async def test_a_decided_vote_is_not_reopened_before_it_is_named_and_that_is_forced(
    invoke: Invoke, folder: Path
) -> None:
    await votes_after_the_copy(invoke, folder)
    database = folder / "alliance.sqlite3"
    before = entries(database)

    refused = invoke("restore", "copy.sqlite3")

    assert refused.exit_code == 1
    said = refused.stderr
    assert "entries 7 to 17" in said
    assert "vote 1 “Утвердить план”: ballots: 9, closings: 1 (closed now, open then)" in said
    assert "vote 3 “Утвердить план”: secret votes: 1\n" in said
    assert "vote 2" not in refused.stderr
    assert "--force" in refused.stderr
    assert entries(database) == before
    assert not [name for name in os.listdir(folder) if "restore" in name]  # noqa: PTH208  a loop runs


async def test_a_restore_that_loses_votes_is_recorded_and_told_to_voters(
    invoke: Invoke, folder: Path
) -> None:
    await votes_after_the_copy(invoke, folder)
    database = folder / "alliance.sqlite3"
    before = entries(database)

    assert invoke("restore", "copy.sqlite3", "--force").exit_code == 0

    after = entries(database)
    assert after[:6] == before[:6]
    assert [kind for _, kind, _ in after[6:]] == ["restored"]
    async with council(folder) as assembly:
        sql = "SELECT subject ->> 'poll', count(*) FROM notices WHERE kind = ? GROUP BY 1"
        assert await assembly.rows(sql, "poll.restored") == [(one, 9) for one in (1, 2, 3)]
    verified = invoke("verify")
    assert verified.exit_code == 0
    assert "! Entry 7: " in verified.stdout
    assert "11 entries of the log were lost; votes: 1, 3." in verified.stdout
    head = f"{before[-1][0]}:{before[-1][2]}"
    assert invoke("verify", "--head", head).exit_code == 1


async def test_nothing_is_asked_where_a_copy_has_all_of_the_record(
    invoke: Invoke, folder: Path
) -> None:
    await votes_after_the_copy(invoke, folder)
    invoke("backup", "newer.sqlite3")

    assert invoke("restore", "newer.sqlite3").exit_code == 0

    assert "Nothing of the log was lost." in invoke("verify").stdout


async def test_voters_are_told_though_nothing_was_there_to_compare_a_copy_with(
    invoke: Invoke, folder: Path
) -> None:
    await votes_after_the_copy(invoke, folder)
    (folder / "alliance.sqlite3").unlink()

    assert invoke("restore", "copy.sqlite3").exit_code == 0

    async with council(folder) as assembly:
        assert sum((await assembly.told("poll.restored")).values()) == 27
    assert "nobody knows what was lost" in invoke("verify").stdout


# --- encrypted copies ---

PHRASE = "пять слов на бумаге"


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is typed where nobody sees it; a phrase costs little work."""
    answers: list[str] = []
    monkeypatch.setattr("bot.commands.phrases.typer.prompt", lambda *_, **__: answers.pop(0))
    monkeypatch.setattr(age, "Material", partial(age.Material, work_factor=1))
    return answers


def test_a_copy_named_age_is_encrypted_and_comes_back_with_the_phrase_that_was_typed(
    invoke: Invoke, folder: Path, typed: list[str]
) -> None:
    invoke("migrate")
    typed += [PHRASE, PHRASE]

    made = invoke("backup", "copy.sqlite3.age")
    (folder / "alliance.sqlite3").unlink()
    restored = invoke("restore", "copy.sqlite3.age")

    assert (made.exit_code, restored.exit_code) == (0, 0)
    assert "a trial restore was verified" in made.stdout
    assert age.is_encrypted(folder / "copy.sqlite3.age")
    assert (folder / "alliance.sqlite3").exists()


def test_a_wrong_phrase_is_told_and_nothing_is_changed(
    invoke: Invoke, folder: Path, typed: list[str]
) -> None:
    invoke("migrate")
    typed += [PHRASE, "another phrase"]
    invoke("backup", "copy.sqlite3.age")
    before = (folder / "alliance.sqlite3").read_bytes()

    refused = invoke("restore", "copy.sqlite3.age")

    assert refused.exit_code == 1
    assert "was encrypted by another pass phrase: nothing was changed" in refused.stderr
    assert (folder / "alliance.sqlite3").read_bytes() == before


def test_the_phrase_of_the_configuration_is_used_and_another_one_asked_for(
    invoke: Invoke, typed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    invoke("migrate")
    monkeypatch.setenv("ALLIANCE_BACKUP__PHRASE", PHRASE)
    invoke("backup", "copy.sqlite3.age")
    assert invoke("restore", "copy.sqlite3.age").exit_code == 0

    monkeypatch.setenv("ALLIANCE_BACKUP__PHRASE", "the phrase since then")
    typed.append(PHRASE)
    restored = invoke("restore", "copy.sqlite3.age", "--force")

    assert restored.exit_code == 0
    assert "does not open copy.sqlite3.age" in restored.stderr


def test_an_encrypted_copy_overwrites_only_by_force(invoke: Invoke, typed: list[str]) -> None:
    invoke("migrate")
    typed += [PHRASE, PHRASE]
    made, refused = (invoke("backup", "copy.age") for _ in range(2))
    forced = invoke("backup", "copy.age", "--force")

    assert (made.exit_code, refused.exit_code, forced.exit_code) == (0, 1, 0)
    assert "--force" in refused.stderr


def test_an_encrypted_copy_that_cannot_be_made_is_told_with_its_reason(
    invoke: Invoke, folder: Path, typed: list[str]
) -> None:
    (folder / "alliance.sqlite3").write_text("not a database at all" * 100)
    typed.append(PHRASE)

    refused = invoke("backup", "copy.age")

    assert refused.exit_code == 1
    assert "The database could not be read" in refused.stderr
    assert not (folder / "copy.age").exists()


def test_why_an_encrypted_copy_could_not_be_made_is_told_without_markup(
    invoke: Invoke, typed: list[str]
) -> None:
    invoke("migrate")
    typed += [PHRASE, PHRASE]
    with no_file_grows_beyond(4096):
        refused = invoke("backup", "copy.sqlite3.age")

    assert refused.exit_code == 1
    assert "Check the database with alliance-bot check." in refused.stderr


async def test_an_encrypted_copy_is_verified_and_compared_as_any_other(
    invoke: Invoke, folder: Path, typed: list[str]
) -> None:
    typed += [PHRASE] * 4
    async with council(folder) as assembly:
        await assembly.gathers()
        poll = await assembly.opens()
        await assembly.casts(3, poll, FOR)
    invoke("backup", "copy.age")
    async with council(folder) as assembly:
        await assembly.casts(4, poll, AGAINST)

    verified = invoke("verify", "--file", "copy.age")
    refused, forced = invoke("restore", "copy.age"), invoke("restore", "copy.age", "--force")

    assert verified.exit_code == 0
    assert "vote 1 “Утвердить план”: ballots: 1" in refused.stderr
    assert (refused.exit_code, forced.exit_code) == (1, 0)

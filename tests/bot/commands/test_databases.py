from collections.abc import Callable
from pathlib import Path

from typer.testing import Result

from storage.engine.locks import InstanceLock

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

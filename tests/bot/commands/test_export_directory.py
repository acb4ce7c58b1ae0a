"""The directory for the alliance's site, and what a kill leaves of it."""

import json
import os
import signal
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from typer.testing import Result

from bot.commands.folders import replace_folder

Invoke = Callable[..., Result]

FORMER = {"index.html": b"1", "directory.json": b"1"}
NEW = {"index.html": b"2", "directory.json": b"2"}
MANY = 200
"""More file operations than an export has."""


def contents(folder: Path) -> Mapping[str, bytes]:
    return {one.name: one.read_bytes() for one in folder.iterdir()} if folder.exists() else {}


def test_the_page_and_the_data_have_what_is_public(invoke: Invoke, folder: Path) -> None:
    invoke("import", "members.csv")
    result = invoke("export-directory", "site")

    assert (result.exit_code, result.stderr) == (0, "")
    assert "site has 1 organisation." in result.stdout
    page = (folder / "site" / "index.html").read_text("utf-8")
    assert "<h2>Рассвет</h2>" in page
    assert "Иванова" not in page
    (card,) = json.loads((folder / "site" / "directory.json").read_text("utf-8"))
    assert card["inn"] == "6671000017"
    assert (folder / "site" / "index.html").stat().st_mode & 0o444 == 0o444

    assert invoke("export-directory", "site").exit_code == 0, "and again"
    assert not (folder / ".site.new").exists()


def test_a_folder_with_anything_else_stays_as_it_is(invoke: Invoke, folder: Path) -> None:
    invoke("import", "members.csv")
    result = invoke("export-directory", ".")

    assert result.exit_code == 1
    assert "contains alliance.sqlite3, and the folder is replaced as a whole" in result.stderr
    assert (folder / "config.toml").exists()


@pytest.mark.parametrize("place", ["config.toml", "none/site", "config.toml/site"])
def test_a_place_where_no_folder_can_be_is_refused(invoke: Invoke, place: str) -> None:
    result = invoke("export-directory", place)

    assert result.exit_code == 1
    assert f"{place} cannot be written (" in result.stderr


def dies_at(event: int, folder: Path) -> bool:
    """Replace a folder in a process that is killed before a file operation; tell whether it was."""
    child = os.fork()
    if child == 0:
        left = event

        def count(_name: str, _about: object) -> None:
            nonlocal left
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(count)
        replace_folder(folder, NEW)
        os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


@pytest.mark.parametrize("former", [FORMER, {}])
def test_a_kill_at_any_moment_leaves_the_former_folder_or_the_new_one(
    tmp_path: Path, former: Mapping[str, bytes]
) -> None:
    folder, seen = tmp_path / "pages" / "site", []
    folder.parent.mkdir()
    for event in range(1, MANY):
        if former:
            replace_folder(folder, former)
        died = dies_at(event, folder)
        seen.append(contents(folder))
        if not died:
            break
    assert all(one in (former, NEW) for one in seen)
    assert seen[0] == former
    assert seen[-1] == NEW
    assert [one.name for one in folder.parent.iterdir()] == ["site"]

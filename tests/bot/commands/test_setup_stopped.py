"""setup, stopped: the file is the former one or the new one, never half of either."""

import asyncio
import os
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from bot.__main__ import cli
from sandbox.server import Sandbox
from tests.alliance import TOKEN

FORMER = '[alliance]\nname = "Former"\nadministrators = [5]\n'
ANSWERS = f"{TOKEN}\n\nнет\nНовый\n\n"
QUESTIONS = 5


@pytest.fixture
def folder(tmp_path: Path, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "alliance"
    place.mkdir()
    (place / "config.toml").write_text(FORMER)
    monkeypatch.chdir(place)
    monkeypatch.setenv("ALLIANCE_TELEGRAM__API_URL", sandbox.url)
    return place


def left(folder: Path) -> dict[str, str]:
    return {file.name: file.read_text("utf-8") for file in folder.iterdir()}


async def typed() -> Result:
    words = ["setup", "--language", "ru"]
    return await asyncio.to_thread(CliRunner().invoke, cli, words, input=ANSWERS)


@pytest.mark.parametrize("question", range(1, QUESTIONS + 1))
async def test_ctrl_c_at_any_question_changes_nothing_says_so_and_exits_with_130(
    folder: Path, monkeypatch: pytest.MonkeyPatch, question: int
) -> None:
    """Nothing stands in the folder by then but the former file, so a kill leaves no more either."""
    ask, asked = typer.prompt, []

    def prompt(*words: str, **options: object) -> object:
        asked.append(left(folder))
        if len(asked) == question:
            stop = typer.Abort()
            stop.__context__ = KeyboardInterrupt()  # as the prompt raises it
            raise stop
        return ask(*words, **options)  # type: ignore[arg-type]  # handed through

    monkeypatch.setattr(typer, "prompt", prompt)
    result = await typed()

    assert result.exit_code == 130, result.output
    assert "Остановлено. Ничего не изменилось." in result.output
    assert asked == [{"config.toml": FORMER}] * question
    assert left(folder) == {"config.toml": FORMER}


async def test_ctrl_c_before_asyncio_counts_it_changes_nothing_and_exits_with_130(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Asyncio heeds it first, then sets its count to 0, and only cancels the task."""

    async def cancelled(*_: object) -> None:
        task = asyncio.current_task()
        assert task is not None
        task.cancel()
        await asyncio.sleep(0)

    (folder / "config.toml").unlink()
    monkeypatch.setattr("bot.commands.settings.next_start", cancelled)
    result = await typed()

    assert result.exit_code == 130, result.output
    assert "Остановлено. Ничего не изменилось." in result.output
    assert left(folder) == {}


async def test_ctrl_c_in_the_middle_of_writing_leaves_the_former_file(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_descriptor: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    result = await typed()

    assert result.exit_code == 130, result.output
    assert left(folder) == {"config.toml": FORMER}

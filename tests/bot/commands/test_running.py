import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from typer.testing import Result

import bot.app
import bot.connection
from bot.config.config import Config
from bot.connection import ClockWrong
from storage.engine.locks import InstanceLock

Invoke = Callable[..., Result]


def test_run_hands_the_configuration_to_the_app(
    invoke: Invoke, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[Config] = []
    monkeypatch.setattr(bot.app, "run", given.append)
    result = invoke("run")

    assert result.exit_code == 0
    assert [config.storage.path for config in given] == [Path("alliance.sqlite3")]


def test_the_bot_runs_without_what_only_other_commands_show() -> None:
    code = "import sys, bot.__main__, bot.app; print(*sys.modules)"
    root = Path(bot.app.__file__).parents[1]
    modules = subprocess.check_output([sys.executable, "-c", code], text=True, cwd=root)

    assert not {"rich", "matplotlib", "docx", "openpyxl", "icalendar"} & set(modules.split())


def test_a_second_bot_on_the_same_database_is_refused(invoke: Invoke, folder: Path) -> None:
    with InstanceLock(folder / "alliance.sqlite3"):
        result = invoke("run")

    assert result.exit_code == 1
    assert "is in use by a running bot" in result.stderr


def test_a_token_that_telegram_refuses_is_told_in_one_line(
    invoke: Invoke, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_config: Config) -> None:
        raise bot.connection.TelegramRefused("token-refused")

    monkeypatch.setattr(bot.app, "run", refuse)
    result = invoke("run")

    assert result.exit_code == 1
    assert result.stderr == (
        "Telegram does not know this token: copy telegram.token from @BotFather again\n"
    )


def test_a_wrong_clock_is_told_in_one_line(invoke: Invoke, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_config: Config) -> None:
        raise ClockWrong("clock-wrong", seconds="180", ahead=True)

    monkeypatch.setattr(bot.app, "run", refuse)
    result = invoke("run")

    assert result.exit_code == 1
    assert result.stderr.startswith("this computer's clock is 180\xa0s ahead of Telegram's")
    assert len(result.stderr.splitlines()) == 1


def test_a_webhook_address_that_is_taken_is_told_in_one_line(
    invoke: Invoke, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        monkeypatch.setenv("ALLIANCE_TELEGRAM__MODE", "webhook")
        monkeypatch.setenv("ALLIANCE_WEBHOOK__LISTEN", f"127.0.0.1:{port}")
        monkeypatch.setenv("ALLIANCE_WEBHOOK__URL", "https://bot.example.org/telegram")
        monkeypatch.setenv("ALLIANCE_WEBHOOK__SECRET", "a-secret-of-some-length")
        result = invoke("run")

    assert result.exit_code == 1
    assert f"webhook.listen: 127.0.0.1:{port} cannot be listened on" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("outcome", [0, 1])
def test_the_demos_outcome_is_the_exit_code(
    invoke: Invoke, monkeypatch: pytest.MonkeyPatch, outcome: int
) -> None:
    given: list[dict[str, int]] = []

    async def play(**options: int) -> int:
        given.append(options)
        return outcome

    monkeypatch.setitem(sys.modules, "bot.demo", SimpleNamespace(play=play))
    result = invoke("demo", "--exit", "--port", "0", "--seed", "7")

    assert result.exit_code == outcome
    assert given == [{"port": 0, "seed": 7, "language": "ru", "story": False, "exit_after": True}]

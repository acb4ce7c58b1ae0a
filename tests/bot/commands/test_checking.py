from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
from typer.testing import Result

import bot.checks
from bot.checks import Finding
from bot.config.config import Config
from bot.domain.sentences import sentence
from bot.ports import Clock

Invoke = Callable[..., Result]
RIGHT = Finding("clock", sentence("check-clock-right", seconds="1"))


def findings(*found: Finding) -> Callable[[Config, Clock], AsyncIterator[Finding]]:
    async def check(_config: Config, _clock: Clock) -> AsyncIterator[Finding]:
        for finding in found:
            yield finding

    return check


def test_each_check_has_its_tick(invoke: Invoke, monkeypatch: pytest.MonkeyPatch) -> None:
    intact = Finding("database", sentence("check-database-intact", path="x"))
    monkeypatch.setattr(bot.checks, "check", findings(intact))
    result = invoke("check")

    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "✓ configuration: every key is understood",
        "✓ files: nobody else on this computer can read them",
        "✓ address: what goes to http://127.0.0.1:9 stays private on the way",
        "✓ database: x is intact and up to date",
    ]


def test_each_trouble_has_its_remedy_and_the_rest_is_still_looked_at(
    invoke: Invoke, monkeypatch: pytest.MonkeyPatch
) -> None:
    trouble = Finding("token", sentence("check-token-unknown"), sentence("check-token-remedy"))
    monkeypatch.setattr(bot.checks, "check", findings(trouble, RIGHT))
    result = invoke("check")

    assert result.exit_code == 1
    assert result.stdout.splitlines()[3:] == [
        "✗ token: Telegram does not know it",
        "  → copy telegram.token from @BotFather again",
        "✓ clock: within 1\xa0s of Telegram's",
    ]


def test_what_others_can_read_or_overhear_is_told_with_its_remedy(
    invoke: Invoke, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bot.checks, "check", findings(RIGHT))
    monkeypatch.setenv("ALLIANCE_TELEGRAM__API_URL", "http://telegram.example.org")
    (folder / "config.toml").chmod(0o644)
    result = invoke("check")

    assert result.exit_code == 1
    assert "  → chmod 600 config.toml\n" in result.stdout
    assert "  → write https:// in telegram.api_url" in result.stdout

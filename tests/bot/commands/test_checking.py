from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
from typer.testing import Result

import bot.checks
from bot.checks import Finding
from bot.config.config import Config
from bot.ports import Clock

Invoke = Callable[..., Result]


def findings(*found: Finding) -> Callable[[Config, Clock], AsyncIterator[Finding]]:
    async def check(_config: Config, _clock: Clock) -> AsyncIterator[Finding]:
        for finding in found:
            yield finding

    return check


def test_each_check_has_its_tick(invoke: Invoke, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bot.checks, "check", findings(Finding("database", "it is intact")))
    result = invoke("check")

    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "✓ configuration: every key is understood",
        "✓ files: nobody else on this computer can read them",
        "✓ address: what goes to http://127.0.0.1:9 stays private on the way",
        "✓ database: it is intact",
    ]


def test_each_trouble_has_its_remedy_and_the_rest_is_still_looked_at(
    invoke: Invoke, monkeypatch: pytest.MonkeyPatch
) -> None:
    trouble = Finding("token", "Telegram does not know it", "copy it again")
    monkeypatch.setattr(bot.checks, "check", findings(trouble, Finding("clock", "it is right")))
    result = invoke("check")

    assert result.exit_code == 1
    assert result.stdout.splitlines()[3:] == [
        "✗ token: Telegram does not know it",
        "  → copy it again",
        "✓ clock: it is right",
    ]


def test_what_others_can_read_or_overhear_is_told_with_its_remedy(
    invoke: Invoke, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bot.checks, "check", findings(Finding("clock", "it is right")))
    monkeypatch.setenv("ALLIANCE_TELEGRAM__API_URL", "http://telegram.example.org")
    (folder / "config.toml").chmod(0o644)
    result = invoke("check")

    assert result.exit_code == 1
    assert "  → chmod 600 config.toml\n" in result.stdout
    assert "  → write https:// in telegram.api_url" in result.stdout

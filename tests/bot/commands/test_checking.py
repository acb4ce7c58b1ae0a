from collections.abc import AsyncIterator, Callable

import pytest
from typer.testing import Result

import bot.checks
from bot.checks import Finding
from bot.config import Config
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
    assert result.stdout == ("✓ configuration: every key is understood\n✓ database: it is intact\n")


def test_each_trouble_has_its_remedy_and_the_rest_is_still_looked_at(
    invoke: Invoke, monkeypatch: pytest.MonkeyPatch
) -> None:
    trouble = Finding("token", "Telegram does not know it", "copy it again")
    monkeypatch.setattr(bot.checks, "check", findings(trouble, Finding("clock", "it is right")))
    result = invoke("check")

    assert result.exit_code == 1
    assert result.stdout.splitlines()[1:] == [
        "✗ token: Telegram does not know it",
        "  → copy it again",
        "✓ clock: it is right",
    ]

"""The table of what is kept about people, as the declarations of the tables say it."""

from collections.abc import Callable

import pytest
from typer.testing import Result

from bot.commands.privacy import inventory, what
from bot.config.sections import PrivacySection
from bot.domain.people.members import LANGUAGES
from storage.privacy import PRIVACY
from tests.wording import texts

Invoke = Callable[..., Result]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_declared_table_has_a_line_in_words(language: str) -> None:
    t = texts(language)
    lines = list(inventory(PrivacySection().periods, t))

    assert len(lines) == 2 + len(PRIVACY)
    assert {line.count("|") for line in lines} == {6}
    for one, line in zip(PRIVACY, lines[2:], strict=True):
        assert f"| {what(one, t)} |" in line
        assert (t.plain("inventory-kept") in line) == (one.record and one.table != "audit")


def test_the_command_speaks_the_configured_language(invoke: Invoke) -> None:
    printed = invoke("privacy").stdout
    assert "Что бот объединения" in printed
    assert "| Отметки о приходе | звать на события" in printed
    assert "| 1\N{NO-BREAK SPACE}095 дней после события |" in printed

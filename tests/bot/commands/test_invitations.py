from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Invoke = Callable[..., Result]


@pytest.mark.parametrize("suffix", ["html", "csv", "xlsx"])
def test_invitations_are_written_in_each_form(invoke: Invoke, folder: Path, suffix: str) -> None:
    invoke("import", "members.csv")
    result = invoke("invitations", f"out.{suffix}", "--bot", "alliance_bot")

    assert result.exit_code == 0
    assert f"out.{suffix} has 2 invitations" in result.stdout
    assert (folder / f"out.{suffix}").stat().st_size > 0


def test_a_page_is_in_the_alliances_language_and_zone(invoke: Invoke, folder: Path) -> None:
    with (folder / "config.toml").open("a") as file:
        file.write('[alliance]\nlanguage = "en"\ntime_zone = "Europe/Moscow"\n')
    invoke("import", "members.csv")
    invoke("invitations", "out.html", "--bot", "alliance_bot")
    page = (folder / "out.html").read_text("utf-8")

    assert "A personal invitation" in page
    assert "(Moscow)" in page


def test_a_username_of_the_wrong_form_is_refused(invoke: Invoke, folder: Path) -> None:
    result = invoke("invitations", "out.html", "--bot", "https://t.me/alliance_bot")

    assert result.exit_code == 2
    assert not (folder / "out.html").exists()


def test_when_telegram_does_not_answer_the_username_can_be_given(
    invoke: Invoke, folder: Path
) -> None:
    result = invoke("invitations", "out.html")

    assert result.exit_code == 1
    assert "give the username with --bot" in result.stderr
    assert not (folder / "out.html").exists()

"""Every sentence of the command line, in the language of the configuration or of the system."""

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from typer.testing import Result

from bot.__main__ import COMMANDS
from bot.config.config import remedy_of
from bot.config.sections import known_keys
from bot.config.values import BadValue
from bot.domain.people.members import LANGUAGES
from bot.domain.polls.records import RecordKind
from bot.domain.sentences import Told
from handlers.ui.sentences import in_words
from storage.engine.locks import InstanceLock
from tests.handlers.ui.test_texts import messages, selectors
from tests.processes import ROOT
from tests.wording import texts

Invoke = Callable[..., Result]
SAYING = {"sentence", "say", "complain", "refuse", "misused", BadValue.__name__}


def kinds_of(base: type[Told]) -> Iterator[str]:
    for kind in base.__subclasses__():
        yield kind.__name__
        yield from kinds_of(kind)


def said_in_the_code() -> Iterator[tuple[str, str, set[str] | None]]:
    """Yield place, key and variables of each sentence for operators; None for variables unknown."""
    for package in ("bot", "handlers", "storage"):
        for path in sorted((ROOT / package).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Call) and (key := said_by(node)) is not None:
                    names = {word.arg for word in node.keywords}
                    given = None if None in names else {name for name in names if name}
                    yield f"{path.relative_to(ROOT)}:{node.lineno}", key, given


def said_by(call: ast.Call) -> str | None:
    function = call.func
    name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    first = call.args[0] if call.args else None
    if name not in {*SAYING, *kinds_of(Told)} or not isinstance(first, ast.Constant):
        return None
    return first.value if isinstance(first.value, str) else None


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_for_operators_has_its_words_and_gets_its_variables(language: str) -> None:
    known, found = messages(language), list(said_in_the_code())

    assert len(found) >= 100
    assert [(place, key) for place, key, _ in found if key not in known] == []
    assert [
        (place, key)
        for place, key, given in found
        if given is not None and not known.get(key, set()) <= given
    ] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_setting_says_how_to_put_it_right(language: str) -> None:
    for key, field in known_keys().items():
        assert in_words(remedy_of(field), texts(language)), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_loss_of_any_kind_has_its_words(language: str) -> None:
    kinds = {kind.value for kind in RecordKind} - {RecordKind.SEEN, RecordKind.FILED}
    words = selectors(language)["restore-loss-entries.kind"]

    assert kinds - {RecordKind.PARTED} <= words
    assert words <= {*kinds, "meeting", "other"}  # acts of meetings are counted together


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", [None, *COMMANDS])
def test_the_help_of_each_command_is_in_the_language_of_the_system(
    invoke: Invoke, monkeypatch: pytest.MonkeyPatch, command: str | None, language: str
) -> None:
    monkeypatch.setenv("LC_ALL", f"{language}_XX.UTF-8")

    said = invoke(*([command] if command else []), "--help").stdout

    title = {"ru": "Параметры", "en": "Options"}[language]
    assert title in said
    about = texts(language).plain(f"help-{command or 'alliance-bot'}").split()
    assert " ".join(about[:4]) in " ".join(said.split())


@pytest.fixture
def russian(folder: Path) -> None:
    with (folder / "config.toml").open("a", encoding="utf-8") as file:
        file.write('[alliance]\nlanguage = "ru"\n')


@pytest.mark.usefixtures("russian")
@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("migrate",), 0, "alliance.sqlite3: база готова к работе с этой версией."),
        (("backup", "copy.sqlite3"), 1, "alliance.sqlite3 не найти: проверьте имя и папку"),
        (("restore", "none.age"), 1, "none.age не найти: проверьте имя и папку"),
        (("import", "members.csv", "--dry-run"), 0, "Было бы так. Организации: добавлено 1"),
        (("import", "config.toml"), 1, "в config.toml нет столбцов organisation"),
        (("invitations", "out.pdf"), 1, "выберите имя с окончанием .html, .csv или .xlsx"),
        (("invitations", "out.html", "--bot", "?"), 2, "напишите имя бота"),
        (("verify", "--head", "x"), 2, "напишите так, как было опубликовано"),
        (("units", "nowhere"), 1, "nowhere не записать (No such file or directory)"),
        (("check",), 1, "✓ база: alliance.sqlite3 ещё нет: бот создаст её при первом запуске"),
    ],
)
def test_a_command_speaks_the_language_of_the_configuration(
    invoke: Invoke, words: tuple[str, ...], code: int, said: str
) -> None:
    result = invoke(*words)

    assert result.exit_code == code
    assert said in result.output


@pytest.mark.parametrize("value", ['["ru"]', '{code = "ru"}', "7"])
def test_a_language_that_is_no_word_is_a_fault_of_the_configuration(
    invoke: Invoke, folder: Path, value: str
) -> None:
    with (folder / "config.toml").open("a", encoding="utf-8") as file:
        file.write(f"[alliance]\nlanguage = {value}\n")

    refused = invoke("migrate")

    assert refused.exit_code == 2
    assert "config.toml: alliance.language" in refused.stderr


@pytest.mark.usefixtures("russian")
def test_a_bot_that_does_not_start_says_why_in_the_language_of_the_configuration(
    invoke: Invoke, folder: Path
) -> None:
    with InstanceLock(folder / "alliance.sqlite3"):
        assert "alliance.sqlite3 занята: бот работает (процесс " in invoke("run").stderr

    (folder / "config.toml").write_text('[alliance]\nlanguage = "ru"\nname = ""\n', "utf-8")
    refused = invoke("run")
    assert refused.exit_code == 2
    assert refused.stderr.splitlines() == [
        (
            "config.toml: telegram.token не задано: скопируйте его у @BotFather, он выглядит так: "
            "123456789:AAE… (или задайте переменную ALLIANCE_TELEGRAM__TOKEN)"
        ),
        (
            "config.toml: alliance.name — так бот не поймёт: напишите название в одну строку, "
            "от 1 до 100 знаков"
        ),
    ]


def test_where_the_configuration_names_no_language_the_system_does(
    invoke: Invoke, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "ru_RU.UTF-8")

    assert "alliance.sqlite3 не найти" in invoke("backup", "copy.sqlite3").stderr

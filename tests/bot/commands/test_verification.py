import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from typer.testing import Result

from storage.engine.database import open_database
from tests.councils import CLOSES, FOR, NOON, SECRET, Assembly

Invoke = Callable[..., Result]


@pytest.fixture(autouse=True)
def _russian(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALLIANCE_ALLIANCE__LANGUAGE", "ru")


async def votes(path: Path) -> None:
    async with open_database(path, NOON) as database:
        assembly = Assembly(database)
        await assembly.gathers()
        poll = await assembly.opens()
        for member in range(1, 7):
            await assembly.casts(member, poll, FOR)
        assembly.clock.time = CLOSES
        await assembly.polls.close_due()


async def test_verify_says_in_plain_words_that_all_agrees(invoke: Invoke, folder: Path) -> None:
    await votes(folder / "alliance.sqlite3")

    result = invoke("verify")

    assert result.exit_code == 0
    assert "✓ Всё сходится. Проверено: 1 голосование, 8 записей в журнале." in result.stdout
    assert "Конец журнала: 8:" in result.stdout


async def test_verify_finds_in_a_copy_what_was_changed_there(invoke: Invoke, folder: Path) -> None:
    await votes(folder / "alliance.sqlite3")
    invoke("backup", "copy.sqlite3")
    with closing(sqlite3.connect(folder / "copy.sqlite3")) as db:
        db.execute("DROP TRIGGER ballots_change_while_open")
        db.execute("UPDATE ballots SET ballot = 'against' WHERE voter_id = 3")
        db.commit()

    result, of_poll = invoke("verify", "--file", "copy.sqlite3"), invoke("verify", "1")

    assert result.exit_code == 1
    poll = "Голосование №\u00a01 «Утвердить план»"
    assert f"✗ {poll}: бюллетень не тот, что записан в журнале: Член совета 3." in result.stdout
    assert f"✗ {poll}: пересчёт бюллетеней даёт другой результат." in result.stdout
    assert f"✗ {poll}: контрольная сумма не сходится" in result.stdout
    assert "Найдено 4 расхождения." in result.stdout, "the trigger is the fourth"
    assert of_poll.exit_code == 0, "the database itself was left alone"


async def test_verify_says_of_a_copy_that_secret_ballots_of_an_open_vote_are_only_counted_there(
    invoke: Invoke, folder: Path
) -> None:
    async with open_database(folder / "alliance.sqlite3", NOON) as database:
        assembly = Assembly(database)
        await assembly.gathers(0)
        await assembly.casts(3, await assembly.opens(**SECRET), FOR)
    invoke("backup", "copy.sqlite3")

    here, copy = invoke("verify"), invoke("verify", "--file", "copy.sqlite3")

    words = "тайные бюллетени здесь можно только пересчитать"
    assert (here.exit_code, copy.exit_code) == (0, 0)
    assert words not in here.stdout
    assert words in " ".join(copy.stdout.split())


async def test_verify_compares_the_chain_with_an_end_that_was_published(
    invoke: Invoke, folder: Path
) -> None:
    await votes(folder / "alliance.sqlite3")
    end = invoke("verify").stdout.partition("Конец журнала: ")[2].split()[0]

    longer, short = f"9:{end[2:]}", end[: 2 + 16]
    assert invoke("verify", "--head", end).exit_code == 0
    assert invoke("verify", "--head", end, "--head", short).exit_code == 0
    other = invoke("verify", "--head", short, "--head", "5:" + "0" * 16)
    assert other.exit_code == 1
    assert "✗ Запись 5: подменили." in other.stdout
    assert invoke("verify", "--head", short[:-1]).exit_code == 2, "too short to tell"
    cut = invoke("verify", "--head", longer)
    assert cut.exit_code == 1
    assert "✗ Запись 9: журнал обрезан: раньше он был длиннее." in cut.stdout
    assert invoke("verify", "--head", "nonsense").exit_code == 2


def test_verify_refuses_what_it_cannot_read(invoke: Invoke, folder: Path) -> None:
    (folder / "text.sqlite3").write_text("nothing")
    invoke("migrate")

    for words, said in (
        (("--file", "absent.sqlite3"), "не найти"),
        (("--file", "text.sqlite3"), "не прочитать"),
        (("7",), "Голосования №\u00a07 нет."),
    ):
        result = invoke("verify", *words)
        assert result.exit_code == 1
        assert said in result.stderr


def test_verify_refuses_a_database_of_an_older_release(invoke: Invoke, folder: Path) -> None:
    invoke("migrate")
    with closing(sqlite3.connect(folder / "alliance.sqlite3")) as db:
        db.execute("DELETE FROM migrations WHERE number = (SELECT max(number) FROM migrations)")
        db.commit()

    result = invoke("verify")

    assert result.exit_code == 1
    assert "база более старой версии" in result.stderr


@pytest.mark.parametrize(
    ("sql", "name"),
    [
        ("DROP TRIGGER ballots_stand_once_closed", "ballots_stand_once_closed"),
        (
            "CREATE TRIGGER turned AFTER INSERT ON roll BEGIN DELETE FROM encrypted_ballots; END",
            "turned",
        ),
        ("CREATE TABLE watched (voter INTEGER, content BLOB)", "watched"),
        ("DROP INDEX ballots_by_caster", "ballots_by_caster"),
    ],
)
async def test_verify_names_what_was_done_to_the_guards_of_the_record(
    invoke: Invoke, folder: Path, sql: str, name: str
) -> None:
    await votes(folder / "alliance.sqlite3")
    with closing(sqlite3.connect(folder / "alliance.sqlite3")) as db:
        db.execute(sql)
        db.commit()

    result = invoke("verify")

    assert result.exit_code == 1
    assert f"«{name}» добавили, убрали или изменили" in " ".join(result.stdout.split())
    assert "Найдено 1 расхождение." in result.stdout

"""Secret polls that the release before opened go on: the numbers that were told still hold."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.domain.people.members import MemberId
from bot.domain.polls.findings import Mismatch
from bot.domain.polls.polls import PollId, PollState
from bot.domain.polls.refusals import NumberUnknown
from bot.domain.polls.voters import VoterId
from bot.services.polls.numbers import BallotNumbers
from bot.services.polls.verification import verify
from handlers.polls.cards import poll_card
from storage.engine.database import connect, open_database
from storage.engine.migrate import known_migrations, migrate
from storage.polls.keys import PollKeys
from tests.councils import AGAINST, CHAIR, FOR, HOUR, NOON, Assembly
from tests.halls import refused
from tests.wording import all_texts

ROWS = Path(__file__).parent / "secret_polls.sql"
OVER, OPEN = PollId(1), PollId(2)
TOLD = {
    OVER: {
        "FVNQ-IM77-ZYTA-BZYM-2VBN-4B65-3Q": FOR,
        "7WXO-GXK2-GIBN-45BA-6SGS-ZBUY-QE": FOR,
        "JUBX-CSWO-EL35-JGVQ-GQ7H-XCR4-7Q": AGAINST,
        "RTVX-F5BT-W5TF-JGMA-64PH-YZ3M-RU": FOR,
        "NR73-Z4TG-3R5D-CHU5-2LBM-ZPNO-CQ": "abstain",
    },
    OPEN: {
        "K3WA-2LTE-6FVT-KDVA-POVV-2OFA-LA": AGAINST,
        "FOJ5-RUMP-57YM-GZ3B-LH4N-Y5IL-F4": FOR,
        "KESU-K25L-UYLY-XWAS-MRCI-N3TM-MA": FOR,
    },
}


@pytest.fixture
async def assembly(tmp_path: Path) -> AsyncIterator[Assembly]:
    """The council on a database that the release before left."""
    path = tmp_path / "alliance.sqlite3"
    with closing(connect(path)) as db:
        migrate(db, NOON, [one for one in known_migrations() if one.number <= 20])
        _fill(db)
    async with open_database(path, NOON) as database:
        assembly = Assembly(database)
        assembly.clock.time = NOON + HOUR / 2  # after the ballots that are there
        yield assembly


def _fill(db: sqlite3.Connection) -> None:
    """Write the rows, past the triggers that have them come in the order of what happened."""
    triggers = db.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    for name, _ in triggers:
        db.execute(f"DROP TRIGGER {name}")
    db.execute("PRAGMA foreign_keys = OFF")
    db.executescript(ROWS.read_text("utf-8"))
    for _, sql in triggers:
        db.execute(sql)
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []


async def test_every_number_that_was_told_is_found_and_the_record_holds(assembly: Assembly) -> None:
    assert await assembly.written(OVER) == TOLD[OVER]
    assert await assembly.written(OPEN) == TOLD[OPEN]
    assert (await assembly.database.read(verify)).holds
    for number in TOLD[OVER]:
        assert await assembly.ballots.check_number(CHAIR, OVER, number)


async def test_an_open_poll_goes_on_under_its_key_and_closes_with_all_its_ballots(
    assembly: Assembly,
) -> None:
    cast = await assembly.casts(4, OPEN, FOR)
    await assembly.closes(OPEN)

    assert cast.number is not None
    assert await assembly.written(OPEN) == {**TOLD[OPEN], cast.number: FOR}
    assert (await assembly.declared(OPEN)).result.ballots == 4
    assert (await assembly.found(OPEN)).state is PollState.CLOSED
    assert (await assembly.database.read(verify)).holds
    for number in (*TOLD[OPEN], cast.number):
        assert await assembly.ballots.check_number(MemberId(4), OPEN, number)


async def test_nothing_of_an_open_poll_is_left_in_the_file_but_what_is_encrypted(
    assembly: Assembly, tmp_path: Path
) -> None:
    assert await assembly.database.truncate_wal()
    files = [tmp_path / "alliance.sqlite3", tmp_path / "alliance.sqlite3-wal"]
    content = b"".join(file.read_bytes() for file in files)

    assert PollKeys(files[0]).polls() == [OPEN]
    assert not any(number.encode() in content for number in TOLD[OPEN])
    assert all(number.encode() in content for number in TOLD[OVER])
    assert await assembly.rows("SELECT poll_id FROM former_numbers ORDER BY 1") == [(1,), (2,)]


async def test_a_ballot_cast_since_does_not_pass_for_one_with_a_random_number(
    assembly: Assembly,
) -> None:
    await assembly.casts(4, OPEN, FOR)
    await assembly.closes(OPEN)

    def tamper(path: str) -> None:
        with closing(sqlite3.connect(path)) as db:
            db.execute("DROP TRIGGER secret_ballots_are_never_changed")
            db.execute("UPDATE secret_ballots SET nonce = NULL WHERE nonce IS NOT NULL")
            db.commit()

    tamper(str(assembly.database._path))
    verdict = await assembly.database.read(verify)
    assert {one.mismatch for one in verdict.findings} == {Mismatch.NUMBERS}


async def test_the_card_says_that_former_numbers_hold_but_are_not_told_again(
    assembly: Assembly,
) -> None:
    t = all_texts().for_language("ru")
    numbers = BallotNumbers(assembly.database, assembly.clock, assembly.rules)
    said = t.plain("ballot-former-number")

    assert said in poll_card(await assembly.ballots.look(CHAIR, OPEN), t)
    assert said not in poll_card(await assembly.ballots.look(MemberId(4), OPEN), t), "no ballot yet"
    with refused(NumberUnknown):
        await numbers.find(CHAIR, OPEN, VoterId(CHAIR))
    cast = await assembly.casts(4, OPEN, FOR)
    assert await numbers.find(MemberId(4), OPEN, VoterId(4)) == cast.number

"""Minutes that the last release issued stand as they were, and go on under this one's rules."""

from collections.abc import AsyncIterator
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest

from bot.domain.minutes.files import IssuedFiles
from bot.domain.minutes.plans import MinutesId
from bot.domain.people.members import MemberId
from bot.domain.polls.seals import Entry, Head, Json, following
from bot.domain.polls.voters import VoterId
from bot.services.minutes.addenda import MinutesAddenda
from bot.services.minutes.filing import MinutesFiling
from bot.services.minutes.minutes import PollMinutes
from bot.services.polls.verification import verify
from handlers.polls.cards import poll_card
from storage.engine.database import connect, open_database
from storage.engine.migrate import known_migrations, migrate
from tests.councils import CHAIR, SECRETARY, Assembly
from tests.storage.test_last_release import LEFT_AT, TOLD, fill
from tests.wording import all_texts

FILES = IssuedFiles(b"PK the last release's", b"%PDF the last release's")
ISSUED_AT = LEFT_AT
AGAINST = MemberId(6)
MINUTES = MinutesId(1)


@pytest.fixture
async def assembly(tmp_path: Path) -> AsyncIterator[Assembly]:
    """The council on a database that the last release left, with minutes of a closed poll."""
    path = tmp_path / "alliance.sqlite3"
    with closing(connect(path)) as db:
        migrate(db, LEFT_AT, [one for one in known_migrations() if one.number < 19])
        fill(db)
        last = Head(*db.execute("SELECT max(number), digest FROM entries").fetchone())
        entry = entry_of_minutes(last)
        db.execute(
            "INSERT INTO entries (number, kind, payload, previous, digest) VALUES (?, ?, ?, ?, ?)",
            (entry.number, entry.kind, entry.payload, entry.previous, entry.digest),
        )
        db.execute(
            """
            INSERT INTO minutes (id, body, year, number, issued_by, issued_at, docx, pdf,
                                 docx_hash, pdf_hash, entry)
            VALUES (1, 'council', 2026, 1, 2, ?, ?, ?, ?, ?, ?)
            """,
            (ISSUED_AT.isoformat(), FILES.docx, FILES.pdf, *hashes(), entry.number),
        )
        db.execute("INSERT INTO minutes_polls VALUES (1, 1, ?)", (TOLD,))
    async with open_database(path, LEFT_AT) as database:
        assembly = Assembly(database)
        assembly.clock.time = LEFT_AT
        yield assembly


def hashes() -> tuple[str, str]:
    return sha256(FILES.docx).hexdigest(), sha256(FILES.pdf).hexdigest()


def entry_of_minutes(last: Head) -> Entry:
    """Return the entry of minutes as the last release wrote it."""
    docx, pdf = hashes()
    told: dict[str, Json] = {
        "polls": [TOLD],
        "body": "council",
        "number": "1/2026",
        "docx": docx,
        "pdf": pdf,
    }
    return following(last, "minutes", {**told, "by": SECRETARY, "at": ISSUED_AT.isoformat()})


async def test_they_are_in_the_archive_byte_for_byte_and_the_record_holds(
    assembly: Assembly,
) -> None:
    archive = PollMinutes(assembly.database, assembly.clock, assembly.rules)

    (kept,) = await archive.listed(CHAIR)

    assert (str(kept.number), kept.polls, kept.issued_by) == ("1/2026", (TOLD,), SECRETARY)
    assert (kept.docx_hash, kept.pdf_hash) == hashes()
    assert await archive.files(CHAIR, MINUTES) == FILES
    assert (await assembly.database.read(verify)).holds
    suggestion = await archive.suggestion(CHAIR, (TOLD,))
    assert [str(number) for number in suggestion.issued] == ["1/2026"]


async def test_the_cards_of_their_poll_name_them(assembly: Assembly) -> None:
    card = await assembly.ballots.look(CHAIR, TOLD)

    assert card.minutes == "1/2026"
    assert "Протокол №\u00a01/2026 выпущен." in poll_card(card, all_texts().for_language("ru"))


async def test_a_scan_is_filed_beside_them_and_a_late_dissent_appended(assembly: Assembly) -> None:
    common = assembly.database, assembly.clock, assembly.rules
    await MinutesFiling(*common).file_scan(SECRETARY, MINUTES, "скан.pdf", b"%PDF-1.4 signed")
    await assembly.ballots.state(AGAINST, TOLD, VoterId(AGAINST), "Дорого")
    addenda = MinutesAddenda(*common)

    addendum = await addenda.draft(CHAIR, MINUTES)
    await addenda.issue(CHAIR, addendum, FILES, "Дополнение 1")

    (item,) = addendum.items
    assert [item.words[one.voter] for one in item.voters] == ["Дорого"]
    assert len(await MinutesFiling(*common).filed(CHAIR, MINUTES)) == 3
    assert (await assembly.database.read(verify)).holds

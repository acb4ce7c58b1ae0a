"""The scan with the signatures is filed beside minutes, byte for byte, for good."""

from hashlib import sha256

import pytest

from bot.domain.minutes.files import SCAN_LIMIT, FiledKind
from bot.domain.minutes.plans import IssuedMinutes, MinutesId
from bot.domain.minutes.refusals import MinutesNotFound, ScanTooLarge, ScanUnreadable
from bot.domain.people.members import MemberId
from bot.domain.polls.findings import Mismatch
from bot.domain.polls.refusals import ClockBehind
from bot.domain.refusals import OnlyForPresiding
from bot.services.minutes.filing import MinutesFiling
from bot.services.polls.verification import verify
from tests.bot.services.minutes.test_minutes import FILES, a_plan, drawn, service, voted
from tests.councils import CHAIR, DAY, HOUR, SECRETARY, Assembly
from tests.databases import query
from tests.halls import refused

SCAN = b"%PDF-1.4 with signatures"


def filing(assembly: Assembly) -> MinutesFiling:
    return MinutesFiling(assembly.database, assembly.clock, assembly.rules)


async def issued(assembly: Assembly) -> IssuedMinutes:
    poll = await voted(assembly)
    minutes = await drawn(assembly, poll)
    return await service(assembly).issue(CHAIR, a_plan(poll), minutes, FILES)


async def test_a_scan_is_kept_byte_for_byte_with_its_hash_in_the_chain(assembly: Assembly) -> None:
    minutes = await issued(assembly)

    _, scan = await filing(assembly).file_scan(SECRETARY, minutes.id, " скан  1.pdf", SCAN)

    assert await filing(assembly).filed(CHAIR, minutes.id) == [(scan, SCAN)]
    assert (scan.kind, scan.name) == (FiledKind.SCAN, "скан 1.pdf")
    assert scan.hash == sha256(SCAN).hexdigest()
    ((payload,),) = await query(
        assembly.database, "SELECT payload FROM entries WHERE kind = 'filed'"
    )
    assert scan.hash in payload
    assert (await assembly.database.read(verify)).holds


async def test_the_same_scan_is_filed_once_and_another_one_beside_it(assembly: Assembly) -> None:
    minutes, archive = await issued(assembly), filing(assembly)
    _, first = await archive.file_scan(SECRETARY, minutes.id, "скан.pdf", SCAN)
    _, again = await archive.file_scan(CHAIR, minutes.id, "другое имя.pdf", SCAN)
    assembly.clock.time += DAY
    await archive.file_scan(SECRETARY, minutes.id, "все страницы.pdf", SCAN + b"2")

    assert again == first
    names = [file.name for file, _ in await archive.filed(CHAIR, minutes.id)]
    assert names == ["скан.pdf", "все страницы.pdf"]


@pytest.mark.parametrize("begins", [b"%PDF-1.7", b"\xff\xd8\xff\xe0", b"\x89PNG\r\n", b"MM\x00*"])
async def test_pictures_and_pdfs_are_scans(assembly: Assembly, begins: bytes) -> None:
    minutes = await issued(assembly)
    await filing(assembly).file_scan(CHAIR, minutes.id, "скан", begins)


async def test_what_is_no_scan_is_refused(assembly: Assembly) -> None:
    minutes, archive = await issued(assembly), filing(assembly)
    with refused(ScanUnreadable):
        await archive.file_scan(CHAIR, minutes.id, "протокол.docx", b"PK\x03\x04")
    with refused(ScanTooLarge):
        await archive.file_scan(CHAIR, minutes.id, "скан.pdf", b"%PDF-" + bytes(SCAN_LIMIT))
    with refused(MinutesNotFound):
        await archive.file_scan(CHAIR, MinutesId(404), "скан.pdf", SCAN)
    with refused(OnlyForPresiding):
        await archive.file_scan(MemberId(3), minutes.id, "скан.pdf", SCAN)
    with refused(OnlyForPresiding):
        await archive.filed(MemberId(3), minutes.id)
    assert await archive.filed(CHAIR, minutes.id) == []


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE filed_files SET content = x'00'",
        "UPDATE filed_files SET name = 'x'",
        "UPDATE filed_files SET kind = 'addendum'",
        "DELETE FROM filed_files",
    ],
)
async def test_a_scan_that_was_touched_is_seen(assembly: Assembly, sql: str) -> None:
    minutes = await issued(assembly)
    await filing(assembly).file_scan(SECRETARY, minutes.id, "скан.pdf", SCAN)

    def touch(tx: object) -> None:
        db = tx.minutes._db  # type: ignore[attr-defined]  # as somebody with the disk
        for (name,) in db.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'filed_files'"
        ).fetchall():
            db.execute(f"DROP TRIGGER {name}")
        db.execute(sql)

    await assembly.database.write(touch)
    verdict = await assembly.database.read(verify)
    assert Mismatch.MINUTES in {one.mismatch for one in verdict.findings}


async def test_with_the_clock_put_back_nothing_is_issued_filed_or_appended(
    assembly: Assembly,
) -> None:
    minutes = await issued(assembly)
    (poll,) = minutes.polls
    late, drawn_up = await drawn(assembly, poll), a_plan(poll)
    assembly.clock.time -= HOUR

    with refused(ClockBehind):
        await filing(assembly).file_scan(SECRETARY, minutes.id, "скан.pdf", SCAN)
    with refused(ClockBehind):
        await service(assembly).issue(CHAIR, drawn_up, late, FILES)

    assert len(await query(assembly.database, "SELECT 1 FROM entries WHERE kind = 'minutes'")) == 1
    assert await filing(assembly).filed(CHAIR, minutes.id) == []

"""Whatever is changed in a vote's record after the fact is found, and nothing else is."""

import json
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Protocol

import pytest
import pytest_asyncio

from bot.domain.minutes.files import IssuedFiles
from bot.domain.minutes.minutes import Convening, Signatory
from bot.domain.minutes.plans import MinutesPlan
from bot.domain.people.members import MemberId
from bot.domain.polls import records
from bot.domain.polls.findings import UNKNOWN, Finding, Mismatch
from bot.domain.polls.majorities import Base, Majority
from bot.domain.polls.plans import CandidateId, Mode
from bot.domain.polls.polls import PollId
from bot.domain.polls.seals import GENESIS, Damage, Entry, Head, Json, following
from bot.domain.polls.voters import VoterId
from bot.services.minutes.filing import MinutesFiling
from bot.services.minutes.minutes import PollMinutes
from bot.services.polls.verification import Verdict, verify
from storage.engine.database import open_database
from storage.engine.reading import reading
from storage.stores import Stores
from tests.councils import (
    AGAINST,
    CHAIR,
    DAY,
    FOR,
    GENERAL,
    HOUR,
    ISSUED,
    NOON,
    OMISSION,
    SECRET,
    SECRETARY,
    Assembly,
    an_election,
    appoints,
)
from tests.effort import effort
from tests.polling import RULES, THIRD
from tests.schemas import in_memory

POLLS = tuple(map(PollId, range(1, 13)))
MOTION, SECRET_ELECTION, CANCELLED, GENERAL_MOTION, OPEN, APPOINTED, MEETING, TIED = POLLS[:8]
RUN_OFF, CUT, PARTED, OPEN_SECRET = POLLS[8:]
RECORD = (
    *("polls", "voters", "poll_delegates", "proxies", "recusals", "roll", "ballots"),
    *("secret_ballots", "statements", "entries", "results", "lots", "minutes", "minutes_polls"),
    *("presences", "omitted_voters", "filed_files"),
    *("encrypted_ballots", "ballot_numbers", "ballot_counts"),
)

OUTSIDE = {
    "announcements": "what is said to people, after the vote or beside it",
    "applications": "what becomes of one is told by the vote, and decides nothing of it",
    "presence_requests": "which meetings' chairs were asked for the list of those present",
    "due_times": "when people are reminded",
    "former_numbers": "whether a card says that the bot cannot tell some numbers again",
    "poll_keys": "which key is the one: with another the vote is called off, and all are told",
    "poll_traces": "which tables of the file are still to be rewritten",
    "shown_messages": "which messages show a vote",
}
"""Tables that refer to votes and are no part of their record, and why."""

FREE = {
    ("polls", "created_at"): "when it was drafted: only who asks for their own data is told",
    ("polls", "draft"): "of which draft it was made, so that two taps make one",
    ("polls", "folded_question"): "the question in other letters, for searches",
    ("proxies", "holder_name"): "of a delegate: minutes name them as the electorate does",
    ("proxies", "holder_position"): "as above",
    ("minutes", "draft"): "of which draft they were made, so that two taps make one",
    ("minutes_polls", "place"): "only the order counts, and that is in the chain",
    ("filed_files", "id"): "nothing refers to it",
}
"""Cells that can be changed unseen, at least in some rows, and why they decide nothing."""


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database in which the council and the alliance have voted in every way there is."""
    path = tmp_path_factory.mktemp("record") / "votes.sqlite3"
    async with open_database(path, NOON) as database:
        await _votes(Assembly(database))
    return path


async def _votes(assembly: Assembly) -> None:
    await assembly.gathers()
    motion = await assembly.opens()
    for member in range(1, 8):
        await assembly.casts(member, motion, FOR)
    await assembly.casts(7, motion, AGAINST)
    await assembly.ballots.state(MemberId(7), motion, VoterId(7), "Мало времени на чтение.")
    await assembly.casts(8, motion, FOR)
    await assembly.ballots.recuse(MemberId(8), motion, VoterId(8))
    election = await assembly.opens(**an_election(*map(MemberId, (3, 4, 5)), seats=2, **SECRET))
    for member, choice in zip(range(1, 7), ("1,2", "1,3", "2,3") * 2, strict=True):
        await assembly.casts(member, election, choice)
    cancelled = await assembly.opens()
    await assembly.casts(1, cancelled, FOR)
    await assembly.polls.cancel(CHAIR, cancelled, "Ошибка в вопросе")
    general = await assembly.opens(**GENERAL)
    expires = NOON + 30 * DAY
    given = ("7", ISSUED, expires, "Голосовать за")
    await assembly.proxies.register(SECRETARY, general, VoterId(1), MemberId(13), *given)
    await assembly.casts(13, general, FOR, voter=1)
    await assembly.proxies.register(SECRETARY, general, VoterId(3), MemberId(13), *given)
    await assembly.proxies.revoke(MemberId(15), general, VoterId(3), MemberId(13))
    await assembly.proxies.register(SECRETARY, general, VoterId(3), MemberId(11), *given)
    await assembly.casts(11, general, AGAINST, voter=3)
    await assembly.proxies.record_revocation(SECRETARY, general, VoterId(3), MemberId(11))
    await assembly.casts(13, general, AGAINST, voter=2)
    await assembly.closes(motion)
    drawn = frozenset(map(CandidateId, (1, 2)))
    await _minutes(assembly, motion)
    await assembly.ties.record_lot(CHAIR, election, drawn, "Бумажки тянула гостья")
    open_ = await assembly.opens(closes_at=assembly.clock.now() + DAY)
    await assembly.casts(2, open_, FOR)
    for order in (7, 9):
        await assembly.ballots.cast(MemberId(4), open_, VoterId(4), AGAINST, order=order)
    appointed = await _appointed(assembly)
    met = await _met(assembly)
    tied, run_off = await _tied(assembly)
    cut = await _cut(assembly)
    held = (motion, election, cancelled, general, open_, appointed, met, tied, run_off, cut)
    assert (*held, *await _secret(assembly)) == POLLS


async def _appointed(assembly: Assembly) -> PollId:
    """Hold a vote in which an organisation's new leader votes by proxy, and nobody is against."""
    soon = assembly.clock.now() + HOUR
    poll = await assembly.opens(closes_at=soon, **GENERAL)
    new = await appoints(assembly)
    await assembly.proxies.register(SECRETARY, poll, VoterId(1), new, "9", ISSUED, soon, "Всё")
    await assembly.casts(new, poll, FOR, voter=1)
    await assembly.closes(poll)
    return poll


async def _met(assembly: Assembly) -> PollId:
    """Hold a vote at a meeting: one votes, one is there and silent, the others are absent."""
    soon = assembly.clock.now() + HOUR
    poll = await assembly.opens(closes_at=soon, mode=Mode.MEETING)
    await assembly.casts(3, poll, FOR)
    await assembly.polls.close(CHAIR, poll, "Все высказались", frozenset({VoterId(4)}))
    return poll


async def _tied(assembly: Assembly) -> tuple[PollId, PollId]:
    """Hold an election that ends in a tie, and open the round that is to settle it."""
    soon = assembly.clock.now() + HOUR
    easy = replace(RULES, majority=Majority(THIRD, Base.PARTICIPANTS, "Устав, п. 5.4"))
    election = an_election(MemberId(3), MemberId(4), closes_at=soon)
    tied = await assembly.opens(**election, rules=easy)
    for member, choice in zip(range(1, 7), "121212", strict=True):
        await assembly.casts(member, tied, choice)
    await assembly.closes(tied)
    run_off = await assembly.ties.run_off(CHAIR, tied, assembly.clock.now() + HOUR)
    await assembly.casts(1, run_off, "1")
    return tied, run_off


async def _cut(assembly: Assembly) -> PollId:
    """Hold a vote that leaves somebody out, with a proxy whose paper is seen after it was given."""
    who = (VoterId(2), VoterId(3))
    soon = assembly.clock.now() + DAY
    cut = await assembly.opens(voters=who, omission=OMISSION, closes_at=soon, **GENERAL)
    paper = ("11", ISSUED, soon + DAY, "Голосовать за")
    await assembly.proxies.give(MemberId(13), cut, VoterId(2), MemberId(15), *paper)
    await assembly.proxies.confirm(SECRETARY, cut, VoterId(2), MemberId(15))
    await assembly.casts(15, cut, FOR, voter=2)
    return cut


async def _secret(assembly: Assembly) -> tuple[PollId, PollId]:
    """Hold a secret vote whose numbers and ballots are parted, and open another one."""
    soon = assembly.clock.now() + HOUR
    over = await assembly.opens(closes_at=soon, **SECRET)
    for member in range(1, 7):
        await assembly.casts(member, over, AGAINST if member == 1 else FOR)
    await assembly.closes(over)
    open_ = await assembly.opens(closes_at=assembly.clock.now() + DAY, **SECRET)
    for member in range(1, 5):
        await assembly.casts(member, open_, AGAINST if member == 1 else FOR)
    parted_at = assembly.clock.now() + 200 * DAY

    def part(tx: Stores) -> None:
        tx.secret_ballots.part(over)
        tx.entries.add(records.parted(over, parted_at))

    await assembly.database.write(part)
    return over, open_


async def _minutes(assembly: Assembly, poll: PollId) -> None:
    who = Signatory("Анна Орлова", "председатель")
    plan = MinutesPlan(
        polls=(poll,),
        place="Екатеринбург",
        starts_at=NOON,
        ends_at=NOON + 3 * DAY,
        drawn_up_at=NOON + 4 * DAY,
        convening=Convening("Анна Орлова, председатель", NOON.date(), "не направлялись"),
        chair=who,
        secretary=who,
        counted_by=(who,),
        authorities={"": "протокол № 3"},
    )
    service = PollMinutes(assembly.database, assembly.clock, assembly.rules)
    minutes = await service.draft(CHAIR, plan, "bot")
    issued = await service.issue(CHAIR, plan, minutes, IssuedFiles(b"DOCX", b"PDF"))
    filing = MinutesFiling(assembly.database, assembly.clock, assembly.rules)
    await filing.file_scan(SECRETARY, issued.id, "скан.pdf", b"%PDF-")


def _copy(record: Path, copy: Path) -> None:
    """Copy the record, and the key of the secret vote that is open."""
    shutil.copy(record, copy)
    keys = f"{record.name}.keys"
    shutil.copytree(record.with_name(keys), f"{copy}.keys", dirs_exist_ok=True)


class Tamper(Protocol):
    """Changes a copy of the record, and verifies it."""

    def __call__(self, sql: str, poll: PollId | None = None, *known: Head) -> Verdict: ...


@pytest.fixture
def tamper(record: Path, tmp_path: Path) -> Tamper:
    """Change a copy as somebody could who owns the file, past all triggers; then verify it."""

    def done(sql: str, poll: PollId | None = None, *known: Head) -> Verdict:
        copy = tmp_path / "copy.sqlite3"
        _copy(record, copy)
        with closing(sqlite3.connect(copy, isolation_level=None)) as db:
            unprotect(db)
            db.executescript(sql)
            return verify(Stores(db), poll, known)

    return done


def inserted(entry: Entry) -> str:
    texts = entry.kind, entry.payload, entry.previous, entry.digest
    quoted = ", ".join("'" + text.replace("'", "''") + "'" for text in texts)
    return f"INSERT INTO entries VALUES ({entry.number}, {quoted});"  # noqa: S608  our own


def found(verdict: Verdict) -> set[Mismatch]:
    return {finding.mismatch for finding in verdict.findings}


def test_a_record_that_nobody_touched_holds(record: Path) -> None:
    with reading(record) as stores:
        verdict = verify(stores)
        assert verdict.holds
        assert set(verdict.questions) == set(POLLS)
        assert verdict.entries == verdict.head.number > 30
        assert verify(stores, known=[verdict.head]).holds
        assert all(verify(stores, poll).holds for poll in verdict.questions)


def columns(table: str) -> list[str]:
    with closing(in_memory()) as db:
        return [row[1] for row in db.execute(f"PRAGMA table_info({table})")]


def test_every_table_that_refers_to_a_vote_is_of_its_record_or_said_not_to_be() -> None:
    with closing(in_memory()) as db:
        names = [
            row[0] for row in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        ]
        referred = {
            name: {row[2] for row in db.execute(f"PRAGMA foreign_key_list({name})")}
            for name in names
        }
    of_votes = {"polls", "entries"}
    for _ in names:
        followed = of_votes - OUTSIDE.keys()
        of_votes |= {name for name, others in referred.items() if others & followed}
    assert of_votes <= {*RECORD, *OUTSIDE}
    assert {table for table, _ in FREE} <= set(RECORD)


OTHER = {
    "kind": "'admission'",
    "body": "'general'",
    "mode": "'correspondence'",
    "secrecy": "'secret'",
    "state": "'open'",
    "closing": "'all_voted'",
    "outcome": "'no_quorum'",
    "rules": "replace(rules, '\"numerator\":1', '\"numerator\":2')",
    "candidates": """'[{"id": 7, "name": "Икс"}]'""",
    "materials": """'[{"kind": "photo", "file": "7", "name": "Икс"}]'""",
    "omission": """'{"clause": "Икс", "reason": "Икс"}'""",
    "winners": "'[3]'",
    "voters": "'[7]'",
    "leader": "coalesce(1 - leader, 1)",
    "docx": "CAST('other' AS BLOB)",
    "pdf": "CAST('other' AS BLOB)",
    "content": "CAST('other' AS BLOB)",
    "result": "replace(result, '7', '8')",
    **dict.fromkeys(
        (
            *("exclusive", "live", "closes_when_all_voted", "tells_members", "elects_council"),
            *("used", "confirmed"),
        ),
        "1 - {column}",
    ),
}
"""Values that the schema allows as well."""
USUAL = """
    CASE typeof({column}) WHEN 'integer' THEN {column} + 100 WHEN 'null' THEN '[7]'
         ELSE CASE WHEN {column} GLOB '2026-*'
                   THEN replace({column}, '2026-', '2027-') ELSE {column} || ' ' END END"""
ANY = (*("NULL", "1", "'1'", "'{}'", "'scheduled'"), "(SELECT max({column}) FROM {table})")
"""What else somebody might write into a cell, sense or nonsense."""
MOST_ROWS = 1 + len(ANY)
"""Of about so many rows a short run changes the cells: each value is tried once."""


@pytest.fixture(scope="module")
def bare(record: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """The record beside its keys, without whatever keeps the bot itself from changing it."""
    copy = tmp_path_factory.mktemp("bare") / "votes.sqlite3"
    _copy(record, copy)
    with closing(sqlite3.connect(copy, isolation_level=None)) as db:
        db.execute("PRAGMA journal_mode = MEMORY")
        db.execute("PRAGMA synchronous = OFF")
        unprotect(db)
        yield db


def unprotect(db: sqlite3.Connection) -> None:
    db.execute("PRAGMA ignore_check_constraints = ON")
    made = "SELECT type, name FROM sqlite_schema WHERE type IN ('trigger', 'index') AND sql <> ''"
    for kind, name in db.execute(made).fetchall():
        db.execute(f"DROP {kind} {name}")


@pytest.mark.parametrize(
    ("table", "column"), [(table, column) for table in RECORD for column in columns(table)]
)
def test_no_cell_of_the_record_can_be_changed_unseen(
    bare: sqlite3.Connection, table: str, column: str
) -> None:
    """Change a cell, with sense or without; only free ones may be. A long run tries each cell."""
    unseen = [change for change in _changes(bare, table, column) if _is_unseen(bare, *change)]
    assert bool(unseen) == ((table, column) in FREE), unseen[:3]


def _changes(
    db: sqlite3.Connection, table: str, column: str
) -> list[tuple[str, tuple[str | int, ...]]]:
    keys = [row[1] for row in db.execute(f"PRAGMA table_info({table})") if row[5]]
    rows = db.execute(f"SELECT {', '.join(keys)} FROM {table}").fetchall()  # noqa: S608  names
    rows = rows[:: effort(max(1, len(rows) // MOST_ROWS), 1)]
    where = " AND ".join(f"{key} = ?" for key in keys)
    values = [
        one.replace("{column}", column).replace("{table}", table)
        for one in (OTHER.get(column, USUAL), *ANY)
    ]
    change = f"UPDATE {table} SET {column} = {{0}} WHERE {where} AND {column} IS NOT {{0}}"  # noqa: S608  ours
    return [
        (change.replace("{0}", value), row)
        for turn, row in enumerate(rows)
        for value in tried(values, turn)
    ]


def tried(values: list[str], turn: int) -> list[str]:
    """Return the values that a cell of this row is given: one of them all, or two."""
    one = values[turn % len(values)]
    return effort([one], [values[0], values[1 + turn % len(ANY)]])


def _is_unseen(db: sqlite3.Connection, change: str, row: tuple[str | int, ...]) -> bool:
    """Tell whether a change can be made and is not found; it is undone."""
    db.execute("SAVEPOINT cell")
    try:
        return db.execute(change, row).rowcount > 0 and verify(Stores(db)).holds
    except sqlite3.IntegrityError:  # a type or a key that the file itself does not allow
        return False
    finally:
        db.execute("ROLLBACK TO cell")
        db.execute("RELEASE cell")


def _first(table: str) -> str:
    """Return the condition of one row of a table."""
    keys = {"entries": "number", "secret_ballots": "number", "polls": "id", "minutes": "id"}
    keys["filed_files"] = "id"
    keys |= {"encrypted_ballots": "content", "ballot_numbers": "number", "ballot_counts": "ballot"}
    key = keys.get(table, "poll_id")
    if table in {*keys, "results", "presences", "lots", "minutes_polls"}:
        return f"{key} = (SELECT min({key}) FROM {table})"  # noqa: S608
    return f"(poll_id, voter_id) = (SELECT poll_id, voter_id FROM {table} LIMIT 1)"  # noqa: S608


@pytest.mark.parametrize("table", [table for table in RECORD if table not in {"entries", "polls"}])
def test_no_row_of_the_record_can_be_taken_out_unseen(tamper: Tamper, table: str) -> None:
    assert not tamper(f"DELETE FROM {table} WHERE {_first(table)};").holds  # noqa: S608


@pytest.mark.parametrize(
    ("sql", "mismatch"),
    [
        ("UPDATE ballots SET ballot = 'for' WHERE voter_id = 7 AND poll_id = 1", Mismatch.BALLOTS),
        ("DELETE FROM roll WHERE voter_id = 3", Mismatch.ROLL),
        ("INSERT INTO roll VALUES (2, 9)", Mismatch.ROLL),
        ("DELETE FROM ballots WHERE voter_id = 3 AND poll_id = 1", Mismatch.ROLL),
        ("DELETE FROM recusals", Mismatch.RECUSALS),
        ("UPDATE proxies SET number = '8'", Mismatch.PROXIES),
        ("UPDATE proxies SET revoked_at = NULL, revoked_by = NULL, used = 0", Mismatch.PROXIES),
        ("UPDATE proxies SET used = 0", Mismatch.PROXIES),
        ("UPDATE proxies SET holder_name = 'Другая' WHERE holder_id > 16", Mismatch.PROXIES),
        ("UPDATE proxies SET holder_position = 'глава' WHERE holder_id > 16", Mismatch.PROXIES),
        ("UPDATE results SET statements_until = NULL WHERE poll_id = 4", Mismatch.CLOSING),
        ("UPDATE results SET statements_until = '2026-12-04T07:00:00+00:00'", Mismatch.CLOSING),
        (
            "UPDATE results SET statements_until = '2026-12-04T07:00:00+00:00' WHERE poll_id = 6",
            Mismatch.CLOSING,
        ),
        ("UPDATE statements SET text = 'Я за'", Mismatch.STATEMENTS),
        ("UPDATE presences SET voters = '[3, 4, 5]'", Mismatch.PRESENCE),
        ("DELETE FROM presences", Mismatch.COUNT),
        ("UPDATE lots SET winners = '[2, 3]'", Mismatch.LOT),
        ("UPDATE polls SET question = 'Другой?' WHERE id = 1", Mismatch.OPENING),
        ("DELETE FROM omitted_voters", Mismatch.OPENING),
        ("INSERT INTO omitted_voters VALUES (1, 99, 'Чужой')", Mismatch.OPENING),
        ("UPDATE polls SET omission = NULL WHERE id = 10", Mismatch.OPENING),
        *(
            (f"UPDATE polls SET rules = json_set(rules, '$.{clause}', 'П. 1')", Mismatch.OPENING)  # noqa: S608  ours
            for clause in ("competence", "remote", "council_proxies", "correspondence")
        ),
        ("UPDATE proxies SET confirmed_by = NULL WHERE poll_id = 10", Mismatch.PROXIES),
        ("UPDATE proxies SET confirmed_by = 9 WHERE poll_id = 4", Mismatch.PROXIES),
        ("UPDATE proxies SET confirmed = 0, confirmed_by = NULL", Mismatch.PROXIES),
        ("UPDATE proxies SET issuer = 'Другой'", Mismatch.PROXIES),
        ("UPDATE voters SET name = 'Другой' WHERE poll_id = 1", Mismatch.OPENING),
        ("UPDATE polls SET reason = 'Другая' WHERE id = 3", Mismatch.CLOSING),
        ("UPDATE polls SET state = 'closed' WHERE id = 3", Mismatch.CLOSING),
        ("UPDATE polls SET closes_at = 'soon' WHERE id = 3", Mismatch.UNREADABLE),
        ("UPDATE ballots SET ballot = 'perhaps'", Mismatch.UNREADABLE),
        ("UPDATE results SET salt = printf('%064d', 7) WHERE poll_id = 2", Mismatch.SEAL),
        ("UPDATE secret_ballots SET ballot = '1,3' WHERE ballot = '1,2'", Mismatch.COUNT),
        ("DELETE FROM secret_ballots WHERE ballot = '1,3'", Mismatch.BALLOTS),
        ("DELETE FROM polls WHERE id = 4", Mismatch.POLL_MISSING),
        ("UPDATE minutes SET pdf = CAST('other' AS BLOB)", Mismatch.MINUTES),
        ("DELETE FROM minutes", Mismatch.MINUTES),
        ("UPDATE filed_files SET content = CAST('other' AS BLOB)", Mismatch.MINUTES),
        ("UPDATE filed_files SET entry = 1", Mismatch.MINUTES),
        ("DELETE FROM filed_files", Mismatch.MINUTES),
    ],
)
def test_what_was_done_is_said(tamper: Tamper, sql: str, mismatch: Mismatch) -> None:
    verdict = tamper(sql)
    assert mismatch in found(verdict)
    assert verdict.faults == (), "the chain itself was left alone"


def test_a_swap_of_two_secret_ballots_that_changes_no_count_breaks_the_seal_and_the_numbers(
    tamper: Tamper,
) -> None:
    verdict = tamper(
        """
        UPDATE secret_ballots SET ballot = CASE ballot WHEN '1,2' THEN '2,3' ELSE '1,2' END
         WHERE ballot IN ('1,2', '2,3')
        """
    )
    assert found(verdict) == {Mismatch.SEAL, Mismatch.NUMBERS}


def test_another_poll_than_the_one_that_is_asked_for_is_not_looked_into(tamper: Tamper) -> None:
    broken = "DELETE FROM recusals"
    assert tamper(broken, MOTION).findings
    assert tamper(broken, GENERAL_MOTION).holds


@pytest.mark.parametrize(
    ("sql", "damage"),
    [
        ("UPDATE entries SET payload = '{}' WHERE number = 5", Damage.CHANGED),
        ("DELETE FROM entries WHERE number = 5", Damage.DELETED),
        ("DELETE FROM entries WHERE number > 5", Damage.CUT_OFF),
    ],
)
def test_a_chain_that_was_touched_is_seen(
    record: Path, tamper: Tamper, sql: str, damage: Damage
) -> None:
    with reading(record) as stores:
        head = stores.entries.head()
    verdict = tamper(sql, None, head)
    assert damage in {fault.damage for fault in verdict.faults}


async def test_a_chain_made_again_as_a_whole_shows_against_a_head_that_was_published(
    record: Path, tamper: Tamper
) -> None:
    with reading(record) as stores:
        entries = stores.entries.all()
        published = stores.entries.head()
    forged, head = ["DELETE FROM entries;"], GENESIS
    for entry in entries:
        payload = json.loads(entry.payload)
        if payload.get("ballot") == AGAINST:
            payload["ballot"] = FOR
        made = following(head, entry.kind, payload)
        forged.append(inserted(made))
        head = made.head
    verdict = tamper("\n".join(forged), None, published)
    assert Damage.REPLACED in {fault.damage for fault in verdict.faults}


def test_entries_of_the_last_release_which_say_less_hold(record: Path, tamper: Tamper) -> None:
    with reading(record) as stores:
        entries = [
            (one.kind, json.loads(one.payload))
            for one in stores.entries.all()
            if one.kind != "repeated"
        ]
    written, head = ["DELETE FROM entries; UPDATE results SET entry = -entry;"], GENESIS
    archives = {"minutes": "minutes", "filed": "filed_files"}
    for kind, payload in entries:
        less = {k: v for k, v in payload.items() if k not in {"run_off_of", "order"}}
        made = following(head, kind, less)
        written.append(inserted(made))
        if kind == "closed":
            written.append(
                f"UPDATE results SET entry = {made.number} WHERE poll_id = {less['poll']};"  # noqa: S608  ours
            )
        elif kind in archives:
            written.append(f"UPDATE {archives[kind]} SET entry = {made.number};")  # noqa: S608  ours
        head = made.head
    assert len(entries) > 30
    assert tamper("\n".join(written)).holds


@pytest.mark.parametrize(
    ("kind", "payload"),
    [
        ("ballot", {"voter": 3, "by": 3, "ballot": "for", "order": 0}),
        ("ballot", {"poll": True, "voter": 3, "by": 3, "ballot": "for", "order": 0}),
        ("opened", {}),
        ("whatever", {"at": "2027-12-01T07:00:00+00:00"}),
    ],
)
def test_an_entry_that_is_of_no_vote_is_seen_even_in_a_whole_chain(
    record: Path, tamper: Tamper, kind: str, payload: dict[str, Json]
) -> None:
    with reading(record) as stores:
        made = following(stores.entries.head(), kind, payload)
    for poll in (None, MOTION):
        verdict = tamper(inserted(made), poll)
        assert verdict.findings == (Finding(Mismatch.UNREADABLE, UNKNOWN, made.number),)
        assert verdict.faults == ()


def test_minutes_recorded_twice_are_seen(record: Path, tamper: Tamper) -> None:
    with reading(record) as stores:
        (minutes,) = [one for one in stores.entries.all() if one.kind == "minutes"]
        made = following(stores.entries.head(), minutes.kind, json.loads(minutes.payload))
    verdict = tamper(inserted(made))
    assert Finding(Mismatch.MINUTES, MOTION, made.number) in verdict.findings


@pytest.mark.parametrize("leads", ["1", "[1e999]", '["a"]', "[[]]"])
def test_a_poll_that_cannot_be_read_is_said_and_the_others_are_looked_through(
    tamper: Tamper, leads: str
) -> None:
    verdict = tamper(f"UPDATE polls SET leads = '{leads}' WHERE id = 4")  # noqa: S608  ours
    assert verdict.findings == (Finding(Mismatch.UNREADABLE, GENERAL_MOTION),)
    assert set(verdict.questions) == set(POLLS) - {GENERAL_MOTION}


@pytest.mark.parametrize(
    ("kind", "payload"),
    [
        ("ballot", {"poll": 5, "voter": 3, "by": 4, "ballot": "for"}),  # by another's hand
        ("ballot", {"poll": 5, "voter": 99, "by": 99, "ballot": "for"}),  # by nobody
        ("ballot", {"poll": 5, "voter": 3, "by": 3, "ballot": "perhaps"}),
        ("recused", {"poll": 5, "voter": 3, "by": 4}),
    ],
)
def test_an_act_that_the_rules_refused_is_seen_even_in_a_whole_chain(
    record: Path, tamper: Tamper, kind: str, payload: dict[str, str | int]
) -> None:
    with reading(record) as stores:
        poll = stores.polls.get(OPEN)
        assert poll
        assert poll.opened_at
        at = poll.opened_at + timedelta(minutes=1)
        made = following(stores.entries.head(), kind, {**payload, "at": at.isoformat()})
    verdict = tamper(inserted(made))
    assert Mismatch.FORBIDDEN in found(verdict)
    assert verdict.faults == ()


@pytest.mark.parametrize("seconds", [-1, 0])
def test_an_entry_that_was_made_before_the_one_before_it_is_seen(
    record: Path, tamper: Tamper, seconds: int
) -> None:
    with reading(record) as stores:
        (at, _), poll = stores.entries.latest(), stores.polls.get(RUN_OFF)
        assert at is not None
        assert poll is not None
        ballot: dict[str, Json] = {"poll": poll.id, "voter": 2, "by": 2, "ballot": "1", "order": 0}
        back = ballot | {"at": (at + timedelta(seconds=seconds)).isoformat()}
        made = following(stores.entries.head(), "ballot", back)
    clock = Finding(Mismatch.CLOCK, RUN_OFF, made.number)
    assert (clock in tamper(inserted(made)).findings) == (seconds < 0)


def test_a_ballot_after_the_deadline_is_seen_even_in_a_whole_chain(
    record: Path, tamper: Tamper
) -> None:
    with reading(record) as stores:
        poll = stores.polls.get(OPEN)
        assert poll
        late: dict[str, Json] = {"poll": 5, "voter": 3, "by": 3, "ballot": "for"}
        late["at"] = poll.closes_at.isoformat()
        made = following(stores.entries.head(), "ballot", late)
    verdict = tamper(inserted(made))
    assert Mismatch.FORBIDDEN in found(verdict)

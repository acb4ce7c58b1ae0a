"""Whatever is changed in a vote's record after the fact is found, and nothing else is."""

import json
import shutil
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Protocol

import pytest
import pytest_asyncio

from bot.domain.minutes.files import IssuedFiles
from bot.domain.minutes.minutes import Signatory
from bot.domain.minutes.plans import MinutesPlan
from bot.domain.people.members import MemberId
from bot.domain.polls.electorates import VoterId
from bot.domain.polls.findings import Mismatch
from bot.domain.polls.plans import CandidateId
from bot.domain.polls.polls import PollId
from bot.domain.polls.seals import GENESIS, Damage, Entry, Head, Json, following
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
    SECRET,
    SECRETARY,
    Assembly,
    an_election,
    appoints,
)
from tests.schemas import in_memory

MOTION, SECRET_ELECTION, CANCELLED, GENERAL_MOTION, OPEN, APPOINTED = map(PollId, range(1, 7))
RECORD = (
    *("polls", "voters", "poll_delegates", "proxies", "recusals", "roll", "ballots"),
    *("secret_ballots", "statements", "entries", "results", "lots", "minutes", "minutes_polls"),
)

FREE = {
    "polls": {"created_at", "draft", "folded_question", "run_off_of"},
    "proxies": {"holder_name", "holder_position", "registered_by", "revoked_by"},
    "recusals": {"declared_by"},
    "ballots": {"update_id"},
    "results": {"outcome"},
    "minutes": {"id", "entry", "draft"},
    "minutes_polls": {"minutes_id", "place"},
}
"""What the vote does not rest on: words for searching and showing, derived from the rest."""


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
    appointed = await _appointed(assembly)
    assert (motion, election, cancelled, general, open_, appointed) == (
        MOTION,
        SECRET_ELECTION,
        CANCELLED,
        GENERAL_MOTION,
        OPEN,
        APPOINTED,
    )


async def _appointed(assembly: Assembly) -> PollId:
    """Hold a vote in which an organisation's new leader votes by proxy, and nobody is against."""
    soon = assembly.clock.now() + HOUR
    poll = await assembly.opens(closes_at=soon, **GENERAL)
    new = await appoints(assembly)
    await assembly.proxies.register(SECRETARY, poll, VoterId(1), new, "9", ISSUED, soon, "Всё")
    await assembly.casts(new, poll, FOR, voter=1)
    await assembly.closes(poll)
    return poll


async def _minutes(assembly: Assembly, poll: PollId) -> None:
    who = Signatory("Анна Орлова")
    plan = MinutesPlan(
        polls=(poll,),
        place="Екатеринбург",
        starts_at=NOON,
        ends_at=NOON + DAY,
        drawn_up_at=NOON + 4 * DAY,
        chair=who,
        secretary=who,
        counted_by=(who,),
    )
    service = PollMinutes(assembly.database, assembly.clock, assembly.rules)
    minutes = await service.draft(CHAIR, plan, "bot")
    await service.issue(CHAIR, plan, minutes, IssuedFiles(b"DOCX", b"PDF"))


class Tamper(Protocol):
    """Changes a copy of the record, and verifies it."""

    def __call__(self, sql: str, poll: PollId | None = None, known: Head = GENESIS) -> Verdict: ...


@pytest.fixture
def tamper(record: Path, tmp_path: Path) -> Tamper:
    """Change a copy as somebody could who owns the file, past all triggers; then verify it."""

    def done(sql: str, poll: PollId | None = None, known: Head = GENESIS) -> Verdict:
        copy = tmp_path / "copy.sqlite3"
        shutil.copy(record, copy)
        with closing(sqlite3.connect(copy, isolation_level=None)) as db:
            db.execute("PRAGMA ignore_check_constraints = ON")
            names = "SELECT name FROM sqlite_schema WHERE type = 'trigger'"
            for (name,) in db.execute(names).fetchall():
                db.execute(f"DROP TRIGGER {name}")
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
        assert set(verdict.questions) == set(map(PollId, range(1, 7)))
        assert verdict.entries == verdict.head.number > 30
        assert verify(stores, known=verdict.head).holds
        assert all(verify(stores, poll).holds for poll in verdict.questions)


def columns(table: str) -> list[str]:
    with closing(in_memory()) as db:
        return [row[1] for row in db.execute(f"PRAGMA table_info({table})")]


OTHER = {
    "kind": "'admission'",
    "body": "'general'",
    "mode": "'correspondence'",
    "secrecy": "'secret'",
    "state": "'open'",
    "closing": "'all_voted'",
    "rules": "replace(rules, '\"numerator\":1', '\"numerator\":2')",
    "candidates": """'[{"id": 7, "name": "Икс"}]'""",
    "materials": """'[{"kind": "photo", "file": "7", "name": "Икс"}]'""",
    "winners": "'[3]'",
    "leader": "coalesce(1 - leader, 1)",
    "docx": "CAST('other' AS BLOB)",
    "pdf": "CAST('other' AS BLOB)",
    "result": "replace(result, '7', '8')",
    **dict.fromkeys(
        ("exclusive", "live", "closes_when_all_voted", "tells_members", "elects_council"),
        "1 - {column}",
    ),
}
"""Values that the schema allows as well."""
USUAL = """
    CASE typeof({column}) WHEN 'integer' THEN {column} + 100 WHEN 'null' THEN '[7]'
         ELSE CASE WHEN {column} GLOB '2026-*'
                   THEN replace({column}, '2026-', '2027-') ELSE {column} || ' ' END END"""


@pytest.mark.parametrize(
    ("table", "column"),
    [
        (table, column)
        for table in RECORD
        for column in columns(table)
        if column not in FREE.get(table, ())
    ],
)
def test_no_value_of_the_record_can_be_changed_unseen(
    tamper: Tamper, table: str, column: str
) -> None:
    changed = OTHER.get(column, USUAL).replace("{column}", column)
    change = f"UPDATE {table} SET {column} = {changed} WHERE {_first(table)};"  # noqa: S608
    assert not tamper(change).holds


def _first(table: str) -> str:
    """Return the condition of one row of a table."""
    keys = {"entries": "number", "secret_ballots": "number", "polls": "id", "minutes": "id"}
    key = keys.get(table, "poll_id")
    if table in {*keys, "results", "lots", "minutes_polls"}:
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
        ("UPDATE lots SET winners = '[2, 3]'", Mismatch.LOT),
        ("UPDATE polls SET question = 'Другой?' WHERE id = 1", Mismatch.OPENING),
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


async def test_a_chain_made_anew_as_a_whole_shows_against_a_head_that_was_published(
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

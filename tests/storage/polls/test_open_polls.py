"""A poll and a proxy that are open in the last release's database keep working in this one."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.domain.people.members import MemberId
from bot.domain.polls.ballots import Choice, MotionBallot, Named
from bot.domain.polls.polls import PollId, PollState
from bot.domain.polls.seals import GENESIS, following
from bot.domain.polls.voters import VoterId
from bot.services.polls.electing import voter_today
from bot.services.polls.verification import verify
from storage.engine.database import connect
from storage.engine.migrate import known_migrations, migrate
from storage.engine.times import stamp
from storage.stores import Stores

LAST_RELEASE = 20
OPENED = datetime(2026, 12, 1, 7, 0, tzinfo=UTC)
CLOSES = OPENED + timedelta(days=3)
EXPIRES = OPENED + timedelta(days=9, hours=11, minutes=59)  # 23:59 there, as it was kept
SHARE = {"numerator": 1, "denominator": 2, "bound": "more_than"}
RULES = {
    "quorum": {"share": SHARE, "clause": "Устав, п. 5.1"},
    "majority": {"share": SHARE, "base": "participants", "clause": "Устав, п. 5.2"},
    "recusal": {"lowers_base": False, "clause": "Устав, п. 5.7"},
    "correspondence": "",
}
PLAN: dict[str, Any] = {
    "kind": "motion",
    "question": "Смета",
    "rules": RULES,
    "mode": "remote",
    "secrecy": "named",
    "closes_at": CLOSES.isoformat(),
    "opens_at": None,
    "candidates": [],
    "seats": 1,
    "exclusive": False,
    "live": False,
    "closes_when_all_voted": False,
    "body": "council",
    "materials": [],
    "leads": None,
    "tells_members": False,
    "elects_council": False,
    "voters": [1, 2],
    "preset": "motion",
}
PEOPLE = {1: "Анна", 2: "Ян"}
VOTERS = [
    {
        "id": number,
        "name": name,
        "people": [{"member": number, "name": name, "position": ""}],
        "inn": "",
        "ogrn": "",
        "organisation": "",
    }
    for number, name in PEOPLE.items()
]
PAPER = {
    "principal": 1,
    "holder": 2,
    "number": "7",
    "issued_on": "2026-11-20",
    "expires_at": EXPIRES.isoformat(),
    "scope": "Всё",
}


@pytest.fixture
def db(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(connect(tmp_path / "test.sqlite3")) as connection:
        yield connection


def last_release(db: sqlite3.Connection) -> None:
    """Write what the last release keeps of an open poll that leaves the third member out."""
    migrate(db, OPENED, [one for one in known_migrations() if one.number <= LAST_RELEASE])
    db.executescript(
        f"""
        INSERT INTO members (id, name, folded_name)
        VALUES (1, 'Анна', 'анна'), (2, 'Ян', 'ян'), (3, 'Вера', 'вера');
        INSERT INTO roles (member_id, role) VALUES (1, 'council'), (2, 'council'), (3, 'council');
        INSERT INTO polls (id, kind, body, question, rules, mode, secrecy, closes_at, candidates,
                           seats, exclusive, live, closes_when_all_voted, materials, tells_members,
                           elects_council, voters, preset, folded_question, created_by, created_at)
        VALUES (1, 'motion', 'council', 'Смета', '{json.dumps(RULES)}', 'remote', 'named',
                '{stamp(CLOSES)}', '[]', 1, 0, 0, 0, '[]', 0, 0, '[1, 2]', 'motion', 'смета', 1,
                '{stamp(OPENED)}');
        INSERT INTO voters (poll_id, voter_id, name) VALUES (1, 1, 'Анна'), (1, 2, 'Ян');
        INSERT INTO poll_delegates (poll_id, voter_id, member_id, name)
        VALUES (1, 1, 1, 'Анна'), (1, 2, 2, 'Ян');
        UPDATE polls SET state = 'open', opened_at = '{stamp(OPENED)}' WHERE id = 1;
        INSERT INTO proxies (poll_id, voter_id, holder_id, holder_name, number, issued_on,
                             expires_at, scope, registered_by)
        VALUES (1, 1, 2, 'Ян', '7', '2026-11-20', '{stamp(EXPIRES)}', 'Всё', 1);
        """  # noqa: S608  our own values
    )
    head, at = GENESIS, OPENED.isoformat()
    entries: list[tuple[str, dict[str, Any]]] = [
        ("opened", {"plan": PLAN, "voters": VOTERS}),
        ("proxy", {"proxy": PAPER}),
    ]
    for kind, told in entries:
        entry = following(head, kind, {"poll": 1, "by": 1, "at": at, **told})
        head = entry.head
        db.execute(
            "INSERT INTO entries (number, kind, payload, previous, digest) VALUES (?, ?, ?, ?, ?)",
            (entry.number, entry.kind, entry.payload, entry.previous, entry.digest),
        )


def test_an_open_poll_of_the_last_release_agrees_with_its_chain(db: sqlite3.Connection) -> None:
    last_release(db)
    migrate(db, OPENED)

    verdict = verify(Stores(db))
    assert (verdict.faults, verdict.findings) == ((), ())


def test_its_proxy_is_in_force_and_needs_no_paper_to_be_seen(db: sqlite3.Connection) -> None:
    last_release(db)
    migrate(db, OPENED)
    tx = Stores(db)
    poll = tx.polls.get(PollId(1))
    assert poll is not None
    assert (poll.state, poll.omission) == (PollState.OPEN, None)

    electorate = voter_today(tx, poll, VoterId(1))
    electorate.require_caster(VoterId(1), MemberId(2), OPENED)
    ballot = Named(MotionBallot(Choice.FOR), MemberId(2), OPENED)
    tx.ballots.cast(poll.id, VoterId(1), ballot)
    assert tx.ballots.voted(poll.id) == {1}

"""Polls: their questions, rules and states."""

import json
from datetime import datetime
from functools import lru_cache
from typing import Any

from pydantic import TypeAdapter

from bot.domain.people.members import MemberId, folded
from bot.domain.polls.majorities import Rules
from bot.domain.polls.materials import Material
from bot.domain.polls.omissions import Omission
from bot.domain.polls.payloads import LATER_CLAUSES
from bot.domain.polls.plans import Body, Candidate, Mode, PollKind, PollPlan, Secrecy
from bot.domain.polls.polls import Closing, Poll, PollId, PollState
from bot.domain.polls.voters import VoterId
from storage.engine.store import Store, change, insertion
from storage.engine.times import (
    durations,
    moment,
    optional_moment,
    optional_seconds,
    optional_stamp,
    stamp,
)

RULES = TypeAdapter(Rules)
CANDIDATES = TypeAdapter(tuple[Candidate, ...])
MATERIALS = TypeAdapter(tuple[Material, ...])
OMISSION: TypeAdapter[Omission | None] = TypeAdapter(Omission | None)
VOTERS: TypeAdapter[tuple[VoterId, ...] | None] = TypeAdapter(tuple[VoterId, ...] | None)

PLANNED = (
    "kind",
    "body",
    "question",
    "rules",
    "mode",
    "secrecy",
    "closes_at",
    "opens_at",
    "candidates",
    "seats",
    "exclusive",
    "live",
    "closes_when_all_voted",
    "materials",
    "leads",
    "tells_members",
    "elects_council",
    "voters",
    "omission",
    "preset",
    "excludes_id",
)
STATE_COLUMNS = ("state", "opened_at", "closed_at", "closing", "reason")
READ = ("id", "created_by", "run_off_of", *PLANNED, *STATE_COLUMNS)
ADDED = (*PLANNED, "folded_question", "created_by", "created_at", "draft", "run_off_of")
CHANGED = (*PLANNED, "folded_question", *STATE_COLUMNS)

WORDS_LIMIT = 20
"""The most words of a search: SQLite refuses conditions of a thousand parts."""

SELECT = f"SELECT {', '.join(READ)} FROM polls "  # noqa: S608  names of columns, no values
INSERT = insertion("polls", ADDED)
UPDATE = change("polls", CHANGED)


@lru_cache(maxsize=256)  # cached: most ballots are of a few polls
def _poll(row: tuple[Any, ...]) -> Poll:
    of = dict(zip(READ, row, strict=True))
    return Poll(
        id=of["id"],
        created_by=of["created_by"],
        run_off_of=of["run_off_of"],
        kind=PollKind(of["kind"]),
        body=Body(of["body"]),
        question=of["question"],
        rules=RULES.validate_json(of["rules"]),
        mode=Mode(of["mode"]),
        secrecy=Secrecy(of["secrecy"]),
        closes_at=moment(of["closes_at"]),
        opens_at=optional_moment(of["opens_at"]),
        candidates=CANDIDATES.validate_json(of["candidates"]),
        seats=of["seats"],
        exclusive=bool(of["exclusive"]),
        live=bool(of["live"]),
        closes_when_all_voted=bool(of["closes_when_all_voted"]),
        materials=MATERIALS.validate_json(of["materials"]),
        leads=durations(of["leads"]),
        tells_members=bool(of["tells_members"]),
        elects_council=bool(of["elects_council"]),
        voters=VOTERS.validate_json(of["voters"] or "null"),
        omission=OMISSION.validate_json(of["omission"] or "null"),
        preset=of["preset"],
        excludes=of["excludes_id"],
        state=PollState(of["state"]),
        opened_at=optional_moment(of["opened_at"]),
        closed_at=optional_moment(of["closed_at"]),
        closing=None if of["closing"] is None else Closing(of["closing"]),
        reason=of["reason"],
    )


def _rules(rules: Rules) -> str:
    """Return rules as stored: without clauses that earlier releases did not know.

    Rows of earlier releases stay the same when their poll closes, because nothing of an open poll
    changes.
    """
    unused = {clause for clause in LATER_CLAUSES if not getattr(rules, clause)}
    return RULES.dump_json(rules, exclude=unused).decode()


def _omission(omission: Omission) -> str:
    """Return an omission as stored: as earlier releases did, once nobody is named in it."""
    return OMISSION.dump_json(omission, exclude_defaults=True).decode()


def _planned(plan: PollPlan) -> dict[str, Any]:
    return {
        "kind": plan.kind,
        "body": plan.body,
        "question": plan.question,
        "folded_question": folded(plan.question),
        "rules": _rules(plan.rules),
        "mode": plan.mode,
        "secrecy": plan.secrecy,
        "closes_at": stamp(plan.closes_at),
        "opens_at": optional_stamp(plan.opens_at),
        "candidates": CANDIDATES.dump_json(plan.candidates).decode(),
        "seats": plan.seats,
        "exclusive": plan.exclusive,
        "live": plan.live,
        "closes_when_all_voted": plan.closes_when_all_voted,
        "materials": MATERIALS.dump_json(plan.materials).decode(),
        "leads": optional_seconds(plan.leads),
        "tells_members": plan.tells_members,
        "elects_council": plan.elects_council,
        "voters": None if plan.voters is None else json.dumps(plan.voters),
        "omission": plan.omission and _omission(plan.omission),
        "preset": plan.preset,
        "excludes_id": plan.excludes,
    }


class SqlitePollStore(Store):
    """Polls as rows."""

    def add(
        self,
        plan: PollPlan,
        created_by: MemberId,
        now: datetime,
        *,
        draft: str | None = None,
        run_off_of: PollId | None = None,
    ) -> Poll:
        """Add a poll that is not open yet; a draft creates only one."""
        values = {
            **_planned(plan),
            "created_by": created_by,
            "created_at": stamp(now),
            "draft": draft,
            "run_off_of": run_off_of,
        }
        (added,) = self._db.execute(INSERT, values).fetchone()
        return _poll(self._db.execute(SELECT + "WHERE id = ?", (added,)).fetchone())

    def by_draft(self, draft: str) -> PollId | None:
        """Return the poll that was opened from a draft."""
        row = self._db.execute("SELECT id FROM polls WHERE draft = ?", (draft,)).fetchone()
        return None if row is None else PollId(row[0])

    def get(self, poll: PollId) -> Poll | None:
        """Return a poll by id."""
        row = self._db.execute(SELECT + "WHERE id = ?", (poll,)).fetchone()
        return None if row is None else _poll(row)

    def run_off(self, poll: PollId) -> PollId | None:
        """Return the second round for this poll's tie; not an inconclusive one."""
        last = self.last_round(poll)
        row = self._db.execute("SELECT id FROM polls WHERE run_off_of = ?", (last,)).fetchone()
        return None if row is None else PollId(row[0])

    def last_round(self, poll: PollId) -> PollId:
        """Return the poll, or the last of its inconclusive second rounds.

        Those are the rounds that were cancelled, or had no quorum.

        Each round follows one poll, so the next one follows the poll returned here.
        """
        (last,) = self._db.execute(
            """
            WITH RECURSIVE rounds (id) AS (
                SELECT ?
                 UNION ALL
                SELECT p.id FROM polls p JOIN rounds r ON p.run_off_of = r.id
                 WHERE p.state = 'cancelled'
                    OR EXISTS (SELECT 1 FROM results
                                WHERE poll_id = p.id AND outcome = 'no_quorum')
            )
            SELECT max(id) FROM rounds
            """,
            (poll,),
        ).fetchone()
        return PollId(last)

    def save(self, poll: Poll) -> None:
        """Save a scheduled poll's new plan, or a poll's new state."""
        ensuing = {
            "id": poll.id,
            "state": poll.state,
            "opened_at": optional_stamp(poll.opened_at),
            "closed_at": optional_stamp(poll.closed_at),
            "closing": poll.closing,
            "reason": poll.reason,
        }
        self._db.execute(UPDATE, _planned(poll) | ensuing)

    def due_to_open(self, now: datetime) -> list[PollId]:
        """Return the scheduled polls that are due to open, the earliest first."""
        rows = self._db.execute(
            """
            SELECT id FROM polls WHERE state = 'scheduled' AND opens_at <= ?
             ORDER BY opens_at, id
            """,
            (stamp(now),),
        )
        return [PollId(row[0]) for row in rows]

    def due_to_close(self, now: datetime) -> list[PollId]:
        """Return the open polls whose deadline has passed, the earliest first.

        Without polls that wait for the attendance list from chair and secretary.
        """
        rows = self._db.execute(
            """
            SELECT id FROM polls WHERE state = 'open' AND closes_at <= ?
               AND id NOT IN (SELECT poll_id FROM presence_requests)
             ORDER BY closes_at, id
            """,
            (stamp(now),),
        )
        return [PollId(row[0]) for row in rows]

    def ids(self) -> list[PollId]:
        """Return the ids of all polls, in the order in which they were planned."""
        return [PollId(row[0]) for row in self._db.execute("SELECT id FROM polls ORDER BY id")]

    def under_way(self) -> list[Poll]:
        """Return the polls that are scheduled or open, the one that closes next first."""
        rows = self._db.execute(
            SELECT + "WHERE state IN ('scheduled', 'open') ORDER BY closes_at, id"
        )
        return [_poll(row) for row in rows]

    def over(self, query: str) -> list[Poll]:
        """Return the polls that are closed or cancelled, the newest first.

        Only those with each word of `query`, up to `WORDS_LIMIT`, in the question; case and ё are
        ignored.
        """
        words = folded(query).split()[:WORDS_LIMIT]
        found = "".join(" AND instr(folded_question, ?)" for _ in words)
        rows = self._db.execute(
            f"{SELECT} WHERE state IN ('closed', 'cancelled'){found}"
            " ORDER BY coalesce(closed_at, closes_at) DESC, id DESC",
            words,
        )
        return [_poll(row) for row in rows]

    # --- the electorate ----------------------------------------------------------------------

    # --- the result ------------------------------------------------------------------------------

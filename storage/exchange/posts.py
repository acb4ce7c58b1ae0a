"""Posts of the exchange, and the index that finds them."""

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from bot.domain.exchange.posts import (
    Direction,
    Post,
    PostFilter,
    PostId,
    PostKind,
    PostPlan,
    PostState,
)
from bot.domain.people.members import MemberId, OrganisationId, folded
from bot.domain.searching.queries import Candidate
from storage.engine.searching import any_of
from storage.engine.store import Store
from storage.engine.times import moment, optional_moment, optional_stamp, stamp

PROMISED = """
(SELECT count(*) FROM exchange_responses r
  WHERE r.post_id = p.id AND r.state IN ('chosen', 'received')) >= p.count
"""
SELECT = f"""
SELECT p.id, p.organisation_id, coalesce(nullif(o.short_name, ''), o.name), p.member_id,
       p.direction, p.kind, p.title, p.text,
       (SELECT json_group_array(field) FROM exchange_fields WHERE post_id = p.id),
       p.place, p.days,
       (SELECT json_group_array(file_id) FROM (
               SELECT file_id FROM exchange_photos WHERE post_id = p.id ORDER BY number)),
       CASE WHEN p.state = 'open' AND {PROMISED} THEN 'promised' ELSE p.state END,
       p.published_at, p.expires_at, p.closed_at, p.hidden_reason, p.version, p.count
  FROM exchange_posts p JOIN organisations o ON o.id = p.organisation_id
"""  # noqa: S608  constants
LISTED = f"""
p.state = 'open' AND p.hidden_reason = '' AND o.left_at IS NULL
AND (p.expires_at IS NULL OR p.expires_at > :now) AND NOT {PROMISED}
"""
WANTED = f"{LISTED} AND p.direction = :direction AND (:kind IS NULL OR p.kind = :kind)"
COUNT = """
SELECT count(*) FROM exchange_posts p JOIN organisations o ON o.id = p.organisation_id
"""
CONCERNING = """
p.member_id IS NOT NULL AND (p.organisation_id = :organisation OR EXISTS (
    SELECT 1 FROM exchange_responses r WHERE r.post_id = p.id AND r.member_id = :member))
"""
WEIGHTS = "10, 4, 4, 2"
"""How much a word weighs in each column of the index."""


class SqliteExchangePostStore(Store):
    """Posts; a post that was handed over stays for the report when its author is erased."""

    def add(
        self,
        organisation: OrganisationId,
        author: MemberId,
        plan: PostPlan,
        expires_at: datetime | None,
        now: datetime,
        draft: str,
    ) -> PostId:
        """Add a post."""
        (added,) = self._db.execute(
            """
            INSERT INTO exchange_posts (organisation_id, member_id, direction, kind, title, text,
                                        place, count, days, expires_at, published_at,
                                        draft)
            VALUES (:organisation, :author, :direction, :kind, :title, :text, :place, :count,
                    :days, :expires_at, :now, :draft)
            RETURNING id
            """,
            {
                **_values(plan, expires_at),
                "organisation": organisation,
                "author": author,
                "now": stamp(now),
                "draft": draft,
            },
        ).fetchone()
        self._replace_parts(PostId(added), plan)
        return PostId(added)

    def save(self, post: PostId, plan: PostPlan, expires_at: datetime | None) -> None:
        """Save what an author has changed."""
        self._db.execute(
            """
            UPDATE exchange_posts
               SET direction = :direction, kind = :kind, title = :title, text = :text,
                   place = :place, count = :count, days = :days, expires_at = :expires_at,
                   version = version + 1
             WHERE id = :id
            """,
            {**_values(plan, expires_at), "id": post},
        )
        self._replace_parts(post, plan)

    def _replace_parts(self, post: PostId, plan: PostPlan) -> None:
        self._db.execute("DELETE FROM exchange_fields WHERE post_id = ?", (post,))
        self._db.executemany(
            "INSERT INTO exchange_fields (post_id, field) VALUES (?, ?)",
            [(post, one) for one in plan.fields],
        )
        self._db.execute("DELETE FROM exchange_photos WHERE post_id = ?", (post,))
        self._db.executemany(
            "INSERT INTO exchange_photos (post_id, number, file_id) VALUES (?, ?, ?)",
            [(post, number, file) for number, file in enumerate(plan.photos, start=1)],
        )

    def save_term(self, post: PostId, expires_at: datetime | None) -> None:
        """Save when the term ends."""
        sql = "UPDATE exchange_posts SET expires_at = ? WHERE id = ?"
        self._db.execute(sql, (optional_stamp(expires_at), post))

    def save_ended(self, post: PostId, state: PostState, now: datetime) -> None:
        """Save that a post was handed over or taken down."""
        sql = "UPDATE exchange_posts SET state = ?, closed_at = ? WHERE id = ?"
        self._db.execute(sql, (state, stamp(now), post))

    def save_hidden(self, post: PostId, reason: str) -> None:
        """Save why a post is hidden; an empty reason shows it again."""
        sql = "UPDATE exchange_posts SET hidden_reason = ? WHERE id = ?"
        self._db.execute(sql, (reason, post))

    # --- look-ups -----------------------------------------------------------------------------

    def by_draft(self, draft: str) -> PostId | None:
        """Return the post that was published from a draft."""
        sql = "SELECT id FROM exchange_posts WHERE draft = ?"
        row = self._db.execute(sql, (draft,)).fetchone()
        return None if row is None else PostId(row[0])

    def get(self, post: PostId) -> Post | None:
        """Return a post by id; None also after its author was erased."""
        found = self._where("p.id = :id AND p.member_id IS NOT NULL", {"id": post})
        return found[0] if found else None

    def of(self, posts: Iterable[PostId]) -> list[Post]:
        """Return these posts, in their order."""
        ids = list(posts)
        found = self._where("p.id IN (SELECT value FROM json_each(:ids))", {"ids": json.dumps(ids)})
        return sorted(found, key=lambda one: ids.index(one.id))

    def page(self, wanted: PostFilter, now: datetime, first: int, count: int) -> list[Post]:
        """Return a part of the listed posts, the newest first."""
        values = {**_wanted(wanted, now), "first": first, "count": count}
        return self._where(f"{WANTED} ORDER BY p.id DESC LIMIT :count OFFSET :first", values)

    def count(self, wanted: PostFilter, now: datetime) -> int:
        """Return how many listed posts there are."""
        (count,) = self._db.execute(f"{COUNT} WHERE {WANTED}", _wanted(wanted, now)).fetchone()
        return int(count)

    def newest(self, but: OrganisationId | None, now: datetime, count: int) -> list[Post]:
        """Return the newest listed posts of other organisations."""
        values = {"but": but, "now": stamp(now), "count": count}
        others = "p.organisation_id IS NOT :but"
        return self._where(f"{LISTED} AND {others} ORDER BY p.id DESC LIMIT :count", values)

    def concerning(self, member: MemberId, organisation: OrganisationId | None) -> list[Post]:
        """Return the posts of an organisation and those a person responded to.

        Those that are not over come first, the newest before the others.
        """
        values = {"member": member, "organisation": organisation}
        return self._where(f"{CONCERNING} ORDER BY p.state <> 'open', p.id DESC", values)

    def running(
        self, *, author: MemberId | None = None, organisation: OrganisationId | None = None
    ) -> list[Post]:
        """Return the posts of a person or of an organisation that are not over."""
        values = {"author": author, "organisation": organisation}
        owned = "(p.member_id = :author OR p.organisation_id = :organisation)"
        return self._where(f"p.state = 'open' AND {owned} ORDER BY p.id", values)

    def listed_between(self, since: datetime, until: datetime, now: datetime) -> list[Post]:
        """Return the listed posts that were published within a time, the newest first."""
        values = {"since": stamp(since), "until": stamp(until), "now": stamp(now)}
        within = "p.published_at > :since AND p.published_at <= :until"
        return self._where(f"{LISTED} AND {within} ORDER BY p.id DESC", values)

    def _where(self, where: str, values: dict[str, Any]) -> list[Post]:
        return [_post(row) for row in self._db.execute(f"{SELECT} WHERE {where}", values)]

    # --- search -------------------------------------------------------------------------------

    def candidates(self, trigrams: Iterable[str], limit: int) -> list[Candidate]:
        """Return the running posts that have the most of these trigrams, best first."""
        match = any_of(trigrams)
        if not match:
            return []
        rows = self._db.execute(
            f"""
            SELECT t.id, t.title, '', '', '', t.fields, t.place, t.text FROM (
                   SELECT rowid AS id, bm25(exchange_index, {WEIGHTS}) AS rank FROM exchange_index
                    WHERE exchange_index MATCH ?
                      AND rowid IN (SELECT id FROM exchange_posts WHERE state = 'open')
                    ORDER BY rank LIMIT ?) AS best
              JOIN exchange_texts t ON t.id = best.id
             ORDER BY best.rank
            """,  # noqa: S608  numbers
            (match, limit),
        )
        return [Candidate(*row) for row in rows]

    def beginning(self, letters: str, limit: int) -> list[Candidate]:
        """Return the running posts with a word in the title that begins so, the newest first."""
        rows = self._db.execute(
            """
            SELECT t.id, t.title, '', '', '', t.fields, t.place, t.text
              FROM exchange_texts t JOIN exchange_posts p ON p.id = t.id
             WHERE p.state = 'open' ORDER BY t.id DESC
            """
        )
        begins = f" {letters}"
        found = [Candidate(*row) for row in rows if begins in f" {folded(row[1])}"]
        return found[:limit]


def _values(plan: PostPlan, expires_at: datetime | None) -> dict[str, Any]:
    return {
        "direction": plan.direction,
        "kind": plan.kind,
        "title": plan.title,
        "text": plan.text,
        "place": plan.place,
        "count": plan.count,
        "days": plan.days,
        "expires_at": optional_stamp(expires_at),
    }


def _wanted(wanted: PostFilter, now: datetime) -> dict[str, Any]:
    return {"direction": wanted.direction, "kind": wanted.kind, "now": stamp(now)}


def _post(row: Sequence[Any]) -> Post:
    id_, organisation, name, author, direction, kind, title, text, fields, *rest = row
    place, days, photos, state, published_at, expires_at, closed_at, hidden, version, count = rest
    plan = PostPlan(
        Direction(direction),
        PostKind(kind),
        title,
        text,
        tuple(json.loads(fields)),
        place,
        days,
        tuple(json.loads(photos)),
        count,
    )
    return Post(
        id_,
        organisation,
        name,
        author,
        plan,
        PostState(state),
        moment(published_at),
        optional_moment(expires_at),
        optional_moment(closed_at),
        hidden,
        version,
    )

"""What people want to be sent of the exchange, what was sent, and the figures of a year."""

from collections.abc import Iterable
from datetime import datetime

from bot.domain.exchange.figures import HandedOver
from bot.domain.exchange.posts import Direction, PostId, PostKind
from bot.domain.exchange.readers import ReaderSettings
from bot.domain.people.members import MemberId, OrganisationId
from storage.engine.store import Store
from storage.engine.times import moment, optional_stamp, stamp

NAME = "coalesce(nullif({0}.short_name, ''), {0}.name)"


class SqliteExchangeReaderStore(Store):
    """Settings of people; who has none gets no digest, but matching posts."""

    def get(self, member: MemberId) -> ReaderSettings:
        """Return a person's settings."""
        sql = "SELECT digest_from IS NOT NULL, matches FROM exchange_readers WHERE member_id = ?"
        digest, matches = self._db.execute(sql, (member,)).fetchone() or (False, True)
        sql = "SELECT field FROM exchange_wishes WHERE member_id = ? ORDER BY field"
        fields = tuple(field for (field,) in self._db.execute(sql, (member,)))
        return ReaderSettings(bool(digest), bool(matches), fields)

    def save_digest(self, member: MemberId, since: datetime | None) -> None:
        """Save from when on a person gets posts in the next digest; None is no digest."""
        self._db.execute(
            """
            INSERT INTO exchange_readers (member_id, digest_from) VALUES (?, ?)
            ON CONFLICT (member_id) DO UPDATE SET digest_from = excluded.digest_from
            """,
            (member, optional_stamp(since)),
        )

    def save_matches(self, member: MemberId, *, wanted: bool) -> None:
        """Save whether a person wants matching posts."""
        self._db.execute(
            """
            INSERT INTO exchange_readers (member_id, matches) VALUES (?, ?)
            ON CONFLICT (member_id) DO UPDATE SET matches = excluded.matches
            """,
            (member, wanted),
        )

    def save_fields(self, member: MemberId, fields: Iterable[str]) -> None:
        """Save the fields of which a person wants the digest."""
        self._db.execute("DELETE FROM exchange_wishes WHERE member_id = ?", (member,))
        self._db.executemany(
            "INSERT INTO exchange_wishes (member_id, field) VALUES (?, ?)",
            [(member, one) for one in fields],
        )

    def digest_from(self, member: MemberId) -> datetime | None:
        """Return from when on a person gets posts in the next digest."""
        sql = "SELECT digest_from FROM exchange_readers WHERE member_id = ?"
        row = self._db.execute(sql, (member,)).fetchone()
        return None if row is None or row[0] is None else moment(row[0])

    def to_digest(self, before: datetime) -> list[MemberId]:
        """Return who had the last digest before then."""
        sql = "SELECT member_id FROM exchange_readers WHERE digest_from < ? ORDER BY member_id"
        return [MemberId(member) for (member,) in self._db.execute(sql, (stamp(before),))]

    # --- matching posts -----------------------------------------------------------------------

    def to_match(self, since: datetime, until: datetime) -> list[OrganisationId]:
        """Return the organisations for which something was published within that time.

        Those that were told of a post since then are left out.
        """
        rows = self._db.execute(
            """
            SELECT DISTINCT d.organisation_id
              FROM exchange_posts p JOIN exchange_fields f ON f.post_id = p.id
              JOIN directory_fields d ON d.field = f.field
             WHERE p.state = 'open' AND p.hidden_reason = ''
               AND p.published_at > ?1 AND p.published_at <= ?2
               AND p.organisation_id <> d.organisation_id
               AND NOT EXISTS (SELECT 1 FROM exchange_matches m
                                WHERE m.organisation_id = d.organisation_id
                                  AND (m.matched_at > ?1 OR m.post_id = p.id))
             ORDER BY 1
            """,
            (stamp(since), stamp(until)),
        )
        return [OrganisationId(one) for (one,) in rows]

    def matched(self, organisation: OrganisationId) -> frozenset[PostId]:
        """Return the posts of which an organisation was told."""
        sql = "SELECT post_id FROM exchange_matches WHERE organisation_id = ?"
        return frozenset(PostId(one) for (one,) in self._db.execute(sql, (organisation,)))

    def fields_of(self, organisation: OrganisationId) -> frozenset[str]:
        """Return the fields of work of an organisation."""
        sql = "SELECT field FROM directory_fields WHERE organisation_id = ?"
        return frozenset(one for (one,) in self._db.execute(sql, (organisation,)))

    def save_match(self, organisation: OrganisationId, post: PostId, now: datetime) -> None:
        """Save that an organisation was told of a post."""
        sql = "INSERT OR REPLACE INTO exchange_matches VALUES (?, ?, ?)"
        self._db.execute(sql, (organisation, post, stamp(now)))

    # --- the report ---------------------------------------------------------------------------

    def handed_over(self, since: datetime, until: datetime) -> list[HandedOver]:
        """Return what was handed over within a time, in its order."""
        rows = self._db.execute(
            f"""
            SELECT r.settled_at, p.direction, p.kind, p.title,
                   {NAME.format("o")}, {NAME.format("other")}
              FROM exchange_posts p JOIN organisations o ON o.id = p.organisation_id
              JOIN exchange_responses r ON r.post_id = p.id AND r.state = 'received'
              JOIN organisations other ON other.id = r.organisation_id
             WHERE r.settled_at >= ? AND r.settled_at < ?
             ORDER BY r.settled_at, r.id
            """,  # noqa: S608  names of columns
            (stamp(since), stamp(until)),
        )
        return [_handed_over(*row) for row in rows]

    def counts(self, since: datetime, until: datetime) -> tuple[int, int]:
        """Return how many posts were published within a time, and how often nobody came."""
        (published,) = self._db.execute(
            "SELECT count(*) FROM exchange_posts WHERE published_at >= ? AND published_at < ?",
            (stamp(since), stamp(until)),
        ).fetchone()
        (missed,) = self._db.execute(
            """
            SELECT count(*) FROM exchange_responses
             WHERE state = 'missed' AND settled_at >= ? AND settled_at < ?
            """,
            (stamp(since), stamp(until)),
        ).fetchone()
        return int(published), int(missed)


def _handed_over(
    at: str, direction: str, kind: str, title: str, author: str, other: str
) -> HandedOver:
    giver, receiver = (author, other) if direction == Direction.OFFER else (other, author)
    return HandedOver(moment(at), Direction(direction), PostKind(kind), title, giver, receiver)

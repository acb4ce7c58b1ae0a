"""Responses to posts, and what the two sides write to each other."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bot.domain.exchange.posts import PostId
from bot.domain.exchange.responses import (
    ExchangeMessage,
    ExchangeMessageId,
    Response,
    ResponseId,
    ResponseState,
)
from bot.domain.people.members import MemberId, OrganisationId
from storage.engine.store import Store
from storage.engine.times import moment, stamp

SELECT = """
SELECT r.id, r.post_id, r.organisation_id, coalesce(nullif(o.short_name, ''), o.name),
       r.member_id, coalesce(m.name, ''), r.text, r.state, r.answered_at
  FROM exchange_responses r JOIN organisations o ON o.id = r.organisation_id
  LEFT JOIN members m ON m.id = r.member_id
"""


class SqliteExchangeResponseStore(Store):
    """Responses; a person has at most one to a post that stands. A trigger limits who is chosen."""

    def add(
        self, post: PostId, organisation: OrganisationId, member: MemberId, text: str, now: datetime
    ) -> ResponseId:
        """Add a response."""
        (added,) = self._db.execute(
            """
            INSERT INTO exchange_responses (post_id, organisation_id, member_id, text, answered_at)
            VALUES (?, ?, ?, ?, ?) RETURNING id
            """,
            (post, organisation, member, text, stamp(now)),
        ).fetchone()
        return ResponseId(added)

    def save_state(self, response: ResponseId, state: ResponseState, now: datetime) -> None:
        """Save how a response stands."""
        sql = "UPDATE exchange_responses SET state = ?, settled_at = ? WHERE id = ?"
        self._db.execute(sql, (state, stamp(now), response))

    def get(self, response: ResponseId) -> Response | None:
        """Return a response by id."""
        found = self._where("r.id = ?", response)
        return found[0] if found else None

    def of_post(self, post: PostId, *states: ResponseState) -> list[Response]:
        """Return the responses to a post in one of these states, in the order they came."""
        found = self._where("r.post_id = ? ORDER BY r.id", post)
        return [one for one in found if one.state in states]

    def latest(self, post: PostId, member: MemberId) -> Response | None:
        """Return a person's last response to a post."""
        found = self._where(
            "r.post_id = ? AND r.member_id = ? ORDER BY r.id DESC LIMIT 1", post, member
        )
        return found[0] if found else None

    def active_of(self, member: MemberId) -> list[Response]:
        """Return the responses of a person of which something can still become."""
        return self._where(
            "r.member_id = ? AND r.state IN ('waiting', 'chosen') ORDER BY r.id", member
        )

    def sent_since(self, member: MemberId, since: datetime) -> int:
        """Return how many responses and messages a person has sent since then."""
        (count,) = self._db.execute(
            """
            SELECT (SELECT count(*) FROM exchange_responses
                     WHERE member_id = ?1 AND answered_at > ?2)
                 + (SELECT count(*) FROM exchange_messages WHERE member_id = ?1 AND sent_at > ?2)
            """,
            (member, stamp(since)),
        ).fetchone()
        return int(count)

    def add_message(
        self, response: ResponseId, sender: MemberId, text: str, now: datetime
    ) -> ExchangeMessageId:
        """Add a message about a response."""
        (added,) = self._db.execute(
            """
            INSERT INTO exchange_messages (response_id, member_id, text, sent_at)
            VALUES (?, ?, ?, ?) RETURNING id
            """,
            (response, sender, text, stamp(now)),
        ).fetchone()
        return ExchangeMessageId(added)

    def message(self, message: ExchangeMessageId) -> ExchangeMessage | None:
        """Return a message by id."""
        sql = "SELECT id, response_id, member_id, text FROM exchange_messages WHERE id = ?"
        row = self._db.execute(sql, (message,)).fetchone()
        return None if row is None else ExchangeMessage(*row)

    def _where(self, where: str, *values: Any) -> list[Response]:
        return [_response(row) for row in self._db.execute(f"{SELECT} WHERE {where}", values)]


def _response(row: Sequence[Any]) -> Response:
    id_, post, organisation, name, member, called, text, state, at = row
    settled = ResponseState(state)
    return Response(id_, post, organisation, name, member, called, text, settled, moment(at))

"""The messages that show a poll: ballots in private chats, boards, the post in a group."""

from collections.abc import Collection
from typing import Any

from bot.domain.notices import MessageRef
from bot.domain.people.members import MemberId
from bot.domain.polls.polls import PollId
from bot.ports import PollMessage, PollView
from storage.engine.store import Store

SELECT = "SELECT poll_id, member_id, chat_id, message_id, caption, view FROM poll_messages WHERE "


def _message(row: tuple[Any, ...]) -> PollMessage:
    poll, member, chat, message, caption, view = row
    return PollMessage(
        PollId(poll), member, MessageRef(chat, message, bool(caption)), PollView(view)
    )


class PollMessages(Store):
    """Which message shows what of which poll."""

    def add(
        self, poll: PollId, member: MemberId | None, message: MessageRef, view: PollView
    ) -> None:
        """Remember a message, or that it shows something else from now on."""
        self._db.execute(
            """
            INSERT INTO poll_messages (chat_id, message_id, poll_id, member_id, view, caption)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (chat_id, message_id) DO UPDATE
               SET poll_id = excluded.poll_id, view = excluded.view
             WHERE poll_messages.poll_id <> excluded.poll_id OR poll_messages.view <> excluded.view
            """,
            (message.chat, message.message, poll, member, view, message.caption),
        )

    def forget(self, message: MessageRef) -> None:
        """Forget a message that shows something else by now."""
        self._db.execute(
            "DELETE FROM poll_messages WHERE chat_id = ? AND message_id = ?",
            (message.chat, message.message),
        )

    def get(self, message: MessageRef) -> PollMessage | None:
        """Return what a message shows."""
        found = self._where("chat_id = ? AND message_id = ?", message.chat, message.message)
        return found[0] if found else None

    def of_poll(self, poll: PollId, *views: PollView) -> list[PollMessage]:
        """Return the messages that show the poll, in these ways or in any."""
        wanted = views or tuple(PollView)
        marks = ", ".join("?" * len(wanted))
        return self._where(f"poll_id = ? AND view IN ({marks})", poll, *wanted)

    def touched(self, poll: PollId, people: Collection[MemberId]) -> list[PollMessage]:
        """Return what a ballot makes out of date: all that show the turnout, these people's own."""
        marks = ", ".join("?" * len(people))
        return self._where(
            f"""
            poll_id = ?1 AND view IN ('board', 'post')
             UNION ALL
            {SELECT} poll_id = ?1 AND view = 'ballot' AND member_id IN ({marks})
            """,
            poll,
            *people,
        )

    def _where(self, condition: str, *values: Any) -> list[PollMessage]:
        return [_message(row) for row in self._db.execute(SELECT + condition, values)]

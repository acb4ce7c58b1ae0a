"""How personal data in the tables of announcements and mailings are exported and erased."""

import json
import sqlite3
from functools import partial
from typing import Any

from bot.domain.people.members import folded
from storage.engine.privacy import Expiry, acts, own

_SENT = "it says by whom it was sent, and nothing about the person"


def _take_out_mentions(table: str, db: sqlite3.Connection, _: str, account: int | None) -> None:
    """Remove links to the person's account from announcements and templates; their text stays."""
    if account is None:
        return
    found = db.execute(
        f"SELECT DISTINCT contents FROM {table} WHERE instr(contents, 'text_mention')"  # noqa: S608  a name
    ).fetchall()
    for (contents,) in found:
        without = _without_mentions(contents, account)
        sql = f"UPDATE {table} SET contents = ? WHERE contents = ?"  # noqa: S608  a name
        db.execute(sql, (without, contents))


def _take_out_of_templates(db: sqlite3.Connection, name: str, account: int | None) -> None:
    """Remove mentions, and the name from the folded names; those must stay different."""
    _take_out_mentions("templates", db, name, account)
    if " " in folded(name):
        sql = "UPDATE templates SET folded_name = 'erased:' || id WHERE instr(folded_name, ?)"
        db.execute(sql, (folded(name),))


def _without_mentions(contents: str, account: int) -> str:
    data = json.loads(contents)
    for piece in (piece for content in data.values() for piece in content["pieces"]):
        entities = piece.get("entities", [])
        piece["entities"] = [one for one in entities if not _mentions(one, account)]
    return json.dumps(data, ensure_ascii=False)


def _mentions(entity: dict[str, Any], account: int) -> bool:
    return bool(entity.get("more", {}).get("user", {}).get("id") == account)


PRIVACY = (
    acts(
        "mailings",
        ("created_by",),
        _SENT,
        name="messages",
        export="""
            SELECT e.title, x.created_at, x.text
              FROM mailings x JOIN events e ON e.id = x.event_id
             WHERE x.created_by = :member AND x.text IS NOT NULL
            """,
        erase=(
            "UPDATE mailings SET chat_id = NULL, message_id = NULL WHERE created_by = :member",
            """
            UPDATE mailings SET text = '—'
             WHERE created_by = :member AND occasion = 'message' AND finished_at IS NOT NULL
            """,
        ),
        texts=("title", "text"),
        expires=Expiry(
            "messages",
            due="""
                SELECT id FROM mailings
                 WHERE occasion = 'message' AND finished_at < :before AND text <> '—'
                """,
            acts=("UPDATE mailings SET text = '—' WHERE id = :item",),
        ),
        traces="SELECT 1 FROM mailings WHERE created_by = :member AND text IS NOT NULL",
        leave=("UPDATE mailings SET chat_id = NULL, message_id = NULL WHERE chat_id = :account",),
    ),
    acts("announcements", ("created_by", "confirmed_by"), _SENT),
    acts(
        "announcement_versions",
        ("created_by",),
        _SENT,
        name="announcements",
        export="""
            SELECT created_at, number, contents FROM announcement_versions
             WHERE created_by = :member
            """,
        rewrite=partial(_take_out_mentions, "announcement_versions"),
        texts=("contents",),
        traces="SELECT 1 FROM announcement_versions WHERE instr(contents, 'text_mention')",
    ),
    acts(
        "templates",
        ("created_by",),
        _SENT,
        name="templates",
        export="SELECT name, contents FROM templates WHERE created_by = :member",
        rewrite=_take_out_of_templates,
        texts=("name", "contents"),
        traces="SELECT 1 FROM templates WHERE instr(contents, 'text_mention')",
    ),
    own(
        "copies",
        "copies",
        "SELECT announcement_id, messages, sent_at, fate FROM copies WHERE member_id = :member",
        merge="""
            UPDATE OR IGNORE copies SET member_id = :kept, addressee = :kept
             WHERE member_id = :given_up
            """,
    ),
    own(
        "rereads",
        "rereads",
        "SELECT announcement_id, messages, sent_at, fate FROM rereads WHERE member_id = :member",
    ),
    own("unwanted_kinds", "unwanted", "SELECT kind FROM unwanted_kinds WHERE member_id = :member"),
)

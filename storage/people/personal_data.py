"""What is kept of a person, all of it: to be handed out, erased, or passed on (152-ФЗ)."""

import json
import sqlite3
from datetime import datetime
from typing import Any

from bot.domain.people.members import MemberId
from storage.engine.times import stamp
from storage.people.typed_names import take_out_of_drafts

OWN = {
    "person": "SELECT * FROM members WHERE id = ?",
    "roles": "SELECT role, since FROM roles WHERE member_id = ?",
    "answers": """
        SELECT e.title, e.starts_at, r.answer, r.answered_at, r.seat, r.guests,
               r.guest_names, r.confirmed_at
          FROM rsvps r JOIN events e ON e.id = r.event_id
         WHERE r.member_id = ?
        """,
    "notices": (
        "SELECT kind, subject, state, created_at, settled_at FROM notices WHERE member_id = ?"
    ),
    "organisation": """
        SELECT o.name, o.inn, o.leader_id = m.id AS leads
          FROM members m JOIN organisations o ON o.id = m.organisation_id
         WHERE m.id = ?
        """,
    "muted": """
        SELECT e.title FROM mutes x JOIN events e ON e.id = x.event_id
         WHERE x.member_id = ?
        """,
    "invited": """
        SELECT e.title FROM invitees x JOIN events e ON e.id = x.event_id
         WHERE x.member_id = ?
        """,
    "substitutions": """
        SELECT e.title, x.state, x.asked_at, x.answered_at, x.member_id = ?1 AS mine
          FROM substitutions x JOIN events e ON e.id = x.event_id
         WHERE ?1 IN (x.member_id, x.colleague_id)
        """,
    "arrivals": """
        SELECT e.title, x.arrived_at, x.way
          FROM arrivals x JOIN events e ON e.id = x.event_id
         WHERE x.member_id = ?
        """,
    "passes": """
        SELECT e.title FROM passes x JOIN events e ON e.id = x.event_id
         WHERE x.member_id = ?
        """,
    "helps": """
        SELECT e.title FROM helpers x JOIN events e ON e.id = x.event_id
         WHERE x.member_id = ?
        """,
    "messages": """
        SELECT e.title, x.created_at, x.text
          FROM mailings x JOIN events e ON e.id = x.event_id
         WHERE x.created_by = ? AND x.text IS NOT NULL
        """,
    "announcements": """
        SELECT x.created_at, x.number, x.contents
          FROM announcement_versions x
         WHERE x.created_by = ?
        """,
    "copies": "SELECT announcement_id, messages, sent_at, fate FROM copies WHERE member_id = ?",
    "rereads": "SELECT announcement_id, messages, sent_at, fate FROM rereads WHERE member_id = ?",
    "templates": "SELECT name, contents FROM templates WHERE created_by = ?",
    "unwanted": "SELECT kind FROM unwanted_kinds WHERE member_id = ?",
    "straw_polls": "SELECT question, created_at FROM straw_polls WHERE created_by = ?",
    "applications": "SELECT * FROM applications WHERE applicant_id = ?",
    "application files": """
        SELECT a.name AS application, x.kind, x.name
          FROM application_files x JOIN applications a ON a.id = x.application_id
         WHERE a.applicant_id = ?
        """,
    "application remarks": """
        SELECT a.name AS application, x.written_at, x.text, x.by_applicant
          FROM application_remarks x JOIN applications a ON a.id = x.application_id
         WHERE ?1 IN (x.author_id, a.applicant_id)
        """,
    "invitations": "SELECT expires_at, used_at FROM invitations WHERE member_id = ?",
    "accounts": "SELECT former_account, rebound_at, state FROM rebindings WHERE member_id = ?",
    "cards": """
        SELECT chat_id, message_id, event_id FROM shown_messages
         WHERE member_id = ? AND subject_kind = 'event'
        """,
    "polls": "SELECT question, state, created_at FROM polls WHERE created_by = ?",
    "entitled": """
        SELECT p.question, v.name AS voter, d.name, d.position, d.leader,
               EXISTS (SELECT 1 FROM roll r
                        WHERE r.poll_id = p.id AND r.voter_id = v.voter_id) AS voted_secretly
          FROM poll_delegates d
          JOIN voters v ON v.poll_id = d.poll_id AND v.voter_id = d.voter_id
          JOIN polls p ON p.id = d.poll_id
         WHERE d.member_id = ?
        """,
    "ballots": """
        SELECT p.question, x.ballot, x.cast_at FROM ballots x JOIN polls p ON p.id = x.poll_id
         WHERE x.cast_by = ?
        """,
    "proxies": """
        SELECT p.question, x.holder_name, x.holder_position, x.number, x.issued_on, x.expires_at,
               x.scope, x.revoked_at
          FROM proxies x JOIN polls p ON p.id = x.poll_id
         WHERE ?1 IN (x.holder_id, x.registered_by, x.revoked_by)
        """,
    "recusals": """
        SELECT p.question FROM recusals x JOIN polls p ON p.id = x.poll_id
         WHERE x.declared_by = ?
        """,
    "statements": """
        SELECT p.question, x.text FROM statements x JOIN polls p ON p.id = x.poll_id
         WHERE x.member_id = ?
        """,
    "lots": """
        SELECT p.question, x.how FROM lots x JOIN polls p ON p.id = x.poll_id
         WHERE x.recorded_by = ?
        """,
    "minutes": "SELECT body, number, year, issued_at FROM minutes WHERE issued_by = ?",
    "filed_files": "SELECT kind, name, filed_at FROM filed_files WHERE filed_by = ?",
    "poll_messages": """
        SELECT chat_id, message_id, poll_id FROM shown_messages
         WHERE member_id = ? AND subject_kind = 'poll'
        """,
    "acts": "SELECT at, act, subject, details FROM audit WHERE actor_id = ?",
}

# Of votes nothing is erased: who took part, by what authority, and in a named poll how, is what the
# minutes of an assembly must say (ГК 181.2 п. 3–4), and a decision can be challenged with them
# (ГК 181.4). Such data is kept without consent (152-ФЗ ст. 6 ч. 1 п. 2). Only the messages go.
ERASE = (
    """
    UPDATE members
       SET name = '—', folded_name = 'erased:' || id, organisation_id = NULL, position = '',
           patronymic = '', phone = '', email = '', delegate = 0, telegram_id = NULL,
           joined_at = NULL, time_zone = NULL, leads = NULL, quiet_hours = NULL,
           consent_version = NULL, consented_at = NULL, unreachable_since = NULL, erased_at = :now
     WHERE id = :id
    """,
    "UPDATE organisations SET leader_id = NULL WHERE leader_id = :id",
    "DELETE FROM roles WHERE member_id = :id",
    "DELETE FROM invitations WHERE member_id = :id",
    "DELETE FROM rebindings WHERE member_id = :id",
    "DELETE FROM rsvps WHERE member_id = :id",
    "DELETE FROM invitees WHERE member_id = :id",
    "DELETE FROM mutes WHERE member_id = :id",
    "DELETE FROM substitutions WHERE :id IN (member_id, colleague_id)",
    "DELETE FROM passes WHERE member_id = :id",
    "DELETE FROM helpers WHERE member_id = :id",
    "DELETE FROM arrivals WHERE member_id = :id",
    "UPDATE arrivals SET noted_by = NULL WHERE noted_by = :id",
    "DELETE FROM applications WHERE applicant_id = :id AND state = 'draft'",
    """
    DELETE FROM application_files
     WHERE application_id IN (SELECT id FROM applications WHERE applicant_id = :id)
    """,
    """
    DELETE FROM application_remarks
     WHERE application_id IN (SELECT id FROM applications WHERE applicant_id = :id)
    """,
    "UPDATE application_remarks SET author_id = NULL WHERE author_id = :id",
    """
    UPDATE applications
       SET applicant_id = NULL, leader = '', position = '', representative = '', phone = '',
           email = '', about = '', reason = ''
     WHERE applicant_id = :id
    """,
    "DELETE FROM shown_messages WHERE member_id = :id",
    "UPDATE mailings SET chat_id = NULL, message_id = NULL WHERE created_by = :id",
    """
    UPDATE mailings SET text = '—'
     WHERE created_by = :id AND occasion = 'message' AND finished_at IS NOT NULL
    """,
    "DELETE FROM copies WHERE member_id = :id",
    "DELETE FROM rereads WHERE member_id = :id",
    "DELETE FROM unwanted_kinds WHERE member_id = :id",
    "DELETE FROM notices WHERE member_id = :id AND mailing_id IS NULL",
    """
    UPDATE notices SET state = 'dropped', settled_at = :now
     WHERE member_id = :id AND state IN ('pending', 'retry')
    """,
)

TRACES = {
    "members": "SELECT 1",
    "drafts": "SELECT 1 FROM drafts",
    "rebindings": "SELECT 1 FROM rebindings WHERE member_id = :id",
    "rsvps": "SELECT 1 FROM rsvps WHERE member_id = :id AND guest_names <> '[]'",
    "applications": "SELECT 1 FROM applications WHERE applicant_id = :id",
    "application_files": "SELECT 1 FROM applications WHERE applicant_id = :id",
    "application_remarks": "SELECT 1 FROM applications WHERE applicant_id = :id",
    "mailings": "SELECT 1 FROM mailings WHERE created_by = :id AND text IS NOT NULL",
    "announcement_versions": (
        "SELECT 1 FROM announcement_versions WHERE instr(contents, 'text_mention')"
    ),
    "templates": "SELECT 1 FROM templates WHERE instr(contents, 'text_mention')",
}
"""Where somebody stands by name, by account or in own words, if they do: what was there is wiped.

Bare ids and answers say nothing of a person who is erased, so large tables are seldom among them.
"""

MERGE = (
    "UPDATE OR IGNORE rsvps SET member_id = :member WHERE member_id = :guest",
    "UPDATE OR IGNORE invitees SET member_id = :member WHERE member_id = :guest",
    "UPDATE OR IGNORE mutes SET member_id = :member WHERE member_id = :guest",
    "UPDATE OR IGNORE passes SET member_id = :member WHERE member_id = :guest",
    "UPDATE OR IGNORE arrivals SET member_id = :member WHERE member_id = :guest",
    """
    UPDATE OR IGNORE copies SET member_id = :member, addressee = :member
     WHERE member_id = :guest
    """,
    "UPDATE OR IGNORE rereads SET member_id = :member WHERE member_id = :guest",
    "UPDATE OR IGNORE unwanted_kinds SET member_id = :member WHERE member_id = :guest",
    "UPDATE OR IGNORE applications SET applicant_id = :member WHERE applicant_id = :guest",
    "UPDATE application_remarks SET author_id = :member WHERE author_id = :guest",
    "UPDATE shown_messages SET member_id = :member WHERE member_id = :guest",
    "UPDATE notices SET member_id = :member WHERE member_id = :guest",
)


LEAVE = (
    "DELETE FROM shown_messages WHERE member_id = :id AND chat_id = :account",
    "UPDATE mailings SET chat_id = NULL, message_id = NULL WHERE chat_id = :account",
    """
    DELETE FROM notices
     WHERE member_id = :id AND edits_chat = :account AND state IN ('pending', 'retry')
    """,
)


def everything(db: sqlite3.Connection, member: MemberId) -> dict[str, Any]:
    """Return all that is kept of a person, as JSON values."""
    rows = {name: _rows(db, sql, member) for name, sql in OWN.items()}
    return {**rows, "person": rows["person"][0]}


def _rows(db: sqlite3.Connection, sql: str, member: MemberId) -> list[dict[str, Any]]:
    cursor = db.execute(sql, (member,))
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


def erase(db: sqlite3.Connection, member: MemberId, now: datetime) -> None:
    """Forget who a person is and what they answered; only an empty row keeps the id.

    What stays of it in unused parts of the file is wiped a little later (`storage.engine.traces`).

    The audit log goes on naming the id: it says what was done, not by whom in person. The record of
    votes stays as it was.
    """
    sql = "SELECT name, telegram_id FROM members WHERE id = ?"
    name, account = db.execute(sql, (member,)).fetchone()
    if account is not None:
        _take_out_mentions(db, account)
    for table, sql in TRACES.items():
        if db.execute(sql, {"id": member} if ":id" in sql else ()).fetchone():
            db.execute("INSERT INTO personal_traces VALUES (?) ON CONFLICT DO NOTHING", (table,))
    take_out_of_drafts(db, name)
    for statement in ERASE:
        db.execute(statement, {"id": member, "now": stamp(now)})


def withdraw_applications(db: sqlite3.Connection, member: MemberId, now: datetime) -> None:
    """Take back what a person has under consideration: they are about to be erased."""
    db.execute(
        """
        UPDATE applications SET state = 'withdrawn', step = NULL, decided_at = ?
         WHERE applicant_id = ? AND state IN ('submitted', 'asked', 'voting')
        """,
        (stamp(now), member),
    )


def _take_out_mentions(db: sqlite3.Connection, account: int) -> None:
    """Leave the words of announcements and templates, and no link to the account in them."""
    for table in ("announcement_versions", "templates"):
        found = db.execute(
            f"SELECT DISTINCT contents FROM {table} WHERE instr(contents, 'text_mention')"  # noqa: S608  a name
        ).fetchall()
        for (contents,) in found:
            without = _without_mentions(contents, account)
            sql = f"UPDATE {table} SET contents = ? WHERE contents = ?"  # noqa: S608  a name
            db.execute(sql, (without, contents))


def _without_mentions(contents: str, account: int) -> str:
    data = json.loads(contents)
    for piece in (piece for content in data.values() for piece in content["pieces"]):
        entities = piece.get("entities", [])
        piece["entities"] = [one for one in entities if not _mentions(one, account)]
    return json.dumps(data, ensure_ascii=False)


def _mentions(entity: dict[str, Any], account: int) -> bool:
    return bool(entity.get("more", {}).get("user", {}).get("id") == account)


def leave_chat(db: sqlite3.Connection, member: MemberId, account: int) -> None:
    """Have no message in an account's chat follow what becomes of a person."""
    for statement in LEAVE:
        db.execute(statement, {"id": member, "account": account})


def merge(db: sqlite3.Connection, guest: MemberId, member: MemberId) -> None:
    """Hand what a guest has of events to another person, where that one has nothing yet."""
    for statement in MERGE:
        db.execute(statement, {"guest": guest, "member": member})

"""How personal data in the tables of meetings are exported and erased.

Who represented whom in a meeting, by what authority, stays in the record of its votes (ГК 181.2).
"""

from storage.engine.privacy import Privacy, acts, own

_WHO = "it says who was in charge of the meeting, and nothing else about the person"

PRIVACY = (
    acts(
        "meetings",
        ("created_by",),
        _WHO,
        name="meetings",
        export="""
        SELECT plan ->> 'title' AS title, created_at FROM meetings WHERE created_by = :member
        """,
    ),
    Privacy(
        table="meeting_codes",
        withheld={
            "member_id": "a digest, with which nothing can be done",
            "issued_by": "it stands in the audit log",
        },
        kept={"issued_by": _WHO},
        erase=("DELETE FROM meeting_codes WHERE member_id = :member",),
    ),
    acts("meeting_pages", ("member_id", "issued_by"), _WHO),
    own(
        "meeting_pings",
        "meeting presence",
        "SELECT meeting_id, seen_at FROM meeting_pings WHERE member_id = :member",
    ),
    own(
        "meeting_proposals",
        "meeting proposals",
        "SELECT text, made_at FROM meeting_proposals WHERE member_id = :member",
        texts=("text",),
        traces="SELECT 1 FROM meeting_proposals WHERE member_id = :member",
    ),
)

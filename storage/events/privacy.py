"""How personal data in the tables of events are exported and erased."""

from storage.engine.privacy import Expiry, Privacy, acts, own

_PLANNED = "it says by whom it was planned, and nothing about the person"
_AT_PAST_EVENTS = """
    SELECT DISTINCT x.event_id FROM {} x JOIN events e ON e.id = x.event_id
     WHERE e.ends_at < :before
"""
_TITLES = "SELECT e.title FROM {} x JOIN events e ON e.id = x.event_id WHERE x.member_id = :member"

PRIVACY = (
    acts(
        "events",
        ("created_by",),
        _PLANNED,
        texts=("title", "description", "place", "room", "reason"),
    ),
    acts("series", ("created_by",), _PLANNED),
    own(
        "rsvps",
        "answers",
        """
        SELECT e.title, e.starts_at, r.answer, r.answered_at, r.seat, r.guests, r.guest_names,
               r.confirmed_at
          FROM rsvps r JOIN events e ON e.id = r.event_id
         WHERE r.member_id = :member
        """,
        texts=("guest_names",),
        expires=Expiry(
            "guest_names",
            due=_AT_PAST_EVENTS.format("rsvps") + "AND x.guest_names <> '[]'",
            acts=("UPDATE rsvps SET guest_names = '[]' WHERE event_id = :item",),
        ),
        traces="SELECT 1 FROM rsvps WHERE member_id = :member AND guest_names <> '[]'",
    ),
    own("mutes", "muted", _TITLES.format("mutes")),
    own("invitees", "invited", _TITLES.format("invitees")),
    own("passes", "passes", _TITLES.format("passes")),
    own("helpers", "helps", _TITLES.format("helpers")),
    Privacy(
        table="substitutions",
        export={
            "substitutions": """
                SELECT e.title, x.state, x.asked_at, x.answered_at, x.member_id = :member AS mine
                  FROM substitutions x JOIN events e ON e.id = x.event_id
                 WHERE :member IN (x.member_id, x.colleague_id)
                """
        },
        erase=("DELETE FROM substitutions WHERE :member IN (member_id, colleague_id)",),
    ),
    Privacy(
        table="arrivals",
        export={
            "arrivals": """
                SELECT e.title, x.arrived_at, x.way
                  FROM arrivals x JOIN events e ON e.id = x.event_id
                 WHERE x.member_id = :member
                """
        },
        withheld={"noted_by": "it tells of those who arrived"},
        erase=(
            "DELETE FROM arrivals WHERE member_id = :member",
            "UPDATE arrivals SET noted_by = NULL WHERE noted_by = :member",
        ),
        expires=Expiry(
            "arrivals",
            due=_AT_PAST_EVENTS.format("arrivals"),
            acts=("DELETE FROM arrivals WHERE event_id = :item",),
        ),
    ),
)

"""How personal data in the tables of rooms are exported and erased.

A booking belongs to an organisation: it stays when the person who asked for it is erased, without
what they wrote. One without an organisation is withdrawn, unless an event takes place in it: then
it is the event's, and is given up with that.
"""

from storage.engine.privacy import Expiry, Privacy, own

_OPEN = "state IN ('asked', 'confirmed', 'offered', 'waiting')"

PRIVACY = (
    Privacy(
        table="resources",
        export={"kept_rooms": "SELECT name FROM resources WHERE keeper_id = :member"},
        texts=("key_holder", "equipment"),
        erase=("UPDATE resources SET keeper_id = NULL WHERE keeper_id = :member",),
        traces="SELECT 1 FROM resources",
    ),
    Privacy(
        table="bookings",
        export={
            "bookings": """
                SELECT r.name, b.purpose, b.people, b.quantity, b.starts_at, b.ends_at, b.state,
                       b.asked_at, b.claimed_at, b.returned_at
                  FROM bookings b JOIN resources r ON r.id = b.resource_id
                 WHERE b.member_id = :member
                """
        },
        texts=("purpose",),
        erase=(
            f"""
            UPDATE bookings SET state = 'withdrawn', offered_until = NULL
             WHERE member_id = :member AND organisation_id IS NULL AND claimed_at IS NULL
               AND event_id IS NULL AND {_OPEN}
            """,  # noqa: S608  constants
            """
            UPDATE bookings SET with_event = 1
             WHERE member_id = :member AND organisation_id IS NULL AND event_id IS NOT NULL
            """,
            "UPDATE bookings SET member_id = NULL, purpose = '' WHERE member_id = :member",
        ),
        traces="SELECT 1 FROM bookings WHERE member_id = :member",
        expires=Expiry(  # a thing that is still out keeps the name of who has it
            "bookings",
            due="""
                SELECT id FROM bookings
                 WHERE ends_at < :before AND (member_id IS NOT NULL OR purpose <> '')
                   AND NOT (state = 'confirmed' AND claimed_at IS NOT NULL
                            AND resource_id IN (SELECT id FROM resources WHERE kind = 'thing'))
                """,
            acts=("UPDATE bookings SET member_id = NULL, purpose = '' WHERE id = :item",),
        ),
    ),
    own(
        "unwanted_room_news",
        "unwanted_room_news",
        "SELECT news FROM unwanted_room_news WHERE member_id = :member",
    ),
)

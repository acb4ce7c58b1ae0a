"""How personal data in the tables of the exchange are exported and erased.

What was handed over stays for the report, without the person, their words and photos.
"""

from storage.engine.privacy import Expiry, Privacy, own

_ANY = "SELECT 1 FROM exchange_texts"
"""Names may stand in unused parts of pages."""
_AUTHORED = "SELECT id FROM exchange_posts WHERE member_id = :member"
_RESPONDED = "SELECT id FROM exchange_responses WHERE member_id = :member"
_OVER = "SELECT id FROM exchange_posts WHERE closed_at < :before"

PRIVACY = (
    Privacy(
        table="exchange_messages",
        export={
            "exchange messages": """
                SELECT p.title, m.text, m.sent_at
                  FROM exchange_messages m
                  JOIN exchange_responses r ON r.id = m.response_id
                  JOIN exchange_posts p ON p.id = r.post_id
                 WHERE m.member_id = :member
                """
        },
        erase=(
            f"""
            DELETE FROM exchange_messages
             WHERE member_id = :member OR response_id IN ({_RESPONDED})
            """,  # noqa: S608  a constant
        ),
        texts=("text",),
        traces="SELECT 1 FROM exchange_messages",
        expires=Expiry(
            "letters",
            due="SELECT id FROM exchange_messages WHERE sent_at < :before",
            acts=("DELETE FROM exchange_messages WHERE id = :item AND sent_at < :before",),
        ),
    ),
    Privacy(
        table="exchange_photos",
        erase=(f"DELETE FROM exchange_photos WHERE post_id IN ({_AUTHORED})",),  # noqa: S608  a constant
        traces=f"SELECT 1 FROM exchange_photos WHERE post_id IN ({_AUTHORED})",  # noqa: S608  a constant
    ),
    Privacy(
        table="exchange_responses",
        export={
            "exchange responses": """
                SELECT p.title, r.text, r.state, r.answered_at
                  FROM exchange_responses r JOIN exchange_posts p ON p.id = r.post_id
                 WHERE r.member_id = :member
                """
        },
        erase=(
            """
            DELETE FROM exchange_responses
             WHERE member_id = :member AND state NOT IN ('received', 'missed')
            """,
            "UPDATE exchange_responses SET member_id = NULL, text = '' WHERE member_id = :member",
        ),
        texts=("text",),
        traces="SELECT 1 FROM exchange_responses WHERE member_id = :member",
        expires=Expiry(
            "letters",
            due=f"""
                SELECT id FROM exchange_responses WHERE text <> '' AND post_id IN ({_OVER})
                """,  # noqa: S608  a constant
            acts=(
                f"""
                UPDATE exchange_responses SET text = ''
                 WHERE id = :item AND post_id IN ({_OVER})
                """,  # noqa: S608  a constant
            ),
        ),
    ),
    Privacy(
        table="exchange_posts",
        export={
            "exchange posts": """
                SELECT direction, title, text, place, published_at, expires_at, closed_at
                  FROM exchange_posts WHERE member_id = :member
                """
        },
        erase=(
            f"""
            DELETE FROM due_times
             WHERE kind = 'exchange_expiry' AND subject_id IN ({_AUTHORED})
            """,  # noqa: S608  a constant
            "DELETE FROM exchange_posts WHERE member_id = :member AND state <> 'done'",
            """
            UPDATE exchange_posts
               SET member_id = NULL, title = '', text = '', place = '', draft = NULL
             WHERE member_id = :member
            """,
        ),
        texts=("title", "text", "place", "hidden_reason"),
        traces="SELECT 1 FROM exchange_posts WHERE member_id = :member",
    ),
    Privacy(table="exchange_texts", traces=_ANY),
    Privacy(table="exchange_index", traces=_ANY),
    own(
        "exchange_readers",
        "exchange readers",
        "SELECT digest_from, matches FROM exchange_readers WHERE member_id = :member",
    ),
    own(
        "exchange_wishes",
        "exchange wishes",
        "SELECT field FROM exchange_wishes WHERE member_id = :member",
    ),
)

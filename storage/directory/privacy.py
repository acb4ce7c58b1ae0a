"""How personal data in the tables of the directory are exported and erased."""

import sqlite3

from storage.engine.privacy import Expiry, Privacy
from storage.people.typed_names import take_out_of_texts

_ANY = "SELECT 1 FROM directory_texts"
"""Somebody who led an organisation once may stand in unused parts of pages."""


def _rewrite_cards(db: sqlite3.Connection, name: str, _: int | None) -> None:
    take_out_of_texts(db, name, "directory_cards", ("about",))


PRIVACY = (
    Privacy(
        table="directory_cards", rewrite=_rewrite_cards, traces="SELECT 1 FROM directory_cards"
    ),
    Privacy(
        table="directory_contacts",
        export={
            "directory contacts": """
                SELECT o.name AS organisation, c.kind, c.value
                  FROM directory_contacts c JOIN organisations o ON o.id = c.organisation_id
                 WHERE c.member_id = :member
                """
        },
        erase=("DELETE FROM directory_contacts WHERE member_id = :member",),
        traces="SELECT 1 FROM directory_contacts WHERE member_id = :member",
    ),
    Privacy(
        table="directory_letters",
        export={
            "directory letters": """
                SELECT o.name AS organisation, l.text, l.sent_at
                  FROM directory_letters l JOIN organisations o ON o.id = l.organisation_id
                 WHERE l.member_id = :member
                """
        },
        withheld={"recipient_id": "what others wrote to the person is theirs"},
        erase=("DELETE FROM directory_letters WHERE :member IN (member_id, recipient_id)",),
        traces="SELECT 1 FROM directory_letters WHERE :member IN (member_id, recipient_id)",
        expires=Expiry(
            "letters",
            due="SELECT id FROM directory_letters WHERE sent_at < :before",
            acts=("DELETE FROM directory_letters WHERE id = :item AND sent_at < :before",),
        ),
    ),
    Privacy(table="directory_texts", traces=_ANY),
    Privacy(table="directory_index", traces=_ANY),
)

"""How personal data in the tables of polls are exported and erased.

Nothing about votes is erased: who took part, by what authority, and in a named poll how, is what
the minutes of an assembly must say (ГК 181.2 п. 3–4), and a decision can be challenged with them
(ГК 181.4). Such data is kept without consent (152-ФЗ ст. 6 ч. 1 п. 2). Only the messages go.
"""

from storage.engine.privacy import Privacy, acts

_RECORD = "the record of a vote stays whole (Civil Code, article 181.2)"


def _of_poll(table: str, column: str, shown: str = "") -> Privacy:
    """Declare rows of a poll whose `column` says who made them; these columns are exported."""
    columns = f"p.question, {shown}" if shown else "p.question"
    export = f"""
        SELECT {columns} FROM {table} x JOIN polls p ON p.id = x.poll_id
         WHERE x.{column} = :member
        """  # noqa: S608  names
    return acts(table, (column,), _RECORD, name=table, export=export, record=True)


PRIVACY = (
    acts(
        "polls",
        ("created_by",),
        _RECORD,
        record=True,
        name="polls",
        export="SELECT question, state, created_at FROM polls WHERE created_by = :member",
    ),
    acts(
        "poll_delegates",
        ("member_id",),
        _RECORD,
        record=True,
        name="entitled",
        export="""
        SELECT p.question, v.name AS voter, d.name, d.position, d.leader,
               EXISTS (SELECT 1 FROM roll r
                        WHERE r.poll_id = p.id AND r.voter_id = v.voter_id) AS voted_secretly
          FROM poll_delegates d
          JOIN voters v ON v.poll_id = d.poll_id AND v.voter_id = d.voter_id
          JOIN polls p ON p.id = d.poll_id
         WHERE d.member_id = :member
        """,
    ),
    acts(
        "omitted_voters",
        (),
        _RECORD,
        record=True,
        name="left out",
        export="""
        SELECT p.question, x.name FROM omitted_voters x JOIN polls p ON p.id = x.poll_id
         WHERE p.body = 'council' AND x.voter_id = :member
        """,
    ),
    _of_poll("ballots", "cast_by", "x.ballot, x.cast_at"),
    acts(
        "proxies",
        ("holder_id", "registered_by", "revoked_by", "confirmed_by"),
        _RECORD,
        record=True,
        name="proxies",
        export="""
        SELECT p.question, x.holder_id = :member AS held, x.number, x.issued_on, x.expires_at,
               x.scope, x.revoked_at
          FROM proxies x JOIN polls p ON p.id = x.poll_id
         WHERE :member IN (x.holder_id, x.registered_by, x.revoked_by, x.confirmed_by)
        """,
    ),
    _of_poll("recusals", "declared_by"),
    _of_poll("statements", "member_id", "x.text"),
    _of_poll("presences", "recorded_by", "x.recorded_at"),
    _of_poll("lots", "recorded_by", "x.how"),
    acts(
        "straw_polls",
        ("created_by",),
        "it says by whom it was asked, and nothing about the person",
        texts=("question", "options"),
        name="straw_polls",
        export="SELECT question, created_at FROM straw_polls WHERE created_by = :member",
    ),
)

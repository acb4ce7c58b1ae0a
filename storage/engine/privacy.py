"""Declare how a table's personal data are exported, erased, kept or merged (152-ФЗ)."""

import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

Rewrite: TypeAlias = Callable[[sqlite3.Connection, str, int | None], None]


@dataclass(frozen=True, slots=True)
class Expiry:
    """What is deleted after a period of `privacy` in the configuration.

    `due` selects the items that are older than `:before`; `acts` delete one, `:item`, in a
    transaction of its own. Rows of which there are many are taken by the hundred. Without acts the
    service deletes it.
    """

    period: str
    due: str
    acts: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Privacy:
    """The treatment of personal data in one table; statements call the person `:member`.

    `export` selects the data for the person, under the names in their file. `erase` removes them
    (at `:now`); `rewrite`, which runs before, removes the person's name and account from what
    others wrote, and the full name from the columns of `texts`. When two records of one person are
    merged, the rows of the one that is `:given_up` then name the one that is `:kept`, by `merge` if
    that takes more than their ids; in a `record` nothing changes. `leave` stops updates of messages
    in the chat of a former `:account`. `expires` says what is deleted when it is old.

    For each column with a member's id that these do not treat, `withheld` and `kept` say why.
    `traces` finds a row if the table has the person's name, account or own words: then unused parts
    of the file are wiped afterwards. Ids and answers alone say nothing about an erased person, so
    large tables seldom have it.
    """

    table: str
    export: Mapping[str, str] = field(default_factory=dict)
    withheld: Mapping[str, str] = field(default_factory=dict)
    erase: tuple[str, ...] = ()
    rewrite: Rewrite | None = None
    texts: tuple[str, ...] = ()
    kept: Mapping[str, str] = field(default_factory=dict)
    traces: str = ""
    merge: str = ""
    leave: tuple[str, ...] = ()
    expires: Expiry | None = None
    record: bool = False


def own(
    table: str,
    name: str,
    export: str,
    *,
    texts: tuple[str, ...] = (),
    traces: str = "",
    merge: str = "",
    expires: Expiry | None = None,
) -> Privacy:
    """Declare rows that belong to a person by `member_id`: they are erased with the person."""
    return Privacy(
        table=table,
        export={name: export},
        erase=(f"DELETE FROM {table} WHERE member_id = :member",),  # noqa: S608  a name
        texts=texts,
        traces=traces,
        merge=merge,
        expires=expires,
    )


def acts(
    table: str, columns: tuple[str, ...], why: str, *, name: str = "", export: str = "", **more: Any
) -> Privacy:
    """Declare rows that stay though these columns say who did something, and `why`."""
    return Privacy(
        table=table,
        export={name: export} if export else {},
        withheld={} if export else dict.fromkeys(columns, "it stands in the audit log"),
        kept=dict.fromkeys(columns, why),
        **more,
    )

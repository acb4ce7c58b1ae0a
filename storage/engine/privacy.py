"""What becomes of a person in a table: handed out, erased, kept or passed on (152-ФЗ)."""

import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

NO_GUEST = "guests do none of this"

Rewrite: TypeAlias = Callable[[sqlite3.Connection, str, int | None], None]


@dataclass(frozen=True, kw_only=True, slots=True)
class Privacy:
    """What becomes of a person in one table; statements call the person `:member`.

    `export` is what is handed out to them, by the names in their file. `erase` forgets who they
    are (at `:now`); `rewrite` takes their name and their account out of what others wrote, before
    that. `merge` hands what a `:guest` has to the `:member` that they turn out to be. `leave` has
    nothing follow them in the chat of a former `:account`.

    For each column with the id of a member that these leave alone, `withheld`, `kept` and
    `unmerged` say why. `traces` finds a row if something stood here by name, by account or in own
    words: then what it leaves in unused parts of the file is wiped. Bare ids and answers say
    nothing of a person who is erased, so large tables seldom have it.
    """

    table: str
    export: Mapping[str, str] = field(default_factory=dict)
    withheld: Mapping[str, str] = field(default_factory=dict)
    erase: tuple[str, ...] = ()
    rewrite: Rewrite | None = None
    kept: Mapping[str, str] = field(default_factory=dict)
    traces: str = ""
    merge: tuple[str, ...] = ()
    unmerged: Mapping[str, str] = field(default_factory=dict)
    leave: tuple[str, ...] = ()


def own(
    table: str, name: str, export: str, *, guests: bool = True, traces: str = "", merge: str = ""
) -> Privacy:
    """Declare rows that are a person's own by `member_id`: they go with the person.

    A guest's are handed on where the person they turn out to be has none yet.
    """
    passed_on = f"UPDATE OR IGNORE {table} SET member_id = :member WHERE member_id = :guest"  # noqa: S608  a name
    return Privacy(
        table=table,
        export={name: export},
        erase=(f"DELETE FROM {table} WHERE member_id = :member",),  # noqa: S608  a name
        traces=traces,
        merge=(merge or passed_on,) if guests else (),
        unmerged={} if guests else {"member_id": NO_GUEST},
    )


def acts(
    table: str, columns: tuple[str, ...], why: str, *, name: str = "", export: str = "", **more: Any
) -> Privacy:
    """Declare rows that stay though these columns say who did something, and `why` they do."""
    return Privacy(
        table=table,
        export={name: export} if export else {},
        withheld={} if export else dict.fromkeys(columns, "it stands in the audit log"),
        kept=dict.fromkeys(columns, why),
        unmerged=dict.fromkeys(columns, NO_GUEST),
        **more,
    )

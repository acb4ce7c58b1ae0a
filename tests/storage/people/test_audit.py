"""The audit log calls what an act is about by its name."""

import re
from pathlib import Path

from storage.engine.database import Database
from storage.people.audit import TITLES
from tests.databases import query
from tests.processes import ROOT

ELSEWHERE = {"minutes", "setting"}
"""What is called by its number, and what the interface has words for."""

SUBJECT = re.compile(r"audit\.add\([^)]*?f\"(\w+):")


def subjects() -> set[str]:
    """Return the first words of all subjects that services note."""
    files = Path(ROOT, "bot", "services").rglob("*.py")
    return {word for file in files for word in SUBJECT.findall(file.read_text("utf-8"))}


def test_each_subject_of_an_act_has_a_title() -> None:
    assert len(subjects()) > 10
    assert subjects() - TITLES.keys() == ELSEWHERE
    assert TITLES.keys() - subjects() == set()


async def test_each_title_is_looked_up_in_the_schema(database: Database) -> None:
    for sql in TITLES.values():
        assert await query(database, sql, 7) == []

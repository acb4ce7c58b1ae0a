"""What it costs to type an answer to a step of a form."""

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from bot.domain.people.members import Role
from storage.engine.database import Database
from tests.alliance import Alliance


def counted(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Have the transactions counted from now on, those that read and those that write."""
    counts: Counter[str] = Counter()

    def watch(name: str) -> None:
        known = getattr(Database, name)

        async def run(self: Database, work: Callable[..., Any]) -> Any:
            counts[name] += 1
            return await known(self, work)

        monkeypatch.setattr(Database, name, run)

    watch("read")
    watch("write")
    return counts


async def test_a_typed_answer_takes_three_reads_and_a_commit_before_and_after_the_next_question(
    alliance: Alliance, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who speaks, whether a form is open, and the form as it stands once it is its turn.

    The first commit keeps what was said, the second in which message the form stands now.
    """
    olga = await alliance.has(1, "Ольга", Role.ORGANISER)
    await olga.says("/manage")
    await olga.sees("Впереди")
    await olga.taps("Создать событие")
    await olga.sees("Как оно называется?")
    await alliance.has_handled_all()
    await alliance.stands_still()
    counts = counted(monkeypatch)

    await olga.says("Встреча")
    await olga.sees("О чём событие?")
    await alliance.has_handled_all()

    assert counts == {"read": 3, "write": 2}

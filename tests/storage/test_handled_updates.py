"""Which updates are known after a crash."""

import pytest

from storage.engine.database import Database
from storage.handled_updates import KEPT


async def test_an_update_is_kept_once_however_often_it_is_noted(database: Database) -> None:
    for update in (7, 8, 7):
        await database.write(lambda tx: tx.handled_updates.add(update))  # noqa: B023  awaited at once

    assert await database.read(lambda tx: tx.handled_updates.all()) == {7, 8}


@pytest.mark.parametrize("far", [5000 + KEPT + 1, 5000 - KEPT - 1])
async def test_what_is_far_from_the_newest_is_forgotten_above_and_below(
    database: Database, far: int
) -> None:
    for update in (far, 5000 - KEPT, 5000):
        await database.write(lambda tx: tx.handled_updates.add(update))  # noqa: B023  awaited at once

    assert await database.read(lambda tx: tx.handled_updates.all()) == {5000 - KEPT, 5000}

"""What an update has done is known after a crash, and nothing is known of a ballot."""

from collections.abc import Iterator

import pytest

from bot.domain.refusals import Refusal
from bot.ports import Transaction
from bot.services.transactions import Service, reading, repeatable, transaction, update_in_work
from sandbox.clock import SandboxClock
from storage.engine.database import Database

UPDATE = 77


class Acts(Service):
    """One act of each kind, which writes down that it was done."""

    @transaction
    def act(self, tx: Transaction, *, refused: bool = False) -> None:
        tx.audit.add(None, "act", "", self._clock.now())
        if refused:
            raise Refusal

    @repeatable
    def show(self, tx: Transaction) -> None:
        tx.audit.add(None, "show", "", self._clock.now())

    @reading
    def look(self, tx: Transaction) -> frozenset[int]:
        return tx.handled_updates.all()


@pytest.fixture
def acts(database: Database, clock: SandboxClock) -> Acts:
    return Acts(database, clock)


@pytest.fixture
def update() -> Iterator[int]:
    """An update that is being handled."""
    token = update_in_work.set(UPDATE)
    yield UPDATE
    update_in_work.reset(token)


async def test_an_act_notes_the_update_that_asked_for_it(acts: Acts, update: int) -> None:
    await acts.act()

    assert await acts.look() == {update}


@pytest.mark.usefixtures("update")
async def test_an_act_that_is_refused_notes_nothing(acts: Acts) -> None:
    with pytest.raises(Refusal):
        await acts.act(refused=True)

    assert await acts.look() == set()


@pytest.mark.usefixtures("update")
async def test_what_is_shown_may_be_shown_again(acts: Acts) -> None:
    await acts.show()

    assert await acts.look() == set()


async def test_what_the_bot_does_of_its_own_accord_notes_nothing(acts: Acts) -> None:
    await acts.act()

    assert await acts.look() == set()

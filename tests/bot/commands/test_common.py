import gc

import pytest
import typer

from bot.commands.common import loading


@pytest.mark.parametrize("outcome", [None, typer.Exit(2)])
def test_the_collector_rests_while_the_bot_is_loaded_and_no_longer(
    outcome: Exception | None,
) -> None:
    try:
        with loading():
            assert not gc.isenabled()
            if outcome:
                raise outcome
    except typer.Exit:
        pass

    assert gc.isenabled()
    assert gc.get_freeze_count() > 0

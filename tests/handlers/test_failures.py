from datetime import UTC, datetime

import pytest

from bot.clock import SystemClock
from bot.domain.failures import DueKind, FailedItem, FailureId, ItemPutAsideLetter
from handlers.failures import put_aside_words
from handlers.texts import AllTexts
from tests.alliance import some_rules

NOW = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
TEXTS = AllTexts("ru", some_rules().zone, SystemClock())


def words(kind: DueKind, language: str) -> str:
    item = FailedItem(kind, 1234, 5, "ValueError at times.py:21", None, NOW)
    return put_aside_words(ItemPutAsideLetter(FailureId(17), item), TEXTS.for_language(language))


@pytest.mark.parametrize("language", ["ru", "en"])
def test_each_kind_of_failure_is_named_with_its_number_and_that_of_the_log(language: str) -> None:
    said = {kind: words(kind, language) for kind in DueKind}

    assert len(set(said.values())) == len(DueKind)
    for kind, text in said.items():
        assert ("№\N{NO-BREAK SPACE}1234" in text or "No.\N{NO-BREAK SPACE}1234" in text) == (
            kind is not DueKind.DIGEST
        )
        assert "<b>17</b>" in text
        assert "ValueError at times.py:21" in text

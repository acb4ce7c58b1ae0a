"""How a vote came out, at a glance."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.documents.blocks import Bar
from bot.domain.people.members import LANGUAGES
from bot.domain.polls.plans import CandidateId
from handlers.ui.charts import EMPTY, FULL, outcome_chart, text_bar
from tests.protocols import a_motion, an_admission, an_election
from tests.wording import texts


@pytest.mark.parametrize(
    ("part", "whole", "bar"),
    [
        (0, 9, "▱▱▱▱▱▱▱▱▱▱"),
        (1, 120, "▰▱▱▱▱▱▱▱▱▱"),
        (5, 9, "▰▰▰▰▰▱▱▱▱▱"),
        (8, 9, "▰▰▰▰▰▰▰▰▱▱"),
        (119, 120, "▰▰▰▰▰▰▰▰▰▱"),
        (9, 9, "▰▰▰▰▰▰▰▰▰▰"),
        (0, 0, "▱▱▱▱▱▱▱▱▱▱"),
    ],
)
def test_a_bar_is_as_full_as_the_part_is_of_the_whole(part: int, whole: int, bar: str) -> None:
    assert text_bar(part, whole) == bar


@given(st.integers(1, 500).flatmap(lambda whole: st.tuples(st.integers(0, whole), st.just(whole))))
def test_only_nothing_is_empty_and_only_all_is_full(numbers: tuple[int, int]) -> None:
    part, whole = numbers
    bar = text_bar(part, whole)

    assert len(bar) == 10
    assert (FULL not in bar) is (part == 0)
    assert (EMPTY not in bar) is (part == whole)


@pytest.mark.parametrize(("part", "whole"), [(-1, 9), (10, 9)])
def test_a_part_is_never_more_than_the_whole(part: int, whole: int) -> None:
    with pytest.raises(ValueError, match="no part"):
        text_bar(part, whole)


def test_the_chart_of_a_motion_has_one_bar_with_its_outcome() -> None:
    item = a_motion()
    chart = outcome_chart(item.poll, item.result, texts())

    assert chart.bars == (Bar("Принято", (5, 1, 2, 1), needed=5),)
    assert chart.series == ("За", "Против", "Воздержались", "Не голосовали")
    assert "За — 5, против — 1" in chart.description


def test_the_chart_of_an_admission_has_a_bar_for_each_as_on_the_ballot() -> None:
    item = an_admission()

    assert [bar.note for bar in outcome_chart(item.poll, item.result, texts()).bars] == [
        "принято",
        "не принято",
    ]


def test_the_chart_of_an_election_begins_with_the_most_votes_and_knows_of_a_lot() -> None:
    item = an_election()
    chart = outcome_chart(item.poll, item.result, texts(), [CandidateId(4)])

    assert [bar.counts[0] for bar in chart.bars] == [63, 63, 62, 62, 61, 61, 12]
    assert [bar.note for bar in chart.bars][4:6] == ["не избран(а)", "избран(а) по жребию"]
    assert chart.series[1:3] == ("Против всех", "За других")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_its_words(language: str) -> None:
    for item in (a_motion(), an_admission(), an_election()):
        chart = outcome_chart(item.poll, item.result, texts(language))
        assert all((chart.title, chart.description, chart.needed, *chart.series))

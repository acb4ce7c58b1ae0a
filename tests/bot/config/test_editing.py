"""A setting is changed in the text of config.toml, and nothing else of the text."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.config.editing import NotEditable, with_value

EXAMPLE = (Path(__file__).parents[3] / "config.example.toml").read_text("utf-8")
KEYS = ["telegram.token", "telegram.proxies", "alliance.name", "alliance.administrators"]
STRINGS = st.text(st.characters(exclude_categories=["Cs"]))


def test_only_the_line_of_the_setting_changes() -> None:
    before = EXAMPLE.splitlines()
    after = with_value(EXAMPLE, "alliance.name", "Рассвет <b>🌅").splitlines()

    assert len(after) == len(before)
    assert [new for old, new in zip(before, after, strict=True) if old != new] == [
        'name = "Рассвет <b>🌅"'
    ]


def test_the_spaces_before_a_key_and_the_comment_behind_its_value_stay() -> None:
    text = '[alliance]\n  name   = "a # b"   # as in the charter\n'

    assert with_value(text, "alliance.name", "c") == (
        '[alliance]\n  name   = "c"   # as in the charter\n'
    )


def test_a_list_over_several_lines_is_replaced_whole() -> None:
    text = "[alliance]\nadministrators = [\n  1, # Anna\n  2,\n] # both\nlanguage = 'ru'\n"

    assert with_value(text, "alliance.administrators", [1, 2, 3]) == (
        "[alliance]\nadministrators = [1, 2, 3] # both\nlanguage = 'ru'\n"
    )


def test_a_missing_key_comes_to_the_end_of_its_section_with_its_comment() -> None:
    text = '[alliance]\nlanguage = "ru"\n\n# The file.\n[storage]\npath = "a"\n'

    assert with_value(text, "alliance.name", "A", "The name.\nSeen by all.") == (
        '[alliance]\nlanguage = "ru"\n\n# The name.\n# Seen by all.\nname = "A"\n'
        '\n# The file.\n[storage]\npath = "a"\n'
    )


def test_a_missing_section_comes_to_the_end_of_the_file() -> None:
    text = with_value("# Settings.\n", "alliance.name", "A", "The name.")

    assert text == '# Settings.\n\n[alliance]\n# The name.\nname = "A"\n'
    assert with_value("", "alliance.name", "A") == '[alliance]\nname = "A"\n'


def test_a_key_within_a_text_of_several_lines_is_no_key() -> None:
    text = '[alliance]\nname = """\n[telegram]\ntoken = "x"\n"""\n[telegram]\ntoken = "y"\n'

    assert with_value(text, "telegram.token", "z") == text.replace('"y"', '"z"')


def test_windows_line_ends_stay_as_they_are() -> None:
    text = '[alliance]\r\nname = "A"\r\n'
    changed = with_value(with_value(text, "alliance.name", "B"), "alliance.language", "ru", "C")

    assert changed.split("\r\n") == [
        *("[alliance]", 'name = "B"', "", "# C", 'language = "ru"', "")
    ]
    assert "\n" not in changed.replace("\r\n", "")


def test_a_dotted_key_is_found() -> None:
    assert with_value('alliance.name = "A"\n', "alliance.name", "B") == 'alliance.name = "B"\n'


@pytest.mark.parametrize(
    "text",
    [
        'alliance = { name = "A" }\n',
        'alliance.language = "ru"\n',
        "alliance = 3\n",
        "[[alliance]]\nname = 'A'\n",
    ],
)
def test_what_only_a_person_can_change_is_refused(text: str) -> None:
    with pytest.raises(NotEditable):
        with_value(text, "alliance.name", "B")


@given(STRINGS, st.sampled_from(["telegram.token", "alliance.name", "alliance.new", "new.key"]))
def test_every_text_is_read_back_as_it_was_given(value: str, key: str) -> None:
    changed = with_value(EXAMPLE, key, value)
    section, _, leaf = key.partition(".")

    assert tomllib.loads(changed)[section][leaf] == value


@given(st.lists(st.tuples(st.sampled_from(KEYS[:3:2]), STRINGS), min_size=1, max_size=4))
def test_setting_again_and_again_leaves_every_other_line(changes: list[tuple[str, str]]) -> None:
    text = EXAMPLE
    for key, value in changes:
        text = with_value(text, key, value)

    kept = [line for line in EXAMPLE.split("\n") if not line.startswith(("token =", "name ="))]
    assert [line for line in text.split("\n") if not line.startswith(("token =", "name ="))] == kept

"""Every word the bot says stands in both languages, complete and in the right form."""

import ast
import inspect
import re
import typing
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from types import ModuleType
from typing import TypeGuard
from zoneinfo import ZoneInfo, available_timezones

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

import bot.domain
import handlers
from bot.domain.events.audiences import AudienceCircle
from bot.domain.events.plans import Kind
from bot.domain.events.recurrence import Rhythm
from bot.domain.events.rsvps import Answer, Group
from bot.domain.mailings import Occasion
from bot.domain.people.members import LANGUAGES, Role
from bot.domain.refusals import ClockTime, Refusal, TooLong
from handlers.features import MENU
from handlers.ui.commands import Whom
from handlers.ui.fluent import MissingText, Words
from handlers.ui.refusals import ALERT_LIMIT, refusal_words
from handlers.ui.texts import Markup, Value
from tests.wording import all_texts, texts

ROOT = Path(handlers.__file__).parent.parent
LOCALES = ROOT / "handlers" / "locales"
READ_FROM_PEOPLE = {
    "bot/config/directory.py",
    "bot/config/meetings.py",
    "bot/domain/searching/likeness.py",
    "bot/domain/searching/queries.py",
    "bot/domain/searching/variants.py",
    "bot/domain/rooms/hours.py",  # days of the week, as people type them
    "bot/domain/phrases/words.py",  # days, times and durations, as people type them
    "bot/domain/events/outlines.py",  # how many seats, as people type it
    "bot/domain/people/imports.py",  # the headings of the columns and «да», as tables carry them
    "bot/domain/people/rows.py",
    "bot/domain/polls/scopes.py",  # how a paper says that it is for all questions
    "bot/domain/people/names.py",  # the endings of surnames, as people's names have them
    "bot/commands/plans.py",
    "bot/documents/spreadsheets.py",
    "bot/config/voting.py",  # the usual rules with their clauses, likewise
    "bot/config/sections.py",  # the default name of the alliance, which config.toml replaces
    "bot/domain/minutes/decisions.py",  # the endings of verbs, as questions begin with them
    "bot/domain/polls/shares.py",  # a threshold, as people type it
    "bot/documents/typography.py",  # what stands beside a number, as documents and people write it
    "bot/domain/polls/seals.py",  # letters that look like those of a number, as people type them
}
"""Where Russian words are data that comes in, never words that go out."""


class Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()
        self.references: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802  fluent's
        self.names.add(node.id.name)

    def visit_MessageReference(self, node: ftl.MessageReference) -> None:  # noqa: N802  fluent's
        self.references.add(node.id.name)


@cache
def messages(language: str) -> dict[str, set[str]]:
    """Return each key with its variables; those of the messages it refers to are its own too."""
    own: dict[str, Variables] = {}
    for file in sorted((LOCALES / language).glob("*.ftl")):
        for entry in FluentParser().parse(file.read_text("utf-8")).body:
            assert not isinstance(entry, ftl.Junk), f"{file}: {entry.content}"
            if isinstance(entry, ftl.Message):
                assert entry.id.name not in own, f"{file}: {entry.id.name} stands there twice"
                own[entry.id.name] = Variables()
                own[entry.id.name].visit(entry)

    def all_of(key: str) -> set[str]:
        return own[key].names.union(*map(all_of, own[key].references))

    return {key: all_of(key) for key in own}


def selectors(language: str) -> dict[str, set[str]]:
    """Return the words that select a variant, by `key.variable`."""
    found: dict[str, set[str]] = {}

    class Select(Visitor):
        key = ""

        def visit_SelectExpression(self, node: ftl.SelectExpression) -> None:  # noqa: N802
            assert isinstance(node.selector, ftl.VariableReference)
            names = {
                one.key.name if isinstance(one.key, ftl.Identifier) else one.key.value
                for one in node.variants
            }
            found.setdefault(f"{self.key}.{node.selector.id.name}", set()).update(names)
            self.generic_visit(node)

    for file in sorted((LOCALES / language).glob("*.ftl")):
        for entry in FluentParser().parse(file.read_text("utf-8")).body:
            if isinstance(entry, ftl.Message):
                visitor = Select()
                visitor.key = entry.id.name
                visitor.visit(entry)
    return found


PLURALS = {"zero", "one", "two", "few", "many", "other"}


def test_both_languages_hold_the_same_keys_and_variables() -> None:
    assert messages("ru") == messages("en")
    assert {path.name for path in (LOCALES / "ru").iterdir()} == {
        path.name for path in (LOCALES / "en").iterdir()
    }


def test_what_a_sentence_refers_to_stands_in_its_own_file() -> None:
    """Each file is read by itself, when something in it is first said."""
    for file in LOCALES.glob("*/*.ftl"):
        body = FluentParser().parse(file.read_text("utf-8")).body
        entries = [entry for entry in body if isinstance(entry, ftl.Message)]
        visitor = Variables()
        for entry in entries:
            visitor.visit(entry)
        assert visitor.references <= {entry.id.name for entry in entries}, file
        assert not any(isinstance(entry, ftl.Term) for entry in body), file


def test_both_languages_choose_by_the_same_words() -> None:
    ru, en = selectors("ru"), selectors("en")
    for key, words in ru.items():
        if words <= PLURALS | {"0", "1"}:
            continue
        assert words - PLURALS == en.get(key, set()) - PLURALS, key


def test_a_text_is_parsed_when_it_is_first_said_with_those_it_refers_to() -> None:
    words = Words("en")

    assert words.say("exchange-post-kind", {"kind": "room"}) == "🗂 A room"
    assert set(words._bundle._messages) == {"exchange-post-kind", "exchange-kind"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_can_be_said(language: str) -> None:
    t = texts(language)
    values: tuple[Value, ...] = (0, 1, 25, "<b>&")
    for key, variables in messages(language).items():
        for value in values:
            html = t(key, **dict.fromkeys(variables, value))
            plain = t.plain(key, **dict.fromkeys(variables, value))
            assert html.strip(), key
            assert plain.strip(), key
            assert "{" not in plain, key
            assert "\u2068" not in plain, key
            if value == "<b>&":
                assert "<b>&" not in html.replace("<b>&lt;", ""), f"{key} lets HTML in"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("length", [1, 200], ids=["short", "long"])
def test_a_placeholder_in_what_people_typed_is_never_expanded(language: str, length: int) -> None:
    """Neither at once nor when the sentence becomes a part of another one."""
    t = texts(language)
    for key, variables in messages(language).items():
        typed = "".join(f"\ue000{name}\ue001" for name in sorted(variables)) * length
        harmless = "Z" * len(typed)
        for say in (t, t.plain):
            said = say(key, **dict.fromkeys(variables, typed))
            assert said == say(key, **dict.fromkeys(variables, harmless)).replace(harmless, typed)
            told = t("notice-application-sent", card=Markup(said))
            assert told.endswith(said.rstrip()), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_missing_is_never_passed_over(language: str) -> None:
    t = texts(language)
    for say in (t, t.plain):
        with pytest.raises(MissingText):
            say("no-such-key")
        with pytest.raises(MissingText):
            say("AlreadyMember")


def test_one_moment_is_said_by_each_clock_as_it_stands_there() -> None:
    moment = datetime(2026, 12, 5, 13, 30, tzinfo=UTC)

    said = [
        all_texts(zone=ZoneInfo(zone)).for_language("ru").moment(moment)
        for zone in ("Asia/Yekaterinburg", "Europe/Kaliningrad")
    ]

    assert [words[-5:] for words in said] == ["18:30", "15:30"]


def is_refusal_of(module: ModuleType, one: object) -> TypeGuard[type[Refusal]]:
    is_one = isinstance(one, type) and issubclass(one, Refusal) and one not in {Refusal, TooLong}
    return is_one and one.__module__ == module.__name__


REFUSALS = [
    one
    for found in walk_packages(bot.domain.__path__, "bot.domain.")
    for module in [import_module(found.name)]
    for one in vars(module).values()
    if is_refusal_of(module, one)
]
SAMPLES: dict[object, object] = {
    int: 10_000,
    str: "Ё" * 120,
    ClockTime: "19:30",
    datetime: datetime(2027, 9, 30, 9, 30, tzinfo=UTC),
    timedelta: timedelta(days=31),
    bool: True,
}


def test_the_refusals_are_found() -> None:
    assert len(REFUSALS) >= 150


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", REFUSALS, ids=lambda kind: kind.__name__)
def test_every_refusal_has_its_words_and_fits_an_alert(kind: type[Refusal], language: str) -> None:
    hints = typing.get_type_hints(kind)
    fields = inspect.signature(kind).parameters
    refusal = kind(*(SAMPLES[hints[name]] for name in fields))

    words = refusal_words(refusal, texts(language))

    assert 10 < len(words) <= ALERT_LIMIT
    assert messages(language)[kind.__name__] <= set(fields)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_the_code_has_its_words(language: str) -> None:
    t = texts(language)
    keys = [
        *(f"role-{role}" for role in (*Role, "member", "delegate")),
        *(f"command-{command.name}" for command in MENU.commands),
        *(key for _, key in MENU.help_lines),
        *(f"help-for-{whom.value}" for whom, _ in MENU.help_lines if whom is not Whom.EVERYBODY),
        *(f"language-{code}" for code in LANGUAGES),
        *(f"button-me-{screen}" for screen in ("language", "zone", "data")),
        *(f"duration-{unit}" for unit in ("days", "hours", "minutes")),
        *(
            f"mailing-{name}"
            for name in ("unreachable", "failed", "dropped", "doubtful", "not-joined")
        ),
        *("stale-button", "storage-unavailable", "unexpected"),
    ]
    assert [key for key in keys if not t.has(key)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_choice_has_a_form_of_its_own(language: str) -> None:
    t = texts(language)
    choices: dict[tuple[str, str], list[str]] = {
        ("event-answer", "answer"): [*Answer, "none"],
        ("board-audience", "audience"): [*AudienceCircle],
        ("list-group", "group"): [*Group],
        ("event-kind", "kind"): [*Kind],
        ("event-series", "rhythm"): [*Rhythm],
        ("rsvp-taken", "answer"): [*Answer],
        ("rsvp-series-taken", "answer"): [*Answer],
        ("button-series", "answer"): [*Answer],
        ("mailing-report", "occasion"): [*Occasion],
    }
    for (key, variable), words in choices.items():
        rest = dict.fromkeys(messages(language)[key] - {variable}, 1)
        forms = {t.plain(key, **rest, **{variable: word}) for word in words}
        assert len(forms) == len(words), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_telegram_limits_is_short_enough(language: str) -> None:
    t = texts(language)
    for command in MENU.commands:
        assert 1 <= len(t.plain(f"command-{command.name}")) <= 256
    for answer in Answer:
        assert len(t.plain("rsvp-taken", answer=answer)) <= 200


@pytest.mark.parametrize(
    ("count", "form"),
    [
        *((1, "событие"), (21, "событие"), (2, "события"), (22, "события"), (5, "событий")),
        *((11, "событий"), (25, "событий"), (111, "событий"), (0, "событий")),
    ],
)
def test_russian_counts_in_three_forms(count: int, form: str) -> None:
    words = texts("ru").plain("events-list", count=count)

    assert re.search(rf"Впереди <b>{count}</b> {form}\b", words)


@pytest.mark.parametrize(
    ("key", "values", "words"),
    [
        ("poll-tie", {"names": "Анна и Вера", "seats": 1}, "На всех одно место."),
        ("poll-tie", {"names": "Анна и Вера", "seats": 21}, "На всех 21 место."),
        ("ballot-ask", {"kind": "election", "seats": 1}, "Отметьте одного кандидата"),
        ("ballot-ask", {"kind": "election", "seats": 21}, "Отметьте не больше 21 кандидата"),
        ("poll-cancel-confirm", {"question": "—", "voted": 21}, "Голосов уже подано: 21."),
    ],
)
def test_twenty_one_is_not_said_as_if_it_were_one(
    key: str, values: dict[str, Value], words: str
) -> None:
    assert words in re.sub("<[^>]+>", "", texts("ru")(key, **values))


@pytest.mark.parametrize(("count", "form"), [(1, "1 hour"), (2, "2 hours"), (21, "21 hours")])
def test_english_counts_in_two_forms(count: int, form: str) -> None:
    assert texts("en").duration(timedelta(hours=count)) == form


def test_durations_are_said_in_words_to_the_nearest_minute() -> None:
    t = texts("ru")

    assert t.duration(timedelta(days=1, hours=2, minutes=30)) == "1 день 2 часа 30 минут"
    assert t.duration(timedelta(hours=2) - timedelta(seconds=1)) == "2 часа"
    assert t.duration(timedelta(seconds=10)) == "меньше минуты"


def test_moments_are_said_with_the_weekday_in_the_zone_of_the_alliance() -> None:
    t = texts("ru")
    moment = datetime(2026, 12, 5, 19, 30, tzinfo=UTC)

    assert t.moment(moment) == "воскресенье, 6 декабря, 00:30"
    assert t.moment(moment.replace(year=2027)).startswith("понедельник, 6 декабря 2027")
    assert texts("en").moment(moment) == "Sunday, 6 December, 00:30"
    html = t("MomentPast", moment=moment)
    assert f'<tg-time unix="{int(moment.timestamp())}">{t.moment(moment)}</tg-time>' in html
    assert "\u202f" not in html


@pytest.mark.parametrize(
    ("language", "days"),
    [
        ("ru", "понедельника вторника среды четверга пятницы субботы воскресенья"),
        ("en", "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"),
    ],
)
def test_a_moment_after_until_stands_in_the_case_that_the_language_asks_for(
    language: str, days: str
) -> None:
    t = texts(language)
    monday = datetime(2026, 12, 7, 4, 0, tzinfo=UTC)
    month = {"ru": "декабря", "en": "December"}[language]
    for place, weekday in enumerate(days.split()):
        moment = monday + timedelta(days=place)
        words = f"{weekday}, {7 + place} {month}, 09:00"

        assert words in t.plain("event-deadline", until=moment)
        marked = f'<tg-time unix="{int(moment.timestamp())}">{words}</tg-time>'
        assert marked in t("event-deadline", until=moment)


def test_a_moment_after_until_names_another_year() -> None:
    moment = datetime(2027, 1, 6, 4, 0, tzinfo=UTC)

    assert texts("ru").until(moment) == "среды, 6 января 2027, 09:00"
    assert texts("en").until(moment) == "Wednesday, 6 January 2027, 09:00"


def test_no_moment_is_put_after_until_and_a_colon() -> None:
    torn = re.compile(r"\b(?:до|после|until|after)(?:</b>)?: (?:<b>)?\{ ", re.IGNORECASE)
    for name, text in sources().items():
        assert torn.findall(text) == [], name


@pytest.mark.parametrize(
    ("language", "left", "words"),
    [
        ("ru", timedelta(days=1), "Остался 1 день"),
        ("ru", timedelta(days=2, hours=1), "Осталось 2 дня 1 час"),
        ("ru", timedelta(hours=21), "Остался 21 час"),
        ("ru", timedelta(minutes=1), "Осталась 1 минута"),
        ("ru", timedelta(minutes=30), "Осталось 30 минут"),
        ("ru", timedelta(seconds=5), "Осталось меньше минуты"),
        ("en", timedelta(days=1), "1 day left"),
        ("en", timedelta(seconds=5), "less than a minute left"),
    ],
)
def test_the_verb_agrees_with_how_much_time_is_left(
    language: str, left: timedelta, words: str
) -> None:
    assert words in texts(language).plain("poll-news", news="reminder", left=left)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_mailing_of_which_little_is_left_never_says_zero(language: str) -> None:
    said = texts(language).plain("mailing-pace", pace=25, left=timedelta(seconds=20), soon=True)

    assert "0 " not in said


def test_a_day_in_a_list_is_short() -> None:
    day = datetime(2026, 12, 4, 9, 30, tzinfo=UTC)

    assert texts("ru").day_short(day) == "пт, 4 дек."
    assert texts("en").day_short(day) == "Fri, 4 Dec"


def test_a_day_of_another_year_names_the_year() -> None:
    day = datetime(2026, 12, 31, 19, 30, tzinfo=UTC)  # the New Year's night in Yekaterinburg
    assert texts("ru").day(day - timedelta(days=1)) == "чт, 31 декабря"
    assert texts("ru").day(day) == "пт, 1 января 2027"
    assert texts("en").day(day) == "Fri, 1 January 2027"


def test_many_days_are_named_month_by_month() -> None:
    days = [datetime(2026, 12, 10, 19, 30, tzinfo=UTC) + timedelta(weeks=n) for n in range(5)]

    assert texts("ru").days(days) == "11, 18 и 25 декабря; 1 и 8 января 2027"
    assert texts("en").days(days) == "11, 18, and 25 December; 1 and 8 January 2027"
    assert texts("ru").days(days[:1]) == "11 декабря"


def test_what_people_wrote_is_escaped_once() -> None:
    t = texts("ru")

    assert (
        t("AlreadyMember", name="<b>Анна</b> & Ко").count("&lt;b&gt;Анна&lt;/b&gt; &amp; Ко") == 1
    )
    assert "<b>Анна</b>" in t("event-description", text=Markup("<b>Анна</b>"))
    assert "<b>Анна</b>" in t.plain("AlreadyMember", name="<b>Анна</b>")


@pytest.mark.parametrize("tag", ["ru", "ru-RU", "RU", None, "", "de", "zh-hans", "uk"])
def test_an_unknown_language_gets_the_default(tag: str | None) -> None:
    assert all_texts().for_language(tag).language == "ru"


@pytest.mark.parametrize("tag", ["en", "en-GB", "EN-us"])
def test_english_gets_english(tag: str) -> None:
    assert all_texts().for_language(tag).language == "en"


def test_every_zone_that_can_be_chosen_has_a_name() -> None:
    for language in LANGUAGES:
        t = texts(language)
        for name in available_timezones():
            assert t.zone_name(ZoneInfo(name)), name


def strings_in(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the string literals of a module, docstrings excepted."""
    tree = ast.parse(path.read_text("utf-8"))
    docstrings = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or id(node) in docstrings:
            continue
        if isinstance(node.value, str):
            yield node.lineno, node.value


def test_no_word_that_people_see_stands_in_the_code() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{line}: {text}"
        for package in ("bot", "handlers", "storage")
        for path in sorted((ROOT / package).rglob("*.py"))
        if "bot/demo/" not in str(path) and str(path.relative_to(ROOT)) not in READ_FROM_PEOPLE
        for line, text in strings_in(path)
        if re.search("[а-яё]", text, re.IGNORECASE) and text not in {"ё", "е"}
    ]

    assert found == []


PLAIN_SPACE = re.compile(r"№ |(?<!\w)(?:пп?|ст|ч)\. (?=[\d{])|\bNo\. (?=[\d{])")
OF_VOTES = ("ballots", "minutes_wizard", "poll_boards", "poll_wizards", "polls", "proxies")


def sources() -> dict[str, str]:
    """Return the locales' files but for the documents', which get their spaces as they are made."""
    files = Path("handlers/locales").rglob("*.ftl")
    return {
        f"{file.parent.name}/{file.stem}": file.read_text("utf-8")
        for file in files
        if file.stem != "minutes"
    }


def test_no_number_is_torn_from_its_sign_at_the_end_of_a_line() -> None:
    assert {name: PLAIN_SPACE.findall(text) for name, text in sources().items()} == {
        name: [] for name in sources()
    }


UNITS = re.compile(r"[\d}] (?:ч|мин|сек|с|КБ|МБ|h|min|s|KB|MB)(?![\w’])")


def test_no_unit_is_torn_from_its_number() -> None:
    assert {name: UNITS.findall(text) for name, text in sources().items()} == {
        name: [] for name in sources()
    }


def test_the_bot_speaks_of_itself_in_the_third_person() -> None:
    """«Я» and «мне» are what people say on their own buttons, never the bot."""
    said = re.compile(
        r"\b(?:мне|меня|мной|умею|понимаю|жду|I am waiting|I can do|I could not)\b", re.IGNORECASE
    )
    assert {name: said.findall(text) for name, text in sources().items()} == {
        name: [] for name in sources()
    }


def test_no_line_about_votes_begins_with_a_dash() -> None:
    said = {name: text for name, text in sources().items() if name.startswith("ru/")}
    torn = [name for name in OF_VOTES if re.search(r'(?:\S |" "})— ', said[f"ru/{name}"])]
    assert torn == []

"""Configuration: what is read, what wins, and in which words the rest is refused."""

import re
import subprocess
import sys
import tomllib
import traceback
from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta
from operator import attrgetter
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from pydantic import ValidationError

from bot.config.config import BadConfiguration, load, remedy_of
from bot.config.sections import Config, known_keys
from bot.config.values import Address
from bot.domain.people.members import MemberId
from bot.domain.polls.majorities import (
    AT_LEAST_TWO_THIRDS,
    MORE_THAN_HALF,
    Base,
    Bound,
    Majority,
    Quorum,
    Recusal,
    Share,
)
from bot.domain.polls.plans import Body, Candidate, CandidateId, Mode, PollKind
from bot.domain.polls.refusals import CorrespondenceForbidden
from bot.domain.quiet_hours import QuietHours
from tests.wording import in_english

TOKEN = "123456789:AAEhBOweik6ad9r_QXMENQjcrGbqCr4K-bc"
TOKEN_ONLY = {"ALLIANCE_TELEGRAM__TOKEN": TOKEN}
EXAMPLE = Path(__file__).parents[3] / "config.example.toml"
KEY_LINE = re.compile(r"(# )?([a-z_]+) = (.+)")

Write = Callable[[str], Path]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def write(folder: Path) -> Write:
    def to_file(text: str) -> Path:
        file = folder / "config.toml"
        file.write_text(text, encoding="utf-8")
        return file

    return to_file


def refusal(path: Path | None = None, environ: dict[str, str] | None = None) -> str:
    with pytest.raises(BadConfiguration) as refused:
        load(path, environ or {})
    return "\n".join(map(in_english, refused.value.problems))


def variable(key: str) -> str:
    return "ALLIANCE_" + key.upper().replace(".", "__")


def read(key: str, text: str) -> object:
    """Load with the variable for `key` and pick what it led to."""
    config = load(None, TOKEN_ONLY | {variable(key): text})
    return attrgetter(key)(config)


# --- where values come from ---


def test_the_token_alone_is_enough() -> None:
    config = load(None, TOKEN_ONLY)
    assert config.telegram.token.get_secret_value() == TOKEN
    assert config.alliance.time_zone == ZoneInfo("Asia/Yekaterinburg")
    assert config.reminders.event_leads == (timedelta(days=1), timedelta(hours=2))


def test_config_toml_in_the_working_directory_is_read_without_being_named(write: Write) -> None:
    write(f'[telegram]\ntoken = "{TOKEN}"\n[alliance]\nname = "Содружество"')
    assert load(None, {}).alliance.name == "Содружество"


def test_a_named_file_is_read_instead_of_config_toml(write: Write, folder: Path) -> None:
    write('[alliance]\nname = "one"')
    other = folder / "other.toml"
    other.write_text('[alliance]\nname = "two"', encoding="utf-8")
    assert load(other, TOKEN_ONLY).alliance.name == "two"


def test_a_byte_order_mark_is_no_obstacle(folder: Path) -> None:
    file = folder / "config.toml"
    file.write_text(f'[telegram]\ntoken = "{TOKEN}"', encoding="utf-8-sig")
    assert load(file, {}).telegram.mode == "polling"


def test_the_environment_wins_over_the_file_key_by_key(write: Write) -> None:
    file = write('[telegram]\ntoken = "bad"\n[log]\nlevel = "debug"\nformat = "json"')
    config = load(file, TOKEN_ONLY | {"ALLIANCE_LOG__LEVEL": "error"})
    assert (config.log.level, config.log.format) == ("error", "json")


def test_lists_come_from_the_environment_as_json() -> None:
    assert read("alliance.administrators", "[1, 2]") == (1, 2)
    assert read("reminders.poll_leads", '["15m"]') == (timedelta(minutes=15),)


def test_a_name_made_of_digits_stays_text_in_the_environment() -> None:
    assert read("alliance.name", "2026") == "2026"


def test_variables_of_other_programs_are_left_alone() -> None:
    assert load(None, TOKEN_ONLY | {"PATH": "/bin", "TELEGRAM__TOKEN": "x"}) == load(
        None, TOKEN_ONLY
    )


def test_models_cannot_be_changed() -> None:
    config = load(None, TOKEN_ONLY)
    with pytest.raises(ValidationError):
        config.log.level = "debug"


def test_loading_the_configuration_imports_nothing_heavy() -> None:
    code = "import sys, bot.config.config; print(*sys.modules)"
    modules = subprocess.check_output([sys.executable, "-c", code], text=True, cwd=EXAMPLE.parent)
    assert "bot.config.sections" in modules.split()
    assert not {"aiogram", "aiohttp", "aiosqlite", "babel", "rich"} & set(modules.split())


# --- the values ---


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("telegram.api_url", "http://127.0.0.1:8081/", "http://127.0.0.1:8081"),
        ("telegram.proxy", "", None),
        ("web.listen", "127.0.0.1:8090", Address("127.0.0.1", 8090)),
        ("web.listen", "", None),
        ("web.url", "https://meeting.example.org/", "https://meeting.example.org"),
        ("web.url", "http://127.0.0.1:8090", "http://127.0.0.1:8090"),
        ("webhook.listen", "0.0.0.0:0", Address("0.0.0.0", 0)),  # noqa: S104 - a value to parse
        ("webhook.listen", "[::1]:8080", Address("::1", 8080)),
        ("webhook.url", "http://localhost:8080/hook", "http://localhost:8080/hook"),
        ("webhook.url", "http://[::1]:8080/hook", "http://[::1]:8080/hook"),
        *[
            ("webhook.url", f"https://h{port}/hook", f"https://h{port}/hook")
            for port in ("", ":443", ":80", ":88", ":8443")
        ],
        ("alliance.name", "  Альянс  ", "Альянс"),
        ("alliance.time_zone", "Europe/Moscow", ZoneInfo("Europe/Moscow")),
        ("alliance.group", "-1001234567890", -1001234567890),
        ("alliance.group", "", None),
        ("alliance.consent_version", "2", 2),
        ("storage.path", "/srv/bot.db", Path("/srv/bot.db")),
        ("delivery.per_second", "1000", 1000),
        ("delivery.per_chat_second", "0.5", 0.5),
        ("reminders.event_leads", "[]", ()),
        (
            "reminders.event_leads",
            '["15m", "1d12h", "2h"]',
            (timedelta(hours=36), timedelta(hours=2), timedelta(minutes=15)),
        ),
        ("reminders.quiet_hours", "23:30-07:15", QuietHours(time(23, 30), time(7, 15))),
        ("reminders.quiet_hours", "22:00–09:00", QuietHours(time(22), time(9))),
        ("reminders.quiet_hours", "", None),
        ("invitations.valid_for", "12h", timedelta(hours=12)),
    ],
)
def test_a_well_formed_value_is_read(key: str, text: str, value: object) -> None:
    assert read(key, text) == value


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("events.promote_until", "3d", timedelta(days=3)),
        ("events.offer_for", "90m", timedelta(minutes=90)),
        ("events.call_from", "47h", timedelta(hours=47)),
        ("events.question_lead", "30h", timedelta(hours=30)),
        ("events.question_lead", "", None),
    ],
)
def test_how_the_waitlist_moves_is_set(key: str, text: str, value: object) -> None:
    assert read(key, text) == value


def test_the_waitlist_has_its_defaults() -> None:
    events = load(None, TOKEN_ONLY).events
    hours = [events.promote_until, events.offer_for, events.call_from, events.question_lead]
    assert hours == [timedelta(hours=n) for n in (48, 4, 12, 24)]


@pytest.mark.parametrize(
    "environ",
    [
        {"call_from": "48h"},
        {"call_from": "3d"},
        {"promote_until": "12h"},
        {"promote_until": "6h"},
        {"promote_until": "6h", "call_from": "7h"},
    ],
)
def test_the_call_comes_after_the_offers(environ: dict[str, str]) -> None:
    given = {variable(f"events.{key}"): text for key, text in environ.items()}
    problem = "events.call_from must be shorter than events.promote_until"
    assert problem in refusal(None, TOKEN_ONLY | given)


@pytest.mark.parametrize("key", ["promote_until", "offer_for", "call_from", "question_lead"])
@pytest.mark.parametrize("text", ["soon", "0h", "-1h", "12"])
def test_an_hour_of_the_waitlist_that_is_none_is_refused(key: str, text: str) -> None:
    assert f"events.{key}" in refusal(None, TOKEN_ONLY | {variable(f"events.{key}"): text})


@pytest.mark.parametrize("scheme", ["http", "socks4", "socks5"])
def test_a_proxy_may_be_of_four_kinds(scheme: str) -> None:
    proxy = load(
        None, TOKEN_ONLY | {"ALLIANCE_TELEGRAM__PROXY": f"{scheme}://u:pw@host:1080"}
    ).telegram.proxy
    assert proxy is not None
    assert proxy.get_secret_value() == f"{scheme}://u:pw@host:1080"


def ways(**settings: str) -> list[tuple[str, str | None]]:
    """Return every way to Telegram, with the passwords."""
    given = {variable(f"telegram.{key}"): text for key, text in settings.items()}
    found = load(None, TOKEN_ONLY | given).telegram.ways
    return [
        (way.api_url, None if way.proxy is None else way.proxy.get_secret_value()) for way in found
    ]


def test_there_is_one_way_to_telegram_unless_more_are_set() -> None:
    assert ways() == [("https://api.telegram.org", None)]
    assert ways(api_url="http://own:1", proxy="http://p:2") == [("http://own:1", "http://p:2")]


def test_several_proxies_and_servers_are_tried_in_the_order_in_which_they_are_written() -> None:
    assert ways(proxies='["socks5://a:1", "direct", "http://b:2"]') == [
        ("https://api.telegram.org", "socks5://a:1"),
        ("https://api.telegram.org", None),
        ("https://api.telegram.org", "http://b:2"),
    ]
    assert ways(proxies='["http://a:1", "direct"]', api_urls='["http://x", "http://y"]') == [
        ("http://x", "http://a:1"),
        ("http://x", None),
        ("http://y", "http://a:1"),
        ("http://y", None),
    ]


@pytest.mark.parametrize(
    ("settings", "problem"),
    [
        (
            {"proxy": "http://a:1", "proxies": '["http://b:2"]'},
            "telegram.proxies does not name telegram.proxy",
        ),
        (
            {"api_url": "http://own:1", "api_urls": '["http://other:1"]'},
            "telegram.api_urls does not name telegram.api_url",
        ),
        ({"proxies": '["http://a:1", "http://a:1"]'}, "names the same value twice"),
        ({"proxies": '["http://a:1", "b:2"]'}, "telegram.proxies, entry 2, has the wrong form"),
        ({"api_urls": '["own"]'}, "telegram.api_urls, entry 1, has the wrong form"),
        ({"proxies": "http://a:1"}, "telegram.proxies has the wrong form"),
        ({"proxy": "direct"}, "telegram.proxy has the wrong form"),
    ],
)
def test_ways_that_contradict_each_other_are_refused(
    settings: dict[str, str], problem: str
) -> None:
    given = {variable(f"telegram.{key}"): text for key, text in settings.items()}
    assert problem in refusal(None, TOKEN_ONLY | given)


def test_the_one_proxy_may_stand_among_the_several() -> None:
    found = ways(proxy="http://a:1", proxies='["http://b:2", "http://a:1"]')
    assert [proxy for _, proxy in found] == ["http://b:2", "http://a:1"]


def test_the_name_of_a_way_holds_no_account() -> None:
    proxies = '["socks5://anna:hunter2@host:1080", "http://[::1]:3128", "direct"]'
    found = load(None, TOKEN_ONLY | {"ALLIANCE_TELEGRAM__PROXIES": proxies}).telegram
    assert [way.name for way in found.ways] == [
        "https://api.telegram.org through socks5://host:1080",
        "https://api.telegram.org through http://[::1]:3128",
        "https://api.telegram.org",
    ]
    assert "hunter2" not in f"{found!r} {found.ways!r}"


@pytest.mark.parametrize(
    ("key", "text"),
    [
        *[("web.listen", text) for text in ("8090", "localhost", ":8090", "host:65536")],
        *[
            ("telegram.token", text)
            for text in ("", TOKEN + "\n", "123456789", "12:" + "A" * 35, TOKEN[:39])
        ],
        *[
            ("telegram.api_url", text)
            for text in (
                "",
                "api.telegram.org",
                "ftp://host",
                "https://host/?a=b",
                "https://u@host",
            )
        ],
        *[
            ("telegram.proxy", text)
            for text in ("socks5://host", "ftp://host:1", "socks5://:1080", "http://u:p:w@host:pw")
        ],
        *[("announcements.undo_seconds", value) for value in (-1, 601, 1.5, True, "30s")],
        ("announcements.second_yes", "perhaps"),
        ("telegram.mode", "push"),
        *[
            ("webhook.listen", text)
            for text in ("8080", "localhost", ":8080", "host:65536", "u@host:1", "host:80/path")
        ],
        *[
            ("web.url", text)
            for text in ("http://meeting.example.org", "https://h/path", "https://h?x", "meeting")
        ],
        *[
            ("webhook.url", text)
            for text in (
                "http://bot.example.org/hook",
                "http://10.0.0.1/hook",
                "https://",
                "https://h/#x",
                "https://h/a b",
                "https://bot.example.org:8080/hook",
                "https://localhost:8080/hook",
            )
        ],
        *[("webhook.secret", text) for text in ("a" * 15, "a" * 257, "секретсекретсекрет")],
        *[("alliance.name", text) for text in ("", " ", "a" * 101, "two\nlines")],
        *[("alliance.time_zone", text) for text in ("", "Asia", "../etc/passwd", "a" * 300)],
        ("alliance.language", "de"),
        *[
            ("alliance.administrators", text)
            for text in ("1", "1,2", "[0]", "[-5]", "[1, 1]", "[true]", '["x"]', f"[{2**52}]")
        ],
        *[
            (f"alliance.{key}", text)
            for key in ("group", "council_group", "channel")
            for text in ("0", "5", "@name", "-1.5")
        ],
        ("alliance.privacy_url", "example.org"),
        ("alliance.consent_version", "0"),
        ("storage.path", ""),
        *[("delivery.per_second", text) for text in ("0.9", "1001", "nan", "inf", "fast")],
        *[("delivery.per_chat_second", text) for text in ("0", "nan")],
        ("delivery.per_group_minute", "0"),
        *[("delivery.max_attempts", text) for text in ("0", "101", "1.5")],
        *[
            ("reminders.event_leads", text)
            for text in ('["1w"]', '["0m"]', '[""]', '["1d", "24h"]', "[90]", '["99999d"]', "1d")
        ],
        *[
            ("reminders.quiet_hours", text)
            for text in ("22:00", "22-9", "24:00-09:00", "09:00-09:00")
        ],
        *[("invitations.valid_for", text) for text in ("", "-1d", "30", "h", "2h1d", "1d ")],
        ("log.level", "loud"),
        ("log.format", "xml"),
    ],
)
def test_a_bad_value_is_refused_with_its_place_its_key_and_a_remedy(key: str, text: str) -> None:
    words = refusal(None, TOKEN_ONLY | {variable(key): text})
    assert re.fullmatch(rf"{variable(key)}: {re.escape(key)}\b.+: .+", words)
    assert in_english(remedy_of(known_keys()[key])) in words


@pytest.mark.parametrize(
    "line", ["administrators = [true]", "consent_version = true", "name = 7", "time_zone = 5"]
)
def test_a_value_of_another_kind_is_refused(write: Write, line: str) -> None:
    key = line.partition(" ")[0]
    assert f"config.toml: alliance.{key}" in refusal(write(f"[alliance]\n{line}"), TOKEN_ONLY)


def test_one_bad_entry_of_a_list_is_counted_out() -> None:
    words = refusal(None, TOKEN_ONLY | {"ALLIANCE_ALLIANCE__ADMINISTRATORS": "[1, -2, 3]"})
    assert "alliance.administrators, entry 2, is out of range" in words


# --- the webhook ---


def test_webhook_mode_asks_for_its_url_and_secret() -> None:
    url, secret = refusal(None, TOKEN_ONLY | {"ALLIANCE_TELEGRAM__MODE": "webhook"}).splitlines()
    assert "webhook.url is missing" in url
    assert "webhook.secret is missing" in secret


@pytest.mark.parametrize(
    ("url", "path"),
    [("https://bot.example.org/telegram/hook", "/telegram/hook"), ("https://bot.example.org", "/")],
)
def test_the_webhook_path_comes_from_its_url(url: str, path: str) -> None:
    config = load(
        None,
        TOKEN_ONLY
        | {
            "ALLIANCE_TELEGRAM__MODE": "webhook",
            "ALLIANCE_WEBHOOK__URL": url,
            "ALLIANCE_WEBHOOK__SECRET": "s" * 16,
        },
    )
    assert config.webhook.path == path


# --- refusals ---


def test_each_problem_has_its_own_line(write: Write) -> None:
    words = refusal(write('[log]\nlevel = "loud"\nformat = "xml"'), {"ALLIANCE_X": ""})
    assert len(words.splitlines()) == 4
    assert "telegram.token is missing" in words


def test_without_a_file_the_refusal_says_how_to_begin() -> None:
    assert refusal() == (
        "config.toml (copy config.example.toml to begin): telegram.token is missing: copy it from "
        "@BotFather, it looks like 123456789:AAE… (or set ALLIANCE_TELEGRAM__TOKEN)"
    )


@pytest.mark.parametrize(
    ("text", "unknown", "meant"),
    [
        ("[telegram]\ntokn = 1", "telegram.tokn", "telegram.token"),
        ("[log]\ntime_zone = 1", "log.time_zone", "alliance.time_zone"),
        ('name = "x"', "name", "alliance.name"),
        ("[reminder]", "reminder", "reminders"),
    ],
)
def test_an_unknown_key_is_named_with_the_nearest_known_one(
    write: Write, text: str, unknown: str, meant: str
) -> None:
    words = refusal(write(text), TOKEN_ONLY)
    assert f"config.toml: {unknown} is not a setting of the bot: did you mean {meant}?" in words


def test_an_unknown_key_like_no_other_is_to_be_removed(write: Write) -> None:
    assert "zzz is not a setting of the bot: remove it" in refusal(write("zzz = 1"), TOKEN_ONLY)


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("ALLIANCE_TELEGRAM__TOKN", "ALLIANCE_TELEGRAM__TOKEN"),
        ("ALLIANCE_TOKEN", "ALLIANCE_TELEGRAM__TOKEN"),
        ("ALLIANCE_LOG_LEVEL", "ALLIANCE_LOG__LEVEL"),
        ("alliance_log__level", "ALLIANCE_LOG__LEVEL"),
    ],
)
def test_an_unknown_variable_is_named_with_the_nearest_known_one(name: str, meant: str) -> None:
    words = refusal(None, TOKEN_ONLY | {name: "x"})
    assert words == f"{name} is not a setting of the bot: did you mean {meant}?"


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Yekaterinburg", "Asia/Yekaterinburg"),
        ("Asia/Ekaterinburg", "Asia/Yekaterinburg"),
        ("europe/moscow", "Europe/Moscow"),
        ("America/New York", "America/New_York"),
    ],
)
def test_an_unknown_time_zone_gets_the_nearest_one_suggested(name: str, meant: str) -> None:
    words = refusal(None, TOKEN_ONLY | {"ALLIANCE_ALLIANCE__TIME_ZONE": name})
    assert f"is not a known time zone (did you mean {meant}?)" in words


def test_a_value_where_a_section_belongs_is_refused(write: Write) -> None:
    words = refusal(write("log = 7"), TOKEN_ONLY | {"ALLIANCE_LOG__LEVEL": "info"})
    assert words.endswith("log is not a section: write [log] on a line of its own")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("[log]\nlevel = info", "line 2"),
        ("[log]\n[log]", "line 2"),
        ('[log]\nlevel = "info', "last line"),
    ],
)
def test_text_that_is_not_toml_is_refused_with_its_line(
    write: Write, text: str, place: str
) -> None:
    words = refusal(write(text), TOKEN_ONLY)
    assert re.search(rf"config\.toml: at (the )?{place} the text is not TOML: put words", words)


def test_a_named_file_that_does_not_exist_is_refused(folder: Path) -> None:
    assert "nowhere.toml does not exist" in refusal(folder / "nowhere.toml", TOKEN_ONLY)


def test_a_folder_is_refused(folder: Path) -> None:
    assert "is a folder: name the file in it" in refusal(folder, TOKEN_ONLY)


def test_another_encoding_than_utf_8_is_refused(folder: Path) -> None:
    file = folder / "config.toml"
    file.write_text('[alliance]\nname = "Альянс"', encoding="cp1251")
    assert "is not in UTF-8: save it again" in refusal(file, TOKEN_ONLY)


def test_a_file_that_may_not_be_read_is_refused(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(*_: object) -> str:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_text", denied)  # the tests may run as root, who may read all
    told = refusal(write(""), TOKEN_ONLY)
    assert "config.toml cannot be read (Permission denied)" in told
    assert "sudo" in told, "once the bot is a service, the file belongs to its user"


# --- secrets ---


@pytest.mark.parametrize(
    "key", ["telegram.token", "telegram.proxy", "telegram.proxies", "webhook.secret"]
)
def test_a_refused_secret_is_neither_in_the_words_nor_in_the_traceback(key: str) -> None:
    secret = "http://user:hun:ter2@host:hunter2"
    secret = f'["{secret}"]' if key.endswith("s") else secret
    with pytest.raises(BadConfiguration) as refused:
        load(None, TOKEN_ONLY | {variable(key): secret})
    assert "hun" not in "".join(traceback.format_exception(refused.value)) + repr(refused.value)
    assert refused.value.__context__ is None


def test_a_config_never_shows_its_secrets() -> None:
    secrets = {
        "ALLIANCE_TELEGRAM__PROXY": "socks5://user:hunter2@host:1080",
        "ALLIANCE_TELEGRAM__PROXIES": '["socks5://user:hunter2@host:1080"]',
        "ALLIANCE_WEBHOOK__SECRET": "hunter2-hunter2-hunter2",
    }
    config = load(None, TOKEN_ONLY | secrets)
    shown = f"{config!r} {config!s} {config.model_dump()} {config.model_dump_json()}"
    assert "hunter2" not in shown
    assert TOKEN.partition(":")[2] not in shown


# --- backups ---


def test_backups_are_off_without_a_folder() -> None:
    assert load(None, TOKEN_ONLY).backup.folder is None


def test_a_folder_for_backups_asks_for_a_pass_phrase() -> None:
    shown = refusal(environ=TOKEN_ONLY | {"ALLIANCE_BACKUP__FOLDER": "backups"})
    assert "backup.phrase is missing" in shown
    assert "(or set ALLIANCE_BACKUP__PHRASE)" in shown


@pytest.mark.parametrize("phrase", ["hunter2", " hunter2 hunter2", "hunter2\nhunter2"])
def test_a_pass_phrase_that_is_short_or_cannot_be_typed_is_refused_and_not_shown(
    phrase: str,
) -> None:
    shown = refusal(environ=TOKEN_ONLY | {"ALLIANCE_BACKUP__PHRASE": phrase})
    assert "backup.phrase has the wrong form: make up" in shown
    assert "hunter2" not in shown


def test_backups_do_not_lie_beside_the_keys_of_secret_votes() -> None:
    environ = {"ALLIANCE_BACKUP__FOLDER": "var", "ALLIANCE_BACKUP__PHRASE": "five words on paper"}
    shown = refusal(environ=TOKEN_ONLY | environ)
    assert "backup.folder has the database and its keys: write a folder of their own" in shown


# --- config.example.toml ---


def example_keys() -> list[tuple[str, bool, str]]:
    """Each key of the example in dotted form, whether it is switched off, and its line."""
    section, found = "", []
    for line in EXAMPLE.read_text(encoding="utf-8").splitlines():
        if header := re.fullmatch(r"\[([\w.]+)\]", line):
            section = header[1]
        elif key := KEY_LINE.fullmatch(line):
            found.append((f"{section}.{key[2]}", bool(key[1]), line.removeprefix("# ")))
    return found


def documented() -> list[str]:
    """Every key but one that only configurations of earlier releases have."""
    return [key for key in known_keys() if key != "alliance.consent_version"]


def test_the_example_documents_every_key_exactly_once_in_the_order_of_the_models() -> None:
    assert [key for key, _, _ in example_keys()] == documented()


def test_the_example_switches_off_exactly_the_keys_without_a_default() -> None:
    off = {key for key, is_off, _ in example_keys() if is_off}
    assert off == {
        key
        for key, field in known_keys().items()
        if not field.is_required() and field.default is None
    }


def test_the_example_shows_the_true_defaults() -> None:
    assert load(EXAMPLE, TOKEN_ONLY) == load(None, TOKEN_ONLY)
    shown = tomllib.loads(EXAMPLE.read_text(encoding="utf-8"))
    assert set(shown) == set(Config.model_fields)


def test_the_example_asks_for_the_token_first() -> None:
    assert "telegram.token has the wrong form: copy it from @BotFather" in refusal(EXAMPLE)


def test_what_the_example_has_switched_off_works_when_switched_on(write: Write) -> None:
    text = EXAMPLE.read_text(encoding="utf-8")
    file = write("\n".join(KEY_LINE.sub(r"\2 = \3", line) for line in text.splitlines()))
    config = load(file, TOKEN_ONLY | {"ALLIANCE_BACKUP__PHRASE": "five words of our own choice"})
    assert config.alliance.group == -1001234567890
    assert config.webhook.path == "/telegram"
    with pytest.raises(BadConfiguration, match=r"backup\.phrase"):  # nobody shares a phrase with us
        load(file, TOKEN_ONLY)


def test_every_key_of_the_example_has_a_comment_above_it() -> None:
    lines = EXAMPLE.read_text(encoding="utf-8").splitlines()
    keys, above = [], []
    for number, line in enumerate(lines):
        if match := KEY_LINE.fullmatch(line):
            keys.append(match[2])
            above.append(lines[number - 1])
    assert len(keys) == len(documented())
    ways = keys.index("title"), len(keys) - keys[::-1].index("tells_members")
    explained = {key for key, line in zip(keys, above, strict=True) if line.startswith("# ")}
    for number, (key, line) in enumerate(zip(keys, above, strict=True)):
        if number in range(*ways):  # ways of voting have the same keys, explained in the first
            assert key in explained
        else:
            assert line.startswith("# "), key


# --- how the alliance votes ---


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("last_call", "45m", timedelta(minutes=45)),
        ("statements_for", "2d", timedelta(days=2)),
        ("minutes_within", "5d", timedelta(days=5)),
        ("last_call", "", None),
        ("recusal", "leaves the base (Устав, п. 5.7)", Recusal(True, "Устав, п. 5.7")),
        ("correspondence", "Устав, п. 5.9", "Устав, п. 5.9"),
        ("motion.body", "general", "general"),
        ("motion.duration", "90d", timedelta(days=90)),
        ("motion.live", "true", True),
        ("election.seats", "7", 7),
        (
            "motion.quorum",
            "at least 2/5 (Устав, п. 5.1 (в))",
            Quorum(Share(2, 5, Bound.AT_LEAST), "Устав, п. 5.1 (в)"),
        ),
        (
            "admission.majority",
            "at least 3/4 of all (Устав, п. 3.4)",
            Majority(Share(3, 4, Bound.AT_LEAST), Base.ENTITLED, "Устав, п. 3.4"),
        ),
        (
            "charter.majority",
            "more than 1/2 of votes cast (Устав)",
            Majority(MORE_THAN_HALF, Base.CAST, "Устав"),
        ),
    ],
)
def test_a_rule_of_voting_is_read_with_its_clause(key: str, text: str, value: object) -> None:
    assert read(f"voting.{key}", text) == value


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("last_call", "soon"),
        ("statements_for", "31d"),
        ("minutes_within", "91d"),
        ("recusal", "stays in the base"),
        ("recusal", "stays (7-ФЗ, ст. 27)"),
        ("motion.title", ""),
        ("motion.body", "everybody"),
        ("motion.secrecy", "open"),
        ("motion.mode", "online"),
        ("motion.quorum", "more than 1/2"),
        ("motion.quorum", "more than 1/2 ()"),
        ("motion.quorum", "1/2 (Устав)"),
        ("motion.quorum", "more than 1/1 (Устав)"),
        ("motion.quorum", "at least 0/2 (Устав)"),
        ("motion.quorum", "at least 3/2 (Устав)"),
        ("motion.quorum", "at least 1/0 (Устав)"),
        ("motion.quorum", f"more than 1/2 ({'п' * 201})"),
        ("motion.quorum", "7"),
        ("admission.majority", "more than 1/2 (Устав)"),
        ("admission.majority", "more than 1/2 of members (Устав)"),
        ("admission.majority", "more than 1/2 of participants"),
        ("charter.duration", "91d"),
        ("charter.duration", "0m"),
        ("charter.closes_when_all_voted", "perhaps"),
        ("election.live", "true"),
        ("election.seats", "0"),
        ("election.seats", "51"),
        ("election.seats", "true"),
    ],
)
def test_a_bad_rule_of_voting_is_refused_with_its_key_and_a_remedy(key: str, text: str) -> None:
    full = f"voting.{key}"
    words = refusal(None, TOKEN_ONLY | {variable(full): text})
    assert words.startswith(f"{variable(full)}: {full} ")
    assert words.endswith(in_english(remedy_of(known_keys()[full])))


def test_a_rule_that_the_file_leaves_out_is_the_usual_one(write: Write) -> None:
    text = '[voting.admission]\nmajority = "at least 2/3 of participants (Устав, п. 3.4)"'
    voting = load(write(text), TOKEN_ONLY).voting
    assert voting.admission.majority.share == AT_LEAST_TWO_THIRDS
    assert voting.admission.quorum == Quorum(MORE_THAN_HALF, "7-ФЗ, ст. 29, п. 4")
    assert voting.motion.majority.share == MORE_THAN_HALF


def test_an_unknown_way_of_voting_is_named_with_the_nearest_known_one(write: Write) -> None:
    words = refusal(write('[voting.admision]\nbody = "council"'), TOKEN_ONLY)
    assert "voting.admision is not a setting of the bot: did you mean voting.admission?" in words
    words = refusal(write('[voting.motion]\nquorrum = "x"'), TOKEN_ONLY)
    assert "voting.motion.quorrum is not a setting of the bot: did you mean" in words
    assert "voting.motion.quorum" in words


def test_each_preset_makes_a_plan_that_breaks_no_rule() -> None:
    now = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
    presets = load(None, TOKEN_ONLY).voting.presets
    assert [preset.name for preset in presets] == ["motion", "admission", "election", "charter"]
    for preset in presets:
        people = (
            ()
            if preset.kind is PollKind.MOTION
            else (Candidate(CandidateId(1), "А", None, MemberId(1)),)
        )
        plan = preset.plan("Вопрос", now, people).checked(now)
        assert plan.preset == preset.name
        assert plan.closes_at == now + preset.duration


def test_the_council_votes_by_correspondence_and_the_general_meeting_meets() -> None:
    """A vote of days is by correspondence (ГК 181.2 п. 1.1), and says so unless it is changed."""
    presets = load(None, TOKEN_ONLY).voting.presets
    council = [one.mode for one in presets if one.body is Body.COUNCIL]
    general = [one.mode for one in presets if one.body is Body.GENERAL]
    assert council == [Mode.CORRESPONDENCE] * 2
    assert general == [Mode.MEETING] * 2


def test_what_belongs_to_the_highest_body_is_decided_by_correspondence_only_by_its_clause() -> None:
    now = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
    by_post = {"ALLIANCE_VOTING__CHARTER__MODE": "correspondence"}
    charter = load(None, TOKEN_ONLY | by_post).voting.presets[3]
    with pytest.raises(CorrespondenceForbidden):
        charter.plan("Вопрос", now).checked(now)
    allowed = {"ALLIANCE_VOTING__CORRESPONDENCE": "Устав, п. 5.9"}
    charter = load(None, TOKEN_ONLY | by_post | allowed).voting.presets[3]
    assert charter.plan("Вопрос", now).checked(now).rules.correspondence == "Устав, п. 5.9"

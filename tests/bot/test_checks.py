import asyncio
import errno
import os
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, closing
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from functools import partial
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot import checks
from bot.app import running
from bot.checks import check, check_clock, check_database, check_program, check_token, check_webhook
from bot.clock import SteadyClock
from bot.config.config import Config
from bot.config.values import Address
from bot.connection import ClockWrong
from handlers.pipeline.telegram import bot_for
from handlers.ui import fluent
from handlers.ui.fluent import Words
from storage.engine.database import connect, prepare
from storage.engine.locks import InstanceLock
from tests.clocks import FixedClock
from tests.outages import (
    NOT_CONNECTED,
    STRANGE_ANSWERS,
    answering,
    broken_road,
    closed_port,
    proxy_of_ones_own,
)
from tests.processes import a_free_port
from tests.wording import Shown, in_english, shown

NOW = datetime(2026, 12, 1, 9, 30, tzinfo=UTC)
TOKEN = "123456789:AAEabcdefghijklmnopqrstuvwxyz0123456"
URL = "https://bot.example.org/telegram"


class Telegram:
    """A Telegram that says of the token, the webhook and the time what a test wants."""

    def __init__(self) -> None:
        self.token = TOKEN
        self.webhook = {"url": "", "has_custom_certificate": False, "pending_update_count": 0}
        self.now = NOW

    async def answer(self, request: web.Request) -> web.Response:
        headers = {"Date": format_datetime(self.now, usegmt=True)}
        if not request.path.startswith("/bot"):
            return web.Response(status=302, headers=headers | {"Location": "/elsewhere"})
        if request.path.split("/")[1] != f"bot{self.token}":
            refusal = {"ok": False, "error_code": 401, "description": "Unauthorized"}
            return web.json_response(refusal, status=401, headers=headers)
        results = {
            "getMe": {"id": 1, "is_bot": True, "first_name": "A", "username": "alliance_bot"},
            "getWebhookInfo": self.webhook,
        }
        result = results[request.path.rpartition("/")[2]]
        return web.json_response({"ok": True, "result": result}, headers=headers)


@asynccontextmanager
async def listening(
    answer: Callable[[web.Request], Awaitable[web.StreamResponse]],
) -> AsyncIterator[str]:
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", answer)
    async with TestServer(app) as server:
        yield str(server.make_url("")).rstrip("/")


def configured(path: Path, url: str, mode: str = "polling", *, proxy: str | None = None) -> Config:
    return Config.model_validate(
        {
            "telegram": {"token": TOKEN, "api_url": url, "mode": mode, "proxy": proxy},
            "webhook": {"url": URL, "secret": "s" * 20},
            "storage": {"path": path / "alliance.sqlite3"},
        }
    )


async def findings(config: Config) -> dict[str, Shown]:
    return {finding.subject: shown(finding) async for finding in check(config, FixedClock(NOW))}


async def seen(path: Path, telegram: Telegram, mode: str = "polling") -> dict[str, Shown]:
    async with listening(telegram.answer) as url:
        return await findings(configured(path, url, mode))


async def test_when_all_is_well_no_remedy_is_offered(tmp_path: Path) -> None:
    found = await seen(tmp_path, Telegram())

    assert list(found) == ["program", "database", "token", "webhook", "clock"]
    assert {finding.remedy for finding in found.values()} == {""}
    assert "@alliance_bot" in found["token"].seen


async def test_a_port_is_free_or_taken_by_another_program_or_by_the_bot_itself(
    tmp_path: Path,
) -> None:
    port = a_free_port()
    bare = configured(tmp_path, "http://127.0.0.1:9")
    web = bare.web.model_copy(update={"listen": Address("127.0.0.1", port)})
    config = bare.model_copy(update={"web": web})

    found = await findings(config)
    assert (found["port"].seen, found["port"].remedy) == (f"127.0.0.1:{port} is free", "")

    taken = await asyncio.start_server(lambda *_: None, "127.0.0.1", port)
    async with taken:
        found = await findings(config)
        assert "web.listen: 127.0.0.1" in found["port"].seen
        assert "choose another port" in found["port"].remedy

        config.storage.path.touch()
        with InstanceLock(config.storage.path):
            found = await findings(config)
    assert "taken by the bot itself" in found["port"].seen
    assert found["port"].remedy == ""


async def test_a_token_that_telegram_does_not_know_is_to_be_copied_again(tmp_path: Path) -> None:
    telegram = Telegram()
    telegram.token = "another"
    found = await seen(tmp_path, telegram)

    assert found["token"].remedy == "copy telegram.token from @BotFather again"


async def test_polling_wants_no_webhook(tmp_path: Path) -> None:
    telegram = Telegram()
    telegram.webhook["url"] = URL
    found = await seen(tmp_path, telegram)

    assert URL in found["webhook"].seen
    assert found["webhook"].remedy


async def test_webhook_mode_wants_the_configured_address(tmp_path: Path) -> None:
    telegram = Telegram()
    assert (await seen(tmp_path, telegram, "webhook"))["webhook"].remedy

    telegram.webhook["url"] = URL
    assert not (await seen(tmp_path, telegram, "webhook"))["webhook"].remedy


async def test_calls_that_do_not_arrive_are_told_with_telegrams_reason(tmp_path: Path) -> None:
    telegram = Telegram()
    telegram.webhook |= {"url": URL, "last_error_message": "Connection refused"}
    found = await seen(tmp_path, telegram, "webhook")

    assert "Connection refused" in found["webhook"].seen
    assert "webhook.listen" in found["webhook"].remedy


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(5, ""), (-4, ""), (7, "s ahead"), (-6, "s behind"), (3600, "3600 s ahead")],
)
async def test_a_clock_that_is_more_than_five_seconds_off_is_told(
    tmp_path: Path, seconds: int, words: str
) -> None:
    telegram = Telegram()
    telegram.now = NOW - timedelta(seconds=seconds)
    found = await seen(tmp_path, telegram)

    assert bool(found["clock"].remedy) == bool(words)
    assert words in found["clock"].seen


@pytest.mark.parametrize(("minutes", "words"), [(3, "180 s ahead of"), (-3, "180 s behind")])
async def test_no_bot_starts_by_a_clock_that_telegram_contradicts(
    tmp_path: Path, minutes: int, words: str
) -> None:
    """A vote would close too early, for good, or take ballots after its deadline."""
    telegram = Telegram()
    clock = SteadyClock(wall=lambda: NOW + timedelta(minutes=minutes), passed=lambda: 0.0)
    async with listening(telegram.answer) as url:
        config = configured(tmp_path, url)
        with pytest.raises(ClockWrong) as refused:
            async with running(config, clock):
                pass

    assert words in in_english(refused.value.sentence)
    assert not config.storage.path.exists()


@pytest.mark.parametrize("seconds", [-119, 0, 119])
async def test_a_bot_starts_by_a_clock_that_is_nearly_right(tmp_path: Path, seconds: int) -> None:
    clock = SteadyClock(wall=lambda: NOW + timedelta(seconds=seconds), passed=lambda: 0.0)
    async with listening(Telegram().answer) as url, running(configured(tmp_path, url), clock):
        assert (tmp_path / "alliance.sqlite3").exists()


async def test_a_bot_that_cannot_ask_for_the_time_starts_all_the_same(tmp_path: Path) -> None:
    async with listening(Telegram().answer) as url:
        pass  # it has stopped
    async with running(configured(tmp_path, url), SteadyClock(wall=lambda: NOW)):
        assert (tmp_path / "alliance.sqlite3").exists()


async def test_a_telegram_that_is_not_there_is_told_without_the_token(tmp_path: Path) -> None:
    async with listening(Telegram().answer) as url:
        pass  # it has stopped
    found = await findings(configured(tmp_path, url))

    for subject in ("token", "webhook", "clock"):
        assert "telegram.proxy" in found[subject].remedy
        assert TOKEN not in found[subject].seen


async def test_a_server_that_is_no_bot_api_is_told(tmp_path: Path) -> None:
    async def hello(_request: web.Request) -> web.Response:
        return web.Response(text="Welcome to nginx!", headers={"Date": "soon"})

    async with listening(hello) as url:
        found = await findings(configured(tmp_path, url))

    assert "telegram.api_url" in found["token"].remedy
    assert "no date" in found["clock"].seen


@asynccontextmanager
async def asked(config: Config) -> AsyncIterator[list[Shown]]:
    """Yield what depends on Telegram."""
    bot = bot_for(config)
    async with await bot.session.create_session():  # type: ignore[attr-defined]  # of aiohttp's only
        yield [
            shown(await check_token(bot)),
            shown(await check_webhook(bot, config)),
            shown(await check_clock(bot, config, FixedClock(NOW))),
        ]


@pytest.mark.parametrize("fault", NOT_CONNECTED)
async def test_a_telegram_that_cannot_be_reached_is_told_in_a_sentence(
    tmp_path: Path, fault: str
) -> None:
    async with (
        broken_road(fault) as road,
        asked(configured(tmp_path, road.url, proxy=road.proxy)) as found,
    ):
        for finding in found:
            assert finding.seen.startswith("Telegram cannot be reached (")
            assert TOKEN not in finding.seen
            assert "telegram.proxy" in finding.remedy


@pytest.mark.parametrize("answer", STRANGE_ANSWERS)
async def test_an_answer_that_is_not_telegrams_is_told_in_a_sentence(
    tmp_path: Path, answer: str
) -> None:
    async with (
        answering(STRANGE_ANSWERS[answer]) as port,
        asked(configured(tmp_path, f"http://127.0.0.1:{port}")) as found,
    ):
        for finding in found:
            assert "\n" not in finding.seen
            assert TOKEN not in finding.seen
            assert finding.remedy
        assert all("telegram.api_url" in finding.remedy for finding in found[:2])


async def test_each_of_several_ways_is_tried_and_the_bot_goes_by_one_that_works(
    tmp_path: Path,
) -> None:
    async with listening(Telegram().answer) as url, proxy_of_ones_own(account="a:hunter2") as good:
        dead = f"socks5://anna:hunter2@127.0.0.1:{closed_port()}"
        config = Config.model_validate(
            {
                "telegram": {"token": TOKEN, "api_url": url, "proxies": [dead, good.url, "direct"]},
                "storage": {"path": tmp_path / "alliance.sqlite3"},
            }
        )
        found = [shown(finding) async for finding in check(config, FixedClock(NOW))]

    first, second, third = (finding for finding in found if finding.subject == "way")
    assert "127.0.0.1" in first.seen
    assert "telegram.proxies" in first.remedy
    assert f"through socks5://127.0.0.1:{good.port} answers in 0." in second.seen
    assert not second.remedy
    assert third.seen.startswith(f"{url} answers in ")
    assert all("hunter2" not in f"{finding}" for finding in found)
    assert [finding.remedy for finding in found if finding.subject in {"token", "clock"}] == [
        ""
    ] * 2


def test_a_database_that_is_not_made_yet_is_well_and_stays_unmade(tmp_path: Path) -> None:
    finding = shown(check_database(tmp_path / "folder" / "alliance.sqlite3"))

    assert not finding.remedy
    assert list(tmp_path.iterdir()) == []


def test_a_database_in_use_is_well(tmp_path: Path) -> None:
    path = tmp_path / "alliance.sqlite3"
    prepare(path, NOW)
    with closing(connect(path)) as writer:
        writer.execute("BEGIN IMMEDIATE")

        assert shown(check_database(path)) == Shown("database", f"{path} is intact and up to date")


def test_a_database_that_the_next_start_will_migrate_is_well(tmp_path: Path) -> None:
    path = tmp_path / "alliance.sqlite3"
    sqlite3.connect(path).close()

    finding = shown(check_database(path))
    assert not finding.remedy
    assert "brings it up to date" in finding.seen


def test_a_database_of_a_newer_release_is_told(tmp_path: Path) -> None:
    path = tmp_path / "alliance.sqlite3"
    prepare(path, NOW)
    with closing(connect(path)) as db:
        db.execute("INSERT INTO migrations VALUES (9999, 'future', 'x', '2030')")

    finding = shown(check_database(path))
    assert "newer release" in finding.seen
    assert finding.remedy.startswith("install that release")


def test_a_damaged_database_is_to_be_restored(tmp_path: Path) -> None:
    path = tmp_path / "alliance.sqlite3"
    prepare(path, NOW)
    content = path.read_bytes()
    path.write_bytes(content[:8192] + b"\xff" * (len(content) - 8192))

    assert "restore" in shown(check_database(path)).remedy


def test_what_is_no_database_is_told(tmp_path: Path) -> None:
    path = tmp_path / "alliance.sqlite3"
    path.write_text("not a database at all" * 100)

    assert "restore" in shown(check_database(path)).remedy


def test_a_database_that_another_program_holds_need_not_be_restored(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "alliance.sqlite3"
    prepare(path, NOW)
    monkeypatch.setattr(sqlite3, "connect", partial(sqlite3.connect, timeout=0))
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("PRAGMA journal_mode = DELETE")
        other.execute("BEGIN EXCLUSIVE")
        finding = shown(check_database(path))

    assert "database is locked" in finding.seen
    assert "no other program" in finding.remedy
    assert "restore" not in finding.remedy


def test_a_disk_without_room_is_told_although_its_database_can_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "alliance.sqlite3"
    prepare(path, NOW)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "posix_fallocate", full)
    finding = shown(check_database(path))

    assert finding.seen == f"{tmp_path} takes nothing more (No space left on device)"
    assert "room" in finding.remedy


def test_a_database_of_another_user_is_told_with_whom_to_become(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "alliance.sqlite3"
    prepare(path, NOW)
    monkeypatch.setattr(os, "access", lambda *_: False)
    of_file = shown(check_database(path))
    monkeypatch.setattr(Path, "exists", closed)
    of_folder = shown(check_database(path))

    assert of_file == of_folder
    assert of_file.seen == f"{path} cannot be read by this user"
    assert "sudo -u" in of_file.remedy


def closed(path: Path) -> bool:
    """Do what a folder of another user does."""
    raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))


def test_the_program_is_whole() -> None:
    assert shown(check_program()) == Shown("program", "every form and every text is whole")


def test_a_form_that_cannot_be_built_is_found_before_somebody_opens_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken() -> None:
        raise ValueError("no such step")

    monkeypatch.setattr(checks, "table", broken)
    found = shown(check_program())

    assert found.seen == "it is damaged (ValueError: no such step)"
    assert found.remedy == "install the release again"


def test_a_text_that_does_not_read_is_found_before_somebody_is_told_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    words = Words("ru")
    words._sources["torn"] = "torn = { $count ->"
    monkeypatch.setattr(fluent, "words_of", {"ru": words, "en": Words("en")}.__getitem__)
    found = shown(check_program())

    assert found.seen == "it is damaged (MissingText: ru: torn)"

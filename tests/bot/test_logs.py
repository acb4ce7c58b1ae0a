import json
import logging
from pathlib import Path

import pytest
import structlog

from bot.logs import configure
from sandbox.server import Sandbox
from tests.alliance import TOKEN
from tests.processes import a_bot


def refuse(text: str) -> None:
    raise ConnectionError(text)


def break_with(text: str) -> None:
    try:
        refuse(text)
    except ConnectionError:
        structlog.get_logger("bot.x").exception("broke", chat=7)
        logging.getLogger("library").exception("broke too: %s", text)


@pytest.mark.parametrize("form", ["console", "json"])
def test_a_token_is_blotted_out_wherever_it_stands(
    form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    configure("debug", form)
    url = f"https://api.telegram.org/bot{TOKEN}/sendMessage"
    structlog.get_logger("bot.x").info(f"asked {url}", url=url, urls=[url], why=OSError(url))
    logging.getLogger("library").warning("asked %s", url)
    break_with(f"cannot connect to {url}")

    logged = capsys.readouterr().err

    assert logged.count("<token>") >= 7
    assert TOKEN not in logged
    assert TOKEN.partition(":")[2] not in logged
    assert logged.count("ConnectionError") >= 2, "the traceback is there"


def test_json_logs_are_one_object_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    configure("info", "json")
    structlog.get_logger("bot.x").info("привет", chat=7)
    logging.getLogger("library").info("hello %s", "you")
    structlog.get_logger("bot.x").debug("too fine")
    break_with("gone")

    first, second, *broken = map(json.loads, capsys.readouterr().err.splitlines())

    assert (first["event"], first["chat"], first["level"]) == ("привет", 7, "info")
    assert (second["event"], second["logger"]) == ("hello you", "library")
    assert ["Traceback" in entry["exception"] for entry in broken] == [True, True]


async def test_a_story_leaves_no_token_and_no_person_in_the_logs(
    sandbox: Sandbox, tmp_path: Path
) -> None:
    admin = sandbox.add_person(999, "Пелагея", "Незабудкина", "pelageya")
    settings = {"LOG__LEVEL": "debug", "ALLIANCE__ADMINISTRATORS": "[999]"}
    async with a_bot(tmp_path, sandbox.url, **settings) as bot:
        await bot.says("listening")
        await admin.says("/start")
        await admin.sees("согласие")
        await admin.taps("Даю согласие")
        await admin.sees("На каком языке")
        await admin.taps("Русский")
        await admin.sees("Добро пожаловать")
        await admin.says("/me")
        await admin.sees("Язык")
        await admin.taps("Скачать мои данные")
        await admin.sends_contact("+79001234567")
        await admin.says("/manage")
        await admin.sees("Впереди пока ничего")
        await admin.taps("Создать")
        await admin.sees("Как оно называется")
        await admin.says("Тайное собрание")
        await admin.watches(lambda chat: "Как оно называется" not in str(chat))
        bot.terminate()
        assert await bot.ends() == 0

    assert len(bot.log) > 200
    for secret in (TOKEN, TOKEN.partition(":")[2], "Пелагея", "Незабудкина", "pelageya"):
        assert secret not in bot.log
    assert "79001234567" not in bot.log
    assert "Тайное" not in bot.log

import asyncio
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace

import pytest
from aiohttp import ClientSession

import bot.demo
from bot.demo import play
from bot.demo.cast import DemoCast
from bot.demo.fiction import make_fiction
from bot.demo.prepared import SEATS, WANTING
from bot.demo.stage import CHAPTERS, Stage
from bot.demo.story import Story
from bot.demo.transcript import Transcript
from handlers.ui.texts import Value
from tests.keyboards import keyboard_of
from tests.screens import too_many_buttons


@pytest.fixture(autouse=True)
def quiet_logs(monkeypatch: pytest.MonkeyPatch) -> None:
    """The logs of the test run stay as they are."""
    monkeypatch.setattr(bot.demo, "configure", lambda *_: None)


@pytest.fixture
def taken_port() -> Iterator[int]:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


async def arrive(self: Story) -> DemoCast:
    """Play the first acts only: the alliance is invited, and a few join."""
    payloads = await self._gather()
    cast = replace(DemoCast.of(self._stage.actors, payloads), crowd=(), silent=())
    await self._join(cast)
    return cast


@pytest.mark.waits
def test_the_whole_story_ends_with_0_and_a_plain_transcript() -> None:
    command = [sys.executable, "-m", "bot", "demo", "--exit", "--port", "0", "--seed", "3"]
    environment = os.environ | {"PYTHONIOENCODING": "utf-8", "NO_COLOR": "1"}
    done = subprocess.run(
        command, capture_output=True, encoding="utf-8", env=environment, timeout=600, check=False
    )

    assert done.returncode == 0, done.stdout[-3000:] + done.stderr
    assert "\x1b" not in done.stdout
    story = done.stdout.replace("\N{NO-BREAK SPACE}", " ")
    chapters = re.findall(r"^(\d+)\. ", story, re.MULTILINE)
    assert chapters == [str(number) for number in range(1, CHAPTERS + 1)]
    for seen in (
        "120 организаций, 150 человек",
        "[Даю согласие]",
        "Welcome, ",
        "[Опубликовать]",
        "Приглашаем вас!",
        "You are invited!",
        "Доставлено: 100 из 100",
        "[✓ Возможно]",
        "Событие перенесли",
        "Заблокировали бота или удалили аккаунт: 1",
        "🔔 Уже завтра:",
        "🔔 Сегодня",
        "Это могут делать организаторы",
        "Вы ещё не с нами",
        "Места получили 20, в очередь встали 10",
        "Место нашлось: вы идёте!",
        "Освободилось место. Возьмёте?",
        "Уже отмечали",
        "Это не похоже на ИНН организации",
        "❓ Вопрос из совета о вашей заявке",
        "Проголосовали: 6 из 9, самоотводов: 1",
        "🔔 Вы ещё не проголосовали. Остался 1 день.",
        "⏳ Голосование скоро закончится",
        "«За» — 6, нужно 4 из 7",
        "«Мамин час» теперь в альянсе",
        "📜 Вам доверили голос.",
        "✅ Голос принят. Номер бюллетеня:",
        "Избрано: 5 из 5.",
        "Кворум есть: участвовали 66 из 121, нужно 61.",
        "🖼 картинка",
        "📎 Протокол 1-2026.pdf",
        "📎 Протокол 1-2026.docx",
        "Доставлено: 100 из 101",
        "✅ Объявление исправлено: Завтра в 12:00",
        "Всё прошло как надо",
    ):
        assert seen in story


async def test_what_people_do_not_see_ends_the_story_with_1(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("handlers.people.start.welcome", lambda *_: "???")
    monkeypatch.setattr("bot.demo.actors.PATIENCE", 1.0)
    code = await play(port=0, seed=1, story=True)
    told = capsys.readouterr().out

    assert code == 1
    expected, _, seen = told.partition("Вместо этого:")
    assert "/events" in expected.partition("Ожидалось:")[2]
    assert "???" in seen


async def test_a_bot_that_does_not_answer_a_tap_ends_the_story_with_1(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("bot.demo.actors.PATIENCE", 1.0)
    monkeypatch.setattr("handlers.people.start.keyboards.consent", lambda *_: None)
    code = await play(port=0, seed=1, exit_after=True)

    assert code == 1
    assert "see a button with 'Даю согласие'" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("language", "prepared", "hall"),
    [
        ("ru", "Обычный день альянса готов", "Большой зал"),
        ("en", "An ordinary day of the alliance is ready", "hall"),
    ],
)
async def test_a_prepared_day_has_something_of_everything_in_its_chats(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    language: str,
    prepared: str,
    hall: str,
) -> None:
    seen: dict[str, str] = {}
    crowded: list[str] = []

    async def read_and_leave(stage: Stage, cast: DemoCast) -> None:
        people = {
            "member": cast.crowd[-1],
            "councillor": cast.council[-1],
            "secretary": cast.council[1],
        }
        for part, actor in people.items():
            seen[part] = "\n".join(actor.received(0))
        for actor in (cast.organiser, *people.values()):
            for message in actor.person.chat():
                crowded.extend(too_many_buttons(keyboard_of(message)))
        ((_, address),) = stage.sandbox.world.links
        async with ClientSession() as visitor, visitor.get(address) as page:
            seen["house"] = await page.text()
        last = cast.crowd[WANTING - 1]
        await last.sees(last.words("event-waiting", number=WANTING - SEATS))
        os.kill(os.getpid(), signal.SIGTERM)

    monkeypatch.setattr(bot.demo, "_invite", read_and_leave)
    code = await play(port=0, seed=1, language=language)

    assert code == 0
    assert crowded == [], "eight buttons at most, beside turning and back"
    assert prepared in capsys.readouterr().out
    told = make_fiction(1)
    for title in (told.event.title, told.workshop.title):
        assert title in seen["member"]
    assert told.announcement.right in seen["member"]
    assert told.motions.open in seen["councillor"]
    assert told.applicant.about in seen["secretary"]
    assert hall in seen["house"]


async def test_a_port_that_is_taken_is_told_kindly(
    taken_port: int, capsys: pytest.CaptureFixture[str]
) -> None:
    code = await play(port=taken_port, seed=1, exit_after=True)
    told = capsys.readouterr()

    assert code == 1
    assert told.out == ""
    assert f"Порт {taken_port} занят" in told.err


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
async def test_after_the_story_people_are_named_and_a_signal_ends_the_demo_with_0(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], number: int
) -> None:
    invite = bot.demo._invite
    planned: list[str] = []

    async def invite_and_leave(stage: Stage, cast: DemoCast) -> None:
        await invite(stage, cast)
        async with ClientSession() as visitor:
            answer = await visitor.get(f"{stage.sandbox.url}/sandbox/api/schedule")
            planned.extend(entry["title"] for entry in await answer.json())
        os.kill(os.getpid(), number)

    monkeypatch.setattr(Story, "play", arrive)
    monkeypatch.setattr(bot.demo, "_invite", invite_and_leave)
    code = await play(port=0, seed=1, story=True)
    told = capsys.readouterr().out

    assert code == 0
    assert {"Напоминание за 1 день", "Напоминание за 2 часа"} <= set(planned)
    assert len(re.findall(r"http://127\.0\.0\.1:\d+/#as=(\d+)&chat=\1", told)) == 4
    assert "«Открыть приглашение»" in told, "the page's own button, so that nobody types a payload"


async def test_the_page_watches_the_story_and_skips_the_rest(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    watched: list[object] = []

    async def act_for_long(self: Story) -> DemoCast:
        show = self._stage.sandbox.show
        self._open("demo-chapter-import")
        watched.append(show.as_data())
        show.ask_to_skip()
        await asyncio.Event().wait()
        raise AssertionError

    def leave(transcript: Transcript, key: str, *, style: str = "", **values: Value) -> None:
        told(transcript, key, style=style, **values)
        if key == "demo-skipped":
            os.kill(os.getpid(), signal.SIGTERM)

    told = Transcript.tell
    monkeypatch.setattr(Story, "play", act_for_long)
    monkeypatch.setattr(Transcript, "tell", leave)

    assert await play(port=0, seed=1, story=True) == 0
    assert watched == [{"chapter": 1, "of": CHAPTERS, "can_skip": True, "skipped": False}]
    assert "Показ остановлен" in capsys.readouterr().out


@pytest.mark.parametrize(("exit_after", "outcome"), [(False, 0), (True, 1)])
async def test_a_story_cut_short_is_a_failure_only_where_its_end_was_asked_for(
    monkeypatch: pytest.MonkeyPatch, *, exit_after: bool, outcome: int
) -> None:
    async def wait_for_the_signal(_: Story) -> DemoCast:
        os.kill(os.getpid(), signal.SIGTERM)
        await asyncio.Event().wait()
        raise AssertionError

    monkeypatch.setattr(Story, "play", wait_for_the_signal)

    assert await play(port=0, seed=1, story=True, exit_after=exit_after) == outcome


async def test_a_bot_that_breaks_ends_the_demo_with_what_broke_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def wait(_: Story) -> DemoCast:
        await asyncio.Event().wait()
        raise AssertionError

    async def break_down(_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(Story, "play", wait)
    monkeypatch.setattr("bot.delivery.worker.Worker.run", break_down)
    with pytest.raises(ZeroDivisionError):
        await play(port=0, seed=1, exit_after=True)

"""The least that a Telegram can be: it hands out taps and clocks what comes back.

It runs in a process of its own and does as little as it can, so that the bot is what is measured.
"""

import asyncio
import json
import random
import sys
import time
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

OK = b'{"ok":true,"result":true}'
WINDOW = 1.0
DATE = 1_700_000_000
STRANGER = 1_000_000
START = [{"type": "bot_command", "offset": 0, "length": 6}]


@dataclass
class Plan:
    """What to play: `taps` in all, `at_once` unanswered at a time, or `taps_per_second` evenly.

    Sends are held up by `latency` seconds ± 20 %, half before they count and half after; beyond
    `limit` in any second they get 429. With `sends` the server stops after so many of them.
    Each person taps `button` on each of `subjects` in turn (events or polls, ids from `first` on,
    each in a message of its own), filled in with their number and each time with the next choice.
    The clock starts after `unclocked` taps. With it, each of so many `strangers` sends `flood`
    messages: they are all there at once, before the taps to come.
    With `typed`, people type that instead of tapping, and are answered by a message.
    """

    taps: int = 0
    unclocked: int = 0
    at_once: int = 100
    taps_per_second: float = 0
    people: int = 500
    first: int = 1
    subjects: int = 1
    button: str = "rsvp:{subject}:{choice}"
    choices: tuple[str, ...] = ("going", "maybe", "declined")
    sends: int = 0
    latency: float = 0
    limit: int = 30
    strangers: int = 0
    flood: int = 0
    typed: str = ""


@dataclass
class Telegram:
    """The server and its stop-watch."""

    plan: Plan
    polled: asyncio.Event = field(default_factory=asyncio.Event)
    done: asyncio.Event = field(default_factory=asyncio.Event)
    handed: int = 0
    said: int = 0
    updates: int = 0
    answered: int = 0
    began: float = 0
    ended: float = 0
    given_at: dict[int, float] = field(default_factory=dict)
    asked: dict[int, int] = field(default_factory=dict)  # by person: the number of what they typed
    waits: list[float] = field(default_factory=list)
    arrivals: list[float] = field(default_factory=list)
    window: deque[float] = field(default_factory=deque)
    refused: int = 0
    messages: int = 0
    more: asyncio.Event = field(default_factory=asyncio.Event)

    async def call(self, request: web.Request) -> web.Response:
        """Answer any method."""
        method = request.match_info["method"].lower()
        if method == "getupdates":
            return await self._updates(request)
        if method == "answercallbackquery":
            return await self._answer(request)
        if method in {"sendmessage", "editmessagetext"}:
            return await self._send(request)
        if method == "getme":
            return _result({"id": 42, "is_bot": True, "first_name": "Bench", "username": "b"})
        return web.Response(body=OK, content_type="application/json")

    async def _updates(self, request: web.Request) -> web.Response:
        self.polled.set()
        while not (room := self._room()) and not self._left_to_say():
            self.more.clear()
            await self.more.wait()
        now = time.perf_counter()
        if not self.began and self.handed >= self.plan.unclocked:
            self.began = now
        updates = [self._message() for _ in range(min(self._left_to_say(), 100 - room))]
        for _ in range(min(room, 100)):
            self.handed += 1
            self.given_at[self.handed] = now
            updates.append(self._act(self.handed))
        return _result(updates)

    def _left_to_say(self) -> int:
        return self.plan.strangers * self.plan.flood - self.said if self.began else 0

    def _update(self, kind: str, event: dict[str, Any]) -> dict[str, Any]:
        self.updates += 1
        return {"update_id": self.updates, kind: event}

    def _message(self) -> dict[str, Any]:
        self.said += 1
        content = {"message_id": self.said, "date": DATE, "text": "/start", "entities": START}
        return self._update("message", _by(STRANGER + self.said % self.plan.strangers) | content)

    def _room(self) -> int:
        plan = self.plan
        left = plan.taps - self.handed
        if plan.taps_per_second:
            return min(left, 1) if self._tick_due() else 0
        return min(left, plan.at_once - (self.handed - self.answered))

    def _tick_due(self) -> bool:
        due, self._due = getattr(self, "_due", False), False
        return due

    async def tick(self) -> None:
        """Let one tap go every so often."""
        while True:
            await asyncio.sleep(1 / self.plan.taps_per_second)
            self._due = True
            self.more.set()

    def _act(self, number: int) -> dict[str, Any]:
        person = 1 + (number - 1) % self.plan.people
        if self.plan.typed:
            self.asked[person] = number
            content = {"message_id": number, "date": DATE, "text": self.plan.typed}
            return self._update("message", _by(person) | content)
        turn = (number - 1) // self.plan.people
        subject, choice = self.plan.first + turn % self.plan.subjects, turn % len(self.plan.choices)
        data = self.plan.button.format(
            subject=subject, person=person, choice=self.plan.choices[choice]
        )
        by = _by(person)
        message = {"message_id": subject, "date": DATE, "chat": by["chat"], "text": "?"}
        query = {"id": str(number), "from": by["from"], "message": message, "chat_instance": "1"}
        return self._update("callback_query", query | {"data": data})

    async def _answer(self, request: web.Request) -> web.Response:
        form = await _given(request)
        await asyncio.sleep(self._delay())
        self._note_answer(int(str(form["callback_query_id"])), time.perf_counter())
        await asyncio.sleep(self._delay())
        return web.Response(body=OK, content_type="application/json")

    def _note_answer(self, number: int, now: float) -> None:
        if number > self.plan.unclocked:
            self.waits.append(now - self.given_at[number])
        self.answered += 1
        self.ended = now
        if self.plan.taps and self.answered >= self.plan.taps and not self.plan.sends:
            self.done.set()
        self.more.set()

    async def _send(self, request: web.Request) -> web.Response:
        form = await _given(request)
        delay = self._delay()
        await asyncio.sleep(delay)
        now = time.perf_counter()
        while self.window and self.window[0] <= now - WINDOW:
            self.window.popleft()
        if len(self.window) >= self.plan.limit:
            self.refused += 1
            return _result({"retry_after": 1}, status=429)
        self.window.append(now)
        self.messages += 1
        self.arrivals.append(now)
        if number := self.asked.pop(int(str(form["chat_id"])), None):
            self._note_answer(number, now)
        if self.plan.sends and self.messages >= self.plan.sends:
            self.done.set()
        await asyncio.sleep(delay)
        chat = {"id": int(str(form["chat_id"])), "type": "private", "first_name": "A"}
        return _result({"message_id": self.messages + 1, "date": DATE, "chat": chat, "text": "?"})

    def _delay(self) -> float:
        return self.plan.latency / 2 * random.uniform(0.8, 1.2)  # noqa: S311  no secret

    def figures(self) -> dict[str, float]:
        """Return what was clocked."""
        waits = sorted(self.waits)
        sends = self.arrivals
        return {
            "taps_per_second": (self.answered - self.plan.unclocked) / (self.ended - self.began)
            if self.waits
            else 0,
            "p99_ms": 1000 * waits[int(len(waits) * 0.99)] if waits else 0,
            "sends_per_second": (len(sends) - 1) / (sends[-1] - sends[0]) if len(sends) > 1 else 0,
            "refused": self.refused,
        }


def _by(person: int) -> dict[str, Any]:
    """Return who did something, and in which chat."""
    user = {"id": person, "is_bot": False, "first_name": "A", "language_code": "ru"}
    return {"from": user, "chat": {"id": person, "type": "private", "first_name": "A"}}


async def _given(request: web.Request) -> Mapping[str, Any]:
    """Return a call's parameters: a bare bot sends a form, ours JSON."""
    is_json = request.content_type == "application/json"
    given: Mapping[str, Any] = await (request.json() if is_json else request.post())
    return given


def _result(result: Any, *, status: int = 200) -> web.Response:
    if status == web.HTTPTooManyRequests.status_code:
        body = {
            "ok": False,
            "error_code": status,
            "description": "Too Many Requests: retry after 1",
            "parameters": result,
        }
    else:
        body = {"ok": True, "result": result}
    return web.json_response(body, status=status)


async def main(plan: Plan) -> None:
    """Serve one bot; tell the port at once, the first poll, and the figures at the end."""
    telegram = Telegram(plan)
    app = web.Application()
    app.router.add_route("*", "/bot{token}/{method}", telegram.call)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    _tell(port=runner.addresses[0][1])
    await telegram.polled.wait()
    _tell(polled=time.time())
    ticking = asyncio.create_task(telegram.tick()) if plan.taps_per_second else None
    await telegram.done.wait()
    _tell(**telegram.figures())
    if ticking:
        ticking.cancel()
    await runner.cleanup()


def _tell(**facts: float) -> None:
    sys.stdout.write(json.dumps(facts) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    asyncio.run(main(Plan(**json.loads(sys.argv[1]))))

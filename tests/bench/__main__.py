"""Runs the bench: `python -m tests.bench [--quick] [--only PART]`."""

import argparse
import asyncio
import gc
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, replace
from datetime import timedelta
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bot.clock import SystemClock
from bot.domain.due_times import DueTime
from bot.domain.events.dues import EventDue
from bot.domain.events.events import EventId
from bot.domain.events.rsvps import Answer, Rsvp
from bot.domain.events.seats import Seat
from bot.domain.people.members import MemberId
from bot.domain.polls.plans import Secrecy
from bot.logs import configure
from bot.services.events.reminders import Reminders
from bot.services.rules import rules_of
from storage.engine.database import open_database
from storage.stores import Stores
from tests.bench.databases import (
    ask_for_guests,
    ballots_in,
    config_for,
    guests_in,
    open_poll,
    prepared,
    settings_for,
)
from tests.bench.forms import steps_taken
from tests.bench.meetings import meeting_figures
from tests.bench.searching import measure_search
from tests.bench.server import Plan
from tests.bench.waking import late_after

# name → (what it is, the aim in words, whether a figure meets it)
AIMS = {
    "rsvp_vs_bare": ("an RSVP tap, durable and answered, against a bare handler", ">= 0.77"),
    "ballot_vs_bare": ("a named ballot likewise", ">= 0.687"),
    "ballot_vs_bare_slow_disk": ("the same where an fsync takes 8 ms more", ">= 0.572"),
    "secret_ballot_vs_bare": ("a hundred secret ballots at once", ">= 0.316"),
    "typed_vs_bare": ("a typed answer to a prompt, against a bare reply", ">= 0.50"),
    "fanout_share_0ms": ("fan-out against the limit, no latency", ">= 0.97"),
    "fanout_share_50ms": ("fan-out against the limit, 50 ms", ">= 0.97"),
    "fanout_share_200ms": ("fan-out against the limit, 200 ms", ">= 0.94"),
    "fanout_429": ("429s that our own pace caused in those", "<= 0"),
    "tap_p99_ms_during_fanout": ("99th percentile of a tap's answer meanwhile, ms", "< 250"),
    "tap_p99_ms_during_flood": ("the same while 3 strangers send 300 messages each", "< 250"),
    "wizard_step_p95_ms": ("95th percentile of a form's step, filled in quickly, ms", "< 200"),
    "due_1000_late_ms": ("1,000 reminders due at once among 100,000, enqueued, ms", "< 50"),
    "wake_30_days_ms": ("the clock jumps 30 days ahead: until due work is done, ms", "< 1000"),
    "wake_hour_back_ms": ("the clock is put back by an hour: until due work is done, ms", "< 2000"),
    "search_first": ("queries of the directory whose first hit is meant", ">= 0.97"),
    "search_ms": ("a search among 5,000 organisations, ms", "< 20"),
    "directory_page_ms": ("a page of the directory with as many, ms", "< 20"),
    "inline_ms": ("what an inline query there finds, ms", "< 20"),
    "meeting_vote_p99_ms": ("120 vote within a second, half by page: p99, ms", "< 1000"),
    "meeting_result_ms": ("from the chair's close to the result on the screen, ms", "< 500"),
    "start_vs_bare": ("start to the first poll, against a bare bot", "<= 0.60"),
    "rss_vs_bare": ("memory after it, against a bare bot", "<= 0.80"),
    "growth_10x": ("a tap's cost with ten times the people and events", "< 1.12"),
}
LIMIT = 30


class Server:
    """The measuring Telegram in a process of its own."""

    def __init__(self, plan: Plan) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.bench.server", json.dumps(asdict(plan))],
            stdout=subprocess.PIPE,
            text=True,
        )
        self.url = f"http://127.0.0.1:{int(self.tells()['port'])}"

    def tells(self) -> dict[str, float]:
        """Return the next line of facts."""
        assert self._process.stdout is not None
        facts: dict[str, float] = json.loads(self._process.stdout.readline())
        return facts

    def close(self) -> None:
        """End it."""
        self._process.kill()
        self._process.wait()


@contextmanager
def _bot(kind: str, server: Server, *args: str) -> Iterator[subprocess.Popen[bytes]]:
    """Run a bot of `bots`, or the command that people start, on the folder that is given."""
    command, settings = ["tests.bench.bots", kind, server.url, *args], dict[str, str]()
    if kind == "command":
        folder = Path(*args)
        command = ["bot", "run", "--config", str(folder / "config.toml")]
        settings = settings_for(folder, server.url)
    process = subprocess.Popen([sys.executable, "-m", *command], env=os.environ | settings)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def _play(kind: str, plan: Plan, *args: str) -> dict[str, float]:
    """Play a plan; return the server's figures, the start (s) and the memory at the end (KiB)."""
    server = Server(plan)
    try:
        began = time.time()
        with _bot(kind, server, *args) as process:
            facts = {"start": server.tells()["polled"] - began}
            return facts | server.tells() | {"rss": _memory(process.pid)}
    finally:
        server.close()


def _memory(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text()
    return float(next(line.split()[1] for line in status.splitlines() if "VmRSS" in line))


def measure_taps(folder: Path, rounds: int, taps: int) -> dict[str, float]:
    """Play the same taps to a bare bot, to ours, and to ours with ten times as much stored."""
    small = prepared(folder / "small", people=500, events=50)
    large = prepared(folder / "large", people=5000, events=500)
    plan = Plan(taps=taps)
    seen: dict[str, list[dict[str, float]]] = {"bare": [], "small": [], "large": []}
    for number in range(rounds):  # in turn, so that a noisy moment hits all of them
        seen["bare"].append(_play("bare", plan))
        for kind, stored in (("small", small), ("large", large)):
            fresh = shutil.copytree(stored, folder / f"{kind}{number}")
            seen[kind].append(_play("ours", plan, str(fresh)))

    def median(kind: str, figure: str) -> float:
        return statistics.median(run[figure] for run in seen[kind])

    return {
        "rsvp_vs_bare": median("small", "taps_per_second") / median("bare", "taps_per_second"),
        "growth_10x": median("small", "taps_per_second") / median("large", "taps_per_second"),
    }


def measure_start(folder: Path, rounds: int) -> dict[str, float]:
    """Start a bare bot and the command by turns; weigh each once it has answered 500 taps.

    By then whatever was put off at the start has been loaded, and so has what a tap needs.
    """
    stored, plan = prepared(folder / "start", people=500, events=50), Plan(taps=500)
    seen: dict[str, list[dict[str, float]]] = {"bare": [], "command": []}
    for number in range(rounds):
        seen["bare"].append(_play("bare", plan))
        fresh = shutil.copytree(stored, folder / f"start{number}")
        seen["command"].append(_play("command", plan, str(fresh)))

    def ratio(figure: str) -> float:
        bare, ours = (statistics.median(run[figure] for run in runs) for runs in seen.values())
        return ours / bare

    return {"start_vs_bare": ratio("start"), "rss_vs_bare": ratio("rss")}


def measure_ballots(folder: Path, rounds: int, taps: int) -> dict[str, float]:
    """Play named ballots of 120 voters, one in each of many polls; then a hundred secret ones.

    The number of a secret ballot takes a message, and Telegram lets 30 of them pass in a second: a
    hundred voters at once are answered before that matters. So short a play is clocked once the bot
    has taken a hundred named ballots. How the disk is slowed down says `bots.SlowDisk`.
    """
    stored = prepared(folder / "ballots", people=500, events=50, organisations=121)
    polls = 1 + taps // 120
    for _ in range(polls):
        open_poll(stored, voters=121, secrecy=Secrecy.NAMED)
    secret = open_poll(stored, voters=121, secrecy=Secrecy.SECRET)
    button, choices = "vote:{subject}:{person}:{choice}", ("for", "against", "abstain")
    plan = Plan(taps, people=120, subjects=polls, button=button, choices=choices)
    once = replace(plan, taps=200, unclocked=100, people=100, first=secret - 1, subjects=2)
    seen: dict[str, list[float]] = {}

    def play(name: str, kind: str, plan: Plan) -> None:
        fresh = shutil.copytree(stored, folder / f"{name}{len(seen.get(name, []))}")
        facts = _play(kind, plan, *([] if kind == "bare" else [str(fresh)]))
        seen.setdefault(name, []).append(facts["taps_per_second"])
        if kind != "bare" and (kept := ballots_in(fresh)) != plan.taps:
            raise SystemExit(f"{kept} ballots kept instead of {plan.taps}")

    for _ in range(rounds):  # in turn, as with the answers
        play("bare", "bare", plan)
        play("named", "ours", plan)
        play("slow", "slow", plan)
        play("bare once", "bare", once)
        play("secret", "ours", once)
    median = {name: statistics.median(runs) for name, runs in seen.items()}
    return {
        "ballot_vs_bare": median["named"] / median["bare"],
        "ballot_vs_bare_slow_disk": median["slow"] / median["bare"],
        "secret_ballot_vs_bare": median["secret"] / median["bare once"],
    }


def measure_typed(folder: Path, rounds: int, people: int) -> dict[str, float]:
    """Have people type the name of a guest, for which the bot has asked them.

    The bot is `unpaced`: what it answers here is a message, and at any pace that can be configured
    the pace would be measured.
    """
    stored = prepared(folder / "typed", people=people, events=0)
    ask_for_guests(stored, people=people)
    plan = Plan(people, unclocked=100, people=people, typed="Иван Петров", limit=people)
    seen: dict[str, list[float]] = {"bare": [], "ours": []}
    for number in range(rounds):
        fresh = shutil.copytree(stored, folder / f"typed{number}")
        seen["bare"].append(_play("bare", plan)["taps_per_second"])
        seen["ours"].append(_play("unpaced", plan, str(fresh))["taps_per_second"])
        if (kept := guests_in(fresh)) != people:
            raise SystemExit(f"{kept} guests kept instead of {people}")
    return {"typed_vs_bare": statistics.median(seen["ours"]) / statistics.median(seen["bare"])}


def measure_fanout(folder: Path, people: int) -> dict[str, float]:
    """Announce an event to everybody at each latency; people tap while it goes out."""
    figures: dict[str, float] = {"fanout_429": 0}
    for latency in (0, 50, 200):
        name = f"fanout{latency}"
        stored = prepared(folder / name, people=people, events=1)
        plan = Plan(
            taps=100_000,
            taps_per_second=4,
            people=people,
            sends=people,
            latency=latency / 1000,
            limit=LIMIT,
        )
        seen = _play("fanout", plan, str(stored))
        figures[f"fanout_share_{latency}ms"] = seen["sends_per_second"] / LIMIT
        figures["fanout_429"] += seen["refused"]
        if latency == 50:
            figures["tap_p99_ms_during_fanout"] = seen["p99_ms"]
    return figures


def measure_flood(folder: Path) -> dict[str, float]:
    """Let people open cards of events while strangers flood the bot."""
    stored = prepared(folder / "flood", people=500, events=50)
    plan = Plan(
        taps=165,
        unclocked=15,
        taps_per_second=15,
        subjects=50,
        button="event:{subject}",
        strangers=3,
        flood=300,
    )
    return {"tap_p99_ms_during_flood": _play("ours", plan, str(stored))["p99_ms"]}


def measure_wizard(folder: Path) -> dict[str, float]:
    """Have organisers fill in the form of an event, one after the other."""
    stored = prepared(folder / "wizard", people=20, events=1, organisers=4)
    took = asyncio.run(steps_taken(stored, range(1, 5)))
    return {"wizard_step_p95_ms": 1000 * sorted(took)[int(len(took) * 0.95)]}


def measure_due(folder: Path) -> dict[str, float]:
    """Let 1,000 people's reminder fall due while 100,000 lie ahead."""
    stored = prepared(folder / "due", people=1000, events=50_000)
    return {"due_1000_late_ms": asyncio.run(_due(stored))}


async def _due(folder: Path) -> float:
    clock = SystemClock()
    due = EventId(1)

    def fall_due(tx: Stores) -> None:
        for place in range(1, 1001):
            going = Rsvp(Answer.GOING, clock.now(), seat=Seat.SEATED, place=place)
            tx.rsvps.save(due, MemberId(place), going)
        lead = timedelta(hours=2)
        tx.dues.replace(EventDue.REMINDERS, due, [DueTime(due, lead, clock.now())])

    config = config_for(folder, "http://127.0.0.1:1")
    async with open_database(config.storage.path, clock.now()) as database:
        await database.write(fall_due)
        reminders = Reminders(database, clock, replace(rules_of(config, 1), quiet_hours=None))
        gc.collect()
        gc.freeze()  # as the bot does once it is built
        began = time.perf_counter()
        enqueued = await reminders.sweep()
        late = 1000 * (time.perf_counter() - began)
    if enqueued != 1000:
        raise SystemExit(f"{enqueued} reminders enqueued instead of 1000")
    return late


def measure_wake(folder: Path) -> dict[str, float]:
    """Let the computer's clock jump: as it seems after a long sleep, and when it is put right."""
    configure("error", "console")
    stored = prepared(folder / "wake", people=500, events=50)
    jumps = {"wake_30_days_ms": timedelta(days=30), "wake_hour_back_ms": -timedelta(hours=1)}
    return {
        name: statistics.median(asyncio.run(late_after(jump, stored, rounds=5)))
        for name, jump in jumps.items()
    }


def measure_meeting(folder: Path, rounds: int) -> dict[str, float]:
    """Let 120 delegates vote in a second, and the chair close the vote."""
    return asyncio.run(meeting_figures(folder / "meeting", rounds))


def _meets(figure: float, aim: str) -> bool:
    sign, bound = aim.split()
    value = float(bound)
    return {"<": figure < value, "<=": figure <= value, ">=": figure >= value}[sign]


PARTS: dict[str, Callable[[Path, bool], dict[str, float]]] = {
    "start": lambda folder, quick: measure_start(folder, 3 if quick else 7),
    "taps": lambda folder, quick: measure_taps(folder, 3 if quick else 7, 2000 if quick else 4000),
    "ballots": lambda folder, quick: measure_ballots(
        folder, 3 if quick else 7, 2000 if quick else 4000
    ),
    "typed": lambda folder, quick: measure_typed(
        folder, 3 if quick else 7, 2000 if quick else 4000
    ),
    "due": lambda folder, _: measure_due(folder),
    "wake": lambda folder, _: measure_wake(folder),
    "search": lambda folder, _: measure_search(folder),
    "flood": lambda folder, _: measure_flood(folder),
    "wizard": lambda folder, _: measure_wizard(folder),
    "meeting": lambda folder, quick: measure_meeting(folder, 1 if quick else 5),
    "fanout": lambda folder, quick: measure_fanout(folder, 150 if quick else 600),
}
"""What can be measured by itself, given whether it is to be quick."""
ONE_PART = "measure one part (start: the start and the memory), and write nothing"


def main() -> None:
    """Measure, print beside the aims, and write var/bench.json once all was measured."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer rounds, for a first look")
    parser.add_argument("--only", choices=PARTS, help=ONE_PART)
    asked = parser.parse_args()
    console = Console()
    figures: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as name, console.status("") as status:
        for part in [asked.only] if asked.only else PARTS:
            status.update(f"measuring {part}")
            figures |= PARTS[part](Path(name), asked.quick)
    table = Table("figure", "what", "measured", "aim", "")
    for figure, (what, aim) in AIMS.items():
        if figure in figures:
            met = "✓" if _meets(figures[figure], aim) else "✗"
            table.add_row(figure, what, f"{figures[figure]:.3f}", aim, met)
    console.print(table)
    if asked.only:
        return
    out = Path("var/bench.json")
    out.parent.mkdir(exist_ok=True)
    out.write_text(json.dumps({k: round(v, 4) for k, v in figures.items()}, indent=2) + "\n")


if __name__ == "__main__":
    main()

"""The demo: a made-up alliance, the real bot, and the sandbox instead of Telegram."""

import asyncio
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console

from bot.commands.common import complain
from bot.demo.actors import NotSeen
from bot.demo.cast import DemoCast
from bot.demo.fiction import make_fiction
from bot.demo.panel import Panel
from bot.demo.prepared import PreparedDay
from bot.demo.stage import BOT_ID, ZONE, Stage, demo_clock, demo_config, staged
from bot.demo.story import Story
from bot.demo.transcript import Transcript
from bot.logs import configure
from handlers.ui.texts import Texts
from sandbox.limits import Limits
from sandbox.server import Sandbox, random_token

DONE, FAILED = 0, 1
QUICKER = 12
"""How many times faster than Telegram allows the bot may send when nobody watches."""


async def play(
    *, port: int, seed: int, language: str = "ru", story: bool = False, exit_after: bool = False
) -> int:
    """Prepare a day, or play the `story`, and serve the page until SIGINT or SIGTERM.

    Returns the exit code. `exit_after` ends after the story. Unless somebody watches that,
    Telegram's limits and the bot's pace are `QUICKER` times the usual ones. 1 means that people did
    not see what they should, that the story was interrupted, or that `port` (0: any) is not free.
    Everything lives in a temporary directory.
    """
    configure("warning", "console")
    clock = demo_clock()
    t = Texts(language, ZONE, clock)
    panel = Panel(t)
    name = t.plain("demo-alliance")
    pace = 1 if story and not exit_after else QUICKER
    sandbox = Sandbox(
        random_token(BOT_ID),  # a new one each time: open pages must not recognise it
        bot_name=name,
        clock=clock,
        limits=Limits.faster(pace),
        schedule=panel,
        language="en" if language == "en" else "ru",
    )
    if not await _started(sandbox, port, t):
        return FAILED
    transcript = Transcript(Console(highlight=False, markup=False, emoji=False), t)
    transcript.tell("demo-premise", alliance=name, url=sandbox.url)
    try:
        with TemporaryDirectory(prefix="alliance-demo-") as folder:
            config = demo_config(sandbox, Path(folder, "alliance.sqlite3"), t, pace)
            async with staged(sandbox, config, panel, make_fiction(seed), transcript) as stage:
                return await _perform(stage, story=story or exit_after, exit_after=exit_after)
    finally:
        await sandbox.stop()


async def _started(sandbox: Sandbox, port: int, t: Texts) -> bool:
    try:
        await sandbox.start(port=port)
    except OSError:
        complain(t.plain("demo-port-taken", port=str(port)))
        return False
    return True


async def _perform(stage: Stage, *, story: bool, exit_after: bool) -> int:
    """Play until the end, a signal, or the bot's own failure, whichever comes first."""
    with _signals() as stopping:
        acting = _tell(stage, exit_after=exit_after) if story else _prepare(stage)
        playing = asyncio.create_task(acting)
        stopped = asyncio.create_task(stopping.wait())
        ends = (playing, stopped, stage.broken)
        await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
        for task in (playing, stopped):
            task.cancel()
        await asyncio.wait((playing, stopped))
    if stage.broken.done():
        stage.broken.result()
    if playing.cancelled():
        return FAILED if exit_after else DONE
    return playing.result()


@contextmanager
def _signals() -> Iterator[asyncio.Event]:
    """Set the event at SIGINT or SIGTERM."""
    told = asyncio.Event()
    loop = asyncio.get_running_loop()
    numbers = (signal.SIGINT, signal.SIGTERM)
    with suppress(NotImplementedError):  # Windows has no such handlers
        for number in numbers:
            loop.add_signal_handler(number, told.set)
    try:
        yield told
    finally:
        with suppress(NotImplementedError):
            for number in numbers:
                loop.remove_signal_handler(number)


async def _prepare(stage: Stage) -> int:
    """Set up an ordinary day of the alliance, and serve the page."""
    cast = await PreparedDay(stage).make()
    stage.transcript.tell("demo-prepared")
    await _invite(stage, cast)
    await asyncio.Event().wait()
    return DONE


async def _tell(stage: Stage, *, exit_after: bool) -> int:
    cast: DemoCast | None = None
    try:
        cast = await _played(stage)
    except NotSeen as unseen:
        stage.transcript.fail(unseen.wanted, unseen.seen)
        return FAILED
    finally:
        stage.sandbox.show.over()
    if not exit_after:
        if cast is None:
            stage.transcript.tell("demo-skipped", style="bold", url=stage.sandbox.url)
        else:
            await _invite(stage, cast)
        await asyncio.Event().wait()
    return DONE


async def _played(stage: Stage) -> DemoCast | None:
    """Play the story; return the people, or None if a visitor skipped the rest."""
    playing = asyncio.create_task(Story(stage).play())

    def skip() -> None:
        playing.cancel()

    stage.sandbox.show.skip = skip
    try:
        await asyncio.wait({playing})
    finally:
        playing.cancel()
    return None if playing.cancelled() else playing.result()


async def _invite(stage: Stage, cast: DemoCast) -> None:
    """Print the address of the page and whom to play, and send something to answer."""
    tell = stage.transcript.tell
    newcomer = cast.absent[-1]
    for actor in cast.absent:
        stage.sandbox.set_invitation(actor.person.id, cast.payloads[actor.name])
    title = await stage.announce_next_event(cast.organiser)
    tell("demo-invited", style="bold", title=title)
    parts = {"organiser": cast.organiser, "secretary": cast.council[1], "member": cast.waverer}
    for part, actor in parts.items():
        tell(f"demo-invited-{part}", name=actor.name, url=stage.link(actor))
    tell("demo-invited-newcomer", name=newcomer.name, url=stage.link(newcomer))
    tell("demo-waiting-for-you")

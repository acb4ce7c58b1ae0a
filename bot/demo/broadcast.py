"""The sixth part of the story: an announcement with a wrong hour, and its correction."""

from collections.abc import Collection, Mapping

from bot.demo.actors import Actor, expect
from bot.demo.acts import UNDO, Act, newest_of, received
from bot.demo.cast import DemoCast
from bot.demo.stage import Stage
from bot.domain.mailings import Occasion

BLOCKED = 1
"""People who have blocked the bot."""


class Broadcast(Act):
    """Plays an announcement to everybody, and its correction."""

    def __init__(self, stage: Stage, newcomer: Actor) -> None:
        super().__init__(stage)
        self._told = stage.fiction.announcement
        self._newcomer = newcomer

    async def play(self, cast: DemoCast) -> None:
        """Play from the first message to the report of the correction."""
        readers = [actor for actor in (*cast.joined, self._newcomer) if actor is not cast.leaver]
        before = newest_of(readers)
        await self._send(cast.organiser, readers, before)
        await self._correct(cast.organiser, readers, before)

    # --- the acts ---------------------------------------------------------------------------

    async def _send(
        self, organiser: Actor, readers: Collection[Actor], before: Mapping[Actor, int]
    ) -> None:
        self._open("demo-chapter-broadcast")
        await organiser.says("/announce")
        await organiser.sees(organiser.words("announce-ask"))
        await organiser.says(self._told.wrong)
        await organiser.sees(organiser.words("announce-panel-new"))
        await organiser.taps(organiser.label("button-announce-look", correction="no"))
        await organiser.taps(organiser.label("button-announce-send", people=len(readers)))
        given = organiser.words("announce-given", title="", seconds=30)
        await organiser.sees(given.split("\n\n")[-1])
        self._stage.clock.advance(UNDO)
        await self._all_read("demo-broadcast", readers, before, self._told.wrong)
        self._transcript.tell("demo-broadcast-read", count=len(readers))
        await self._reports(organiser, Occasion.ANNOUNCEMENT, len(readers), BLOCKED)

    async def _correct(
        self, organiser: Actor, readers: Collection[Actor], before: Mapping[Actor, int]
    ) -> None:
        self._open("demo-chapter-correction")
        arrived = received(before)
        await organiser.taps(organiser.label("button-mailing-report"))
        await organiser.taps(organiser.label("button-announcement-act", act="correct"))
        await organiser.says(self._told.right)
        await organiser.taps(organiser.label("button-announce-correct", people=len(readers)))
        await self._all_read("demo-correcting", readers, before, self._told.right)
        await self._reports(organiser, Occasion.CORRECTION, len(readers))
        others = [actor for actor in readers if actor is not organiser]
        now = received(before)
        expect([arrived[actor] for actor in others], [now[actor] for actor in others])
        self._transcript.tell("demo-corrected")

    async def _all_read(
        self, key: str, readers: Collection[Actor], before: Mapping[Actor, int], words: str
    ) -> None:
        async def read(actor: Actor) -> None:
            await actor.sees(words, after=before[actor])

        await self._all(key, readers, read)
        await read(next(iter(readers)))

    async def _reports(
        self, organiser: Actor, occasion: Occasion, sent: int, unreachable: int = 0
    ) -> None:
        await self._stage.delivered()
        counts = {"sent": sent, "total": sent + unreachable}
        report = organiser.words("mailing-report", occasion=occasion, title="#", **counts)
        await organiser.sees(*report.split("#"))

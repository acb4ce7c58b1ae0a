"""The fifth part of the story: the meeting's minutes, drawn up and signed."""

from datetime import timedelta

from bot.demo.actors import Actor, expect
from bot.demo.acts import Act
from bot.demo.election import SEATS
from bot.demo.stage import Stage
from bot.domain.minutes.minutes import Body

PDF, DOCX = b"%PDF-", b"PK\x03\x04"
"""The first bytes of these files."""

KILOBYTE = 1024
NOTICE = timedelta(days=14)
"""How long before the meeting the organisations were notified."""


class Recording(Act):
    """Plays how the secretary draws up and issues the minutes."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._told = stage.fiction.election

    async def play(self, secretary: Actor) -> None:
        """Play from the outcome's card to the files."""
        self._open("demo-chapter-minutes")
        before = secretary.newest
        await self._draw_up(secretary)
        number = f"1/{self._stage.clock.now():%Y}"
        await secretary.sees(number, self._told.question, self._told.place)
        await secretary.taps(secretary.label("minutes-issue"))
        await secretary.taps(secretary.label("minutes-issue-yes"))
        words = {"number": number, "body": Body.GENERAL_MEETING}
        await secretary.sees(secretary.words("minutes-issued", **words), after=before)
        pdf = await secretary.gets("document", ".pdf")
        docx = await secretary.gets("document", ".docx")
        expect((PDF, DOCX), (pdf[: len(PDF)], docx[: len(DOCX)]))
        self._transcript.tell(
            "demo-minutes",
            number=number,
            elected=SEATS,
            seats=SEATS,
            pdf=len(pdf) // KILOBYTE,
            docx=len(docx) // KILOBYTE,
        )

    async def _draw_up(self, secretary: Actor) -> None:
        await secretary.taps(secretary.label("button-poll-board"))
        await secretary.taps(secretary.label("poll-board-minutes"))
        await secretary.sees(secretary.words("minutes-draft-polls"))
        await secretary.taps(secretary.label("wizard-done"))
        await secretary.sees(secretary.words("minutes-draft-place"))
        await secretary.says(self._told.place)
        for step in ("starts", "ends"):
            await secretary.sees(secretary.words(f"minutes-draft-{step}"))
            usual = secretary.label(f"minutes-draft-{step}-usual", **{step: ""})
            await secretary.taps(usual.partition(":")[0])
        await self._say_how_it_was_convened(secretary)
        await secretary.sees(secretary.words("minutes-draft-counted"))
        await secretary.taps(secretary.label("minutes-draft-counted-secretary"))
        await secretary.sees(secretary.words("minutes-draft-authority"))
        await secretary.says(self._told.authority)

    async def _say_how_it_was_convened(self, secretary: Actor) -> None:
        await secretary.sees(secretary.words("minutes-draft-convened"))
        await secretary.taps(secretary.label("minutes-draft-convened-chair"))
        await secretary.sees(secretary.words("minutes-draft-notified"))
        await secretary.says(f"{self._stage.clock.now() - NOTICE:%d.%m.%Y}")
        await secretary.sees(secretary.words("minutes-draft-materials"))
        await secretary.taps(secretary.label("minutes-draft-materials-none"))

"""`make pictures`: take the pictures of the READMEs again, those of a day, the story, a meeting.

It plays the demo before the machine's Chromium, and takes a few minutes.
"""

import argparse
import asyncio
import io
from collections.abc import Iterable
from typing import Any
from unittest.mock import patch

import typst
from PIL import Image
from playwright.async_api import Browser

from bot.demo.actors import Actor
from bot.demo.election import SEATS, ElectionChapter
from bot.demo.prepared import PreparedDay
from bot.demo.stage import Stage
from bot.demo.story import Story
from bot.documents.blocks import Document, Files
from bot.documents.files import DocumentRenderer
from bot.documents.rendering import render
from tests.browser.camera import FOLDER, brought_down, demo, opened
from tests.browser.chromium import chromium
from tests.browser.film import shoot_film
from tests.browser.hall import PhotographedAssembly

PHONE, TALL, DESKTOP = (390, 844), (390, 1000), (1280, 800)
COLOURS = 255
WHAT = ["day", "story", "meeting"]
PANEL = ("🎛", "Ждём: 0")
"""How the chair's panel begins, and what it says once all have voted."""
FILMS = {"ru": "demo.gif", "en": "demo-en.gif"}
PAPER, MARGIN = "#dde3e7", 18
"""What the pages of the minutes lie on, and how far apart."""
RESOLUTION = 96.0
"""Dots per inch of the pages of minutes."""


async def take_day(browser: Browser) -> None:
    """Take the page on the prepared day, wide and narrow, and the film in both languages."""
    for language, name in FILMS.items():
        async with demo(language) as stage:
            cast = await PreparedDay(stage).make()
            title = await stage.announce_next_event(cast.organiser)
            await cast.waverer.sees(title)
            if language == "ru":
                await _take(browser, stage, cast.waverer, "desktop", title, size=DESKTOP)
                await _take(browser, stage, cast.waverer, "phone", title)
            await shoot_film(browser, stage, cast, title, FOLDER / name)


async def take_story(browser: Browser) -> None:
    """Take what happens in the story: an application, votes, minutes, an announcement."""
    documents: list[Document] = []
    async with demo("ru") as stage:
        with (
            patch("bot.demo.story.ElectionChapter", _photographed(browser)),
            patch.object(DocumentRenderer, "document", _remembering(documents)),
        ):
            cast = await Story(stage).play()
        stage.sandbox.show.over()
        secretary, applicant = cast.council[1], stage.fiction.applicant
        name = applicant.figure.organisation.short_name
        ready = secretary.words("minutes-ready", question="").split("\n")[0]
        await _take(browser, stage, secretary, "application", applicant.about, applicant.answer)
        await _take(browser, stage, secretary, "admission", ready, name, size=TALL)
        question = stage.fiction.election.question
        words = cast.chair.words("poll-elected", outcome="elected", elected=SEATS, seats=SEATS)
        await _take(browser, stage, cast.chair, "outcome", question, words)
        await cast.organiser.taps(cast.organiser.label("button-mailing-report"))
        versions = cast.organiser.words("report-versions", count=2)
        await _take(browser, stage, cast.organiser, "report", versions)
    _save(_side_by_side(_pages(documents[-1])), "minutes")


async def _take(
    browser: Browser,
    stage: Stage,
    actor: Actor,
    name: str,
    *words: str,
    size: tuple[int, int] = PHONE,
) -> None:
    """Photograph this person's page, with the newest message that has these words at the bottom."""
    page = await opened(browser, stage, actor, *size)
    await brought_down(page, *words)
    await page.locator("#jump").evaluate("node => { node.style.visibility = 'hidden'; }")
    _save(Image.open(io.BytesIO(await page.screenshot(animations="disabled"))), name)
    await page.close()


async def take_meeting(browser: Browser) -> None:
    """Take the pages of the general meeting, and the chair's panel in the chat."""
    async with demo("ru") as stage:
        cast = await PreparedDay(stage).make()

        def save(picture: bytes, name: str) -> None:
            _save(Image.open(io.BytesIO(picture)), name)

        async def panel() -> None:
            stage.sandbox.show.over()  # the next chapter brings it back
            await _take(browser, stage, cast.chair, "hall-panel", *PANEL)

        await PhotographedAssembly(stage, browser, save, panel).play(cast)


def _photographed(browser: Browser) -> type[ElectionChapter]:
    """Return a chapter in which the first ballot is photographed before it is cast."""

    class Photographed(ElectionChapter):
        async def _mark(self, actor: Actor, places: Iterable[int]) -> None:
            await super()._mark(actor, places)
            if actor is self._newcomer:
                self._stage.sandbox.show.over()  # the next chapter brings it back
                words = actor.words("ballot-chosen", against="no", chosen=SEATS, seats=SEATS)
                await _take(browser, self._stage, actor, "ballot", words)

    return Photographed


def _remembering(documents: list[Document]) -> Any:
    """Return the renderer's method, which also keeps what it was given."""
    usual = DocumentRenderer.document

    async def document(renderer: DocumentRenderer, wanted: Document) -> Files:
        documents.append(wanted)
        return await usual(renderer, wanted)

    return document


def _pages(document: Document) -> list[Image.Image]:
    """Return the first two pages of a document as they are printed."""
    usual, pages = typst.compile, []

    def compile_pages(source: bytes, **options: Any) -> bytes:
        del options["pdf_standards"]
        pages.extend(usual(source, **{**options, "format": "png", "ppi": RESOLUTION}))
        return b""

    with patch.object(typst, "compile", compile_pages):
        render(document)
    return [Image.open(io.BytesIO(page)) for page in pages[:2]]


def _side_by_side(pages: list[Image.Image]) -> Image.Image:
    width = sum(page.width + MARGIN for page in pages) + MARGIN
    sheet = Image.new("RGB", (width, pages[0].height + 2 * MARGIN), PAPER)
    left = MARGIN
    for page in pages:
        sheet.paste(page, (left, MARGIN))
        left += page.width + MARGIN
    return sheet


def _save(picture: Image.Image, name: str) -> None:
    few = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(FOLDER / f"{name}.png", optimize=True)


async def main() -> None:
    """Take what the command line names."""
    parser = argparse.ArgumentParser(prog="make pictures", description=__doc__)
    parser.add_argument("what", nargs="*", choices=WHAT, default=WHAT)
    wanted = parser.parse_args().what
    async with chromium() as browser:
        if "meeting" in wanted:
            await take_meeting(browser)
        if "day" in wanted:
            await take_day(browser)
        if "story" in wanted:
            await take_story(browser)


if __name__ == "__main__":
    asyncio.run(main())

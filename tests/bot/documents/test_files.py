"""The renderer: documents made in a process of their own."""

import asyncio
import subprocess
import sys
from dataclasses import replace
from typing import Any

import pytest

from bot.documents import files
from bot.documents.blocks import Paragraph
from bot.documents.files import DocumentFailed, DocumentRenderer, render_apart
from bot.documents.rendering import draw, render
from tests.bot.documents.papers import CHART, opened, pages, paper, words


@pytest.fixture(autouse=True)
def apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """Render as the bot does, instead of the shortcut that other tests take."""
    monkeypatch.setattr(files, "render_apart", render_apart)


async def test_a_document_comes_back_as_docx_pdf_and_charts() -> None:
    made = await DocumentRenderer().document(paper())

    assert "Решение принято." in words(opened(made.docx))
    assert "Решениепринято." in pages(made.pdf)[0]
    assert made.charts == (await DocumentRenderer().chart(CHART),)


async def test_another_process_makes_the_same_bytes() -> None:
    document = paper()

    assert await DocumentRenderer().document(document) == render(document)
    assert await DocumentRenderer().chart(CHART) == draw(CHART)


async def test_two_documents_at_once_are_made_one_after_the_other() -> None:
    renderer = DocumentRenderer()
    other = paper(title="Другой")
    made = await asyncio.gather(renderer.document(paper()), renderer.document(other))

    assert [opened(one.docx).core_properties.title for one in made] == [
        "Протокол № 1/2026",
        "Другой",
    ]


async def test_what_cannot_be_made_is_told_and_the_next_one_is_made() -> None:
    renderer = DocumentRenderer()
    broken = paper("no block")
    with pytest.raises(DocumentFailed, match="KeyError"):
        await renderer.document(broken)

    assert (await renderer.chart(CHART)).startswith(b"\x89PNG")


async def test_a_renderer_that_hangs_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "PATIENCE", 0.01)

    with pytest.raises(DocumentFailed, match="not done"):
        await DocumentRenderer().document(paper())


async def test_who_stops_waiting_leaves_no_process_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    born: asyncio.Queue[asyncio.subprocess.Process] = asyncio.Queue()
    start = asyncio.create_subprocess_exec

    async def noted(*arguments: str, **options: Any) -> asyncio.subprocess.Process:
        child = await start(*arguments, **options)
        born.put_nowait(child)
        return child

    monkeypatch.setattr(asyncio, "create_subprocess_exec", noted)
    task = asyncio.create_task(DocumentRenderer().document(paper()))
    child = await born.get()
    task.cancel()

    with pytest.raises(asyncio.CancelledError):
        await task
    assert child.returncode is not None


def test_the_bot_itself_loads_no_renderer() -> None:
    code = "import sys, bot.documents.files, handlers.minutes.minutes; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)

    assert "handlers.minutes.minutes" in done.stdout.split()
    assert not {"matplotlib", "numpy", "typst", "docx", "lxml"} & set(done.stdout.split())


def test_what_no_file_can_hold_is_left_out_of_all() -> None:
    made = render(paper(Paragraph("А\x00Б\ud83d\ue000В"), replace(CHART, title="Г\x00\ud83d")))

    assert words(opened(made.docx))[0] == "А Б  В"
    assert pages(made.pdf)[0].startswith("АБВ")
    assert draw(replace(CHART, title="Г\x00\ud83d")) == made.charts[0]

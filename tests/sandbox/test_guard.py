"""Other web pages in the same browser can neither play the sandbox nor run anything in it."""

import re

import aiohttp
import pytest
from aiogram import Bot
from aiogram.types import BufferedInputFile

from sandbox.people import Person
from sandbox.pictures import PIXEL
from sandbox.server import Sandbox
from tests.sandbox.conftest import ANNA

API = "/sandbox/api"
WORDS = {"as": ANNA, "chat": ANNA, "text": "hello"}
PLAIN = {"Content-Type": "text/plain"}  # what a page may send anywhere without asking first


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://127.0.0.1:1", ""])
@pytest.mark.parametrize("path", [f"{API}/messages", f"{API}/clock", "/bot{token}/setWebhook"])
async def test_another_page_can_change_nothing(
    http: aiohttp.ClientSession, sandbox: Sandbox, anna: Person, origin: str, path: str
) -> None:
    headers = PLAIN | {"Origin": origin}
    url = path.format(token=sandbox.token)
    async with http.post(url, json=WORDS, headers=headers) as response:
        assert response.status == 403

    assert anna.chat() == []


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1.evil.example", "["])
@pytest.mark.parametrize("path", ["/", f"{API}/people", "/app.js", f"{API}/changes"])
async def test_a_name_of_somebody_elses_leads_nowhere(
    http: aiohttp.ClientSession, host: str, path: str
) -> None:
    async with http.get(path, headers={"Host": host}) as response:
        assert response.status in {400, 403}


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "[::1]"])
async def test_the_page_itself_may_do_everything_by_any_name_of_this_computer(
    http: aiohttp.ClientSession, anna: Person, name: str
) -> None:
    headers = {"Host": f"{name}:8080", "Origin": f"http://{name}:8080"}
    async with http.post(f"{API}/messages", json=WORDS, headers=headers) as response:
        assert response.status == 200

    assert [message["text"] for message in anna.chat()] == ["hello"]


async def test_the_page_runs_its_own_scripts_only(http: aiohttp.ClientSession) -> None:
    for path in ("/", "/app.js"):
        async with http.get(path) as response:
            policy = response.headers["Content-Security-Policy"]
            assert "script-src 'self'" in policy
            assert "unsafe" not in policy
            assert response.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    ("name", "content_type"),
    [
        ("page.html", "text/plain"),
        ("page", "text/html"),
        ("drawing.svg", "image/svg+xml"),
        ("minutes.pdf", "application/pdf"),
        ("feed.xml", "image/png"),
        ("script.js", "image/png"),
    ],
)
async def test_what_somebody_uploads_is_saved_and_never_run(
    http: aiohttp.ClientSession, sandbox: Sandbox, bot: Bot, name: str, content_type: str
) -> None:
    form = aiohttp.FormData({"as": str(ANNA), "chat": str(ANNA), "kind": "document"})
    form.add_field("file", b"<script>alert(1)</script>", filename=name, content_type=content_type)
    async with http.post(f"{API}/files", data=form) as response:
        file_id = (await response.json())["document"]["file_id"]
    path = (await bot.get_file(file_id)).file_path

    for url in (f"{API}/files/{file_id}", f"/file/bot{sandbox.token}/{path}"):
        async with http.get(url) as response:
            assert response.headers["Content-Disposition"].startswith("attachment; ")
            assert response.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
            assert response.headers["X-Content-Type-Options"] == "nosniff"


async def test_a_picture_is_shown(http: aiohttp.ClientSession, bot: Bot) -> None:
    message = await bot.send_photo(ANNA, BufferedInputFile(PIXEL, "зал.png"))
    assert message.photo
    async with http.get(f"{API}/files/{message.photo[0].file_id}") as response:
        assert response.headers["Content-Disposition"].startswith("inline; ")
        assert response.content_type == "image/png"


def test_nobody_can_guess_the_token_of_a_sandbox() -> None:
    tokens = {Sandbox().token for _ in range(2)}

    assert len(tokens) == 2
    assert all(re.fullmatch(r"42:[\w-]{35}", token) for token in tokens)


def test_a_sandbox_takes_the_token_that_it_is_given() -> None:
    assert Sandbox("7:known").token == "7:known"

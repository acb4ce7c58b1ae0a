"""A page whose buttons are forms: it works without scripts."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from http import HTTPStatus
from typing import ClassVar, TypeAlias

from aiohttp import web

from bot.domain.refusals import Refusal
from handlers.ui.texts import AllTexts, Texts
from handlers.web.forms import read_form
from handlers.web.guarding import HEADERS, Guard, html, texts_for
from handlers.web.listener import Listener
from handlers.web.wording import page_words

Fields: TypeAlias = Mapping[str, str]
"""What a form sends, by the names of its fields."""


class FormPage(ABC):
    """A page at an address with a secret: shown by GET, and each form is sent to itself."""

    path: ClassVar[str]

    def __init__(self, texts: AllTexts) -> None:
        self._texts = texts

    def add_to(self, listener: Listener, guard: Guard) -> None:
        """Register the page at a server."""
        listener.add_get(self.path, guard.guarded(self._look))
        listener.add_post(self.path, guard.guarded(self._act))

    async def _look(self, request: web.Request) -> web.StreamResponse:
        return html(await self._shown(request, {}, "", texts_for(request, self._texts)))

    async def _act(self, request: web.Request) -> web.StreamResponse:
        """Do what a form says; a refusal is said on the page, and what was typed stays."""
        fields, t = await read_form(request), texts_for(request, self._texts)
        try:
            return await self._done(request, fields, t)
        except Refusal as refusal:
            words = page_words(refusal, t)
            return html(await self._shown(request, fields, words, t), HTTPStatus.CONFLICT)

    @abstractmethod
    async def _shown(self, request: web.Request, typed: Fields, words: str, t: Texts) -> str:
        """Return the page; `words` are a refusal, and `typed` is what was sent then."""

    @abstractmethod
    async def _done(self, request: web.Request, fields: Fields, t: Texts) -> web.Response:
        """Do what a form says; return where that leads."""


def leads_to(address: str) -> web.Response:
    """Have the browser show another page, which a reload does not send again."""
    return web.Response(status=HTTPStatus.SEE_OTHER, headers=HEADERS | {"Location": address})

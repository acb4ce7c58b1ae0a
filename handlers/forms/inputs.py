"""What is typed into a step: taken, or refused in one sentence while the draft stays."""

from collections.abc import Awaitable, Callable

from aiogram.types import Message
from aiogram_dialog import DialogManager, ShowMode
from aiogram_dialog.widgets.input import MessageInput

from bot.domain.refusals import Refusal
from handlers.forms.desks import desk_of
from handlers.forms.words import note
from handlers.ui.refusals import refusal_words

Take = Callable[[str, DialogManager], Awaitable[None]]
TakeMessage = Callable[[Message, DialogManager], Awaitable[bool]]
"""Takes what is no text; tells whether it was what the step wants."""


class Typed(MessageInput):
    """Takes a text, or what `sent` takes; anything else gets the sentence of `expected`."""

    def __init__(
        self, expected: str, take: Take | None = None, sent: TakeMessage | None = None
    ) -> None:
        super().__init__(self._read)
        self._expected = expected
        self._take = take
        self._sent = sent

    async def _read(self, message: Message, _: MessageInput, manager: DialogManager) -> None:
        t = desk_of(manager).t
        manager.show_mode = _show_mode(message, manager)
        try:
            taken = await self._taken(message, manager)
        except Refusal as refusal:
            note(manager, refusal_words(refusal, t))
        else:
            if not taken:
                note(manager, t.plain(self._expected))

    async def _taken(self, message: Message, manager: DialogManager) -> bool:
        if message.text is None:
            return self._sent is not None and await self._sent(message, manager)
        if self._take is None:
            return False
        await self._take(message.text, manager)
        return True


def _show_mode(message: Message, manager: DialogManager) -> ShowMode:
    """Let the wizard follow what was typed to the end of the chat, once for a whole album."""
    album = message.media_group_id
    if album is not None and album == manager.current_stack().last_income_media_group_id:
        return ShowMode.NO_UPDATE
    return ShowMode.DELETE_AND_SEND

"""Say a sentence, of which the bot knows only key and values, in somebody's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.sentences import Part, Sentence

if TYPE_CHECKING:  # commands import this, and start without the texts
    from handlers.ui.texts import Texts


def in_words(said: Sentence, t: Texts) -> str:
    """Return a sentence in a language."""
    values = {name: _part(value, t) for name, value in said.values.items()}
    return t.plain(said.key, **values)


def _part(value: Part, t: Texts) -> str | int:
    if isinstance(value, Sentence):
        return in_words(value, t)
    return value if isinstance(value, int) else str(value)

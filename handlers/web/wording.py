"""Words of refusals on pages."""

from bot.domain.refusals import Refusal
from handlers.ui.refusals import refusal_words
from handlers.ui.texts import Texts


def page_words(refusal: Refusal, t: Texts) -> str:
    """Return the text of a refusal on a page, where commands of the bot are no way on."""
    own = f"page-{type(refusal).__name__}"
    return t.plain(own) if t.has(own) else refusal_words(refusal, t)

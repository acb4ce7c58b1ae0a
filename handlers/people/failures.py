"""What administrators are told of what the bot could not do."""

from bot.domain.failures import ItemPutAsideLetter
from handlers.ui.letters import Rendered, Renderers, Sight
from handlers.ui.texts import Texts


def render_put_aside(letter: ItemPutAsideLetter, t: Texts, _sight: Sight) -> Rendered:
    """Return what was put aside, and the number by which it is found in the log."""
    item = letter.item
    words = t(
        "put-aside",
        what=t.plain(f"due-{item.kind}", number=str(item.subject)),
        attempts=item.attempts,
        id=str(letter.id),
        error=item.error,
    )
    reason = f"failure-{item.error}"
    return Rendered(f"{words}\n\n{t(reason)}" if t.has(reason) else words)


LETTERS: Renderers = {ItemPutAsideLetter: render_put_aside}

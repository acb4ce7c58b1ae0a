"""What administrators are told of what the bot could not do."""

from bot.domain.failures import ItemPutAsideLetter
from handlers.ui.texts import Texts


def put_aside_words(letter: ItemPutAsideLetter, t: Texts) -> str:
    """Return what was put aside, and the number by which it is found in the log."""
    item = letter.item
    return t(
        "put-aside",
        kind=item.kind,
        number=str(item.subject),
        attempts=item.attempts,
        id=str(letter.id),
        error=item.error,
    )

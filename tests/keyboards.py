"""What the buttons under a message say and carry."""

from collections.abc import Iterable

from aiogram.types import InlineKeyboardMarkup

from sandbox.chats import Message
from sandbox.people import CallbackAnswer, Person


async def taps_each(person: Person, forged: Iterable[str], message: int) -> list[CallbackAnswer]:
    """Tap each, one after the other: at once it would be a flood, which is mostly left out."""
    return [await person.forges(data, message) for data in forged]


def labels(message: Message) -> list[str]:
    """Return the words on the buttons under a message, row by row."""
    return [button["text"] for button in _buttons(message)]


def callbacks(message: Message) -> list[str]:
    """Return the data that the buttons carry; a link carries none."""
    return [button.get("callback_data", "") for button in _buttons(message)]


def callback(message: Message, words: str) -> str:
    """Return the data of the first button with these words."""
    carried = zip(labels(message), callbacks(message), strict=True)
    return next(data for label, data in carried if words in label)


def buttons(message: Message) -> dict[str, str]:
    """Return what each button says and carries."""
    return dict(zip(labels(message), callbacks(message), strict=True))


def keyboard_of(message: Message) -> InlineKeyboardMarkup:
    """Return the inline keyboard under a message; it may have no buttons."""
    return InlineKeyboardMarkup.model_validate(
        {"inline_keyboard": message.get("reply_markup", {}).get("inline_keyboard", [])}
    )


def labels_of(keyboard: InlineKeyboardMarkup | None) -> list[str]:
    """Return the words on the buttons of a keyboard that was not sent."""
    return [button.text for row in keyboard.inline_keyboard for button in row] if keyboard else []


async def taps_in_list(person: Person, question: str, label: str) -> None:
    """Tap a button of a list that asks `question`, on its first page or on the second."""
    shown = await person.sees(question)
    if not any(label in one for one in labels(shown)):
        await person.taps("›", message=shown)
        await person.sees(lambda message: any(label in one for one in labels(message)))
    await person.taps(label)


def _buttons(message: Message) -> list[dict[str, str]]:
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [button for row in rows for button in row]

"""Tap buttons one after the other, each as soon as it is there."""

from functools import partial

from sandbox.chats import Message
from sandbox.people import Person
from tests.keyboards import labels

PATIENCE = 20.0


async def taps(person: Person, *buttons: str, on: Message | None = None) -> None:
    """Have somebody tap buttons, each as soon as there is one; then something has changed.

    With `on` they are those below this message, as it is edited.
    """
    for words in buttons:
        await person.watches(partial(has_button_below, on, words), PATIENCE)
        before = await person.watches(str)
        answer = await person.taps(words, message=on)
        assert not answer.show_alert, answer
        await person.watches(partial(is_other, before), PATIENCE)


def has_button(words: str, chat: list[Message]) -> bool:
    return any(words in label for one in chat for label in labels(one))


def has_button_below(on: Message | None, words: str, chat: list[Message]) -> bool:
    number = None if on is None else on["message_id"]
    return has_button(words, [one for one in chat if number in {None, one["message_id"]}])


def has_button_at_the_end(words: str, chat: list[Message]) -> bool:
    return has_button(words, chat[-1:])


def is_other(before: str, chat: list[Message]) -> bool:
    return str(chat) != before

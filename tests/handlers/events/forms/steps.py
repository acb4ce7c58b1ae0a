"""An organiser's way through the wizard for events, and what a test reads of it."""

from datetime import timedelta

from babel.dates import format_date

from bot.domain.events.events import Event, EventId
from bot.domain.people.members import MemberId, TelegramId
from sandbox.chats import Message
from sandbox.people import Person
from tests.alliance import Alliance
from tests.keyboards import callbacks, labels


def in_three_days(alliance: Alliance, pattern: str) -> str:
    """Return the day as an organiser would type it."""
    day = (alliance.clock.now() + timedelta(days=3)).date()
    return format_date(day, pattern, locale="ru")


async def comes_to(olga: Person, alliance: Alliance, step: str) -> Message:
    """Fill the wizard in by typing until it asks for `step`."""
    await olga.taps("Создать событие")
    answers = [
        ("Как оно называется?", "Встреча <НКО> & друзья"),
        ("О чём событие?", "Поговорим о <b>планах</b> 🎉"),
        ("В какой день?", f"{in_three_days(alliance, 'd MMMM y')} 18:30"),
        ("Сколько продлится?", "1,5 ч"),
        ("Где?", "Дом НКО, ул. Ленина, 1"),
    ]
    for question, answer in answers:
        seen = await olga.sees(question)
        if question.startswith(step):
            return seen
        await olga.says(answer)
    seen = await olga.sees("Кого зовём?")
    if step == "Кого зовём?":
        return seen
    await olga.taps("Все ·")
    return await olga.sees("Так событие увидят участники")


async def opens(olga: Person, option: str) -> None:
    """Open an option's step, from the preview or the list of options."""
    if _offers(olga, "Ещё настройки"):
        await olga.taps("Ещё настройки")
    if not _offers(olga, option):
        await olga.taps("О событии подробнее" if _offers(olga, "О событии") else "‹ Назад")
    await olga.taps(option)


def _offers(olga: Person, words: str) -> bool:
    """Tell whether the wizard has such a button."""
    return any(words in label for label in labels(wizards(olga.chat())[-1]))


async def back_to_preview(olga: Person) -> None:
    """Go from a list of options to the preview."""
    if _offers(olga, "‹ Назад"):
        await olga.taps("‹ Назад")
    await olga.taps("‹ К событию")


async def publishes(olga: Person, alliance: Alliance) -> Event:
    """Publish what was drafted, from the list of options, and return what is stored of it."""
    await back_to_preview(olga)
    await olga.taps("Опубликовать")
    await olga.sees("Событие опубликовано")
    return (await published(alliance))[0]


async def published(alliance: Alliance) -> list[Event]:
    """Return what the database holds."""
    far_back = alliance.clock.now() - timedelta(days=1)
    return await alliance.database.read(lambda tx: tx.events.ending_after(far_back))


async def stored(alliance: Alliance, event: EventId) -> Event:
    """Return the event as the database holds it."""
    found = await alliance.database.read(lambda tx: tx.events.get(event))
    assert found is not None
    return found


async def member_of(alliance: Alliance, person: Person | int) -> MemberId:
    """Return who a person is to the bot."""
    telegram_id = person if isinstance(person, int) else person.id
    member = await alliance.services.members.recognise(TelegramId(telegram_id))
    assert member is not None
    return member.id


def wizards(chat: list[Message]) -> list[Message]:
    """Return the messages in which a form stands."""
    return [m for m in chat if any(data.startswith("form:") for data in callbacks(m))]


async def only_one_wizard(person: Person) -> None:
    """Wait until the wizard's older message is gone."""
    await person.watches(lambda chat: len(wizards(chat)) == 1)


def follows(said: Message, message: Message) -> bool:
    """Tell whether a message came after what was said."""
    return bool(message["message_id"] > said["message_id"])


async def forges(olga: Person, data: str, what: str) -> Message:
    """Tap a button of some older message, and wait for the wizard that it opens."""
    newest = olga.chat()[-1]
    await olga.forges(data, olga.chat()[1]["message_id"])
    return await olga.sees(lambda m: follows(newest, m) and what in m.get("text", ""))


async def changes(olga: Person, event: EventId) -> Message:
    """Open the wizard for a change, as the board's button does."""
    return await forges(olga, f"change:{event}", "Так событие увидят")

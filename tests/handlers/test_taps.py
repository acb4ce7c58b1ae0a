"""Eight jobs take few taps.

A tap is a tap on a button under a message. What somebody types is one act and no tap, a command
too: it takes as long however the bot is built, while a tap waits for the next screen. Counting
begins at what a person has in front of them: the invitation, the report, or a command that they
type. Every tap is made as a person makes it, on a button that is on the screen.
"""

from datetime import timedelta
from functools import partial

from bot.domain.events.events import EventId
from sandbox.chats import Message
from sandbox.people import Person
from tests.alliance import Alliance
from tests.handlers.announcements.test_drafts import begins, goes_out
from tests.handlers.events.forms.steps import published, stored
from tests.handlers.polls.forms.balloting import MOTION, polls
from tests.keyboards import labels


class Hand:
    """A person's hand, which counts its taps."""

    def __init__(self, person: Person) -> None:
        self._person = person
        self._typed = 0
        self.taps = 0

    async def taps_on(self, label: str) -> None:
        """Tap a button as soon as a screen below what was typed last has it."""
        shown = await self._person.sees(partial(self._offers, label))
        self.taps += 1
        answer = await self._person.taps(label, message=shown)
        assert not answer.show_alert, answer.text

    async def types(self, words: str) -> None:
        """Type something, a command perhaps."""
        self._typed = (await self._person.says(words))["message_id"]

    async def sees(self, words: str) -> Message:
        """Wait for something."""
        return await self._person.sees(words)

    def _offers(self, label: str, message: Message) -> bool:
        new = message["message_id"] > self._typed
        return new and any(label in one for one in labels(message))


async def test_an_invitation_is_answered_by_one_tap(alliance: Alliance, olga: Person) -> None:
    await alliance.announces(olga.id, "Съезд")
    ivan = Hand(alliance.sandbox.person(2))
    await ivan.sees("Съезд")
    await ivan.taps_on("Иду")
    await ivan.sees("Вы идёте")
    assert ivan.taps == 1


async def test_an_answer_is_changed_from_the_list_by_two_taps(
    alliance: Alliance, event: EventId
) -> None:
    ivan = Hand(alliance.sandbox.person(2))
    await ivan.types("/events")
    await ivan.taps_on("Съезд")
    await ivan.taps_on("Не иду")
    assert ivan.taps <= 2
    assert (await alliance.rsvps(event))["Иван"].answer == "declined"


async def test_the_pass_is_shown_by_two_taps_from_the_list_on_the_day_before(
    alliance: Alliance, olga: Person
) -> None:
    await alliance.announces(olga.id, "Съезд", after=timedelta(hours=20))
    person = alliance.sandbox.person(2)
    await person.sees("Съезд")
    await person.taps("Иду")
    ivan = Hand(person)
    await ivan.types("/events")
    await ivan.taps_on("Съезд")
    await ivan.taps_on("Мой пропуск")
    await person.sees(lambda message: "photo" in message)
    assert ivan.taps <= 2


async def test_the_pass_is_shown_by_two_taps_from_the_card_on_any_day(
    alliance: Alliance, event: EventId
) -> None:
    person = alliance.sandbox.person(2)
    ivan = Hand(person)
    await ivan.taps_on("Ещё…")
    await ivan.taps_on("Мой пропуск")
    await person.sees(lambda message: "photo" in message)
    assert ivan.taps <= 2
    assert event


async def test_an_event_is_made_of_a_line_by_two_taps(alliance: Alliance, olga: Person) -> None:
    hand = Hand(olga)
    await hand.types("/event Субботник завтра 10:00, сквер Тенистый, 20 мест")
    await hand.taps_on("Опубликовать")
    await hand.sees("Ещё можно передумать")
    assert hand.taps <= 2
    assert [one.title for one in await published(alliance)] == ["Субботник"]


async def test_an_event_is_moved_by_four_taps(
    alliance: Alliance, olga: Person, event: EventId
) -> None:
    before = (await stored(alliance, event)).starts_at
    hand = Hand(olga)
    await hand.types("/manage")
    await hand.taps_on("Съезд")
    await hand.taps_on("Перенести")
    await hand.sees("Сейчас:")
    await hand.types("через неделю в 12:00")
    await hand.sees("Перенести событие")
    await hand.taps_on("Да, перенести")
    assert hand.taps <= 4
    assert (await stored(alliance, event)).starts_at > before


async def test_something_is_announced_by_three_taps(alliance: Alliance, olga: Person) -> None:
    hand = Hand(olga)
    await hand.types("Завтра субботник")
    await hand.taps_on("Да, разослать")
    await hand.taps_on("Посмотреть и отправить")
    await hand.taps_on("Да, отправить")
    await hand.sees("Ещё можно передумать")
    assert hand.taps <= 3
    await alliance.goes_on(timedelta(seconds=31))
    await alliance.sandbox.person(2).sees("Завтра субботник")


async def test_an_announcement_is_corrected_by_three_taps_from_its_report(
    alliance: Alliance, olga: Person
) -> None:
    await begins(olga, "Собрание в пятницу")
    await goes_out(alliance, olga)
    await olga.sees("Объявление разослано: Собрание в пятницу")
    hand = Hand(olga)
    await hand.taps_on("Кто получил")
    await hand.taps_on("Исправить")
    await hand.sees("Пришлите исправленное сообщение")
    await hand.types("Собрание в субботу")
    await hand.taps_on("Да, исправить")
    await alliance.sandbox.person(2).sees("Собрание в субботу")
    assert hand.taps <= 3


async def test_an_announcement_is_corrected_by_four_taps_from_the_list(
    alliance: Alliance, olga: Person
) -> None:
    await begins(olga, "Собрание в пятницу")
    await goes_out(alliance, olga)
    await olga.sees("Объявление разослано: Собрание в пятницу")
    hand = Hand(olga)
    await hand.types("/announcements")
    await hand.taps_on("Для организаторов")
    await olga.sees("Рядом с названием")
    await hand.taps_on("Собрание в пятницу")
    await hand.taps_on("Исправить")
    await hand.sees("Пришлите исправленное сообщение")
    await hand.types("Собрание в субботу")
    await hand.taps_on("Да, исправить")
    await alliance.sandbox.person(2).sees("Собрание в субботу")
    assert hand.taps <= 4


async def test_an_event_is_corrected_by_four_taps(
    alliance: Alliance, olga: Person, event: EventId
) -> None:
    hand = Hand(olga)
    await hand.types("/manage")
    await hand.taps_on("Съезд")
    await hand.taps_on("Изменить")
    await hand.taps_on("Место")
    await hand.types("сквер Тенистый")
    await hand.taps_on("Сохранить")
    await hand.sees("Изменения сохранены")
    assert hand.taps <= 4
    assert (await stored(alliance, event)).place == "сквер Тенистый"


async def test_a_vote_is_opened_by_five_taps(alliance: Alliance, maria: Person) -> None:
    hand = Hand(maria)
    await hand.types("/polls")
    await hand.taps_on("Новое голосование")
    await hand.taps_on(MOTION)
    await hand.sees("О чём голосуем?")
    await hand.types("Утвердить смету?")
    await hand.taps_on("Нет, это обычный вопрос")
    await hand.sees("До какого времени голосуем?")
    await hand.types("послезавтра в 18:30")
    await hand.taps_on("Открыть голосование")
    await hand.taps_on("Да, открыть")
    await hand.sees("Голосование открыто")
    assert hand.taps <= 5
    assert [one.question for one in await polls(alliance)] == ["Утвердить смету?"]

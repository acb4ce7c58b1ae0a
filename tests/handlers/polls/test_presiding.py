"""Chair and secretary see how a poll stands, and nothing more than they may."""

from datetime import timedelta

import pytest

from bot.domain.notices import MessageRef
from bot.domain.people.members import Role
from bot.domain.polls.plans import Secrecy
from bot.domain.polls.polls import PollId, PollState
from handlers.polls.callbacks.poll_boards import AwaitedButton, OpenPollButton, PollBoardButton
from sandbox.chats import Message
from sandbox.people import Person
from storage.stores import Stores
from tests.alliance import Alliance
from tests.handlers.polls.forms.balloting import opened, stored, votes
from tests.keyboards import labels


@pytest.fixture
async def maria(alliance: Alliance) -> Person:
    """Let the chair look at the list of polls; the council has four others, all joined."""
    maria = await alliance.has(1, "Мария Орлова", Role.CHAIR)
    await alliance.has(2, "Пётр Климов", Role.SECRETARY)
    for number, name in ((3, "Анна"), (4, "Борис <Б>"), (5, "Вера")):
        await alliance.has(number, name, Role.COUNCIL)
    await maria.says("/polls")
    await maria.sees("Сейчас голосований нет")
    return maria


async def looks_at(person: Person, poll: PollId, what: str) -> Message:
    """Show a poll's board in place of the list."""
    number = next(m for m in person.chat() if m.get("reply_markup"))["message_id"]
    await person.forges(PollBoardButton(poll_id=poll).pack(), number)
    return await person.sees(what)


async def test_the_board_is_reached_from_the_list_and_leads_back(
    alliance: Alliance, maria: Person
) -> None:
    await opened(alliance)
    await maria.says("/polls")
    listed = await maria.sees("Ждёт вашего голоса: 1")
    await maria.taps("Смета", message=listed)
    card = await maria.sees(lambda m: "⚙️ Управление" in labels(m))
    await maria.taps("Управление", message=card)
    board = await maria.sees("Ещё не проголосовали: 5")
    assert labels(board) == [
        *("Кто не голосовал", "Доверенность", "Завершить сейчас", "Отменить"),
        *("Скопировать", "Обновить", "К бюллетеню", "‹ Назад"),
    ]
    await maria.taps("К бюллетеню", message=board)
    number = board["message_id"]  # the ballot comes as a message of its own too
    await maria.sees(lambda m: m["message_id"] == number and "Как вы голосуете?" in m["text"])
    await maria.taps("Управление", message=card)
    await maria.sees("Ещё не проголосовали: 5")
    await maria.taps("Назад", message=board)
    await maria.sees("Ждёт вашего голоса: 1")


@pytest.mark.parametrize("secrecy", Secrecy)
async def test_the_board_follows_the_turnout_and_shows_no_counts(
    alliance: Alliance, maria: Person, secrecy: Secrecy
) -> None:
    poll = await opened(alliance, secrecy=secrecy)
    board = await looks_at(maria, poll, "Ещё не проголосовали: 5")
    await votes(alliance, poll, "for", 3, 4)
    await alliance.goes_on(timedelta(seconds=5))
    text = (await maria.sees("Ещё не проголосовали: 3"))["text"]
    assert "Проголосовали: 2 из 5" in text
    assert "· Мария Орлова\n· Пётр Климов\n· Вера" in text
    assert "За:" not in text
    assert board["message_id"] == maria.chat()[1]["message_id"]


async def test_who_has_not_voted_is_listed_with_those_out_of_reach(
    alliance: Alliance, maria: Person
) -> None:
    for number in range(6, 40):
        await alliance.has(number, f"Член совета {number}", Role.COUNCIL)
    poll = await opened(alliance)

    def write(tx: Stores) -> None:
        member = next(one for one in tx.members.all() if one.name == "Борис <Б>")
        tx.members.save_reachable(member.id, alliance.clock.now(), reachable=False)

    await alliance.database.write(write)
    text = (await looks_at(maria, poll, "Ещё не проголосовали: 39"))["text"]
    assert "📵 Борис <Б>" in text
    assert "…и ещё 34" in text
    await maria.taps("Кто не голосовал")
    listed = await maria.sees("До отмеченных сообщения не доходят")
    assert "· Член совета 25" in listed["text"]
    shown = MessageRef(maria.id, listed["message_id"])
    assert await alliance.database.read(lambda tx: tx.shown.get(shown)) is None
    await votes(alliance, poll, "for", 3)
    await maria.taps("›", message=listed)
    await maria.sees("· Член совета 39")
    await maria.taps("Назад", message=listed)
    await maria.sees("Ещё не проголосовали: 38")


async def test_the_board_says_what_came_of_it(alliance: Alliance, maria: Person) -> None:
    poll = await opened(alliance)
    await looks_at(maria, poll, "Ещё не проголосовали")
    await votes(alliance, poll, "for", 1, 2, 3, 4)
    await alliance.goes_on(timedelta(days=4))
    board = await maria.sees(lambda m: "📄 Протокол" in labels(m))
    assert "Решение принято" in board["text"]
    assert labels(board) == ["📄 Протокол", "Скопировать", "Обновить", "К бюллетеню", "‹ Назад"]


async def test_a_scheduled_poll_is_opened_at_once_after_a_second_yes(
    alliance: Alliance, maria: Person
) -> None:
    poll = await opened(alliance, opens_at=alliance.clock.now() + timedelta(hours=5))
    board = await looks_at(maria, poll, "Голосование начнётся")
    assert labels(board)[:2] == ["Открыть сейчас", "Изменить"]
    await maria.taps("Открыть сейчас")
    assert "Бюллетеней: 5" in (await maria.sees("Открыть голосование?"))["text"]
    assert (await stored(alliance, poll)).state is PollState.SCHEDULED
    await maria.taps("Да, открыть")
    await maria.sees("Ещё не проголосовали: 5")
    await alliance.sandbox.person(3).sees("Началось голосование")
    number = maria.chat()[1]["message_id"]
    for sure in (False, True):
        answer = await maria.forges(OpenPollButton(poll_id=poll, sure=sure).pack(), number)
        if sure:
            assert "уже идёт" in (answer.text or "")


@pytest.mark.parametrize("role", [None, Role.COUNCIL, Role.ORGANISER, Role.ADMINISTRATOR])
@pytest.mark.usefixtures("maria")
async def test_nobody_else_sees_a_board_whatever_they_forge(
    alliance: Alliance, role: Role | None
) -> None:
    poll = await opened(alliance, opens_at=alliance.clock.now() + timedelta(hours=5))
    ivan = await alliance.has(9, "Иван", *([] if role is None else [role]))
    await ivan.says("/polls")
    listed = await ivan.sees("Сейчас голосований нет")
    for button in (
        PollBoardButton(poll_id=poll),
        AwaitedButton(poll_id=poll),
        OpenPollButton(poll_id=poll),
        OpenPollButton(poll_id=poll, sure=True),
    ):
        answer = await ivan.forges(button.pack(), listed["message_id"])
        assert "председатель и секретарь" in (answer.text or "")
    assert (await stored(alliance, poll)).state is PollState.SCHEDULED

"""The secretary registers a доверенность: whose ballot, who casts it, what the paper says."""

from datetime import timedelta

import pytest

from bot.domain.people.members import MemberId
from bot.domain.polls.voters import VoterId
from handlers.polls.callbacks.poll_boards import PollBoardButton, RegisterProxyButton
from sandbox.chats import Message
from sandbox.people import Person
from tests.alliance import Alliance
from tests.handlers.events.forms.steps import wizards
from tests.handlers.polls.forms.balloting import opened, votes
from tests.keyboards import labels
from tests.polling import RULES


async def comes_to(maria: Person, alliance: Alliance, step: str) -> Message:
    """Go through the wizard until it asks for `step`."""
    poll = await opened(alliance, rules=RULES)
    await votes(alliance, poll, "for", 2)
    await maria.forges(PollBoardButton(poll_id=poll).pack(), maria.chat()[1]["message_id"])
    await maria.sees("Ещё не проголосовали: 4")
    await maria.taps("Доверенность")
    asked = await maria.sees("Чей голос передают по доверенности?")
    assert "Пётр Климов" not in labels(asked)
    if step == "voter":
        return asked
    await maria.taps("Анна")
    asked = await maria.sees("Кто проголосует?")
    if step == "holder":
        return asked
    await maria.says("бор")
    await maria.sees(lambda m: "Борис" in labels(m))
    await maria.taps("Борис")
    today = alliance.clock.now().astimezone(alliance.config.alliance.time_zone).date()
    for name, question, answer in (
        ("issuer", "Кто подписал доверенность?", "Анна <Орлова>"),
        ("number", "Какой номер у доверенности?", "7/<26>"),
        ("issued", "Когда она выдана?", f"{today - timedelta(days=9):%d.%m}"),
        ("expires", "До какого дня она действует", f"{today + timedelta(days=30):%d.%m.%Y}"),
        ("scope", "На что она выдана?", "голосование <по всем> вопросам"),
    ):
        asked = await maria.sees(question)
        if step == name:
            return asked
        await maria.says(answer)
    return await maria.sees("Проверьте доверенность")


async def test_a_proxy_is_registered_and_its_holder_hears_of_it(
    alliance: Alliance, maria: Person
) -> None:
    text = (await comes_to(maria, alliance, "confirm"))["text"]
    for line in (
        "Чей голос: Анна",
        "Кто проголосует: Борис",
        "Подписал(а): Анна <Орлова>",
        "Номер: 7/<26>",
        "Полномочия: голосование <по всем> вопросам",
    ):
        assert line in text
    await alliance.restarts()
    await maria.taps("Да, подлинник получен, записать")
    await maria.sees("Доверенность записана")
    await alliance.sandbox.person(4).sees("Вам доверили голос")
    electorate = await alliance.database.read(
        lambda tx: tx.electorates.of_poll(next(iter(tx.polls.under_way())).id)
    )
    (proxy,) = electorate.proxies
    today = alliance.clock.now().astimezone(alliance.config.alliance.time_zone).date()
    assert (proxy.principal, proxy.holder, proxy.number) == (VoterId(3), MemberId(4), "7/<26>")
    assert proxy.issued_on == today - timedelta(days=9)
    until = proxy.expires_at.astimezone(alliance.config.alliance.time_zone)
    assert (until.date(), f"{until:%H:%M}") == (today + timedelta(days=31), "00:00")
    assert (proxy.issuer, proxy.confirmed) == ("Анна <Орлова>", True)


@pytest.mark.parametrize(
    ("step", "typed", "refusal"),
    [
        ("voter", "никто", "никого не нашлось"),
        ("holder", "никто", "никого не нашлось"),
        ("holder", "Анна", "никого не нашлось"),
        ("number", "я" * 201, "Слишком длинно"),
        ("issued", "завтра", "Этот день ещё не наступил"),
        ("issued", "01.11.2026 18:30", "Не получилось прочесть дату"),
        ("issued", "давно", "Не получилось прочесть дату"),
        ("expires", "01.11.2020", "Срок доверенности вышел"),
        ("expires", "31.02", "Такого дня в календаре нет"),
        ("scope", "\u200e", "У доверенности есть номер и полномочия"),
    ],
)
async def test_what_no_paper_says_is_refused_and_the_step_stays(
    alliance: Alliance, maria: Person, step: str, typed: str, refusal: str
) -> None:
    question = (await comes_to(maria, alliance, step))["text"].splitlines()[0]
    await maria.says(typed)
    assert question in (await maria.sees(refusal))["text"]


async def test_steps_lead_back_and_out(alliance: Alliance, maria: Person) -> None:
    await comes_to(maria, alliance, "issued")
    await maria.taps("Назад")
    await maria.sees("Какой номер у доверенности?")
    await maria.taps("Назад")
    await maria.sees("Кто подписал доверенность?")
    await maria.taps("Назад")
    await maria.sees("Кто проголосует?")
    await maria.sends_sticker()
    await maria.sees("Ждём имя")
    await maria.taps("Ничего не менять")
    await maria.sees("Хорошо, ничего не меняем")
    assert wizards(maria.chat()) == []


async def test_a_ballot_that_was_cast_meanwhile_is_not_handed_over(
    alliance: Alliance, maria: Person
) -> None:
    await comes_to(maria, alliance, "confirm")
    (poll,) = await alliance.database.read(lambda tx: tx.polls.under_way())
    await votes(alliance, poll.id, "for", 3)
    answer = await maria.taps("Да, подлинник получен, записать")
    assert "Голос уже подан" in (answer.text or "")


async def test_a_closed_poll_takes_no_proxies_and_a_member_registers_none(
    alliance: Alliance, maria: Person
) -> None:
    poll = await opened(alliance, rules=RULES)
    anna = alliance.sandbox.person(3)
    ballot = await anna.sees("Началось голосование")
    button = RegisterProxyButton(poll_id=poll).pack()
    answer = await anna.forges(button, ballot["message_id"])
    assert "председатель и секретарь" in (answer.text or "")
    await alliance.goes_on(timedelta(days=4))
    answer = await maria.forges(button, maria.chat()[1]["message_id"])
    assert "Голосование завершено" in (answer.text or "")

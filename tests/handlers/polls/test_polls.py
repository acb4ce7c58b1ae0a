"""/polls: what waits for one's vote, the archive, a poll's card, the council, the numbers."""

import asyncio
import re
from dataclasses import replace

import pytest

from bot.documents.blocks import Chart
from bot.domain.polls.majorities import AT_LEAST_HALF, MORE_THAN_HALF, Base, Majority, Share
from bot.domain.polls.materials import Material, MaterialKind
from bot.domain.polls.plans import CandidateId, PollKind
from bot.domain.polls.polls import PollId
from bot.domain.polls.voters import VoterId
from handlers.polls.callbacks.polls import (
    BallotButton,
    ChartButton,
    CheckNumberButton,
    MaterialButton,
    NumbersButton,
    PollButton,
    PollMoreButton,
)
from sandbox.people import Person
from tests.keyboards import labels
from tests.polling import RULES
from tests.voters import CHAIR, QUESTION, SECRET, Voters, of

NUMBER = re.compile(r"(?:[A-Z2-7]{4}-){6}[A-Z2-7]{2}")


async def votes(person: Person, words: str = "За") -> None:
    await person.sees("Началось голосование")
    await person.taps(words)
    await person.sees("Голос принят")


async def votes_secretly(person: Person, words: str = "За") -> str:
    """Cast a secret ballot and return its number."""
    await person.sees("Началось голосование")
    await person.taps(words)
    await person.sees("Голос тайный и окончательный")
    await person.taps("Да, проголосовать")
    told = await person.sees("Номер бюллетеня")
    found = NUMBER.search(told["text"])
    assert found is not None
    return found[0]


# --- lists ----------------------------------------------------------------------------------------


async def test_what_waits_for_ones_vote_comes_first(voters: Voters) -> None:
    await voters.opens(question="Первый вопрос")
    await voters.gleb.sees("Первый вопрос")
    await votes(voters.gleb)
    await voters.opens(question="Второй вопрос")
    await voters.gleb.sees("Второй вопрос")

    await voters.gleb.says("/polls")

    listed = await voters.gleb.sees("Голосования. Ждёт вашего голоса: 1.")
    mine = [words for words in labels(listed) if "вопрос" in words]
    assert [words[0] for words in mine] == ["❗", "🗳"]
    assert "Второй вопрос" in mine[0]
    assert "Первый вопрос" in mine[1]
    await voters.gleb.taps("Второй вопрос")
    await voters.gleb.sees(
        lambda message: (
            message["message_id"] == listed["message_id"] and "Как вы голосуете?" in message["text"]
        )
    )
    await voters.gleb.taps("Все голосования", message=listed)
    await voters.gleb.sees("Ждёт вашего голоса: 1.")


async def test_without_polls_the_list_says_so(voters: Voters) -> None:
    await voters.gleb.says("/polls")
    await voters.gleb.sees("Сейчас голосований нет.")
    await voters.gleb.taps("Архив")
    await voters.gleb.sees("Завершённых голосований пока нет.")


async def test_the_archive_is_searched_by_words_and_shows_what_came_of_each(voters: Voters) -> None:
    for question in ("Бюджет на 2027 год", "Отчёт за 2026 год"):
        await voters.opens(question=question)
        await voters.gleb.sees(question)
    await voters.closes()

    await voters.gleb.says("/polls")
    await voters.gleb.sees("Сейчас голосований нет.")
    await voters.gleb.taps("Архив")
    archive = await voters.gleb.sees("Завершённые голосования.")
    assert len([words for words in labels(archive) if words.startswith("⚠️")]) == 2
    await voters.gleb.taps("Найти")
    await voters.gleb.sees("Напишите слово или несколько из вопроса")
    await voters.gleb.says("слон")
    await voters.gleb.sees("Ничего не нашлось.")
    await voters.gleb.says("ОТЧЕТ")
    found = await voters.gleb.sees("Нашлось 1 голосование:")
    assert any("Отчёт за 2026 год" in words for words in labels(found))

    await voters.gleb.taps("Отчёт за 2026", message=found)
    await voters.gleb.sees(
        lambda message: (
            message["message_id"] == found["message_id"]
            and "Нет кворума, решение не принято." in message["text"]
        )
    )


async def test_the_council_is_listed_with_roles_and_organisations(voters: Voters) -> None:
    await voters.gleb.says("/polls")
    await voters.gleb.sees("Сейчас голосований нет.")

    await voters.gleb.taps("Состав совета")

    seats = await voters.gleb.sees("Состав совета\n")
    assert "1. Вера\u00a0— председатель" in seats["text"]
    assert "2. Борис\u00a0— секретарь" in seats["text"]
    assert "3. Глеб\n4. Дина" in seats["text"]


async def test_polls_stand_in_the_menu_and_the_help(voters: Voters) -> None:
    await voters.gleb.says("/help")
    help_ = await voters.gleb.sees("/polls\N{NO-BREAK SPACE}— голосования")
    assert "/straw" not in help_["text"]
    await voters.vera.says("/help")
    assert "/straw Вопрос | Вариант" in (await voters.vera.sees("/polls"))["text"]


# --- a poll ---------------------------------------------------------------------------------------


async def test_the_link_of_a_group_opens_the_ballot_for_whom_it_is(voters: Voters) -> None:
    poll = await voters.opens()
    stranger = voters.alliance.sandbox.add_person(70, "Чужой", started=True)
    await voters.gleb.sees("Началось голосование")

    for person in (voters.gleb, voters.egor, stranger):
        await person.says(f"/start b_{poll}")

    card = await voters.gleb.sees(
        lambda message: QUESTION in message["text"] and "Началось" not in message["text"]
    )
    assert "За" in labels(card)
    await voters.egor.sees("Такого голосования нет.")
    await stranger.sees("Здравствуйте! Это бот объединения")
    assert not any(QUESTION in message["text"] for message in stranger.chat())


async def test_materials_come_as_files(voters: Voters) -> None:
    sent = await voters.gleb.sends_document("устав.pdf", b"%PDF-1.4")
    file = sent["document"]["file_id"]
    materials = (Material(MaterialKind.DOCUMENT, file, "Устав & поправки.pdf"),)
    poll = await voters.opens(materials=materials)
    ballot = await voters.gleb.sees("Началось голосование")
    assert "📎 Устав & поправки.pdf" in labels(ballot)

    await voters.gleb.taps("📎 Устав")

    await voters.gleb.sees(lambda message: "document" in message)
    beyond = MaterialButton(poll_id=poll, place=1).pack()
    assert (await voters.gleb.forges(beyond, ballot["message_id"])).show_alert
    await voters.egor.says("/help")
    help_ = await voters.egor.sees("Вот что умеет бот")
    forged = MaterialButton(poll_id=poll, place=0).pack()
    answer = await voters.egor.forges(forged, help_["message_id"])
    assert "Такого голосования нет" in (answer.text or "")


async def test_a_live_poll_shows_how_the_votes_stand(voters: Voters) -> None:
    await voters.opens(live=True)
    await votes(voters.gleb)

    card = await voters.gleb.sees("Промежуточные итоги")

    assert "За: 1" in card["text"]
    assert "Решение" not in card["text"]


async def elects(voters: Voters, share: Share, seats: int) -> str:
    """Let the four of the council elect: Anna has four votes, Igor and Olga two each."""
    majority = Majority(share, Base.PARTICIPANTS, "Устав, п. 5.4")
    await voters.opens(
        rules=replace(RULES, majority=majority),
        **of(PollKind.ELECTION, "Анна", "Игорь", "Ольга", seats=seats),
    )
    marks = {voters.vera: (1, 2), voters.boris: (1, 3), voters.gleb: (1, 2), voters.dina: (1, 3)}
    for person, chosen in marks.items():
        await person.sees("Началось голосование")
        for count, number in enumerate(chosen, 1):
            await person.taps(f"{number}. ")
            await person.sees(f"Выбрано {count} из {seats}")
        await person.taps("Проголосовать")
        await person.sees("Голос принят")
    await voters.closes()
    text: str = (await voters.gleb.sees("Итоги голосования"))["text"]
    return text


async def test_seats_that_nobody_has_enough_votes_for_are_said_to_be_vacant(voters: Voters) -> None:
    outcome = await elects(voters, MORE_THAN_HALF, 2)

    assert "✅ Избрано: 1 из 2." in outcome
    assert "✅ 1. Анна\n▰▰▰▰▰▰▰▰▰▰ за 4\n" in outcome
    assert "❌ 2. Игорь\n▰▰▰▰▰▱▱▱▱▱ за 2 (порог не набран)" in outcome
    assert "Для избрания нужно 3 из 4 (всех участвовавших)." in outcome
    assert "Осталось незанятых мест: 1." in outcome


async def test_a_tie_is_shown_as_a_tie_and_then_how_the_lot_settled_it(voters: Voters) -> None:
    outcome = await elects(voters, AT_LEAST_HALF, 2)

    assert "⚖️ 2. Игорь" in outcome
    assert "⚖️ 3. Ольга" in outcome
    tie = "Голоса разделились поровну: Игорь и Ольга. На всех одно место."
    assert f"⚖️ {tie} Кто избран, решит второй тур или жребий." in outcome
    assert "незанятых" not in outcome
    drawn = frozenset({CandidateId(12)})
    await voters.ties.record_lot(CHAIR, PollId(1), drawn, "Тянула Вера при всех.")
    news = await voters.gleb.sees("Жребий решил спор за место.")
    assert "Итог: Ольга. Тянула Вера при всех." in news["text"]


async def test_the_outcome_is_drawn_once_and_sent_to_all_who_ask(
    voters: Voters, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[Chart] = []
    renderer = voters.alliance.app.renderer
    chart = renderer.chart

    async def counted(wanted: Chart) -> bytes:
        drawn.append(wanted)
        return await chart(wanted)

    monkeypatch.setattr(renderer, "chart", counted)
    poll = await voters.opens()
    ballot = await voters.gleb.sees("Началось голосование")
    early = ChartButton(poll_id=poll).pack()
    assert (await voters.gleb.forges(early, ballot["message_id"])).show_alert
    await votes(voters.gleb)
    await voters.closes()

    async def asks(person: Person) -> None:
        outcome = await person.sees("Итоги голосования")
        await person.taps("📊 Диаграмма", message=outcome)
        picture = await person.sees(lambda message: "photo" in message, timeout=60)
        assert picture["caption"] == f"{QUESTION}\n⚠️ Нет кворума, решение не принято."

    await asyncio.gather(*map(asks, (voters.gleb, voters.dina, voters.vera)))
    await asks(voters.boris)
    assert [one.title for one in drawn] == [QUESTION]


# --- nothing before the close ---------------------------------------------------------------------


@pytest.mark.parametrize("secrecy", [{}, SECRET])
async def test_before_the_close_nobody_sees_anything_but_the_turnout(
    voters: Voters, secrecy: dict[str, object]
) -> None:
    poll = await voters.opens(**secrecy, **of(PollKind.ADMISSION, "Фонд А"))
    for person, words in ((voters.gleb, "Против"), (voters.dina, "Воздержусь")):
        if secrecy:
            await votes_secretly(person, words)
        else:
            await votes(person, words)
    everybody = (voters.vera, voters.boris, voters.gleb, voters.dina, voters.egor)
    screens = [
        PollButton(poll_id=poll).pack(),
        PollButton(poll_id=poll, part=1).pack(),
        *(PollMoreButton(poll_id=poll, voter_id=VoterId(voter)).pack() for voter in range(1, 5)),
        *(BallotButton(poll_id=poll, voter_id=VoterId(voter)).pack() for voter in range(1, 5)),
        CheckNumberButton(poll_id=poll).pack(),
        ChartButton(poll_id=poll).pack(),
        NumbersButton(poll_id=poll).pack(),
        "polls:0:0",
        "polls:1:0",
    ]

    for person in everybody:
        await person.says("/polls")
        await person.says(f"/start b_{poll}")
        await person.says("/help")
        number = (await person.sees("Вот что умеет бот"))["message_id"]
        for data in screens:
            await person.forges(data, number)

    for person in everybody:
        for message in person.chat():
            text = message.get("text", "")
            own = person in {voters.gleb, voters.dina}
            assert not re.search(r"[▰▱] За|Воздержались|Против: |Решение", text), text
            if not own or secrecy:
                assert not re.search(r"принят:.*(Против|Воздержусь)", text), text
        numbers = [m for m in person.chat() if NUMBER.search(m.get("text", ""))]
        assert len(numbers) == (1 if secrecy and person in {voters.gleb, voters.dina} else 0)
        assert not any("document" in message or "photo" in message for message in person.chat())


# --- the numbers of secret ballots ----------------------------------------------------------------


async def test_after_the_close_a_number_is_checked_however_it_is_typed(voters: Voters) -> None:
    await voters.opens(**SECRET)
    number = await votes_secretly(voters.gleb)
    for person in (voters.vera, voters.boris, voters.dina):
        await votes_secretly(person)
    await voters.closes()
    await voters.gleb.sees("Итоги голосования")

    await voters.gleb.taps("Проверить номер")
    await voters.gleb.sees("Отправьте номер бюллетеня.")
    await voters.gleb.says(number.lower().replace("-", " "))
    await voters.gleb.sees("Бюллетень с этим номером посчитан")
    await voters.gleb.says("QQQQ-QQQQ")
    await voters.gleb.sees("Это не похоже на номер бюллетеня.")
    await voters.gleb.says("AAAA-AAAA-AAAA-AAAA-AAAA-AAAA-AA")
    await voters.gleb.sees("Среди посчитанных такого номера нет")


async def test_where_nobody_voted_in_secret_there_is_no_file_of_numbers(voters: Voters) -> None:
    secret, named = await voters.opens(**SECRET), await voters.opens()
    await voters.closes()
    card = await voters.gleb.sees("Итоги голосования")

    for poll in (secret, named):
        data = NumbersButton(poll_id=poll).pack()
        answer = await voters.gleb.forges(data, card["message_id"])
        assert answer.show_alert
        assert "нет бюллетеней с номерами" in (answer.text or "")


async def test_the_list_of_numbers_shows_neither_names_nor_choices(voters: Voters) -> None:
    await voters.opens(**SECRET)
    cast = [await votes_secretly(person) for person in (voters.gleb, voters.dina, voters.vera)]
    await voters.closes()
    await voters.gleb.sees("Итоги голосования")

    await voters.gleb.taps("Номера файлом")

    sent = await voters.gleb.sees("Номера всех посчитанных бюллетеней: 3.")
    file = await voters.alliance.app.bot.get_file(sent["document"]["file_id"])
    assert file.file_path is not None
    content = await voters.alliance.app.bot.download_file(file.file_path)
    assert content is not None
    assert content.read().decode().split() == sorted(cast)

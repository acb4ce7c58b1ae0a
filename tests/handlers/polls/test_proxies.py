"""A proxy given in the bot: whose, by which paper; seen on both ballots."""

from datetime import timedelta
from functools import partial
from typing import Any

from bot.domain.polls.polls import PollId
from bot.domain.polls.proxies import Proxy
from sandbox.people import Person
from tests.alliance import Alliance
from tests.crashes import BROKEN, dies_after
from tests.keyboards import callbacks, labels
from tests.voters import GENERAL, QUESTION, SECRET, Voters


async def chooses(egor: Person) -> None:
    """Go as far as the paper's number: the holder is Zoya."""
    await egor.sees("Началось голосование")
    await egor.taps("Ещё…")
    await egor.sees(lambda message: "Передать по доверенности" in labels(message))
    await egor.taps("Передать по доверенности")
    await egor.sees("Кому доверить голос?")
    await egor.says("зоя")
    await egor.sees("Кого вы имели в виду?")
    await egor.taps("Зоя · Фонд 2")
    await egor.sees("Какой номер у доверенности?")


async def fills_in(egor: Person, *, number: str = "7") -> None:
    """Type the paper's data, up to the summary."""
    await egor.says(number)
    await egor.sees("Когда она выдана?")
    await egor.says("1 ноября 2026")
    await egor.sees("До какого дня она действует, включительно?")
    await egor.says("31 декабря 2026")
    await egor.sees("На что она выдана?")
    await egor.says("участие в собрании & голосование")
    await egor.sees("Проверьте доверенность")


async def sees_the_paper(boris: Person) -> None:
    """Have the secretary confirm, from what the bot told, that the paper has been seen."""
    told = await boris.sees("Доверенность ждёт проверки")
    await boris.taps("Проверить доверенность", message=told)
    await boris.sees("Вы видели эту доверенность?")
    await boris.taps("Да, видел(а) подлинник")
    await boris.sees("Ещё не проголосовали")


def has_numbers(count: int, chat: list[dict[str, Any]]) -> bool:
    return sum("Номер бюллетеня" in message.get("text", "") for message in chat) == count


def offers(button: str, number: int, message: dict[str, Any]) -> bool:
    return message["message_id"] == number and button in labels(message)


async def shows(person: Person, message: dict[str, Any], words: str) -> None:
    """Wait until this very message says so."""
    number = message["message_id"]
    await person.sees(lambda seen: seen["message_id"] == number and words in seen["text"])


async def given(alliance: Alliance, poll: PollId) -> tuple[Proxy, ...]:
    return (await alliance.database.read(lambda tx: tx.electorates.of_poll(poll))).proxies


async def test_a_proxy_is_given_step_by_step_and_seen_on_both_ballots(voters: Voters) -> None:
    poll = await voters.opens(**GENERAL)
    await voters.zoya.sees("Началось голосование")
    await chooses(voters.egor)
    await fills_in(voters.egor)

    summary = await voters.egor.sees("Проверьте доверенность")
    for words in (
        "Чей голос: Фонд 1",
        "Кто проголосует: Зоя",
        "Номер: 7",
        "Выдана: 1 ноября 2026",
        "Действует по 31 декабря 2026 включительно",
        "Полномочия: участие в собрании & голосование",
        "сами вы голосовать не сможете",
    ):
        assert words in summary["text"], words
    assert await given(voters.alliance, poll) == ()
    await voters.egor.taps("Да, передать голос")
    own = await voters.egor.sees("Доверенность записана. Отдайте бумагу секретарю совета")
    assert "⏳ Доверенность №\u00a07 (доверенное лицо: Зоя) ждёт проверки." in own["text"]
    assert "За" in labels(own)
    await sees_the_paper(voters.boris)

    entrusted = await voters.zoya.sees("Вам доверили голос.")
    assert (
        "Фонд 1\n📜 Вы голосуете по доверенности №\u00a07 от 1 ноября 2026: "
        "участие в собрании & голосование." in entrusted["text"]
    )
    own = await voters.egor.sees("Голос передан по доверенности №\u00a07 от 1 ноября 2026")
    assert "Голосует Зоя." in own["text"]
    assert "За" not in labels(own)
    await voters.zoya.taps("🗳 Фонд 1", message=entrusted)
    await shows(voters.zoya, entrusted, "Как вы голосуете?")
    await voters.zoya.taps("Против", message=entrusted)
    await shows(voters.zoya, entrusted, "Голос принят: «Против»")
    await voters.egor.sees("Голос принят: «Против»\nГолосовал представитель: Зоя.")


async def test_a_member_with_several_ballots_sees_and_casts_each(voters: Voters) -> None:
    poll = await voters.opens(**GENERAL, **SECRET)
    await voters.zoya.sees("Началось голосование")
    await chooses(voters.egor)
    await fills_in(voters.egor)
    await voters.egor.taps("Да, передать голос")
    await sees_the_paper(voters.boris)
    card = await voters.zoya.sees("Вам доверили голос.")
    assert {"🗳 Фонд 1", "🗳 Фонд 2"} <= set(labels(card))

    for count, house in enumerate(("Фонд 1", "Фонд 2"), 1):
        await voters.zoya.sees(partial(offers, f"🗳 {house}", card["message_id"]))
        await voters.zoya.taps(f"🗳 {house}", message=card)
        await shows(voters.zoya, card, "Как вы голосуете?")
        await voters.zoya.taps("За", message=card)
        await shows(voters.zoya, card, f"{house}\n\n🔒 Голос тайный и окончательный")
        await voters.zoya.taps("Да, проголосовать", message=card)
        await voters.zoya.watches(partial(has_numbers, count))
    voted = await voters.alliance.database.read(lambda tx: tx.ballots.voted(poll))
    assert len(voted) == 2


async def test_what_cannot_be_read_is_asked_again(voters: Voters) -> None:
    await voters.opens(**GENERAL)
    await chooses(voters.egor)

    await voters.egor.says("7" * 201)
    await voters.egor.sees("Слишком длинно: 201 знак, а в протокол помещается 200.")
    await voters.egor.says("7")
    await voters.egor.sees("Когда она выдана?")
    await voters.egor.says("вчера или около того")
    await voters.egor.sees("Не получилось прочесть дату.")
    await voters.egor.says("1 января 2090")
    await voters.egor.sees("Этот день ещё не наступил. Напишите дату из прошлого")
    await voters.egor.says("1 ноября")
    await voters.egor.sees("До какого дня она действует")


async def test_a_name_of_nobody_who_votes_is_looked_for_again(voters: Voters) -> None:
    await voters.opens(**GENERAL)
    await voters.egor.sees("Началось голосование")
    await voters.egor.taps("Ещё…")
    await voters.egor.sees(lambda message: "Передать по доверенности" in labels(message))
    await voters.egor.taps("Передать по доверенности")
    await voters.egor.sees("Кому доверить голос?")

    await voters.egor.says("Глеб")
    await voters.egor.sees("Среди участников голосования такого имени нет.")
    await voters.egor.says("Зо")
    await voters.egor.sees("Кого вы имели в виду?")


async def test_a_yes_to_an_older_summary_gives_nothing(voters: Voters) -> None:
    poll = await voters.opens(**GENERAL)
    await chooses(voters.egor)
    await fills_in(voters.egor)
    old = await voters.egor.sees("Проверьте доверенность")
    await voters.egor.taps("Назад", message=old)

    data = callbacks(old)[0]
    answer = await voters.egor.forges(data, old["message_id"])

    assert answer.show_alert
    assert "Эта кнопка уже не действует" in (answer.text or "")
    assert await given(voters.alliance, poll) == ()


async def test_after_a_crash_a_proxy_that_was_given_is_seen_and_not_refused_as_a_second_one(
    voters: Voters,
) -> None:
    poll = await voters.opens(**GENERAL)
    await voters.zoya.sees("Началось голосование")
    await chooses(voters.egor)
    await fills_in(voters.egor)
    dies_after(voters.alliance.services.proxies, "give")
    assert BROKEN in ((await voters.egor.taps("Да, передать голос")).text or "")

    again = await voters.egor.taps("Да, передать голос")

    assert "уже не действует" in (again.text or "")
    await voters.egor.sees("Доверенность №\u00a07 (доверенное лицо: Зоя) ждёт проверки")
    assert len(await given(voters.alliance, poll)) == 1


async def test_what_is_typed_below_the_summary_corrects_the_scope(voters: Voters) -> None:
    poll = await voters.opens(**GENERAL)
    await chooses(voters.egor)
    await fills_in(voters.egor)
    old = await voters.egor.sees("Проверьте доверенность")
    data = callbacks(old)[0]

    await voters.egor.says("все вопросы повестки")
    await voters.egor.sees("Полномочия: все вопросы повестки")
    answer = await voters.egor.forges(data, old["message_id"])
    assert "Эта кнопка уже не действует" in (answer.text or "")
    assert await given(voters.alliance, poll) == ()
    await voters.egor.taps("Да, передать голос")
    await voters.egor.sees("Доверенность записана.")

    (proxy,) = await given(voters.alliance, poll)
    assert proxy.scope == "все вопросы повестки"


async def test_who_has_voted_cannot_hand_the_vote_over(voters: Voters) -> None:
    poll = await voters.opens(**GENERAL)
    await chooses(voters.egor)
    await fills_in(voters.egor)
    card = next(m for m in voters.egor.chat() if QUESTION in m["text"])
    await voters.egor.forges(f"poll:{poll}:0", card["message_id"])
    await voters.egor.sees("Как вы голосуете?")
    await voters.egor.forges(f"vote:{poll}:1:for", card["message_id"])

    assert await given(voters.alliance, poll) == ()
    assert await voters.alliance.database.read(lambda tx: tx.ballots.voted(poll)) == {
        await voters.organisation(5)
    }


async def test_a_day_without_a_year_is_the_last_such_day_for_the_issue(voters: Voters) -> None:
    poll = await voters.opens(**GENERAL)
    await chooses(voters.egor)
    day = voters.alliance.clock.now().date() - timedelta(days=20)
    month = voters.alliance.app.texts.for_language("ru").date(day).rsplit(" ", 1)[0]

    await voters.egor.says("б/н")
    await voters.egor.sees("Когда она выдана?")
    await voters.egor.says(month)
    await voters.egor.sees("До какого дня она действует")
    await voters.egor.says("завтра")
    await voters.egor.sees("На что она выдана?")
    await voters.egor.says("всё")
    await voters.egor.sees("Проверьте доверенность")
    await voters.egor.taps("Да, передать голос")
    await voters.egor.sees("Доверенность записана.")

    (proxy,) = await given(voters.alliance, poll)
    assert proxy.issued_on == day

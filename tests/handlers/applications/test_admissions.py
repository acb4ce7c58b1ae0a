"""From the queue to the vote, and from the vote to the welcome: over the sandbox."""

from datetime import timedelta

import pytest

from bot.domain.applications.ids import ApplicationId
from bot.domain.people.members import MemberId, Role, TelegramId
from bot.domain.polls.polls import PollId
from bot.domain.polls.voters import VoterId
from handlers.applications.callbacks import PutToVoteButton
from handlers.ui.callbacks import ViewApplicationButton
from sandbox.chats import Message
from sandbox.people import Person
from sandbox.views import text_of
from tests.alliance import UNPACED, Alliance
from tests.applicants import (
    OTHER_INN,
    OTHER_OGRN,
    application_of,
    applies,
    consents,
    corrects,
    fills_in,
    has_secretary,
)
from tests.crashes import dies_after

CHANNEL = -1001


@pytest.fixture
def settings() -> dict[str, str]:
    return UNPACED | {"ALLIANCE__CHANNEL": str(CHANNEL)}


async def has_council(alliance: Alliance) -> tuple[Person, Person, Person]:
    """Give the alliance a secretary and two more members of the council: members 1 to 3."""
    sofia = await has_secretary(alliance)
    clara = await alliance.has(2, "Клара", Role.COUNCIL)
    dina = await alliance.has(3, "Дина", Role.COUNCIL)
    return sofia, clara, dina


async def puts_to_vote(sofia: Person, *titles: str, patience: float = 10) -> Message:
    """Have the secretary put the applications of these names to the vote for three days."""
    await sofia.says("/manage")
    listed = await sofia.sees("В работе")
    return await chooses(sofia, listed, *titles, patience=patience)


async def chooses(sofia: Person, listed: Message, *titles: str, patience: float = 10) -> Message:
    """Choose applications in the queue that a message shows, and open the vote on them."""
    for title in titles:
        await sofia.taps(title, message=listed)
        await sofia.taps("Выбрать для голосования", message=listed)
        await sofia.sees(lambda message: "✓ " in str(message.get("reply_markup")))
    await sofia.taps("На голосование", message=listed)
    await sofia.sees("Сколько дней дать совету?")
    await sofia.taps("3 дня", message=listed)
    preview = await sofia.sees("Совет проголосует о приёме")
    await sofia.taps("Открыть голосование", message=listed)
    await sofia.sees("Голосование открыто до", patience)
    return preview


async def all_vote(alliance: Alliance, ballot: str, members: int = 3) -> None:
    for member in range(1, members + 1):
        await alliance.services.ballots.cast(MemberId(member), PollId(1), VoterId(member), ballot)


async def test_an_admitted_organisation_is_welcomed_and_everybody_hears_of_it(
    alliance: Alliance,
) -> None:
    sofia, clara, _ = await has_council(alliance)
    alliance.sandbox.add_channel(CHANNEL, "Новости", members=[sofia.id])
    masha = await consents(alliance)
    await fills_in(masha)
    await corrects(masha, "Файлы")
    await masha.sees("Приложите, если хотите")
    await masha.sends_document("Устав.pdf", b"%PDF")
    await masha.sees("Приложен 1 файл")
    await masha.sends_photo()
    await masha.sees("Приложено 2 файла")
    await masha.taps("Готово, дальше")
    await masha.sees("Файлов: 2")
    await masha.taps("Отправить заявку")
    await masha.sees("Секретарь совета получил заявку")

    preview = await puts_to_vote(sofia, "Тёплый дом")

    assert preview["text"].startswith("Совет проголосует о приёме:\n• АНО «Тёплый дом»\n\nДо ")
    assert "Из 3 голосов" in preview["text"]
    await masha.sees("Совет голосует о приёме организации АНО «Тёплый дом». Голоса принимают до")
    await clara.sees("Принять в альянс организацию: АНО «Тёплый дом»")
    await clara.taps("Посмотреть заявку")
    card = await clara.sees("Руководитель: Мария Петровна Белова")
    assert "Телефон" not in card["text"], "the council votes without the contacts"
    assert "🗳 На голосовании в совете до " in card["text"]
    await clara.watches(
        lambda chat: any("document" in m for m in chat) and any("photo" in m for m in chat)
    )

    await all_vote(alliance, "1:for")

    welcome = await masha.sees("теперь в альянсе")
    assert welcome["text"] == (
        "🎉 АНО «Тёплый дом» теперь в альянсе. Добро пожаловать!\n\n"
        "Вы руководитель организации: отвечаете на приглашения и голосуете от её имени.\n\n"
        "/events — ближайшие события\n"
        "/polls — голосования и состав совета\n"
        "/me — ваши данные, язык и часовой пояс"
    )
    await masha.says("/me")
    page = await masha.sees("В альянсе: руководитель организации")
    assert page["text"].startswith("Мария Петровна Белова\nАНО «Тёплый дом»\nДолжность: директор")
    menus = alliance.sandbox.journal.read(method="setMyCommands")
    assert menus[-1]["params"]["scope"] == {"type": "chat", "chat_id": masha.id}
    posts = await sofia.watches(
        lambda chat: [text_of(post) for post in chat] or None, chat_id=CHANNEL
    )
    assert "\n".join(posts) == (
        "🎉 В альянсе пополнение: Автономная некоммерческая организация «Тёплый дом»\n"
        "Ревда\n\n"
        "Помогаем бездомным: ночлег, врач, документы."
    )
    await masha.says("/start")
    await masha.sees("Ваша организация — АНО «Тёплый дом»")


async def test_a_refusal_by_vote_is_told_kindly_and_without_numbers(alliance: Alliance) -> None:
    sofia, _, _ = await has_council(alliance)
    masha = await applies(alliance)
    await puts_to_vote(sofia, "Тёплый дом")

    await all_vote(alliance, "1:against")

    news = await masha.sees("Голосов за приём не хватило")
    assert news["text"] == (
        "Совет рассмотрел заявку организации АНО «Тёплый дом». Голосов за приём не хватило, "
        "поэтому организация пока не принята.\n\n"
        "Это не навсегда: заявку можно подать ещё раз. Спасибо за интерес к альянсу!"
    )
    await masha.taps("Заявка организации")
    await masha.sees("❌ Отклонена.")


async def test_two_applications_are_put_to_one_vote_and_one_is_withdrawn(
    alliance: Alliance,
) -> None:
    sofia, clara, _ = await has_council(alliance)
    masha = await applies(alliance)
    peter = await consents(alliance, 78, "Пётр")
    await fills_in(peter, inn=OTHER_INN, ogrn=OTHER_OGRN)
    await corrects(peter, "Коротко")
    await peter.sees("А короткое название?")
    await peter.says("Фонд «Ёж»")
    await peter.sees("Коротко: Фонд «Ёж»")
    await peter.taps("Отправить заявку")
    await peter.sees("Секретарь совета получил заявку")
    await puts_to_vote(sofia, "Тёплый дом", "Ёж")
    await clara.sees("Принять в альянс организации, которые подали заявки")
    await clara.taps("📄 2")
    await clara.sees("ИНН: 6658001237")

    await masha.says("/start")
    await masha.sees("вы здесь гость")
    await masha.taps("Заявка организации")
    await masha.sees("🗳 На голосовании в совете до ")
    await masha.taps("Отозвать заявку")
    await masha.sees("Вернуть её будет нельзя")
    await masha.taps("Да, отозвать")
    await masha.sees("Заявка отозвана")
    await sofia.sees("отозвали, пока совет голосует. Голосование дойдёт до конца")
    await all_vote(alliance, "1:for,2:for")

    await peter.sees("Фонд «Ёж» теперь в альянсе")
    organisations = await alliance.database.read(lambda tx: tx.organisations.all())
    assert [one.short_name for one in organisations] == ["Фонд «Ёж»"]


async def test_without_a_quorum_the_applicant_hears_that_it_takes_longer(
    alliance: Alliance,
) -> None:
    sofia, _, _ = await has_council(alliance)
    masha = await applies(alliance)
    await puts_to_vote(sofia, "Тёплый дом")
    await all_vote(alliance, "1:for", members=1)

    await alliance.goes_on(timedelta(days=4))

    await masha.sees("пока не принято: голосование не состоялось. Заявка в силе")
    await sofia.says("/manage")
    await sofia.sees("В работе 1 заявка")
    assert (await application_of(alliance)).is_queued


async def test_only_those_who_preside_put_anything_to_the_vote(alliance: Alliance) -> None:
    _, clara, _ = await has_council(alliance)
    masha = await applies(alliance)
    await clara.says("/start")
    welcome = await clara.sees("Добро пожаловать")

    for data in (PutToVoteButton(), PutToVoteButton(days=3), PutToVoteButton(days=3, sure=True)):
        for person, message in ((clara, welcome), (masha, masha.chat()[-1])):
            answer = await person.forges(data.pack(), message["message_id"])
            assert "председатель и секретарь" in (answer.text or "")
    assert (await application_of(alliance)).is_queued


async def opened_polls(alliance: Alliance) -> int:
    return await alliance.database.read(lambda tx: len(tx.polls.under_way()))


async def test_after_a_crash_a_vote_that_was_opened_is_not_refused_at_the_second_tap(
    alliance: Alliance,
) -> None:
    sofia, _, _ = await has_council(alliance)
    await applies(alliance)
    dies_after(alliance.services.polls, "open")
    with pytest.raises(AssertionError):
        await puts_to_vote(sofia, "Тёплый дом", patience=1)

    await sofia.taps("Открыть голосование")

    told = await sofia.sees("Голосование открыто до")
    assert "Тёплый дом" in told["text"]
    assert await opened_polls(alliance) == 1


async def test_from_one_message_one_vote_is_opened_after_the_other(alliance: Alliance) -> None:
    sofia, _, _ = await has_council(alliance)
    await applies(alliance)
    await puts_to_vote(sofia, "Тёплый дом")
    peter = await consents(alliance, 78, "Пётр")
    await fills_in(peter, inn=OTHER_INN, ogrn=OTHER_OGRN)
    await corrects(peter, "Коротко")
    await peter.sees("А короткое название?")
    await peter.says("Фонд «Ёж»")
    await peter.sees("Коротко: Фонд «Ёж»")
    await peter.taps("Отправить заявку")
    await peter.sees("Секретарь совета получил заявку")
    opened = await sofia.sees("Голосование открыто до")
    await sofia.taps("Заявки", message=opened)

    await chooses(sofia, opened, "Ёж")

    assert await opened_polls(alliance) == 2


async def test_nothing_chosen_opens_nothing(alliance: Alliance) -> None:
    sofia, _, _ = await has_council(alliance)
    await applies(alliance)
    await sofia.says("/manage")
    listed = await sofia.sees("В работе")

    answer = await sofia.forges(PutToVoteButton(days=3, sure=True).pack(), listed["message_id"])

    assert "Сначала выберите в очереди" in (answer.text or "")


async def test_an_outsider_reads_no_application_by_guessing(alliance: Alliance) -> None:
    sofia, _, _ = await has_council(alliance)
    await applies(alliance)
    await puts_to_vote(sofia, "Тёплый дом")
    boris = await alliance.has(9, "Борис")
    await boris.says("/start")
    welcome = await boris.sees("Добро пожаловать")

    data = ViewApplicationButton(application_id=ApplicationId(1)).pack()
    answer = await boris.forges(data, welcome["message_id"])

    assert "Такой заявки нет" in (answer.text or "")
    assert await alliance.services.members.recognise(TelegramId(9)) is not None

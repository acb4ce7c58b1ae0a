"""Organisations that apply, as several tests play them over the sandbox."""

from bot.domain.applications.applications import Application
from bot.domain.people.members import Role, TelegramId
from sandbox.people import Person
from tests.alliance import Alliance
from tests.keyboards import taps_in_list

INN, OGRN = "6671993453", "1026605400007"
OTHER_INN, OTHER_OGRN = "6658001237", "1036603500010"
ANSWERS = (
    ("Какой ОГРН у организации", OGRN),
    ("по уставу", "Автономная некоммерческая организация «Тёплый дом»"),
    ("короткое название", "АНО «Тёплый дом»"),
    ("Где вы работаете", "Ревда"),
    ("Как зовут руководителя", "Мария Петровна Белова"),
    ("должность руководителя", "директор"),
)


async def has_secretary(alliance: Alliance) -> Person:
    return await alliance.has(1, "Софья", Role.SECRETARY)


async def consents(alliance: Alliance, telegram_id: int = 77, name: str = "Маша") -> Person:
    """Have a stranger come as far as the first question."""
    masha = alliance.sandbox.add_person(telegram_id, name, language_code="ru")
    await masha.says("/start")
    await masha.sees("Подайте заявку")
    await masha.taps("Подать заявку")
    await masha.sees("согласие на обработку персональных данных")
    await masha.taps("Даю согласие")
    await masha.sees("Вопрос 1 из 12")
    return masha


async def fills_in(masha: Person, inn: str = INN, ogrn: str = OGRN) -> None:
    """Answer every question, up to the review."""
    await masha.says(inn)
    for words, answer in ANSWERS:
        await masha.sees(words)
        await masha.says(ogrn if answer == OGRN else answer)
    await masha.sees("Руководитель — это вы?")
    await masha.taps("руководитель — это я")
    await masha.sees("По какому телефону")
    await masha.says("8 (912) 345-67-89")
    await masha.sees("На какую почту")
    await masha.says("dom@example.org")
    await masha.sees("Чем занимается организация?")
    await masha.says("Помогаем бездомным: ночлег, врач, документы.")
    await masha.sees("Приложите, если хотите")
    await masha.taps("Дальше без файлов")
    await masha.sees("Всё верно?")


async def corrects(masha: Person, title: str) -> None:
    """Open an answer again, from the review."""
    await masha.taps("Поправить ответ")
    await taps_in_list(masha, "Какой ответ поправить?", title)


async def applies(alliance: Alliance, telegram_id: int = 77, **numbers: str) -> Person:
    """Have a stranger hand in an application."""
    masha = await consents(alliance, telegram_id)
    await fills_in(masha, **numbers)
    await masha.taps("Отправить заявку")
    await masha.sees("Секретарь совета получил заявку")
    return masha


async def application_of(alliance: Alliance, telegram_id: int = 77) -> Application:
    """Return the newest application of somebody."""
    member = await alliance.services.members.recognise(TelegramId(telegram_id))
    assert member is not None
    found = await alliance.database.read(lambda tx: tx.applications.of_applicant(member.id))
    return found[0]

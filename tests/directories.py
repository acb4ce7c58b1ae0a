"""The demo's alliance in a database, and what people type to find an organisation of it."""

from dataclasses import replace
from datetime import UTC, datetime

from bot.config.directory import DirectorySection
from bot.demo.cards import cards_of
from bot.demo.fiction import make_fiction
from bot.domain.directory.cards import Card
from bot.domain.people.members import Role
from bot.domain.people.people import OrganisationDetails, PersonDetails
from bot.services.directory.directory import search
from storage.stores import Stores

SEED = 7
NOW = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
FIELDS = DirectorySection().known

QUERIES = (
    # as they are called, in full or in part, in any case
    *(
        ("Тёплая ладошка", "Тёплая ладошка"),
        ("светлячок", "Светлячок"),
        ("УСЫ И ЛАПЫ", "Усы и лапы"),
    ),
    *(("фонд мудрая сова", "Мудрая сова"), ("АНО Лесной дозор", "Лесной дозор")),
    *(("музей одной улицы", "Музей одной улицы"), ("тридцать три", "Тридцать три вопроса")),
    *(("роо белый пёс", "Белый пёс"), ("общий берег", "Общий берег"), ("колокольчик", "Медный")),
    # ё and е
    *(("теплая ладошка", "Тёплая ладошка"), ("белый пес", "Белый пёс"), ("ежик и друзья", "Ёжик")),
    *(
        ("веселый старт", "Весёлый старт"),
        ("первый лед", "Первый лёд"),
        ("точка над е", "Точка над"),
    ),
    # typing errors
    *(
        ("светлячек", "Светлячок"),
        ("тёплая лодошка", "Тёплая ладошка"),
        ("усы и лаппы", "Усы и лапы"),
    ),
    *(("дваровая лига", "Дворовая лига"), ("лоскутное адеяло", "Лоскутное одеяло")),
    *(("синяя стрикоза", "Синяя стрекоза"), ("хронители озера", "Хранители озера")),
    *(("мастерсая слов", "Мастерская слов"), ("кедрвоая роща", "Кедровая роща")),
    *(("бабушкин сундкук", "Бабушкин сундук"), ("звёздный глобу", "Звёздный глобус")),
    *(("тёплаяладошка", "Тёплая ладошка"), ("каменый мост", "Каменный мост")),
    *(("одувончики", "Одуванчики"), ("корблик надежды", "Кораблик надежды")),
    # the keyboard was in the other language
    *(
        ("ntgkfz kfljirf", "Тёплая ладошка"),
        ("cdtnkzxjr", "Светлячок"),
        ("ecs b kfgs", "Усы и лапы"),
    ),
    *(
        (",tksq gtc", "Белый пёс"),
        ("cnfhsq gfntajy", "Старый патефон"),
        ("xbcnsq ,thtu", "Чистый берег"),
    ),
    # in Latin letters
    *(
        ("teplaya ladoshka", "Тёплая ладошка"),
        ("svetlyachok", "Светлячок"),
        ("bely pes", "Белый пёс"),
    ),
    *(("zhivaya pamyat", "Живая память"), ("shkola lyubopytnyh", "Школа любопытных")),
    *(("khraniteli remesel", "Хранители ремёсел"), ("usy i lapy", "Усы и лапы")),
    # word forms
    *(
        ("белого пса", "Белый пёс"),
        ("в тёплой ладошке", "Тёплая ладошка"),
        ("светлячка", "Светлячок"),
    ),
    *(("лесному дозору", "Лесной дозор"), ("одуванчиков", "Одуванчики"), ("мудрой совы", "Мудрая")),
    *(("золотую пору", "Золотая пора"), ("лаборатории чудес", "Лаборатория чудес")),
    # a leader
    *(
        ("Широков", "Мир на ощупь"),
        ("вершинин вадим", "Волонтёры рядом"),
        ("Игнатьеву Ольгу", "Сказка"),
    ),
    *(
        ("ахметова", "Солнечные люди"),
        ("Габдулина Исмагилова", "Точка над"),
        ("шевченка", "Говорящие"),
    ),
    *(
        ("несторова", "Живая память"),
        ("voroncov", "Крылья за спиной"),
        ("ktjyjdf rfhgjd", "Резной"),
    ),
    *(
        ("филатова оксана", "Усы и лапы"),
        ("родионову", "Домашнее тепло"),
        ("Мельник", "Второе дыхание"),
    ),
    # a number
    *(("9602656886", "Светлячок"), ("ИНН 9601996135", "Тёплая ладошка"), ("9608797643", "Забытые")),
    # what is done, with a place or a word of the name
    *(
        ("собаки Белокаменск лапы", "Усы и лапы"),
        ("рмоо нить", "Красная нить"),
        ("озеро", "Хранители озера"),
    ),
    *(
        ("ресурсный центр", "Общий берег"),
        ("гранты для нко", "Общий берег"),
        ("юрист", "Общий берег"),
    ),
    *(("краеведы старый город", "Старый город"), ("приют птица", "Птица на ладони")),
)
"""What is typed, and a part of the name of the organisation that is meant."""

BY_FIELD = (
    *(("собаки", "Животные"), ("приют для кошек", "Животные"), ("сабаки", "Животные")),
    *(
        ("помощь пенсионерам", "Пожилые люди"),
        ("бабушкам", "Пожилые люди"),
        ("театр и хор", "Культура"),
    ),
    *(
        ("раздельный сбор мусора", "Экология"),
        ("инвалидам", "Инвалидность"),
        ("dtnthfys", "Пожилые люди"),
    ),
    *(("многодетные", "Дети и семья"), ("kraevedy", "История"), ("бездомным", "Трудная ситуация")),
    *(("бесплатные уроки", "Образование"), ("лыжи", "Спорт"), ("благоустройство", "Город и село")),
)
"""What is typed, and the field of work of the organisation that comes first."""


def fill(tx: Stores, copies: int = 1, colleagues: int = 0) -> None:
    """Write the alliance into an empty database, so many times, each with its card.

    Each leader has so many colleagues besides.
    """
    fiction = make_fiction(SEED)
    cards = dict(cards_of(fiction))
    for copy in range(copies):
        for figure in fiction.figures:
            told = figure.organisation
            inn = told.inn if not copy else f"{int(told.inn) + 7_777 * copy:010}"[-10:]
            known = tx.organisations.by_inn(inn)
            id_ = tx.organisations.add(_copied(told, inn, copy)) if known is None else known.id
            member = tx.members.add(figure.details, id_)
            if Role.LEADER in figure.details.roles:
                tx.organisations.save_leader(id_, member)
                tx.directory.save(id_, cards[told.inn], member, NOW)
                for number in range(colleagues):
                    tx.members.add(PersonDetails(f"{figure.details.name} {number}"), id_)


def _copied(told: OrganisationDetails, inn: str, copy: int) -> OrganisationDetails:
    ogrn = told.ogrn if not copy else None
    return replace(told, inn=inn, ogrn=ogrn, name=f"{told.name} {copy or ''}".strip())


def first_of(tx: Stores, text: str) -> Card | None:
    """Return what a search shows first."""
    found = search(tx, text, FIELDS, 8)
    return found.hits[0][1] if found.hits else None


def missed(tx: Stores) -> list[tuple[str, str, str]]:
    """Return the queries whose first hit is another: what was typed, meant, shown."""
    wrong = []
    for text, meant in QUERIES:
        card = first_of(tx, text)
        if card is None or meant not in card.title:
            wrong.append((text, meant, "" if card is None else card.title))
    for text, meant in BY_FIELD:
        card = first_of(tx, text)
        if card is None or not card.details.fields[0].startswith(meant):
            wrong.append((text, meant, "" if card is None else card.title))
    return wrong

"""A person's own page: language, time zone, own data, and the way back from each."""

import json
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.people.members import LANGUAGES, Role, TelegramId
from bot.domain.people.people import PersonDetails
from handlers.people.callbacks import ZoneButton
from handlers.people.me import ZONES
from handlers.ui.callbacks import LanguageButton, SettingsButton
from handlers.ui.texts import Texts
from sandbox.people import Person
from tests.alliance import Alliance
from tests.keyboards import buttons

NAME = "<b>Анна</b> & Ко"


def words(alliance: Alliance, language: str = "ru") -> Texts:
    return alliance.app.texts.for_language(language)


@pytest.fixture
async def anna(alliance: Alliance) -> Person:
    """Let a member open the page."""
    anna = await alliance.has(1, NAME, Role.COUNCIL, delegate=True)
    await anna.says("/me")
    await anna.sees(NAME)
    return anna


async def test_the_page_says_who_one_is_here(alliance: Alliance, anna: Person) -> None:
    t = words(alliance)
    page = (await anna.sees(NAME))["text"]
    assert t.plain("role-council") in page
    assert t.plain("role-delegate") in page
    assert t.plain("language-ru") in page
    assert t.zone_name() in page, "the alliance's zone, unless one has chosen another"
    assert "—" not in page, "nothing is said of an organisation and a position that are not known"


@pytest.mark.parametrize("screen", ["language", "zone", "leads", "erase"])
async def test_every_screen_has_a_way_back_to_the_page(
    alliance: Alliance, anna: Person, screen: str
) -> None:
    t = words(alliance)
    page = await anna.sees(NAME)
    await anna.taps(t.plain(f"button-me-{screen}"))
    home = SettingsButton(screen="home").pack()
    opened = await anna.sees(lambda message: home in buttons(message).values())
    assert opened["message_id"] == page["message_id"], "one message, edited in place"

    await anna.taps(t.plain("button-back"))

    back = await anna.sees(NAME)
    assert (back["message_id"], buttons(back)) == (page["message_id"], buttons(page))
    assert len(anna.chat()) == 2


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_language_changes_the_page_and_all_that_follows(
    alliance: Alliance, anna: Person, language: str
) -> None:
    t = words(alliance, language)
    await anna.taps(words(alliance).plain("button-me-language"))
    await anna.sees(lambda m: LanguageButton(language=language, joining=False).pack() in str(m))
    await anna.taps(t.plain(f"language-{language}"))
    await anna.sees(lambda message: t.plain("button-me-erase") in buttons(message))

    await anna.says("/nonsense")
    await anna.sees(t.plain("not-understood"))
    stored = await alliance.services.members.recognise(TelegramId(1))
    assert stored is not None
    assert stored.language == language


async def test_the_zone_is_chosen_from_a_list_and_kept(alliance: Alliance, anna: Person) -> None:
    t = words(alliance)
    await anna.taps(t.plain("button-me-zone"))
    offered = {ZoneButton(zone=zone).pack() for zone in {*ZONES, t.zone.key}}
    first = await anna.sees(t.plain("choose-zone"))
    seen = set(buttons(first).values())
    await anna.taps(t.plain("button-later"))
    second = await anna.sees(lambda message: t.plain("button-earlier") in buttons(message))
    assert offered <= seen | set(buttons(second).values())
    await anna.taps(t.plain("button-earlier"))
    await anna.sees(lambda message: t.plain("button-later") in buttons(message))

    omsk = t.zone_name(ZoneInfo("Asia/Omsk"))
    await anna.taps(omsk)

    await anna.sees(lambda message: NAME in message["text"] and omsk in message["text"])
    stored = await alliance.services.members.recognise(TelegramId(1))
    assert stored is not None
    assert stored.time_zone == "Asia/Omsk"


async def test_what_is_chosen_twice_or_does_not_exist_leaves_the_page_in_order(
    alliance: Alliance, anna: Person
) -> None:
    page = await anna.sees(NAME)
    number = page["message_id"]
    for zone in ("Asia/Omsk", "Asia/Omsk"):
        answer = await anna.forges(ZoneButton(zone=zone).pack(), number)
        assert not answer.show_alert
    for data in ("zone:Mars/Olympus", "zone:../etc/passwd", "lang:xx:0", "me:nowhere", "zone:"):
        answer = await anna.forges(data, number)
        assert answer.show_alert, data

    stored = await alliance.services.members.recognise(TelegramId(1))
    assert stored is not None
    assert (stored.time_zone, stored.language) == ("Asia/Omsk", "ru")
    assert NAME in (await anna.sees(NAME))["text"]


async def test_own_data_is_ones_own_and_nobody_elses(alliance: Alliance, anna: Person) -> None:
    def known(name: str) -> PersonDetails:
        return PersonDetails(name, "Юрист", "+73433711234", "anna@example.org", delegate=True)

    await alliance.knows(2, "Борис", Role.ORGANISER)
    me = await alliance.services.members.recognise(TelegramId(1))
    assert me is not None
    await alliance.database.write(lambda tx: tx.members.update(me.id, known(NAME)))
    await alliance.announces(2)

    await anna.taps(words(alliance).plain("button-me-data"))
    message = await anna.sees(words(alliance).plain("own-data-json"))

    file = alliance.sandbox.world.files.get(message["document"]["file_id"])
    assert file is not None
    kept = json.loads(file.upload.data)
    person = kept["person"]
    assert (person["name"], person["phone"], person["email"], person["telegram_id"]) == (
        *(NAME, "+73433711234", "anna@example.org"),
        1,
    )
    assert "Борис" not in file.upload.data.decode()


async def test_a_stranger_has_no_page(alliance: Alliance) -> None:
    stranger = alliance.sandbox.add_person(7, "Чужой", started=True)
    await stranger.says("/me")
    await stranger.sees(words(alliance).plain("NotMember"))


async def test_a_lead_time_that_is_no_longer_offered_stays_until_it_is_switched_off(
    alliance: Alliance, anna: Person
) -> None:
    t, half_a_day = words(alliance), timedelta(hours=12)
    stored = await alliance.services.members.recognise(TelegramId(1))
    assert stored is not None
    await alliance.services.members.choose_leads(stored.id, [half_a_day])

    await anna.sees(lambda message: t.plain("button-me-leads") in buttons(message))
    await anna.taps(t.plain("button-me-leads"))
    await anna.sees(lambda message: "✓ За 12 часов" in buttons(message))
    await anna.taps("✓ За 12 часов")
    await anna.sees(lambda message: len(buttons(message)) == 9)  # eight, and the way back


async def test_own_lead_times_are_switched_on_and_off(alliance: Alliance, anna: Person) -> None:
    t = words(alliance)

    async def leads() -> tuple[timedelta, ...] | None:
        stored = await alliance.services.members.recognise(TelegramId(1))
        assert stored is not None
        return stored.leads

    async def taps(label: str) -> None:
        await anna.sees(lambda message: label in buttons(message))
        await anna.taps(label)

    await taps(t.plain("button-me-leads"))
    await taps("За 7 дней")
    await taps("За 1 час")
    await anna.sees(lambda message: {"✓ За 7 дней", "✓ За 1 час"} <= set(buttons(message)))
    assert await leads() == (timedelta(days=7), timedelta(hours=1))
    await taps("✓ За 7 дней")
    await anna.sees(lambda message: "За 7 дней" in buttons(message))
    await taps(t.plain("button-back"))
    await anna.sees("Напоминания: за 1 час")

    await taps(t.plain("button-me-leads"))
    await taps("Без напоминаний")
    await anna.sees(lambda message: "✓ Без напоминаний" in buttons(message))
    assert await leads() == ()
    await taps("Как у события")
    await anna.sees(lambda message: "✓ Как у события" in buttons(message))
    assert await leads() is None


@pytest.mark.parametrize("data", ["lead:7:1", "lead:0:1", "lead:-60:1", "lead:60", "leads:2"])
async def test_lead_times_that_nobody_offers_are_refused(
    alliance: Alliance, anna: Person, data: str
) -> None:
    page = await anna.sees(NAME)

    answer = await anna.forges(data, page["message_id"])

    assert answer.show_alert
    stored = await alliance.services.members.recognise(TelegramId(1))
    assert stored is not None
    assert stored.leads is None

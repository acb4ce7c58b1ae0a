from datetime import timedelta

import pytest

from bot.domain.people.invitations import PREFIX, Invitation, hash_of, new_token
from bot.domain.people.members import Role
from bot.domain.people.people import OrganisationDetails, PersonDetails
from handlers.features import MENU
from handlers.ui.commands import Whom
from sandbox.people import Person
from storage.stores import Stores
from tests.alliance import Alliance

NASTY = "<b>Анна</b> & " + "🎄" * 30 + " " + "ё" * 155
assert len(NASTY) == 200


async def invited(alliance: Alliance, name: str = "Анна Орлова") -> str:
    """Return the payload of an invitation for a new person of an organisation."""
    token = new_token()

    def write(tx: Stores) -> None:
        fund = tx.organisations.add(OrganisationDetails("Фонд «Закат»", "", "6671000024", None, ""))
        member = tx.members.add(PersonDetails(name), fund)
        until = alliance.clock.now() + timedelta(days=1)
        tx.invitations.add(Invitation(hash_of(token), member, until))

    await alliance.database.write(write)
    return PREFIX + token


def texts(person: Person) -> list[str]:
    return [message.get("text", "") for message in person.chat()]


@pytest.mark.parametrize("name", ["Анна Орлова", NASTY])
async def test_an_invitation_leads_through_consent_and_language_to_the_events(
    alliance: Alliance, name: str
) -> None:
    anna = alliance.sandbox.add_person(7, "Anna", language_code="ru")
    await anna.says(f"/start {await invited(alliance, name)}")
    request = await anna.sees("согласие на обработку персональных данных")
    assert name in request["text"]

    await anna.taps("Даю согласие")
    await anna.sees("На каком языке")
    await anna.taps("English")
    welcome = await anna.sees("Welcome")
    assert welcome["message_id"] == request["message_id"], "one message, edited in place"
    assert name in welcome["text"]
    await anna.taps("All events")
    await anna.sees("No events yet")

    await anna.says("/me")
    assert name in (await anna.sees("Time zone"))["text"]
    await anna.taps("Language")
    await anna.sees("Which language suits you")
    await anna.taps("Русский")
    await anna.sees("Часовой пояс")


async def test_nothing_is_said_before_the_consent_but_the_way_to_it(alliance: Alliance) -> None:
    await alliance.has(1, "Борис", Role.ORGANISER)
    anna = alliance.sandbox.add_person(7, "Anna")
    await anna.says(f"/start {await invited(alliance)}")
    await anna.sees("согласие")

    await alliance.announces(1)
    await alliance.sandbox.person(1).sees("Доставлено: 1 из 1")

    assert not any("Приглашаем" in text for text in texts(anna))
    await anna.says("/events")
    await anna.sees("Сначала нужно ваше согласие")


@pytest.mark.parametrize(("language", "words"), [("en-GB", "Hello"), ("ru", "Здравствуйте")])
async def test_a_stranger_is_shown_the_way_in_their_language(
    alliance: Alliance, language: str, words: str
) -> None:
    stranger = alliance.sandbox.add_person(7, "<b>🎄", language_code=language)

    await stranger.says("/start")
    await stranger.sees(words)
    await stranger.says("/start i_nonsense")
    await stranger.watches(lambda chat: len(chat) == 4)
    await stranger.says("что-то другое")
    await stranger.watches(lambda chat: len(chat) == 6)
    await stranger.sends_photo()
    await stranger.watches(lambda chat: len(chat) == 8)


async def test_an_administrator_of_the_configuration_is_one_at_the_first_start(
    alliance: Alliance,
) -> None:
    admin = alliance.sandbox.add_person(999, "Ада", "<i>Админ</i>")
    await admin.says("/start")
    await admin.sees("согласие")
    await admin.taps("Даю согласие")
    await admin.sees("На каком языке")
    await admin.taps("Русский")
    await admin.sees("/manage")
    await admin.says("/me")
    assert "администратор" in (await admin.sees("В альянсе"))["text"]


async def test_blocking_and_coming_back_is_noticed(alliance: Alliance) -> None:
    await alliance.has(1, "Анна", Role.ORGANISER)
    boris = await alliance.has(2, "Борис")
    boris.blocks()
    await alliance.announces(1, "Первая")
    anna = alliance.sandbox.person(1)
    await anna.sees("Заблокировали бота или удалили аккаунт: 1")

    boris.unblocks()
    await boris.says("/help")
    await boris.sees("Вот что умеет бот")
    await alliance.announces(1, "Вторая")
    await boris.sees("Вторая")
    assert not any("Первая" in text for text in texts(boris))


async def test_the_command_menu_shows_each_what_they_may(alliance: Alliance) -> None:
    anna = alliance.sandbox.add_person(999, "Ада")
    await anna.says("/start")
    await anna.sees("согласие")
    await anna.taps("Даю согласие")
    await anna.sees("На каком языке")
    await anna.taps("English")
    await anna.sees("Welcome")
    await alliance.app.updates.stop()

    calls = [call["params"] for call in alliance.sandbox.journal.read(method="setMyCommands")]
    menus = [
        (call["scope"]["type"], call.get("language_code"), [c["command"] for c in call["commands"]])
        for call in calls
    ]
    listed = [one for one in MENU.commands if one.idle is None]  # there is no meeting
    members = [one.name for one in listed if one.whom in {Whom.EVERYBODY, Whom.OTHERS}]
    desks = [one.name for one in listed if one.whom not in {Whom.OTHERS, Whom.PRESIDING}]
    members.sort(key="start".__ne__)
    assert members[:2] == ["start", "events"]
    assert members[-2:] == desks[-2:] == ["me", "help"]
    assert set(desks) - set(members) == {"admin", "announce", "event", "manage"}
    assert menus == [
        ("all_private_chats", None, members),
        ("all_private_chats", "ru", members),
        ("all_private_chats", "en", members),
        ("chat", None, desks),
    ]

"""Guests from outside: the link that organisers hand out, and the way in by it."""

from datetime import timedelta
from typing import Any

import pytest

from bot.domain.events.events import EventId
from bot.domain.events.guests import payload_of
from bot.domain.events.rsvps import Answer
from bot.domain.events.views import EventView
from bot.domain.people.invitations import PREFIX, Invitation, hash_of, new_token
from bot.domain.people.members import MemberId, Role, TelegramId
from bot.domain.people.people import PersonDetails
from handlers.events.callbacks.boards import GuestLinkButton
from handlers.events.callbacks.events import RsvpButton
from handlers.ui.callbacks import EventButton
from sandbox.people import Person
from sandbox.views import text_of
from storage.stores import Stores
from tests.alliance import Alliance
from tests.crashes import BROKEN, dies_after
from tests.keyboards import labels

OLGA = MemberId(1)


async def opened(alliance: Alliance, title: str = "Ярмарка") -> tuple[EventId, str]:
    """Have Olga open an event to guests; return the payload of its link too."""
    if await alliance.services.members.recognise(TelegramId(1)) is None:
        await alliance.has(1, "Ольга", Role.ORGANISER)
    event = await alliance.announces(1, title)
    olga = await alliance.services.members.recognise(TelegramId(1))
    assert olga is not None
    return event, payload_of((await alliance.services.guests.link(olga.id, event)).guest_code or "")


async def arrives(alliance: Alliance, payload: str, name: str = "Гина") -> Person:
    """Have a stranger come in by the link, up to the welcome."""
    gina = alliance.sandbox.add_person(77, name, language_code="ru")
    await gina.says(f"/start {payload}")
    await gina.sees("согласие на обработку персональных данных")
    await gina.taps("Даю согласие")
    await gina.sees("На каком языке")
    await gina.taps("Русский")
    await gina.sees("Добро пожаловать")
    return gina


def shows_link(message: dict[str, Any]) -> str:
    """Return the payload of the link in a caption."""
    caption: str = message.get("caption", "")
    return caption.partition("?start=")[2].split()[0]


async def test_an_organiser_shows_the_link_renews_and_closes_it(alliance: Alliance) -> None:
    olga = await alliance.has(1, "Ольга", Role.ORGANISER)
    event = await alliance.announces(1, "<b>Ярмарка</b> & Ко")
    progress = await olga.sees("Приглашения")
    await olga.forges(GuestLinkButton(event_id=event).pack(), progress["message_id"])
    shown = await olga.sees("Ссылка для гостей")
    assert "<b>Ярмарка</b> & Ко" in shown["caption"]
    assert "photo" in shown
    first = shows_link(shown)
    assert first.startswith("g_")

    await olga.taps("Новая ссылка")
    await olga.sees("Прежняя сразу перестанет работать")
    await olga.taps("Назад")
    assert shows_link(await olga.sees("Ссылка для гостей:")) == first
    await olga.taps("Новая ссылка")
    await olga.sees("Прежняя сразу перестанет работать")
    await olga.taps("Да, сделать новую")
    renewed = await olga.sees("Ссылка для гостей:")
    assert renewed["message_id"] == shown["message_id"]
    assert shows_link(renewed) != first

    await olga.taps("Закрыть ссылку")
    await olga.sees("Закрыть ссылку?")
    await olga.taps("Да, закрыть")
    await olga.sees("Ссылка для гостей закрыта")
    gina = alliance.sandbox.add_person(77, "Гина")
    for payload in (first, shows_link(renewed)):
        await gina.says(f"/start {payload}")
        await gina.watches(lambda chat: "больше не действует" in chat[-1].get("text", ""))
    assert len(gina.chat()) == 4

    await olga.taps("Сделать новую ссылку")
    again = shows_link(await olga.sees("Ссылка для гостей:"))
    await gina.says(f"/start {again}")
    await gina.sees("согласие")


async def test_the_way_back_leads_to_the_board_and_the_picture_stays(alliance: Alliance) -> None:
    olga = await alliance.has(1, "Ольга", Role.ORGANISER)
    event = await alliance.announces(1)
    progress = await olga.sees("Приглашения")
    await olga.forges(GuestLinkButton(event_id=event).pack(), progress["message_id"])
    picture = await olga.sees("Ссылка для гостей")

    await olga.taps("Назад", message=picture)
    await olga.sees("Идут")
    await alliance.services.rsvps.answer(OLGA, event, Answer.GOING)
    await alliance.goes_on(timedelta(seconds=2))

    cards = await alliance.database.read(lambda tx: tx.shown.of(EventView, event))
    assert picture["message_id"] not in {card.message.message for card in cards}


async def test_a_stranger_comes_in_by_the_link_and_answers(alliance: Alliance) -> None:
    event, payload = await opened(alliance, "Ярмарка")
    await alliance.announces(1, "Закрытая встреча")

    gina = await arrives(alliance, payload, "<b>Гина</b>")
    welcome = await gina.sees("Добро пожаловать, <b>Гина</b>")
    assert "Ярмарка" in welcome["text"]
    await gina.taps("Открыть событие")
    await gina.sees("Придёте?")
    await gina.taps("Иду")
    await gina.sees("Вы идёте")

    answered = await alliance.database.read(lambda tx: tx.rsvps.answered(event))
    assert [(member.name, rsvp.answer) for member, rsvp in answered] == [
        ("<b>Гина</b>", Answer.GOING)
    ]


async def test_a_guest_sees_nothing_but_their_own_events(alliance: Alliance) -> None:
    _, payload = await opened(alliance, "Ярмарка")
    secret = await alliance.announces(1, "Закрытая встреча")
    gina = await arrives(alliance, payload)

    await gina.says("/events")
    listed = await gina.sees("Впереди")
    for data in (
        EventButton(event_id=secret).pack(),
        RsvpButton(event_id=secret, answer=Answer.GOING).pack(),
    ):
        refused = await gina.forges(data, listed["message_id"])
        assert "Такого события нет" in (refused.text or "")
    await gina.says(f"/start e_{secret}")
    await gina.sees("Такого события нет")
    await alliance.announces(1, "Ещё одна для своих")
    await alliance.sandbox.person(1).sees("Ещё одна для своих")

    said = "\n".join(
        [message.get("text", "") for message in gina.chat()]
        + [label for message in gina.chat() for label in labels(message)]
    )
    assert "Ярмарка" in said
    assert "Закрытая" not in said
    assert "для своих" not in said


async def test_a_guests_own_pages_say_that_they_are_one(alliance: Alliance) -> None:
    _, payload = await opened(alliance)
    gina = await arrives(alliance, payload)

    await gina.says("/me")
    assert "В альянсе: гость" in (await gina.sees("В альянсе"))["text"]
    await gina.says("/help")
    await gina.sees("Вот что умеет бот")
    await gina.says("/start")
    await gina.sees("вы здесь гость")
    await gina.says("/manage")
    await gina.sees("могут делать организаторы")


async def test_nothing_is_shown_to_a_guest_before_the_consent(alliance: Alliance) -> None:
    event, payload = await opened(alliance)
    gina = alliance.sandbox.add_person(77, "Гина")
    await gina.says(f"/start {payload}")
    request = await gina.sees("согласие")

    assert await alliance.services.members.recognise(TelegramId(77)) is None
    data = RsvpButton(event_id=event, answer=Answer.GOING).pack()
    assert "Вы ещё не с нами" in ((await gina.forges(data, request["message_id"])).text or "")
    assert (await gina.forges("lang:ru:1", request["message_id"])).show_alert

    answered = await alliance.database.read(lambda tx: tx.rsvps.answered(event))
    assert answered == []


async def test_a_guest_with_another_link_is_shown_that_event_at_once(alliance: Alliance) -> None:
    _, first = await opened(alliance, "Ярмарка")
    _, second = await opened(alliance, "Концерт")
    gina = await arrives(alliance, first)

    await gina.says(f"/start {second}")

    await gina.sees("Концерт")
    await gina.taps("Возможно")
    await gina.sees("Возможно, вы придёте")


async def test_a_member_with_the_link_stays_a_member(alliance: Alliance) -> None:
    boris = await alliance.has(2, "Борис")
    await boris.says("/start")
    await boris.sees("Добро пожаловать")
    _, payload = await opened(alliance, "Ярмарка")

    await boris.says(f"/start {payload}")
    await boris.watches(lambda chat: sum("Ярмарка" in text_of(said) for said in chat) == 2)
    await boris.says("/me")
    assert "В альянсе: участник" in (await boris.sees("В альянсе"))["text"]


async def test_a_guest_whose_event_was_cancelled_meanwhile_is_welcomed_all_the_same(
    alliance: Alliance,
) -> None:
    event, payload = await opened(alliance)
    gina = alliance.sandbox.add_person(77, "Гина", language_code="ru")
    await gina.says(f"/start {payload}")
    await gina.sees("согласие")
    await gina.taps("Даю согласие")
    await gina.sees("На каком языке")
    await alliance.services.events.cancel(OLGA, event, "")

    await gina.taps("Русский")

    await gina.sees("вы здесь гость")
    await gina.taps("Все события")
    await gina.sees("Сейчас событий для вас нет")


async def test_a_guest_who_opens_a_personal_invitation_becomes_a_member(alliance: Alliance) -> None:
    event, payload = await opened(alliance)
    gina = await arrives(alliance, payload)
    await gina.taps("Открыть событие")
    await gina.sees("Придёте?")
    await gina.taps("Иду")
    await gina.sees("Вы идёте")
    token = new_token()

    def invite(tx: Stores) -> None:
        member = tx.members.add(PersonDetails("Георгина"), None)
        until = alliance.clock.now() + timedelta(days=1)
        tx.invitations.add(Invitation(hash_of(token), member, until))

    await alliance.database.write(invite)
    await gina.says(f"/start {PREFIX}{token}")
    await gina.sees("Здравствуйте, Георгина")

    answered = await alliance.database.read(lambda tx: tx.rsvps.answered(event))
    assert [(member.name, rsvp.answer) for member, rsvp in answered] == [("Георгина", Answer.GOING)]


@pytest.mark.parametrize("payload", ["g_", "g_abc", "g_" + "a" * 22])
async def test_a_made_up_link_is_said_not_to_work(alliance: Alliance, payload: str) -> None:
    stranger = alliance.sandbox.add_person(77, "Чужой", language_code="ru")

    await stranger.says(f"/start {payload}")

    await stranger.sees("больше не действует")
    assert await alliance.services.members.recognise(TelegramId(77)) is None


@pytest.mark.parametrize("act", ["show", "renew", "close", "ask_renew", "ask_close"])
async def test_only_organisers_have_to_do_with_the_link(alliance: Alliance, act: str) -> None:
    boris = await alliance.has(2, "Борис")
    event, payload = await opened(alliance)
    card = await boris.sees("Приглашаем")
    stranger = alliance.sandbox.add_person(7, "Чужой", started=True)
    await stranger.says("/start")
    welcome = await stranger.sees("")

    for data in (GuestLinkButton(event_id=event, act=act).pack(), f"glink:{event}:burn"):
        assert (await boris.forges(data, card["message_id"])).show_alert
        assert (await stranger.forges(data, welcome["message_id"])).show_alert

    await arrives(alliance, payload)


async def test_after_a_crash_the_link_lets_the_same_guest_in_once(alliance: Alliance) -> None:
    _, payload = await opened(alliance)
    gina = await arrives(alliance, payload)
    services = alliance.services
    for service, method in ((services.guests, "enter"), (services.rsvps, "open_card")):
        dies_after(service, method)
        await gina.says(f"/start {payload}")
        await gina.sees(BROKEN)

    said = await gina.says(f"/start {payload}")
    await gina.sees(
        lambda one: one["message_id"] > said["message_id"] and "Придёте" in text_of(one)
    )
    people = await alliance.database.read(lambda tx: tx.members.all())
    assert len([one for one in people if one.telegram_id == gina.id]) == 1

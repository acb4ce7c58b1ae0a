"""An event's card in a supergroup and a channel, and what its buttons do for whom."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

import pytest

from bot.domain.events.audiences import COUNCIL, Audience, AudienceCircle
from bot.domain.events.events import EventId
from bot.domain.events.guests import payload_of
from bot.domain.events.rsvps import Answer
from bot.domain.events.views import EventView
from bot.domain.notices import Claimed
from bot.domain.people.members import MemberId, Role
from bot.ports import ChatUnreachable, MessageGone, Undelivered
from handlers.events.callbacks.boards import PostButton
from handlers.events.callbacks.events import PostRsvpButton
from sandbox.chats import Member as Place
from sandbox.chats import Message
from sandbox.faults import Fault
from sandbox.people import PATIENCE, Person
from sandbox.pictures import PIXEL
from tests.alliance import UNPACED, Alliance, a_plan
from tests.handlers.events.test_guests import arrives
from tests.keyboards import labels

GROUP, CHANNEL = -1001, -1002
OLGA = MemberId(1)


CHATS = {"ALLIANCE__GROUP": str(GROUP), "ALLIANCE__CHANNEL": str(CHANNEL)}


@pytest.fixture
def settings() -> dict[str, str]:
    return UNPACED | CHATS


@pytest.fixture(autouse=True)
async def olga(alliance: Alliance) -> Person:
    """Let Olga, who organises, see the alliance's group and channel."""
    alliance.sandbox.add_group(GROUP, "Альянс", members=[1])
    alliance.sandbox.add_channel(CHANNEL, "Новости", members=[1])
    return await alliance.has(1, "Ольга", Role.ORGANISER)


@pytest.fixture
def refused(alliance: Alliance, monkeypatch: pytest.MonkeyPatch) -> asyncio.Queue[Undelivered]:
    """What stood in the way of notices, as soon as it has been noted."""
    problems: asyncio.Queue[Undelivered] = asyncio.Queue()
    note = alliance.services.deliveries.note_undelivered

    async def noted(claimed: Claimed, problem: Undelivered) -> None:
        await note(claimed, problem)
        problems.put_nowait(problem)

    monkeypatch.setattr(alliance.services.deliveries, "note_undelivered", noted)
    return problems


async def posted(alliance: Alliance, *, channel: bool = False, **plan: Any) -> EventId:
    """Publish an event and post its card."""
    planned = replace(a_plan(alliance.clock), **plan)
    event = await alliance.services.events.publish(OLGA, planned)
    await alliance.services.posts.post(OLGA, event, channel=channel)
    chat = CHANNEL if channel else GROUP
    await alliance.sandbox.person(1).sees("Идут", chat_id=chat)
    async with asyncio.timeout(PATIENCE):
        while chat not in await chats_with(alliance, event):
            pass  # each look waits for the database
    return event


async def chats_with(alliance: Alliance, event: EventId) -> set[int]:
    """Return the chats in which the bot knows of a card of the event."""
    cards = await alliance.database.read(lambda tx: tx.shown.of(EventView, event))
    return {card.message.chat for card in cards}


def joins(alliance: Alliance, person: Person, chat: int = GROUP) -> None:
    """Put somebody into a chat without a word of the bot's about it."""
    alliance.sandbox.world.chats[chat].members[person.id] = Place("member")


async def answers(alliance: Alliance, event: EventId) -> dict[str, Answer]:
    return {name: rsvp.answer for name, rsvp in (await alliance.rsvps(event)).items()}


@pytest.mark.parametrize("channel", [False, True])
async def test_an_organiser_posts_the_card_and_its_counts_follow_the_answers(
    alliance: Alliance, channel: bool
) -> None:
    chat = CHANNEL if channel else GROUP
    olga, boris = alliance.sandbox.person(1), await alliance.has(2, "Борис <b>")
    joins(alliance, boris, chat)
    plan = replace(a_plan(alliance.clock), title="<i>Ёлка</i>", capacity=3)
    event = await alliance.services.events.publish(OLGA, plan)
    board = await olga.sees("Рассылаем")

    said = await olga.forges(
        PostButton(event_id=event, channel=channel).pack(), board["message_id"]
    )
    assert ("в канале" if channel else "в группе") in (said.text or "")
    post = await olga.sees("Свободно 3 места из 3", chat_id=chat)
    assert "<i>Ёлка</i>" in post["text"]
    assert labels(post) == ["Иду", "Возможно", "Не иду", "Открыть в боте"]

    tapped = await boris.taps("Иду", chat_id=chat)
    assert (tapped.text, tapped.show_alert) == ("Записали: вы идёте. До встречи!", False)
    alliance.clock.advance(timedelta(seconds=5))
    renewed = await olga.sees("Свободно 2 места из 3", chat_id=chat)
    assert "Идут: 1" in renewed["text"]
    assert "Борис" not in renewed["text"], "a group learns how many, not who"
    assert renewed["message_id"] == post["message_id"]
    assert await answers(alliance, event) == {"Борис <b>": Answer.GOING}


async def test_who_taps_in_a_full_event_hears_the_truth(alliance: Alliance) -> None:
    boris, vera = await alliance.has(2, "Борис"), await alliance.has(3, "Вера")
    for one in (boris, vera):
        joins(alliance, one)
    await posted(alliance, capacity=1)

    await boris.taps("Иду", chat_id=GROUP)
    waiting = await vera.taps("Иду", chat_id=GROUP)

    assert "номер 1" in (waiting.text or "")
    alliance.clock.advance(timedelta(seconds=5))
    post = await vera.sees("Все места заняты", chat_id=GROUP)
    assert "В листе ожидания: 1" in post["text"]


async def test_no_card_is_made_of_a_groups_message(alliance: Alliance) -> None:
    boris = await alliance.has(2, "Борис")
    joins(alliance, boris)
    event = await posted(alliance)

    await boris.taps("Возможно", chat_id=GROUP)

    cards = await alliance.database.read(lambda tx: tx.shown.of(EventView, event))
    assert [card.view for card in cards if card.message.chat < 0] == [EventView.POST]


async def test_a_stranger_is_led_to_the_bot_and_welcomed(alliance: Alliance) -> None:
    stranger = alliance.sandbox.add_person(7, "Чужой")
    joins(alliance, stranger, CHANNEL)
    event = await posted(alliance, channel=True)

    tapped = await stranger.taps("Иду", chat_id=CHANNEL)

    username = alliance.sandbox.world.bot.username
    assert tapped.url == f"https://t.me/{username}?start=e_{event}"
    assert tapped.text is None
    await stranger.sees("Откройте свою ссылку-приглашение")
    assert await answers(alliance, event) == {}


async def test_who_has_not_consented_is_asked_for_it_in_private(alliance: Alliance) -> None:
    anna = await alliance.has(7, "Анна")
    joins(alliance, anna)
    await alliance.loses_consent(7)
    event = await posted(alliance)

    await anna.taps("Иду", chat_id=GROUP)

    await anna.sees("согласие на обработку персональных данных")
    assert await answers(alliance, event) == {}


async def test_whom_the_event_is_not_for_is_refused(alliance: Alliance) -> None:
    await alliance.has(2, "Вера", Role.COUNCIL)
    boris = await alliance.has(3, "Борис")
    joins(alliance, boris)
    event = await posted(alliance, audience=COUNCIL)

    tapped = await boris.taps("Иду", chat_id=GROUP)
    assert tapped.show_alert
    assert "вас пока не приглашали" in (tapped.text or "")
    await boris.taps("Открыть в боте", chat_id=GROUP)
    await boris.sees("Попросите приглашение у организатора")
    assert await answers(alliance, event) == {}


async def test_a_guest_of_another_event_is_told_to_ask_for_an_invitation(
    alliance: Alliance,
) -> None:
    fair = await alliance.announces(1, "Ярмарка")
    opened = await alliance.services.guests.link(OLGA, fair)
    gina = await arrives(alliance, payload_of(opened.guest_code or ""))
    joins(alliance, gina)
    await posted(alliance, title="Съезд")

    tapped = await gina.taps("Возможно", chat_id=GROUP)
    assert "вас пока не приглашали" in (tapped.text or "")


async def test_the_way_to_the_bot_ends_at_the_card_which_follows_changes(
    alliance: Alliance,
) -> None:
    boris = await alliance.has(2, "Борис")
    joins(alliance, boris)
    event = await posted(alliance, title="Субботник")

    await boris.taps("Открыть в боте", chat_id=GROUP)
    card = await boris.sees(lambda message: "Приглашаем" not in message.get("text", "Приглашаем"))
    assert "Субботник" in card["text"]
    await alliance.services.rsvps.answer(MemberId(2), event, Answer.GOING)
    await boris.sees(
        lambda message: (
            message["message_id"] == card["message_id"] and "Вы идёте" in message["text"]
        )
    )


async def test_a_made_up_link_names_no_event_and_welcomes_a_stranger(alliance: Alliance) -> None:
    anna, stranger = alliance.sandbox.person(1), alliance.sandbox.add_person(9, "Гость")

    for payload in ("e_", "e_0", "e_abc", "e_1e1", "e_9" + "9" * 40, "e_-1"):
        await anna.says(f"/start {payload}")
        await stranger.says(f"/start {payload}")

    for person, words in ((anna, "Такого события нет"), (stranger, "Здравствуйте!")):
        await person.watches(partial(has_answers, words, 6))


def has_answers(words: str, count: int, chat: list[Message]) -> bool:
    return sum(words in one.get("text", "") for one in chat) == count


async def test_a_cancelled_event_says_so_in_the_group_and_loses_its_buttons(
    alliance: Alliance,
) -> None:
    boris = await alliance.has(2, "Борис")
    joins(alliance, boris)
    event = await posted(alliance)
    post = await boris.sees("Идут", chat_id=GROUP)

    await alliance.services.events.cancel(OLGA, event, "Гроза")
    alliance.clock.advance(timedelta(seconds=5))

    assert labels(await boris.sees("Причина: Гроза", chat_id=GROUP)) == []
    data = PostRsvpButton(event_id=event, answer=Answer.GOING).pack()
    late = await boris.forges(data, post["message_id"], chat_id=GROUP)
    assert (late.show_alert, "отменено" in (late.text or "")) == (True, True)


async def test_an_event_that_is_over_says_so_in_the_group_and_loses_its_buttons(
    alliance: Alliance,
) -> None:
    await posted(alliance)

    await alliance.goes_on(timedelta(days=4))
    alliance.clock.advance(timedelta(seconds=5))

    post = await alliance.sandbox.person(1).sees("уже прошло", chat_id=GROUP)
    assert labels(post) == []


async def test_after_the_deadline_one_can_only_withdraw_in_the_group(alliance: Alliance) -> None:
    boris = await alliance.has(2, "Борис")
    joins(alliance, boris)
    event = await posted(alliance, rsvp_until=alliance.clock.now() + timedelta(hours=1))
    post = await boris.sees("Идут", chat_id=GROUP)
    await alliance.goes_on(timedelta(hours=2))

    data = PostRsvpButton(event_id=event, answer=Answer.GOING).pack()
    assert (await boris.forges(data, post["message_id"], chat_id=GROUP)).show_alert
    assert await answers(alliance, event) == {}

    await boris.taps("Не иду", chat_id=GROUP)
    alliance.clock.advance(timedelta(seconds=5))
    assert "Запись закрыта" in (await boris.sees("Запись закрыта", chat_id=GROUP))["text"]
    assert labels(boris.chat(GROUP)[-1]) == ["Не иду", "Открыть в боте"]


async def test_a_cover_carries_the_card_as_its_caption_however_long_the_words(
    alliance: Alliance,
) -> None:
    olga = alliance.sandbox.person(1)
    photo = (await olga.sends_photo(PIXEL))["photo"][-1]["file_id"]
    boris = await alliance.has(2, "Борис")
    joins(alliance, boris)
    event = await alliance.services.events.publish(
        OLGA, replace(a_plan(alliance.clock), cover=photo, description="🎄 ёлка & <b> " * 120)
    )
    await alliance.services.posts.post(OLGA, event, channel=False)

    post = await olga.sees("Идут: 0", chat_id=GROUP)
    assert "photo" in post
    assert "…" in post["caption"]
    assert len(post["caption"].encode("utf-16-le")) // 2 <= 1024
    await boris.taps("Иду", chat_id=GROUP)
    alliance.clock.advance(timedelta(seconds=5))
    assert "photo" in await olga.sees("Идут: 1", chat_id=GROUP)


@pytest.mark.parametrize("settings", [CHATS])
async def test_a_hundred_taps_stay_below_what_a_group_takes_in_a_minute(
    alliance: Alliance, olga: Person
) -> None:
    people = [await alliance.has(100 + nth, f"Участник {nth}") for nth in range(20)]
    for person in people:
        joins(alliance, person)
    await posted(alliance)
    for word in ("Возможно", "Не иду", "Возможно", "Не иду", "Иду"):
        await asyncio.gather(*(person.taps(word, chat_id=GROUP) for person in people))
        alliance.clock.advance(timedelta(seconds=5))
    await olga.sees("Идут: 20", chat_id=GROUP)
    calls = alliance.sandbox.journal.read(chat=str(GROUP))

    assert 2 <= len(calls) <= 7
    assert {call.get("error_code") for call in calls} <= {None, 400}, "at most: not modified"


async def test_a_group_that_kicked_the_bot_breaks_nothing(
    alliance: Alliance, refused: asyncio.Queue[Undelivered]
) -> None:
    olga, boris = alliance.sandbox.person(1), await alliance.has(2, "Борис")
    event = await posted(alliance)
    olga.places_bot(GROUP, Place("kicked"))

    await boris.sees("Приглашаем")
    await boris.taps("Иду")
    await boris.sees("Вы идёте")
    alliance.clock.advance(timedelta(seconds=5))
    assert isinstance(await refused.get(), ChatUnreachable)
    assert await answers(alliance, event) == {"Борис": Answer.GOING}

    olga.places_bot(GROUP, Place("member"))
    await boris.taps("Не иду")
    alliance.clock.advance(timedelta(seconds=5))
    await olga.sees("Идут: 0", chat_id=GROUP)


async def test_a_configured_group_that_became_a_supergroup_is_followed(alliance: Alliance) -> None:
    sandbox = alliance.sandbox
    del sandbox.world.chats[GROUP]
    sandbox.add_group(GROUP, "Альянс", members=[1], supergroup=False)
    sandbox.upgrade_group(GROUP, -100555)
    event = await alliance.announces(1)
    await alliance.services.posts.post(OLGA, event, channel=False)
    await sandbox.person(1).sees("Встреча", chat_id=-100555)


async def test_a_deleted_post_can_be_posted_again(
    alliance: Alliance, refused: asyncio.Queue[Undelivered]
) -> None:
    olga = alliance.sandbox.person(1)
    event = await posted(alliance)
    old = await olga.sees("Идут", chat_id=GROUP)
    await alliance.app.bot.delete_message(GROUP, old["message_id"])

    assert not await alliance.services.posts.post(OLGA, event, channel=False)
    alliance.clock.advance(timedelta(seconds=5))
    assert isinstance(await refused.get(), MessageGone)

    assert await alliance.services.posts.post(OLGA, event, channel=False)
    assert (await olga.sees("Идут", chat_id=GROUP))["message_id"] > old["message_id"]


async def test_a_second_post_is_said_to_stand_already(alliance: Alliance) -> None:
    olga = alliance.sandbox.person(1)
    event = await posted(alliance)
    progress = await olga.sees("Приглашения")

    data = PostButton(event_id=event, channel=False).pack()
    again = await olga.forges(data, progress["message_id"])
    assert "уже есть" in (again.text or "")
    assert len(olga.chat(GROUP)) == 1


async def test_a_flood_wait_in_a_group_ends_in_the_newest_counts(alliance: Alliance) -> None:
    olga, boris = alliance.sandbox.person(1), await alliance.has(2, "Борис")
    joins(alliance, boris)
    await posted(alliance)
    alliance.sandbox.faults.add(
        Fault("too_many_requests", chat=GROUP, method="editMessageText", times=1, retry_after=1)
    )

    await boris.taps("Иду", chat_id=GROUP)
    alliance.clock.advance(timedelta(seconds=5))
    await alliance.goes_on(timedelta(seconds=5))
    await olga.sees("Идут: 1", chat_id=GROUP)


@pytest.mark.parametrize(
    "data", ["here:", "here:1", "here:1:king", "here:abc:going", "here:-1:going"]
)
async def test_a_forged_answer_in_a_group_is_refused(alliance: Alliance, data: str) -> None:
    boris = await alliance.has(2, "Борис")
    joins(alliance, boris)
    event = await posted(alliance)
    post = await boris.sees("Идут", chat_id=GROUP)

    assert (await boris.forges(data, post["message_id"], chat_id=GROUP)).show_alert
    unknown = PostRsvpButton(event_id=EventId(99999), answer=Answer.GOING).pack()
    assert (await boris.forges(unknown, post["message_id"], chat_id=GROUP)).show_alert
    assert await answers(alliance, event) == {}


async def test_a_refusal_that_comes_too_late_is_not_said_before_the_whole_group(
    alliance: Alliance,
) -> None:
    boris = await alliance.has(2, "Борис")
    joins(alliance, boris)
    await posted(alliance, audience=Audience(AudienceCircle.CHOSEN, chosen=frozenset({OLGA})))
    alliance.sandbox.world.callbacks._lifetime = 0.0

    tap = asyncio.create_task(boris.taps("Иду", chat_id=GROUP))
    await boris.says("/help")
    await boris.sees("Вот что умеет бот")
    await alliance.app.updates.stop()  # by then the tap has been handled
    tap.cancel()

    assert len(boris.chat(GROUP)) == 1
    refusals = alliance.sandbox.journal.read(method="answerCallbackQuery")
    assert [call["ok"] for call in refusals] == [False]


async def test_only_organisers_post(alliance: Alliance) -> None:
    boris = await alliance.has(2, "Борис")
    stranger = alliance.sandbox.add_person(7, "Чужой", started=True)
    event = await alliance.announces(1)
    card = await boris.sees("Приглашаем")
    await stranger.says("/start")
    welcome = await stranger.sees("")

    data = PostButton(event_id=event, channel=False).pack()
    for person, message in ((boris, card), (stranger, welcome)):
        assert (await person.forges(data, message["message_id"])).show_alert
    in_group = await alliance.app.bot.send_message(GROUP, "Всем привет")
    olga = alliance.sandbox.person(1)
    tapped = await olga.forges(data, in_group.message_id, chat_id=GROUP)
    assert tapped.show_alert, "organising is done in private"
    assert (
        await alliance.database.read(lambda tx: tx.shown.of(EventView, event, EventView.POST)) == []
    )


async def test_a_caption_is_not_too_long_either_once_the_event_is_cancelled(
    alliance: Alliance,
) -> None:
    olga = alliance.sandbox.person(1)
    photo = (await olga.sends_photo(PIXEL))["photo"][-1]["file_id"]
    plan = replace(a_plan(alliance.clock), cover=photo, title="🎄" * 120, place="🎄" * 200)
    event = await alliance.services.events.publish(OLGA, plan)
    await alliance.services.posts.post(OLGA, event, channel=False)
    assert "photo" in await olga.sees("Идут: 0", chat_id=GROUP)

    await alliance.services.events.cancel(OLGA, event, "🎄" * 500)
    alliance.clock.advance(timedelta(seconds=5))
    post = await olga.sees("отмен", chat_id=GROUP)
    assert len(post["caption"].encode("utf-16-le")) // 2 <= 1024

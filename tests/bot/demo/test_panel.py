from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.demo.panel import LIMIT, Panel
from bot.domain.events.events import EventId
from bot.domain.events.notices import EventAnnounced, EventCancelled, EventMoved, EventReminder
from bot.domain.mailings import MailingId
from bot.domain.notices import MailingProgressed, Subject
from bot.services.schedules import PlannedReminder, Schedules, WaitingNotices
from handlers.ui.texts import Texts
from tests.clocks import FixedClock
from tests.wording import texts_at

NOW = datetime(2026, 12, 1, 9, 30, tzinfo=UTC)
EVENT = EventId(1)


class Plans(Schedules):
    """Schedules without a database."""

    def __init__(self, reminders: list[PlannedReminder], waiting: list[WaitingNotices]) -> None:
        self.plans = reminders, waiting
        self.limits: list[int] = []

    async def ahead(self, limit: int) -> tuple[list[PlannedReminder], list[WaitingNotices]]:
        self.limits.append(limit)
        return self.plans


def panel(
    reminders: list[PlannedReminder] | None = None, waiting: list[WaitingNotices] | None = None
) -> Panel:
    made = Panel(texts_at(NOW))
    made.follow(Plans(reminders or [], waiting or []))
    return made


async def test_before_the_bot_runs_nothing_is_planned() -> None:
    assert await Panel(Texts("ru", ZoneInfo("UTC"), FixedClock(NOW)))() == []


async def test_a_reminder_names_its_lead_and_its_event() -> None:
    shown = await panel([PlannedReminder(NOW, "Встреча", timedelta(days=1))])()

    assert shown == [
        {"at": "2026-12-01T09:30:00+00:00", "title": "Напоминание за 1 день", "detail": "Встреча"}
    ]


@pytest.mark.parametrize(
    ("subject", "count", "title", "detail"),
    [
        (EventAnnounced(EVENT), 12, "Рассылка: приглашения", "12 сообщений ждут"),
        (EventMoved(EVENT, NOW, NOW), 2, "Рассылка: перенос", "2 сообщения ждут"),
        (EventCancelled(EVENT), 1, "Рассылка: отмена", "1 сообщение ждёт"),
        (
            EventReminder(EVENT, NOW, timedelta(hours=2)),
            5,
            "Рассылка: напоминания",
            "5 сообщений ждут",
        ),
        (MailingProgressed(MailingId(1)), 1, "Отчёт организатору", "1 сообщение ждёт"),
    ],
)
async def test_what_waits_in_the_outbox_is_named_and_counted(
    subject: Subject, count: int, title: str, detail: str
) -> None:
    shown = await panel(waiting=[WaitingNotices(NOW, subject, count)])()

    assert [(entry["title"], entry["detail"]) for entry in shown] == [(title, detail)]


async def test_no_more_is_asked_for_than_the_page_shows() -> None:
    plans = Plans([], [])
    made = panel()
    made.follow(plans)
    await made()

    assert plans.limits == [LIMIT]

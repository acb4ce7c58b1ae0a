"""The page's panel with the bot's plans: the next reminders and the waiting notices."""

from bot.services.schedules import PlannedReminder, Schedules, WaitingNotices
from handlers.ui.texts import Texts

LIMIT = 20


class Panel:
    """The sandbox's `schedule`; empty until `follow` was called."""

    def __init__(self, t: Texts) -> None:
        self._t = t
        self._schedules: Schedules | None = None

    def follow(self, schedules: Schedules) -> None:
        """Show these plans from now on."""
        self._schedules = schedules

    async def __call__(self) -> list[dict[str, str]]:
        """Return the plans as the page wants them: `at` (ISO-8601), `title`, `detail`."""
        if self._schedules is None:
            return []
        reminders, waiting = await self._schedules.ahead(LIMIT)
        return [*map(self._reminder, reminders), *map(self._waiting, waiting)]

    def _reminder(self, reminder: PlannedReminder) -> dict[str, str]:
        title = self._t.plain("demo-reminder", lead=reminder.lead)
        return {"at": reminder.at.isoformat(), "title": title, "detail": reminder.title}

    def _waiting(self, notices: WaitingNotices) -> dict[str, str]:
        kind = notices.subject.kind.replace(".", "-")  # Fluent has no dots in the names of variants
        return {
            "at": notices.at.isoformat(),
            "title": self._t.plain("demo-waiting", kind=kind),
            "detail": self._t.plain("demo-waiting-count", count=notices.count),
        }

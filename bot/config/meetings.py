"""The section of config.toml about general meetings."""

from datetime import timedelta
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints

from bot.config import values
from bot.config.voting import Section
from bot.domain.meetings.plans import AgendaPoint, AgendaTemplate, ItemId, ItemKind

VOTED = {
    "vote": (ItemKind.VOTE, "motion", False),
    "charter": (ItemKind.VOTE, "charter", True),
    "election": (ItemKind.ELECTION, "election", True),
}
"""Words for items that are voted on, each with the name of its rules in `voting`."""

YEARLY = (
    "officers 10: Выборы председателя, секретаря и счётной комиссии",
    "report 30: Отчёт о работе за год",
    "vote 5: Утверждение годового отчёта",
    "charter 15: Приоритетные направления работы на год",
    "awards 15: Награждение",
    "other 10: Приветствия гостей",
    "election 20: Выборы в совет",
    "other 10: Разное",
)
EXTRAORDINARY = (
    "officers 10: Выборы председателя, секретаря и счётной комиссии",
    "charter 30: Вопрос собрания",
)


def _readable(items: tuple[str, ...]) -> tuple[str, ...]:
    for line in items:
        _point(1, line)
    return items


def _point(number: int, line: str) -> AgendaPoint:
    """Return the item that a line of the configuration means: «report 30: Отчёт»."""
    head, colon, title = line.partition(":")
    word, _, minutes = head.strip().partition(" ")
    known = word in VOTED or word in {*ItemKind} - {ItemKind.VOTE, ItemKind.ELECTION}
    if not colon or not title.strip() or not known or not (minutes or "0").isdecimal():
        raise values.BadValue("config-agenda-item")
    kind, preset, exclusive = VOTED.get(word) or (ItemKind(word), "", False)
    return AgendaPoint(
        id=ItemId(number),
        kind=kind,
        title=title.strip(),
        minutes=int(minutes or 0),
        preset=preset,
        exclusive=exclusive,
    )


Agenda = Annotated[
    tuple[Annotated[str, StringConstraints(strip_whitespace=True, max_length=300)], ...],
    AfterValidator(_readable),
]


class MeetingsSection(Section):
    """General meetings: terms, and the usual agendas."""

    notice: Annotated[values.Duration, Field(le=timedelta(days=90))] = Field(
        default=timedelta(days=14), description="remedy-duration-up-to 14d 90"
    )
    lasts: values.Duration = Field(default=timedelta(hours=3), description="remedy-duration 3h")
    grace: values.Duration = Field(default=timedelta(minutes=5), description="remedy-duration 5m")
    speech: values.Duration = Field(default=timedelta(minutes=3), description="remedy-duration 3m")
    yearly: Agenda = Field(default=YEARLY, description="remedy-agenda")
    extraordinary: Agenda = Field(default=EXTRAORDINARY, description="remedy-agenda")

    @property
    def templates(self) -> tuple[AgendaTemplate, ...]:
        """The usual agendas, by the names of their keys."""
        return tuple(
            AgendaTemplate(name, tuple(_point(n, line) for n, line in enumerate(lines, start=1)))
            for name, lines in (("yearly", self.yearly), ("extraordinary", self.extraordinary))
        )

"""The section of config.toml about rooms, places and things to lend."""

from datetime import timedelta
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints

from bot.config import values
from bot.config.voting import Section
from bot.domain.refusals import Refusal
from bot.domain.rooms.hours import Week, read_week
from bot.domain.rooms.quotas import Quota
from bot.domain.rooms.resources import (
    MOST_COUNT,
    MOST_PEOPLE,
    ResourceKind,
    ResourcePlan,
    checked_name,
    usual_plan,
)

USUAL = read_week("09:00-21:00")
Line = Annotated[str, StringConstraints(strip_whitespace=True, max_length=120)]


def _plan(line: str, week: Week) -> ResourcePlan:
    """Return what a line of the configuration means: «room 40: Большой зал»."""
    head, colon, name = line.partition(":")
    word, _, number = head.strip().partition(" ")
    most = MOST_PEOPLE if word == ResourceKind.ROOM else MOST_COUNT
    if not colon or word not in {*ResourceKind} or not number.isdecimal():
        raise values.BadValue("config-room")
    if not 1 <= int(number) <= most:
        raise values.BadValue("config-room")
    try:
        return usual_plan(ResourceKind(word), checked_name(name), int(number), week)
    except Refusal:
        raise values.BadValue("config-room") from None


def _readable(lines: tuple[str, ...]) -> tuple[str, ...]:
    names = [_plan(line, USUAL).name for line in lines]
    if len(set(names)) < len(names):
        raise values.BadValue("config-twice")
    return lines


def _hours(text: str) -> str:
    try:
        read_week(text)
    except Refusal:
        raise values.BadValue(values.WRONG_FORM.key) from None
    return text


class RoomsSection(Section):
    """What organisations can book, and how much of it."""

    resources: Annotated[tuple[Line, ...], AfterValidator(_readable)] = Field(
        default=(), description="remedy-rooms"
    )
    hours: Annotated[str, AfterValidator(_hours)] = Field(
        default="09:00-21:00", description="remedy-opening-hours"
    )
    monthly: Annotated[values.Duration | None, values.Blank] = Field(
        default=None, description="remedy-duration-or-none 40h"
    )
    over: Literal["warn", "refuse"] = Field(default="warn", description="remedy-over-quota")

    @property
    def plans(self) -> tuple[ResourcePlan, ...]:
        """What the bot begins with, each with the usual rules."""
        week = read_week(self.hours)
        return tuple(_plan(line, week) for line in self.resources)

    @property
    def quota(self) -> Quota:
        """How much an organisation may book in a month."""
        hours: timedelta | None = self.monthly
        return Quota(hours, refuses=self.over == "refuse")

"""Presets: the charter's usual rules for kinds of polls."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.polls.majorities import Rules
from bot.domain.polls.plans import Body, Candidate, Mode, PollKind, PollPlan, Secrecy


@dataclass(frozen=True, slots=True, kw_only=True)
class Preset:
    """A plan without the question, the candidates and the end.

    `name` is its key in the configuration, `title` its name for people; empty if the locales have
    one. Those who have not voted are reminded `leads` before the end, the longest first.
    """

    name: str
    kind: PollKind
    body: Body
    secrecy: Secrecy
    mode: Mode
    rules: Rules
    duration: timedelta
    title: str = ""
    live: bool = False
    closes_when_all_voted: bool = False
    exclusive: bool = False
    tells_members: bool = False
    elects_council: bool = False
    seats: int = 1
    leads: tuple[timedelta, ...] = ()

    def plan(
        self,
        question: str,
        now: datetime,
        candidates: tuple[Candidate, ...] = (),
        seats: int | None = None,
    ) -> PollPlan:
        """Return a plan by this preset that opens at once and runs for its usual time."""
        return PollPlan(
            kind=self.kind,
            question=question,
            rules=self.rules,
            mode=self.mode,
            secrecy=self.secrecy,
            closes_at=now + self.duration,
            candidates=candidates,
            seats=self.seats if seats is None else seats,
            exclusive=self.exclusive,
            live=self.live,
            closes_when_all_voted=self.closes_when_all_voted,
            body=self.body,
            tells_members=self.tells_members,
            elects_council=self.elects_council,
            preset=self.name,
        )

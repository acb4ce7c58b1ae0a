"""Texts of the check-in: the board, arrivals, searches, the screen's code, helpers."""

from collections.abc import Iterable

from bot.domain.events.doors import Arrival, Door, Found, Pass, Presence, ScanOutcome, Visitor
from bot.domain.events.events import Event
from bot.domain.people.members import Member
from bot.services.events.helpers import Candidates, Team
from handlers.ui.lengths import clipped
from handlers.ui.texts import Markup, Texts

ORGANISATIONS = 15  # lines that a telephone shows without much scrolling
NAME_LENGTH = 60


def door_board(door: Door, t: Texts) -> Markup:
    """Return who came, of how many, and from where: at most about 2,500 characters of HTML."""
    counts = t("door-counts", arrived=door.arrived - door.unexpected, seated=door.seated)
    unexpected = t("door-unexpected", count=door.unexpected) if door.unexpected else ""
    organisations = t("door-organisations", count=door.organisations_present)
    figures = "\n".join(filter(None, [counts, unexpected, organisations]))
    parts = [door_head(door.event, t), figures, _presences(door.organisations, t), t("door-hint")]
    return Markup("\n\n".join(filter(None, parts)))


def door_head(event: Event, t: Texts) -> Markup:
    """Return the event of the check-in."""
    return Markup(t("door-head", title=event.title, starts=event.starts_at))


def _presences(presences: tuple[Presence, ...], t: Texts) -> str:
    shown, rest = presences[:ORGANISATIONS], presences[ORGANISATIONS:]
    lines = [
        t(
            "door-organisation",
            name=clipped(one.organisation, NAME_LENGTH) or t.plain("door-alone"),
            arrived=one.arrived,
            seated=one.seated,
        )
        for one in shown
    ]
    if rest:
        arrived, seated = sum(one.arrived for one in rest), sum(one.seated for one in rest)
        lines.append(t("door-rest", count=len(rest), arrived=arrived, seated=seated))
    return "\n".join(lines)


def pass_caption(shown: Pass, t: Texts) -> str:
    """Return the caption of a pass's QR code."""
    event = shown.event
    return t("pass-caption", title=event.title, starts=event.starts_at, name=shown.name)


def arrival(arrival: Arrival, t: Texts) -> str:
    """Return the person who checks in, and the result."""
    visitor = arrival.visitor
    lines = [
        _outcome(arrival, t),
        t("arrival-who", who=who(visitor.member, t)),
        t("arrival-guests", count=visitor.guests) if visitor.guests else "",
        t("arrival-event", title=arrival.event.title),
    ]
    words = "\n".join(filter(None, lines))
    if arrival.outcome is not ScanOutcome.UNSEATED:
        return words
    return f"{words}\n\n{t('arrival-let-in')}"


def _outcome(arrival: Arrival, t: Texts) -> str:
    visitor = arrival.visitor
    name = visitor.member.name
    if arrival.outcome is ScanOutcome.UNSEATED or visitor.arrived_at is None:
        return t("arrival-unseated", name=name, standing=_standing(visitor))
    if arrival.outcome is ScanOutcome.AGAIN:
        return t("arrival-again", name=name, time=t.time(visitor.arrived_at))
    return t("arrival-noted", name=name)


def _standing(visitor: Visitor) -> str:
    rsvp = visitor.rsvp
    return "none" if rsvp is None else rsvp.seat or rsvp.answer


def own_arrival(arrival: Arrival, t: Texts) -> str:
    """Return the answer to somebody who has scanned the screen's code."""
    time = arrival.visitor.arrived_at
    return t(
        "arrival-self",
        outcome=arrival.outcome,
        title=arrival.event.title,
        time=t.time(time) if time else "",
    )


def who(member: Member, t: Texts) -> str:
    """Return organisation and position, which distinguish people of one name, as plain text."""
    if member.guest:
        return t.plain("door-guest")
    organisation = clipped(member.organisation_name or "", NAME_LENGTH) or t.plain("door-alone")
    return ", ".join(filter(None, [organisation, clipped(member.position, NAME_LENGTH)]))


def found(found: Found, t: Texts) -> str:
    """Return the people who match a name, numbered as their buttons are."""
    if not found.visitors:
        return t("door-found-none")
    lines = [_visitor(number, one, t) for number, one in enumerate(found.visitors, 1)]
    return _listed(t("door-found"), lines, found.count, t)


def _visitor(number: int, visitor: Visitor, t: Texts) -> str:
    time = visitor.arrived_at
    state = "arrived" if time else "seated" if visitor.expected else "unseated"
    return t(
        "door-visitor",
        number=number,
        name=clipped(visitor.member.name, NAME_LENGTH),
        who=who(visitor.member, t),
        state=state,
        time=t.time(time) if time else "",
    )


def candidates(candidates: Candidates, t: Texts) -> str:
    """Return the people who match a name and could help, numbered as their buttons are."""
    if not candidates.people:
        return t("helper-found-none")
    return _listed(t("helper-found"), _numbered(candidates.people, t), candidates.count, t)


def _listed(head: str, lines: list[str], count: int, t: Texts) -> str:
    more = t("door-found-more", shown=len(lines), count=count) if count > len(lines) else ""
    return "\n\n".join(filter(None, [head, "\n".join(lines), more]))


def team(team: Team, t: Texts) -> str:
    """Return the helpers."""
    lines = _numbered(team.helpers, t) or [t("helpers-none")]
    return "\n\n".join([t("helpers-head", title=team.event.title), "\n".join(lines)])


def _numbered(people: Iterable[Member], t: Texts) -> list[str]:
    return [
        t("helper-line", number=number, name=clipped(one.name, NAME_LENGTH), who=who(one, t))
        for number, one in enumerate(people, 1)
    ]


def screen_caption(event: Event, arrived: int, t: Texts, *, shown: bool) -> str:
    """Return the caption of the screen's code, or its replacement once it has ended."""
    return t("screen", title=event.title, count=arrived, shown=shown)

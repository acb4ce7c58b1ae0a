"""The values of a draft's fields as text."""

from collections.abc import Callable, Mapping
from datetime import date, datetime

from bot.domain.events.recurrence import Recurrence, Rhythm, place_in_month
from handlers.events.forms.plans import EventDraft, audience_of, deadline_of, recurrence_of
from handlers.forms.form import given
from handlers.forms.times import day_words
from handlers.ui.texts import Texts, Value

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
PLACES = {1: "first", 2: "second", 3: "third", 4: "fourth", -1: "last"}


def first_day(draft: EventDraft, t: Texts) -> date:
    """Return the day on which an event begins, in the alliance's zone."""
    start: datetime = given(draft.starts_at)
    return start.astimezone(t.zone).date()


def rule_words(rhythm: Rhythm, first: date, t: Texts) -> str:
    """Return the recurrence of an event with this first date."""
    return t.plain(
        "wizard-rule",
        rhythm=rhythm,
        weekday=WEEKDAYS[first.weekday()],
        place=PLACES[place_in_month(first)],
        day=first.day,
    )


def _description(draft: EventDraft, t: Texts) -> str:
    return draft.description or t.plain("wizard-none")


def _audience(draft: EventDraft, t: Texts) -> str:
    audience = audience_of(draft)
    return t.plain(
        "wizard-audience-value",
        circle=audience.circle,
        names=t.listed(list(audience.municipalities)),
        count=len(audience.chosen),
    )


def _kind(draft: EventDraft, t: Texts) -> str:
    return t.plain("wizard-kind-value", kind=draft.kind)


def _whether(name: str) -> Callable[[EventDraft, Texts], Value]:
    def said(draft: EventDraft, t: Texts) -> str:
        return t.plain("wizard-has", has=bool(getattr(draft, name)))

    return said


def _text(name: str) -> Callable[[EventDraft, Texts], Value]:
    def said(draft: EventDraft, t: Texts) -> str:
        return getattr(draft, name) or t.plain("wizard-has", has="no")

    return said


def _limit(name: str) -> Callable[[EventDraft, Texts], Value]:
    def said(draft: EventDraft, t: Texts) -> Value:
        return getattr(draft, name) or t.plain("wizard-no-limit")

    return said


def _guests(draft: EventDraft, t: Texts) -> str:
    named = draft.guests_named
    return t.plain("wizard-guests-value", count=draft.guests, named=named)


def _deadline(draft: EventDraft, t: Texts) -> str:
    until = deadline_of(draft)
    if until is None:
        return t.plain("wizard-deadline-none")
    return t.plain("wizard-deadline-value", until=until)


def _leads(draft: EventDraft, t: Texts) -> str:
    if draft.leads is None:
        return t.plain("wizard-leads-usual")
    if not draft.leads:
        return t.plain("wizard-leads-none")
    leads = sorted(draft.leads, reverse=True)
    return t.plain("wizard-leads-value", leads=t.listed([t.duration(one) for one in leads]))


def _rhythm(draft: EventDraft, t: Texts) -> str:
    recurrence = recurrence_of(draft)
    if recurrence is None:
        return t.plain("wizard-once")
    rule = rule_words(recurrence.rhythm, first_day(draft, t), t)
    return t.plain("wizard-repeated", rule=rule, ending=_ending(recurrence, t))


def _ending(recurrence: Recurrence, t: Texts) -> str:
    if recurrence.until is not None:
        return t.plain("wizard-until", day=day_words(recurrence.until, t))
    return t.plain("wizard-times", count=recurrence.count or 0)


def _publication(draft: EventDraft, t: Texts) -> Value:
    return draft.publish_at or t.plain("wizard-publish-now")


VALUES: Mapping[str, Callable[[EventDraft, Texts], Value]] = {
    "description": _description,
    "audience": _audience,
    "kind": _kind,
    "cover": _whether("cover"),
    "point": _whether("point"),
    "room": _text("room"),
    "hall": _text("hall_name"),
    "link": _text("link"),
    "capacity": _limit("capacity"),
    "quota": _limit("quota"),
    "deadline": _deadline,
    "guests": _guests,
    "leads": _leads,
    "rhythm": _rhythm,
    "publish_at": _publication,
}

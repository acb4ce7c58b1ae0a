"""What a draft says, field by field, in words."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from bot.domain.events.plans import Kind
from bot.domain.events.recurrence import Recurrence, Rhythm, place_in_month
from bot.domain.moments import moment_at
from handlers.events.forms.plans import audience_of, deadline_of, recurrence_of
from handlers.forms.moments import LAST_MINUTE, Draft, moment_of
from handlers.ui.texts import Texts, Value

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
PLACES = {1: "first", 2: "second", 3: "third", 4: "fourth", -1: "last"}


def value_of(field: str, draft: Draft, t: Texts) -> Value:
    """Return a field that has been given."""
    match field:
        case "day" if "time" not in draft:
            return day_words(date.fromisoformat(draft["day"]), t)
        case "day" | "time":
            return moment_of(draft, t.zone)
        case "duration":
            return timedelta(minutes=draft["duration"])
        case "audience":
            return _audience(draft, t)
        case "description" if not draft["description"]:
            return t.plain("wizard-none")
        case _:
            return str(draft[field])


def option_value(option: str, draft: Draft, t: Texts) -> Value:
    """Return an option, as it is unless it has been given."""
    match option:
        case "cover" | "point":
            return t.plain("wizard-has", has="yes" if draft.get(option) else "no")
        case "room" | "link":
            return draft.get(option) or t.plain("wizard-has", has="no")
        case "capacity" | "quota":
            return draft.get(option) or t.plain("wizard-no-limit")
        case _:
            return SPOKEN[option](draft, t)


def day_words(day: date, t: Texts) -> str:
    """Return a day of the alliance's calendar."""
    return t.day(moment_at(day, LAST_MINUTE, t.zone))


def rule_words(rhythm: Rhythm, first: date, t: Texts) -> str:
    """Return how an event is repeated whose first date is this."""
    return t.plain(
        "wizard-rule",
        rhythm=rhythm,
        weekday=WEEKDAYS[first.weekday()],
        place=PLACES[place_in_month(first)],
        day=first.day,
    )


def _rhythm(draft: Draft, t: Texts) -> str:
    recurrence = recurrence_of(draft)
    if recurrence is None:
        return t.plain("wizard-once")
    rule = rule_words(recurrence.rhythm, date.fromisoformat(draft["day"]), t)
    return t.plain("wizard-repeated", rule=rule, ending=_ending(recurrence, t))


def _ending(recurrence: Recurrence, t: Texts) -> str:
    if recurrence.until is not None:
        return t.plain("wizard-until", day=day_words(recurrence.until, t))
    return t.plain("wizard-times", count=recurrence.count or 0)


def _audience(draft: Draft, t: Texts) -> str:
    audience = audience_of(draft)
    return t.plain(
        "wizard-audience-value",
        circle=audience.circle,
        names=t.listed(list(audience.municipalities)),
        count=len(audience.chosen),
    )


def _leads(draft: Draft, t: Texts) -> str:
    leads = draft.get("leads")
    if leads is None:
        return t.plain("wizard-leads-usual")
    if not leads:
        return t.plain("wizard-leads-none")
    spoken = [t.duration(timedelta(minutes=lead)) for lead in sorted(leads, reverse=True)]
    return t.plain("wizard-leads-value", leads=t.listed(spoken))


def _kind(draft: Draft, t: Texts) -> str:
    return t.plain("wizard-kind-value", kind=draft.get("kind", Kind.MEETING))


def _guests(draft: Draft, t: Texts) -> str:
    named = "yes" if draft.get("guests_named") else "no"
    return t.plain("wizard-guests-value", count=draft.get("guests", 0), named=named)


def _deadline(draft: Draft, t: Texts) -> Value:
    return deadline_of(draft, moment_of(draft, t.zone)) or t.plain("wizard-deadline-none")


def _publication(draft: Draft, t: Texts) -> Value:
    if draft.get("publish_day") is None:
        return t.plain("wizard-publish-now")
    return moment_of(draft, t.zone, "publish_day", "publish_time")


SPOKEN: Mapping[str, Callable[[Draft, Texts], Value]] = {
    "kind": _kind,
    "deadline": _deadline,
    "guests": _guests,
    "leads": _leads,
    "rhythm": _rhythm,
    "publication": _publication,
}

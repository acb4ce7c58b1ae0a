"""What the draft of a poll says, field by field, in words."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

from bot.domain.moments import moment_at
from bot.domain.polls.majorities import Share
from handlers.forms.moments import LAST_MINUTE, Draft, moment_of
from handlers.polls.forms.plans import candidates_of, leads_of, opening_of, share_of
from handlers.ui.lengths import clipped
from handlers.ui.texts import Texts, Value

NAMED = 3
"""So many candidates are named where one line must do."""

NAME_LENGTH = 50


def value_of(name: str, draft: Draft, t: Texts) -> Value:
    """Return a field or an option, as it is set."""
    return SPOKEN[name](draft, t)


def share_words(share: Share, t: Texts) -> str:
    """Return e.g. «больше половины», «не меньше 2/3»."""
    half = (share.numerator, share.denominator) == (1, 2)
    return t.plain(
        "poll-share",
        bound=share.bound,
        half="yes" if half else "no",
        part=f"{share.numerator}/{share.denominator}",
    )


def base_words(base: str, t: Texts) -> str:
    """Return of whom a majority is counted."""
    return t.plain("poll-draft-base-value", base=base)


def named(names: Sequence[str], t: Texts, most: int) -> str:
    """Return names in a sentence, each cut short; those over `most` are counted."""
    short = [clipped(name, NAME_LENGTH) for name in names[:most]]
    if len(names) <= most:
        return t.listed(short)
    return t.plain("poll-draft-and-more", names=", ".join(short), more=len(names) - most)


def _candidates(draft: Draft, t: Texts) -> str:
    names = [one.name for one in candidates_of(draft)]
    return named(names, t, NAMED) if names else t.plain("poll-draft-nobody")


def _closing(draft: Draft, t: Texts) -> Value:
    if "time" in draft:
        return moment_of(draft, t.zone)
    return t.day(moment_at(date.fromisoformat(draft["day"]), LAST_MINUTE, t.zone))


def _secrecy(draft: Draft, t: Texts) -> str:
    return t.plain("poll-secrecy-word", secrecy=draft["secrecy"])


def _mode(draft: Draft, t: Texts) -> str:
    return t.plain("poll-mode-word", mode=draft["mode"])


def _correspondence(draft: Draft, t: Texts) -> str:
    return draft.get("correspondence") or t.plain("poll-draft-no-clause")


def _quorum(draft: Draft, t: Texts) -> str:
    share = share_words(share_of(draft["quorum"]), t)
    return t.plain("poll-draft-quorum-value", share=share, clause=_clause("quorum", draft, t))


def _majority(draft: Draft, t: Texts) -> str:
    return t.plain(
        "poll-draft-majority-value",
        share=share_words(share_of(draft["majority"]), t),
        base=draft["base"],
        clause=_clause("majority", draft, t),
    )


def _recusal(draft: Draft, t: Texts) -> str:
    lowers = "yes" if draft["recusal"] else "no"
    clause = _clause("recusal", draft, t)
    return t.plain("poll-draft-recusal-value", lowers=lowers, clause=clause)


def _clause(rule: str, draft: Draft, t: Texts) -> str:
    return draft.get(f"{rule}_clause") or t.plain("poll-draft-no-clause")


def _voters(draft: Draft, t: Texts) -> str:
    voters = draft.get("voters")
    if voters is None:
        return t.plain("poll-draft-voters-all", body=draft["body"])
    return t.plain("poll-draft-voters-some", body=draft["body"], count=len(voters))


def _materials(draft: Draft, t: Texts) -> str:
    return t.plain("poll-draft-materials-value", count=len(draft.get("materials", ())))


def _leads(draft: Draft, t: Texts) -> str:
    leads = leads_of(draft)
    if not leads:
        known = draft.get("leads") is not None or "usual_leads" in draft
        return t.plain("wizard-leads-none" if known else "wizard-leads-usual")
    spoken = [t.duration(timedelta(minutes=lead)) for lead in sorted(leads, reverse=True)]
    return t.plain("wizard-leads-value", leads=t.listed(spoken))


def _opening(draft: Draft, t: Texts) -> Value:
    return opening_of(draft, t.zone) or t.plain("poll-draft-at-once")


def _switch(name: str) -> Callable[[Draft, Texts], str]:
    def spoken(draft: Draft, t: Texts) -> str:
        return t.plain(f"poll-draft-{name}", so="yes" if draft[name] else "no")

    return spoken


SPOKEN: Mapping[str, Callable[[Draft, Texts], Value]] = {
    "preset": lambda draft, _: draft.get("preset_title") or str(draft["preset"]),
    "question": lambda draft, _: str(draft["question"]),
    "candidates": _candidates,
    "seats": lambda draft, _: int(draft["seats"]),
    "day": _closing,
    "time": _closing,
    "secrecy": _secrecy,
    "mode": _mode,
    "correspondence": _correspondence,
    "quorum": _quorum,
    "quorum_clause": lambda draft, t: _clause("quorum", draft, t),
    "majority": _majority,
    "base": lambda draft, t: base_words(draft["base"], t),
    "majority_clause": lambda draft, t: _clause("majority", draft, t),
    "recusal": _recusal,
    "recusal_clause": lambda draft, t: _clause("recusal", draft, t),
    "voters": _voters,
    "materials": _materials,
    "leads": _leads,
    "opening": _opening,
    "live": _switch("live"),
    "all_voted": _switch("all_voted"),
    "tells": _switch("tells"),
}

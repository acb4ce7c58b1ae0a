"""The values of a poll draft's fields as text."""

from collections.abc import Callable, Mapping, Sequence

from bot.domain.polls.majorities import Share
from handlers.forms.form import given
from handlers.polls.forms.plans import PollDraft, leads_of
from handlers.ui.lengths import clipped
from handlers.ui.texts import Texts, Value

NAMED = 3
"""Candidates that are listed where only one line is available."""

NAME_LENGTH = 50


def share_words(share: Share, t: Texts) -> str:
    """Return e.g. «больше половины», «не меньше 2/3»."""
    half = (share.numerator, share.denominator) == (1, 2)
    return t.plain(
        "poll-share", bound=share.bound, half=half, part=f"{share.numerator}/{share.denominator}"
    )


def base_words(base: str, t: Texts) -> str:
    """Return the base of a majority as text."""
    return t.plain("poll-draft-base-value", base=base)


def named(names: Sequence[str], t: Texts, most: int) -> str:
    """Return names in a sentence, each cut to a limit; those over `most` are counted."""
    short = [clipped(name, NAME_LENGTH) for name in names[:most]]
    if len(names) <= most:
        return t.listed(short)
    return t.plain("poll-draft-and-more", names=", ".join(short), more=len(names) - most)


def _preset(draft: PollDraft, _: Texts) -> str:
    return draft.preset_title or str(draft.preset)


def _candidates(draft: PollDraft, t: Texts) -> str:
    names = [one.name for one in draft.candidates]
    return named(names, t, NAMED) if names else t.plain("poll-draft-nobody")


def _secrecy(draft: PollDraft, t: Texts) -> str:
    return t.plain("poll-secrecy-word", secrecy=given(draft.secrecy))


def _mode(draft: PollDraft, t: Texts) -> str:
    return t.plain("poll-mode-word", mode=given(draft.mode))


def _exclusive(draft: PollDraft, t: Texts) -> str:
    clause = _clause("competence")(draft, t)
    return t.plain("poll-draft-exclusive-value", highest=bool(draft.exclusive), clause=clause)


def _quorum(draft: PollDraft, t: Texts) -> str:
    share = share_words(given(draft.quorum), t)
    return t.plain(
        "poll-draft-quorum-value", share=share, clause=_clause("quorum_clause")(draft, t)
    )


def _majority(draft: PollDraft, t: Texts) -> str:
    return t.plain(
        "poll-draft-majority-value",
        share=share_words(given(draft.majority), t),
        base=given(draft.base),
        clause=_clause("majority_clause")(draft, t),
    )


def _base(draft: PollDraft, t: Texts) -> str:
    return base_words(given(draft.base), t)


def _recusal(draft: PollDraft, t: Texts) -> str:
    lowers = bool(draft.recusal)
    clause = _clause("recusal_clause")(draft, t)
    return t.plain("poll-draft-recusal-value", lowers=lowers, clause=clause)


def _clause(name: str) -> Callable[[PollDraft, Texts], str]:
    def spoken(draft: PollDraft, t: Texts) -> str:
        return getattr(draft, name) or t.plain("poll-draft-no-clause")

    return spoken


def _voters(draft: PollDraft, t: Texts) -> str:
    body = given(draft.body)
    if draft.voters is None:
        return t.plain("poll-draft-voters-all", body=body)
    return t.plain("poll-draft-voters-some", body=body, count=len(draft.voters))


def _materials(draft: PollDraft, t: Texts) -> str:
    return t.plain("poll-draft-materials-value", count=len(draft.materials))


def _leads(draft: PollDraft, t: Texts) -> str:
    leads = leads_of(draft)
    if not leads:
        known = draft.leads is not None or draft.usual_leads is not None
        return t.plain("wizard-leads-none" if known else "wizard-leads-usual")
    spoken = [t.duration(lead) for lead in sorted(leads, reverse=True)]
    return t.plain("wizard-leads-value", leads=t.listed(spoken))


def _opening(draft: PollDraft, t: Texts) -> Value:
    return draft.opens_at or t.plain("poll-draft-at-once")


def _switch(name: str) -> Callable[[PollDraft, Texts], str]:
    def spoken(draft: PollDraft, t: Texts) -> str:
        return t.plain(f"poll-draft-{name}", so=bool(getattr(draft, name)))

    return spoken


VALUES: Mapping[str, Callable[[PollDraft, Texts], Value]] = {
    "preset": _preset,
    "candidates": _candidates,
    "secrecy": _secrecy,
    "mode": _mode,
    "exclusive": _exclusive,
    "remote": _clause("remote"),
    "competence": _clause("competence"),
    "correspondence": _clause("correspondence"),
    "quorum": _quorum,
    "quorum_clause": _clause("quorum_clause"),
    "majority": _majority,
    "base": _base,
    "majority_clause": _clause("majority_clause"),
    "recusal": _recusal,
    "recusal_clause": _clause("recusal_clause"),
    "voters": _voters,
    "materials": _materials,
    "leads": _leads,
    "opens_at": _opening,
    "live": _switch("live"),
    "all_voted": _switch("all_voted"),
    "tells": _switch("tells"),
}

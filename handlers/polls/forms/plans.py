"""A draft of a poll, and the plan that it becomes."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.domain.people.members import MemberId, folded
from bot.domain.polls.electorates import VoterId
from bot.domain.polls.majorities import Base, Bound, Majority, Quorum, Recusal, Rules, Share
from bot.domain.polls.materials import Material, MaterialKind
from bot.domain.polls.plans import (
    CANDIDATES_LIMIT,
    ApplicationId,
    Body,
    Candidate,
    CandidateId,
    Mode,
    PollKind,
    PollPlan,
    Secrecy,
    checked_closing,
)
from bot.domain.polls.presets import Preset
from bot.domain.polls.refusals import CandidateRepeated, TooManyCandidates
from handlers.forms.moments import Draft, moment_of, wall_of

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def fields_of(draft: Draft) -> tuple[str, ...]:
    """Return what a poll of the draft's kind needs, in the order in which it is asked for."""
    kind = draft.get("kind")
    candidates = () if kind == PollKind.MOTION else ("candidates",)
    seats = ("seats",) if kind == PollKind.ELECTION else ()
    return ("preset", "question", *candidates, *seats, "day", "time")


# --- what a draft begins with -----------------------------------------------------------------


def draft_of_preset(preset: Preset) -> dict[str, Any]:
    """Return what a preset settles; the rest is asked for."""
    return {
        "preset": preset.name,
        "preset_title": preset.title,
        "kind": preset.kind,
        "body": preset.body,
        "secrecy": preset.secrecy,
        "mode": preset.mode,
        "exclusive": preset.exclusive,
        "live": preset.live,
        "all_voted": preset.closes_when_all_voted,
        "tells": preset.tells_members,
        "elects": preset.elects_council,
        "lasts": int(preset.duration / MINUTE),
        "usual_leads": in_minutes(preset.leads),
        **({"seats": preset.seats} if preset.kind is PollKind.ELECTION else {}),
        **_rules_in_draft(preset.rules),
    }


def in_minutes(leads: Iterable[timedelta]) -> list[int]:
    """Return lead times as a draft keeps them."""
    return [int(lead / MINUTE) for lead in leads]


def leads_of(draft: Draft) -> list[int]:
    """Return the lead times of a draft, in minutes: its own, else those of the alliance."""
    leads = draft.get("leads")
    return list(draft.get("usual_leads", ()) if leads is None else leads)


def usual_closing(draft: Draft, zone: ZoneInfo, now: datetime) -> datetime | None:
    """Return when a poll by the draft's preset usually ends, on a whole hour if it takes days.

    None if the draft has no preset to say so: a copy, or a plan that is changed.
    """
    if "lasts" not in draft:
        return None
    lasts = timedelta(minutes=draft["lasts"])
    moment = (opening_of(draft, zone) or now) + lasts
    step = HOUR if lasts >= DAY else MINUTE
    return moment + (EPOCH - moment) % step


def with_preset(draft: Draft, preset: Preset) -> dict[str, Any]:
    """Return a draft by another preset: what was typed stays as far as the new kind asks for it."""
    taken = draft_of_preset(preset)
    kept = dict(draft)
    if draft.get("kind") != taken["kind"]:
        kept.pop("candidates", None)
        kept.pop("seats", None)
    if draft.get("body") != taken["body"]:
        kept.pop("voters", None)
    return kept | taken


def copy_of(plan: PollPlan) -> dict[str, Any]:
    """Return a draft like the plan, without the times at which it opens and closes."""
    draft: dict[str, Any] = {
        "preset": plan.preset,
        "kind": plan.kind,
        "body": plan.body,
        "question": plan.question,
        "secrecy": plan.secrecy,
        "mode": plan.mode,
        "exclusive": plan.exclusive,
        "live": plan.live,
        "all_voted": plan.closes_when_all_voted,
        "tells": plan.tells_members,
        "elects": plan.elects_council,
        "materials": [[one.kind, one.file, one.name] for one in plan.materials],
        "leads": None if plan.leads is None else in_minutes(plan.leads),
        "voters": None if plan.voters is None else list(plan.voters),
        **_rules_in_draft(plan.rules),
    }
    if plan.kind is not PollKind.MOTION:
        draft["candidates"] = [
            [one.id, one.name, one.application, one.member] for one in plan.candidates
        ]
    if plan.kind is PollKind.ELECTION:
        draft["seats"] = plan.seats
    return draft


def draft_of(plan: PollPlan, zone: ZoneInfo) -> dict[str, Any]:
    """Return the draft that becomes the plan again."""
    day, at = wall_of(plan.closes_at, zone)
    draft = copy_of(plan) | {"day": day, "time": at}
    if plan.opens_at is not None:
        draft["open_day"], draft["open_time"] = wall_of(plan.opens_at, zone)
    return draft


def _rules_in_draft(rules: Rules) -> dict[str, Any]:
    quorum, majority = rules.quorum, rules.majority
    return {
        "quorum": share_in_draft(quorum.share),
        "quorum_clause": quorum.clause,
        "majority": share_in_draft(majority.share),
        "base": majority.base,
        "majority_clause": majority.clause,
        "recusal": rules.recusal.lowers_base,
        "recusal_clause": rules.recusal.clause,
        "correspondence": rules.correspondence,
    }


# --- what becomes of it -----------------------------------------------------------------------


def plan_of(draft: Draft, zone: ZoneInfo) -> PollPlan:
    """Return the plan of a whole draft."""
    leads, voters = draft.get("leads"), draft.get("voters")
    return PollPlan(
        kind=PollKind(draft["kind"]),
        question=draft["question"],
        rules=rules_of(draft),
        mode=Mode(draft["mode"]),
        secrecy=Secrecy(draft["secrecy"]),
        closes_at=moment_of(draft, zone),
        opens_at=opening_of(draft, zone),
        candidates=candidates_of(draft),
        seats=draft.get("seats", 1),
        exclusive=draft["exclusive"],
        live=draft["live"],
        closes_when_all_voted=draft["all_voted"],
        body=Body(draft["body"]),
        materials=materials_of(draft),
        leads=None if leads is None else tuple(lead * MINUTE for lead in leads),
        tells_members=draft["tells"],
        elects_council=draft["elects"],
        voters=None if voters is None else tuple(map(VoterId, voters)),
        preset=draft["preset"],
    )


def opening_of(draft: Draft, zone: ZoneInfo) -> datetime | None:
    """Return when the poll opens (UTC); None is at once."""
    if draft.get("open_day") is None:
        return None
    return moment_of(draft, zone, "open_day", "open_time")


def checked_opening(opens_at: datetime, draft: Draft, zone: ZoneInfo) -> None:
    """Refuse an opening that leaves no time, or too much, until the poll of the draft closes."""
    checked_closing(moment_of(draft, zone), opens_at)


def rules_of(draft: Draft) -> Rules:
    """Return the rules of a draft that has a preset."""
    return Rules(
        quorum=Quorum(share_of(draft["quorum"]), draft["quorum_clause"]),
        majority=Majority(
            share_of(draft["majority"]), Base(draft["base"]), draft["majority_clause"]
        ),
        recusal=Recusal(draft["recusal"], draft["recusal_clause"]),
        correspondence=draft.get("correspondence", ""),
    )


def share_in_draft(share: Share) -> str:
    """Return a share as a draft keeps it: «more_than-1-2»."""
    return f"{share.bound}-{share.numerator}-{share.denominator}"


def share_of(text: str) -> Share:
    """Return the share that a draft keeps."""
    bound, numerator, denominator = text.split("-")
    return Share(int(numerator), int(denominator), Bound(bound))


def candidates_of(draft: Draft) -> tuple[Candidate, ...]:
    """Return those who stand; none in a motion."""
    if draft.get("kind") == PollKind.MOTION:
        return ()
    return tuple(
        Candidate(
            CandidateId(id_),
            name,
            None if application is None else ApplicationId(application),
            None if member is None else MemberId(member),
        )
        for id_, name, application, member in draft.get("candidates", ())
    )


def with_candidate(
    draft: Draft, name: str, application: int | None = None, member: int | None = None
) -> list[list[Any]]:
    """Return the candidates of a draft with one more, numbered on.

    Refuses somebody who stands already, and more than fit on a ballot.
    """
    standing = candidates_of(draft)
    if any(folded(one.name) == folded(name) and one.member == member for one in standing):
        raise CandidateRepeated
    if len(standing) >= CANDIDATES_LIMIT:
        raise TooManyCandidates(CANDIDATES_LIMIT)
    number = max((one.id for one in standing), default=0) + 1
    return [*draft.get("candidates", ()), [number, name, application, member]]


def put_candidates(draft: dict[str, Any], candidates: list[list[Any]]) -> None:
    """Put candidates into a draft; none at all is a field that has not been given."""
    if candidates:
        draft["candidates"] = candidates
    else:
        draft.pop("candidates", None)


def materials_of(draft: Draft) -> tuple[Material, ...]:
    """Return the files of a draft."""
    return tuple(
        Material(MaterialKind(kind), file, name) for kind, file, name in draft.get("materials", ())
    )


# --- where its rules come from ----------------------------------------------------------------


def known_clauses(rule: str, known: Iterable[Rules]) -> list[str]:
    """Return where the alliance's rules of this name come from, each clause once."""
    clauses = (_rules_in_draft(rules)[_clause_key(rule)] for rules in known)
    return list(dict.fromkeys(filter(None, clauses)))


def clause_for(rule: str, draft: Draft, known: Iterable[Rules]) -> str:
    """Return the clause of a rule of the alliance that says what the draft says; or nothing."""
    said = [rule, "base"] if rule == "majority" else [rule]
    drafts = map(_rules_in_draft, known)
    same = (one for one in drafts if all(one[key] == draft[key] for key in said))
    return next((str(one[_clause_key(rule)]) for one in same), "")


def _clause_key(rule: str) -> str:
    return rule if rule == "correspondence" else f"{rule}_clause"

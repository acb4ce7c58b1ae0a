"""A draft of a poll, and its plan."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from pydantic import BaseModel

from bot.domain.applications.ids import ApplicationId
from bot.domain.people.members import MemberId, OrganisationId, folded
from bot.domain.polls.majorities import Base, Majority, Quorum, Recusal, Rules, Share
from bot.domain.polls.materials import Material
from bot.domain.polls.omissions import Omission
from bot.domain.polls.plans import (
    CANDIDATES_LIMIT,
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
from bot.domain.polls.voters import VoterId
from handlers.forms.form import given

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
NAMED_ALIKE = frozenset({"correspondence", "competence", "remote"})
"""Rules that consist of a clause only."""

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class PollDraft(BaseModel):
    """The entered data of a poll; None means not entered, or the default of body and preset.

    A draft without a preset has no rules. `lasts` and `usual_leads` are those of the preset.
    """

    preset: str | None = None
    preset_title: str = ""
    kind: PollKind | None = None
    body: Body | None = None
    secrecy: Secrecy | None = None
    mode: Mode | None = None
    exclusive: bool | None = None
    live: bool = False
    all_voted: bool = False
    tells: bool = False
    elects: bool = False
    lasts: timedelta | None = None
    usual_leads: tuple[timedelta, ...] | None = None
    question: str | None = None
    candidates: tuple[Candidate, ...] = ()
    seats: int | None = None
    closes_at: datetime | None = None
    opens_at: datetime | None = None
    quorum: Share | None = None
    quorum_clause: str = ""
    majority: Share | None = None
    base: Base | None = None
    majority_clause: str = ""
    recusal: bool = False
    recusal_clause: str = ""
    correspondence: str = ""
    competence: str = ""
    remote: str = ""
    council_proxies: str = ""
    voters: tuple[VoterId, ...] | None = None
    omission_clause: str = ""
    omission_reason: str = ""
    materials: tuple[Material, ...] = ()
    leads: tuple[timedelta, ...] | None = None
    excludes: OrganisationId | None = None


# --- new drafts -------------------------------------------------------------------------------


def draft_of_preset(preset: Preset) -> PollDraft:
    """Return the draft with a preset's values; the rest is asked for."""
    return PollDraft(**_settled(preset))


def _settled(preset: Preset) -> dict[str, Any]:
    return {
        "preset": preset.name,
        "preset_title": preset.title,
        "kind": preset.kind,
        "body": preset.body,
        "secrecy": preset.secrecy,
        "mode": preset.mode,
        "exclusive": None if _asks_competence(preset) else preset.exclusive,
        "live": preset.live,
        "all_voted": preset.closes_when_all_voted,
        "tells": preset.tells_members,
        "elects": preset.elects_council,
        "lasts": preset.duration,
        "usual_leads": preset.leads,
        "seats": preset.seats if preset.kind is PollKind.ELECTION else None,
        **_rules_in_draft(preset.rules),
    }


def _asks_competence(preset: Preset) -> bool:
    """Tell whether each question must say if only the highest body may decide it."""
    return preset.kind is PollKind.MOTION and not preset.exclusive


def leads_of(draft: PollDraft) -> tuple[timedelta, ...]:
    """Return a draft's lead times: its own, else the alliance's."""
    return (draft.usual_leads or ()) if draft.leads is None else draft.leads


def usual_closing(draft: PollDraft, now: datetime) -> datetime | None:
    """Return the usual end of a poll by the draft's preset, on a full hour if it takes days.

    None if the draft has no duration: a copy, or a plan that is changed.
    """
    if draft.lasts is None:
        return None
    moment = (draft.opens_at or now) + draft.lasts
    step = HOUR if draft.lasts >= DAY else MINUTE
    return moment + (EPOCH - moment) % step


def with_preset(draft: PollDraft, preset: Preset) -> PollDraft:
    """Return a draft with another preset; typed values stay if the new kind needs them."""
    taken = _settled(preset)
    if draft.kind != preset.kind:
        taken["candidates"] = ()
    if draft.body != preset.body:
        taken["voters"] = None
    return draft.model_copy(update=taken)


def copy_of(plan: PollPlan) -> PollDraft:
    """Return a draft like the plan, without the times of opening and closing."""
    return PollDraft(
        preset=plan.preset,
        kind=plan.kind,
        body=plan.body,
        question=plan.question,
        secrecy=plan.secrecy,
        mode=plan.mode,
        exclusive=plan.exclusive,
        live=plan.live,
        all_voted=plan.closes_when_all_voted,
        tells=plan.tells_members,
        elects=plan.elects_council,
        materials=plan.materials,
        leads=plan.leads,
        voters=plan.voters,
        omission_clause=plan.omission.clause if plan.omission else "",
        omission_reason=plan.omission.reason if plan.omission else "",
        candidates=plan.candidates,
        seats=plan.seats if plan.kind is PollKind.ELECTION else None,
        excludes=plan.excludes,
        **_rules_in_draft(plan.rules),
    )


def draft_of(plan: PollPlan) -> PollDraft:
    """Return the draft for an existing plan."""
    times = {"closes_at": plan.closes_at, "opens_at": plan.opens_at}
    return copy_of(plan).model_copy(update=times)


def _rules_in_draft(rules: Rules) -> dict[str, Any]:
    quorum, majority = rules.quorum, rules.majority
    return {
        "quorum": quorum.share,
        "quorum_clause": quorum.clause,
        "majority": majority.share,
        "base": majority.base,
        "majority_clause": majority.clause,
        "recusal": rules.recusal.lowers_base,
        "recusal_clause": rules.recusal.clause,
        "correspondence": rules.correspondence,
        "competence": rules.competence,
        "remote": rules.remote,
        "council_proxies": rules.council_proxies,
    }


# --- the plan ---------------------------------------------------------------------------------


def plan_of(draft: PollDraft) -> PollPlan:
    """Return the plan of a complete draft."""
    return PollPlan(
        kind=given(draft.kind),
        question=given(draft.question),
        rules=rules_of(draft),
        mode=given(draft.mode),
        secrecy=given(draft.secrecy),
        closes_at=given(draft.closes_at),
        opens_at=draft.opens_at,
        candidates=() if draft.kind is PollKind.MOTION else draft.candidates,
        seats=1 if draft.seats is None else draft.seats,
        exclusive=bool(draft.exclusive),
        live=draft.live,
        closes_when_all_voted=draft.all_voted,
        body=given(draft.body),
        materials=draft.materials,
        leads=draft.leads,
        tells_members=draft.tells,
        elects_council=draft.elects,
        voters=draft.voters,
        omission=_omission(draft),
        preset=given(draft.preset),
        excludes=draft.excludes,
    )


def _omission(draft: PollDraft) -> Omission | None:
    """Return why not everybody votes, once clause and reason are entered."""
    clause, reason = draft.omission_clause, draft.omission_reason
    return Omission(clause, reason) if draft.voters is not None and clause and reason else None


def checked_opening(opens_at: datetime, draft: PollDraft) -> datetime:
    """Return an opening; refuse one that leaves too little or too much time to vote."""
    checked_closing(given(draft.closes_at), opens_at)
    return opens_at


def rules_of(draft: PollDraft) -> Rules:
    """Return the rules of a draft that has a preset."""
    majority = Majority(given(draft.majority), given(draft.base), draft.majority_clause)
    return Rules(
        quorum=Quorum(given(draft.quorum), draft.quorum_clause),
        majority=majority,
        recusal=Recusal(draft.recusal, draft.recusal_clause),
        correspondence=draft.correspondence,
        competence=draft.competence if draft.exclusive else "",
        remote=draft.remote,
        council_proxies=draft.council_proxies,
    )


def with_candidate(
    standing: tuple[Candidate, ...],
    name: str,
    application: ApplicationId | None = None,
    member: MemberId | None = None,
) -> tuple[Candidate, ...]:
    """Return the candidates with one more; refuse one who is on the list, and too many."""
    if any(folded(one.name) == folded(name) and one.member == member for one in standing):
        raise CandidateRepeated
    if len(standing) >= CANDIDATES_LIMIT:
        raise TooManyCandidates(CANDIDATES_LIMIT)
    number = max((one.id for one in standing), default=0) + 1
    return (*standing, Candidate(CandidateId(number), name, application, member))


# --- clauses of the rules ---------------------------------------------------------------------


def known_clauses(rule: str, known: Iterable[Rules]) -> list[str]:
    """Return the clauses of the alliance's rules of this name, each once."""
    clauses = (_rules_in_draft(rules)[clause_name(rule)] for rules in known)
    return list(dict.fromkeys(filter(None, clauses)))


def clause_for(rule: str, draft: PollDraft, known: Iterable[Rules]) -> str:
    """Return the clause of an alliance's rule with the draft's value; empty if there is none."""
    said = [rule, "base"] if rule == "majority" else [rule]
    drafts = map(_rules_in_draft, known)
    same = (one for one in drafts if all(one[key] == getattr(draft, key) for key in said))
    return next((str(one[clause_name(rule)]) for one in same), "")


def clause_name(rule: str) -> str:
    """Return the name of the field with a rule's clause."""
    return rule if rule in NAMED_ALIKE else f"{rule}_clause"

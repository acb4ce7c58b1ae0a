"""Competence: what the highest body alone decides, and what the law asks of each vote."""

from datetime import datetime, timedelta

from bot.domain.polls import refusals
from bot.domain.polls.majorities import AT_LEAST_HALF, MORE_THAN_HALF, Share, checked_clause
from bot.domain.polls.plans import Body, Mode, PollPlan

LONGEST_SESSION = timedelta(hours=12)
"""A meeting from afar lasts hours; a vote of days is by correspondence."""


def require_lawful(plan: PollPlan, now: datetime, session: timedelta = LONGEST_SESSION) -> None:
    """Refuse what the body may not decide, or not by such a quorum or majority, or in such a way.

    What belongs to the highest body alone (7-ФЗ 29 п. 3, ГК 65.3) says by which clause, and is
    decided by the general meeting and a qualified majority (7-ФЗ 29 п. 4), whose share the charter
    names: the law names none. Whether it is decided by correspondence the plan itself checks. Polls
    that were opened before are not measured by it, nor are their second rounds.
    """
    floor = least_quorum(plan.body, plan.mode)
    if not plan.rules.quorum.share.reaches(floor):
        raise refusals.QuorumTooSmall(plan.body, floor.bound)
    if plan.mode is Mode.REMOTE:
        _require_session(plan, plan.closes_at - (plan.opens_at or now), session)
    if plan.is_exclusive:
        _require_highest(plan)


def require_session(plan: PollPlan, now: datetime, longest: timedelta) -> None:
    """Refuse a meeting from afar that would last days if it began now (ГК 181.2 п. 1).

    For one that is opened before its time, and for second rounds. One without the charter's clause
    was planned before that was asked, and is not measured by it.
    """
    if plan.mode is Mode.REMOTE and plan.rules.remote:
        _require_session(plan, plan.closes_at - now, longest)


def _require_session(plan: PollPlan, lasts: timedelta, longest: timedelta) -> None:
    """Refuse a meeting from afar without the charter's clause, or one of days (ГК 181.2 п. 1)."""
    if not plan.rules.remote:
        raise refusals.RemoteClauseMissing
    if lasts > longest:
        raise refusals.SessionTooLong(longest // timedelta(hours=1))


def _require_highest(plan: PollPlan) -> None:
    """Refuse a decision of the highest body alone elsewhere, by too few, or without its clause."""
    if not plan.rules.competence.strip():
        raise refusals.CompetenceMissing
    checked_clause(plan.rules.competence)
    if plan.body is Body.COUNCIL:
        raise refusals.ExclusiveInCouncil
    if not is_qualified(plan.rules.majority.share):
        raise refusals.ExclusiveBySimpleMajority


def least_quorum(body: Body, mode: Mode) -> Share:
    """Return the quorum below which no charter may go.

    More than half at a general meeting (7-ФЗ 29 п. 4); at least half in the council, and of those
    who send ballots (ГК 181.2 п. 1, п. 1.1, the latter read in a secondary source).
    """
    gathers = body is Body.GENERAL and mode is not Mode.CORRESPONDENCE
    return MORE_THAN_HALF if gathers else AT_LEAST_HALF


def is_qualified(share: Share) -> bool:
    """Tell whether a majority is a qualified one: of more than any simple majority is."""
    return 2 * share.numerator > share.denominator

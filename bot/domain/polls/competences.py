"""Competence: what only the highest body decides, and what the law requires of each vote."""

from datetime import datetime, timedelta

from bot.domain.polls import refusals
from bot.domain.polls.majorities import AT_LEAST_HALF, MORE_THAN_HALF, Share, checked_clause
from bot.domain.polls.plans import Body, Mode, PollPlan

LONGEST_SESSION = timedelta(hours=12)
"""A remote meeting takes hours at most; a longer vote is by correspondence."""


def require_lawful(plan: PollPlan, now: datetime, session: timedelta = LONGEST_SESSION) -> None:
    """Refuse what the body may not decide, or not by this quorum, majority or mode.

    An exclusive competence of the highest body (7-ФЗ 29 п. 3, ГК 65.3) needs its clause, the
    general meeting, and a qualified majority (7-ФЗ 29 п. 4), whose share the charter names, since
    the law names none. The plan itself checks whether it may be decided by correspondence. Polls
    opened before these rules, and their second rounds, are not checked.
    """
    floor = least_quorum(plan.body, plan.mode)
    if not plan.rules.quorum.share.reaches(floor):
        raise refusals.QuorumTooSmall(plan.body, floor.bound)
    if plan.mode is Mode.REMOTE:
        _require_session(plan, plan.closes_at - (plan.opens_at or now), session)
    if plan.is_exclusive:
        _require_highest(plan)


def require_session(plan: PollPlan, now: datetime, longest: timedelta) -> None:
    """Refuse a remote meeting that would last days if it began now (ГК 181.2 п. 1).

    For polls opened before their time, and for second rounds. A poll without the charter's clause
    was planned before this rule existed, and is not checked.
    """
    if plan.mode is Mode.REMOTE and plan.rules.remote:
        _require_session(plan, plan.closes_at - now, longest)


def _require_session(plan: PollPlan, lasts: timedelta, longest: timedelta) -> None:
    """Refuse a remote meeting without the charter's clause, or too long (ГК 181.2 п. 1)."""
    if not plan.rules.remote:
        raise refusals.RemoteClauseMissing
    if lasts > longest:
        raise refusals.SessionTooLong(longest // timedelta(hours=1))


def _require_highest(plan: PollPlan) -> None:
    """Refuse an exclusive competence elsewhere, by a simple majority, or without its clause."""
    if not plan.rules.competence.strip():
        raise refusals.CompetenceMissing
    checked_clause(plan.rules.competence)
    if plan.body is Body.COUNCIL:
        raise refusals.ExclusiveInCouncil
    if not is_qualified(plan.rules.majority.share):
        raise refusals.ExclusiveBySimpleMajority


def least_quorum(body: Body, mode: Mode) -> Share:
    """Return the lowest quorum that a charter may set.

    More than half at a general meeting (7-ФЗ 29 п. 4); at least half in the council, and of those
    who send ballots (ГК 181.2 п. 1, п. 1.1, the latter read in a secondary source).
    """
    gathers = body is Body.GENERAL and mode is not Mode.CORRESPONDENCE
    return MORE_THAN_HALF if gathers else AT_LEAST_HALF


def is_qualified(share: Share) -> bool:
    """Tell whether a majority is qualified: higher than any simple majority."""
    return 2 * share.numerator > share.denominator

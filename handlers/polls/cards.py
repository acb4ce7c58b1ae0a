"""How a poll looks: what is asked, by which rules, one's own ballots, what came of it."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.polls.ballots import Ballot
from bot.domain.polls.cards import MyBallot, PollCard
from bot.domain.polls.omissions import Omission
from bot.domain.polls.plans import PollKind, PollPlan
from bot.domain.polls.polls import Closing, Poll, PollState
from bot.domain.polls.tallies import Explanation, explain
from handlers.polls.ballot_forms import form_words
from handlers.polls.marks import Marks
from handlers.polls.own_ballots import ballot_paragraphs, ballot_words, is_named, said_words
from handlers.polls.results import is_single, results
from handlers.ui.lengths import MESSAGE_LIMIT, clipped, length
from handlers.ui.texts import Markup, Texts
from handlers.ui.voting_rules import clauses, question_words, rule_words

REVIEWED_LENGTH, REASON_LENGTH = 2000, 300
NAMED, NAME_LENGTH = 3, 40
CLAUSE_LENGTH, OMISSION_LENGTH = 80, 120
GAP = 2  # characters between two paragraphs


def poll_card(
    card: PollCard, t: Texts, *, opening: str = "", part: int = 0, brief: bool = False
) -> Markup:
    """Return a poll as one person sees it, at most 4096 characters once parsed.

    `part` is which of its candidates, or of the person's ballots, are shown. The question gives
    way first. `opening` is HTML to begin with. A `brief` one leaves the rules out.
    """
    ballot = ballot_to_fill_in(card)
    if ballot is not None:
        marks = blank(card.poll)
        return ballot_card(card, ballot, marks, t, opening=opening, part=part, brief=brief)
    stands = standing(card, part, t, brief=brief, dated=True)
    parts = [stands, *ballot_paragraphs(card, part, t)]
    return _screen(card, parts, t, opening)


def ballot_card(
    card: PollCard,
    ballot: MyBallot,
    marks: Marks,
    t: Texts,
    *,
    opening: str = "",
    part: int = 0,
    brief: bool = False,
) -> Markup:
    """Return one voter's ballot with what is marked on it so far."""
    own = ballot_words(card, ballot, t, asks=True)
    room = card if is_single(card.poll) else replace(card, result=None)  # names stand there once
    stands = standing(room, part, t, brief=brief, dated=True)
    parts = [stands, own, form_words(card.poll, marks, part, t)]
    return _screen(card, parts, t, opening)


def own_ballot(card: PollCard, ballot: MyBallot, t: Texts) -> Markup:
    """Return one voter's ballot, for what else can be done with it."""
    return _screen(card, [ballot_words(card, ballot, t)], t)


def asked(card: PollCard, ballot: MyBallot, words: str, t: Texts) -> Markup:
    """Return a question (HTML) about one voter's ballot, below what the poll is about."""
    whose = t("ballot-name", name=ballot.name) if is_named(card, ballot) else ""
    return _screen(card, [whose, words], t)


def review(card: PollCard, ballot: MyBallot, said: Ballot, t: Texts) -> Markup:
    """Return the question that is asked before a secret ballot is cast for good."""
    choice = clipped(said_words(card.poll, said, t), REVIEWED_LENGTH)
    return asked(card, ballot, t("ballot-review", choice=choice), t)


def blank(poll: Poll) -> Marks:
    """Return a ballot with nothing marked on it."""
    return Marks(poll.items, {})


def ballot_to_fill_in(card: PollCard) -> MyBallot | None:
    """Return the ballot that is filled in on the card itself: the only one, and not cast."""
    if len(card.ballots) != 1:
        return None
    (ballot,) = card.ballots
    return ballot if card.is_castable(ballot) and not ballot.voted else None


# --- the poll -------------------------------------------------------------------------------------


def _screen(card: PollCard, parts: list[str], t: Texts, opening: str = "") -> Markup:
    """Return head, question and these parts; the question is cut to the room left."""
    poll = card.poll
    head = t("poll-head", body=poll.body, kind=poll.kind, mode=poll.mode)
    above, below = "\n\n".join(filter(None, [opening, head])), "\n\n".join(filter(None, parts))
    room = MESSAGE_LIMIT - length(above + below) - 2 * GAP
    question = question_words(poll, t, room)
    return Markup("\n\n".join(filter(None, [f"{above}\n{question}", below])))


def standing(
    card: PollCard, part: int, t: Texts, *, brief: bool = False, dated: bool = False
) -> str:
    """Return where the poll stands: its rules while it lies ahead, then what came of it.

    The turnout is `dated` where it does not follow the ballots of others.
    """
    poll = card.poll
    match poll.state:
        case PollState.CANCELLED:
            return cancelled(poll, t)
        case PollState.CLOSED:
            facts = [
                turnout(card, t),
                present(card, t),
                _omitted(card, t),
                clauses(poll, t),
                _minutes(card, t),
            ]
            counted = results(card, card.result, part, t) if card.result else ""
            return "\n\n".join(
                filter(None, [closed(card, t), counted, "\n".join(filter(None, facts))])
            )
        case PollState.OPEN if not card.takes_ballots:
            return "\n".join([turnout(card, t), counting(card, t)])
        case _:
            interim = results(card, card.result, part, t) if card.result else ""
            return "\n\n".join(filter(None, [interim, _terms(card, t, brief=brief, dated=dated)]))


def _minutes(card: PollCard, t: Texts) -> str:
    return t("poll-minutes", number=card.minutes) if card.minutes else ""


def _terms(card: PollCard, t: Texts, *, brief: bool, dated: bool) -> str:
    """Return until when the poll is decided and how many have voted; by which rules, folded up."""
    poll = card.poll
    ahead = poll.state is PollState.SCHEDULED
    times = _times(poll, t) if ahead else [until_words(card, t)]
    voted = "" if ahead else turnout(card, t)
    if dated and voted:
        at = f"{t.time(card.now)}, {t.day_short(card.now)}"
        voted = t("poll-turnout-dated", turnout=Markup(voted), at=at)
    lines = [*times, _omitted(card, t), voted]
    if not brief:
        explained = explain(poll.rules, card.turnout.entitled)
        rules = [t("poll-secrecy", secrecy=poll.secrecy), *_rules(poll, explained, t)]
        lines.append(t("poll-rules-folded", rules=Markup("\n".join(rules))))
    return "\n".join(filter(None, lines))


def until_words(card: PollCard, t: Texts) -> str:
    """Return until when people vote: at a general meeting until its chair closes the vote."""
    if card.in_meeting:
        return t("poll-until-meeting")
    return t("poll-until", closes_at=card.poll.closes_at, zone=t.zone_name())


def _omitted(card: PollCard, t: Texts) -> str:
    second = card.poll.run_off_of is not None
    return omission_words(card.omitted, card.poll.omission, t, second_round=second)


def omission_words(
    names: Sequence[str], omission: Omission | None, t: Texts, *, second_round: bool = False
) -> str:
    """Return who has no ballot, by which clause and reason; empty if all have one."""
    if not names:
        return ""
    shown = "; ".join(clipped(name, NAME_LENGTH) for name in names[:NAMED])
    said = t(
        "poll-omitted",
        count=len(names),
        names=shown,
        more=max(0, len(names) - NAMED),
        round=second_round,
    )
    if omission is None:
        return said
    clause, reason = (
        clipped(omission.clause, CLAUSE_LENGTH),
        clipped(omission.reason, OMISSION_LENGTH),
    )
    return f"{said} {t('poll-omission', clause=clause, reason=reason)}"


def _rules(plan: PollPlan, explained: Explanation, t: Texts) -> list[str]:
    seats, candidates = plan.seats, len(plan.candidates)
    election = plan.kind is PollKind.ELECTION
    to_be_won = [t("poll-seats", seats=seats, candidates=candidates)] if election else []
    return [*to_be_won, rule_words(plan, explained, t)]


def _times(plan: PollPlan, t: Texts) -> list[str]:
    """Return when a vote begins, if that is planned, and until when people vote."""
    zone = t.zone_name()
    begins = [t("poll-opens", opens_at=plan.opens_at, zone=zone)] if plan.opens_at else []
    until = t("poll-until", closes_at=plan.closes_at, zone=zone)
    return [*begins, until]


def plan_words(plan: PollPlan, explained: Explanation, t: Texts) -> Markup:
    """Return by which rules, when and how people vote."""
    secrecy = t("poll-secrecy", secrecy=plan.secrecy)
    lines = [*_rules(plan, explained, t), *_times(plan, t), secrecy]
    return Markup("\n".join(lines))


def turnout(card: PollCard, t: Texts) -> str:
    """Return how many have voted: all that anybody learns before the close."""
    counted = card.turnout
    return t(
        "poll-turnout", voted=counted.voted, entitled=counted.entitled, recused=counted.recused
    )


def present(card: PollCard, t: Texts) -> str:
    """Return how many were at the meeting, and how many of them did not vote, where it is known."""
    if card.presence is None or card.result is None:
        return ""
    return t(
        "poll-attendance",
        present=card.result.quorum.present,
        entitled=card.result.quorum.entitled,
        silent=card.result.silent,
    )


def counting(card: PollCard, t: Texts) -> str:
    """Return what the count waits for after the voting."""
    return t("poll-awaiting-presence" if card.awaits_presence else "poll-counting")


def closed(card: PollCard, t: Texts) -> str:
    """Return when and why the poll closed; the chair of a meeting closes its votes."""
    poll = card.poll
    return t(
        "poll-closed",
        closed_at=poll.closed_at or poll.closes_at,
        closing="in_meeting" if card.closed_in_meeting else poll.closing or Closing.DEADLINE,
        reason=clipped(poll.reason, REASON_LENGTH),
    )


def cancelled(poll: Poll, t: Texts) -> str:
    """Return why the poll was cancelled; there is no reason if the bot cancelled it."""
    reason = clipped(poll.reason, REASON_LENGTH)
    why = "given" if reason else "ballots_lost" if poll.has_lost_ballots else "late"
    return t("poll-cancelled", why=why, reason=reason)

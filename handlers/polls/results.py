"""Texts of a poll's result: the outcome, counts as bars, the calculation, ties, vacant seats."""

from bot.domain.polls.cards import PollCard, Settlement
from bot.domain.polls.majorities import Base
from bot.domain.polls.plans import NAME_LIMIT, CandidateId, PollKind
from bot.domain.polls.polls import Poll, PollState
from bot.domain.polls.tallies import Outcome, Result, Tie
from handlers.ui.charts import Ranked, ranked, text_bar
from handlers.ui.lengths import clipped
from handlers.ui.pages import Page, page_of
from handlers.ui.texts import Texts, Value

PART = 8  # candidates: with names of 200 characters the rest of the text still fits
NAMES_LENGTH = 400
HOW_LENGTH = 300


def results(card: PollCard, result: Result, part: int, t: Texts) -> str:
    """Return a result as text; while the poll is open only the counts."""
    poll = card.poll
    over = poll.state is PollState.CLOSED
    title = outcome_words(card, result, t) if over else t("poll-interim")
    counts = _counts(card, result, part, t) if card.shows_split else t("poll-no-split")
    sections = [t("poll-annulled") if card.annulled else "", title, counts]
    if over:
        sections += [_reckoning(poll, result, t), _seats(card, result, t)]
    return "\n\n".join(filter(None, sections))


def result_parts(card: PollCard, part: int) -> Page[Ranked]:
    """Return the candidates of a result in parts to show; a motion has none."""
    found = ranked(card.poll, card.result) if card.result and card.shows_split else []
    return page_of(found, part, PART)


def names(poll: Poll, candidates: tuple[CandidateId, ...], t: Texts) -> str:
    """Return the names of candidates in the order of the ballot."""
    listed = [one.name for one in poll.candidates if one.id in candidates]
    return clipped(t.listed(listed), NAMES_LENGTH)


def is_single(poll: Poll) -> bool:
    """Tell whether one thing is decided: a motion, or the admission of one organisation."""
    return poll.kind is not PollKind.ELECTION and len(poll.items) == 1


def outcome_words(card: PollCard, result: Result, t: Texts) -> str:
    """Return the outcome of a closed poll in a sentence; of a tie also how it was settled."""
    poll = card.poll
    if is_single(poll):
        return t("poll-outcome", outcome=result.items[0].outcome)
    if not result.quorum.holds:
        key = "poll-elected" if poll.kind is PollKind.ELECTION else "poll-admitted"
        return t(key, outcome="no_quorum", elected=0, seats=0, adopted=0, candidates=0)
    if poll.kind is PollKind.ADMISSION:
        adopted, candidates = len(result.having(Outcome.ADOPTED)), len(poll.candidates)
        return t("poll-admitted", outcome="counted", adopted=adopted, candidates=candidates)
    elected = len({*result.having(Outcome.ELECTED), *_later_elected(card)})
    level = result.tie is not None and not _is_settled(card)
    outcome = "elected" if elected else "level" if level else "nobody"
    return t("poll-elected", outcome=outcome, elected=elected, seats=poll.seats)


def _later_elected(card: PollCard) -> tuple[CandidateId, ...]:
    """Return who got a seat after a tie: by lot, or in a further round."""
    by_lot = card.lot.winners if card.lot else ()
    return by_lot + (card.settlement.elected if card.settlement else ())


def _is_settled(card: PollCard) -> bool:
    """Tell whether it is known who of the tied candidates has a seat."""
    settled = card.settlement
    return card.lot is not None or (
        settled is not None and not settled.running and not settled.tied
    )


def _missing(card: PollCard, result: Result) -> dict[str, int]:
    """Return how many did not vote; at a meeting separately those present and absent."""
    if card.presence is None:
        return {"none": result.items[0].counts.not_voting}
    return {"silent": result.silent, "absent": result.absent}


def _counts(card: PollCard, result: Result, part: int, t: Texts) -> str:
    poll, entitled = card.poll, result.quorum.entitled
    if is_single(poll):
        counts = result.items[0].counts
        said: dict[str, int] = {
            "for": counts.in_favour,
            "against": counts.against,
            "abstain": counts.abstained,
            **_missing(card, result),
        }
        return "\n".join(_bar(choice, votes, entitled, t) for choice, votes in said.items())
    page = page_of(ranked(poll, result), part, PART)
    lines = [_candidate(card, one, entitled, t) for one in page.items]
    if poll.kind is PollKind.ELECTION:
        counts = result.items[0].counts
        lines.append(_bar("against_all", counts.against, entitled, t))
        lines += [_bar(way, n, entitled, t) for way, n in _missing(card, result).items()]
    if page.count > 1:
        first = page.number * PART + 1
        last = first + len(page.items) - 1
        lines.append(t("poll-part", first=first, last=last, count=len(result.items)))
    return "\n".join(lines)


def _bar(choice: str, votes: int, entitled: int, t: Texts) -> str:
    return t("poll-bar", bar=text_bar(votes, entitled), choice=choice, votes=votes)


def _candidate_outcome(card: PollCard, one: Ranked) -> str:
    """Return the Fluent variable for a candidate's outcome."""
    if card.poll.state is not PollState.CLOSED:
        return "running"
    if one.candidate.id in _later_elected(card):
        return Outcome.ELECTED
    if one.item.outcome is Outcome.TIED and _is_settled(card):
        return Outcome.NOT_ELECTED
    return one.item.outcome


def _candidate(card: PollCard, one: Ranked, entitled: int, t: Texts) -> str:
    poll, item = card.poll, one.item
    return t(
        "poll-candidate",
        outcome=_candidate_outcome(card, one),
        number=one.number,
        name=clipped(one.candidate.name, NAME_LIMIT),
        kind=poll.kind,
        bar=text_bar(item.counts.in_favour, entitled),
        votes=item.counts.in_favour,
        needed=item.majority.needed,
        against=item.counts.against,
        abstained=item.counts.abstained,
    )


def _reckoning(poll: Poll, result: Result, t: Texts) -> str:
    """Return the quorum's line, and the majority's if all items have the same."""
    quorum = result.quorum
    lines = [
        t(
            "poll-quorum",
            holds=quorum.holds,
            present=quorum.present,
            entitled=quorum.entitled,
            needed=quorum.needed,
        )
    ]
    if quorum.holds and (is_single(poll) or poll.kind is PollKind.ELECTION):
        majority = result.items[0].majority
        values: dict[str, Value] = {"needed": majority.needed, "base": majority.base}
        kind = "election" if poll.kind is PollKind.ELECTION else "motion"
        of = _base(poll, result)
        lines.append(t("poll-majority", kind=kind, votes=majority.votes, of=of, **values))
    return "\n".join(lines)


def _base(poll: Poll, result: Result) -> str:
    """Return the Fluent variable for the base of the majority."""
    base, lowered = poll.rules.majority.base, poll.rules.recusal.lowers_base
    less = result.recused and lowered and base is not Base.CAST
    return f"{base}_less" if less else base


def _seats(card: PollCard, result: Result, t: Texts) -> str:
    """Return how a tie was settled, or not; the vacant seats; and who has none after all."""
    lines = []
    if result.tie is not None:
        lines.append(_tie(card, result.tie, t))
    if result.vacant and result.quorum.holds:
        lines.append(t("poll-vacant", vacant=result.vacant))
    if card.absent:
        absent = names(card.poll, card.absent, t)
        lines.append(t("poll-absent", names=absent, count=len(card.absent)))
    return "\n".join(lines)


def _tie(card: PollCard, tie: Tie, t: Texts) -> str:
    """Return that there was a tie, and what was done about it."""
    poll, lot, settled = card.poll, card.lot, card.settlement
    if lot is not None:
        how = clipped(lot.how, HOW_LENGTH)
        return t("poll-lot", names=names(poll, lot.winners, t), how=how)
    if settled is None:
        return t("poll-tie", names=names(poll, tie.candidates, t), seats=tie.seats)
    return t(
        "poll-second-round",
        names=names(poll, tie.candidates, t),
        outcome=settled_words(settled),
        elected=names(poll, settled.elected, t),
        tied=names(poll, settled.tied, t),
        vacant=settled.vacant,
    )


def settled_words(settled: Settlement) -> str:
    """Return the Fluent variable for the result of the rounds after a tie."""
    if settled.running:
        return "running"
    if settled.tied:
        return "tied"
    if not settled.vacant:
        return "elected"
    return "some" if settled.elected else "nobody"

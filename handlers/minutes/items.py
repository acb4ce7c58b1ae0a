"""An item of the agenda in the minutes: the rules, the count, the outcome, who voted how."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from bot.documents.blocks import Block, Codes, Column, Facts, Heading, Listing, Paragraph, Table
from bot.domain.meetings.item_votes import ItemVote
from bot.domain.meetings.terms import VotingForm
from bot.domain.minutes.minutes import AgendaItem, Minutes
from bot.domain.polls.majorities import Base, Bound, Share
from bot.domain.polls.plans import MET, CandidateId, Mode, PollKind
from bot.domain.polls.tallies import Tie
from bot.domain.polls.voters import VoterId
from handlers.minutes.appendices import Appendices
from handlers.minutes.votes import statement_blocks, vote_blocks
from handlers.ui.charts import counts_in_words, outcome_chart, outcome_of, ranked, series
from handlers.ui.texts import Texts
from handlers.ui.voting_rules import named

FRACTIONS = {(1, 2): "half", (2, 3): "two_thirds", (3, 4): "three_quarters"}


def agenda_item(minutes: Minutes, number: int, appendices: Appendices, t: Texts) -> list[Block]:
    """Return all that the minutes say of an item; long tables go to the appendices."""
    item = minutes.items[number - 1]
    return [
        Heading(t.plain("minutes-item", number=number)),
        Paragraph(named(item.poll, t), strong=True),
        Facts(tuple((t.plain(key), words) for key, words in facts(minutes, item, t))),
        *_split(item, appendices, t),
        *_decision(item, t),
        *vote_blocks(minutes, number, appendices, t),
        *statement_blocks(minutes, item, t),
        *_seal(item, number, appendices, t, is_last=item is minutes.items[-1]),
    ]


def moment(at: datetime, t: Texts) -> str:
    """Return e.g. «5 декабря 2026 года, 18:30»."""
    return t.plain("minutes-moment", date=t.date(at), time=t.time(at))


def _closed(opened: datetime, closed: datetime, t: Texts) -> str:
    """Return when a vote closed; on the day of its opening the time is enough."""
    if t.date(opened) == t.date(closed):
        return t.plain("minutes-same-day", time=t.time(closed))
    return moment(closed, t)


def quorum(item: AgendaItem, t: Texts) -> str:
    """Return e.g. «имеется: присутствуют 7 из 9, нужно не менее 5»."""
    line = item.result.quorum
    return t.plain(
        "minutes-quorum-line",
        held=line.holds,
        mode=item.poll.mode,
        present=line.present,
        entitled=line.entitled,
        needed=line.needed,
    )


def facts(minutes: Minutes, item: AgendaItem, t: Texts) -> Iterator[tuple[str, str]]:
    """Yield how it was voted, and each rule with its clause: the key of a label, and the words."""
    poll, rules = item.poll, item.poll.rules
    yield "minutes-voting", _voting(minutes, item, t)
    if poll.kind is PollKind.ELECTION:
        yield "minutes-seats", str(poll.seats)
    share = _share(rules.quorum.share, Base.ENTITLED, t)
    clause = t.plain("minutes-rule", rule=share, clause=rules.quorum.clause)
    yield "minutes-quorum", t.plain("minutes-quorum-by", quorum=quorum(item, t), rule=clause)
    yield "minutes-majority", _majority(item, t)
    yield from _without_ballots(minutes, item, t)
    if item.omitted:
        yield "minutes-omitted", _omitted(item, t)
    if item.recused:
        yield "minutes-recused", _recused(minutes, item, t)
    if poll.is_exclusive and rules.competence:
        yield "minutes-competence", rules.competence
    if poll.mode is Mode.REMOTE and rules.remote:
        yield "minutes-remote", rules.remote
    if poll.mode is Mode.CORRESPONDENCE and rules.correspondence:
        yield "minutes-correspondence", rules.correspondence


def _without_ballots(minutes: Minutes, item: AgendaItem, t: Texts) -> Iterator[tuple[str, str]]:
    """Yield what tellers counted, then who was there and silent; of hands only how many."""
    vote = _vote_of(minutes, item)
    paper = vote.on_paper if vote else frozenset()
    if item.by_hand:
        by_hands = vote is not None and vote.form is VotingForm.HANDS
        agreed = vote.agreed() if vote else None
        yield (
            "minutes-by-hand",
            t.plain(
                "minutes-by-hand-are",
                hands=by_hands,
                count=item.counted_by_hand,
                spoiled=len(vote.spoiled) + agreed.spoiled if vote and agreed else 0,
                unreturned=agreed.unreturned if agreed else 0,
                names=_names(minutes, paper),
                named=bool(paper),
            ),
        )
        if by_hands:
            if item.result.silent:
                yield "minutes-silent", str(item.result.silent)
            return
    silent = item.silent - paper
    if silent:
        names = _names(minutes, silent)
        yield "minutes-silent", t.plain("minutes-silent-are", count=len(silent), names=names)


def _vote_of(minutes: Minutes, item: AgendaItem) -> ItemVote | None:
    """Return the meeting's record of a vote, which tells who took paper."""
    items = minutes.meeting.items if minutes.meeting else ()
    votes = (vote for one in items for vote in one.votes)
    return next((vote for vote in votes if vote.poll == item.poll.id), None)


def _voting(minutes: Minutes, item: AgendaItem, t: Texts) -> str:
    """Return how it was voted: openly or in secret, from when, until when, and why until then."""
    poll = item.poll
    opened = poll.opened_at or minutes.starts_at
    return t.plain(
        "minutes-voting-was",
        secrecy=poll.secrecy,
        opened=moment(opened, t),
        closed=_closed(opened, poll.closed_at or minutes.ends_at, t),
        closing="deadline" if minutes.meeting else poll.closing or "deadline",
        reason=poll.reason,
    )


def _recused(minutes: Minutes, item: AgendaItem, t: Texts) -> str:
    """Return who declared a conflict of interest, and what that does to the base."""
    recusal = item.poll.rules.recusal
    return t.plain(
        "minutes-recused-are",
        names=_names(minutes, item.recused),
        count=len(item.recused),
        lowers=recusal.lowers_base,
        clause=recusal.clause,
    )


def _omitted(item: AgendaItem, t: Texts) -> str:
    """Return who of the body had no ballot on this, and by which clause and for what reason."""
    omission = item.poll.omission
    return t.plain(
        "minutes-omitted-are",
        round=item.poll.run_off_of is not None,
        names="; ".join(item.omitted),
        explained=omission is not None,
        clause=omission.clause if omission else "",
        reason=omission.reason if omission else "",
    )


def _majority(item: AgendaItem, t: Texts) -> str:
    """Return the rule, with the number of votes it comes to if that is the same for everybody."""
    rule = item.poll.rules.majority
    share = _share(rule.share, _base(item), t)
    needed = {one.majority.needed for one in item.result.items}
    if len(needed) > 1:
        return t.plain("minutes-rule", rule=share, clause=rule.clause)
    (votes,), base = needed, item.result.items[0].majority.base
    key = "minutes-majority-needed"
    return t.plain(key, rule=share, needed=votes, base=base, clause=rule.clause)


def _base(item: AgendaItem) -> str:
    """Return what the texts choose the words for a majority's base by."""
    base = item.poll.rules.majority.base
    if base is Base.CAST and item.poll.kind is PollKind.ELECTION:
        return "ballots"
    if base is Base.PARTICIPANTS and item.poll.mode is Mode.CORRESPONDENCE:
        return "senders"
    return base


def _share(share: Share, base: str, t: Texts) -> str:
    """Return e.g. «не менее двух третей числа участвующих»."""
    whole = share.bound is Bound.AT_LEAST and share.numerator == share.denominator
    return t.plain(
        "minutes-share",
        bound="all" if whole else share.bound,
        fraction=FRACTIONS.get((share.numerator, share.denominator), "other"),
        share=f"{share.numerator}/{share.denominator}",
        base=base,
    )


def _split(item: AgendaItem, appendices: Appendices, t: Texts) -> list[Block]:
    """Return how the votes split; not for a secret vote without a quorum, which decided nothing.

    The chart goes to the appendices.
    """
    if item.poll.is_secret and not item.result.quorum.holds:
        return [Paragraph(t.plain("minutes-no-split"))]
    appendices.charts.append(outcome_chart(item.poll, item.result, t, _by_lot(item)))
    return [_counts(item, t)]


def _counts(item: AgendaItem, t: Texts) -> Block:
    """Return the count in a sentence or, of several candidates, in a table."""
    poll = item.poll
    if poll.kind is PollKind.MOTION:
        return Paragraph(counts_in_words(poll, item.result, item.result.items[0], t), keeps=True)
    rows = tuple(
        (
            t.plain("minutes-candidate", number=one.number, name=one.candidate.name),
            str(one.item.counts.in_favour),
            str(one.item.counts.against),
            str(one.item.counts.abstained),
            str(item.result.silent if poll.mode in MET else one.item.counts.not_voting),
            str(one.item.majority.needed),
            outcome_of(one.item, t, _by_lot(item)),
        )
        for one in ranked(poll, item.result)
    )
    headings = (*series(poll, t), t.plain("minutes-column-needed"))
    shares = (12, 17, 27, 24, 16)
    counted = (
        Column(words, share, numeric=True) for words, share in zip(headings, shares, strict=True)
    )
    candidate = Column(t.plain("minutes-column-candidate"), 43)
    return Table((candidate, *counted, Column(t.plain("minutes-column-outcome"), 26)), rows)


def _by_lot(item: AgendaItem) -> tuple[CandidateId, ...]:
    return item.lot.winners if item.lot else ()


def _decision(item: AgendaItem, t: Texts) -> Iterator[Block]:
    result = item.result
    if not result.quorum.holds:
        yield Paragraph(t.plain("minutes-no-quorum"), strong=True)
    elif item.poll.kind is PollKind.MOTION:
        line = result.items[0].majority
        key = "minutes-adopted" if line.holds else "minutes-rejected"
        yield Paragraph(t.plain(key, votes=line.votes, needed=line.needed), strong=True)
        if line.holds:
            yield Paragraph(t.plain("minutes-decided", decision=item.decision), strong=True)
    else:
        yield from _chosen(item, t)
        if item.poll.kind is PollKind.ELECTION:
            yield from _seats_left(item, t)


def _chosen(item: AgendaItem, t: Texts) -> Iterator[Block]:
    """Yield who is admitted and who is not, or who is elected."""
    election = item.poll.kind is PollKind.ELECTION
    winners = item.winners
    won = tuple(one.name for one in item.poll.candidates if one.id in winners)
    lost = tuple(one.name for one in item.poll.candidates if one.id not in winners)
    if won:
        key = "minutes-elected" if election else "minutes-admitted"
        body = "council" if item.poll.elects_council else "none"
        yield Paragraph(t.plain(key, body=body), strong=True)
        yield Listing(won)
    if lost and not election:
        yield Paragraph(t.plain("minutes-not-admitted"), strong=True)
        yield Listing(lost)
    if election and not won:
        yield Paragraph(t.plain("minutes-nobody-elected"), strong=True)


def _seats_left(item: AgendaItem, t: Texts) -> Iterator[Block]:
    if item.result.tie:
        yield Paragraph(_tie(item, item.result.tie, t), strong=True)
    if item.lot:
        yield Paragraph(t.plain("minutes-lot", record=item.lot.record))
    if item.result.vacant:
        yield Paragraph(t.plain("minutes-vacant", seats=item.result.vacant), strong=True)


def _tie(item: AgendaItem, tie: Tie, t: Texts) -> str:
    names = "; ".join(one.name for one in item.poll.candidates if one.id in tie.candidates)
    follows = "lot" if item.lot else "run_off" if item.run_off else "open"
    return t.plain("minutes-tie", names=names, seats=tie.seats, next=follows)


def _seal(
    item: AgendaItem, number: int, appendices: Appendices, t: Texts, *, is_last: bool
) -> Iterator[Block]:
    """Yield what tells a change of the record; the last digests stay with the signatures."""
    if item.numbers:
        note = Paragraph(t.plain("minutes-ballots-note"), small=True)
        title = t.plain("minutes-appendix-ballots", number=number)
        appendix = appendices.add(title, note, Codes(tuple(sorted(item.numbers))))
        yield Paragraph(t.plain("minutes-ballots-appended", appendix=appendix))
    yield Paragraph(t.plain("minutes-seal"), small=True)
    yield Facts(
        (
            (t.plain("minutes-seal-ballots"), item.seal.ballots),
            (t.plain("minutes-seal-numbers"), item.seal.numbers),
            (t.plain("minutes-seal-journal", number=str(item.head.number)), item.head.digest),
        ),
        code=True,
        keeps=is_last,
    )


def _names(minutes: Minutes, voters: Iterable[VoterId]) -> str:
    chosen = frozenset(voters)
    return "; ".join(one.name for one in minutes.listed if one.voter in chosen)

"""What several screens of a meeting say: who is there, the item, votes, results, the speaker."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from bot.domain.meetings.views import (
    Attendance,
    ItemLine,
    Pause,
    SpeechNow,
    VoteOutcome,
    VoteTurnout,
)
from bot.domain.polls.plans import Candidate, PollKind
from bot.domain.polls.tallies import Item, Outcome
from handlers.ui.lengths import clipped
from handlers.ui.texts import Markup, Texts

TITLE_LENGTH, LINE_LENGTH, WORDS_LENGTH, NAME_LENGTH = 200, 100, 500, 60
CANDIDATES_SHOWN = 25
RESULTS_SHOWN = 3


def joined(parts: Iterable[str], between: str = "\n") -> Markup:
    """Return the parts that are not empty, one below the other."""
    return Markup(between.join(filter(None, parts)))


def countdown(moment: datetime, t: Texts) -> Markup:
    """Return a time that a client shows as how long is left."""
    return Markup(
        f'<tg-time unix="{int(moment.timestamp())}" format="r">{t.time(moment)}</tg-time>'
    )


def attendance_words(there: Attendance | None, t: Texts) -> str:
    """Return how many are there, and whether that is a quorum; empty before the registration."""
    if there is None or not there.entitled:
        return ""
    return t(
        "meeting-attendance",
        present=there.present,
        ever=there.ever,
        entitled=there.entitled,
        needed=there.needed,
        remote=there.remote,
        posted=there.posted,
        quorum=there.has_quorum,
    )


def own_words(there: Attendance, t: Texts) -> str:
    """Return how many registered themselves, and what a registrar does about it."""
    return t("meeting-own-arrivals", count=there.own) if there.own else ""


def item_words(line: ItemLine, t: Texts) -> str:
    """Return an item of the agenda on a line."""
    return t(
        "meeting-item-line",
        number=line.number,
        kind=line.kind,
        title=clipped(line.title, LINE_LENGTH),
        speaker=clipped(line.speaker, NAME_LENGTH),
        spoken=bool(line.speaker),
        minutes=line.minutes,
        stage=line.stage,
        current=line.is_current,
    )


def current_words(line: ItemLine | None, t: Texts) -> str:
    """Return the current item."""
    return t("meeting-current", item=Markup(item_words(line, t))) if line else ""


def turnout_words(vote: VoteTurnout, t: Texts) -> str:
    """Return how many have voted, and nothing of how."""
    return t(
        "meeting-turnout",
        title=clipped(vote.title, WORDS_LENGTH),
        form=vote.form,
        secret=vote.secret,
        present=vote.present,
        voted=vote.voted,
        paper=vote.paper,
        recused=vote.recused,
        awaited=vote.awaited,
        last=vote.last_call,
    )


def outcome_words(found: VoteOutcome, t: Texts) -> str:
    """Return what a vote came to; without a quorum no figures are told."""
    result = found.result
    head = t(
        "meeting-outcome",
        title=clipped(found.title, LINE_LENGTH),
        outcome=found.outcome,
        elected=len(found.winners),
        seats=found.seats,
        full=found.fills_seats,
        present=result.quorum.present,
        needed=result.quorum.needed,
    )
    if result.outcome is Outcome.NO_QUORUM:
        return head
    return joined([head, *_figures(found, t), earlier_words(found, t)])


def earlier_words(found: VoteOutcome, t: Texts) -> str:
    """Return whom an earlier round elected; empty if there was none, or it elected nobody."""
    names = clipped(", ".join(one.name for one in found.earlier), LINE_LENGTH)
    return t("meeting-elected-before", count=len(found.earlier), names=names) if names else ""


def _figures(found: VoteOutcome, t: Texts) -> Iterator[str]:
    names = {one.id: one for one in found.candidates}
    for item in found.result.items[:CANDIDATES_SHOWN]:
        if found.kind is PollKind.ELECTION and item.candidate is not None:
            yield _candidate(names[item.candidate], item, found, t)
        else:
            yield t(
                "meeting-figures",
                in_favour=item.counts.in_favour,
                against=item.counts.against,
                abstained=item.counts.abstained,
                silent=found.result.silent,
                needed=item.majority.needed,
                base=item.majority.base,
            )


def _candidate(one: Candidate, item: Item, found: VoteOutcome, t: Texts) -> str:
    return t(
        "meeting-candidate-figures",
        name=clipped(one.name, NAME_LENGTH),
        votes=item.counts.in_favour,
        won=one.id in found.winners,
    )


def outcomes_words(found: Iterable[VoteOutcome], t: Texts) -> str:
    """Return the newest results."""
    return joined((outcome_words(one, t) for one in list(found)[-RESULTS_SHOWN:]), "\n\n")


def speech_words(speech: SpeechNow | None, t: Texts) -> str:
    """Return who has the floor, and how long still."""
    if speech is None:
        return ""
    return t(
        "meeting-speech",
        name=clipped(speech.name, NAME_LENGTH),
        organisation=clipped(speech.organisation, NAME_LENGTH),
        left=countdown(speech.until, t),
    )


def pause_words(pause: Pause | None, t: Texts) -> str:
    """Return why the meeting is suspended, and until when if that was said."""
    if pause is None:
        return ""
    return t(
        "meeting-pause",
        why=clipped(pause.why, LINE_LENGTH),
        told=bool(pause.why),
        since=t.time(pause.since),
        until=t.time(pause.until) if pause.until else "",
        ends=pause.until is not None,
    )

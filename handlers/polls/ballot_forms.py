"""A ballot that is being filled in: what it asks, what is marked so far, and its buttons."""

from aiogram.types import InlineKeyboardButton

from bot.domain.polls.ballots import Choice
from bot.domain.polls.plans import NAME_LIMIT, Candidate, PollKind
from bot.domain.polls.polls import Poll
from bot.domain.polls.voters import VoterId
from handlers.polls.callbacks.polls import CastButton, MarkButton, ReviewButton, VoteButton
from handlers.polls.marks import AGAINST_ALL, TURN, Marks, mark_tap
from handlers.polls.results import is_single
from handlers.ui.buttons import Row, button, short, turning
from handlers.ui.lengths import clipped
from handlers.ui.pages import Page, page_of
from handlers.ui.texts import Texts

SEEN_NAME = 36  # characters of a name that a telephone of 390 points shows on a button
PART = 8  # candidates: with names of 200 characters they leave room for the rest


def form_words(poll: Poll, marks: Marks, part: int, t: Texts) -> str:
    """Return what the ballot asks, the candidates of this part, and how much is marked."""
    asked = "motion" if is_single(poll) else poll.kind
    lines = [t("ballot-ask", kind=asked, seats=poll.seats)]
    if is_single(poll):
        return lines[0]
    page = page_of(poll.candidates, part, PART)
    first = page.number * PART
    listed = page.items if _is_listed(poll, page) else ()
    candidates = [
        t(
            "ballot-candidate",
            kind=poll.kind,
            choice=marks.choice(place) or "none",
            number=place + 1,
            name=clipped(candidate.name, NAME_LIMIT),
        )
        for place, candidate in enumerate(listed, first)
    ]
    if page.count > 1:
        last, count = first + len(page.items), len(poll.candidates)
        candidates.append(t("poll-part", first=first + 1, last=last, count=count))
    if not candidates:
        return "\n".join([*lines, _progress(poll, marks, t)])
    return "\n\n".join([*lines, "\n".join(candidates), _progress(poll, marks, t)])


def _is_listed(poll: Poll, page: Page[Candidate]) -> bool:
    """Tell whether the words name the candidates: of an election only if a button cuts a name."""
    longest = max((len(candidate.name) for candidate in page.items), default=0)
    return poll.kind is PollKind.ADMISSION or longest > SEEN_NAME


def marked_words(poll: Poll, marks: Marks, t: Texts) -> str:
    """Return what answers a tap, as plain text: how much is marked by now."""
    return t.plain(
        "ballot-marked",
        kind=poll.kind,
        against=marks.against_all,
        chosen=marks.chosen,
        seats=poll.seats,
        missing=marks.missing,
    )


def _progress(poll: Poll, marks: Marks, t: Texts) -> str:
    if poll.kind is PollKind.ADMISSION:
        return t("ballot-missing", missing=marks.missing)
    against = marks.against_all
    return t("ballot-chosen", against=against, chosen=marks.chosen, seats=poll.seats)


def form_rows(poll: Poll, voter: VoterId, marks: Marks, part: int, t: Texts) -> list[Row]:
    """Return the buttons that fill the ballot in, and the one that casts it."""
    if is_single(poll):
        choices = ((Choice.FOR, Choice.AGAINST), (Choice.ABSTAIN,))  # three in a row are cut short
        return [[_choice(poll, voter, marks, one, t) for one in row] for row in choices]
    page = page_of(poll.candidates, part, PART)
    first = page.number * PART
    rows: list[Row] = []
    for place, candidate in enumerate(page.items, first):
        if poll.kind is PollKind.ADMISSION:
            rows.append([_mark(poll, voter, marks, place, choice, t) for choice in Choice])
        else:
            rows.append([_approval(poll, voter, marks, place, candidate.name, t)])
    taps = _tap(poll, voter, marks, TURN)
    rows.append(turning(page, taps, t, part="tap", first=TURN))
    if poll.kind is PollKind.ELECTION:
        rows.append([_against_all(poll, voter, marks, page.number, t)])
    rows.append([button(t.plain("button-cast"), cast_data(poll, voter, marks))])
    return rows


def cast_data(poll: Poll, voter: VoterId, marks: Marks) -> str:
    """Return what casts the ballot; a secret one is looked at once more before that."""
    tap = ReviewButton if poll.is_secret else CastButton
    return tap(poll_id=poll.id, voter_id=voter, marks=str(marks)).pack()


def _choice(
    poll: Poll, voter: VoterId, marks: Marks, choice: Choice, t: Texts
) -> InlineKeyboardButton:
    chosen = marks.choice(0) is choice
    data = cast_data(poll, voter, Marks(poll.items, {0: choice}))
    if poll.kind is PollKind.MOTION and not poll.is_secret:
        data = VoteButton(poll_id=poll.id, voter_id=voter, choice=choice).pack()
    return button(t.plain("button-choice", choice=choice, chosen=chosen), data)


def _mark(
    poll: Poll, voter: VoterId, marks: Marks, place: int, choice: Choice, t: Texts
) -> InlineKeyboardButton:
    chosen = marks.choice(place) is choice
    words = t.plain("button-choice-of", choice=choice, number=place + 1, chosen=chosen)
    return button(words, _tap(poll, voter, marks, mark_tap(place, choice)))


def _approval(
    poll: Poll, voter: VoterId, marks: Marks, place: int, name: str, t: Texts
) -> InlineKeyboardButton:
    chosen = marks.choice(place) is Choice.FOR
    words = t.plain("button-approve", number=place + 1, name=name, chosen=chosen)
    return button(short(words), _tap(poll, voter, marks, mark_tap(place, Choice.FOR)))


def _against_all(
    poll: Poll, voter: VoterId, marks: Marks, part: int, t: Texts
) -> InlineKeyboardButton:
    words = t.plain("button-against-all", chosen=marks.against_all)
    return button(words, _tap(poll, voter, marks, AGAINST_ALL + part))


def _tap(poll: Poll, voter: VoterId, marks: Marks, tap: int) -> MarkButton:
    return MarkButton(poll_id=poll.id, voter_id=voter, marks=str(marks), tap=tap)

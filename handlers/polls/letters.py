"""Render the letters of polls: a ballot, a reminder, the outcome, a group's card, a seal."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.domain.polls import letters, notices
from bot.domain.polls.cards import PollCard
from bot.domain.polls.polls import Poll, PollState
from bot.domain.polls.straw_polls import InterruptedLetter, StrawPollLetter
from handlers.polls import keyboards
from handlers.polls.boards import board_keyboard, poll_board
from handlers.polls.callbacks.poll_boards import ClosePollButton, StrawAgainButton
from handlers.polls.cards import (
    cancelled,
    closed,
    counting,
    poll_card,
    present,
    turnout,
    until_words,
)
from handlers.polls.numbers import render_number
from handlers.polls.papers import render_paper
from handlers.polls.results import results
from handlers.ui.buttons import keyboard
from handlers.ui.callbacks import NewMinutesButton
from handlers.ui.charts import text_bar
from handlers.ui.lengths import clipped
from handlers.ui.letters import Rendered, Renderers, Sight
from handlers.ui.texts import Texts
from handlers.ui.voting_rules import named, question_words

QUESTION_LENGTH, NAME_LENGTH = 500, 100


def render_ballot(letter: letters.BallotLetter, t: Texts, _sight: Sight) -> Rendered:
    """Return a poll's card for one person, with the news above it."""
    card = letter.card
    opening = OPENINGS[type(letter.subject)](letter.subject, letter, t)
    brief = isinstance(letter.subject, notices.BallotReminder)  # the ballot itself is enough
    words = poll_card(card, t, opening=opening, brief=brief)
    return Rendered(words, keyboards.poll_card(card, t))


def render_post(letter: letters.PollPostLetter, t: Texts, sight: Sight) -> Rendered:
    """Return the card for a group: nobody's ballot, and no counts before they are public."""
    card = letter.card
    poll = card.poll
    parts = [f"{_head(poll, t)}\n{_question(poll, t)}", _post_standing(card, t)]
    return Rendered("\n\n".join(parts), keyboards.post(card, t, sight.username))


def render_board(letter: letters.PollBoardLetter, t: Texts, _sight: Sight) -> Rendered:
    """Return a poll as chair and secretary see it."""
    return Rendered(poll_board(letter.board, t), board_keyboard(letter.board, t))


def render_opening(letter: letters.OpeningLetter, t: Texts, _sight: Sight) -> Rendered:
    """Return the chain's head at an opening, for later verification."""
    poll = letter.poll
    question = clipped(poll.question, QUESTION_LENGTH)
    return Rendered(
        t("poll-opening-posted", question=question, poll=str(poll.id), head=str(letter.head))
    )


def render_seal(letter: letters.SealLetter, t: Texts, _sight: Sight) -> Rendered:
    """Return the seal of a closed poll, for later verification."""
    card = letter.card
    seal, head = card.seal, card.head
    return Rendered(
        t(
            "poll-seal",
            question=clipped(named(card.poll, t), QUESTION_LENGTH),
            poll=str(card.poll.id),
            ballots=seal.ballots if seal else "—",
            numbers=seal.numbers if seal else "—",
            entry=str(head.number) if head else "—",
            digest=head.digest if head else "—",
        )
    )


def render_presence_awaited(
    letter: letters.PresenceAwaitedLetter, t: Texts, _sight: Sight
) -> Rendered:
    """Return that the count waits for the attendance list, and the way to it."""
    words = t("presence-awaited", question=clipped(letter.poll.question, QUESTION_LENGTH))
    data = ClosePollButton(poll_id=letter.poll.id)
    return Rendered(words, keyboard([[t.button("poll-board-present", data, "primary")]]))


def render_minutes_ready(letter: letters.MinutesReadyLetter, t: Texts, _sight: Sight) -> Rendered:
    """Return that minutes can be issued, and the way to them."""
    words = t("minutes-ready", question=clipped(named(letter.poll, t), QUESTION_LENGTH))
    data = NewMinutesButton(poll_id=letter.poll.id)
    return Rendered(words, keyboard([[t.button("minutes-new", data, "primary")]]))


def render_straw_poll(letter: StrawPollLetter, t: Texts, _sight: Sight) -> Rendered:
    """Return the result of a straw poll: each option with its answers."""
    poll = letter.poll
    counts = poll.counts or (0,) * len(poll.plan.options)
    lines = [
        t("straw-option", bar=text_bar(count, max(count, poll.voters)), option=option, count=count)
        for option, count in zip(poll.plan.options, counts, strict=True)
    ]
    head = t("straw-closed", question=poll.plan.question, voters=poll.voters)
    return Rendered("\n\n".join([head, "\n".join(lines), t("straw-remark")]))


def render_interrupted(letter: InterruptedLetter, t: Texts, _sight: Sight) -> Rendered:
    """Return that a straw poll may be in its group, and the button to ask again."""
    again = StrawAgainButton(poll_id=letter.poll.id)
    below = keyboard([[t.button("button-straw-again", again)]])
    return Rendered(t("straw-interrupted", question=letter.poll.plan.question), below)


def _news(name: str) -> Callable[[notices.PollSubject, letters.BallotLetter, Texts], str]:
    """Return why a poll's card is sent."""

    def opening(_subject: notices.PollSubject, letter: letters.BallotLetter, t: Texts) -> str:
        return t("poll-news", news=name, left=letter.card.poll.closes_at - letter.card.now)

    return opening


def _reminder(subject: notices.BallotReminder, letter: letters.BallotLetter, t: Texts) -> str:
    return _news("last_call" if subject.last else "reminder")(subject, letter, t)


def _restored(subject: notices.PollRestored, letter: letters.BallotLetter, t: Texts) -> str:
    is_open = letter.card.poll.state is PollState.OPEN
    return _news("restored" if is_open else "restored_closed")(subject, letter, t)


def _proxy_withdrawn(
    _subject: notices.ProxyWithdrawn, letter: letters.BallotLetter, t: Texts
) -> str:
    name, voted = clipped(letter.voter, NAME_LENGTH), bool(letter.voted)
    return t("proxy-withdrawn", name=name, voted=voted)


def _nothing(_subject: notices.PollCardChanged, _letter: letters.BallotLetter, _t: Texts) -> str:
    return ""


OPENINGS: Mapping[type[notices.PollSubject], Callable[[Any, letters.BallotLetter, Texts], str]] = {
    notices.BallotOpened: _news("opened"),
    notices.BallotReminder: _reminder,
    notices.ProxyEntrusted: _news("proxy"),
    notices.ProxyWithdrawn: _proxy_withdrawn,
    notices.PollCancelled: _news("cancelled"),
    notices.PollRestored: _restored,
    notices.OutcomeDeclared: _news("closed"),
    notices.TieSettledByLot: _news("lot"),
    notices.PollCardChanged: _nothing,
}
"""The text above the card; empty where a message only shows the poll."""


def _head(poll: Poll, t: Texts) -> str:
    return t("poll-head", body=poll.body, kind=poll.kind, mode=poll.mode)


def _question(poll: Poll, t: Texts) -> str:
    return question_words(poll, t, QUESTION_LENGTH)


def _post_standing(card: PollCard, t: Texts) -> str:
    poll = card.poll
    counted = results(card, card.result, 0, t) if card.result else ""
    if poll.state is PollState.CANCELLED:
        return cancelled(poll, t)
    if poll.state is PollState.CLOSED:
        came = "\n".join(filter(None, [turnout(card, t), present(card, t)]))
        return "\n\n".join(filter(None, [closed(card, t), counted, came]))
    facts = [
        until_words(card, t),
        turnout(card, t),
        t("poll-post-link") if card.takes_ballots else counting(card, t),
    ]
    return "\n\n".join(filter(None, [counted, "\n".join(facts)]))


LETTERS: Renderers = {
    letters.BallotLetter: render_ballot,
    letters.NumberLetter: render_number,
    letters.PaperLetter: render_paper,
    letters.PollPostLetter: render_post,
    letters.PollBoardLetter: render_board,
    letters.OpeningLetter: render_opening,
    letters.SealLetter: render_seal,
    letters.PresenceAwaitedLetter: render_presence_awaited,
    letters.MinutesReadyLetter: render_minutes_ready,
    StrawPollLetter: render_straw_poll,
    InterruptedLetter: render_interrupted,
}

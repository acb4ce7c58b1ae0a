"""News of polls in words: a ballot, a reminder, the outcome, a group's card, a seal."""

from aiogram.types import InlineKeyboardMarkup

from bot.domain.polls.cards import PollCard
from bot.domain.polls.letters import BallotLetter, BallotSubject, PollPostLetter, SealLetter
from bot.domain.polls.notices import (
    BallotOpened,
    BallotReminder,
    OutcomeDeclared,
    PollCancelled,
    PollCardChanged,
    ProxyEntrusted,
    ProxyWithdrawn,
    TieSettledByLot,
)
from bot.domain.polls.polls import Poll, PollState
from handlers.polls import keyboards
from handlers.polls.cards import cancelled, closed, poll_card, turnout
from handlers.polls.results import results
from handlers.ui.lengths import clipped
from handlers.ui.texts import Texts

QUESTION_LENGTH, NAME_LENGTH = 500, 100
NEWS: dict[type[BallotSubject], str] = {
    BallotOpened: "opened",
    BallotReminder: "reminder",
    ProxyEntrusted: "proxy",
    PollCancelled: "cancelled",
    OutcomeDeclared: "closed",
    TieSettledByLot: "lot",
}


def ballot_letter(letter: BallotLetter, t: Texts) -> tuple[str, InlineKeyboardMarkup]:
    """Return a poll's card for one person, with what is new about it."""
    card = letter.card
    opening = _news(letter, t)
    return poll_card(card, t, opening=opening), keyboards.poll_card(card, t)


def poll_post(
    letter: PollPostLetter, t: Texts, username: str
) -> tuple[str, InlineKeyboardMarkup | None]:
    """Return the card that everybody in a group sees: nobody's ballot, and no counts too early."""
    card = letter.card
    poll = card.poll
    parts = [f"{_head(poll, t)}\n{_question(poll, t)}", _post_standing(card, t)]
    return "\n\n".join(parts), keyboards.post(card, t, username)


def seal_letter(letter: SealLetter, t: Texts) -> str:
    """Return the seal of a closed poll, for those who will verify it one day."""
    card = letter.card
    seal, head = card.seal, card.head
    return t(
        "poll-seal",
        question=clipped(card.poll.question, QUESTION_LENGTH),
        poll=str(card.poll.id),
        ballots=seal.ballots if seal else "—",
        numbers=seal.numbers if seal else "—",
        entry=str(head.number) if head else "—",
        digest=head.digest if head else "—",
    )


def _news(letter: BallotLetter, t: Texts) -> str:
    """Return what is new; nothing where a message only follows the poll."""
    subject, card = letter.subject, letter.card
    if isinstance(subject, PollCardChanged):
        return ""
    if isinstance(subject, ProxyWithdrawn):
        name, voted = clipped(letter.voter, NAME_LENGTH), "yes" if letter.voted else "no"
        return t("proxy-withdrawn", name=name, voted=voted)
    news = NEWS[type(subject)]
    if isinstance(subject, BallotReminder) and subject.last:
        news = "last_call"
    return t("poll-news", news=news, left=card.poll.closes_at - card.now)


def _head(poll: Poll, t: Texts) -> str:
    return t("poll-head", body=poll.body, kind=poll.kind, mode=poll.mode)


def _question(poll: Poll, t: Texts) -> str:
    return t("poll-question", question=clipped(poll.question, QUESTION_LENGTH))


def _post_standing(card: PollCard, t: Texts) -> str:
    poll = card.poll
    counted = results(card, card.result, 0, t) if card.result else ""
    if poll.state is PollState.CANCELLED:
        return cancelled(poll, t)
    if poll.state is PollState.CLOSED:
        return "\n\n".join(filter(None, [closed(poll, t), counted, turnout(card, t)]))
    facts = [
        t("poll-until", closes_at=poll.closes_at, zone=t.zone_name()),
        turnout(card, t),
        t("poll-post-link") if card.takes_ballots else t("poll-counting"),
    ]
    return "\n\n".join(filter(None, [counted, "\n".join(facts)]))

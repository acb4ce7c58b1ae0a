"""Compose the notices of polls, and record the results of sending."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from bot.domain.letters import LetterContent
from bot.domain.polls import letters, notices
from bot.domain.polls.cards import PollCard
from bot.domain.polls.polls import PollState
from bot.domain.polls.records import RecordKind
from bot.domain.polls.straw_polls import (
    InterruptedLetter,
    StrawPollClosed,
    StrawPollInterrupted,
    StrawPollLetter,
)
from bot.domain.polls.views import PollView
from bot.domain.priorities import Priority
from bot.domain.shown import Shown
from bot.ports import Transaction
from bot.services.notices import Asked, Compose, NoticeRules, NoticesByKind, Sent, new_message
from bot.services.polls.electing import display_name
from bot.services.polls.numbers import (
    compose_owed,
    compose_removal,
    forget_owed,
    forget_removal,
    go_on_telling,
    try_again,
)
from bot.services.polls.views import may_see, my_ballots, poll_board, poll_card
from bot.services.shown import refresh, still_shown

P = TypeVar("P", bound=notices.PollSubject)


def of_poll(
    compose: Callable[[Transaction, Asked[P], PollCard], LetterContent | None],
) -> Compose[P]:
    """Compose the notice with the poll's card; None once it is obsolete."""

    @wraps(compose)
    def composed(tx: Transaction, asked: Asked[P]) -> LetterContent | None:
        poll = tx.polls.get(asked.subject.poll)
        card = None if poll is None else poll_card(tx, poll, asked.member, asked.now)
        concerned = card is not None and asked.subject.concerns(card)
        return compose(tx, asked, card) if card and concerned else None

    return composed


def of_card(letter: Callable[[PollCard], LetterContent]) -> Compose[notices.PollSubject]:
    """Compose the notice of the poll's card alone."""

    @of_poll
    def composed(
        _tx: Transaction, _asked: Asked[notices.PollSubject], card: PollCard
    ) -> LetterContent:
        return letter(card)

    return composed


@of_poll
def compose_news(
    _tx: Transaction, asked: Asked[notices.PollSubject], card: PollCard
) -> letters.BallotLetter | None:
    """Return news of a poll for one person."""
    return None if asked.member is None else letters.BallotLetter(asked.subject, card)


@of_poll
def compose_proxy_withdrawn(
    tx: Transaction, asked: Asked[notices.ProxyWithdrawn], card: PollCard
) -> letters.BallotLetter | None:
    """Return that a proxy was revoked; the former holder's card no longer has the voter's name."""
    poll, wanted, member = card.poll, asked.subject.voter, asked.member
    voter = next((one for one in tx.electorates.voters(poll.id) if one.id == wanted), None)
    if voter is None or member is None:  # voters are never deleted
        return None
    name = display_name(tx, poll.body, voter.id, voter.name)
    proxy = tx.electorates.of_voter(poll.id, voter.id).proxy_of(voter.id)
    used = proxy is not None and proxy.holder == member.id and proxy.used
    return letters.BallotLetter(asked.subject, card, name, used)


@of_poll
def compose_paper(
    tx: Transaction, asked: Asked[notices.ProxyAwaited], card: PollCard
) -> letters.PaperLetter | None:
    """Return that a proxy's paper must be checked; None once it was, or is not needed."""
    wanted = asked.subject.voter
    board = poll_board(tx, card.poll, asked.now)
    one = next((one for one in board.papers if one.proxy.principal == wanted), None)
    return None if one is None else letters.PaperLetter(card.poll, one.name, one.holder, one.proxy)


@of_poll
def compose_opening(
    tx: Transaction, _asked: Asked[notices.OpeningPosted], card: PollCard
) -> letters.OpeningLetter | None:
    """Return the chain's head at the opening, for those who keep it."""
    opened = tx.entries.of_poll(card.poll.id, RecordKind.OPENED)
    return letters.OpeningLetter(card.poll, opened[0].head) if opened else None


def compose_shown(tx: Transaction, asked: Asked[notices.PollCardChanged]) -> LetterContent | None:
    """Return what a message should show of the poll; None if it now shows something else."""
    member, now = asked.member, asked.now
    poll = tx.polls.get(asked.subject.poll)
    shown = still_shown(tx, asked, PollView, asked.subject.poll)
    if poll is None or shown is None:
        return None
    if member is None:
        return letters.PollPostLetter(poll_card(tx, poll, None, now))
    if shown.view is PollView.BOARD:
        return letters.PollBoardLetter(poll_board(tx, poll, now)) if member.presides else None
    if not may_see(tx, poll, member, now):
        return None
    return letters.BallotLetter(asked.subject, poll_card(tx, poll, member, now))


def compose_straw_poll(tx: Transaction, asked: Asked[StrawPollClosed]) -> StrawPollLetter | None:
    """Return the result of a straw poll."""
    straw = tx.straw_polls.get(asked.subject.poll)
    return None if straw is None else StrawPollLetter(straw)


def compose_interrupted(
    tx: Transaction, asked: Asked[StrawPollInterrupted]
) -> InterruptedLetter | None:
    """Return that a straw poll may be in its group; None once that is known."""
    straw = tx.straw_polls.get(asked.subject.poll)
    return None if straw is None or straw.posted is not None else InterruptedLetter(straw)


def keep_ballot(tx: Transaction, sent: Sent[notices.PollSubject]) -> None:
    """Record a message with a ballot, unless it shows something else.

    It is renewed if something happened while it was being sent: nobody could edit it then.
    """
    message = new_message(tx, sent)
    if message is None or sent.tapped:
        return
    shown = Shown(sent.subject.poll, sent.notice.recipient, message, PollView.BALLOT)
    tx.shown.save(shown)
    if _is_behind(tx, sent):
        refresh(tx, [shown], Priority.ANSWER, sent.now)


def _is_behind(tx: Transaction, sent: Sent[notices.PollSubject]) -> bool:
    """Tell whether a message with a ballot shows what is no longer so."""
    poll, member = tx.polls.get(sent.subject.poll), sent.notice.recipient
    if poll is None or member is None:
        return False
    if poll.state is not PollState.OPEN or sent.now >= poll.closes_at:
        return True
    if not isinstance(sent.content, letters.BallotLetter):
        return False
    return my_ballots(tx, poll, member, sent.now) != sent.content.card.ballots


def keep_post(tx: Transaction, sent: Sent[notices.PollPosted]) -> None:
    """Record a poll's card in a group, and renew its turnout, which may have changed meanwhile."""
    message = new_message(tx, sent)
    if message is not None:
        shown = Shown(sent.subject.poll, None, message, PollView.POST)
        tx.shown.save(shown)
        refresh(tx, [shown], Priority.REMINDER, sent.now)


NOTICES: NoticesByKind = {
    notices.BallotOpened: NoticeRules(compose_news, sent=keep_ballot, essential=True),
    notices.BallotReminder: NoticeRules(compose_news, sent=keep_ballot),
    notices.ProxyEntrusted: NoticeRules(compose_news, sent=keep_ballot, essential=True),
    notices.ProxyAwaited: NoticeRules(compose_paper),
    notices.ProxyWithdrawn: NoticeRules(compose_proxy_withdrawn, sent=keep_ballot, essential=True),
    notices.PollCancelled: NoticeRules(compose_news, essential=True),
    notices.PresenceAwaited: NoticeRules(
        of_card(lambda card: letters.PresenceAwaitedLetter(card.poll))
    ),
    notices.PollRestored: NoticeRules(compose_news, sent=keep_ballot, essential=True),
    notices.OutcomeDeclared: NoticeRules(compose_news),
    notices.TieSettledByLot: NoticeRules(compose_news),
    notices.NumberOwed: NoticeRules(
        compose_owed,
        sent=go_on_telling,
        unreachable=forget_owed,
        failed=forget_owed,
        essential=True,
    ),
    notices.NumberShown: NoticeRules(
        compose_removal,
        sent=forget_removal,
        unreachable=try_again,
        failed=forget_removal,
        essential=True,
    ),
    notices.PollPosted: NoticeRules(of_card(letters.PollPostLetter), sent=keep_post),
    notices.OpeningPosted: NoticeRules(compose_opening),
    notices.PollSealed: NoticeRules(of_card(letters.SealLetter)),
    notices.MinutesReady: NoticeRules(of_card(lambda card: letters.MinutesReadyLetter(card.poll))),
    notices.PollCardChanged: NoticeRules(compose_shown),
    StrawPollClosed: NoticeRules(compose_straw_poll),
    StrawPollInterrupted: NoticeRules(compose_interrupted),
}

"""What happens to applications during a poll on admissions, within the poll's transactions."""

from datetime import datetime

from bot.domain.applications import notices
from bot.domain.applications.applications import Application, ApplicationState
from bot.domain.applications.refusals import ApplicationNotFound
from bot.domain.notices import Notice
from bot.domain.polls.plans import Candidate
from bot.domain.polls.polls import Poll
from bot.domain.polls.tallies import Item, Outcome, Result
from bot.domain.priorities import Priority
from bot.ports import Transaction
from bot.services.applications.admitting import admit
from bot.services.applications.news import tell_applicant
from bot.services.applications.views import require_only_vote
from bot.services.rules import AllianceRules


def take_up(tx: Transaction, poll: Poll, rules: AllianceRules, now: datetime) -> None:
    """Put applications into a poll, and tell the applicants.

    Refuses those that do not wait in the queue: an application is in one poll at a time.
    """
    for candidate in poll.candidates:
        if candidate.application is None:
            continue
        found = tx.applications.get(candidate.application)
        if found is None:
            raise ApplicationNotFound
        if found.poll != poll.id or not found.is_open:
            require_only_vote(tx, found)
            taken = found.put_to_vote(poll.id)
            tx.applications.save(taken)
            tell_applicant(tx, taken, notices.ApplicationPutToVote(taken.id), rules, now)


def put_back(tx: Transaction, poll: Poll, rules: AllianceRules, now: datetime) -> None:
    """Put the applications of a cancelled poll back into the queue."""
    for candidate in poll.candidates:
        application = _voted_on(tx, poll, candidate)
        if application is not None:
            _delay(tx, application, rules, now)


def release(tx: Transaction, poll: Poll) -> None:
    """Put the applications of a scheduled poll back silently, because it is planned again."""
    for application in tx.applications.of_poll(poll.id):
        if application.state is ApplicationState.VOTING:
            tx.applications.save(application.put_back())


def carry_out_admissions(
    tx: Transaction, poll: Poll, result: Result, rules: AllianceRules, now: datetime
) -> None:
    """Admit or refuse each applicant as the council decided; without a quorum all wait again.

    The result has no effect for an application that was withdrawn meanwhile: an open poll cannot be
    edited, so its candidate stays on the ballots.
    """
    items = {item.candidate: item for item in result.items}
    for candidate in poll.candidates:
        application = _voted_on(tx, poll, candidate)
        if application is not None:
            _settle(tx, poll, application, items[candidate.id], rules, now)


def _voted_on(tx: Transaction, poll: Poll, candidate: Candidate) -> Application | None:
    """Return the application of a candidate if it is in this poll."""
    found = None if candidate.application is None else tx.applications.get(candidate.application)
    voting = found is not None and found.state is ApplicationState.VOTING
    return found if voting and found is not None and found.poll == poll.id else None


def _settle(
    tx: Transaction,
    poll: Poll,
    application: Application,
    item: Item,
    rules: AllianceRules,
    now: datetime,
) -> None:
    match item.outcome:
        case Outcome.ADOPTED:
            _admit(tx, poll, application, rules, now)
        case Outcome.NO_QUORUM:
            _delay(tx, application, rules, now)
        case _:
            _refuse(tx, poll, application, item, rules, now)


def _admit(
    tx: Transaction, poll: Poll, application: Application, rules: AllianceRules, now: datetime
) -> None:
    admitted, joined = admit(tx, application.admitted(now), rules, now)
    tx.applications.save(admitted)
    tell_applicant(tx, admitted, notices.ApplicationAdmitted(admitted.id, joined), rules, now)
    tx.outbox.add([_announced(admitted, chat, now) for chat in rules.voting.announce], now)
    subject = f"application:{admitted.id}"
    tx.audit.add(None, "application.admit", subject, now, poll=poll.id)


def _refuse(
    tx: Transaction,
    poll: Poll,
    application: Application,
    item: Item,
    rules: AllianceRules,
    now: datetime,
) -> None:
    refused = application.voted_down(now)
    tx.applications.save(refused)
    counts = item.counts
    votes = notices.Votes(counts.in_favour, counts.against, counts.abstained)
    told = notices.ApplicationRefused(refused.id, votes if poll.tells_members else None)
    tell_applicant(tx, refused, told, rules, now)
    subject = f"application:{refused.id}"
    tx.audit.add(None, "application.vote_down", subject, now, poll=poll.id)


def _delay(tx: Transaction, application: Application, rules: AllianceRules, now: datetime) -> None:
    waiting = application.put_back()
    tx.applications.save(waiting)
    tell_applicant(tx, waiting, notices.ApplicationDelayed(waiting.id), rules, now)


def _announced(application: Application, chat: int, now: datetime) -> Notice:
    return Notice(
        key=f"admission:{application.id}:{chat}",
        recipient=None,
        subject=notices.AdmissionAnnounced(application.id),
        priority=Priority.BROADCAST,
        not_before=now,
        chat=chat,
    )

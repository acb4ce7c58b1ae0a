"""Enqueue news of polls: ballots, outcomes, and edits of messages; record which of them show one.

About secret ballots only the turnout is told here, which names nobody.
"""

from collections.abc import Iterable
from datetime import datetime

from bot.domain.mailings import Occasion
from bot.domain.notices import MessageRef, Notice, Subject
from bot.domain.people.members import Member, MemberId, OrganisationId
from bot.domain.polls import notices
from bot.domain.polls.electorates import Electorate
from bot.domain.polls.plans import Body
from bot.domain.polls.polls import Poll, PollState
from bot.domain.polls.views import PollView
from bot.domain.polls.voters import VoterId
from bot.domain.priorities import Priority
from bot.domain.shown import Shown
from bot.ports import Transaction
from bot.services.mailings import enqueue_mailing
from bot.services.polls.electing import people_of, voter_today
from bot.services.rules import AllianceRules
from bot.services.shown import refresh, show

TITLE_LIMIT = 200
"""The title of a mailing; a longer question is cut."""


def send_ballots(
    tx: Transaction,
    poll: Poll,
    rules: AllianceRules,
    now: datetime,
    among: frozenset[MemberId] | None = None,
) -> None:
    """Send the ballot to everybody who may cast one, and show the poll in the body's group.

    At a meeting only `among` those who are there, and without a report on the mailing.
    """
    voting = people_of(tx, tx.electorates.voters(poll.id))
    people = [one for one in voting if among is None or one.id in among]
    there = among is not None
    _mail(tx, Occasion.BALLOTS, poll, notices.BallotOpened(poll.id), people, now, silent=there)
    chat = rules.chat_of(poll.body)
    if chat is not None:
        posted = _to_group(f"poll-post:{poll.id}:{chat}", chat, notices.PollPosted(poll.id), now)
        tx.outbox.add([posted], now)
    _post(tx, poll, f"poll-opening:{poll.id}", notices.OpeningPosted(poll.id), rules, now)


def declare_outcome(tx: Transaction, poll: Poll, rules: AllianceRules, now: datetime) -> None:
    """Tell voters or everybody the outcome after their quiet hours; post the seal to the group."""
    _mail_outcome(tx, poll, notices.OutcomeDeclared(poll.id), rules, now)
    _post(tx, poll, f"poll-seal:{poll.id}", notices.PollSealed(poll.id), rules, now)
    refresh_poll(tx, poll, now)


def _post(
    tx: Transaction, poll: Poll, key: str, news: Subject, rules: AllianceRules, now: datetime
) -> None:
    """Post data for verification to the body's group.

    Without a group, chair and secretary get it: it is only of use if others keep it.
    """
    chat = rules.chat_of(poll.body)
    if chat is not None:
        posts = [_to_group(f"{key}:{chat}", chat, news, now)]
    else:
        people = [one for one in tx.members.all() if one.presides and one.has_joined]
        posts = [_to_person(key, one.id, news, now) for one in people]
    tx.outbox.add(posts, now)


def declare_lot(tx: Transaction, poll: Poll, rules: AllianceRules, now: datetime) -> None:
    """Tell those who were told of a tie that a lot has settled it."""
    _mail_outcome(tx, poll, notices.TieSettledByLot(poll.id), rules, now)
    refresh_poll(tx, poll, now)


def tell_cancelled(tx: Transaction, poll: Poll, people: Iterable[Member], now: datetime) -> None:
    """Tell people that a poll was cancelled."""
    key, news = f"poll-cancelled:{poll.id}", notices.PollCancelled(poll.id)
    tx.outbox.add([_to_person(key, one.id, news, now) for one in people if one.has_joined], now)
    refresh_poll(tx, poll, now)


def tell_restored(tx: Transaction, poll: Poll, now: datetime) -> None:
    """Tell voters, chair and secretary that a poll was restored from a backup."""
    people = {one.id: one for one in _voting(tx, poll)}
    people |= {one.id: one for one in tx.members.all() if one.presides}
    key, news = f"poll-restored:{poll.id}:{tx.entries.head().number}", notices.PollRestored(poll.id)
    told = [_to_person(key, one.id, news, now) for one in people.values() if one.has_joined]
    tx.outbox.add(told, now)


def tell_holder(
    tx: Transaction, poll: Poll, voter: VoterId, holder: MemberId, now: datetime
) -> None:
    """Tell somebody that they may now cast another voter's ballot."""
    key = f"poll-proxy:{poll.id}:{voter}:{now.timestamp():.6f}"
    tx.outbox.add([_to_person(key, holder, notices.ProxyEntrusted(poll.id, voter), now)], now)


def ask_presence(tx: Transaction, poll: Poll, now: datetime) -> None:
    """Ask chair and secretary who is at the meeting: voting has ended and the count waits."""
    key, news = f"presence-awaited:{poll.id}", notices.PresenceAwaited(poll.id)
    people = [one for one in tx.members.all() if one.presides and one.has_joined]
    tx.outbox.add([_to_person(key, one.id, news, now) for one in people], now)
    refresh_poll(tx, poll, now)


def tell_of_paper(tx: Transaction, poll: Poll, voter: VoterId, now: datetime) -> None:
    """Tell chair and secretary that a proxy's paper must be checked by one of them."""
    for member in tx.members.all():
        if member.presides and member.has_joined:
            key = f"poll-paper:{poll.id}:{voter}:{now.timestamp():.6f}"
            tx.outbox.add(
                [_to_person(key, member.id, notices.ProxyAwaited(poll.id, voter), now)], now
            )


def tell_minutes_ready(tx: Transaction, poll: Poll, rules: AllianceRules, now: datetime) -> None:
    """Tell chair and secretary, outside quiet hours, that the minutes of a poll can be issued."""
    for member in tx.members.all():
        if member.presides and member.has_joined:
            when = rules.daytime_of(member, now)
            news = _to_person(
                f"minutes-ready:{poll.id}", member.id, notices.MinutesReady(poll.id), when
            )
            tx.outbox.add([news], now)
    refresh_turnout(tx, poll, now)


def tell_former_holder(
    tx: Transaction, poll: Poll, voter: VoterId, holder: MemberId, now: datetime
) -> None:
    """Tell somebody that they may no longer cast another voter's ballot (ГК 189 п. 1)."""
    key = f"poll-proxy-revoked:{poll.id}:{voter}:{now.timestamp():.6f}"
    tx.outbox.add([_to_person(key, holder, notices.ProxyWithdrawn(poll.id, voter), now)], now)


def note_departure(tx: Transaction, member: MemberId, now: datetime) -> None:
    """Renew the boards of open polls in which a leaving person could have cast a ballot."""
    for poll in tx.polls.under_way():
        if poll.state is PollState.OPEN and tx.electorates.held_by(poll.id, member):
            refresh_turnout(tx, poll, now)


def note_authority(tx: Transaction, organisation: OrganisationId, now: datetime) -> None:
    """Renew what shows an organisation's ballot in open polls: others may cast it now, or nobody.

    Who casts it is checked at casting; a card that offers it to somebody else would mislead.
    """
    voter = VoterId(organisation)
    for poll in tx.polls.under_way():
        if poll.state is PollState.OPEN and poll.body is Body.GENERAL:
            electorate = voter_today(tx, poll, voter)
            if voter in electorate.delegates:
                refresh_ballot(tx, poll, electorate, voter, now)
                refresh_turnout(tx, poll, now)


def refresh_poll(tx: Transaction, poll: Poll, now: datetime) -> None:
    """Enqueue an edit of every message that shows the poll, or one whose tie it settles."""
    found: Poll | None = poll
    while found is not None:
        refresh(tx, tx.shown.of(PollView, found.id), Priority.BROADCAST, now)
        found = None if found.run_off_of is None else tx.polls.get(found.run_off_of)


def refresh_turnout(tx: Transaction, poll: Poll, now: datetime) -> None:
    """Enqueue a slightly delayed edit of each board and post: many ballots make one edit."""
    counts = tx.shown.of(PollView, poll.id, PollView.BOARD, PollView.POST)
    refresh(tx, counts, Priority.REMINDER, now)


def refresh_ballot(
    tx: Transaction,
    poll: Poll,
    electorate: Electorate,
    voter: VoterId,
    now: datetime,
    tapped: Shown | None = None,
) -> None:
    """Enqueue an edit of each message that shows this voter's ballot to those who may cast it.

    Messages that show the turnout follow a little later. The `tapped` message now shows the ballot.
    """
    people = electorate.casters(voter, now) | electorate.delegates.get(voter, frozenset())
    messages = tx.shown.touched(PollView, poll.id, people)
    if tapped is not None and tapped not in messages:
        show(tx, tapped)
        messages.append(tapped)
    refresh(tx, messages, Priority.ANSWER, now)


def show_ballots(tx: Transaction, poll: Poll, person: Member, message: MessageRef | None) -> None:
    """Have a message, if there is one, show the person's ballots from now on."""
    if message is not None:
        show(tx, ballots_in(message, poll, person))


def ballots_in(message: MessageRef, poll: Poll, person: Member) -> Shown:
    """Return that a message shows the person's ballots."""
    return Shown(poll.id, person.id, message, PollView.BALLOT)


def show_board(tx: Transaction, poll: Poll, chair: Member, message: MessageRef | None) -> None:
    """Have a message, if there is one, show the poll's board from now on."""
    if message is not None:
        show(tx, Shown(poll.id, chair.id, message, PollView.BOARD))


def _told(tx: Transaction, poll: Poll) -> list[Member]:
    """Return the recipients of an outcome."""
    if poll.tells_members:
        return [member for member in tx.members.all() if not member.guest]
    return _voting(tx, poll)


def _voting(tx: Transaction, poll: Poll) -> list[Member]:
    """Return who may cast a ballot of a poll, or held a proxy."""
    people = {person.id: person for person in people_of(tx, tx.electorates.voters(poll.id))}
    for proxy in tx.electorates.of_poll(poll.id).proxies:
        holder = tx.members.get(proxy.holder)
        if holder is not None:
            people[holder.id] = holder
    return list(people.values())


def _mail_outcome(
    tx: Transaction, poll: Poll, news: Subject, rules: AllianceRules, now: datetime
) -> None:
    """Enqueue news of an outcome; who conducts a meeting gets no report on each of its votes."""
    there = tx.meetings.of_poll(poll.id) is not None
    _mail(tx, Occasion.OUTCOME, poll, news, _told(tx, poll), now, rules, silent=there)


def _mail(
    tx: Transaction,
    occasion: Occasion,
    poll: Poll,
    news: Subject,
    people: list[Member],
    now: datetime,
    rules: AllianceRules | None = None,
    *,
    silent: bool = False,
) -> None:
    """Enqueue a mailing; with `rules` after each recipient's quiet hours."""
    author = tx.members.get(poll.created_by)
    if author is None:  # cannot happen: members are not deleted
        return
    joined = [person for person in people if person.has_joined]
    title, absent = poll.question[:TITLE_LIMIT], len(people) - len(joined)
    mailing = tx.mailings.add(occasion, title, poll.created_by, absent, now)
    when = (lambda person: rules.daytime_of(person, now)) if rules else None
    enqueue_mailing(tx, mailing, author, news, joined, now, when=when, silent=silent)


def _to_group(key: str, chat: int, news: Subject, now: datetime) -> Notice:
    return Notice(key, None, news, Priority.REMINDER, now, chat=chat)


def _to_person(key: str, member: MemberId, news: Subject, now: datetime) -> Notice:
    return Notice(f"{key}:{member}", member, news, Priority.ANSWER, now)

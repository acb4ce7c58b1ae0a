"""What follows when a person moves to another account, and how that is confirmed."""

from datetime import datetime

from bot.domain.notices import Notice
from bot.domain.people.members import Member, MemberId, Role, TelegramId
from bot.domain.people.rebindings import (
    AccountConfirmed,
    AccountRebound,
    ConfirmedLetter,
    Rebinding,
    RebindingId,
    RebindingState,
    ReboundLetter,
    may_decide,
)
from bot.domain.polls import records
from bot.domain.polls.polls import Poll, PollState
from bot.domain.priorities import Priority
from bot.domain.refusals import ButtonTooOld
from bot.ports import Transaction
from bot.services.access import require_member
from bot.services.drafts import draft_prefix
from bot.services.notices import Asked
from bot.services.polls.clocks import require_clock
from bot.services.transactions import RuledService, transaction


def former_account(tx: Transaction, person: Member) -> TelegramId | None:
    """Return the account that would be replaced; None for a person who never had one.

    After a rejected rebinding the person has no account: the next one needs confirmation too.
    """
    if person.telegram_id is not None:
        return person.telegram_id
    latest = tx.rebindings.latest(person.id)
    rejected = latest is not None and latest.state is RebindingState.REJECTED
    return latest.former if latest is not None and rejected else None


def note_rebinding(tx: Transaction, person: Member, former: TelegramId, now: datetime) -> None:
    """Record that a person moved from the account `former`, and tell others.

    Until it is confirmed the person cannot vote in polls that are open. The chair, the secretary
    and the administrators are told now; the former account when it is used again.
    """
    require_clock(tx, now)
    rebinding = tx.rebindings.add(person.id, former, now)
    leave_account(tx, person.id, former)
    for poll in _open_until(tx, now):
        tx.entries.add(records.held(poll.id, person.id, now))
    told = [
        member
        for member in tx.members.all()
        if member.has_joined and member.id != person.id and _is_told(member)
    ]
    tx.outbox.add([_notice(AccountRebound(rebinding), one.id, now) for one in told], now)
    tx.audit.add(person.id, "member.rebind", f"member:{person.id}", now, rebinding=rebinding)


def leave_account(tx: Transaction, member: MemberId, account: TelegramId) -> None:
    """Delete the drafts in an account's chat, and stop updating messages there."""
    tx.members.leave_chat(member, account)
    tx.drafts.forget(draft_prefix(account))


class Rebindings(RuledService):
    """Decisions on new accounts, by those who may confirm them."""

    @transaction
    def decide(
        self, tx: Transaction, actor: MemberId, rebinding: RebindingId, *, confirmed: bool
    ) -> Member:
        """Confirm or reject a new account; return the person.

        Once confirmed they can vote again, and are told. Rejected, the account is removed: they
        need a new invitation. Refused to the person, and to people who may not decide.
        """
        decider = require_member(tx, actor, self._rules)
        found = tx.rebindings.get(rebinding)
        latest = None if found is None else tx.rebindings.latest(found.member)
        person = None if found is None else tx.members.get(found.member)
        if found is None or person is None or found != latest:
            raise ButtonTooOld
        found.require_decidable(decider, person)
        now = self._clock.now()
        require_clock(tx, now)
        if confirmed:
            self._confirm(tx, found, decider, now)
        else:
            self._reject(tx, found, person, now)
        state = RebindingState.CONFIRMED if confirmed else RebindingState.REJECTED
        tx.rebindings.decide(found.id, state, decider.id)
        act = "rebinding.confirm" if confirmed else "rebinding.reject"
        tx.audit.add(decider.id, act, f"member:{person.id}", now, rebinding=found.id)
        return person

    def _confirm(
        self, tx: Transaction, rebinding: Rebinding, decider: Member, now: datetime
    ) -> None:
        for poll in _open_until(tx, rebinding.at):
            tx.entries.add(records.confirmed(poll.id, rebinding.member, decider.id, now))
        news = AccountConfirmed(rebinding.id)
        tx.outbox.add([_notice(news, rebinding.member, now)], now)

    def _reject(self, tx: Transaction, rebinding: Rebinding, person: Member, now: datetime) -> None:
        if person.telegram_id is not None:
            leave_account(tx, person.id, person.telegram_id)
        tx.members.unbind(person.id)
        tx.invitations.withdraw(person.id, now)
        tx.tombstones.add_invitations(person.id)


def compose_rebound(tx: Transaction, asked: Asked[AccountRebound]) -> ReboundLetter | None:
    """Return that a person moved to another account; None once that is decided."""
    found = tx.rebindings.get(asked.subject.rebinding)
    person = None if found is None else tx.members.get(found.member)
    member = asked.member
    if found is None or person is None or member is None:
        return None
    if found.state is not RebindingState.WAITING or not _is_told(member):
        return None
    return ReboundLetter(found, person, may_decide(member, person))


def compose_confirmed(tx: Transaction, asked: Asked[AccountConfirmed]) -> ConfirmedLetter | None:
    """Return that a person can vote again."""
    found = tx.rebindings.get(asked.subject.rebinding)
    person = None if found is None else tx.members.get(found.member)
    return None if person is None or asked.member is None else ConfirmedLetter(person)


def _is_told(member: Member) -> bool:
    return member.presides or Role.ADMINISTRATOR in member.roles


def _open_until(tx: Transaction, moment: datetime) -> list[Poll]:
    """Return the open polls that were open at that time."""
    return [
        poll
        for poll in tx.polls.under_way()
        if poll.state is PollState.OPEN and poll.opened_at is not None and poll.opened_at <= moment
    ]


def _notice(
    subject: AccountRebound | AccountConfirmed, recipient: MemberId, now: datetime
) -> Notice:
    key = f"{subject.kind}:{subject.rebinding}:{recipient}"
    return Notice(key, recipient, subject, Priority.ANSWER, now)

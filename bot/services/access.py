"""Look up the acting person and the subject, or refuse."""

from bot.domain.events.events import Event, EventId
from bot.domain.events.refusals import EventNotFound
from bot.domain.people.members import Member, MemberId, TelegramId
from bot.domain.people.refusals import PersonNotFound, RoleNotForGuests
from bot.domain.polls.polls import Poll, PollId
from bot.domain.polls.refusals import PollNotFound
from bot.domain.refusals import NotMember
from bot.ports import Transaction
from bot.services.rules import AllianceRules


def known_member(tx: Transaction, member: MemberId) -> Member:
    """Return a person by id, whether or not they have consented; refuse an unknown id."""
    found = tx.members.get(member)
    if found is None:
        raise NotMember
    return found


def require_member(tx: Transaction, actor: MemberId, rules: AllianceRules) -> Member:
    """Return the acting person; refuse strangers, and people without the current consent."""
    return _consenting(tx.members.get(actor), rules)


def require_insider(tx: Transaction, actor: MemberId, rules: AllianceRules) -> Member:
    """Return the acting person; refuse as strangers also guests from outside."""
    member = require_member(tx, actor, rules)
    if member.guest:
        raise NotMember
    return member


def is_insider(tx: Transaction, actor: MemberId | None, rules: AllianceRules) -> bool:
    """Tell whether `require_insider` would accept this person."""
    member = None if actor is None else tx.members.get(actor)
    return member is not None and member.consents_to(rules.consent_version) and not member.guest


def require_account(tx: Transaction, account: TelegramId, rules: AllianceRules) -> Member:
    """Return the person of a Telegram account; refuse the same people as `require_member`."""
    return _consenting(tx.members.by_telegram(account), rules)


def require_voter(member: Member | None) -> Member:
    """Return a person who may vote in polls that have them as a voter; refuse strangers.

    The consent to an earlier text is enough, for what `NoticeRules` says about votes.
    """
    if member is None:
        raise NotMember
    member.require_joined()
    return member


def _consenting(member: Member | None, rules: AllianceRules) -> Member:
    if member is None:
        raise NotMember
    member.require_consent(rules.consent_version)
    return member


def require_organiser(tx: Transaction, actor: MemberId, rules: AllianceRules) -> Member:
    """Return the acting organiser; refuse anybody else."""
    member = require_member(tx, actor, rules)
    member.require_organiser()
    return member


def require_administrator(tx: Transaction, actor: MemberId, rules: AllianceRules) -> Member:
    """Return the acting administrator; refuse anybody else."""
    member = require_member(tx, actor, rules)
    member.require_administrator()
    return member


def require_confirmed_administrator(
    tx: Transaction, actor: MemberId, rules: AllianceRules
) -> Member:
    """Return the acting administrator; refuse also one whose new account is not confirmed."""
    administrator = require_administrator(tx, actor, rules)
    administrator.require_account_confirmed()
    return administrator


def require_person(tx: Transaction, member: MemberId) -> Member:
    """Return a person of the alliance, joined or not; refuse guests and the erased."""
    found = tx.members.get(member)
    if found is None or not any(one.id == member for one in tx.members.all()):
        raise PersonNotFound
    if found.guest:
        raise RoleNotForGuests(found.name)
    return found


def require_event(tx: Transaction, event: EventId) -> Event:
    """Return an event; refuse an unknown id."""
    found = tx.events.get(event)
    if found is None:
        raise EventNotFound
    return found


def require_presiding(tx: Transaction, actor: MemberId, rules: AllianceRules) -> Member:
    """Return the acting chair or secretary; refuse anybody else."""
    member = require_member(tx, actor, rules)
    member.require_presiding()
    return member


def require_confirmed_presiding(tx: Transaction, actor: MemberId, rules: AllianceRules) -> Member:
    """Return the acting chair or secretary; refuse also one whose new account is not confirmed."""
    presiding = require_presiding(tx, actor, rules)
    presiding.require_account_confirmed()
    return presiding


def require_poll(tx: Transaction, poll: PollId) -> Poll:
    """Return a poll; refuse an unknown id."""
    found = tx.polls.get(poll)
    if found is None:
        raise PollNotFound
    return found

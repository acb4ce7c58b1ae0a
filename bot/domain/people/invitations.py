"""Invitations: one-time links that connect a Telegram account to a person of the alliance."""

import hashlib
import re
import secrets
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.people.members import Member, MemberId, Role
from bot.domain.people.refusals import (
    InvitationExpired,
    InvitationInvalid,
    InvitationNotTrusted,
    InvitationUsed,
)

PREFIX = "i_"
TOKEN = re.compile(r"[A-Za-z0-9_-]{22}")


class Authority(StrEnum):
    """The right by which an invitation is issued; the command line has an administrator's."""

    ORGANISER = "organiser"
    LEADER = "leader"
    ADMINISTRATOR = "administrator"


def lets_in(authority: Authority, member: Member) -> bool:
    """Tell whether an invitation issued by this right may be used by this person.

    An organiser may invite people without a role who represent no organisation, a leader the people
    of their own organisation who have no role in the alliance.
    """
    match authority:
        case Authority.ORGANISER:
            return not (member.roles or member.delegate)
        case Authority.LEADER:
            return member.roles <= {Role.LEADER}
        case Authority.ADMINISTRATOR:
            return True


def authority_over(actor: Member, member: Member) -> Authority | None:
    """Return the right by which somebody may invite this person; None if they may not."""
    own = actor.organisation is not None and actor.organisation == member.organisation
    if Role.ADMINISTRATOR in actor.roles:
        return Authority.ADMINISTRATOR
    if own and Role.LEADER in actor.roles:
        return Authority.LEADER
    return Authority.ORGANISER if actor.is_organiser else None


def may_invite(actor: Member, member: Member) -> bool:
    """Tell whether somebody may issue an invitation for this person."""
    authority = authority_over(actor, member)
    return authority is not None and lets_in(authority, member)


@dataclass(frozen=True, slots=True)
class Invitation:
    """A stored invitation: not the token, only its SHA-256."""

    token_hash: bytes
    member: MemberId
    expires_at: datetime
    used_at: datetime | None = None
    authority: Authority = Authority.ORGANISER

    def require_valid(self, now: datetime) -> None:
        """Refuse an invitation that was used or has expired."""
        if self.used_at is not None:
            raise InvitationUsed
        if now >= self.expires_at:
            raise InvitationExpired

    def require_suffices(self, member: Member) -> None:
        """Refuse a person who now has more rights than the issuer of the invitation may invite."""
        if not lets_in(self.authority, member):
            raise InvitationNotTrusted


def new_token() -> str:
    """Return 128 random bits as 22 URL-safe characters (a deep link takes at most 64)."""
    return secrets.token_urlsafe(16)


def hash_of(token: str) -> bytes:
    """Return the stored hash of `token`; with 128 random bits it needs no salt."""
    return hashlib.sha256(token.encode()).digest()


def token_in(payload: str) -> str:
    """Return the token of a deep link's payload `i_…`; refuse anything else."""
    token = payload.removeprefix(PREFIX)
    if token == payload or not TOKEN.fullmatch(token):
        raise InvitationInvalid
    return token

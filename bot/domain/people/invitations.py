"""Invitations: a one-time link that makes a Telegram account a person of the alliance."""

import hashlib
import re
import secrets
from dataclasses import dataclass
from datetime import datetime

from bot.domain.people.members import MemberId
from bot.domain.people.refusals import InvitationExpired, InvitationInvalid, InvitationUsed

PREFIX = "i_"
TOKEN = re.compile(r"[A-Za-z0-9_-]{22}")


@dataclass(frozen=True, slots=True)
class Invitation:
    """What is kept of an invitation: never the token, only its SHA-256."""

    token_hash: bytes
    member: MemberId
    expires_at: datetime
    used_at: datetime | None = None

    def require_valid(self, now: datetime) -> None:
        """Refuse an invitation that was used or came too late."""
        if self.used_at is not None:
            raise InvitationUsed
        if now >= self.expires_at:
            raise InvitationExpired


def new_token() -> str:
    """Return 128 random bits as 22 URL-safe characters (a deep link takes at most 64)."""
    return secrets.token_urlsafe(16)


def hash_of(token: str) -> bytes:
    """Return what is stored for `token`; 128 bits of randomness need no salt."""
    return hashlib.sha256(token.encode()).digest()


def token_in(payload: str) -> str:
    """Return the token of a deep link's payload `i_…`; refuse anything else."""
    token = payload.removeprefix(PREFIX)
    if token == payload or not TOKEN.fullmatch(token):
        raise InvitationInvalid
    return token

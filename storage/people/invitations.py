"""Invitations, with hashes instead of their tokens."""

from datetime import datetime

from bot.domain.people.invitations import Authority, Invitation
from bot.domain.people.members import MemberId
from storage.engine.store import Store
from storage.engine.times import moment, stamp


class SqliteInvitationStore(Store):
    """One-time links by the hash of their token."""

    def add(self, invitation: Invitation) -> None:
        """Add an invitation."""
        self._db.execute(
            """
            INSERT INTO invitations (token_hash, member_id, expires_at, authority)
            VALUES (?, ?, ?, ?)
            """,
            (
                invitation.token_hash,
                invitation.member,
                stamp(invitation.expires_at),
                invitation.authority,
            ),
        )

    def withdraw(self, member: MemberId, now: datetime) -> None:
        """Expire a person's open invitations, because another one replaces them."""
        self._db.execute(
            """
            UPDATE invitations SET expires_at = :now
             WHERE member_id = :member AND used_at IS NULL AND expires_at > :now
            """,
            {"member": member, "now": stamp(now)},
        )

    def by_hash(self, token_hash: bytes) -> Invitation | None:
        """Return the invitation with this hash of its token."""
        row = self._db.execute(
            """
            SELECT token_hash, member_id, expires_at, used_at, authority
              FROM invitations
             WHERE token_hash = ?
            """,
            (token_hash,),
        ).fetchone()
        if row is None:
            return None
        key, member, expires_at, used_at, authority = row
        used = moment(used_at) if used_at else None
        return Invitation(key, member, moment(expires_at), used, Authority(authority))

    def save_used(self, token_hash: bytes, now: datetime) -> None:
        """Mark an invitation as used, and all others of the same person."""
        self._db.execute(
            """
            UPDATE invitations SET used_at = :now
             WHERE used_at IS NULL
               AND member_id = (SELECT member_id FROM invitations WHERE token_hash = :hash)
            """,
            {"now": stamp(now), "hash": token_hash},
        )

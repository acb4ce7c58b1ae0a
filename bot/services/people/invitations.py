"""Issue invitations; `bot.services.people.members` handles their use."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.domain.people.invitations import PREFIX, Authority, Invitation, hash_of, new_token
from bot.domain.people.members import Member, MemberId
from bot.ports import Clock, Storage, Transaction
from bot.services.transactions import Service, transaction


@dataclass(frozen=True, slots=True)
class IssuedInvitation:
    """An invitation to hand out. `payload` (`i_…`) lets its holder in, and is never stored."""

    name: str
    organisation: str
    payload: str = field(repr=False)
    expires_at: datetime


class Invitations(Service):
    """One-time links for people who have not joined yet."""

    def __init__(self, storage: Storage, clock: Clock, *, valid_for: timedelta) -> None:
        super().__init__(storage, clock)
        self._valid_for = valid_for

    @transaction
    def issue_all(self, tx: Transaction, actor: MemberId | None = None) -> list[IssuedInvitation]:
        """Issue an invitation to everybody who has not joined, sorted for handing out.

        Earlier ones stay valid until they expire or one of them is used, because they may have been
        printed. `actor` None is the command line, which may invite everybody.
        """
        now = self._clock.now()
        return issue_everybody(tx, actor, now + self._valid_for, now)


def issue_everybody(
    tx: Transaction, actor: MemberId | None, expires_at: datetime, now: datetime
) -> list[IssuedInvitation]:
    """Make an invitation for everybody who has not joined, sorted for handing out."""
    invited = [member for member in tx.members.all() if not (member.telegram_id or member.guest)]
    issued = [issue(tx, member, expires_at, Authority.ADMINISTRATOR) for member in invited]
    if issued:
        tx.audit.add(actor, "invitation.issue", "members", now, issued=len(issued))
    return sorted(issued, key=lambda each: (each.organisation.casefold(), each.name.casefold()))


def issue(
    tx: Transaction, member: Member, expires_at: datetime, authority: Authority
) -> IssuedInvitation:
    """Create an invitation for a person; only its hash is stored."""
    token = new_token()
    tx.invitations.add(Invitation(hash_of(token), member.id, expires_at, authority=authority))
    organisation = member.organisation_name or ""
    return IssuedInvitation(member.name, organisation, PREFIX + token, expires_at)

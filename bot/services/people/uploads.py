"""An import in the chat: a spreadsheet that an administrator sends, looks at, and loads."""

from dataclasses import dataclass
from datetime import timedelta

from bot.domain.people.imports import Batch, Plan
from bot.domain.people.members import Member, MemberId
from bot.domain.people.refusals import UploadGone
from bot.ports import Clock, Storage, Transaction
from bot.services.access import require_administrator, require_confirmed_administrator
from bot.services.drafts import account_of, draft_prefix
from bot.services.people.imports import apply_batch, plan_of
from bot.services.people.invitations import IssuedInvitation, issue_everybody
from bot.services.rules import RulesSource
from bot.services.transactions import RuledService, reading, repeatable, transaction


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that was sent: Telegram's id of it, and its name."""

    file: str
    name: str


class Uploads(RuledService):
    """All of it is for administrators. What was looked at last is what is loaded."""

    def __init__(
        self, storage: Storage, clock: Clock, rules: RulesSource, *, valid_for: timedelta
    ) -> None:
        super().__init__(storage, clock, rules)
        self._valid_for = valid_for

    @repeatable
    def preview(self, tx: Transaction, actor: MemberId, upload: Upload, batch: Batch) -> Plan:
        """Keep the file, and return what loading it would do."""
        administrator = require_administrator(tx, actor, self._rules)
        kept = {"file": upload.file, "name": upload.name}
        tx.drafts.save_data(_key(administrator), kept, self._clock.now())
        return plan_of(tx, batch)

    @reading
    def kept(self, tx: Transaction, actor: MemberId) -> Upload:
        """Return the file that was looked at last; refuse if there is none any more."""
        kept = tx.drafts.data(_key(require_administrator(tx, actor, self._rules)))
        if not kept:
            raise UploadGone
        return Upload(kept["file"], kept["name"])

    @transaction
    def apply(self, tx: Transaction, actor: MemberId, upload: Upload, batch: Batch) -> Plan:
        """Load the file that was looked at last, all good rows or none; return what it did."""
        administrator = require_confirmed_administrator(tx, actor, self._rules)
        key = _key(administrator)
        if tx.drafts.data(key).get("file") != upload.file:
            raise UploadGone
        tx.drafts.forget(key)
        return apply_batch(tx, batch, administrator.id, self._clock.now())

    @transaction
    def invite_everybody(self, tx: Transaction, actor: MemberId) -> list[IssuedInvitation]:
        """Issue an invitation to everybody who has not joined; earlier ones stay valid."""
        administrator = require_confirmed_administrator(tx, actor, self._rules)
        now = self._clock.now()
        return issue_everybody(tx, administrator.id, now + self._valid_for, now)


def _key(administrator: Member) -> str:
    return f"{draft_prefix(account_of(administrator))}import"

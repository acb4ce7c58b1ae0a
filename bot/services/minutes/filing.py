"""Files stored with issued minutes: the signed scan, unchanged."""

from dataclasses import replace
from hashlib import sha256

from bot.domain.minutes.files import FiledFile, FiledId, FiledKind, checked_scan
from bot.domain.minutes.plans import IssuedMinutes, MinutesId
from bot.domain.minutes.refusals import MinutesNotFound
from bot.domain.people.members import MemberId
from bot.domain.polls import records
from bot.ports import Transaction
from bot.services.access import require_presiding
from bot.services.polls.clocks import require_clock
from bot.services.prompts import end_prompt
from bot.services.transactions import RuledService, reading, transaction


class MinutesFiling(RuledService):
    """Files that chair and secretary store with minutes."""

    @transaction
    def file_scan(
        self, tx: Transaction, actor: MemberId, minutes: MinutesId, name: str, content: bytes
    ) -> tuple[IssuedMinutes, FiledFile]:
        """Store a scan, with its hash in the chain of entries; the same file is stored once.

        Refuses a file that is no PDF or picture, or too large.
        """
        chair = require_presiding(tx, actor, self._rules)
        issued = require_minutes(tx, minutes)
        named, digest = checked_scan(name, content), sha256(content).hexdigest()
        end_prompt(tx, chair.id)
        again = next((one for one in tx.minutes.filed(issued.id) if one.hash == digest), None)
        if again is not None:
            return issued, again
        now = self._clock.now()
        scan = FiledFile(FiledId(0), FiledKind.SCAN, named, digest, chair.id, now)
        require_clock(tx, now)
        head = tx.entries.add(records.filed(issued, scan))
        kept = tx.minutes.file(issued.id, scan, content, head.number)
        tx.audit.add(chair.id, "minutes.scan", f"minutes:{issued.number}", now, body=issued.body)
        return issued, replace(scan, id=kept)

    @reading
    def filed(
        self, tx: Transaction, actor: MemberId, minutes: MinutesId
    ) -> list[tuple[FiledFile, bytes]]:
        """Return the files stored with minutes, in their order."""
        require_presiding(tx, actor, self._rules)
        return [(one, tx.minutes.content(one.id)) for one in tx.minutes.filed(minutes)]


def require_minutes(tx: Transaction, minutes: MinutesId) -> IssuedMinutes:
    """Return issued minutes; refuse an unknown id."""
    found = tx.minutes.get(minutes)
    if found is None:
        raise MinutesNotFound
    return found

"""Addenda to issued minutes: voters who asked later to be recorded as against."""

from dataclasses import replace
from hashlib import sha256

from bot.domain.minutes.addenda import Addendum, LateItem
from bot.domain.minutes.files import FiledFile, FiledId, FiledKind, IssuedFiles
from bot.domain.minutes.plans import IssuedMinutes, MinutesId
from bot.domain.minutes.refusals import MinutesOutdated, NothingToAppend
from bot.domain.people.members import MemberId, Role
from bot.domain.polls import records
from bot.ports import Transaction
from bot.services.access import require_poll, require_presiding
from bot.services.minutes.filing import require_minutes
from bot.services.minutes.items import agenda_item, participants
from bot.services.minutes.minutes import holder_of
from bot.services.minutes.papers import papers_of
from bot.services.polls.clocks import require_clock
from bot.services.polls.news import refresh_poll
from bot.services.polls.statements import stated_late
from bot.services.transactions import RuledService, reading, transaction


class MinutesAddenda(RuledService):
    """Addenda by chair and secretary."""

    @reading
    def draft(self, tx: Transaction, actor: MemberId, minutes: MinutesId) -> Addendum:
        """Return the addendum that is due; refuse if there is nothing to append."""
        require_presiding(tx, actor, self._rules)
        return self._drawn_up(tx, require_minutes(tx, minutes))

    @transaction
    def issue(
        self, tx: Transaction, actor: MemberId, addendum: Addendum, files: IssuedFiles, name: str
    ) -> list[FiledFile]:
        """Store an addendum with its minutes, as PDF and as DOCX, under `name` without a suffix.

        `files` were made from `addendum`. Refused as `MinutesOutdated` if the record has changed
        since.
        """
        chair = require_presiding(tx, actor, self._rules)
        issued = require_minutes(tx, addendum.issued.id)
        again = replace(self._drawn_up(tx, issued), drawn_up_at=addendum.drawn_up_at)
        if again != addendum:
            raise MinutesOutdated
        contents = {f"{name}.pdf": files.pdf, f"{name}.docx": files.docx}
        filed = [self._filed(tx, issued, chair.id, *one) for one in contents.items()]
        now = self._clock.now()
        for poll in issued.polls:
            refresh_poll(tx, require_poll(tx, poll), now)
        tx.audit.add(chair.id, "minutes.append", f"minutes:{issued.number}", now, body=issued.body)
        return filed

    def _filed(
        self, tx: Transaction, issued: IssuedMinutes, by: MemberId, name: str, content: bytes
    ) -> FiledFile:
        digest, now = sha256(content).hexdigest(), self._clock.now()
        file = FiledFile(FiledId(0), FiledKind.ADDENDUM, name, digest, by, now)
        require_clock(tx, now)
        head = tx.entries.add(records.filed(issued, file))
        return replace(file, id=tx.minutes.file(issued.id, file, content, head.number))

    def _drawn_up(self, tx: Transaction, issued: IssuedMinutes) -> Addendum:
        items = self._late_items(tx, issued)
        if not items:
            raise NothingToAppend
        former = [one for one in tx.minutes.filed(issued.id) if one.kind is FiledKind.ADDENDUM]
        people = tx.members.all()
        return Addendum(
            number=len(former) // 2 + 1,
            issued=issued,
            alliance=self._rules.alliance,
            drawn_up_at=self._clock.now().replace(microsecond=0),
            items=items,
            chair=holder_of(people, Role.CHAIR),
            secretary=holder_of(people, Role.SECRETARY),
        )

    def _late_items(self, tx: Transaction, issued: IssuedMinutes) -> tuple[LateItem, ...]:
        polls = [require_poll(tx, poll) for poll in issued.polls]
        listed = participants(tx, polls, papers_of(tx, polls, {}))
        found = []
        for number, poll in enumerate(polls, start=1):
            late = stated_late(tx, poll.id)
            if late:
                voters = tuple(one for one in listed if one.voter in late)
                said = tx.ballots.statements(poll.id)
                words = {voter: said[voter].text for voter in sorted(late)}
                found.append(LateItem(number, agenda_item(tx, poll), voters, words))
        return tuple(found)

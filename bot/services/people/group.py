"""The alliance's group: join requests, tags, and those who left the alliance but not the group."""

from bot.domain.notices import Notice, Subject
from bot.domain.people.group import (
    GroupPerson,
    GroupRemovalDue,
    GroupTagDue,
    RemovalLetter,
    TagLetter,
    belongs,
    tag_of,
)
from bot.domain.people.members import Member, MemberId, TelegramId
from bot.domain.people.reachability import PeopleDue
from bot.domain.people.refusals import ColleagueNotFound
from bot.domain.priorities import Priority
from bot.ports import Transaction
from bot.services.access import require_organiser
from bot.services.notices import Asked, Lost, Sent
from bot.services.sweeping import each_due
from bot.services.transactions import RuledService, reading, transaction


class AllianceGroup(RuledService):
    """Who is in the alliance's group. All acts there go through the outbox, one at a time."""

    @transaction
    def asks_to_join(self, tx: Transaction, account: TelegramId, chat: int) -> bool | None:
        """Tell whether somebody may join the alliance's group; None for any other chat."""
        if chat != self._rules.group:
            return None
        return belongs(tx.members.by_telegram(account))

    @transaction
    def note_presence(
        self, tx: Transaction, account: TelegramId, chat: int | None, *, present: bool
    ) -> None:
        """Note that somebody whom the alliance knows has joined the group or left it."""
        member = tx.members.by_telegram(account)
        if member is not None and chat is not None and chat == self._rules.group:
            tx.group.note(member.id, present=present)

    def _untagged(self, tx: Transaction) -> list[MemberId]:
        """Return the people whose tag in the group is not that of their organisation.

        Of those never seen there it is tried once: they may have joined before the bot.
        """
        if self._rules.group is None:
            return []
        seen = {one.member: one for one in tx.group.all()}
        unseen = GroupPerson(MemberId(0), present=True)
        places = [(one, seen.get(one.id, unseen)) for one in tx.members.all()]
        return [one.id for one, place in places if place.present and tag_of(one) != place.tag]

    @each_due(PeopleDue.TAG, _untagged)
    def renew_tags(self, tx: Transaction, member: MemberId) -> int:
        """Have a person's tag set to the present name of their organisation."""
        if self._rules.group is None:
            return 0
        self._enqueue(tx, GroupTagDue(member), self._rules.group, member)
        return 1

    @property
    def chat(self) -> int | None:
        """The id of the alliance's group."""
        return self._rules.group

    @reading
    def leftovers(self, tx: Transaction, actor: MemberId) -> list[Member]:
        """Return who left the alliance and may still be in its group, the latest first."""
        require_organiser(tx, actor, self._rules)
        return _leftovers(tx)

    @transaction
    def remove(self, tx: Transaction, actor: MemberId, member: MemberId) -> list[Member]:
        """Have somebody who left the alliance removed from its group; return those who remain.

        Only by an organiser, and only people on the list: nobody is removed by a rule.
        """
        organiser, now = require_organiser(tx, actor, self._rules), self._clock.now()
        group = self._rules.group
        if group is None or not any(one.id == member for one in _leftovers(tx)):
            raise ColleagueNotFound
        self._enqueue(tx, GroupRemovalDue(member), group, member)
        tx.group.note(member, present=False)
        tx.audit.add(organiser.id, "group.remove", f"member:{member}", now)
        return _leftovers(tx)

    def _enqueue(self, tx: Transaction, subject: Subject, group: int, member: MemberId) -> None:
        now = self._clock.now()
        key = f"{subject.kind}:{member}"
        tx.outbox.add([Notice(key, None, subject, Priority.BROADCAST, now, chat=group)], now)


def _leftovers(tx: Transaction) -> list[Member]:
    """Return the former people with an account who were not seen to leave the group."""
    gone = {one.member for one in tx.group.all() if not one.present}
    people = filter(None, map(tx.members.get, tx.members.departed()))
    return [
        one
        for one in people
        if one.telegram_id is not None and one.id not in gone and not belongs(one)
    ]


def compose_tag(tx: Transaction, asked: Asked[GroupTagDue]) -> TagLetter | None:
    """Return the tag to set; None for a person without an account."""
    member = tx.members.get(asked.subject.member)
    if member is None or member.telegram_id is None:
        return None
    return TagLetter(member.telegram_id, tag_of(member))


def note_tag(tx: Transaction, sent: Sent[GroupTagDue]) -> None:
    """Record the tag that was set."""
    if isinstance(sent.content, TagLetter) and tx.members.get(sent.subject.member) is not None:
        tx.group.note(sent.subject.member, present=True)
        tx.group.save_tag(sent.subject.member, sent.content.tag)


def give_tag_up(tx: Transaction, lost: Lost[GroupTagDue]) -> None:
    """Ask no more for a tag that Telegram refuses, until the organisation's name changes.

    It sets none for administrators of the group, none for people who are not there, and none
    without the right to manage tags: which of these it was is not known.
    """
    member = tx.members.get(lost.subject.member)
    if member is not None:
        tx.group.note(member.id, present=True)
        tx.group.save_tag(member.id, tag_of(member))


def compose_removal(tx: Transaction, asked: Asked[GroupRemovalDue]) -> RemovalLetter | None:
    """Return whom to remove; None if they belong to the alliance again."""
    member = tx.members.get(asked.subject.member)
    if member is None or member.telegram_id is None or belongs(member):
        return None
    return RemovalLetter(member.telegram_id)


def note_refused_removal(tx: Transaction, lost: Lost[GroupRemovalDue]) -> None:
    """Put somebody back on the list whom Telegram did not let the bot remove."""
    if tx.members.get(lost.subject.member) is not None:
        tx.group.note(lost.subject.member, present=True)

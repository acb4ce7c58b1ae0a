"""Letters to organisations through the bot: nobody's contacts are shown."""

from bot.domain.directory.letters import (
    DAY,
    KEPT_FOR,
    DirectoryLetter,
    DirectoryLetterId,
    ForwardedLetter,
    LetterSent,
    checked_text,
    require_few,
)
from bot.domain.directory.refusals import LetterGone, NobodyToWriteTo
from bot.domain.notices import Notice
from bot.domain.people.members import Member, MemberId, OrganisationId
from bot.domain.people.refusals import OrganisationNotFound
from bot.domain.priorities import Priority
from bot.ports import Transaction
from bot.services.access import require_insider
from bot.services.notices import Asked
from bot.services.transactions import RuledService, reading, repeatable, transaction


class DirectoryLetters(RuledService):
    """Everybody of the alliance may write to every organisation, a few times a day."""

    @reading
    def require_writable(
        self, tx: Transaction, actor: MemberId, organisation: OrganisationId
    ) -> str:
        """Return how the organisation is called; refuse if nobody of it would get a letter."""
        member = require_insider(tx, actor, self._rules)
        _recipients(tx, member, organisation)
        return _called(tx, organisation)

    @reading
    def require_answerable(
        self, tx: Transaction, actor: MemberId, letter: DirectoryLetterId
    ) -> DirectoryLetter:
        """Return a letter that the person may answer."""
        return _answerable(tx, require_insider(tx, actor, self._rules), letter)

    @transaction
    def write(
        self, tx: Transaction, actor: MemberId, organisation: OrganisationId, text: str
    ) -> str:
        """Send a letter to those who speak for an organisation; return how it is called."""
        member = require_insider(tx, actor, self._rules)
        recipients = _recipients(tx, member, organisation)
        self._send(tx, member, organisation, None, recipients, text)
        return _called(tx, organisation)

    @transaction
    def answer(
        self, tx: Transaction, actor: MemberId, letter: DirectoryLetterId, text: str
    ) -> None:
        """Answer a letter; only its sender gets the answer."""
        member = require_insider(tx, actor, self._rules)
        found = _answerable(tx, member, letter)
        origin = member.organisation or found.organisation
        self._send(tx, member, origin, found.sender, [found.sender], text)

    def _send(
        self,
        tx: Transaction,
        member: Member,
        organisation: OrganisationId,
        recipient: MemberId | None,
        recipients: list[MemberId],
        text: str,
    ) -> None:
        now = self._clock.now()
        require_few(tx.directory_letters.sent_since(member.id, now - DAY))
        said = checked_text(text)
        letter = tx.directory_letters.add(organisation, member.id, recipient, said, now)
        subject = LetterSent(letter)
        tx.outbox.add(
            [
                Notice(f"{subject.kind}:{letter}:{one}", one, subject, Priority.ANSWER, now)
                for one in recipients
            ],
            now,
        )

    @repeatable
    def forget_old(self, tx: Transaction) -> None:
        """Delete letters that are too old to be answered."""
        tx.directory_letters.forget_before(self._clock.now() - KEPT_FOR)


def _recipients(tx: Transaction, member: Member, organisation: OrganisationId) -> list[MemberId]:
    """Return who gets a letter to an organisation; refuse if nobody does."""
    speakers = tx.organisations.speakers(organisation)
    if speakers is None:
        raise OrganisationNotFound
    people = (tx.members.get(one) for one in sorted(speakers - {member.id}))
    joined = [one.id for one in people if one is not None and one.has_joined and one.reachable]
    if not joined:
        raise NobodyToWriteTo
    return joined


def _answerable(tx: Transaction, member: Member, letter: DirectoryLetterId) -> DirectoryLetter:
    found = tx.directory_letters.get(letter)
    if found is None or not _is_for(tx, found, member.id):
        raise LetterGone
    sender = tx.members.get(found.sender)
    if sender is None or not sender.has_joined:
        raise LetterGone
    return found


def _is_for(tx: Transaction, letter: DirectoryLetter, member: MemberId) -> bool:
    if letter.recipient is not None:
        return letter.recipient == member
    return member != letter.sender and member in (
        tx.organisations.speakers(letter.organisation) or ()
    )


def _called(tx: Transaction, organisation: OrganisationId) -> str:
    found = tx.organisations.get(organisation)
    return "" if found is None else found.short_name or found.name


def compose_letter(tx: Transaction, asked: Asked[LetterSent]) -> ForwardedLetter | None:
    """Return a letter; None once it was deleted, or is no longer for its recipient."""
    letter, member = tx.directory_letters.get(asked.subject.letter), asked.member
    if letter is None or member is None or not _is_for(tx, letter, member.id):
        return None
    sender = tx.members.get(letter.sender)
    if sender is None:
        return None
    answer = letter.recipient is not None
    about = "" if answer else _called(tx, letter.organisation)
    return ForwardedLetter(letter, sender.name, sender.organisation_name or "", about, answer)

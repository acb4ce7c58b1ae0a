"""Ask everybody for their consent again when its text has changed."""

from bot.domain.notices import Notice
from bot.domain.people.consents import ConsentAsked, ConsentLetter, ConsentText
from bot.domain.people.members import MemberId
from bot.domain.priorities import Priority
from bot.ports import Clock, Storage, Transaction
from bot.services.notices import Asked
from bot.services.rules import RulesSource
from bot.services.transactions import RuledService, transaction


class Consents(RuledService):
    """What the bot does when it starts with another text."""

    def __init__(
        self, storage: Storage, clock: Clock, rules: RulesSource, text: ConsentText, number: int
    ) -> None:
        """Take the version that the configuration of earlier releases had as `number`."""
        super().__init__(storage, clock, rules)
        self._text = text
        self._number = number

    @transaction
    def ask_again(self, tx: Transaction) -> int:
        """Ask everybody who consented to another text, once; return how many.

        Nobody is asked if the text is the one they accepted under its former number.
        """
        text, now = self._text, self._clock.now()
        if text.was_numbered:
            tx.consents.replace_number(self._number, text.version)
        last = tx.consents.in_force()
        if last is not None and last.version == text.version:
            return 0
        tx.consents.put_in_force(text, now)
        asked = [m for m in tx.members.all() if m.has_joined and not m.consents_to(text.version)]
        subject = ConsentAsked(text.version)

        def notice(member: MemberId) -> Notice:
            key = f"{subject.kind}:{text.version}:{now:%Y%m%dT%H%M%S}:{member}"
            return Notice(key, member, subject, Priority.REMINDER, now)

        tx.outbox.add([notice(member.id) for member in asked], now)
        return len(asked)


def compose_consent(tx: Transaction, asked: Asked[ConsentAsked]) -> ConsentLetter | None:
    """Return the question; None once the person has answered, or the text has changed again."""
    member, rules, text = asked.member, asked.rules, tx.consents.in_force()
    if member is None or text is None or text.version != asked.subject.version:
        return None
    if not member.has_joined or member.consents_to(text.version):
        return None
    until = text.since + rules.consent_within
    return ConsentLetter(
        name=member.name,
        alliance=rules.alliance,
        privacy_url=rules.privacy_url,
        version=text.version,
        until=until,
        late=asked.now >= until,
    )

"""How organisations keep their own cards, and are asked once a year whether they are right."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.directory.cards import (
    CONFIRMED_FOR,
    Card,
    CardDetails,
    checked_about,
    checked_contact,
    checked_fields,
    checked_site,
    require_editor,
    require_version,
)
from bot.domain.directory.letters import CardToConfirm, ConfirmationLetter, DirectoryDue
from bot.domain.notices import Notice
from bot.domain.people.members import MemberId, OrganisationId
from bot.domain.people.refusals import OrganisationNotFound
from bot.domain.priorities import Priority
from bot.domain.searching.fields import FieldOfWork
from bot.ports import Clock, Storage, Transaction
from bot.services.access import require_insider
from bot.services.notices import Asked
from bot.services.rules import RulesSource
from bot.services.sweeping import each_due
from bot.services.transactions import RuledService, reading, transaction


def _due(service: "DirectoryEditing", tx: Transaction) -> Sequence[OrganisationId]:
    return tx.directory.to_confirm(service.asks_about(service.now))


class DirectoryEditing(RuledService):
    """For the leader and the delegates of an organisation."""

    def __init__(
        self, storage: Storage, clock: Clock, rules: RulesSource, *, fields: Sequence[FieldOfWork]
    ) -> None:
        super().__init__(storage, clock, rules)
        self._fields = tuple(fields)

    @property
    def now(self) -> datetime:
        """The present time."""
        return self._clock.now()

    @staticmethod
    def asks_about(now: datetime) -> datetime:
        """Return since when a card must have been confirmed."""
        return now - CONFIRMED_FOR

    @reading
    def own(self, tx: Transaction, actor: MemberId, organisation: OrganisationId) -> Card:
        """Return the card that the person may edit."""
        return self._own(tx, actor, organisation)

    @transaction
    def save(
        self,
        tx: Transaction,
        actor: MemberId,
        organisation: OrganisationId,
        details: CardDetails,
        version: int,
    ) -> Card:
        """Save the card as edited from `version`; refuse if a colleague was faster."""
        require_version(self._own(tx, actor, organisation), version)
        now = self._clock.now()
        tx.directory.save(organisation, self._checked(details), actor, now)
        tx.audit.add(actor, "directory.edit", f"organisation:{organisation}", now)
        return self._own(tx, actor, organisation)

    def _checked(self, details: CardDetails) -> CardDetails:
        return CardDetails(
            checked_about(details.about) if details.about else "",
            checked_fields(details.fields, self._fields),
            checked_site(details.site) if details.site else "",
            details.photo,
            tuple((kind, checked_contact(kind, value)) for kind, value in details.contacts),
        )

    @transaction
    def confirm(self, tx: Transaction, actor: MemberId, organisation: OrganisationId) -> Card:
        """Note that the card is still right."""
        card = self._own(tx, actor, organisation)
        now = self._clock.now()
        tx.directory.confirm(organisation, now)
        tx.audit.add(actor, "directory.confirm", f"organisation:{organisation}", now)
        return card

    def _own(self, tx: Transaction, actor: MemberId, organisation: OrganisationId) -> Card:
        member = require_insider(tx, actor, self._rules)
        card = tx.directory.get(organisation)
        if card is None:
            raise OrganisationNotFound
        require_editor(member, organisation, tx.organisations.speakers(organisation) or ())
        return card

    @each_due(DirectoryDue.CONFIRMATION, _due)
    def ask_due(self, tx: Transaction, organisation: OrganisationId) -> int:
        """Ask those who speak for an organisation whether its card is right; return how many."""
        now = self._clock.now()
        if organisation not in tx.directory.to_confirm(self.asks_about(now)):
            return 0
        tx.directory.save_asked(organisation, now)
        asked = tx.organisations.speakers(organisation) or ()
        subject = CardToConfirm(organisation)
        tx.outbox.add(
            [
                Notice(
                    f"{subject.kind}:{organisation}:{one}:{now:%Y}",
                    one,
                    subject,
                    Priority.REMINDER,
                    now,
                )
                for one in sorted(asked)
            ],
            now,
        )
        return len(asked)


def compose_confirmation(tx: Transaction, asked: Asked[CardToConfirm]) -> ConfirmationLetter | None:
    """Return the card to confirm; None once somebody has, or who is asked no longer speaks."""
    organisation, member = asked.subject.organisation, asked.member
    card = tx.directory.get(organisation)
    speaks = member is not None and member.id in (tx.organisations.speakers(organisation) or ())
    if card is None or card.confirmed_at is None or not speaks:
        return None
    waits = card.confirmed_at < DirectoryEditing.asks_about(asked.now)
    return ConfirmationLetter(card) if waits else None

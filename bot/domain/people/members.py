"""People, the organisations they represent, and what each may do."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import NewType

from bot.domain.people.refusals import AccountNotConfirmed
from bot.domain.quiet_hours import QuietHours
from bot.domain.refusals import (
    ConsentMissing,
    OnlyForAdministrators,
    OnlyForOrganisers,
    OnlyForPresiding,
)

MemberId = NewType("MemberId", int)
OrganisationId = NewType("OrganisationId", int)
TelegramId = NewType("TelegramId", int)

LANGUAGES = ("ru", "en")


class Role(StrEnum):
    """What a person is trusted with, beyond being a member (product.md, «Who may what»)."""

    LEADER = "leader"
    COUNCIL = "council"
    CHAIR = "chair"
    SECRETARY = "secretary"
    ORGANISER = "organiser"
    ADMINISTRATOR = "administrator"


IMPLIED: dict[Role, frozenset[Role]] = {
    Role.CHAIR: frozenset({Role.COUNCIL}),
    Role.SECRETARY: frozenset({Role.COUNCIL}),
    Role.ADMINISTRATOR: frozenset({Role.ORGANISER}),
}


def effective(roles: frozenset[Role]) -> frozenset[Role]:
    """Return the roles together with those that they bring along."""
    return roles.union(*(IMPLIED.get(role, frozenset()) for role in roles)) if roles else roles


@dataclass(frozen=True, slots=True)
class Organisation:
    """A member organisation; `inn` is its identity (10 digits), `ogrn` has 13."""

    id: OrganisationId
    name: str
    short_name: str
    inn: str
    ogrn: str | None
    municipality: str
    leader: MemberId | None


@dataclass(frozen=True, slots=True)
class Member:
    """A person of the alliance. `roles` are effective: a chair is also of the council.

    A guest comes from outside and sees only the events they were invited to. `leads` are the
    person's own lead times of reminders; None means those of each event. `quiet_hours` are their
    own, empty for none at all; None means those of the alliance. `unconfirmed_since` is when a
    new account took the person over, until somebody confirms it (`bot.domain.people.rebindings`).
    """

    id: MemberId
    name: str
    organisation: OrganisationId | None
    organisation_name: str | None
    municipality: str
    position: str
    delegate: bool
    telegram_id: TelegramId | None
    language: str
    time_zone: str | None
    consent_version: int | None
    reachable: bool
    roles: frozenset[Role]
    guest: bool = False
    leads: tuple[timedelta, ...] | None = None
    quiet_hours: tuple[QuietHours, ...] | None = None
    unconfirmed_since: datetime | None = None

    @property
    def has_joined(self) -> bool:
        """Tell whether the person can be told things: they came, and consented to it.

        A newer text of the consent is asked for at the next tap; until then the old one holds.
        """
        return self.telegram_id is not None and self.consent_version is not None

    def consents_to(self, version: int) -> bool:
        """Tell whether the consent in force has been given (152-ФЗ: it is versioned)."""
        return self.consent_version is not None and self.consent_version >= version

    def require_consent(self, version: int) -> None:
        """Refuse anybody who has not given the consent in force."""
        if not self.consents_to(version):
            raise ConsentMissing

    def require_confirmed(self, opened_at: datetime | None) -> None:
        """Refuse whom a new account took over while a poll was open, until that is confirmed."""
        since = self.unconfirmed_since
        if since is not None and opened_at is not None and opened_at <= since:
            raise AccountNotConfirmed

    @property
    def is_organiser(self) -> bool:
        """Organisers announce; administrators may do so too."""
        return Role.ORGANISER in self.roles

    @property
    def is_administrator(self) -> bool:
        """Administrators see how the bot is, and say who may what."""
        return Role.ADMINISTRATOR in self.roles

    @property
    def presides(self) -> bool:
        """The chair and the secretary open and close votes, and sign the minutes."""
        return not self.roles.isdisjoint({Role.CHAIR, Role.SECRETARY})

    @property
    def has_desk(self) -> bool:
        """Tell whether the person drafts things in forms: events, votes, announcements."""
        return self.is_organiser or self.presides

    def require_desk(self) -> None:
        """Refuse anybody who has nothing to draft."""
        if not self.has_desk:
            raise OnlyForOrganisers

    def require_presiding(self) -> None:
        """Refuse anybody who is neither chair nor secretary."""
        if not self.presides:
            raise OnlyForPresiding

    def require_organiser(self) -> None:
        """Refuse anybody who is not an organiser."""
        if not self.is_organiser:
            raise OnlyForOrganisers

    def require_administrator(self) -> None:
        """Refuse anybody who is not an administrator."""
        if not self.is_administrator:
            raise OnlyForAdministrators


@dataclass(frozen=True, slots=True)
class Consent:
    """A person's word that their data may be processed: which text, and when."""

    version: int
    given_at: datetime


@lru_cache(maxsize=8192)  # the same names are compared again and again
def folded(text: str) -> str:
    """Return `text` for comparing and searching: case, ё and stray spaces make no difference.

    SQLite folds ASCII only, so this is stored beside what people typed.
    """
    plain = unicodedata.normalize("NFKC", text).casefold().replace("ё", "е")
    return re.sub(r"\s+", " ", plain).strip()

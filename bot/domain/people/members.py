"""People, the organisations they represent, and their rights."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import NewType

from bot.domain.people.refusals import AccountNotConfirmed, AccountToConfirm
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
    """The roles of people, besides being a member (product.md, «Who may what»)."""

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
    """Return the roles with those that they imply."""
    return roles.union(*(IMPLIED.get(role, frozenset()) for role in roles)) if roles else roles


@dataclass(frozen=True, slots=True)
class Organisation:
    """A member organisation; `inn` is its identity (10 digits), `ogrn` has 13.

    `left_at` is when it left the alliance or was excluded, None for a member.
    """

    id: OrganisationId
    name: str
    short_name: str
    inn: str
    ogrn: str | None
    municipality: str
    leader: MemberId | None
    left_at: datetime | None = None

    @property
    def is_member(self) -> bool:
        """Tell whether it still belongs to the alliance."""
        return self.left_at is None

    @property
    def display_name(self) -> str:
        """The short name, if there is one."""
        return self.short_name or self.name


@dataclass(frozen=True, slots=True)
class Member:
    """A person of the alliance. `roles` are effective: a chair is also of the council.

    A guest comes from outside and sees only the events they were invited to. `leads` are the
    person's own lead times of reminders; None means those of each event. `quiet_hours` are their
    own, empty for none at all; None means those of the alliance. `unconfirmed_since` is when the
    person moved to a new account, None once that is confirmed (`bot.domain.people.rebindings`).
    A `substitute` is a delegate as well, named to act when the other one cannot.
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
    substitute: bool = False

    @property
    def has_joined(self) -> bool:
        """Tell whether the bot may write to the person: they joined and consented.

        When the text of the consent changes, the former consent holds for a term, in which the bot
        asks for the new one (`bot/services/people/consents.py`).
        """
        return self.telegram_id is not None and self.consent_version is not None

    def consents_to(self, version: int) -> bool:
        """Tell whether the person consented to this version of the text (152-ФЗ)."""
        return self.consent_version == version

    def require_consent(self, version: int) -> None:
        """Refuse a person who has not consented to this version of the text."""
        if not self.consents_to(version):
            raise ConsentMissing

    def require_joined(self) -> None:
        """Refuse a person who has not consented to any text; one to an earlier text is enough."""
        if not self.has_joined:
            raise ConsentMissing

    def require_confirmed(self, opened_at: datetime | None) -> None:
        """Refuse a person whose account changed during an open poll, until that is confirmed."""
        since = self.unconfirmed_since
        if since is not None and opened_at is not None and opened_at <= since:
            raise AccountNotConfirmed

    def require_account_confirmed(self) -> None:
        """Refuse a person whose new account nobody has confirmed yet.

        They decide nothing about who else is let in, or who represents an organisation: other
        accounts would vote in polls that are closed to this one.
        """
        if self.unconfirmed_since is not None:
            raise AccountToConfirm

    @property
    def is_organiser(self) -> bool:
        """Tell whether the person may organise: organisers and administrators."""
        return Role.ORGANISER in self.roles

    @property
    def is_administrator(self) -> bool:
        """Administrators see how the bot is, and say who may what."""
        return Role.ADMINISTRATOR in self.roles

    @property
    def presides(self) -> bool:
        """Tell whether the person may open and close votes and sign minutes (chair, secretary)."""
        return not self.roles.isdisjoint({Role.CHAIR, Role.SECRETARY})

    @property
    def has_desk(self) -> bool:
        """Tell whether the person may use forms for events, votes or announcements."""
        return self.is_organiser or self.presides

    def require_desk(self) -> None:
        """Refuse a person who may use no such form."""
        if not self.has_desk:
            raise OnlyForOrganisers

    def require_presiding(self) -> None:
        """Refuse a person who is neither chair nor secretary."""
        if not self.presides:
            raise OnlyForPresiding

    def require_organiser(self) -> None:
        """Refuse a person who is not an organiser."""
        if not self.is_organiser:
            raise OnlyForOrganisers

    def require_administrator(self) -> None:
        """Refuse anybody who is not an administrator."""
        if not self.is_administrator:
            raise OnlyForAdministrators


@dataclass(frozen=True, slots=True)
class Consent:
    """A person's consent to the processing of their data: to which text, and when.

    The version comes from the text's hash (`bot/domain/people/consents.py`).
    """

    version: int
    given_at: datetime


@lru_cache(maxsize=8192)  # cached, because the same names are compared again and again
def folded(text: str) -> str:
    """Return `text` for comparing and searching: without case, ё and extra spaces.

    SQLite folds ASCII only, so this is stored next to what people typed.
    """
    plain = unicodedata.normalize("NFKC", text).casefold().replace("ё", "е")
    return re.sub(r"\s+", " ", plain).strip()

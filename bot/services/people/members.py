"""How people join, their own settings, and whether messages reach them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from bot.domain.events.reminders import LEADS
from bot.domain.people import refusals
from bot.domain.people.invitations import hash_of, token_in
from bot.domain.people.members import LANGUAGES, Consent, Member, MemberId, Role, TelegramId
from bot.domain.people.people import PersonDetails
from bot.domain.people.roles import has_administrator
from bot.domain.quiet_hours import QuietHours
from bot.domain.refusals import ButtonTooOld
from bot.ports import Clock, Storage, Transaction
from bot.services.access import known_member, require_member
from bot.services.events.seating import welcome_back
from bot.services.people.erasing import erase_person
from bot.services.people.granting import tell_roles
from bot.services.people.merging import merge_guest, merge_records
from bot.services.people.rebindings import former_account, note_rebinding
from bot.services.rules import RulesSource
from bot.services.transactions import RuledService, reading, repeatable, transaction

NAME_LENGTH = 150
"""Characters of a Telegram name that are kept: an id must fit into the 200 of a name as well."""


class Members(RuledService):
    """What people do with their own account."""

    def __init__(
        self,
        storage: Storage,
        clock: Clock,
        *,
        rules: RulesSource,
        administrators: frozenset[TelegramId],
        language: str,
    ) -> None:
        super().__init__(storage, clock, rules)
        self._administrators = administrators
        self._language = language

    @reading
    def recognise(self, tx: Transaction, telegram_id: TelegramId) -> Member | None:
        """Return the person of a Telegram account."""
        return tx.members.by_telegram(telegram_id)

    @repeatable
    def start(self, tx: Transaction, telegram_id: TelegramId, name: str) -> Member | None:
        """Handle /start: messages reach the person again.

        Return None for a stranger. A configured administrator needs no invitation: `name` is the
        one at Telegram. Refuses an account that was replaced by another one.
        """
        member = tx.members.by_telegram(telegram_id)
        if member is not None and not member.reachable:
            welcome_back(tx, member.id, self._rules, self._clock.now())
        if telegram_id in self._administrators:
            return self._bound_administrator(tx, member, telegram_id, name)
        replaced = tx.rebindings.from_account(telegram_id) if member is None else None
        if replaced is not None:
            raise refusals.AccountReplaced(replaced.at)
        return member

    def _bound_administrator(
        self, tx: Transaction, member: Member | None, telegram_id: TelegramId, name: str
    ) -> Member:
        if member is not None and Role.ADMINISTRATOR in member.roles:
            return member
        now = self._clock.now()
        if member is None or member.guest:
            # Two administrators may have the same name, so the id is added.
            short = name[:NAME_LENGTH]
            unique = short if tx.members.find(None, short) is None else f"{short} ({telegram_id})"
            details = PersonDetails(unique, roles=frozenset({Role.ADMINISTRATOR}))
            id_ = tx.members.add(details, None)
            if member is not None:
                merge_guest(tx, member.id, id_, self._rules, now)
            tx.members.bind(id_, telegram_id, now)
            tx.members.save_language(id_, self._language)
        else:
            id_ = member.id
            known = tx.members.details(id_)
            roles = known.roles | {Role.ADMINISTRATOR}
            tx.members.update(id_, replace(known, roles=roles))
            tell_roles(tx, id_, known.roles, roles, now)
        tx.audit.add(id_, "administrator.bind", f"member:{id_}", now)
        return known_member(tx, id_)

    @transaction
    def join(self, tx: Transaction, telegram_id: TelegramId, payload: str) -> Member:
        """Bind a Telegram account to the person whom an invitation `i_…` names.

        A guest from outside becomes that person, and keeps their answers. Refuses tokens that are
        unknown, used or expired, or issued by somebody who may not invite this person; and an
        account of a person of the alliance already. When another account takes the person over, the
        consent is asked for again, and others are told (`note_rebinding`).
        """
        now = self._clock.now()
        token_hash = hash_of(token_in(payload))
        invitation = tx.invitations.by_hash(token_hash)
        if invitation is None:
            raise refusals.InvitationInvalid
        known = tx.members.by_telegram(telegram_id)
        if known is not None and known.id == invitation.member:
            if not known.reachable:
                welcome_back(tx, known.id, self._rules, now)
            return known_member(tx, known.id)  # a second tap on one's own link is fine
        invitation.require_valid(now)
        invitation.require_suffices(known_member(tx, invitation.member))
        if known is not None and known.guest:
            merge_guest(tx, known.id, invitation.member, self._rules, now)
        elif known is not None:
            self._merge_administrator(tx, known, invitation.member)
        joined = _bound(tx, known_member(tx, invitation.member), telegram_id, now)
        tx.invitations.save_used(token_hash, now)
        tx.tombstones.add_invitations(joined.id)
        tx.audit.add(joined.id, "member.join", f"member:{joined.id}", now)
        if telegram_id in self._administrators:
            return self._bound_administrator(tx, joined, telegram_id, joined.name)
        return joined

    def _merge_administrator(self, tx: Transaction, known: Member, imported: MemberId) -> None:
        """Merge an administrator into the person whom an import added; refuse anybody else."""
        if known.organisation is not None or known.telegram_id not in self._administrators:
            raise refusals.AlreadyMember(known.name)
        now = self._clock.now()
        merge_records(tx, known.id, imported, self._rules, now)
        tx.audit.add(imported, "administrator.merge", f"member:{known.id}", now)

    @reading
    def own_data(self, tx: Transaction, member: MemberId) -> dict[str, Any]:
        """Return all stored data about a person, as JSON values (152-ФЗ art. 14)."""
        return tx.members.everything(member)

    @transaction
    def erase(self, tx: Transaction, member: MemberId) -> None:
        """Erase a person at their request, for good (152-ФЗ art. 9 p. 2 and art. 21).

        The only administrator is asked to give the role to somebody else first: nobody could after.
        """
        found = known_member(tx, member)
        if found.is_administrator and not has_administrator(tx.members.all(), without=member):
            raise refusals.OnlyAdministratorStays
        now = self._clock.now()
        erase_person(tx, member, self._rules, now)
        tx.audit.add(member, "member.erase", f"member:{member}", now)

    @transaction
    def give_consent(self, tx: Transaction, member: MemberId, version: int) -> Member:
        """Record the consent to the text of `version` (152-ФЗ art. 9: which text, and when).

        Refuses an outdated text; an earlier consent to the same text keeps its time.
        """
        if version != self._rules.consent_version:
            raise ButtonTooOld
        if not known_member(tx, member).consents_to(version):
            tx.members.save_consent(member, Consent(version, self._clock.now()))
        return known_member(tx, member)

    @transaction
    def choose_leads(
        self, tx: Transaction, member: MemberId, leads: Sequence[timedelta] | None
    ) -> Member:
        """Record the person's lead times, of `LEADS`: empty for none, None for the usual ones."""
        if leads is not None and not set(leads) <= set(LEADS):
            raise ButtonTooOld
        found = require_member(tx, member, self._rules)
        tx.members.save_leads(found.id, None if leads is None else sorted(leads, reverse=True))
        return known_member(tx, member)

    @property
    def consent_version(self) -> int:
        """The version of the text that people are asked to accept."""
        return self._rules.consent_version

    @property
    def usual_quiet_hours(self) -> QuietHours | None:
        """The quiet hours of people who have not chosen their own."""
        return self._rules.quiet_hours

    @transaction
    def choose_quiet_hours(
        self, tx: Transaction, member: MemberId, hours: Sequence[QuietHours] | None
    ) -> Member:
        """Record the person's own quiet hours: empty for none, None for the alliance's."""
        found = require_member(tx, member, self._rules)
        tx.members.save_quiet_hours(found.id, hours)
        return known_member(tx, member)

    @transaction
    def choose_language(self, tx: Transaction, member: MemberId, language: str) -> Member:
        """Record the person's language; refuse one that the bot does not have."""
        if language not in LANGUAGES:
            raise refusals.UnknownLanguage
        tx.members.save_language(member, language)
        return known_member(tx, member)

    @transaction
    def choose_time_zone(self, tx: Transaction, member: MemberId, time_zone: str) -> Member:
        """Record the zone of the person's quiet hours; refuse one that IANA does not list."""
        if time_zone not in _known_zones():
            raise refusals.UnknownTimeZone
        tx.members.save_time_zone(member, ZoneInfo(time_zone).key)
        return known_member(tx, member)

    @transaction
    def note_reachable(
        self, tx: Transaction, telegram_id: TelegramId, *, reachable: bool
    ) -> Member | None:
        """Note that somebody blocked or unblocked the bot."""
        member = tx.members.by_telegram(telegram_id)
        now = self._clock.now()
        if member is not None and not reachable:
            tx.members.save_reachable(member.id, now, reachable=False)
        elif member is not None and not member.reachable:
            welcome_back(tx, member.id, self._rules, now)
        return member


def _bound(tx: Transaction, invited: Member, telegram_id: TelegramId, now: datetime) -> Member:
    """Return the person with this account; refuse one reached by another account."""
    if invited.telegram_id is not None and invited.reachable:
        raise refusals.InvitationUsed
    former = former_account(tx, invited)
    tx.members.bind(invited.id, telegram_id, now)
    if former is not None:
        note_rebinding(tx, invited, former, now)
    return known_member(tx, invited.id)


@cache
def _known_zones() -> frozenset[str]:
    return frozenset(available_timezones())  # reads the whole database of time zones

"""Guests from outside: an event's link, and how it is used."""

from dataclasses import replace

from bot.domain.events.events import Event, EventId
from bot.domain.events.guests import code_in
from bot.domain.events.refusals import GuestLinkClosed, GuestLinkUsed, NotPublished
from bot.domain.people.invitations import new_token
from bot.domain.people.members import Consent, Member, MemberId, TelegramId
from bot.domain.refusals import ButtonTooOld
from bot.ports import Transaction
from bot.services.access import known_member, require_event, require_organiser
from bot.services.events.seating import welcome_back
from bot.services.people.merging import add_guest
from bot.services.transactions import RuledService, repeatable, transaction


class Guests(RuledService):
    """Links that open one event each."""

    # --- for organisers ---------------------------------------------------------------------

    @repeatable
    def link(self, tx: Transaction, actor: MemberId, event: EventId) -> Event:
        """Return an open event with its guest code, made on the first call; refuse others."""
        organiser, found = self._open(tx, actor, event)
        if found.guest_code is not None:
            return found
        return self._coded(tx, organiser, found, new_token(), "event.guest_link")

    @transaction
    def renew(self, tx: Transaction, actor: MemberId, event: EventId) -> Event:
        """Replace the event's code: the old link no longer works."""
        organiser, found = self._open(tx, actor, event)
        return self._coded(tx, organiser, found, new_token(), "event.guest_link_renew")

    @transaction
    def close(self, tx: Transaction, actor: MemberId, event: EventId) -> Event:
        """Close the link; guests who used it stay."""
        organiser = require_organiser(tx, actor, self._rules)
        found = require_event(tx, event)
        if found.guest_code is None:
            return found
        return self._coded(tx, organiser, found, None, "event.guest_link_close")

    # --- for guests -------------------------------------------------------------------------

    @transaction
    def enter(
        self, tx: Transaction, telegram_id: TelegramId, payload: str
    ) -> tuple[Member | None, Event]:
        """Let a known person who opened the link `g_…` see its event; return both.

        Returns None for a stranger, about whom nothing is stored: they are asked for consent first.
        Refuses events that are cancelled or over, and codes that are unknown or closed, with
        another text for people who have used a link before.
        """
        member = tx.members.by_telegram(telegram_id)
        found = self._opened_by(tx, payload, member)
        return member, found if member is None else self._let_in(tx, member, found)

    @transaction
    def consent(
        self,
        tx: Transaction,
        telegram_id: TelegramId,
        name: str,
        payload: str,
        language: str,
        version: int,
    ) -> tuple[Member, Event]:
        """Record the consent of a stranger who opened the link, and add them as a guest.

        They are stored with the `name` and `language` that Telegram gives; a person who is known
        already is not changed. Refuses an outdated text, and what `enter` refuses.
        """
        if version != self._rules.consent_version:
            raise ButtonTooOld
        found = self._opened_by(tx, payload)
        known = tx.members.by_telegram(telegram_id)
        id_ = known.id if known else add_guest(tx, telegram_id, name, language, self._clock.now())
        if known is None or not known.consents_to(version):
            tx.members.save_consent(id_, Consent(version, self._clock.now()))
        member = known_member(tx, id_)
        return member, self._let_in(tx, member, found)

    def _opened_by(self, tx: Transaction, payload: str, member: Member | None = None) -> Event:
        found = tx.events.by_guest_code(code_in(payload))
        if found is None:
            raise GuestLinkUsed if member and self._is_inside(tx, member) else GuestLinkClosed
        found.require_open(self._clock.now())
        return found

    def _is_inside(self, tx: Transaction, member: Member) -> bool:
        """Tell whether the person was added to the audience of an event ahead."""
        ahead = tx.events.ending_after(self._clock.now())
        return any(member.id in event.audience.chosen for event in ahead)

    def _let_in(self, tx: Transaction, member: Member, event: Event) -> Event:
        if not member.reachable:
            welcome_back(tx, member.id, self._rules, self._clock.now())
        if event.audience.includes(member):
            return event
        opened = event.with_chosen([member.id])
        tx.events.save(opened)
        tx.audit.add(member.id, "guest.enter", f"event:{event.id}", self._clock.now())
        return opened

    # --- internal ----------------------------------------------------------------------------

    def _open(self, tx: Transaction, actor: MemberId, event: EventId) -> tuple[Member, Event]:
        organiser = require_organiser(tx, actor, self._rules)
        found = require_event(tx, event)
        found.require_open(self._clock.now())
        if found.is_scheduled:
            raise NotPublished
        return organiser, found

    def _coded(
        self, tx: Transaction, organiser: Member, event: Event, code: str | None, act: str
    ) -> Event:
        coded = replace(event, guest_code=code)
        tx.events.save(coded)
        tx.audit.add(organiser.id, act, f"event:{event.id}", self._clock.now())
        return coded

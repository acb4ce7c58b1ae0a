"""Store and read an organiser's newest draft, and the message offered to become one."""

from dataclasses import replace
from datetime import datetime
from typing import TypeVar

import structlog
from pydantic import TypeAdapter, ValidationError

from bot.domain.announcements.announcements import AnnouncementId
from bot.domain.announcements.drafts import AnnouncementDraft, Wording
from bot.domain.people.members import Member
from bot.domain.refusals import ButtonTooOld, DraftLost
from bot.ports import Transaction
from bot.services.drafts import account_of, draft_prefix

log = structlog.get_logger(__name__)

T = TypeVar("T")

DRAFT, OFFER = "announcement", "offer"
DRAFTS: TypeAdapter[AnnouncementDraft] = TypeAdapter(AnnouncementDraft)
WORDINGS: TypeAdapter[Wording] = TypeAdapter(Wording)


def find_draft(tx: Transaction, organiser: Member) -> AnnouncementDraft | None:
    """Return the draft, submitted or not; refuse an unreadable one."""
    return _kept(tx, organiser, DRAFT, DRAFTS)


def readable_draft(tx: Transaction, organiser: Member) -> AnnouncementDraft | None:
    """Return the draft before it is replaced; an unreadable one counts as none."""
    try:
        return find_draft(tx, organiser)
    except DraftLost:
        return None


def numbered_draft(tx: Transaction, organiser: Member, number: int) -> AnnouncementDraft:
    """Return the draft of this number, submitted or not; refuse any other."""
    draft = find_draft(tx, organiser)
    if draft is None or draft.number != number:
        raise ButtonTooOld
    return draft


def open_draft(tx: Transaction, organiser: Member, number: int) -> AnnouncementDraft:
    """Return the draft of this number; refuse one that was submitted."""
    draft = numbered_draft(tx, organiser, number)
    if draft.given is not None:
        raise ButtonTooOld
    return draft


def submitted_as(tx: Transaction, organiser: Member, number: int | None) -> AnnouncementId | None:
    """Return what the draft of this number was submitted as; None without a draft."""
    return None if number is None else numbered_draft(tx, organiser, number).given


def note_submitted(
    tx: Transaction,
    organiser: Member,
    number: int | None,
    announcement: AnnouncementId,
    now: datetime,
) -> None:
    """Record that the draft of this number was submitted; it can still be reopened."""
    if number is not None:
        given = replace(numbered_draft(tx, organiser, number), given=announcement)
        save_draft(tx, organiser, given, now)


def find_offer(tx: Transaction, organiser: Member) -> Wording:
    """Return the offered message; refuse an unreadable one."""
    return _kept(tx, organiser, OFFER, WORDINGS) or Wording()


def readable_offer(tx: Transaction, organiser: Member) -> Wording:
    """Return the offered message before it is replaced; an unreadable one counts as none."""
    try:
        return find_offer(tx, organiser)
    except DraftLost:
        return Wording()


def _kept(tx: Transaction, organiser: Member, name: str, kind: TypeAdapter[T]) -> T | None:
    """Return the stored data; refuse, as `DraftLost`, data of another release.

    The log names the invalid fields, not their values.
    """
    data = tx.drafts.data(_key(organiser, name))
    try:
        return kind.validate_python(data) if data else None
    except ValidationError as error:
        fields = sorted({".".join(map(str, one["loc"][:2])) for one in error.errors()})
        log.warning("draft not understood", draft=name, member_id=organiser.id, fields=fields)
    raise DraftLost  # raised outside `except`: no ValidationError with the values is attached


def save_draft(tx: Transaction, organiser: Member, draft: AnnouncementDraft, now: datetime) -> None:
    """Store a draft in place of the last one."""
    tx.drafts.save_data(_key(organiser, DRAFT), DRAFTS.dump_python(draft, mode="json"), now)


def save_offer(tx: Transaction, organiser: Member, wording: Wording, now: datetime) -> None:
    """Store an offered message in place of the last one."""
    tx.drafts.save_data(_key(organiser, OFFER), WORDINGS.dump_python(wording, mode="json"), now)


def forget_offer(tx: Transaction, organiser: Member) -> None:
    """Delete the offered message."""
    tx.drafts.forget(_key(organiser, OFFER))


def forget_all(tx: Transaction, organiser: Member) -> None:
    """Delete the draft and the offered message."""
    for name in (DRAFT, OFFER):
        tx.drafts.forget(_key(organiser, name))


def _key(organiser: Member, name: str) -> str:
    return f"{draft_prefix(account_of(organiser))}{name}"

"""How drafts of announcements are kept: an organiser's newest, and what may become one."""

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
    """Return the draft, open or submitted; refuse one that is lost."""
    return _kept(tx, organiser, DRAFT, DRAFTS)


def readable_draft(tx: Transaction, organiser: Member) -> AnnouncementDraft | None:
    """Return the draft, for whatever may take its place; one that is lost is none."""
    try:
        return find_draft(tx, organiser)
    except DraftLost:
        return None


def numbered_draft(tx: Transaction, organiser: Member, number: int) -> AnnouncementDraft:
    """Return the draft of this number, open or submitted; refuse any other."""
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
    """Return what the draft of this number was submitted as; None for what has no draft."""
    return None if number is None else numbered_draft(tx, organiser, number).given


def note_submitted(
    tx: Transaction,
    organiser: Member,
    number: int | None,
    announcement: AnnouncementId,
    now: datetime,
) -> None:
    """Remember what the draft of this number has become; it can still be taken up again."""
    if number is not None:
        given = replace(numbered_draft(tx, organiser, number), given=announcement)
        save_draft(tx, organiser, given, now)


def find_offer(tx: Transaction, organiser: Member) -> Wording:
    """Return what may be sent on, once that is said to be meant; refuse what is lost."""
    return _kept(tx, organiser, OFFER, WORDINGS) or Wording()


def readable_offer(tx: Transaction, organiser: Member) -> Wording:
    """Return what was offered, for what may take its place; nothing if that is lost."""
    try:
        return find_offer(tx, organiser)
    except DraftLost:
        return Wording()


def _kept(tx: Transaction, organiser: Member, name: str, kind: TypeAdapter[T]) -> T | None:
    """Return what is kept; refuse, as `DraftLost`, what is of another release.

    The log names the fields that are not understood, and nothing of what they hold.
    """
    data = tx.drafts.data(_key(organiser, name))
    try:
        return kind.validate_python(data) if data else None
    except ValidationError as error:
        fields = sorted({".".join(map(str, one["loc"][:2])) for one in error.errors()})
        log.warning("draft not understood", draft=name, member_id=organiser.id, fields=fields)
    raise DraftLost  # out here, where no ValidationError hangs on it with the values inside


def save_draft(tx: Transaction, organiser: Member, draft: AnnouncementDraft, now: datetime) -> None:
    """Keep a draft in place of the last."""
    tx.drafts.save_data(_key(organiser, DRAFT), DRAFTS.dump_python(draft, mode="json"), now)


def save_offer(tx: Transaction, organiser: Member, wording: Wording, now: datetime) -> None:
    """Keep what may be sent on in place of the last."""
    tx.drafts.save_data(_key(organiser, OFFER), WORDINGS.dump_python(wording, mode="json"), now)


def forget_offer(tx: Transaction, organiser: Member) -> None:
    """Forget what may be sent on."""
    tx.drafts.forget(_key(organiser, OFFER))


def forget_all(tx: Transaction, organiser: Member) -> None:
    """Forget the draft and what may be sent on."""
    for name in (DRAFT, OFFER):
        tx.drafts.forget(_key(organiser, name))


def _key(organiser: Member, name: str) -> str:
    return f"{draft_prefix(account_of(organiser))}{name}"

"""What is sent, changed and taken back of announcements."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.domain.announcements.announcements import AnnouncementId, AnnouncementState, Version
from bot.domain.announcements.contents import Content, Link, Piece, PieceKind
from bot.domain.announcements.copies import Copy
from bot.domain.announcements.notices import (
    AnnouncementDecided,
    ButtonsDue,
    CopyAsked,
    CopyCorrected,
    CopyDue,
    CopyPinned,
    CopyWithdrawn,
    SecondYesAsked,
)
from bot.domain.announcements.submissions import NewAnnouncement
from bot.domain.notices import MessageRef
from storage.stores import Stores
from tests.announcing import a_plan, a_text
from tests.samples.people import ANNA, BORIS, DAY, GROUP, NOW, OLGA, Sample

LINK = Link("Подробнее", "https://example.org/")
NEWS = {"ru": a_text("Субботник в субботу!", LINK), "en": a_text("A clean-up on Saturday!", LINK)}
PHOTO = Piece(PieceKind.PHOTO, "Как мы убирали", file="photo-1")
ALBUM = {"ru": Content((PHOTO, replace(PHOTO, text="", file="photo-2")), (LINK,))}
SENT, UNCONFIRMED = AnnouncementState.SENT, AnnouncementState.UNCONFIRMED


def of_announcements(tx: Stores) -> list[Sample]:
    news, album = _announced(tx, NEWS), _announced(tx, ALBUM)
    corrected, recalled = _corrected(tx), _announced(tx, NEWS, AnnouncementState.RECALLED)
    waiting = _announced(tx, NEWS, UNCONFIRMED)
    stopped = _announced(tx, NEWS, AnnouncementState.CANCELLED)
    _copied(tx, news, ANNA, 70, reread=True)
    pinned = _copied(tx, news, GROUP, 71)
    _copied(tx, album, ANNA, 72, 73)
    outdated = _copied(tx, corrected, ANNA, 74)
    fresh = _copied(tx, recalled, ANNA, 75)
    old = _copied(tx, recalled, BORIS, 76, at=NOW - 3 * DAY)
    return [
        Sample(CopyDue(news), BORIS),
        Sample(CopyAsked(news), ANNA),
        Sample(ButtonsDue(album), ANNA),
        Sample(CopyPinned(news), GROUP, pinned),
        Sample(CopyCorrected(corrected), ANNA, outdated),
        Sample(CopyWithdrawn(recalled), ANNA, fresh),
        Sample(CopyWithdrawn(recalled), BORIS, old, "too late to delete"),
        Sample(SecondYesAsked(waiting), ANNA),
        Sample(AnnouncementDecided(_agreed(tx)), OLGA),
        Sample(AnnouncementDecided(stopped), OLGA, note="stopped"),
    ]


def _announced(
    tx: Stores, contents: Mapping[str, Content], state: AnnouncementState = SENT
) -> AnnouncementId:
    new = NewAnnouncement(a_plan(contents=contents), UNCONFIRMED, OLGA, NOW - DAY)
    announcement = tx.announcements.add(new, NOW - DAY)
    found = tx.announcements.get(announcement)
    assert found is not None
    sent_at = NOW - DAY if state in {SENT, AnnouncementState.RECALLED} else None
    tx.announcements.save(replace(found, state=state, sent_at=sent_at))
    return announcement


def _agreed(tx: Stores) -> AnnouncementId:
    announcement = _announced(tx, NEWS, UNCONFIRMED)
    found = tx.announcements.get(announcement)
    assert found is not None
    scheduled = AnnouncementState.SCHEDULED
    tx.announcements.save(replace(found, state=scheduled, confirmed_by=ANNA))
    return announcement


def _corrected(tx: Stores) -> AnnouncementId:
    announcement = _announced(tx, NEWS)
    found = tx.announcements.get(announcement)
    assert found is not None
    newer = {"ru": a_text("Субботник в воскресенье!", LINK)}
    tx.announcements.add_version(announcement, Version(2, newer, OLGA, NOW))
    tx.announcements.save(replace(found, version=2))
    return announcement


def _copied(
    tx: Stores,
    announcement: AnnouncementId,
    to: int,
    *messages: int,
    at: datetime = NOW - DAY,
    reread: bool = False,
) -> MessageRef:
    """Write down what somebody has; return its first message."""
    person: Any = None if to < 0 else to
    tx.copies.save(Copy(announcement, person, to, messages, "ru", 1, at, reread=reread))
    return MessageRef(to, messages[0])

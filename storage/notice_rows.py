"""Notices as rows of the outbox: what is written of one, and how it is read again."""

from datetime import datetime
from functools import cache, lru_cache
from typing import Any

from pydantic import TypeAdapter

from bot.domain.mailings import MailingId
from bot.domain.notices import SUBJECTS, Claimed, MessageRef, Notice, NoticeId, Subject
from bot.domain.people.members import MemberId
from bot.domain.priorities import Priority
from storage.engine.times import moment, stamp


@cache
def adapter(kind: str) -> TypeAdapter[Any]:
    """Return what reads and writes subjects of a kind; raises KeyError for an unknown one."""
    return TypeAdapter(SUBJECTS[kind])


@lru_cache(maxsize=256)  # many notices have one subject
def _dumped(subject: Subject) -> str:
    text: bytes = adapter(subject.kind).dump_json(subject)
    return text.decode()


def values_of(notice: Notice, now: datetime) -> tuple[Any, ...]:
    """Return the columns of a new row, in the order of the INSERT."""
    return (
        notice.key,
        notice.recipient,
        notice.chat,
        notice.subject.kind,
        _dumped(notice.subject),
        notice.priority,
        notice.mailing,
        notice.edits.chat if notice.edits else None,
        notice.edits.message if notice.edits else None,
        stamp(notice.not_before),
        stamp(now),
    )


def claimed_from(row: tuple[Any, ...]) -> Claimed:
    """Return the notice of a claimed row; raises KeyError or ValueError for a broken one."""
    (id_, key, member, chat, kind, subject, priority, mailing, *rest) = row
    edits_chat, edits_message, not_before, version, attempts, doubtful = rest
    notice = Notice(
        key=key,
        recipient=None if member is None else MemberId(member),
        subject=adapter(kind).validate_json(subject),
        priority=Priority(priority),
        not_before=moment(not_before),
        mailing=None if mailing is None else MailingId(mailing),
        edits=None if edits_message is None else MessageRef(edits_chat, edits_message),
        chat=chat,
    )
    return Claimed(NoticeId(id_), notice, version, attempts, bool(doubtful))

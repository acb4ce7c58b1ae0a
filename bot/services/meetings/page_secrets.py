"""Secrets of pages, as they are issued, and what they and one-time codes open."""

from datetime import datetime

from bot.domain.digests import digest_of, is_same, new_page_secret
from bot.domain.meetings.codes import Page, PageKind, StoredCode, read_ballot_code
from bot.domain.meetings.plans import Meeting, MeetingId
from bot.domain.meetings.refusals import CodeInvalid, PageClosed
from bot.domain.meetings.state import MeetingState
from bot.domain.people.members import Member, MemberId
from bot.ports import Transaction
from bot.services.meetings.states import require_meeting, state_of


def issue_page(
    tx: Transaction,
    meeting: MeetingId,
    kind: PageKind,
    whose: MemberId,
    by: MemberId,
    now: datetime,
) -> str:
    """Return the secret of a new page, which is told once."""
    secret = new_page_secret()
    tx.meeting_codes.add_page(meeting, kind, whose, digest_of(secret), by, now)
    tx.audit.add(by, "meeting.page", f"meeting:{meeting}", now, kind=kind)
    return secret


def page_of_secret(tx: Transaction, secret: str, kind: PageKind) -> Page:
    """Return the page of a secret; refuse one that is revoked, or of another kind."""
    digest = digest_of(secret)
    found = tx.meeting_codes.page(digest)
    if found is None or not is_same(digest, found[1]):
        raise PageClosed
    page = found[0]
    if page.kind is not kind or page.revoked_at is not None:
        raise PageClosed
    return page


def owner_of_page(tx: Transaction, secret: str) -> tuple[Member, Meeting, MeetingState]:
    """Return whose page it is: what they may do there, their offices tell."""
    page = page_of_secret(tx, secret, PageKind.DESK)
    meeting, member = require_meeting(tx, page.meeting), tx.members.get(page.member)
    if member is None:
        raise PageClosed
    return member, meeting, state_of(tx, meeting)


def opened_by_code(tx: Transaction, typed: str) -> tuple[StoredCode, Meeting, MeetingState, Member]:
    """Return whose ballots a code opens; refuse it once its owner is not there any more."""
    digest = digest_of(read_ballot_code(typed))
    found = tx.meeting_codes.by_digest(digest)
    if found is None or not is_same(digest, found[1]):
        raise CodeInvalid
    code = found[0]
    meeting = require_meeting(tx, code.meeting)
    state, person = state_of(tx, meeting), tx.members.get(code.member)
    if person is None or state.mandate(code.voter, code.member) is None:
        raise CodeInvalid
    return code, meeting, state, person

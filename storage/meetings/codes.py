"""Digests of codes and of pages' addresses, pings from afar, proposals."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.domain.meetings.codes import Page, PageId, PageKind, StoredCode
from bot.domain.meetings.facts import IssuedCode
from bot.domain.meetings.plans import MeetingId
from bot.domain.meetings.proposals import Proposal, ProposalId, ProposalState
from bot.domain.people.members import MemberId
from bot.domain.polls.voters import VoterId
from storage.engine.store import Store
from storage.engine.times import moment, optional_moment, stamp


class SqliteMeetingCodeStore(Store):
    """Nothing here opens anything: of each secret only the digest is stored."""

    def save(self, code: StoredCode, digest: bytes, by: MemberId, now: datetime) -> None:
        """Save a code's digest; the voter's earlier code is void."""
        self._db.execute(
            """
            INSERT OR REPLACE INTO meeting_codes
                (meeting_id, voter_id, member_id, digest, issued_by, issued_at)
            VALUES (?, ?, ?, ?, ?, ?)
            """,
            (code.meeting, code.voter, code.member, digest, by, stamp(now)),
        )

    def by_digest(self, digest: bytes) -> tuple[StoredCode, bytes] | None:
        """Return whose code this is, with the stored digest."""
        row = self._db.execute(
            "SELECT meeting_id, voter_id, member_id, digest FROM meeting_codes WHERE digest = ?",
            (digest,),
        ).fetchone()
        return None if row is None else (StoredCode(*row[:3]), row[3])

    def of_meeting(self, meeting: MeetingId) -> Mapping[VoterId, IssuedCode]:
        """Return whose code each voter has, with its digest in hex."""
        rows = self._db.execute(
            "SELECT voter_id, member_id, digest FROM meeting_codes WHERE meeting_id = ?", (meeting,)
        )
        return {VoterId(v): IssuedCode(MemberId(m), digest.hex()) for v, m, digest in rows}

    def add_page(
        self,
        meeting: MeetingId,
        kind: PageKind,
        member: MemberId,
        digest: bytes,
        by: MemberId,
        now: datetime,
    ) -> PageId:
        """Add a page."""
        row = self._db.execute(
            """
            INSERT INTO meeting_pages (meeting_id, kind, member_id, digest, issued_by, issued_at)
            VALUES (?, ?, ?, ?, ?, ?)
            RETURNING id
            """,
            (meeting, kind, member, digest, by, stamp(now)),
        ).fetchone()
        return PageId(row[0])

    def page(self, digest: bytes) -> tuple[Page, bytes] | None:
        """Return the page of a digest, with the stored digest."""
        row = self._db.execute(
            """
            SELECT id, meeting_id, kind, member_id, issued_at, revoked_at, digest
              FROM meeting_pages WHERE digest = ?
            """,
            (digest,),
        ).fetchone()
        return None if row is None else (_page(*row[:6]), row[6])

    def page_by_id(self, page: PageId) -> Page | None:
        """Return a page."""
        row = self._db.execute(
            """
            SELECT id, meeting_id, kind, member_id, issued_at, revoked_at
              FROM meeting_pages WHERE id = ?
            """,
            (page,),
        ).fetchone()
        return None if row is None else _page(*row)

    def pages(self, meeting: MeetingId) -> Sequence[Page]:
        """Return a meeting's pages, in the order in which they were made."""
        rows = self._db.execute(
            """
            SELECT id, meeting_id, kind, member_id, issued_at, revoked_at
              FROM meeting_pages WHERE meeting_id = ? ORDER BY id
            """,
            (meeting,),
        )
        return [_page(*row) for row in rows]

    def revoke_page(self, page: PageId, now: datetime) -> None:
        """Revoke a page's address, once."""
        self._db.execute(
            "UPDATE meeting_pages SET revoked_at = coalesce(revoked_at, ?) WHERE id = ?",
            (stamp(now), page),
        )


class SqliteMeetingAttendanceStore(Store):
    """One row for each representative afar."""

    def save_ping(
        self, meeting: MeetingId, voter: VoterId, member: MemberId, now: datetime
    ) -> None:
        """Save that somebody afar was heard of."""
        self._db.execute(
            """
            INSERT OR REPLACE INTO meeting_pings (meeting_id, voter_id, member_id, seen_at)
            VALUES (?, ?, ?, ?)
            """,
            (meeting, voter, member, stamp(now)),
        )

    def forget_ping(self, meeting: MeetingId, voter: VoterId, member: MemberId) -> None:
        """Delete the row of somebody who has left."""
        self._db.execute(
            """
            DELETE FROM meeting_pings WHERE meeting_id = ? AND voter_id = ? AND member_id = ?
            """,
            (meeting, voter, member),
        )

    def pings(self, meeting: MeetingId) -> Mapping[tuple[VoterId, MemberId], datetime]:
        """Return when those afar were heard of last."""
        rows = self._db.execute(
            "SELECT voter_id, member_id, seen_at FROM meeting_pings WHERE meeting_id = ?",
            (meeting,),
        )
        return {(VoterId(voter), MemberId(member)): moment(at) for voter, member, at in rows}

    def with_pings(self) -> Sequence[MeetingId]:
        """Return the meetings that somebody takes part in from afar."""
        rows = self._db.execute("SELECT DISTINCT meeting_id FROM meeting_pings ORDER BY 1")
        return [MeetingId(row[0]) for row in rows]


class SqliteMeetingProposalStore(Store):
    """Proposals, in the order in which they were made."""

    def add(self, meeting: MeetingId, member: MemberId, text: str, now: datetime) -> ProposalId:
        """Add a proposal."""
        row = self._db.execute(
            """
            INSERT INTO meeting_proposals (meeting_id, member_id, text, made_at)
            VALUES (?, ?, ?, ?)
            RETURNING id
            """,
            (meeting, member, text, stamp(now)),
        ).fetchone()
        return ProposalId(row[0])

    def get(self, proposal: ProposalId) -> Proposal | None:
        """Return a proposal by id."""
        row = self._db.execute(
            """
            SELECT id, meeting_id, member_id, text, made_at, state
              FROM meeting_proposals WHERE id = ?
            """,
            (proposal,),
        ).fetchone()
        return None if row is None else _proposal(*row)

    def of_meeting(self, meeting: MeetingId) -> Sequence[Proposal]:
        """Return the proposals for a meeting."""
        rows = self._db.execute(
            """
            SELECT id, meeting_id, member_id, text, made_at, state
              FROM meeting_proposals WHERE meeting_id = ? ORDER BY id
            """,
            (meeting,),
        )
        return [_proposal(*row) for row in rows]

    def decide(self, proposal: ProposalId, state: ProposalState) -> None:
        """Save what became of a proposal."""
        self._db.execute("UPDATE meeting_proposals SET state = ? WHERE id = ?", (state, proposal))


def _page(id_: int, meeting: int, kind: str, member: int, at: str, revoked: str | None) -> Page:
    made, ended = moment(at), optional_moment(revoked)
    return Page(PageId(id_), MeetingId(meeting), PageKind(kind), MemberId(member), made, ended)


def _proposal(id_: int, meeting: int, member: int, text: str, at: str, state: str) -> Proposal:
    made = moment(at)
    return Proposal(
        ProposalId(id_), MeetingId(meeting), MemberId(member), text, made, ProposalState(state)
    )

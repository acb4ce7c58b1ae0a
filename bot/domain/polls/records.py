"""Records: what is written into the chain of entries, so that all of a poll can be recomputed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.minutes.files import FiledFile
from bot.domain.minutes.plans import IssuedMinutes
from bot.domain.people.members import MemberId
from bot.domain.polls.ballots import Named
from bot.domain.polls.hand_counts import HandCount
from bot.domain.polls.lots import Lot
from bot.domain.polls.omissions import Omitted
from bot.domain.polls.payloads import person_payload, plain, plan_payload, voter_payload
from bot.domain.polls.polls import Poll, PollId
from bot.domain.polls.presences import Presence
from bot.domain.polls.proxies import Proxy
from bot.domain.polls.seals import Head, Json, Seal
from bot.domain.polls.tallies import Result
from bot.domain.polls.voters import Representative, Voter, VoterId

PAPER = ("principal", "holder", "number", "issued_on", "expires_at", "scope")
"""What a proxy says itself: the fields that are recorded when it is given."""

MADE_OF_BALLOT = "ballot"
"""What an entry says of a number that is made of the ballot."""


class RecordKind(StrEnum):
    """Kinds of entries in the chain."""

    OPENED = "opened"
    PROXY = "proxy"
    SEEN = "seen"
    REVOKED = "revoked"
    RECUSED = "recused"
    BALLOT = "ballot"
    REPEATED = "repeated"
    VOTED = "voted"
    HELD = "held"
    CONFIRMED = "confirmed"
    STATED = "stated"
    UNSTATED = "unstated"
    PRESENT = "present"
    CLOSED = "closed"
    CANCELLED = "cancelled"
    LOT = "lot"
    PARTED = "parted"
    MINUTES = "minutes"
    RESTORED = "restored"
    FILED = "filed"


@dataclass(frozen=True, slots=True)
class Record:
    """An entry before it has its place in the chain; each payload names its poll or meeting."""

    kind: StrEnum
    payload: Mapping[str, Json]


def opened(
    poll: Poll,
    voters: Iterable[Voter],
    omitted: Sequence[Omitted] = (),
    opener: MemberId | None = None,
) -> Record:
    """Record the opening: what is asked, by which rules, everybody who may vote, and who may not.

    `by` planned it; the `opener` is named too if it was somebody else who opened it by hand.

    That nobody is left out is not written, as in older entries. Whose tie it is to settle is said
    of every poll, so that an entry of an older release, which does not say it, is told from one of
    a poll that settles none.
    """
    without: dict[str, Json] = {"omitted": plain(tuple(omitted))} if omitted else {}
    without |= {} if opener in {None, poll.created_by} else {"opened_by": opener}
    return Record(
        RecordKind.OPENED,
        {
            "poll": poll.id,
            "plan": plan_payload(poll),
            "voters": [voter_payload(voter) for voter in voters],
            "by": poll.created_by,
            "at": plain(poll.opened_at),
            **without,
            "run_off_of": poll.run_off_of,
        },
    )


def entrusted(
    poll: PollId, proxy: Proxy, by: MemberId, now: datetime, appointed: Representative | None = None
) -> Record:
    """Record a proxy with all its data; its holder by name, if `appointed` since the opening.

    Who issued it, and that nobody has seen the paper yet, is left out where that is not so, as in
    older entries.
    """
    paper = {field: plain(getattr(proxy, field)) for field in PAPER}
    paper |= {"issuer": proxy.issuer} if proxy.issuer else {}
    paper |= {} if proxy.confirmed else {"confirmed": False}
    named = {} if appointed is None else {"appointed": person_payload(appointed)}
    return _act(RecordKind.PROXY, poll, by, now, proxy=paper, **named)


def seen(poll: PollId, proxy: Proxy, by: MemberId, now: datetime) -> Record:
    """Record that chair or secretary have seen a proxy's paper: from then on it is in force."""
    details: dict[str, Json] = {"voter": proxy.principal, "holder": proxy.holder}
    return _act(RecordKind.SEEN, poll, by, now, **details)


def revoked(poll: PollId, proxy: Proxy, by: MemberId, now: datetime) -> Record:
    """Record that a proxy was revoked; what was done by it before stands."""
    details: dict[str, Json] = {"voter": proxy.principal, "holder": proxy.holder}
    return _act(RecordKind.REVOKED, poll, by, now, **details)


def recused(poll: PollId, voter: VoterId, by: MemberId, now: datetime) -> Record:
    """Record that a voter declared a conflict of interest: a named ballot is no longer counted."""
    return _act(RecordKind.RECUSED, poll, by, now, voter=voter)


def held(poll: PollId, member: MemberId, now: datetime) -> Record:
    """Record that another account took a person over, who casts nothing until it is confirmed."""
    return Record(RecordKind.HELD, {"poll": poll, "member": member, "at": plain(now)})


def confirmed(poll: PollId, member: MemberId, by: MemberId, now: datetime) -> Record:
    """Record who confirmed that it is the person, who votes again from then on."""
    return _act(RecordKind.CONFIRMED, poll, by, now, member=member)


def cast(poll: PollId, voter: VoterId, named: Named) -> Record:
    """Record a named ballot, and the update it came with; a later one of the voter replaces it."""
    details: dict[str, Json] = {"voter": voter, "ballot": str(named.ballot), "order": named.order}
    return _act(RecordKind.BALLOT, poll, named.cast_by, named.cast_at, **details)


def repeated(poll: PollId, voter: VoterId, named: Named) -> Record:
    """Record that a voter said the same again: what lies between changes nothing any more."""
    return _act(
        RecordKind.REPEATED, poll, named.cast_by, named.cast_at, voter=voter, order=named.order
    )


def voted(poll: PollId, voter: VoterId) -> Record:
    """Record that a voter cast a secret ballot: neither when nor by whose hand, and no choice.

    And that its number is made of the ballot: older entries tell nothing of numbers, which were
    random then.
    """
    return Record(RecordKind.VOTED, {"poll": poll, "voter": voter, "number": MADE_OF_BALLOT})


def stated(poll: PollId, voter: VoterId, text: str, by: MemberId, now: datetime) -> Record:
    """Record that a voter was against and wants that in the minutes (ГК 181.2 п. 4)."""
    return _act(RecordKind.STATED, poll, by, now, voter=voter, text=text)


def unstated(poll: PollId, voter: VoterId, by: MemberId, now: datetime) -> Record:
    """Record that such a statement no longer holds: the ballot was changed."""
    return _act(RecordKind.UNSTATED, poll, by, now, voter=voter)


def present(poll: PollId, presence: Presence) -> Record:
    """Record who was at the meeting, the silent ones included, and who listed them."""
    by, at, voters = presence.recorded_by, presence.recorded_at, plain(presence.voters)
    return _act(RecordKind.PRESENT, poll, by, at, voters=voters)


def closed(
    poll: Poll,
    result: Result,
    seal: Seal,
    statements_until: datetime | None = None,
    by: MemberId | None = None,
    by_hand: HandCount | None = None,
) -> Record:
    """Record the close: why, the whole calculation, and the seal of the ballots.

    Until when minutes wait is left out where they wait for nobody, and who closed the poll by hand
    where nobody did, as in older entries. So is what tellers counted, if they counted nothing.
    """
    more: dict[str, Json] = {} if by is None else {"by": by}
    more |= {} if by_hand is None else {"by_hand": plain(by_hand)}
    more |= {} if statements_until is None else {"statements_until": plain(statements_until)}
    return Record(
        RecordKind.CLOSED,
        {
            "poll": poll.id,
            "closing": plain(poll.closing),
            "reason": poll.reason,
            "at": plain(poll.closed_at),
            "result": plain(result),
            "seal": plain(seal),
            **more,
        },
    )


def cancelled(poll: Poll, by: MemberId | None, now: datetime) -> Record:
    """Record that a poll was called off; `by` is None when the bot itself had to."""
    return Record(
        RecordKind.CANCELLED, {"poll": poll.id, "reason": poll.reason, "by": by, "at": plain(now)}
    )


def parted(poll: PollId, now: datetime) -> Record:
    """Record that nothing joins numbers and secret ballots of a poll any more."""
    return Record(RecordKind.PARTED, {"poll": poll, "at": plain(now)})


def drawn(poll: PollId, lot: Lot) -> Record:
    """Record how a tie was settled by lot."""
    return Record(RecordKind.LOT, {"poll": poll, "lot": plain(lot)})


def issued(minutes: IssuedMinutes) -> Record:
    """Record that minutes were issued: their number, of which polls, the hashes of both files."""
    return Record(
        RecordKind.MINUTES,
        {
            "polls": plain(minutes.polls),
            "body": minutes.body,
            "number": str(minutes.number),
            "docx": minutes.docx_hash,
            "pdf": minutes.pdf_hash,
            "by": minutes.issued_by,
            "at": plain(minutes.issued_at),
        },
    )


def restored(head: Head | None, lost: int, polls: Iterable[PollId], now: datetime) -> Record:
    """Record that a backup took the database's place, and how many entries were lost with that.

    `head` is how far the chain went that was replaced, if there was one to be read.
    """
    replaced: Json = None if head is None else {"number": head.number, "digest": head.digest}
    return Record(
        RecordKind.RESTORED,
        {
            "replaced": replaced,
            "lost": None if head is None else lost,
            "polls": list(polls),
            "at": plain(now),
        },
    )


def filed(minutes: IssuedMinutes, file: FiledFile) -> Record:
    """Record that a file was filed beside minutes, with its hash."""
    return Record(
        RecordKind.FILED,
        {
            "polls": plain(minutes.polls),
            "body": minutes.body,
            "number": str(minutes.number),
            "kind": file.kind,
            "name": file.name,
            "hash": file.hash,
            "by": file.filed_by,
            "at": plain(file.filed_at),
        },
    )


def _act(kind: RecordKind, poll: PollId, by: MemberId, now: datetime, **details: Json) -> Record:
    return Record(kind, {"poll": poll, "by": by, "at": plain(now), **details})

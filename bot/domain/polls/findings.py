"""Findings: the input of verification, and the inconsistencies that it reports."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.minutes.files import FiledFile
from bot.domain.minutes.plans import IssuedMinutes
from bot.domain.people.members import MemberId
from bot.domain.polls.ballots import Named, Statement
from bot.domain.polls.electorates import Electorate
from bot.domain.polls.lots import Lot
from bot.domain.polls.omissions import Omitted
from bot.domain.polls.polls import Poll, PollId
from bot.domain.polls.presences import Presence
from bot.domain.polls.proxies import Registrars
from bot.domain.polls.seals import Seal
from bot.domain.polls.secret_ballots import SecretBallots
from bot.domain.polls.tallies import Result
from bot.domain.polls.voters import Representative, Voter, VoterId

UNKNOWN = PollId(0)
"""The poll id used for minutes whose polls are no longer known."""


class Mismatch(StrEnum):
    """A kind of inconsistency.

    Of the whole: MEETING, the record of a general meeting disagrees with itself; POLL_MISSING, the
    chain has a poll that the tables lack; MINUTES, those in the
    archive are not those that were issued. Of a poll: OPENING and CLOSING, it is not recorded
    exactly once, or differs from the poll's data; MISPLACED, an entry comes before the opening or
    after the end; UNREADABLE, an entry is no record of a vote; CLOCK, it was made before what
    stands before it; FORBIDDEN, it records what the rules refused then; ROLL, BALLOTS, RECUSALS,
    PROXIES, STATEMENTS, PRESENCE and LOT are not those that were recorded; COUNT, the ballots come
    to another result; CODE, a stored code was never issued to this voter; SEAL, the ballots are not
    those that were sealed; NUMBERS, the number of a secret
    ballot is not made of it.
    """

    POLL_MISSING = "poll_missing"
    MEETING = "meeting"
    MINUTES = "minutes"
    OPENING = "opening"
    CLOSING = "closing"
    MISPLACED = "misplaced"
    UNREADABLE = "unreadable"
    CLOCK = "clock"
    FORBIDDEN = "forbidden"
    ROLL = "roll"
    BALLOTS = "ballots"
    RECUSALS = "recusals"
    PROXIES = "proxies"
    STATEMENTS = "statements"
    PRESENCE = "presence"
    LOT = "lot"
    COUNT = "count"
    CODE = "code"
    SEAL = "seal"
    NUMBERS = "numbers"


@dataclass(frozen=True, slots=True)
class Finding:
    """An inconsistency: of a poll, and of an entry (its number) or a voter if it concerns one."""

    mismatch: Mismatch
    poll: PollId
    entry: int | None = None
    voter: str = ""


@dataclass(frozen=True, slots=True)
class Archived:
    """Minutes as stored in the archive, with the present hashes (SHA-256, hex) of its files.

    `filed` are the files beside them, each with the hash that its content has now. `entries` are
    the numbers in the chain that the archive has of the minutes, and of each of these files.
    """

    issued: IssuedMinutes
    docx_hash: str
    pdf_hash: str
    filed: tuple[tuple[FiledFile, str], ...]
    entries: tuple[int, ...]

    @property
    def is_whole(self) -> bool:
        """Tell whether the files still have the stored hashes."""
        hashes = self.issued.docx_hash, self.issued.pdf_hash
        whole = all(file.hash == now for file, now in self.filed)
        return whole and (self.docx_hash, self.pdf_hash) == hashes


@dataclass(frozen=True, slots=True)
class Kept:
    """What the tables hold of a poll; `written` are its ballots as they are sealed.

    Those of a secret one are `secret` too, with what their numbers are made of.

    `holders` are the names of the proxies' holders then, by principal. `outcome` is stored next to
    the result, for searches. `run_off` is the second round beside a lot.
    `in_meeting` tells that the log of a general meeting says who took part and declared conflicts.
    """

    poll: Poll
    in_meeting: bool
    voters: tuple[Voter, ...]
    omitted: tuple[Omitted, ...]
    electorate: Electorate
    voted: frozenset[VoterId]
    holders: Mapping[VoterId, Representative]
    registrars: Mapping[VoterId, Registrars]
    recusers: Mapping[VoterId, MemberId]
    named: Mapping[VoterId, Named]
    written: Mapping[str, str]
    secret: SecretBallots
    statements: Mapping[VoterId, Statement]
    presence: Presence | None
    lot: Lot | None
    run_off: PollId | None
    result: Result | None
    outcome: str | None
    seal: Seal | None
    salt: str
    closing_entry: int | None
    statements_until: datetime | None

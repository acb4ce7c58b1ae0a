"""What the bot will not do in a vote, as facts; their words live in the locales."""

from datetime import datetime

from bot.domain.refusals import Refusal, TooLong

# --- The clock -----------------------------------------------------------------------------------


class ClockBehind(Refusal):
    """The clock was put back: it shows less than when the newest entry, or act, was made."""

    latest: datetime


# --- Planning a poll ------------------------------------------------------------------------------


class QuestionMissing(Refusal):
    """A poll asks something."""


class QuestionTooLong(TooLong):
    """A question fits on a ballot and in the minutes."""


class ClauseMissing(Refusal):
    """Each rule of a poll says where it comes from: a court will ask."""


class ClauseTooLong(TooLong):
    """A clause fits on a line of the minutes."""


class ShareUnreadable(Refusal):
    """What was typed is no threshold, or does not say on which side of it the threshold lies."""


class ShareOutOfRange(Refusal):
    """A threshold is more than nothing and at most all; «more than all» never holds."""


class CandidatesMissing(Refusal):
    """An admission and an election have somebody to vote on."""


class CandidatesNotExpected(Refusal):
    """A motion is voted on as a whole; it has no candidates."""


class CandidateRepeated(Refusal):
    """A candidate stands once: twice would split, or double, the votes."""


class CandidatesAlike(Refusal):
    """Candidates of one name are told apart on the ballot: nobody could say whom they chose."""

    name: str


class TooManyCandidates(Refusal):
    """A ballot fits on a screen."""

    most: int


class CandidateNameMissing(Refusal):
    """A candidate has a name."""


class CandidateNameTooLong(TooLong):
    """A candidate's name fits on a button's line and in the minutes."""


class CandidateNotMember(Refusal):
    """A candidate for the council is a person of a member organisation."""


class CouncilNotElected(Refusal):
    """Only an election gives seats of the council."""


class SeatsOutOfRange(Refusal):
    """An election fills at least one seat; nothing else fills more than one."""

    most: int


class CorrespondenceForbidden(Refusal):
    """What belongs to the highest body alone is not decided by correspondence."""


class CompetenceMissing(Refusal):
    """What belongs to the highest body alone says by which clause."""


class ExclusiveInCouncil(Refusal):
    """What belongs to the highest body alone is not the council's to decide (7-ФЗ 29 п. 3)."""


class ExclusiveBySimpleMajority(Refusal):
    """What belongs to the highest body alone takes a qualified majority (7-ФЗ 29 п. 4)."""


class QuorumTooSmall(Refusal):
    """No charter goes below the law's quorum; `bound` is on which side of a half it lies."""

    body: str
    bound: str


class RemoteClauseMissing(Refusal):
    """Who takes part in a meeting from afar does so by a clause of the charter."""


class SessionTooLong(Refusal):
    """A meeting from afar lasts hours; what takes days is a vote by correspondence."""

    hours: int


class SecretCannotBeLive(Refusal):
    """Counts that move with each ballot tell who cast it how."""


class ClosingOutOfRange(Refusal):
    """A poll closes after it opens, and before people forget it."""

    shortest_minutes: int
    longest_days: int


class OmissionUnexplained(Refusal):
    """All of a body vote; leaving anybody out needs a clause of the charter and a reason."""


class ElectorateEmpty(Refusal):
    """A poll that nobody may vote in is not opened."""


# --- The course of a poll -------------------------------------------------------------------------


class PollNotFound(Refusal):
    """No such poll, or not one for this person: a stranger learns nothing by guessing."""


class PollNotOpenYet(Refusal):
    """A scheduled poll takes no ballots."""

    question: str


class PollIsOpen(Refusal):
    """Once open nothing of a poll can be edited; it can be cancelled."""

    question: str


class PollIsClosed(Refusal):
    """A closed poll takes neither ballots nor changes: its result stands."""

    question: str


class PollIsCancelled(Refusal):
    """A cancelled poll takes neither ballots nor changes."""

    question: str


class ReasonMissing(Refusal):
    """Closing early and cancelling are explained to those who vote."""


class AnnouncedDateStands(Refusal):
    """By correspondence ballots are taken until the date that was announced (ГК 181.2 п. 4)."""

    closes_at: datetime


class PresenceMissing(Refusal):
    """At a meeting the silent count too, so nothing is counted before it is known who is there."""


class ResultsHidden(Refusal):
    """How the votes stand is nobody's to know before the close."""


class NoTie(Refusal):
    """Only a tie asks for a second round or a lot."""


class TieSettled(Refusal):
    """A tie is settled once: by a second round or by a lot."""


class LotInvalid(Refusal):
    """A lot fills the seats that are left from among those who are level."""

    seats: int


# --- Casting a ballot -----------------------------------------------------------------------------


class NotEntitled(Refusal):
    """The person has no ballot to cast in this poll for that voter."""


class AuthorityEnded(Refusal):
    """The person represented the voter at the opening and no longer does (ГК 181.4 п. 1)."""


class VoterRecused(Refusal):
    """Anybody who declared a conflict of interest does not vote."""


class BallotKeyLost(Refusal):
    """The ballots of an open secret poll cannot be read: their key is not here."""


class NumberUnknown(Refusal):
    """The bot cannot tell the number of this ballot: it is not cast, or an earlier release did."""


class BallotFinal(Refusal):
    """A secret ballot cannot be found again, so it cannot be changed."""


class BallotInvalid(Refusal):
    """No ballot of this poll: malformed, out of date or forged. It costs no vote."""


class BallotIncomplete(Refusal):
    """A ballot answers everything that it asks."""


class TooManyApprovals(Refusal):
    """An election's ballot approves at most as many candidates as there are seats."""

    most: int


class NotAgainst(Refusal):
    """That somebody was against is recorded of those whose ballot says so."""


class DissentOfWhom(Refusal):
    """Of several candidates in a secret vote the voter says against whom: nothing else tells."""


class StatementTooLong(TooLong):
    """A statement fits in the minutes."""


class BallotNumberInvalid(Refusal):
    """What was typed is no number of a ballot."""

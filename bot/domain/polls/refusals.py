"""Refusals of votes: data only; the locales have the texts."""

from datetime import datetime

from bot.domain.refusals import Refusal, TooLong

# --- The clock -----------------------------------------------------------------------------------


class ClockBehind(Refusal):
    """The clock was put back: it shows less than when the newest entry, or act, was made."""

    latest: datetime


# --- Planning a poll ------------------------------------------------------------------------------


class QuestionMissing(Refusal):
    """The question has no visible characters."""


class QuestionTooLong(TooLong):
    """The question is too long."""


class ClauseMissing(Refusal):
    """A rule has no clause: a court will ask for its source."""


class ClauseTooLong(TooLong):
    """The clause is too long for a line of the minutes."""


class ShareUnreadable(Refusal):
    """What was typed is no threshold, or does not say on which side of it the threshold lies."""


class ShareOutOfRange(Refusal):
    """The threshold is 0, above 1, or more than 1, which never holds."""


class CandidatesMissing(Refusal):
    """An admission or an election has no candidates."""


class CandidatesNotExpected(Refusal):
    """A motion is voted on as a whole and has no candidates."""


class CandidateRepeated(Refusal):
    """A candidate is listed twice, which would split or double the votes."""


class CandidatesAlike(Refusal):
    """Two candidates have the same name, so voters could not tell them apart."""

    name: str


class TooManyCandidates(Refusal):
    """There are more than `most` candidates."""

    most: int


class CandidateNameMissing(Refusal):
    """A candidate's name has no visible characters."""


class CandidateNameTooLong(TooLong):
    """A candidate's name is too long."""


class ExclusionUnnamed(Refusal):
    """The question of an exclusion has to name the organisation: it is what people vote on."""

    name: str


class CandidateNotMember(Refusal):
    """A candidate for the council must be a person of a member organisation."""


class CouncilNotElected(Refusal):
    """Only an election gives seats of the council."""


class SeatsOutOfRange(Refusal):
    """An election fills at least one seat; nothing else fills more than one."""

    most: int


class CorrespondenceForbidden(Refusal):
    """An exclusive competence of the highest body may not be decided by correspondence."""


class CompetenceMissing(Refusal):
    """An exclusive competence of the highest body needs its clause."""


class ExclusiveInCouncil(Refusal):
    """Only the highest body may decide this, not the council (7-ФЗ 29 п. 3)."""


class ExclusiveBySimpleMajority(Refusal):
    """An exclusive competence needs a qualified majority (7-ФЗ 29 п. 4)."""


class QuorumTooSmall(Refusal):
    """The quorum is below the law's; `bound` is on which side of a half the law's lies."""

    body: str
    bound: str


class RemoteClauseMissing(Refusal):
    """Remote participation in a meeting needs a clause of the charter."""


class SessionTooLong(Refusal):
    """A remote meeting lasts at most `hours`; a longer vote is by correspondence."""

    hours: int


class SecretCannotBeLive(Refusal):
    """Live counts would show who cast which secret ballot."""


class ClosingOutOfRange(Refusal):
    """The time to vote is too short or too long."""

    shortest_minutes: int
    longest_days: int


class OmissionUnexplained(Refusal):
    """Leaving somebody of the body out needs a clause of the charter and a reason."""


class ElectorateEmpty(Refusal):
    """Nobody may vote in the poll."""


# --- The course of a poll -------------------------------------------------------------------------


class PollNotFound(Refusal):
    """There is no such poll, or this person may not see it: both look the same."""


class PollNotOpenYet(Refusal):
    """The poll is not open yet."""

    question: str


class PollIsOpen(Refusal):
    """An open poll cannot be edited, only cancelled."""

    question: str


class PollIsClosed(Refusal):
    """A closed poll takes neither ballots nor changes: its result stands."""

    question: str


class PollIsCancelled(Refusal):
    """A cancelled poll takes neither ballots nor changes."""

    question: str


class ReasonMissing(Refusal):
    """Closing early and cancelling need a reason for the voters."""


class AnnouncedDateStands(Refusal):
    """By correspondence ballots are taken until the date that was announced (ГК 181.2 п. 4)."""

    closes_at: datetime


class PresenceMissing(Refusal):
    """At a meeting nothing is counted before attendance is listed."""


class ResultsHidden(Refusal):
    """The counts are hidden until the close."""


class NoTie(Refusal):
    """There is no tie to settle."""


class TieSettled(Refusal):
    """The tie is settled already, by a second round or by a lot."""


class LotInvalid(Refusal):
    """The lot must fill the `seats` that are left with tied candidates."""

    seats: int


# --- Casting a ballot -----------------------------------------------------------------------------


class NotEntitled(Refusal):
    """The person has no ballot to cast in this poll for that voter."""


class AuthorityEnded(Refusal):
    """The person represented the voter at the opening and no longer does (ГК 181.4 п. 1)."""


class VoterRecused(Refusal):
    """The voter has declared a conflict of interest and does not vote."""


class BallotKeyLost(Refusal):
    """The key of an open secret poll's ballots is missing, so they cannot be read."""


class NumberUnknown(Refusal):
    """The number is unknown: the ballot is not cast, or was cast in an earlier release."""


class BallotFinal(Refusal):
    """A secret ballot cannot be found again, so it cannot be changed."""


class BallotInvalid(Refusal):
    """The ballot is malformed, outdated or forged. The voter can still vote."""


class BallotIncomplete(Refusal):
    """An item of the ballot has no choice."""


class TooManyApprovals(Refusal):
    """More candidates are approved than `most`, the number of seats."""

    most: int


class NotAgainst(Refusal):
    """The ballot is not against anything, so there is nothing to record."""


class DissentOfWhom(Refusal):
    """In a secret vote on several candidates the request must say against whom."""


class StatementTooLong(TooLong):
    """The statement is too long for the minutes."""


class BallotNumberInvalid(Refusal):
    """What was typed is not the number of a ballot."""


class CountInvalid(Refusal):
    """The figures of a count do not add up, or are not of this vote."""


class VoteOfMeeting(Refusal):
    """The vote belongs to a general meeting and is opened, closed and cancelled there."""


class NotPresentAtOpening(Refusal):
    """The voter was not registered when the vote was opened, so it has no ballot in it."""

"""Refusals of meetings: data only; the locales have the texts."""

from datetime import datetime

from bot.domain.refusals import Refusal, TooLong

# --- planning -------------------------------------------------------------------------------------


class MeetingNotFound(Refusal):
    """There is no such meeting, or this person may not see it."""


class MeetingInThePast(Refusal):
    """The meeting would begin in the past."""


class MeetingLengthOutOfRange(Refusal):
    """The meeting would be shorter than a quarter of an hour or longer than `hours`."""

    hours: int


class NoticeTooShort(Refusal):
    """Members must be told at least `days` before the meeting."""

    days: int


class AgendaEmpty(Refusal):
    """The agenda has no items."""


class AgendaTooLong(Refusal):
    """The agenda has more than `limit` items."""

    limit: int


class AgendaFrozen(Refusal):
    """Members have been told of the agenda: it changes only by votes of the meeting."""


class ItemUnknown(Refusal):
    """The agenda has no such item."""


class ItemTitleMissing(Refusal):
    """The item has no title."""


class ItemTitleTooLong(TooLong):
    """The item's title is too long."""


class ItemTooLong(Refusal):
    """An item takes at most `minutes`."""

    minutes: int


class CandidatesAwaited(Refusal):
    """The election `title` has no candidates yet."""

    title: str


class RemoteNotAllowed(Refusal):
    """Taking part from afar needs a clause of the charter."""


class ProposalsClosed(Refusal):
    """Proposals for the agenda are no longer taken, or not for this meeting."""


class ProposalsTooMany(Refusal):
    """The person has made `limit` proposals, which is as many as are taken."""

    limit: int


class ProposalUnknown(Refusal):
    """There is no such proposal, or it has been decided on."""


# --- the course of the meeting --------------------------------------------------------------------


class ToldAtImpossible(Refusal):
    """The time at which a member was told lies ahead, or before the notice was sent."""


class MeetingNotConvened(Refusal):
    """Members have not been told of the meeting yet."""


class MeetingConvened(Refusal):
    """Members have been told of the meeting already."""


class MeetingCalledOff(Refusal):
    """The meeting was called off."""


class MeetingOver(Refusal):
    """The meeting is over."""


class MeetingNotBegun(Refusal):
    """The session has not been opened yet."""


class MeetingBegun(Refusal):
    """The session has been opened already."""


class MeetingPaused(Refusal):
    """The meeting is suspended, or has a break: it goes on when the chair says so."""


class MeetingNotPaused(Refusal):
    """The meeting is neither suspended, nor has it a break."""


class MeetingUnreadable(Refusal):
    """The log has an entry that this release does not know: a later one wrote it."""

    number: int


class RegistrationNotOpen(Refusal):
    """The registration has not been opened."""


class RegistrationIsOpen(Refusal):
    """The registration has been opened already."""


class RegistrationTooEarly(Refusal):
    """The registration opens on the day of the meeting, since it fixes who is a member."""

    opens_at: datetime


class OpeningWithoutQuorum(Refusal):
    """`present` of `entitled` are there, and `needed` are needed to open the meeting."""

    present: int
    entitled: int
    needed: int


class ItemWithoutQuorum(Refusal):
    """`present` of `entitled` are there now, and `needed` are needed for this item."""

    present: int
    entitled: int
    needed: int


# --- registration ---------------------------------------------------------------------------------


class NotOnRoll(Refusal):
    """The organisation was no member when the registration was opened."""


class MandateMissing(Refusal):
    """A delegate registers with a document, and others with a proxy."""


class MandateInvalid(Refusal):
    """The person does not have this right: not the leader, no delegate, or the paper ran out."""


class HolderFull(Refusal):
    """The person represents `limit` organisations by proxy already, which is the most."""

    limit: int


class RegisteredAlready(Refusal):
    """This person is registered for this organisation, and is there."""


class NotRegistered(Refusal):
    """This person or organisation is not registered, or has left."""


class ArrivalCounted(Refusal):
    """The arrival cannot be taken back: it counts in the opening or in a vote."""


class PostedAlready(Refusal):
    """The organisation sent its ballots before the meeting."""


class PostingOver(Refusal):
    """Ballots are taken by correspondence only of a mixed meeting, and before it is opened."""


class PostingInSecret(Refusal):
    """A secret vote takes no ballot by correspondence: the one who opens it would know."""


class CodeInvalid(Refusal):
    """No such code is valid: mistyped, replaced by a newer one, or the person has left."""


class PageClosed(Refusal):
    """The page's address is no longer valid."""


# --- conducting -----------------------------------------------------------------------------------


class OnlyForConducting(Refusal):
    """Only the chair and the secretary of the meeting may do this."""


class OnlyForRegistrars(Refusal):
    """Only those named as registrars may do this."""


class OnlyForTellers(Refusal):
    """Only the tellers may do this."""


class OnlyForPresent(Refusal):
    """Only representatives who are registered and there may do this."""


class OfficersFirst(Refusal):
    """A chair and a secretary of the meeting are elected before anything is voted on."""


class OfficersNotElected(Refusal):
    """More than half of those present would have to be for them."""


class HandsTooMany(Refusal):
    """More hands were counted than the `present` organisations have."""

    present: int


class QuestionNotOnAgenda(Refusal):
    """Another question needs all `entitled` members present and in favour (ГК 181.5 п. 1)."""

    entitled: int


class OrderIncomplete(Refusal):
    """The new order must name each item that is left, once."""


class ItemNotCurrent(Refusal):
    """The item is not the current one."""


class ItemOver(Refusal):
    """The item is decided, done or removed."""


class ItemNotVoted(Refusal):
    """The item is of a kind without a vote, or one that only a vote ends."""


class ItemHasVote(Refusal):
    """A vote has been opened on the item: it can no longer be changed."""


class AmendmentsFirst(Refusal):
    """Amendments are voted on first, then sections, then the whole; `title` is next."""

    title: str


class BlockNotAgreed(Refusal):
    """Another vote is open: several at once need a block to which nobody objected."""


class LotAwaited(Refusal):
    """A tie is settled by a second round or by a recorded lot; neither was."""


class VoteStillOpen(Refusal):
    """A vote is open: it is closed or cancelled first."""


class VoteNotOpen(Refusal):
    """No vote is open on this item."""


class LastCallFirst(Refusal):
    """`silent` voters are there and have not voted: they hear a last call before the close."""

    silent: int


class HandsNotSecret(Refusal):
    """A vote by hands is neither secret nor an election."""


class RecusedAlready(Refusal):
    """The organisation has declared a conflict of interest on this item."""


class SectionsTooFew(Refusal):
    """An item is split into two sections at least."""


# --- paper and counts -----------------------------------------------------------------------------


class NoSlips(Refusal):
    """Slips are issued while a vote by ballots is open."""


class SlipTakenAlready(Refusal):
    """The organisation has a slip, or the slip's number is taken."""


class SlipUnknown(Refusal):
    """No such slip was issued in this vote."""


class VotedAlready(Refusal):
    """The organisation has voted electronically: it gets no slip."""


class PaperTaken(Refusal):
    """The organisation took a slip of paper: it cannot vote electronically."""


class VotedByHands(Refusal):
    """The item is voted on by hands."""


class TellerBarred(Refusal):
    """Nobody counts in their own election."""


class SlipsDoNotAddUp(Refusal):
    """`issued` slips are out: returned, spoiled and unreturned must be as many."""

    issued: int


class CountsAwaited(Refusal):
    """Two tellers count, each without seeing the other's figures; `given` have."""

    given: int


class CountsDiffer(Refusal):
    """The two tellers' figures differ: both count again."""


class NotCountedByHand(Refusal):
    """There is nothing to count by hand in this vote."""


class RecountTooLate(Refusal):
    """A vote is counted again before the next item."""


# --- the floor and objections ---------------------------------------------------------------------


class FloorAskedAlready(Refusal):
    """The person is in the queue of speakers, or is speaking."""


class FloorNotAsked(Refusal):
    """The person is not in the queue of speakers."""


class FloorNotNext(Refusal):
    """Points of order go first, then who has not spoken, as they asked: `name` is next."""

    name: str


class FloorTaken(Refusal):
    """Somebody is speaking."""


class NobodySpeaks(Refusal):
    """Nobody is speaking."""


class DebateIsClosed(Refusal):
    """The meeting has closed the debate on this item."""


class ObjectionUnknown(Refusal):
    """There is no such objection, or it was upheld already."""


class FiguresUnreadable(Refusal):
    """The text is not `count` whole numbers with spaces between them."""

    count: int

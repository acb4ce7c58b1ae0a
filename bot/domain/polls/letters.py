"""Letters of polls: what their notices have become by the time they are put into words."""

from bot.domain.letters import LetterContent
from bot.domain.notices import MessageRef
from bot.domain.polls.boards import PollBoard
from bot.domain.polls.cards import PollCard
from bot.domain.polls.notices import PollSubject
from bot.domain.polls.polls import Poll
from bot.domain.polls.proxies import Proxy
from bot.domain.polls.seals import Head


class BallotLetter(LetterContent):
    """News of a poll, or the ballot itself, for one person.

    For a revoked proxy, `voter` is whose it was, and `voted` tells that its ballot is cast.
    """

    subject: PollSubject
    card: PollCard
    voter: str = ""
    voted: bool = False


class PaperLetter(LetterContent):
    """A proxy waits until its paper has been seen: whose (`name`), and who is to hold it."""

    poll: Poll
    name: str
    holder: str
    proxy: Proxy


class NumberLetter(LetterContent):
    """The number of a secret ballot that nobody is known to have read; None: it comes at once."""

    number: str | None


class NumberRemovalLetter(LetterContent):
    """A message with the number of a secret ballot has stood long enough."""

    message: MessageRef


class PollPostLetter(LetterContent):
    """A poll's card in a group: nobody's ballot, and no counts that are not for everybody."""

    card: PollCard


class PollBoardLetter(LetterContent):
    """A poll as chair and secretary see it."""

    board: PollBoard


class OpeningLetter(LetterContent):
    """A poll has opened, and how far the chain goes with that."""

    poll: Poll
    head: Head


class SealLetter(LetterContent):
    """The seal of a closed poll and the head of the chain: `card` has both."""

    card: PollCard


class PresenceAwaitedLetter(LetterContent):
    """Chair and secretary are to list who is at the meeting."""

    poll: Poll


class MinutesReadyLetter(LetterContent):
    """The minutes of a poll can be issued."""

    poll: Poll

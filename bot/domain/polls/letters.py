"""Letters of polls: the data of their notices at the time of sending."""

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

    For a revoked proxy, `voter` is its principal, and `voted` tells whether the ballot was cast.
    """

    subject: PollSubject
    card: PollCard
    voter: str = ""
    voted: bool = False


class PaperLetter(LetterContent):
    """A proxy whose paper must be checked: its principal (`name`), and the holder."""

    poll: Poll
    name: str
    holder: str
    proxy: Proxy


class NumberLetter(LetterContent):
    """The number of a secret ballot that was perhaps not delivered; None: it follows at once."""

    number: str | None


class NumberRemovalLetter(LetterContent):
    """A message with the number of a secret ballot that is due to be deleted."""

    message: MessageRef


class PollPostLetter(LetterContent):
    """A poll's card in a group: without anybody's ballot and without counts that are not public."""

    card: PollCard


class PollBoardLetter(LetterContent):
    """A poll as chair and secretary see it."""

    board: PollBoard


class OpeningLetter(LetterContent):
    """A poll has opened, with the head of the chain at that moment."""

    poll: Poll
    head: Head


class SealLetter(LetterContent):
    """The seal of a closed poll and the head of the chain: `card` has both."""

    card: PollCard


class PresenceAwaitedLetter(LetterContent):
    """Chair and secretary are asked to list who is at the meeting."""

    poll: Poll


class MinutesReadyLetter(LetterContent):
    """The minutes of a poll can be issued."""

    poll: Poll

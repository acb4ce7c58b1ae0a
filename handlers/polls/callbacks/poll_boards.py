"""Buttons of chair and secretary on a poll."""

from aiogram.filters.callback_data import CallbackData

from bot.domain.people.members import MemberId
from bot.domain.polls.straw_polls import StrawPollId
from handlers.ui.ids import Id, OfPoll, OfVoter, PageNumber


class PollBoardButton(CallbackData, OfPoll, prefix="pboard"):
    """A poll as chair and secretary see it."""


class StrawAgainButton(CallbackData, prefix="sagain"):
    """Ask a group again, where the straw poll may not have arrived."""

    poll_id: Id[StrawPollId]


class AwaitedButton(CallbackData, OfPoll, prefix="pwait"):
    """A page, from 0, of the voters who have not voted."""

    page: PageNumber = 0


class CopyPollButton(CallbackData, OfPoll, prefix="pcopy"):
    """Open the form for a new poll with the plan of this one."""


class ChangePollButton(CallbackData, OfPoll, prefix="pchange"):
    """Open the form that changes a scheduled poll."""


class OpenPollButton(CallbackData, OfPoll, prefix="pstart"):
    """Open a scheduled poll at once; `sure` after confirmation."""

    sure: bool = False


class ClosePollButton(CallbackData, OfPoll, prefix="pclose"):
    """Open the form that closes a poll before its deadline."""


class CancelPollButton(CallbackData, OfPoll, prefix="pcancel"):
    """Open the form that cancels a poll."""


class RunOffButton(CallbackData, OfPoll, prefix="prunoff"):
    """Open the form for a second round between the tied candidates."""


class LotButton(CallbackData, OfPoll, prefix="plot"):
    """Open the form that records how a tie was settled by lot."""


class RegisterProxyButton(CallbackData, OfPoll, prefix="pproxy"):
    """Open the form that registers a proxy for a voter."""


class EntrustedButton(CallbackData, OfPoll, prefix="pheld"):
    """A page, from 0, of the proxies in force."""

    page: PageNumber = 0


class StrikeButton(CallbackData, OfVoter, prefix="pask"):
    """Ask for confirmation to record that a voter's proxy was revoked."""


class PaperButton(CallbackData, OfVoter, prefix="ppaper"):
    """Ask whether the paper of a voter's proxy has been checked."""


class PaperSeenButton(CallbackData, OfVoter, prefix="psee"):
    """Record that the paper of this holder's proxy has been checked."""

    holder_id: Id[MemberId]


class StrikeSureButton(CallbackData, OfVoter, prefix="pout"):
    """Record that the proxy of this holder is revoked."""

    holder_id: Id[MemberId]

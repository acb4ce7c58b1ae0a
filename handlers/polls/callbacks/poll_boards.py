"""Buttons of chair and secretary: what is done with a poll besides voting in it."""

from aiogram.filters.callback_data import CallbackData

from handlers.ui.ids import Id, OfPoll, OfVoter, PageNumber


class PollBoardButton(CallbackData, OfPoll, prefix="pboard"):
    """A poll as chair and secretary see it."""


class StrawAgainButton(CallbackData, OfPoll, prefix="sagain"):
    """Ask a group again what may not have reached it."""


class AwaitedButton(CallbackData, OfPoll, prefix="pwait"):
    """A page, from 0, of those who have not voted."""

    page: PageNumber = 0


class CopyPollButton(CallbackData, OfPoll, prefix="pcopy"):
    """Open the form with the plan of another poll."""


class ChangePollButton(CallbackData, OfPoll, prefix="pchange"):
    """Open the form that changes a scheduled poll."""


class OpenPollButton(CallbackData, OfPoll, prefix="pstart"):
    """Open a scheduled poll at once; `sure` after it was asked once more."""

    sure: bool = False


class ClosePollButton(CallbackData, OfPoll, prefix="pclose"):
    """Open the form that closes a poll before its deadline."""


class CancelPollButton(CallbackData, OfPoll, prefix="pcancel"):
    """Open the form that calls a poll off."""


class RunOffButton(CallbackData, OfPoll, prefix="prunoff"):
    """Open the form for a second round between those who are level."""


class LotButton(CallbackData, OfPoll, prefix="plot"):
    """Open the form that records how a tie was settled by lot."""


class RegisterProxyButton(CallbackData, OfPoll, prefix="pproxy"):
    """Open the form that registers a proxy for a voter."""


class EntrustedButton(CallbackData, OfPoll, prefix="pheld"):
    """A page, from 0, of the proxies in force."""

    page: PageNumber = 0


class StrikeButton(CallbackData, OfVoter, prefix="pask"):
    """Ask whether the revocation of a voter's proxy is to be written down."""


class PaperButton(CallbackData, OfVoter, prefix="ppaper"):
    """Ask whether the paper of a voter's proxy has been seen."""


class PaperSeenButton(CallbackData, OfVoter, prefix="psee"):
    """Write down that the paper of the proxy that this person is to hold has been seen."""

    holder_id: Id


class StrikeSureButton(CallbackData, OfVoter, prefix="pout"):
    """Write down that the proxy that this person holds is revoked."""

    holder_id: Id

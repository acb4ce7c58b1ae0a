"""Buttons of chair and secretary: what is done with a poll besides voting in it."""

from aiogram.filters.callback_data import CallbackData

from handlers.ui.ids import Id, PageNumber


class PollBoardButton(CallbackData, prefix="pboard"):
    """A poll as chair and secretary see it."""

    poll_id: Id


class StrawAgainButton(CallbackData, prefix="sagain"):
    """Ask a group again what may not have reached it."""

    poll_id: Id


class AwaitedButton(CallbackData, prefix="pwait"):
    """A page, from 0, of those who have not voted."""

    poll_id: Id
    page: PageNumber = 0


class CopyPollButton(CallbackData, prefix="pcopy"):
    """Open the form with the plan of another poll."""

    poll_id: Id


class ChangePollButton(CallbackData, prefix="pchange"):
    """Open the form that changes a scheduled poll."""

    poll_id: Id


class OpenPollButton(CallbackData, prefix="pstart"):
    """Open a scheduled poll at once; `sure` after it was asked once more."""

    poll_id: Id
    sure: bool = False


class ClosePollButton(CallbackData, prefix="pclose"):
    """Open the form that closes a poll before its deadline."""

    poll_id: Id


class CancelPollButton(CallbackData, prefix="pcancel"):
    """Open the form that calls a poll off."""

    poll_id: Id


class RunOffButton(CallbackData, prefix="prunoff"):
    """Open the form for a second round between those who are level."""

    poll_id: Id


class LotButton(CallbackData, prefix="plot"):
    """Open the form that records how a tie was settled by lot."""

    poll_id: Id


class RegisterProxyButton(CallbackData, prefix="pproxy"):
    """Open the form that registers a proxy for a voter."""

    poll_id: Id


class EntrustedButton(CallbackData, prefix="pheld"):
    """A page, from 0, of the proxies in force."""

    poll_id: Id
    page: PageNumber = 0


class StrikeButton(CallbackData, prefix="pask"):
    """Ask whether the revocation of a voter's proxy is to be written down."""

    poll_id: Id
    voter_id: Id


class PaperButton(CallbackData, prefix="ppaper"):
    """Ask whether the paper of a voter's proxy has been seen."""

    poll_id: Id
    voter_id: Id


class PaperSeenButton(CallbackData, prefix="psee"):
    """Write down that the paper of the proxy that this person is to hold has been seen."""

    poll_id: Id
    voter_id: Id
    holder_id: Id


class StrikeSureButton(CallbackData, prefix="pout"):
    """Write down that the proxy that this person holds is revoked."""

    poll_id: Id
    voter_id: Id
    holder_id: Id

"""Buttons of chair and secretary: what is done with a poll besides voting in it."""

from aiogram.filters.callback_data import CallbackData

from handlers.ui.callbacks import NewPollButton
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
    """Open the wizard with the plan of another poll."""

    poll_id: Id


class ChangePollButton(CallbackData, prefix="pchange"):
    """Open the wizard that changes a scheduled poll."""

    poll_id: Id


class OpenPollButton(CallbackData, prefix="pstart"):
    """Open a scheduled poll at once; `sure` after it was asked once more."""

    poll_id: Id
    sure: bool = False


class ClosePollButton(CallbackData, prefix="pclose"):
    """Open the wizard that closes a poll before its deadline."""

    poll_id: Id


class CancelPollButton(CallbackData, prefix="pcancel"):
    """Open the wizard that calls a poll off."""

    poll_id: Id


class RunOffButton(CallbackData, prefix="prunoff"):
    """Open the wizard for a second round between those who are level."""

    poll_id: Id


class LotButton(CallbackData, prefix="plot"):
    """Open the wizard that records how a tie was settled by lot."""

    poll_id: Id


class RegisterProxyButton(CallbackData, prefix="pproxy"):
    """Open the wizard that registers a proxy for a voter."""

    poll_id: Id


class EntrustedButton(CallbackData, prefix="pheld"):
    """A page, from 0, of the proxies in force."""

    poll_id: Id
    page: PageNumber = 0


class StrikeButton(CallbackData, prefix="pask"):
    """Ask whether the revocation of a voter's proxy is to be written down."""

    poll_id: Id
    voter_id: Id


class StrikeSureButton(CallbackData, prefix="pout"):
    """Write down that the proxy that this person holds is revoked."""

    poll_id: Id
    voter_id: Id
    holder_id: Id


OPENING = (
    NewPollButton,
    CopyPollButton,
    ChangePollButton,
    ClosePollButton,
    CancelPollButton,
    RunOffButton,
    LotButton,
    RegisterProxyButton,
)
"""What opens a wizard."""

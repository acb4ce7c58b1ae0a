"""Buttons of registrars and tellers."""

from aiogram.filters.callback_data import CallbackData

from bot.domain.people.members import MemberId
from bot.domain.polls.voters import VoterId
from handlers.meetings.callbacks.items import OfItem
from handlers.ui.ids import Id, IdOrNone, OfMeeting


class DeskButton(CallbackData, OfMeeting, prefix="mtdesk"):
    """The registration desk."""


class OwnArrivalsButton(CallbackData, OfMeeting, prefix="mtdown"):
    """The organisations whose people registered themselves by the code on the screen."""


class OpenRegistrationButton(CallbackData, OfMeeting, prefix="mtropen"):
    """Open the registration, once that is confirmed: it fixes who is a member."""

    sure: bool = False


class OfMeetingVoter(OfMeeting):
    """The first fields of the buttons about an organisation at the desk."""

    voter_id: Id[VoterId]


class DeskVoterButton(CallbackData, OfMeetingVoter, prefix="mtvot"):
    """An organisation at the desk."""


class DeskPersonButton(CallbackData, OfMeetingVoter, prefix="mtper"):
    """A representative who is there."""

    member_id: Id[MemberId]


class ArriveButton(CallbackData, OfMeetingVoter, prefix="mtarr"):
    """Register somebody whose mandate needs no more than a look."""

    member_id: Id[MemberId]


class DocumentButton(CallbackData, OfMeetingVoter, prefix="mtdoc"):
    """Open the form for a delegate's document."""

    member_id: Id[MemberId]


class ProxyFormButton(CallbackData, OfMeetingVoter, prefix="mtprx"):
    """Open the form for somebody with a proxy."""


class PostingButton(CallbackData, OfMeetingVoter, prefix="mtpost"):
    """Open the form for ballots that were sent before the meeting."""


class DepartButton(CallbackData, OfMeetingVoter, prefix="mtdep"):
    """A representative left, or was registered by mistake."""

    member_id: Id[MemberId]
    mistake: bool = False


class CodeButton(CallbackData, OfMeetingVoter, prefix="mtcode"):
    """A one-time code for the ballot page."""

    member_id: Id[MemberId]


class CodesButton(CallbackData, OfMeeting, prefix="mtcodes"):
    """Codes for all who have none, as a sheet to print; they are issued once `sure`."""

    sure: bool = False


class CodesAgainButton(CallbackData, OfMeeting, prefix="mtcagain"):
    """Codes for all who are there, as a sheet to print: former ones are void, once `sure`.

    `seen` is the number of the meeting's last entry as that was asked.
    """

    seen: IdOrNone[int] = 0
    sure: bool = False


class TellersButton(CallbackData, OfMeeting, prefix="mttell"):
    """The votes that tellers count."""


class CountButton(CallbackData, OfItem, prefix="mtcount"):
    """Open the form for what a teller counted."""


class SlipsButton(CallbackData, OfItem, prefix="mtslips"):
    """The voters to whom slips of paper are issued."""


class SlipButton(CallbackData, OfItem, prefix="mtslip"):
    """Issue a slip to a voter; with the `number` of one it is spoiled."""

    voter_id: Id[VoterId]
    number: IdOrNone[int] = 0

"""Buttons of those who plan a meeting."""

from aiogram.filters.callback_data import CallbackData

from bot.domain.meetings.codes import PageId, PageKind
from bot.domain.meetings.proposals import ProposalId
from bot.domain.people.members import MemberId
from bot.domain.polls.voters import VoterId
from handlers.meetings.callbacks.items import OfItem
from handlers.ui.ids import Id, IdOrNone, OfMeeting, PageNumber


class NewMeetingButton(CallbackData, prefix="mtnew"):
    """Open the form for a new meeting."""


class PlanButton(CallbackData, OfMeeting, prefix="mtplan"):
    """A meeting as it is planned, with a page, from 0, of its agenda."""

    page: PageNumber = 0


class TermsButton(CallbackData, OfMeeting, prefix="mtterm"):
    """Open the form for title, time, place and mode."""


class AddItemButton(CallbackData, OfMeeting, prefix="mtadd"):
    """Open the form for another item of the agenda."""


class ItemButton(CallbackData, OfItem, prefix="mtitem"):
    """An item of the agenda."""


class ChangeItemButton(CallbackData, OfItem, prefix="mtichg"):
    """Open the form for an item."""


class RaiseItemButton(CallbackData, OfItem, prefix="mtiup"):
    """Put an item before the one above it."""


class DropItemButton(CallbackData, OfItem, prefix="mtidel"):
    """Take an item off the agenda, once that is confirmed."""

    sure: bool = False


class ConveneButton(CallbackData, OfMeeting, prefix="mtconv"):
    """Whom the notice would reach; `sure` sends it."""

    sure: bool = False


class NoticeReportButton(CallbackData, OfMeeting, prefix="mtproof"):
    """Who was told in time."""


class UntoldButton(CallbackData, OfMeeting, prefix="mtuntol"):
    """A page, from 0, of the members that were not told in time, to note how they were."""

    page: PageNumber = 0


class NoteToldButton(CallbackData, OfMeeting, prefix="mttold"):
    """Open the form that notes how a member was told."""

    voter_id: Id[VoterId]


class CallOffButton(CallbackData, OfMeeting, prefix="mtoff"):
    """Open the form that calls a meeting off."""


class ProposalsButton(CallbackData, OfMeeting, prefix="mtprops"):
    """A page, from 0, of what members propose for the agenda."""

    page: PageNumber = 0


class ProposalButton(CallbackData, OfMeeting, prefix="mtprop"):
    """A proposal."""

    proposal_id: Id[ProposalId]


class DecideProposalButton(CallbackData, OfMeeting, prefix="mtpdec"):
    """A proposal is taken into the agenda, or declined."""

    proposal_id: Id[ProposalId]
    taken: bool


class RegistrarsButton(CallbackData, OfMeeting, prefix="mtregs"):
    """Who registers arrivals."""


class AddRegistrarButton(CallbackData, OfMeeting, prefix="mtrega"):
    """Ask for the name of another registrar."""


class NameRegistrarButton(CallbackData, OfMeeting, prefix="mtregn"):
    """Name a person as registrar, or end that."""

    member_id: Id[MemberId]
    ends: bool = False


class PagesButton(CallbackData, OfMeeting, prefix="mtpages"):
    """The addresses of the hall's screen and of desks."""


class OpenPageButton(CallbackData, OfMeeting, prefix="mtpago"):
    """Issue an address; a desk is of a registrar, or one's own (0)."""

    kind: PageKind
    member_id: IdOrNone[MemberId] = MemberId(0)


class RevokePageButton(CallbackData, OfMeeting, prefix="mtpagx"):
    """Revoke an address."""

    page_id: Id[PageId]


class AttendanceFileButton(CallbackData, OfMeeting, prefix="mtxlsx"):
    """Attendance by organisation, as XLSX."""

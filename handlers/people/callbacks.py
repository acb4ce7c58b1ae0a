"""Buttons of joining, of a person's settings, and of the board of unreachable people."""

from enum import StrEnum
from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.domain.people.members import MemberId, Role
from bot.domain.people.rebindings import RebindingId
from handlers.ui.ids import Id, OfOrganisation, OfPerson, PageNumber


class RebindingButton(CallbackData, prefix="rebind"):
    """«Подтвердить» or «Отклонить»: whether a new account is the person's."""

    rebinding_id: Id[RebindingId]
    confirmed: bool


class EraseButton(CallbackData, prefix="erase"):
    """«Да, удалить мои данные»."""


class ZoneButton(CallbackData, prefix="zone"):
    """A choice of time zone: an IANA name."""

    zone: str


class LeadButton(CallbackData, prefix="lead"):
    """Turn one's own lead time, in minutes, on or off."""

    minutes: Annotated[int, Field(gt=0, lt=2**31)]
    wanted: bool


class LeadsButton(CallbackData, prefix="leads"):
    """Use the events' lead times (`usual`), or no reminders at all."""

    usual: bool


class QuietHoursButton(CallbackData, prefix="quiet"):
    """One's own quiet hours: from this hour of the day until that one, 0 to 23."""

    start: Annotated[int, Field(ge=0, le=23)]
    end: Annotated[int, Field(ge=0, le=23)]


class QuietButton(CallbackData, prefix="hush"):
    """Use the alliance's quiet hours (`usual`), or none at all."""

    usual: bool


# --- The board of unreachable people --------------------------------------------------------------


class BlockedButton(CallbackData, prefix="blocked"):
    """A page, from 0, of the people who blocked the bot."""

    page: PageNumber = 0


class OrganisationReachButton(CallbackData, OfOrganisation, prefix="house"):
    """A page, from 0, of an organisation's people."""

    page: PageNumber = 0


class InviteButton(CallbackData, OfPerson, prefix="invite"):
    """A new personal invitation for somebody, which replaces all earlier ones."""


# --- What administrators do with people -----------------------------------------------------------


class PersonRolesButton(CallbackData, OfPerson, prefix="adwho"):
    """A person with their roles."""


class GiveRoleButton(CallbackData, OfPerson, prefix="adgive"):
    """Open the form that gives a person a role."""


class TakeRoleButton(CallbackData, OfPerson, prefix="adtake"):
    """Take a role from a person; the question comes first."""

    role: Role
    sure: bool = False


class EditPersonButton(CallbackData, OfPerson, prefix="adedit"):
    """Open the form that corrects what is known of a person."""


class MergeButton(CallbackData, OfPerson, prefix="adsame"):
    """Ask for the second record of a person."""


class MergeWithButton(CallbackData, OfPerson, prefix="admerge"):
    """Merge the other record into a person's; what that does is shown first."""

    other_id: Id[MemberId]
    sure: bool = False


class AddPersonButton(CallbackData, prefix="adnew"):
    """Open the form for a new person."""


class ImportSampleButton(CallbackData, prefix="adsamp"):
    """Hand out the sample of the spreadsheet."""


class LoadButton(CallbackData, prefix="adload"):
    """Load the spreadsheet that was looked at last."""


class InvitationsButton(CallbackData, prefix="adinv"):
    """Hand out invitations for everybody who has not joined, as a file."""


# --- One's own organisation -----------------------------------------------------------------------


class OwnOrganisationButton(CallbackData, prefix="own"):
    """A page, from 0, of one's own organisation."""

    page: PageNumber = 0


class ColleagueButton(CallbackData, OfPerson, prefix="mate"):
    """A person of one's own organisation."""


class ColleagueAct(StrEnum):
    """What a leader does about a colleague."""

    DELEGATE = "delegate"
    SUBSTITUTE = "substitute"
    RELIEVE = "relieve"
    UNINVITE = "uninvite"
    HAND_OVER = "hand_over"
    REMOVE = "remove"


class ColleagueActButton(CallbackData, OfPerson, prefix="mateact"):
    """What a leader does about a colleague; the question comes first."""

    act: ColleagueAct
    sure: bool = False


class NewColleagueButton(CallbackData, prefix="matenew"):
    """Ask the leader for the name of a colleague to invite."""


class HandoverTakeBackButton(CallbackData, prefix="leadback"):
    """Take back the offer of leadership."""


class HandoverAnswerButton(CallbackData, prefix="leadto"):
    """Accept the leadership, or decline it; `offer` is the offer's number."""

    offer: Id[int]
    accepted: bool


class QuitOrganisationButton(CallbackData, prefix="ownquit"):
    """Leave one's own organisation; the question comes first."""

    sure: bool = False


class LeaveAllianceButton(CallbackData, prefix="ownleave"):
    """The organisation leaves the alliance: two questions, then the act."""

    asked: Annotated[int, Field(ge=0, le=2)] = 0


# --- The alliance's group -------------------------------------------------------------------------


class LeftoversButton(CallbackData, prefix="grpleft"):
    """A page, from 0, of those who left the alliance but may still be in its group."""

    page: PageNumber = 0


class RemoveFromGroupButton(CallbackData, OfPerson, prefix="grpout"):
    """Remove somebody from the group; the question comes first."""

    sure: bool = False


# --- What chair and secretary do with organisations -----------------------------------------------


class OrganisationCardButton(CallbackData, OfOrganisation, prefix="orgcard"):
    """An organisation, for chair and secretary."""


class SuccessorsButton(CallbackData, OfOrganisation, prefix="orglead"):
    """A page, from 0, of the people who could lead an organisation."""

    page: PageNumber = 0


class SuccessorButton(CallbackData, OfOrganisation, prefix="orgnew"):
    """Open the form in which this person replaces the leader."""

    member_id: Id[MemberId]


class RecordLeaveButton(CallbackData, OfOrganisation, prefix="orgout"):
    """Record that an organisation has left: what ends is said first, then the paper is asked."""

    sure: bool = False

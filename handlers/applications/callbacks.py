"""Buttons of applications: the applicant's, the council's, and those of chair and secretary."""

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.domain.applications.applications import FILES_LIMIT
from bot.domain.applications.details import Step
from handlers.ui.ids import Id

# --- The applicant's ------------------------------------------------------------------------------


class ApplyConsentButton(CallbackData, prefix="applyok"):
    """«Согласен», on the way to an application: to the text of this version."""

    version: Id


class NewApplicationButton(CallbackData, prefix="anew"):
    """Begin an application, or go on with the one that was begun."""


class ApplicationButton(CallbackData, prefix="app"):
    """An application of one's own."""

    application_id: Id


class StepButton(CallbackData, prefix="astep"):
    """Answer this question, again or once more."""

    application_id: Id
    step: Step


class SkipButton(CallbackData, prefix="askip"):
    """Leave this question out, or be done with the files."""

    application_id: Id
    step: Step


class PutAsideButton(CallbackData, prefix="alater"):
    """Go on another time; all that was answered is kept."""

    application_id: Id


class DetachButton(CallbackData, prefix="afile"):
    """Take a file out again, by its place from 0."""

    application_id: Id
    number: Annotated[int, Field(ge=0, lt=FILES_LIMIT)]


class SendApplicationButton(CallbackData, prefix="asend"):
    """Hand the application to the secretary."""

    application_id: Id


class GiveUpButton(CallbackData, prefix="aend"):
    """`discard` a draft, `withdraw` what was sent, `forget` what was refused; asked `sure`."""

    application_id: Id
    act: str
    sure: bool = False


class ReplyButton(CallbackData, prefix="areply"):
    """Answer the secretary's question."""

    application_id: Id


# --- The council's --------------------------------------------------------------------------------


# --- The chair's and the secretary's --------------------------------------------------------------


class QueuedButton(CallbackData, prefix="qapp"):
    """An application of the queue."""

    application_id: Id


class AskApplicantButton(CallbackData, prefix="qask"):
    """Ask the applicant something."""

    application_id: Id


class RefuseApplicationButton(CallbackData, prefix="qno"):
    """Refuse without a vote, with a reason."""

    application_id: Id


class PutToVoteButton(CallbackData, prefix="qvote"):
    """Put what is chosen to the council: for how many `days` (0: not said yet); asked `sure`.

    The `number` of what was asked tells it from other votes that one message offered.
    """

    days: Annotated[int, Field(ge=0, le=90)] = 0
    sure: bool = False
    number: Annotated[int, Field(ge=0, lt=2**63)] = 0


class ChooseApplicationButton(CallbackData, prefix="qpick"):
    """Choose an application for the next poll, or not."""

    application_id: Id
    chosen: bool

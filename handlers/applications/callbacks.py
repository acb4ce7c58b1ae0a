"""Buttons of applications: the applicant's, the council's, and those of chair and secretary."""

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.domain.applications.applications import FILES_LIMIT
from bot.domain.applications.details import Step
from handlers.ui.ids import Id, OfApplication

# --- The applicant's ------------------------------------------------------------------------------


class ApplyConsentButton(CallbackData, prefix="applyok"):
    """«Согласен», on the way to an application: to the text of this version."""

    version: Id


class NewApplicationButton(CallbackData, prefix="anew"):
    """Begin an application, or go on with the one that was begun."""


class ApplicationButton(CallbackData, OfApplication, prefix="app"):
    """One of your own applications."""


class StepButton(CallbackData, OfApplication, prefix="astep"):
    """Answer this question, again or once more."""

    step: Step


class SkipButton(CallbackData, OfApplication, prefix="askip"):
    """Leave this question out, or be done with the files."""

    step: Step


class PutAsideButton(CallbackData, OfApplication, prefix="alater"):
    """Go on another time; all that was answered is kept."""


class DetachButton(CallbackData, OfApplication, prefix="afile"):
    """Take a file out again, by its place from 0."""

    number: Annotated[int, Field(ge=0, lt=FILES_LIMIT)]


class SendApplicationButton(CallbackData, OfApplication, prefix="asend"):
    """Hand the application to the secretary."""


class GiveUpButton(CallbackData, OfApplication, prefix="aend"):
    """`discard` a draft, `withdraw` what was sent, `forget` what was refused; asked `sure`."""

    act: str
    sure: bool = False


class ReplyButton(CallbackData, OfApplication, prefix="areply"):
    """Answer the secretary's question."""


# --- The council's --------------------------------------------------------------------------------


# --- The chair's and the secretary's --------------------------------------------------------------


class QueuedButton(CallbackData, OfApplication, prefix="qapp"):
    """An application of the queue."""


class AskApplicantButton(CallbackData, OfApplication, prefix="qask"):
    """Ask the applicant something."""


class RefuseApplicationButton(CallbackData, OfApplication, prefix="qno"):
    """Refuse without a vote, with a reason."""


class PutToVoteButton(CallbackData, prefix="qvote"):
    """Put what is chosen to the council: for how many `days` (0: not said yet); asked `sure`.

    The `number` of what was asked tells it from other votes that one message offered.
    """

    days: Annotated[int, Field(ge=0, le=90)] = 0
    sure: bool = False
    number: Annotated[int, Field(ge=0, lt=2**63)] = 0


class ChooseApplicationButton(CallbackData, OfApplication, prefix="qpick"):
    """Choose an application for the next poll, or not."""

    chosen: bool

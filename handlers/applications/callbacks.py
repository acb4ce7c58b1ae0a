"""Buttons of applications, for applicants, the council, chair and secretary."""

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.domain.applications.applications import FILES_LIMIT
from bot.domain.applications.details import Step
from handlers.ui.ids import Id, OfApplication, PageNumber

# --- The applicant's ------------------------------------------------------------------------------


class ApplyConsentButton(CallbackData, prefix="applyok"):
    """«Согласен» for applicants, to this version of the text."""

    version: Id[int]


class NewApplicationButton(CallbackData, prefix="anew"):
    """Begin an application, or continue the draft."""


class ApplicationButton(CallbackData, OfApplication, prefix="app"):
    """One of one's own applications."""


class StepButton(CallbackData, OfApplication, prefix="astep"):
    """Open this question, also to change an answer."""

    step: Step


class ReviseButton(CallbackData, OfApplication, prefix="aedit"):
    """A page, from 0, of the answers that can be changed."""

    page: PageNumber = 0


class SkipButton(CallbackData, OfApplication, prefix="askip"):
    """Skip this question, or finish adding files."""

    step: Step


class PutAsideButton(CallbackData, OfApplication, prefix="alater"):
    """Continue later; all answers stay."""


class DetachButton(CallbackData, OfApplication, prefix="afile"):
    """Remove a file, by its index from 0."""

    number: Annotated[int, Field(ge=0, lt=FILES_LIMIT)]


class SendApplicationButton(CallbackData, OfApplication, prefix="asend"):
    """Send the application to the secretary."""


class GiveUpButton(CallbackData, OfApplication, prefix="aend"):
    """`discard` a draft, `withdraw` or `forget` an application; `sure` after confirmation."""

    act: str
    sure: bool = False


class ReplyButton(CallbackData, OfApplication, prefix="areply"):
    """Answer the secretary's question."""


# --- The council's --------------------------------------------------------------------------------


# --- The chair's and the secretary's --------------------------------------------------------------


class QueuedButton(CallbackData, OfApplication, prefix="qapp"):
    """An application of the queue."""


class AskApplicantButton(CallbackData, OfApplication, prefix="qask"):
    """Ask the applicant a question."""


class RefuseApplicationButton(CallbackData, OfApplication, prefix="qno"):
    """Refuse without a vote, with a reason."""


class PutToVoteButton(CallbackData, prefix="qvote"):
    """Open a poll on the selected applications: for how many `days` (0: not chosen yet).

    `sure` after confirmation. `number` is that of the previewed poll, since one message can offer
    several.
    """

    days: Annotated[int, Field(ge=0, le=90)] = 0
    sure: bool = False
    number: Annotated[int, Field(ge=0, lt=2**63)] = 0


class ChooseApplicationButton(CallbackData, OfApplication, prefix="qpick"):
    """Select or deselect an application for the next poll."""

    chosen: bool

"""What meetings declare to the Telegram interface."""

from handlers.meetings import (
    codes,
    delegates,
    desks,
    letters,
    lists,
    motions,
    panel_screens,
    panels,
    planning,
    preparing,
    proofs,
    reading,
    saying,
    tellers,
)
from handlers.meetings.forms.challenges import CHALLENGE
from handlers.meetings.forms.counts import COUNT
from handlers.meetings.forms.items import ITEM
from handlers.meetings.forms.mandates import DOCUMENT, MANDATE
from handlers.meetings.forms.motions import MOTION
from handlers.meetings.forms.notes import NOTED
from handlers.meetings.forms.offices import OFFICE
from handlers.meetings.forms.parts import AMENDMENT, SECTIONING
from handlers.meetings.forms.plans import PLAN
from handlers.meetings.forms.postings import POSTING
from handlers.meetings.forms.reasons import CALLING_OFF, SUSPENSION, VOTE_CANCELLATION
from handlers.ui.commands import Command, Whom
from handlers.ui.features import HandlerFeature

FEATURE = HandlerFeature(
    routes=(
        codes.ROUTES,
        delegates.ROUTES,
        desks.ROUTES,
        lists.ROUTES,
        motions.ROUTES,
        panel_screens.ROUTES,
        panels.ROUTES,
        planning.ROUTES,
        preparing.ROUTES,
        proofs.ROUTES,
        reading.ROUTES,
        saying.ROUTES,
        tellers.ROUTES,
    ),
    forms=(
        PLAN,
        ITEM,
        OFFICE,
        MOTION,
        SUSPENSION,
        VOTE_CANCELLATION,
        CALLING_OFF,
        AMENDMENT,
        SECTIONING,
        CHALLENGE,
        NOTED,
        POSTING,
        DOCUMENT,
        MANDATE,
        COUNT,
    ),
    letters=letters.LETTERS,
    commands=(Command("meeting", idle=Whom.PRESIDING),),
    help={Whom.EVERYBODY: "help-meeting", Whom.PRESIDING: "help-meeting-manage"},
)

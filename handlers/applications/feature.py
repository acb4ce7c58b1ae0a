"""What applications declare to the Telegram interface."""

from handlers.applications import applications, drafts, letters, queue
from handlers.ui.commands import Command, Whom
from handlers.ui.features import HandlerFeature

FEATURE = HandlerFeature(
    routes=(
        applications.APPLICATIONS_ROUTES,
        applications.REPLIES_ROUTES,
        drafts.ROUTES,
        queue.ROUTES,
    ),
    letters=letters.LETTERS,
    commands=(Command("manage", Whom.DESKS),),
    help={Whom.PRESIDING: "help-applications"},
)

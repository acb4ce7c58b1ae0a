"""What the administration brings to the Telegram interface."""

from handlers.administration import audit, backups, here, settings, states
from handlers.ui.commands import Command, Whom
from handlers.ui.features import HandlerFeature

FEATURE = HandlerFeature(
    routes=(
        states.ROUTES,
        settings.ROUTES,
        audit.ROUTES,
        backups.ROUTES,
        here.ROUTES,
        here.GROUP_ROUTES,
    ),
    letters=backups.LETTERS,
    commands=(Command("admin", Whom.ADMINISTRATORS),),
    help={Whom.ADMINISTRATORS: "help-administration"},
)

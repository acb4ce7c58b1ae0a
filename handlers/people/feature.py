"""What people declare to the Telegram interface."""

from handlers.people import (
    backups,
    failures,
    letters,
    me,
    quiet_hours,
    reachability,
    rebindings,
    start,
)
from handlers.ui.commands import Command, Whom
from handlers.ui.features import HandlerFeature

FEATURE = HandlerFeature(
    routes=(
        me.OWN_DATA_ROUTES,
        me.SETTINGS_ROUTES,
        quiet_hours.ROUTES,
        reachability.ROUTES,
        rebindings.ROUTES,
        start.ROUTES,
    ),
    letters={**letters.LETTERS, **failures.LETTERS},
    deliveries=backups.DELIVERIES,
    commands=(Command("start", Whom.OTHERS, first=True), Command("me"), Command("help")),
    help={Whom.EVERYBODY: "help-people"},
)

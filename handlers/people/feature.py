"""What people declare to the Telegram interface."""

from handlers.people import (
    backups,
    colleagues,
    duplicates,
    failures,
    group,
    handovers,
    letters,
    me,
    memberships,
    offers,
    own,
    quiet_hours,
    reachability,
    rebindings,
    roster,
    start,
    tour,
    uploads,
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
        roster.ROUTES,
        duplicates.ROUTES,
        uploads.ROUTES,
        own.ROUTES,
        handovers.ROUTES,
        colleagues.ROUTES,
        memberships.ROUTES,
        group.ROUTES,
        group.UPDATES,
        tour.ROUTES,
        start.ROUTES,
    ),
    forms=roster.FORMS,
    letters={**letters.LETTERS, **offers.LETTERS, **failures.LETTERS},
    deliveries={**backups.DELIVERIES, **group.DELIVERIES},
    commands=(Command("start", Whom.OTHERS, first=True), Command("me"), Command("help")),
    help={Whom.EVERYBODY: "help-people", Whom.ORGANISERS: "help-tour"},
)

"""What announcements declare to the Telegram interface."""

from handlers.announcements import (
    announcements,
    audiences,
    boards,
    drafts,
    letters,
    mailings,
    previews,
    searches,
    second_yes,
    settings,
    subscriptions,
    templates,
)
from handlers.ui.commands import Command, Whom
from handlers.ui.features import HandlerFeature

FEATURE = HandlerFeature(
    routes=(
        announcements.ROUTES,
        audiences.ROUTES,
        boards.ROUTES,
        drafts.ROUTES,
        mailings.ROUTES,
        previews.ROUTES,
        searches.ROUTES,
        second_yes.ROUTES,
        settings.ROUTES,
        subscriptions.ROUTES,
        templates.ROUTES,
    ),
    letters=letters.LETTERS,
    deliveries=letters.DELIVERIES,
    commands=(Command("announce", Whom.ORGANISERS), Command("announcements")),
    help={Whom.EVERYBODY: "help-announcements", Whom.ORGANISERS: "help-announce"},
)

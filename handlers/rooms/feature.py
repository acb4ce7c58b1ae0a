"""What rooms declare to the Telegram interface."""

from handlers.rooms import bookings, files, keeping, letters, news, rooms, screens
from handlers.rooms.forms import booking, closing, reasons, resource
from handlers.ui.commands import Command, Whom
from handlers.ui.features import HandlerFeature

FEATURE = HandlerFeature(
    routes=(
        rooms.ROUTES,
        bookings.ROUTES,
        keeping.ROUTES,
        files.ROUTES,
        news.ROUTES,
        screens.ROUTES,
        booking.ROUTES,
        closing.ROUTES,
        reasons.ROUTES,
        resource.ROUTES,
    ),
    forms=(
        booking.BOOK,
        closing.CLOSE,
        reasons.REFUSE,
        reasons.CALL_OFF,
        reasons.REMOVE,
        resource.RESOURCE,
    ),
    letters=letters.LETTERS,
    commands=(Command("rooms"),),
    help={Whom.EVERYBODY: "help-rooms"},
)

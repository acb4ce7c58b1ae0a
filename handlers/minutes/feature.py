"""What minutes bring to the Telegram interface."""

from handlers.minutes import lists, scans
from handlers.minutes.forms import creating
from handlers.ui.features import HandlerFeature

FEATURE = HandlerFeature(
    routes=(creating.ROUTES, lists.ROUTES, scans.ROUTES),
    forms=creating.FORMS,
)

"""What minutes bring to the Telegram interface."""

from handlers.minutes import addenda, letters, lists, scans
from handlers.minutes.forms import creating
from handlers.ui.features import HandlerFeature

FEATURE = HandlerFeature(
    routes=(creating.ROUTES, lists.ROUTES, scans.ROUTES, addenda.ROUTES),
    letters=letters.LETTERS,
    forms=creating.FORMS,
)

"""What minutes declare to the Telegram interface."""

from handlers.minutes import addenda, deadlines, letters, lists, scans
from handlers.minutes.forms import creating
from handlers.ui.features import HandlerFeature

FEATURE = HandlerFeature(
    routes=(creating.ROUTES, lists.ROUTES, scans.ROUTES, addenda.ROUTES, deadlines.ROUTES),
    letters=letters.LETTERS,
    forms=creating.FORMS,
)

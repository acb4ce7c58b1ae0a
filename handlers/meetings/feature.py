"""What meetings declare to the Telegram interface."""

from handlers.meetings import letters
from handlers.ui.features import HandlerFeature

FEATURE = HandlerFeature(routes=(), letters=letters.LETTERS)

"""What rooms declare to the Telegram interface."""

from handlers.ui.features import HandlerFeature

FEATURE = HandlerFeature(routes=())

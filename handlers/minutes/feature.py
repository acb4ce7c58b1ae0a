"""What minutes bring to the Telegram interface."""

from handlers.minutes import (
    lists,
)
from handlers.ui.features import Feature

FEATURE = Feature(
    routes=(lists.ROUTES,),
)

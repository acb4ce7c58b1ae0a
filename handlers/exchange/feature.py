"""What the exchange declares to the Telegram interface."""

from handlers.exchange import (
    browsing,
    choosing,
    letters,
    moderating,
    post_forms,
    posting,
    reading,
    responding,
    sharing,
)
from handlers.ui.commands import Command, Whom
from handlers.ui.features import HandlerFeature

FEATURE = HandlerFeature(
    routes=(
        *(
            one.ROUTES
            for one in (browsing, posting, responding, choosing, moderating, reading, sharing)
        ),
        sharing.LINK_ROUTES,
        sharing.OUTSIDER_ROUTES,
    ),
    forms=(post_forms.POST,),
    letters=letters.LETTERS,
    commands=(Command("exchange"),),
    help={Whom.EVERYBODY: "help-exchange"},
)

"""What polls bring to the Telegram interface."""

from bot.domain.polls.letters import NumberRemovalLetter
from handlers.polls import (
    ballots,
    declarations,
    letters,
    numbers,
    papers,
    polls,
    presiding,
    proxies,
    revoking,
    straw_polls,
)
from handlers.polls.forms import opening
from handlers.ui.commands import Command, Whom
from handlers.ui.features import HandlerFeature

FEATURE = HandlerFeature(
    routes=(
        ballots.ROUTES,
        declarations.ROUTES,
        numbers.ROUTES,
        opening.ROUTES,
        papers.ROUTES,
        polls.ROUTES,
        presiding.ROUTES,
        proxies.ROUTES,
        revoking.ROUTES,
        straw_polls.ROUTES,
    ),
    letters=letters.LETTERS,
    deliveries={NumberRemovalLetter: numbers.remove_number},
    forms=opening.FORMS,
    commands=(Command("polls"),),
    help={Whom.EVERYBODY: "help-polls", Whom.DESKS: "help-straw-polls"},
)

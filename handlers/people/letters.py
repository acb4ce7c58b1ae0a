"""News of people and organisations in words."""

from bot.domain.people.reachability import ReachabilityLetter
from bot.domain.people.rebindings import ConfirmedLetter, ReboundLetter
from handlers.people.reachability import digest_keyboard, digest_words
from handlers.people.rebindings import confirmed_words, rebound_keyboard, rebound_words
from handlers.ui.letters import Rendered, Renderers, Sight
from handlers.ui.texts import Texts


def render_digest(letter: ReachabilityLetter, t: Texts, _sight: Sight) -> Rendered:
    """Return who can be reached no longer, and who can again."""
    return Rendered(digest_words(letter, t), digest_keyboard(t))


def render_rebound(letter: ReboundLetter, t: Texts, _sight: Sight) -> Rendered:
    """Return that another account took somebody over, with the decision to make."""
    return Rendered(rebound_words(letter, t), rebound_keyboard(letter, t))


def render_confirmed(letter: ConfirmedLetter, t: Texts, _sight: Sight) -> Rendered:
    """Return that the person votes as before."""
    return Rendered(confirmed_words(letter, t))


LETTERS: Renderers = {
    ReachabilityLetter: render_digest,
    ReboundLetter: render_rebound,
    ConfirmedLetter: render_confirmed,
}

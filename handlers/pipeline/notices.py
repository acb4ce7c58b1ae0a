"""A letter in words: what a notice says in its recipient's language."""

from bot.domain.letters import LetterContent
from handlers.features import LETTERS
from handlers.ui.letters import Rendered, Sight
from handlers.ui.texts import Texts


def render(content: LetterContent, t: Texts, sight: Sight) -> Rendered:
    """Put a letter into words."""
    return LETTERS[type(content)](content, t, sight)

"""Errors of servers."""

from bot.domain.sentences import Told


class ListenRefused(Told):
    """An address cannot be listened on; the sentence names key and remedy."""

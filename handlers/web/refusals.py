"""Errors of servers."""


class ListenRefused(Exception):  # noqa: N818  a fact about the machine, named as one
    """An address cannot be listened on; the message names key and remedy."""

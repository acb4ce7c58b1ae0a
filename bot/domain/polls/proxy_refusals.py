"""Refusals about proxies: data only; the locales have the texts."""

from datetime import datetime

from bot.domain.refusals import Refusal, TooLong


class ProxyIncomplete(Refusal):
    """The proxy has no number or no scope; the minutes quote both."""


class ProxyTooLong(TooLong):
    """The proxy's number or scope is too long for a line of the minutes."""


class ProxyNotIssued(Refusal):
    """The proxy's date is in the future."""


class ProxyExpired(Refusal):
    """The proxy has expired."""

    expires_at: datetime


class ProxyGiven(Refusal):
    """A proxy is in force, so only its holder can cast the ballot."""

    number: str


class ProxyRevoked(Refusal):
    """The proxy was revoked."""

    number: str


class ProxyMissing(Refusal):
    """There is no such proxy; another one may have replaced it."""


class ProxyUnconfirmed(Refusal):
    """The proxy's paper has not been checked by chair or secretary."""


class ProxyNotByLeader(Refusal):
    """An organisation's proxy is issued by its leader, not by a delegate (ГК 185.1 п. 4)."""


class ProxyIssuerMissing(Refusal):
    """The person who signed the proxy is missing; the minutes name them."""


class ProxyNotInCouncil(Refusal):
    """In the council everybody votes in person, unless a clause of the charter allows proxies."""


class ProxyHolderFull(Refusal):
    """The holder has `most` proxies already."""

    most: int


class ProxyUsed(Refusal):
    """The holder has cast the ballot, which stands until the proxy is revoked."""


class ProxyRepeated(Refusal):
    """The voter has a proxy in force."""


class ProxyTooLate(Refusal):
    """The principal has voted already."""


class ProxyHolderIneligible(Refusal):
    """The holder must be a delegate of another voter of the same poll."""

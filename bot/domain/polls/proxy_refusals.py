"""What the bot will not do about proxies, as facts; their words live in the locales."""

from datetime import datetime

from bot.domain.refusals import Refusal, TooLong


class ProxyIncomplete(Refusal):
    """A proxy has a number and says what it is for; the minutes quote both."""


class ProxyTooLong(TooLong):
    """A proxy's number and scope each fit on a line of the minutes."""


class ProxyNotIssued(Refusal):
    """A proxy with a day in the future has not been given by anybody."""


class ProxyExpired(Refusal):
    """A proxy that has run out lets nobody vote."""

    expires_at: datetime


class ProxyGiven(Refusal):
    """While a proxy is in force the ballot is its holder's, not the principal's."""

    number: str


class ProxyRevoked(Refusal):
    """A proxy that was revoked lets nobody vote, and is not revoked again."""

    number: str


class ProxyMissing(Refusal):
    """There is no such proxy: another one may have been given meanwhile."""


class ProxyUnconfirmed(Refusal):
    """A proxy lets somebody vote once chair or secretary have seen the paper."""


class ProxyNotByLeader(Refusal):
    """An organisation's proxy is issued by its leader, not by a delegate (ГК 185.1 п. 4)."""


class ProxyIssuerMissing(Refusal):
    """A proxy was signed by somebody; the minutes name them."""


class ProxyNotInCouncil(Refusal):
    """In the council everybody votes in person, unless a clause of the charter allows proxies."""


class ProxyHolderFull(Refusal):
    """One person holds so many proxies and no more."""

    most: int


class ProxyUsed(Refusal):
    """The holder has cast the ballot: that stands until the proxy is revoked."""


class ProxyRepeated(Refusal):
    """One ballot, one proxy."""


class ProxyTooLate(Refusal):
    """The principal has voted already."""


class ProxyHolderIneligible(Refusal):
    """A proxy goes to a delegate of another voter of the same poll."""

"""Proxies: one person casts the ballot of another voter, as a paper says, until it runs out."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot.domain.lines import checked_line
from bot.domain.people.members import MemberId
from bot.domain.polls import proxy_refusals
from bot.domain.polls.voters import VoterId

PROXY_LIMIT = 200


def checked_quotable(text: str) -> str:
    """Return a proxy's number or scope, on one line of 1 to `PROXY_LIMIT` characters."""
    return checked_line(
        text, PROXY_LIMIT, proxy_refusals.ProxyIncomplete, proxy_refusals.ProxyTooLong
    )


@dataclass(frozen=True, slots=True)
class Proxy:
    """A доверенность: `holder` casts the ballot of `principal`.

    It is in force before `expires_at` (UTC), unless it was revoked, from when chair or secretary
    have `confirmed` that they saw the paper. `scope` says what it is for, in its own words.
    `issuer` signed it: the leader of an organisation; empty where that was not asked. `used` tells
    of a revoked one that a ballot had been cast by it: that stands.
    """

    principal: VoterId
    holder: MemberId
    number: str
    issued_on: date
    expires_at: datetime
    scope: str
    revoked_at: datetime | None = None
    used: bool = False
    issuer: str = ""
    confirmed: bool = True

    @property
    def last_moment(self) -> datetime:
        """The last moment at which it is in force: the last second of its last day (ГК 194)."""
        return self.expires_at - timedelta(microseconds=1)

    def checked(self) -> "Proxy":
        """Return the proxy with number and scope, each on one line of 1 to `PROXY_LIMIT`."""
        issuer = self.issuer.strip() and checked_quotable(self.issuer)
        number, scope = checked_quotable(self.number), checked_quotable(self.scope)
        return replace(self, number=number, scope=scope, issuer=issuer)

    def require_issued(self, today: date) -> None:
        """Refuse a paper with a day in the future, by the alliance's calendar."""
        if self.issued_on > today:
            raise proxy_refusals.ProxyNotIssued

    def holds(self, now: datetime) -> bool:
        """Tell whether the proxy is in force."""
        return self.confirmed and self.stands(now)

    def stands(self, now: datetime) -> bool:
        """Tell whether the paper is good, seen by the secretary or not."""
        return self.revoked_at is None and now < self.expires_at

    def require_stands(self, now: datetime) -> None:
        """Refuse a proxy that was revoked or has run out."""
        if self.revoked_at is not None:
            raise proxy_refusals.ProxyRevoked(self.number)
        if not self.stands(now):
            raise proxy_refusals.ProxyExpired(self.last_moment)

    def require_holds(self, now: datetime) -> None:
        """Refuse a proxy that was revoked, has run out, or whose paper nobody has seen."""
        self.require_stands(now)
        if not self.confirmed:
            raise proxy_refusals.ProxyUnconfirmed


@dataclass(frozen=True, slots=True)
class Registrars:
    """Who wrote a proxy down, who its end, if it was revoked, and who has seen its paper since."""

    registered_by: MemberId
    revoked_by: MemberId | None = None
    confirmed_by: MemberId | None = None

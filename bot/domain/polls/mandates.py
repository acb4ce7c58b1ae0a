"""Mandates: who held whose proxy, and when, as reconstructed from the chain of entries."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from bot.domain.people.members import MemberId
from bot.domain.polls.proxies import Proxy
from bot.domain.polls.records import RecordKind
from bot.domain.polls.seals import Entry
from bot.domain.polls.voters import Representative, VoterId


@dataclass(frozen=True, slots=True)
class Mandate:
    """A proxy in force since `since` (UTC), and perhaps revoked later.

    `appointed` is its holder, if they came to represent the principal after the opening.
    """

    proxy: Proxy
    since: datetime
    appointed: Representative | None = None


OF_MANDATES = (RecordKind.PROXY, RecordKind.SEEN, RecordKind.REVOKED)
"""The records that `mandates_of` needs."""


def mandates_of(entries: Iterable[Entry]) -> tuple[Mandate, ...]:
    """Return all proxies of a poll that were in force, in the order in which they began."""
    found: list[Mandate] = []
    for entry in entries:
        if entry.kind not in OF_MANDATES:
            continue
        payload = json.loads(entry.payload)
        at = datetime.fromisoformat(payload["at"])
        if entry.kind == RecordKind.PROXY:
            found.append(Mandate(read_proxy(payload), at, read_appointed(payload)))
        elif entry.kind == RecordKind.SEEN:
            _begin(found, VoterId(payload["voter"]), at)
        else:
            _end(found, VoterId(payload["voter"]), at)
    return tuple(one for one in found if one.proxy.confirmed)


def _begin(found: list[Mandate], voter: VoterId, at: datetime) -> None:
    """Note that the paper of a voter's proxy was checked: it is in force from then on."""
    place = _last(found, voter)
    if place is not None:
        proxy = replace(found[place].proxy, confirmed=True)
        found[place] = replace(found[place], proxy=proxy, since=at)


def _end(found: list[Mandate], voter: VoterId, at: datetime) -> None:
    """Note that a voter's latest proxy was revoked; earlier ones had expired by then."""
    last = _last(found, voter)
    if last is not None:
        proxy = replace(found[last].proxy, revoked_at=at)
        found[last] = replace(found[last], proxy=proxy)


def _last(found: list[Mandate], voter: VoterId) -> int | None:
    held = (place for place, one in enumerate(found) if one.proxy.principal == voter)
    return max(held, default=None)


def read_appointed(payload: Mapping[str, Any]) -> Representative | None:
    """Return the holder of a recorded proxy, if they represent the principal since the opening."""
    named = payload.get("appointed")
    if named is None:
        return None
    return Representative(MemberId(named["member"]), named["name"], named["position"])


def read_proxy(payload: Mapping[str, Any]) -> Proxy:
    """Return the proxy that an entry records."""
    of = payload["proxy"]
    return Proxy(
        principal=VoterId(of["principal"]),
        holder=MemberId(of["holder"]),
        number=of["number"],
        issued_on=date.fromisoformat(of["issued_on"]),
        expires_at=datetime.fromisoformat(of["expires_at"]),
        scope=of["scope"],
        issuer=of.get("issuer", ""),
        confirmed=of.get("confirmed", True),
    )

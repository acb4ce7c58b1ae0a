"""Mandates: who held whose proxy from when until when, as the chain of entries tells."""

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
    """A proxy that was registered at `since` (UTC), perhaps revoked later.

    `appointed` is its holder, if they came to represent the principal after the opening.
    """

    proxy: Proxy
    since: datetime
    appointed: Representative | None = None


def mandates_of(entries: Iterable[Entry]) -> tuple[Mandate, ...]:
    """Return all proxies of a poll that were in force, in the order in which they came."""
    found: list[Mandate] = []
    for entry in entries:
        if entry.kind not in {RecordKind.PROXY, RecordKind.SEEN, RecordKind.REVOKED}:
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
    """Note that the paper of a voter's proxy was seen: only then it was in force."""
    place = _last(found, voter)
    if place is not None:
        proxy = replace(found[place].proxy, confirmed=True)
        found[place] = replace(found[place], proxy=proxy, since=at)


def _end(found: list[Mandate], voter: VoterId, at: datetime) -> None:
    """Note that a voter's proxy was revoked: the last one, former ones had run out by then."""
    last = _last(found, voter)
    if last is not None:
        proxy = replace(found[last].proxy, revoked_at=at)
        found[last] = replace(found[last], proxy=proxy)


def _last(found: list[Mandate], voter: VoterId) -> int | None:
    held = (place for place, one in enumerate(found) if one.proxy.principal == voter)
    return max(held, default=None)


def read_appointed(payload: Mapping[str, Any]) -> Representative | None:
    """Return the holder of a recorded proxy, if they came to represent the principal later."""
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

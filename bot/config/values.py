"""The forms in which config.toml writes its values; each says what is wrong, never the value."""

import re
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import time, timedelta
from difflib import get_close_matches
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, TypeVar
from urllib.parse import SplitResult, urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from pydantic import AfterValidator, BeforeValidator, Field, InstanceOf, SecretStr, Strict

from bot.domain.polls.majorities import CLAUSE_LIMIT, Base, Bound, Majority, Quorum, Recusal, Share
from bot.domain.polls.refusals import ShareOutOfRange
from bot.domain.quiet_hours import QuietHours

T = TypeVar("T", bound=Hashable)

WRONG_FORM = "has the wrong form"
WEBHOOK_PORTS = frozenset({None, 443, 80, 88, 8443})
"""Those that Telegram calls; a URL without one has 443."""
DIRECT = "direct"
"""Stands in the list of proxies for none."""
_DURATION = re.compile(r"(?:([0-9]{1,4})d)?(?:([0-9]{1,4})h)?(?:([0-9]{1,4})m)?")
_RULE = re.compile(r"(?P<words>[^()]+?)\s*\((?P<clause>.+)\)")
_SHARE = re.compile(r"(more than|at least) ([0-9]{1,4})/([0-9]{1,4})")
_SPAN = re.compile(r"([0-9]{2}:[0-9]{2})\s*[-–]\s*([0-9]{2}:[0-9]{2})")


_BASES = {"participants": Base.PARTICIPANTS, "votes cast": Base.CAST, "all": Base.ENTITLED}
_RECUSALS = {"stays in the base": False, "leaves the base": True}


@dataclass(frozen=True, slots=True)
class Address:
    """Where a server listens; port 0 lets the system choose one."""

    host: str
    port: int


def nearest(word: str, known: Iterable[str], separator: str) -> str | None:
    """Guess which name was meant: one with the same last part, else with similar letters."""
    names = {name.lower(): name for name in known}
    lower = word.lower()
    leaf = lower.rpartition(separator)[2]
    akin = [name for name in names if name.rpartition(separator)[2] == leaf]
    matches = get_close_matches(lower, akin, 1, 0) or get_close_matches(lower, names, 1)
    return names[matches[0]] if matches else None


def _secret(pattern: str) -> AfterValidator:
    form = re.compile(pattern)

    def check(value: SecretStr) -> SecretStr:
        if not form.fullmatch(value.get_secret_value()):
            raise ValueError(WRONG_FORM)
        return value

    return AfterValidator(check)


def _split(text: str) -> tuple[SplitResult, int | None]:
    """Split a URL into parts and port; urllib's own complaints would quote a password."""
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        raise ValueError(WRONG_FORM) from None
    if not re.fullmatch(r"\S+", text) or not parts.hostname:
        raise ValueError(WRONG_FORM)
    return parts, port


def is_loopback(host: str) -> bool:
    """Tell whether a host is this computer."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _link(text: str) -> str:
    parts, _ = _split(text)
    if parts.scheme not in {"http", "https"} or parts.username is not None:
        raise ValueError(WRONG_FORM)
    return text


def _api_url(text: str) -> str:
    parts, _ = _split(_link(text))
    if parts.query or parts.fragment:
        raise ValueError(WRONG_FORM)
    return text.rstrip("/")


def _webhook_url(text: str) -> str:
    parts, port = _split(_link(text))
    if parts.query or parts.fragment:
        raise ValueError(WRONG_FORM)
    if parts.scheme == "http" and not is_loopback(parts.hostname or ""):
        raise ValueError("is not encrypted")
    if parts.scheme == "https" and port not in WEBHOOK_PORTS:
        raise ValueError("has a port that Telegram does not call")
    return text


def _proxy(value: SecretStr) -> SecretStr:
    parts, port = _split(value.get_secret_value())
    if parts.scheme not in {"http", "socks4", "socks5"} or not port:
        raise ValueError(WRONG_FORM)
    return value


def _proxy_or_direct(value: SecretStr) -> SecretStr:
    return value if value.get_secret_value() == DIRECT else _proxy(value)


def _address(text: object) -> object:
    if not isinstance(text, str):
        return text
    parts, port = _split(f"//{text}")
    if port is None or parts.username is not None or parts.netloc != text:
        raise ValueError(WRONG_FORM)
    return Address(parts.hostname or "", port)


def _duration(text: object) -> object:
    """Read `1d12h`; whatever is no text is left for pydantic to judge."""
    if not isinstance(text, str):
        return text
    match = _DURATION.fullmatch(text)
    if not match:
        raise ValueError(WRONG_FORM)
    days, hours, minutes = (int(part or 0) for part in match.groups())
    return timedelta(days=days, hours=hours, minutes=minutes)


def _quiet_hours(text: object) -> object:
    if not isinstance(text, str):
        return text
    match = _SPAN.fullmatch(text.strip())
    if not match:
        raise ValueError(WRONG_FORM)
    try:
        start, end = (time.fromisoformat(part) for part in match.groups())
    except ValueError:
        raise ValueError("names a time that no clock shows") from None
    if start == end:
        raise ValueError("starts and ends at the same time")
    return QuietHours(start, end)


def _wall_time(text: object) -> object:
    if not isinstance(text, str):
        return text
    if not re.fullmatch(r"[0-9]{2}:[0-9]{2}", text):
        raise ValueError(WRONG_FORM)
    try:
        return time.fromisoformat(text)
    except ValueError:
        raise ValueError("is a time that no clock shows") from None


def _rule(text: str) -> tuple[str, str]:
    """Split a rule into its words and the clause that it comes from."""
    match = _RULE.fullmatch(text.strip())
    if not match:
        raise ValueError("does not say, in brackets, where it comes from")
    if len(match["clause"].strip()) > CLAUSE_LIMIT:
        raise ValueError(f"has a clause of more than {CLAUSE_LIMIT} characters")
    return match["words"], match["clause"].strip()


def _share(words: str) -> Share:
    match = _SHARE.fullmatch(words)
    if not match:
        raise ValueError(WRONG_FORM)
    bound = Bound.MORE_THAN if match[1] == "more than" else Bound.AT_LEAST
    try:
        return Share(int(match[2]), int(match[3]), bound).checked()
    except ShareOutOfRange:
        raise ValueError("is a share that always or never holds") from None


def _quorum(text: object) -> object:
    if not isinstance(text, str):
        return text
    words, clause = _rule(text)
    return Quorum(_share(words), clause)


def _majority(text: object) -> object:
    if not isinstance(text, str):
        return text
    words, clause = _rule(text)
    share, _, base = words.partition(" of ")
    if base not in _BASES:
        raise ValueError(f"does not say of whom: {', '.join(_BASES)}")
    return Majority(_share(share), _BASES[base], clause)


def _recusal(text: object) -> object:
    if not isinstance(text, str):
        return text
    words, clause = _rule(text)
    if words not in _RECUSALS:
        raise ValueError(WRONG_FORM)
    return Recusal(_RECUSALS[words], clause)


def _zone(name: object) -> object:
    if not isinstance(name, str):
        return name
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        close = nearest(name, available_timezones(), "/")
    hint = f" (did you mean {close}?)" if close else ""
    raise ValueError(f"is not a known time zone{hint}")


def _file(path: Path) -> Path:
    if not path.name:
        raise ValueError(WRONG_FORM)
    return path


def _number(value: object) -> object:
    """Python and pydantic count `true` as 1; people do not."""
    if isinstance(value, bool):
        raise ValueError(WRONG_FORM)  # noqa: TRY004 - pydantic collects only ValueErrors
    return value


def _unique(values: tuple[T, ...]) -> tuple[T, ...]:
    if len(set(values)) < len(values):
        raise ValueError("names the same value twice")
    return values


def _longest_first(leads: tuple[timedelta, ...]) -> tuple[timedelta, ...]:
    return tuple(sorted(leads, reverse=True))


def _blank(value: object) -> object:
    return None if value == "" else value


# TOML has no word for "nothing": an optional value is also switched off by "".
Blank = BeforeValidator(_blank)

Token = Annotated[SecretStr, _secret(r"[0-9]{3,20}:[A-Za-z0-9_-]{30,50}")]
# Telegram takes 1–256 of these characters (setWebhook, secret_token); 16 are hard to guess.
WebhookSecret = Annotated[SecretStr, _secret(r"[A-Za-z0-9_-]{16,256}")]
# A pass phrase is typed when a backup is restored: no space that nobody sees begins or ends it.
Phrase = Annotated[SecretStr, _secret(r"\S[^\x00-\x1f\x7f]{10,500}\S")]
Proxy = Annotated[SecretStr, AfterValidator(_proxy)]
Proxies = Annotated[
    tuple[Annotated[SecretStr, AfterValidator(_proxy_or_direct)], ...], AfterValidator(_unique)
]
Link = Annotated[str, AfterValidator(_link)]
ApiUrl = Annotated[str, AfterValidator(_api_url)]
ApiUrls = Annotated[tuple[ApiUrl, ...], AfterValidator(_unique)]
WebhookUrl = Annotated[str, AfterValidator(_webhook_url)]
ListenAddress = Annotated[InstanceOf[Address], BeforeValidator(_address)]
Zone = Annotated[ZoneInfo, BeforeValidator(_zone)]
Hours = Annotated[InstanceOf[QuietHours], BeforeValidator(_quiet_hours)]
WallTime = Annotated[InstanceOf[time], BeforeValidator(_wall_time)]
QuorumRule = Annotated[InstanceOf[Quorum], BeforeValidator(_quorum)]
MajorityRule = Annotated[InstanceOf[Majority], BeforeValidator(_majority)]
RecusalRule = Annotated[InstanceOf[Recusal], BeforeValidator(_recusal)]
Duration = Annotated[timedelta, Strict(), Field(gt=timedelta()), BeforeValidator(_duration)]
Leads = Annotated[tuple[Duration, ...], AfterValidator(_unique), AfterValidator(_longest_first)]
Whole = Annotated[int, BeforeValidator(_number)]
Number = Annotated[float, BeforeValidator(_number)]
# Telegram's ids have at most 52 significant bits (Bot API, User and Chat).
UserIds = Annotated[tuple[Annotated[Whole, Field(gt=0, lt=2**52)], ...], AfterValidator(_unique)]
GroupId = Annotated[Whole, Field(lt=0, gt=-(2**52))]
Folder = Annotated[Path, AfterValidator(_file)]
DatabaseFile = Annotated[Path, AfterValidator(_file)]

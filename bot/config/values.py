"""Types of the values in config.toml; a refusal says what is wrong, without the value."""

import re
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import time, timedelta
from difflib import get_close_matches
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, TypeVar
from urllib.parse import SplitResult, urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    InstanceOf,
    SecretStr,
    Strict,
    StringConstraints,
)

from bot.domain.polls.majorities import CLAUSE_LIMIT, Base, Bound, Majority, Quorum, Recusal, Share
from bot.domain.polls.refusals import ShareOutOfRange
from bot.domain.quiet_hours import QuietHours
from bot.domain.sentences import Part, Sentence, sentence

T = TypeVar("T", bound=Hashable)

WRONG_FORM = sentence("config-wrong-form")
WEBHOOK_PORTS = frozenset({None, 443, 80, 88, 8443})
"""The ports that Telegram calls; a URL without one has 443."""
DIRECT = "direct"
"""In the list of proxies, this stands for a direct connection."""
_DURATION = re.compile(r"(?:([0-9]{1,4})d)?(?:([0-9]{1,4})h)?(?:([0-9]{1,4})m)?")
_RULE = re.compile(r"(?P<words>[^()]+?)\s*\((?P<clause>.+)\)")
_SHARE = re.compile(r"(more than|at least) ([0-9]{1,4})/([0-9]{1,4})")
_SPAN = re.compile(r"([0-9]{2}:[0-9]{2})\s*[-–]\s*([0-9]{2}:[0-9]{2})")


_BASES = {"participants": Base.PARTICIPANTS, "votes cast": Base.CAST, "all": Base.ENTITLED}
_RECUSALS = {"stays in the base": False, "leaves the base": True}


class BadValue(ValueError):  # noqa: N818  a fact about the value, named as one
    """The configuration does not take a value; the sentence says what is wrong with it."""

    def __init__(self, key: str, /, **values: Part) -> None:
        self.sentence = Sentence(key, values)
        super().__init__(str(self.sentence))


@dataclass(frozen=True, slots=True)
class Address:
    """The address of a server; with port 0 the system chooses one."""

    host: str
    port: int


def nearest(word: str, known: Iterable[str], separator: str) -> str | None:
    """Guess the intended name: one with the same last part, else one with similar letters."""
    names = {name.lower(): name for name in known}
    lower = word.lower()
    leaf = lower.rpartition(separator)[2]
    akin = [name for name in names if name.rpartition(separator)[2] == leaf]
    matches = get_close_matches(lower, akin, 1, 0) or get_close_matches(lower, names, 1)
    return names[matches[0]] if matches else None


def _text(read: Callable[[str], object]) -> BeforeValidator:
    """Have text read; pydantic itself checks anything else."""
    return BeforeValidator(lambda value: read(value) if isinstance(value, str) else value)


def _secret(pattern: str) -> AfterValidator:
    form = re.compile(pattern)

    def check(value: SecretStr) -> SecretStr:
        if not form.fullmatch(value.get_secret_value()):
            raise BadValue(WRONG_FORM.key)
        return value

    return AfterValidator(check)


def _split(text: str) -> tuple[SplitResult, int | None]:
    """Split a URL into parts and port; urllib's own errors would quote a password."""
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        raise BadValue(WRONG_FORM.key) from None
    if not re.fullmatch(r"\S+", text) or not parts.hostname:
        raise BadValue(WRONG_FORM.key)
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
        raise BadValue(WRONG_FORM.key)
    return text


def _api_url(text: str) -> str:
    parts, _ = _split(_link(text))
    if parts.query or parts.fragment:
        raise BadValue(WRONG_FORM.key)
    return text.rstrip("/")


def _webhook_url(text: str) -> str:
    parts, port = _split(_link(text))
    if parts.query or parts.fragment:
        raise BadValue(WRONG_FORM.key)
    if parts.scheme == "http" and not is_loopback(parts.hostname or ""):
        raise BadValue("config-not-encrypted")
    if parts.scheme == "https" and port not in WEBHOOK_PORTS:
        raise BadValue("config-port-not-called")
    return text


def _pages_url(text: str) -> str:
    """Return the origin of the pages: they have paths of their own, and carry ballots."""
    parts, _ = _split(_link(text))
    if parts.path.strip("/") or parts.query or parts.fragment:
        raise BadValue(WRONG_FORM.key)
    if parts.scheme == "http" and not is_loopback(parts.hostname or ""):
        raise BadValue("config-not-encrypted")
    return text.rstrip("/")


def _proxy(value: SecretStr) -> SecretStr:
    parts, port = _split(value.get_secret_value())
    if parts.scheme not in {"http", "socks4", "socks5"} or not port:
        raise BadValue(WRONG_FORM.key)
    return value


def _proxy_or_direct(value: SecretStr) -> SecretStr:
    return value if value.get_secret_value() == DIRECT else _proxy(value)


def _address(text: str) -> object:
    parts, port = _split(f"//{text}")
    if port is None or parts.username is not None or parts.netloc != text:
        raise BadValue(WRONG_FORM.key)
    return Address(parts.hostname or "", port)


def _duration(text: str) -> object:
    """Read `1d12h`."""
    match = _DURATION.fullmatch(text)
    if not match:
        raise BadValue(WRONG_FORM.key)
    days, hours, minutes = (int(part or 0) for part in match.groups())
    return timedelta(days=days, hours=hours, minutes=minutes)


def _quiet_hours(text: str) -> object:
    match = _SPAN.fullmatch(text.strip())
    if not match:
        raise BadValue(WRONG_FORM.key)
    start, end = map(_clock, match.groups())
    if start == end:
        raise BadValue("config-same-times")
    return QuietHours(start, end)


def _wall_time(text: str) -> object:
    if not re.fullmatch(r"[0-9]{2}:[0-9]{2}", text):
        raise BadValue(WRONG_FORM.key)
    return _clock(text)


def _clock(text: str) -> time:
    try:
        return time.fromisoformat(text)
    except ValueError:
        raise BadValue("config-no-such-time") from None


def _rule(text: str) -> tuple[str, str]:
    """Split a rule into its words and its clause."""
    match = _RULE.fullmatch(text.strip())
    if not match:
        raise BadValue("config-without-clause")
    if len(match["clause"].strip()) > CLAUSE_LIMIT:
        raise BadValue("config-clause-too-long", limit=str(CLAUSE_LIMIT))
    return match["words"], match["clause"].strip()


def _share(words: str) -> Share:
    match = _SHARE.fullmatch(words)
    if not match:
        raise BadValue(WRONG_FORM.key)
    bound = Bound.MORE_THAN if match[1] == "more than" else Bound.AT_LEAST
    try:
        return Share(int(match[2]), int(match[3]), bound).checked()
    except ShareOutOfRange:
        raise BadValue("config-share-out-of-range") from None


def _quorum(text: str) -> object:
    words, clause = _rule(text)
    return Quorum(_share(words), clause)


def _majority(text: str) -> object:
    words, clause = _rule(text)
    share, _, base = words.partition(" of ")
    if base not in _BASES:
        raise BadValue("config-without-base", bases=", ".join(_BASES))
    return Majority(_share(share), _BASES[base], clause)


def _recusal(text: str) -> object:
    words, clause = _rule(text)
    if words not in _RECUSALS:
        raise BadValue(WRONG_FORM.key)
    return Recusal(_RECUSALS[words], clause)


def _zone(name: str) -> object:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        close = nearest(name, available_timezones(), "/")
    raise BadValue("config-unknown-zone", close=close or "", known=close is not None)


def _file(path: Path) -> Path:
    if not path.name:
        raise BadValue(WRONG_FORM.key)
    return path


def _number(value: object) -> object:
    """Refuse booleans, which Python and pydantic accept as numbers."""
    if isinstance(value, bool):
        raise BadValue(WRONG_FORM.key)
    return value


def _unique(values: tuple[T, ...]) -> tuple[T, ...]:
    if len(set(values)) < len(values):
        raise BadValue("config-twice")
    return values


def _longest_first(leads: tuple[timedelta, ...]) -> tuple[timedelta, ...]:
    return tuple(sorted(leads, reverse=True))


def _blank(value: object) -> object:
    return None if value == "" else value


# TOML has no null: an optional value can also be turned off by "".
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
Line = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=100, pattern=r"^[^\p{Cc}]+$"),
]
ApiUrl = Annotated[str, AfterValidator(_api_url)]
ApiUrls = Annotated[tuple[ApiUrl, ...], AfterValidator(_unique)]
WebhookUrl = Annotated[str, AfterValidator(_webhook_url)]
PagesUrl = Annotated[str, AfterValidator(_pages_url)]
ListenAddress = Annotated[InstanceOf[Address], _text(_address)]
Zone = Annotated[ZoneInfo, _text(_zone)]
Hours = Annotated[InstanceOf[QuietHours], _text(_quiet_hours)]
WallTime = Annotated[InstanceOf[time], _text(_wall_time)]
QuorumRule = Annotated[InstanceOf[Quorum], _text(_quorum)]
MajorityRule = Annotated[InstanceOf[Majority], _text(_majority)]
RecusalRule = Annotated[InstanceOf[Recusal], _text(_recusal)]
Duration = Annotated[timedelta, Strict(), Field(gt=timedelta()), _text(_duration)]
Leads = Annotated[tuple[Duration, ...], AfterValidator(_unique), AfterValidator(_longest_first)]
Whole = Annotated[int, BeforeValidator(_number)]
Number = Annotated[float, BeforeValidator(_number)]
# Telegram's ids have at most 52 significant bits (Bot API, User and Chat).
UserIds = Annotated[tuple[Annotated[Whole, Field(gt=0, lt=2**52)], ...], AfterValidator(_unique)]
GroupId = Annotated[Whole, Field(lt=0, gt=-(2**52))]
Folder = Annotated[Path, AfterValidator(_file)]
DatabaseFile = Annotated[Path, AfterValidator(_file)]

"""Who is listed in the minutes: a voter, and by whose hand its ballots were cast."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.polls.proxies import Proxy
from bot.domain.polls.voters import VoterId


class Authority(StrEnum):
    """By which right a person cast a voter's ballot."""

    LEADER = "leader"
    DELEGATE = "delegate"
    REPRESENTATIVE = "representative"  # one of the two, in polls that did not keep which
    COUNCIL_MEMBER = "council_member"
    PROXY = "proxy"


@dataclass(frozen=True, slots=True)
class LegalEntity:
    """An organisation as the law tells it from others."""

    name: str
    inn: str
    ogrn: str | None


@dataclass(frozen=True, slots=True)
class Hand:
    """Who cast a voter's ballot: as they were called, and by which right, when it was opened.

    `document` is what the right rests on; a proxy is one itself, and a leader acts by the charter.
    """

    name: str
    authority: Authority
    position: str = ""
    proxy: Proxy | None = None
    document: str = ""

    def __post_init__(self) -> None:
        if (self.authority is Authority.PROXY) is not (self.proxy is not None):
            raise ValueError("a holder of a proxy has one, and nobody else")

    @property
    def lacks_document(self) -> bool:
        """Tell whether it is not said what the right to vote rests on."""
        return not self.document and self.authority not in {Authority.LEADER, Authority.PROXY}


@dataclass(frozen=True, slots=True)
class RevokedProxy:
    """A proxy that was taken back: who held it, from when until when (UTC)."""

    proxy: Proxy
    holder: str
    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class Casting:
    """By whose hand a voter took part in some items, by their numbers.

    One of several `hands` where nobody can tell: who cast a secret ballot is not kept.
    """

    items: tuple[int, ...]
    hands: tuple[Hand, ...]

    def __post_init__(self) -> None:
        if not self.items or not self.hands:
            raise ValueError("somebody cast a ballot on something")


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """A voter, present or not, and who represented it.

    In the council the voter is `member`, a person, and `organisation` where they come from; in the
    general meeting `member` is empty. `castings` tell by whose hand the ballots were cast: several
    if people took turns, none where nobody came. `revoked` are the voter's proxies that were taken
    back before the close, no matter who cast the ballot.
    """

    voter: VoterId
    organisation: LegalEntity | None
    member: str = ""
    castings: tuple[Casting, ...] = ()
    revoked: tuple[RevokedProxy, ...] = ()

    def __post_init__(self) -> None:
        if not self.name:
            raise ValueError("a voter is a person or an organisation")
        numbers = [number for casting in self.castings for number in casting.items]
        if len(set(numbers)) < len(numbers):
            raise ValueError("one ballot on an item, one hand")

    @property
    def hands(self) -> tuple[Hand, ...]:
        """Everybody who cast, or may have cast, a ballot of this voter, each once."""
        return tuple(dict.fromkeys(hand for one in self.castings for hand in one.hands))

    @property
    def is_certain(self) -> bool:
        """Tell whether it is known of each ballot who cast it."""
        return all(len(one.hands) == 1 for one in self.castings)

    @property
    def name(self) -> str:
        """Who the ballot belongs to."""
        return self.member or (self.organisation.name if self.organisation else "")

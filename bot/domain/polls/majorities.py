"""Quorum and majority: thresholds in whole numbers, each with its legal clause."""

from dataclasses import dataclass, replace
from enum import StrEnum

from bot.domain.lines import checked_line, one_line
from bot.domain.polls.refusals import ClauseMissing, ClauseTooLong, ShareOutOfRange

CLAUSE_LIMIT = 200


class Bound(StrEnum):
    """Whether exactly the threshold is enough."""

    MORE_THAN = "more_than"
    AT_LEAST = "at_least"


class Base(StrEnum):
    """The base of a majority.

    PARTICIPANTS are those who took part: abstaining counts against (ГК 181.2 п.1). CAST are those
    who voted for or against: abstentions do not count. ENTITLED are all who could have voted:
    absence counts against. In an election each ballot counts as cast, for somebody or against all.
    """

    PARTICIPANTS = "participants"
    CAST = "cast"
    ENTITLED = "entitled"


def checked_clause(text: str) -> str:
    """Return a rule's source, on one line of 1 to `CLAUSE_LIMIT` characters."""
    return checked_line(text, CLAUSE_LIMIT, ClauseMissing, ClauseTooLong)


@dataclass(frozen=True, slots=True)
class Share:
    """A threshold: more than, or at least, `numerator`/`denominator` of a base."""

    numerator: int
    denominator: int
    bound: Bound

    def checked(self) -> "Share":
        """Return the share; refuse one that always or never holds: 0, above 1, or more than 1."""
        top = self.denominator - 1 if self.bound is Bound.MORE_THAN else self.denominator
        if not 0 < self.numerator <= top:
            raise ShareOutOfRange
        return self

    def reaches(self, other: "Share") -> bool:
        """Tell whether it requires at least as many as `other`, of any base."""
        mine, others = self.numerator * other.denominator, other.numerator * self.denominator
        same = self.bound is Bound.MORE_THAN or other.bound is Bound.AT_LEAST
        return mine > others or (mine == others and same)


MORE_THAN_HALF = Share(1, 2, Bound.MORE_THAN)
AT_LEAST_HALF = Share(1, 2, Bound.AT_LEAST)
AT_LEAST_TWO_THIRDS = Share(2, 3, Bound.AT_LEAST)


def votes_needed(share: Share, base: int) -> int:
    """Return the smallest whole number that satisfies `share` of `base`; 2/3 of 9 is 6.

    It is never 0: with an empty base "at least two thirds" would always hold.
    """
    part = base * share.numerator
    if share.bound is Bound.MORE_THAN:
        return part // share.denominator + 1
    return max(1, -(-part // share.denominator))


@dataclass(frozen=True, slots=True)
class Quorum:
    """How many of all entitled must take part for anything to be decided.

    More than half of the members (7-ФЗ 29 п.4), or at least half (ГК 181.2 п.1; by correspondence
    п.1.1), or what the charter says, which is never less (`competences.least_quorum`).
    """

    share: Share
    clause: str

    def checked(self) -> "Quorum":
        """Return the rule with its clause on one line; refuse a share that is impossible."""
        return replace(self, share=self.share.checked(), clause=checked_clause(self.clause))


@dataclass(frozen=True, slots=True)
class Majority:
    """How many votes adopt or elect: a share of a base (ГК 181.2 п.1; 2/3 by the charter)."""

    share: Share
    base: Base
    clause: str

    def checked(self) -> "Majority":
        """Return the rule with its clause on one line; refuse a share that is impossible."""
        return replace(self, share=self.share.checked(), clause=checked_clause(self.clause))


@dataclass(frozen=True, slots=True)
class Recusal:
    """Whether those who declare a conflict of interest leave the majority's base.

    The charter decides: 7-ФЗ 27 covers transactions only.

    If not, they count there as others who took part and are not for. The quorum is of all entitled
    either way: the law counts members (7-ФЗ 29 п.4).
    """

    lowers_base: bool
    clause: str

    def checked(self) -> "Recusal":
        """Return the rule with its clause on one line."""
        return replace(self, clause=checked_clause(self.clause))


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules by which a poll is decided, each with its clause.

    `correspondence` is the charter's clause that allows voting by correspondence on what belongs to
    the highest body alone; empty if there is none. That such a clause is needed (7-ФЗ 29) was read
    in a secondary source, so it is the configuration's to say. `competence` is the clause by which
    the question belongs to that body alone; empty of a question that does not. `remote` is the
    charter's clause that allows taking part in a meeting from afar (ГК 181.2 п.1).
    `council_proxies` is the clause that lets members of the council vote by proxy; empty if none
    does.
    """

    quorum: Quorum
    majority: Majority
    recusal: Recusal
    correspondence: str = ""
    competence: str = ""
    remote: str = ""
    council_proxies: str = ""

    def checked(self) -> "Rules":
        """Return the rules, each checked; refuse a rule without its source."""
        clause = self.correspondence.strip() and checked_clause(self.correspondence)
        return replace(
            self,
            quorum=self.quorum.checked(),
            majority=self.majority.checked(),
            recusal=self.recusal.checked(),
            correspondence=clause,
            competence=one_line(self.competence),
            remote=one_line(self.remote),
            council_proxies=self.council_proxies.strip() and checked_clause(self.council_proxies),
        )

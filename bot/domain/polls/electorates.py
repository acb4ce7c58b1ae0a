"""Who votes: one ballot for each voter, cast by a delegate or by the holder of a proxy."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.people.members import MemberId
from bot.domain.polls import proxy_refusals, refusals
from bot.domain.polls.proxies import Proxy
from bot.domain.polls.voters import Voter, VoterId


def electorate_of(voters: Iterable[Voter]) -> "Electorate":
    """Return the electorate that these voters make up, before anybody gave a proxy."""
    return Electorate({v.id: frozenset(person.member for person in v.people) for v in voters})


@dataclass(frozen=True, slots=True)
class Headcount:
    """How many voters: all `entitled`, the `recused` of them, those who `voted`.

    `present` took part and are not recused: they voted, or were registered at the meeting.
    """

    entitled: int
    recused: int
    voted: int
    present: int

    def __post_init__(self) -> None:
        if not (0 <= self.voted <= self.present <= self.entitled - self.recused <= self.entitled):
            raise ValueError(f"a roll that does not add up: {self}")


@dataclass(frozen=True, slots=True)
class Electorate:
    """All voters of a poll, frozen at its opening, each with those who may cast its ballot.

    A voter without a delegate is entitled all the same and counts for the quorum. What is frozen is
    who has a vote. Who casts it is checked at the moment of the act (ГК 181.4 п. 1): `speakers` are
    those who represent each voter then, without the voters who have left the body. None says
    that nobody's authority has changed since the opening.
    """

    delegates: Mapping[VoterId, frozenset[MemberId]]
    proxies: tuple[Proxy, ...] = ()
    recused: frozenset[VoterId] = frozenset()
    speakers: Mapping[VoterId, frozenset[MemberId]] | None = None

    def __len__(self) -> int:
        return len(self.delegates)

    def require_voters(self) -> None:
        """Refuse to open a poll in which nobody may vote."""
        if not self.delegates:
            raise refusals.ElectorateEmpty

    def proxy_of(self, voter: VoterId) -> Proxy | None:
        """Return the proxy that a voter gave, in force or not."""
        return next((proxy for proxy in self.proxies if proxy.principal == voter), None)

    def is_of_body(self, voter: VoterId) -> bool:
        """Tell whether the voter still belongs to the body: nobody votes for one who left it."""
        return self.speakers is None or voter in self.speakers

    def delegates_of(self, voter: VoterId) -> frozenset[MemberId]:
        """Return those named at the opening who still represent the voter."""
        named = self.delegates.get(voter, frozenset())
        return named if self.speakers is None else named & self.speakers.get(voter, frozenset())

    def casters(self, voter: VoterId, now: datetime) -> frozenset[MemberId]:
        """Return who may cast this voter's ballot now; they alone are reminded of it."""
        proxy = self.proxy_of(voter)
        if voter in self.recused or voter not in self.delegates or not self.is_of_body(voter):
            return frozenset()
        if proxy is not None and proxy.holds(now):
            return frozenset({proxy.holder})
        return self.delegates_of(voter)

    def awaited(self, voted: frozenset[VoterId]) -> frozenset[VoterId]:
        """Return the voters who can still vote and have not: only they get reminders."""
        return frozenset(self.delegates.keys() - self.recused - voted)

    def require_caster(self, voter: VoterId, member: MemberId, now: datetime) -> None:
        """Refuse a person who may not cast this voter's ballot, or no longer.

        While a proxy is in force its principal cannot vote: only one person can cast a ballot.
        """
        proxy = self.proxy_of(voter)
        holder = None if proxy is None or not proxy.holds(now) else proxy.holder
        if member in self.delegates.get(voter, ()):
            if proxy is not None and holder not in {None, member}:
                raise proxy_refusals.ProxyGiven(proxy.number)
            if holder is None and member not in self.delegates_of(voter):
                raise refusals.AuthorityEnded
        elif voter not in self.delegates or proxy is None or proxy.holder != member:
            raise refusals.NotEntitled
        else:
            proxy.require_holds(now)
        if not self.is_of_body(voter):
            raise refusals.AuthorityEnded
        if voter in self.recused:
            raise refusals.VoterRecused

    def require_recuser(
        self, voter: VoterId, member: MemberId, now: datetime, *, voted: bool
    ) -> None:
        """Refuse anybody who may not declare this voter's conflict of interest (7-ФЗ 27).

        The conflict is the voter's own: its delegates may declare it though a proxy is in force, as
        its holder may. Once the holder has cast the ballot (`voted`) only the holder may: what was
        done by a proxy stands until it is revoked.
        """
        proxy = self.proxy_of(voter)
        entrusted = proxy is not None and proxy.holds(now) and proxy.holder != member
        if not entrusted or member not in self.delegates_of(voter):
            self.require_caster(voter, member, now)
        elif voter in self.recused:
            raise refusals.VoterRecused
        elif voted:
            raise proxy_refusals.ProxyUsed

    def require_dissenter(self, voter: VoterId, member: MemberId, now: datetime) -> None:
        """Refuse anybody who may not have it recorded that this voter was against (ГК 181.2 п. 4).

        It is the voter who took part, no matter who cast the ballot: its delegates may ask for that
        though a proxy is in force, as its holder may.
        """
        if member not in self.delegates_of(voter):
            self.require_caster(voter, member, now)
        elif voter in self.recused:
            raise refusals.VoterRecused

    def require_revoker(self, voter: VoterId, member: MemberId, now: datetime) -> None:
        """Refuse former representatives who want to revoke a proxy in force.

        It may be used by the voter's new leader; a person who no longer represents an organisation
        cannot revoke anything in its name (ГК 53 п. 1, 188).
        """
        proxy = self.proxy_of(voter)
        former = self.delegates.get(voter, frozenset()) - self.delegates_of(voter)
        if proxy is not None and proxy.holds(now) and proxy.holder != member and member in former:
            raise proxy_refusals.ProxyGiven(proxy.number)

    def with_proxy(
        self,
        proxy: Proxy,
        voted: frozenset[VoterId],
        now: datetime,
        appointed: frozenset[MemberId] = frozenset(),
    ) -> "Electorate":
        """Return the electorate with a proxy registered; the holder is another voter's delegate.

        Or one of those `appointed` since the opening to represent the principal: no voter is added,
        and the ballot of one whose delegates have left is not lost. A proxy in force is not
        overridden, one that has run out or was revoked is replaced. Refused for a principal who has
        voted already, declared a recusal, or has no ballot here. One that nobody has confirmed
        gives nothing yet, and is replaced as well.
        """
        given = proxy.checked()
        self._require_free(given.principal, voted, now)
        given.require_stands(now)
        if not self._may_hold(given.holder, given.principal, appointed):
            raise proxy_refusals.ProxyHolderIneligible
        others = (other for other in self.proxies if other.principal != given.principal)
        return replace(self, proxies=(*others, given))

    def with_revoked(
        self, voter: VoterId, holder: MemberId, now: datetime, *, voted: bool
    ) -> "Electorate":
        """Return the electorate with this holder's proxy revoked; the ballot is the voter's again.

        A ballot that was cast by it (`voted`) stands. Refused of a proxy that is not there, has run
        out, or was revoked before.
        """
        proxy = self.proxy_of(voter)
        if proxy is None or proxy.holder != holder:
            raise proxy_refusals.ProxyMissing
        proxy.require_stands(now)
        revoked = replace(proxy, revoked_at=now, used=voted and proxy.confirmed)
        others = (other for other in self.proxies if other.principal != voter)
        return replace(self, proxies=(*others, revoked))

    def with_confirmed(
        self, voter: VoterId, holder: MemberId, voted: frozenset[VoterId], now: datetime
    ) -> "Electorate":
        """Return the electorate with this holder's proxy in force: its paper has been seen.

        Refuses one that is not there, is in force already, was revoked or has run out, and as a
        new one would be.
        """
        proxy = self.proxy_of(voter)
        if proxy is None or proxy.holder != holder:
            raise proxy_refusals.ProxyMissing
        proxy.require_stands(now)
        self._require_free(voter, voted, now)
        others = (other for other in self.proxies if other.principal != voter)
        return replace(self, proxies=(*others, replace(proxy, confirmed=True)))

    def require_room(self, holder: MemberId, principal: VoterId, most: int | None) -> None:
        """Refuse a holder of `most` proxies in this poll; None means no limit.

        Expired proxies count too, and revoked ones that were used, because the limit is on the
        ballots that one person casts.
        """
        held = sum(
            one.holder == holder and (one.revoked_at is None or one.used)
            for one in self.proxies
            if one.principal != principal
        )
        if most is not None and held >= most:
            raise proxy_refusals.ProxyHolderFull(most)

    def with_recused(self, voter: VoterId) -> "Electorate":
        """Return the electorate with a voter's conflict of interest declared (7-ФЗ 27).

        A named ballot that the voter cast before is no longer counted: it leaves the roll too.
        """
        if voter not in self.delegates:
            raise refusals.NotEntitled
        return replace(self, recused=self.recused | {voter})

    def headcount(
        self, voted: frozenset[VoterId], registered: frozenset[VoterId] = frozenset()
    ) -> Headcount:
        """Count who took part: `voted` is the roll of ballots, `registered` were at the meeting.

        Guests of the meeting count nowhere. A ballot of somebody who has none is an error of the
        record, not of a voter: ValueError.
        """
        voters = self.delegates.keys() - self.recused
        if not voted <= voters:
            raise ValueError("the roll has a ballot of somebody who has none")
        present = voters & (voted | registered)
        return Headcount(len(self), len(self.recused), len(voted), len(present))

    def _require_free(self, principal: VoterId, voted: frozenset[VoterId], now: datetime) -> None:
        former = self.proxy_of(principal)
        if principal not in self.delegates:
            raise refusals.NotEntitled
        if not self.is_of_body(principal):
            raise refusals.AuthorityEnded
        if principal in self.recused:
            raise refusals.VoterRecused
        if principal in voted:
            raise proxy_refusals.ProxyTooLate
        if former is not None and former.holds(now):
            raise proxy_refusals.ProxyRepeated

    def _may_hold(
        self, member: MemberId, principal: VoterId, appointed: frozenset[MemberId]
    ) -> bool:
        if member in self.delegates[principal]:
            return False
        return member in appointed or any(member in them for them in self.delegates.values())

"""What people see of the directory, and how they find an organisation in it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.domain.directory.cards import Card, CardFilter, public, tag_of
from bot.domain.people.members import Member, MemberId, OrganisationId
from bot.domain.people.refusals import OrganisationNotFound
from bot.domain.searching.fields import FieldOfWork
from bot.domain.searching.queries import Hit
from bot.ports import Clock, Storage, Transaction
from bot.services.access import is_insider, require_insider, require_organiser
from bot.services.directory.publishing import all_cards
from bot.services.rules import RulesSource
from bot.services.searching import found
from bot.services.transactions import RuledService, reading


@dataclass(frozen=True, slots=True)
class CardView:
    """A card for one person: whether they may edit it, and write to the organisation."""

    card: Card
    editable: bool
    writable: bool


@dataclass(frozen=True, slots=True)
class CardPage:
    """A page, from 0, of a part of the directory that has `count` organisations."""

    wanted: CardFilter
    cards: Sequence[Card]
    number: int
    count: int
    size: int


@dataclass(frozen=True, slots=True)
class Overview:
    """How many organisations there are by field and municipality, and the person's own one."""

    count: int
    fields: Sequence[tuple[str, int]]
    municipalities: Sequence[tuple[str, int]]
    own: CardView | None


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found, the likeliest first."""

    hits: Sequence[tuple[Hit, Card]]

    @property
    def strong(self) -> bool:
        """Tell whether the first one is surely meant."""
        return bool(self.hits) and self.hits[0][0].is_strong

    @property
    def sure(self) -> int:
        """Return how many of the first ones are no guesses."""
        return sum(hit.is_strong for hit, _ in self.hits)


class Directory(RuledService):
    """For everybody of the alliance; guests from outside see none of it.

    If it is `for_strangers` too, they find what is public of it in inline mode.
    """

    def __init__(
        self,
        storage: Storage,
        clock: Clock,
        rules: RulesSource,
        *,
        fields: Sequence[FieldOfWork],
        for_strangers: bool = False,
    ) -> None:
        super().__init__(storage, clock, rules)
        self.fields = tuple(fields)
        self._for_strangers = for_strangers

    @reading
    def overview(self, tx: Transaction, actor: MemberId) -> Overview:
        """Return the figures of the first screen; fields without organisations are left out."""
        member = require_insider(tx, actor, self._rules)
        own = None if member.organisation is None else _view(tx, member, member.organisation)
        return Overview(
            tx.directory.count(CardFilter()),
            self._counted(tx, None),
            tx.directory.municipalities(),
            own,
        )

    @reading
    def fields_in(
        self, tx: Transaction, actor: MemberId, municipality: int
    ) -> Sequence[tuple[str, int]]:
        """Return the fields in which somebody works, and how many: there, or everywhere for 0."""
        require_insider(tx, actor, self._rules)
        places = (name for name, _ in tx.directory.municipalities())
        return self._counted(tx, _tagged(municipality, places))

    @reading
    def places_of(self, tx: Transaction, actor: MemberId, field: int) -> Sequence[tuple[str, int]]:
        """Return the municipalities in their order, and how many organisations of a field each has.

        For 0 all organisations are counted.
        """
        require_insider(tx, actor, self._rules)
        return tx.directory.municipalities(_tagged(field, (one.name for one in self.fields)))

    def _counted(self, tx: Transaction, municipality: str | None) -> Sequence[tuple[str, int]]:
        counts = tx.directory.fields(municipality)
        return [(one.name, counts[one.name]) for one in self.fields if one.name in counts]

    @reading
    def card(self, tx: Transaction, actor: MemberId, organisation: OrganisationId) -> CardView:
        """Return a card; refuses an organisation that does not exist."""
        return _view(tx, require_insider(tx, actor, self._rules), organisation)

    @reading
    def page(
        self,
        tx: Transaction,
        actor: MemberId,
        field: int,
        municipality: int,
        number: int,
        size: int,
    ) -> CardPage:
        """Return a page of a part of the directory, the nearest one if there are fewer.

        The tags are those of `tag_of`, 0 for no filter; an unknown one filters nothing either.
        """
        require_insider(tx, actor, self._rules)
        places = (name for name, _ in tx.directory.municipalities())
        wanted = CardFilter(
            _tagged(field, (one.name for one in self.fields)), _tagged(municipality, places)
        )
        count = tx.directory.count(wanted)
        number = min(max(number, 0), max(0, -(-count // size) - 1))
        cards = tx.directory.page(wanted, number * size, size)
        return CardPage(wanted, cards, number, count, size)

    @reading
    def search(self, tx: Transaction, actor: MemberId, text: str, limit: int) -> Found:
        """Return the organisations that are likeliest meant, at most `limit`."""
        require_insider(tx, actor, self._rules)
        return search(tx, text, self.fields, limit)

    @reading
    def offered(
        self, tx: Transaction, actor: MemberId | None, text: str, limit: int
    ) -> Sequence[Card]:
        """Return what is public of the cards that are surely meant, to be shown in any chat.

        Guesses are left out, because in guest mode the first card is sent unseen. A stranger cannot
        find an organisation by its leader, whose name is not public.
        """
        inside = is_insider(tx, actor, self._rules)
        if not inside and not self._for_strangers:
            return []
        hits = found(tx.directory, text, self.fields, by_leader=inside)
        strong = [OrganisationId(hit.subject) for hit in hits if hit.is_strong]
        return [public(card) for card in tx.directory.of(strong[:limit])]

    @reading
    def everything(self, tx: Transaction, actor: MemberId) -> Sequence[Card]:
        """Return all cards, for an organiser's files."""
        require_organiser(tx, actor, self._rules)
        return all_cards(tx)


def search(tx: Transaction, text: str, fields: Sequence[FieldOfWork], limit: int) -> Found:
    """Return the organisations that are likeliest meant."""
    hits = found(tx.directory, text, fields)[:limit]
    ids = [OrganisationId(hit.subject) for hit in hits]
    cards = {card.organisation.id: card for card in tx.directory.of(ids)}
    return Found([(hit, cards[one]) for hit, one in zip(hits, ids, strict=True)])


def _tagged(tag: int, names: Iterable[str]) -> str | None:
    return next((name for name in names if tag and tag_of(name) == tag), None)


def _view(tx: Transaction, member: Member, organisation: OrganisationId) -> CardView:
    card = tx.directory.get(organisation)
    if card is None:
        raise OrganisationNotFound
    own = member.organisation == organisation
    speaks = own and member.id in (tx.organisations.speakers(organisation) or ())
    return CardView(card, editable=speaks, writable=card.reachable and not own)

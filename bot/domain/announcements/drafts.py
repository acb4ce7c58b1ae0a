"""Drafts of announcements: the contents and addressees that an organiser has entered so far."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from bot.domain.announcements.addressees import EVERYBODY, Addressees, AllOf, AnyOf, Except, OfEvent
from bot.domain.announcements.announcements import AnnouncementId, AnnouncementPlan, Kind
from bot.domain.announcements.contents import Content, Link, Piece
from bot.domain.announcements.refusals import LinkTextMissing
from bot.domain.events.events import EventId
from bot.domain.events.recurrence import Recurrence
from bot.domain.polls.polls import PollId
from bot.domain.refusals import LinkUnreadable


class Bond(StrEnum):
    """How a further group is combined with the selection: added, intersected, or taken out."""

    OR = "or"
    AND = "and"
    WITHOUT = "not"


@dataclass(frozen=True, slots=True)
class Selection:
    """A draft's addressees: people in one of `either`, all of `among`, and none of `without`."""

    either: tuple[Addressees, ...] = (EVERYBODY,)
    among: tuple[Addressees, ...] = ()
    without: tuple[Addressees, ...] = ()

    @property
    def addressees(self) -> Addressees:
        """Return the selection as an expression, in its shortest form."""
        first = _joined(AnyOf, self.either or (EVERYBODY,))
        whole = _joined(AllOf, (first, *self.among))
        return Except(whole, _joined(AnyOf, self.without)) if self.without else whole

    def toggled(self, bond: Bond, part: Addressees) -> "Selection":
        """Add a group, or remove it if it is there; the first choice replaces "everybody"."""
        chosen = getattr(self, FIELDS_OF[bond])
        if part in chosen:
            changed = tuple(one for one in chosen if one != part)
        elif bond is Bond.OR and (part == EVERYBODY or chosen == (EVERYBODY,)):
            changed = (part,)
        else:
            changed = (*chosen, part)
        if bond is Bond.OR and not changed:
            changed = (EVERYBODY,)
        return replace(self, **{FIELDS_OF[bond]: changed})


DASHES = " :|—–-"
FIELDS_OF = {Bond.OR: "either", Bond.AND: "among", Bond.WITHOUT: "without"}


def _joined(how: type[AnyOf] | type[AllOf], parts: tuple[Addressees, ...]) -> Addressees:
    return parts[0] if len(parts) == 1 else how(parts)


def selection_of(addressees: Addressees) -> Selection:
    """Return the selection for an expression; one of another form becomes a single group."""
    whole: Addressees = addressees
    without: tuple[Addressees, ...] = ()
    if isinstance(addressees, Except):
        whole, without = addressees.whole, _parts(AnyOf, addressees.without)
    first, *among = _parts(AllOf, whole)
    return Selection(_parts(AnyOf, first), tuple(among), without)


def _parts(how: type[AnyOf] | type[AllOf], addressees: Addressees) -> tuple[Addressees, ...]:
    if isinstance(addressees, AnyOf) and how is AnyOf:
        return addressees.any_of
    if isinstance(addressees, AllOf) and how is AllOf:
        return addressees.all_of
    return (addressees,)


@dataclass(frozen=True, slots=True)
class Part:
    """A message sent to the bot: Telegram's `number` of it, and the `album` that it belongs to."""

    number: int
    piece: Piece
    album: str | None = None


@dataclass(frozen=True, slots=True)
class Wording:
    """An announcement's text in one language: the messages sent to the bot, and the links."""

    parts: tuple[Part, ...] = ()
    links: tuple[Link, ...] = ()

    @property
    def content(self) -> Content:
        """Return it as one content; the files of an album in the order in which they were sent."""
        return Content(tuple(part.piece for part in self.parts), self.links)

    def taking(self, part: Part) -> "Wording":
        """Add a file of the album that is being sent; any other message replaces everything."""
        others = tuple(one for one in self.parts if one.number != part.number)
        together = part.album is not None and all(one.album == part.album for one in others)
        kept = others if together else ()
        return replace(self, parts=tuple(sorted((*kept, part), key=lambda one: one.number)))


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnouncementDraft:
    """An announcement in preparation; `number` tells its buttons from those of earlier drafts.

    `wordings` by language. It `corrects` an announcement that was sent, or `changes` one that still
    waits; `seen` is the mark of the version that it began with, None in drafts of earlier releases.
    `panel` is the message that shows it, unless another screen has `covered` it; `given` is
    the announcement that it was submitted as.
    """

    number: int
    wordings: Mapping[str, Wording] = field(default_factory=dict)
    selection: Selection = field(default_factory=Selection)
    kind: Kind = Kind.NEWS
    quietly: bool = False
    to_group: bool = False
    to_channel: bool = False
    pinned: bool = False
    event: EventId | None = None
    poll: PollId | None = None
    at: datetime | None = None
    recurrence: Recurrence | None = None
    corrects: AnnouncementId | None = None
    changes: AnnouncementId | None = None
    seen: int | None = None
    panel: int | None = None
    covered: bool = False
    given: AnnouncementId | None = None

    @property
    def contents(self) -> dict[str, Content]:
        """The contents by language."""
        return {language: one.content for language, one in self.wordings.items() if one.parts}

    @property
    def plan(self) -> AnnouncementPlan:
        """Return the plan as entered; the rules are not checked yet."""
        return AnnouncementPlan(
            contents=self.contents,
            addressees=self.selection.addressees,
            kind=self.kind,
            quietly=self.quietly,
            to_group=self.to_group,
            to_channel=self.to_channel,
            pinned=self.pinned,
            event=self.event,
            poll=self.poll,
            at=self.at,
            recurrence=self.recurrence,
        )

    def holds(self, message: int) -> bool:
        """Tell whether the message with this number is part of it."""
        return any(part.number == message for one in self.wordings.values() for part in one.parts)

    def taking(self, language: str, part: Part) -> "AnnouncementDraft":
        """Use a message as the text in a language, or as one more file of its album."""
        wording = self.wordings.get(language, Wording()).taking(part)
        return replace(self, wordings={**self.wordings, language: wording})

    def linked(self, language: str, links: tuple[Link, ...]) -> "AnnouncementDraft":
        """Put these links below the text in a language."""
        wording = replace(self.wordings.get(language, Wording()), links=links)
        return replace(self, wordings={**self.wordings, language: wording})

    def without_language(self, language: str) -> "AnnouncementDraft":
        """Remove a language."""
        kept = {one: wording for one, wording in self.wordings.items() if one != language}
        return replace(self, wordings=kept)


def draft_of(plan: AnnouncementPlan, number: int) -> AnnouncementDraft:
    """Return a draft that starts from an earlier plan; the time of sending is left open."""
    return AnnouncementDraft(
        number=number,
        wordings={language: wording_of(content) for language, content in plan.contents.items()},
        selection=selection_of(plan.addressees),
        kind=plan.kind,
        quietly=plan.quietly,
        to_group=plan.to_group,
        to_channel=plan.to_channel,
        pinned=plan.pinned,
        event=plan.event,
        poll=plan.poll,
    )


def draft_for(circle: OfEvent, number: int) -> AnnouncementDraft:
    """Return a draft for people of an event, with a button to it, of the kind that always comes."""
    return AnnouncementDraft(
        number=number, selection=Selection((circle,)), kind=Kind.IMPORTANT, event=circle.event
    )


def wording_of(content: Content) -> Wording:
    """Return a content as if it had been sent to the bot, with an album id of its own."""
    album = "kept" if content.is_album else None
    parts = (Part(number, piece, album) for number, piece in enumerate(content.pieces, 1))
    return Wording(tuple(parts), content.links)


def read_links(text: str) -> tuple[Link, ...]:
    """Read links, one a line: a text, an optional dash or colon, a URL; refuse other lines."""
    return tuple(_link(line.split()) for line in text.splitlines() if line.strip())


def _link(words: list[str]) -> Link:
    *label, url = words
    text = " ".join(label).rstrip(DASHES)
    if not text:
        raise LinkUnreadable if "://" not in url else LinkTextMissing
    return Link(text, url)

"""The roles of people in the story."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.demo.actors import Actor
from bot.demo.fiction import COUNCIL

ABSENT = 50
"""People who have not opened their invitation by the time of the event."""

SILENT = 30
"""People who have joined and do not answer."""


@dataclass(frozen=True, slots=True)
class DemoCast:
    """The roles; `crowd` answers in the background, `silent` not at all, `absent` has not joined.

    `council` are the chair, the secretary and the others; all but the chair are also in the crowd.
    `payloads` are the invitations by name.
    """

    organiser: Actor
    chair: Actor
    foreigner: Actor
    doubter: Actor
    waverer: Actor
    decliner: Actor
    leaver: Actor
    council: tuple[Actor, ...]
    crowd: tuple[Actor, ...]
    silent: tuple[Actor, ...]
    absent: tuple[Actor, ...]
    payloads: Mapping[str, str]

    @classmethod
    def of(cls, actors: Sequence[Actor], payloads: Mapping[str, str]) -> "DemoCast":
        """Assign the roles among organisers, the council and the others, in this order."""
        organiser, colleague, chair, *rest = actors
        council, members = rest[: len(COUNCIL) - 1], rest[len(COUNCIL) - 1 :]
        foreigner, doubter, waverer, decliner, leaver, *others = members
        absent, others = others[:ABSENT], others[ABSENT:]
        silent, others = others[:SILENT], others[SILENT:]
        return cls(
            organiser,
            chair,
            foreigner,
            doubter,
            waverer,
            decliner,
            leaver,
            council=(chair, *council),
            crowd=(colleague, *council, *others),
            silent=tuple(silent),
            absent=tuple(absent),
            payloads=payloads,
        )

    @property
    def named(self) -> tuple[Actor, ...]:
        """Return the people with roles of their own."""
        named = (self.organiser, self.chair, self.foreigner, self.doubter, self.waverer)
        return (*named, self.decliner, self.leaver)

    @property
    def joined(self) -> tuple[Actor, ...]:
        """Return everybody who joins the bot."""
        return (*self.named, *self.crowd, *self.silent)

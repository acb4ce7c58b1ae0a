"""Search for people by name."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.domain.people.members import Member, MemberId, OrganisationId, folded


def is_called(name: str, query: str) -> bool:
    """Tell whether each word of `query` begins a word of `name`; case and ё are ignored."""
    words = folded(name).split()
    wanted = folded(query).split()
    return bool(wanted) and all(any(word.startswith(one) for word in words) for one in wanted)


@dataclass(frozen=True, slots=True)
class Match:
    """A result of a search: a person, or an organisation with all `people` of it.

    `organisation` is the person's own; None for a person without one, and for an organisation.
    """

    name: str
    organisation: str | None
    people: tuple[MemberId, ...]
    whole: bool = False
    """Whether it is an organisation."""


def search(members: Iterable[Member], text: str, limit: int) -> list[Match]:
    """Find people and organisations with every word of `text` in the name, at most `limit`.

    Case and ё are ignored. Organisations come first. Guests from outside are left out.
    """
    words = folded(text).split()
    own = [member for member in members if not member.guest]
    if not words:
        return []
    people_of: dict[tuple[OrganisationId | None, str], list[MemberId]] = {}
    for member in own:
        if member.organisation_name and _has(words, member.organisation_name):
            organisation = member.organisation, member.organisation_name
            people_of.setdefault(organisation, []).append(member.id)
    whole = [Match(name, None, tuple(ids), whole=True) for (_, name), ids in people_of.items()]
    people = [
        Match(member.name, member.organisation_name, (member.id,))
        for member in own
        if _has(words, f"{member.name} {member.organisation_name or ''}")
    ]
    return [*whole[: limit // 2], *people][:limit]


def _has(words: list[str], text: str) -> bool:
    plain = folded(text)
    return all(word in plain for word in words)

"""Two records of one person, which an administrator merges: what is kept, and what is given up."""

from dataclasses import dataclass, replace

from bot.domain.people.members import Member, Role, folded
from bot.domain.people.people import PersonDetails


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge makes of two people: `kept` goes on, `given_up` becomes an empty record.

    `roles` are those that come over, `lost` those that end. `moved` answers to coming events come
    over; of `double` ones that of the kept record counts. The `votes` of the record that is given
    up stay under its id. `accounts` is how many of the two have one.
    """

    kept: Member
    given_up: Member
    details: PersonDetails
    roles: frozenset[Role]
    lost: frozenset[Role]
    moved: int
    double: int
    votes: int

    @property
    def accounts(self) -> int:
        """Return how many of the two have an account; only one is kept."""
        return sum(one.telegram_id is not None for one in (self.kept, self.given_up))


def merged_details(
    kept: PersonDetails, given_up: PersonDetails, *, colleagues: bool
) -> PersonDetails:
    """Return what is known of a person by both records; the kept one prevails.

    The person goes on speaking for an organisation only if both records are of the same one
    (`colleagues`).
    """
    roles = given_up.roles if colleagues else given_up.roles - {Role.LEADER}
    filled = {
        name: getattr(kept, name) or getattr(given_up, name)
        for name in ("patronymic", "position", "phone", "email")
    }
    return replace(
        kept,
        **filled,
        roles=kept.roles | roles,
        delegate=kept.delegate or (colleagues and given_up.delegate),
        document=kept.document or (given_up.document if colleagues else ""),
    )


def namesakes(people: list[Member], person: Member) -> list[Member]:
    """Return the others with the same names, in whichever order they are written."""
    words = _words(person)
    return [one for one in people if one.id != person.id and not one.guest and _words(one) == words]


def _words(person: Member) -> list[str]:
    return sorted(folded(person.name).split())

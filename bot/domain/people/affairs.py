"""An organisation's own affairs: its people as they see it, and what they are told of changes."""

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.letters import LetterContent
from bot.domain.lines import checked_line
from bot.domain.notices import Subject
from bot.domain.people.handovers import Handover
from bot.domain.people.members import Member, MemberId, Organisation, OrganisationId
from bot.domain.refusals import ReasonTooLong, TextMissing

REASON_LIMIT = 300


def checked_reason(text: str) -> str:
    """Return a reason or a document that is written down, on one line."""
    return checked_line(text, REASON_LIMIT, TextMissing, ReasonTooLong)


class Ended(StrEnum):
    """Why an organisation is no longer a member."""

    LEFT = "left"
    RECORDED = "recorded"
    EXCLUDED = "excluded"


@dataclass(frozen=True, slots=True)
class OwnOrganisation:
    """An organisation as one of its people sees it: everybody by name, the viewer included.

    `handover` is the leader's offer that waits for an answer.
    """

    organisation: Organisation
    viewer: Member
    people: tuple[Member, ...]
    handover: Handover | None

    @property
    def leads(self) -> bool:
        """Tell whether the viewer leads it."""
        return self.organisation.leader == self.viewer.id

    @property
    def successor(self) -> Member | None:
        """The person to whom the leadership is offered."""
        offered = None if self.handover is None else self.handover.successor
        return next((one for one in self.people if one.id == offered), None)


@dataclass(frozen=True, slots=True)
class Colleague:
    """One of an organisation's people, as a colleague sees them."""

    organisation: Organisation
    viewer: Member
    person: Member

    @property
    def is_managed(self) -> bool:
        """Tell whether the viewer leads the organisation and may act on this other person."""
        return self.organisation.leader == self.viewer.id != self.person.id


class LeadershipOffered(Subject, kind="people.leadership_offered"):
    """A notice to the successor: the leader hands the organisation over."""

    organisation: OrganisationId


class LeadershipChanged(Subject, kind="people.leadership_changed"):
    """A notice to an organisation's people: it has another leader.

    `reason` is given when the secretary replaced a leader who cannot be reached.
    """

    organisation: OrganisationId
    leader: MemberId
    reason: str = ""


class ColleagueLeft(Subject, kind="people.colleague_left"):
    """A notice to the leader: a person has left the organisation."""

    organisation: OrganisationId
    member: MemberId


class MembershipEnded(Subject, kind="people.membership_ended"):
    """A notice to an organisation's former people: it is no longer a member of the alliance."""

    organisation: OrganisationId
    ended: Ended
    reason: str = ""


class OrganisationGone(Subject, kind="people.organisation_gone"):
    """A notice to chair and secretary: an organisation has left of its own accord."""

    organisation: OrganisationId


class OfferLetter(LetterContent):
    """An offer of leadership, for the successor."""

    organisation: str
    leader: str
    handover: Handover


class LeaderLetter(LetterContent):
    """News of another leader; `own` tells whether it is the reader."""

    organisation: str
    leader: str
    own: bool
    reason: str


class ColleagueLeftLetter(LetterContent):
    """News for the leader."""

    name: str
    organisation: str


class MembershipLetter(LetterContent):
    """News for the people of an organisation that is no longer a member."""

    organisation: str
    ended: Ended
    reason: str


class OrganisationGoneLetter(LetterContent):
    """News for chair and secretary."""

    organisation: str

"""The registration desk: who may register whom, and what the desk shows."""

from collections.abc import Iterator, Mapping

from bot.domain.meetings.attendance import on_roll
from bot.domain.meetings.desk_views import DeskPerson, DeskView, DeskVoter
from bot.domain.meetings.plans import Meeting, MeetingMode
from bot.domain.meetings.state import MeetingState, Phase
from bot.domain.meetings.terms import Ground
from bot.domain.people.members import MemberId, folded
from bot.domain.people.searches import Match, search
from bot.domain.polls.voters import Representative, Voter, VoterId
from bot.ports import Transaction
from bot.services.meetings.showing import attendance_of, organisation_name, turnouts_of

FOUND_LIMIT = 8
"""So many organisations a desk shows at once; more letters narrow it down."""


def desk_view(
    tx: Transaction, meeting: Meeting, state: MeetingState, query: str, *, own: bool = False
) -> DeskView:
    """Return the organisations that match; those not there yet come first.

    With `own` only those are listed whose people registered themselves.
    """
    listed = [one for one in state.voters.values() if one.id in state.unseen or not own]
    found = [voter for voter in listed if _matches(tx, state, voter, query)]
    found.sort(key=lambda one: (one.id in state.present, folded(one.name)))
    documents = tx.members.documents()
    return DeskView(
        meeting=meeting.id,
        title=state.plan.title,
        phase=state.phase,
        version=state.last.number,
        attendance=attendance_of(state),
        query=query,
        voters=tuple(desk_voter(tx, state, voter, documents) for voter in found[:FOUND_LIMIT]),
        count=len(found),
        votes=turnouts_of(tx, state),
        own=own,
    )


def _matches(tx: Transaction, state: MeetingState, voter: Voter, query: str) -> bool:
    """Tell whether each typed word is in a name of the organisation, its INN or its people's."""
    words = folded(query).split()
    if not words:
        return True
    people = " ".join(person.name for person in voter.people)
    short = organisation_name(tx, state, voter.id)
    text = folded(f"{voter.name} {short} {voter.inn} {people}")
    return all(word in text for word in words)


def desk_voter(
    tx: Transaction, state: MeetingState, voter: Voter, documents: Mapping[MemberId, str]
) -> DeskVoter:
    """Return an organisation with who may represent it, and who does."""
    slips = (
        number
        for vote in state.open_votes.values()
        for number, holder in vote.slips.items()
        if holder == voter.id
    )
    return DeskVoter(
        voter=voter.id,
        name=organisation_name(tx, state, voter.id),
        inn=voter.inn,
        people=tuple(_people(tx, state, voter, documents)),
        is_here=voter.id in state.present,
        has_posted=voter.id in state.postings,
        has_code=state.has_code(voter.id),
        slip=next(slips, None),
        own=voter.id in state.unseen,
        may_post=_may_post(state, voter.id),
    )


def _may_post(state: MeetingState, voter: VoterId) -> bool:
    sent = voter in state.postings or voter in state.present
    mixed = state.plan.mode is MeetingMode.MIXED
    return mixed and state.phase is Phase.REGISTERING and not sent


def _people(
    tx: Transaction, state: MeetingState, voter: Voter, documents: Mapping[MemberId, str]
) -> Iterator[DeskPerson]:
    """Yield those named on the roll, then others who are there for the voter."""
    named = {person.member for person in voter.people}
    listed = [(one.member, one.name, one.position, ground_of(one)) for one in voter.people]
    here = state.present.get(voter.id, ())
    listed += [(one.person, one.name, "", one.ground) for one in here if one.person not in named]
    for person, name, position, ground in listed:
        mandate, member = state.mandate(voter.id, person), tx.members.get(person)
        yield DeskPerson(
            person=person,
            name=name,
            position=position,
            ground=ground,
            document=mandate.document if mandate else documents.get(person, ""),
            is_here=mandate is not None,
            remote=mandate is not None and mandate.remote,
            has_telegram=member is not None and member.has_joined,
            own=mandate is not None and mandate.own,
        )


def people_named(tx: Transaction, text: str) -> list[Match]:
    """Find people by name, among all of the alliance."""
    found = search(tx.members.all(), text, 2 * FOUND_LIMIT) if text.strip() else []
    return [one for one in found if not one.whole][:FOUND_LIMIT]


def ground_of(person: Representative) -> Ground:
    """Return by what right somebody named on the roll represents the voter."""
    return Ground.LEADER if person.leader else Ground.DELEGATE


def desk_voter_of(tx: Transaction, state: MeetingState, voter: VoterId) -> DeskVoter:
    """Return an organisation of the roll; refuse any other."""
    return desk_voter(tx, state, on_roll(state, voter), tx.members.documents())

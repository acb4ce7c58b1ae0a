"""What an upheld challenge of a mandate takes back."""

from bot.domain.meetings.plans import ItemId
from bot.domain.meetings.state import Stage
from bot.domain.polls.voters import VoterId
from tests.general_meetings import BUDGET, CHAIR, SECRETARY, GeneralMeeting


async def upholds_a_challenge(meeting: GeneralMeeting, item: ItemId) -> None:
    """Challenge the mandate of the fourth organisation in an item's vote; the chair agrees."""
    second, fourth = meeting.leaders[VoterId(2)], VoterId(4)
    await meeting.delegating.raise_objection(second, meeting.id, "Кто это?", item, fourth)
    number = (await meeting.state()).objections[-1].number
    await meeting.conducting.uphold(CHAIR, meeting.id, number)


async def test_a_vote_that_was_annulled_is_no_longer_shown_as_the_outcome_of_its_item(
    meeting: GeneralMeeting,
) -> None:
    await meeting.begins(1, 2, 3, 4)
    poll = await meeting.opens()
    for voter in (1, 2, 3, 4):
        await meeting.casts(voter, poll)
    await meeting.closes()
    await upholds_a_challenge(meeting, BUDGET)
    assert (await meeting.state()).items[BUDGET].stage is Stage.REPEATED
    panel = await meeting.conducting.panel(CHAIR, meeting.id)
    assert panel.outcome is None
    card = await meeting.delegating.look(meeting.leaders[VoterId(3)], meeting.id)
    assert card.outcomes == ()
    (item,) = [
        one
        for one in (await meeting.minutes.summary(SECRETARY, meeting.id)).items
        if one.point.id == BUDGET
    ]
    assert (item.poll, item.result) == (None, None)

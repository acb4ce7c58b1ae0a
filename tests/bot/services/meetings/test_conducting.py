"""Two conduct a meeting, by buttons that may be stale: what is done already is not done again."""

from bot.domain.polls.voters import VoterId
from tests.general_meetings import CHAIR, CLERK, MINUTE, REPORT, GeneralMeeting


async def test_a_second_tap_that_calls_the_current_item_keeps_its_speakers(
    meeting: GeneralMeeting,
) -> None:
    await meeting.begins(1, 2, 3)
    await meeting.conducting.call(CHAIR, meeting.id, REPORT)
    for voter in (2, 3):
        await meeting.delegating.ask_floor(meeting.leaders[VoterId(voter)], meeting.id)
    await meeting.conducting.give_floor(CHAIR, meeting.id)
    before = await meeting.state()
    meeting.clock.time += MINUTE
    panel = await meeting.conducting.call(CLERK, meeting.id, REPORT)
    assert [one.name for one in panel.queue] == ["Глава 3"]
    assert await meeting.state() == before

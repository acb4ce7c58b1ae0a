"""A message that somebody taps before its delivery is marked shows what they opened in it."""

from collections.abc import Awaitable, Callable

import pytest

from bot.domain.letters import LetterContent
from bot.domain.notices import MessageRef
from bot.domain.people.members import MemberId
from bot.domain.polls.letters import BallotLetter, PollBoardLetter
from bot.domain.polls.notices import BallotOpened, PollCardChanged
from bot.domain.polls.plans import Body, Mode, Secrecy
from bot.domain.polls.polls import PollId
from bot.domain.polls.views import PollView
from bot.domain.views import View
from bot.services.deliveries import Delivery
from bot.services.shown import BOARD_DELAY
from tests.councils import CHAIR, FOR, Assembly

MESSAGE, OLDER = MessageRef(CHAIR, 77), MessageRef(CHAIR, 33)
Taps = Callable[[Assembly, PollId], Awaitable[object]]


async def claims(assembly: Assembly, kind: type) -> Delivery:
    """Take what is due until this is, for the chair; what comes before is sent at once."""
    assembly.clock.time += 2 * BOARD_DELAY
    while due := await assembly.deliveries.claim(100):
        for delivery in due:
            notice = delivery.claimed.notice
            if notice.recipient == CHAIR and isinstance(notice.subject, kind):
                return delivery
            await assembly.deliveries.note_sent(delivery.claimed, None)
    raise AssertionError(f"nothing of {kind.__name__} is due")


async def shown(assembly: Assembly) -> View | None:
    found = await assembly.database.read(lambda tx: tx.shown.get(MESSAGE))
    return found.view if found else None


async def opens_board(assembly: Assembly, poll: PollId) -> None:
    await assembly.polls.board(CHAIR, poll, MESSAGE)


async def opens_awaited(assembly: Assembly, poll: PollId) -> None:
    await assembly.polls.leave_board(CHAIR, poll, MESSAGE)


async def fills_in(assembly: Assembly, poll: PollId) -> None:
    await assembly.ballots.look(CHAIR, poll, MESSAGE)
    await assembly.ballots.leave(CHAIR, poll, MESSAGE)


async def lists_polls(assembly: Assembly, _: PollId) -> None:
    await assembly.ballots.listed(CHAIR, message=MESSAGE)


async def sees_council(assembly: Assembly, _: PollId) -> None:
    await assembly.ballots.council(CHAIR, MESSAGE)


async def taps_older(assembly: Assembly, poll: PollId) -> None:
    await opens_board(assembly, poll)
    await assembly.polls.leave_board(CHAIR, poll, OLDER)


@pytest.mark.parametrize(
    ("taps", "view"),
    [
        (opens_board, PollView.BOARD),
        (taps_older, PollView.BOARD),
        (opens_awaited, None),
        (fills_in, None),
        (lists_polls, None),
        (sees_council, None),
    ],
)
async def test_a_ballot_that_was_tapped_before_it_is_marked_is_no_ballot_again(
    assembly: Assembly, taps: Taps, view: PollView | None
) -> None:
    poll = await assembly.opens()
    delivery = await claims(assembly, BallotOpened)
    await taps(assembly, poll)
    await assembly.deliveries.note_sent(delivery.claimed, MESSAGE)

    assert await shown(assembly) is view


async def test_a_tap_on_an_older_message_does_not_concern_the_one_that_is_being_sent(
    assembly: Assembly,
) -> None:
    poll = await assembly.opens()
    delivery = await claims(assembly, BallotOpened)
    await assembly.polls.board(CHAIR, poll, OLDER)
    await assembly.deliveries.note_sent(delivery.claimed, MESSAGE)

    assert await shown(assembly) is PollView.BALLOT


@pytest.mark.parametrize(
    ("taps", "letter"), [(opens_board, PollBoardLetter), (opens_awaited, None)]
)
async def test_an_edit_that_was_on_its_way_gives_the_screen_back_to_what_was_opened(
    assembly: Assembly, taps: Taps, letter: type[LetterContent] | None
) -> None:
    poll = await assembly.opens()
    sent = await claims(assembly, BallotOpened)
    await assembly.deliveries.note_sent(sent.claimed, MESSAGE)
    await assembly.casts(CHAIR, poll, FOR)
    edit = await claims(assembly, PollCardChanged)
    assert isinstance(edit.letter.content, BallotLetter)
    await taps(assembly, poll)
    await assembly.deliveries.note_sent(edit.claimed, MESSAGE)

    if letter is None:
        with pytest.raises(AssertionError, match="nothing of PollCardChanged"):
            await claims(assembly, PollCardChanged)
    else:
        assert isinstance((await claims(assembly, PollCardChanged)).letter.content, letter)


async def test_an_edit_of_a_board_does_not_stay_on_the_ballot_that_was_opened(
    assembly: Assembly,
) -> None:
    poll = await assembly.opens()
    sent = await claims(assembly, BallotOpened)
    await assembly.deliveries.note_sent(sent.claimed, MESSAGE)
    await opens_board(assembly, poll)
    await assembly.casts(3, poll, FOR)
    assembly.clock.time = (await assembly.found(poll)).closes_at
    await assembly.polls.close_due()
    edit = await claims(assembly, PollCardChanged)
    assert isinstance(edit.letter.content, PollBoardLetter)
    await assembly.ballots.look(CHAIR, poll, MESSAGE)
    await assembly.deliveries.note_sent(edit.claimed, MESSAGE)

    assert isinstance((await claims(assembly, PollCardChanged)).letter.content, BallotLetter)


async def test_a_ballot_that_arrives_after_the_end_of_a_meetings_vote_is_renewed(
    assembly: Assembly,
) -> None:
    """The poll is still open then: it waits for the list of those present."""
    poll = await assembly.opens(mode=Mode.MEETING)
    opening = await claims(assembly, BallotOpened)
    await assembly.casts(3, poll, FOR)
    await assembly.closes(poll)

    await assembly.deliveries.note_sent(opening.claimed, MESSAGE)

    renewed = await claims(assembly, PollCardChanged)
    assert renewed.claimed.notice.edits == MESSAGE


@pytest.mark.parametrize("secrecy", Secrecy)
async def test_a_ballot_cast_elsewhere_while_the_first_message_is_on_its_way_renews_that_alone(
    assembly: Assembly, secrecy: Secrecy
) -> None:
    """By the other delegate of an organisation: each of the two has a message with its ballot."""
    poll = await assembly.opens(secrecy=secrecy, body=Body.GENERAL)
    assembly.clock.time += 2 * BOARD_DELAY
    sent = [
        one
        for one in await assembly.deliveries.claim(100)
        if isinstance(one.claimed.notice.subject, BallotOpened)
    ]
    leader, delegate = MemberId(11), MemberId(12)
    assert {leader, delegate} < {one.claimed.notice.recipient for one in sent}
    await assembly.casts(delegate, poll, FOR, voter=1)

    for one in sent:
        await assembly.deliveries.note_sent(
            one.claimed, MessageRef(one.letter.chat, 77), one.letter.content
        )
    edits = "SELECT member_id FROM notices WHERE edits_message = 77 ORDER BY member_id"
    assert await assembly.rows(edits) == [(leader,), (delegate,)]
    renewed = [one.letter.content for one in await assembly.deliveries.claim(100)]
    cards = [one.card for one in renewed if isinstance(one, BallotLetter)]
    assert [[mine.voted for mine in card.ballots] for card in cards] == [[True], [True]]

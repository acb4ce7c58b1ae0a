"""The steps of the model of a meeting, done as acts in the log of a real one."""

from typing import Any

from bot.domain.meetings import acts, refusals
from bot.domain.meetings.plans import AgendaPoint, ItemId, ItemKind, Meeting, PartOf
from bot.domain.meetings.terms import Ground, Hands, Leaving, Motion, Slip, VotingForm
from bot.domain.meetings.verification import BallotEntry, examine_meeting
from bot.domain.meetings.voting import require_ballot, require_last_call
from bot.domain.people.members import MemberId
from bot.domain.polls.findings import Mismatch
from bot.domain.polls.hand_counts import hands_on_motion
from bot.domain.polls.polls import PollId
from bot.domain.polls.records import RecordKind
from bot.domain.polls.voters import VoterId
from storage.meetings.acts import read_logged
from tests.hall_model import OUTSIDER, N, Person
from tests.meeting_model import ITEMS
from tests.sittings import (
    CHAIR,
    FIRST_TELLER,
    LETTER,
    MEETING,
    MINUTE,
    MIXED,
    SECOND_TELLER,
    STARTS,
    Sitting,
    a_paper,
    delegate,
    leader,
)

TELLERS = (FIRST_TELLER, SECOND_TELLER)


def member(person: Person) -> MemberId:
    """Return a person of the model as they are known to the log."""
    voter, rank = person
    if person == OUTSIDER:
        return MemberId(900)
    return delegate(voter) if rank else leader(voter)


def a_motion(number: int, **said: Any) -> AgendaPoint:
    """Return an item that is voted on."""
    return AgendaPoint(id=ItemId(number), kind=ItemKind.VOTE, title=f"Вопрос {number}", **said)


class PlayedMeeting:
    """A meeting whose steps are named as those of the model; what is not allowed is refused."""

    def __init__(self) -> None:
        agenda = tuple(map(a_motion, range(1, ITEMS + 1)))
        self.sitting = Sitting(N, agenda=agenda, **MIXED).registers()
        self.tried: list[BallotEntry] = []
        self.refused: set[tuple[int, PollId]] = set()

    def _does(self, act: type[acts.MeetingAct], **said: Any) -> None:
        self.sitting.does(act, CHAIR, **said)

    # --- the desks --------------------------------------------------------------------------

    def arrive(self, voter: int, person: Person, good: bool, afar: bool) -> None:
        said: dict[str, Any] = {"person": member(person), "remote": afar}
        if person == (voter, 1):
            said |= {"ground": Ground.DELEGATE, "document": LETTER if good else ""}
        elif person != (voter, 0):
            arrives = self.sitting.now + MINUTE
            paper = a_paper(expires_at=arrives + MINUTE if good else arrives)
            said |= {"ground": Ground.PROXY, "proxy": paper}
        self.sitting.arrives(voter, **said)

    def depart(self, voter: int, person: Person) -> None:
        self.sitting.leaves(voter, member(person))

    def lose(self, voter: int, person: Person) -> None:
        self.sitting.leaves(voter, member(person), by=None, why=Leaving.LOST)

    def mistake(self, voter: int, person: Person) -> None:
        self.sitting.leaves(voter, member(person), why=Leaving.MISTAKE)

    def post(self, voter: int, items: frozenset[int], late: bool) -> None:
        ballots = {ItemId(item): "for" for item in sorted(items)}
        said: dict[str, Any] = {"received_at": STARTS + late * MINUTE, "ballots": ballots}
        self._does(acts.Posted, **self._who(voter, (voter, 0)), **said)

    def code(self, voter: int, person: Person) -> None:
        self._does(acts.CodeIssued, **self._who(voter, person), digest="ab")

    def _who(self, voter: int, person: Person) -> dict[str, Any]:
        return {"voter": VoterId(voter), "person": member(person)}

    # --- the course -------------------------------------------------------------------------

    def begin(self) -> None:
        self._does(acts.Begun)

    def pause(self) -> None:
        self._does(acts.Suspended, reason="Свет")

    def resume(self) -> None:
        self._does(acts.Resumed)

    def kill(self) -> None:
        """Forget the state, and go on with the one that the stored entries come to."""
        self.sitting.state = self.sitting.replayed()

    def end(self) -> None:
        self._does(acts.Ended)

    # --- the agenda -------------------------------------------------------------------------

    def elect(self) -> None:
        self.sitting.elects()

    def call(self, item: int) -> None:
        self.sitting.calls(ItemId(item))

    def amend(self, item: int, kind: str) -> None:
        part = a_motion(self._free, of=ItemId(item), part=PartOf(kind))
        self._does(acts.Amended, item=ItemId(item), parts=(part,))

    @property
    def _free(self) -> int:
        return max(self.sitting.state.items) + 1

    def _moves(self, motion: Motion, against: int, **said: Any) -> None:
        present = len(self.sitting.state.present)
        self._does(acts.Procedural, motion=motion, hands=Hands(present - against, against), **said)

    def as_block(self, items: frozenset[int], against: int) -> None:
        self._moves(Motion.BLOCK, against, items=tuple(map(ItemId, sorted(items))))

    def remove(self, item: int, against: int) -> None:
        self._moves(Motion.REMOVE, against, item=ItemId(item))

    def add(self, against: int) -> None:
        self._moves(Motion.ADD, against, added=a_motion(self._free))

    def reorder(self, first: int, whole: bool, against: int) -> None:
        state = self.sitting.state
        left = [one for one in state.order if not state.items[one].is_over]
        order = sorted(left, key=lambda one: one != first)
        self._moves(Motion.REORDER, against, order=tuple(order if whole else order[:1]))

    def close_debate(self, item: int, against: int) -> None:
        self._moves(Motion.CLOSE_DEBATE, against, item=ItemId(item))

    def recuse(self, voter: int, person: Person, item: int) -> None:
        self._does(acts.RecusedFromItem, item=ItemId(item), **self._who(voter, person))

    # --- votes ------------------------------------------------------------------------------

    def open(self, item: int, hands: bool, barred: int = 0) -> None:
        form = VotingForm.HANDS if hands else VotingForm.BALLOT
        self.sitting.opens(ItemId(item), call=False, form=form, barred=TELLERS[:barred])

    def last_call(self, item: int) -> None:
        self._does(acts.LastCall, item=ItemId(item))

    def closes_at_once(self, item: int) -> bool:
        """Tell whether a vote in which no ballot was cast is closed without a last call."""
        found = self.sitting.state.items[ItemId(item)]
        assert found.vote is not None
        try:
            require_last_call(self.sitting.state, found, found.vote, frozenset())
        except refusals.LastCallFirst:
            return False
        return True

    def _poll(self, item: int) -> PollId:
        vote = self.sitting.state.item(ItemId(item)).vote
        if vote is None:
            raise refusals.VoteNotOpen
        return vote.poll

    def cast(self, item: int, voter: int, person: Person) -> None:
        """Try a ballot; it is in the chain among the acts, and the meeting's state stays."""
        after, poll, hand = self.sitting.head.number, self._poll(item), member(person)
        said = BallotEntry(after, RecordKind.BALLOT, poll, VoterId(voter), hand, "against")
        self.tried.append(said)
        self.may_cast(item, voter, person)

    def may_cast(self, item: int, voter: int, person: Person) -> None:
        """Refuse a ballot as the bot and the ballot page do."""
        found = self.sitting.state.items[ItemId(item)]
        if found.vote is None or not found.vote.is_open:
            raise refusals.VoteNotOpen
        require_ballot(self.sitting.state, found, found.vote, VoterId(voter), member(person))
        if voter in found.recused:  # it is the poll that refuses them
            raise refusals.RecusedAlready

    def forbidden(self) -> set[tuple[int, PollId]]:
        """Return which of the tried ballots `verify` finds that nobody could cast: entry, poll."""
        log = list(map(read_logged, self.sitting.entries))
        meeting = Meeting(MEETING, self.sitting.plan, CHAIR, STARTS)
        found = examine_meeting(meeting, log, {}, self.tried)
        known = {(one.number, one.poll) for one in self.tried}
        forbidden = {(f.entry, f.poll) for f in found if f.mismatch is Mismatch.FORBIDDEN}
        return known & forbidden

    def slip(self, item: int, voter: int, number: int) -> None:
        self.sitting.slip(number, voter, ItemId(item))

    def spoil(self, item: int, voter: int, number: int) -> None:
        self.sitting.slip(number, voter, ItemId(item), state=Slip.SPOILED)

    def count(self, item: int, teller: int, figures: tuple[int, int, int]) -> None:
        self._count(item, teller, figures, recount=False)

    def recount(self, item: int, teller: int, figures: tuple[int, int, int]) -> None:
        self._count(item, teller, figures, recount=True)

    def _count(
        self, item: int, teller: int, figures: tuple[int, int, int], *, recount: bool
    ) -> None:
        said = {"item": ItemId(item), "count": hands_on_motion(*figures), "recount": recount}
        self.sitting.does(acts.Counted, TELLERS[teller], **said)

    def close(self, item: int, tied: bool) -> None:
        self._poll(item)
        self.sitting.closes(ItemId(item), tied=tied)

    def lot(self, item: int) -> None:
        self._does(acts.ItemDone, item=ItemId(item))

    def cancel(self, item: int) -> None:
        poll = self._poll(item)
        self._does(acts.VoteCancelled, item=ItemId(item), vote=poll, reason="Повтор")

    # --- speakers and objections ------------------------------------------------------------

    def ask(self, voter: int, person: Person, point: bool) -> None:
        name = str(person)
        self._does(acts.FloorAsked, **self._who(voter, person), name=name, point=point)

    def drop(self, person: Person) -> None:
        self._does(acts.FloorLeft, person=member(person))

    def give(self, person: Person) -> None:
        limit = self.sitting.plan.speech
        self._does(acts.FloorGiven, person=member(person), limit=limit)

    def stop(self, person: Person) -> None:
        self._does(acts.FloorEnded, person=member(person))

    def object(self, voter: int, person: Person, item: int | None, mandate: int | None) -> None:
        said = {"item": item, "mandate": mandate, "words": "Нет"}
        self._does(acts.Objected, **self._who(voter, person), **said)

    def uphold(self, which: int) -> None:
        made = self.sitting.state.objections
        number = made[which].number if which < len(made) else 0
        self._does(acts.ObjectionUpheld, objection=number)

"""A general meeting in memory: acts one after another, as the log has them, and what they give."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from bot.domain.meetings import acts
from bot.domain.meetings.acts import MeetingAct
from bot.domain.meetings.folding import Logged, applied, fold, require_allowed
from bot.domain.meetings.plans import (
    AgendaPoint,
    ItemId,
    ItemKind,
    MeetingId,
    MeetingMode,
    MeetingPlan,
)
from bot.domain.meetings.records import recorded
from bot.domain.meetings.state import MeetingState, Stage
from bot.domain.meetings.terms import Ground, Hands, Motion, Office, ProxyPaper, VotingForm
from bot.domain.people.members import MemberId
from bot.domain.polls.hand_counts import hands_on_motion
from bot.domain.polls.plans import Candidate, CandidateId
from bot.domain.polls.polls import PollId
from bot.domain.polls.seals import GENESIS, Entry, Head, following
from bot.domain.polls.voters import Representative, Voter, VoterId
from storage.meetings.acts import read_logged

MEETING = MeetingId(1)
STARTS = datetime(2026, 12, 10, 7, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
SECRETARY = MemberId(1)
CHAIR, CLERK = MemberId(2), MemberId(3)
FIRST_TELLER, SECOND_TELLER = MemberId(4), MemberId(5)
REPORT, BUDGET, ELECTION, CHARTER = map(ItemId, (1, 2, 3, 4))
LETTER = "приказ № 5"


def leader(voter: int) -> MemberId:
    """The leader of a voter."""
    return MemberId(100 + voter)


def delegate(voter: int) -> MemberId:
    """The delegate of a voter."""
    return MemberId(200 + voter)


def a_voter(number: int) -> Voter:
    """Return an organisation with a leader and a delegate."""
    people = (
        Representative(leader(number), f"Глава {number}", leader=True),
        Representative(delegate(number), f"Делегат {number}", leader=False),
    )
    return Voter(VoterId(number), f"Фонд {number}", people, inn=f"66{number:08}")


def an_agenda() -> tuple[AgendaPoint, ...]:
    """Return a report, a motion, an election and another motion."""
    stand = tuple(Candidate(CandidateId(n), f"Кандидат {n}", member=leader(n)) for n in (1, 2))
    return (
        AgendaPoint(id=REPORT, kind=ItemKind.REPORT, title="Отчёт", speaker="Вера", minutes=20),
        AgendaPoint(id=BUDGET, kind=ItemKind.VOTE, title="Бюджет", decision="Утвердить бюджет"),
        AgendaPoint(id=ELECTION, kind=ItemKind.ELECTION, title="Выборы", candidates=stand),
        AgendaPoint(id=CHARTER, kind=ItemKind.VOTE, title="Устав", exclusive=True),
    )


def a_meeting_plan(**changes: Any) -> MeetingPlan:
    """Return the plan of a meeting in the hall."""
    plan = MeetingPlan(
        title="Общее собрание", starts_at=STARTS, place="Дом НКО", agenda=an_agenda()
    )
    return replace(plan, **changes)


class Sitting:
    """A meeting of some voters: what is done must be allowed, and is folded at once."""

    def __init__(self, voters: int = 5, **plan: Any) -> None:
        self.plan = a_meeting_plan(**plan)
        self.state = MeetingState(id=MEETING, plan=self.plan)
        self.entries: list[Entry] = []
        self.now = STARTS - 20 * timedelta(days=1)
        self.voters = tuple(map(a_voter, range(1, voters + 1)))
        self.polls = 0

    @property
    def head(self) -> Head:
        return self.entries[-1].head if self.entries else GENESIS

    def does(self, act: type[MeetingAct], by: MemberId | None = SECRETARY, **said: Any) -> None:
        """Do what the rules allow."""
        self.now += MINUTE
        made = act(meeting=MEETING, by=by, at=self.now, **said)
        require_allowed(self.state, made)
        record = recorded(made)
        self.entries.append(following(self.head, record.kind, record.payload))
        self.state = applied(self.state, Logged(self.head, made))

    def replayed(self) -> MeetingState:
        """Return the state that the entries come to, read as they are stored."""
        return fold(MEETING, self.plan, map(read_logged, self.entries))

    # --- the usual course -------------------------------------------------------------------

    def registers(self) -> "Sitting":
        """Convene the meeting, and open the registration on its day."""
        self.does(acts.Convened, plan=self.plan)
        self.now = STARTS - timedelta(hours=1)
        self.does(acts.RegistrationOpened, voters=self.voters)
        return self

    def arrives(self, *numbers: int, **said: Any) -> "Sitting":
        """Have the leaders of these voters arrive."""
        for number in numbers:
            usual = {
                "voter": VoterId(number),
                "person": leader(number),
                "name": f"Глава {number}",
                "ground": Ground.LEADER,
            }
            self.does(acts.Arrived, **{**usual, **said})
        return self

    def leaves(self, number: int, person: MemberId | None = None, **said: Any) -> "Sitting":
        """Have a voter's leader, or somebody else of it, leave."""
        self.does(acts.Departed, voter=VoterId(number), person=person or leader(number), **said)
        return self

    def begins(self, *numbers: int) -> "Sitting":
        """Have these voters arrive, open the session, and elect the officers."""
        self.registers().arrives(*numbers)
        self.does(acts.Begun)
        return self.elects()

    def elects(self) -> "Sitting":
        """Elect the officers."""
        present = Hands(len(self.state.present))
        for office, people in (
            (Office.CHAIR, (CHAIR,)),
            (Office.SECRETARY, (CLERK,)),
            (Office.TELLER, (FIRST_TELLER, SECOND_TELLER)),
        ):
            names = tuple(f"Человек {one}" for one in people)
            self.does(
                acts.OfficersElected, office=office, people=people, names=names, hands=present
            )
        return self

    def calls(self, item: ItemId) -> "Sitting":
        self.does(acts.ItemCalled, item=item)
        return self

    def opens(self, item: ItemId = BUDGET, *, call: bool = True, **said: Any) -> PollId:
        """Call an item and open the vote on it; after a tie it is a second round."""
        if call:
            self.calls(item)
        self.polls += 1
        usual = {"form": VotingForm.BALLOT, "secret": False, "needed": self.state.needed}
        found = self.state.items.get(item)
        if found is not None and found.stage is Stage.TIED and found.vote is not None:
            usual |= {"run_off_of": found.vote.poll}
        poll, run_off = PollId(self.polls), "run_off_of" in usual
        present = tuple(sorted(self.state.taking_part_in(item, run_off=run_off)))
        self.does(
            acts.VoteOpened, CHAIR, item=item, vote=poll, **{"present": present, **usual, **said}
        )
        return poll

    def closes(self, item: ItemId = BUDGET, *, tied: bool = False) -> "Sitting":
        """Close the vote on an item, with what the tellers agreed on."""
        vote = self.state.items[item].votes[-1]
        agreed = vote.agreed()
        counted = agreed.count if agreed and vote.is_counted_by_hand else None
        said = {"item": item, "vote": vote.poll, "counted": counted, "tied": tied}
        self.does(acts.VoteClosed, CHAIR, **said)
        return self

    def counts(self, *figures: int, item: ItemId = BUDGET, **said: Any) -> "Sitting":
        """Have both tellers enter the same figures."""
        for teller in (FIRST_TELLER, SECOND_TELLER):
            self.does(acts.Counted, teller, item=item, count=hands_on_motion(*figures), **said)
        return self

    def slip(self, number: int, voter: int, item: ItemId = BUDGET, **said: Any) -> "Sitting":
        self.does(acts.SlipTaken, item=item, number=number, voter=VoterId(voter), **said)
        return self

    def moves(self, motion: Motion, *hands: int, **said: Any) -> "Sitting":
        """Put a procedural motion to the vote; everybody present is for it unless told."""
        shown = Hands(*hands) if hands else Hands(len(self.state.present))
        self.does(acts.Procedural, CHAIR, motion=motion, hands=shown, **said)
        return self


def a_paper(**changes: Any) -> ProxyPaper:
    """Return a proxy's paper that is good for the day."""
    paper = ProxyPaper("7", date(2026, 12, 1), STARTS + timedelta(days=1), "все вопросы", "Глава")
    return replace(paper, **changes)


FROM_AFAR: dict[str, Any] = {"mode": MeetingMode.REMOTE, "remote": "Устав, п. 5.8"}
MIXED: dict[str, Any] = {"mode": MeetingMode.MIXED, "remote": "Устав, п. 5.8"}

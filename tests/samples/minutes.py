"""Samples of the notices of minutes."""

from dataclasses import replace
from datetime import timedelta

from bot.domain.minutes.files import IssuedFiles
from bot.domain.minutes.minutes import Body, MinutesNumber
from bot.domain.minutes.notices import AddendumDue, ChallengeOver, DrawingUpDue, RegistrationDue
from bot.domain.minutes.plans import IssuedMinutes, MinutesId
from bot.domain.polls import records
from bot.domain.polls.ballots import Ballot, Choice, MotionBallot, Statement
from bot.domain.polls.voters import VoterId
from storage.stores import Stores
from tests import polling
from tests.samples.people import NOW, OLGA, VERA, Sample
from tests.samples.polls import declared_poll


def of_minutes(tx: Stores) -> list[Sample]:
    """Issue minutes to which somebody wants something appended; of another vote there are none."""
    votes: list[Ballot] = [
        MotionBallot(choice) for choice in (Choice.FOR, Choice.FOR, Choice.AGAINST)
    ]
    plan = polling.a_motion(question="Взнос на год", closes_at=NOW + timedelta(hours=1))
    poll = declared_poll(tx, plan, votes)
    number = MinutesNumber(1, 2026)
    issued = IssuedMinutes(
        MinutesId(0), Body.COUNCIL, number, (poll,), ("Взнос",), OLGA, NOW, "d" * 64, "e" * 64
    )
    head = tx.entries.add(records.issued(issued))
    minutes = tx.minutes.add(issued, IssuedFiles(b"PK", b"%PDF"), head.number, None)
    tx.ballots.save_statement(poll, Statement(VoterId(VERA), VERA, "Дорого"))
    tx.entries.add(records.stated(poll, VoterId(VERA), "Дорого", VERA, NOW))
    late = declared_poll(tx, replace(plan, question="Отчёт за год"), votes)
    return [
        Sample(AddendumDue(minutes), OLGA),
        Sample(DrawingUpDue(late), OLGA),
        Sample(ChallengeOver(minutes), OLGA),
        Sample(RegistrationDue(minutes), OLGA),
    ]

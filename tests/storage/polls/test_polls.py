"""What the rules of polls forbid, the schema refuses too; and what is kept comes back whole."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta

import pytest

from bot.domain.people.members import MemberId, Role
from bot.domain.people.people import PersonDetails
from bot.domain.polls.majorities import Base
from bot.domain.polls.materials import Material, MaterialKind
from bot.domain.polls.omissions import Omission
from bot.domain.polls.plans import Body, Candidate, CandidateId, Mode, PollKind, Secrecy
from bot.domain.polls.polls import PollId
from bot.domain.polls.voters import Representative, Voter, VoterId
from storage.stores import Stores
from tests.polling import NOW, TWO_THIRDS, a_motion, an_admission, an_election, rules
from tests.schemas import in_memory

PROXY = (
    "INSERT INTO proxies VALUES (2, {}, 1, 'А', '{}', '2026', '2027', '{}', 1, '', NULL, NULL, 0,"
    " '', 1, NULL)"
)
ANNA = MemberId(1)
DAY = timedelta(days=1)
ONE = (Candidate(CandidateId(4), "Анна", member=ANNA),)


@pytest.fixture
def db() -> Iterator[sqlite3.Connection]:
    """A scheduled poll 1 and an open one, 2, with one voter."""
    with closing(in_memory()) as opened:
        tx = Stores(opened)
        assert tx.members.add(PersonDetails("Анна"), None) == ANNA
        for _ in range(2):
            poll = tx.polls.add(a_motion(), ANNA, NOW)
        leader = Representative(ANNA, "Анна", "Глава", leader=True)
        voter = Voter(VoterId(7), "Фонд", (leader,), "66", "10", "О")
        tx.electorates.add(poll.id, [voter])
        tx.polls.save(poll.opened(tx.electorates.of_poll(poll.id), NOW))
        assert tx.electorates.voters(poll.id) == (voter,)
        yield opened


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE polls SET kind = 'straw' WHERE id = 1",
        "UPDATE polls SET body = 'board' WHERE id = 1",
        "UPDATE polls SET question = '' WHERE id = 1",
        "UPDATE polls SET question = printf('%.*c', 1001, 'x') WHERE id = 1",
        "UPDATE polls SET rules = '{' WHERE id = 1",
        "UPDATE polls SET mode = 'online' WHERE id = 1",
        "UPDATE polls SET secrecy = 'open' WHERE id = 1",
        "UPDATE polls SET live = 1, secrecy = 'secret' WHERE id = 1",
        "UPDATE polls SET live = 2 WHERE id = 1",
        "UPDATE polls SET exclusive = 2 WHERE id = 1",
        "UPDATE polls SET closes_when_all_voted = 2 WHERE id = 1",
        "UPDATE polls SET tells_members = 2 WHERE id = 1",
        "UPDATE polls SET elects_council = 1 WHERE id = 1",
        "UPDATE polls SET seats = 0 WHERE id = 1",
        "UPDATE polls SET seats = 2 WHERE id = 1",
        "UPDATE polls SET seats = 51, kind = 'election' WHERE id = 1",
        "UPDATE polls SET kind = 'admission' WHERE id = 1",
        "UPDATE polls SET candidates = '[{}]' WHERE id = 1",
        "UPDATE polls SET candidates = '{}' WHERE id = 1",
        "UPDATE polls SET materials = '{}' WHERE id = 1",
        "UPDATE polls SET leads = 'soon' WHERE id = 1",
        "UPDATE polls SET voters = 'all' WHERE id = 1",
        "UPDATE polls SET created_by = 99 WHERE id = 1",
        "UPDATE polls SET run_off_of = 99 WHERE id = 1",
        "UPDATE polls SET opened_at = '2026-12-01' WHERE id = 1",
        "UPDATE polls SET state = 'open' WHERE id = 1",
        "UPDATE polls SET state = 'open', opened_at = '2027-01-01' WHERE id = 1",
        "UPDATE polls SET state = 'closed' WHERE id = 1",
        "UPDATE polls SET state = 'closed' WHERE id = 2",
        "UPDATE polls SET state = 'closed', closed_at = '2026-12-02' WHERE id = 2",
        (
            "UPDATE polls SET state = 'closed', closed_at = '2026-12-02', closing = 'by_hand'"
            " WHERE id = 2"
        ),
        (
            "UPDATE polls SET state = 'closed', closed_at = '2027-12-02', closing = 'deadline'"
            " WHERE id = 2"
        ),
        (
            "UPDATE polls SET state = 'closed', closed_at = '2026-11-02', closing = 'deadline'"
            " WHERE id = 2"
        ),
        "UPDATE polls SET state = 'cancelled', reason = printf('%.*c', 501, 'x') WHERE id = 2",
        "INSERT INTO polls SELECT * FROM polls WHERE id = 2",
        "INSERT INTO voters (poll_id, voter_id, name) VALUES (99, 1, 'Фонд')",
        "INSERT INTO ballots VALUES (2, 8, 'for', 1, '2026-12-01', 0)",  # no voter
        "INSERT INTO ballots VALUES (2, 7, '', 1, '2026-12-01', 0)",
        "INSERT INTO ballots VALUES (2, 7, 'for', 99, '2026-12-01', 0)",
        "INSERT INTO ballots VALUES (1, 7, 'for', 1, '2026-12-01', 0)",
        "INSERT INTO roll VALUES (2, 7)",  # the poll is named
        "INSERT INTO secret_ballots VALUES (2, printf('%032d', 7), 'for', NULL)",
        "INSERT INTO recusals VALUES (2, 8, 1)",
        "INSERT INTO recusals VALUES (1, 7, 1)",
        PROXY.format(7, "", "Г"),
        PROXY.format(7, "7", ""),
        PROXY.format(8, "7", "Г"),
        "INSERT INTO statements VALUES (2, 8, 1, '')",
        "INSERT INTO statements VALUES (2, 7, 1, printf('%.*c', 1001, 'x'))",
        "INSERT INTO entries VALUES (2, 'k', '{}', printf('%064d', 0), printf('%064d', 1))",
        "INSERT INTO entries VALUES (1, 'k', '{}', printf('%064d', 7), printf('%064d', 1))",
        "INSERT INTO entries VALUES (1, '', '{}', printf('%064d', 0), printf('%064d', 1))",
        "INSERT INTO entries VALUES (1, 'k', '{', printf('%064d', 0), printf('%064d', 1))",
        "INSERT INTO entries VALUES (1, 'k', '{}', printf('%064d', 0), '1')",
        (
            "INSERT INTO results VALUES (2, '{}', 'adopted', printf('%064d', 0),"
            " printf('%064d', 0), printf('%064d', 0), 1, NULL)"
        ),
        "INSERT INTO lots VALUES (2, '[1]', 'Монетой', 1, '2026-12-01')",
        "INSERT INTO due_times VALUES ('ballot_reminders', 2, 0, '2026-12-01', 0)",
        "INSERT INTO due_times VALUES ('ballot_reminders', 2, 60, '2026-12-01', 2)",
        "INSERT INTO shown_messages VALUES (1, 1, 'poll', 2, NULL, 'ballot', 0, NULL)",
        "INSERT INTO shown_messages VALUES (1, 1, 'poll', 2, 1, 'post', 0, NULL)",
        "INSERT INTO shown_messages VALUES (1, 1, 'poll', 2, 1, 'card', 0, NULL)",
    ],
)
def test_the_schema_refuses(db: sqlite3.Connection, statement: str) -> None:
    before = list(db.iterdump())
    with pytest.raises(sqlite3.IntegrityError):
        db.execute(statement)

    assert list(db.iterdump()) == before


@pytest.mark.parametrize(
    "plan",
    [
        a_motion(
            rules=rules(TWO_THIRDS, Base.ENTITLED, lowers=True),
            mode=Mode.MEETING,
            secrecy=Secrecy.SECRET,
            exclusive=True,
            closes_when_all_voted=True,
            opens_at=NOW + DAY,
            body=Body.GENERAL,
            materials=(Material(MaterialKind.DOCUMENT, "file-id", "Смета.pdf"),),
            leads=(DAY, DAY / 24),
            tells_members=True,
            voters=(VoterId(3), VoterId(7)),
            omission=Omission("Устав, п. 4.7", "членство приостановлено"),
            preset="charter",
        ),
        a_motion(live=True, leads=()),
        an_admission(3),
        an_election(elects_council=True),
        a_motion(kind=PollKind.ELECTION, candidates=ONE),
    ],
    ids=["full", "live", "admission", "election", "member"],
)
def test_a_plan_comes_back_as_it_was(db: sqlite3.Connection, plan: object) -> None:
    polls = Stores(db).polls
    added = polls.add(plan, ANNA, NOW, draft="d")  # type: ignore[arg-type]  # each is a plan

    found = polls.get(added.id)
    assert found is not None
    assert found.plan == plan
    assert polls.by_draft("d") == added.id
    polls.save(found)
    assert polls.get(added.id) == found


def test_an_unknown_poll_is_none(db: sqlite3.Connection) -> None:
    stores = Stores(db)
    assert stores.polls.get(PollId(99)) is None
    assert stores.outcomes.declared(PollId(99)) is None
    assert stores.outcomes.lot(PollId(99)) is None
    assert stores.electorates.voters(PollId(99)) == ()


def test_a_role_keeps_the_day_since_when_whatever_else_is_entered_of_the_person(
    db: sqlite3.Connection,
) -> None:
    members = Stores(db).members
    members.add_role(ANNA, Role.COUNCIL, NOW.date())
    members.update(ANNA, PersonDetails("Анна", roles=frozenset({Role.COUNCIL, Role.ORGANISER})))
    assert members.roles_since(Role.COUNCIL) == {ANNA: NOW.date()}

    members.update(ANNA, PersonDetails("Анна", roles=frozenset({Role.ORGANISER})))
    found = members.get(ANNA)
    assert found is not None
    assert found.roles == {Role.ORGANISER}
    assert members.roles_since(Role.COUNCIL) == {}

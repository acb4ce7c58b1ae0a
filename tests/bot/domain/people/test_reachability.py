"""Who is out of reach, what a digest tells, and when in the week it is due."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.people.members import Member, MemberId, Organisation, OrganisationId, TelegramId
from bot.domain.people.reachability import (
    Cause,
    ContactState,
    Person,
    Snapshot,
    Weekly,
    changes,
    reached,
)
from tests.people import a_member

NOW = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
FUND, CHOIR, CLUB, EMPTY = (
    Organisation(OrganisationId(n), name, "", f"667100000{n}", None, "", None)
    for n, name in enumerate(("Фонд", "Хор", "Клуб", "Пустая"), 1)
)


def somebody(
    number: int,
    organisation: Organisation | None,
    *,
    joined: bool = True,
    reachable: bool = True,
    consented: bool = True,
    guest: bool = False,
) -> Member:
    return a_member(
        id=MemberId(number),
        name=f"Участник {number}",
        organisation=organisation.id if organisation else None,
        organisation_name=organisation.name if organisation else None,
        telegram_id=TelegramId(number) if joined else None,
        consent_version=1 if joined and consented else None,
        reachable=reachable,
        guest=guest,
    )


def test_an_organisation_is_out_of_reach_when_nobody_of_it_is_reached() -> None:
    standing = reached(
        [FUND, CHOIR, CLUB, EMPTY],
        [
            somebody(1, FUND, joined=False),
            somebody(2, FUND),
            somebody(3, CHOIR, reachable=False),
            somebody(4, CHOIR, joined=False),
            somebody(5, CLUB, joined=False),
            somebody(6, CLUB, consented=False),
        ],
        {MemberId(3): NOW},
    )

    causes = {house.organisation.name: house.cause for house in standing.organisations}
    assert causes == {
        "Фонд": None,
        "Хор": Cause.ALL_BLOCKED,
        "Клуб": Cause.NOBODY_JOINED,
        "Пустая": Cause.NOBODY_KNOWN,
    }
    assert len(standing.silent) == 3
    lost = Snapshot(frozenset({CHOIR.id}), frozenset({MemberId(3)}))
    assert standing.snapshot == lost, "those who never came cannot be lost"


def test_who_blocked_last_stands_first_and_guests_are_nobodys_concern() -> None:
    since = {MemberId(n): NOW - timedelta(days=n) for n in (1, 2, 3)}
    members = [somebody(n, FUND, reachable=False, guest=n == 1) for n in (1, 3, 2)]

    standing = reached([FUND], members, since)

    assert [person.member.id for person in standing.blocked] == [2, 3]
    assert standing.blocked[0].since == NOW - timedelta(days=2)


def test_a_person_is_absent_blocked_unfinished_or_reached() -> None:
    people = [
        somebody(1, None, joined=False),
        somebody(2, None, reachable=False),
        somebody(3, None, consented=False),
        somebody(4, None),
    ]
    assert [Person(one).contact for one in people] == [
        ContactState.ABSENT,
        ContactState.BLOCKED,
        ContactState.UNFINISHED,
        ContactState.REACHED,
    ]


organisations = st.frozensets(st.integers(1, 6).map(OrganisationId))
members = st.frozensets(st.integers(1, 6).map(MemberId))
snapshots = st.builds(Snapshot, organisations, members)


@given(snapshots, snapshots)
def test_what_a_digest_tells_leads_from_one_state_to_the_other(
    before: Snapshot, after: Snapshot
) -> None:
    told = changes(before, after)
    if before == after:
        assert told is None
        return
    assert told is not None
    assert before.silent - {*told.reached} | {*told.silent} == after.silent
    assert before.blocked - {*told.returned} | {*told.blocked} == after.blocked
    assert not {*told.silent} & before.silent
    assert not {*told.blocked} & before.blocked


@given(
    st.integers(0, 2 * 365 * 24 * 60).map(lambda minutes: NOW + timedelta(minutes=minutes)),
    st.integers(0, 6),
    st.times().map(lambda t: t.replace(second=0, microsecond=0, fold=0)),
    st.sampled_from(["Asia/Yekaterinburg", "Europe/Berlin", "America/New_York"]).map(ZoneInfo),
)
def test_the_last_moment_of_the_week_has_passed_by_less_than_a_week_and_an_hour(
    now: datetime, weekday: int, at: time, zone: ZoneInfo
) -> None:
    moment = Weekly(weekday, at).last(now, zone)
    assert timedelta(0) <= now - moment <= timedelta(days=7, hours=1)
    noon = moment.astimezone(zone)
    skipped = noon.replace(tzinfo=None) != datetime.combine(noon.date(), at)
    assert skipped or (noon.weekday(), noon.time()) == (weekday, at)

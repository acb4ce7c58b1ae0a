"""Minutes say what is stored, are numbered without gaps, and are kept byte for byte."""

import asyncio
import json
from dataclasses import replace
from hashlib import sha256

import pytest

from bot.domain.minutes.files import IssuedFiles
from bot.domain.minutes.minutes import Body, Convening, Minutes, Signatory, Standing
from bot.domain.minutes.participants import Authority, Participant
from bot.domain.minutes.plans import MinutesId, MinutesPlan
from bot.domain.minutes.refusals import (
    AuthorityMissing,
    DecisionMissing,
    MinutesMixed,
    MinutesNotFound,
    MinutesOutdated,
    PollNotCounted,
)
from bot.domain.people.members import MemberId, OrganisationId, Role
from bot.domain.people.people import PersonDetails
from bot.domain.polls import records
from bot.domain.polls.plans import Mode, PollKind, PollPlan
from bot.domain.polls.polls import PollId
from bot.domain.polls.voters import Voter, VoterId
from bot.domain.refusals import OnlyForPresiding
from bot.ports import Transaction
from bot.services.minutes.minutes import PollMinutes
from bot.services.polls import courses
from bot.services.polls.electing import voters_of
from storage.stores import Stores
from tests.councils import (
    AGAINST,
    CHAIR,
    CLOSES,
    COUNCIL,
    DAY,
    FOR,
    GENERAL,
    HOUR,
    ISSUED,
    NOON,
    OUTSIDER,
    SECRET,
    SECRETARY,
    Assembly,
    an_election,
)
from tests.halls import refused
from tests.people import consented
from tests.polling import candidates

BOT = "alliance_bot"
FILES = IssuedFiles(b"PK docx", b"%PDF pdf")


def service(assembly: Assembly) -> PollMinutes:
    return PollMinutes(assembly.database, assembly.clock, assembly.rules)


def a_plan(*polls: PollId) -> MinutesPlan:
    return MinutesPlan(
        polls=polls,
        place="Екатеринбург",
        starts_at=NOON,
        ends_at=CLOSES + DAY,
        drawn_up_at=CLOSES + HOUR,
        convening=Convening("Анна Орлова, председатель", NOON.date(), "проект плана"),
        chair=Signatory("Анна Орлова", "председатель"),
        secretary=Signatory("Пётр Климов", "секретарь"),
        counted_by=(Signatory("Пётр Климов", "секретарь"),),
        authorities={"": "протокол Общего собрания № 3"},
    )


async def voted(assembly: Assembly, *, closes: bool = True, **plan: object) -> PollId:
    """Hold a vote in the council: five for, one against, who wants that on record."""
    poll = await assembly.opens(**plan)
    for member in COUNCIL[:5]:
        await assembly.casts(member, poll, FOR)
    await assembly.casts(6, poll, AGAINST)
    await assembly.ballots.state(MemberId(6), poll, VoterId(6), "Дорого")
    if closes:
        await assembly.closes(poll)
    return poll


def said(one: Participant) -> list[tuple[tuple[int, ...], list[tuple[str, Authority]]]]:
    """Return by whose hand a voter took part: the items, and who it was or may have been."""
    return [
        (casting.items, [(hand.name, hand.authority) for hand in casting.hands])
        for casting in one.castings
    ]


async def drawn(assembly: Assembly, *polls: PollId) -> Minutes:
    return await service(assembly).draft(CHAIR, a_plan(*polls), BOT)


async def test_minutes_say_who_was_entitled_who_came_and_how_each_voted(assembly: Assembly) -> None:
    poll = await voted(assembly)

    minutes = await drawn(assembly, poll)

    (item,) = minutes.items
    assert (minutes.body, str(minutes.number)) == (Body.COUNCIL, "1/2026")
    assert len(minutes.participants) == len(COUNCIL)
    assert minutes.taking_part == len(item.ballots) == 6
    first, last = minutes.participants[0], minutes.participants[-1]
    assert (first.member, said(first)) == (
        "Член совета 1",
        [((1,), [("Член совета 1", Authority.COUNCIL_MEMBER)])],
    )
    assert (last.castings, minutes.standing(last.voter)) == ((), Standing.ABSENT)
    assert [(one.voter, one.words) for one in item.dissents] == [(6, "Дорого")]
    assert (item.seal, item.head) == (
        (await assembly.declared(poll)).seal,
        (await assembly.declared(poll)).head,
    )


async def test_of_a_secret_vote_only_the_numbers_of_the_ballots_are_told(
    assembly: Assembly,
) -> None:
    poll = await voted(assembly, **SECRET)

    (item,) = (await drawn(assembly, poll)).items

    assert item.ballots == {}
    assert item.numbers == tuple(sorted(await assembly.written(poll)))


async def test_claims_of_a_secret_vote_that_do_not_add_up_are_quoted_and_not_believed(
    assembly: Assembly,
) -> None:
    poll = await voted(assembly, closes=False, **SECRET)
    await assembly.ballots.state(MemberId(1), poll, VoterId(1), "И я")
    await assembly.closes(poll)

    (item,) = (await drawn(assembly, poll)).items

    assert item.dissents == ()
    assert item.course == "Член совета 1: И я; Член совета 6: Дорого"


async def test_one_ballot_against_all_makes_one_claim_credible_and_not_one_for_each_candidate(
    assembly: Assembly,
) -> None:
    election = an_election(*map(MemberId, range(1, 8)), seats=5)
    poll = await assembly.opens(**election, **SECRET)
    for member, said in ((1, "1"), (2, "2"), (3, "against_all"), (4, "3"), (5, "4")):
        await assembly.casts(member, poll, said)
    for member in (1, 2, 3):
        await assembly.ballots.state(MemberId(member), poll, VoterId(member), "Против всех")
    await assembly.closes(poll)

    (item,) = (await drawn(assembly, poll)).items

    assert item.dissents == ()
    assert item.course.count("Против всех") == 3


async def test_in_a_named_vote_who_was_against_another_applicant_is_believed_too(
    assembly: Assembly,
) -> None:
    admission = {"kind": PollKind.ADMISSION, "candidates": candidates(2)}
    poll = await assembly.opens(**admission)
    votes = {1: "1:against,2:for", 2: "1:for,2:against"} | dict.fromkeys((3, 4, 5), "1:for,2:for")
    for member, said in votes.items():
        await assembly.casts(member, poll, said)
    for member in (1, 2):
        await assembly.ballots.state(MemberId(member), poll, VoterId(member), "")
    await assembly.closes(poll)

    (item,) = (await drawn(assembly, poll)).items

    assert [one.voter for one in item.dissents] == [1, 2]


async def test_who_was_erased_after_the_vote_is_named_as_they_were_at_the_opening(
    assembly: Assembly,
) -> None:
    poll = await assembly.opens(**GENERAL)
    holder = MemberId(11)
    await assembly.proxies.register(CHAIR, poll, VoterId(3), holder, "7", ISSUED, CLOSES, "Всё")
    for voter in (1, 3):
        await assembly.casts(holder, poll, voter=voter)
    now = assembly.clock.time
    await assembly.database.write(lambda tx: tx.members.erase(holder, now))
    await assembly.closes(poll)

    minutes = await drawn(assembly, poll)

    names = [[hand.name for hand in one.hands] for one in minutes.participants]
    assert names == [["Глава 1"], [], ["Глава 1"]]


async def test_an_organisation_is_spoken_for_by_its_leader_a_delegate_or_a_proxy(
    assembly: Assembly,
) -> None:
    poll = await assembly.opens(**GENERAL)
    holder, delegate = MemberId(11), MemberId(14)
    paper = ("7", ISSUED, CLOSES, "Голосовать по всем вопросам")
    await assembly.proxies.register(CHAIR, poll, VoterId(3), holder, *paper)
    for member, voter in ((holder, 1), (delegate, 2), (holder, 3)):
        await assembly.casts(member, poll, voter=voter)
    await assembly.closes(poll)

    minutes = await drawn(assembly, poll)

    assert [said(one) for one in minutes.participants] == [
        [((1,), [("Глава 1", Authority.LEADER)])],
        [((1,), [("Делегат 2", Authority.DELEGATE)])],
        [((1,), [("Глава 1", Authority.PROXY)])],
    ]
    assert minutes.body is Body.GENERAL_MEETING
    inns = [one.organisation.inn for one in minutes.participants if one.organisation]
    assert inns == ["6600000001", "6600000002", "6600000003"]
    assert minutes.participants[2].hands[0].proxy is not None


async def test_people_are_called_what_they_were_at_the_vote_not_what_they_are_since(
    assembly: Assembly,
) -> None:
    poll = await assembly.opens(**GENERAL)
    for member, voter in ((11, 1), (14, 2)):
        await assembly.casts(member, poll, voter=voter)
    await assembly.closes(poll)

    def succeed(tx: Stores) -> None:
        for house, leader in ((1, 12), (2, 14)):  # the delegates lead from now on
            tx.organisations.save_leader(OrganisationId(house), MemberId(leader))

    await assembly.database.write(succeed)

    rights = [one.hands[0].authority for one in (await drawn(assembly, poll)).participants[:2]]
    assert rights == [Authority.LEADER, Authority.DELEGATE]


async def test_a_vote_from_before_that_was_kept_calls_nobody_what_they_may_not_have_been(
    assembly: Assembly, monkeypatch: pytest.MonkeyPatch
) -> None:
    def voters_then(tx: Transaction, plan: PollPlan) -> tuple[Voter, ...]:
        return tuple(
            replace(voter, people=tuple(replace(one, leader=None) for one in voter.people))
            for voter in voters_of(tx, plan)
        )

    monkeypatch.setattr(courses, "voters_of", voters_then)
    poll = await assembly.opens(**GENERAL)
    await assembly.casts(11, poll, voter=1)
    await assembly.closes(poll)

    assert [said(one) for one in (await drawn(assembly, poll)).participants] == [
        [((1,), [("Глава 1", Authority.REPRESENTATIVE)])],
        [],
        [],
    ]
    ((opening,),) = await assembly.rows("SELECT payload FROM entries WHERE kind = 'opened'")
    people = json.loads(opening)["voters"][0]["people"]
    assert [sorted(one) for one in people] == [["member", "name", "position"]] * 2


async def test_a_sitting_names_everybody_who_cast_a_voters_ballot_and_on_what(
    assembly: Assembly,
) -> None:
    polls = [await assembly.opens(**GENERAL) for _ in range(3)]
    for member, poll in zip((11, 12, 11), polls, strict=True):
        await assembly.casts(member, poll, voter=1)
    for poll in polls:
        await assembly.closes(poll)

    first, *_ = (await drawn(assembly, *polls)).participants

    assert said(first) == [
        ((1, 3), [("Глава 1", Authority.LEADER)]),
        ((2,), [("Делегат 1", Authority.DELEGATE)]),
    ]


async def test_of_a_secret_ballot_it_is_told_who_can_have_cast_it_when_a_proxy_ran_out(
    assembly: Assembly,
) -> None:
    poll = await assembly.opens(**GENERAL, **SECRET)
    paper = ("7", ISSUED, CLOSES - HOUR, "Голосовать")
    await assembly.proxies.register(CHAIR, poll, VoterId(3), MemberId(11), *paper)
    await assembly.casts(11, poll, voter=3)
    await assembly.closes(poll)

    *_, last = (await drawn(assembly, poll)).participants

    assert said(last) == [
        (
            (1,),
            [
                ("Глава 3", Authority.LEADER),
                ("Делегат 3", Authority.DELEGATE),
                ("Глава 1", Authority.PROXY),
            ],
        )
    ]


async def test_who_never_joined_the_bot_cannot_have_cast_a_secret_ballot(
    assembly: Assembly,
) -> None:
    def hire(tx: Stores) -> None:
        tx.members.add(PersonDetails("Новичок", delegate=True), OrganisationId(1))

    await assembly.database.write(hire)
    poll = await assembly.opens(**GENERAL, **SECRET)
    await assembly.casts(11, poll, voter=1)
    await assembly.closes(poll)

    first, *_ = (await drawn(assembly, poll)).participants

    assert [hand.name for hand in first.hands] == ["Глава 1", "Делегат 1"]


async def test_who_was_erased_can_have_cast_a_secret_ballot_before(assembly: Assembly) -> None:
    poll = await assembly.opens(**GENERAL, **SECRET)
    await assembly.casts(12, poll, voter=1)
    now = assembly.clock.time
    await assembly.database.write(lambda tx: tx.members.erase(MemberId(12), now))
    await assembly.closes(poll)

    first, *_ = (await drawn(assembly, poll)).participants

    assert [hand.name for hand in first.hands] == ["Глава 1", "Делегат 1"]
    assert not first.is_certain


async def test_who_cast_a_secret_ballot_is_told_only_where_it_can_have_been_one_person(
    assembly: Assembly,
) -> None:
    poll = await assembly.opens(**GENERAL, **SECRET)
    holder = MemberId(11)
    paper = ("7", ISSUED, CLOSES + HOUR, "Голосовать")
    await assembly.proxies.register(CHAIR, poll, VoterId(3), holder, *paper)
    for voter in (1, 3):
        await assembly.casts(holder, poll, voter=voter)
    await assembly.closes(poll)

    minutes = await drawn(assembly, poll)

    assert [said(one) for one in minutes.participants] == [
        [((1,), [("Глава 1", Authority.LEADER), ("Делегат 1", Authority.DELEGATE)])],
        [],
        [((1,), [("Глава 1", Authority.PROXY)])],
    ]


@pytest.mark.parametrize("secrecy", [{}, SECRET], ids=["named", "secret"])
async def test_a_ballot_cast_by_a_proxy_that_was_revoked_after_it_is_the_holders(
    assembly: Assembly, secrecy: dict[str, object]
) -> None:
    poll = await assembly.opens(**GENERAL, **secrecy)
    holder, given = MemberId(11), assembly.clock.time
    await assembly.proxies.register(CHAIR, poll, VoterId(3), holder, "7", ISSUED, CLOSES, "Всё")
    await assembly.casts(holder, poll, voter=3)
    await assembly.proxies.revoke(MemberId(15), poll, VoterId(3), holder)
    revoked = assembly.clock.time
    await assembly.closes(poll)

    third = (await drawn(assembly, poll)).participants[2]

    assert said(third) == [((1,), [("Глава 1", Authority.PROXY)])]
    assert [(one.holder, one.since, one.until) for one in third.revoked] == [
        ("Глава 1", given, revoked)
    ]


async def test_minutes_tell_of_a_proxy_given_in_the_bot_that_was_seen_and_revoked(
    assembly: Assembly,
) -> None:
    poll = await assembly.opens(**GENERAL)
    given = (poll, VoterId(3), MemberId(11))
    await assembly.proxies.give(MemberId(15), *given, "7", ISSUED, CLOSES, "Всё")
    await assembly.proxies.confirm(CHAIR, *given)
    seen = assembly.clock.time
    await assembly.casts(11, poll, voter=3)
    await assembly.proxies.revoke(MemberId(15), *given)
    await assembly.closes(poll)

    third = (await drawn(assembly, poll)).participants[2]

    assert [(one.proxy.number, one.since) for one in third.revoked] == [("7", seen)]


async def test_a_proxy_whose_paper_nobody_saw_is_no_reason_to_doubt_who_voted_in_secret(
    assembly: Assembly,
) -> None:
    poll = await assembly.opens(**GENERAL, **SECRET)
    given = (poll, VoterId(3), MemberId(11))
    await assembly.proxies.give(MemberId(15), *given, "7", ISSUED, CLOSES - HOUR, "Всё")
    await assembly.casts(15, poll, voter=3)
    await assembly.closes(poll)

    third = (await drawn(assembly, poll)).participants[2]

    assert [hand.name for hand in third.hands] == ["Глава 3", "Делегат 3"]


async def test_minutes_tell_of_each_proxy_that_was_revoked_and_who_voted_in_the_end(
    assembly: Assembly,
) -> None:
    poll = await assembly.opens(**GENERAL)
    paper = (ISSUED, CLOSES, "Всё")
    for number, holder in (("7", 11), ("8", 13)):
        given = (poll, VoterId(3), MemberId(holder), number, *paper)
        await assembly.proxies.register(CHAIR, *given)
        await assembly.proxies.record_revocation(CHAIR, poll, VoterId(3), MemberId(holder))
    await assembly.casts(16, poll, voter=3)
    await assembly.closes(poll)

    third = (await drawn(assembly, poll)).participants[2]

    assert said(third) == [((1,), [("Делегат 3", Authority.DELEGATE)])]
    told = [(one.proxy.number, one.holder) for one in third.revoked]
    assert told == [("7", "Глава 1"), ("8", "Глава 2")]


async def test_a_proxy_that_had_run_out_before_was_not_revoked_with_the_next_one(
    assembly: Assembly,
) -> None:
    poll = await assembly.opens(**GENERAL)
    for number, expires in (("7", CLOSES - DAY), ("8", CLOSES)):
        paper = (number, ISSUED, expires, "Всё")
        await assembly.proxies.register(CHAIR, poll, VoterId(3), MemberId(11), *paper)
        assembly.clock.time = CLOSES - DAY
    await assembly.proxies.record_revocation(CHAIR, poll, VoterId(3), MemberId(11))
    await assembly.closes(poll)

    third = (await drawn(assembly, poll)).participants[2]

    assert [one.proxy.number for one in third.revoked] == ["8"]


async def test_a_clock_that_was_put_back_revokes_no_proxy_before_it_was_given(
    assembly: Assembly,
) -> None:
    """As an older release may have recorded it."""
    opened = assembly.clock.time
    poll = await assembly.opens(**GENERAL)
    paper = ("7", ISSUED, CLOSES, "Всё")
    await assembly.proxies.register(CHAIR, poll, VoterId(3), MemberId(11), *paper)

    def revoke(tx: Stores) -> None:
        (proxy,) = tx.electorates.of_poll(poll).proxies
        revoked = replace(proxy, revoked_at=opened - HOUR)
        tx.proxies.revoke(poll, revoked, CHAIR)
        tx.entries.add(records.revoked(poll, revoked, CHAIR, opened - HOUR))

    await assembly.database.write(revoke)
    await assembly.closes(poll)

    (revoked,) = (await drawn(assembly, poll)).participants[2].revoked

    assert revoked.since == revoked.until


async def test_who_was_appointed_after_the_opening_is_named_with_their_proxy(
    assembly: Assembly,
) -> None:
    poll = await assembly.opens(**GENERAL)

    def appoint(tx: Stores) -> MemberId:
        new = tx.members.add(PersonDetails("Новый глава", "директор"), OrganisationId(3))
        consented(tx, new, assembly.clock.time, telegram_id=77)
        tx.organisations.save_leader(OrganisationId(3), new)
        return new

    new = await assembly.database.write(appoint)
    await assembly.proxies.register(CHAIR, poll, VoterId(3), new, "7", ISSUED, CLOSES, "Всё")
    await assembly.casts(new, poll, voter=3)
    now = assembly.clock.time
    await assembly.database.write(lambda tx: tx.members.erase(new, now))
    await assembly.closes(poll)

    third = (await drawn(assembly, poll)).participants[2]

    (hand,) = third.hands
    assert (hand.name, hand.position, hand.authority) == (
        "Новый глава",
        "директор",
        Authority.PROXY,
    )


async def test_a_sitting_of_several_votes_has_one_list_of_those_who_came(
    assembly: Assembly,
) -> None:
    first, second = await voted(assembly, closes=False), await assembly.opens()
    await assembly.casts(9, second, FOR)
    await assembly.closes(first)

    minutes = await drawn(assembly, second, first)

    assert [item.poll.id for item in minutes.items] == [second, first]
    assert minutes.taking_part == 7


async def test_minutes_are_of_counted_votes_of_one_body_and_mode(assembly: Assembly) -> None:
    counted, running = await voted(assembly), await assembly.opens(closes_at=CLOSES + HOUR)
    with refused(PollNotCounted):
        await drawn(assembly, counted, running)
    by_post = await assembly.opens(mode=Mode.CORRESPONDENCE, closes_at=CLOSES + HOUR)
    await assembly.closes(by_post)
    with refused(MinutesMixed):
        await drawn(assembly, counted, by_post)


async def test_what_the_record_knows_is_suggested(assembly: Assembly) -> None:
    poll = await voted(assembly)
    found = await assembly.found(poll)

    known = await service(assembly).suggestion(SECRETARY, [poll])

    assert (known.starts_at, known.ends_at) == (found.opened_at, CLOSES)
    assert (known.chair, known.secretary) == ("Член совета 1", "Член совета 2")
    assert known.issued == ()


async def test_issued_minutes_are_kept_byte_for_byte_with_their_hashes_in_the_chain(
    assembly: Assembly,
) -> None:
    poll = await voted(assembly)
    plan, archive = a_plan(poll), service(assembly)

    issued = await archive.issue(CHAIR, plan, await drawn(assembly, poll), FILES)

    assert await archive.files(SECRETARY, issued.id) == FILES
    assert issued.pdf_hash == sha256(FILES.pdf).hexdigest()
    assert issued.docx_hash == sha256(FILES.docx).hexdigest()
    ((kind, payload),) = await assembly.rows(
        "SELECT kind, payload FROM entries ORDER BY number DESC LIMIT 1"
    )
    said = json.loads(payload)
    assert (kind, said["number"], said["polls"]) == ("minutes", "1/2026", [poll])
    assert (said["pdf"], said["docx"]) == (issued.pdf_hash, issued.docx_hash)
    assert await archive.listed(CHAIR) == [issued]
    assert (await archive.suggestion(CHAIR, [poll])).issued == (issued.number,)
    assert await archive.look(CHAIR, issued.id) == issued


async def test_numbers_follow_each_other_in_each_year_and_body(assembly: Assembly) -> None:
    council, general = await voted(assembly, closes=False), await assembly.opens(**GENERAL)
    await assembly.closes(council)
    await assembly.polls.close_due()
    archive = service(assembly)
    numbers = []
    for poll, years in ((council, 0), (council, 0), (general, 0), (council, 1)):
        plan = a_plan(poll)
        later = plan.drawn_up_at.replace(year=plan.drawn_up_at.year + years)
        plan = replace(plan, drawn_up_at=later)
        minutes = await archive.draft(CHAIR, plan, BOT)
        numbers.append(str((await archive.issue(CHAIR, plan, minutes, FILES)).number))

    assert numbers == ["1/2026", "2/2026", "1/2026", "1/2027"]


async def test_one_draft_is_issued_once_however_often_the_button_is_tapped(
    assembly: Assembly,
) -> None:
    poll = await voted(assembly)
    plan, minutes, archive = a_plan(poll), await drawn(assembly, poll), service(assembly)

    taps = [archive.issue(CHAIR, plan, minutes, FILES, "1:draft") for _ in range(5)]

    assert len({one.id for one in await asyncio.gather(*taps)}) == 1
    assert len(await archive.listed(CHAIR)) == 1


async def test_a_document_that_the_record_has_left_behind_is_not_kept(assembly: Assembly) -> None:
    poll = await voted(assembly)
    plan, archive = a_plan(poll), service(assembly)
    seen = await drawn(assembly, poll)
    await assembly.ballots.state(MemberId(6), poll, VoterId(6), "Очень дорого")
    with refused(MinutesOutdated):
        await archive.issue(CHAIR, plan, seen, FILES)
    fresh = await drawn(assembly, poll)
    await archive.issue(CHAIR, plan, fresh, FILES)
    with refused(MinutesOutdated):  # its number is another's now
        await archive.issue(SECRETARY, plan, fresh, FILES)
    assert len(await archive.listed(CHAIR)) == 1


async def test_votes_without_minutes_come_first(assembly: Assembly) -> None:
    first, second = await voted(assembly, closes=False), await assembly.opens()
    await assembly.closes(first)
    archive = service(assembly)
    assert [one.id for one in await archive.counted(CHAIR)] == [second, first]
    await archive.issue(CHAIR, a_plan(second), await drawn(assembly, second), FILES)

    assert [one.id for one in await archive.counted(CHAIR)] == [first, second]


async def test_minutes_are_for_chair_and_secretary(assembly: Assembly) -> None:
    poll = await voted(assembly)
    plan, minutes, archive = a_plan(poll), await drawn(assembly, poll), service(assembly)
    issued = await archive.issue(CHAIR, plan, minutes, FILES)
    for member in (MemberId(3), OUTSIDER):
        for act in (
            archive.counted(member),
            archive.suggestion(member, [poll]),
            archive.draft(member, plan, BOT),
            archive.issue(member, plan, minutes, FILES),
            archive.listed(member),
            archive.look(member, issued.id),
            archive.files(member, issued.id),
        ):
            with refused(OnlyForPresiding):
                await act
    for unknown in (archive.look, archive.files):
        with refused(MinutesNotFound):
            await unknown(CHAIR, MinutesId(404))


async def test_people_are_named_with_their_patronymics(assembly: Assembly) -> None:
    poll = await voted(assembly)
    details = PersonDetails("Член совета 1", roles=frozenset({Role.CHAIR}), patronymic="Петровна")
    await assembly.database.write(lambda tx: tx.members.update(CHAIR, details))

    first = (await drawn(assembly, poll)).participants[0]

    assert first.member == "Член совета 1 Петровна"
    assert [hand.name for hand in first.hands] == ["Член совета 1 Петровна"]


async def test_a_document_is_of_who_is_named_with_it_and_another_of_all_others(
    assembly: Assembly,
) -> None:
    poll = await voted(assembly)
    said = {"": "протокол № 3", "член совета 2": "протокол № 4"}
    plan = replace(a_plan(poll), authorities=said)
    minutes = await service(assembly).draft(CHAIR, plan, BOT)

    documents = [hand.document for one in minutes.participants[:3] for hand in one.hands]
    assert documents == ["протокол № 3", "протокол № 4", "протокол № 3"]


async def test_a_document_of_the_spreadsheet_is_the_persons_unless_another_is_said(
    assembly: Assembly,
) -> None:
    poll = await voted(assembly)

    def write(tx: Stores) -> None:
        for member in (CHAIR, SECRETARY):
            known = tx.members.details(member)
            tx.members.update(member, replace(known, document=f"решение № {member}"))

    await assembly.database.write(write)
    plan = replace(a_plan(poll), authorities={"": "протокол № 3", "член совета 2": "устав"})
    minutes = await service(assembly).draft(CHAIR, plan, BOT)

    documents = [hand.document for one in minutes.participants[:3] for hand in one.hands]
    assert documents == ["решение № 1", "устав", "протокол № 3"]


async def test_minutes_without_the_documents_of_those_who_voted_are_refused(
    assembly: Assembly,
) -> None:
    poll = await voted(assembly)
    with refused(AuthorityMissing):
        await service(assembly).draft(CHAIR, replace(a_plan(poll), authorities={}), BOT)


async def test_an_adopted_question_that_nobody_put_into_words_is_refused(
    assembly: Assembly,
) -> None:
    poll = await voted(assembly, question="План на год")
    with refused(DecisionMissing):
        await drawn(assembly, poll)
    plan = replace(a_plan(poll), decisions={poll: "утвердить план на год"})
    (item,) = (await service(assembly).draft(CHAIR, plan, BOT)).items
    assert item.decision == "утвердить план на год"

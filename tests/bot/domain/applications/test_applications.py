"""An application: filled in step by step, sent, asked about, decided on, taken back."""

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.applications.applications import (
    FILES_LIMIT,
    REPLIES_LIMIT,
    Application,
    ApplicationFile,
    ApplicationState,
    FileKind,
    Remark,
    RemarkId,
    candidates_of,
)
from bot.domain.applications.details import (
    LIMITS,
    OPTIONAL,
    REMARK_LIMIT,
    STEPS,
    Details,
    Step,
    read_answer,
    read_remark,
)
from bot.domain.applications.ids import ApplicationId
from bot.domain.applications.refusals import (
    AnswerMissing,
    AnswerTooLong,
    ApplicationIncomplete,
    ApplicationIsDecidedByVote,
    ApplicationIsOver,
    ApplicationIsSent,
    ApplicationNotWaiting,
    EmailUnreadable,
    InnOfPerson,
    InnUnreadable,
    NothingAsked,
    OgrnUnreadable,
    PhoneUnreadable,
    TooManyFiles,
)
from bot.domain.people.members import MemberId
from bot.domain.polls.polls import PollId
from bot.domain.refusals import Refusal

NOW = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
DETAILS = Details(
    inn="6671993453",
    ogrn="1026605400007",
    name="Автономная некоммерческая организация «Тёплый дом»",
    short_name="АНО «Тёплый дом»",
    municipality="Ревда",
    leader="Мария Белова",
    position="директор",
    representative="Пётр",
    phone="+79123456789",
    email="dom@example.org",
    about="Помогаем.",
)
FILE = ApplicationFile(FileKind.DOCUMENT, "charter", "Устав.pdf")
DRAFT = Application(id=ApplicationId(1), applicant=MemberId(7))
READY = replace(DRAFT, details=DETAILS, step=Step.REVIEW, reached=Step.REVIEW)
SENT = READY.sent(NOW)
ASKED = SENT.asked()
VOTING = SENT.put_to_vote(PollId(5))
REFUSED = SENT.refused("Нет устава", NOW)
ADMITTED = VOTING.admitted(NOW)
WITHDRAWN = SENT.withdrawn(NOW)


def answered(draft: Application, *steps: Step) -> Application:
    for step in steps:
        draft = draft.answered(step, getattr(DETAILS, step, ""))
    return draft


def remarks(*by_applicant: bool) -> tuple[Remark, ...]:
    return tuple(
        Remark(RemarkId(number), by, MemberId(1), "…", NOW)
        for number, by in enumerate(by_applicant)
    )


# --- filling in -----------------------------------------------------------------------------------


def test_the_questions_come_in_order_and_the_review_at_the_end() -> None:
    draft, asked = DRAFT, []
    while draft.step is not Step.REVIEW:
        assert draft.step is not None
        asked.append(draft.step)
        draft = answered(draft, draft.step)

    assert tuple(asked) == STEPS[:-1]
    assert draft.details == DETAILS


def test_each_question_is_named_as_the_field_that_it_fills() -> None:
    assert {field.name for field in fields(Details)} == set(STEPS) - {Step.FILES, Step.REVIEW}


def test_an_answer_that_is_changed_in_the_review_leads_back_to_it() -> None:
    changed = READY.turned_to(Step.LEADER).answered(Step.LEADER, "Анна")

    assert (changed.step, changed.details.leader) == (Step.REVIEW, "Анна")
    assert replace(changed.details, leader=DETAILS.leader) == DETAILS


def test_going_back_a_question_loses_nothing_and_returns_to_where_one_was() -> None:
    draft = answered(DRAFT, Step.INN, Step.OGRN)

    again = draft.turned_to(Step.INN).answered(Step.INN, "6658001237")

    assert (again.step, again.reached) == (Step.NAME, Step.NAME)
    assert (again.details.inn, again.details.ogrn) == ("6658001237", DETAILS.ogrn)


@given(st.lists(st.tuples(st.booleans(), st.sampled_from(STEPS))))
def test_no_way_through_the_questions_skips_one(taps: list[tuple[bool, Step]]) -> None:
    draft = DRAFT
    for turns, step in taps:
        draft = draft.turned_to(step) if turns else answered(draft, draft.step or draft.reached)
        before = STEPS[: draft.reached.number]
        assert draft.step is not None
        assert draft.step.number <= draft.reached.number
        assert all(getattr(draft.details, one, "-") for one in before)


def test_a_draft_that_is_put_aside_asks_nothing_and_keeps_everything() -> None:
    draft = answered(DRAFT, Step.INN).put_aside()

    assert (draft.step, draft.reached, draft.details.inn) == (None, Step.OGRN, DETAILS.inn)


def test_the_sixth_file_is_refused_and_one_can_be_taken_out() -> None:
    full = READY
    for number in range(FILES_LIMIT):
        full = full.with_file(replace(FILE, file_id=str(number)))

    with pytest.raises(TooManyFiles):
        full.with_file(FILE)
    kept = full.without_file(1)
    assert [file.file_id for file in kept.files] == ["0", "2", "3", "4"]
    assert kept.without_file(4) == kept


@pytest.mark.parametrize("step", sorted(set(STEPS) - OPTIONAL - {Step.REVIEW}))
def test_a_draft_is_sent_when_every_question_that_must_be_is_answered(step: Step) -> None:
    gap = replace(READY, details=replace(DETAILS, **{step.value: ""}))

    with pytest.raises(ApplicationIncomplete):
        gap.sent(NOW)


def test_what_may_be_left_out_may_be_missing() -> None:
    bare = replace(DETAILS, short_name="", representative="", email="")

    sent = replace(READY, details=bare).sent(NOW)

    assert (sent.state, sent.step, sent.sent_at) == (ApplicationState.SUBMITTED, None, NOW)
    assert bare.display_name == DETAILS.name


def test_an_application_is_not_sent_before_it_was_looked_over() -> None:
    with pytest.raises(ApplicationIncomplete):
        replace(READY, step=Step.FILES, reached=Step.FILES).sent(NOW)


CHANGES: list[Callable[[Application], Application]] = [
    lambda application: application.turned_to(Step.INN),
    lambda application: application.put_aside(),
    lambda application: application.answered(Step.INN, "6658001237"),
    lambda application: application.without_file(0),
    lambda application: application.sent(NOW),
]


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("sent", [SENT, ASKED, VOTING, REFUSED, ADMITTED, WITHDRAWN])
def test_what_was_sent_is_changed_no_more(
    sent: Application, change: Callable[[Application], Application]
) -> None:
    with pytest.raises(ApplicationIsSent):
        change(sent)


# --- reading --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("step", "typed", "kept"),
    [
        (Step.INN, " 6671 993 453\n", "6671993453"),
        (Step.OGRN, "1026605400007", "1026605400007"),
        (Step.NAME, "  «Тёплый\n дом» ", "«Тёплый дом»"),
        (Step.LEADER, "<b>Мария</b> 🎄", "<b>Мария</b> 🎄"),
        (Step.PHONE, "89123456789", "+79123456789"),
        (Step.EMAIL, " info@example.org", "info@example.org"),
        (Step.ABOUT, "Ночлег.\n\nВрач. ", "Ночлег.\n\nВрач."),
    ],
)
def test_an_answer_is_kept_in_its_one_form(step: Step, typed: str, kept: str) -> None:
    assert read_answer(step, typed) == kept


@pytest.mark.parametrize(
    ("step", "typed", "refusal"),
    [
        (Step.INN, "6671993454", InnUnreadable),
        (Step.INN, "500100732259", InnOfPerson),
        (Step.OGRN, "1026605400008", OgrnUnreadable),
        (Step.PHONE, "звоните", PhoneUnreadable),
        (Step.EMAIL, "почта", EmailUnreadable),
        (Step.EMAIL, f"{'a' * 250}@example.org", EmailUnreadable),
        *((step, typed, AnswerMissing) for step in STEPS[:-2] for typed in ("", " \n", "\u200b")),
    ],
)
def test_what_is_no_answer_is_refused(step: Step, typed: str, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        read_answer(step, typed)


@pytest.mark.parametrize("step", [step for step in LIMITS if step is not Step.EMAIL])
def test_an_answer_is_as_long_as_it_may_be(step: Step) -> None:
    limit = LIMITS[step]
    assert len(read_answer(step, "ё" * limit)) == limit

    with pytest.raises(AnswerTooLong) as refused:
        read_answer(step, "ё" * 10_000)
    assert (refused.value.limit, refused.value.length) == (limit, 10_000)


def test_a_question_says_something_and_fits() -> None:
    assert read_remark(" Где устав? ") == "Где устав?"
    with pytest.raises(AnswerMissing):
        read_remark("\u200b")
    with pytest.raises(AnswerTooLong):
        read_remark("ё" * (REMARK_LIMIT + 1))


# --- the course of it -----------------------------------------------------------------------------


def test_a_question_and_its_answer_bring_an_application_back_to_the_queue() -> None:
    assert ASKED.state is ApplicationState.ASKED
    assert ASKED.asked() == ASKED
    assert ASKED.replied(remarks(False)).state is ApplicationState.SUBMITTED


def test_an_answer_can_be_added_to_but_not_for_ever() -> None:
    several = remarks(True, False, *[True] * (REPLIES_LIMIT - 1))

    assert SENT.replied(several).is_queued
    with pytest.raises(NothingAsked):
        SENT.replied((*several, *remarks(True)))


def test_who_was_asked_nothing_has_nothing_to_answer() -> None:
    with pytest.raises(NothingAsked):
        SENT.replied(())
    with pytest.raises(NothingAsked):
        VOTING.replied(remarks(False))
    with pytest.raises(ApplicationIsOver):
        REFUSED.replied(remarks(False))


def test_an_application_is_in_one_poll_at_a_time() -> None:
    assert (VOTING.state, VOTING.poll) == (ApplicationState.VOTING, 5)
    assert VOTING.put_to_vote(PollId(5)) == VOTING, "a scheduled poll opens with what it has"
    with pytest.raises(ApplicationNotWaiting):
        VOTING.put_to_vote(PollId(6))
    again = VOTING.put_back()
    assert (again.state, again.poll) == (ApplicationState.SUBMITTED, None)
    assert again.put_to_vote(PollId(6)).poll == 6


@pytest.mark.parametrize("over", [DRAFT, REFUSED, ADMITTED, WITHDRAWN])
def test_what_does_not_wait_is_not_put_to_the_vote(over: Application) -> None:
    with pytest.raises(ApplicationNotWaiting):
        over.put_to_vote(PollId(6))


def test_while_the_council_votes_nobody_else_asks_or_refuses() -> None:
    with pytest.raises(ApplicationIsDecidedByVote):
        VOTING.asked()
    with pytest.raises(ApplicationIsDecidedByVote):
        VOTING.refused("Нет", NOW)


@pytest.mark.parametrize("over", [REFUSED, ADMITTED, WITHDRAWN])
def test_what_was_decided_stays_decided(over: Application) -> None:
    for act in (over.asked, lambda: over.refused("Нет", NOW), lambda: over.withdrawn(NOW)):
        with pytest.raises(ApplicationIsOver):
            act()


@pytest.mark.parametrize("open_", [SENT, ASKED, VOTING])
def test_who_withdraws_is_forgotten_also_while_the_council_votes(open_: Application) -> None:
    withdrawn = replace(open_, files=(FILE,)).withdrawn(NOW)

    assert (withdrawn.state, withdrawn.decided_at) == (ApplicationState.WITHDRAWN, NOW)
    assert withdrawn.poll == open_.poll
    assert withdrawn.files == ()
    kept = {name for name in Details.__slots__ if getattr(withdrawn.details, name)}
    assert kept == {"inn", "ogrn", "name", "short_name", "municipality"}


def test_a_name_that_is_too_long_for_a_ballot_is_cut_there() -> None:
    long = replace(DETAILS, name="ё" * 300, short_name="")
    (candidate,) = candidates_of([replace(SENT, details=long)])

    assert candidate.checked() == candidate
    assert (candidate.id, candidate.application) == (1, SENT.id)
    assert candidate.name == "ё" * 199 + "…"

"""What the minutes say, word by word; how they are printed is tested in tests/bot/documents."""

import re
from dataclasses import fields, is_dataclass, replace
from datetime import timedelta
from functools import partial
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.documents.blocks import (
    Chart,
    Codes,
    Document,
    Facts,
    Heading,
    Listing,
    Paragraph,
    Signatures,
    Table,
)
from bot.documents.rendering import render
from bot.domain.minutes.addenda import Addendum, LateItem
from bot.domain.minutes.minutes import Body, Dissent, Lot, Minutes, Signatory
from bot.domain.minutes.participants import Authority, Casting, Hand
from bot.domain.minutes.plans import IssuedMinutes, MinutesId
from bot.domain.people.members import LANGUAGES, MemberId
from bot.domain.polls.ballots import AdmissionBallot, Ballot, ElectionBallot, MotionBallot
from bot.domain.polls.majorities import Base, Bound, Majority, Share
from bot.domain.polls.omissions import Omission
from bot.domain.polls.plans import Candidate, CandidateId, Mode, PollKind, Secrecy
from bot.domain.polls.polls import Closing, PollId
from handlers.minutes.addenda import addendum_document, addendum_name
from handlers.minutes.minutes import minutes_document, minutes_name
from tests.bot.documents.papers import opened, pages, without_space, words
from tests.effort import effort
from tests.protocols import (
    ABSTAIN,
    AGAINST,
    COUNCIL,
    END,
    FOR,
    RULES,
    START,
    a_motion,
    a_poll,
    an_admission,
    an_election,
    an_item,
    by,
    code,
    council,
    councillor,
    general_meeting,
    voter,
)
from tests.wording import texts_at

MODES = (Mode.MEETING, Mode.REMOTE, Mode.CORRESPONDENCE)


texts = partial(texts_at, START)


def written(minutes: Minutes, language: str = "ru") -> Document:
    return minutes_document(minutes, texts(language))


def strings(value: object) -> list[str]:
    """Return every text of a document in its order."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [text for one in value for text in strings(one)]
    if is_dataclass(value):
        return [text for field in fields(value) for text in strings(getattr(value, field.name))]
    return []


def said(minutes: Minutes) -> str:
    return "\n".join(strings(written(minutes).blocks))


def facts(minutes: Minutes) -> dict[str, str]:
    """Return the labels with their words; the last of several items wins."""
    blocks = [block for block in written(minutes).blocks if isinstance(block, Facts)]
    return {label: words for block in blocks for label, words in block.pairs}


def tables(minutes: Minutes) -> list[Table]:
    return [block for block in written(minutes).blocks if isinstance(block, Table)]


def paragraphs(minutes: Minutes) -> list[str]:
    return [block.text for block in written(minutes).blocks if isinstance(block, Paragraph)]


# --- the head -------------------------------------------------------------------------------------


def test_the_head_names_number_body_date_and_place() -> None:
    assert strings(written(council()).blocks)[:5] == [
        "Альянс некоммерческих организаций Свердловской области",
        "ПРОТОКОЛ № 12/2026",
        "заседания Совета",
        "5 декабря 2026 года",
        "г. Екатеринбург, ул. Малышева, д. 101, зал 203",
    ]


def test_the_head_says_when_who_presided_who_counted_and_how_many_took_part() -> None:
    found = facts(council())

    assert found["Форма проведения"] == "заседание"
    assert found["Время проведения"] == "5 декабря 2026 года, с 18:00 до 19:30 (Екатеринбург)"
    assert found["Председательствующий"] == "Аверина М. С., председатель Совета"
    assert found["Секретарь"] == "Белов И. П., секретарь Совета"
    assert found["Подсчёт голосов"] == (
        "голоса сосчитал бот @alliance_ural_bot, "
        "результат удостоверяет Белов И. П., секретарь Совета"
    )
    assert found["Протокол составлен"] == "6 декабря 2026 года"
    assert (found["Имеют право голоса"], found["Приняли участие"]) == ("9", "8")


def test_the_head_says_who_convened_when_people_were_notified_and_with_what_materials() -> None:
    found = facts(council())

    assert found["Созыв"] == "Аверина М. С., председатель Совета"
    assert found["Участники уведомлены"] == "25 ноября 2026 года"
    assert found["Материалы"] == "проект плана работы"


@pytest.mark.parametrize("minutes", [council(a_motion(), an_admission()), general_meeting()])
def test_the_law_is_named_in_full_once(minutes: Minutes) -> None:
    assert said(minutes).count("Федеральный закон от 12.01.1996 № 7-ФЗ") == 1


def test_two_who_counted_certify_in_the_plural() -> None:
    two = (Signatory("Белов И. П."), Signatory("Дёмина С. И.", "член Совета"))

    assert "удостоверяют Белов И. П.; Дёмина С. И., член Совета" in said(council(counted_by=two))


def test_a_vote_by_correspondence_says_until_when_and_how_votes_were_sent_and_who_counted() -> None:
    rules = replace(RULES, correspondence="п. 6.9 Устава")
    item = a_motion(poll=a_poll(mode=Mode.CORRESPONDENCE, rules=rules))
    starts = START - timedelta(days=3)
    counted = (
        Signatory("Белов И. П.", "секретарь Совета"),
        Signatory("Дёмина С. И.", "член Совета"),
    )
    minutes = council(item, starts_at=starts, place="", counted_by=counted)
    found = facts(minutes)

    assert "заочного голосования членов Совета" in said(minutes)
    assert strings(written(minutes).blocks)[3:5] == ["5 декабря 2026 года", ""]
    assert found["Голоса принимались"] == (
        "с 2 декабря 2026 года, 18:00 до 5 декабря 2026 года, 19:30 (Екатеринбург)"
    )
    assert "@alliance_ural_bot" in found["Способ отправки"]
    assert found["Основание заочного голосования"] == "п. 6.9 Устава"
    assert "бюллетени прислали 8 из 9" in found["Кворум"]
    assert "числа приславших бюллетени" in found["Большинство"]
    assert found["Последний голос принят"] == "5 декабря 2026 года, 18:42"
    assert "Председательствующий" not in said(minutes)
    (signatures,) = (b for b in written(minutes).blocks if isinstance(b, Signatures))
    assert signatures.lines == (
        ("Председатель", "Аверина М. С.\nпредседатель Совета"),
        ("Секретарь", "Белов И. П.\nсекретарь Совета"),
        ("Подсчёт голосов", "Дёмина С. И.\nчлен Совета"),
    )


def test_a_meeting_from_afar_says_how_people_took_part() -> None:
    item = a_motion(poll=a_poll(mode=Mode.REMOTE))

    assert "с дистанционным участием" in said(council(item))
    assert "@alliance_ural_bot" in facts(council(item))["Способ участия"]
    assert "Способ участия" not in facts(council())


def test_a_sitting_whose_items_had_different_quorums_names_each_with_its_item() -> None:
    fewer = an_item(a_poll(), {n: MotionBallot(FOR) for n in range(1, 6)}, 9)
    minutes = council(a_motion(), fewer)
    lines = [
        words
        for block in written(minutes).blocks
        if isinstance(block, Facts)
        for label, words in block.pairs
        if label == "Кворум"
    ]

    assert lines[0] == "проверен по каждому вопросу повестки дня и указан в нём"
    assert [line.split(",")[0] for line in lines[1:]] == [
        "имеется: участвуют 8 из 9",
        "имеется: участвуют 5 из 9",
    ]


# --- who took part --------------------------------------------------------------------------------


def test_the_council_is_listed_with_organisation_numbers_authority_and_what_each_did() -> None:
    rows = tables(council())[0].rows

    assert len(rows) == 9
    assert rows[0] == (
        "1",
        "Аверина Мария Сергеевна\nпредседатель правления",
        "Благотворительный фонд «Рассвет»",
        "6670000001\n1026600000001",
        "голос подан",
    )
    assert rows[4][1] == (
        "Дёмина Светлана Ильинична\nголосует Васильева Анна Юрьевна, "
        "исполнительный директор РОО «Ветераны труда Урала» "
        "(доверенность № 7 от 1 декабря 2026 года: участие в заседании Совета 5 декабря)"
    )
    assert [row[4] for row in rows[7:]] == ["самоотвод: конфликт интересов", "отсутствует"]


def test_it_is_said_by_which_document_the_members_of_the_council_are_elected() -> None:
    assert (
        "Полномочия членов Совета подтверждает "
        "протокол Общего собрания № 3/2025 от 12 апреля 2025 года." in paragraphs(council())
    )
    by_election = replace(councillor("Зайцев Тимур Маратович"), document="протокол № 1")
    minutes = council(a_motion())
    other = replace(minutes.participants[7], castings=by(by_election))
    people = (*minutes.participants[:7], other, *minutes.participants[8:])
    lines = paragraphs(replace(minutes, participants=people))
    assert "Полномочия членов Совета (Зайцев Тимур Маратович) подтверждает протокол № 1." in lines


def test_people_and_organisations_are_listed_by_name_whatever_their_quotation_marks() -> None:
    minutes = council()
    names = ("«Ёлка»", "Дом", "“Жар-птица”", "Весна")
    renamed = [
        replace(one, member=name) for one, name in zip(minutes.participants, names, strict=False)
    ]
    people = (*renamed, *minutes.participants[4:])
    listed = [one.name for one in replace(minutes, participants=people).listed]
    assert [name for name in listed if name in names] == ["Весна", "Дом", "«Ёлка»", "“Жар-птица”"]


def test_a_general_meeting_of_120_is_listed_in_an_appendix() -> None:
    document = written(general_meeting())
    at = document.blocks.index(Heading("Приложение № 1. Список участников", appendix=True))
    table = document.blocks[at + 1]

    assert isinstance(table, Table)
    assert [column.heading for column in table.columns][1:4] == [
        *("Организация", "ИНН, ОГРН", "Представитель (полномочия)")
    ]
    assert len(table.rows) == 120
    paper = "доверенность № 14-Д от 30 ноября 2026 года: голосование по всем вопросам"
    rows = {row[1]: row for row in table.rows}
    listed = general_meeting().participants
    assert rows[listed[13].name][3:] == (
        f"Ершов Павел Андреевич, директор ({paper})",
        "голос подан",
    )
    assert rows[listed[119].name][3:] == ("—", "отсутствует")
    assert rows[listed[0].name][3] == (
        "Белов Игорь Петрович, директор (руководитель, действует на основании устава)"
    )
    assert rows[listed[2].name][3] == (
        "Гаврилов Олег Николаевич, директор (делегат: решение правления № 3 от 20 ноября 2026 года)"
    )
    assert "Список участников приведён в приложении № 1." in paragraphs(general_meeting())
    assert facts(general_meeting())["Приняли участие"] == "102"


def test_several_who_cast_a_voters_ballots_are_all_listed_with_their_items_and_rights() -> None:
    minutes = general_meeting(an_election(), an_election(Secrecy.NAMED))
    delegate = Hand("Юрьев Юрий", Authority.DELEGATE, document="решение № 2")
    (leader,) = minutes.participants[0].hands
    took_turns = (Casting((1,), (leader, delegate)), Casting((2,), (delegate,)))
    first = replace(minutes.participants[0], castings=took_turns)

    document = written(replace(minutes, participants=(first, *minutes.participants[1:])))

    rows = next(
        one.rows for one in document.blocks if isinstance(one, Table) and len(one.rows) > 99
    )
    row = next(one for one in rows if one[1] == first.name)
    assert row[3] == (
        "Белов Игорь Петрович, директор (руководитель, действует на основании устава) "
        "или Юрьев Юрий (делегат: решение № 2) (вопрос 1)\n"
        "Юрьев Юрий (делегат: решение № 2) (вопрос 2)"
    )
    notes = [one.text for one in document.blocks if isinstance(one, Paragraph) and one.small]
    assert any("кто из названных через «или»" in note for note in notes)


def test_a_member_of_the_council_who_voted_in_person_and_by_proxy_is_listed_with_both() -> None:
    minutes = council(a_motion(), an_admission())
    (holder,) = minutes.participants[4].hands
    own = Hand("Дёмина Светлана Ильинична", Authority.COUNCIL_MEMBER, "директор")
    both = replace(
        minutes.participants[4], castings=(Casting((1,), (own,)), Casting((2,), (holder,)))
    )
    people = (*minutes.participants[:4], both, *minutes.participants[5:])

    row = tables(replace(minutes, participants=people))[0].rows[4]

    assert row[1].split("\n")[:3] == [
        "Дёмина Светлана Ильинична",
        "директор",
        "голосует лично (вопрос 1)",
    ]
    assert row[1].endswith("5 декабря) (вопрос 2)")


def test_who_was_recused_from_one_item_of_several_is_excepted_there() -> None:
    rows = tables(council(a_motion(), an_admission(), an_admission()))[0].rows

    assert rows[7][4] == "голос подан, кроме вопросов 2, 3 (самоотвод)"
    assert tables(council(a_motion(), an_admission()))[0].rows[7][4] == (
        "голос подан, кроме вопроса 2 (самоотвод)"
    )


# --- the rules ------------------------------------------------------------------------------------


def test_each_rule_is_said_with_its_clause() -> None:
    found = facts(council())

    assert found["Голосование"] == (
        "открытое; началось 5 декабря 2026 года, 18:20, завершено в 18:42 (проголосовали все)"
    )
    assert found["Кворум"] == (
        "имеется: участвуют 8 из 9, нужно не менее 5 — "
        "более половины общего числа имеющих право голоса (п. 6.4 Устава)"
    )
    assert found["Большинство"] == (
        "более половины числа участвующих: их 7, нужно не менее 4 голосов «за» (п. 6.5 Устава)"
    )
    assert found["Самоотвод"] == (
        "в связи с конфликтом интересов не голосует: Зайцев Тимур Маратович; "
        "при подсчёте большинства не учитывается (п. 6.8 Устава)"
    )


def test_who_is_present_and_does_not_vote_is_named_and_counted_in_the_base() -> None:
    ballots: dict[int, Ballot] = {n: MotionBallot(one) for n, one in enumerate([FOR] * 5, 1)}
    present = frozenset(map(voter, range(1, 8)))
    item = an_item(a_poll(), ballots, 9, silent=2, present=present)
    minutes = council(item, registered=present)

    found = facts(minutes)

    assert found["Присутствуют, но не голосуют"] == f"2: {COUNCIL[5][0]}; {COUNCIL[6][0]}"
    assert found["Большинство"].startswith("более половины числа участвующих: их 7, нужно")
    assert found["Приняли участие"] == "7"
    standings = [row[-1] for row in tables(minutes)[0].rows]
    assert standings[4:8] == ["голос подан", *["участвует, голос не подан"] * 2, "отсутствует"]


def test_a_list_of_those_present_that_does_not_agree_with_the_count_is_refused() -> None:
    ballots: dict[int, Ballot] = {n: MotionBallot(one) for n, one in enumerate([FOR] * 5, 1)}
    with pytest.raises(ValueError, match="the list of those present"):
        an_item(a_poll(), ballots, 9, silent=2, present=frozenset(map(voter, range(1, 9))))


def test_the_clause_of_what_the_meeting_alone_decides_is_said() -> None:
    rules = replace(RULES, competence="7-ФЗ, ст. 29, п. 3", remote="Устав, п. 5.8")
    poll = a_poll(exclusive=True, mode=Mode.REMOTE, rules=rules)
    found = facts(council(a_motion(poll)))
    assert found["Исключительная компетенция"] == "7-ФЗ, ст. 29, п. 3"
    assert found["Основание дистанционного участия"] == "Устав, п. 5.8"


@pytest.mark.parametrize(
    ("share", "base", "rule"),
    [
        (Share(1, 2, Bound.AT_LEAST), Base.PARTICIPANTS, "не менее половины числа участвующих"),
        (Share(2, 3, Bound.AT_LEAST), Base.ENTITLED, "не менее двух третей общего числа имеющих"),
        (Share(3, 4, Bound.MORE_THAN), Base.CAST, "более трёх четвертей числа голосов «за»"),
        (Share(3, 5, Bound.AT_LEAST), Base.CAST, "не менее 3/5 числа голосов «за» и «против»"),
        (Share(1, 1, Bound.AT_LEAST), Base.ENTITLED, "единогласно, все из общего числа имеющих"),
    ],
)
def test_any_majority_has_its_words(share: Share, base: Base, rule: str) -> None:
    rules = replace(RULES, majority=Majority(share, base, "п. 1"))
    ballots: dict[int, Ballot] = {n: MotionBallot(FOR) for n in range(1, 9)}

    assert facts(council(an_item(a_poll(rules=rules), ballots, 9)))["Большинство"].startswith(rule)


def test_of_the_votes_cast_each_candidate_needs_its_own_number() -> None:
    rules = replace(RULES, majority=replace(RULES.majority, base=Base.CAST))
    candidates = (Candidate(CandidateId(1), "А"), Candidate(CandidateId(2), "Б"))
    poll = a_poll(kind=PollKind.ADMISSION, rules=rules, candidates=candidates)
    both = {CandidateId(1): FOR, CandidateId(2): ABSTAIN}
    first = {CandidateId(1): FOR, CandidateId(2): FOR}
    ballots: dict[int, Ballot] = {n: AdmissionBallot(both) for n in range(1, 6)}
    minutes = council(an_item(poll, {**ballots, 6: AdmissionBallot(first)}, 9))

    assert facts(minutes)["Большинство"] == (
        "более половины числа голосов «за» и «против» (п. 6.5 Устава)"
    )
    assert [row[5] for row in tables(minutes)[1].rows] == ["4", "1"]


def test_closing_by_hand_is_said_with_its_reason() -> None:
    poll = a_poll(closing=Closing.BY_HAND, reason="все высказались")

    assert "(досрочно: все высказались)" in facts(council(a_motion(poll=poll)))["Голосование"]


# --- the outcome ----------------------------------------------------------------------------------


def test_a_motion_is_counted_in_a_sentence_and_decided() -> None:
    minutes = council(a_motion())

    assert (
        "За — 5, против — 1, воздержались — 2, "
        "присутствовали, но не голосовали — 0, отсутствовали — 1."
    ) in paragraphs(minutes)
    assert "Решение принято." in paragraphs(minutes)
    assert "Решили: утвердить план работы Альянса на 2027 год." in paragraphs(minutes)


def test_the_decision_stands_right_after_the_count() -> None:
    for minutes, counted in ((council(a_motion()), Paragraph), (council(), Table)):
        blocks = written(minutes).blocks
        at = blocks.index(Heading("Вопрос 1"))
        count, decision = blocks[at + 3], blocks[at + 4]
        assert isinstance(count, counted)
        assert isinstance(decision, Paragraph)
        assert decision.strong


def test_a_question_that_is_no_decision_is_decided_in_the_words_that_were_given() -> None:
    poll = a_poll(question="План работы на 2027 год")
    minutes = council(a_motion(poll=poll, wording="утвердить план работы на 2027 год"))

    assert "План работы на 2027 год" in paragraphs(minutes)
    assert "Решили: утвердить план работы на 2027 год." in paragraphs(minutes)


def test_a_motion_that_fails_says_how_many_votes_it_lacked() -> None:
    votes = [FOR] * 4 + [ABSTAIN] * 4
    ballots: dict[int, Ballot] = {n: MotionBallot(one) for n, one in enumerate(votes, 1)}

    assert "Решение не принято: за — 4, нужно не менее 5." in paragraphs(
        council(an_item(a_poll(), ballots, 9))
    )


@pytest.mark.parametrize("kind", PollKind)
def test_without_a_quorum_nothing_is_decided(kind: PollKind) -> None:
    one = Candidate(CandidateId(1), "А")
    poll = a_poll(kind=kind, candidates=() if kind is PollKind.MOTION else (one,))
    minutes = council(an_item(poll, {}, 9, recused=(1,)))

    assert "Решение не принято: кворума нет." in paragraphs(minutes)
    assert facts(minutes)["Кворум"].startswith("отсутствует: участвует 1 из 9, нужно не менее 5")
    assert "Решили" not in said(minutes)


def test_an_admission_lists_the_counts_of_each_and_who_is_admitted() -> None:
    minutes = council()
    document = written(minutes)
    admitted = document.blocks.index(Paragraph("Решили принять в состав членов:", strong=True))
    refused = document.blocks.index(Paragraph("Решение о приёме не принято:", strong=True))

    assert tables(minutes)[1].rows == (
        ("1. АНО «Дом дружбы народов “Уральский хоровод”»", *"5110", "4", "принято"),
        ("2. Благотворительный фонд «Тёплый дом»", *"3310", "4", "не принято"),
    )
    assert document.blocks[admitted + 1] == Listing(
        ("АНО «Дом дружбы народов “Уральский хоровод”»",)
    )
    assert document.blocks[refused + 1] == Listing(("Благотворительный фонд «Тёплый дом»",))


def test_an_election_is_listed_by_votes_and_a_tie_is_a_tie() -> None:
    minutes = general_meeting()
    table = tables(minutes)[0]

    assert [column.heading for column in table.columns][1:] == [
        *("За", "Против всех", "За других", "Не голосовали", "Нужно", "Итог")
    ]
    assert [row[1] for row in table.rows] == ["63", "63", "62", "62", "61", "61", "12"]
    assert [row[-1] for row in table.rows] == [
        *["избран(а)"] * 4,
        *["голоса поровну"] * 2,
        "не хватило голосов",
    ]
    assert (
        "Голоса разделились поровну: Васильева Анна Юрьевна; Гаврилов Олег Николаевич. "
        "Мест осталось: 1. Вопрос решается вторым туром или жребием." in paragraphs(minutes)
    )
    assert facts(minutes)["Мест для избрания"] == "5"


def test_a_run_off_and_a_lot_are_on_record() -> None:
    run_off = general_meeting(an_election(run_off=True))
    lot = Lot((CandidateId(4),), "вытянула Ильина О. Б. в присутствии собрания.")
    by_lot = general_meeting(an_election(lot=lot))

    assert "Назначен второй тур голосования." in said(run_off)
    assert "Жребий: вытянула Ильина О. Б. в присутствии собрания." in paragraphs(by_lot)
    assert tables(by_lot)[0].rows[5][-1] == "избран(а) по жребию"
    elected = written(by_lot).blocks.index(Paragraph("Решили избрать:", strong=True))
    assert "Гаврилов Олег Николаевич" in strings(written(by_lot).blocks[elected + 1])


def test_who_is_elected_to_the_council_is_elected_to_the_council() -> None:
    election = an_election()
    council_elected = replace(election, poll=replace(election.poll, elects_council=True))

    assert "Решили избрать в Совет:" in paragraphs(general_meeting(council_elected))


def test_vacant_seats_are_told() -> None:
    election = an_election()
    poll = replace(election.poll, seats=7)
    approving = ElectionBallot(frozenset({CandidateId(1), CandidateId(2)}))
    ballots: dict[int, Ballot] = dict.fromkeys(range(1, 91), approving)

    assert "Незанятых мест: 5." in said(general_meeting(an_item(poll, ballots, 120)))


# --- who voted how --------------------------------------------------------------------------------


def test_a_named_vote_lists_who_voted_how() -> None:
    assert tables(council(a_motion()))[-1].rows == tuple(
        (str(number), COUNCIL[number - 1][0], vote)
        for number, vote in enumerate(
            ["за", "за", "за", "против", "за", "воздержался", "за", "воздержался"], start=1
        )
    )
    assert [row[2] for row in tables(council())[-1].rows] == [
        *("за — 1, 2", "за — 1; против — 2", "за — 1; воздержался — 2", "за — 1; против — 2"),
        *("за — 1, 2", "за — 2; воздержался — 1", "против — 1, 2"),
    ]


def test_a_named_election_lists_who_approved_whom_in_an_appendix() -> None:
    named = general_meeting(an_election(Secrecy.NAMED))
    table = tables(named)[-1]

    assert "Кто как голосовал — в приложении № 2." in paragraphs(named)
    assert len(table.rows) == 96
    votes = {row[1]: row[2] for row in table.rows}
    assert votes[named.participants[95].name] == "против всех"
    assert votes[named.participants[0].name] == "за — 2, 3, 4, 5, 7"


def test_a_secret_vote_has_the_numbers_of_its_ballots_and_no_table_of_votes() -> None:
    minutes = general_meeting()
    document = written(minutes)
    (codes,) = (block for block in document.blocks if isinstance(block, Codes))

    assert codes.codes == tuple(sorted(code(number) for number in range(1, 97)))
    assert "Кто как голосовал" not in said(minutes)
    assert "Голос" not in {column.heading for table in tables(minutes) for column in table.columns}


def test_a_secret_vote_reads_the_same_who_cast_which_ballot() -> None:
    """Nothing of who voted how can be in what does not change when they change places."""
    poll = a_poll(secrecy=Secrecy.SECRET)
    sealed = a_motion()
    read: set[Document] = set()
    for choices in set(permutations((FOR, FOR, AGAINST, ABSTAIN, FOR))):
        ballots: dict[int, Ballot] = {n: MotionBallot(c) for n, c in enumerate(choices, start=1)}
        item = an_item(poll, ballots, 9)
        read.add(written(council(replace(item, seal=sealed.seal, head=sealed.head))))

    assert len(read) == 1


def test_dissent_is_recorded_for_those_who_asked_and_for_nobody_else() -> None:
    assert "По их требованию" not in said(council(a_motion()))
    minutes = council(a_motion(dissents=(Dissent(voter(4)),)))
    at = written(minutes).blocks.index(
        Paragraph("Голосовали против и потребовали внести об этом запись:")
    )
    assert written(minutes).blocks[at + 1] == Listing(("Гаврилов Олег Николаевич",))


def test_dissent_is_recorded_against_the_candidates_that_the_voter_was_against() -> None:
    first, second = "1. АНО «Дом дружбы народов “Уральский хоровод”»", "2. Благотворительный фонд"
    assert (
        f"Жукова Елена Викторовна — против: {first}; {second} «Тёплый дом»: "
        "устав организации не соответствует целям Альянса" in said(council())
    )
    some = council(an_admission(dissents=(Dissent(voter(2)),)))
    assert f"Белов Игорь Петрович — против: {second} «Тёплый дом»" in said(some)


def test_the_course_of_the_vote_is_on_record_where_it_was_asked_for() -> None:
    minutes = council(a_motion(course="Связь прервалась на две минуты."))

    assert (
        paragraphs(minutes)[
            paragraphs(minutes).index("Ход голосования, внесено по требованию участника:") + 1
        ]
        == "Связь прервалась на две минуты."
    )
    assert "Ход голосования" not in said(council())


def test_the_seal_and_the_head_of_the_journal_are_printed_whole() -> None:
    item = council().items[0]
    found = facts(council())

    assert found["Бюллетени"] == item.seal.ballots
    assert found["Номера бюллетеней"] == item.seal.numbers
    assert found["Журнал, запись № 128"] == item.head.digest


def test_a_sitting_holds_each_item_and_the_charts_in_the_last_appendix() -> None:
    document = written(council(a_motion(), an_admission()))
    headings = [block.text for block in document.blocks if isinstance(block, Heading)]

    charts = "Приложение № 1. Диаграммы голосования"
    assert headings == ["Участники", "Повестка дня", "Вопрос 1", "Вопрос 2", charts]
    *_, heading, first, second = document.blocks
    assert heading == Heading(charts, appendix=True)
    assert isinstance(first, Chart)
    assert isinstance(second, Chart)
    assert (
        Listing(
            (
                "Утвердить план работы Альянса на 2027 год",
                "Принять в состав членов Альянса организации, подавшие заявления",
            ),
            numbered=True,
        )
        in document.blocks
    )


def test_only_the_last_digests_stay_on_one_page_with_the_signatures() -> None:
    """Those before would pull the heading of the next item along, and leave half a page empty."""
    document = written(council(a_motion(), an_admission()))

    digests = [one for one in document.blocks if isinstance(one, Facts) and one.code]
    assert [one.keeps for one in digests] == [False, True]


# --- the files ------------------------------------------------------------------------------------


def test_the_files_are_named_by_their_number() -> None:
    assert minutes_name(council().number, "pdf", texts()) == "Протокол 12-2026.pdf"
    assert minutes_name(council().number, "docx", texts("en")) == "Minutes 12-2026.docx"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("mode", MODES)
def test_every_mode_has_its_words_in_every_language(mode: Mode, language: str) -> None:
    for kept in (council(a_motion(poll=a_poll(mode=mode))), general_meeting()):
        document = written(kept, language)
        assert document.language == language
        assert document.dated == END + timedelta(hours=15)


def test_the_printed_minutes_say_what_the_document_says() -> None:
    document = written(council())
    files = render(document)
    docx, pdf = words(opened(files.docx)), "".join(pages(files.pdf))

    for text in strings(tuple(b for b in document.blocks if not isinstance(b, Chart))):
        assert any(text in line for line in docx), text
        for line in text.splitlines():
            assert without_space(line) in pdf, line
    assert len(pages(files.pdf)) == 4


def test_the_minutes_of_120_are_printed_whole_and_twice_the_same() -> None:
    document = written(general_meeting())
    files = render(document)
    found = pages(files.pdf)

    assert render(document) == files
    assert 7 <= len(found) <= 10
    assert sum("ИНН,ОГРН" in page for page in found) >= 4
    assert all(f"6670000{number:03}" in "".join(found) for number in range(1, 121))
    assert all(code(number) in "".join(found) for number in range(1, 97))


def test_no_printed_number_is_torn_from_its_sign_at_the_end_of_a_line() -> None:
    for minutes in (council(a_motion(), an_admission()), general_meeting()):
        file = opened(render(written(minutes)).docx)
        cells = [c.text for table in file.tables for row in table.rows for c in row.cells]
        said = [one.text for one in file.paragraphs] + cells
        assert any("№\u00a0" in text for text in said)
        torn = r"№ |п\. \d|ст\. \d|\d (?:декабря|ноября)|(?:декабря|ноября) \d|\S — "
        assert [text for text in said if re.search(torn, text)] == []


def test_the_course_of_the_vote_stands_before_the_signatures_and_only_where_it_was_asked_for() -> (
    None
):
    document = written(council(course="Проект огласили.\nВопросов не было."))
    *_, asked, first, second, appendices, signatures = document.blocks[: last_of_text(document) + 1]

    assert (asked, first, second) == (
        Paragraph("Внесено по требованию участника:", keeps=True),
        Paragraph("Проект огласили."),
        Paragraph("Вопросов не было.", keeps=True),
    )
    assert appendices == Paragraph("Приложение: № 1 «Диаграмма голосования».", keeps=True)
    assert isinstance(signatures, Signatures)
    assert Heading("Ход голосования") in document.blocks
    assert Heading("Ход голосования") not in written(council()).blocks


def last_of_text(document: Document) -> int:
    """Return where the signatures stand: appendices come after."""
    return next(n for n, one in enumerate(document.blocks) if isinstance(one, Signatures))


NAMES = st.text(min_size=1, max_size=200).filter(str.strip)


@settings(max_examples=effort(2, 50))
@given(NAMES, NAMES)
def test_any_names_can_be_printed(person: str, candidate: str) -> None:
    item = an_admission()
    candidates = tuple(replace(one, name=candidate) for one in item.poll.candidates)
    poll = replace(item.poll, candidates=candidates, question=candidate)
    participants = tuple(
        replace(one, member=person, castings=by(replace(one.hands[0], name=person)))
        for one in council().participants
    )
    minutes = council(replace(item, poll=poll), participants=participants, alliance=person)

    files = render(written(minutes))

    assert opened(files.docx).tables
    assert len(pages(files.pdf)) >= 2


def test_an_item_names_who_had_no_ballot_with_the_clause_and_the_reason() -> None:
    omission = Omission("Устав, п. 4.7", "членство приостановлено")
    cut = a_motion(a_poll(omission=omission), omitted=("АНО «Луч»", "Фонд «Дом»"))
    second = a_motion(a_poll(run_off_of=PollId(3)), omitted=("АНО «Луч»",))

    assert (
        "не голосуют: АНО «Луч»; Фонд «Дом» (Устав, п. 4.7; причина: членство приостановлено)"
    ) in said(council(cut))
    assert (
        "во втором туре голосуют имевшие право голоса в первом; не голосуют: АНО «Луч»"
    ) in said(council(second))
    assert "Голосуют не все" not in said(council(a_motion()))


def test_a_second_round_is_named_in_the_agenda_and_at_its_item() -> None:
    first, second = a_motion(), a_motion(a_poll(id=PollId(6), run_off_of=PollId(5)))
    agenda = next(
        block for block in written(council(first, second)).blocks if isinstance(block, Listing)
    )
    question = first.poll.question

    assert agenda.items == (question, f"Второй тур: {question}")
    assert f"Второй тур: {question}" in paragraphs(council(first, second))


def test_of_a_secret_vote_without_a_quorum_the_minutes_tell_no_split() -> None:
    secret = a_poll(secrecy=Secrecy.SECRET)
    item = an_item(secret, {1: MotionBallot(AGAINST)}, 9)
    blocks = written(council(item)).blocks

    assert not any(isinstance(block, Chart) for block in blocks)
    assert "как разделились голоса, не раскрывается" in said(council(item))
    assert "против — 1" not in said(council(item))
    assert "Диаграмм" not in said(council(item))


def an_addendum(*items: LateItem, **changes: Any) -> Addendum:
    issued = IssuedMinutes(
        *(MinutesId(1), Body.COUNCIL, council().number, (PollId(4),), ("План",), MemberId(1), END),
        *("d" * 64, "e" * 64),
    )
    fields: dict[str, Any] = {"number": 1, "chair": "Аверина М. С.", "secretary": None, **changes}
    return Addendum(issued=issued, alliance="Альянс", drawn_up_at=END, items=items, **fields)


def test_an_addendum_says_who_asked_later_and_in_what_words() -> None:
    minutes = council()
    late = LateItem(1, minutes.items[0], minutes.participants[1:2], {voter(2): "Не согласен"})
    document = addendum_document(an_addendum(late), texts())

    assert strings(document.blocks)[:3] == [
        "Альянс",
        "ДОПОЛНЕНИЕ № 1 к протоколу № 12/2026",
        "протокол № 12/2026 Совета",
    ]
    listed = next(block for block in document.blocks if isinstance(block, Listing))
    assert listed.items == (
        "Белов Игорь Петрович — против: 2. Благотворительный фонд «Тёплый дом»: Не согласен",
    )
    assert document.blocks[-1] == Signatures(
        (("Председатель Совета", "Аверина М. С."), ("Секретарь Совета", ""))
    )
    assert addendum_name(an_addendum(late), texts()) == "Дополнение 1 к протоколу 12-2026"


def test_an_addendum_does_not_vouch_for_what_a_secret_ballot_says() -> None:
    item = a_motion(poll=a_poll(secrecy=Secrecy.SECRET))
    late = LateItem(1, item, council().participants[3:4], {voter(4): ""})
    words = strings(addendum_document(an_addendum(late), texts()).blocks)

    assert any(text.startswith("Заявили, что голосовали против") for text in words)
    assert "Гаврилов Олег Николаевич" in words

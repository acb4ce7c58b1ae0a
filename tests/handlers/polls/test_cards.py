"""How polls look at their longest, in both languages, and in the mouths of those who write HTML."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from html import unescape
from typing import Any

import pytest
from aiogram.types import InlineKeyboardMarkup

from bot.domain.people.members import LANGUAGES, MemberId
from bot.domain.polls.ballots import AdmissionBallot, Ballot, Choice, ElectionBallot, MotionBallot
from bot.domain.polls.cards import MyBallot, PollCard, Settlement, Turnout
from bot.domain.polls.electorates import Headcount
from bot.domain.polls.letters import BallotLetter, PollPostLetter, SealLetter
from bot.domain.polls.lots import Lot
from bot.domain.polls.majorities import Base, Bound, Majority, Share
from bot.domain.polls.notices import BallotOpened, BallotReminder, OutcomeDeclared, PollCancelled
from bot.domain.polls.omissions import Omission
from bot.domain.polls.plans import Body, Candidate, CandidateId, Mode, PollKind, Secrecy
from bot.domain.polls.polls import Closing, Poll, PollId, PollState
from bot.domain.polls.proxies import Proxy
from bot.domain.polls.seals import Head, Seal
from bot.domain.polls.tallies import explain, tally
from bot.domain.polls.voters import VoterId
from handlers.polls import cards, keyboards
from handlers.polls.letters import render_ballot, render_post, render_seal
from handlers.polls.marks import Marks
from handlers.ui.lengths import MESSAGE_LIMIT, TAG, length
from handlers.ui.letters import Rendered, Sight
from handlers.ui.voting_rules import rule_words
from tests.keyboards import labels_of
from tests.polling import NOW, RULES, a_motion, a_poll, an_election, candidates, rules
from tests.wording import texts

FEWER = "Если голосуют не все, нужно меньше: при 5 участниках\u00a0— {}."
AGAINST = "Воздержавшиеся считаются против."
HTML = "<b>Фонд</b> & 🎄"
LONG = [f"{n:02} {HTML} " + "Ё🎄" * 90 for n in range(50)]
"""Names of 200 characters; half of them are two units for Telegram, as emoji are."""
HEAD = Head(57, "0123456789abcdef" * 4)
PROXY = Proxy(
    VoterId(1),
    MemberId(7),
    "7/" + "9" * 190,
    date(2026, 11, 1),
    NOW + timedelta(days=9),
    "🎅" * 200,
)


def at_length(kind: PollKind, state: PollState, secrecy: Secrecy) -> Poll:
    """Return a poll in which everything is as long as it may be."""
    names = tuple(Candidate(CandidateId(n), name) for n, name in enumerate(LONG, 1))
    clause = "🎅" * 200
    of = replace(
        RULES,
        quorum=replace(RULES.quorum, clause=clause),
        majority=replace(RULES.majority, clause=clause[:-1] + "х"),
    )
    return a_poll(
        state,
        kind=kind,
        question="🎅" * 1000,
        candidates=names if kind is not PollKind.MOTION else (),
        seats=50 if kind is PollKind.ELECTION else 1,
        secrecy=secrecy,
        live=secrecy is Secrecy.NAMED,
        rules=of,
        body=Body.GENERAL,
        voters=(VoterId(1),),
        omission=Omission(clause, "🎅" * 300),
        reason="🎅" * 500,
        closing=Closing.BY_HAND if state is PollState.CLOSED else None,
        closed_at=NOW if state is PollState.CLOSED else None,
    )


def every_card() -> Iterator[PollCard]:
    for kind in PollKind:
        for state in PollState:
            for secrecy in Secrecy:
                poll = at_length(kind, state, secrecy)
                ballots_of: dict[PollKind, Ballot] = {
                    PollKind.MOTION: MotionBallot(Choice.AGAINST),
                    PollKind.ADMISSION: AdmissionBallot(
                        {c.id: Choice.AGAINST for c in poll.candidates}
                    ),
                    PollKind.ELECTION: ElectionBallot(frozenset(c.id for c in poll.candidates)),
                }
                said = ballots_of[kind]
                result = None
                if state is PollState.CLOSED or (state is PollState.OPEN and not poll.is_secret):
                    result = tally(poll, Headcount(120, 1, 60, 60), [said] * 60)
                named = None if poll.is_secret else said
                ballots = [
                    MyBallot(VoterId(n), LONG[0], PROXY, "🎅" * 200, by_proxy=True)
                    for n in range(1, 30)
                ]
                head = Head(10**6, "f" * 64)
                own_one = MyBallot(VoterId(90), LONG[1], voted=True, ballot=named, head=head)
                ballots.append(own_one)
                for own in ((), tuple(ballots[:1]), tuple(ballots), tuple(ballots[-1:])):
                    omitted = tuple(LONG)
                    yield PollCard(poll, NOW, Turnout(120, 60, 1), own, result, omitted=omitted)


SIGHT = Sight("alliance_bot")


def well(text: str, keyboard: InlineKeyboardMarkup | None) -> None:
    assert length(text) <= MESSAGE_LIMIT
    assert "<b>Фонд</b>" not in text
    for row in keyboard.inline_keyboard if keyboard else []:
        assert 1 <= len(row) <= 8
        for button in row:
            assert button.text
            if button.callback_data:
                assert len(button.callback_data.encode()) <= 64
    buttons = sum(len(row) for row in keyboard.inline_keyboard) if keyboard else 0
    assert buttons <= 100


def fits(rendered: Rendered) -> None:
    well(rendered.text, rendered.keyboard)


@pytest.mark.parametrize("language", LANGUAGES)
def test_at_their_longest_all_screens_are_within_what_telegram_takes(language: str) -> None:
    t = texts(language)
    for card in every_card():
        poll = card.poll
        for part in (0, 3, 99):
            opened = BallotLetter(BallotOpened(poll.id), card)
            fits(render_ballot(opened, t, SIGHT))
            declared = replace(opened, subject=OutcomeDeclared(poll.id))
            fits(render_ballot(declared, t, SIGHT))
            off = replace(opened, subject=PollCancelled(poll.id))
            fits(render_ballot(off, t, SIGHT))
            text = cards.poll_card(card, t, part=part)
            well(text, keyboards.poll_card(card, t, part))
            for ballot in filter(card.is_castable, card.ballots[-1:]):
                marks = Marks(poll.items, {place: Choice.FOR for place, _ in enumerate(poll.items)})
                form = cards.ballot_card(card, ballot, marks, t, part=part)
                well(form, keyboards.ballot_card(card, ballot, marks, part, t))
                own = cards.own_ballot(card, ballot, t)
                well(own, keyboards.own_ballot(card, ballot, t))
        fits(render_post(PollPostLetter(card), t, SIGHT))
        sealed = replace(card, seal=Seal("a" * 64, "b" * 64), head=Head(123456, "c" * 64))
        fits(render_seal(SealLetter(sealed), t, SIGHT))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_longest_choice_is_asked_about_within_one_message(language: str) -> None:
    poll = at_length(PollKind.ELECTION, PollState.OPEN, Secrecy.SECRET)
    ballot = MyBallot(VoterId(1), LONG[0])
    said = ElectionBallot(frozenset(candidate.id for candidate in poll.candidates))

    card = PollCard(poll, NOW, Turnout(9, 0, 0), (ballot,))
    text = cards.review(card, ballot, said, texts(language))

    well(text, keyboards.review(poll, VoterId(1), Marks(poll.items, {}), texts(language)))


# --- the rules in plain words ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("share", "base", "entitled", "words"),
    [
        (
            Share(1, 2, Bound.MORE_THAN),
            Base.PARTICIPANTS,
            9,
            ("Из 9 голосов нужно 5 «за»; кворум\u00a0— 5.", FEWER.format(3), AGAINST),
        ),
        (
            Share(2, 3, Bound.AT_LEAST),
            Base.CAST,
            9,
            (
                "Из 9 голосов нужно 6 «за»; кворум\u00a0— 5.",
                FEWER.format(4),
                "Воздержавшиеся в подсчёт не входят.",
            ),
        ),
        (
            Share(2, 3, Bound.AT_LEAST),
            Base.ENTITLED,
            21,
            (
                "Из 21 голоса нужно 14 «за»; кворум\u00a0— 11.",
                "Воздержавшиеся и непроголосовавшие считаются против.",
            ),
        ),
        (
            Share(1, 2, Bound.MORE_THAN),
            Base.PARTICIPANTS,
            1,
            ("Из 1 голоса нужен 1 «за»; кворум\u00a0— 1.", AGAINST),
        ),
    ],
)
def test_the_rules_are_said_in_plain_words(
    share: Share, base: Base, entitled: int, words: tuple[str, ...]
) -> None:
    plan = a_motion(rules=rules(share, base))

    said = rule_words(plan, explain(plan.rules, entitled), texts())

    assert " ".join(words) in said
    assert "Основание: Устав, п. 5.1; Устав, п. 5.2" in said


def test_in_an_election_nobody_is_said_to_abstain() -> None:
    plan = an_election(7, 5)

    said = rule_words(plan, explain(plan.rules, 120), texts())

    assert "Из 120 голосов для избрания нужен 61; кворум\u00a0— 61." in said
    assert "оздерж" not in said


# --- one's own ballots ----------------------------------------------------------------------------


def test_a_ballot_by_proxy_tells_the_papers_data() -> None:
    proxy = Proxy(VoterId(3), MemberId(7), "7", date(2026, 11, 1), NOW, "голосование на собрании")
    ballot = MyBallot(VoterId(3), "Фонд «Добро»", proxy, by_proxy=True)
    poll = a_poll(body=Body.GENERAL)

    text = cards.poll_card(PollCard(poll, NOW, Turnout(9, 0, 0), (ballot,)), texts())

    assert (
        "<b>Фонд «Добро»</b>\n📜 Вы голосуете по доверенности №\u00a07 от 1 ноября 2026: " in text
    )
    assert "голосование на собрании. Действует по 1 декабря 2026 включительно." in text


def test_a_ballot_given_away_tells_who_casts_it_and_offers_to_take_it_back() -> None:
    proxy = Proxy(VoterId(3), MemberId(7), "7", date(2026, 11, 1), NOW, "всё")
    ballot = MyBallot(VoterId(3), "Фонд", proxy, holder="Зоя", given_away=True)
    card = PollCard(a_poll(body=Body.GENERAL), NOW, Turnout(9, 0, 0), (ballot,))

    text, keyboard = cards.poll_card(card, texts()), keyboards.poll_card(card, texts())

    assert "Голос передан по доверенности №\u00a07 от 1 ноября 2026: всё. Голосует Зоя." in text
    shown = [[b.text for b in row] for row in keyboard.inline_keyboard]
    assert shown == [["Ещё…", "Все голосования"]]
    more = keyboards.own_ballot(card, ballot, texts()).inline_keyboard
    assert [[b.text for b in row] for row in more] == [
        ["Отозвать доверенность"],
        ["Заявить самоотвод"],
        ["‹ Назад"],
    ]


def test_at_a_general_meeting_its_chair_and_no_hour_ends_the_vote() -> None:
    card = PollCard(a_poll(body=Body.GENERAL), NOW, Turnout(9, 0, 0), in_meeting=True)
    post = render_post(PollPostLetter(card), texts(), SIGHT).text

    for text in (cards.poll_card(card, texts()), post):
        assert "завершит голосование председатель собрания" in text
        assert "Голосовать можно до" not in text


def test_from_the_deadline_on_a_ballot_is_not_offered_though_nobody_has_closed_the_poll() -> None:
    poll = a_poll(closes_at=NOW)
    card = PollCard(poll, NOW, Turnout(9, 4, 0), (MyBallot(VoterId(1), "Я"),))

    text, keyboard = cards.poll_card(card, texts()), keyboards.poll_card(card, texts())

    assert "Срок вышел, считаем голоса." in text
    assert "Голосовать можно до" not in text
    assert [[b.text for b in row] for row in keyboard.inline_keyboard] == [["Все голосования"]]


def test_of_several_ballots_each_has_its_own_way() -> None:
    ballots = (
        MyBallot(
            VoterId(1), "Фонд 1", None, voted=True, ballot=MotionBallot(Choice.FOR), head=HEAD
        ),
        MyBallot(VoterId(2), "Фонд 2", PROXY, by_proxy=True),
    )
    card = PollCard(a_poll(body=Body.GENERAL), NOW, Turnout(9, 1, 0), ballots)

    text, keyboard = cards.poll_card(card, texts()), keyboards.poll_card(card, texts())

    assert (
        "<b>Фонд 1</b>\n✅ <b>Голос принят:</b> «За»\n"
        "🔏 Запись в журнале: <code>57:0123456789abcdef</code>"
    ) in text
    assert "⬜️ Голос ещё не подан." in text
    words = labels_of(keyboard)
    assert words == ["✓ Фонд 1 · изменить", "🗳 Фонд 2", "Все голосования"]


# --- news -----------------------------------------------------------------------------------------


def test_reminders_say_how_long_there_is_and_the_last_one_says_it_is_the_last() -> None:
    closes = NOW + timedelta(hours=3)
    card = PollCard(a_poll(closes_at=closes), NOW, Turnout(9, 0, 0), (MyBallot(VoterId(1), "Я"),))
    reminder = BallotReminder(PollId(4), closes, timedelta(hours=3))

    first = render_ballot(BallotLetter(reminder, card), texts(), SIGHT).text
    call = BallotLetter(replace(reminder, last=True), card)
    last = render_ballot(call, texts(), SIGHT).text

    assert first.startswith("🔔 <b>Вы ещё не проголосовали.</b> Осталось 3 часа.")
    assert last.startswith("⏳ <b>Голосование скоро закончится, а вашего голоса пока нет.</b>")


def test_a_reminder_repeats_no_explanation() -> None:
    poll = a_poll(closes_at=NOW + timedelta(hours=3))
    card = PollCard(poll, NOW, Turnout(9, 0, 0), (MyBallot(VoterId(1), "Я"),))
    reminder = BallotReminder(PollId(4), poll.closes_at, timedelta(hours=3))

    opened = render_ballot(BallotLetter(BallotOpened(poll.id), card), texts(), SIGHT).text
    reminded = render_ballot(BallotLetter(reminder, card), texts(), SIGHT).text

    folded = re.search("<blockquote expandable>(.*?)</blockquote>", opened, re.DOTALL)
    assert folded
    for explanation in ("Голосование открытое", "Из 9 голосов", "7-ФЗ"):
        assert explanation in folded[1]
        assert explanation not in reminded
    for said in ("Утвердить план", "Голосовать можно до", "Как вы голосуете?"):
        assert said in reminded


LINE, LETTERS, BUTTON = 20, 40, 42
"""Of a telephone of 390 by 844 points: a line's height, its characters, a row of buttons."""

ROOM = 844 - 47 - 44 - 50
"""What the clock, the chat's head and the field below leave."""


@pytest.mark.parametrize(
    "poll",
    [
        a_poll(question="Утвердить смету альянса на 2027 год"),
        a_poll(kind=PollKind.ADMISSION, candidates=candidates(1), question="О приёме в альянс"),
        a_poll(
            kind=PollKind.ELECTION,
            candidates=candidates(5),
            seats=3,
            question="Об избрании членов совета",
            secrecy=Secrecy.SECRET,
        ),
    ],
    ids=lambda poll: poll.kind,
)
def test_question_and_buttons_fit_a_telephone(poll: Poll) -> None:
    card = PollCard(poll, NOW, Turnout(9, 0, 0), (MyBallot(VoterId(1), "Я"),))

    letter = render_ballot(BallotLetter(BallotOpened(poll.id), card), texts(), SIGHT)

    folded = re.sub("<blockquote expandable>.*?</blockquote>", "\n\n", letter.text, flags=re.DOTALL)
    words = unescape(re.sub("<[^>]+>", "", folded))
    lines = sum(max(1, -(-len(line) // LETTERS)) for line in words.split("\n"))
    rows = len(letter.keyboard.inline_keyboard) if letter.keyboard else 0
    assert lines * LINE + rows * BUTTON <= ROOM


@pytest.mark.parametrize("secrecy", Secrecy)
def test_a_group_sees_the_turnout_and_the_way_to_the_ballot_and_nothing_else(
    secrecy: Secrecy,
) -> None:
    card = PollCard(a_poll(secrecy=secrecy), NOW, Turnout(9, 4, 1))

    rendered = render_post(PollPostLetter(card), texts(), SIGHT)
    text, keyboard = rendered.text, rendered.keyboard

    assert "👥 Проголосовали: <b>4</b> из 9, самоотводов: 1" in text
    assert "▰" not in text
    assert keyboard is not None
    (button,) = keyboard.inline_keyboard[0]
    assert button.url == "https://t.me/alliance_bot?start=b_4"


def test_a_group_reads_what_came_of_a_poll() -> None:
    poll = a_poll(PollState.CLOSED, closing=Closing.DEADLINE, closed_at=NOW)
    votes = [MotionBallot(Choice.FOR)] * 3 + [MotionBallot(Choice.AGAINST)] * 3
    result = tally(poll, Headcount(9, 0, 6, 6), votes)

    card = PollCard(poll, NOW, Turnout(9, 6, 0), (), result)
    text = render_post(PollPostLetter(card), texts(), SIGHT).text

    assert "❌ <b>Решение не принято.</b>" in text
    assert "За: <b>3</b>" in text


def level_for_one_seat(**settled: Any) -> PollCard:
    """Return the card of an election in which two candidates of three are level for one seat."""
    plan = an_election(3, 1, rules=rules(Share(1, 3, Bound.AT_LEAST)))
    poll = a_poll(
        PollState.CLOSED,
        kind=plan.kind,
        candidates=plan.candidates,
        rules=plan.rules,
        closed_at=NOW,
        closing=Closing.ALL_VOTED,
    )
    votes = [ElectionBallot(frozenset({CandidateId(n)})) for n in (1, 1, 2, 2)]
    result = tally(poll, Headcount(4, 0, 4, 4), votes)
    return PollCard(poll, NOW, Turnout(4, 4, 0), (), result, **settled)


def test_a_lot_names_its_winners_and_how_it_was_drawn() -> None:
    lot = Lot((CandidateId(2),), "Тянули из <шапки>.", MemberId(1), NOW)

    text = cards.poll_card(level_for_one_seat(lot=lot), texts())

    assert "тянули жребий. Итог: Кандидат 2. Тянули из &lt;шапки&gt;." in text


@pytest.mark.parametrize(
    "settled",
    [
        {"lot": Lot((CandidateId(2),), "Тянули.", MemberId(1), NOW)},
        {"settlement": Settlement((CandidateId(2),))},
    ],
    ids=["lot", "second round"],
)
def test_who_won_after_a_tie_is_counted_as_elected(settled: dict[str, Any]) -> None:
    text = cards.poll_card(level_for_one_seat(**settled), texts())

    assert "✅ <b>Избрано: 1 из 1.</b>" in text
    assert "❌ 1. Кандидат 1" in text
    assert "✅ 2. Кандидат 2" in text


@pytest.mark.parametrize("settled", [{}, {"settlement": Settlement(running=True)}])
def test_nobody_is_elected_yet_while_a_tie_is_open(settled: dict[str, Any]) -> None:
    text = cards.poll_card(level_for_one_seat(**settled), texts())

    assert "⚖️ <b>Пока не избран никто.</b>" in text
    assert "⚖️ 1. Кандидат 1" in text


def test_a_seat_that_stays_empty_after_a_second_round_was_won_by_nobody() -> None:
    text = cards.poll_card(level_for_one_seat(settlement=Settlement(vacant=1)), texts())

    assert "❌ <b>Не избран никто.</b>" in text


def test_a_recusal_that_lowers_the_base_is_said_beside_the_majority() -> None:
    of = replace(RULES, recusal=replace(RULES.recusal, lowers_base=True))
    poll = a_poll(PollState.CLOSED, rules=of, closed_at=NOW, mode=Mode.MEETING)
    result = tally(poll, Headcount(9, 1, 8, 8), [MotionBallot(Choice.FOR)] * 8)

    text = cards.poll_card(PollCard(poll, NOW, Turnout(9, 8, 1), (), result), texts())

    assert "участвовали 9 из 9" in text
    assert "нужно 5 из 8 (участвовавших, без самоотводов)" in text


def test_a_majority_of_another_base_is_named() -> None:
    majority = Majority(Share(2, 3, Bound.AT_LEAST), Base.CAST, "Устав")
    poll = a_poll(PollState.CLOSED, rules=replace(RULES, majority=majority), closed_at=NOW)
    votes = [MotionBallot(Choice.FOR)] * 4 + [MotionBallot(Choice.ABSTAIN)] * 3
    result = tally(poll, Headcount(9, 0, 7, 7), votes)

    text = cards.poll_card(PollCard(poll, NOW, Turnout(9, 7, 0), (), result), texts())

    assert "«За»\u00a0— 4, нужно 3 из 4 (поданных голосов)." in text


def test_no_button_promises_that_a_secret_ballot_can_be_changed() -> None:
    ballots = tuple(MyBallot(VoterId(n), f"Фонд {n}", voted=True) for n in (1, 2))
    poll = a_poll(body=Body.GENERAL, secrecy=Secrecy.SECRET)
    keyboard = keyboards.poll_card(PollCard(poll, NOW, Turnout(9, 2, 0), ballots), texts())

    words = labels_of(keyboard)
    assert words == ["✓ Фонд 1", "✓ Фонд 2", "Все голосования"]


@pytest.mark.parametrize("secrecy", Secrecy)
@pytest.mark.parametrize("kind", PollKind)
def test_no_button_that_fills_in_or_casts_a_ballot_has_a_colour(
    kind: PollKind, secrecy: Secrecy
) -> None:
    people = () if kind is PollKind.MOTION else candidates(2)
    poll = a_poll(kind=kind, candidates=people, secrecy=secrecy)
    ballot, t = MyBallot(VoterId(1), "Фонд"), texts()
    card = PollCard(poll, NOW, Turnout(9), (ballot,))
    places = range(1 if kind is PollKind.ELECTION else len(poll.items))
    marked = Marks(poll.items, dict.fromkeys(places, Choice.FOR))

    shown = [
        keyboards.poll_card(card, t),
        keyboards.ballot_card(card, ballot, marked, 0, t),
        keyboards.review(poll, ballot.voter, marked, t),
    ]

    buttons = [one for keyboard in shown for row in keyboard.inline_keyboard for one in row]
    assert {one.style for one in buttons} == {None}
    assert not any(sign in one.text for one in buttons for sign in "✅❌🟢🔴")


@pytest.mark.parametrize(
    ("second_round", "said"),
    [
        (False, "Голосуют не все. Без бюллетеня: Фонд; Союз (всего 2). Основание: Устав, п. 4.7. "),
        (True, "Во втором туре голосуют те же, у кого был голос в первом. Без бюллетеня: Фонд; "),
    ],
)
@pytest.mark.parametrize("state", list(PollState))
def test_a_card_names_who_has_no_ballot_and_says_why(
    state: PollState, second_round: bool, said: str
) -> None:
    poll = replace(
        at_length(PollKind.MOTION, state, Secrecy.SECRET),
        omission=Omission("Устав, п. 4.7", "приостановлены"),
        question="?",
        run_off_of=PollId(1) if second_round else None,
    )
    card = PollCard(poll, NOW, Turnout(30), omitted=("Фонд", "Союз"))
    shown = TAG.sub("", cards.poll_card(card, texts()))

    assert (said in shown) is (state is not PollState.CANCELLED)


def test_without_a_quorum_nobody_is_told_what_a_secret_ballot_says() -> None:
    poll = a_poll(PollState.CLOSED, secrecy=Secrecy.SECRET, closing=Closing.DEADLINE, closed_at=NOW)
    result = tally(poll, Headcount(9, 0, 1, 1), [MotionBallot(Choice.AGAINST)])
    card = PollCard(poll, NOW, Turnout(9, 1), result=result)
    shown = TAG.sub("", cards.poll_card(card, texts()))

    assert "голоса не раскрываются" in shown
    assert "Против: " not in shown
    assert "Диаграмма" not in str(labels_of(keyboards.poll_card(card, texts())))
    named = replace(card, poll=replace(poll, secrecy=Secrecy.NAMED))
    assert "Против: 1" in TAG.sub("", cards.poll_card(named, texts()))


def test_a_second_round_is_named_on_the_ballot_and_in_lists() -> None:
    poll = a_poll(run_off_of=PollId(3))
    card = PollCard(poll, NOW, Turnout(9))

    assert "Утвердить план (второй тур)" in TAG.sub("", cards.poll_card(card, texts()))
    assert "(второй тур)" not in cards.poll_card(PollCard(a_poll(), NOW, Turnout(9)), texts())

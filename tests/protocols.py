"""Two protocols as a storage would fill them: a council of nine, a general meeting of 120."""

from base64 import b32encode
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from typing import Any

from bot.domain.minutes.minutes import (
    AgendaItem,
    Body,
    Convening,
    Dissent,
    Minutes,
    MinutesNumber,
    Signatory,
)
from bot.domain.minutes.participants import Authority, Casting, Hand, LegalEntity, Participant
from bot.domain.people.members import MemberId
from bot.domain.polls.ballots import AdmissionBallot, Ballot, Choice, ElectionBallot, MotionBallot
from bot.domain.polls.electorates import Headcount
from bot.domain.polls.majorities import (
    AT_LEAST_HALF,
    MORE_THAN_HALF,
    Base,
    Bound,
    Majority,
    Quorum,
    Recusal,
    Rules,
    Share,
)
from bot.domain.polls.plans import Candidate, CandidateId, Mode, PollKind, Secrecy
from bot.domain.polls.polls import Closing, Poll, PollId, PollState
from bot.domain.polls.proxies import Proxy
from bot.domain.polls.seals import Head, Seal, canonical, following, sealed
from bot.domain.polls.tallies import tally
from bot.domain.polls.voters import VoterId

START = datetime(2026, 12, 5, 13, 0, tzinfo=UTC)  # 18:00 in Yekaterinburg
END = START + timedelta(minutes=90)
FOR, AGAINST, ABSTAIN = Choice
RULES = Rules(
    Quorum(MORE_THAN_HALF, "п. 6.4 Устава"),
    Majority(MORE_THAN_HALF, Base.PARTICIPANTS, "п. 6.5 Устава"),
    Recusal(lowers_base=True, clause="п. 6.8 Устава"),
)
MEETING_RULES = Rules(
    Quorum(AT_LEAST_HALF, "п. 5.3 Устава"),
    Majority(Share(1, 2, Bound.MORE_THAN), Base.PARTICIPANTS, "п. 5.6 Устава"),
    Recusal(lowers_base=False, clause="п. 5.9 Устава"),
)
CONVENING = Convening(
    "Аверина М. С., председатель Совета", date(2026, 11, 25), "проект плана работы"
)
ELECTED_BY = "протокол Общего собрания № 3/2025 от 12 апреля 2025 года"
COUNCIL = (
    ("Аверина Мария Сергеевна", "председатель правления", "Благотворительный фонд «Рассвет»"),
    ("Белов Игорь Петрович", "директор", "АНО «Центр развития добровольчества»"),
    ("Васильева Анна Юрьевна", "исполнительный директор", "РОО «Ветераны труда Урала»"),
    ("Гаврилов Олег Николаевич", "президент", "Ассоциация «Городские сообщества»"),
    ("Дёмина Светлана Ильинична", "директор", "БФ помощи детям «Семь солнц»"),
    ("Ершов Павел Андреевич", "председатель", "СРОО «Экология и мы»"),
    ("Жукова Елена Викторовна", "директор", "АНО «Инклюзивный театр “Круг”»"),
    ("Зайцев Тимур Маратович", "руководитель", "Фонд «Наследие Екатеринбурга»"),
    ("Ильина Ольга Борисовна", "председатель совета", "ОО «Союз многодетных семей»"),
)


def voter(number: int) -> VoterId:
    return VoterId(number)


def entity(name: str, number: int) -> LegalEntity:
    return LegalEntity(name, f"66{70_000_000 + number:08}", f"10{26_600_000_000 + number:011}")


def a_poll(**changes: Any) -> Poll:
    poll = Poll(
        id=PollId(4),
        state=PollState.CLOSED,
        created_by=MemberId(1),
        kind=PollKind.MOTION,
        question="Утвердить план работы Альянса на 2027 год",
        rules=RULES,
        mode=Mode.MEETING,
        secrecy=Secrecy.NAMED,
        closes_at=END,
        opened_at=START + timedelta(minutes=20),
        closed_at=START + timedelta(minutes=42),
        closing=Closing.ALL_VOTED,
    )
    return replace(poll, **changes)


def seal_of(poll: Poll, ballots: Mapping[str, Ballot]) -> tuple[Seal, Head]:
    written = {number: str(ballot) for number, ballot in ballots.items()}
    seal = sealed(poll.id, "5a17" * 16, written)
    return seal, following(Head(127, "ab" * 32), "closed", {"seal": canonical(seal.ballots)}).head


def code(number: int) -> str:
    """A number as secret ballots have, the same each time."""
    letters = b32encode(sha256(bytes([number])).digest()[:16]).decode().rstrip("=")
    return "-".join(letters[at : at + 4] for at in range(0, len(letters), 4))


def an_item(
    poll: Poll,
    ballots: Mapping[int, Ballot],
    entitled: int,
    *,
    recused: Sequence[int] = (),
    silent: int = 0,
    **changes: Any,
) -> AgendaItem:
    """Count `ballots` (by voter); `silent` were registered and did not vote."""
    cast = len(ballots)
    roll = Headcount(entitled, len(recused), cast, cast + silent)
    numbered = {code(number): ballot for number, ballot in ballots.items()}
    seal, head = seal_of(poll, numbered)
    item = AgendaItem(
        poll=poll,
        result=tally(poll, roll, ballots.values()),
        seal=seal,
        head=head,
        voted=frozenset(map(voter, ballots)),
        recused=frozenset(map(voter, recused)),
        ballots={} if poll.is_secret else {voter(n): one for n, one in ballots.items()},
        numbers=tuple(numbered) if poll.is_secret else (),
    )
    return replace(item, **changes)


def an_admission(**changes: Any) -> AgendaItem:
    """Two applicants before a council of nine: one recused, one absent; the second is refused."""
    candidates = (
        Candidate(CandidateId(11), "АНО «Дом дружбы народов “Уральский хоровод”»"),
        Candidate(CandidateId(12), "Благотворительный фонд «Тёплый дом»"),
    )
    poll = a_poll(
        kind=PollKind.ADMISSION,
        question="Принять в состав членов Альянса организации, подавшие заявления",
        candidates=candidates,
    )
    said = [(FOR, FOR), (FOR, AGAINST), (FOR, ABSTAIN), (FOR, AGAINST), (FOR, FOR), (ABSTAIN, FOR)]
    said.append((AGAINST, AGAINST))
    ballots: dict[int, Ballot] = {
        number: AdmissionBallot({CandidateId(11): one, CandidateId(12): two})
        for number, (one, two) in enumerate(said, start=1)
    }
    dissent = Dissent(voter(7), "устав организации не соответствует целям Альянса")
    extras: dict[str, Any] = {"dissents": (dissent,), **changes}
    return an_item(poll, ballots, 9, recused=(8,), **extras)


def a_motion(poll: Poll | None = None, **changes: Any) -> AgendaItem:
    votes = [FOR, FOR, FOR, AGAINST, FOR, ABSTAIN, FOR, ABSTAIN]
    ballots: dict[int, Ballot] = {n: MotionBallot(one) for n, one in enumerate(votes, start=1)}
    return an_item(poll or a_poll(id=PollId(5)), ballots, 9, **changes)


def council(*items: AgendaItem, **changes: Any) -> Minutes:
    """The council of nine; member 9 is absent, member 5 is stood in for by proxy."""
    participants = []
    for number, (name, position, organisation) in enumerate(COUNCIL, start=1):
        participants.append(
            Participant(
                voter=voter(number),
                organisation=entity(organisation, number),
                member=name,
                castings=by(councillor(name, position), *items),
            )
        )
    proxy = Proxy(
        voter(5), MemberId(3), "7", date(2026, 12, 1), END, "участие в заседании Совета 5 декабря"
    )
    position = "исполнительный директор РОО «Ветераны труда Урала»"
    holder = Hand("Васильева Анна Юрьевна", Authority.PROXY, position, proxy)
    participants[4] = replace(participants[4], castings=by(holder, *items))
    fields = {"participants": tuple(participants), **changes}
    return some_minutes(items or (an_admission(),), **fields)


def councillor(name: str, position: str = "") -> Hand:
    """Return a member of the council who votes in person, elected by `ELECTED_BY`."""
    return Hand(name, Authority.COUNCIL_MEMBER, position, document=ELECTED_BY)


def by(hand: Hand, *items: AgendaItem) -> tuple[Casting, ...]:
    """Return that one person cast all of a voter's ballots."""
    return (Casting(tuple(range(1, len(items) + 1)) or (1,), (hand,)),)


def some_minutes(items: tuple[AgendaItem, ...], **changes: Any) -> Minutes:
    fields: dict[str, Any] = {
        "number": MinutesNumber(12, 2026),
        "alliance": "Альянс некоммерческих организаций Свердловской области",
        "body": Body.COUNCIL,
        "starts_at": START,
        "ends_at": END,
        "drawn_up_at": END + timedelta(hours=15),
        "place": "г. Екатеринбург, ул. Малышева, д. 101, зал 203",
        "bot": "alliance_ural_bot",
        "items": items,
        "convening": CONVENING,
        "chair": Signatory("Аверина М. С.", "председатель Совета"),
        "secretary": Signatory("Белов И. П.", "секретарь Совета"),
        "counted_by": (Signatory("Белов И. П.", "секретарь Совета"),),
    }
    return Minutes(**{**fields, **changes})


def an_election(secrecy: Secrecy = Secrecy.SECRET, **changes: Any) -> AgendaItem:
    """Five seats for seven; 96 of 120 vote, 2 are recused, 4 are there and do not vote."""
    people = [name for name, *_ in COUNCIL[:7]]
    poll = a_poll(
        id=PollId(9),
        kind=PollKind.ELECTION,
        question="Избрать пять членов Совета Альянса сроком на два года",
        rules=MEETING_RULES,
        secrecy=secrecy,
        candidates=tuple(Candidate(CandidateId(n), name) for n, name in enumerate(people, start=1)),
        seats=5,
        closing=Closing.BY_HAND,
        reason="проголосовали все зарегистрированные делегаты",
    )
    ballots: dict[int, Ballot] = {}
    for number in range(1, 97):
        liked = {1 + (number * step + step) % 7 for step in (1, 2, 3, 4, 5)} - {number % 11}
        chosen = frozenset(map(CandidateId, sorted(liked)[:5]))
        ballots[number] = ElectionBallot(chosen, against_all=not chosen)
    ballots[96] = ElectionBallot(against_all=True)
    return an_item(poll, ballots, 120, recused=(97, 98), silent=4, **changes)


def general_meeting(*items: AgendaItem, **changes: Any) -> Minutes:
    """The general meeting of 120 organisations; 18 did not come."""
    kinds = ("АНО «Центр {}»", "Благотворительный фонд «{}»", "РОО «{}»", "Ассоциация «{}»")
    themes = ("Добрые соседи", "Северное сияние", "Открытый город", "Мир без барьеров", "Родник")
    people = [name for name, *_ in COUNCIL]
    participants = []
    for number in range(1, 121):
        name = kinds[number % 4].format(f"{themes[number % 5]} {number}")
        came = number <= 102
        right = Authority.LEADER if number % 3 else Authority.DELEGATE
        paper = "" if number % 3 else f"решение правления № {number} от 20 ноября 2026 года"
        participants.append(
            Participant(
                voter=voter(number),
                organisation=entity(name, number),
                castings=by(Hand(people[number % 9], right, "директор", document=paper), *items)
                if came
                else (),
            )
        )
    proxy = Proxy(
        voter(14), MemberId(3), "14-Д", date(2026, 11, 30), END, "голосование по всем вопросам"
    )
    holder = replace(participants[13].hands[0], authority=Authority.PROXY, proxy=proxy, document="")
    participants[13] = replace(participants[13], castings=by(holder, *items))
    fields: dict[str, Any] = {
        "number": MinutesNumber(1, 2026),
        "body": Body.GENERAL_MEETING,
        "participants": tuple(participants),
        "registered": frozenset(map(voter, range(1, 103))),
        "place": "г. Екатеринбург, пр. Ленина, д. 24а, большой зал",
        **changes,
    }
    return some_minutes(items or (an_election(),), **fields)

"""What the registration desk shows: the desk, an organisation, a representative."""

from collections.abc import Iterator
from typing import Any

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.domain.meetings.desk_views import DeskPerson, DeskView, DeskVoter
from bot.domain.meetings.plans import MeetingId
from bot.domain.meetings.terms import Ground
from handlers.meetings.callbacks.delegates import MeetingButton
from handlers.meetings.callbacks.desks import (
    ArriveButton,
    CodeButton,
    CodesButton,
    DepartButton,
    DeskButton,
    DeskPersonButton,
    DeskVoterButton,
    DocumentButton,
    OwnArrivalsButton,
    PostingButton,
    ProxyFormButton,
    TellersButton,
)
from handlers.meetings.words import (
    LINE_LENGTH,
    NAME_LENGTH,
    TITLE_LENGTH,
    attendance_words,
    joined,
    own_words,
    turnout_words,
)
from handlers.ui.buttons import Row, button, keyboard, short
from handlers.ui.lengths import clipped
from handlers.ui.texts import Markup, Texts

PEOPLE_SHOWN = 7


def desk_card(view: DeskView, t: Texts) -> tuple[Markup, InlineKeyboardMarkup]:
    """Return the desk: the organisations that match, those still to come first."""
    meeting = view.meeting
    head = t(
        "meeting-desk",
        title=clipped(view.title, TITLE_LENGTH),
        phase=view.phase,
        query=clipped(view.query, NAME_LENGTH),
        searched=bool(view.query.strip()),
        count=view.count,
        shown=len(view.voters),
    )
    votes = (turnout_words(one, t) for one in view.votes)
    own = own_words(view.attendance, t)
    words = joined([head, attendance_words(view.attendance, t), own, *votes], "\n\n")
    rows: list[Row] = [[_voter_line(meeting, one, t)] for one in view.voters]
    codes = t.button("button-meeting-codes", CodesButton(meeting_id=meeting))
    tell = [t.button("button-meeting-tell", TellersButton(meeting_id=meeting))]
    whole = [t.button("button-meeting-desk", DeskButton(meeting_id=meeting))]
    usual = [_own(view, t), [codes], tell if view.votes else []]
    below = [whole] if view.query.strip() or view.own else usual
    card = [t.button("button-meeting-to-card", MeetingButton(meeting_id=meeting))]
    return words, keyboard([*rows, *below, card])


def _own(view: DeskView, t: Texts) -> Row:
    """Return the way to those who registered themselves, if there are any."""
    own, count = OwnArrivalsButton(meeting_id=view.meeting), view.attendance.own
    return [t.button("button-meeting-own-arrivals", own, None, count=count)] if count else []


def _voter_line(meeting: MeetingId, one: DeskVoter, t: Texts) -> InlineKeyboardButton:
    words = t.plain("button-meeting-voter", name=one.name, here=one.is_here, own=one.own)
    data = DeskVoterButton(meeting_id=meeting, voter_id=one.voter)
    return button(short(words), data)


# --- an organisation ------------------------------------------------------------------------------


def voter_card(
    meeting: MeetingId, voter: DeskVoter, t: Texts, remark: str = "", *, presides: bool = False
) -> tuple[Markup, InlineKeyboardMarkup]:
    """Return an organisation, and a button for each of its people.

    Who `presides` over the alliance also records ballots that were sent before.
    """
    words = t(
        "meeting-voter",
        name=clipped(voter.name, TITLE_LENGTH),
        inn=voter.inn,
        here=voter.is_here,
        posted=voter.has_posted,
        code=voter.has_code,
        slip=voter.slip or 0,
        people=len(voter.people),
    )
    lines = joined(_people(voter, t))
    rows = [[_person(meeting, voter, one, t)] for one in voter.people[:PEOPLE_SHOWN]]
    proxy = ProxyFormButton(meeting_id=meeting, voter_id=voter.voter)
    posting = PostingButton(meeting_id=meeting, voter_id=voter.voter)
    posts = presides and voter.may_post
    return joined([remark, words, lines], "\n\n"), keyboard(
        [
            *rows,
            [t.button("button-meeting-proxy", proxy)],
            [t.button("button-meeting-posting", posting)] if posts else [],
            [t.button("button-meeting-to-desk", DeskButton(meeting_id=meeting))],
        ]
    )


def _people(voter: DeskVoter, t: Texts) -> Iterator[str]:
    for one in voter.people[:PEOPLE_SHOWN]:
        yield t(
            "meeting-person",
            name=clipped(one.name, NAME_LENGTH),
            ground=one.ground,
            position=clipped(one.position, NAME_LENGTH),
            titled=bool(one.position),
            document=clipped(one.document, LINE_LENGTH),
            documented=bool(one.document),
            here=one.is_here,
            remote=one.remote,
            own=one.own,
        )


def _person(
    meeting: MeetingId, voter: DeskVoter, one: DeskPerson, t: Texts
) -> InlineKeyboardButton:
    """Return the button of a person: to arrive, to show the document, or what else can be done."""
    act: str
    kind: type[DeskPersonButton | DocumentButton | ArriveButton]
    if one.is_here:
        act, kind = "here", DeskPersonButton
    elif one.ground is Ground.DELEGATE and not one.document:
        act, kind = "document", DocumentButton
    else:
        act, kind = "arrive", ArriveButton
    words = short(t.plain("button-meeting-person", name=one.name, act=act))
    data = kind(meeting_id=meeting, voter_id=voter.voter, member_id=one.person)
    return button(words, data, "success" if act == "arrive" else None)


def person_card(
    meeting: MeetingId, voter: DeskVoter, person: DeskPerson, t: Texts
) -> tuple[Markup, InlineKeyboardMarkup]:
    """Return a representative who is there, and what can be done."""
    whom: dict[str, Any] = {
        "meeting_id": meeting,
        "voter_id": voter.voter,
        "member_id": person.person,
    }
    words = t(
        "meeting-person-here",
        name=clipped(person.name, NAME_LENGTH),
        voter=clipped(voter.name, TITLE_LENGTH),
        ground=person.ground,
        document=clipped(person.document, LINE_LENGTH),
        documented=bool(person.document),
        remote=person.remote,
        telegram=person.has_telegram,
        own=person.own,
    )
    rows = [
        [t.button("button-meeting-code", CodeButton(**whom), "primary")],
        [t.button("button-meeting-depart", DepartButton(**whom))],
        [t.button("button-meeting-mistake", DepartButton(**whom, mistake=True))],
        [
            t.button(
                "button-meeting-to-voter", DeskVoterButton(meeting_id=meeting, voter_id=voter.voter)
            )
        ],
    ]
    return words, keyboard(rows)

"""What the chair's page shows."""

from collections.abc import Iterator
from datetime import datetime

from bot.domain.meetings.chairs import ChairView, PersonThere, TieThere
from bot.domain.meetings.plans import Meeting
from bot.domain.meetings.state import MeetingState, Stage
from bot.domain.meetings.terms import Office
from bot.domain.polls.refusals import NoTie, TieSettled
from bot.ports import Transaction
from bot.services.access import require_poll
from bot.services.meetings.showing import objections_of, organisation_name, panel_view
from bot.services.polls.lots import open_tie


def chair_view(tx: Transaction, meeting: Meeting, state: MeetingState, now: datetime) -> ChairView:
    """Return the panel, with who is there and what was raised in the hall."""
    elected = state.officers.get(Office.TELLER)
    return ChairView(
        panel=panel_view(tx, meeting, state, now),
        there=tuple(sorted(_there(tx, state), key=lambda one: one.name)),
        tellers=tuple(zip(elected.people, elected.names, strict=True)) if elected else (),
        objections=tuple(
            sorted(objections_of(tx, state), key=lambda one: (one.upheld, -one.number))
        ),
        recused=tuple(_recused(tx, state)),
        tie=_tie(tx, state),
    )


def _there(tx: Transaction, state: MeetingState) -> Iterator[PersonThere]:
    """Yield who is there: they can be elected, ask for the floor, and object."""
    for voter, mandates in state.present.items():
        for mandate in mandates:
            organisation = organisation_name(tx, state, voter)
            yield PersonThere(mandate.person, mandate.name, voter, organisation)


def _recused(tx: Transaction, state: MeetingState) -> Iterator[tuple[str, str]]:
    """Yield the titles of items that are not over, with who has a conflict of interest."""
    for item in (state.items[one] for one in state.order):
        for voter in () if item.is_over else item.recused:
            yield item.point.title, organisation_name(tx, state, voter)


def _tie(tx: Transaction, state: MeetingState) -> TieThere | None:
    """Return the tie of the current item, unless it is settled."""
    item = None if state.current is None else state.items[state.current]
    if item is None or item.stage is not Stage.TIED or item.standing is None:
        return None
    poll = require_poll(tx, item.standing.poll)
    try:
        tie = open_tie(tx, poll)
    except (NoTie, TieSettled):
        return None
    tied = tuple(one for one in poll.candidates if one.id in tie.candidates)
    return TieThere(item.point.id, tie.seats, tied)

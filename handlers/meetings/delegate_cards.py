"""A meeting as a member sees it: the card and its buttons."""

from collections.abc import Iterator, Sequence

from aiogram.types import InlineKeyboardMarkup

from bot.domain.meetings.plans import ItemId, ItemKind
from bot.domain.meetings.state import Phase, Stage
from bot.domain.meetings.views import DelegateView, MyVoter
from bot.domain.polls.voters import VoterId
from handlers.meetings.callbacks.delegates import (
    AfarButton,
    AskFloorButton,
    ChallengeButton,
    LeaveButton,
    LeaveQueueButton,
    MeetingButton,
    ObjectButton,
    OwnButton,
    PingButton,
    ReadAgendaButton,
    RecuseButton,
)
from handlers.meetings.callbacks.desks import DeskButton, TellersButton
from handlers.meetings.callbacks.panels import PanelButton
from handlers.meetings.words import (
    LINE_LENGTH,
    NAME_LENGTH,
    TITLE_LENGTH,
    attendance_words,
    current_words,
    joined,
    outcomes_words,
    pause_words,
    speech_words,
    turnout_words,
)
from handlers.ui.buttons import Row, button, keyboard, pairs, short
from handlers.ui.callbacks import MeetingsButton
from handlers.ui.lengths import clipped
from handlers.ui.texts import Markup, Texts

MINE_SHOWN = 4
VOTERS_SHOWN = 8
VOTED_ON = (ItemKind.VOTE, ItemKind.ELECTION)
UNDER_WAY = (Phase.IN_SESSION, Phase.PAUSED)
OPEN = (Phase.REGISTERING, *UNDER_WAY)


def delegate_card(view: DelegateView, t: Texts) -> tuple[Markup, InlineKeyboardMarkup]:
    """Return the card and its buttons."""
    return _words(view, t), _keyboard(view, t)


def _words(view: DelegateView, t: Texts) -> Markup:
    head = t(
        "meeting-head",
        title=clipped(view.title, TITLE_LENGTH),
        phase=view.phase,
        starts=view.starts_at,
        place=clipped(view.place, LINE_LENGTH),
        mode=view.mode,
    )
    there = joined([pause_words(view.pause, t), attendance_words(view.attendance, t)])
    now = joined([current_words(view.item, t), speech_words(view.speech, t)])
    votes = joined((turnout_words(one, t) for one in view.votes), "\n\n")
    mine = joined(_mine(view, t))
    return joined([head, there, now, votes, outcomes_words(view.outcomes, t), mine], "\n\n")


def _mine(view: DelegateView, t: Texts) -> Iterator[str]:
    """Yield for whom the person is there, and what is expected of them."""
    for one in view.mine[:MINE_SHOWN]:
        yield t(
            "meeting-mine",
            name=clipped(one.name, NAME_LENGTH),
            remote=one.remote,
            ballot=_ballot(view, one),
        )
        if _ballot(view, one) == "none" and one.entrusted:
            yield t("meeting-mine-entrusted")
    guides = view.may_conduct or view.may_register
    if not view.mine and view.phase in OPEN and not guides:
        yield t("meeting-not-registered", afar=bool(view.may_register_afar))
    if view.in_queue is not None:
        yield t("meeting-in-queue", place=view.in_queue)
    if view.speaking:
        yield t("meeting-speaking")


def _ballot(view: DelegateView, mine: MyVoter) -> str:
    """Return how far a voter is with the open votes."""
    if not view.votes:
        return "none"
    if mine.may_vote and not set(mine.may_vote) <= set(mine.voted):
        return "awaited"
    if any(one.poll in mine.voted for one in view.votes):
        return "voted"
    return "none" if mine.entrusted else "no"


# --- buttons --------------------------------------------------------------------------------------


def _keyboard(view: DelegateView, t: Texts) -> InlineKeyboardMarkup:
    meeting = view.meeting
    read = t.button("button-meeting-read", ReadAgendaButton(meeting_id=meeting))
    offices = [
        *([t.button("button-meeting-panel", PanelButton(meeting_id=meeting))] * view.may_conduct),
        *([t.button("button-meeting-desk", DeskButton(meeting_id=meeting))] * _has_desk(view)),
        *([t.button("button-meeting-tell", TellersButton(meeting_id=meeting))] * _counts(view)),
    ]
    back = t.button("button-meeting-list", MeetingsButton())
    rows = [*_floor(view, t), *_presence(view, t), [read], *_more(view, t), *pairs(offices)]
    return keyboard([*rows, [back]])


def _has_desk(view: DelegateView) -> bool:
    return view.may_register and view.phase in OPEN


def _counts(view: DelegateView) -> bool:
    return view.may_count and view.phase in UNDER_WAY


def _floor(view: DelegateView, t: Texts) -> list[Row]:
    """Return the buttons of the queue of speakers, for those who are there."""
    if not view.mine or view.phase is not Phase.IN_SESSION or view.speaking:
        return []
    meeting = view.meeting
    if view.in_queue is not None:
        return [[t.button("button-meeting-unask", LeaveQueueButton(meeting_id=meeting))]]
    ask = t.button("button-meeting-ask", AskFloorButton(meeting_id=meeting), "primary")
    point = t.button("button-meeting-point", AskFloorButton(meeting_id=meeting, point=True))
    return [[ask, point]]


def _presence(view: DelegateView, t: Texts) -> list[Row]:
    """Return the buttons of those who are not in the hall."""
    rows: list[Row] = []
    if any(one.remote for one in view.mine) and view.phase in OPEN:
        ping = PingButton(meeting_id=view.meeting)
        rows.append([t.button("button-meeting-ping", ping, "success")])
    for voter in view.may_register_afar[:1]:  # one after the other
        afar = AfarButton(meeting_id=view.meeting, voter_id=voter)
        rows.append([t.button("button-meeting-afar", afar, "primary")])
    return rows


def _more(view: DelegateView, t: Texts) -> list[Row]:
    if not view.mine or view.phase not in OPEN:
        return []
    return [[t.button("button-meeting-own", OwnButton(meeting_id=view.meeting))]]


def own_card(view: DelegateView, t: Texts) -> tuple[str, InlineKeyboardMarkup]:
    """Return what a delegate needs less often: an objection, a conflict of interest, leaving."""
    meeting, item = view.meeting, view.item
    one = view.mine[0].voter if len(view.mine) == 1 else VoterId(0)
    debated = ItemId(0) if item is None else item.id
    rows: list[Row] = []
    if view.mine and view.phase in UNDER_WAY:
        objection = ObjectButton(meeting_id=meeting, item_id=debated)
        rows.append([t.button("button-meeting-object", objection)])
        challenge = ChallengeButton(meeting_id=meeting, item_id=debated)
        rows.append([t.button("button-meeting-challenge", challenge)])
    if item is not None and recusable(view):
        recusal = RecuseButton(meeting_id=meeting, item_id=item.id, voter_id=one)
        rows.append([t.button("button-meeting-recuse", recusal)])
    if view.mine and view.phase in OPEN:
        leaving = LeaveButton(meeting_id=meeting, voter_id=one)
        rows.append([t.button("button-meeting-leave", leaving)])
    back = t.button("button-meeting-to-card", MeetingButton(meeting_id=meeting))
    return t("meeting-own"), keyboard([*rows, [back]])


def recusable(view: DelegateView) -> list[MyVoter]:
    """Return the voters that may still declare a conflict of interest on the current item."""
    item = view.item
    ahead = item is not None and item.kind in VOTED_ON and item.stage is Stage.AHEAD
    if item is None or not ahead or view.phase is not Phase.IN_SESSION:
        return []
    return [one for one in view.mine if item.id not in one.recused]


def choice_of_voter(
    voters: Sequence[MyVoter], data: RecuseButton | LeaveButton, t: Texts
) -> tuple[str, InlineKeyboardMarkup]:
    """Ask for which of the voters that somebody represents."""
    rows = [
        [button(short(one.name), data.model_copy(update={"voter_id": one.voter}))]
        for one in voters[:VOTERS_SHOWN]
    ]
    back = t.button("button-back", OwnButton(meeting_id=data.meeting_id))
    return t("meeting-for-whom"), keyboard([*rows, [back]])

"""The chair's panel: what it says, and at most eight buttons by where the meeting stands."""

from collections.abc import Iterator

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.domain.meetings.plans import ItemId, ItemKind
from bot.domain.meetings.state import OVER, Phase, Stage
from bot.domain.meetings.terms import Office, VotingForm
from bot.domain.meetings.views import CountState, ItemLine, PanelView
from handlers.meetings.callbacks.desks import DeskButton, OpenRegistrationButton
from handlers.meetings.callbacks.panels import (
    CancelVoteButton,
    ItemAct,
    ItemActButton,
    PanelAct,
    PanelActButton,
    PanelScreen,
    PanelScreenButton,
)
from handlers.meetings.words import (
    LINE_LENGTH,
    NAME_LENGTH,
    TITLE_LENGTH,
    WORDS_LENGTH,
    attendance_words,
    current_words,
    joined,
    outcome_words,
    own_words,
    pause_words,
    speech_words,
    turnout_words,
)
from handlers.ui.buttons import Row, button, keyboard, short
from handlers.ui.callbacks import MeetingsButton
from handlers.ui.lengths import clipped
from handlers.ui.texts import Markup, Texts

QUEUE_SHOWN = 5
VOTES_SHOWN = 2
VOTED_ON = (ItemKind.VOTE, ItemKind.ELECTION)
OFFICERS = (Office.CHAIR, Office.SECRETARY, Office.TELLER)


def panel_card(view: PanelView, t: Texts) -> tuple[Markup, InlineKeyboardMarkup]:
    """Return the panel and its buttons."""
    return _words(view, t), _keyboard(view, t)


def _words(view: PanelView, t: Texts) -> Markup:
    head = t("meeting-panel", title=clipped(view.title, TITLE_LENGTH), phase=view.phase)
    parts = [
        joined([head, pause_words(view.pause, t), attendance_words(view.attendance, t)]),
        joined([current_words(view.item, t), _draft(view, t)]),
        joined(_votes(view, t), "\n\n"),
        outcome_words(view.outcome, t) if view.outcome and not view.votes else "",
        joined(_floor(view, t)),
        joined(_remarks(view, t)),
    ]
    return joined(parts, "\n\n")


def _draft(view: PanelView, t: Texts) -> str:
    """Return the draft decision, until its vote is open: that says it too."""
    point = view.point
    if point is None or not point.decision or view.votes:
        return ""
    return t("meeting-draft", decision=clipped(point.decision, WORDS_LENGTH))


def _votes(view: PanelView, t: Texts) -> Iterator[str]:
    counts = {one.item: one for one in view.counts}
    for vote in view.votes[:VOTES_SHOWN]:
        yield joined([turnout_words(vote, t), count_words(counts.get(vote.item), vote.form, t)])


def count_words(state: CountState | None, form: VotingForm, t: Texts) -> str:
    """Return how far the tellers are, if they count at all."""
    if state is None or (form is VotingForm.BALLOT and not (state.slips or state.spoiled)):
        return ""
    how = "agree" if state.agree else "differ" if state.differ else "awaited"
    return t("meeting-count-state", how=how, given=len(state.given), names=t.listed([*state.given]))


def _floor(view: PanelView, t: Texts) -> Iterator[str]:
    yield speech_words(view.speech, t)
    if view.queue:
        yield t("meeting-queue", count=len(view.queue))
    for place, one in enumerate(view.queue[:QUEUE_SHOWN], 1):
        yield t(
            "meeting-queue-line",
            place=place,
            name=clipped(one.name, NAME_LENGTH),
            organisation=clipped(one.organisation, NAME_LENGTH),
            point=one.point,
            before=one.times_before,
        )


def _remarks(view: PanelView, t: Texts) -> Iterator[str]:
    """Yield what the chair should know besides."""
    if view.phase is Phase.REGISTERING:
        yield own_words(view.attendance, t)
    missing = [one for one in OFFICERS if one not in view.officers]
    if view.phase is Phase.IN_SESSION and missing:
        yield t("meeting-officers-missing", first=missing[0], count=len(missing))
    if view.unnotified:
        begun = view.phase not in {Phase.CONVENED, Phase.REGISTERING}
        yield t("meeting-unnotified", count=view.unnotified, begun=begun)
    if view.phase is Phase.IN_SESSION and view.quorum_lost:
        yield t("meeting-quorum-lost")
    if any(vote.thin for vote in view.votes):
        yield t("meeting-thin")
    open_ones = sum(not one.upheld for one in view.objections)
    if open_ones:
        yield t("meeting-objections-count", count=open_ones)
    if view.head is not None:
        yield t("meeting-head-digest", number=view.head.number, digest=view.head.digest[:16])


# --- buttons --------------------------------------------------------------------------------------


def _keyboard(view: PanelView, t: Texts) -> InlineKeyboardMarkup:
    rows = {
        Phase.CONVENED: _before,
        Phase.REGISTERING: _opening,
        Phase.IN_SESSION: _session,
        Phase.PAUSED: _paused,
    }.get(view.phase)
    back = t.button("button-meeting-list", MeetingsButton())
    return keyboard([*(rows(view, t) if rows else []), [back]])


def _before(view: PanelView, t: Texts) -> list[Row]:
    data = OpenRegistrationButton(meeting_id=view.meeting)
    return [[t.button("button-meeting-register", data, "primary")]]


def _opening(view: PanelView, t: Texts) -> list[Row]:
    begin = PanelActButton(meeting_id=view.meeting, act=PanelAct.BEGIN)
    desk = t.button("button-meeting-desk", DeskButton(meeting_id=view.meeting))
    return [[t.button("button-meeting-act", begin, "success", act=PanelAct.BEGIN)], [desk]]


def _paused(view: PanelView, t: Texts) -> list[Row]:
    resume = PanelActButton(meeting_id=view.meeting, act=PanelAct.RESUME)
    more = _screen(view, PanelScreen.MORE, t)
    return [[t.button("button-meeting-act", resume, "success", act=PanelAct.RESUME)], [more]]


def _session(view: PanelView, t: Texts) -> list[Row]:
    main = _voting(view, t) if view.votes else _item(view, t)
    speaking = view.speech is not None
    act = PanelAct.HUSH if speaking else PanelAct.FLOOR
    name = view.queue[0].name if view.queue else ""
    data = PanelActButton(meeting_id=view.meeting, act=act)
    words = t.plain("button-meeting-floor", name=clipped(name, NAME_LENGTH), speaking=speaking)
    floor = [button(short(words), data)] if speaking or view.queue else []
    below = [_screen(view, PanelScreen.AGENDA, t), _screen(view, PanelScreen.MOTIONS, t)]
    return [*main, floor, below, [_screen(view, PanelScreen.MORE, t)]]


def _screen(view: PanelView, screen: PanelScreen, t: Texts) -> InlineKeyboardButton:
    data = PanelScreenButton(meeting_id=view.meeting, screen=screen)
    return t.button("button-meeting-screen", data, screen=screen)


def _voting(view: PanelView, t: Texts) -> list[Row]:
    """Return the buttons of the open vote; those of a block are closed together."""
    vote = view.votes[0]
    call, close = _act(view, vote.item, ItemAct.LAST_CALL, t), _act(view, vote.item, "close", t)
    cancel = CancelVoteButton(meeting_id=view.meeting, item_id=vote.item)
    return [
        [*([] if vote.last_call else [call]), close],
        [t.button("button-meeting-cancel-vote", cancel)],
    ]


def _item(view: PanelView, t: Texts) -> list[Row]:
    """Return what can be done under the current item, and the next one."""
    line = view.item
    rows: list[Row] = [] if line is None else [_under(view, line, t)]
    following = next((one for one in view.agenda if one.id == view.next_item), None)
    if following is not None:
        words = t.plain(
            "button-meeting-next", number=following.number, title=clipped(following.title, 40)
        )
        data = ItemActButton(meeting_id=view.meeting, item_id=following.id, act=ItemAct.CALL)
        rows.append([button(short(words), data)])
    return rows


def _under(view: PanelView, line: ItemLine, t: Texts) -> Row:
    if line.stage in OVER:
        return []
    if line.stage is Stage.TIED:
        return [_act(view, line.id, one, t) for one in (ItemAct.SECOND_ROUND, ItemAct.FINISH)]
    if line.kind not in VOTED_ON:
        return [_act(view, line.id, ItemAct.FINISH, t)]
    forms = [ItemAct.OPEN, *([ItemAct.HANDS] if line.kind is ItemKind.VOTE else [])]
    return [_act(view, line.id, one, t) for one in forms]


def _act(view: PanelView, item: ItemId, act: str, t: Texts) -> InlineKeyboardButton:
    data = ItemActButton(meeting_id=view.meeting, item_id=item, act=ItemAct(act))
    return t.button("button-meeting-item-act", data, act=act)


def short_title(line: ItemLine) -> str:
    """Return an item as it stands on a button."""
    return f"{line.number}. {clipped(line.title, LINE_LENGTH)}"

"""A meeting as its secretary plans it: the plan, an item, proposals, registrars, pages."""

from collections.abc import Iterator

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.domain.meetings.codes import Page as MeetingPage
from bot.domain.meetings.codes import PageKind
from bot.domain.meetings.plan_views import PlanView
from bot.domain.meetings.plans import AgendaPoint, Meeting, MeetingId
from bot.domain.meetings.proposals import ProposalState
from bot.domain.meetings.state import Phase
from handlers.meetings.callbacks.delegates import MeetingButton
from handlers.meetings.callbacks.desks import DeskButton
from handlers.meetings.callbacks.panels import PanelButton
from handlers.meetings.callbacks.planning import (
    AddItemButton,
    AddRegistrarButton,
    AttendanceFileButton,
    CallOffButton,
    ConveneButton,
    ItemButton,
    NameRegistrarButton,
    NoticeReportButton,
    OpenPageButton,
    PagesButton,
    PlanButton,
    ProposalsButton,
    RegistrarsButton,
    RevokePageButton,
    TermsButton,
)
from handlers.meetings.words import LINE_LENGTH, NAME_LENGTH, TITLE_LENGTH, joined
from handlers.ui.buttons import Row, button, keyboard, listed, pairs, short
from handlers.ui.callbacks import MeetingMinutesButton, MeetingsButton
from handlers.ui.lengths import clipped
from handlers.ui.pages import page_of
from handlers.ui.texts import Markup, Texts

AHEAD = (Phase.CONVENED, Phase.REGISTERING)
OPEN = (Phase.REGISTERING, Phase.IN_SESSION, Phase.PAUSED)
ITEMS = 6
SHOWN = 8


def plan_card(view: PlanView, wanted: int, t: Texts) -> tuple[Markup, InlineKeyboardMarkup]:
    """Return the plan; until it is announced, its items are buttons."""
    meeting, plan = view.meeting, view.meeting.plan
    head = t(
        "meeting-plan",
        title=clipped(plan.title, TITLE_LENGTH),
        phase=view.phase,
        starts=plan.starts_at,
        place=clipped(plan.place, LINE_LENGTH),
        mode=plan.mode,
        lasts=plan.lasts,
        until=view.convene_by,
        asks=plan.proposals_until is not None,
        proposals_until=plan.proposals_until or plan.starts_at,
    )
    planned = view.phase is Phase.PLANNED
    agenda = t("meeting-plan-agenda", count=len(plan.agenda))
    lines = [_point(number, one, t) for number, one in enumerate(plan.agenda, 1)]
    words = joined([head, "", agenda, *(lines[:40] if not planned else [])])
    rows = _planned(meeting, view, wanted, t) if planned else _announced(meeting, view, t)
    back = [t.button("button-meeting-list", MeetingsButton())]
    return words, keyboard([*rows, back])


def _point(number: int, one: AgendaPoint, t: Texts) -> str:
    return t("meeting-plan-line", number=number, title=clipped(one.title, 70))


def _planned(meeting: Meeting, view: PlanView, wanted: int, t: Texts) -> list[Row]:
    numbered = list(enumerate(meeting.plan.agenda, 1))
    page = page_of(numbered, wanted, ITEMS)

    def line(one: tuple[int, AgendaPoint], _: Texts) -> InlineKeyboardButton:
        number, point = one
        data = ItemButton(meeting_id=meeting.id, item_id=point.id)
        return button(short(f"{number}. {point.title}"), data)

    waiting = sum(one.state is ProposalState.OPEN for one in view.proposals)
    asked = meeting.plan.proposals_until is not None or view.proposals
    props = ProposalsButton(meeting_id=meeting.id)
    proposals = t.button("button-meeting-proposals", props, None, count=waiting)
    return [
        *listed(page, line, PlanButton(meeting_id=meeting.id), t),
        [
            t.button("button-meeting-item-add", AddItemButton(meeting_id=meeting.id)),
            t.button("button-meeting-terms", TermsButton(meeting_id=meeting.id)),
        ],
        [proposals] if asked else [],
        [t.button("button-meeting-convene", ConveneButton(meeting_id=meeting.id), "primary")],
    ]


def _announced(meeting: Meeting, view: PlanView, t: Texts) -> list[Row]:
    id_ = meeting.id
    if view.phase is Phase.CALLED_OFF:
        return []
    card = t.button("button-meeting-card", MeetingButton(meeting_id=id_))
    report = t.button("button-meeting-report", NoticeReportButton(meeting_id=id_))
    if view.phase is Phase.ENDED:
        minutes = t.button("button-meeting-minutes", MeetingMinutesButton(meeting_id=id_))
        sheet = t.button("button-meeting-sheet", AttendanceFileButton(meeting_id=id_))
        return [[minutes], [sheet], [card, report]]
    desk = t.button("button-meeting-desk", DeskButton(meeting_id=id_))
    return [
        [t.button("button-meeting-panel", PanelButton(meeting_id=id_)), card],
        [desk] if view.phase in OPEN else [],
        *pairs(
            [
                report,
                t.button("button-meeting-registrars", RegistrarsButton(meeting_id=id_)),
                t.button("button-meeting-pages", PagesButton(meeting_id=id_)),
            ]
        ),
        [t.button("button-meeting-call-off", CallOffButton(meeting_id=id_))]
        if view.phase in AHEAD
        else [],
    ]


# --- registrars and pages -------------------------------------------------------------------------


def registrars_card(view: PlanView, t: Texts) -> tuple[Markup, InlineKeyboardMarkup]:
    """Return who registers arrivals; a tap ends that."""
    meeting = view.meeting.id
    rows = [
        [
            button(
                short(t.plain("button-meeting-registrar", name=name)),
                NameRegistrarButton(meeting_id=meeting, member_id=person, ends=True),
            )
        ]
        for person, name in view.registrars[:SHOWN]
    ]
    add = t.button("button-meeting-registrar-add", AddRegistrarButton(meeting_id=meeting))
    words = t("meeting-registrars", count=len(view.registrars))
    return words, keyboard([*rows, [add], [_to_plan(meeting, t)]])


def pages_card(view: PlanView, t: Texts) -> tuple[Markup, InlineKeyboardMarkup]:
    """Return the valid addresses, to be revoked, and the ways to issue more."""
    meeting = view.meeting.id
    names = dict(view.registrars)
    valid = [one for one in view.pages if one.revoked_at is None]
    revoke = [[_revoke(meeting, one, names.get(one.member, ""), t)] for one in valid[-SHOWN:]]
    return t("meeting-pages", count=len(valid)), keyboard(
        [*_issuing(view, t), *revoke, [_to_plan(meeting, t)]]
    )


def _issuing(view: PlanView, t: Texts) -> Iterator[Row]:
    """Yield the buttons that issue an address: a screen, one's own desk, those of registrars."""
    meeting = view.meeting.id
    for kind in PageKind:
        data = OpenPageButton(meeting_id=meeting, kind=kind)
        yield [t.button("button-meeting-page", data, kind=kind)]
    for person, name in view.registrars[:SHOWN]:
        words = short(t.plain("button-meeting-page-of", name=clipped(name, NAME_LENGTH)))
        data = OpenPageButton(meeting_id=meeting, kind=PageKind.DESK, member_id=person)
        yield [button(words, data)]


def _revoke(meeting: MeetingId, page: MeetingPage, name: str, t: Texts) -> InlineKeyboardButton:
    words = t.plain(
        "button-meeting-page-revoke",
        kind=page.kind,
        name=name,
        named=bool(name),
        time=t.time(page.issued_at),
    )
    return button(short(words), RevokePageButton(meeting_id=meeting, page_id=page.id))


def _to_plan(meeting: MeetingId, t: Texts) -> InlineKeyboardButton:
    return t.button("button-meeting-to-plan", PlanButton(meeting_id=meeting))


def to_plan(meeting: MeetingId, t: Texts) -> InlineKeyboardMarkup:
    """Return the way back to the plan."""
    return keyboard([[_to_plan(meeting, t)]])

"""/admin → «Журнал»: who did what, when and about whom; by person, kind and period; as a file."""

import asyncio

from aiogram.types import BufferedInputFile, CallbackQuery, InlineKeyboardMarkup, Message

from bot.documents.workbooks import Cell, Sheet, wall_clock, workbook_of
from bot.domain.administration.audit import Act, ActFilter, ActKind, Period
from bot.domain.administration.settings import Setting
from bot.domain.people.members import Member, MemberId, Role
from bot.services.administration.audit import AuditLog
from bot.services.people.appointments import Appointments
from bot.services.prompts import Prompt, Prompts
from handlers.administration.callbacks import (
    AuditButton,
    AuditFileButton,
    AuditKindsButton,
    AuditPersonButton,
)
from handlers.ui.administrators import require_administrator
from handlers.ui.buttons import button, keyboard, pairs, short, turning
from handlers.ui.callbacks import AdminButton
from handlers.ui.edits import acknowledge, show
from handlers.ui.lengths import clipped
from handlers.ui.pages import Page
from handlers.ui.routes import Routes
from handlers.ui.texts import Texts

WHOSE = "audit-person"
LINES = 8
FOUND = 6
LONGEST = 100
"""UTF-16 units of a name, a title, or a value: eight acts stay far below 4096."""
WIDTHS = (18, 32, 40, 48, 60)
COLUMNS = ("at", "actor", "act", "about", "details")


async def open_log(
    query: CallbackQuery, callback_data: AuditButton, member: Member, audit_log: AuditLog, t: Texts
) -> None:
    """Show a page of the log."""
    shown = callback_data
    wanted = _filter(shown.kind, shown.person)
    found = await audit_log.page(member.id, wanted, shown.period, shown.page, LINES)
    count = max(1, -(-found.count // LINES))
    page = Page(found.acts, min(shown.page, count - 1), count)
    head = t(
        "audit",
        count=found.count,
        kind=shown.kind or "all",
        period=shown.period,
        person=clipped(found.person or "", LONGEST),
        of_person=bool(shown.person),
    )
    lines = [_line(act, t) for act in page.items]
    await show(query, "\n\n".join([head, *lines]), _keyboard(shown, page, t))


def _filter(kind: ActKind | None, person: int) -> ActFilter:
    return ActFilter(person=MemberId(person) if person else None, kind=kind)


def _keyboard(shown: AuditButton, page: Page[Act], t: Texts) -> InlineKeyboardMarkup:
    periods = list(Period)
    following = periods[(periods.index(shown.period) + 1) % len(periods)]
    first = shown.model_copy(update={"page": 0})
    whose = (
        t.button("button-audit-everybody", first.model_copy(update={"person": 0}))
        if shown.person
        else t.button("button-audit-person", AuditPersonButton())
    )
    kinds = AuditKindsButton(kind=shown.kind, period=shown.period, person=shown.person)
    file = AuditFileButton(kind=shown.kind, period=shown.period, person=shown.person)
    later = first.model_copy(update={"period": following})
    return keyboard(
        [
            turning(page, shown, t),
            [t.button("button-audit-kind", kinds), whose],
            [t.button("button-audit-period", later, period=following)],
            [t.button("button-audit-file", file)],
            [t.button("button-back", AdminButton())],
        ]
    )


async def choose_kind(query: CallbackQuery, callback_data: AuditKindsButton, t: Texts) -> None:
    """Offer the kinds of acts."""
    asked = callback_data
    every = AuditButton(period=asked.period, person=asked.person)
    kinds = [
        t.button("button-audit-of-kind", every.model_copy(update={"kind": kind}), kind=kind)
        for kind in ActKind
    ]
    back = t.button("button-back", every.model_copy(update={"kind": asked.kind}))
    rows = [*pairs(kinds), [t.button("button-audit-of-kind", every, kind="all")], [back]]
    await show(query, t("audit-kinds"), keyboard(rows))


async def ask_person(query: CallbackQuery, member: Member, prompts: Prompts, t: Texts) -> None:
    """Ask for the name of the person."""
    if member.telegram_id is not None:
        await prompts.ask(member.telegram_id, Prompt(WHOSE, 0))
    await show(query, t("audit-person"), keyboard([[t.button("button-back", AuditButton())]]))


async def find_person(
    message: Message, member: Member, appointments: Appointments, t: Texts
) -> None:
    """Show the people of the typed name."""
    found = await appointments.find(member.id, message.text or "")
    rows = [
        [
            button(
                short(" · ".join(filter(None, (one.name, one.organisation_name)))),
                AuditButton(person=one.id, period=Period.ALWAYS),
            )
        ]
        for one in found[:FOUND]
    ]
    words = t("roster-found", count=len(found), more=max(0, len(found) - FOUND))
    back = t.button("button-back", AuditButton())
    await message.answer(words, reply_markup=keyboard([*rows, [back]]))


async def send_file(
    query: CallbackQuery,
    callback_data: AuditFileButton,
    member: Member,
    audit_log: AuditLog,
    t: Texts,
) -> None:
    """Send the same acts as a workbook."""
    asked = callback_data
    acts = await audit_log.export(member.id, _filter(asked.kind, asked.person), asked.period)
    await acknowledge(query)
    rows = [_cells(act, t) for act in acts]
    headings = [t.plain(f"audit-column-{name}") for name in COLUMNS]
    sheet = Sheet(t.plain("audit-sheet"), headings, rows, WIDTHS)
    content = await asyncio.to_thread(workbook_of, sheet)
    if isinstance(query.message, Message):
        await query.message.answer_document(BufferedInputFile(content, "audit.xlsx"))


def _line(act: Act, t: Texts) -> str:
    about, details = _about(act, t), _details(act, t)
    return t(
        "audit-line",
        at=act.at,
        actor=clipped(_actor(act, t), LONGEST),
        act=act_words(act.act, t),
        about=clipped(about, LONGEST),
        named=bool(about),
        details=clipped(details, LONGEST),
        detailed=bool(details),
    )


def _cells(act: Act, t: Texts) -> tuple[Cell, ...]:
    details = _details(act, t) or "; ".join(f"{key}: {one}" for key, one in act.details.items())
    return (
        wall_clock(act.at, t.zone),
        _actor(act, t),
        act_words(act.act, t),
        _about(act, t) or act.subject,
        details,
    )


def act_key(act: str) -> str:
    """Return the key of an act's words."""
    return f"act-{act.replace('.', '-').replace('_', '-')}"


def act_words(act: str, t: Texts) -> str:
    """Return what was done; an act of another release is shown by its code."""
    return t.plain(act_key(act)) if t.has(act_key(act)) else act


def _actor(act: Act, t: Texts) -> str:
    if act.actor is None:
        return t.plain("audit-bot")
    return act.actor or t.plain("audit-erased")


def _about(act: Act, t: Texts) -> str:
    """Return whom or what the act is about, in words."""
    noun, _, name = act.subject.partition(":")
    if act.about is not None:
        return act.about or t.plain("audit-erased")
    if noun == "setting" and name in set(Setting):
        return t.plain(f"setting-{Setting(name).name.lower().replace('_', '-')}")
    return f"№ {name}" if name else ""


def _details(act: Act, t: Texts) -> str:
    """Return what changed, where the log has it."""
    said = act.details
    if act.act == "setting.change":
        return t.plain("audit-change", old=said.get("old") or "—", new=said.get("new") or "—")
    if act.act == "member.roles":
        before, after = (_roles(str(said.get(part) or ""), t) for part in ("before", "after"))
        return t.plain("audit-change", old=before, new=after)
    if parts := said.get("parts"):
        keys = [f"person-part-{one}" for one in str(parts).split(", ")]
        return ", ".join(t.plain(key) for key in keys if t.has(key))
    if role := said.get("role"):
        return _roles(str(role), t)
    return str(said.get("reason") or "")


def _roles(roles: str, t: Texts) -> str:
    known = [t.plain(f"role-{one}") for one in roles.split(", ") if one in set(Role)]
    return ", ".join(known) or "—"


ROUTES = Routes(
    prepare=require_administrator,
    buttons={
        AuditButton: open_log,
        AuditKindsButton: choose_kind,
        AuditPersonButton: ask_person,
        AuditFileButton: send_file,
    },
    questions={WHOSE: find_person},
)

"""The form for an item of the agenda: its kind and title, then what its kind has besides."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from bot.domain.lines import lines_of, one_line, paragraphs, within
from bot.domain.meetings.plans import (
    DECISION_LIMIT,
    ITEM_TITLE_LIMIT,
    MINUTES_LIMIT,
    NAMES_LIMIT,
    SPEAKER_LIMIT,
    AgendaPoint,
    ItemId,
    ItemKind,
    MeetingId,
)
from bot.domain.meetings.refusals import ItemTitleMissing, ItemTitleTooLong, ItemTooLong
from bot.domain.polls.materials import Material
from bot.domain.polls.plans import Candidate, Secrecy, checked_seats
from bot.services.meetings.agendas import MeetingAgendas
from handlers.forms.context import Filling, FormContext
from handlers.forms.fields import Number, Text
from handlers.forms.form import PREVIEW, Ending, Field, Form, View, given
from handlers.forms.lists import Choice, Option
from handlers.forms.materials import Materials
from handlers.forms.screens import leave_button
from handlers.meetings.forms.candidates import CandidatesFound, presets
from handlers.meetings.forms.endings import at_plan, unchanged_at_plan
from handlers.meetings.reading import point_words
from handlers.ui.buttons import Row, pairs
from handlers.ui.texts import Texts, Value

KINDS = tuple(one for one in ItemKind)
VOTED = (ItemKind.VOTE, ItemKind.ELECTION)
USUAL = "usual"


class ItemDraft(BaseModel):
    """An item of the agenda as it is entered; number 0 is a new one."""

    item: int = 0
    kind: ItemKind | None = None
    title: str | None = None
    speaker: str = ""
    minutes: int = 0
    materials: tuple[Material, ...] = ()
    decision: str = ""
    preset: str = ""
    secrecy: Secrecy | None = None
    exclusive: bool = False
    candidates: tuple[Candidate, ...] = ()
    seats: int = 1
    names: tuple[str, ...] = ()


ItemForm = FormContext[ItemDraft]


def draft_of_item(point: AgendaPoint) -> ItemDraft:
    """Return an item as a draft."""
    said = {name: getattr(point, name) for name in ItemDraft.model_fields if name != "item"}
    return ItemDraft(item=point.id, **said)


def point_of(draft: ItemDraft) -> AgendaPoint:
    """Return the item of a draft; what its kind does not have is left out."""
    kind = given(draft.kind)
    voted, elects = kind in VOTED, kind is ItemKind.ELECTION
    return AgendaPoint(
        id=ItemId(draft.item),
        kind=kind,
        title=given(draft.title),
        speaker=draft.speaker,
        minutes=draft.minutes,
        materials=draft.materials,
        decision=draft.decision if voted else "",
        preset=_preset(draft),
        secrecy=draft.secrecy if voted else None,
        exclusive=draft.exclusive and voted,
        candidates=draft.candidates if elects else (),
        seats=draft.seats if elects else 1,
        names=draft.names if kind is ItemKind.AWARDS else (),
    )


def _preset(draft: ItemDraft) -> str:
    if draft.kind not in VOTED:
        return ""
    return draft.preset or ("election" if draft.kind is ItemKind.ELECTION else "motion")


# --- checks ---------------------------------------------------------------------------------------


def checked_item_title(text: str) -> str:
    """Return a title on one line."""
    line = one_line(text)
    if not line:
        raise ItemTitleMissing
    return within(ITEM_TITLE_LIMIT, line, ItemTitleTooLong)


def checked_speaker(text: str) -> str:
    """Return who speaks, on one line; it may be empty."""
    return within(SPEAKER_LIMIT, one_line(text))


def checked_draft(text: str) -> str:
    """Return a draft decision; it may be empty."""
    return within(DECISION_LIMIT, paragraphs(text))


def checked_minutes(minutes: int) -> int:
    """Return the planned minutes, 0 to `MINUTES_LIMIT`."""
    if not 0 <= minutes <= MINUTES_LIMIT:
        raise ItemTooLong(MINUTES_LIMIT)
    return minutes


def read_names(text: str) -> tuple[str, ...]:
    """Read names of awards, one a line; refuse more than `NAMES_LIMIT`."""
    return tuple(within(SPEAKER_LIMIT, line) for line in lines_of(text, NAMES_LIMIT))


# --- fields ---------------------------------------------------------------------------------------


def _of(*kinds: ItemKind) -> Callable[[Filling], bool]:
    def is_of(form: Filling) -> bool:
        return form.draft.kind in kinds

    return is_of


async def _kinds(form: Filling) -> list[Option]:
    return [Option(one, form.label("kind-choice", kind=one)) for one in KINDS]


async def _secrecies(form: Filling) -> list[Option]:
    choices = (USUAL, *Secrecy)
    return [Option(one, form.label("secrecy-choice", secrecy=one)) for one in choices]


def _secrecy(said: str) -> Secrecy | None:
    return None if said == USUAL else Secrecy(said)


async def _competences(form: Filling) -> list[Option]:
    return [
        Option(one, form.label("exclusive-choice", exclusive=one == "yes")) for one in ("yes", "no")
    ]


def _is_yes(said: str) -> bool:
    return said == "yes"


@dataclass(eq=False)
class NamesField(Text):
    """The names of awards."""

    def value(self, draft: Any, t: Texts) -> Value:
        """Return the names."""
        return ", ".join(draft.names)


@dataclass(eq=False)
class VotingField(Field):
    """How the item is voted on: each button leads to one of the rules."""

    def given(self, draft: Any) -> bool:
        """Tell that it needs no value of its own."""
        return True

    async def rows(self, form: Filling) -> list[Row]:
        """Return the ways to the rules."""
        return [
            [form.goes(form.label(f"change-{one.name}"), one.name)]
            for one in OF_VOTING
            if form.has(one)
        ]


# --- the last steps -------------------------------------------------------------------------------

PARTS: tuple[Field, ...] = (
    Text("speaker", checked_speaker, parent=PREVIEW, removable=True, nothing=""),
    Number("minutes", checked_minutes, presets=(5, 10, 15, 20, 30), unit="MINUTE", parent=PREVIEW),
    Materials("materials", parent=PREVIEW),
    Text("decision", checked_draft, parent=PREVIEW, removable=True, nothing="", when=_of(*VOTED)),
    VotingField("voting", parent=PREVIEW, keep=False, when=_of(*VOTED)),
    CandidatesFound("candidates", parent=PREVIEW, when=_of(ItemKind.ELECTION)),
    NamesField(
        "names", read_names, parent=PREVIEW, removable=True, nothing=(), when=_of(ItemKind.AWARDS)
    ),
)

OF_VOTING: tuple[Field, ...] = (
    Choice("preset", presets, parent="voting", when=_of(*VOTED)),
    Choice("secrecy", _secrecies, _secrecy, parent="voting", when=_of(*VOTED)),
    Choice("exclusive", _competences, _is_yes, parent="voting", when=_of(*VOTED)),
    Number(
        "seats", checked_seats, presets=(1, 3, 5, 7), parent="voting", when=_of(ItemKind.ELECTION)
    ),
)


async def _preview(form: ItemForm) -> View:
    words = form.words("preview", item=point_words(point_of(form.draft), form.t))
    changes = [form.goes(form.label("change-title"), "title")]
    changes += [form.goes(form.label(f"change-{one.name}"), one.name) for one in _parts(form)]
    save = form.button(form.label("save"), "submit", style="success")
    return View(words, [[save], *pairs(changes), [leave_button(form)]])


def _parts(form: ItemForm) -> list[Field]:
    return [one for one in PARTS if form.has(one)]


async def _save(form: ItemForm, meeting_agendas: MeetingAgendas) -> Ending:
    point = point_of(form.draft)
    await meeting_agendas.save_item(form.member.id, MeetingId(form.concerned), point)
    return at_plan(form, form.words("saved"))


ITEM = Form(
    name="meeting-item",
    draft=ItemDraft,
    fields=(Choice("kind", _kinds, ItemKind, width=2), Text("title", checked_item_title)),
    parts=(*PARTS, *OF_VOTING),
    preview=_preview,
    submit=_save,
    discard=unchanged_at_plan,
    texts="meeting-item",
)

"""The steps that ask whether ballots are secret, what to read, when to remind, when to open."""

from datetime import timedelta

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, Row

from bot.domain.events.reminders import LEADS
from bot.domain.polls.materials import Material, MaterialKind, checked_materials
from bot.domain.polls.plans import Secrecy
from handlers.forms.choices import Option, Options
from handlers.forms.desks import desk_of
from handlers.forms.flows import goer
from handlers.forms.moments import earliest_of
from handlers.forms.navigation import GIVEN
from handlers.forms.starts import day_window, time_window
from handlers.forms.words import Label, Say, note
from handlers.polls.forms.creation import Balloting, flow
from handlers.polls.forms.navigation import DONE, TO_SETTINGS, option, option_window
from handlers.polls.forms.plans import checked_opening, in_minutes, leads_of, materials_of

USUAL = "usual"
MINUTE = timedelta(minutes=1)


def option_windows() -> tuple[Window, ...]:
    """Return the steps; each leads back to the list of options."""
    return (
        option_window("secrecy", Options("secrecy", _secrecies, _take_secrecy), TO_SETTINGS),
        option_window(
            "materials",
            Options("materials", _files, _remove_file),
            DONE,
            sent=_take_file,
        ),
        option_window("leads", Options("leads", _leads, _tap_lead, width=2), DONE),
        *_opening_windows(),
    )


# --- secrecy ----------------------------------------------------------------------------------


async def _secrecies(manager: DialogManager) -> list[Option]:
    t, chosen = desk_of(manager).t, manager.dialog_data["secrecy"]
    return [
        Option(one, t.plain("poll-draft-secrecy-choice", secrecy=one), one == chosen)
        for one in Secrecy
    ]


async def _take_secrecy(secrecy: str, manager: DialogManager) -> None:
    """Take it; counts that move with each secret ballot would tell who cast it how."""
    draft = manager.dialog_data
    if secrecy == Secrecy.SECRET and draft["live"]:
        draft["live"] = False
        note(manager, desk_of(manager).t.plain("poll-draft-no-longer-live"))
    await flow.settle(manager, secrecy=secrecy)


# --- what to read -----------------------------------------------------------------------------


async def _files(manager: DialogManager) -> list[Option]:
    t = desk_of(manager).t
    return [
        Option(
            f"{place}",
            t.plain(
                "poll-draft-remove", name=one.name or t.plain("material-unnamed", number=place)
            ),
        )
        for place, one in enumerate(materials_of(manager.dialog_data), start=1)
    ]


async def _remove_file(place: str, manager: DialogManager) -> None:
    files = list(manager.dialog_data.get("materials", ()))
    del files[int(place) - 1]
    manager.dialog_data["materials"] = files


async def _take_file(message: Message, manager: DialogManager) -> bool:
    """Take a file, or one of an album; refuse more than people read."""
    material = material_of(message)
    if material is None:
        return False
    files = checked_materials([*materials_of(manager.dialog_data), material])
    manager.dialog_data["materials"] = [[one.kind, one.file, one.name] for one in files]
    return True


def material_of(message: Message) -> Material | None:
    """Return the file that a message carries."""
    caption = message.caption or ""
    if message.photo:  # the largest comes last
        return Material(MaterialKind.PHOTO, message.photo[-1].file_id, caption)
    if message.document:
        name = message.document.file_name or caption
        return Material(MaterialKind.DOCUMENT, message.document.file_id, name)
    if message.video:
        name = message.video.file_name or caption
        return Material(MaterialKind.VIDEO, message.video.file_id, name)
    if message.audio:
        name = message.audio.title or message.audio.file_name or caption
        return Material(MaterialKind.AUDIO, message.audio.file_id, name)
    return None


# --- reminders --------------------------------------------------------------------------------


async def _leads(manager: DialogManager) -> list[Option]:
    t, draft = desk_of(manager).t, manager.dialog_data
    chosen = leads_of(draft)
    offered = sorted({*in_minutes(LEADS), *draft.get("usual_leads", ()), *chosen}, reverse=True)
    choices = [Option(f"{one}", t.duration(one * MINUTE), one in chosen) for one in offered]
    usual = draft.get("leads") is None
    return [*choices, Option(USUAL, t.plain("wizard-leads-as-usual"), usual)]


async def _tap_lead(choice: str, manager: DialogManager) -> None:
    draft = manager.dialog_data
    if choice == USUAL:
        draft["leads"] = None
    else:
        draft["leads"] = sorted({*leads_of(draft)} ^ {int(choice)}, reverse=True)


# --- when it opens ----------------------------------------------------------------------------


def _opening_windows() -> tuple[Window, ...]:
    now = Button(Label("poll-draft-open-at-once"), id="now", on_click=_at_once)
    another = Button(Label("wizard-another-day"), id="another", on_click=goer(Balloting.opening))
    return (
        day_window(
            Balloting.opening,
            _take_opening,
            Say("poll-draft-opening"),
            GIVEN,
            now,
            TO_SETTINGS,
            name="opening",
            getters=[option],
        ),
        time_window(
            Balloting.opening_time,
            _take_opening,
            Row(another, TO_SETTINGS),
            name="opening_time",
            day_name="asked_day",
        ),
    )


async def _take_opening(fields: dict[str, str], manager: DialogManager) -> None:
    zone = desk_of(manager).t.zone
    checked_opening(earliest_of(fields, zone), manager.dialog_data, zone)
    if "time" not in fields:
        manager.dialog_data["asked_day"] = fields["day"]
        await manager.switch_to(Balloting.opening_time)
        return
    await flow.settle(manager, open_day=fields["day"], open_time=fields["time"])


async def _at_once(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await flow.settle(manager, open_day=None, open_time=None)

"""/admin → «Настройки»: what administrators change at run time, unless config.toml says it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import time, timedelta
from typing import Any

from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from bot.domain.administration.settings import Setting, SettingFixed, SettingState, SettingUnusable
from bot.domain.administration.settings import Value as Chosen
from bot.domain.events.reminders import OFFERED_LEADS
from bot.domain.people.members import Member
from bot.domain.quiet_hours import QuietHours
from bot.domain.refusals import ButtonTooOld
from bot.services.administration.settings import Settings
from bot.services.events.reminders import Reminders
from bot.services.prompts import Prompt, Prompts
from handlers.administration.callbacks import (
    AdminSettingButton,
    AdminSettingsButton,
    ChooseSettingButton,
    ResetSettingButton,
)
from handlers.ui.administrators import require_administrator
from handlers.ui.buttons import Row, button, keyboard, pairs
from handlers.ui.callbacks import AdminButton
from handlers.ui.edits import show
from handlers.ui.routes import Routes
from handlers.ui.texts import Texts

ASKED = "setting"
LEADS: Mapping[Setting, Sequence[timedelta]] = {
    Setting.EVENT_LEADS: OFFERED_LEADS,
    Setting.POLL_LEADS: [
        timedelta(days=3),
        timedelta(days=1),
        timedelta(hours=12),
        timedelta(hours=3),
        timedelta(hours=1),
    ],
}
"""The lead times that are turned on and off one by one."""

OFFERED: Mapping[Setting, Sequence[Any]] = {
    Setting.QUIET_HOURS: (
        QuietHours(time(22), time(9)),
        QuietHours(time(22), time(8)),
        QuietHours(time(21), time(9)),
        QuietHours(time(23), time(8)),
        None,
    ),
    Setting.QUESTION: (timedelta(days=2), timedelta(days=1), timedelta(hours=12), None),
    Setting.DIGEST_DAY: ("mon", "tue", "wed", "thu", "fri", None),
}

TYPED = Setting.QUIET_HOURS
"""The one whose value may be typed."""

CHANGEABLE = (*OFFERED, *LEADS)
REPLANNED = frozenset({Setting.EVENT_LEADS, Setting.QUESTION})


async def list_settings(query: CallbackQuery, settings: Settings, t: Texts) -> None:
    """Show each setting and its value."""
    states = [settings.state(one) for one in CHANGEABLE]
    lines = [t("settings"), *(_line(state, t) for state in states), "", t("settings-chats")]
    rows = [
        [button(t.plain(_name(state.setting)), AdminSettingButton(setting=state.setting))]
        for state in states
        if not state.fixed
    ]
    await show(query, "\n".join(lines), keyboard([*rows, [t.button("button-back", AdminButton())]]))


async def open_setting(
    query: CallbackQuery,
    callback_data: AdminSettingButton,
    member: Member,
    settings: Settings,
    prompts: Prompts,
    t: Texts,
) -> None:
    """Show a setting and what it can be; some values are typed."""
    state = settings.state(_changeable(callback_data.setting))
    if state.fixed:
        raise SettingFixed(state.setting.value)
    if state.setting is TYPED and member.telegram_id is not None:
        await prompts.ask(member.telegram_id, Prompt(ASKED, state.version))
    await show(query, *_screen(state, t))


async def choose(
    query: CallbackQuery,
    callback_data: ChooseSettingButton,
    member: Member,
    settings: Settings,
    reminders: Reminders,
    t: Texts,
) -> None:
    """Choose one of the offered values, or turn a lead time on or off."""
    setting = _changeable(callback_data.setting)
    value = _chosen(settings.state(setting), callback_data.choice)
    state = await settings.choose(member.id, setting, value, callback_data.version)
    await _replan(setting, reminders)
    await show(query, *_screen(state, t))


async def reset(
    query: CallbackQuery,
    callback_data: ResetSettingButton,
    member: Member,
    settings: Settings,
    reminders: Reminders,
    t: Texts,
) -> None:
    """Do without an own value."""
    setting = _changeable(callback_data.setting)
    state = await settings.choose(member.id, setting, None, callback_data.version)
    await _replan(setting, reminders)
    await show(query, *_screen(state, t))


async def take_typed(
    message: Message, member: Member, prompt: Prompt, settings: Settings, t: Texts
) -> None:
    """Take typed quiet hours."""
    text = (message.text or "").strip()
    if not text:
        raise SettingUnusable
    state = await settings.choose(member.id, TYPED, text, prompt.subject)
    words, below = _screen(state, t)
    await message.answer(words, reply_markup=below)


async def _replan(setting: Setting, reminders: Reminders) -> None:
    """Plan reminders by the new lead times; after a crash the next start does it."""
    if setting in REPLANNED:
        await reminders.plan()


def _changeable(setting: Setting) -> Setting:
    if setting not in CHANGEABLE:
        raise ButtonTooOld
    return setting


def _chosen(state: SettingState, choice: int) -> Chosen:
    if state.setting in LEADS:
        lead, present = timedelta(minutes=choice), set(state.value)
        if lead not in {*LEADS[state.setting], *present}:
            raise ButtonTooOld
        return [_duration(one) for one in sorted(present ^ {lead}, reverse=True)]
    offered = OFFERED[state.setting]
    if choice >= len(offered):
        raise ButtonTooOld
    return _written(offered[choice])


def _written(value: Any) -> str:
    """Return a value as config.toml has it; no value is empty there."""
    match value:
        case None:
            return ""
        case QuietHours():
            return f"{value.start:%H:%M}-{value.end:%H:%M}"
        case timedelta():
            return _duration(value)
        case _:
            return str(value)


def _duration(lead: timedelta) -> str:
    """Return a duration as config.toml has it, such as 1d12h."""
    minutes = int(lead.total_seconds() // 60)
    return f"{minutes // 1440}d{minutes % 1440 // 60}h{minutes % 60}m"


def _name(setting: Setting) -> str:
    return f"setting-{setting.name.lower().replace('_', '-')}"


def _line(state: SettingState, t: Texts) -> str:
    value = _value(state.setting, state.value, t)
    return t("settings-line", name=t.plain(_name(state.setting)), value=value, fixed=state.fixed)


def _screen(state: SettingState, t: Texts) -> tuple[str, InlineKeyboardMarkup]:
    setting = state.setting
    lines = [
        t("setting", name=t.plain(_name(setting)), value=_value(setting, state.value, t)),
        "",
        t(f"{_name(setting)}-about"),
    ]
    default = ResetSettingButton(setting=setting, version=state.version)
    rows = [
        *pairs(_options(state, t)),
        [t.button("button-setting-default", default)] if state.own else [],
        [t.button("button-back", AdminSettingsButton())],
    ]
    return "\n".join(lines), keyboard(rows)


def _options(state: SettingState, t: Texts) -> Row:
    if state.setting in LEADS:
        leads = sorted({*LEADS[state.setting], *state.value}, reverse=True)
        return [
            _option(state, int(one.total_seconds() // 60), t.duration(one), one in state.value, t)
            for one in leads
        ]
    return [
        _option(state, number, _value(state.setting, value, t), value == state.value, t)
        for number, value in enumerate(OFFERED[state.setting])
    ]


def _option(
    state: SettingState,
    choice: int,
    words: str,
    chosen: bool,  # noqa: FBT001  it is what is marked
    t: Texts,
) -> InlineKeyboardButton:
    data = ChooseSettingButton(setting=state.setting, version=state.version, choice=choice)
    return t.button("button-setting-option", data, words=words, chosen=chosen)


def _value(setting: Setting, value: Any, t: Texts) -> str:
    """Return a setting's value in words."""
    said: dict[Setting, Callable[[Any], str]] = {
        Setting.QUIET_HOURS: lambda hours: f"{hours.start:%H:%M}–{hours.end:%H:%M}",
        Setting.QUESTION: t.duration,
        Setting.DIGEST_DAY: lambda day: t.plain("setting-day", day=day),
    }
    if setting in LEADS:
        return t.listed([t.duration(one) for one in value]) or t.plain("setting-none")
    if value is None:
        return t.plain("setting-none")
    return said.get(setting, str)(value)


ROUTES = Routes(
    prepare=require_administrator,
    buttons={
        AdminSettingsButton: list_settings,
        AdminSettingButton: open_setting,
        ChooseSettingButton: choose,
        ResetSettingButton: reset,
    },
    questions={ASKED: take_typed},
)

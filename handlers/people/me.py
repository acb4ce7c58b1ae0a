"""/me: the bot's data of a person, and their settings."""

import json
from datetime import timedelta
from zoneinfo import ZoneInfo

from aiogram import Bot
from aiogram.types import BufferedInputFile, CallbackQuery, Message

from bot.domain.people.members import Member
from bot.ports import Clock
from bot.services.people.members import Members
from handlers.people import keyboards
from handlers.people.callbacks import EraseButton, LeadButton, LeadsButton, ZoneButton
from handlers.people.own_data import FILE_HTML, FILE_JSON, own_data_page
from handlers.people.quiet_hours import quiet_hours_words
from handlers.ui.callbacks import LanguageButton, SettingsButton
from handlers.ui.commands import Menus
from handlers.ui.edits import acknowledge, show
from handlers.ui.keyboards import languages as languages_keyboard
from handlers.ui.pages import page_of
from handlers.ui.routes import Access, Routes, on
from handlers.ui.texts import AllTexts, Texts
from handlers.ui.welcome import AllianceInfo, joined

ZONES = (
    "Europe/Kaliningrad",
    "Europe/Moscow",
    "Europe/Samara",
    "Asia/Yekaterinburg",
    "Asia/Omsk",
    "Asia/Krasnoyarsk",
    "Asia/Irkutsk",
    "Asia/Yakutsk",
    "Asia/Vladivostok",
    "Asia/Magadan",
    "Asia/Kamchatka",
)
"""Russia's zones from west to east; the alliance's own is added if it is another one."""


async def me(message: Message, member: Member, alliance: AllianceInfo, t: Texts) -> None:
    """Show the page in a new message."""
    below = keyboards.settings(member, t, consented=joined(member, alliance))
    await message.answer(_profile(member, t), reply_markup=below)


async def home(query: CallbackQuery, member: Member, alliance: AllianceInfo, t: Texts) -> None:
    """Return to the page."""
    below = keyboards.settings(member, t, consented=joined(member, alliance))
    await show(query, _profile(member, t), below)


async def languages(query: CallbackQuery, t: Texts) -> None:
    """Offer the languages."""
    await show(query, t("choose-language"), languages_keyboard(t, joining=False))


async def zones(query: CallbackQuery, t: Texts) -> None:
    """Offer the zones, the alliance's own first."""
    await _show_zones(query, t, 0)


async def more_zones(query: CallbackQuery, t: Texts) -> None:
    """Offer the zones that do not fit on the first page."""
    await _show_zones(query, t, 1)


async def _show_zones(query: CallbackQuery, t: Texts, wanted: int) -> None:
    names = dict.fromkeys([t.zone.key, *ZONES])
    page = page_of([(name, t.zone_name(ZoneInfo(name))) for name in names], wanted)
    await show(query, t("choose-zone"), keyboards.zones(t, page))


async def leads(query: CallbackQuery, member: Member, t: Texts) -> None:
    """Offer the lead times of reminders."""
    await show(query, t("choose-leads"), keyboards.leads(t, member.leads))


async def own_data(
    query: CallbackQuery,
    member: Member,
    members: Members,
    alliance: AllianceInfo,
    clock: Clock,
    t: Texts,
) -> None:
    """Send all stored data about the person: a page to read, and a file for programs."""
    data = await members.own_data(member.id)
    settings = {"reminders_before": _leads(member, t), "quiet_hours": quiet_hours_words(member, t)}
    page = own_data_page(data, settings, alliance.name, clock.now(), t)
    file = json.dumps(data, ensure_ascii=False, indent=2).encode()
    await acknowledge(query)
    if isinstance(query.message, Message):
        await query.message.answer_document(
            BufferedInputFile(page, FILE_HTML), caption=t("own-data")
        )
        await query.message.answer_document(
            BufferedInputFile(file, FILE_JSON), caption=t("own-data-json")
        )


async def ask_to_erase(query: CallbackQuery, member: Member, t: Texts) -> None:
    """Ask for confirmation: erased data cannot be restored; statements for the alliance stay."""
    words = t("erase-question", organiser=member.is_organiser)
    await show(query, words, keyboards.erase(t))


async def erase(query: CallbackQuery, member: Member, members: Members, t: Texts) -> None:
    """Erase the person."""
    await members.erase(member.id)
    await show(query, t("erased"), None)


async def choose_language(
    query: CallbackQuery,
    callback_data: LanguageButton,
    member: Member,
    bot: Bot,
    members: Members,
    texts: AllTexts,
    menus: Menus,
) -> None:
    """Change the language of the page and the menu, at once."""
    changed = await members.choose_language(member.id, callback_data.language)
    t = texts.for_language(changed.language)
    await show(query, _profile(changed, t), keyboards.settings(changed, t))
    await menus.show(bot, changed, texts)


async def choose_zone(
    query: CallbackQuery, callback_data: ZoneButton, member: Member, members: Members, t: Texts
) -> None:
    """Change the zone of quiet hours."""
    changed = await members.choose_time_zone(member.id, callback_data.zone)
    await show(query, _profile(changed, t), keyboards.settings(changed, t))


async def choose_lead(
    query: CallbackQuery, callback_data: LeadButton, member: Member, members: Members, t: Texts
) -> None:
    """Turn a lead time on or off."""
    lead = timedelta(minutes=callback_data.minutes)
    others = set(member.leads or ()) - {lead}
    wanted = {*others, lead} if callback_data.wanted else others
    changed = await members.choose_leads(member.id, list(wanted))
    await show(query, t("choose-leads"), keyboards.leads(t, changed.leads))


async def choose_leads(
    query: CallbackQuery, callback_data: LeadsButton, member: Member, members: Members, t: Texts
) -> None:
    """Use each event's lead times, or turn reminders off."""
    changed = await members.choose_leads(member.id, None if callback_data.usual else [])
    await show(query, t("choose-leads"), keyboards.leads(t, changed.leads))


def _profile(member: Member, t: Texts) -> str:
    zone = ZoneInfo(member.time_zone) if member.time_zone else t.zone
    roles = [t.plain(f"role-{role}") for role in sorted(member.roles)]
    if member.delegate:
        roles.append(t.plain("role-substitute" if member.substitute else "role-delegate"))
    if not roles:
        roles.append(t.plain("role-guest" if member.guest else "role-member"))
    return t(
        "profile",
        name=member.name,
        organisation=member.organisation_name or "",
        represents=bool(member.organisation_name),
        position=member.position,
        placed=bool(member.position),
        roles=t.listed(roles),
        language=t.plain(f"language-{member.language}"),
        zone=t.zone_name(zone),
        leads=_leads(member, t),
        quiet=quiet_hours_words(member, t),
    )


def _leads(member: Member, t: Texts) -> str:
    if member.leads is None:
        return t.plain("leads-usual")
    durations = [t.duration(lead) for lead in member.leads]
    return t.plain("leads-own", leads=t.listed(durations)) if durations else t.plain("leads-none")


OWN_DATA_ROUTES = Routes(
    access=Access.MEMBERS,
    buttons={
        on(SettingsButton, screen="home"): home,
        on(SettingsButton, screen="data"): own_data,
        on(SettingsButton, screen="erase"): ask_to_erase,
        EraseButton: erase,
    },
    commands={"me": me},
)
SETTINGS_ROUTES = Routes(
    buttons={
        on(SettingsButton, screen="language"): languages,
        on(SettingsButton, screen="zone"): zones,
        on(SettingsButton, screen="zone_more"): more_zones,
        on(SettingsButton, screen="leads"): leads,
        on(LanguageButton, joining=False): choose_language,
        ZoneButton: choose_zone,
        LeadButton: choose_lead,
        LeadsButton: choose_leads,
    }
)

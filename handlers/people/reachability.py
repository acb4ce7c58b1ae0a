"""Unreachable people: the organisers' board, personal invitations, the weekly digest."""

import asyncio

from aiogram import Bot
from aiogram.types import (
    BufferedInputFile,
    CallbackQuery,
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
)

from bot.documents.pictures import qr_picture
from bot.domain.people.invitations import may_invite
from bot.domain.people.members import Member, OrganisationId
from bot.domain.people.reachability import ContactState, OrganisationReach, Person, Reached
from bot.services.people.group import AllianceGroup
from bot.services.people.reachability import PersonalInvitation, Reachability
from handlers.people.callbacks import (
    BlockedButton,
    InviteButton,
    LeftoversButton,
    OrganisationReachButton,
)
from handlers.ui.buttons import button, keyboard, listed, short, turning
from handlers.ui.callbacks import ManageButton, ReachabilityButton
from handlers.ui.edits import acknowledge, show
from handlers.ui.lengths import clipped
from handlers.ui.links import start_link
from handlers.ui.pages import Page, page_of
from handlers.ui.routes import Routes
from handlers.ui.texts import Texts

NAME_LIMIT = 60
"""UTF-16 units of a name in a list, so that a page and a digest stay far below 4096."""


async def list_silent(
    query: CallbackQuery,
    callback_data: ReachabilityButton,
    member: Member,
    reachability: Reachability,
    alliance_group: AllianceGroup,
    t: Texts,
) -> None:
    """Show the organisations to which no message gets through."""
    standing = await reachability.overview(member.id)
    page = page_of(standing.silent, callback_data.page)
    words = t(
        "reach-board",
        reached=len(standing.organisations) - len(standing.silent),
        total=len(standing.organisations),
        silent=len(standing.silent),
    )
    group = alliance_group.chat is not None
    await show(query, words, _board_keyboard(standing, page, t, group=group))


def _board_keyboard(
    standing: Reached, page: Page[OrganisationReach], t: Texts, *, group: bool
) -> InlineKeyboardMarkup:
    blocked = t.plain("button-reach-blocked", count=len(standing.blocked))
    return keyboard(
        [
            *listed(page, _house_line, ReachabilityButton(), t),
            [button(blocked, BlockedButton())] if standing.blocked else [],
            [t.button("button-group-leftovers", LeftoversButton())] if group else [],
            [t.button("button-back", ManageButton())],
        ]
    )


def _house_line(reach: OrganisationReach, t: Texts) -> InlineKeyboardButton:
    name = reach.organisation.short_name or reach.organisation.name
    words = t.plain("button-reach-house", name=name, cause=reach.cause or "none")
    return button(short(words), _to_organisation(reach.organisation.id))


async def list_blocked(
    query: CallbackQuery,
    callback_data: BlockedButton,
    member: Member,
    reachability: Reachability,
    t: Texts,
) -> None:
    """Show who blocked the bot, the latest first."""
    standing = await reachability.overview(member.id)
    page = page_of(standing.blocked, callback_data.page)
    lines = [_line(person, t) for person in page.items]
    words = [t("reach-blocked", count=len(standing.blocked)), *lines]
    below = _invitations(page, member, t, turning(page, BlockedButton(), t))
    below.append([t.button("button-back", ReachabilityButton())])
    await show(query, "\n".join(words), keyboard(below))


async def open_organisation(
    query: CallbackQuery,
    callback_data: OrganisationReachButton,
    member: Member,
    reachability: Reachability,
    t: Texts,
) -> None:
    """Show an organisation's people and whether messages get through to each."""
    id_ = callback_data.organisation_id
    reach = await reachability.reach_of(member.id, id_)
    page = page_of(reach.people, callback_data.page)
    name = clipped(reach.organisation.name, 2 * NAME_LIMIT)
    head = t("reach-house", name=name, cause=reach.cause or "none")
    words = [head, *(_line(person, t) for person in page.items)]
    below = _invitations(page, member, t, turning(page, _to_organisation(id_), t))
    below.append([t.button("button-back", ReachabilityButton())])
    await show(query, "\n".join(words), keyboard(below))


def _invitations(
    page: Page[Person], member: Member, t: Texts, turns: list[InlineKeyboardButton]
) -> list[list[InlineKeyboardButton]]:
    """Return a button for each person whom the viewer can invite, and the row of the pages."""
    away = [
        one.member
        for one in page.items
        if one.contact in {ContactState.ABSENT, ContactState.BLOCKED}
    ]
    wanting = [one for one in away if may_invite(member, one)]
    return [*([_invite(one, "button-reach-invite", t)] for one in wanting), turns]


def _invite(member: Member, key: str, t: Texts) -> InlineKeyboardButton:
    words = short(t.plain(key, name=member.name))
    return button(words, InviteButton(member_id=member.id))


def _line(person: Person, t: Texts) -> str:
    member = person.member
    return t(
        "reach-person",
        name=clipped(member.name, NAME_LIMIT),
        origin=clipped(member.position or member.organisation_name or "—", NAME_LIMIT),
        contact=person.contact,
        since=t.day(person.since) if person.since else "",
    )


async def invite(
    query: CallbackQuery,
    callback_data: InviteButton,
    member: Member,
    bot: Bot,
    reachability: Reachability,
    t: Texts,
) -> None:
    """Send a personal link and its QR code in a new message: the board stays."""
    invited = await reachability.invite(member.id, callback_data.member_id)
    await acknowledge(query)
    if not isinstance(query.message, Message):
        return
    link = start_link((await bot.me()).username or "", invited.issued.payload)
    picture = BufferedInputFile(await asyncio.to_thread(qr_picture, link), "invitation.png")
    caption = _invitation(invited, link, t)
    copy = InlineKeyboardButton(
        text=t.plain("button-reach-copy"), copy_text=CopyTextButton(text=link)
    )
    below = keyboard([[copy], [_invite(invited.person.member, "button-reach-again", t)]])
    await query.message.answer_photo(picture, caption=caption, reply_markup=below)


def _invitation(invited: PersonalInvitation, link: str, t: Texts) -> str:
    details, issued = invited.details, invited.issued
    contacts = " · ".join(filter(None, (details.phone, details.email)))
    return t(
        "reach-invitation",
        name=clipped(issued.name, NAME_LIMIT),
        organisation=clipped(issued.organisation, NAME_LIMIT),
        represents=bool(issued.organisation),
        contacts=clipped(contacts, 2 * NAME_LIMIT),
        known=bool(contacts),
        contact=invited.person.contact,
        link=link,
        until=issued.expires_at,
    )


def _to_organisation(organisation: OrganisationId) -> OrganisationReachButton:
    return OrganisationReachButton(organisation_id=organisation)


ROUTES = Routes(
    buttons={
        ReachabilityButton: list_silent,
        BlockedButton: list_blocked,
        OrganisationReachButton: open_organisation,
        InviteButton: invite,
    }
)

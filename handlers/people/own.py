"""/me → «Моя организация»: its people, leaving it and the alliance."""

from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup

from bot.domain.people.affairs import OwnOrganisation
from bot.domain.people.handovers import VALID_FOR, Office
from bot.domain.people.members import Member, Role
from bot.services.people.memberships import Memberships
from bot.services.people.own import OwnOrganisations
from handlers.people.callbacks import (
    ColleagueButton,
    HandoverTakeBackButton,
    LeaveAllianceButton,
    NewColleagueButton,
    OwnOrganisationButton,
    QuitOrganisationButton,
)
from handlers.ui.buttons import button, keyboard, short, turning
from handlers.ui.callbacks import HandoverListButton, SettingsButton
from handlers.ui.edits import show
from handlers.ui.lengths import clipped
from handlers.ui.pages import Page, page_of
from handlers.ui.routes import Routes, on
from handlers.ui.texts import Texts

PEOPLE_PAGE = 4
"""Lines of a page: what the leader can do stands below them."""

NAME_LIMIT = 60
"""UTF-16 units of a name in a list, so that a page stays far below 4096."""


async def open_own(
    query: CallbackQuery,
    callback_data: OwnOrganisationButton,
    member: Member,
    own_organisations: OwnOrganisations,
    t: Texts,
) -> None:
    """Show a page of one's own organisation."""
    own = await own_organisations.look(member.id)
    await show(query, *own_screen(own, callback_data.page, t))


def own_screen(own: OwnOrganisation, wanted: int, t: Texts) -> tuple[str, InlineKeyboardMarkup]:
    """Return a page of an organisation for one of its people, with what they can do."""
    page = page_of(own.people, wanted, PEOPLE_PAGE)
    head = t(
        "own-organisation",
        name=clipped(own.organisation.name, 2 * NAME_LIMIT),
        count=len(own.people),
        led=own.organisation.leader is not None,
    )
    lines = [colleague_line(one, t) for one in page.items]
    offer = own.handover
    if own.leads and offer is not None and own.successor is not None:
        until = offer.offered_at + VALID_FOR
        lines.append("\n" + t("own-offered", name=own.successor.name, until=until))
    return "\n".join([head, *lines]), _own_keyboard(own, page, t)


def colleague_line(member: Member, t: Texts) -> str:
    """Return a line of a list of an organisation's people."""
    return t(
        "own-person",
        name=clipped(member.name, NAME_LIMIT),
        position=clipped(member.position, NAME_LIMIT),
        known=bool(member.position),
        office=office_of(member),
        joined=member.has_joined,
    )


def office_of(member: Member) -> str:
    """Return the key of what a person is in their organisation."""
    if Role.LEADER in member.roles:
        return "leader"
    return next((one.value for one in Office if one.is_held_by(member)), "none")


def _own_keyboard(own: OwnOrganisation, page: Page[Member], t: Texts) -> InlineKeyboardMarkup:
    turns = turning(page, OwnOrganisationButton(), t)
    back = [t.button("button-back", SettingsButton(screen="home"))]
    if not own.leads:
        quits = [t.button("button-own-quit", QuitOrganisationButton())]
        return keyboard([turns, quits, back])
    people = [[_to_colleague(one)] for one in page.items if one.id != own.viewer.id]
    offered = [
        [t.button("button-handover-list", HandoverListButton())],
        [t.button("button-own-take-back", HandoverTakeBackButton())],
    ]
    return keyboard(
        [
            *people,
            turns,
            [t.button("button-own-new", NewColleagueButton())],
            *(offered if own.handover is not None else []),
            [t.button("button-own-leave", LeaveAllianceButton())],
            back,
        ]
    )


def _to_colleague(member: Member) -> InlineKeyboardButton:
    return button(short(member.name), ColleagueButton(member_id=member.id))


# --- leaving --------------------------------------------------------------------------------------


async def ask_to_quit(
    query: CallbackQuery, member: Member, own_organisations: OwnOrganisations, t: Texts
) -> None:
    """Say what ends with leaving the organisation, and ask once more; refuse its leader."""
    own = await own_organisations.about_to_leave(member.id)
    words = t("own-quit", organisation=own.organisation.display_name, stays=bool(member.roles))
    yes = t.button("button-own-quit-sure", QuitOrganisationButton(sure=True), "danger")
    back = t.button("button-back", OwnOrganisationButton())
    await show(query, words, keyboard([[yes], [back]]))


async def quit_organisation(
    query: CallbackQuery, member: Member, own_organisations: OwnOrganisations, t: Texts
) -> None:
    """Leave the organisation."""
    after = await own_organisations.leave(member.id)
    await show(query, t("own-quit-done", guest=after.guest), None)


async def ask_to_leave(
    query: CallbackQuery,
    callback_data: LeaveAllianceButton,
    member: Member,
    own_organisations: OwnOrganisations,
    t: Texts,
) -> None:
    """Say what ends with the membership; ask twice. Refuse anybody but the leader at once."""
    await own_organisations.require_leader(member.id)
    own, asked = await own_organisations.look(member.id), callback_data.asked
    words = t(
        "own-leave",
        organisation=own.organisation.display_name,
        people=len(own.people),
        last=asked == 1,
    )
    further = LeaveAllianceButton(asked=asked + 1)
    yes = button(t.plain("button-own-leave-sure", last=asked == 1), further, "danger")
    back = t.button("button-back", OwnOrganisationButton())
    await show(query, words, keyboard([[yes], [back]]))


async def leave_alliance(
    query: CallbackQuery, member: Member, memberships: Memberships, t: Texts
) -> None:
    """End the membership of the organisation."""
    house = await memberships.leave(member.id)
    await show(query, t("own-left", organisation=house.display_name), None)


ROUTES = Routes(
    buttons={
        OwnOrganisationButton: open_own,
        on(QuitOrganisationButton, sure=False): ask_to_quit,
        on(QuitOrganisationButton, sure=True): quit_organisation,
        on(LeaveAllianceButton, asked=2): leave_alliance,
        LeaveAllianceButton: ask_to_leave,
    }
)

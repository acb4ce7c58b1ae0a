"""The address of the screen of the house: organisers make, renew and revoke it."""

from aiogram.types import CallbackQuery

from bot.domain.people.members import Member
from bot.services.rooms.screens import HouseScreens
from handlers.rooms.callbacks import HouseScreenButton, ScreenAct
from handlers.ui.buttons import Row, keyboard
from handlers.ui.callbacks import HouseButton
from handlers.ui.edits import show
from handlers.ui.routes import Routes, on
from handlers.ui.texts import Texts
from handlers.ui.welcome import AllianceInfo


async def look(
    query: CallbackQuery,
    member: Member,
    house_screens: HouseScreens,
    alliance: AllianceInfo,
    t: Texts,
) -> None:
    """Tell whether there is an address; without a web server say how to configure one."""
    issued_at = await house_screens.issued_at(member.id)
    rows: list[Row] = []
    if alliance.pages:
        issue = HouseScreenButton(act=ScreenAct.ISSUE)
        rows.append([t.button("button-house-screen-issue", issue, renewed=issued_at is not None)])
    if issued_at is not None:
        revoke = HouseScreenButton(act=ScreenAct.REVOKE)
        rows.append([t.button("button-house-screen-revoke", revoke, "danger")])
    words = t(
        "house-screen",
        served=bool(alliance.pages),
        issued=issued_at is not None,
        day="" if issued_at is None else t.day(issued_at),
    )
    await show(query, words, keyboard([*rows, [t.button("button-back", HouseButton())]]))


async def issue(
    query: CallbackQuery,
    member: Member,
    house_screens: HouseScreens,
    alliance: AllianceInfo,
    t: Texts,
) -> None:
    """Issue an address, and show it once."""
    address = f"{alliance.pages}/house/{await house_screens.issue(member.id)}"
    back = t.button("button-back", HouseScreenButton())
    await show(query, t("house-screen-address", address=address), keyboard([[back]]))


async def revoke(
    query: CallbackQuery, member: Member, house_screens: HouseScreens, t: Texts
) -> None:
    """Revoke the address."""
    await house_screens.revoke(member.id)
    back = t.button("button-back", HouseScreenButton())
    await show(query, t("house-screen-revoked"), keyboard([[back]]))


ROUTES = Routes(
    buttons={
        on(HouseScreenButton, act=ScreenAct.ISSUE): issue,
        on(HouseScreenButton, act=ScreenAct.REVOKE): revoke,
        HouseScreenButton: look,
    }
)

"""A draft's addressees: groups of people, joined by «или», «и при этом» and «кроме»."""

from collections.abc import Sequence
from zlib import crc32

from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup

from bot.domain.announcements.addressees import (
    EVERYBODY,
    Addressees,
    AnyOf,
    ByName,
    Circle,
    OfCircle,
    OfEvent,
    OfMunicipalities,
    OfOrganisations,
    WithRoles,
    YetToVote,
)
from bot.domain.announcements.drafts import AnnouncementDraft, Bond, Selection
from bot.domain.events.events import EventId
from bot.domain.events.rsvps import Group
from bot.domain.people.members import MemberId, OrganisationId, Role, folded
from bot.domain.polls.polls import PollId
from bot.domain.refusals import ButtonTooOld
from bot.services.announcements.circles import Names
from handlers.announcements.callbacks.announcement_drafts import (
    AudienceButton,
    ChosenButton,
    CircleButton,
    CirclesButton,
    FindOrganisationButton,
    FindPersonButton,
)
from handlers.announcements.desks import Desk, at_desk
from handlers.announcements.panels import back_to_panel, circle_words, selection_words
from handlers.ui.buttons import Row, button, keyboard, listed, pairs, short, turning
from handlers.ui.edits import show
from handlers.ui.pages import PAGE, Page, page_of
from handlers.ui.routes import Routes, on
from handlers.ui.texts import Texts

STANDING = (Circle.EVERYBODY, Circle.COUNCIL)
"""Groups that are offered at once; the others are among the roles."""

ROLES = (Role.CHAIR, Role.SECRETARY, Role.ORGANISER, Role.ADMINISTRATOR)
SORTS = ("place", "house", "person", "role", "event", "poll")


async def audience(
    query: CallbackQuery, callback_data: AudienceButton | ChosenButton, desk: Desk
) -> None:
    """Show the addressees, and how to change them."""
    page = callback_data.page if isinstance(callback_data, ChosenButton) else 0
    await _show(query, await desk.drafts.get(desk.member.id, callback_data.number), desk, page)


async def _show(query: CallbackQuery, draft: AnnouncementDraft, desk: Desk, page: int = 0) -> None:
    t = desk.t
    names = await desk.circles.names(desk.member.id, draft.selection.addressees)
    words = t(
        "announce-audience",
        to=selection_words(draft.selection, names, t),
        below=await desk.below(draft),
    )
    await desk.cover(query, draft, words, _keyboard(draft, names, page, t))


def _keyboard(
    draft: AnnouncementDraft, names: Names, number: int, t: Texts
) -> InlineKeyboardMarkup:
    """Return a button to remove each group, the newest first, and buttons to add another."""
    page = page_of(chosen_by(draft.selection)[::-1], number, PAGE - len(Bond))
    chosen: list[Row] = [
        [button(short(t.plain("button-circle-out", words=circle_words(one, names, t))), data)]
        for bond, one in page.items
        if (data := circle_data(draft.number, bond, one))
    ]
    chosen.append(turning(page, ChosenButton(number=draft.number), t))
    everybody = draft.selection.either == (EVERYBODY,)
    bonds = [
        [
            t.button(
                "button-bond",
                AudienceButton(number=draft.number, bond=bond),
                bond="first" if everybody and bond is Bond.OR else bond,
            )
        ]
        for bond in Bond
    ]
    return keyboard([*chosen, *bonds, back_to_panel(draft.number, t)])


def chosen_by(selection: Selection) -> list[tuple[Bond, Addressees]]:
    """Return the chosen groups, and how each is combined."""
    either = [] if selection.either == (EVERYBODY,) else selection.either
    return [
        *((Bond.OR, one) for one in either),
        *((Bond.AND, one) for one in selection.among),
        *((Bond.WITHOUT, one) for one in selection.without),
    ]


def circle_data(number: int, bond: Bond, circle: Addressees) -> str | None:
    """Return the data of a button that adds or removes a group; None if no button can."""
    match circle:
        case OfCircle(circle=standing):
            sort, id_, word = "circle", 0, str(standing)
        case OfMunicipalities(municipalities=(place,)):
            sort, id_, word = "place", _number_of(place), ""
        case OfOrganisations(organisations=(organisation,)):
            sort, id_, word = "house", int(organisation), ""
        case ByName(people=(person,)):
            sort, id_, word = "person", int(person), ""
        case WithRoles(roles=(role,)):
            sort, id_, word = "role", 0, str(role)
        case OfEvent(event=event, group=group):
            sort, id_, word = "event", int(event), str(group)
        case YetToVote(poll=poll):
            sort, id_, word = "poll", int(poll), ""
        case _:
            return None
    return CircleButton(number=number, bond=bond, sort=sort, id=id_, word=word).pack()


def _number_of(place: str) -> int:
    """Return a number for a municipality, whose name would be too long for a button."""
    return crc32(folded(place).encode())


async def sorts(query: CallbackQuery, callback_data: AudienceButton, desk: Desk) -> None:
    """Offer the kinds of groups."""
    if callback_data.bond is None:
        return
    number, bond, t = callback_data.number, callback_data.bond, desk.t
    await desk.drafts.get(desk.member.id, number)
    circles = [OfCircle(one) for one in STANDING if bond is Bond.OR or one is not Circle.EVERYBODY]
    standing = [[_circle(number, bond, one, Names(), t)] for one in circles]
    others = pairs(
        button(t.plain("button-circle-sort", sort=sort), _way_to(sort, number, bond))
        for sort in SORTS
    )
    back = t.button("button-back", AudienceButton(number=number))
    await show(query, t("announce-bond", bond=bond), keyboard([*standing, *others, [back]]))


def _way_to(sort: str, number: int, bond: Bond) -> str:
    """Return the data of a button that leads to a kind: to a question for a name, or to a list."""
    match sort:
        case "house":
            return FindOrganisationButton(number=number, bond=bond).pack()
        case "person":
            return FindPersonButton(number=number, bond=bond).pack()
        case _:
            return CirclesButton(number=number, bond=bond, sort=sort).pack()


async def list_circles(query: CallbackQuery, callback_data: CirclesButton, desk: Desk) -> None:
    """List the groups of a kind."""
    number, bond, sort = callback_data.number, callback_data.bond, callback_data.sort
    await desk.drafts.get(desk.member.id, number)
    if sort == "event":
        buttons = await _events(callback_data, desk)
    else:
        circles = await _circles(callback_data, desk)
        names = await desk.circles.names(desk.member.id, AnyOf(tuple(circles)))
        buttons = [_circle(number, bond, one, names, desk.t) for one in circles]
    page = page_of(buttons, callback_data.page)
    words = desk.t("announce-circles", sort=sort, count=len(buttons))
    await show(query, words, _list(page, callback_data, desk.t))


async def _circles(callback_data: CirclesButton, desk: Desk) -> Sequence[Addressees]:
    match callback_data.sort:
        case "place":
            places = await desk.circles.municipalities(desk.member.id)
            return [OfMunicipalities((place,)) for place in places]
        case "role":
            standing = [OfCircle(one) for one in Circle if one not in STANDING]
            return [*standing, *(WithRoles((role,)) for role in ROLES)]
        case "poll":
            return [YetToVote(poll.id) for poll in await desk.circles.polls(desk.member.id)]
        case "group":
            return [OfEvent(EventId(callback_data.id), group) for group in Group]
        case _:
            raise ButtonTooOld


async def _events(callback_data: CirclesButton, desk: Desk) -> list[InlineKeyboardButton]:
    t, number, bond = desk.t, callback_data.number, callback_data.bond
    return [
        button(
            short(f"{t.day(event.starts_at)} · {event.title}"),
            CirclesButton(number=number, bond=bond, sort="group", id=event.id),
        )
        for event in await desk.circles.events(desk.member.id)
    ]


def _circle(
    number: int, bond: Bond, circle: Addressees, names: Names, t: Texts
) -> InlineKeyboardButton:
    words = short(circle_words(circle, names, t))
    return button(words, circle_data(number, bond, circle) or "")


def _list(
    page: Page[InlineKeyboardButton], callback_data: CirclesButton, t: Texts
) -> InlineKeyboardMarkup:
    back = AudienceButton(number=callback_data.number, bond=callback_data.bond)
    rows = listed(page, lambda one, _: one, callback_data, t)
    return keyboard([*rows, [t.button("button-back", back)]])


async def toggle(query: CallbackQuery, callback_data: CircleButton, desk: Desk) -> None:
    """Add or remove a group."""
    circle = await _named(callback_data, desk)
    number, bond = callback_data.number, callback_data.bond
    await _show(query, await desk.drafts.choose(desk.member.id, number, bond, circle), desk)


async def _named(callback_data: CircleButton, desk: Desk) -> Addressees:
    """Return the group that a button names; refuse one that was not offered."""
    id_, word = callback_data.id, callback_data.word
    try:
        match callback_data.sort:
            case "circle":
                return OfCircle(Circle(word))
            case "role":
                return WithRoles((Role(word),))
            case "event":
                return OfEvent(EventId(id_), Group(word))
            case "place":
                places = await desk.circles.municipalities(desk.member.id)
                return OfMunicipalities(
                    (next(place for place in places if _number_of(place) == id_),)
                )
            case sort:
                return _of_id(sort, id_)
    except (ValueError, StopIteration) as error:
        raise ButtonTooOld from error


def _of_id(sort: str, id_: int) -> Addressees:
    match sort:
        case "poll":
            return YetToVote(PollId(id_))
        case "house":
            return OfOrganisations((OrganisationId(id_),))
        case "person":
            return ByName((MemberId(id_),))
        case _:
            raise ButtonTooOld


ROUTES = Routes(
    prepare=at_desk,
    buttons={
        on(AudienceButton, bond=None): audience,
        ChosenButton: audience,
        AudienceButton: sorts,
        CirclesButton: list_circles,
        CircleButton: toggle,
    },
)

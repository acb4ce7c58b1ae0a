"""A colleague of one's own organisation: invited, named, relieved or removed by the leader."""

from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from bot.domain.people.affairs import Colleague
from bot.domain.people.handovers import Office
from bot.domain.people.invitations import may_invite
from bot.domain.people.members import Member
from bot.services.people.handovers import Handovers
from bot.services.people.own import OwnOrganisations
from bot.services.prompts import Prompt, Prompts
from handlers.people.callbacks import (
    ColleagueAct,
    ColleagueActButton,
    ColleagueButton,
    InviteButton,
    NewColleagueButton,
    OwnOrganisationButton,
)
from handlers.people.own import office_of, own_screen
from handlers.ui.buttons import Row, button, keyboard, short
from handlers.ui.edits import show
from handlers.ui.routes import Routes, on
from handlers.ui.texts import Texts

COLLEAGUE = "colleague"


async def open_colleague(
    query: CallbackQuery,
    callback_data: ColleagueButton,
    member: Member,
    own_organisations: OwnOrganisations,
    t: Texts,
) -> None:
    """Show a person of one's own organisation, and what can be done about them."""
    whom = callback_data.member_id
    await show(query, *_colleague(await own_organisations.colleague(member.id, whom), t))


def _colleague(colleague: Colleague, t: Texts) -> tuple[str, InlineKeyboardMarkup]:
    person = colleague.person
    words = t(
        "own-colleague",
        name=person.name,
        position=person.position,
        known=bool(person.position),
        office=office_of(person),
        joined=person.has_joined,
    )
    acts = _acts(colleague, t) if colleague.is_managed else []
    return words, keyboard([*acts, [t.button("button-back", OwnOrganisationButton())]])


def _acts(colleague: Colleague, t: Texts) -> list[Row]:
    person = colleague.person
    absent = not (person.telegram_id and person.reachable)
    invites = absent and may_invite(colleague.viewer, person)
    link = short(t.plain("button-reach-invite", name=person.name))
    held = next((one for one in Office if one.is_held_by(person)), None)
    acts = [ColleagueAct(one.value) for one in Office if one is not held]
    acts += [ColleagueAct.RELIEVE] if held is not None else []
    acts += [ColleagueAct.HAND_OVER] if person.has_joined else [ColleagueAct.UNINVITE]
    acts += [ColleagueAct.REMOVE]
    return [
        [button(link, InviteButton(member_id=person.id))] if invites else [],
        *([_act(person, one, t)] for one in acts),
    ]


def _act(person: Member, act: ColleagueAct, t: Texts) -> InlineKeyboardButton:
    label = t.plain("button-own-act", act=act.value)
    return button(label, ColleagueActButton(member_id=person.id, act=act))


async def ask_about(
    query: CallbackQuery,
    callback_data: ColleagueActButton,
    member: Member,
    own_organisations: OwnOrganisations,
    t: Texts,
) -> None:
    """Say what an act touches, and ask once more."""
    own = await own_organisations.look(member.id)
    whom = callback_data.member_id
    colleague = await own_organisations.colleague(member.id, whom)
    act = callback_data.act
    office = Office(act.value) if act.value in {one.value for one in Office} else None
    others = (one for one in own.people if office is not None and office.is_held_by(one))
    former = next((one.name for one in others if one.id != whom), "")
    words = t(
        "own-ask",
        act=act.value,
        name=colleague.person.name,
        former=former,
        replaces=bool(former),
        joined=colleague.person.has_joined,
    )
    yes = button(
        t.plain("button-own-sure", act=act.value),
        callback_data.model_copy(update={"sure": True}),
        "danger" if act is ColleagueAct.REMOVE else None,
    )
    await show(query, words, keyboard([[yes], [_back_to(colleague.person, t)]]))


def _back_to(person: Member, t: Texts) -> InlineKeyboardButton:
    return t.button("button-back", ColleagueButton(member_id=person.id))


async def act_on(
    query: CallbackQuery,
    callback_data: ColleagueActButton,
    member: Member,
    own_organisations: OwnOrganisations,
    handovers: Handovers,
    t: Texts,
) -> None:
    """Do what the leader confirmed, and show what has become of it."""
    whom = callback_data.member_id
    match callback_data.act:
        case ColleagueAct.HAND_OVER:
            await show(query, *own_screen(await handovers.offer(member.id, whom), 0, t))
        case ColleagueAct.REMOVE:
            await show(query, *own_screen(await own_organisations.remove(member.id, whom), 0, t))
        case ColleagueAct.UNINVITE:
            colleague = await own_organisations.withdraw_invitation(member.id, whom)
            await show(query, *_colleague(colleague, t))
        case ColleagueAct.RELIEVE:
            colleague = await own_organisations.appoint(member.id, whom, None)
            await show(query, *_colleague(colleague, t))
        case office:
            colleague = await own_organisations.appoint(member.id, whom, Office(office.value))
            await show(query, *_colleague(colleague, t))


# --- a new colleague ------------------------------------------------------------------------------


async def ask_for_colleague(
    query: CallbackQuery,
    member: Member,
    own_organisations: OwnOrganisations,
    prompts: Prompts,
    t: Texts,
) -> None:
    """Ask for a name, and a position after a comma."""
    await own_organisations.require_leader(member.id)
    if member.telegram_id is not None:
        await prompts.ask(member.telegram_id, Prompt(COLLEAGUE, 0))
    back = [t.button("button-back", OwnOrganisationButton())]
    await show(query, t("own-new-ask"), keyboard([back]))


async def add_colleague(
    message: Message,
    member: Member,
    own_organisations: OwnOrganisations,
    prompts: Prompts,
    t: Texts,
) -> None:
    """Add the colleague; the link is one tap away."""
    name, _, position = (message.text or "").partition(",")
    colleague = await own_organisations.add(member.id, name, position)
    if member.telegram_id is not None:
        await prompts.forget(member.telegram_id)
    words, below = _colleague(colleague, t)
    await message.answer(words, reply_markup=below)


ROUTES = Routes(
    buttons={
        ColleagueButton: open_colleague,
        on(ColleagueActButton, sure=False): ask_about,
        on(ColleagueActButton, sure=True): act_on,
        NewColleagueButton: ask_for_colleague,
    },
    questions={COLLEAGUE: add_colleague},
)

"""«Прислать замену»: a person with a seat chooses a colleague, who accepts or declines."""

from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup

from bot.domain.events.letters import SubstituteReplyLetter, SubstituteRequestLetter
from bot.domain.events.substitutions import Colleagues, SubstitutionId
from bot.domain.people.members import Member
from bot.services.events.substitutions import Substitutions
from handlers.events.callbacks.events import (
    ColleagueButton,
    KeepSeatButton,
    SubstituteAnswerButton,
    SubstituteButton,
)
from handlers.events.cards import event_head
from handlers.ui import keyboards
from handlers.ui.buttons import button, keyboard, listed, short
from handlers.ui.callbacks import EventButton
from handlers.ui.edits import acknowledge, replaced, show, tapped
from handlers.ui.letters import Rendered, Sight
from handlers.ui.pages import page_of
from handlers.ui.routes import Routes
from handlers.ui.texts import Markup, Texts, Value


async def choose(
    query: CallbackQuery,
    callback_data: SubstituteButton,
    member: Member,
    substitutions: Substitutions,
    t: Texts,
) -> None:
    """Show a page of the colleagues who could be asked, instead of the card."""
    found = await substitutions.colleagues(member.id, callback_data.event_id, replaced(query))
    words = "substitute-choose" if found.people else "substitute-nobody"
    await show(query, t(words, title=found.event.title), _choice(found, callback_data.page, t))


async def ask(
    query: CallbackQuery,
    callback_data: ColleagueButton,
    member: Member,
    substitutions: Substitutions,
    t: Texts,
) -> None:
    """Ask the colleague; the card is shown again through the outbox."""
    event, colleague = callback_data.event_id, callback_data.member_id
    await substitutions.ask(member.id, event, colleague, tapped(query))
    await acknowledge(query, t.plain("substitute-asked"))


async def keep(
    query: CallbackQuery,
    callback_data: KeepSeatButton,
    member: Member,
    substitutions: Substitutions,
    t: Texts,
) -> None:
    """Withdraw the request; the card is updated through the outbox."""
    await substitutions.take_back(member.id, callback_data.event_id, tapped(query))
    await acknowledge(query, t.plain("substitute-kept"))


async def answer(
    query: CallbackQuery,
    callback_data: SubstituteAnswerButton,
    update_id: int,
    member: Member,
    substitutions: Substitutions,
    t: Texts,
) -> None:
    """Record the colleague's answer; after a yes the request becomes the event's card."""
    await substitutions.answer(
        member.id,
        callback_data.substitution_id,
        tapped(query),
        update_id,
        accept=callback_data.accept,
    )
    if callback_data.accept:
        await acknowledge(query, t.plain("substitute-accepted"))
    else:
        await show(query, t("substitute-refused"), keyboards.to_events(t))


def render_request(letter: SubstituteRequestLetter, t: Texts, _sight: Sight) -> Rendered:
    """Return the request to a colleague, with the buttons to answer."""
    person, head = _person(letter.name, letter.position, t), event_head(letter.card.event, t)
    words = t("notice-substitute-asked", person=person, head=head, guests=letter.guests)
    return Rendered(words, _request(letter.substitution, t))


def render_reply(letter: SubstituteReplyLetter, t: Texts, _sight: Sight) -> Rendered:
    """Return the answer to a request, with the button to ask somebody else after a no."""
    person, head = _person(letter.name, letter.position, t), event_head(letter.card.event, t)
    said = "accepted" if letter.accepted else "refused" if letter.name else "gone"
    words = t("notice-substitute-answered", answer=said, person=person, head=head)
    to_card = keyboards.to_card(letter.card, t)
    if letter.accepted:
        return Rendered(words, to_card)
    another = SubstituteButton(event_id=letter.card.event.id)
    row = [t.button("button-ask-another", another)]
    return Rendered(words, keyboard([row, *to_card.inline_keyboard]))


def _person(name: str, position: str, t: Texts) -> Markup:
    return Markup(t("substitute-person", **_named(name, position)))


def _choice(found: Colleagues, wanted: int, t: Texts) -> InlineKeyboardMarkup:
    """Return a button for each colleague, other pages, and the way back to the card."""
    event = found.event.id
    page = page_of(found.people, wanted)

    def line(one: Member, t: Texts) -> InlineKeyboardButton:
        words = t.plain("button-colleague", **_named(one.name, one.position))
        return button(short(words), ColleagueButton(event_id=event, member_id=one.id))

    back = t.button("button-back", EventButton(event_id=event))
    return keyboard([*listed(page, line, SubstituteButton(event_id=event), t), [back]])


def _request(substitution: SubstitutionId, t: Texts) -> InlineKeyboardMarkup:
    """Return «Приду вместо» and «Не смогу»."""
    yes = SubstituteAnswerButton(substitution_id=substitution, accept=True)
    no = SubstituteAnswerButton(substitution_id=substitution, accept=False)
    stand_in = t.button("button-stand-in", yes, "success")
    return keyboard([[stand_in, t.button("button-cannot-stand-in", no)]])


def _named(name: str, position: str) -> dict[str, Value]:
    """Return a colleague's name and what distinguishes two people of one name."""
    return {"name": name, "position": position, "known": bool(position)}


ROUTES = Routes(
    buttons={
        SubstituteButton: choose,
        ColleagueButton: ask,
        SubstituteAnswerButton: answer,
        KeepSeatButton: keep,
    }
)

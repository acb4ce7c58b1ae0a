"""What members type: an objection, a challenge of a mandate, a proposal for the agenda."""

from aiogram.types import CallbackQuery, Message

from bot.domain.meetings.plans import ItemId, MeetingId
from bot.domain.meetings.refusals import OnlyForPresent, ProposalsClosed
from bot.domain.meetings.state import Phase
from bot.domain.people.members import Member
from bot.services.meetings.delegating import Delegating
from bot.services.meetings.planning import MeetingPlanning
from bot.services.prompts import Prompt, Prompts
from handlers.forms.opener import Forms, with_forms
from handlers.forms.prompts import ask
from handlers.meetings.callbacks.delegates import (
    ChallengeButton,
    MeetingButton,
    ObjectButton,
    ProposeButton,
)
from handlers.meetings.forms.challenges import CHALLENGE, ChallengeDraft
from handlers.ui.buttons import keyboard
from handlers.ui.callbacks import MeetingsButton
from handlers.ui.routes import Routes
from handlers.ui.texts import Texts

OBJECTION, PROPOSAL = "meeting-objection", "meeting-proposal"


async def ask_objection(
    query: CallbackQuery,
    callback_data: ObjectButton,
    member: Member,
    delegating: Delegating,
    prompts: Prompts,
    t: Texts,
) -> None:
    """Ask for the words of an objection, from those who are there."""
    meeting = callback_data.meeting_id
    if not (await delegating.look(member.id, meeting)).mine:
        raise OnlyForPresent
    words, back = t("meeting-objection-ask"), MeetingButton(meeting_id=meeting)
    prompt = Prompt(OBJECTION, meeting, f"{callback_data.item_id}")
    await ask(query, member, prompts, prompt, words, t, back)


async def take_objection(
    message: Message,
    prompt: Prompt,
    member: Member,
    delegating: Delegating,
    prompts: Prompts,
    t: Texts,
) -> None:
    """Put the objection on record; it is about the item that was dealt with, if any."""
    meeting, item = MeetingId(prompt.subject), ItemId(int(prompt.about or 0))
    await delegating.raise_objection(member.id, meeting, message.text or "", item or None)
    await _close(member, prompts)
    card = t.button("button-meeting-open", MeetingButton(meeting_id=meeting))
    await message.answer(t("meeting-objected"), reply_markup=keyboard([[card]]))


async def challenge(
    query: CallbackQuery,
    callback_data: ChallengeButton,
    member: Member,
    delegating: Delegating,
    forms: Forms,
) -> None:
    """Open the form that challenges a mandate, for those who are there."""
    meeting = callback_data.meeting_id
    if not (await delegating.look(member.id, meeting)).mine:
        raise OnlyForPresent
    await forms.open_for(query, CHALLENGE, meeting, ChallengeDraft(item=callback_data.item_id))


async def ask_proposal(
    query: CallbackQuery,
    callback_data: ProposeButton,
    member: Member,
    meeting_planning: MeetingPlanning,
    prompts: Prompts,
    t: Texts,
) -> None:
    """Ask what to put on the agenda, while proposals are taken from this person."""
    meetings = await meeting_planning.listed(member.id)
    ahead = {one.id for one in meetings if one.phase is Phase.PLANNED}
    if callback_data.meeting_id not in ahead:
        raise ProposalsClosed
    prompt = Prompt(PROPOSAL, callback_data.meeting_id)
    await ask(query, member, prompts, prompt, t("meeting-propose-ask"), t, MeetingsButton())


async def take_proposal(
    message: Message,
    prompt: Prompt,
    member: Member,
    meeting_planning: MeetingPlanning,
    prompts: Prompts,
    t: Texts,
) -> None:
    """Keep the proposal for the secretary."""
    await meeting_planning.propose(member.id, MeetingId(prompt.subject), message.text or "")
    await _close(member, prompts)
    back = t.button("button-meeting-list", MeetingsButton())
    await message.answer(t("meeting-proposed"), reply_markup=keyboard([[back]]))


async def _close(member: Member, prompts: Prompts) -> None:
    if member.telegram_id is not None:
        await prompts.forget(member.telegram_id)


ROUTES = Routes(
    prepare=with_forms,
    buttons={ObjectButton: ask_objection, ChallengeButton: challenge, ProposeButton: ask_proposal},
    questions={OBJECTION: take_objection, PROPOSAL: take_proposal},
)

"""What voters declare: a conflict of interest, or that they were against."""

from aiogram.types import CallbackQuery, Message

from bot.domain.people.members import Member
from bot.domain.polls.ballots import dissent_must_name
from bot.domain.polls.plans import Mode, PollKind
from bot.domain.polls.polls import Poll, PollId
from bot.domain.polls.voters import VoterId
from bot.services.polls.ballots import Ballots
from bot.services.prompts import Prompt, Prompts
from handlers.polls import cards, keyboards
from handlers.polls.ballots import mine
from handlers.polls.callbacks.polls import RecuseButton, StatementButton
from handlers.ui.edits import acknowledge, put, replaced, show, tapped
from handlers.ui.routes import Routes
from handlers.ui.texts import Texts

STATEMENT = "statement"


async def recuse(
    query: CallbackQuery, callback_data: RecuseButton, member: Member, ballots: Ballots, t: Texts
) -> None:
    """Explain a recusal and ask for confirmation; then declare it."""
    poll, voter = callback_data.poll_id, callback_data.voter_id
    if callback_data.sure:
        card = await ballots.recuse(member.id, poll, voter, replaced(query))
        await acknowledge(query, t.plain("recuse-taken"))
        await put(query, cards.poll_card(card, t), keyboards.poll_card(card, t))
        return
    card = await ballots.leave(member.id, poll, tapped(query))
    ballot = mine(card, voter)
    by_whom = "holder" if ballot.by_proxy else "principal" if ballot.given_away else "own"
    words = t(
        "recuse-question",
        by=by_whom,
        voted=bool(ballot.voted),
        correspondence=card.poll.mode is Mode.CORRESPONDENCE,
        lowers=card.poll.rules.recusal.lowers_base,
    )
    keyboard = keyboards.recusal(card, voter, t)
    await show(query, cards.asked(card, ballot, words, t), keyboard)


async def state(
    query: CallbackQuery,
    callback_data: StatementButton,
    member: Member,
    ballots: Ballots,
    prompts: Prompts,
    t: Texts,
) -> None:
    """Ask for the words of a dissenting opinion; or record that there is one without any."""
    poll, voter = callback_data.poll_id, callback_data.voter_id
    if callback_data.sure:
        card = await ballots.state(member.id, poll, voter, "", replaced(query))
        await acknowledge(query, t.plain("statement-taken"))
        await put(query, cards.poll_card(card, t), keyboards.poll_card(card, t))
        return
    card = await ballots.leave(member.id, poll, tapped(query))
    ballot = mine(card, voter)
    if member.telegram_id is not None:
        await prompts.ask(member.telegram_id, Prompt(STATEMENT, poll, str(voter)))
    words = t("statement-question", secrecy=card.poll.secrecy, about=_dissent_about(card.poll))
    keyboard = keyboards.statement(card, voter, t)
    await show(query, cards.asked(card, ballot, words, t), keyboard)


def _dissent_about(poll: Poll) -> str:
    """Return how it is known what a dissent is about, as the texts choose by it."""
    if dissent_must_name(poll):
        return "words"
    return "ballot" if poll.kind is PollKind.ADMISSION and len(poll.candidates) > 1 else "one"


async def state_in_words(
    message: Message, prompt: Prompt, member: Member, ballots: Ballots, t: Texts
) -> None:
    """Record a dissenting opinion in the person's own words."""
    poll, voter = PollId(prompt.subject), VoterId(int(prompt.about))
    if not message.text:
        await message.answer(t("statement-text-only"))
        return
    card = await ballots.state(member.id, poll, voter, message.text)
    await message.answer(t("statement-taken"), reply_markup=keyboards.to_poll(card.poll, t))


ROUTES = Routes(
    buttons={RecuseButton: recuse, StatementButton: state}, questions={STATEMENT: state_in_words}
)

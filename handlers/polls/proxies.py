"""Give a proxy in the bot: the holder, then the paper's data, step by step."""

import json
from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from bot.domain.moments import end_of_day, read_end, read_past
from bot.domain.people.members import Member, MemberId
from bot.domain.polls.cards import PollCard
from bot.domain.polls.polls import PollId
from bot.domain.polls.proxies import Proxy
from bot.domain.polls.voters import VoterId
from bot.domain.refusals import ButtonTooOld
from bot.services.polls.ballots import Ballots
from bot.services.polls.proxies import Proxies
from bot.services.prompts import Prompt, Prompts
from handlers.forms.prompts import ask
from handlers.polls import keyboards
from handlers.polls.ballots import mine
from handlers.polls.callbacks.polls import (
    GiveProxyButton,
    HolderButton,
    PollMoreButton,
    ProxyButton,
)
from handlers.polls.cards import poll_card
from handlers.ui.buttons import button, keyboard, short
from handlers.ui.edits import acknowledge, put, replaced
from handlers.ui.routes import Routes
from handlers.ui.texts import Texts

HOLDER, PAPER = "proxy-holder", "proxy-paper"
MONTH = timedelta(days=30)
NEVER = date(9000, 1, 1).isoformat()


class ProxyStep(StrEnum):
    """The data of the paper in the order of questions; at the end they are summed up."""

    NUMBER = "number"
    ISSUED_ON = "issued"
    EXPIRES_ON = "expires"
    SCOPE = "scope"
    SUMMARY = "summary"

    @property
    def following(self) -> "ProxyStep":
        """The next question; text typed below the summary corrects the scope."""
        steps: list[ProxyStep] = [*ProxyStep, ProxyStep.SUMMARY]
        return steps[steps.index(self) + 1]


@dataclass(frozen=True, slots=True)
class Paper:
    """The data typed so far, dates in ISO; `message` is the last typed message."""

    voter: int
    holder: int
    name: str
    step: ProxyStep = ProxyStep.NUMBER
    number: str = ""
    issued: str = NEVER
    expires: str = NEVER
    scope: str = ""
    message: int = 0

    def filled_in(self, text: str, today: date, message: int) -> "Paper":
        """Return the paper with the text typed for this step; refuse an unreadable one."""
        after = replace(self, step=self.step.following, message=message)
        match self.step:
            case ProxyStep.NUMBER:
                return replace(after, number=text)
            case ProxyStep.ISSUED_ON:
                return replace(after, issued=read_past(text, today)[0].isoformat())
            case ProxyStep.EXPIRES_ON:
                return replace(after, expires=read_end(text, today)[0].isoformat())
            case _:
                return replace(after, scope=text)

    def proxy(self, zone: ZoneInfo) -> Proxy:
        """Return the proxy, in force through its last day in this zone."""
        return Proxy(
            VoterId(self.voter),
            MemberId(self.holder),
            self.number,
            date.fromisoformat(self.issued),
            end_of_day(date.fromisoformat(self.expires), zone),
            self.scope,
        )


async def ask_holder(
    query: CallbackQuery,
    callback_data: ProxyButton,
    member: Member,
    ballots: Ballots,
    prompts: Prompts,
    t: Texts,
) -> None:
    """Ask who should cast the ballot."""
    poll, voter = callback_data.poll_id, callback_data.voter_id
    card = await ballots.look(member.id, poll, None)
    mine(card, voter)
    back = PollMoreButton(poll_id=poll, voter_id=voter)
    await ask(query, member, prompts, Prompt(HOLDER, poll, str(voter)), t("proxy-holder"), t, back)


async def find_holder(
    message: Message, prompt: Prompt, member: Member, proxies: Proxies, t: Texts
) -> None:
    """Show the people with the typed name; further searches can be typed."""
    poll, voter = PollId(prompt.subject), VoterId(int(prompt.about))
    holders = await proxies.holders(member.id, poll, voter, message.text or "")
    rows = [[button(_holder(one, t), _choice(poll, voter, one))] for one in holders]
    words = t("proxy-holders" if holders else "proxy-holders-none")
    await message.answer(words, reply_markup=keyboard([*rows, *_back(poll, voter, t)]))


async def choose_holder(
    query: CallbackQuery,
    callback_data: HolderButton,
    member: Member,
    proxies: Proxies,
    prompts: Prompts,
    t: Texts,
) -> None:
    """Store the holder, and ask for the number of the paper."""
    poll, voter = callback_data.poll_id, callback_data.voter_id
    holder = await proxies.holder(member.id, poll, voter, callback_data.member_id)
    prompt = _prompt(poll, Paper(voter, holder.id, holder.name))
    back = PollMoreButton(poll_id=poll, voter_id=voter)
    await ask(query, member, prompts, prompt, t("proxy-number", holder=holder.name), t, back)


async def fill_in(
    message: Message, prompt: Prompt, member: Member, ballots: Ballots, prompts: Prompts, t: Texts
) -> None:
    """Store a line of the paper, and ask for the next one or for confirmation."""
    poll, today = PollId(prompt.subject), message.date.astimezone(t.zone).date()
    paper = _paper(prompt).filled_in(message.text or "", today, message.message_id)
    _checked_so_far(paper, t.zone, today)
    if member.telegram_id is not None:
        await prompts.ask(member.telegram_id, _prompt(poll, paper))
    if paper.step is ProxyStep.SUMMARY:
        card = await ballots.look(member.id, poll, None)
        await message.answer(_summary(card, paper, t), reply_markup=_sure(poll, paper, t))
        return
    later = t.date(today + MONTH)
    words = t(f"proxy-{paper.step}", today=t.date(today), later=later)
    await message.answer(words, reply_markup=keyboard(_back(poll, VoterId(paper.voter), t)))


async def give(
    query: CallbackQuery,
    callback_data: GiveProxyButton,
    member: Member,
    prompts: Prompts,
    proxies: Proxies,
    t: Texts,
) -> None:
    """Give the proxy as summed up; the holder is told."""
    if member.telegram_id is None:
        raise ButtonTooOld
    prompt = await prompts.asked(member.telegram_id)
    if prompt is None or prompt.kind != PAPER:
        raise ButtonTooOld
    paper = _paper(prompt)
    if paper.message != callback_data.number or prompt.subject != callback_data.poll_id:
        raise ButtonTooOld
    given = paper.proxy(t.zone)
    poll = PollId(prompt.subject)
    card = await proxies.give(
        member.id,
        poll,
        given.principal,
        given.holder,
        given.number,
        given.issued_on,
        given.expires_at,
        given.scope,
        replaced(query),
    )
    await acknowledge(query)
    words = poll_card(card, t, opening=t("proxy-given"))
    await put(query, words, keyboards.poll_card(card, t))


def _prompt(poll: PollId, paper: Paper) -> Prompt:
    return Prompt(PAPER, poll, json.dumps(asdict(paper)))


def _paper(prompt: Prompt) -> Paper:
    kept = json.loads(prompt.about)
    return Paper(**{**kept, "step": ProxyStep(kept["step"])})


def _checked_so_far(paper: Paper, zone: ZoneInfo, today: date) -> None:
    """Refuse a value that no paper can have as soon as it is typed."""
    proxy = replace(paper, scope=paper.scope or "—").proxy(zone).checked()
    if paper.issued != NEVER:
        proxy.require_issued(today)


def _summary(card: PollCard, paper: Paper, t: Texts) -> str:
    proxy = paper.proxy(t.zone).checked()
    return t(
        "proxy-summary",
        principal=mine(card, paper.voter).name,
        holder=paper.name,
        number=proxy.number,
        issued_on=t.date(proxy.issued_on),
        expires_on=t.date(proxy.last_moment),
        scope=proxy.scope,
    )


def _sure(poll: PollId, paper: Paper, t: Texts) -> InlineKeyboardMarkup:
    data = GiveProxyButton(poll_id=poll, number=paper.message)
    yes = t.button("button-proxy-sure", data, "primary")
    return keyboard([[yes], *_back(poll, VoterId(paper.voter), t)])


def _holder(holder: Member, t: Texts) -> str:
    origin = holder.organisation_name or ""
    known = bool(origin)
    return short(t.plain("button-holder", name=holder.name, origin=origin, known=known))


def _choice(poll: PollId, voter: VoterId, holder: Member) -> str:
    return HolderButton(poll_id=poll, voter_id=voter, member_id=holder.id).pack()


def _back(poll: PollId, voter: VoterId, t: Texts) -> list[list[InlineKeyboardButton]]:
    data = PollMoreButton(poll_id=poll, voter_id=voter)
    return [[t.button("button-back", data)]]


ROUTES = Routes(
    buttons={ProxyButton: ask_holder, HolderButton: choose_holder, GiveProxyButton: give},
    questions={HOLDER: find_holder, PAPER: fill_in},
    in_passing=(GiveProxyButton,),
)

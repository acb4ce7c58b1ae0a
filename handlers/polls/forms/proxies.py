"""The form that registers a доверенность for a voter: who casts whose ballot, by which paper."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from aiogram.types import Message
from pydantic import BaseModel

from bot.domain.moments import end_of_day, read_end, read_past, read_start
from bot.domain.people.members import Member, MemberId
from bot.domain.polls.polls import PollId
from bot.domain.polls.proxies import checked_quotable
from bot.domain.polls.proxy_refusals import ProxyExpired
from bot.domain.polls.voters import VoterId
from bot.domain.refusals import MomentUnreadable
from bot.services.polls.electorates import Electorates
from bot.services.polls.proxies import Proxies
from handlers.forms.context import Filling, FormContext
from handlers.forms.fields import Text
from handlers.forms.form import Ending, Field, Form, View, given
from handlers.forms.lists import Option
from handlers.forms.people import Searched, is_called, search_of
from handlers.forms.screens import leave_button
from handlers.polls.forms.endings import at_board, unchanged
from handlers.ui.buttons import Row
from handlers.ui.texts import Texts, Value


class ProxyDraft(BaseModel):
    """Whose ballot, who casts it, the paper's number, its days and its scope."""

    voter: VoterId | None = None
    voter_name: str = ""
    holder: MemberId | None = None
    holder_name: str = ""
    issuer: str | None = None
    number: str | None = None
    issued: date | None = None
    expires: date | None = None
    scope: str | None = None


ProxyForm = FormContext[ProxyDraft]


def _facts(form: Filling) -> dict[str, Value]:
    """Return what has been given so far, and examples of dates."""
    draft, t = form.draft, form.t
    return {
        "voter": draft.voter_name,
        "holder": draft.holder_name,
        "issuer": draft.issuer or "",
        "number": draft.number or "",
        "issued": _said(draft.issued, t),
        "expires": _said(draft.expires, t),
        "scope": draft.scope or "",
        "today": f"{form.today:%d.%m.%Y}",
        "later": f"{form.today + timedelta(days=30):%d.%m.%Y}",
    }


def _said(day: date | None, t: Texts) -> str:
    return "" if day is None else t.date(day)


def _end(day: date, form: Filling) -> datetime:
    """Return the moment (UTC) at which a paper runs out that holds through a day."""
    return end_of_day(day, form.zone)


# --- whose ballot, and who casts it -----------------------------------------------------------


async def givers(form: Filling, electorates: Electorates, member: Member) -> list[Option]:
    """List who can hand their ballot over."""
    found = await electorates.givers(member.id, PollId(form.concerned))
    return [Option(f"{one.id}", one.name) for one in found if is_called(one.name, form)]


async def holders(form: Filling, proxies: Proxies, member: Member) -> list[Option]:
    """List who could cast it, of those who are called as was typed."""
    text = search_of(form)
    if not text:
        return []
    poll = PollId(form.concerned)
    found = await proxies.holders(member.id, poll, given(form.draft.voter), text)
    return [
        Option(f"{one.id}", " · ".join(filter(None, [one.name, one.organisation_name])))
        for one in found
    ]


@dataclass(eq=False)
class PersonField(Searched):
    """Somebody from a list, kept with the name."""

    async def question(self, form: Filling) -> str:
        """Say what is known so far."""
        return form.words(self.key, **_facts(form))

    def stored(self, one: Option) -> Any:
        """Return the id and the name."""
        return int(one.id), one.words

    async def take(self, form: Filling, value: Any) -> None:
        """Take both; who could cast the ballot depends on whose it is."""
        number, name = value
        if self.name == "voter":
            form.draft.holder, form.draft.holder_name = None, ""
        setattr(form.draft, f"{self.name}_name", name)
        await super().take(form, number)

    def expected(self, form: Filling) -> str:
        """Ask for a name."""
        return Field.expected(self, form)


# --- the paper --------------------------------------------------------------------------------


@dataclass(eq=False)
class Quoted(Text):
    """A text of the paper."""

    async def words(self, form: Filling) -> str:
        """Say what is known so far."""
        return form.words(self.key, **_facts(form))


@dataclass(eq=False)
class Issuer(Quoted):
    """Who signed the paper: the leader of today, or who led when it was issued."""

    async def rows(self, form: Filling) -> list[Row]:
        """Offer the leader, or the member of the council."""
        known: str = await form.call(_known_issuer)
        return [[form.button(known, "known")]] if known else []

    async def tap(self, form: Filling, key: str, value: str) -> None:
        """Take a person who is offered."""
        known: str = await form.call(_known_issuer)
        if key == "known" and known:
            await self.take(form, known)
        await super().tap(form, key, value)


async def _known_issuer(form: Filling, proxies: Proxies, member: Member) -> str:
    return await proxies.issuer(member.id, PollId(form.concerned), given(form.draft.voter))


@dataclass(eq=False)
class Day(Quoted):
    """A day of the paper, typed without a time."""

    day: Callable[[str, date], tuple[date, time | None]] = read_start

    async def typed(self, form: Filling, message: Message) -> bool:
        """Take a day."""
        if message.text is None:
            return False
        day, at = self.day(message.text, form.today)
        if at is not None:
            raise MomentUnreadable
        if self.name == "expires" and _end(day, form) <= form.now:
            raise ProxyExpired(_end(day, form) - timedelta(microseconds=1))
        await self.take(form, day)
        return True


# --- whether it is right ----------------------------------------------------------------------


async def _preview(form: ProxyForm) -> View:
    register = form.button(form.label("yes"), "submit", style="success")
    back = form.goes(form.t.plain("button-back"), "scope")
    return View(form.words("confirm", **_facts(form)), [[register], [back, leave_button(form)]])


async def _register(form: ProxyForm, proxies: Proxies) -> Ending:
    draft = form.draft
    await proxies.register(
        form.member.id,
        PollId(form.concerned),
        given(draft.voter),
        given(draft.holder),
        given(draft.number),
        given(draft.issued),
        _end(given(draft.expires), form),
        given(draft.scope),
        given(draft.issuer),
    )
    return at_board(form, form.words("registered"))


PROXY = Form(
    name="poll-proxy",
    draft=ProxyDraft,
    texts="poll-proxy",
    fields=(
        PersonField("voter", givers, keep=False),
        PersonField("holder", holders, keep=False),
        Issuer("issuer", checked_quotable, keep=False),
        Quoted("number", checked_quotable, keep=False),
        Day("issued", day=read_past, keep=False),
        Day("expires", day=read_end, keep=False),
        Quoted("scope", checked_quotable, keep=False),
    ),
    preview=_preview,
    submit=_register,
    discard=unchanged,
)

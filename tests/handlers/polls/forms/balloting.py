"""A chair's way through the wizard for polls, and what a test reads of it."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot.domain.people.members import MemberId
from bot.domain.polls.plans import Mode
from bot.domain.polls.polls import Poll, PollId
from bot.domain.polls.voters import VoterId
from sandbox.chats import Message
from sandbox.people import Person
from tests.alliance import Alliance
from tests.databases import query

MARIA = MemberId(1)  # the chair
MOTION, ADMISSION, ELECTION = "Вопрос", "Приём в альянс", "Выборы в совет"


async def begins(maria: Person, preset: str = MOTION) -> Message:
    """Open the wizard and choose what kind of vote it is."""
    await maria.taps("Новое голосование")
    await maria.sees("Что выносим на голосование?")
    await maria.taps(preset)
    return await maria.sees("О чём голосуем?")


async def drafts(maria: Person, question: str = "Утвердить смету <2027>?") -> Message:
    """Draft a motion that ends as usual; leave it at the preview."""
    await begins(maria)
    await maria.says(question)
    await is_ordinary(maria)
    await maria.sees("До какого времени голосуем?")
    await maria.taps("Как обычно")
    return await maria.sees("Так это увидят голосующие")


async def is_ordinary(maria: Person) -> None:
    """Say that the question is not for the general meeting alone."""
    await maria.sees("Может ли этот вопрос решать только общее собрание?")
    await maria.taps("Нет, это обычный вопрос")


async def opens(maria: Person) -> Message:
    """Open what is drafted, from the preview, and say yes once more."""
    await maria.taps("Открыть голосование")
    await maria.sees("Открыть голосование?")
    await maria.taps("Да, открыть")
    return await maria.sees("Голосование открыто")


async def setting(maria: Person, option: str) -> Message:
    """Open an option's step, from the preview or the list of options."""
    newest = maria.chat()[-1]
    if "Так это увидят" in newest.get("text", ""):
        await maria.taps("Ещё настройки")
        await maria.sees("Ещё настройки")
    await maria.taps(option)
    return maria.chat()[-1]


async def polls(alliance: Alliance) -> list[Poll]:
    """Return every poll that the database holds, the oldest first."""
    sql = "SELECT id FROM polls ORDER BY id"
    ids = await query(alliance.database, sql)
    return [await stored(alliance, PollId(row[0])) for row in ids]


async def stored(alliance: Alliance, poll: PollId) -> Poll:
    """Return a poll as the database holds it."""
    found = await alliance.database.read(lambda tx: tx.polls.get(poll))
    assert found is not None
    return found


async def opened(alliance: Alliance, **changes: Any) -> PollId:
    """Have the chair open a motion by the alliance's own preset, without the wizard.

    It is put to a meeting in which the council takes part from afar: that can be closed early.
    """
    presets = await alliance.services.polls.presets(MARIA)
    plan = next(one for one in presets if one.name == "motion").plan("Смета", alliance.clock.now())
    closes_at = alliance.clock.now() + timedelta(hours=12)
    rules = replace(plan.rules, remote="Устав, п. 5.8")
    plan = replace(plan, rules=rules, mode=Mode.REMOTE, closes_at=closes_at)
    return await alliance.services.polls.open(MARIA, replace(plan, **changes))


async def votes(alliance: Alliance, poll: PollId, text: str, *members: int) -> None:
    """Have members of the council cast their ballots without the bot."""
    for member in members:
        who = MemberId(member)
        await alliance.services.ballots.cast(who, poll, VoterId(member), text)

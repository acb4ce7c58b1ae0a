"""Prompts: what the bot has asked somebody to type."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.people.members import Member, MemberId, TelegramId
from bot.ports import Transaction
from bot.services.drafts import draft_prefix
from bot.services.transactions import Service, reading, repeatable

PATIENCE = timedelta(hours=1)
"""How long a question stays open."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """A question of a kind about an event, a poll and so on (by id); `about` holds further data."""

    kind: str
    subject: int
    about: str = ""


class Prompts(Service):
    """One open question for each person: the newest."""

    @repeatable
    def ask(self, tx: Transaction, telegram_id: TelegramId, prompt: Prompt) -> None:
        """Expect an answer in what this person types next."""
        ask_prompt(tx, telegram_id, prompt, self._clock.now())

    @reading
    def asked(self, tx: Transaction, telegram_id: TelegramId) -> Prompt | None:
        """Return the open question to this person, if it is recent enough."""
        return self._open(tx, telegram_id)

    def _open(self, tx: Transaction, telegram_id: TelegramId) -> Prompt | None:
        kept = tx.drafts.data(_key(telegram_id))
        if not kept or kept["until"] < self._clock.now().timestamp():
            return None
        return Prompt(kept["kind"], kept.get("subject", kept.get("event", 0)), kept["about"])

    @reading
    def who_speaks(
        self, tx: Transaction, telegram_id: TelegramId
    ) -> tuple[Member | None, Prompt | None]:
        """Return the person of an account, and their open question, in one transaction."""
        return tx.members.by_telegram(telegram_id), self._open(tx, telegram_id)

    @repeatable
    def forget(self, tx: Transaction, telegram_id: TelegramId) -> None:
        """Close the open question: it was answered, or the person turned to something else."""
        forget_prompt(tx, telegram_id)


def ask_prompt(tx: Transaction, telegram_id: TelegramId, prompt: Prompt, now: datetime) -> None:
    """Expect an answer in what this person types next."""
    kept = {
        "kind": prompt.kind,
        "subject": prompt.subject,
        "about": prompt.about,
        "until": (now + PATIENCE).timestamp(),
    }
    tx.drafts.save_data(_key(telegram_id), kept, now)


def end_prompt(tx: Transaction, person: MemberId) -> None:
    """Close the question: this transaction does what it was about."""
    member = tx.members.get(person)
    if member is not None and member.telegram_id is not None:
        forget_prompt(tx, member.telegram_id)


def forget_prompt(tx: Transaction, telegram_id: TelegramId) -> None:
    """Close the open question of this person."""
    tx.drafts.forget(_key(telegram_id))


def close_prompt(tx: Transaction, telegram_id: TelegramId, kind: str) -> None:
    """Close the open question if it is of this kind."""
    if tx.drafts.data(_key(telegram_id)).get("kind") == kind:
        tx.drafts.forget(_key(telegram_id))


def _key(telegram_id: TelegramId) -> str:
    return f"{draft_prefix(telegram_id)}prompt"

"""What the bot has asked somebody to type, until they do."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.people.members import Member, MemberId, TelegramId
from bot.ports import Transaction
from bot.services.drafts import draft_prefix
from bot.services.transactions import Service, reading, repeatable

PATIENCE = timedelta(hours=1)
"""After so long nobody remembers what was asked."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """A question of this kind about an event, a poll …, by its id, and what else it is `about`."""

    kind: str
    subject: int
    about: str = ""


class Prompts(Service):
    """One open question a person: the newest."""

    @repeatable
    def ask(self, tx: Transaction, telegram_id: TelegramId, prompt: Prompt) -> None:
        """Wait for what this person types next."""
        ask_prompt(tx, telegram_id, prompt, self._clock.now())

    @reading
    def asked(self, tx: Transaction, telegram_id: TelegramId) -> Prompt | None:
        """Return what this person was asked, if it is not too long ago."""
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
        """Return the person of an account, and what they were asked: all a tap has to know."""
        return tx.members.by_telegram(telegram_id), self._open(tx, telegram_id)

    @repeatable
    def forget(self, tx: Transaction, telegram_id: TelegramId) -> None:
        """Wait no more: it was typed, or the person turned to something else."""
        forget_prompt(tx, telegram_id)


def ask_prompt(tx: Transaction, telegram_id: TelegramId, prompt: Prompt, now: datetime) -> None:
    """Wait for what this person types next."""
    kept = {
        "kind": prompt.kind,
        "subject": prompt.subject,
        "about": prompt.about,
        "until": (now + PATIENCE).timestamp(),
    }
    tx.drafts.save_data(_key(telegram_id), kept, now)


def end_prompt(tx: Transaction, person: MemberId) -> None:
    """Wait no more: this transaction does what the person was asked about."""
    member = tx.members.get(person)
    if member is not None and member.telegram_id is not None:
        forget_prompt(tx, member.telegram_id)


def forget_prompt(tx: Transaction, telegram_id: TelegramId) -> None:
    """Close the open question of this person."""
    tx.drafts.forget(_key(telegram_id))


def close_prompt(tx: Transaction, telegram_id: TelegramId, kind: str) -> None:
    """Close an open question of this kind; any other stays open."""
    if tx.drafts.data(_key(telegram_id)).get("kind") == kind:
        tx.drafts.forget(_key(telegram_id))


def _key(telegram_id: TelegramId) -> str:
    return f"{draft_prefix(telegram_id)}prompt"

"""What the rules need from the world: storage, a sender, a clock."""

from bot.ports.clocks import Clock
from bot.ports.delivery import (
    AnswerLost,
    ChatUnreachable,
    Interrupted,
    LetterRejected,
    MessageGone,
    Sender,
    SlowDown,
    Undelivered,
)
from bot.ports.events import Card, Cards, Doors, Events, Reminders, Rsvps, Substitutions, View
from bot.ports.outbox import Audit, Drafts, MailingProgress, Mailings, Outbox
from bot.ports.people import Invitations, Members, Organisations, Reachability
from bot.ports.storage import Storage, StorageUnavailable, Transaction

__all__ = [
    "AnswerLost",
    "Audit",
    "Card",
    "Cards",
    "ChatUnreachable",
    "Clock",
    "Doors",
    "Drafts",
    "Events",
    "Interrupted",
    "Invitations",
    "LetterRejected",
    "MailingProgress",
    "Mailings",
    "Members",
    "MessageGone",
    "Organisations",
    "Outbox",
    "Reachability",
    "Reminders",
    "Rsvps",
    "Sender",
    "SlowDown",
    "Storage",
    "StorageUnavailable",
    "Substitutions",
    "Transaction",
    "Undelivered",
    "View",
]

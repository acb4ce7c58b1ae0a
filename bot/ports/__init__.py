"""Interfaces of what the services need: storage, a sender, a clock."""

from bot.ports.backups import BackupShelf
from bot.ports.delivery import (
    AnswerLost,
    ChatMoved,
    ChatUnreachable,
    Interrupted,
    LetterRejected,
    MessageGone,
    NotConnected,
    Sender,
    SlowDown,
    Undelivered,
)
from bot.ports.storage import Clock, Storage, StorageUnavailable, Transaction

__all__ = [
    "AnswerLost",
    "BackupShelf",
    "ChatMoved",
    "ChatUnreachable",
    "Clock",
    "Interrupted",
    "LetterRejected",
    "MessageGone",
    "NotConnected",
    "Sender",
    "SlowDown",
    "Storage",
    "StorageUnavailable",
    "Transaction",
    "Undelivered",
]

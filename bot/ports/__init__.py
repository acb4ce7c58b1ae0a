"""What the rules need from the world: storage, a sender, a clock."""

from bot.ports.announcements import (
    Announcements,
    Copies,
    NewAnnouncement,
    Subscriptions,
    Templates,
)
from bot.ports.applications import Applications
from bot.ports.clocks import Clock
from bot.ports.delivery import (
    AnswerLost,
    ChatUnreachable,
    Interrupted,
    LetterRejected,
    MessageGone,
    NotConnected,
    Sender,
    SlowDown,
    Undelivered,
)
from bot.ports.dues import Dues
from bot.ports.events import Doors, Events, Rsvps, Substitutions, View
from bot.ports.failures import Failures
from bot.ports.minutes import IssuedFiles, Minutes
from bot.ports.outbox import Audit, Drafts, MailingProgress, Mailings, Outbox
from bot.ports.people import (
    Invitations,
    Members,
    Organisations,
    Reachability,
    Rebindings,
    Tombstones,
)
from bot.ports.polls import (
    Ballots,
    Declared,
    Electorates,
    Entries,
    Outcomes,
    Polls,
    PollView,
    Proxies,
)
from bot.ports.shown import Shown, ShownKind, ShownMessages
from bot.ports.storage import Storage, StorageUnavailable, Transaction
from bot.ports.straw_polls import StrawPolls

__all__ = [
    "Announcements",
    "AnswerLost",
    "Applications",
    "Audit",
    "Ballots",
    "ChatUnreachable",
    "Clock",
    "Copies",
    "Declared",
    "Doors",
    "Drafts",
    "Dues",
    "Electorates",
    "Entries",
    "Events",
    "Failures",
    "Interrupted",
    "Invitations",
    "IssuedFiles",
    "LetterRejected",
    "MailingProgress",
    "Mailings",
    "Members",
    "MessageGone",
    "Minutes",
    "NewAnnouncement",
    "NotConnected",
    "Organisations",
    "Outbox",
    "Outcomes",
    "PollView",
    "Polls",
    "Proxies",
    "Reachability",
    "Rebindings",
    "Rsvps",
    "Sender",
    "Shown",
    "ShownKind",
    "ShownMessages",
    "SlowDown",
    "Storage",
    "StorageUnavailable",
    "StrawPolls",
    "Subscriptions",
    "Substitutions",
    "Templates",
    "Tombstones",
    "Transaction",
    "Undelivered",
    "View",
]

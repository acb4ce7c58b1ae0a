"""What the rules need from the world: storage, a sender, a clock."""

from bot.ports.announcements import (
    AnnouncementStore,
    CopyStore,
    NewAnnouncement,
    SubscriptionStore,
    TemplateStore,
)
from bot.ports.applications import ApplicationStore
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
from bot.ports.dues import DueStore
from bot.ports.events import DoorStore, EventStore, RsvpStore, SubstitutionStore, View
from bot.ports.failures import FailureStore
from bot.ports.minutes import IssuedFiles, MinutesStore
from bot.ports.outbox import AuditStore, DraftStore, MailingProgress, MailingStore, OutboxStore
from bot.ports.people import (
    InvitationStore,
    MemberStore,
    OrganisationStore,
    ReachabilityStore,
    RebindingStore,
    TombstoneStore,
)
from bot.ports.polls import (
    BallotStore,
    Declared,
    ElectorateStore,
    EntryStore,
    OutcomeStore,
    PollStore,
    PollView,
    ProxyStore,
)
from bot.ports.shown import Shown, ShownKind, ShownMessageStore
from bot.ports.storage import Storage, StorageUnavailable, Transaction
from bot.ports.straw_polls import StrawPollStore

__all__ = [
    "AnnouncementStore",
    "AnswerLost",
    "ApplicationStore",
    "AuditStore",
    "BallotStore",
    "ChatUnreachable",
    "Clock",
    "CopyStore",
    "Declared",
    "DoorStore",
    "DraftStore",
    "DueStore",
    "ElectorateStore",
    "EntryStore",
    "EventStore",
    "FailureStore",
    "Interrupted",
    "InvitationStore",
    "IssuedFiles",
    "LetterRejected",
    "MailingProgress",
    "MailingStore",
    "MemberStore",
    "MessageGone",
    "MinutesStore",
    "NewAnnouncement",
    "NotConnected",
    "OrganisationStore",
    "OutboxStore",
    "OutcomeStore",
    "PollStore",
    "PollView",
    "ProxyStore",
    "ReachabilityStore",
    "RebindingStore",
    "RsvpStore",
    "Sender",
    "Shown",
    "ShownKind",
    "ShownMessageStore",
    "SlowDown",
    "Storage",
    "StorageUnavailable",
    "StrawPollStore",
    "SubscriptionStore",
    "SubstitutionStore",
    "TemplateStore",
    "TombstoneStore",
    "Transaction",
    "Undelivered",
    "View",
]

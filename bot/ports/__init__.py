"""What the rules need from the world: storage, a sender, a clock."""

from bot.ports.announcements import AnnouncementStore, CopyStore, SubscriptionStore, TemplateStore
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
from bot.ports.events import DoorStore, EventStore, RsvpStore, SubstitutionStore
from bot.ports.failures import FailureStore
from bot.ports.minutes import MinutesStore
from bot.ports.outbox import AuditStore, DraftStore, MailingStore, OutboxStore
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
    ElectorateStore,
    EntryStore,
    OutcomeStore,
    PollStore,
    ProxyStore,
)
from bot.ports.shown import ShownMessageStore
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
    "DoorStore",
    "DraftStore",
    "DueStore",
    "ElectorateStore",
    "EntryStore",
    "EventStore",
    "FailureStore",
    "Interrupted",
    "InvitationStore",
    "LetterRejected",
    "MailingStore",
    "MemberStore",
    "MessageGone",
    "MinutesStore",
    "NotConnected",
    "OrganisationStore",
    "OutboxStore",
    "OutcomeStore",
    "PollStore",
    "ProxyStore",
    "ReachabilityStore",
    "RebindingStore",
    "RsvpStore",
    "Sender",
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
]

"""Transactions, the storage that runs them, and the clock."""

from collections.abc import Callable
from datetime import datetime
from typing import Protocol, TypeVar

from bot.ports.administration import AskedBackupStore, SettingStore
from bot.ports.announcements import AnnouncementStore, CopyStore, SubscriptionStore, TemplateStore
from bot.ports.applications import ApplicationStore
from bot.ports.directory import DirectoryLetterStore, DirectoryStore
from bot.ports.dues import DueStore, FailureStore
from bot.ports.events import DoorStore, EventStore, RsvpStore, SubstitutionStore
from bot.ports.exchange import ExchangePostStore, ExchangeReaderStore, ExchangeResponseStore
from bot.ports.health import HealthStore
from bot.ports.meetings import (
    MeetingAttendanceStore,
    MeetingCodeStore,
    MeetingProposalStore,
    MeetingStore,
)
from bot.ports.minutes import MinutesStore
from bot.ports.outbox import (
    AuditStore,
    DraftStore,
    HandledUpdateStore,
    MailingStore,
    OutboxStore,
    ShownMessageStore,
)
from bot.ports.people import (
    ConsentStore,
    GroupStore,
    HandoverStore,
    InvitationStore,
    MemberStore,
    OrganisationStore,
    PlannedRoleStore,
    ReachabilityStore,
    RebindingStore,
    RetentionStore,
    TombstoneStore,
)
from bot.ports.polls import (
    BallotStore,
    ElectorateStore,
    EntryStore,
    OutcomeStore,
    PollStore,
    PresenceStore,
    ProxyStore,
    SecretBallotStore,
)
from bot.ports.rooms import BookingStore, HouseScreenStore, ResourceStore, RoomNewsStore
from bot.ports.straw_polls import StrawPollStore

R = TypeVar("R")


class StorageUnavailable(Exception):  # noqa: N818  a fact about the world, named as one
    """The disk is full, read-only or broken: nothing of the transaction was written."""


class Transaction(Protocol):
    """Access to all stores within one transaction."""

    @property
    def members(self) -> MemberStore: ...
    @property
    def organisations(self) -> OrganisationStore: ...
    @property
    def group(self) -> GroupStore: ...
    @property
    def handovers(self) -> HandoverStore: ...
    @property
    def invitations(self) -> InvitationStore: ...
    @property
    def rebindings(self) -> RebindingStore: ...
    @property
    def planned_roles(self) -> PlannedRoleStore: ...
    @property
    def consents(self) -> ConsentStore: ...
    @property
    def retention(self) -> RetentionStore: ...
    @property
    def tombstones(self) -> TombstoneStore: ...
    @property
    def applications(self) -> ApplicationStore: ...
    @property
    def events(self) -> EventStore: ...
    @property
    def rsvps(self) -> RsvpStore: ...
    @property
    def substitutions(self) -> SubstitutionStore: ...
    @property
    def straw_polls(self) -> StrawPollStore: ...
    @property
    def doors(self) -> DoorStore: ...
    @property
    def reachability(self) -> ReachabilityStore: ...
    @property
    def announcements(self) -> AnnouncementStore: ...
    @property
    def copies(self) -> CopyStore: ...
    @property
    def templates(self) -> TemplateStore: ...
    @property
    def subscriptions(self) -> SubscriptionStore: ...
    @property
    def polls(self) -> PollStore: ...
    @property
    def electorates(self) -> ElectorateStore: ...
    @property
    def presences(self) -> PresenceStore: ...
    @property
    def outcomes(self) -> OutcomeStore: ...
    @property
    def ballots(self) -> BallotStore: ...
    @property
    def secret_ballots(self) -> SecretBallotStore: ...
    @property
    def proxies(self) -> ProxyStore: ...
    @property
    def entries(self) -> EntryStore: ...
    @property
    def minutes(self) -> MinutesStore: ...
    @property
    def directory(self) -> DirectoryStore: ...
    @property
    def directory_letters(self) -> DirectoryLetterStore: ...
    @property
    def exchange_posts(self) -> ExchangePostStore: ...
    @property
    def exchange_responses(self) -> ExchangeResponseStore: ...
    @property
    def exchange_readers(self) -> ExchangeReaderStore: ...
    @property
    def meetings(self) -> MeetingStore: ...
    @property
    def meeting_codes(self) -> MeetingCodeStore: ...
    @property
    def meeting_attendance(self) -> MeetingAttendanceStore: ...
    @property
    def meeting_proposals(self) -> MeetingProposalStore: ...
    @property
    def resources(self) -> ResourceStore: ...
    @property
    def bookings(self) -> BookingStore: ...
    @property
    def room_news(self) -> RoomNewsStore: ...
    @property
    def house_screens(self) -> HouseScreenStore: ...
    @property
    def shown(self) -> ShownMessageStore: ...
    @property
    def dues(self) -> DueStore: ...
    @property
    def outbox(self) -> OutboxStore: ...
    @property
    def mailings(self) -> MailingStore: ...
    @property
    def audit(self) -> AuditStore: ...
    @property
    def settings(self) -> SettingStore: ...
    @property
    def asked_backups(self) -> AskedBackupStore: ...
    @property
    def drafts(self) -> DraftStore: ...
    @property
    def failures(self) -> FailureStore: ...
    @property
    def health(self) -> HealthStore: ...
    @property
    def handled_updates(self) -> HandledUpdateStore: ...

    def may_pass(self, error: Exception) -> bool:
        """Tell whether an error is the disk's and may pass: what catches it raises it again."""


class Storage(Protocol):
    """Runs transactions: synchronous functions, each as a whole, on the storage's own thread."""

    async def write(self, work: Callable[[Transaction], R]) -> R:
        """Run `work` atomically and return once its writes are durable.

        Raises what `work` raises (then nothing is written), or `StorageUnavailable`.
        """

    async def read(self, work: Callable[[Transaction], R]) -> R:
        """Run `work` on a consistent snapshot without waiting for writers."""


class Clock(Protocol):
    """Tells the time; only the app uses the real clock."""

    def now(self) -> datetime:
        """Return the present time, aware, in UTC."""

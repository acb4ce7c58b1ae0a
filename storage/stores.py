"""All stores on one connection, for a transaction."""

import sqlite3
from typing import TYPE_CHECKING, get_type_hints

from storage.administration.backups import SqliteAskedBackupStore
from storage.administration.settings import SqliteSettingStore
from storage.announcements.announcements import SqliteAnnouncementStore
from storage.announcements.copies import SqliteCopyStore
from storage.announcements.mailings import SqliteMailingStore
from storage.announcements.subscriptions import SqliteSubscriptionStore
from storage.announcements.templates import SqliteTemplateStore
from storage.applications.applications import SqliteApplicationStore
from storage.directory.cards import SqliteDirectoryStore
from storage.directory.letters import SqliteDirectoryLetterStore
from storage.drafts import SqliteDraftStore
from storage.dues import SqliteDueStore
from storage.engine.store import Store
from storage.engine.troubles import may_pass
from storage.events.doors import SqliteDoorStore
from storage.events.events import SqliteEventStore
from storage.events.rsvps import SqliteRsvpStore
from storage.events.substitutions import SqliteSubstitutionStore
from storage.exchange.posts import SqliteExchangePostStore
from storage.exchange.readers import SqliteExchangeReaderStore
from storage.exchange.responses import SqliteExchangeResponseStore
from storage.failures import SqliteFailureStore
from storage.handled_updates import SqliteHandledUpdateStore
from storage.health import SqliteHealthStore
from storage.meetings.codes import (
    SqliteMeetingAttendanceStore,
    SqliteMeetingCodeStore,
    SqliteMeetingProposalStore,
)
from storage.meetings.meetings import SqliteMeetingStore
from storage.minutes.minutes import SqliteMinutesStore
from storage.outbox import SqliteOutboxStore
from storage.people.audit import SqliteAuditStore
from storage.people.consents import SqliteConsentStore
from storage.people.group import SqliteGroupStore
from storage.people.handovers import SqliteHandoverStore
from storage.people.invitations import SqliteInvitationStore
from storage.people.members import SqliteMemberStore
from storage.people.organisations import SqliteOrganisationStore
from storage.people.planned_roles import SqlitePlannedRoleStore
from storage.people.reachability import SqliteReachabilityStore
from storage.people.rebindings import SqliteRebindingStore
from storage.people.retention import SqliteRetentionStore
from storage.people.tombstones import SqliteTombstoneStore
from storage.polls.ballots import SqliteBallotStore
from storage.polls.electorates import SqliteElectorateStore
from storage.polls.entries import SqliteEntryStore
from storage.polls.outcomes import SqliteOutcomeStore
from storage.polls.polls import SqlitePollStore
from storage.polls.presences import SqlitePresenceStore
from storage.polls.proxies import SqliteProxyStore
from storage.polls.secret_ballots import SqliteSecretBallotStore
from storage.polls.straw_polls import SqliteStrawPollStore
from storage.rooms.bookings import SqliteBookingStore
from storage.rooms.news import SqliteRoomNewsStore
from storage.rooms.resources import SqliteResourceStore
from storage.rooms.screens import SqliteHouseScreenStore
from storage.shown import SqliteShownMessageStore


class Stores:
    """Implements `bot.ports.Transaction`; used for one group of transactions.

    Each annotation is a store: its class gets the connection when the store is first used.
    """

    members: SqliteMemberStore
    organisations: SqliteOrganisationStore
    group: SqliteGroupStore
    handovers: SqliteHandoverStore
    invitations: SqliteInvitationStore
    rebindings: SqliteRebindingStore
    planned_roles: SqlitePlannedRoleStore
    consents: SqliteConsentStore
    retention: SqliteRetentionStore
    tombstones: SqliteTombstoneStore
    applications: SqliteApplicationStore
    events: SqliteEventStore
    rsvps: SqliteRsvpStore
    straw_polls: SqliteStrawPollStore
    substitutions: SqliteSubstitutionStore
    doors: SqliteDoorStore
    reachability: SqliteReachabilityStore
    announcements: SqliteAnnouncementStore
    copies: SqliteCopyStore
    templates: SqliteTemplateStore
    subscriptions: SqliteSubscriptionStore
    polls: SqlitePollStore
    electorates: SqliteElectorateStore
    presences: SqlitePresenceStore
    outcomes: SqliteOutcomeStore
    ballots: SqliteBallotStore
    secret_ballots: SqliteSecretBallotStore
    proxies: SqliteProxyStore
    entries: SqliteEntryStore
    minutes: SqliteMinutesStore
    directory: SqliteDirectoryStore
    directory_letters: SqliteDirectoryLetterStore
    exchange_posts: SqliteExchangePostStore
    exchange_responses: SqliteExchangeResponseStore
    exchange_readers: SqliteExchangeReaderStore
    meetings: SqliteMeetingStore
    meeting_codes: SqliteMeetingCodeStore
    meeting_attendance: SqliteMeetingAttendanceStore
    meeting_proposals: SqliteMeetingProposalStore
    resources: SqliteResourceStore
    bookings: SqliteBookingStore
    room_news: SqliteRoomNewsStore
    house_screens: SqliteHouseScreenStore
    shown: SqliteShownMessageStore
    dues: SqliteDueStore
    outbox: SqliteOutboxStore
    mailings: SqliteMailingStore
    audit: SqliteAuditStore
    settings: SqliteSettingStore
    asked_backups: SqliteAskedBackupStore
    drafts: SqliteDraftStore
    failures: SqliteFailureStore
    health: SqliteHealthStore
    handled_updates: SqliteHandledUpdateStore

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def may_pass(self, error: Exception) -> bool:
        """Tell whether the disk or the file raised an error that another attempt may not meet."""
        return may_pass(error)

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Store:
            """Make a store at its first use: a transaction needs a few of them."""
            if name not in STORES:
                raise AttributeError(name)
            store = STORES[name](self._db)
            setattr(self, name, store)
            return store


STORES = get_type_hints(Stores)

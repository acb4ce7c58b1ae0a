"""All stores on one connection, for a transaction."""

import sqlite3

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
from storage.events.doors import SqliteDoorStore
from storage.events.events import SqliteEventStore
from storage.events.rsvps import SqliteRsvpStore
from storage.events.substitutions import SqliteSubstitutionStore
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
from storage.shown import SqliteShownMessageStore


class Stores:
    """Implements `bot.ports.Transaction`; used for one group of transactions."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.members = SqliteMemberStore(db)
        self.organisations = SqliteOrganisationStore(db)
        self.group = SqliteGroupStore(db)
        self.handovers = SqliteHandoverStore(db)
        self.invitations = SqliteInvitationStore(db)
        self.rebindings = SqliteRebindingStore(db)
        self.planned_roles = SqlitePlannedRoleStore(db)
        self.consents = SqliteConsentStore(db)
        self.retention = SqliteRetentionStore(db)
        self.tombstones = SqliteTombstoneStore(db)
        self.applications = SqliteApplicationStore(db)
        self.events = SqliteEventStore(db)
        self.rsvps = SqliteRsvpStore(db)
        self.straw_polls = SqliteStrawPollStore(db)
        self.substitutions = SqliteSubstitutionStore(db)
        self.doors = SqliteDoorStore(db)
        self.reachability = SqliteReachabilityStore(db)
        self.announcements = SqliteAnnouncementStore(db)
        self.copies = SqliteCopyStore(db)
        self.templates = SqliteTemplateStore(db)
        self.subscriptions = SqliteSubscriptionStore(db)
        self.polls = SqlitePollStore(db)
        self.electorates = SqliteElectorateStore(db)
        self.presences = SqlitePresenceStore(db)
        self.outcomes = SqliteOutcomeStore(db)
        self.ballots = SqliteBallotStore(db)
        self.secret_ballots = SqliteSecretBallotStore(db)
        self.proxies = SqliteProxyStore(db)
        self.entries = SqliteEntryStore(db)
        self.minutes = SqliteMinutesStore(db)
        self.directory = SqliteDirectoryStore(db)
        self.directory_letters = SqliteDirectoryLetterStore(db)
        self.meetings = SqliteMeetingStore(db)
        self.meeting_codes = SqliteMeetingCodeStore(db)
        self.meeting_attendance = SqliteMeetingAttendanceStore(db)
        self.meeting_proposals = SqliteMeetingProposalStore(db)
        self.shown = SqliteShownMessageStore(db)
        self.dues = SqliteDueStore(db)
        self.outbox = SqliteOutboxStore(db)
        self.mailings = SqliteMailingStore(db)
        self.audit = SqliteAuditStore(db)
        self.settings = SqliteSettingStore(db)
        self.asked_backups = SqliteAskedBackupStore(db)
        self.drafts = SqliteDraftStore(db)
        self.failures = SqliteFailureStore(db)
        self.health = SqliteHealthStore(db)
        self.handled_updates = SqliteHandledUpdateStore(db)

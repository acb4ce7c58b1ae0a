"""All stores over one connection: what a transaction sees."""

import sqlite3

from storage.announcements.announcements import Announcements
from storage.announcements.copies import Copies
from storage.announcements.mailings import Mailings
from storage.announcements.subscriptions import Subscriptions
from storage.announcements.templates import Templates
from storage.applications.applications import Applications
from storage.drafts import Drafts
from storage.dues import Dues
from storage.events.doors import Doors
from storage.events.events import Events
from storage.events.rsvps import Rsvps
from storage.events.substitutions import Substitutions
from storage.failures import Failures
from storage.handled_updates import HandledUpdates
from storage.minutes.minutes import Minutes
from storage.outbox import Outbox
from storage.people.audit import Audit
from storage.people.invitations import Invitations
from storage.people.members import Members
from storage.people.organisations import Organisations
from storage.people.reachability import Reachability
from storage.people.rebindings import Rebindings
from storage.people.tombstones import Tombstones
from storage.polls.ballots import Ballots
from storage.polls.electorates import Electorates
from storage.polls.entries import Entries
from storage.polls.outcomes import Outcomes
from storage.polls.polls import Polls
from storage.polls.proxies import Proxies
from storage.polls.straw_polls import StrawPolls
from storage.shown import ShownMessages


class Stores:
    """Fulfils `bot.ports.Transaction`; lives as long as one group of transactions."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.members = Members(db)
        self.organisations = Organisations(db)
        self.invitations = Invitations(db)
        self.rebindings = Rebindings(db)
        self.tombstones = Tombstones(db)
        self.applications = Applications(db)
        self.events = Events(db)
        self.rsvps = Rsvps(db)
        self.straw_polls = StrawPolls(db)
        self.substitutions = Substitutions(db)
        self.doors = Doors(db)
        self.reachability = Reachability(db)
        self.announcements = Announcements(db)
        self.copies = Copies(db)
        self.templates = Templates(db)
        self.subscriptions = Subscriptions(db)
        self.polls = Polls(db)
        self.electorates = Electorates(db)
        self.outcomes = Outcomes(db)
        self.ballots = Ballots(db)
        self.proxies = Proxies(db)
        self.entries = Entries(db)
        self.minutes = Minutes(db)
        self.shown = ShownMessages(db)
        self.dues = Dues(db)
        self.outbox = Outbox(db)
        self.mailings = Mailings(db)
        self.audit = Audit(db)
        self.drafts = Drafts(db)
        self.failures = Failures(db)
        self.handled_updates = HandledUpdates(db)

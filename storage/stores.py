"""All stores over one connection: what a transaction sees."""

import sqlite3

from storage.announcements import Announcements
from storage.applications import Applications
from storage.audit import Audit
from storage.ballots import Ballots
from storage.cards import Cards
from storage.copies import Copies
from storage.doors import Doors
from storage.drafts import Drafts
from storage.electorates import Electorates
from storage.entries import Entries
from storage.events import Events
from storage.failures import Failures
from storage.handled_updates import HandledUpdates
from storage.invitations import Invitations
from storage.mailings import Mailings
from storage.members import Members
from storage.minutes import Minutes
from storage.organisations import Organisations
from storage.outbox import Outbox
from storage.outcomes import Outcomes
from storage.poll_dues import PollDues
from storage.poll_messages import PollMessages
from storage.polls import Polls
from storage.proxies import Proxies
from storage.reachability import Reachability
from storage.rebindings import Rebindings
from storage.reminders import Reminders
from storage.rsvps import Rsvps
from storage.statement_times import StatementTimes
from storage.straw_polls import StrawPolls
from storage.subscriptions import Subscriptions
from storage.substitutions import Substitutions
from storage.templates import Templates
from storage.tombstones import Tombstones


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
        self.cards = Cards(db)
        self.straw_polls = StrawPolls(db)
        self.substitutions = Substitutions(db)
        self.doors = Doors(db)
        self.reachability = Reachability(db)
        self.announcements = Announcements(db)
        self.copies = Copies(db)
        self.templates = Templates(db)
        self.subscriptions = Subscriptions(db)
        self.reminders = Reminders(db)
        self.polls = Polls(db)
        self.electorates = Electorates(db)
        self.outcomes = Outcomes(db)
        self.ballots = Ballots(db)
        self.proxies = Proxies(db)
        self.entries = Entries(db)
        self.minutes = Minutes(db)
        self.poll_messages = PollMessages(db)
        self.poll_dues = PollDues(db)
        self.statement_times = StatementTimes(db)
        self.outbox = Outbox(db)
        self.mailings = Mailings(db)
        self.audit = Audit(db)
        self.drafts = Drafts(db)
        self.failures = Failures(db)
        self.handled_updates = HandledUpdates(db)

"""A transaction, and who runs it."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from bot.ports.announcements import Announcements, Copies, Subscriptions, Templates
from bot.ports.applications import Applications
from bot.ports.dues import Dues
from bot.ports.events import Doors, Events, Rsvps, Substitutions
from bot.ports.failures import Failures
from bot.ports.minutes import Minutes
from bot.ports.outbox import Audit, Drafts, HandledUpdates, Mailings, Outbox
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
    Electorates,
    Entries,
    Outcomes,
    Polls,
    Proxies,
)
from bot.ports.shown import ShownMessages
from bot.ports.straw_polls import StrawPolls

R = TypeVar("R")


class StorageUnavailable(Exception):  # noqa: N818  a fact about the world, named as one
    """The disk is full, read-only or broken: nothing of the transaction was written."""


class Transaction(Protocol):
    """One transaction's view of everything stored."""

    @property
    def members(self) -> Members: ...
    @property
    def organisations(self) -> Organisations: ...
    @property
    def invitations(self) -> Invitations: ...
    @property
    def rebindings(self) -> Rebindings: ...
    @property
    def tombstones(self) -> Tombstones: ...
    @property
    def applications(self) -> Applications: ...
    @property
    def events(self) -> Events: ...
    @property
    def rsvps(self) -> Rsvps: ...
    @property
    def substitutions(self) -> Substitutions: ...
    @property
    def straw_polls(self) -> StrawPolls: ...
    @property
    def doors(self) -> Doors: ...
    @property
    def reachability(self) -> Reachability: ...
    @property
    def announcements(self) -> Announcements: ...
    @property
    def copies(self) -> Copies: ...
    @property
    def templates(self) -> Templates: ...
    @property
    def subscriptions(self) -> Subscriptions: ...
    @property
    def polls(self) -> Polls: ...
    @property
    def electorates(self) -> Electorates: ...
    @property
    def outcomes(self) -> Outcomes: ...
    @property
    def ballots(self) -> Ballots: ...
    @property
    def proxies(self) -> Proxies: ...
    @property
    def entries(self) -> Entries: ...
    @property
    def minutes(self) -> Minutes: ...
    @property
    def shown(self) -> ShownMessages: ...
    @property
    def dues(self) -> Dues: ...
    @property
    def outbox(self) -> Outbox: ...
    @property
    def mailings(self) -> Mailings: ...
    @property
    def audit(self) -> Audit: ...
    @property
    def drafts(self) -> Drafts: ...
    @property
    def failures(self) -> Failures: ...
    @property
    def handled_updates(self) -> HandledUpdates: ...


class Storage(Protocol):
    """Runs transactions: plain functions, whole, on the storage's own thread."""

    async def write(self, work: Callable[[Transaction], R]) -> R:
        """Run `work` atomically and return once its writes are durable.

        Raises what `work` raises (then nothing is written), or `StorageUnavailable`.
        """

    async def read(self, work: Callable[[Transaction], R]) -> R:
        """Run `work` on a consistent snapshot without waiting for writers."""

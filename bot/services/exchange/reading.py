"""What people are sent of the exchange: a weekly digest, and a post that matches."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.directory.cards import checked_fields
from bot.domain.exchange.notices import DigestLetter, ExchangeDigestDue, MatchLetter, PostMatched
from bot.domain.exchange.posts import ExchangeDue, Post
from bot.domain.exchange.readers import (
    DIGEST_LIMIT,
    DIGEST_TIME,
    MATCH_PERIOD,
    SETTLING,
    ReaderSettings,
)
from bot.domain.notices import Notice
from bot.domain.people.members import MemberId, OrganisationId
from bot.domain.priorities import Priority
from bot.domain.searching.fields import FieldOfWork
from bot.ports import Clock, Storage, Transaction
from bot.services.access import require_insider
from bot.services.notices import Asked
from bot.services.rules import RulesSource
from bot.services.sweeping import each_due
from bot.services.transactions import RuledService, reading, transaction


def _digests(service: "ExchangeReading", tx: Transaction) -> Sequence[int]:
    return tx.exchange_readers.to_digest(service.digest_time())


def _matches(service: "ExchangeReading", tx: Transaction) -> Sequence[int]:
    return tx.exchange_readers.to_match(*service.match_time())


class ExchangeReading(RuledService):
    """Each person's own settings, and the sweeps that send what they want."""

    def __init__(
        self, storage: Storage, clock: Clock, rules: RulesSource, *, fields: Sequence[FieldOfWork]
    ) -> None:
        super().__init__(storage, clock, rules)
        self.fields = tuple(fields)

    def digest_time(self) -> datetime:
        """Return when the latest digest was due."""
        return DIGEST_TIME.last(self._clock.now(), self._rules.zone)

    def match_time(self) -> tuple[datetime, datetime]:
        """Return within which time posts are published of which organisations are told now."""
        now = self._clock.now()
        return now - MATCH_PERIOD, now - SETTLING

    # --- settings -----------------------------------------------------------------------------

    @reading
    def settings(self, tx: Transaction, actor: MemberId) -> ReaderSettings:
        """Return a person's settings."""
        return tx.exchange_readers.get(require_insider(tx, actor, self._rules).id)

    @transaction
    def choose_digest(self, tx: Transaction, actor: MemberId, *, wanted: bool) -> ReaderSettings:
        """Turn the digest on or off; the first one comes with the posts of the whole week."""
        member = require_insider(tx, actor, self._rules)
        if tx.exchange_readers.get(member.id).digest != wanted:
            since = self.digest_time() if wanted else None
            tx.exchange_readers.save_digest(member.id, since)
        return tx.exchange_readers.get(member.id)

    @transaction
    def choose_matches(self, tx: Transaction, actor: MemberId, *, wanted: bool) -> ReaderSettings:
        """Turn matching posts on or off."""
        member = require_insider(tx, actor, self._rules)
        tx.exchange_readers.save_matches(member.id, wanted=wanted)
        return tx.exchange_readers.get(member.id)

    @transaction
    def choose_field(
        self, tx: Transaction, actor: MemberId, field: str, *, wanted: bool
    ) -> ReaderSettings:
        """Add a field to those of the digest, or remove it; none at all means every field."""
        member = require_insider(tx, actor, self._rules)
        before = set(tx.exchange_readers.get(member.id).fields)
        after = before | {field} if wanted else before - {field}
        known = {one.name for one in self.fields}
        if wanted:
            checked_fields((field,), self.fields)
        tx.exchange_readers.save_fields(member.id, sorted(after & known))
        return tx.exchange_readers.get(member.id)

    # --- sweeps -------------------------------------------------------------------------------

    @each_due(ExchangeDue.DIGEST, _digests)
    def send_digest(self, tx: Transaction, member: int) -> int:
        """Send a person the posts of the week, if there are any; return how many people get it."""
        reader, now, until = MemberId(member), self._clock.now(), self.digest_time()
        since = tx.exchange_readers.digest_from(reader)
        if since is None or since >= until:
            return 0
        tx.exchange_readers.save_digest(reader, until)
        news = ExchangeDigestDue(since, until)
        person = tx.members.get(reader)
        if person is None or not person.has_joined or not _for_digest(tx, reader, news, now):
            return 0
        key = f"{news.kind}:{reader}:{until.timestamp():.0f}"
        tx.outbox.add([Notice(key, reader, news, Priority.REMINDER, now)], now)
        return 1

    @each_due(ExchangeDue.MATCH, _matches)
    def send_match(self, tx: Transaction, organisation: int) -> int:
        """Tell those who speak for an organisation of the post that suits it best.

        Return how many people are told.
        """
        house, now = OrganisationId(organisation), self._clock.now()
        since, until = self.match_time()
        if house not in tx.exchange_readers.to_match(since, until):
            return 0
        post = _best_match(tx, house, since, until, now)
        if post is None:
            return 0
        tx.exchange_readers.save_match(house, post.id, now)
        news = PostMatched(post.id)
        told = [one for one in sorted(tx.organisations.speakers(house) or ()) if _wants(tx, one)]
        key = f"{news.kind}:{post.id}:{house}"
        notices = [Notice(f"{key}:{one}", one, news, Priority.BROADCAST, now) for one in told]
        tx.outbox.add(notices, now)
        return len(told)


def _best_match(
    tx: Transaction, house: OrganisationId, since: datetime, until: datetime, now: datetime
) -> Post | None:
    """Return the listed post with most of an organisation's fields, the newest of equal ones."""
    fields, known = tx.exchange_readers.fields_of(house), tx.exchange_readers.matched(house)
    posts = [
        one
        for one in tx.exchange_posts.listed_between(since, until, now)
        if one.organisation != house and one.id not in known and fields & {*one.plan.fields}
    ]
    return max(posts, key=lambda one: len(fields & {*one.plan.fields}), default=None)


def _wants(tx: Transaction, member: MemberId) -> bool:
    person = tx.members.get(member)
    joined = person is not None and person.has_joined
    return joined and tx.exchange_readers.get(member).matches


def _for_digest(
    tx: Transaction, member: MemberId, news: ExchangeDigestDue, now: datetime
) -> list[Post]:
    """Return the posts of a digest: of the person's fields and for everybody, but not own ones."""
    wanted, person = tx.exchange_readers.get(member).fields, tx.members.get(member)
    own = None if person is None else person.organisation
    return [
        one
        for one in tx.exchange_posts.listed_between(news.since, news.until, now)
        if one.organisation != own
        and (not wanted or not one.plan.fields or {*wanted} & {*one.plan.fields})
    ]


def compose_digest(tx: Transaction, asked: Asked[ExchangeDigestDue]) -> DigestLetter | None:
    """Return the posts of a week that are still listed; None if there are none."""
    member = asked.member
    if member is None or member.guest or not tx.exchange_readers.get(member.id).digest:
        return None
    every = _for_digest(tx, member.id, asked.subject, asked.now)
    wanted = tx.exchange_readers.get(member.id).fields
    parts: dict[str, list[Post]] = {}
    for post in every[:DIGEST_LIMIT]:
        fields = [one for one in post.plan.fields if not wanted or one in wanted]
        parts.setdefault(fields[0] if fields else "", []).append(post)
    ordered = sorted(parts.items(), key=lambda part: (not part[0], part[0]))
    return DigestLetter(ordered, max(0, len(every) - DIGEST_LIMIT)) if every else None


def compose_match(tx: Transaction, asked: Asked[PostMatched]) -> MatchLetter | None:
    """Return the post; None once it is not listed any more, or its reader does not want it."""
    post, member = tx.exchange_posts.get(asked.subject.post), asked.member
    if post is None or member is None or member.guest or not post.is_listed(asked.now):
        return None
    return MatchLetter(post) if tx.exchange_readers.get(member.id).matches else None

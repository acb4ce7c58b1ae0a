"""Tell authors that the term of their post ends, before it does."""

from bot.domain.exchange.notices import ExpiryLetter, PostExpires
from bot.domain.exchange.posts import ExchangeDue, PostId, PostState
from bot.domain.notices import Notice
from bot.domain.priorities import Priority
from bot.ports import Transaction
from bot.services.exchange.access import managers
from bot.services.notices import Asked
from bot.services.sweeping import each_due
from bot.services.transactions import Service


def _due(service: "ExchangeExpiry", tx: Transaction) -> list[int]:
    return service.due(tx)


class ExchangeExpiry(Service):
    """A sweep, which takes each post in a transaction of its own."""

    def due(self, tx: Transaction) -> list[int]:
        """Return the posts whose authors are to be told."""
        return tx.dues.due(ExchangeDue.EXPIRY, self._clock.now())

    @each_due(ExchangeDue.EXPIRY, _due)
    def tell_due(self, tx: Transaction, post: int) -> int:
        """Tell the author's side once, even if several times have come; return how many."""
        now = self._clock.now()
        taken = tx.dues.take_due(ExchangeDue.EXPIRY, post, now)
        known = tx.exchange_posts.get(PostId(post))
        if not taken or known is None or known.expires_at is None:
            return 0
        told = managers(tx, known)
        subject = PostExpires(known.id, known.expires_at)
        lead = int(min(one.lead for one in taken).total_seconds())
        key = f"{subject.kind}:{post}:{known.expires_at.timestamp():.0f}:{lead}"
        notices = [Notice(f"{key}:{one}", one, subject, Priority.REMINDER, now) for one in told]
        tx.outbox.add(notices, now)
        return len(told)


def compose_expiry(tx: Transaction, asked: Asked[PostExpires]) -> ExpiryLetter | None:
    """Return the post whose term ends; None once it was renewed, promised, or taken down."""
    post, member = tx.exchange_posts.get(asked.subject.post), asked.member
    if post is None or member is None or member.id not in managers(tx, post):
        return None
    if post.expires_at != asked.subject.expires_at or post.state is not PostState.OPEN:
        return None
    return ExpiryLetter(post, post.is_expired(asked.now))

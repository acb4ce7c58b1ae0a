"""Organisers hide posts with a reason, show them again, and see what the exchange brings about."""

from datetime import UTC, datetime

from bot.domain.exchange.figures import Outcomes
from bot.domain.exchange.notices import PostModerated
from bot.domain.exchange.posts import Post, PostId, checked_hiding
from bot.domain.exchange.refusals import PostNotOpen
from bot.domain.people.members import MemberId
from bot.ports import Transaction
from bot.services.access import require_organiser
from bot.services.exchange.access import managers, require_post
from bot.services.exchange.news import tell
from bot.services.exchange.views import PostView, post_view
from bot.services.transactions import RuledService, reading, transaction


class ExchangeModeration(RuledService):
    """For organisers; the author's side is told, and each act is in the audit log."""

    @reading
    def require_hiding(self, tx: Transaction, actor: MemberId, post: PostId) -> Post:
        """Return a post that the organiser may hide; refuse one that is over or hidden."""
        return self._running(tx, actor, post)

    @transaction
    def hide(self, tx: Transaction, actor: MemberId, post: PostId, reason: str) -> PostView:
        """Hide a post; it takes no responses until it is shown again."""
        known = self._running(tx, actor, post)
        return self._save(tx, actor, known, checked_hiding(reason))

    @transaction
    def show(self, tx: Transaction, actor: MemberId, post: PostId) -> PostView:
        """Show a post again, unless it is over."""
        member, known = require_organiser(tx, actor, self._rules), require_post(tx, post)
        if known.is_hidden and not known.is_ended:
            return self._save(tx, actor, known, "")
        return post_view(tx, member, known, self._clock.now())

    def _running(self, tx: Transaction, actor: MemberId, post: PostId) -> Post:
        require_organiser(tx, actor, self._rules)
        known = require_post(tx, post)
        if known.is_ended or known.is_hidden:
            raise PostNotOpen(known.standing(self._clock.now()))
        return known

    def _save(self, tx: Transaction, actor: MemberId, post: Post, reason: str) -> PostView:
        member, now = require_organiser(tx, actor, self._rules), self._clock.now()
        tx.exchange_posts.save_hidden(post.id, reason)
        act = "exchange.hide" if reason else "exchange.show"
        tx.audit.add(actor, act, f"post:{post.id}", now, reason=reason or None)
        news = PostModerated(post.id, hidden=bool(reason))
        tell(tx, managers(tx, post), news, post.id, now)
        return post_view(tx, member, require_post(tx, post.id), now)

    @reading
    def outcomes(self, tx: Transaction, actor: MemberId, back: int) -> Outcomes:
        """Return the figures of this year, or of so many years `back`."""
        require_organiser(tx, actor, self._rules)
        zone = self._rules.zone
        year = self._clock.now().astimezone(zone).year - back
        since, until = (
            datetime(one, 1, 1, tzinfo=zone).astimezone(UTC) for one in (year, year + 1)
        )
        published, missed = tx.exchange_readers.counts(since, until)
        return Outcomes(year, published, missed, tx.exchange_readers.handed_over(since, until))

"""Posts of the exchange: published, found, changed, renewed, taken down."""

from collections.abc import Sequence

from bot.domain.exchange.posts import (
    Direction,
    ExchangeDue,
    Post,
    PostFilter,
    PostId,
    PostKind,
    PostPlan,
    PostState,
    checked_plan,
    expiry_dues,
    term_end,
)
from bot.domain.exchange.refusals import PostCountTooLow, PostNotOpen, PostsTooMany
from bot.domain.exchange.responses import TAKEN, ResponseState
from bot.domain.people.members import MemberId
from bot.domain.searching.fields import FieldOfWork
from bot.ports import Clock, Storage, Transaction
from bot.services.access import known_member, require_insider
from bot.services.exchange.access import (
    require_author,
    require_post,
    require_posting,
    require_visible_post,
    speaks,
)
from bot.services.exchange.news import tell_settled, tell_taken_down
from bot.services.exchange.parting import end_posts, finish_if_enough
from bot.services.exchange.views import (
    ExchangeOverview,
    FoundPosts,
    PostPage,
    PostView,
    filtered_page,
    nearest_page,
    page_of_posts,
    post_view,
)
from bot.services.rules import RulesSource
from bot.services.searching import found
from bot.services.transactions import RuledService, reading, transaction

MOST = 50
"""Posts of one organisation that are not over."""
NEWEST = 2
"""Posts that the first screen shows."""


class ExchangePosts(RuledService):
    """Everybody of the alliance reads; leader and delegates publish for their organisation."""

    def __init__(
        self, storage: Storage, clock: Clock, rules: RulesSource, *, fields: Sequence[FieldOfWork]
    ) -> None:
        super().__init__(storage, clock, rules)
        self.fields = tuple(fields)

    # --- reading ------------------------------------------------------------------------------

    @reading
    def overview(self, tx: Transaction, actor: MemberId) -> ExchangeOverview:
        """Return the figures of the first screen."""
        member, now = require_insider(tx, actor, self._rules), self._clock.now()
        house = member.organisation
        return ExchangeOverview(
            tx.exchange_posts.count(PostFilter(Direction.OFFER), now),
            tx.exchange_posts.count(PostFilter(Direction.NEED), now),
            len(tx.exchange_posts.concerning(member.id, house)),
            tx.exchange_posts.newest(house, now, NEWEST),
            posts=house is not None and speaks(tx, member, house),
        )

    @reading
    def page(
        self,
        tx: Transaction,
        actor: MemberId,
        direction: Direction,
        kind: PostKind | None,
        number: int,
        size: int,
    ) -> PostPage:
        """Return a page of the listed posts, the nearest one if there are fewer."""
        require_insider(tx, actor, self._rules)
        return filtered_page(tx, PostFilter(direction, kind), number, size, self._clock.now())

    @reading
    def mine(self, tx: Transaction, actor: MemberId, number: int, size: int) -> PostPage:
        """Return the posts of one's organisation, and those that the person responded to."""
        member = require_insider(tx, actor, self._rules)
        every = tx.exchange_posts.concerning(member.id, member.organisation)
        number = nearest_page(number, len(every), size)
        posts = every[number * size : (number + 1) * size]
        return page_of_posts(posts, len(every), number, size, self._clock.now())

    @reading
    def search(self, tx: Transaction, actor: MemberId, text: str, limit: int) -> FoundPosts:
        """Return the listed posts that are likeliest meant, at most `limit`."""
        require_insider(tx, actor, self._rules)
        now = self._clock.now()
        hits = found(tx.exchange_posts, text, self.fields)
        posts = {one.id: one for one in tx.exchange_posts.of(PostId(hit.subject) for hit in hits)}
        shown = [(hit, posts[PostId(hit.subject)]) for hit in hits]
        return FoundPosts([one for one in shown if one[1].is_listed(now)][:limit])

    @reading
    def look(self, tx: Transaction, actor: MemberId, post: PostId) -> PostView:
        """Return a post; one that is not listed only to those whom it concerns."""
        member, now = require_insider(tx, actor, self._rules), self._clock.now()
        known = require_post(tx, post)
        require_visible_post(tx, member, known, known.standing(now))
        return post_view(tx, member, known, now)

    @reading
    def managed(self, tx: Transaction, actor: MemberId, post: PostId) -> PostView:
        """Return a post that the person manages."""
        known = require_author(tx, actor, post, self._rules)
        return post_view(tx, known_member(tx, actor), known, self._clock.now())

    @reading
    def require_posting(self, tx: Transaction, actor: MemberId) -> None:
        """Refuse a person who may not publish posts."""
        require_posting(tx, actor, self._rules)

    @reading
    def editable(self, tx: Transaction, actor: MemberId, post: PostId) -> Post:
        """Return a post that the person may change."""
        known = require_author(tx, actor, post, self._rules)
        known.require_running(self._clock.now())
        return known

    # --- publishing ---------------------------------------------------------------------------

    @transaction
    def publish(self, tx: Transaction, actor: MemberId, plan: PostPlan, draft: str) -> PostId:
        """Publish a post; the same draft publishes it once."""
        house, now = require_posting(tx, actor, self._rules), self._clock.now()
        known = tx.exchange_posts.by_draft(draft)
        if known is not None:
            return known
        if len(tx.exchange_posts.running(organisation=house)) >= MOST:
            raise PostsTooMany(MOST)
        expires_at = term_end(plan.days, now)
        checked = checked_plan(plan, self.fields)
        added = tx.exchange_posts.add(house, actor, checked, expires_at, now, draft)
        tx.dues.replace(ExchangeDue.EXPIRY, added, expiry_dues(added, expires_at, now))
        return added

    @transaction
    def change(
        self, tx: Transaction, actor: MemberId, post: PostId, plan: PostPlan, version: int
    ) -> Post:
        """Change a post as seen at `version`; another term begins now.

        If no more are wanted than were chosen, who waits is told.
        """
        known, now = require_author(tx, actor, post, self._rules), self._clock.now()
        known.require_running(now)
        checked = checked_plan(plan, self.fields)
        if checked == known.plan:  # the same change once more
            return known
        known.require_version(version)
        _require_enough(tx, known, checked)
        same = plan.days == known.plan.days
        expires_at = known.expires_at if same else term_end(plan.days, now)
        tx.exchange_posts.save(post, checked, expires_at)
        tx.dues.replace(ExchangeDue.EXPIRY, post, expiry_dues(post, expires_at, now))
        waiting = tx.exchange_responses.of_post(post, ResponseState.WAITING)
        finish_if_enough(tx, post, checked.count, now)
        changed = require_post(tx, post)
        if known.state is PostState.OPEN and changed.state is PostState.PROMISED:
            tell_settled(tx, waiting, ResponseState.WAITING, now)
        elif changed.state is PostState.DONE:
            tell_taken_down(tx, changed, waiting, now)
        return changed

    @transaction
    def renew(self, tx: Transaction, actor: MemberId, post: PostId) -> Post:
        """Begin the term of a post once more, before its end or after."""
        known, now = require_author(tx, actor, post, self._rules), self._clock.now()
        known.require_running(now)
        expires_at = term_end(known.plan.days, now)
        tx.exchange_posts.save_term(post, expires_at)
        tx.dues.replace(ExchangeDue.EXPIRY, post, expiry_dues(post, expires_at, now))
        return require_post(tx, post)

    @transaction
    def take_down(self, tx: Transaction, actor: MemberId, post: PostId) -> Post:
        """Take a post down; those who responded are told."""
        known, now = require_author(tx, actor, post, self._rules), self._clock.now()
        if known.state is PostState.CLOSED:
            return known
        if known.is_ended:
            raise PostNotOpen(known.standing(now))
        end_posts(tx, [known], now)
        return require_post(tx, post)


def _require_enough(tx: Transaction, post: Post, plan: PostPlan) -> None:
    """Refuse to want fewer responses than are chosen already."""
    taken = len(tx.exchange_responses.of_post(post.id, *TAKEN))
    if plan.count < taken:
        raise PostCountTooLow(taken)

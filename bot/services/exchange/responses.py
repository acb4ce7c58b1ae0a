"""Responses to posts: given, withdrawn, chosen by the author, and what came of the choice."""

from bot.domain.directory.refusals import NobodyToWriteTo
from bot.domain.exchange.notices import ExchangeWritten, PostAnswered
from bot.domain.exchange.posts import Post, PostId, PostState
from bot.domain.exchange.refusals import AlreadyResponded, PostNotYours, ResponseGone
from bot.domain.exchange.responses import (
    DAY,
    TAKEN,
    Response,
    ResponseId,
    ResponseState,
    checked_words,
    require_few,
    require_others,
)
from bot.domain.people.members import Member, MemberId
from bot.domain.people.refusals import NotOfOrganisation
from bot.ports import Transaction
from bot.services.access import require_insider
from bot.services.exchange.access import (
    managers,
    require_author,
    require_post,
    require_response,
    speaks,
)
from bot.services.exchange.news import tell, tell_settled
from bot.services.exchange.parting import finish_if_enough, withdraw
from bot.services.exchange.views import SHOWN, PostView, ResponseView, post_view, response_view
from bot.services.transactions import RuledService, reading, transaction


class ExchangeResponses(RuledService):
    """The author's side chooses among the responses; nobody's contacts are shown."""

    @reading
    def require_responding(self, tx: Transaction, actor: MemberId, post: PostId) -> PostView:
        """Return a post to which the person may respond; refuse others."""
        member, known = self._responding(tx, actor, post)
        return post_view(tx, member, known, self._clock.now())

    @transaction
    def respond(self, tx: Transaction, actor: MemberId, post: PostId, text: str) -> Post:
        """Respond to a post; its author's side is told. Refuses if nobody of it would hear."""
        member, known = self._responding(tx, actor, post)
        now, said = self._clock.now(), checked_words(text)
        if member.organisation is None:
            raise NotOfOrganisation
        told = managers(tx, known)
        if not told:
            raise NobodyToWriteTo
        require_few(tx.exchange_responses.sent_since(actor, now - DAY))
        added = tx.exchange_responses.add(post, member.organisation, actor, said, now)
        tell(tx, told, PostAnswered(added), added, now)
        return known

    def _responding(self, tx: Transaction, actor: MemberId, post: PostId) -> tuple[Member, Post]:
        member, known = require_insider(tx, actor, self._rules), require_post(tx, post)
        if member.organisation is None:
            raise NotOfOrganisation
        require_others(member.organisation, known.organisation)
        known.require_listed(self._clock.now())
        former = tx.exchange_responses.latest(post, actor)
        if former is not None and (former.is_active or former.state in TAKEN):
            raise AlreadyResponded
        return member, known

    @transaction
    def withdraw(self, tx: Transaction, actor: MemberId, post: PostId) -> PostView:
        """Withdraw one's own response; if it was chosen, the author's side is told."""
        member, known = require_insider(tx, actor, self._rules), require_post(tx, post)
        own, now = tx.exchange_responses.latest(post, actor), self._clock.now()
        if own is None or known.is_ended:
            raise ResponseGone
        own.require_active()
        withdraw(tx, own, now)
        return post_view(tx, member, require_post(tx, post), now)

    # --- the author's side --------------------------------------------------------------------

    @reading
    def of_post(
        self, tx: Transaction, actor: MemberId, post: PostId
    ) -> tuple[Post, list[Response]]:
        """Return the responses to one's own post, in the order in which they came."""
        known = require_author(tx, actor, post, self._rules)
        found = tx.exchange_responses.of_post(post, *SHOWN)
        return known, [one for one in found if one.member is not None]

    @reading
    def look(self, tx: Transaction, actor: MemberId, response: ResponseId) -> ResponseView:
        """Return a response, for its author and for those who manage the post."""
        member, found, post = self._either_side(tx, actor, response)
        return response_view(tx, member, post, found)

    @reading
    def require_choosing(
        self, tx: Transaction, actor: MemberId, response: ResponseId
    ) -> ResponseView:
        """Return a response that the person may choose; refuse others."""
        found, post = require_response(tx, response)
        member = self._manager(tx, actor, post)
        post.require_choosing(self._clock.now())
        found.require_waiting()
        return response_view(tx, member, post, found)

    @transaction
    def choose(self, tx: Transaction, actor: MemberId, response: ResponseId) -> ResponseView:
        """Choose a response; the person is told, and once enough are chosen, so are the others."""
        found, post = require_response(tx, response)
        member, now = self._manager(tx, actor, post), self._clock.now()
        if found.state is ResponseState.CHOSEN:  # a second tap
            return response_view(tx, member, post, found)
        post.require_choosing(now)
        found.require_waiting()
        tx.exchange_responses.save_state(response, ResponseState.CHOSEN, now)
        tell_settled(tx, [found], ResponseState.CHOSEN, now)
        found, post = require_response(tx, response)
        if post.state is PostState.PROMISED:
            waiting = tx.exchange_responses.of_post(post.id, ResponseState.WAITING)
            tell_settled(tx, waiting, ResponseState.WAITING, now)
        return response_view(tx, member, post, found)

    @reading
    def require_chosen(
        self, tx: Transaction, actor: MemberId, response: ResponseId
    ) -> ResponseView:
        """Return a response that was chosen, for those who manage the post; refuse others."""
        member, found, post = self._chosen(tx, actor, response, ResponseState.CHOSEN)
        return response_view(tx, member, post, found)

    @transaction
    def hand_over(self, tx: Transaction, actor: MemberId, response: ResponseId) -> PostView:
        """Note that a chosen one has got it; the post is done once enough have."""
        member, found, post = self._chosen(tx, actor, response, *TAKEN)
        now = self._clock.now()
        if found.state is ResponseState.CHOSEN:  # else a second tap
            tx.exchange_responses.save_state(response, ResponseState.RECEIVED, now)
            finish_if_enough(tx, post.id, post.plan.count, now)
            tell_settled(tx, [found], ResponseState.RECEIVED, now)
        return post_view(tx, member, require_post(tx, post.id), now)

    @transaction
    def nobody_came(self, tx: Transaction, actor: MemberId, response: ResponseId) -> PostView:
        """Note that it did not work out with the chosen one; others may be chosen then."""
        member, found, post = self._chosen(tx, actor, response, ResponseState.CHOSEN)
        now = self._clock.now()
        tx.exchange_responses.save_state(response, ResponseState.MISSED, now)
        tell_settled(tx, [found], ResponseState.MISSED, now)
        return post_view(tx, member, require_post(tx, post.id), now)

    def _chosen(
        self, tx: Transaction, actor: MemberId, response: ResponseId, *states: ResponseState
    ) -> tuple[Member, Response, Post]:
        """Return a response to a post of the person's organisation, in one of these states."""
        found, post = require_response(tx, response)
        member = self._manager(tx, actor, post)
        if found.state not in states:
            raise ResponseGone
        return member, found, post

    # --- messages -----------------------------------------------------------------------------

    @reading
    def require_writable(
        self, tx: Transaction, actor: MemberId, response: ResponseId
    ) -> ResponseView:
        """Return a response about which the person may write to the other side."""
        return self._writable(tx, actor, response)[1]

    @transaction
    def write(
        self, tx: Transaction, actor: MemberId, response: ResponseId, text: str
    ) -> ResponseView:
        """Write to the other side of a response."""
        member, view = self._writable(tx, actor, response)
        now, said = self._clock.now(), checked_words(text)
        require_few(tx.exchange_responses.sent_since(actor, now - DAY))
        sent = tx.exchange_responses.add_message(response, actor, said, now)
        own = view.response.member == member.id
        others = managers(tx, view.post) if own else [view.response.member]
        told = [one for one in others if one is not None and one != actor]
        tell(tx, told, ExchangeWritten(sent), sent, now)
        return view

    def _writable(
        self, tx: Transaction, actor: MemberId, response: ResponseId
    ) -> tuple[Member, ResponseView]:
        member, found, post = self._either_side(tx, actor, response)
        view = response_view(tx, member, post, found)
        if not view.writes:
            raise ResponseGone
        return member, view

    def _either_side(
        self, tx: Transaction, actor: MemberId, response: ResponseId
    ) -> tuple[Member, Response, Post]:
        member = require_insider(tx, actor, self._rules)
        found, post = require_response(tx, response)
        if found.member != member.id and not speaks(tx, member, post.organisation):
            raise ResponseGone
        return member, found, post

    def _manager(self, tx: Transaction, actor: MemberId, post: Post) -> Member:
        member = require_insider(tx, actor, self._rules)
        if not speaks(tx, member, post.organisation):
            raise PostNotYours
        return member

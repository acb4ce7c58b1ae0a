"""Look up posts and responses for the acting person, or refuse."""

from bot.domain.exchange.posts import Post, PostId, require_speaker
from bot.domain.exchange.refusals import PostNotFound, PostNotOpen, PostNotYours, ResponseGone
from bot.domain.exchange.responses import Response, ResponseId
from bot.domain.people.members import Member, MemberId, OrganisationId
from bot.domain.people.refusals import NotOfOrganisation
from bot.ports import Transaction
from bot.services.access import require_insider
from bot.services.rules import AllianceRules


def require_post(tx: Transaction, post: PostId) -> Post:
    """Return a post; refuse an unknown one, and one whose author was erased."""
    found = tx.exchange_posts.get(post)
    if found is None:
        raise PostNotFound
    return found


def speaks(tx: Transaction, member: Member, organisation: OrganisationId) -> bool:
    """Tell whether a person speaks for an organisation: they manage its posts."""
    own = member.organisation == organisation
    return own and member.id in (tx.organisations.speakers(organisation) or ())


def require_author(tx: Transaction, actor: MemberId, post: PostId, rules: AllianceRules) -> Post:
    """Return a post that the person manages; refuse others."""
    member = require_insider(tx, actor, rules)
    found = require_post(tx, post)
    if not speaks(tx, member, found.organisation):
        raise PostNotYours
    return found


def require_posting(tx: Transaction, actor: MemberId, rules: AllianceRules) -> OrganisationId:
    """Return the organisation for which a person may publish posts; refuse others."""
    member = require_insider(tx, actor, rules)
    if member.organisation is None:
        raise NotOfOrganisation
    require_speaker(member.id, tx.organisations.speakers(member.organisation))
    return member.organisation


def require_response(tx: Transaction, response: ResponseId) -> tuple[Response, Post]:
    """Return a response and its post; refuse an unknown one, and one of an erased person."""
    found = tx.exchange_responses.get(response)
    post = None if found is None else tx.exchange_posts.get(found.post)
    if found is None or post is None or found.member is None:
        raise ResponseGone
    return found, post


def require_visible_post(tx: Transaction, member: Member, post: Post, standing: str) -> None:
    """Refuse a post that is not listed, except to those whom it concerns, and to organisers."""
    if standing == "open" or member.is_organiser or speaks(tx, member, post.organisation):
        return
    if standing == "hidden" or tx.exchange_responses.latest(post.id, member.id) is None:
        raise PostNotOpen(standing)


def managers(tx: Transaction, post: Post) -> list[MemberId]:
    """Return who is told of a post: its author, or all who speak for the organisation by now."""
    speakers = tx.organisations.speakers(post.organisation) or frozenset()
    told = speakers & {post.author} or speakers
    people = (tx.members.get(one) for one in sorted(told))
    return [one.id for one in people if one is not None and one.has_joined]

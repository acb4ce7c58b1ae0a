"""A person's own ballots of a poll, in words: whose they are, by which proxy, what they say."""

from bot.domain.polls.ballots import Ballot, ElectionBallot
from bot.domain.polls.cards import MyBallot, PollCard
from bot.domain.polls.plans import Body, PollKind
from bot.domain.polls.polls import Poll, PollState
from bot.domain.polls.proxies import Proxy
from handlers.polls.results import is_single
from handlers.ui.lengths import clipped
from handlers.ui.pages import Page, page_of
from handlers.ui.texts import Texts, Value

BALLOTS, BALLOTS_BELOW_RESULTS = 5, 2
"""Ballots of one person that are shown together; fewer where candidates stand above them."""

NAME_LENGTH, NUMBER_LENGTH, SCOPE_LENGTH, SAID_LENGTH = 100, 40, 80, 150


def said_words(poll: Poll, ballot: Ballot, t: Texts) -> str:
    """Return what a ballot says, as plain text."""
    if poll.kind is PollKind.MOTION:
        return t.plain("ballot-choice", choice=ballot.says(None))
    if isinstance(ballot, ElectionBallot):
        if ballot.against_all:
            return t.plain("ballot-choice", choice="against_all")
        return t.listed([one.name for one in poll.candidates if one.id in ballot.approved])
    said = [
        (one.name, t.plain("ballot-choice", choice=ballot.says(one.id))) for one in poll.candidates
    ]
    return "; ".join(t.plain("ballot-choice-of", name=name, choice=words) for name, words in said)


def ballots_shown(card: PollCard, part: int) -> Page[MyBallot]:
    """Return the person's ballots of this part."""
    below = card.result is not None and not is_single(card.poll)
    return page_of(card.ballots, part, BALLOTS_BELOW_RESULTS if below else BALLOTS)


def ballot_paragraphs(card: PollCard, part: int, t: Texts) -> list[str]:
    """Return the ballots of this part, a paragraph each."""
    if not card.ballots:
        return [t("poll-watching")] if card.takes_ballots else []
    page = ballots_shown(card, part)
    paragraphs = [ballot_words(card, one, t) for one in page.items]
    if page.count > 1:
        last = card.ballots.index(page.items[-1]) + 1
        first = last - len(page.items) + 1
        paragraphs.append(t("ballot-more", first=first, last=last, count=len(card.ballots)))
    return paragraphs


def ballot_words(card: PollCard, ballot: MyBallot, t: Texts, *, asks: bool = False) -> str:
    """Return whose ballot it is, by which proxy somebody casts it, and whether it is cast.

    One that `asks` to be filled in goes without saying that it is not.
    """
    lines = [
        t("ballot-name", name=clipped(ballot.name, NAME_LENGTH)) if is_named(card, ballot) else "",
        _proxy(ballot, ballot.proxy, t) if ballot.proxy else _pending(card, ballot, t),
        "" if asks and not ballot.voted else _said(card, ballot, t),
        t("ballot-cast-by", name=clipped(ballot.cast_by, NAME_LENGTH)) if ballot.cast_by else "",
        t("ballot-entry", head=ballot.head.short) if ballot.head else "",
        _statement(card, ballot, t),
        t("ballot-former-number") if card.former_numbers and card.can_tell_number(ballot) else "",
    ]
    return "\n".join(filter(None, lines))


def _statement(card: PollCard, ballot: MyBallot, t: Texts) -> str:
    """Return that the minutes will say, or said, that the voter was against; else until when."""
    if ballot.stated:
        said = "later" if ballot.late else "yes" if card.minutes else "no"
        return t("ballot-stated", minutes=said)
    if card.poll.state is not PollState.CLOSED or not card.can_state(ballot):
        return ""
    until = card.statements_until
    waits = "yes" if until is not None else "later" if card.minutes else "no"
    return t("ballot-can-state", secrecy=card.poll.secrecy, waits=waits, until=until or "")


def is_named(card: PollCard, ballot: MyBallot) -> bool:
    """Tell whether it has to be said whose ballot it is: not of one's only own in the council."""
    return len(card.ballots) > 1 or ballot.by_proxy or card.poll.body is Body.GENERAL


def _pending(card: PollCard, ballot: MyBallot, t: Texts) -> str:
    """Return that a proxy waits until its paper has been seen; nothing once it is too late."""
    if ballot.pending is None or ballot.voted or not card.takes_ballots:
        return ""
    number = clipped(ballot.pending.number, NUMBER_LENGTH)
    return t("ballot-pending", number=number, holder=clipped(ballot.holder, NAME_LENGTH))


def _proxy(ballot: MyBallot, proxy: Proxy, t: Texts) -> str:
    values: dict[str, Value] = {
        "number": clipped(proxy.number, NUMBER_LENGTH),
        "issued_on": t.date(proxy.issued_on),
        "scope": clipped(proxy.scope, SCOPE_LENGTH),
    }
    if ballot.by_proxy:
        return t("ballot-by-proxy", expires_on=t.date(proxy.last_moment), **values)
    return t("ballot-given-away", holder=clipped(ballot.holder, NAME_LENGTH) or "—", **values)


def _said(card: PollCard, ballot: MyBallot, t: Texts) -> str:
    """Return whether the ballot is cast, and of a named one how."""
    choice = ""
    if ballot.recused:
        state = "recused"
    elif ballot.voted and ballot.ballot is not None:
        choice = clipped(said_words(card.poll, ballot.ballot, t), SAID_LENGTH)
        state = "said"
    elif ballot.voted:
        state = "voted"
    elif card.poll.state in {PollState.SCHEDULED, PollState.CANCELLED}:
        return ""
    else:
        if card.takes_ballots and ballot.barred:
            return t("ballot-barred", why=ballot.barred)
        open_state = "former" if ballot.former else "waiting"
        state = open_state if card.takes_ballots else "missed"
    return t("ballot-state", state=state, choice=choice)

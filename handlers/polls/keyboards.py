"""What stands under a poll: its ballot, its materials, what can be done now and then."""

from typing import Any

from aiogram.filters.callback_data import CallbackData
from aiogram.types import CopyTextButton, InlineKeyboardButton, InlineKeyboardMarkup

from bot.domain.applications.ids import ApplicationId
from bot.domain.polls.ballots import dissent_must_name
from bot.domain.polls.cards import MyBallot, PollCard
from bot.domain.polls.materials import Material
from bot.domain.polls.plans import PollKind
from bot.domain.polls.polls import Poll, PollState
from bot.domain.polls.voters import VoterId
from handlers.polls.ballot_forms import PART, form_rows
from handlers.polls.callbacks.poll_boards import PollBoardButton
from handlers.polls.callbacks.polls import (
    BallotButton,
    CastButton,
    ChartButton,
    CheckNumberButton,
    MaterialButton,
    MyNumberButton,
    NumbersButton,
    PollButton,
    PollMoreButton,
    ProxyButton,
    RecuseButton,
    RevokeButton,
    StatementButton,
    VoteButton,
)
from handlers.polls.cards import ballot_to_fill_in, blank
from handlers.polls.marks import Marks, marks_of
from handlers.polls.own_ballots import ballots_shown
from handlers.polls.results import result_parts
from handlers.ui.buttons import Row, button, keyboard, pairs, short, turning
from handlers.ui.callbacks import PollsButton, ViewApplicationButton
from handlers.ui.links import poll_link
from handlers.ui.pages import Page, page_of
from handlers.ui.texts import Texts


def poll_card(card: PollCard, t: Texts, part: int = 0) -> InlineKeyboardMarkup:
    """Return the ballot to fill in, or the way to each; then materials, checks, the way on."""
    poll, ballot = card.poll, ballot_to_fill_in(card)
    if ballot is not None:
        rows = form_rows(poll, ballot.voter, blank(poll), part, t)
    else:
        rows = [*_ballots(card, part, t), _parts(card, part, t)]
    more = _more(card, card.ballots[0], t) if len(card.ballots) == 1 else []
    every = t.button("button-polls", PollsButton())
    files = [_applications(poll, part, t), *_materials(poll, t)]
    beside = [_outcome(card, t), _checks(poll, t), _board(card, t)]
    return keyboard([*rows, *files, *beside, [*more, every]])


def ballot_card(
    card: PollCard, ballot: MyBallot, marks: Marks, part: int, t: Texts
) -> InlineKeyboardMarkup:
    """Return the ballot as far as it is filled in, and the way back."""
    rows = form_rows(card.poll, ballot.voter, marks, part, t)
    applications = _applications(card.poll, part, t)
    return keyboard([*rows, applications, [*_more(card, ballot, t), _back(card.poll, t)]])


def own_ballot(card: PollCard, ballot: MyBallot, t: Texts) -> InlineKeyboardMarkup:
    """Return all that can be done with one voter's ballot besides filling it in."""
    poll, voter = card.poll, ballot.voter
    change = _change(card, ballot, t) if ballot.voted else []
    offered = [
        (card.can_tell_number(ballot), "button-number-mine", MyNumberButton),
        (card.can_state(ballot), "button-statement", StatementButton),
        (card.is_entrustable(ballot), "button-proxy", ProxyButton),
        (card.is_revocable(ballot), "button-proxy-revoke", RevokeButton),
        (card.is_recusable(ballot), "button-recuse", RecuseButton),
    ]
    rows = [
        [t.button(words, tap(poll_id=poll.id, voter_id=voter))]
        for wanted, words, tap in offered
        if wanted
    ]
    return keyboard([change, *rows, [_back(poll, t)]])


def review(poll: Poll, voter: VoterId, marks: Marks, t: Texts) -> InlineKeyboardMarkup:
    """Return the yes that casts a secret ballot for good, and the way back to it."""
    yes: CallbackData = CastButton(poll_id=poll.id, voter_id=voter, marks=str(marks))
    if poll.kind is PollKind.MOTION and (choice := marks.choice(0)):
        yes = VoteButton(poll_id=poll.id, voter_id=voter, choice=choice)
    back = BallotButton(poll_id=poll.id, voter_id=voter, marks=str(marks))
    return keyboard([[t.button("button-cast-sure", yes)], [t.button("button-back", back)]])


def number(number: str, t: Texts) -> InlineKeyboardMarkup:
    """Return what copies the number of a secret ballot."""
    copy = CopyTextButton(text=number)
    return keyboard([[InlineKeyboardButton(text=t.plain("button-number-copy"), copy_text=copy)]])


def recusal(card: PollCard, voter: VoterId, t: Texts) -> InlineKeyboardMarkup:
    """Return the yes that declares a conflict of interest, and the way back."""
    data = RecuseButton(poll_id=card.poll.id, voter_id=voter, sure=True)
    yes = t.button("button-recuse-sure", data, "danger")
    return keyboard([[yes], [to_ballot(card, voter, t)]])


def statement(card: PollCard, voter: VoterId, t: Texts) -> InlineKeyboardMarkup:
    """Return what records a statement without words, where they may be missing; the way back."""
    data = StatementButton(poll_id=card.poll.id, voter_id=voter, sure=True)
    wordless = [] if dissent_must_name(card.poll) else [t.button("button-statement-sure", data)]
    return keyboard([wordless, [to_ballot(card, voter, t)]])


def to_poll(poll: Poll, t: Texts) -> InlineKeyboardMarkup:
    """Return the way back to a poll's card."""
    return keyboard([[_back(poll, t)]])


def post(card: PollCard, t: Texts, username: str) -> InlineKeyboardMarkup | None:
    """Return the way from a group to the ballot, or to what came of it."""
    poll = card.poll
    if poll.state is PollState.CANCELLED:
        return None
    words = "button-poll-outcome" if poll.state is PollState.CLOSED else "button-poll-open"
    link = poll_link(username, poll.id)
    return keyboard([[InlineKeyboardButton(text=t.plain(words), url=link)]])


# --- a poll's own rows ----------------------------------------------------------------------------


def _ballots(card: PollCard, part: int, t: Texts) -> list[Row]:
    """Return the way to change a ballot that is the only one, else to each of several."""
    if len(card.ballots) == 1:
        return [_change(card, card.ballots[0], t)]
    return [_way_to(card, one, t) for one in ballots_shown(card, part).items]


def _way_to(card: PollCard, ballot: MyBallot, t: Texts) -> Row:
    """Return the way to one of several ballots, where there is anything to do with it."""
    voter = ballot.voter
    if card.is_castable(ballot) and not ballot.voted:
        data = BallotButton(poll_id=card.poll.id, voter_id=voter)
        return [button(short(t.plain("button-fill-in", name=ballot.name)), data)]
    if not _has_more(card, ballot):
        return []
    more = PollMoreButton(poll_id=card.poll.id, voter_id=voter)
    changes = card.is_castable(ballot)
    words = t.plain("button-fill-in-again", name=ballot.name, changes=changes)
    return [button(short(words), more)]


def _change(card: PollCard, ballot: MyBallot, t: Texts) -> Row:
    if not (ballot.voted and card.is_castable(ballot)):
        return []
    marks = str(marks_of(card.poll, ballot.ballot))
    data = BallotButton(poll_id=card.poll.id, voter_id=ballot.voter, marks=marks)
    return [t.button("button-change-vote", data)]


def _parts(card: PollCard, part: int, t: Texts) -> Row:
    """Return the row that turns what the card lists: several ballots, or the candidates."""
    pages: list[Page[Any]] = [ballots_shown(card, part), result_parts(card, part)]
    longer = max(pages, key=lambda page: page.count)
    return turning(longer, PollButton(poll_id=card.poll.id), t, part="part")


def _applications(poll: Poll, part: int, t: Texts) -> Row:
    """Return the way to the application of each candidate of this part, by its number."""
    page = page_of(poll.candidates, part, PART)
    first = page.number * PART + 1
    applied = [(n, one.application) for n, one in enumerate(page.items, first) if one.application]
    return [_application(application, n, poll, t) for n, application in applied]


def _application(
    application: ApplicationId, number: int, poll: Poll, t: Texts
) -> InlineKeyboardButton:
    words = t.plain("button-application-of", number=number)
    if len(poll.candidates) == 1:
        words = t.plain("button-view-application")
    return button(words, ViewApplicationButton(application_id=application))


def _board(card: PollCard, t: Texts) -> Row:
    if not card.presides:
        return []
    data = PollBoardButton(poll_id=card.poll.id)
    return [t.button("button-poll-board", data)]


def _materials(poll: Poll, t: Texts) -> list[Row]:
    return pairs(_material(poll, place, one, t) for place, one in enumerate(poll.materials))


def _material(poll: Poll, place: int, material: Material, t: Texts) -> InlineKeyboardButton:
    name = material.name or t.plain("material-unnamed", number=place + 1)
    data = MaterialButton(poll_id=poll.id, place=place)
    return button(short(t.plain("button-material", name=name)), data)


def _outcome(card: PollCard, t: Texts) -> Row:
    """Return the way to the chart of what came of a poll."""
    over = card.result is not None and card.poll.state is PollState.CLOSED
    if not (over and card.shows_split):
        return []
    return [t.button("button-chart", ChartButton(poll_id=card.poll.id))]


def _checks(poll: Poll, t: Texts) -> Row:
    """Return what shows after a secret vote that one's ballot was counted."""
    if not (poll.is_secret and poll.state is PollState.CLOSED):
        return []
    check = CheckNumberButton(poll_id=poll.id)
    numbers = NumbersButton(poll_id=poll.id)
    return [t.button("button-number-check", check), t.button("button-numbers", numbers)]


def _more(card: PollCard, ballot: MyBallot, t: Texts) -> Row:
    if not _has_more(card, ballot):
        return []
    data = PollMoreButton(poll_id=card.poll.id, voter_id=ballot.voter)
    return [t.button("button-more", data)]


def _has_more(card: PollCard, ballot: MyBallot) -> bool:
    """Tell whether anything can be done with a ballot besides filling it in."""
    changes = ballot.voted and card.is_castable(ballot)
    offers = (card.can_state(ballot), card.can_tell_number(ballot), card.is_entrustable(ballot))
    return changes or any(offers) or card.is_recusable(ballot) or card.is_revocable(ballot)


def _back(poll: Poll, t: Texts) -> InlineKeyboardButton:
    return t.button("button-back", PollButton(poll_id=poll.id))


def to_ballot(card: PollCard, voter: VoterId, t: Texts) -> InlineKeyboardButton:
    """Return the way back from a question about a ballot: to the card, if it shows only this one.

    There «more» puts other buttons under the words that stand, and those are the question's.
    """
    poll = card.poll.id
    data: CallbackData = PollMoreButton(poll_id=poll, voter_id=voter)
    if len(card.ballots) == 1:
        data = PollButton(poll_id=poll)
    return t.button("button-back", data)

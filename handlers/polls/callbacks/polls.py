"""Buttons of voters: ballots and related acts, and the lists of /polls."""

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field, StringConstraints

from bot.domain.people.members import MemberId
from bot.domain.polls.ballots import Choice
from handlers.ui.ids import Id, OfPoll, OfVoter, PageNumber

Part = Annotated[int, Field(ge=0, le=99)]
"""A page of a ballot's candidates, or of the ballots that one person casts."""

MarksText = Annotated[str, StringConstraints(max_length=18, pattern=r"^[A-Za-z0-9_-]*$")]
"""The marks of a ballot, as `handlers.polls.marks` writes them."""


class FindPollButton(CallbackData, prefix="pfind"):
    """Ask for words of a poll's question."""


class SeatsButton(CallbackData, prefix="seats"):
    """A page, from 0, of the members of the council."""

    page: PageNumber = 0


class PollButton(CallbackData, OfPoll, prefix="poll"):
    """A poll's card, with a part of its list."""

    part: Part = 0


class PollMoreButton(CallbackData, OfVoter, prefix="pmore"):
    """The further acts on one voter's ballot."""


class MaterialButton(CallbackData, OfPoll, prefix="pmat"):
    """A file of a poll, by its index from 0."""

    place: Part


Tap = Annotated[int, Field(ge=0, le=999)]
"""A tap on a ballot, as `handlers.polls.marks` writes it."""


class MarkButton(CallbackData, OfVoter, prefix="m"):
    """A tap on one voter's ballot, with the marks in the message."""

    marks: MarksText
    tap: Tap


class BallotButton(CallbackData, OfVoter, prefix="mk"):
    """Open one voter's ballot with these marks."""

    marks: MarksText = ""
    part: Part = 0


class VoteButton(CallbackData, OfVoter, prefix="vote"):
    """Cast a ballot on a motion: the button of most votes has the whole ballot in one word."""

    choice: Choice


class ReviewButton(CallbackData, OfVoter, prefix="rv"):
    """Review a ballot before it is cast for good."""

    marks: MarksText


class CastButton(CallbackData, OfVoter, prefix="cb"):
    """Cast this ballot."""

    marks: MarksText


class MyNumberButton(CallbackData, OfVoter, prefix="mynum"):
    """Show the number of a secret ballot again."""


class RecuseButton(CallbackData, OfVoter, prefix="recuse"):
    """Declare a conflict of interest; `sure` after confirmation."""

    sure: bool = False


class StatementButton(CallbackData, OfVoter, prefix="against"):
    """Ask to be recorded as against: with a text, or without one if `sure`."""

    sure: bool = False


class ProxyButton(CallbackData, OfVoter, prefix="proxy"):
    """Give a proxy: ask for the name of its holder."""


class HolderButton(CallbackData, OfVoter, prefix="hold"):
    """Give the proxy to this person."""

    member_id: Id[MemberId]


class GiveProxyButton(CallbackData, OfPoll, prefix="entrust"):
    """Give the proxy as summed up; `number` is that of the last typed message."""

    number: Id[int]


class RevokeButton(CallbackData, OfVoter, prefix="unproxy"):
    """Ask for confirmation to revoke the proxy of this voter."""


class RevokeSureButton(CallbackData, OfVoter, prefix="void"):
    """Revoke the proxy that this person holds, but not another one given meanwhile."""

    holder_id: Id[MemberId]


class ChartButton(CallbackData, OfPoll, prefix="pchart"):
    """The result of a poll as a picture."""


class CheckNumberButton(CallbackData, OfPoll, prefix="check"):
    """Ask for the number of a secret ballot."""


class NumbersButton(CallbackData, OfPoll, prefix="nums"):
    """The numbers of all ballots of a secret poll as a file."""

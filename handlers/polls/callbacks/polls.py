"""Buttons of voters: ballots and what belongs to them, the lists of /polls."""

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field, StringConstraints

from bot.domain.polls.ballots import Choice
from handlers.ui.ids import Id, OfPoll, OfVoter, PageNumber

Part = Annotated[int, Field(ge=0, le=99)]
"""A page of a ballot's candidates, or of the ballots that one person casts."""

MarksText = Annotated[str, StringConstraints(max_length=18, pattern=r"^[A-Za-z0-9_-]*$")]
"""A ballot as far as it is filled in, as `handlers.polls.marks` writes it."""


class FindPollButton(CallbackData, prefix="pfind"):
    """Type what a poll was about."""


class SeatsButton(CallbackData, prefix="seats"):
    """A page, from 0, of who sits in the council."""

    page: PageNumber = 0


class PollButton(CallbackData, OfPoll, prefix="poll"):
    """A poll's card, with a part of what it lists."""

    part: Part = 0


class PollMoreButton(CallbackData, OfVoter, prefix="pmore"):
    """One voter's ballot, and what else can be done with it."""


class MaterialButton(CallbackData, OfPoll, prefix="pmat"):
    """A file that belongs to a poll, by its place from 0."""

    place: Part


Tap = Annotated[int, Field(ge=0, le=999)]
"""What is tapped on a ballot, as `handlers.polls.marks` writes it."""


class MarkButton(CallbackData, OfVoter, prefix="m"):
    """A tap on one voter's ballot, with the marks that stand in the message."""

    marks: MarksText
    tap: Tap


class BallotButton(CallbackData, OfVoter, prefix="mk"):
    """Open one voter's ballot, filled in as far as `marks` say."""

    marks: MarksText = ""
    part: Part = 0


class VoteButton(CallbackData, OfVoter, prefix="vote"):
    """Cast a ballot on a motion: the button of most votes carries its whole ballot in one word."""

    choice: Choice


class ReviewButton(CallbackData, OfVoter, prefix="rv"):
    """A ballot filled in, to be looked at before it is cast for good."""

    marks: MarksText


class CastButton(CallbackData, OfVoter, prefix="cb"):
    """Cast this ballot."""

    marks: MarksText


class MyNumberButton(CallbackData, OfVoter, prefix="mynum"):
    """Show the number of a secret ballot once more."""


class RecuseButton(CallbackData, OfVoter, prefix="recuse"):
    """Declare a conflict of interest; `sure` after it was asked once more."""

    sure: bool = False


class StatementButton(CallbackData, OfVoter, prefix="against"):
    """Have it recorded that one is against: ask for the words, or do it without any if `sure`."""

    sure: bool = False


class ProxyButton(CallbackData, OfVoter, prefix="proxy"):
    """Hand a ballot over: type the name of who is to cast it."""


class HolderButton(CallbackData, OfVoter, prefix="hold"):
    """Hand the ballot over to this person."""

    member_id: Id


class GiveProxyButton(CallbackData, OfPoll, prefix="entrust"):
    """Hand the ballot over as it was summed up; `number` is that of the message typed last."""

    number: Id


class RevokeButton(CallbackData, OfVoter, prefix="unproxy"):
    """Ask whether the proxy of this voter is to be revoked."""


class RevokeSureButton(CallbackData, OfVoter, prefix="void"):
    """Revoke the proxy that this person holds: another one given meanwhile stays."""

    holder_id: Id


class ChartButton(CallbackData, OfPoll, prefix="pchart"):
    """The outcome of a poll as a picture."""


class CheckNumberButton(CallbackData, OfPoll, prefix="check"):
    """Type the number of a secret ballot."""


class NumbersButton(CallbackData, OfPoll, prefix="nums"):
    """The numbers of all ballots of a secret poll as a file."""

"""Buttons of voters: ballots and what belongs to them, the lists of /polls."""

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field, StringConstraints

from bot.domain.polls.ballots import Choice
from handlers.ui.ids import Id, PageNumber

Part = Annotated[int, Field(ge=0, le=99)]
"""A page of a ballot's candidates, or of the ballots that one person casts."""

MarksText = Annotated[str, StringConstraints(max_length=18, pattern=r"^[A-Za-z0-9_-]*$")]
"""A ballot as far as it is filled in, as `handlers.polls.marks` writes it."""


class FindPollButton(CallbackData, prefix="pfind"):
    """Type what a poll was about."""


class SeatsButton(CallbackData, prefix="seats"):
    """A page, from 0, of who sits in the council."""

    page: PageNumber = 0


class PollButton(CallbackData, prefix="poll"):
    """A poll's card, with a part of what it lists."""

    poll_id: Id
    part: Part = 0


class PollMoreButton(CallbackData, prefix="pmore"):
    """One voter's ballot, and what else can be done with it."""

    poll_id: Id
    voter_id: Id


class MaterialButton(CallbackData, prefix="pmat"):
    """A file that belongs to a poll, by its place from 0."""

    poll_id: Id
    place: Part


Tap = Annotated[int, Field(ge=0, le=999)]
"""What is tapped on a ballot, as `handlers.polls.marks` writes it."""


class MarkButton(CallbackData, prefix="m"):
    """A tap on one voter's ballot, with the marks that stand in the message."""

    poll_id: Id
    voter_id: Id
    marks: MarksText
    tap: Tap


class BallotButton(CallbackData, prefix="mk"):
    """Open one voter's ballot, filled in as far as `marks` say."""

    poll_id: Id
    voter_id: Id
    marks: MarksText = ""
    part: Part = 0


class VoteButton(CallbackData, prefix="vote"):
    """Cast a ballot on a motion: the button of most votes carries its whole ballot in one word."""

    poll_id: Id
    voter_id: Id
    choice: Choice


class ReviewButton(CallbackData, prefix="rv"):
    """A ballot filled in, to be looked at before it is cast for good."""

    poll_id: Id
    voter_id: Id
    marks: MarksText


class CastButton(CallbackData, prefix="cb"):
    """Cast this ballot."""

    poll_id: Id
    voter_id: Id
    marks: MarksText


class MyNumberButton(CallbackData, prefix="mynum"):
    """Show the number of a secret ballot once more."""

    poll_id: Id
    voter_id: Id


class RecuseButton(CallbackData, prefix="recuse"):
    """Declare a conflict of interest; `sure` after it was asked once more."""

    poll_id: Id
    voter_id: Id
    sure: bool = False


class StatementButton(CallbackData, prefix="against"):
    """Have it recorded that one is against: ask for the words, or do it without any if `sure`."""

    poll_id: Id
    voter_id: Id
    sure: bool = False


class ProxyButton(CallbackData, prefix="proxy"):
    """Hand a ballot over: type the name of who is to cast it."""

    poll_id: Id
    voter_id: Id


class HolderButton(CallbackData, prefix="hold"):
    """Hand the ballot over to this person."""

    poll_id: Id
    voter_id: Id
    member_id: Id


class GiveProxyButton(CallbackData, prefix="entrust"):
    """Hand the ballot over as it was summed up; `number` is that of the message typed last."""

    poll_id: Id
    number: Id


class RevokeButton(CallbackData, prefix="unproxy"):
    """Ask whether the proxy of this voter is to be revoked."""

    poll_id: Id
    voter_id: Id


class RevokeSureButton(CallbackData, prefix="void"):
    """Revoke the proxy that this person holds: another one given meanwhile stays."""

    poll_id: Id
    voter_id: Id
    holder_id: Id


class ChartButton(CallbackData, prefix="pchart"):
    """The outcome of a poll as a picture."""

    poll_id: Id


class CheckNumberButton(CallbackData, prefix="check"):
    """Type the number of a secret ballot."""

    poll_id: Id


class NumbersButton(CallbackData, prefix="nums"):
    """The numbers of all ballots of a secret poll as a file."""

    poll_id: Id

"""What polls declare to the bot: services, sweeps, notices."""

from dataclasses import dataclass

from bot.services.declarations import Feature, Kit, Sweep
from bot.services.polls.ballots import Ballots
from bot.services.polls.electorates import Electorates
from bot.services.polls.letters import NOTICES
from bot.services.polls.numbers import BallotNumbers
from bot.services.polls.polls import Polls
from bot.services.polls.proxies import Proxies
from bot.services.polls.reminders import PollReminders
from bot.services.polls.straw_polls import StrawPolls
from bot.services.polls.ties import Ties


@dataclass(frozen=True)
class PollServices:
    """The use cases of polls."""

    polls: Polls
    ties: Ties
    electorates: Electorates
    ballots: Ballots
    ballot_numbers: BallotNumbers
    proxies: Proxies
    poll_reminders: PollReminders
    straw_polls: StrawPolls


def _services(kit: Kit) -> PollServices:
    common = kit.common
    return PollServices(
        polls=Polls(*common),
        ties=Ties(*common),
        electorates=Electorates(*common),
        ballots=Ballots(*common),
        ballot_numbers=BallotNumbers(*common),
        proxies=Proxies(*common),
        poll_reminders=PollReminders(*common),
        straw_polls=StrawPolls(*common),
    )


def _sweeps(use: PollServices) -> tuple[Sweep, ...]:
    return (
        Sweep("openings", 1, use.polls.open_due),
        Sweep("closings", 1, use.polls.close_due),
        Sweep("ballots", 1, use.poll_reminders.sweep),
        Sweep("ballot numbers", 60, use.ballot_numbers.part_due),
    )


FEATURE = Feature(services=_services, sweeps=_sweeps, notices=NOTICES)

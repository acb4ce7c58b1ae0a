"""What minutes declare to the bot: services, sweeps, notices."""

from dataclasses import dataclass

from bot.services.declarations import Feature, Kit, Sweep
from bot.services.minutes.addenda import MinutesAddenda
from bot.services.minutes.deadlines import MinutesDeadlines
from bot.services.minutes.filing import MinutesFiling
from bot.services.minutes.letters import NOTICES
from bot.services.minutes.minutes import PollMinutes


@dataclass(frozen=True)
class MinutesServices:
    """The use cases of minutes."""

    minutes: PollMinutes
    filing: MinutesFiling
    addenda: MinutesAddenda
    deadlines: MinutesDeadlines


def _services(kit: Kit) -> MinutesServices:
    common = kit.common
    return MinutesServices(
        minutes=PollMinutes(*common),
        filing=MinutesFiling(*common),
        addenda=MinutesAddenda(*common),
        deadlines=MinutesDeadlines(*common),
    )


def _sweeps(use: MinutesServices) -> tuple[Sweep, ...]:
    return (
        Sweep("statements", 1, use.minutes.tell_ready),
        Sweep("minutes_drawing_up", 60, use.deadlines.remind_drawing_up),
        Sweep("minutes_challenge", 60, use.deadlines.tell_challenge_over),
        Sweep("minutes_registration", 60, use.deadlines.remind_registration),
    )


FEATURE = Feature(services=_services, sweeps=_sweeps, notices=NOTICES)

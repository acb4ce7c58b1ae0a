"""What meetings declare to the bot: services, sweeps, notices."""

from dataclasses import dataclass

from bot.services.declarations import Feature, Kit, Sweep
from bot.services.meetings.agendas import MeetingAgendas
from bot.services.meetings.attending import Attending
from bot.services.meetings.chair_pages import ChairPages
from bot.services.meetings.conducting import Conducting
from bot.services.meetings.counting import Counting
from bot.services.meetings.delegating import Delegating
from bot.services.meetings.letters import NOTICES
from bot.services.meetings.pages import MeetingPages
from bot.services.meetings.planning import MeetingPlanning
from bot.services.meetings.postings import Postings
from bot.services.meetings.registration import Registration
from bot.services.meetings.screens import MeetingScreens
from bot.services.meetings.summaries import MeetingMinutes


@dataclass(frozen=True)
class MeetingServices:
    """The use cases of meetings."""

    meeting_planning: MeetingPlanning
    meeting_agendas: MeetingAgendas
    meeting_screens: MeetingScreens
    registration: Registration
    attending: Attending
    postings: Postings
    conducting: Conducting
    delegating: Delegating
    counting: Counting
    meeting_pages: MeetingPages
    chair_pages: ChairPages
    meeting_minutes: MeetingMinutes


def _services(kit: Kit) -> MeetingServices:
    common = kit.common
    return MeetingServices(
        meeting_planning=MeetingPlanning(*common),
        meeting_agendas=MeetingAgendas(*common),
        meeting_screens=MeetingScreens(*common),
        registration=Registration(*common),
        attending=Attending(*common),
        postings=Postings(*common),
        conducting=Conducting(*common),
        delegating=Delegating(*common),
        counting=Counting(*common),
        meeting_pages=MeetingPages(*common),
        chair_pages=ChairPages(*common),
        meeting_minutes=MeetingMinutes(*common),
    )


def _sweeps(use: MeetingServices) -> tuple[Sweep, ...]:
    return (Sweep("meetings", 10, use.attending.drop_lost),)


FEATURE = Feature(services=_services, sweeps=_sweeps, notices=NOTICES)

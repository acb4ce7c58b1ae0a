"""Situations in which people press what no walk from /start comes to, in the alliance of `offices`.

Each is written down or made by the services, and names somebody who may do it: so every button,
link and answer is tried by a person for whom it is.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from aiogram.filters.callback_data import CallbackData

from bot.domain.administration.settings import Setting
from bot.domain.announcements.contents import Link
from bot.domain.announcements.drafts import AnnouncementDraft, wording_of
from bot.domain.applications.details import Step
from bot.domain.events.events import EventId
from bot.domain.events.guests import PREFIX as GUEST
from bot.domain.events.passes import PASS_PREFIX, screen_payload
from bot.domain.events.views import EventView
from bot.domain.meetings.chairs import ChairAct, ChairSaid
from bot.domain.meetings.codes import PageKind
from bot.domain.meetings.plans import MeetingId
from bot.domain.meetings.terms import Motion
from bot.domain.notices import MessageRef
from bot.domain.people.imports import Batch
from bot.domain.people.members import MemberId
from bot.domain.polls.materials import Material, MaterialKind
from bot.domain.polls.polls import PollId
from bot.domain.polls.voters import VoterId
from bot.domain.shown import Shown
from bot.services.people.uploads import Upload
from bot.wiring import Services
from handlers.administration.callbacks import (
    AdminSettingButton,
    BackUpNowButton,
    ChooseSettingButton,
    HereButton,
)
from handlers.announcements.callbacks.announcement_boards import TemplatesButton
from handlers.announcements.callbacks.announcement_drafts import (
    ChosenButton,
    DraftButton,
    DraftLinksButton,
)
from handlers.applications.callbacks import (
    ChooseApplicationButton,
    NewApplicationButton,
    PutToVoteButton,
    ReplyButton,
    ReviseButton,
    StepButton,
)
from handlers.directory.callbacks import AnswerButton, CardButton, ConfirmCardButton
from handlers.events.callbacks.doors import ScreenOffButton
from handlers.events.callbacks.events import SubstituteAnswerButton
from handlers.exchange.callbacks import (
    ExchangePostButton,
    HidePostButton,
    RespondButton,
    ResponseButton,
    ShowPostButton,
    WriteAboutButton,
)
from handlers.meetings.callbacks.delegates import MeetingButton, OwnButton, ProposeButton
from handlers.meetings.callbacks.desks import (
    DeskButton,
    DeskVoterButton,
    OpenRegistrationButton,
    SlipsButton,
    TellersButton,
)
from handlers.meetings.callbacks.panels import (
    ItemAct,
    ItemActButton,
    MotionButton,
    PanelAct,
    PanelActButton,
    PanelScreen,
    PanelScreenButton,
)
from handlers.meetings.callbacks.planning import (
    AddRegistrarButton,
    CallOffButton,
    PagesButton,
    PlanButton,
    ProposalsButton,
    RegistrarsButton,
    UntoldButton,
)
from handlers.people.callbacks import HandoverAnswerButton, LeftoversButton, LoadButton, MergeButton
from handlers.polls.callbacks.polls import (
    CheckNumberButton,
    HolderButton,
    MyNumberButton,
    PollButton,
    StatementButton,
)
from handlers.ui.callbacks import EventButton, PollsButton, QueueButton
from tests.announcing import a_text
from tests.gatherings import BUDGET, CHARTER, a_plan_ahead, convened, in_session, registering
from tests.polling import a_motion
from tests.pressing import Presses, Said
from tests.recorders import SENT
from tests.samples.exchange import CHAIRS
from tests.samples.people import MARIA, NOW
from tests.states import (
    a_filled_in_application,
    a_sent_application,
    a_tie,
    affairs_at_home,
    an_asked_application,
    an_unconfirmed_announcement,
    an_unused_invitation,
    somebody_who_left,
)

HOUR = timedelta(hours=1)

TEXTS = {"ru": a_text("Субботник!", Link("Подробнее", "https://example.org/")), "en": a_text("Hi")}
REPORT = Material(MaterialKind.DOCUMENT, "file-2", "Отчёт.pdf")


@dataclass(frozen=True)
class Situation:
    """What somebody says first, and what they press then: one thing, or all that is shown.

    They go on from there, `deep` taps in all.
    """

    person: int
    first: tuple[Said, ...] = ()
    said: Said | None = None
    deep: int = 3


class Situations:
    """Makes the situations of an alliance; `accounts` are its people's Telegram ids by role."""

    def __init__(
        self, presses: Presses, people: Mapping[str, MemberId], accounts: Mapping[str, int]
    ) -> None:
        self._services: Services = presses.services
        self._write = presses.storage.write
        self._people = people
        self._accounts = accounts

    async def all(
        self, today: EventId, club: EventId, budget: PollId, trust: PollId
    ) -> list[Situation]:
        """Make them, around an event of today, one with guests, an open and a secret poll."""
        return [
            *await self._of_events(today, club),
            *await self._of_polls(budget, trust),
            *await self._of_announcements(),
            *await self._of_applications(),
            *await self._of_organisations(),
            *await self._of_exchange(),
            *await self._of_administrators(),
            *await self._of_meetings_ahead(),
            *await self._of_meetings_today(),
        ]

    def _after(self, role: str, *said: CallbackData | str) -> Situation:
        """Return that somebody presses all that they are shown after this."""
        return Situation(self._accounts[role], tuple(map(_said, said)))

    def _says(self, role: str, said: CallbackData | str) -> Situation:
        """Return that somebody presses or says this."""
        return Situation(self._accounts[role], (), _said(said))

    async def _of_events(self, today: EventId, club: EventId) -> list[Situation]:
        member, organiser = self._people["member"], self._people["organiser"]
        code = (await self._services.guests.link(organiser, today)).guest_code
        ticket = await self._services.doors.pass_for(member, today)
        await self._services.substitutions.ask(member, today, self._people["leader"])
        secret = await self._write(lambda tx: tx.events.secret(today))
        screen = MessageRef(self._accounts["organiser"], SENT)
        shown = Shown(today, organiser, screen, EventView.SCREEN, until=NOW + HOUR)
        await self._write(lambda tx: tx.shown.save(shown))
        asked = await self._write(lambda tx: tx.substitutions.open_of(today, member))
        assert asked is not None
        return [
            self._after("stranger", f"/start {GUEST}{code}"),
            self._says("stranger", f"/start {GUEST}{code}"),
            self._after("member", EventButton(event_id=club)),
            self._says("organiser", f"/start {PASS_PREFIX}{ticket.code}"),
            self._says("member", f"/start {screen_payload(today, secret, NOW)}"),
            self._says("organiser", ScreenOffButton()),
            self._says("leader", SubstituteAnswerButton(substitution_id=asked.id, accept=True)),
        ]

    async def _of_polls(self, budget: PollId, trust: PollId) -> list[Situation]:
        chair, council = self._people["chair"], self._people["council"]
        plan = a_motion(question="Отчёт", closes_at=NOW + 6 * HOUR, materials=(REPORT,))
        report = await self._services.polls.open(chair, plan)
        tied = await self._write(a_tie)
        holder = HolderButton(poll_id=report, voter_id=VoterId(council), member_id=chair)
        return [
            self._after("council", PollButton(poll_id=report)),
            self._says("council", MyNumberButton(poll_id=trust, voter_id=VoterId(council))),
            self._says("council", CheckNumberButton(poll_id=tied)),
            self._says("council", StatementButton(poll_id=budget, voter_id=VoterId(council))),
            self._after("council", holder, "7", "20.11.2026", "20.12.2026", "Голосовать"),
            self._after("chair", PollsButton(archive=True)),
        ]

    async def _of_announcements(self) -> list[Situation]:
        found = [
            self._after("organiser", TemplatesButton()),
            self._after("administrator", TemplatesButton()),
        ]
        await self._services.templates.save(self._people["organiser"], "Субботник", TEXTS)
        wordings = {language: wording_of(one) for language, one in TEXTS.items()}
        for role in ("organiser", "administrator"):
            begun = AnnouncementDraft(number=0, wordings=wordings)
            draft = await self._services.announcement_drafts.begin(self._people[role], begun)
            links = DraftLinksButton(number=draft.number, language="ru")
            found += [
                self._after(role, DraftButton(number=draft.number, screen="links")),
                self._after(role, links),
                self._after(role, DraftButton(number=draft.number, screen="more")),
                self._says(role, ChosenButton(number=draft.number)),
            ]
        return [*found, self._says("organiser", await self._write(an_unconfirmed_announcement))]

    async def _of_applications(self) -> list[Situation]:
        guest = self._people["guest"]
        sent = await self._write(lambda tx: a_sent_application(tx, MARIA))
        asked = await self._write(lambda tx: an_asked_application(tx, guest))
        draft = await self._write(lambda tx: a_filled_in_application(tx, guest))
        chosen = ChooseApplicationButton(application_id=sent, chosen=True)
        return [
            self._after("guest", NewApplicationButton()),
            self._says("guest", NewApplicationButton()),
            self._says("guest", ReplyButton(application_id=asked)),
            self._after("guest", ReviseButton(application_id=draft)),
            self._after("guest", StepButton(application_id=draft, step=Step.FILES)),
            self._after("secretary", chosen, QueueButton()),
            self._after("secretary", chosen, PutToVoteButton()),
            self._after("secretary", chosen, PutToVoteButton(days=3)),
        ]

    async def _of_organisations(self) -> list[Situation]:
        leader, member = self._people["leader"], self._people["member"]
        home, letter, offer = await self._write(lambda tx: affairs_at_home(tx, leader, member))
        token = await self._write(lambda tx: an_unused_invitation(tx, home))
        await self._write(lambda tx: somebody_who_left(tx, home))
        return [
            self._says("stranger", f"/start {token}"),
            self._after("member", CardButton(organisation_id=home)),
            self._says("leader", AnswerButton(letter_id=letter)),
            self._says("leader", ConfirmCardButton(organisation_id=home)),
            self._says("member", HandoverAnswerButton(offer=offer, accepted=True)),
            self._after("organiser", LeftoversButton()),
        ]

    async def _of_exchange(self) -> list[Situation]:
        """Publish a post with a response, one that is promised, and one that is hidden."""
        services, leader, delegate = (
            self._services,
            self._people["leader"],
            self._people["delegate"],
        )
        own, promised, hidden = [
            await services.exchange_posts.publish(leader, CHAIRS, f"post:{number}")
            for number in range(3)
        ]
        responses = []
        for post in (own, promised):
            await services.exchange_responses.respond(delegate, post, "Возьмём <все>")
            found = await services.exchange_responses.of_post(leader, post)
            responses.append(found[1][0].id)
        await services.exchange_responses.choose(leader, responses[1])
        await services.exchange_moderation.hide(self._people["organiser"], hidden, "Повтор")
        return [
            self._after("leader", ExchangePostButton(post_id=own)),
            self._after("leader", ExchangePostButton(post_id=promised)),
            self._after("leader", ResponseButton(response_id=responses[0])),
            self._says("leader", WriteAboutButton(response_id=responses[0])),
            self._after("delegate", ExchangePostButton(post_id=promised)),
            self._says("council", RespondButton(post_id=own)),
            self._after("organiser", ExchangePostButton(post_id=hidden)),
            self._says("organiser", HidePostButton(post_id=own)),
            self._says("organiser", ShowPostButton(post_id=hidden)),
        ]

    async def _of_meetings_ahead(self) -> list[Situation]:
        """Plan a meeting, which takes proposals, and convene one whose registration may open."""
        services, secretary = self._services, self._people["secretary"]
        planned = await services.meeting_planning.create(secretary, a_plan_ahead(self._people))
        await services.meeting_planning.propose(self._people["leader"], planned, "Ремонт <крыши>")
        told = await self._write(lambda tx: convened(tx, self._people))
        waiting = await self._write(lambda tx: registering(tx, self._people))
        await services.meeting_pages.open_page(secretary, told, PageKind.SCREEN)
        return [
            self._says("leader", ProposeButton(meeting_id=planned)),
            self._after("secretary", UntoldButton(meeting_id=told)),
            self._after("secretary", DeskVoterButton(meeting_id=waiting, voter_id=VoterId(1))),
            self._after("secretary", PlanButton(meeting_id=planned)),
            self._after("secretary", ProposalsButton(meeting_id=planned)),
            self._after("secretary", RegistrarsButton(meeting_id=told)),
            self._after("secretary", PagesButton(meeting_id=told)),
            self._says("secretary", AddRegistrarButton(meeting_id=told)),
            self._says("secretary", CallOffButton(meeting_id=told)),
            self._says("secretary", OpenRegistrationButton(meeting_id=told, sure=True)),
        ]

    async def _of_meetings_today(self) -> list[Situation]:
        """Hold three: one with a vote on paper too, one with an open vote, one between items."""
        services, people = self._services, self._people
        chair, organiser, leader = (people[one] for one in ("chair", "organiser", "leader"))
        paper, voting = [await self._write(lambda tx: in_session(tx, people)) for _ in range(2)]
        for meeting in (paper, voting):
            await services.conducting.act(chair, meeting, ChairSaid(ChairAct.CALL, BUDGET))
            await services.delegating.ask_floor(leader, meeting)
            for act in (ChairAct.OPEN, ChairAct.LAST_CALL):
                await services.conducting.act(chair, meeting, ChairSaid(act, BUDGET))
        slips = await services.counting.slips(organiser, paper, BUDGET)
        first = slips.voters[0].voter
        await services.counting.issue_slip(organiser, paper, BUDGET, first)
        pausing = await self._write(lambda tx: in_session(tx, people, "leader", "delegate"))
        await services.conducting.act(chair, pausing, ChairSaid(ChairAct.CALL, CHARTER))
        member = people["member"]
        await services.delegating.raise_objection(member, pausing, "Не по <повестке>")
        return self._in_meetings(paper, voting, pausing)

    def _in_meetings(
        self, paper: MeetingId, voting: MeetingId, pausing: MeetingId
    ) -> list[Situation]:
        close = ItemActButton(meeting_id=voting, item_id=BUDGET, act=ItemAct.CLOSE, sure=True)
        hands = ItemActButton(meeting_id=pausing, item_id=CHARTER, act=ItemAct.HANDS)
        removal = MotionButton(meeting_id=pausing, motion=Motion.REMOVE, item_id=CHARTER)
        return [
            *(self._after("chair", _beside(pausing, screen)) for screen in PanelScreen),
            self._after("chair", _beside(voting, PanelScreen.QUEUE)),
            self._after("chair", removal),
            self._says("chair", close),
            self._says("chair", hands),
            self._says("chair", PanelActButton(meeting_id=pausing, act=PanelAct.END, sure=True)),
            self._after("organiser", TellersButton(meeting_id=paper)),
            self._after("organiser", DeskButton(meeting_id=pausing)),
            self._says("organiser", SlipsButton(meeting_id=paper, item_id=BUDGET)),
            self._says("organiser", DeskButton(meeting_id=paper)),
            self._after("leader", MeetingButton(meeting_id=pausing)),
            self._after("member", MeetingButton(meeting_id=pausing)),
            self._after("member", OwnButton(meeting_id=pausing)),
            self._after("leader", MeetingButton(meeting_id=voting)),
        ]

    async def _of_administrators(self) -> list[Situation]:
        administrator, setting = self._people["administrator"], Setting.EVENT_LEADS
        upload = Upload("file-1", "members.xlsx")
        await self._services.uploads.preview(administrator, upload, Batch(()))
        week = ChooseSettingButton(setting=setting, version=0, choice=7 * 24 * 60)
        return [
            self._after("administrator", AdminSettingButton(setting=setting)),
            self._after("administrator", week),
            self._says("administrator", AdminSettingButton(setting=Setting.QUIET_HOURS)),
            self._says("administrator", MergeButton(member_id=self._people["member"])),
            self._says("administrator", BackUpNowButton()),
            self._says("administrator", HereButton(place=Setting.COUNCIL_GROUP, number=777)),
            self._says("administrator", LoadButton()),
        ]


def _beside(meeting: MeetingId, screen: PanelScreen) -> PanelScreenButton:
    return PanelScreenButton(meeting_id=meeting, screen=screen)


def _said(said: CallbackData | str) -> Said:
    return Said(text=said) if isinstance(said, str) else Said(data=said.pack())

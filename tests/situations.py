"""Situations in which people press what no walk from /start comes to, in the alliance of `offices`.

Each is written down or made by the services, and names somebody who may do it: so every button,
link and answer is tried by a person for whom it is.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from aiogram.filters.callback_data import CallbackData

from bot.domain.administration.settings import Setting
from bot.domain.announcements.announcements import AnnouncementState
from bot.domain.announcements.contents import Link
from bot.domain.announcements.drafts import AnnouncementDraft, wording_of
from bot.domain.announcements.submissions import NewAnnouncement
from bot.domain.applications.applications import ApplicationFile, FileKind
from bot.domain.applications.applications import ApplicationState as State
from bot.domain.applications.details import Step
from bot.domain.applications.ids import ApplicationId
from bot.domain.directory.cards import CardDetails
from bot.domain.directory.letters import DirectoryLetterId
from bot.domain.events.events import EventId
from bot.domain.events.guests import PREFIX as GUEST
from bot.domain.events.passes import PASS_PREFIX, screen_payload
from bot.domain.events.views import EventView
from bot.domain.notices import MessageRef
from bot.domain.people.handovers import Handover
from bot.domain.people.imports import Batch
from bot.domain.people.invitations import Authority
from bot.domain.people.members import MemberId, OrganisationId
from bot.domain.people.people import PersonDetails
from bot.domain.polls.ballots import Ballot, ElectionBallot
from bot.domain.polls.materials import Material, MaterialKind
from bot.domain.polls.plans import CandidateId
from bot.domain.polls.polls import PollId
from bot.domain.polls.voters import VoterId
from bot.domain.shown import Shown
from bot.services.people.invitations import issue
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
from handlers.announcements.callbacks.announcements import SecondYesButton
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
from handlers.people.callbacks import HandoverAnswerButton, LeftoversButton, LoadButton, MergeButton
from handlers.polls.callbacks.polls import (
    CheckNumberButton,
    HolderButton,
    MyNumberButton,
    PollButton,
    StatementButton,
)
from handlers.ui.callbacks import EventButton, PollsButton, QueueButton
from storage.stores import Stores
from tests.announcing import a_plan, a_text
from tests.applicants import OTHER_INN, OTHER_OGRN
from tests.people import joined
from tests.polling import a_motion, an_election
from tests.pressing import Presses, Said
from tests.recorders import SENT
from tests.samples.applications import DETAILS as APPLICANT
from tests.samples.people import ANNA, MARIA, NOW, OLGA
from tests.samples.polls import ONE_THIRD, declared_poll

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
GONE = 150
"""The Telegram id of somebody who left the alliance."""

TEXTS = {"ru": a_text("Субботник!", Link("Подробнее", "https://example.org/")), "en": a_text("Hi")}
REPORT = Material(MaterialKind.DOCUMENT, "file-2", "Отчёт.pdf")
CARD = CardDetails(about="Учим плавать", fields=("Спорт",), photo="photo-1")


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
            *await self._of_administrators(),
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
        tied = await self._write(_tied)
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
        return [*found, self._says("organiser", await self._write(_unconfirmed))]

    async def _of_applications(self) -> list[Situation]:
        guest = self._people["guest"]
        sent, asked = await self._write(lambda tx: (_sent(tx, MARIA), _asked(tx, guest)))
        draft = await self._write(lambda tx: _drafted(tx, guest))
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
        home, letter, offer = await self._write(lambda tx: _at_home(tx, leader, member))
        token = await self._write(lambda tx: _invited(tx, home))
        await self._write(lambda tx: _departed(tx, home))
        return [
            self._says("stranger", f"/start {token}"),
            self._after("member", CardButton(organisation_id=home)),
            self._says("leader", AnswerButton(letter_id=letter)),
            self._says("leader", ConfirmCardButton(organisation_id=home)),
            self._says("member", HandoverAnswerButton(offer=offer, accepted=True)),
            self._after("organiser", LeftoversButton()),
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


def _said(said: CallbackData | str) -> Said:
    return Said(text=said) if isinstance(said, str) else Said(data=said.pack())


def _tied(tx: Stores) -> PollId:
    """Close an election in which two have as many votes, and no lot was drawn."""
    plan = an_election(2, 1, question="Кто секретарь?", closes_at=NOW, rules=ONE_THIRD)
    votes: list[Ballot] = [ElectionBallot(frozenset({CandidateId(one)})) for one in (1, 2)]
    return declared_poll(tx, plan, votes)


def _unconfirmed(tx: Stores) -> SecondYesButton:
    """Write an announcement down that waits for a second organiser."""
    state = AnnouncementState.UNCONFIRMED
    new = NewAnnouncement(a_plan("Съезд"), state, OLGA, NOW + DAY)
    added = tx.announcements.add(new, NOW)
    mark = tx.announcements.versions(added)[-1].mark
    return SecondYesButton(announcement_id=added, answer="yes", mark=mark)


def _drafted(tx: Stores, guest: MemberId) -> ApplicationId:
    """Write down an application that is filled in, with a file."""
    added = tx.applications.add(guest, NOW)
    found = tx.applications.get(added)
    assert found is not None
    details = replace(APPLICANT, inn=OTHER_INN, ogrn=OTHER_OGRN)
    files = (ApplicationFile(FileKind.DOCUMENT, "file-1", "Устав.pdf"),)
    review = replace(found, step=Step.REVIEW, reached=Step.REVIEW)
    tx.applications.save(replace(review, details=details, files=files))
    return added


def _sent(
    tx: Stores, applicant: MemberId, number: int = 1, state: State = State.SUBMITTED
) -> ApplicationId:
    """Write down an application that waits in the queue, and has no rival."""
    added = tx.applications.add(applicant, NOW)
    found = tx.applications.get(added)
    assert found is not None
    details = replace(APPLICANT, inn=f"667199346{number}", ogrn=f"102660540001{number}")
    tx.applications.save(replace(found, state=state, step=None, details=details, sent_at=NOW))
    return added


def _asked(tx: Stores, applicant: MemberId) -> ApplicationId:
    """Write down an application about which something is asked."""
    asked = _sent(tx, applicant, 2, State.ASKED)
    tx.applications.add_remark(asked, OLGA, "Пришлите устав.", NOW, by_applicant=False)
    return asked


def _at_home(
    tx: Stores, leader: MemberId, member: MemberId
) -> tuple[OrganisationId, DirectoryLetterId, int]:
    """Give the leader's organisation a card to confirm, a letter, and an offer of leadership.

    The last value is the number of the offer.
    """
    found = tx.members.get(leader)
    assert found is not None
    home = found.organisation
    assert home is not None
    tx.directory.save(home, CARD, leader, NOW - 366 * DAY)
    offer = Handover(home, leader, member, NOW)
    tx.handovers.offer(offer)
    letter = tx.directory_letters.add(home, ANNA, None, "Дадите мяч?", NOW)
    return home, letter, offer.number


def _invited(tx: Stores, home: OrganisationId) -> str:
    """Return the payload of an invitation that nobody has used."""
    person = tx.members.get(tx.members.add(PersonDetails("Новичок"), home))
    assert person is not None
    return issue(tx, person, NOW + DAY, Authority.ADMINISTRATOR).payload


def _departed(tx: Stores, home: OrganisationId) -> None:
    """Write down somebody who left the organisation, and was not seen to leave the group."""
    gone = joined(tx, PersonDetails("Бывший коллега"), NOW, home, telegram_id=GONE)
    tx.members.depart(gone, "Бывший коллега", NOW, guest=True)

"""What is written down of an alliance, because it comes about only after days, or elsewhere."""

from dataclasses import replace
from datetime import timedelta

from bot.domain.announcements.announcements import AnnouncementState
from bot.domain.announcements.submissions import NewAnnouncement
from bot.domain.applications.applications import ApplicationFile, FileKind
from bot.domain.applications.applications import ApplicationState as State
from bot.domain.applications.details import Step
from bot.domain.applications.ids import ApplicationId
from bot.domain.directory.cards import CardDetails
from bot.domain.directory.letters import DirectoryLetterId
from bot.domain.people.handovers import Handover
from bot.domain.people.invitations import Authority
from bot.domain.people.members import MemberId, OrganisationId
from bot.domain.people.people import PersonDetails
from bot.domain.polls.ballots import Ballot, ElectionBallot
from bot.domain.polls.plans import CandidateId
from bot.domain.polls.polls import PollId
from bot.services.people.invitations import issue
from handlers.announcements.callbacks.announcements import SecondYesButton
from storage.stores import Stores
from tests.announcing import a_plan
from tests.applicants import OTHER_INN, OTHER_OGRN
from tests.people import joined
from tests.polling import an_election
from tests.samples.applications import DETAILS as APPLICANT
from tests.samples.people import ANNA, NOW, OLGA
from tests.samples.polls import ONE_THIRD, declared_poll

DAY = timedelta(days=1)
GONE = 150
"""The Telegram id of somebody who left the alliance."""

CARD = CardDetails(about="Учим плавать", fields=("Спорт",), photo="photo-1")


def a_tie(tx: Stores) -> PollId:
    """Close an election in which two have as many votes, and no lot was drawn."""
    plan = an_election(2, 1, question="Кто секретарь?", closes_at=NOW, rules=ONE_THIRD)
    votes: list[Ballot] = [ElectionBallot(frozenset({CandidateId(one)})) for one in (1, 2)]
    return declared_poll(tx, plan, votes)


def an_unconfirmed_announcement(tx: Stores) -> SecondYesButton:
    """Write an announcement down that waits for a second organiser."""
    state = AnnouncementState.UNCONFIRMED
    new = NewAnnouncement(a_plan("Съезд"), state, OLGA, NOW + DAY)
    added = tx.announcements.add(new, NOW)
    mark = tx.announcements.versions(added)[-1].mark
    return SecondYesButton(announcement_id=added, answer="yes", mark=mark)


def a_filled_in_application(tx: Stores, guest: MemberId) -> ApplicationId:
    """Write down an application that is filled in, with a file."""
    added = tx.applications.add(guest, NOW)
    found = tx.applications.get(added)
    assert found is not None
    details = replace(APPLICANT, inn=OTHER_INN, ogrn=OTHER_OGRN)
    files = (ApplicationFile(FileKind.DOCUMENT, "file-1", "Устав.pdf"),)
    review = replace(found, step=Step.REVIEW, reached=Step.REVIEW)
    tx.applications.save(replace(review, details=details, files=files))
    return added


def a_sent_application(
    tx: Stores, applicant: MemberId, number: int = 1, state: State = State.SUBMITTED
) -> ApplicationId:
    """Write down an application that waits in the queue, and has no rival."""
    added = tx.applications.add(applicant, NOW)
    found = tx.applications.get(added)
    assert found is not None
    details = replace(APPLICANT, inn=f"667199346{number}", ogrn=f"102660540001{number}")
    tx.applications.save(replace(found, state=state, step=None, details=details, sent_at=NOW))
    return added


def an_asked_application(tx: Stores, applicant: MemberId) -> ApplicationId:
    """Write down an application about which something is asked."""
    asked = a_sent_application(tx, applicant, 2, State.ASKED)
    tx.applications.add_remark(asked, OLGA, "Пришлите устав.", NOW, by_applicant=False)
    return asked


def affairs_at_home(
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


def an_unused_invitation(tx: Stores, home: OrganisationId) -> str:
    """Return the payload of an invitation that nobody has used."""
    person = tx.members.get(tx.members.add(PersonDetails("Новичок"), home))
    assert person is not None
    return issue(tx, person, NOW + DAY, Authority.ADMINISTRATOR).payload


def somebody_who_left(tx: Stores, home: OrganisationId) -> None:
    """Write down somebody who left the organisation, and was not seen to leave the group."""
    gone = joined(tx, PersonDetails("Бывший коллега"), NOW, home, telegram_id=GONE)
    tx.members.depart(gone, "Бывший коллега", NOW, guest=True)

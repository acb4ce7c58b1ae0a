"""A small alliance, and what is said of its people, its mailings and its failures."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot.domain.announcements.announcements import AnnouncementDue
from bot.domain.backups import BackupDue, BackupEnded, BackupMade, Fault
from bot.domain.failures import FailedItem, ItemPutAside
from bot.domain.mailings import MailingId, Occasion
from bot.domain.notices import MailingProgressed, MessageRef, Notice, Subject
from bot.domain.people.affairs import (
    ColleagueLeft,
    Ended,
    LeadershipChanged,
    LeadershipOffered,
    MembershipEnded,
    OrganisationGone,
)
from bot.domain.people.consents import ConsentAsked, ConsentText
from bot.domain.people.group import GroupRemovalDue, GroupTagDue
from bot.domain.people.handovers import Handover
from bot.domain.people.members import Consent, MemberId, OrganisationId, Role, TelegramId
from bot.domain.people.people import OrganisationDetails, PersonDetails
from bot.domain.people.reachability import ReachabilityChanged
from bot.domain.people.rebindings import AccountConfirmed, AccountRebound, RebindingState
from bot.domain.people.roles import MenuChanged, RolesChanged
from bot.domain.priorities import Priority
from storage.stores import Stores
from tests.databases import run
from tests.people import consented, joined

NOW = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)  # 14:00 in Yekaterinburg
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
OLGA, ANNA, BORIS, VERA, GLEB, DINA, MARIA = map(MemberId, range(1, 8))
HOME, CENTRE = OrganisationId(1), OrganisationId(2)
GROUP = -1001


@dataclass(frozen=True, slots=True)
class Sample:
    """A notice to a person or a group; `note` tells two of one kind apart."""

    subject: Subject
    to: int
    edits: MessageRef | None = None
    note: str = ""

    def notice(self, key: str) -> Notice:
        person, chat = (None, self.to) if self.to < 0 else (MemberId(self.to), None)
        return Notice(key, person, self.subject, Priority.ANSWER, NOW, edits=self.edits, chat=chat)


def an_alliance(tx: Stores) -> None:
    """Write down Olga, who holds every office, four colleagues, Dina and a stranger, Maria."""
    for name, inn in (("Тёплый дом", "6671000017"), ("Центр «Рядом»", "6671000024")):
        tx.organisations.add(OrganisationDetails(name, name, inn, None, "Екатеринбург"))
    offices = frozenset({Role.CHAIR, Role.COUNCIL, Role.ORGANISER, Role.ADMINISTRATOR})
    council = frozenset({Role.COUNCIL})
    olga = PersonDetails("Ольга Сергеевна", "председатель", roles=offices)
    joined(tx, olga, NOW, HOME)
    for name in ("Анна Петрова", "Борис Ким", "Вера <Львовна>", "Глеб Орлов"):
        joined(tx, PersonDetails(name, "директор", roles=council), NOW, HOME)
    joined(tx, PersonDetails("Дина Юсупова", "бухгалтер"), NOW, CENTRE)
    tx.members.save_reachable(DINA, NOW - DAY, reachable=False)
    maria = tx.members.add_guest("Мария Белова")
    consented(tx, maria, NOW)


def of_people(tx: Stores) -> list[Sample]:
    waiting = tx.rebindings.add(BORIS, TelegramId(303), NOW)
    confirmed = tx.rebindings.add(VERA, TelegramId(304), NOW)
    tx.rebindings.decide(confirmed, RebindingState.CONFIRMED, OLGA)
    club, spark = (
        tx.organisations.add(OrganisationDetails(name, name, inn, None, ""))
        for name, inn in (("Клуб <Лето>", "6671000031"), ("Фонд «Искра»", "6671000048"))
    )
    tx.handovers.offer(Handover(club, VERA, ANNA, NOW))
    tx.organisations.save_leader(club, VERA)
    tx.organisations.save_left(spark, NOW)
    changed = ReachabilityChanged((CENTRE,), (HOME,), (DINA,), (ANNA,))
    return [
        Sample(changed, OLGA),
        Sample(AccountRebound(waiting), OLGA),
        Sample(AccountConfirmed(confirmed), VERA),
        Sample(LeadershipOffered(club), ANNA),
        Sample(LeadershipChanged(club, VERA), VERA, note="to the leader"),
        Sample(LeadershipChanged(club, VERA, "приказ <5>"), ANNA, note="by the secretary"),
        Sample(ColleagueLeft(club, BORIS), VERA),
        Sample(MembershipEnded(spark, Ended.LEFT), ANNA, note="left"),
        Sample(MembershipEnded(spark, Ended.RECORDED, "заявление <7>"), ANNA, note="recorded"),
        Sample(MembershipEnded(spark, Ended.EXCLUDED, "Исключить?"), ANNA, note="excluded"),
        Sample(OrganisationGone(spark), OLGA),
        Sample(GroupTagDue(ANNA), GROUP),
        Sample(GroupRemovalDue(MARIA), GROUP),
    ]


def of_consents(tx: Stores) -> list[Sample]:
    tx.consents.put_in_force(ConsentText(1, "…"), NOW - DAY)
    tx.members.save_consent(GLEB, Consent(2, NOW - 2 * DAY))  # to another text
    return [Sample(ConsentAsked(1), GLEB)]


def of_roles(_tx: Stores) -> list[Sample]:
    council, chair = RolesChanged((Role.COUNCIL,), ()), RolesChanged((), (Role.CHAIR,))
    both = RolesChanged((Role.COUNCIL, Role.ORGANISER), (Role.SECRETARY,))
    return [
        Sample(council, ANNA, note="given"),
        Sample(chair, ANNA, note="taken"),
        Sample(both, OLGA, note="both"),
        Sample(MenuChanged(), OLGA),
    ]


def of_mailings(tx: Stores) -> list[Sample]:
    mailing = tx.mailings.add(Occasion.BALLOTS, "Смета на <год>", OLGA, 2, NOW - HOUR)
    _tells(tx, mailing)
    return [Sample(MailingProgressed(mailing), OLGA)]


def _tells(tx: Stores, mailing: MailingId) -> None:
    """Have the mailing reach two people and wait for a third."""
    tx.outbox.add(
        [
            Notice(
                f"mailed:{one}",
                one,
                MailingProgressed(mailing),
                Priority.BROADCAST,
                NOW + DAY,
                mailing,
            )
            for one in (ANNA, BORIS, VERA)
        ],
        NOW,
    )
    sent = "UPDATE notices SET state = 'sent', settled_at = ? WHERE key IN ('mailed:2', 'mailed:3')"
    run(tx, sent, "2026-12-01T08:59:00.000000+00:00")


def of_backups(tx: Stores) -> list[Sample]:
    failed = FailedItem(BackupDue.NIGHTLY, 20261201, 5, Fault.NO_ROOM, None, NOW)
    large = BackupMade("/srv/alliance-bot/backups/alliance-2026-12-01.sqlite3.age", 73_400_001)
    gone = BackupMade("/srv/alliance-bot/backups/alliance-2026-11-01.sqlite3.age", 2_000_000)
    return [
        Sample(large, OLGA, note="too large"),
        Sample(gone, OLGA, note="no longer there"),
        Sample(BackupEnded("", large.path, large.size), OLGA, note="asked for"),
        Sample(BackupEnded(Fault.NO_ROOM, "", 0), OLGA, note="asked for and not made"),
        Sample(ItemPutAside(tx.failures.save(failed)), OLGA, note="of a backup"),
    ]


def of_failures(tx: Stores) -> list[Sample]:
    item = FailedItem(AnnouncementDue.SENDING, 12, 5, "ValueError at times.py:21", None, NOW)
    return [Sample(ItemPutAside(tx.failures.save(item)), OLGA)]

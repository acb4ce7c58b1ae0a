"""Everybody's way from /start: in at most three taps to each act, and no button refuses.

What each role reaches, and how far it is, stands in `golden/ways.txt`; commands in a text are
tapped, too. «Further» is what a role may do (`golden/rights.txt`) and does not find within three
taps: steps of an act, and buttons of notices. A new act without a way comes to stand there. Where
a change is meant, write the file again, and read what has changed:

    GOLDEN=renew python -m pytest tests/handlers/test_ways.py
"""

import os
from collections.abc import AsyncIterator
from itertools import pairwise
from pathlib import Path

import pytest

from bot.domain.people.members import TelegramId
from handlers.features import MENU
from tests.alliance import a_config
from tests.offices import PEOPLE, bare_alliance, full_alliance, with_everything
from tests.pressing import CONSENT, Presses, Said
from tests.samples.people import NOW
from tests.walking import DEEP, Walk, walk

GOLDEN = Path(__file__).parent / "golden" / "ways.txt"
RIGHTS = GOLDEN.with_name("rights.txt")
EXPECTED = ("/me: NotMember", "erase: OnlyAdministratorStays", "adinv: alert")
"""What may be said no to.

The consent of an applicant tells of /me, which works once they have given it. The only
administrator is told what to do before their data can go, and that everybody has joined already.
"""

IN_A_GROUP = " in a group"

OF_MEMBERS = {"EventButton", "RsvpButton", "PollButton", "SettingsButton screen=data", "/me"} | {
    "BrowseButton",
    "CardButton",
    "OwnOrganisationButton",
}
OF_LEADERS = {"EditCardButton", "NewColleagueButton", "ColleagueButton", "LeaveAllianceButton"}
OF_ADMINISTRATORS = {"FindPersonToManageButton", "ImportButton", "AddPersonButton"} | {
    "AdminSettingButton",
    "AuditButton",
    "AuditFileButton",
    "BackupsButton",
}
OF_ORGANISERS = {"CreateButton", "BoardButton", "AnswersButton", "ChangeButton", "MoveButton"} | {
    "CancelButton",
    "DoorButton",
    "WriteButton group=None",
    "AnnounceButton",
    "ReachabilityButton",
    "AnnouncementButton",
}
OF_PRESIDING = {"NewPollButton", "PollBoardButton", "NewMinutesButton", "MinutesButton"} | {
    "QueueButton",
    "QueuedButton",
}
ACTS = {
    "stranger": {"ApplyButton", "ApplyConsentButton"},
    "guest": {"EventsButton", "ApplyButton", "SettingsButton screen=data"},
    "invited": {"ConsentButton", "LanguageButton joining=True"},
    "member": OF_MEMBERS,
    "delegate": OF_MEMBERS | {"VoteButton", "EditCardButton"},
    "leader": OF_MEMBERS | OF_LEADERS | {"VoteButton"},
    "organiser": OF_MEMBERS | OF_ORGANISERS,
    "secretary": OF_MEMBERS | OF_PRESIDING | {"VoteButton", "OrganisationCardButton"},
    "council": OF_MEMBERS | {"PollMoreButton"},
    "chair": OF_MEMBERS | OF_PRESIDING | {"VoteButton", "OrganisationCardButton"},
    "administrator": OF_MEMBERS | OF_ORGANISERS | OF_ADMINISTRATORS,
    "former": {"ApplyButton"},
}
"""What each role is there for (product.md, «Who may what»): the least that it must reach."""


@pytest.fixture
async def presses(tmp_path: Path) -> AsyncIterator[Presses]:
    made = Presses(tmp_path / "alliance.sqlite3", a_config(tmp_path, "http://127.0.0.1:9"), NOW)
    yield made
    made.close()


def allowed() -> dict[str, set[str]]:
    """Return the buttons and commands that each role may use, as the table of rights says."""
    may: dict[str, set[str]] = {role: set() for role in PEOPLE}
    rows = RIGHTS.read_text("utf-8").splitlines()
    for name, roles in pairwise(rows):
        if not name.startswith((" ", "an answer", "/start")):
            for role in may.keys() & set(roles.split()):
                may[role].add(name)
    return may


def described(role: str, walked: Walk, may: set[str]) -> str:
    """Return what a role reaches by how many taps, and what else it may do."""
    lines = [role]
    for depth in range(1, DEEP + 1):
        reached = sorted(name for name, far in walked.found.items() if far == depth)
        lines.append(f"    {depth}: {', '.join(reached)}")
    there = {name for name in may if name.endswith(IN_A_GROUP)}
    if there:
        lines.append(f"    said in a group: {', '.join(sorted(there))}")
    lines.append(f"    further: {', '.join(sorted(may - walked.found.keys() - there))}")
    return "\n".join(lines)


def refusals(walked: Walk) -> list[str]:
    return [one for one in walked.refused if not one.startswith(EXPECTED)]


async def test_each_act_of_a_role_is_at_most_three_taps_from_start(tmp_path: Path) -> None:
    presses = Presses(tmp_path / "alliance.sqlite3", with_everything(tmp_path), NOW)
    await full_alliance(presses)
    walks = {role: await walk(presses, person) for role, person in PEOPLE.items()}

    missing = {role: ACTS[role] - walks[role].found.keys() for role in PEOPLE}
    assert not any(missing.values()), missing
    presses.close()
    assert presses.faults == []
    may = allowed()
    rows = [described(role, walked, may[role]) for role, walked in walks.items()]
    table = "\n".join([*rows, ""])
    if os.environ.get("GOLDEN") == "renew":
        GOLDEN.write_text(table, "utf-8")
    assert table == GOLDEN.read_text("utf-8")


async def test_no_button_leads_to_a_refusal_where_nothing_is_configured(presses: Presses) -> None:
    await bare_alliance(presses)
    refused = {role: refusals(await walk(presses, person)) for role, person in PEOPLE.items()}
    assert not any(refused.values()), refused


async def test_the_menu_has_each_command_that_a_role_may_use_and_no_other(presses: Presses) -> None:
    await bare_alliance(presses)
    commands = {one.name for one in MENU.commands}
    for role, person in PEOPLE.items():
        member = await presses.services.members.recognise(TelegramId(person))
        if member is None or not member.consents_to(CONSENT.version):
            continue
        listed = {one.command for one in MENU.listed(member, presses.texts.for_language("ru"))}
        with presses.storage.savepoint("menu", kept=False):
            told = {one: await presses.does(person, Said(text=f"/{one}")) for one in commands}
        may = {name for name, one in told.items() if not one.refused.startswith("Only")}
        assert listed | {"start"} == may | {"start"}, role

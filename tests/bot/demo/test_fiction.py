from collections import Counter

import pytest
from stdnum.ru import inn, ogrn

from bot.config.directory import DirectorySection
from bot.demo.cards import cards_of
from bot.demo.fiction import Fiction, make_fiction
from bot.domain.directory.cards import ContactKind, checked_about, checked_fields, checked_site
from bot.domain.events.plans import checked_description, checked_place, checked_title
from bot.domain.people.members import Role, effective

SEEDS = (1, 2, 7, 2026)


@pytest.fixture(params=SEEDS)
def fiction(request: pytest.FixtureRequest) -> Fiction:
    return make_fiction(request.param)


def holders(fiction: Fiction, role: Role) -> list[str]:
    return [
        figure.details.name for figure in fiction.figures if role in effective(figure.details.roles)
    ]


def test_there_are_120_organisations_and_150_people(fiction: Fiction) -> None:
    assert len(fiction.organisations) == 120
    assert len(fiction.figures) == 150


def test_every_inn_and_ogrn_is_valid_and_of_a_region_that_does_not_exist(fiction: Fiction) -> None:
    for organisation in fiction.organisations:
        number = organisation.ogrn or ""

        assert inn.is_valid(organisation.inn)
        assert len(organisation.inn) == 10
        assert organisation.inn[:2] == "96"
        assert ogrn.is_valid(number)
        assert len(number) == 13
        assert number[3:5] == "96"


@pytest.mark.parametrize("field", ["name", "short_name", "inn", "ogrn"])
def test_no_two_organisations_share_a_name_or_a_number(fiction: Fiction, field: str) -> None:
    values = [getattr(organisation, field) for organisation in fiction.organisations]

    assert len(set(values)) == 120


def test_the_applicant_is_of_a_valid_organisation_that_is_not_in_the_alliance_yet(
    fiction: Fiction,
) -> None:
    applicant = fiction.applicant
    organisation, number = applicant.figure.organisation, applicant.figure.organisation.ogrn or ""

    assert inn.is_valid(organisation.inn)
    assert ogrn.is_valid(number)
    assert organisation.inn[:2] == number[3:5] == "96"
    assert organisation.inn not in {one.inn for one in fiction.organisations}
    assert applicant.figure.details.name not in {one.details.name for one in fiction.figures}
    assert not inn.is_valid(applicant.wrong_inn)


def test_no_two_people_share_a_name_or_an_address(fiction: Fiction) -> None:
    assert len({figure.details.name for figure in fiction.figures}) == 150
    assert len({figure.details.email for figure in fiction.figures}) == 150


def test_nobody_can_be_reached_by_mail_in_the_real_world(fiction: Fiction) -> None:
    assert all(figure.details.email.endswith(".example") for figure in fiction.figures)


def test_every_organisation_has_one_leader(fiction: Fiction) -> None:
    leaders = Counter(
        figure.organisation.inn for figure in fiction.figures if Role.LEADER in figure.details.roles
    )

    assert leaders == dict.fromkeys((each.inn for each in fiction.organisations), 1)


def test_the_council_has_nine_members_with_a_chair_and_a_secretary(fiction: Fiction) -> None:
    assert len(holders(fiction, Role.COUNCIL)) == 9
    assert len(holders(fiction, Role.CHAIR)) == 1
    assert len(holders(fiction, Role.SECRETARY)) == 1


def test_organisers_come_first_then_the_chair_and_the_council(fiction: Fiction) -> None:
    names = [figure.details.name for figure in fiction.figures]

    assert holders(fiction, Role.ORGANISER) == names[:2]
    assert holders(fiction, Role.CHAIR) == names[2:3]
    assert holders(fiction, Role.COUNCIL) == names[2:11]


def test_those_without_an_office_are_delegates(fiction: Fiction) -> None:
    delegates = [figure for figure in fiction.figures if figure.details.delegate]

    assert len(delegates) == 28
    assert not any(figure.details.roles for figure in delegates)


def test_surnames_agree_with_first_names_in_gender(fiction: Fiction) -> None:
    feminine = ("а", "я")
    masculine_in_a = {"Илья", "Никита"}
    for figure in fiction.figures:
        if figure.last_name.endswith(("ко", "ик")):
            continue  # these do not change
        woman = figure.first_name.endswith(feminine) and figure.first_name not in masculine_in_a
        assert figure.last_name.endswith(feminine) == woman, figure.details.name


def test_the_same_seed_makes_the_same_alliance_and_another_one_another() -> None:
    assert make_fiction(1) == make_fiction(1)
    assert make_fiction(1).organisations != make_fiction(2).organisations


def test_the_events_are_such_as_the_wizard_takes_as_they_are(fiction: Fiction) -> None:
    for event in (fiction.event, fiction.next_event):
        assert checked_title(event.title) == event.title
        assert checked_description(event.description) == event.description
        assert checked_place(event.place) == event.place


def test_every_organisation_tells_about_itself_as_a_form_would_take_it(fiction: Fiction) -> None:
    cards = dict(cards_of(fiction))

    assert cards.keys() == {one.inn for one in fiction.organisations}
    for card in cards.values():
        assert checked_about(card.about) == card.about
        assert checked_site(card.site) == card.site
        assert checked_fields(card.fields, DirectorySection().known) == card.fields
        assert dict(card.contacts)[ContactKind.EMAIL].endswith(".example.org")

from dataclasses import replace

from bot.domain.people.imports import Batch, Known, check, plan
from bot.domain.people.members import Role
from bot.domain.people.rows import Column, Row, RowFault

INN = "6671000017"
OTHER_INN = "6671000024"
OGRN = "1026600000019"
OTHER_OGRN = "1026600000020"


def row(number: int, **cells: str) -> Row:
    filled = {"organisation": "Рассвет", "inn": INN, "person": "Иванова Мария"} | cells
    return Row(number, {Column(name): text for name, text in filled.items()})


def refused(batch: Batch) -> dict[int, list[tuple[Column, RowFault, tuple[int, ...]]]]:
    return {
        each.number: [(problem.column, problem.fault, problem.rows) for problem in each.problems]
        for each in batch.refused
    }


def known(batch: Batch) -> Known:
    """Return what is stored once the batch went in."""
    return Known(
        organisations={row.organisation.inn: row.organisation for row in batch.rows},
        owners={row.organisation.ogrn or "": row.organisation.inn for row in batch.rows},
        people={row.key: row.person for row in batch.rows},
    )


def test_good_rows_go_in_beside_bad_ones() -> None:
    batch = check([row(2), row(3, person="Петров Пётр", inn="12"), row(4, person="Ли Ян")])

    assert [each.number for each in batch.rows] == [2, 4]
    assert refused(batch) == {3: [(Column.INN, RowFault.NOT_INN, ())]}


def test_one_inn_with_two_names_keeps_both_out() -> None:
    batch = check([row(2), row(5, organisation="Закат", person="Петров Пётр")])

    assert batch.rows == ()
    assert refused(batch) == {
        2: [(Column.ORGANISATION, RowFault.CONTRADICTION, (5,))],
        5: [(Column.ORGANISATION, RowFault.CONTRADICTION, (2,))],
    }


def test_two_organisations_cannot_share_an_ogrn() -> None:
    batch = check([row(2, ogrn=OGRN), row(3, inn=OTHER_INN, organisation="Закат", ogrn=OGRN)])

    assert refused(batch) == {
        2: [(Column.INN, RowFault.CONTRADICTION, (3,))],
        3: [(Column.INN, RowFault.CONTRADICTION, (2,))],
    }


def test_an_organisation_cannot_have_two_leaders() -> None:
    batch = check(
        [
            row(2, roles="leader"),
            row(3, roles="leader", person="Петров Пётр"),
            row(4, person="Ли Ян"),
        ]
    )

    assert [each.number for each in batch.rows] == [4]
    assert refused(batch)[2] == [(Column.ROLES, RowFault.CONTRADICTION, (3,))]


def test_leaders_of_two_organisations_do_not_disagree() -> None:
    rows = [row(2, roles="leader"), row(3, roles="leader", inn=OTHER_INN, organisation="Закат")]

    assert check(rows).refused == ()


def test_the_same_person_twice_with_different_data_keeps_both_out() -> None:
    batch = check([row(2, position="директор"), row(3, person="ИВАНОВА  Мария")])

    assert refused(batch) == {
        2: [(Column.PERSON, RowFault.CONTRADICTION, (3,))],
        3: [(Column.PERSON, RowFault.CONTRADICTION, (2,))],
    }


def test_rows_that_differ_by_case_yo_and_spaces_only_agree_and_the_first_one_counts() -> None:
    batch = check(
        [
            row(2, organisation="Центр «Ёлка»", position="Директор", municipality="Ревда"),
            row(3, organisation="ЦЕНТР  «Елка»", person="ИВАНОВА Мария", position="директор"),
            row(4, organisation="центр« ёлка »", person="Ли Ян", municipality=" РЕВДА "),
        ]
    )
    planned = plan(batch, Known())

    assert batch.refused == ()
    assert [one.after.name for one in planned.organisations] == ["Центр «Ёлка»"]
    assert [one.after.municipality for one in planned.organisations] == ["Ревда"]
    assert [one.after.name for one in planned.people] == ["Иванова Мария", "Ли Ян"]
    assert planned.people[0].after.position == "Директор"


def test_the_same_row_twice_is_one_person() -> None:
    batch = check([row(2), row(3)])
    planned = plan(batch, Known())

    assert batch.refused == ()
    assert len(planned.people) == len(planned.organisations) == 1


def test_what_one_row_leaves_empty_another_one_tells() -> None:
    batch = check(
        [
            row(2),
            row(3, person="Петров Пётр", ogrn=OGRN, short_name="Р", municipality="Ревда"),
            row(4, person="Ли Ян"),
        ]
    )

    assert {each.organisation for each in batch.rows} == {batch.rows[0].organisation}
    assert batch.rows[0].organisation.ogrn == OGRN
    assert batch.rows[0].organisation.short_name == "Р"
    assert batch.rows[0].organisation.municipality == "Ревда"


def test_a_bad_row_contradicts_nobody() -> None:
    batch = check([row(2), row(3, organisation="Закат", phone="?")])

    assert [each.number for each in batch.rows] == [2]


def test_into_an_empty_alliance_everything_is_new() -> None:
    planned = plan(check([row(2), row(3, person="Петров Пётр")]), Known())

    assert planned.counts() == {
        "organisations_added": 1,
        "organisations_changed": 0,
        "people_added": 2,
        "people_changed": 0,
        "unchanged": 0,
        "refused": 0,
    }


def test_the_same_file_again_changes_nothing() -> None:
    batch = check([row(2, ogrn=OGRN, roles="leader"), row(3, person="Петров Пётр")])
    planned = plan(batch, known(batch))

    assert planned.changes_nothing
    assert planned.unchanged == 3


def test_a_change_names_the_fields_that_differ() -> None:
    before = known(check([row(2, position="директор", ogrn=OGRN)]))
    planned = plan(check([row(2, position="президент", roles="chair", ogrn=OTHER_OGRN)]), before)

    (organisation,), (person,) = planned.organisations, planned.people
    assert organisation.fields == ("ogrn",)
    assert person.fields == ("position", "roles")
    assert not person.is_new


def test_a_file_without_patronymics_takes_none_away() -> None:
    before = known(check([row(2, patronymic="Сергеевна", ogrn=OGRN)]))

    assert plan(check([row(2, ogrn=OGRN)]), before).changes_nothing
    (person,) = plan(check([row(2, patronymic="Олеговна", ogrn=OGRN)]), before).people
    assert person.fields == ("patronymic",)


def test_a_file_without_documents_takes_none_away() -> None:
    before = known(check([row(2, document="решение № 2", ogrn=OGRN)]))

    assert plan(check([row(2, ogrn=OGRN)]), before).changes_nothing
    (person,) = plan(check([row(2, document="решение № 3", ogrn=OGRN)]), before).people
    assert (person.fields, person.after.document) == (("document",), "решение № 3")


def test_an_ogrn_that_another_organisation_has_keeps_the_row_out() -> None:
    before = known(check([row(2, ogrn=OGRN)]))
    planned = plan(check([row(9, inn=OTHER_INN, organisation="Закат", ogrn=OGRN)]), before)

    assert planned.changes_nothing
    assert refused(Batch((), planned.refused)) == {9: [(Column.OGRN, RowFault.TAKEN, ())]}


def test_an_import_takes_roles_away_but_never_the_administrators() -> None:
    batch = check([row(2)])
    (imported,) = batch.rows
    roles = frozenset({Role.ADMINISTRATOR, Role.CHAIR})
    before = replace(known(batch), people={imported.key: replace(imported.person, roles=roles)})

    (person,) = plan(batch, before).people
    assert person.after.roles == {Role.ADMINISTRATOR}

"""Numbers and addresses as people type them."""

import pytest

from bot.domain.people.registers import email_of, inn_of, is_personal, ogrn_of, phone_of


@pytest.mark.parametrize(
    ("typed", "inn"),
    [
        ("6671993453", "6671993453"),
        (" 66 71 993 453 ", "6671993453"),
        ("6671993454", None),  # its check digit is another one
        ("667199345", None),
        ("500100732259", None),  # a person's
        ("0012345678", None),
        ("не знаю", None),
        ("🎄" * 10, None),
        ("", None),
    ],
)
def test_an_inn_of_an_organisation_has_ten_digits_that_agree(typed: str, inn: str | None) -> None:
    assert inn_of(typed) == inn


def test_a_persons_inn_is_told_from_a_mistyped_one() -> None:
    assert is_personal("500100732259")
    assert not is_personal("500100732250")
    assert not is_personal("6671993453")


@pytest.mark.parametrize(
    ("typed", "ogrn"),
    [
        ("1026605400007", "1026605400007"),
        ("1026605400008", None),
        ("304500116000157", None),  # an entrepreneur's
        ("", None),
    ],
)
def test_an_ogrn_has_thirteen_digits_that_agree(typed: str, ogrn: str | None) -> None:
    assert ogrn_of(typed) == ogrn


@pytest.mark.parametrize("typed", ["8 (912) 345-67-89", "+7 912 345 67 89", "9123456789"])
def test_a_phone_is_read_as_it_is_dialled_in_russia(typed: str) -> None:
    assert phone_of(typed) == "+79123456789"


@pytest.mark.parametrize("typed", ["12", "позвоните", "+7 912", ""])
def test_what_nobody_could_call_is_no_phone(typed: str) -> None:
    assert phone_of(typed) is None


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("info@example.org", True),
        ("дом@пример.рф", True),
        ("info@example", False),
        ("info example.org", False),
        (f"{'a' * 250}@example.org", False),
    ],
)
def test_an_address_has_the_form_of_one(typed: str, right: bool) -> None:
    assert (email_of(typed) == typed) is right

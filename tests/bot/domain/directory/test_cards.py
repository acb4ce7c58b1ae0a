"""What a card takes from people."""

import pytest

from bot.domain.directory.cards import (
    ABOUT_LIMIT,
    FIELDS_LIMIT,
    ContactKind,
    checked_about,
    checked_contact,
    checked_fields,
    checked_site,
)
from bot.domain.directory.refusals import FieldsUnknown
from bot.domain.people.refusals import CellRefused
from bot.domain.refusals import LinkUnreadable, TextMissing, TextTooLong
from bot.domain.searching.fields import FieldOfWork, field_of


@pytest.mark.parametrize(
    ("typed", "site"),
    [
        ("dom.example.org", "https://dom.example.org"),
        ("http://dom.example.org/о-нас", "http://dom.example.org/о-нас"),
        ("  HTTPS://dom.example.org ", "HTTPS://dom.example.org"),
        ("дом.рф:8080/путь", "https://дом.рф:8080/путь"),
        ("dom\u200b.example.org", "https://dom.example.org"),
    ],
)
def test_a_web_address_is_taken_with_its_scheme_or_without(typed: str, site: str) -> None:
    assert checked_site(typed) == site


@pytest.mark.parametrize(
    "typed",
    [
        *("javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "ftp://a.org"),
        *("https://", "дом", "два слова.рф", "https://user@dom.org", 'https://a.org/"><b>', ""),
        *("https://[::1", "java\u200bscript:alert(1)", "https://dom.org:порт", "mailto:a@b.org"),
    ],
)
def test_anything_else_is_no_site(typed: str) -> None:
    with pytest.raises(LinkUnreadable):
        checked_site(typed)


def test_a_description_loses_what_nobody_sees() -> None:
    assert checked_about("\u202eПечём\u200b хлеб\u0007\nи <b>пироги</b>") == (
        "Печём хлеб\nи <b>пироги</b>"
    )


def test_a_description_of_ten_thousand_characters_is_refused() -> None:
    with pytest.raises(TextTooLong) as refused:
        checked_about("а" * 10_000)
    assert (refused.value.limit, refused.value.length) == (ABOUT_LIMIT, 10_000)
    with pytest.raises(TextMissing):
        checked_about("\u200b\u2060")


def test_contacts_are_a_telephone_number_and_an_address() -> None:
    assert checked_contact(ContactKind.PHONE, "8 (343) 371-12-34") == "+73433711234"
    assert checked_contact(ContactKind.EMAIL, " dom@example.org") == "dom@example.org"
    with pytest.raises(CellRefused):
        checked_contact(ContactKind.PHONE, "dom@example.org")
    with pytest.raises(CellRefused):
        checked_contact(ContactKind.EMAIL, "нет")


def test_fields_are_those_of_the_alliance_in_its_order_and_few() -> None:
    known = [FieldOfWork(f"{number}") for number in range(9)]
    assert checked_fields(("2", "1", "1"), known) == ("1", "2")
    for wrong in (("другое",), [f"{number}" for number in range(FIELDS_LIMIT + 1)]):
        with pytest.raises(FieldsUnknown):
            checked_fields(wrong, known)


def test_a_field_of_the_configuration_has_other_words_after_a_colon() -> None:
    assert field_of("Животные: собаки,  кошки ,") == FieldOfWork("Животные", ("собаки", "кошки"))
    assert field_of("Спорт") == FieldOfWork("Спорт")

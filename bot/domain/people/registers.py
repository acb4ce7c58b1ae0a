"""Check registration numbers, telephone numbers and e-mail addresses as people type them."""

import re

EMAIL_LIMIT = 254
_EMAIL = re.compile(r"""[^@\s,;:<>"]+@[^@\s,;:<>"]+\.[^@\s.,;:<>"]+""")
_INN_LENGTH, _OGRN_LENGTH = 10, 13


def inn_of(text: str) -> str | None:
    """Return the 10 digits of an organisation; refuse a person's 12, and the region 00."""
    from stdnum.ru import inn as inn_rules  # noqa: PLC0415  heavy, and seldom needed

    number = inn_rules.compact(text)
    right = len(number) == _INN_LENGTH and not number.startswith("00")
    return number if right and inn_rules.is_valid(number) else None


def ogrn_of(text: str) -> str | None:
    """Return the 13 digits of an organisation; refuse an entrepreneur's ОГРНИП of 15."""
    from stdnum.ru import ogrn as ogrn_rules  # noqa: PLC0415  heavy, and seldom needed

    number = ogrn_rules.compact(text)
    return number if len(number) == _OGRN_LENGTH and ogrn_rules.is_valid(number) else None


def is_personal(text: str) -> bool:
    """Tell whether this is the ИНН of a person or an entrepreneur: 12 digits."""
    from stdnum.ru import inn as inn_rules  # noqa: PLC0415  heavy, and seldom needed

    number = inn_rules.compact(text)
    return len(number) != _INN_LENGTH and inn_rules.is_valid(number)


def phone_of(text: str) -> str | None:
    """Return a number in E.164; one without a country code is read as Russian."""
    import phonenumbers  # noqa: PLC0415  heavy, and seldom needed

    try:
        number = phonenumbers.parse(text, "RU")
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def email_of(text: str) -> str | None:
    """Return an e-mail address of valid form; whether it exists is not checked."""
    return text if len(text) <= EMAIL_LIMIT and _EMAIL.fullmatch(text) else None

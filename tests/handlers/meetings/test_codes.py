"""The sheet of one-time codes, as a registrar prints it."""

import pytest

from tests.alliance import UNPACED, Alliance
from tests.congresses import Congress
from tests.tapping import PATIENCE, taps


@pytest.fixture
def settings() -> dict[str, str]:
    return UNPACED


async def test_a_sheet_of_codes_that_did_not_arrive_is_printed_again(alliance: Alliance) -> None:
    congress = await Congress(alliance).gathers()
    await congress.convenes()
    await congress.registers(1, 2, 3)
    maria = congress.maria
    await maria.says("/meeting")
    await taps(maria, "Регистрация", "Коды на печать", "Да, напечатать")
    await maria.sees("Разрежьте лист", PATIENCE)
    first = (await congress.state()).codes
    await taps(maria, "Лист не пришёл")
    await maria.sees("Получится 3 кода", PATIENCE)
    await taps(maria, "Да, напечатать заново")
    await maria.sees("Готовим лист: 3 кода", PATIENCE)
    again = (await congress.state()).codes
    assert first.keys() == again.keys()
    assert {one.digest for one in first.values()}.isdisjoint(one.digest for one in again.values())

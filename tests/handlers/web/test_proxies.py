"""Somebody comes to the desk's page with the paper of a proxy."""

import pytest

from bot.domain.meetings.terms import Ground
from bot.domain.polls.voters import VoterId
from tests.general_meetings import OUTSIDER
from tests.meeting_pages import Hall, Seen

FOURTH = VoterId(4)
PAPER = {"number": "7 <б>", "issued": "2026-12-01", "expires": "2026-12-31"}
REST = {"issuer": "Глава 4", "scope": "Голосовать по всем вопросам"}


async def brings(hall: Hall, **fields: str | int) -> Seen:
    """Have a registrar send the form for the fourth organisation."""
    page = f"/desk/{hall.desk}/proxy?voter={FOURTH}&q=Прохожий"
    return await hall.posts(page, "", **{"person": OUTSIDER} | PAPER | REST | fields)


async def test_a_holder_is_found_by_name_and_registered_by_the_seen_paper(
    registering: Hall,
) -> None:
    hall, meeting = registering, registering.meeting
    desk = await hall.gets(f"/desk/{hall.desk}?q=004")
    assert f'href="/desk/{hall.desk}/proxy?voter=4"' in desk.text
    page = f"/desk/{hall.desk}/proxy?voter=4"
    assert "Кому выдана" not in (await hall.gets(page)).words
    assert "Никого не нашли" in (await hall.gets(f"{page}&q=Никто")).words
    found = await hall.gets(f"{page}&q=прохожий")
    assert "Прохожий" in found.words
    assert 'name="issuer" required maxlength="200" value="Глава 4"' in found.text
    done = await brings(hall)
    assert "1 из 5 организаций на месте" in done.words
    (mandate,) = (await meeting.state()).present[FOURTH]
    assert (mandate.ground, mandate.person) == (Ground.PROXY, OUTSIDER)
    assert mandate.proxy is not None
    assert (mandate.proxy.number, mandate.proxy.issuer) == ("7 <б>", "Глава 4")
    assert (await meeting.verdict()).holds


@pytest.mark.parametrize(
    "wrong",
    [
        {"issued": "2026-12-21"},
        {"issued": "вчера в 12:00"},
        {"expires": "2026-12-19"},
        {"expires": "0000-00-00"},
        {"number": " "},
        {"scope": "я" * 250},
        {"person": ""},
        {"person": "9" * 18},
    ],
)
async def test_a_paper_that_gives_no_right_registers_nobody_and_what_was_typed_stays(
    registering: Hall, wrong: dict[str, str]
) -> None:
    hall = registering
    refused = await brings(hall, **wrong)
    assert refused.status == 409
    assert 'role="alert"' in refused.text
    assert 'value="7 &lt;б&gt;"' in refused.text or "number" in wrong
    assert (await hall.meeting.state()).present == {}


async def test_the_page_of_a_proxy_opens_by_the_secret_of_a_desk_only(registering: Hall) -> None:
    hall = registering
    for secret in (hall.screen, "x"):
        assert (await hall.gets(f"/desk/{secret}/proxy?voter=4&q=Прохожий")).status == 403
        paper = f"/desk/{secret}/proxy?voter=4"
        assert (await hall.posts(paper, "", person=OUTSIDER, **PAPER, **REST)).status == 403
    assert (await hall.meeting.state()).present == {}
    for query in ("", "?voter=x", "?voter=999"):
        assert (await hall.gets(f"/desk/{hall.desk}/proxy{query}")).status == 403

"""When the text of the consent changes, everybody is asked once; who is silent is left alone."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.people.consents import ConsentAsked, ConsentText, version_of
from bot.domain.people.members import Consent, MemberId
from bot.domain.polls.polls import PollId
from bot.domain.polls.voters import VoterId
from bot.domain.refusals import ConsentMissing
from bot.features import NOTICES
from bot.services.deliveries import Deliveries
from bot.services.people.consents import Consents
from handlers.ui.welcome import consent_text
from storage.stores import Stores
from tests.councils import CHAIR, DAY, FOR, Assembly
from tests.halls import refused
from tests.wording import all_texts

SILENT, WILLING = MemberId(3), MemberId(4)
FORMER, TEXT, LATER = (ConsentText(number, "…") for number in (1, 1000, 2000))
MONTH = timedelta(days=30)


class Office:
    """The council, which accepted text 1, and a bot that starts with other texts."""

    def __init__(self, assembly: Assembly) -> None:
        self.assembly, self.clock = assembly, assembly.clock

    async def starts(self, text: ConsentText, number: int = 1) -> int:
        """Have the bot start with a text; return how many are asked."""
        assembly = self.assembly
        rules = replace(assembly.rules, consent_version=text.version, quiet_hours=None)
        assembly.ballots._source = assembly.polls._source = rules
        self.deliveries = Deliveries(
            assembly.database, self.clock, rules, notices=NOTICES, max_attempts=3, language="ru"
        )
        service = Consents(assembly.database, self.clock, rules, text, number)
        return await service.ask_again()

    async def accepts(self, member: MemberId, text: ConsentText) -> None:
        consent = Consent(text.version, self.clock.now())
        await self.assembly.database.write(lambda tx: tx.members.save_consent(member, consent))

    async def opens(self) -> PollId:
        return await self.assembly.opens(closes_at=self.clock.now() + DAY)

    async def says(self) -> set[tuple[int, str]]:
        """Return whom the bot writes to, and with what kind of notice."""
        said: set[tuple[int, str]] = set()
        while claimed := await self.deliveries.claim(100):
            for one in claimed:
                await self.deliveries.note_sent(one.claimed, None)
                said.add((one.letter.chat, one.claimed.notice.subject.kind))
        return said


@pytest.fixture
async def office(assembly: Assembly) -> Office:
    office = Office(assembly)
    await office.starts(FORMER)
    return office


async def test_everybody_is_asked_once_for_each_change_and_not_at_each_start(
    office: Office,
) -> None:
    people = len(await office.assembly.database.read(lambda tx: tx.members.all()))
    assert await office.starts(FORMER) == 0
    assert await office.starts(TEXT) == people
    assert await office.starts(TEXT) == 0
    assert len(await office.says()) == people
    for member in range(1, people):
        await office.accepts(MemberId(member), TEXT)
    office.clock.time += DAY
    assert await office.starts(FORMER) == people - 1, "the last one had accepted only this text"


async def test_nobody_is_asked_at_the_upgrade_whose_text_only_had_a_number(
    assembly: Assembly,
) -> None:
    """The text in force was number 3; one person had accepted number 2 only."""
    office = Office(assembly)
    for member in range(1, 20):
        await office.accepts(MemberId(member), ConsentText(3 if member != SILENT else 2, ""))
    same = replace(TEXT, was_numbered=True)

    assert await office.starts(same, number=3) == 1

    members = await assembly.database.read(lambda tx: tx.members.all())
    assert {m.id: m.consent_version for m in members if m.id < 6} == {
        number: 2 if number == SILENT else TEXT.version for number in range(1, 6)
    }


async def test_everybody_is_asked_at_the_upgrade_if_it_brings_another_text(
    assembly: Assembly,
) -> None:
    assert await Office(assembly).starts(TEXT) > 10


async def test_a_question_that_was_answered_or_is_out_of_date_is_not_sent(office: Office) -> None:
    await office.starts(TEXT)
    await office.accepts(WILLING, TEXT)
    await office.starts(LATER)
    await office.accepts(SILENT, LATER)

    asked = [chat for chat, _ in await office.says()]

    assert SILENT not in asked
    assert len(asked) == len(set(asked)), "only for the latest text"
    assert WILLING in asked


async def test_until_the_term_is_over_everything_is_sent_and_then_only_to_who_accepted(
    office: Office,
) -> None:
    async def told() -> set[int]:
        """Have both be told something that is not essential."""
        poll = await office.opens()
        await office.assembly.polls.close(CHAIR, poll, "Пора")
        said = await office.says()
        return {chat for chat, kind in said if kind == "poll.outcome_declared"}

    await office.starts(TEXT)
    await office.accepts(CHAIR, TEXT)
    await office.accepts(WILLING, TEXT)
    assert {SILENT, WILLING} <= await told()

    office.clock.time += MONTH - timedelta(seconds=1)
    assert {SILENT, WILLING} <= await told()

    office.clock.time += timedelta(seconds=1)
    assert await told() == {CHAIR, WILLING}
    states = await office.assembly.rows(
        "SELECT DISTINCT state, error FROM notices WHERE member_id = ? AND error IS NOT NULL",
        SILENT,
    )
    assert states == [("unreachable", "no consent to the present text")]


async def test_who_let_the_term_pass_still_gets_the_question_and_ballots_and_can_vote(
    office: Office,
) -> None:
    await office.starts(TEXT)
    await office.accepts(CHAIR, TEXT)
    office.clock.time += MONTH
    assert (SILENT, ConsentAsked.kind) in await office.says()

    poll = await office.opens()
    assert (SILENT, "poll.ballot_opened") in await office.says()
    cast = await office.assembly.casts(SILENT, poll)

    assert cast.card is not None
    with refused(ConsentMissing):  # everything else waits for the answer
        await office.assembly.ballots.listed(SILENT)


async def test_who_never_consented_cannot_vote(office: Office) -> None:
    poll = await office.opens()

    def forget(tx: Stores) -> None:
        tx.members.unbind(SILENT)

    await office.assembly.database.write(forget)
    with refused(ConsentMissing):
        await office.assembly.ballots.cast(SILENT, poll, VoterId(SILENT), FOR)


def test_the_version_is_another_one_with_another_page_or_word_but_not_with_another_name() -> None:
    texts = all_texts()
    urls = (None, "https://example.org/privacy")
    versions = {url: consent_text("—", url, texts).version for url in urls}
    assert len({*versions.values()}) == 2
    assert min(versions.values()) > 2**31, "no number of an earlier release"
    assert {url: consent_text("Союз", url, texts).version for url in urls} == versions
    words = consent_text("—", None, texts).words
    assert version_of(words) == versions[None]
    assert version_of(words.replace("телефон", "телефоны")) not in versions.values()

"""Applications come back from the database as they went in."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.applications.applications import (
    Application,
    ApplicationFile,
    ApplicationState,
    FileKind,
)
from bot.domain.applications.details import Details, Step
from bot.domain.people.members import MemberId
from storage.engine.database import Database
from storage.stores import Stores

NOW = datetime(2026, 12, 1, 7, 0, tzinfo=UTC)
DETAILS = Details(
    inn="6671993453",
    ogrn="1026605400007",
    name="Тёплый дом",
    short_name="ТД",
    municipality="Ревда",
    leader="Мария",
    position="директор",
    representative="Пётр",
    phone="+79123456789",
    email="dom@example.org",
    about="Помогаем.",
)
FILES = (
    ApplicationFile(FileKind.DOCUMENT, "charter", "Устав.pdf"),
    ApplicationFile(FileKind.PHOTO, "picture"),
)


@pytest.fixture
async def masha(database: Database) -> MemberId:
    return await database.write(lambda tx: tx.members.add_guest("Маша"))


async def test_every_field_comes_back(database: Database, masha: MemberId) -> None:
    def save(tx: Stores) -> Application:
        added = tx.applications.get(tx.applications.add(masha, NOW))
        assert added is not None
        full = replace(
            added,
            details=DETAILS,
            files=FILES,
            step=None,
            reached=Step.REVIEW,
            state=ApplicationState.REFUSED,
            poll=None,
            reason="Нет устава",
            sent_at=NOW,
            decided_at=NOW + timedelta(days=1),
        )
        tx.applications.save(full)
        return full

    saved = await database.write(save)

    assert await database.read(lambda tx: tx.applications.get(saved.id)) == saved


async def test_a_draft_begins_with_the_first_question(database: Database, masha: MemberId) -> None:
    draft = await database.write(lambda tx: tx.applications.add(masha, NOW))

    found = await database.read(lambda tx: tx.applications.draft_of(masha))
    assert found == Application(id=draft, applicant=masha)


async def test_files_can_be_taken_out_again(database: Database, masha: MemberId) -> None:
    def play(tx: Stores) -> tuple[ApplicationFile, ...]:
        added = tx.applications.get(tx.applications.add(masha, NOW))
        assert added is not None
        tx.applications.save(replace(added, files=FILES))
        tx.applications.save(replace(added, files=FILES[1:]))
        found = tx.applications.get(added.id)
        assert found is not None
        return found.files

    assert await database.write(play) == FILES[1:]


async def test_open_ones_are_found_by_either_number_and_the_longest_waiting_first(
    database: Database, masha: MemberId
) -> None:
    def play(tx: Stores) -> None:
        for days, inn, ogrn in ((2, "6671993453", "1026605400007"), (1, "6658001237", "")):
            added = tx.applications.get(tx.applications.add(masha, NOW))
            assert added is not None
            details = replace(DETAILS, inn=inn, ogrn=ogrn or "1036603500010")
            sent = NOW + timedelta(days=days)
            state = ApplicationState.SUBMITTED
            tx.applications.save(
                replace(added, details=details, state=state, step=None, sent_at=sent)
            )

    await database.write(play)

    def look(tx: Stores) -> tuple[list[int], list[bool]]:
        found = [
            tx.applications.open_with(inn, ogrn) != []
            for inn, ogrn in (
                ("6671993453", ""),
                ("", "1026605400007"),
                ("", "1036603500010"),
                ("6645007714", ""),
                ("", ""),
            )
        ]
        return [one.id for one in tx.applications.open()], found

    assert await database.read(look) == ([2, 1], [True, True, True, False, False])


async def test_questions_and_answers_keep_their_order_and_go_with_the_application(
    database: Database, masha: MemberId
) -> None:
    def play(tx: Stores) -> tuple[list[str], list[str]]:
        draft = tx.applications.add(masha, NOW)
        tx.applications.add_remark(draft, masha, "Где устав?", NOW, by_applicant=False)
        tx.applications.add_remark(draft, masha, "Вот он", NOW, by_applicant=True)
        before = [remark.text for remark in tx.applications.remarks(draft)]
        tx.applications.delete(draft)
        return before, [remark.text for remark in tx.applications.remarks(draft)]

    assert await database.write(play) == (["Где устав?", "Вот он"], [])

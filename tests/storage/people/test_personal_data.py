"""Nothing of a person escapes the file of their own data, nor stays when they are erased."""

import json
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.domain.people.members import LANGUAGES, MemberId
from handlers.people.own_data import SHOWN, label_key, own_data_page, title_key
from storage.polls.privacy import PRIVACY as POLLS
from storage.privacy import IMPERSONAL, PRIVACY
from storage.stores import Stores
from tests.schemas import in_memory
from tests.wording import texts

NOW = datetime(2026, 12, 1, 7, 0, tzinfo=UTC)
STAMP = "2026-12-01T07:00:00.000000+00:00"
LATER = "2026-12-01T09:00:00.000000+00:00"
ANNA, BORIS = MemberId(1), MemberId(2)
WORDS = ("Анна", "анна", "Ёж", "журавл", "Журавль", "+79123456789", "file-of-anna", "771177")
CODE, SECRET = "c" * 22, "s" * 32

ROWS = f"""
INSERT INTO members (id, name, folded_name, telegram_id, joined_at) VALUES
    (1, 'Анна Орлова', 'анна орлова', 11, '{STAMP}'), (2, 'Борис', 'борис', 12, '{STAMP}');
UPDATE members SET phone = '+79990000002', email = 'boris@example.org' WHERE id = 2;
INSERT INTO members (id, name, folded_name, erased_at, merged_into)
VALUES (3, '—', 'merged:3:журавлева а', '{STAMP}', 1);
INSERT INTO organisations (id, name, folded_name, inn, municipality, leader_id)
VALUES (1, 'Фонд', 'фонд', '6671000000', '', 1), (2, 'Дом', 'дом', '6671000001', '', 2);
UPDATE members SET organisation_id = 1 WHERE erased_at IS NULL;
INSERT INTO roles (member_id, role) VALUES (1, 'council');
INSERT INTO planned_roles (member_id, role, gives, day) VALUES (1, 'chair', 1, '2027-01-01');
INSERT INTO asked_backups (member_id, asked_at) VALUES (1, '{STAMP}');
INSERT INTO handovers VALUES (1, 1, 2, '{STAMP}'), (2, 2, 1, '{STAMP}');
INSERT INTO departures VALUES (1, 1, '{STAMP}');
INSERT INTO group_people VALUES (1, 1, 'Фонд');
INSERT INTO invitations (token_hash, member_id, expires_at)
VALUES (x'{"00" * 32}', 1, '{LATER}');
INSERT INTO rebindings (member_id, former_account, rebound_at, state, decided_by)
VALUES (1, 771177, '{STAMP}', 'waiting', NULL), (2, 882288, '{STAMP}', 'confirmed', 1);
INSERT INTO series (id, rhythm, created_by, created_at) VALUES (1, 'weekly', 1, '{STAMP}');
INSERT INTO events (id, title, description, starts_at, ends_at, place, audience, created_by,
                    created_at, uid, changed_at, series_id, secret)
VALUES (1, 'Встреча', '', '{STAMP}', '{LATER}', 'Дом', 'everybody', 1, '{STAMP}', 'u', '{STAMP}',
        1, CAST('{SECRET}' AS BLOB));
INSERT INTO rsvps (event_id, member_id, answer, answered_at, seat, place, guests, guest_names)
VALUES (1, 1, 'going', '{STAMP}', 'seated', 1, 1, '["Ёж Ежович"]');
INSERT INTO invitees (event_id, member_id) VALUES (1, 1);
INSERT INTO mutes (event_id, member_id) VALUES (1, 1);
INSERT INTO substitutions (event_id, member_id, colleague_id, asked_at) VALUES
    (1, 1, 2, '{STAMP}'), (1, 2, 1, '{STAMP}');
INSERT INTO passes (code, event_id, member_id) VALUES ('{CODE}', 1, 1);
INSERT INTO helpers (event_id, member_id) VALUES (1, 1);
INSERT INTO arrivals (event_id, member_id, arrived_at, way, noted_by) VALUES
    (1, 1, '{STAMP}', 'pass', 1), (1, 2, '{STAMP}', 'name', 1);
INSERT INTO shown_messages VALUES (11, 5, 'event', 1, 1, 'card', 0, NULL);
INSERT INTO mailings (id, occasion, event_id, created_by, created_at, text, chat_id, message_id,
                      finished_at)
VALUES (1, 'message', 1, 1, '{STAMP}', 'Я, Анна Орлова, жду вас', 11, 6, '{LATER}');
INSERT INTO notices (key, member_id, kind, subject, priority, mailing_id, not_before, created_at)
VALUES ('one', 1, 'event.announced', '{{"event": 1}}', 1, NULL, '{STAMP}', '{STAMP}'),
       ('two', 1, 'event.announced', '{{"event": 1}}', 2, 1, '{STAMP}', '{STAMP}');
INSERT INTO announcements (id, state, addressees, kind, created_by, created_at, confirmed_by,
                           sends_at, sent_at)
VALUES (1, 'sent', '{{"circle": "everybody"}}', 'news', 1, '{STAMP}', NULL, '{STAMP}', '{STAMP}'),
       (2, 'sent', '{{"circle": "everybody"}}', 'news', 2, '{STAMP}', 1, '{STAMP}', '{STAMP}');
INSERT INTO announcement_versions (announcement_id, number, contents, created_by, created_at)
VALUES (1, 1, '{{"ru": {{"pieces": [{{"kind": "text", "text": "Субботник"}}]}}}}', 1, '{STAMP}');
INSERT INTO copies (announcement_id, addressee, member_id, chat_id, messages, language, version,
                    sent_at, fate)
VALUES (1, 1, 1, 11, '[77001]', 'ru', 1, '{STAMP}', 'standing');
INSERT INTO rereads (announcement_id, member_id, chat_id, messages, language, version, sent_at,
                     fate)
VALUES (1, 1, 11, '[77002]', 'ru', 1, '{STAMP}', 'standing');
INSERT INTO templates (name, folded_name, contents, created_by, created_at)
VALUES ('Сбор', 'сбор', '{{}}', 1, '{STAMP}');
INSERT INTO unwanted_kinds (member_id, kind) VALUES (1, 'partners');
INSERT INTO unwanted_room_news (member_id, news) VALUES (1, 'eve');
INSERT INTO straw_polls (chat_id, question, options, anonymous, created_by, created_at, closes_at)
VALUES (-1, 'Когда?', '["В мае", "В июне"]', 0, 1, '{STAMP}', '{LATER}');
INSERT INTO applications (id, applicant_id, state, reached, inn, ogrn, name, leader, position,
                          representative, phone, email, about, reason, created_at, sent_at,
                          decided_at)
VALUES (1, 1, 'refused', 'review', '6671993453', '1026605400007', 'Тёплый дом', 'Анна Орлова',
        'журавлевод', 'Анна Орлова', '+79123456789', 'anna@example.org', 'Анна ищет журавлей',
        'Анна Орлова не нашла устав', '{STAMP}', '{STAMP}', '{LATER}'),
       (2, 2, 'submitted', 'review', '6658001237', '1036603500010', 'Другой дом', 'Борис',
        '', '', '', '', '', '', '{STAMP}', '{STAMP}', NULL);
INSERT INTO application_files (application_id, number, kind, file_id, name)
VALUES (1, 0, 'document', 'file-of-anna', 'Журавль.pdf');
INSERT INTO application_remarks (application_id, by_applicant, author_id, text, written_at)
VALUES (1, 1, 1, 'Это я, Анна Орлова', '{STAMP}'), (2, 0, 1, 'Где устав?', '{STAMP}');
INSERT INTO audit (at, actor_id, act, subject, details)
VALUES ('{STAMP}', 1, 'event.publish', 'event:1', '{{}}');
INSERT INTO polls (id, kind, body, question, rules, mode, secrecy, closes_at, candidates, seats,
                   exclusive, live, closes_when_all_voted, materials, tells_members,
                   elects_council, preset, folded_question, created_by, created_at)
VALUES (1, 'motion', 'council', 'Утвердить план', '{{}}', 'meeting', 'named', '{LATER}', '[]', 1,
        0, 0, 0, '[]', 0, 0, '', '', 1, '{STAMP}');
INSERT INTO voters (poll_id, voter_id, name) VALUES (1, 1, 'Орлова А. А.'), (1, 2, 'Борис');
INSERT INTO poll_delegates (poll_id, voter_id, member_id, name) VALUES (1, 1, 1, 'Орлова А. А.');
INSERT INTO omitted_voters (poll_id, voter_id, name) VALUES (1, 1, 'Орлова А. А.');
UPDATE polls SET state = 'open', opened_at = '{STAMP}';
INSERT INTO proxies (poll_id, voter_id, holder_id, holder_name, number, issued_on, expires_at,
                     scope, registered_by, revoked_at, revoked_by, confirmed_by)
VALUES (1, 2, 1, 'Орлова А. А.', '7', '2026-11-20', '{LATER}', 'Голосовать', 1, '{STAMP}', 1, 1);
INSERT INTO proxies (poll_id, voter_id, holder_id, holder_name, holder_position, number, issued_on,
                     expires_at, scope, registered_by, issuer)
VALUES (1, 1, 2, 'Борис', 'бухгалтер', '8', '2026-11-20', '{LATER}', 'Голосовать', 1, 'Борис');
INSERT INTO recusals (poll_id, voter_id, declared_by) VALUES (1, 2, 1);
INSERT INTO ballots (poll_id, voter_id, ballot, cast_by, cast_at)
VALUES (1, 1, 'against', 1, '{STAMP}');
INSERT INTO statements (poll_id, voter_id, member_id, text) VALUES (1, 1, 1, 'Была против');
INSERT INTO presences (poll_id, voters, recorded_by, recorded_at)
VALUES (1, '[1, 2]', 1, '{STAMP}');
INSERT INTO entries (number, kind, payload, previous, digest)
VALUES (1, 'closed', '{{}}', '{"0" * 64}', '{"a" * 64}'),
       (2, 'filed', '{{}}', '{"a" * 64}', '{"b" * 64}');
UPDATE polls SET state = 'closed', closed_at = '{LATER}', closing = 'deadline';
INSERT INTO results (poll_id, result, outcome, salt, ballots_seal, numbers_seal, entry)
VALUES (1, '{{}}', 'tied', '{"b" * 64}', '{"e" * 64}', '{"d" * 64}', 1);
INSERT INTO lots (poll_id, winners, how, recorded_by, recorded_at)
VALUES (1, '[1]', 'Монетой', 1, '{LATER}');
INSERT INTO minutes (body, year, number, issued_by, issued_at, docx, pdf, docx_hash, pdf_hash,
                     entry)
VALUES ('council', 2026, 1, 1, '{LATER}', x'64', x'70', '{"1" * 64}', '{"2" * 64}', 1);
INSERT INTO filed_files (minutes_id, kind, name, content, hash, filed_by, filed_at, entry)
VALUES (1, 'scan', 'скан.pdf', x'64', '{"3" * 64}', 1, '{LATER}', 2);
INSERT INTO shown_messages VALUES (11, 7, 'poll', 1, 1, 'ballot', 0, NULL);
INSERT INTO directory_cards (organisation_id, about, confirmed_at)
VALUES (1, 'Анна Орлова ищет хлеб', '{STAMP}');
INSERT INTO directory_contacts VALUES (1, 'phone', '+79123456789', 1);
INSERT INTO directory_letters (organisation_id, member_id, recipient_id, text, sent_at)
VALUES (1, 1, NULL, 'Журавль нужен', '{STAMP}'), (1, 2, 1, 'Анна, вот журавль', '{STAMP}');
INSERT INTO exchange_posts (id, organisation_id, member_id, direction, kind, title, text, days,
                            published_at, expires_at, state, closed_at) VALUES
    (1, 1, 1, 'offer', 'thing', 'Журавль даром', 'Анна Орлова отдаёт', 7, '{STAMP}', '{LATER}',
     'open', NULL),
    (2, 1, 1, 'offer', 'thing', 'Журавль отдан', '', NULL, '{STAMP}', NULL, 'done', '{LATER}'),
    (3, 2, 2, 'need', 'thing', 'Анна Орлова, помогите', '', NULL, '{STAMP}', NULL, 'open', NULL);
INSERT INTO exchange_photos VALUES (1, 1, 'file-of-anna'), (2, 1, 'file-of-anna');
INSERT INTO exchange_fields VALUES (1, 'Дети');
INSERT INTO due_times (kind, subject_id, lead_seconds, due_at)
VALUES ('exchange_expiry', 1, 86400, '{LATER}');
INSERT INTO exchange_responses (id, post_id, organisation_id, member_id, text, state, answered_at)
VALUES (1, 3, 1, 1, 'Журавль есть', 'waiting', '{STAMP}'),
    (2, 2, 2, 2, 'Анна Орлова, возьму', 'received', '{STAMP}');
INSERT INTO exchange_messages (response_id, member_id, text, sent_at)
VALUES (1, 1, 'Журавль готов', '{STAMP}'), (2, 2, 'Уже еду', '{STAMP}');
INSERT INTO exchange_readers VALUES (1, '{STAMP}', 1);
INSERT INTO exchange_wishes VALUES (1, 'Дети');
INSERT INTO meetings (id, plan, created_by, created_at)
VALUES (1, '{{"title": "Общее собрание", "starts_at": "{STAMP}", "place": "Дом"}}', 1, '{STAMP}');
INSERT INTO meeting_codes VALUES
    (1, 1, 1, x'{"11" * 32}', 1, '{STAMP}'), (1, 2, 2, x'{"33" * 32}', 1, '{STAMP}');
INSERT INTO meeting_pages (meeting_id, kind, member_id, digest, issued_by, issued_at)
VALUES (1, 'desk', 1, x'{"22" * 32}', 1, '{STAMP}');
INSERT INTO meeting_pings VALUES (1, 1, 1, '{STAMP}');
INSERT INTO meeting_proposals (meeting_id, member_id, text, made_at)
VALUES (1, 1, 'Анна Орлова предлагает журавля', '{STAMP}');
INSERT INTO resources (kind, name, count, hours, key_holder, keeper_id, buffer_minutes,
                       longest_minutes, ahead_days, door_code, changed_at)
VALUES ('room', 'Зал', 1, '[null, null, null, null, null, null, null]', 'Анна Орлова', 1, 0, 60,
        30, '{"c" * 16}', '{STAMP}');
INSERT INTO bookings (resource_id, organisation_id, member_id, purpose, people, quantity,
                      starts_at, ends_at, busy_until, state, asked_at)
VALUES (1, 1, 1, 'Кормим журавлей', 5, 1, '{STAMP}', '{LATER}', '{LATER}', 'asked', '{STAMP}');
"""  # noqa: S608  made of constants


COUNTED = {
    *("acts", "notices", "cards", "copies", "rereads", "poll_messages", "asked_backups"),
    *("group", "meetings", "meeting presence", "exchange readers", "unwanted"),
    "unwanted_room_news",
}
"""Chapters without words of the person: the page says how many records they have."""


@pytest.fixture
def db() -> sqlite3.Connection:
    return in_memory(ROWS)


def references(db: sqlite3.Connection) -> set[tuple[str, str]]:
    """Return each table and column that names a person."""
    tables = [name for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    return {
        (table, row[3])
        for table in tables
        for row in db.execute(f"PRAGMA foreign_key_list({table})")
        if row[2] == "members"
    }


def named(db: sqlite3.Connection, member: int) -> set[tuple[str, str]]:
    sql = "SELECT count(*) FROM {} WHERE {} = ?"
    return {
        (table, column)
        for table, column in references(db)
        if db.execute(sql.format(table, column), (member,)).fetchone()[0]
    }


def test_everything_that_can_name_a_person_is_tried_here(db: sqlite3.Connection) -> None:
    assert named(db, ANNA) == references(db)


def declared(what: str) -> set[tuple[str, str]]:
    """Return the tables and columns that the declarations leave alone, and say why."""
    found = [(one.table, getattr(one, what)) for one in PRIVACY]
    assert all(reason for _, reasons in found for reason in reasons.values())
    return {(table, column) for table, reasons in found for column in reasons}


def test_each_table_with_the_id_of_a_member_is_declared_once(db: sqlite3.Connection) -> None:
    tables = [one.table for one in PRIVACY]
    assert len(tables) == len(set(tables))
    assert {table for table, _ in references(db)} <= set(tables)


def test_each_table_is_declared_or_it_is_said_why_it_has_nobodys_data(
    db: sqlite3.Connection,
) -> None:
    tables = {name for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    personal = {one.table for one in PRIVACY}
    assert personal | IMPERSONAL.keys() == tables
    assert not personal & IMPERSONAL.keys()
    assert {table for table, _ in references(db)} <= personal


def test_all_that_names_a_person_is_handed_out_or_it_is_said_why_not(
    db: sqlite3.Connection,
) -> None:
    read: set[tuple[str | None, str | None]] = set()

    def note(action: int, table: str | None, column: str | None, *_: str | None) -> int:
        if action == sqlite3.SQLITE_READ:
            read.add((table, column))
        return sqlite3.SQLITE_OK

    handed_out = set()
    for one in PRIVACY:
        read.clear()
        db.set_authorizer(note)
        for sql in one.export.values():
            db.execute(sql, {"member": ANNA}).fetchall()
        db.set_authorizer(None)
        handed_out |= {(one.table, column) for table, column in read if table == one.table}
    named_in_them = handed_out & references(db)
    assert named_in_them | declared("withheld") == references(db)
    assert named_in_them & declared("withheld") == set()


def test_each_chapter_is_shown_to_the_person_or_known_to_be_counted_only() -> None:
    exported = {name for one in PRIVACY for name in one.export}
    assert exported - SHOWN.keys() == COUNTED
    assert SHOWN.keys() <= exported


def test_a_second_record_of_a_person_leaves_its_id_in_records_only(db: sqlite3.Connection) -> None:
    kept_as_it_is = {one.table for one in PRIVACY if one.record}
    db.execute("UPDATE organisations SET leader_id = 2")  # the services pass the leadership on
    Stores(db).members.absorb(ANNA, BORIS, NOW)
    records = {(table, column) for table, column in references(db) if table in kept_as_it_is}
    own_announcement = {("announcements", "confirmed_by")}  # somebody else had to confirm it
    assert named(db, ANNA) == records | own_announcement
    pointers = db.execute("SELECT id, merged_into FROM members WHERE merged_into IS NOT NULL")
    assert pointers.fetchall() == [(1, BORIS), (3, BORIS)]
    assert Stores(db).members.present([ANNA, BORIS]) == {ANNA: BORIS, BORIS: BORIS}


def test_the_file_of_own_data_has_what_stands_under_the_id_of_a_merged_record(
    db: sqlite3.Connection,
) -> None:
    Stores(db).members.absorb(ANNA, BORIS, NOW)
    kept = Stores(db).members.everything(BORIS)
    assert kept["person"]["name"] == "Борис"
    text = json.dumps(kept, ensure_ascii=False)
    for word in ("Была против", "against", "event.publish"):
        assert word in text


def test_erasing_a_person_leaves_no_name_in_a_record_that_was_merged_into_theirs(
    db: sqlite3.Connection,
) -> None:
    stores = Stores(db)
    stores.members.absorb(ANNA, BORIS, NOW)
    stores.members.erase(BORIS, NOW)
    names = db.execute("SELECT name, folded_name, merged_into FROM members ORDER BY id").fetchall()
    assert names == [("—", f"erased:{one}", None) for one in (1, 2, 3)]


def test_erasing_leaves_the_bare_id_only_where_it_is_declared_why(db: sqlite3.Connection) -> None:
    Stores(db).members.erase(ANNA, NOW)
    assert named(db, ANNA) == declared("kept")
    rest = "\n".join(db.iterdump())
    for word in (*WORDS, CODE, "77001", "77002"):
        assert word not in rest
    chats = db.execute("SELECT count(*) FROM mailings WHERE chat_id IS NOT NULL").fetchone()
    assert chats == (0,)


def test_where_something_stood_in_words_is_wiped_later(db: sqlite3.Connection) -> None:
    tables = [name for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    rows = {one: str(db.execute(f"SELECT * FROM {one}").fetchall()) for one in tables}  # noqa: S608  names of tables
    in_words = {one for one, text in rows.items() if any(word in text for word in WORDS)}

    Stores(db).members.erase(ANNA, NOW)

    record = {one.table for one in PRIVACY if one.kept and not one.erase and not one.rewrite}
    wiped = {name for (name,) in db.execute("SELECT name FROM personal_traces")}
    assert in_words - record - wiped == set()


@pytest.mark.parametrize("table", ["announcement_versions", "templates"])
def test_the_last_mention_of_an_account_is_taken_out_and_wiped_later(
    db: sqlite3.Connection, table: str
) -> None:
    mention = {"type": "text_mention", "more": {"user": {"id": 11}}}
    contents = {"ru": {"pieces": [{"kind": "text", "text": "Она", "entities": [mention]}]}}
    db.execute(f"UPDATE {table} SET contents = ?", (json.dumps(contents),))  # noqa: S608  a name

    Stores(db).members.erase(ANNA, NOW)

    (left,) = db.execute(f"SELECT contents FROM {table}").fetchone()  # noqa: S608  a name
    assert json.loads(left)["ru"]["pieces"][0] == {"kind": "text", "text": "Она", "entities": []}
    assert (table,) in db.execute("SELECT name FROM personal_traces").fetchall()


def test_the_file_of_own_data_names_all_that_is_kept_but_no_secret(db: sqlite3.Connection) -> None:
    kept = Stores(db).members.everything(ANNA)
    assert all(kept.values()), [name for name, rows in kept.items() if not rows]
    text = json.dumps(kept, ensure_ascii=False)
    words = ("Анна Орлова", "Ёж Ежович", "жду вас", "council", "pass", "event.publish", "Монетой")
    more = ("Была против", "against", "Голосовать", "Субботник", "Сбор", "partners", "Журавль.pdf")
    for word in (
        *words,
        *more,
        "ищет журавлей",
        "Журавль нужен",
        "Кормим журавлей",
        "77001",
        "77002",
    ):
        assert word in text
    assert CODE not in text
    assert SECRET not in text


OTHERS = ("Борис", "борис", "+79990000002", "boris@example.org", "882288", "бухгалтер", "Вера")


def test_nothing_of_other_people_is_in_the_own_data(db: sqlite3.Connection) -> None:
    """Anna registered a proxy of Boris, mentioned Vera, and applied for Boris's organisation."""
    mention = {"type": "text_mention", "offset": 0, "length": 3, "more": {"user": {"id": 882288}}}
    piece = {"kind": "text", "text": "Она придёт", "entities": [mention]}
    contact = {"kind": "contact", "contact": {"phone": "+79990000002", "name": "Вера"}}
    contents = json.dumps({"ru": {"pieces": [piece, contact]}})
    db.execute("UPDATE announcement_versions SET contents = ?", (contents,))
    db.execute("UPDATE applications SET leader = 'Борис' WHERE id = 1")

    data = Stores(db).members.everything(ANNA)

    for language in LANGUAGES:
        page = own_data_page(data, {}, "Альянс", NOW, texts(language)).decode()
        for text in (json.dumps(data, ensure_ascii=False), page):
            assert not [word for word in OTHERS if word in text]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_own_data_says_everything_in_words(
    db: sqlite3.Connection, language: str
) -> None:
    """Whatever a table hands out has a title, and what is listed of it a label."""
    t = texts(language)
    data = Stores(db).members.everything(ANNA)
    assert [name for name in data if not t.has(title_key(name))] == []
    assert [
        one for fields in SHOWN.values() for one in fields[1:] if not t.has(label_key(one))
    ] == []
    rows = {name: rows if isinstance(rows, dict) else rows[0] for name, rows in data.items()}
    settings = {"reminders_before", "quiet_hours"}
    for name, fields in SHOWN.items():
        assert set(fields) - {""} - settings <= set(rows[name])

    page = own_data_page(data, {"quiet_hours": "<22>"}, "Альянс", NOW, t).decode()

    for word in ("Анна Орлова", "Ёж Ежович", "Журавль.pdf", "&lt;22&gt;", f'lang="{language}"'):
        assert word in page
    for word in ("folded", "going", "telegram_id", "T07:00", "None", "shown_messages"):
        assert word not in page or (word == "going" and language == "en")


def test_the_file_of_own_data_is_written_for_people_to_read(db: sqlite3.Connection) -> None:
    db.execute("UPDATE members SET leads = '[86400, 10800]' WHERE id = ?", (ANNA,))

    kept = Stores(db).members.everything(ANNA)

    assert kept["person"]["reminders_before"] == ["1 day, 0:00:00", "3:00:00"]
    assert not {"folded_name", "leads"} & kept["person"].keys()
    assert all(isinstance(answer["guest_names"], list) for answer in kept["answers"])
    assert "folded" not in json.dumps(kept)
    assert [one for one in _strings(kept) if one[:2] in {'{"', '["', "[1", "[7"}] == []


def _strings(value: Any) -> Iterator[str]:
    """Yield every text within JSON values."""
    inner = value.values() if isinstance(value, dict) else value
    if isinstance(inner, str):
        yield inner
    elif isinstance(value, dict | list):
        for one in inner:
            yield from _strings(one)


def test_erasing_leaves_the_record_of_a_vote_as_it_was(db: sqlite3.Connection) -> None:
    named = {one.table for one in POLLS if one.table != "straw_polls"}
    tables = sorted(named | {"minutes", "voters", "roll", "entries", "results"})

    def record() -> dict[str, list[tuple[object, ...]]]:
        return {one: db.execute(f"SELECT * FROM {one}").fetchall() for one in tables}  # noqa: S608  names of tables

    before = record()
    Stores(db).members.erase(ANNA, NOW)
    assert record() == before


def test_erasing_an_applicant_keeps_what_says_nothing_of_a_person(db: sqlite3.Connection) -> None:
    Stores(db).members.erase(ANNA, NOW)

    kept = db.execute("SELECT inn, ogrn, name, state FROM applications WHERE id = 1").fetchone()
    assert kept == ("6671993453", "1026605400007", "Тёплый дом", "refused")
    remarks = db.execute("SELECT application_id, author_id, text FROM application_remarks")
    assert remarks.fetchall() == [(2, None, "Где устав?")]


def test_a_draft_goes_with_the_person_who_began_it(db: sqlite3.Connection) -> None:
    draft = Stores(db).applications.add(ANNA, NOW)

    Stores(db).members.erase(ANNA, NOW)

    assert Stores(db).applications.get(draft) is None


def test_a_guests_applications_are_passed_on_to_the_person_they_turn_out_to_be(
    db: sqlite3.Connection,
) -> None:
    stores = Stores(db)

    stores.members.absorb(ANNA, BORIS, NOW)

    assert {found.id for found in stores.applications.of_applicant(BORIS)} == {1, 2}
    authors = db.execute("SELECT DISTINCT author_id FROM application_remarks").fetchall()
    assert authors == [(BORIS,)]

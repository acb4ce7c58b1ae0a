"""What the domain forbids, the schema refuses too."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from tests.schemas import in_memory

SOMEBODY = """
INSERT INTO organisations (id, name, folded_name, inn) VALUES (1, 'Фонд', 'фонд', '6671000017');
INSERT INTO members (id, name, folded_name) VALUES (1, 'Анна', 'анна');
INSERT INTO members (id, name, folded_name, guest) VALUES (2, 'Гость', 'гость', 1);
INSERT INTO series (id, rhythm, created_by, created_at) VALUES (1, 'weekly', 1, '2026-12-01');
INSERT INTO events (id, title, description, starts_at, ends_at, place, audience, created_by,
                    created_at, uid, changed_at, secret, series_id, guest_code, draft)
VALUES (1, 'Встреча', '', '2026-12-05', '2026-12-06', 'Дом', 'everybody', 1, '2026-12-01',
        'uid', '2026-12-01', zeroblob(32), 1, 'code', 'draft');
INSERT INTO mailings (id, occasion, event_id, created_by, created_at)
VALUES (1, 'published', 1, 1, '2026-12-01');
INSERT INTO notices (id, key, member_id, kind, subject, priority, not_before, created_at)
VALUES (1, 'k', 1, 'event.announced', '{"event": 1}', 2, '2026-12-01', '2026-12-01');
INSERT INTO drafts (key, data, saved_at) VALUES ('d', '{}', '2026-12-01');
INSERT INTO invitations (token_hash, member_id, expires_at) VALUES (zeroblob(32), 1, '2026-12-31');
INSERT INTO audit (id, at, actor_id, act, subject) VALUES (1, '2026-12-01', 1, 'a', 'b');
INSERT INTO due_times VALUES ('event_reminders', 1, 3600, '2026-12-04', 0);
INSERT INTO rsvps (event_id, member_id, answer, answered_at, seat, place)
VALUES (1, 1, 'going', '2026-12-02', 'seated', 1);
INSERT INTO shown_messages VALUES (1, 1, 'event', 1, 1, 'card', 0, NULL);
INSERT INTO roles (member_id, role) VALUES (1, 'chair');
INSERT INTO planned_roles (member_id, role, gives, day) VALUES (1, 'chair', 1, '2027-01-01');
INSERT INTO settings (name, value, version) VALUES ('alliance.group', '-1001', 1);
INSERT INTO moved_chats (former, current) VALUES (-5, -1005);
INSERT INTO invitees (event_id, member_id) VALUES (1, 2);
INSERT INTO mutes (event_id, member_id) VALUES (1, 1);
INSERT INTO substitutions (event_id, member_id, colleague_id, asked_at)
VALUES (1, 1, 2, '2026-12-02');
INSERT INTO passes (code, event_id, member_id) VALUES ('AAAAAAAAAAAAAAAAAAAAAA', 1, 1);
INSERT INTO helpers (event_id, member_id) VALUES (1, 1);
INSERT INTO arrivals (event_id, member_id, arrived_at, way) VALUES (1, 1, '2026-12-05', 'pass');
INSERT INTO announcements (id, state, addressees, kind, event_id, created_by, created_at, sends_at,
                           draft)
VALUES (1, 'scheduled', '{"circle": "everybody"}', 'news', 1, 1, '2026-12-01', '2026-12-02', 'd');
INSERT INTO announcement_versions (announcement_id, number, contents, created_by, created_at)
VALUES (1, 1, '{}', 1, '2026-12-01');
INSERT INTO copies (announcement_id, addressee, member_id) VALUES (1, 1, 1);
INSERT INTO templates (name, folded_name, contents, created_by, created_at)
VALUES ('Сбор', 'сбор', '{}', 1, '2026-12-01');
INSERT INTO unwanted_kinds (member_id, kind) VALUES (1, 'news');
INSERT INTO straw_polls (id, chat_id, question, options, anonymous, created_by, created_at,
                         closes_at)
VALUES (1, -1, 'Когда?', '["В мае", "В июне"]', 0, 1, '2026-12-01', '2026-12-02');
INSERT INTO applications (id, applicant_id, state, step, reached, created_at)
VALUES (1, 2, 'draft', 'inn', 'inn', '2026-12-01');
INSERT INTO applications (id, applicant_id, state, reached, inn, ogrn, name, created_at, sent_at)
VALUES (2, 2, 'submitted', 'review', '6671993453', '1026605400007', 'Дом', '2026-12-01',
        '2026-12-02');
INSERT INTO application_files (application_id, number, kind, file_id) VALUES (2, 0, 'photo', 'f');
INSERT INTO application_remarks (application_id, by_applicant, author_id, text, written_at)
VALUES (2, 0, 1, 'Где устав?', '2026-12-03')
"""


@pytest.fixture
def db() -> Iterator[sqlite3.Connection]:
    with closing(in_memory(SOMEBODY)) as connection:
        yield connection


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE organisations SET name = ''",
        """INSERT INTO failed_items (kind, subject, attempts, error, not_before)
           VALUES ('statements', 1, 0, 'E', '2026-12-02')""",
        """INSERT INTO failed_items (kind, subject, attempts, error)
           VALUES ('statements', 1, 1, 'E')""",
        """INSERT INTO failed_items (kind, subject, attempts, error, not_before)
           VALUES ('statements', 1, 1, 'E', '2026-12-02'),
                  ('statements', 1, 2, 'E', '2026-12-03')""",
        "UPDATE straw_polls SET chat_id = 1",
        "UPDATE straw_polls SET question = ''",
        "UPDATE straw_polls SET question = printf('%.*c', 301, 'x')",
        """UPDATE straw_polls SET options = '["одно"]'""",
        "UPDATE straw_polls SET options = 'два'",
        "UPDATE straw_polls SET anonymous = 2",
        "UPDATE straw_polls SET closes_at = created_at",
        "UPDATE straw_polls SET message_id = 5",
        "UPDATE straw_polls SET telegram_poll = 'p'",
        "UPDATE straw_polls SET counts = '[1]', voters = 1",
        "UPDATE straw_polls SET counts = '[1, 0]'",
        "UPDATE straw_polls SET counts = '[1, 0]', voters = -1",
        "UPDATE straw_polls SET closed_at = '2026-12-02'",
        "UPDATE straw_polls SET created_by = 99",
        "UPDATE organisations SET inn = '667100001'",
        "UPDATE organisations SET inn = '667100001x'",
        "UPDATE organisations SET ogrn = '12345'",
        "UPDATE organisations SET leader_id = 99",
        "INSERT INTO organisations (name, folded_name, inn) VALUES ('Б', 'б', '6671000017')",
        "UPDATE members SET name = ''",
        "UPDATE members SET delegate = 2",
        "UPDATE members SET telegram_id = 7",
        "UPDATE members SET telegram_id = -7, joined_at = '2026-12-01'",
        "UPDATE members SET language = 'de'",
        "UPDATE members SET consent_version = 1",
        "UPDATE members SET consent_version = 0, consented_at = '2026-12-01'",
        "UPDATE members SET organisation_id = 99",
        "INSERT INTO members (name, folded_name) VALUES ('АННА', 'анна')",
        "UPDATE roles SET role = 'king'",
        "UPDATE planned_roles SET role = 'king'",
        "UPDATE settings SET value = 'Совет'",
        "UPDATE settings SET version = 0",
        "UPDATE moved_chats SET current = former",
        "UPDATE planned_roles SET gives = 2",
        """INSERT INTO planned_roles (member_id, role, gives, day)
           VALUES (1, 'chair', 1, '2028-01-01')""",
        "UPDATE invitations SET token_hash = zeroblob(16)",
        "UPDATE events SET title = ''",
        "UPDATE events SET title = printf('%.*c', 121, 'x')",
        "UPDATE events SET description = printf('%.*c', 2001, 'x')",
        "UPDATE events SET place = ''",
        "UPDATE events SET reason = printf('%.*c', 501, 'x')",
        "UPDATE events SET ends_at = starts_at",
        "UPDATE events SET audience = 'strangers'",
        "UPDATE events SET state = 'draft'",
        "UPDATE events SET created_by = 99",
        "DELETE FROM events",
        "UPDATE rsvps SET answer = 'perhaps'",
        "UPDATE rsvps SET event_id = 99",
        (
            "INSERT INTO rsvps (event_id, member_id, answer, answered_at)"
            " VALUES (1, 1, 'maybe', '2026-12-02')"
        ),
        (
            "INSERT INTO rsvps (event_id, member_id, answer, answered_at, seat, place)"
            " VALUES (1, 2, 'going', '2026-12-02', 'waiting', 1)"
        ),  # one place for one
        "UPDATE rsvps SET seat = 'standing'",
        "UPDATE rsvps SET seat = NULL",
        "UPDATE rsvps SET place = NULL",
        "UPDATE rsvps SET place = 0",
        "UPDATE rsvps SET answer = 'maybe'",
        "UPDATE rsvps SET answer = 'declined', seat = NULL",
        "UPDATE rsvps SET answer = 'declined', seat = NULL, place = NULL, guests = 1",
        "UPDATE rsvps SET seat = 'offered'",
        "UPDATE rsvps SET offered_until = '2026-12-03'",
        "UPDATE rsvps SET guests = 11",
        "UPDATE rsvps SET guests = -1",
        "UPDATE rsvps SET guest_names = 'Ёж'",
        "UPDATE members SET guest = 2",
        "UPDATE members SET leads = 'never'",
        "UPDATE members SET quiet_hours = 'at night'",
        "UPDATE members SET quiet_hours = '22:00-22:00'",
        "UPDATE members SET quiet_hours = '25:00-09:00'",
        "UPDATE members SET quiet_hours = '22:00-09:60'",
        "INSERT INTO reachability_digests VALUES (2, '2026-12-07', '[]', '[]')",
        "INSERT INTO reachability_digests VALUES (1, '2026-12-07', '{', '[]')",
        "INSERT INTO reachability_digests VALUES (1, '2026-12-07', '[]', 'x')",
        "UPDATE series SET rhythm = 'daily'",
        "UPDATE events SET municipalities = 'Реж'",
        "UPDATE events SET kind = 'party'",
        "UPDATE events SET room = printf('%.*c', 101, 'x')",
        "UPDATE events SET link = printf('%.*c', 501, 'x')",
        "UPDATE events SET latitude = 91, longitude = 0",
        "UPDATE events SET latitude = 0, longitude = 181",
        "UPDATE events SET latitude = 1",
        "UPDATE events SET longitude = 1",
        "UPDATE events SET capacity = 0",
        "UPDATE events SET capacity = 10001",
        "UPDATE events SET quota = 0",
        "UPDATE events SET quota = 10001",
        "UPDATE events SET guests = -1",
        "UPDATE events SET guests = 11",
        "UPDATE events SET guests_named = 2",
        "UPDATE events SET rsvp_until = '2026-12-05T00'",
        "UPDATE events SET leads = 'soon'",
        "UPDATE events SET sequence = -1",
        "UPDATE events SET state = 'scheduled'",
        "UPDATE events SET publish_at = '2026-12-02'",
        "UPDATE events SET series_id = 99",
        (
            "INSERT INTO events (title, description, starts_at, ends_at, place, audience,"
            " created_by, created_at, uid, changed_at, secret)"
            " VALUES ('А', '', '2026-12-05', '2026-12-06', 'Б', 'chosen', 1, '2026-12-01', 'uid',"
            " '2026-12-01', zeroblob(32))"
        ),
        (
            "INSERT INTO events (title, description, starts_at, ends_at, place, audience,"
            " created_by, created_at, uid, changed_at, secret, guest_code)"
            " VALUES ('А', '', '2026-12-05', '2026-12-06', 'Б', 'chosen', 1, '2026-12-01', 'other',"
            " '2026-12-01', zeroblob(32), 'code')"
        ),
        "INSERT INTO invitees (event_id, member_id) VALUES (1, 2)",
        "UPDATE invitees SET member_id = 99",
        "UPDATE mutes SET event_id = 99",
        "UPDATE substitutions SET state = 'forgotten'",
        "UPDATE substitutions SET state = 'accepted'",
        "UPDATE substitutions SET answered_at = '2026-12-03'",
        "UPDATE substitutions SET colleague_id = 1",
        (
            "INSERT INTO substitutions (event_id, member_id, colleague_id, asked_at)"
            " VALUES (1, 1, 2, '2026-12-03')"
        ),  # one open request of a person
        "UPDATE passes SET code = 'A'",
        "INSERT INTO passes (code, event_id, member_id) VALUES ('BBBBBBBBBBBBBBBBBBBBBB', 1, 1)",
        "UPDATE helpers SET member_id = 99",
        (
            "INSERT INTO arrivals (event_id, member_id, arrived_at, way)"
            " VALUES (1, 1, '2026-12-05', 'name')"
        ),
        "UPDATE arrivals SET way = 'window'",
        "UPDATE arrivals SET noted_by = 99",
        "UPDATE shown_messages SET view = 'poster'",
        "UPDATE shown_messages SET view = 'post'",
        "UPDATE shown_messages SET member_id = NULL",
        "UPDATE shown_messages SET view = 'screen'",
        "UPDATE shown_messages SET until = '2026-12-05'",
        "UPDATE shown_messages SET caption = 2",
        "UPDATE shown_messages SET view = 'ballot'",
        "UPDATE shown_messages SET subject_kind = 'rumour'",
        "UPDATE shown_messages SET subject_kind = 'poll', view = 'ballot'",  # there is none
        "UPDATE shown_messages SET subject_id = 99",
        "UPDATE due_times SET lead_seconds = 0",
        "UPDATE due_times SET lead_seconds = 'soon'",
        "UPDATE due_times SET last = 1",
        "UPDATE due_times SET kind = 'event_post'",
        "UPDATE due_times SET kind = 'ballot_reminders'",  # of a poll that there is not
        "UPDATE due_times SET subject_id = 99",
        "UPDATE announcements SET state = 'sent'",
        "UPDATE announcements SET sent_at = '2026-12-02'",
        "UPDATE announcements SET state = 'draft'",
        "UPDATE announcements SET addressees = 'everybody'",
        "UPDATE announcements SET kind = 'gossip'",
        "UPDATE announcements SET quietly = 2",
        "UPDATE announcements SET to_group = 2",
        "UPDATE announcements SET to_channel = 2",
        "UPDATE announcements SET pinned = 2",
        "UPDATE announcements SET event_id = 99",
        "UPDATE announcements SET event_id = NULL, poll_id = 99",
        "UPDATE announcements SET poll_id = 1",  # a button opens one thing
        "UPDATE announcements SET recurrence = 'weekly'",
        "UPDATE announcements SET times = 'never'",
        "UPDATE announcements SET version = 0",
        "UPDATE announcements SET confirmed_by = 1",  # the second yes is another's
        (
            "INSERT INTO announcements (state, addressees, kind, created_by, created_at, sends_at,"
            " draft) VALUES ('scheduled', '{}', 'news', 1, '2026-12-01', '2026-12-02', 'd')"
        ),
        "UPDATE announcement_versions SET contents = 'Ура'",
        "UPDATE announcement_versions SET number = 0",
        "INSERT INTO copies (announcement_id, addressee, member_id) VALUES (1, 1, 1)",
        "UPDATE copies SET addressee = 2",
        "UPDATE copies SET member_id = NULL, chat_id = 1",
        "UPDATE copies SET messages = '[1]'",
        "UPDATE copies SET fate = 'standing'",
        (
            "UPDATE copies SET fate = 'standing', messages = '[1]', language = 'ru', version = 1,"
            " sent_at = '2026-12-02'"
        ),  # without the chat
        "UPDATE copies SET fate = 'lost'",
        "UPDATE copies SET language = 'de'",
        "UPDATE templates SET name = ''",
        "UPDATE templates SET contents = 'x'",
        (
            "INSERT INTO templates (name, folded_name, contents, created_by, created_at)"
            " VALUES ('СБОР', 'сбор', '{}', 1, '2026-12-01')"
        ),
        "UPDATE unwanted_kinds SET kind = 'important'",
        "UPDATE mailings SET announcement_id = 1",  # only of an announcement's occasions
        "UPDATE mailings SET halt = 'forgotten'",
        "UPDATE mailings SET occasion = 'rumour'",
        "UPDATE mailings SET chat_id = 1",
        "UPDATE mailings SET occasion = 'message'",
        "UPDATE mailings SET text = 'Здравствуйте'",
        "UPDATE mailings SET occasion = 'message', text = ''",
        "UPDATE notices SET member_id = NULL",
        "UPDATE notices SET chat_id = -7",
        "UPDATE notices SET member_id = NULL, chat_id = 7",
        "UPDATE mailings SET not_joined = -1",
        "UPDATE notices SET state = 'lost'",
        "UPDATE notices SET state = 'sent'",
        "UPDATE notices SET settled_at = '2026-12-01'",
        "UPDATE notices SET subject = '{'",
        "UPDATE notices SET priority = 3",
        "UPDATE notices SET edits_message = 1",
        "UPDATE notices SET doubtful = 2",
        "UPDATE notices SET member_id = 99",
        (
            "INSERT INTO notices (key, member_id, kind, subject, priority, not_before, created_at)"
            " VALUES ('k', 1, 'event.announced', '{}', 2, '2026-12-01', '2026-12-01')"
        ),
        "UPDATE applications SET state = 'lost'",
        "UPDATE applications SET step = 'shoe size' WHERE id = 1",
        "UPDATE applications SET reached = 'the end'",
        "UPDATE applications SET inn = '667199345'",
        "UPDATE applications SET inn = '667199345x' WHERE id = 2",
        "UPDATE applications SET inn = '' WHERE id = 2",
        "UPDATE applications SET ogrn = '102660540000'",
        "UPDATE applications SET ogrn = '' WHERE id = 2",
        "UPDATE applications SET name = '' WHERE id = 2",
        "UPDATE applications SET name = printf('%.*c', 301, 'x')",
        "UPDATE applications SET short_name = printf('%.*c', 101, 'x')",
        "UPDATE applications SET municipality = printf('%.*c', 101, 'x')",
        "UPDATE applications SET leader = printf('%.*c', 201, 'x')",
        "UPDATE applications SET position = printf('%.*c', 201, 'x')",
        "UPDATE applications SET representative = printf('%.*c', 201, 'x')",
        "UPDATE applications SET phone = printf('%.*c', 17, '1')",
        "UPDATE applications SET email = printf('%.*c', 255, 'x')",
        "UPDATE applications SET about = printf('%.*c', 1001, 'x')",
        "UPDATE applications SET reason = printf('%.*c', 1001, 'x')",
        "UPDATE applications SET applicant_id = 99",
        "UPDATE applications SET sent_at = '2026-12-02' WHERE id = 1",
        "UPDATE applications SET step = 'inn' WHERE id = 2",
        "UPDATE applications SET sent_at = NULL WHERE id = 2",
        "UPDATE applications SET state = 'voting' WHERE id = 2",
        "UPDATE applications SET state = 'refused' WHERE id = 2",
        "UPDATE applications SET decided_at = '2026-12-04' WHERE id = 2",
        (
            "INSERT INTO applications (applicant_id, reached, created_at)"
            " VALUES (2, 'inn', '2026-12-03')"
        ),  # one draft of a person
        (
            "INSERT INTO applications (applicant_id, state, reached, inn, ogrn, name, created_at,"
            " sent_at) VALUES (2, 'submitted', 'review', '6671993453', '1036603500010', 'Дом',"
            " '2026-12-03', '2026-12-03')"
        ),  # one open application of a person for an organisation
        "UPDATE invitations SET authority = 'king'",
        "INSERT INTO rebindings (member_id, former_account, rebound_at) VALUES (99, 1, '2026')",
        "INSERT INTO rebindings (member_id, former_account, rebound_at) VALUES (1, 0, '2026')",
        (
            "INSERT INTO rebindings (member_id, former_account, rebound_at, state)"
            " VALUES (1, 1, '2026', 'confirmed')"
        ),  # by nobody
        "INSERT INTO tombstones (kind, subject, salt, digest) VALUES ('grave', 1, '', 'd')",
        "UPDATE application_files SET number = 5",
        "UPDATE application_files SET kind = 'voice'",
        "UPDATE application_files SET file_id = ''",
        "UPDATE application_files SET application_id = 99",
        "UPDATE application_remarks SET by_applicant = 2",
        "UPDATE application_remarks SET text = ''",
        "UPDATE application_remarks SET text = printf('%.*c', 1001, 'x')",
        "UPDATE application_remarks SET application_id = 99",
        "UPDATE application_remarks SET author_id = 99",
        "UPDATE drafts SET data = 'title'",
        "UPDATE audit SET act = 'nothing'",
        "UPDATE audit SET details = '[]'",  # as long, and not the dashes of an erased name
        "DELETE FROM audit",
        "INSERT INTO audit (at, actor_id, act, subject) VALUES ('2026-12-01', 99, 'a', 'b')",
        "REPLACE INTO audit (id, at, act, subject) VALUES (1, '2026-12-01', 'x', 'y')",
    ],
)
def test_the_schema_refuses(db: sqlite3.Connection, statement: str) -> None:
    before = list(db.iterdump())

    with pytest.raises(sqlite3.IntegrityError):
        db.execute(statement)

    assert list(db.iterdump()) == before


def test_guests_of_one_name_are_two_people(db: sqlite3.Connection) -> None:
    db.execute("INSERT INTO members (name, folded_name, guest) VALUES ('Гость', 'гость', 1)")

    assert db.execute("SELECT count(*) FROM members WHERE guest = 1").fetchone() == (2,)

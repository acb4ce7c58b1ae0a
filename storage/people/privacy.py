"""How personal data in the tables of people are exported and erased."""

from storage.engine.privacy import Expiry, Privacy, own

_OLD_LINES = """
    at < :before AND julianday(at) <= (SELECT julianday(at) - 365 FROM audit
                                        ORDER BY id DESC LIMIT 1)
"""
"""The last year of the log cannot be deleted, though nothing was noted since."""

PRIVACY = (
    Privacy(
        table="members",
        export={"person": "SELECT * FROM members WHERE id = :member"},
        erase=(
            """
            UPDATE members
               SET name = '—', folded_name = 'erased:' || id, organisation_id = NULL,
                   patronymic = '', document = '', position = '', phone = '', email = '',
                   delegate = 0, substitute = 0, telegram_id = NULL, joined_at = NULL,
                   time_zone = NULL, leads = NULL, quiet_hours = NULL, consent_version = NULL,
                   consented_at = NULL,
                   unreachable_since = NULL, erased_at = :now
             WHERE id = :member
            """,
            """
            UPDATE members SET folded_name = 'erased:' || id, merged_into = NULL
             WHERE merged_into = :member
            """,
        ),
        traces="SELECT 1",
        expires=Expiry(
            "guests",
            due="""
                SELECT m.id FROM members m
                 WHERE m.guest AND m.erased_at IS NULL
                   AND max(coalesce(m.joined_at, ''),
                           coalesce((SELECT max(d.left_at) FROM departures d
                                      WHERE d.member_id = m.id), '')) BETWEEN '0' AND :before
                   AND NOT EXISTS (SELECT 1 FROM applications a
                                    WHERE a.applicant_id = m.id
                                      AND coalesce(a.decided_at, :before) >= :before)
                   AND NOT EXISTS (SELECT 1 FROM events e
                                    WHERE e.ends_at >= :before
                                      AND (EXISTS (SELECT 1 FROM rsvps
                                                    WHERE event_id = e.id AND member_id = m.id)
                                           OR EXISTS (SELECT 1 FROM invitees
                                                       WHERE event_id = e.id
                                                         AND member_id = m.id)))
                """,
        ),
    ),
    Privacy(
        table="organisations",
        export={
            "organisation": """
                SELECT o.name, o.inn, o.leader_id = m.id AS leads
                  FROM members m JOIN organisations o ON o.id = m.organisation_id
                 WHERE m.id = :member
                """
        },
        erase=("UPDATE organisations SET leader_id = NULL WHERE leader_id = :member",),
    ),
    own("roles", "roles", "SELECT role, since FROM roles WHERE member_id = :member"),
    own(
        "planned_roles",
        "planned_roles",
        "SELECT role, gives, day FROM planned_roles WHERE member_id = :member",
    ),
    Privacy(
        table="handovers",
        export={
            "handovers": """
                SELECT o.name, h.offered_at, h.leader_id = :member AS offered_by_me
                  FROM handovers h JOIN organisations o ON o.id = h.organisation_id
                 WHERE :member IN (h.leader_id, h.successor_id)
                """
        },
        erase=("DELETE FROM handovers WHERE :member IN (leader_id, successor_id)",),
    ),
    own(
        "departures",
        "former_organisations",
        """
        SELECT o.name, d.left_at
          FROM departures d JOIN organisations o ON o.id = d.organisation_id
         WHERE d.member_id = :member
        """,
    ),
    own("group_people", "group", "SELECT present, tag FROM group_people WHERE member_id = :member"),
    own(
        "invitations",
        "invitations",
        "SELECT expires_at, used_at FROM invitations WHERE member_id = :member",
    ),
    own(
        "asked_backups",
        "asked_backups",
        "SELECT asked_at FROM asked_backups WHERE member_id = :member",
    ),
    Privacy(
        table="rebindings",
        export={
            "accounts": """
                SELECT former_account, rebound_at, state FROM rebindings WHERE member_id = :member
                """
        },
        withheld={"decided_by": "it stands among the acts, and the account is another person's"},
        erase=("DELETE FROM rebindings WHERE member_id = :member",),
        kept={"decided_by": "it says what was done to another person's account"},
        traces="SELECT 1 FROM rebindings WHERE member_id = :member",
    ),
    Privacy(
        table="audit",
        export={"acts": "SELECT at, act, subject, details FROM audit WHERE actor_id = :member"},
        texts=("details",),
        expires=Expiry(
            "audit",
            due=f"SELECT DISTINCT id / 100 FROM audit WHERE {_OLD_LINES}",  # noqa: S608  constants
            acts=(
                f"""
                DELETE FROM audit
                 WHERE id BETWEEN :item * 100 AND :item * 100 + 99 AND {_OLD_LINES}
                """,  # noqa: S608  constants
            ),
        ),
        kept={"actor_id": "the audit log says what was done, not by whom in person"},
        record=True,
    ),
)

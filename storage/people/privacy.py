"""How personal data in the tables of people are exported and erased."""

from storage.engine.privacy import NO_GUEST, Privacy, own

PRIVACY = (
    Privacy(
        table="members",
        export={"person": "SELECT * FROM members WHERE id = :member"},
        erase=(
            """
            UPDATE members
               SET name = '—', folded_name = 'erased:' || id, organisation_id = NULL,
                   patronymic = '', document = '', position = '', phone = '', email = '',
                   delegate = 0, telegram_id = NULL, joined_at = NULL, time_zone = NULL,
                   leads = NULL, quiet_hours = NULL, consent_version = NULL, consented_at = NULL,
                   unreachable_since = NULL, erased_at = :now
             WHERE id = :member
            """,
            """
            UPDATE members SET folded_name = 'erased:' || id, merged_into = NULL
             WHERE merged_into = :member
            """,
        ),
        traces="SELECT 1",
        unmerged={"merged_into": NO_GUEST},
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
        unmerged={"leader_id": NO_GUEST},
    ),
    own("roles", "roles", "SELECT role, since FROM roles WHERE member_id = :member", guests=False),
    own(
        "planned_roles",
        "planned_roles",
        "SELECT role, gives, day FROM planned_roles WHERE member_id = :member",
        guests=False,
    ),
    own(
        "invitations",
        "invitations",
        "SELECT expires_at, used_at FROM invitations WHERE member_id = :member",
        guests=False,
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
        unmerged={"member_id": NO_GUEST, "decided_by": NO_GUEST},
    ),
    Privacy(
        table="audit",
        export={"acts": "SELECT at, act, subject, details FROM audit WHERE actor_id = :member"},
        kept={"actor_id": "the audit log says what was done, not by whom in person"},
        unmerged={"actor_id": "what was done as a guest was done as a guest"},
        record=True,
    ),
)

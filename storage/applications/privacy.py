"""How personal data in the tables of applications are exported and erased."""

from storage.engine.privacy import Expiry, Privacy

_NOBODY = """
    applicant_id = NULL, leader = '', position = '', representative = '', phone = '', email = '',
    about = '', reason = ''
"""
_OF_APPLICANT = "SELECT 1 FROM applications WHERE applicant_id = :member"

PRIVACY = (  # data of an application are erased before the application loses its applicant
    Privacy(
        table="application_files",
        export={
            "application files": """
                SELECT a.name AS application, x.kind, x.name
                  FROM application_files x JOIN applications a ON a.id = x.application_id
                 WHERE a.applicant_id = :member
                """
        },
        erase=(
            """
            DELETE FROM application_files
             WHERE application_id IN (SELECT id FROM applications WHERE applicant_id = :member)
            """,
        ),
        traces=_OF_APPLICANT,
    ),
    Privacy(
        table="application_remarks",
        export={
            "application remarks": """
                SELECT a.name AS application, x.written_at, x.text, x.by_applicant
                  FROM application_remarks x JOIN applications a ON a.id = x.application_id
                 WHERE :member IN (x.author_id, a.applicant_id)
                """
        },
        erase=(
            """
            DELETE FROM application_remarks
             WHERE application_id IN (SELECT id FROM applications WHERE applicant_id = :member)
            """,
            "UPDATE application_remarks SET author_id = NULL WHERE author_id = :member",
        ),
        texts=("text",),
        traces=_OF_APPLICANT,
    ),
    Privacy(
        table="applications",
        export={  # not the leader's name, unless it is the applicant's
            "applications": """
                SELECT a.state, a.inn, a.ogrn, a.name, a.short_name, a.municipality,
                       CASE WHEN a.leader IN (a.representative, m.name) THEN a.leader END AS leader,
                       a.position, a.representative, a.phone, a.email, a.about, a.reason,
                       a.created_at, a.sent_at, a.decided_at
                  FROM applications a JOIN members m ON m.id = a.applicant_id
                 WHERE a.applicant_id = :member
                """
        },
        erase=(
            "DELETE FROM applications WHERE applicant_id = :member AND state = 'draft'",
            f"UPDATE applications SET {_NOBODY} WHERE applicant_id = :member",  # noqa: S608  constants
        ),
        texts=("leader", "representative", "about", "reason"),
        expires=Expiry(
            "applications",
            due="""
                SELECT id FROM applications
                 WHERE state IN ('refused', 'withdrawn') AND decided_at < :before
                   AND (applicant_id IS NOT NULL OR leader <> '' OR representative <> '')
                """,
            acts=(
                "DELETE FROM application_files WHERE application_id = :item",
                "DELETE FROM application_remarks WHERE application_id = :item",
                f"UPDATE applications SET {_NOBODY} WHERE id = :item",  # noqa: S608  constants
            ),
        ),
        traces=_OF_APPLICANT,
    ),
)

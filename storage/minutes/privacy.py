"""How personal data in the tables of minutes are exported and erased."""

from storage.engine.privacy import acts

PRIVACY = (
    acts(
        "minutes",
        ("issued_by",),
        "minutes that have been issued stay as they are",
        record=True,
        name="minutes",
        export="SELECT body, number, year, issued_at FROM minutes WHERE issued_by = :member",
    ),
    acts(
        "filed_files",
        ("filed_by",),
        "what is filed beside minutes stays as it is",
        record=True,
        name="filed_files",
        export="SELECT kind, name, filed_at FROM filed_files WHERE filed_by = :member",
    ),
)

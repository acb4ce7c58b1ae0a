"""Templates of announcements."""

from collections.abc import Mapping
from datetime import datetime

from bot.domain.announcements.announcements import Template, TemplateId
from bot.domain.announcements.contents import Content
from bot.domain.people.members import MemberId, folded
from storage.announcements.contents import contents_from, dump_contents
from storage.engine.store import Store
from storage.engine.times import stamp


class SqliteTemplateStore(Store):
    """Contents by name."""

    def add(
        self, name: str, contents: Mapping[str, Content], created_by: MemberId, now: datetime
    ) -> TemplateId:
        """Add a template."""
        row = self._db.execute(
            """
            INSERT INTO templates (name, folded_name, contents, created_by, created_at)
            VALUES (?, ?, ?, ?, ?)
            RETURNING id
            """,
            (name, folded(name), dump_contents(contents), created_by, stamp(now)),
        ).fetchone()
        return TemplateId(row[0])

    def by_name(self, name: str) -> Template | None:
        """Return the template with this name; case and ё are ignored."""
        found = self._where("WHERE folded_name = ?", folded(name))
        return found[0] if found else None

    def get(self, template: TemplateId) -> Template | None:
        """Return a template by id."""
        found = self._where("WHERE id = ?", template)
        return found[0] if found else None

    def all(self) -> list[Template]:
        """Return all templates by name."""
        return self._where("ORDER BY folded_name")

    def remove(self, template: TemplateId) -> None:
        """Remove a template."""
        self._db.execute("DELETE FROM templates WHERE id = ?", (template,))

    def _where(self, clause: str, *values: object) -> list[Template]:
        rows = self._db.execute(f"SELECT id, name, contents FROM templates {clause}", values)  # noqa: S608
        return [Template(TemplateId(id_), name, contents_from(text)) for id_, name, text in rows]

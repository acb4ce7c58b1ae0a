"""Applications, their files, questions and answers."""

from dataclasses import asdict, fields
from datetime import datetime
from typing import Any

from bot.domain.applications.applications import (
    Application,
    ApplicationFile,
    ApplicationState,
    FileKind,
    Remark,
    RemarkId,
)
from bot.domain.applications.details import Details, Step
from bot.domain.applications.ids import ApplicationId
from bot.domain.people.members import MemberId
from bot.domain.polls.polls import PollId
from storage.engine.store import Store
from storage.engine.times import moment, optional_moment, optional_stamp, stamp

DETAILS = tuple(field.name for field in fields(Details))
SELECT = f"""
SELECT id, applicant_id, state, step, reached, poll_id, reason, sent_at, decided_at,
       {", ".join(DETAILS)}
  FROM applications
"""  # noqa: S608  made of the names of fields
UPDATE = f"""
UPDATE applications
   SET state = :state, step = :step, reached = :reached, poll_id = :poll, reason = :reason,
       sent_at = :sent_at, decided_at = :decided_at,
       {", ".join(f"{name} = :{name}" for name in DETAILS)}
 WHERE id = :id
"""  # noqa: S608  made of the names of fields
OPEN = "state IN ('submitted', 'asked', 'voting')"


class SqliteApplicationStore(Store):
    """Applications and their state."""

    def add(self, applicant: MemberId, now: datetime) -> ApplicationId:
        """Begin a draft; a person has one at a time."""
        row = self._db.execute(
            """
            INSERT INTO applications (applicant_id, step, reached, created_at)
            VALUES (?, 'inn', 'inn', ?)
            RETURNING id
            """,
            (applicant, stamp(now)),
        ).fetchone()
        return ApplicationId(row[0])

    def get(self, application: ApplicationId) -> Application | None:
        """Return an application by id."""
        found = self._where("id = ?", application)
        return found[0] if found else None

    def save(self, application: Application) -> None:
        """Save an application's state, answers and files."""
        values = {
            "id": application.id,
            "state": application.state,
            "step": application.step,
            "reached": application.reached,
            "poll": application.poll,
            "reason": application.reason,
            "sent_at": optional_stamp(application.sent_at),
            "decided_at": optional_stamp(application.decided_at),
        }
        self._db.execute(UPDATE, values | asdict(application.details))
        if self._files(application.id) != application.files:
            self._save_files(application)

    def _save_files(self, application: Application) -> None:
        self._db.execute(
            "DELETE FROM application_files WHERE application_id = ?", (application.id,)
        )
        self._db.executemany(
            """
            INSERT INTO application_files (application_id, number, kind, file_id, name)
            VALUES (?, ?, ?, ?, ?)
            """,
            [
                (application.id, number, file.kind, file.file_id, file.name)
                for number, file in enumerate(application.files)
            ],
        )

    def delete(self, application: ApplicationId) -> None:
        """Delete an application with everything that belongs to it."""
        self._db.execute("DELETE FROM applications WHERE id = ?", (application,))

    def draft_of(self, applicant: MemberId) -> Application | None:
        """Return the draft that a person is filling in."""
        found = self._where("applicant_id = ? AND state = 'draft'", applicant)
        return found[0] if found else None

    def of_applicant(self, applicant: MemberId) -> list[Application]:
        """Return a person's applications, the newest first."""
        return self._where("applicant_id = ?", applicant, order="id DESC")

    def open_with(self, inn: str, ogrn: str) -> list[Application]:
        """Return the applications under consideration with one of these numbers."""
        condition = f"{OPEN} AND (inn = ? OR (ogrn = ? AND ogrn <> ''))"
        return self._where(condition, inn, ogrn)

    def changes_since(self, moment: datetime) -> tuple[int, int]:
        """Return how many applications were sent after a moment, and how many withdrawn."""
        row = self._db.execute(
            """
            SELECT (SELECT count(*) FROM applications WHERE sent_at > ?1),
                   (SELECT count(*) FROM applications
                     WHERE state = 'withdrawn' AND decided_at > ?1)
            """,
            (stamp(moment),),
        ).fetchone()
        return int(row[0]), int(row[1])

    def open(self) -> list[Application]:
        """Return the applications under consideration, the oldest first."""
        return self._where(OPEN, order="sent_at, id")

    def of_poll(self, poll: PollId) -> list[Application]:
        """Return the applications that a poll votes on, or voted on."""
        return self._where("poll_id = ?", poll)

    def add_remark(
        self,
        application: ApplicationId,
        author: MemberId,
        text: str,
        now: datetime,
        *,
        by_applicant: bool,
    ) -> RemarkId:
        """Add a question, or an answer to it."""
        row = self._db.execute(
            """
            INSERT INTO application_remarks (application_id, by_applicant, author_id, text,
                                             written_at)
            VALUES (?, ?, ?, ?, ?)
            RETURNING id
            """,
            (application, by_applicant, author, text, stamp(now)),
        ).fetchone()
        return RemarkId(row[0])

    def remarks(self, application: ApplicationId) -> tuple[Remark, ...]:
        """Return the questions and answers in their order."""
        rows = self._db.execute(
            """
            SELECT id, by_applicant, author_id, text, written_at
              FROM application_remarks
             WHERE application_id = ?
             ORDER BY id
            """,
            (application,),
        )
        return tuple(
            Remark(RemarkId(id_), bool(by_applicant), author, text, moment(at))
            for id_, by_applicant, author, text, at in rows
        )

    def delete_remarks(self, application: ApplicationId) -> None:
        """Forget the questions and answers."""
        self._db.execute("DELETE FROM application_remarks WHERE application_id = ?", (application,))

    def _where(self, condition: str, *values: Any, order: str = "id") -> list[Application]:
        sql = f"{SELECT} WHERE {condition} ORDER BY {order}"
        return [self._application(row) for row in self._db.execute(sql, values).fetchall()]

    def _application(self, row: tuple[Any, ...]) -> Application:
        id_, applicant, state, step, reached, poll, reason, sent_at, decided_at, *details = row
        return Application(
            id=ApplicationId(id_),
            applicant=applicant,
            state=ApplicationState(state),
            details=Details(*details),
            files=self._files(ApplicationId(id_)),
            step=None if step is None else Step(step),
            reached=Step(reached),
            poll=poll,
            reason=reason,
            sent_at=optional_moment(sent_at),
            decided_at=optional_moment(decided_at),
        )

    def _files(self, application: ApplicationId) -> tuple[ApplicationFile, ...]:
        rows = self._db.execute(
            """
            SELECT kind, file_id, name FROM application_files
             WHERE application_id = ?
             ORDER BY number
            """,
            (application,),
        )
        return tuple(ApplicationFile(FileKind(kind), file, name) for kind, file, name in rows)

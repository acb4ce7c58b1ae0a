"""Issued minutes: rows are only ever added."""

from collections.abc import Sequence

from bot.domain.minutes.files import FiledFile, FiledId, FiledKind, IssuedFiles
from bot.domain.minutes.minutes import Body, MinutesNumber
from bot.domain.minutes.plans import IssuedMinutes, MinutesId
from bot.domain.people.members import MemberId
from bot.domain.polls.polls import PollId
from storage.engine.store import Store
from storage.engine.times import moment, stamp

COLUMNS = "id, body, number, year, issued_by, issued_at, docx_hash, pdf_hash"


class SqliteMinutesStore(Store):
    """The archive of minutes."""

    def next_number(self, body: Body, year: int) -> MinutesNumber:
        """Return the next number of this body's minutes in this year."""
        row = self._db.execute(
            "SELECT coalesce(max(number), 0) + 1 FROM minutes WHERE body = ? AND year = ?",
            (body, year),
        ).fetchone()
        return MinutesNumber(row[0], year)

    def add(
        self, issued: IssuedMinutes, files: IssuedFiles, entry: int, draft: str | None
    ) -> MinutesId:
        """Add minutes with both files, and return their id.

        `entry` is the chain's entry, `draft` the form's key.
        """
        number = issued.number
        row = self._db.execute(
            """
            INSERT INTO minutes (body, year, number, issued_by, issued_at, docx, pdf, docx_hash,
                                 pdf_hash, entry, draft)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
            """,
            (
                issued.body,
                number.year,
                number.number,
                issued.issued_by,
                stamp(issued.issued_at),
                files.docx,
                files.pdf,
                issued.docx_hash,
                issued.pdf_hash,
                entry,
                draft,
            ),
        ).fetchone()
        self._db.executemany(
            "INSERT INTO minutes_polls (minutes_id, place, poll_id) VALUES (?, ?, ?)",
            [(row[0], place, poll) for place, poll in enumerate(issued.polls, start=1)],
        )
        return MinutesId(row[0])

    def get(self, minutes: MinutesId) -> IssuedMinutes | None:
        """Return minutes without their files."""
        row = self._db.execute(f"SELECT {COLUMNS} FROM minutes WHERE id = ?", (minutes,)).fetchone()  # noqa: S608  a constant
        return None if row is None else self._issued(row)

    def by_draft(self, draft: str) -> MinutesId | None:
        """Return the minutes that were issued from a draft."""
        row = self._db.execute("SELECT id FROM minutes WHERE draft = ?", (draft,)).fetchone()
        return None if row is None else MinutesId(row[0])

    def files(self, minutes: MinutesId) -> IssuedFiles | None:
        """Return both files as they were issued."""
        row = self._db.execute("SELECT docx, pdf FROM minutes WHERE id = ?", (minutes,)).fetchone()
        return None if row is None else IssuedFiles(*row)

    def file(self, minutes: MinutesId, file: FiledFile, content: bytes, entry: int) -> FiledId:
        """Add a file to minutes, and return its id."""
        row = self._db.execute(
            """
            INSERT INTO filed_files (minutes_id, kind, name, content, hash, filed_by, filed_at,
                                     entry)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
            """,
            (
                minutes,
                file.kind,
                file.name,
                content,
                file.hash,
                file.filed_by,
                stamp(file.filed_at),
                entry,
            ),
        ).fetchone()
        return FiledId(row[0])

    def filed(self, minutes: MinutesId) -> list[FiledFile]:
        """Return the files stored with minutes, in their order."""
        rows = self._db.execute(
            """
            SELECT id, kind, name, hash, filed_by, filed_at FROM filed_files
             WHERE minutes_id = ? ORDER BY id
            """,
            (minutes,),
        )
        return [
            FiledFile(FiledId(id_), FiledKind(kind), name, hash_, MemberId(by), moment(at))
            for id_, kind, name, hash_, by, at in rows
        ]

    def entries(self, minutes: MinutesId) -> tuple[int, ...]:
        """Return the chain's entries of minutes, then those of their files in order."""
        rows = self._db.execute(
            """
            SELECT entry FROM (
                SELECT 0 AS place, entry FROM minutes WHERE id = ?1
                 UNION ALL
                SELECT id, entry FROM filed_files WHERE minutes_id = ?1)
             ORDER BY place
            """,
            (minutes,),
        )
        return tuple(entry for (entry,) in rows)

    def last_entry(self, minutes: MinutesId) -> int:
        """Return the chain's entry of minutes, or of their last addendum."""
        row = self._db.execute(
            """
            SELECT max(entry) FROM (
                SELECT entry FROM minutes WHERE id = ?1
                 UNION ALL
                SELECT entry FROM filed_files WHERE minutes_id = ?1 AND kind = 'addendum')
            """,
            (minutes,),
        ).fetchone()
        return int(row[0])

    def content(self, file: FiledId) -> bytes:
        """Return a stored file."""
        row = self._db.execute("SELECT content FROM filed_files WHERE id = ?", (file,)).fetchone()
        return bytes(row[0])

    def all(self) -> list[IssuedMinutes]:
        """List all minutes, the newest first."""
        rows = self._db.execute(f"SELECT {COLUMNS} FROM minutes ORDER BY id DESC")  # noqa: S608  a constant
        return [self._issued(row) for row in rows.fetchall()]

    def of_poll(self, poll: PollId) -> list[IssuedMinutes]:
        """List the minutes of a poll, the newest first."""
        rows = self._db.execute(
            f"""
            SELECT {COLUMNS} FROM minutes JOIN minutes_polls ON minutes_id = id
             WHERE poll_id = ? ORDER BY id DESC
            """,  # noqa: S608  a constant
            (poll,),
        )
        return [self._issued(row) for row in rows.fetchall()]

    def _issued(self, row: Sequence[object]) -> IssuedMinutes:
        id_, body, number, year, issued_by, issued_at, docx_hash, pdf_hash = row
        agenda = self._db.execute(
            """
            SELECT poll_id, question FROM minutes_polls JOIN polls ON polls.id = poll_id
             WHERE minutes_id = ? ORDER BY place
            """,
            (id_,),
        ).fetchall()
        return IssuedMinutes(
            id=MinutesId(int(str(id_))),
            body=Body(str(body)),
            number=MinutesNumber(int(str(number)), int(str(year))),
            polls=tuple(PollId(poll) for poll, _ in agenda),
            questions=tuple(question for _, question in agenda),
            issued_by=MemberId(int(str(issued_by))),
            issued_at=moment(str(issued_at)),
            docx_hash=str(docx_hash),
            pdf_hash=str(pdf_hash),
        )

"""Invitations to hand out: cards with QR codes to print, or a table to send from."""

import csv
import io
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import mkstemp
from typing import Protocol, TypeAlias

from bot.documents.pages import page_of
from bot.documents.pictures import qr_code
from bot.domain.sentences import Told
from bot.services.people.invitations import IssuedInvitation

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
WIDTHS = {"A": 36, "B": 44, "C": 60, "D": 36}

Progress: TypeAlias = Callable[[int, int], None]
"""Called with how many leaflets are done, and the total."""


class LeafletsRefused(Told):
    """The leaflets cannot be written; the sentence says why and what to do."""


class Words(Protocol):
    """Returns a text of `leaflets.ftl` in the alliance's language."""

    def __call__(self, key: str, /, **values: str | int | datetime) -> str:
        """Return the text; dates and times are formatted."""


@dataclass(frozen=True, slots=True)
class Leaflets:
    """What all leaflets share: the alliance, the bot, and the texts."""

    alliance: str
    username: str
    language: str
    zone_name: str
    words: Words

    def write(self, path: Path, invited: Sequence[IssuedInvitation], progress: Progress) -> None:
        """Write the invitations to `path`, readable by its owner only: the links let people in.

        The suffix gives the format: `.html` to print on A4, `.csv` for Excel, `.xlsx`.
        """
        write = {".html": self._html, ".csv": self._csv, ".xlsx": self._xlsx}[checked(path).suffix]
        content = write(invited, progress)
        try:
            _write_whole(path, content)
        except OSError as error:
            raise LeafletsRefused(
                "file-not-written", path=path, error=str(error.strerror)
            ) from error

    def _html(self, invited: Sequence[IssuedInvitation], progress: Progress) -> bytes:
        return page_of(
            "leaflets.html",
            leaflets=self,
            title=self.words("leaflets-title", alliance=self.alliance),
            count=self.words("leaflets-count", count=len(invited)),
            caution=self.words("leaflets-caution"),
            invitation=self.words("leaflets-invitation"),
            how=self.words("leaflets-how"),
            nobody="" if invited else self.words("leaflets-nobody"),
            cards=self._cards(invited, progress),
        )

    def _cards(
        self, invited: Sequence[IssuedInvitation], progress: Progress
    ) -> Iterator[dict[str, str]]:
        """Yield the texts of each card, while the page is made; `code` is an SVG picture."""
        for done, invitation in enumerate(invited, start=1):
            link = self._link(invitation)
            yield {
                "name": invitation.name,
                "organisation": invitation.organisation,
                "code": qr_code(link).svg_inline(omitsize=True, border=0, dark="#1c2733"),
                "link": link,
                "until": self._moment("leaflets-until", invitation),
            }
            progress(done, len(invited))

    def _link(self, invitation: IssuedInvitation) -> str:
        return f"https://t.me/{self.username}?start={invitation.payload}"

    def _moment(self, key: str, invitation: IssuedInvitation) -> str:
        return self.words(key, moment=invitation.expires_at, zone=self.zone_name)

    def _csv(self, invited: Sequence[IssuedInvitation], progress: Progress) -> bytes:
        """Return a CSV that Russian Excel opens directly: a byte order mark, and semicolons."""
        text = io.StringIO(newline="")
        writer = csv.writer(text, delimiter=";")
        writer.writerows([_harmless(cell) for cell in row] for row in self._table(invited))
        progress(len(invited), len(invited))
        return text.getvalue().encode("utf-8-sig")

    def _xlsx(self, invited: Sequence[IssuedInvitation], progress: Progress) -> bytes:
        from openpyxl import Workbook  # noqa: PLC0415  heavy, and needed for XLSX only
        from openpyxl.styles import Font  # noqa: PLC0415

        workbook = Workbook()
        sheet = workbook.worksheets[0]
        for number, row in enumerate(self._table(invited), start=1):
            for column, text in enumerate(row, start=1):
                cell = sheet.cell(number, column, text)
                cell.data_type = "s"  # a name that begins with = is still a name
                cell.font = Font(bold=number == 1)
        sheet.freeze_panes = "A2"
        for letter, width in WIDTHS.items():
            sheet.column_dimensions[letter].width = width
        content = io.BytesIO()
        workbook.save(content)
        progress(len(invited), len(invited))
        return content.getvalue()

    def _table(self, invited: Sequence[IssuedInvitation]) -> list[tuple[str, str, str, str]]:
        words = self.words
        header = (
            words("leaflets-name"),
            words("leaflets-organisation"),
            words("leaflets-link"),
            words("leaflets-expires"),
        )
        rows = [
            (each.name, each.organisation, self._link(each), self._moment("leaflets-moment", each))
            for each in invited
        ]
        return [header, *rows]


def checked(path: Path) -> Path:
    """Return `path` if its suffix is a known format; refuse any other."""
    if path.suffix not in {".html", ".csv", ".xlsx"}:
        raise LeafletsRefused("leaflets-suffix", path=path)
    return path


def _harmless(text: str) -> str:
    """Return text that Excel does not take for a formula (in a CSV it would)."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def _write_whole(path: Path, content: bytes) -> None:
    """Write to a temporary file, then rename it: no partial file, and never readable by others."""
    descriptor, name = mkstemp(prefix=f".{path.name}.", suffix=".partial", dir=path.parent)
    unfinished = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)

"""The files of issued minutes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class IssuedFiles:
    """Minutes as they are handed out."""

    docx: bytes
    pdf: bytes

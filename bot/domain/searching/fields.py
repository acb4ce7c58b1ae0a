"""Fields of work: what organisations do, and other words that people search for it by."""

from dataclasses import dataclass

from bot.domain.lines import one_line


@dataclass(frozen=True, slots=True)
class FieldOfWork:
    """A field of work from the configuration, and other words that people search for it by."""

    name: str
    synonyms: tuple[str, ...] = ()


def field_of(text: str) -> FieldOfWork:
    """Read a field of the configuration: «Помощь животным: собаки, кошки, приют»."""
    name, _, others = text.partition(":")
    words = tuple(word for word in (one_line(one) for one in others.split(",")) if word)
    return FieldOfWork(one_line(name), words)

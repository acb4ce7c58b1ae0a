"""What the made-up organisations say about themselves in the directory."""

import tomllib
from collections.abc import Iterator
from importlib import resources

from bot.demo.fiction import Fiction
from bot.domain.directory.cards import CardDetails, ContactKind
from bot.domain.searching.variants import in_latin, words_of

FIRST_PHONE = 79_000_000_100
"""Nobody has these numbers."""


def cards_of(fiction: Fiction) -> Iterator[tuple[str, CardDetails]]:
    """Return the card of each organisation by its ИНН; every second one has a telephone."""
    parts = tomllib.loads(resources.files(__package__).joinpath("fiction.toml").read_text("utf-8"))
    for number, organisation in enumerate(fiction.organisations):
        name = organisation.short_name.partition("«")[2].rstrip("»")
        theme = next((one for one in parts["themes"] if name in one["names"]), parts["centre"])
        address = f"{'-'.join(words_of(in_latin(name)))}.example.org"
        phone = ((ContactKind.PHONE, f"+{FIRST_PHONE + number}"),) if number % 2 else ()
        yield (
            organisation.inn,
            CardDetails(
                about=theme["about"][number % len(theme["about"])],
                fields=(theme["field"],),
                site=f"https://{address}",
                contacts=(*phone, (ContactKind.EMAIL, f"info@{address}")),
            ),
        )

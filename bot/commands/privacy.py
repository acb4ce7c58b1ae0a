"""The command privacy: what the bot keeps about people, for the alliance's own privacy policy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.commands.common import ConfigOption, Screen, configured, console

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import timedelta

    from handlers.ui.texts import Texts
    from storage.engine.privacy import Privacy


def privacy(config: ConfigOption = None) -> None:
    """Print what the bot keeps about people, why, how long, and what is erased on request.

    A table in Markdown, made from what each table of the database declares.
    """
    settings, _ = configured(config)
    t = Screen(settings.alliance.language).t  # it is the alliance's document
    title = t.plain("inventory-title", alliance=settings.alliance.name)
    for line in (f"# {title}", "", *inventory(settings.privacy.periods, t)):
        console().print(line)


def inventory(periods: dict[str, timedelta], t: Texts) -> Iterator[str]:
    """Yield the lines of the table."""
    from storage.privacy import BY_PURPOSE  # noqa: PLC0415  only this command needs it

    columns = ("what", "why", "how-long", "exported", "erased")
    yield _row(t.plain(f"inventory-{column}") for column in columns)
    yield _row("---" for _ in columns)
    for purpose, declared in BY_PURPOSE.items():
        why = t.plain(f"inventory-why-{purpose}")
        for one in declared:
            exported = t.plain("data-yes-no", value=bool(one.export))
            yield _row((what(one, t), why, _how_long(one, periods, t), exported, _erased(one, t)))


def what(one: Privacy, t: Texts) -> str:
    """Return the titles of what a table keeps, as people read them in their own data."""
    from handlers.people.own_data import title_key  # noqa: PLC0415

    titles = [t.plain(title_key(name)) for name in one.export or (one.table,)]
    return "; ".join(titles)


def _how_long(one: Privacy, periods: dict[str, timedelta], t: Texts) -> str:
    if one.expires is not None:
        period = one.expires.period
        own = f"inventory-for-{period.replace('_', '-')}"  # where only a part of it expires
        return t.plain(own if t.has(own) else "inventory-for", period=periods[period])
    return t.plain("inventory-for-ever" if _is_kept(one) else "inventory-until-erased")


def _erased(one: Privacy, t: Texts) -> str:
    """Return what erasing a person does to a table."""
    if _is_kept(one):
        return t.plain("inventory-kept")
    return t.plain("inventory-nameless" if one.kept else "inventory-deleted")


def _is_kept(one: Privacy) -> bool:
    """Tell whether the rows belong to the record of a vote, or to minutes."""
    return one.record and not one.texts


def _row(cells: Iterator[str] | tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"

"""Pages in HTML, made from the templates beside this module."""

from importlib import resources


def page_of(template: str, **values: object) -> bytes:
    """Return a page that needs nothing from the network; all values are escaped."""
    from jinja2 import Environment, StrictUndefined  # noqa: PLC0415  3 MB, for the few who ask

    source = resources.files("bot.documents").joinpath(template).read_text("utf-8")
    environment = Environment(autoescape=True, undefined=StrictUndefined)
    return environment.from_string(source).render(values).encode()

"""Pages as HTML: one Jinja2 environment, which escapes all values; and the files beside them."""

from functools import cache
from hashlib import sha256
from importlib import resources
from typing import Any, NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined

from bot.documents.pictures import qr_code
from handlers.ui.texts import Texts

KINDS = {".css": "text/css", ".js": "text/javascript"}
"""The content types of the files beside the pages, by the end of the name."""


class Asset(NamedTuple):
    """A file beside the pages, and a digest that changes when it does."""

    kind: str
    body: bytes
    version: str


@cache
def assets() -> dict[str, Asset]:
    """Return the files beside the pages by name."""
    found = {}
    for file in resources.files("handlers.web").joinpath("assets").iterdir():
        kind = KINDS.get(file.name[file.name.rfind(".") :])
        if kind is not None:
            body = file.read_bytes()
            found[file.name] = Asset(kind, body, sha256(body).hexdigest()[:12])
    return found


def asset_path(name: str) -> str:
    """Return the address of a file; it changes with the file, so browsers may keep it."""
    return f"/assets/{assets()[name].version}/{name}"


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("handlers.web", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals["asset"] = asset_path
    return made


def rendered(template: str, t: Texts, /, **values: Any) -> str:
    """Return a template with its values; `t` in it gives plain texts, escaped like all else."""
    return _environment().get_template(template).render(t=t.plain, language=t.language, **values)


def qr_svg(link: str) -> str:
    """Return the QR code of a link as SVG; empty without one."""
    return qr_code(link).svg_inline(border=0, omitsize=True) if link else ""

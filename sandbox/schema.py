"""The Bot API as data: compile a check of each method's parameters at its first call."""

import functools
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from sandbox import checks, forms
from sandbox.checks import Check, Files, Mismatch, Variant
from sandbox.errors import ApiError, bad_request
from sandbox.refusals import words_for

FRACTIONS = frozenset(
    {
        "corner_radius_percentage",
        "cover_frame_timestamp",
        "height_percentage",
        "horizontal_accuracy",
        "latitude",
        "longitude",
        "main_frame_timestamp",
        "rotation_angle",
        "scale",
        "temperature",
        "width_percentage",
        "x_percentage",
        "x_shift",
        "y_percentage",
        "y_shift",
    }
)
"""The fields that the Bot API calls Float; every other number is an Integer."""

Node = Mapping[str, Any]


class Schema:
    """Checks requests of every Bot API method, and values of any Bot API type."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._methods: Mapping[str, Node] = data["methods"]
        self._types: Mapping[str, Node] = data["$defs"]
        self._names = {name.lower(): name for name in self._methods}
        self._by_type: dict[str, Check] = {}
        self._by_method: dict[str, Check] = {}

    @classmethod
    @functools.cache
    def load(cls) -> "Schema":
        """Read the description next to this module, once."""
        source = Path(__file__).with_name("botapi.schema.json")
        return cls(json.loads(source.read_text(encoding="utf-8")))

    def name(self, method: str) -> str | None:
        """Return a method's name regardless of case; `None` when Telegram has no such method."""
        return self._names.get(method.lower())

    @property
    def update_kinds(self) -> frozenset[str]:
        """Every kind of update."""
        return frozenset(self._types["TelegramUpdate"]["properties"]) - {"update_id"}

    def params(self, method: str, given: Mapping[str, Any], files: Files) -> dict[str, Any]:
        """Check a call's parameters and return them typed, with attached files in place.

        `given` has text as a form sends it, or JSON values. Refuses, with 400 and Telegram's text
        where it is known, values that are unknown, missing, of a wrong type, too long or out of
        range.
        """
        check = self._by_method.get(method)
        if check is None:
            check = self._by_method[method] = self._request(self._methods[method]["params"])
        try:
            result: dict[str, Any] = check(given, files)
        except Mismatch as mismatch:
            raise _refusal(method, mismatch) from None
        return result

    def result(self, method: str) -> Check:
        """Return the check of what a method returns; sizes are those of `params`."""
        return self._compile(self._methods[method]["returns"], "")

    def type(self, name: str) -> Check:
        """Return the check of a Bot API type, such as `Update`."""
        return self._named(f"Telegram{name}")

    def _request(self, name: str | None) -> Check:
        if name is None:
            return checks.fields({}, ())
        node = self._types[name]
        properties = {
            field: forms.reader(self._compile(one, field), self._is_nested(one))
            for field, one in node["properties"].items()
        }
        return checks.fields(properties, node["required"])

    def _is_nested(self, node: Node) -> bool:
        """Tell whether a form sends this as JSON."""
        if "$ref" in node:
            return self._is_nested(self._types[_target(node)])
        if "anyOf" in node:
            return all(self._is_nested(one) for one in node["anyOf"])
        return node.get("type") in {"object", "array"}

    def _named(self, name: str) -> Check:
        """Compile a type when a value of it is first met: types refer to each other in cycles."""

        def check(value: Any, files: Files) -> Any:
            compiled = self._by_type.get(name)
            if compiled is None:
                compiled = self._by_type[name] = self._compile(self._types[name], "")
            return compiled(value, files)

        return check

    def _compile(self, node: Node, field: str) -> Check:
        if "$ref" in node:
            return self._named(_target(node))
        if "anyOf" in node:
            return self._choice(node["anyOf"], field)
        if "enum" in node:
            return checks.one_of(node["enum"])
        if "const" in node:
            return checks.one_of([node["const"]])
        if "x-file" in node:
            return checks.file
        compilers: dict[str | None, Callable[[Node, str], Check]] = {
            "object": self._object,
            "array": self._array,
            "number": _number,
            "string": _string,
            "boolean": lambda _node, _field: checks.truth,
            None: lambda _node, _field: checks.anything,
        }
        return compilers[node.get("type")](node, field)

    def _object(self, node: Node, _: str) -> Check:
        properties = {
            name: self._compile(one, name) for name, one in node.get("properties", {}).items()
        }
        return checks.fields(properties, node.get("required", ()))

    def _array(self, node: Node, field: str) -> Check:
        item = self._compile(node["items"], field)
        return checks.listed(item, node.get("x-minItems", 0), node.get("x-maxItems"))

    def _choice(self, options: list[Node], field: str) -> Check:
        types = [one.get("type") for one in options]
        if types == ["number", "string"]:
            return checks.chat
        if any("x-file" in one for one in options):
            return checks.file_or_id
        if all("const" in one for one in options):
            return checks.one_of([one["const"] for one in options])
        variants = [self._variant(one) for one in options]
        if all(one is not None for one in variants):
            return checks.variants([one for one in variants if one is not None])
        return checks.first_of([self._compile(one, field) for one in options])

    def _variant(self, node: Node) -> Variant | None:
        if "$ref" not in node:
            return None
        target = self._types[_target(node)]
        if target.get("type") != "object":
            return None
        constants = {
            name: one["const"]
            for name, one in target["properties"].items()
            if "const" in one and name in target["required"]
        }
        return Variant(constants, target["required"], self._compile(node, ""))


def _target(node: Node) -> str:
    reference: str = node["$ref"]
    return reference.rpartition("/")[2]


def _number(node: Node, field: str) -> Check:
    if field in FRACTIONS:
        return checks.fraction
    if "x-min" in node:
        return checks.ranged(node["x-min"], node["x-max"])
    return checks.whole


def _string(node: Node, _: str) -> Check:
    """Compile a string; lengths after entity parsing are checked later."""
    if "x-minBytes" in node:
        return checks.sized(node["x-minBytes"], node["x-maxBytes"], "bytes")
    if "x-minLen" in node and not node.get("x-afterEntities"):
        return checks.sized(node["x-minLen"], node["x-maxLen"], "characters")
    return checks.text


def _refusal(method: str, mismatch: Mismatch) -> ApiError:
    known = words_for(method, mismatch.path, mismatch.rule)
    return bad_request(known or f'parameter "{".".join(mismatch.path)}" {mismatch.words}')

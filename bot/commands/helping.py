"""The help of the commands, looked up in the locales once somebody asks for it."""

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from bot.commands.common import language_of_system


@cache
def words(language: str) -> Mapping[str, str]:
    """Return the help's sentences, which have no variables.

    They are read without what formats others, which would take longer than to show them.
    """
    from fluent.syntax import ast, parse  # noqa: PLC0415  nothing but the help needs it

    file = resources.files("handlers").joinpath("locales", language, "command_help.ftl")
    messages = [one for one in parse(file.read_text("utf-8")).body if isinstance(one, ast.Message)]
    return {
        one.id.name: "".join(
            part.value for part in one.value.elements if isinstance(part, ast.TextElement)
        )
        for one in messages
        if one.value is not None
    }


def _explain(command: TyperCommand | TyperGroup, ctx: typer.Context) -> None:
    """Give a command and its parameters their help in the language of the system."""
    said = words(language_of_system())
    command.help = said[f"help-{command.name}"]
    for param in command.get_params(ctx):
        if isinstance(param, TyperArgument | TyperOption) and not param.hidden:
            own = f"help-{command.name}-{param.name}"
            param.help = said.get(own) or said[f"help-any-{param.name}"]
            kind = "arguments" if isinstance(param, TyperArgument) else "options"
            param.rich_help_panel = said[f"help-{kind}"]


class HelpfulCommand(TyperCommand):
    """A command whose help is in the locales."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Print the help."""
        _explain(self, ctx)
        super().format_help(ctx, formatter)


class HelpfulGroup(TyperGroup):
    """All commands with the first line of the help of each."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Print the help."""
        _explain(self, ctx)
        said = words(language_of_system())
        for name, command in self.commands.items():
            command.help = said[f"help-{name}"]
            command.rich_help_panel = said["help-commands"]  # type: ignore[attr-defined]  # ours
        super().format_help(ctx, formatter)

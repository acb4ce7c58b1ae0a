"""The command line: `alliance-bot`, or `python -m bot`."""

from collections.abc import Callable, Mapping

import typer

from bot.commands.checking import check
from bot.commands.databases import backup, migrate, restore
from bot.commands.directory import export_directory
from bot.commands.helping import HelpfulCommand, HelpfulGroup
from bot.commands.imports import import_people
from bot.commands.invitations import invitations
from bot.commands.privacy import privacy
from bot.commands.running import demo, run
from bot.commands.setup import setup
from bot.commands.units import units
from bot.commands.verification import verify
from bot.commands.versions import version

cli = typer.Typer(
    name="alliance-bot",
    cls=HelpfulGroup,
    no_args_is_help=True,
    rich_markup_mode="markdown",
    add_completion=False,
    pretty_exceptions_enable=False,  # Rich tracebacks show local variables, and so the token
)
COMMANDS: Mapping[str, Callable[..., None]] = {
    "setup": setup,
    "run": run,
    "demo": demo,
    "check": check,
    "migrate": migrate,
    "backup": backup,
    "restore": restore,
    "import": import_people,
    "invitations": invitations,
    "export-directory": export_directory,
    "verify": verify,
    "units": units,
    "privacy": privacy,
    "version": version,
}
for name, command in COMMANDS.items():
    cli.command(name, cls=HelpfulCommand)(command)


def main() -> None:
    """Run the command line."""
    cli()


if __name__ == "__main__":
    main()

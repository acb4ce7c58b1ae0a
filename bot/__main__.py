"""The command line: `alliance-bot`, or `python -m bot`."""

import typer

from bot.commands.checking import check
from bot.commands.databases import backup, migrate, restore
from bot.commands.imports import import_people
from bot.commands.invitations import invitations
from bot.commands.running import demo, run
from bot.commands.setup import setup
from bot.commands.units import units
from bot.commands.verification import verify
from bot.commands.versions import version

cli = typer.Typer(
    name="alliance-bot",
    help="A Telegram bot for an alliance of non-profit organisations.",
    no_args_is_help=True,
    rich_markup_mode="markdown",
    add_completion=False,
    pretty_exceptions_enable=False,  # Rich tracebacks show local variables, and so the token
)
cli.command()(setup)
cli.command()(run)
cli.command()(demo)
cli.command()(check)
cli.command()(migrate)
cli.command()(backup)
cli.command()(restore)
cli.command("import")(import_people)
cli.command()(invitations)
cli.command()(verify)
cli.command()(units)
cli.command()(version)


def main() -> None:
    """Run the command line."""
    cli()


if __name__ == "__main__":
    main()

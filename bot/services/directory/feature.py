"""What the directory declares to the bot: services, sweeps, notices."""

from dataclasses import dataclass

from bot.domain.directory.letters import CardToConfirm, LetterSent
from bot.services.declarations import Feature, Kit, Sweep
from bot.services.directory.directory import Directory
from bot.services.directory.editing import DirectoryEditing, compose_confirmation
from bot.services.directory.letters import DirectoryLetters, compose_letter
from bot.services.notices import NoticeRules, NoticesByKind

NOTICES: NoticesByKind = {
    LetterSent: NoticeRules(compose_letter),
    CardToConfirm: NoticeRules(compose_confirmation, disturbs=True),
}


@dataclass(frozen=True)
class DirectoryServices:
    """The use cases of the directory."""

    directory: Directory
    directory_editing: DirectoryEditing
    directory_letters: DirectoryLetters


def _services(kit: Kit) -> DirectoryServices:
    section = kit.config.directory
    fields = section.known
    return DirectoryServices(
        directory=Directory(*kit.common, fields=fields, for_strangers=section.for_strangers),
        directory_editing=DirectoryEditing(*kit.common, fields=fields),
        directory_letters=DirectoryLetters(*kit.common),
    )


def _sweeps(use: DirectoryServices) -> tuple[Sweep, ...]:
    return (Sweep("directory", 60, use.directory_editing.ask_due),)


FEATURE = Feature(services=_services, sweeps=_sweeps, notices=NOTICES)

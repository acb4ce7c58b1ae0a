"""What the directory declares to the Telegram interface."""

from handlers.directory import directory, editing, files, inline, letters, pictures
from handlers.ui.commands import Command, Whom
from handlers.ui.features import HandlerFeature

FEATURE = HandlerFeature(
    routes=(
        directory.ROUTES,
        letters.ROUTES,
        editing.ROUTES,
        files.ROUTES,
        inline.ROUTES,
        pictures.ROUTES,
    ),
    inline=(inline.organisations,),
    forms=(editing.CARD,),
    letters=letters.LETTERS,
    commands=(Command("directory"),),
    help={Whom.EVERYBODY: "help-directory"},
)

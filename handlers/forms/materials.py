"""The field for materials: files that are sent to it, each of which a tap removes."""

from dataclasses import dataclass, field

from aiogram.types import Message

from bot.domain.polls.materials import checked_materials
from handlers.forms.context import Filling
from handlers.forms.form import Field
from handlers.forms.lists import Option, option_rows, require_offered
from handlers.ui.buttons import Row
from handlers.ui.materials import material_of


@dataclass(eq=False)
class Materials(Field):
    """The draft's `materials`."""

    many: bool = field(default=True, kw_only=True)

    def _files(self, form: Filling) -> list[Option]:
        names = [
            one.name or form.t.plain("material-unnamed", number=place)
            for place, one in enumerate(form.draft.materials, start=1)
        ]
        return [
            Option(f"{place}", form.label("remove", name=name))
            for place, name in enumerate(names, start=1)
        ]

    async def rows(self, form: Filling) -> list[Row]:
        """Return the files."""
        return option_rows(form, self._files(form))

    async def tap(self, form: Filling, key: str, value: str) -> None:
        """Remove a file."""
        if key == "pick":
            require_offered(value, self._files(form))
            files = list(form.draft.materials)
            del files[int(value) - 1]
            form.draft.materials = tuple(files)

    async def typed(self, form: Filling, message: Message) -> bool:
        """Add a file, or one of an album; refuse more than the limit."""
        material = material_of(message)
        if material is None:
            return False
        form.draft.materials = checked_materials([*form.draft.materials, material])
        return True

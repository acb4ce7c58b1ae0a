"""Store a person's open forms in one row, which survives restarts."""

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from bot.services.drafts import Drafts, draft_prefix
from handlers.forms.form import Form
from handlers.forms.opened import OpenForm, OpenForms


class FormStorage:
    """Stores open forms as drafts, under a key of the person's private chat."""

    def __init__(self, drafts: Drafts, forms: Mapping[str, Form[Any]]) -> None:
        self._drafts = drafts
        self.known = forms

    async def read(self, chat: int) -> tuple[OpenForms, int]:
        """Return the open forms, and how many are lost because this release cannot read them."""
        row = await self._drafts.data(_key(chat))
        if not row:
            return OpenForms(), await self._forget_older(chat)
        try:
            kept = OpenForms.model_validate(row)
        except ValidationError:
            await self.save(chat, OpenForms())
            return OpenForms(), 1
        whole = [one for one in kept.forms if self._is_understood(one)]
        lost = len(kept.forms) - len(whole)
        if lost:
            kept = OpenForms(forms=whole)
            await self.save(chat, kept)
        return kept, lost

    async def _forget_older(self, chat: int) -> int:
        """Delete what aiogram-dialog stored in earlier releases; return how many drafts."""
        prefix = f"{draft_prefix(chat)}{chat}:aiogd:"
        stack = await self._drafts.data(f"{prefix}stack:")
        if stack:
            await self._drafts.forget(prefix)
        return len(stack.get("intents", ()))

    async def save(self, chat: int, kept: OpenForms) -> None:
        """Save the open forms; with none the row is deleted."""
        row = kept.model_dump(mode="json") if kept.forms else {}
        await self._drafts.save_data(_key(chat), row)

    def _is_understood(self, one: OpenForm) -> bool:
        form = self.known.get(one.form)
        if form is None or not form.has_steps(one.step, one.left):
            return False
        try:
            for draft in (one.draft, one.begun or {}):
                form.draft.model_validate(draft)
        except ValidationError:
            return False
        return True


def _key(chat: int) -> str:
    return f"{draft_prefix(chat)}form"

"""Open forms by a noun's button: below its message, one at a time, without losing drafts."""

from collections.abc import Callable
from typing import Any

from aiogram.types import CallbackQuery, Message
from pydantic import BaseModel

from bot.domain.people.members import Member
from handlers.forms.callbacks import FormButton
from handlers.forms.context import FormContext
from handlers.forms.engine import Begin, FormEngine, chat_of
from handlers.forms.form import PREVIEW, RESUMING, D, Form
from handlers.forms.opened import OpenForm, OpenForms
from handlers.ui.edits import tapped
from handlers.ui.routes import Access, Data, Routes


class Forms:
    """Opens forms for the person who tapped a button or typed a command."""

    def __init__(self, data: Data) -> None:
        self._engine: FormEngine = data["form_engine"]
        self._data = data

    async def make_new(self, asked: CallbackQuery | Message, form: Form[Any]) -> None:
        """Begin a new object, or offer the existing draft of one."""
        chat = chat_of(asked)
        async with self._engine.one_at_a_time(chat):
            kept = await self._engine.clear(asked, self._data)
            opened = _bring_forward(kept, form)
            if opened is None:
                self._add(kept, form, form.draft(), PREVIEW)
            else:
                self._offer(form, opened)
            await self._engine.show_new(chat, kept, self._data)

    async def make_copy(
        self,
        asked: CallbackQuery | Message,
        form: Form[D],
        draft: D,
        step: str = PREVIEW,
        again: Callable[[D], bool] = lambda _: False,
        begin: Begin = lambda _: None,
    ) -> None:
        """Begin a new object with a draft, at `step` or at the first missing field.

        `begin` prepares its first screen. An older draft of this kind is replaced, unless it is the
        same `again`: then it is offered. A draft that began empty stays.
        """
        chat = chat_of(asked)
        async with self._engine.one_at_a_time(chat):
            kept = await self._engine.clear(asked, self._data)
            copies = [one for one in kept.forms if one.form == form.name and one.begun is not None]
            same = [one for one in copies if again(form.draft.model_validate(one.draft))]
            kept.forms = [one for one in kept.forms if one not in copies or one in same[-1:]]
            if same:
                kept.forms.sort(key=lambda one: one is same[-1])
                self._offer(form, same[-1])
            else:
                self._add(kept, form, draft, step, begun=draft)
            await self._engine.show_new(chat, kept, self._data, begin)

    async def open_for(
        self,
        query: CallbackQuery,
        form: Form[D],
        subject: int,
        draft: D | None = None,
        step: str = PREVIEW,
    ) -> None:
        """Open a form for an existing object, at `step` or at the first missing field."""
        chat, begun = tapped(query).chat, draft or form.draft()
        async with self._engine.one_at_a_time(chat):
            kept = await self._engine.clear(query, self._data)
            self._add(kept, form, begun, step, begun=begun, subject=subject)
            await self._engine.show_new(chat, kept, self._data)

    def _add(
        self,
        kept: OpenForms,
        form: Form[Any],
        draft: BaseModel,
        step: str,
        begun: BaseModel | None = None,
        subject: int | None = None,
    ) -> None:
        opened = OpenForm(
            form=form.name,
            step=step,
            subject=subject,
            draft=draft.model_dump(mode="json"),
            begun=None if begun is None else begun.model_dump(mode="json"),
        )
        FormContext(form, opened, self._data).go(step)
        kept.forms.append(opened)

    def _offer(self, form: Form[Any], opened: OpenForm) -> None:
        """Ask whether to continue a draft that has values."""
        context = FormContext(form, opened, self._data)
        if context.is_worth_keeping:
            context.set_aside(RESUMING)


def _bring_forward(kept: OpenForms, form: Form[Any]) -> OpenForm | None:
    """Put the newest draft of this kind on top of the others, and return it."""
    found = [one for one in kept.forms if one.form == form.name]
    if not found:
        return None
    kept.forms.sort(key=lambda one: one is found[-1])
    return found[-1]


def with_forms(data: Data) -> None:
    """Add `forms` for the handlers of buttons that open one."""
    data["forms"] = Forms(data)


async def _tap(
    query: CallbackQuery, callback_data: FormButton, form_engine: FormEngine, data: Data
) -> None:
    await form_engine.tap(query, callback_data, data)


async def _is_typed(message: Message, data: Data) -> Data | None:
    """Look for an open form only for people who may use forms."""
    member: Member | None = data["member"]
    engine: FormEngine = data["form_engine"]
    drafts = member is not None and engine.has_forms_for(member)
    return {} if drafts and await engine.is_open(message, data) else None


async def _type(message: Message, form_engine: FormEngine, data: Data) -> None:
    await form_engine.type(message, data)


def _require_forms(data: Data) -> None:
    """Refuse people who may use none of the forms."""
    member: Member = data["member"]
    engine: FormEngine = data["form_engine"]
    if not engine.has_forms_for(member):
        member.require_desk()


ROUTES = Routes(
    access=Access.CONSENTED,
    prepare=_require_forms,
    buttons={FormButton: _tap},
    typed=((_is_typed, _type),),
)

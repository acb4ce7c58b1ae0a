"""aiogram's models are built at their first use, and then as aiogram itself builds them."""

import subprocess
import sys
from typing import Any

import pytest
from aiogram import methods, types
from aiogram.methods.base import Response, TelegramMethod
from aiogram.types.base import TelegramObject

from tests.effort import effort

NAMES = tuple(
    name
    for name in methods.__all__
    if issubclass(getattr(methods, name), TelegramMethod) and name != "TelegramMethod"
)


def said_by(program: str) -> str:
    """Return what a Python of its own prints."""
    command = [sys.executable, "-c", program]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def test_a_model_is_not_built_before_it_is_used_and_then_whatever_it_refers_to() -> None:
    program = """
import bot.app
from aiogram.types import Message, Story, Update
print(Message.__pydantic_complete__, Update.__pydantic_complete__)
text = {"message_id": 1, "date": 1, "chat": {"id": 1, "type": "private"}, "text": "да"}
print(Update.model_validate({"update_id": 1, "message": text}).message.chat.type)
print(Update.__pydantic_complete__, Story.__pydantic_complete__)
"""
    assert said_by(program).split() == ["False", "False", "private", "True", "False"]


@pytest.mark.parametrize("name", effort(NAMES[::20], NAMES))
def test_a_method_and_its_answer_are_built_alone(name: str) -> None:
    method = getattr(methods, name)
    answer: Any = Response.__class_getitem__(method.__returning__)

    assert method.model_rebuild(force=True)
    assert answer.model_validate({"ok": False}).result is None


@pytest.mark.parametrize("name", effort(types.__all__[::40], types.__all__))
def test_every_type_can_be_built(name: str) -> None:
    model = getattr(types, name)

    if isinstance(model, type) and issubclass(model, TelegramObject):
        assert model.model_rebuild(force=True)
        assert model.__pydantic_complete__


def test_models_of_others_are_built_as_before() -> None:
    program = """
import bot, pydantic
class Late(pydantic.BaseModel):
    of: "Other"
def build():
    class Other(pydantic.BaseModel):
        number: int
    Late.model_rebuild()
build()
print(Late(of={"number": "3"}).of.number)
"""
    assert said_by(program) == "3"

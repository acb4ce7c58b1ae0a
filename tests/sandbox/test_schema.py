"""Each request is checked against the Bot API as data."""

import re
from typing import Any

import pytest

from sandbox.errors import ApiError
from sandbox.files import Upload
from sandbox.schema import Schema

SCHEMA = Schema.load()
PHOTO = Upload("a.png", "image/png", b"1")


def refused(method: str, params: dict[str, Any], words: str) -> None:
    with pytest.raises(ApiError, match=f"Bad Request: {re.escape(words)}"):
        SCHEMA.params(method, params, {"photo1": PHOTO})


def message(**params: Any) -> dict[str, Any]:
    return {"chat_id": 1, "text": "a", **params}


def keyboard(**button: Any) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": "b", **button}]]}


def test_text_of_a_form_becomes_typed_values() -> None:
    params = SCHEMA.params(
        "sendMessage",
        {
            "chat_id": "-100",
            "text": "5",
            "disable_notification": "True",
            "reply_markup": '{"inline_keyboard": [[{"text": "b", "callback_data": "x"}]]}',
        },
        {},
    )
    assert params == {
        "chat_id": -100,
        "text": "5",
        "disable_notification": True,
        "reply_markup": keyboard(callback_data="x"),
    }


def test_every_method_compiles() -> None:
    for method in SCHEMA._methods:
        with pytest.raises(ApiError):
            SCHEMA.params(method, {"telepathy": 1}, {})


def test_a_name_of_a_channel_stays_text() -> None:
    assert SCHEMA.params("getChat", {"chat_id": "@news"}, {}) == {"chat_id": "@news"}


def test_numbers_inside_json_may_be_text() -> None:
    params = SCHEMA.params("sendMessage", message(reply_parameters='{"message_id": "5"}'), {})
    assert params["reply_parameters"] == {"message_id": 5}


def test_nulls_are_left_out() -> None:
    assert SCHEMA.params("sendMessage", message(parse_mode=None), {}) == message()


def test_an_attached_file_takes_the_place_of_its_reference() -> None:
    params = {"chat_id": 1, "photo": "attach://photo1"}
    assert SCHEMA.params("sendPhoto", params, {"photo1": PHOTO})["photo"] is PHOTO


def test_a_file_id_stays_text() -> None:
    assert SCHEMA.params("sendPhoto", {"chat_id": 1, "photo": "id"}, {})["photo"] == "id"


def test_the_kind_of_an_object_is_told_by_its_constant() -> None:
    media = [{"type": "photo", "media": "attach://photo1"}, {"type": "document", "media": "id"}]
    params = SCHEMA.params("sendMediaGroup", {"chat_id": 1, "media": media}, {"photo1": PHOTO})
    assert params["media"][0]["media"] is PHOTO


@pytest.mark.parametrize(
    ("method", "params", "words"),
    [
        ("sendMessage", {"text": "a"}, "chat_id is empty"),
        ("sendMessage", {"chat_id": 1}, "message text is empty"),
        ("sendMessage", message(txt=1), 'parameter "txt" is unknown'),
        ("sendMessage", message(text=5), 'parameter "text" must be a string'),
        ("sendMessage", message(parse_mode="BBCode"), "unsupported parse_mode"),
        ("sendMessage", message(disable_notification="maybe"), 'parameter "disable_notification"'),
        ("sendMessage", message(message_thread_id=True), 'parameter "message_thread_id" must be'),
        ("sendMessage", message(message_thread_id=1.5), 'parameter "message_thread_id" must be'),
        ("sendMessage", message(message_thread_id=2**63), 'parameter "message_thread_id" must'),
        ("sendMessage", message(reply_markup="{"), 'parameter "reply_markup" can\'t be parsed'),
        ("sendMessage", message(reply_markup={"keys": []}), 'parameter "reply_markup" is of no'),
        ("sendMessage", message(entities={}), 'parameter "entities" must be an array'),
        ("sendMessage", message(reply_markup=keyboard(callback_data="")), "BUTTON_DATA_INVALID"),
        (
            "sendMessage",
            message(reply_markup=keyboard(callback_data="ы" * 33)),
            "BUTTON_DATA_INVALID",
        ),
        (
            "sendMessage",
            message(reply_markup=keyboard(style="pink", url="https://a.org")),
            'parameter "reply_markup.inline_keyboard.0.0.style" must be one of: danger',
        ),
        (
            "sendMessage",
            message(reply_markup=keyboard(colour="red")),
            'parameter "reply_markup.inline_keyboard.0.0.colour" is unknown',
        ),
        (
            "sendPhoto",
            {"chat_id": 1, "photo": "attach://no"},
            'parameter "photo" names an attached',
        ),
        ("sendLocation", {"chat_id": 1, "latitude": "nan", "longitude": 1}, 'parameter "latitude"'),
        ("getUpdates", {"limit": 101}, 'parameter "limit" must be from 1 to 100'),
        ("answerCallbackQuery", {"callback_query_id": "1", "text": "a" * 201}, "MESSAGE_TOO_LONG"),
        (
            "sendPoll",
            {"chat_id": 1, "question": "q", "options": [{"text": "o"}] * 13},
            "poll can't have more than 12 options",
        ),
        (
            "sendPoll",
            {"chat_id": 1, "question": "q" * 301, "options": [{"text": "o"}]},
            "poll question length must not exceed 300",
        ),
        (
            "sendPoll",
            {"chat_id": 1, "question": "q", "options": [{"text": "o" * 101}]},
            "poll options length must not exceed 100",
        ),
        ("sendPoll", {"chat_id": 1, "question": "q", "options": []}, "poll must have at least 1"),
        ("deleteMessages", {"chat_id": 1, "message_ids": []}, "message identifiers are not"),
        ("setMyDescription", {"description": "a" * 513}, 'parameter "description" must have 0'),
        ("sendChatAction", {"chat_id": 1, "action": "dancing"}, 'parameter "action" must be one'),
        ("getMe", {"a": 1}, 'parameter "a" is unknown'),
    ],
)
def test_what_does_not_fit_is_refused(method: str, params: dict[str, Any], words: str) -> None:
    refused(method, params, words)


def test_callback_data_of_64_bytes_fits() -> None:
    SCHEMA.params("sendMessage", message(reply_markup=keyboard(callback_data="ы" * 32)), {})


def test_lengths_after_entities_are_left_to_the_methods() -> None:
    SCHEMA.params("sendMessage", message(text="<b></b>" * 1000), {})

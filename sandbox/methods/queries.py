"""Methods that answer callback queries and inline queries."""

from typing import Any

from sandbox.errors import bad_request, not_played
from sandbox.keyboards import check_keyboard, inline
from sandbox.outgoing import Params, check_played, read_text
from sandbox.queries import CACHE_TIME, CallbackAnswer
from sandbox.world import World

INLINE_RESULTS = 50


def answer_callback_query(world: World, params: Params) -> bool:
    """Play answerCallbackQuery; a URL may only lead to the bot itself."""
    url = params.get("url")
    home = f"https://t.me/{world.bot.username}?start="
    if url and not url.startswith((home, f"tg://resolve?domain={world.bot.username}&start=")):
        raise bad_request("URL_INVALID")
    answer = CallbackAnswer(params.get("text"), params.get("show_alert", False), url)
    chat_id = world.callbacks.answer(params["callback_query_id"], answer)
    world.changes.emit("answer", chat_id)
    return True


def answer_inline_query(world: World, params: Params) -> bool:
    """Play answerInlineQuery: at most 50 results with different ids, kept for a time."""
    check_played(params)
    results = params["results"]
    if len(results) > INLINE_RESULTS:
        raise bad_request("RESULTS_TOO_MUCH")
    if len({result["id"] for result in results}) < len(results):
        raise bad_request("RESULT_ID_DUPLICATE")
    for result in results:
        _fields_of(world, result)
    query_id, seconds = params["inline_query_id"], params.get("cache_time", CACHE_TIME)
    world.inline_queries.answer(query_id, results)
    personal = params.get("is_personal", False)
    world.inline_cache.keep(query_id, results, seconds, personal=personal)
    return True


def answer_guest_query(world: World, params: Params) -> dict[str, Any]:
    """Play answerGuestQuery: the bot's message in a chat where it is no member."""
    check_played(params)
    fields = _fields_of(world, params["result"])
    chat_id = world.guest_queries.answer(params["guest_query_id"], params["result"])
    chat = world.chats[chat_id or 0]
    message = world.post(chat, world.bot.user, fields)
    return {"inline_message_id": f"guest:{chat.id}:{message['message_id']}"}


def _fields_of(world: World, result: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of the message that an article becomes; refuse what cannot be sent."""
    if result["type"] != "article":
        raise not_played(f"inline results of type {result['type']}")
    check_keyboard(result.get("reply_markup"))
    text = read_text(world, result["input_message_content"], "message_text")
    if not text.text:
        raise bad_request("MESSAGE_EMPTY")
    keyboard = inline(result.get("reply_markup"))
    return text.fields("text") | ({"reply_markup": keyboard} if keyboard else {})

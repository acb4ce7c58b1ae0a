"""Methods that answer callback queries and inline queries."""

from sandbox.errors import bad_request, not_played
from sandbox.keyboards import check_keyboard
from sandbox.outgoing import Params, check_played, read_text
from sandbox.queries import CallbackAnswer
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
    """Play answerInlineQuery: at most 50 results with different ids."""
    check_played(params)
    results = params["results"]
    if len(results) > INLINE_RESULTS:
        raise bad_request("RESULTS_TOO_MUCH")
    if len({result["id"] for result in results}) < len(results):
        raise bad_request("RESULT_ID_DUPLICATE")
    for result in results:
        if result["type"] != "article":
            raise not_played(f"inline results of type {result['type']}")
        check_keyboard(result.get("reply_markup"))
        if not read_text(world, result["input_message_content"], "message_text").text:
            raise bad_request("MESSAGE_EMPTY")
    world.inline_queries.answer(params["inline_query_id"], results)
    return True

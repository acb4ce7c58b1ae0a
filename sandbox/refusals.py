"""Telegram's own error texts for mismatches, where they are known."""

from collections.abc import Mapping, Sequence

ANY = "*"

WORDS: Mapping[tuple[str, str, str], str] = {
    (ANY, "chat_id", "required"): "chat_id is empty",
    (ANY, "text", "required"): "message text is empty",
    (ANY, "parse_mode", "enum"): "unsupported parse_mode",
    (ANY, "*.callback_data", "short"): "BUTTON_DATA_INVALID",
    (ANY, "*.callback_data", "long"): "BUTTON_DATA_INVALID",
    ("answerCallbackQuery", "text", "long"): "MESSAGE_TOO_LONG",
    ("answerInlineQuery", "results", "many"): "RESULTS_TOO_MUCH",
    ("copyMessages", "message_ids", "many"): "too many message identifiers specified",
    ("copyMessages", "message_ids", "few"): "message identifiers are not specified",
    ("deleteMessages", "message_ids", "many"): "too many message identifiers specified",
    ("deleteMessages", "message_ids", "few"): "message identifiers are not specified",
    ("forwardMessages", "message_ids", "many"): "too many message identifiers specified",
    ("forwardMessages", "message_ids", "few"): "message identifiers are not specified",
    ("sendPoll", "question", "required"): "poll question must be non-empty",
    ("sendPoll", "question", "short"): "poll question must be non-empty",
    ("sendPoll", "question", "long"): "poll question length must not exceed 300",
    ("sendPoll", "options", "few"): "poll must have at least 1 option",
    ("sendPoll", "options", "many"): "poll can't have more than 12 options",
    ("sendPoll", "options.text", "short"): "poll options must be non-empty",
    ("sendPoll", "options.text", "long"): "poll options length must not exceed 100",
    ("setMyCommands", "commands.command", "short"): "BOT_COMMAND_INVALID",
    ("setMyCommands", "commands.command", "long"): "BOT_COMMAND_INVALID",
    ("setMyCommands", "commands.description", "short"): "BOT_COMMAND_DESCRIPTION_INVALID",
    ("setMyCommands", "commands.description", "long"): "BOT_COMMAND_DESCRIPTION_INVALID",
}


def words_for(method: str, path: Sequence[str], rule: str) -> str | None:
    """Return the text by method, path (without the indexes of arrays), and the broken rule."""
    names = [name for name in path if not name.isdecimal()]
    full = ".".join(names)
    return (
        WORDS.get((method, full, rule))
        or WORDS.get((ANY, full, rule))
        or WORDS.get((ANY, f"*.{names[-1] if names else ''}", rule))
    )

"""Keyboards under messages, checked as Telegram checks them."""

from typing import Any

from sandbox.errors import ApiError, bad_request

BUTTONS = 100
BESIDES = frozenset({"text", "icon_custom_emoji_id", "style"})
LINKS = ("http://", "https://", "tg://")


def check_keyboard(markup: dict[str, Any] | None) -> None:
    """Refuse a keyboard that Telegram would refuse; its types were checked before."""
    if markup is None:
        return
    rows = markup.get("inline_keyboard", markup.get("keyboard", []))
    buttons = [button for row in rows for button in row]
    if len(buttons) > BUTTONS:
        raise bad_request("REPLY_MARKUP_TOO_LONG")
    if "inline_keyboard" in markup:
        for button in buttons:
            _check_inline(button)
    elif any(not button["text"] for button in buttons):
        raise bad_request("can't parse keyboard button: Text must be non-empty")


def inline(markup: dict[str, Any] | None) -> dict[str, Any] | None:
    """Return a message's keyboard, without empty rows; `None` when it has none."""
    rows = [row for row in (markup or {}).get("inline_keyboard", ()) if row]
    return {"inline_keyboard": rows} if rows else None


def _check_inline(button: dict[str, Any]) -> None:
    if not button["text"]:
        raise _unparsed("Button text must be non-empty")
    actions = [name for name in button if name not in BESIDES]
    if not actions:
        raise _unparsed("Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise _unparsed(f"Exactly one action is allowed, not {' and '.join(actions)}")
    if "url" in button and not button["url"].startswith(LINKS):
        raise bad_request(
            f"inline keyboard button URL '{button['url']}' is invalid: Wrong HTTP URL"
        )


def _unparsed(words: str) -> ApiError:
    return bad_request(f"can't parse inline keyboard button: {words}")

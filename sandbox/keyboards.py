"""Inline keyboards and the other reply markups, checked as Telegram checks them."""

import json
import re
from typing import Any

from sandbox.errors import ApiError, bad_request
from sandbox.people import Json

CALLBACK_DATA_BYTES = 64
BUTTONS = 100
_URL = re.compile(r"(?:https?://)?[\w-]+(?:\.[\w-]+)+(?:[/?#:]\S*)?$|https?://\S+$|tg://\S+$")
_ACTIONS = (
    "callback_data",
    "url",
    "login_url",
    "web_app",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "callback_game",
    "pay",
    "copy_text",
)
_OTHER_MARKUPS = ("keyboard", "remove_keyboard", "force_reply")


def parse_markup(value: Any, *, private: bool) -> Json | None:
    """Return the reply markup in `value` (JSON text or an object), or None for none.

    A JSON `null` is an object expected and not found: leave the parameter away instead. Raises
    ApiError for what Telegram refuses: buttons without an action, more than 64 bytes of callback
    data, `web_app` buttons outside of private chats.
    """
    if value == "":
        return None
    markup = _decoded(value)
    if "inline_keyboard" in markup:
        return _inline(markup["inline_keyboard"], private=private)
    if any(name in markup for name in _OTHER_MARKUPS):
        return markup
    return None


def _decoded(value: Any) -> Json:
    if isinstance(value, str):
        try:
            value = json.loads(value)
        except ValueError:
            raise bad_request("can't parse reply keyboard markup JSON object") from None
    if not isinstance(value, dict):
        raise bad_request("object expected as reply markup")
    return value


def _inline(rows: Any, *, private: bool) -> Json | None:
    if not isinstance(rows, list):
        raise bad_request('field "inline_keyboard" must be of type Array')
    kept = [[_button(button, private=private) for button in _row(row)] for row in rows]
    kept = [row for row in kept if row]
    if sum(map(len, kept)) > BUTTONS:
        raise bad_request("reply markup is too long")
    return {"inline_keyboard": kept} if kept else None


def _row(row: Any) -> list[Any]:
    if not isinstance(row, list):
        raise bad_request(
            'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays'
        )
    return row


def _button(button: Any, *, private: bool) -> Json:
    if not isinstance(button, dict):
        raise _unreadable("InlineKeyboardButton must be an Object")
    text = button.get("text")
    if not isinstance(text, str):
        raise _unreadable('Can\'t find field "text"')
    if not text.strip():
        raise bad_request("BUTTON_TEXT_INVALID")
    action = next((name for name in _ACTIONS if button.get(name) not in (None, "")), None)
    if action is None:
        raise _unreadable("Text buttons are unallowed in the inline keyboard")
    _check_action(action, button[action], private=private)
    return button


def _check_action(action: str, value: Any, *, private: bool) -> None:
    if action == "callback_data":
        if not isinstance(value, str):
            raise _unreadable('Field "callback_data" must be of type String')
        if len(value.encode(errors="replace")) > CALLBACK_DATA_BYTES:
            raise bad_request("BUTTON_DATA_INVALID")
    elif action == "url" and not _URL.match(str(value)):
        raise bad_request(f"inline keyboard button URL '{value}' is invalid: Wrong HTTP URL")
    elif action in {"pay", "callback_game"} or (action == "web_app" and not private):
        raise bad_request("BUTTON_TYPE_INVALID")


def _unreadable(why: str) -> ApiError:
    return bad_request(f"can't parse inline keyboard button: {why}")

"""Answers to what people press and ask: callback queries, inline queries, reactions."""

from sandbox.calls import Call
from sandbox.errors import ApiError, bad_request
from sandbox.events import Event
from sandbox.methods.addressing import chat_with, message_of
from sandbox.people import Json
from sandbox.updates import LIFETIMES

_NOTICE = 200
_RESULTS = 50
_REACTIONS = frozenset(
    {
        *("❤", "👍", "👎", "🔥", "🥰", "👏", "😁", "🤔", "🤯", "😱", "🤬", "😢", "🎉", "🤩", "🤮"),
        *("💩", "🙏", "👌", "🕊", "🤡", "🥱", "🥴", "😍", "🐳", "❤\u200d🔥", "🌚", "🌭", "💯", "🤣"),
        *("⚡", "🍌", "🏆", "💔", "🤨", "😐", "🍓", "🍾", "💋", "🖕", "😈", "😴", "😭", "🤓", "👻"),
        *("👨\u200d💻", "👀", "🎃", "🙈", "😇", "😨", "🤝", "✍", "🤗", "🫡", "🎅", "🎄", "☃", "💅"),
        *("🤪", "🗿", "🆒", "💘", "🙉", "🦄", "😘", "💊", "🙊", "😎", "👾", "🤷", "😡"),
        *("🤷\u200d♂", "🤷\u200d♀"),
    }
)
"""The emoji that ReactionTypeEmoji lists."""


def answer_callback_query(call: Call) -> bool:
    """Do answerCallbackQuery: once per press, while it is young enough."""
    press = call.world.presses.get(call.text("callback_query_id"))
    if press is None or press.bot is not call.bot or press.answer is not None:
        raise _too_old()
    if press.date + LIFETIMES["callback_query"] <= call.world.clock():
        raise _too_old()
    text = call.text("text")
    if len(text) > _NOTICE:
        raise bad_request("MESSAGE_TOO_LONG")
    press.answer = {"text": text, "show_alert": call.flag("show_alert"), "url": call.text("url")}
    body = {"id": press.id, "user_id": press.user.id} | press.answer
    call.world.emit(Event("answer", press.chat, body=body))
    return True


def answer_inline_query(call: Call) -> bool:
    """Do answerInlineQuery: the results wait on the query for whoever asked."""
    query = call.world.inline_queries.get(call.text("inline_query_id"))
    if query is None or query.date + LIFETIMES["inline_query"] <= call.world.clock():
        raise _too_old()
    results = call.json("results")
    if not isinstance(results, list):
        raise bad_request("can't parse inline query results JSON object")
    if len(results) > _RESULTS:
        raise bad_request("RESULTS_TOO_MUCH")
    query.results = results
    return True


def _too_old() -> ApiError:
    return bad_request("query is too old and response timeout expired or query ID is invalid")


def set_message_reaction(call: Call) -> bool:
    """Do setMessageReaction: at most one, of the standard emoji."""
    chat = chat_with(call)
    message = message_of(call, chat, "react")
    reactions = call.json("reaction") or []
    if not isinstance(reactions, list):
        raise bad_request("can't parse reaction types JSON object")
    if len(reactions) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    if message.is_service or not all(map(_is_standard, reactions)):
        raise bad_request("REACTION_INVALID")
    message.reactions[call.bot.id] = reactions
    call.world.emit(Event("edit", chat, message))
    return True


def _is_standard(reaction: Json) -> bool:
    return isinstance(reaction, dict) and reaction.get("emoji") in _REACTIONS

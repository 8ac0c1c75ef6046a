"""Sending messages, and the actions that go before them."""

from sandbox.calls import Call
from sandbox.chats import Chat, Message
from sandbox.errors import bad_request
from sandbox.events import Event
from sandbox.keyboards import parse_markup
from sandbox.methods.addressing import chat_with, writable
from sandbox.methods.texts import text_content
from sandbox.people import Json
from sandbox.topics import GENERAL

_ACTIONS = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
        "cancel",
    }
)


def send_message(call: Call) -> Json:
    """Do sendMessage."""
    content = text_content(call)
    chat = writable(call, "can_send_messages", "text messages")
    return send(call, chat, content).as_json()


def send(call: Call, chat: Chat, content: Json, forward: Json | None = None) -> Message:
    """Put the bot's message into `chat`, with the parameters that every send method has."""
    thread = thread_of(call, chat)
    reply_to = _reply_to(call, chat)
    markup = markup_of(call, chat)
    spend(call, chat)
    inline = markup if markup and "inline_keyboard" in markup else None
    message = call.world.record(
        chat,
        call.bot.user,
        content,
        reply_to=reply_to,
        thread=thread,
        markup=inline,
        forward=forward,
        protected=call.flag("protect_content"),
    )
    message.had_reply_keyboard = markup is not None and inline is None
    return message


def markup_of(call: Call, chat: Chat) -> Json | None:
    """Return the `reply_markup` of a call, checked."""
    return parse_markup(call.parameters.get("reply_markup", ""), private=chat.is_private)


def spend(call: Call, chat: Chat) -> None:
    """Count one message against the limits, if there are any. Raises ApiError 429."""
    if call.world.limits:
        call.world.limits.spend(call.bot.id, chat.id, call.world.clock())


def thread_of(call: Call, chat: Chat) -> int | None:
    """Return the topic or thread of `message_thread_id`.

    General has no id: 1 is refused. In a basic group the parameter is ignored.
    """
    thread = call.integer("message_thread_id")
    if chat.kind == "group" or not thread:
        _check_open(call, chat, closed=chat.general_closed)
        return None
    if chat.kind == "supergroup" and not chat.is_forum and thread in chat.messages:
        return thread
    topic = chat.topics.get(thread)
    if topic is None or thread == GENERAL:
        raise bad_request("message thread not found")
    _check_open(call, chat, closed=topic.closed)
    return thread


def _check_open(call: Call, chat: Chat, *, closed: bool) -> None:
    if closed and not chat.members[call.bot.id].may("can_manage_topics"):
        raise bad_request("TOPIC_CLOSED")


def _reply_to(call: Call, chat: Chat) -> Message | None:
    parameters = call.json("reply_parameters")
    if parameters is None:
        number = call.integer("reply_to_message_id")
        optional = call.flag("allow_sending_without_reply")
    elif not isinstance(parameters, dict):
        raise bad_request("can't parse reply parameters JSON object")
    elif not isinstance(parameters.get("message_id"), int):
        raise bad_request('can\'t find field "message_id"')
    else:
        number = parameters["message_id"]
        optional = bool(parameters.get("allow_sending_without_reply"))
    if not number:
        return None
    message = chat.messages.get(number)
    if message is None and not optional:
        raise bad_request("message to be replied not found")
    return message


def send_chat_action(call: Call) -> bool:
    """Do sendChatAction: onlookers see it for 5 s."""
    chat = chat_with(call)
    action = call.text("action").lower()
    if action not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    thread_of(call, chat)
    body = {"user": call.bot.user.as_json(), "action": action}
    call.world.emit(Event("action", chat, body=body))
    return True

"""Forwarding with a link to the origin, and copying without one."""

from sandbox.calls import Call
from sandbox.chats import Chat, Message
from sandbox.errors import bad_request
from sandbox.methods.addressing import (
    chat_of,
    chat_with,
    check_may_send,
    check_presence,
    message_of,
)
from sandbox.methods.editing import messages_of
from sandbox.methods.sending import send
from sandbox.methods.texts import caption_content
from sandbox.people import Json

_KINDS = ("photo", "document", "poll")


def forward_message(call: Call) -> Json:
    """Do forwardMessage."""
    chat, source = _chats(call)
    return _forward(call, chat, message_of(call, source, "forward")).as_json()


def forward_messages(call: Call) -> list[Json]:
    """Do forwardMessages: what cannot be forwarded is skipped."""
    chat, source = _chats(call)
    messages = [message for message in messages_of(call, source) if message.may_travel]
    return [{"message_id": _forward(call, chat, message).id} for message in messages]


def copy_message(call: Call) -> Json:
    """Do copyMessage; a `caption` replaces the original one."""
    chat, source = _chats(call)
    return {"message_id": _copy(call, chat, message_of(call, source, "copy")).id}


def copy_messages(call: Call) -> list[Json]:
    """Do copyMessages: what cannot be copied is skipped."""
    chat, source = _chats(call)
    messages = [message for message in messages_of(call, source) if message.may_travel]
    return [{"message_id": _copy(call, chat, message).id} for message in messages]


def _chats(call: Call) -> tuple[Chat, Chat]:
    chat = chat_with(call)
    source = chat_of(call, "from_chat_id")
    check_presence(call.bot, source)
    return chat, source


def _forward(call: Call, chat: Chat, message: Message) -> Message:
    if not message.may_travel:
        raise bad_request("message can't be forwarded")
    _check_rights(call, chat, message)
    return send(call, chat, dict(message.content), forward=message.origin)


def _copy(call: Call, chat: Chat, message: Message) -> Message:
    if not message.may_travel:
        raise bad_request("message can't be copied")
    _check_rights(call, chat, message)
    content = dict(message.content)
    if "text" not in content and "caption" in call.parameters:
        content.pop("caption_entities", None)
        content |= caption_content(call)
    return send(call, chat, content)


def _check_rights(call: Call, chat: Chat, message: Message) -> None:
    kind = next((kind for kind in _KINDS if kind in message.content), "")
    if kind:
        check_may_send(call.bot, chat, f"can_send_{kind}s", f"{kind}s")
    else:
        check_may_send(call.bot, chat, "can_send_messages", "text messages")

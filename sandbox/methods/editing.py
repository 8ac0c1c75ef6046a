"""Changing and removing what was sent."""

from sandbox.calls import Call
from sandbox.chats import Chat, Message
from sandbox.errors import bad_request
from sandbox.methods.addressing import chat_with, message_of
from sandbox.methods.sending import markup_of, spend
from sandbox.methods.texts import caption_content, text_content
from sandbox.people import Json
from sandbox.updates import DAY

_DELETABLE_FOR = 2 * DAY
_AT_ONCE = 100
_PERMANENT = frozenset({"supergroup_chat_created", "migrate_from_chat_id"})
_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly"
    " the same as a current content and reply markup of the message"
)


def edit_message_text(call: Call) -> Json:
    """Do editMessageText; a call without `reply_markup` takes the buttons away."""
    content = text_content(call)
    chat = chat_with(call)
    message = _own(call, chat)
    if "text" not in message.content:
        raise bad_request("there is no text in the message to edit")
    return _changed(call, message, content)


def edit_message_caption(call: Call) -> Json:
    """Do editMessageCaption."""
    content = caption_content(call)
    message = _own(call, chat_with(call))
    if "text" in message.content:
        raise bad_request("there is no caption in the message to edit")
    kept = {
        name: value
        for name, value in message.content.items()
        if name not in {"caption", "caption_entities"}
    }
    return _changed(call, message, kept | content)


def edit_message_reply_markup(call: Call) -> Json:
    """Do editMessageReplyMarkup."""
    message = _own(call, chat_with(call))
    return _changed(call, message, message.content)


def _own(call: Call, chat: Chat) -> Message:
    message = message_of(call, chat, "edit")
    if message.sender is not call.bot.user or message.forward or message.had_reply_keyboard:
        raise bad_request("message can't be edited")
    return message


def _changed(call: Call, message: Message, content: Json) -> Json:
    markup = markup_of(call, message.chat)
    if content == message.content and markup == message.markup:
        raise bad_request(_NOT_MODIFIED)
    spend(call, message.chat)
    message.content, message.markup = content, markup
    call.world.edited(message)
    return message.as_json()


def delete_message(call: Call) -> bool:
    """Do deleteMessage."""
    chat = chat_with(call)
    message = message_of(call, chat, "delete")
    _check_deletable(call, message)
    call.world.delete(message)
    return True


def delete_messages(call: Call) -> bool:
    """Do deleteMessages: missing ones are skipped."""
    chat = chat_with(call)
    messages = messages_of(call, chat)
    for message in messages:
        _check_deletable(call, message)
    for message in messages:
        call.world.delete(message)
    return True


def messages_of(call: Call, chat: Chat) -> list[Message]:
    """Return the messages of `message_ids` that exist, in order. Raises ApiError."""
    given = call.json("message_ids")
    if not isinstance(given, list) or not given:
        raise bad_request("message identifiers are not specified")
    if len(given) > _AT_ONCE:
        raise bad_request("too many message identifiers specified")
    return [chat.messages[number] for number in given if number in chat.messages]


def _check_deletable(call: Call, message: Message) -> None:
    chat = message.chat
    if message.date + _DELETABLE_FOR <= call.world.clock():
        raise bad_request("message can't be deleted for everyone")
    own = message.sender is call.bot.user
    member = chat.members.get(call.bot.id)
    may = own or chat.is_private or bool(member and member.may("can_delete_messages"))
    if not may or not _PERMANENT.isdisjoint(message.content):
        raise bad_request("message can't be deleted")

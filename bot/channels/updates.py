"""What Telegram reports, as JSON, into what the conversation takes in (Bot API, Update)."""

from typing import Literal, NamedTuple

from pydantic import ValidationError
from telegram.constants import MessageLimit

from bot.channels import shapes
from campaign.language.text import clean
from campaign.messages import (
    Chat,
    Content,
    Incoming,
    Media,
    Membership,
    Message,
    Migration,
    Press,
    Sender,
)
from campaign.outreach.content import normalised

SUBSCRIBED = ("message", "callback_query", "my_chat_member")
"""The kinds of update that are asked for. Edits are not: a command is never run again."""

GROUP_ANONYMOUS_BOT = 1087968824
"""In whose name an anonymous administrator writes."""


class UnreadableUpdateError(Exception):
    """An update is not of the shape that the Bot API describes; says where, and nothing of it."""


class Me(NamedTuple):
    """The bot itself, as getMe describes it."""

    id: int
    username: str


def update_id(update: object) -> int | None:
    """Return the number of `update`, however unreadable the rest of it is; None without one."""
    number = update.get("update_id") if isinstance(update, dict) else None
    return number if isinstance(number, int) else None


def read(update: object, me: Me) -> Incoming | None:
    """Return what `update` says; None where it says nothing that concerns the conversation.

    Raises UnreadableUpdateError.
    """
    try:
        raw = shapes.UPDATE.validate_python(update)
    except ValidationError as error:
        raise UnreadableUpdateError(_places(error)) from None
    if raw.message:
        return _message(raw.message, me)
    if raw.callback_query:
        return _press(raw.callback_query)
    if raw.my_chat_member:
        return _membership(raw.my_chat_member)
    return None


def _places(error: ValidationError) -> str:
    found = error.errors(include_url=False, include_context=False, include_input=False)
    return "; ".join(f"{'.'.join(map(str, item['loc']))}: {item['type']}" for item in found)


def _message(raw: shapes.Message, me: Me) -> Incoming | None:
    if raw.migrate_to_chat_id:
        return Migration(raw.chat.id, raw.migrate_to_chat_id)
    if raw.migrate_from_chat_id:
        return Migration(raw.migrate_from_chat_id, raw.chat.id)
    text = _text(raw)
    if text is None or raw.sender is None or raw.is_automatic_forward or not _a_person(raw.sender):
        return None
    chat = _chat(raw.chat, raw)
    if chat is None:
        return None
    replied = raw.reply_to_message
    return Message(
        chat=chat,
        sender=_sender(raw.sender),
        text=clean(text[: MessageLimit.MAX_TEXT_LENGTH]),
        id=raw.message_id,
        reply_to_bot=replied is not None and _is_mine(replied, me),
        content=_content(raw) if chat.kind == "private" else None,
        album=raw.media_group_id,
    )


def _text(raw: shapes.Message) -> str | None:
    """What was said, "" for a picture, a voice or a place; None for nothing."""
    said = raw.text or raw.caption
    return "" if said is None and raw.media else said


def _content(raw: shapes.Message) -> Content | None:
    """What can be carried elsewhere as it is: text, a photo or a document; no album."""
    if raw.media_group_id:
        return None
    if raw.text is not None:
        return normalised(raw.text, raw.entities, None)
    if raw.photo:
        media = Media("photo", raw.photo[-1].file_id)
    elif raw.document:
        media = Media("document", raw.document.file_id)
    else:
        return None
    return normalised(raw.caption or "", raw.caption_entities, media)


def _is_mine(replied: shapes.RepliedTo, me: Me) -> bool:
    # Each message of a topic replies, implicitly, to the service message that opened the topic.
    mine = replied.sender is not None and replied.sender.id == me.id
    return mine and replied.forum_topic_created is None


def _press(raw: shapes.CallbackQuery) -> Press | None:
    if raw.data is None or not _a_person(raw.sender):
        return None
    pressed = raw.message
    # Without its message a press cannot be answered in place: answer the person.
    chat = _chat(pressed.chat, pressed) if pressed else Chat(raw.sender.id, "private")
    if chat is None:
        return None
    return Press(
        chat=chat,
        sender=_sender(raw.sender),
        data=clean(raw.data),
        id=raw.id,
        message_id=pressed.message_id if pressed else 0,
    )


def _membership(raw: shapes.MemberUpdated) -> Membership | None:
    before, after, chat = raw.old_chat_member, raw.new_chat_member, _chat(raw.chat)
    unchanged = before.present == after.present and (
        before.can_send_messages == after.can_send_messages
    )
    if chat is None or unchanged:
        return None
    return Membership(chat, _sender(raw.sender), after.present, after.can_send_messages)


def _a_person(user: shapes.User) -> bool:
    return not user.is_bot or user.id == GROUP_ANONYMOUS_BOT


def _chat(raw: shapes.Chat, place: shapes.Message | shapes.Pressed | None = None) -> Chat | None:
    if raw.type == "channel":
        return None
    # Outside of topics a thread id only numbers a chain of replies, and is not to be sent back.
    thread = place.message_thread_id if place and place.is_topic_message else None
    kind: Literal["private", "group"] = "private" if raw.type == "private" else "group"
    return Chat(raw.id, kind, clean(raw.title).strip(), thread)


def _sender(raw: shapes.User) -> Sender:
    name = " ".join(clean(f"{raw.first_name} {raw.last_name}").split())
    return Sender(raw.id, name, raw.language_code, anonymous=raw.id == GROUP_ANONYMOUS_BOT)

"""What Telegram reports, as JSON, into what the conversation takes in (Bot API, Update)."""

from typing import Annotated, Any, Literal, NamedTuple

from pydantic import (
    AliasChoices,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    TypeAdapter,
    ValidationError,
)
from telegram.constants import MessageLimit

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

Id = Annotated[int, Field(gt=-(2**63), lt=2**63)]
_PRESENT = frozenset({"creator", "administrator", "member"})


class UnreadableUpdateError(Exception):
    """An update is not of the shape that the Bot API describes; says where, and nothing of it."""


class Me(NamedTuple):
    """The bot itself, as getMe describes it."""

    id: int
    username: str


class _Raw(BaseModel):
    model_config = ConfigDict(extra="ignore", strict=True)


class _User(_Raw):
    id: Id
    is_bot: bool
    first_name: str = ""
    last_name: str = ""
    language_code: str | None = None


class _Chat(_Raw):
    id: Id
    type: Literal["private", "group", "supergroup", "channel"]
    title: str = ""


class _RepliedTo(_Raw):
    sender: _User | None = Field(None, alias="from")
    forum_topic_created: dict[str, Any] | None = None


_MEDIA = (
    "animation",
    "audio",
    "document",
    "photo",
    "sticker",
    "video",
    "video_note",
    "voice",
)
"""What a person sends in place of text. Service messages, such as a pin, have none of these."""


class _File(_Raw):
    """A document, or a photo in one of its sizes, of which the last is the largest."""

    file_id: str


class _Message(_Raw):
    message_id: Id
    chat: _Chat
    sender: _User | None = Field(None, alias="from")
    text: str | None = None
    caption: str | None = None
    entities: list[dict[str, Any]] = []
    caption_entities: list[dict[str, Any]] = []
    photo: list[_File] = []
    document: _File | None = None
    media: Annotated[bool, BeforeValidator(bool)] = Field(
        False, validation_alias=AliasChoices(*_MEDIA)
    )
    media_group_id: str | None = None
    is_automatic_forward: bool = False
    is_topic_message: bool = False
    message_thread_id: Id | None = None
    reply_to_message: _RepliedTo | None = None
    migrate_to_chat_id: Id | None = None
    migrate_from_chat_id: Id | None = None


class _Pressed(_Raw):
    """A message, or an inaccessible one, of which only its place is known."""

    message_id: Id
    chat: _Chat
    is_topic_message: bool = False
    message_thread_id: Id | None = None


class _CallbackQuery(_Raw):
    id: str
    sender: _User = Field(alias="from")
    data: str | None = None
    message: _Pressed | None = None


class _Member(_Raw):
    status: Literal["creator", "administrator", "member", "restricted", "left", "kicked"]
    is_member: bool = False
    can_send_messages: bool = True

    @property
    def present(self) -> bool:
        return self.status in _PRESENT or (self.status == "restricted" and self.is_member)


class _MemberUpdated(_Raw):
    chat: _Chat
    sender: _User = Field(alias="from")
    old_chat_member: _Member
    new_chat_member: _Member


class _Update(_Raw):
    update_id: Id
    message: _Message | None = None
    callback_query: _CallbackQuery | None = None
    my_chat_member: _MemberUpdated | None = None


_UPDATE = TypeAdapter(_Update)


def update_id(update: object) -> int | None:
    """Return the number of `update`, however unreadable the rest of it is; None without one."""
    number = update.get("update_id") if isinstance(update, dict) else None
    return number if isinstance(number, int) else None


def read(update: object, me: Me) -> Incoming | None:
    """Return what `update` says; None where it says nothing that concerns the conversation.

    Raises UnreadableUpdateError.
    """
    try:
        raw = _UPDATE.validate_python(update)
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


def _message(raw: _Message, me: Me) -> Incoming | None:
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
    )


def _text(raw: _Message) -> str | None:
    """What was said, "" for a picture or a voice; None for nothing, and for an album's rest."""
    said = raw.text or raw.caption
    return "" if said is None and raw.media and not raw.media_group_id else said


def _content(raw: _Message) -> Content | None:
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


def _is_mine(replied: _RepliedTo, me: Me) -> bool:
    # Each message of a topic replies, implicitly, to the service message that opened the topic.
    mine = replied.sender is not None and replied.sender.id == me.id
    return mine and replied.forum_topic_created is None


def _press(raw: _CallbackQuery) -> Press | None:
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


def _membership(raw: _MemberUpdated) -> Membership | None:
    before, after, chat = raw.old_chat_member, raw.new_chat_member, _chat(raw.chat)
    unchanged = before.present == after.present and (
        before.can_send_messages == after.can_send_messages
    )
    if chat is None or unchanged:
        return None
    return Membership(chat, _sender(raw.sender), after.present, after.can_send_messages)


def _a_person(user: _User) -> bool:
    return not user.is_bot or user.id == GROUP_ANONYMOUS_BOT


def _chat(raw: _Chat, place: _Message | _Pressed | None = None) -> Chat | None:
    if raw.type == "channel":
        return None
    # Outside of topics a thread id only numbers a chain of replies, and is not to be sent back.
    thread = place.message_thread_id if place and place.is_topic_message else None
    kind: Literal["private", "group"] = "private" if raw.type == "private" else "group"
    return Chat(raw.id, kind, clean(raw.title).strip(), thread)


def _sender(raw: _User) -> Sender:
    name = " ".join(clean(f"{raw.first_name} {raw.last_name}").split())
    return Sender(raw.id, name, raw.language_code, anonymous=raw.id == GROUP_ANONYMOUS_BOT)

"""The shapes of what Telegram reports, as far as the conversation needs them (Bot API, Update)."""

from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    AliasChoices,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    TypeAdapter,
)

from campaign.language.text import sound

Id = Annotated[int, Field(gt=-(2**63), lt=2**63)]
Sound = Annotated[str, AfterValidator(sound)]
"""A string of which the database takes every character; its length is as Telegram counted it."""
_PRESENT = frozenset({"creator", "administrator", "member"})


def _sound_throughout(value: Any) -> Any:
    """Do it for the strings of an entity: a link's address, the names of who is mentioned."""
    if isinstance(value, str):
        return sound(value)
    if isinstance(value, dict):
        return {key: _sound_throughout(each) for key, each in value.items()}
    return value


Entity = Annotated[dict[Sound, Any], AfterValidator(_sound_throughout)]


class Raw(BaseModel):
    """A part of an update: what is not named here is left aside."""

    model_config = ConfigDict(extra="ignore", strict=True)


class User(Raw):
    """A person or a bot."""

    id: Id
    is_bot: bool
    first_name: str = ""
    last_name: str = ""
    language_code: Sound | None = None


class Chat(Raw):
    """A place where people write."""

    id: Id
    type: Literal["private", "group", "supergroup", "channel"]
    title: str = ""


class RepliedTo(Raw):
    """What a message replies to."""

    sender: User | None = Field(None, alias="from")
    forum_topic_created: dict[str, Any] | None = None


_MEDIA = (
    "animation",
    "audio",
    "contact",
    "document",
    "location",
    "photo",
    "poll",
    "sticker",
    "video",
    "video_note",
    "voice",
)
"""What a person sends in place of text. Service messages, such as a pin, have none of these."""


class File(Raw):
    """A document, or a photo in one of its sizes, of which the last is the largest."""

    file_id: Sound


class Message(Raw):
    """What somebody wrote, or what happened in a chat."""

    message_id: Id
    chat: Chat
    sender: User | None = Field(None, alias="from")
    text: str | None = None
    caption: str | None = None
    entities: list[Entity] = []
    caption_entities: list[Entity] = []
    photo: list[File] = []
    document: File | None = None
    media: Annotated[bool, BeforeValidator(bool)] = Field(
        False, validation_alias=AliasChoices(*_MEDIA)
    )
    media_group_id: Sound | None = None
    is_automatic_forward: bool = False
    is_topic_message: bool = False
    message_thread_id: Id | None = None
    reply_to_message: RepliedTo | None = None
    migrate_to_chat_id: Id | None = None
    migrate_from_chat_id: Id | None = None


class Pressed(Raw):
    """A message, or an inaccessible one, of which only its place is known."""

    message_id: Id
    chat: Chat
    is_topic_message: bool = False
    message_thread_id: Id | None = None


class CallbackQuery(Raw):
    """A button was pressed."""

    id: Sound
    sender: User = Field(alias="from")
    data: str | None = None
    message: Pressed | None = None


class Member(Raw):
    """How somebody stands in a chat."""

    status: Literal["creator", "administrator", "member", "restricted", "left", "kicked"]
    is_member: bool = False
    can_send_messages: bool = True

    @property
    def present(self) -> bool:
        """Whether they are in the chat."""
        return self.status in _PRESENT or (self.status == "restricted" and self.is_member)


class MemberUpdated(Raw):
    """The bot's own standing changed."""

    chat: Chat
    sender: User = Field(alias="from")
    old_chat_member: Member
    new_chat_member: Member


class Update(Raw):
    """One thing that happened; of a kind that was not asked for, nothing is known."""

    update_id: Id
    message: Message | None = None
    callback_query: CallbackQuery | None = None
    my_chat_member: MemberUpdated | None = None


UPDATE = TypeAdapter(Update)

"""Chats, their topics, and the messages in them."""

from dataclasses import dataclass, field
from typing import Literal

from sandbox.people import PERMISSIONS, Json, Member, User

ChatKind = Literal["private", "group", "supergroup"]

SERVICE = frozenset(
    {
        "new_chat_members",
        "left_chat_member",
        "group_chat_created",
        "supergroup_chat_created",
        "new_chat_title",
        "pinned_message",
        "migrate_to_chat_id",
        "migrate_from_chat_id",
        "forum_topic_created",
        "forum_topic_closed",
        "forum_topic_reopened",
        "general_forum_topic_hidden",
    }
)


@dataclass(slots=True)
class Topic:
    """A forum topic; its id is that of the service message which created it."""

    id: int
    name: str
    closed: bool = False


@dataclass(slots=True, eq=False)
class Message:
    """A message. `content` holds the Bot API's own fields: text, entities, photo, poll.

    `sender_chat` is set for an anonymous administrator. `thread` is the topic, or the root of
    a reply chain in a supergroup without topics. Times are UNIX seconds.
    """

    id: int
    chat: "Chat"
    date: int
    sender: User
    content: Json
    sender_chat: "Chat | None" = None
    reply_to: "Message | None" = None
    thread: int | None = None
    markup: Json | None = None
    edit_date: int | None = None
    forward: Json | None = None
    protected: bool = False
    had_reply_keyboard: bool = False
    reactions: dict[int, list[Json]] = field(default_factory=dict)
    votes: dict[int, list[int]] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The text or the caption; "" when there is neither."""
        text: str = self.content.get("text") or self.content.get("caption") or ""
        return text

    @property
    def entities(self) -> list[Json]:
        """The entities of the text or the caption; offsets in UTF-16 code units."""
        entities: list[Json] = (
            self.content.get("entities") or self.content.get("caption_entities") or []
        )
        return entities

    @property
    def buttons(self) -> list[list[Json]]:
        """The rows of the inline keyboard; empty without one."""
        rows: list[list[Json]] = (self.markup or {}).get("inline_keyboard", [])
        return rows

    @property
    def is_service(self) -> bool:
        """Whether this tells of an event in the chat."""
        return not SERVICE.isdisjoint(self.content)

    @property
    def may_travel(self) -> bool:
        """Whether it can be forwarded or copied."""
        return not self.protected and not self.is_service

    @property
    def origin(self) -> Json:
        """The Bot API's MessageOrigin of a forwarded copy."""
        if self.forward:
            return self.forward
        if self.sender_chat:
            chat = self.sender_chat.as_json()
            return {"type": "chat", "date": self.date, "sender_chat": chat}
        return {"type": "user", "date": self.date, "sender_user": self.sender.as_json()}

    def as_json(self, *, nested: bool = False) -> Json:
        """Return the Bot API's Message; a `nested` one leaves out what it replies to."""
        body: Json = {
            "message_id": self.id,
            "from": self.sender.as_json(),
            "chat": self.chat.as_json(),
            "date": self.date,
        }
        if self.sender_chat:
            body["sender_chat"] = self.sender_chat.as_json()
        if self.thread is not None:
            body["message_thread_id"] = self.thread
            if self.chat.is_forum:
                body["is_topic_message"] = True
        if not nested and (target := self.reply_to or self._topic_root()):
            body["reply_to_message"] = target.as_json(nested=True)
        if self.edit_date is not None:
            body["edit_date"] = self.edit_date
        if self.forward:
            body["forward_origin"] = self.forward
        if self.protected:
            body["has_protected_content"] = True
        body |= self.content
        if self.markup:
            body["reply_markup"] = self.markup
        return body

    def _topic_root(self) -> "Message | None":
        """Messages of a topic answer, by implication, to the message that created it."""
        if not self.chat.is_forum or self.thread is None:
            return None
        return self.chat.messages.get(self.thread)


@dataclass(slots=True, eq=False)
class Chat:
    """A private chat of one bot, a group or a supergroup.

    `members` is empty in a private chat, where `user` is the person; `blocked` says that they
    blocked the bot and `started` that they ever wrote to it. `migrated_to` is set on a group
    that became a supergroup. `last_bot` is the id of the bot that wrote last.
    """

    id: int
    kind: ChatKind
    title: str = ""
    username: str = ""
    user: User | None = None
    is_forum: bool = False
    members: dict[int, Member] = field(default_factory=dict)
    messages: dict[int, Message] = field(default_factory=dict)
    topics: dict[int, Topic] = field(default_factory=dict)
    permissions: frozenset[str] = frozenset(PERMISSIONS)
    pinned: list[int] = field(default_factory=list)
    migrated_to: int | None = None
    general_closed: bool = False
    deleted: bool = False
    blocked: bool = False
    started: bool = False
    last_bot: int | None = None
    next_message_id: int = 1

    @property
    def is_private(self) -> bool:
        """Whether this is a chat of two."""
        return self.kind == "private"

    def present(self, user_id: int) -> Member | None:
        """Return the member `user_id` if they are in the group."""
        member = self.members.get(user_id)
        return member if member and member.present else None

    def thread_of_reply(self, target: Message) -> int | None:
        """Return the thread that a reply goes to: that of its topic, or the chain of replies.

        In a supergroup without topics the root of the chain names the thread.
        """
        if self.is_forum:
            return target.thread
        return target.thread or target.id if self.kind == "supergroup" else None

    def as_json(self) -> Json:
        """Return the Bot API's Chat."""
        if self.user:
            body: Json = {"id": self.id, "type": "private", "first_name": self.user.name}
            if self.user.username:
                body["username"] = self.user.username
            return body
        body = {"id": self.id, "type": self.kind, "title": self.title}
        if self.username:
            body["username"] = self.username
        if self.is_forum:
            body["is_forum"] = True
        if self.kind == "group":
            body["all_members_are_administrators"] = False
        return body

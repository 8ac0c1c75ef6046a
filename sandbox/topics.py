"""Forum topics: made, closed and opened again by somebody, with a service message each."""

from sandbox.chats import Chat, Topic
from sandbox.events import Event
from sandbox.people import User
from sandbox.world import World

GENERAL = 1
"""The topic that every forum has; messages in it carry no id of a topic."""
_ICON_COLOUR = 0x6FB9F0


def create(world: World, chat: Chat, user: User, name: str) -> Topic:
    """Make a topic; its id is the id of its first service message."""
    topic = Topic(chat.next_message_id, name)
    chat.topics[topic.id] = topic
    content = {"forum_topic_created": {"name": name, "icon_color": _ICON_COLOUR}}
    world.record(chat, user, content, thread=topic.id)
    world.emit(Event("chat", chat))
    return topic


def set_closed(world: World, chat: Chat, user: User, topic: Topic, *, closed: bool) -> None:
    """Close `topic` or open it again."""
    topic.closed = closed
    name = "forum_topic_closed" if closed else "forum_topic_reopened"
    world.record(chat, user, {name: {}}, thread=topic.id)
    world.emit(Event("chat", chat))


def set_general_closed(world: World, chat: Chat, user: User, *, closed: bool) -> None:
    """Close the General topic of a forum or open it again."""
    chat.general_closed = closed
    world.record(chat, user, {"forum_topic_closed" if closed else "forum_topic_reopened": {}})
    world.emit(Event("chat", chat))


def delete(world: World, chat: Chat, topic: Topic) -> None:
    """Remove `topic` with its messages."""
    del chat.topics[topic.id]
    for message in [message for message in chat.messages.values() if message.thread == topic.id]:
        world.delete(message)
    world.emit(Event("chat", chat))

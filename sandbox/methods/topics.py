"""Forum topics as a bot makes and closes them."""

from sandbox import topics
from sandbox.calls import Call
from sandbox.chats import Chat, Topic
from sandbox.errors import bad_request
from sandbox.methods.addressing import chat_with
from sandbox.people import Json

_NAME = 128
_ICON_COLOUR = 0x6FB9F0


def create_forum_topic(call: Call) -> Json:
    """Do createForumTopic."""
    chat = _forum(call, "create a topic")
    name = call.text("name").strip()
    if not name:
        raise bad_request("TOPIC_TITLE_EMPTY")
    topic = topics.create(call.world, chat, call.bot.user, name[:_NAME])
    return {
        "message_thread_id": topic.id,
        "name": topic.name,
        "icon_color": _ICON_COLOUR,
    }


def close_forum_topic(call: Call) -> bool:
    """Do closeForumTopic."""
    return _set_closed(call, closed=True)


def reopen_forum_topic(call: Call) -> bool:
    """Do reopenForumTopic."""
    return _set_closed(call, closed=False)


def delete_forum_topic(call: Call) -> bool:
    """Do deleteForumTopic."""
    chat = _forum(call, "delete the topic")
    topics.delete(call.world, chat, _topic(call, chat))
    return True


def _set_closed(call: Call, *, closed: bool) -> bool:
    chat = _forum(call, "manage the topic")
    topic = _topic(call, chat)
    if topic.closed == closed:
        raise bad_request("TOPIC_NOT_MODIFIED")
    topics.set_closed(call.world, chat, call.bot.user, topic, closed=closed)
    return True


def _topic(call: Call, chat: Chat) -> Topic:
    topic = chat.topics.get(call.integer("message_thread_id"))
    if topic is None:
        raise bad_request("TOPIC_ID_INVALID")
    return topic


def _forum(call: Call, doing: str) -> Chat:
    chat = chat_with(call)
    if not chat.is_forum:
        raise bad_request("the chat is not a forum")
    if not chat.members[call.bot.id].may("can_manage_topics"):
        raise bad_request(f"not enough rights to {doing}")
    return chat

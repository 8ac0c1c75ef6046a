"""The orders that `/sandbox/…` knows of people and chats: who is there, and what they do."""

from dataclasses import asdict

from sandbox import membership, migration, polls, topics
from sandbox.chats import Chat, Message
from sandbox.control import Handler, Order, UnknownError
from sandbox.files import LARGEST, File, keep
from sandbox.images import size_of
from sandbox.menus import menu
from sandbox.people import Json, User
from sandbox.sharing import forward, share
from sandbox.views import chat_view, message_view, world_view


def state(order: Order) -> Json:
    """Return everything the page shows."""
    days = order.days
    day = days.day.isoformat() if days.day else None
    return world_view(order.world) | {"day": day, "can_pick_day": days.on_day is not None}


def add_user(order: Order) -> Json:
    """Take `name`, `language`, `username`; return the User."""
    body = order.body
    user = order.world.add_user(
        body["name"], body.get("language", "vi"), body.get("username", ""), body.get("id")
    )
    return user.as_json()


def add_group(order: Order) -> Json:
    """Take `title`, `supergroup`, `forum`, `username`, `members`, `admins`, `bot`."""
    body = order.body
    chat = order.world.add_group(
        body["title"],
        supergroup=body.get("supergroup", False),
        forum=body.get("forum", False),
        username=body.get("username", ""),
        members=order.users("members"),
        admins=order.users("admins"),
        bots=None if body.get("bot", True) else (),
    )
    return chat_view(order.world, chat)


def open_private(order: Order) -> Json:
    """Take `user_id` and `started`; return their chat with the bot."""
    chat = order.world.private_chat(order.user(), started=order.body.get("started", True))
    return chat_view(order.world, chat)


def show_chat(order: Order) -> Json:
    """Return a chat with its newest messages."""
    return chat_view(order.world, order.chat())


def show_messages(order: Order) -> list[Json]:
    """Return the messages of a chat, those after the id `after` if it is given."""
    after = int(order.body.get("after", 0))
    messages = order.chat().messages.values()
    return [message_view(message) for message in messages if message.id > after]


def show_menu(order: Order) -> list[Json]:
    """Return the commands that `user_id` is offered in a chat."""
    user = order.world.users.get(int(order.body["user_id"]))
    if user is None:
        raise UnknownError("user")
    return menu(order.world.bot, order.chat(), user)


def upload(order: Order) -> Json:
    """Take the bytes of a file, its `name`, `type` and `kind` (photo or document) in the query.

    Return its `file_id`, to be sent with `post`.
    """
    body, kind = order.body, order.body["kind"]
    if kind not in LARGEST:
        raise ValueError(f"no such kind: {kind}")
    if not 0 < len(order.data) <= LARGEST[kind]:
        raise ValueError(f"a {kind} has 1 to {LARGEST[kind]} bytes")
    file = File(body["name"], body["type"], order.data)
    if kind == "photo" and size_of(file.data) is None:
        raise ValueError("a photo is a PNG or JPEG")
    return {"file_id": keep(order.world.files, file, kind)}


def post(order: Order) -> Json:
    """Take `user_id`, `text`, `reply_to`, `thread`, `entities`, `content`, `anonymous`.

    With `file_id` the file is sent and the text is its caption; `forward` is the `chat_id` and
    `message_id` of a message to forward instead.
    """
    body, chat, user = order.body, order.chat(), order.user()
    if not chat.is_private and not chat.present(user.id):
        raise ValueError("not a member of the chat")
    return message_view(_posted(order, body, chat, user))


def _posted(order: Order, body: Json, chat: Chat, user: User) -> Message:
    world, text, entities = order.world, body.get("text", ""), body.get("entities") or []
    reply_to, thread = body.get("reply_to"), body.get("thread")
    if source := body.get("forward"):
        return forward(world, chat, user, order.message_at(**source), thread)
    if file_id := body.get("file_id"):
        return share(
            world, chat, user, file_id, text, entities=entities, reply_to=reply_to, thread=thread
        )
    return world.post(
        chat,
        user,
        text,
        reply_to=reply_to,
        thread=thread,
        entities=entities,
        content=body.get("content"),
        anonymous=body.get("anonymous", False),
    )


def edit(order: Order) -> Json:
    """Take `text`: the author changes a message."""
    message = order.message()
    order.world.edit(message, order.body["text"])
    return message_view(message)


def delete(order: Order) -> None:
    """Remove a message; no bot is told."""
    order.world.delete(order.message())


def press(order: Order) -> Json:
    """Take `user_id`, `message_id`, `data`; the answer comes as an event, or see `show_press`."""
    body = order.body
    number = order.world.press(order.chat(), order.user(), body["message_id"], body["data"])
    return {"id": number}


def show_press(order: Order) -> Json:
    """Return a press with the bot's `answer`, null as long as there is none."""
    found = order.world.presses.get(order.path["press"])
    if found is None:
        raise UnknownError("press")
    return {"id": found.id, "data": found.data, "answer": found.answer}


def vote(order: Order) -> Json:
    """Take `user_id` and `choices`, the numbers of the chosen options."""
    message = order.message()
    polls.vote(order.world, message, order.user(), order.body["choices"])
    return message_view(message)


def set_member(order: Order) -> Json:
    """Take `user_id` (the bot if absent), `status`, `by`, `rights`, `permissions`, `service_first`.

    `status` is member, administrator, restricted, left or kicked; `by` is who does it.
    """
    world, chat, body = order.world, order.chat(), order.body
    user = order.user() if "user_id" in body else world.bot.user
    by = order.user("by") if "by" in body else user
    _place(order, chat, user, by)
    return chat_view(world, chat)


def _place(order: Order, chat: Chat, user: User, by: User) -> None:
    world, body = order.world, order.body
    first = body.get("service_first", False)
    match body["status"]:
        case "member" if chat.present(user.id):
            membership.promote(world, chat, user, by, frozenset())
        case "member":
            membership.add(world, chat, user, by, service_first=first)
        case "administrator":
            rights = frozenset(body["rights"]) if "rights" in body else None
            membership.promote(world, chat, user, by, rights)
        case "restricted":
            membership.restrict(world, chat, user, by, frozenset(body.get("permissions", ())))
        case "left":
            membership.remove(world, chat, user, user, service_first=first)
        case "kicked":
            membership.remove(world, chat, user, by, service_first=first)
        case other:
            raise ValueError(f"no such status: {other}")


def set_blocked(order: Order) -> None:
    """Take `user_id` and `blocked`: a person blocks the bot, or unblocks it."""
    membership.block(order.world, order.user(), blocked=order.body["blocked"])


def migrate(order: Order) -> Json:
    """Take `signals` (see sandbox.migration) and `by`; return the supergroup."""
    by = order.user("by") if "by" in order.body else None
    signals = order.body.get("signals", migration.SIGNALS)
    return chat_view(order.world, migration.migrate(order.world, order.chat(), by, signals))


def add_topic(order: Order) -> Json:
    """Take `user_id` and `name`."""
    chat = order.chat()
    if not chat.is_forum:
        raise ValueError("the chat is not a forum")
    return asdict(topics.create(order.world, chat, order.user(), order.body["name"]))


def set_topic(order: Order) -> Json:
    """Take `user_id` and `closed`; topic 1 is General."""
    chat, number = order.chat(), int(order.path["topic"])
    user, closed = order.user(), bool(order.body["closed"])
    if chat.is_forum and number == topics.GENERAL:
        topics.set_general_closed(order.world, chat, user, closed=closed)
        return {"id": number, "closed": closed}
    topic = chat.topics.get(number)
    if topic is None:
        raise UnknownError("topic")
    topics.set_closed(order.world, chat, user, topic, closed=closed)
    return asdict(topic)


def set_deleted(order: Order) -> Json:
    """Take `deleted`: the owner deletes a group with everything in it, or never did."""
    chat = order.chat()
    chat.deleted = bool(order.body["deleted"])
    return chat_view(order.world, chat)


def set_deactivated(order: Order) -> Json:
    """Take `user_id` and `deactivated`: a person deletes their account, or never did."""
    user = order.user()
    user.deactivated = bool(order.body["deactivated"])
    return user.as_json()


ORDERS: tuple[tuple[str, str, Handler], ...] = (
    ("GET", "state", state),
    ("POST", "users", add_user),
    ("POST", "groups", add_group),
    ("POST", "private", open_private),
    ("POST", "files", upload),
    ("PUT", "blocked", set_blocked),
    ("GET", "chats/{chat}", show_chat),
    ("GET", "chats/{chat}/menu", show_menu),
    ("GET", "chats/{chat}/messages", show_messages),
    ("POST", "chats/{chat}/messages", post),
    ("PATCH", "chats/{chat}/messages/{message}", edit),
    ("DELETE", "chats/{chat}/messages/{message}", delete),
    ("POST", "chats/{chat}/messages/{message}/votes", vote),
    ("POST", "chats/{chat}/presses", press),
    ("GET", "presses/{press}", show_press),
    ("PUT", "chats/{chat}/members", set_member),
    ("POST", "chats/{chat}/migration", migrate),
    ("POST", "chats/{chat}/topics", add_topic),
    ("PATCH", "chats/{chat}/topics/{topic}", set_topic),
    ("PUT", "chats/{chat}/deleted", set_deleted),
    ("PUT", "deactivated", set_deactivated),
)

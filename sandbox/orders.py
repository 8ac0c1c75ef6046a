"""The orders that `/sandbox/…` knows: what people do, and what the machinery is set to."""

import datetime
from dataclasses import asdict

from sandbox import membership, migration, polls, topics
from sandbox.chats import Chat
from sandbox.control import Handler, Order, UnknownError
from sandbox.faults import Fault
from sandbox.limits import OVERALL, PER_CHAT, PER_GROUP, Limits, Rate
from sandbox.menus import menu
from sandbox.people import Json, User
from sandbox.views import bot_view, chat_view, message_view, world_view


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


def post(order: Order) -> Json:
    """Take `user_id`, `text`, `reply_to`, `thread`, `entities`, `content`, `anonymous`."""
    body, chat, user = order.body, order.chat(), order.user()
    if not chat.is_private and not chat.present(user.id):
        raise ValueError("not a member of the chat")
    message = order.world.post(
        chat,
        user,
        body.get("text", ""),
        reply_to=body.get("reply_to"),
        thread=body.get("thread"),
        entities=body.get("entities"),
        content=body.get("content"),
        anonymous=body.get("anonymous", False),
    )
    return message_view(message)


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
    """Take `user_id` and `closed`."""
    chat = order.chat()
    topic = chat.topics.get(int(order.path["topic"]))
    if topic is None:
        raise UnknownError("topic")
    topics.set_closed(order.world, chat, order.user(), topic, closed=order.body["closed"])
    return asdict(topic)


def inject(order: Order) -> Json:
    """Take `payload`, sent as it is, or `repeat`, the id of a recent update."""
    updates = order.world.bot.updates
    if "repeat" in order.body:
        updates.repeat(order.body["repeat"])
    else:
        updates.inject(order.body["payload"])
    return {"pending": len(updates)}


def set_privacy(order: Order) -> Json:
    """Take `privacy`: BotFather's switch; groups follow when the bot joins them anew."""
    order.world.bot.privacy = bool(order.body["privacy"])
    return bot_view(order.world.bot)


def set_limits(order: Order) -> None:
    """Take `per_chat`, `per_group`, `overall`, each `[count, seconds]`, or `off`."""
    body = order.body
    order.world.limits = None
    if not body.get("off"):
        order.world.limits = Limits(
            *(Rate(*body[name]) if name in body else usual for name, usual in _USUAL_LIMITS.items())
        )


_USUAL_LIMITS = {"per_chat": PER_CHAT, "per_group": PER_GROUP, "overall": OVERALL}


def add_fault(order: Order) -> None:
    """Take the fields of sandbox.faults.Fault."""
    order.world.faults.add(Fault(**order.body))


def clear_faults(order: Order) -> None:
    """Forget every fault."""
    order.world.faults.clear()


def show_clock(order: Order) -> Json:
    """Return `now` in UNIX seconds."""
    return {"now": order.clock()}


def set_clock(order: Order) -> Json:
    """Take `now` (UNIX seconds) or `advance` (seconds)."""
    if "now" in order.body:
        order.clock.set(float(order.body["now"]))
    else:
        order.clock.advance(float(order.body["advance"]))
    return show_clock(order)


def show_day(order: Order) -> Json:
    """Return the picked `day`, ISO, or null."""
    return {"day": order.days.day.isoformat() if order.days.day else None}


async def set_day(order: Order) -> Json:
    """Take `day`, ISO: the bot's clock follows, in a demo."""
    await order.days.pick(datetime.date.fromisoformat(order.body["day"]))
    return show_day(order)


ORDERS: tuple[tuple[str, str, Handler], ...] = (
    ("GET", "state", state),
    ("POST", "users", add_user),
    ("POST", "groups", add_group),
    ("POST", "private", open_private),
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
    ("POST", "updates", inject),
    ("PUT", "privacy", set_privacy),
    ("PUT", "limits", set_limits),
    ("POST", "faults", add_fault),
    ("DELETE", "faults", clear_faults),
    ("GET", "clock", show_clock),
    ("PUT", "clock", set_clock),
    ("GET", "day", show_day),
    ("PUT", "day", set_day),
)

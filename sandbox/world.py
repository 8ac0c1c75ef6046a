"""The world that stands for Telegram: people, bots, chats, and who sees what."""

import itertools
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from sandbox.bots import Bot
from sandbox.chats import Chat, Message
from sandbox.entities import STYLES, fields
from sandbox.events import Event
from sandbox.faults import Faults
from sandbox.limits import Limits
from sandbox.people import GROUP_ANONYMOUS_BOT, Json, Member, User
from sandbox.privacy import sees
from sandbox.queries import InlineQuery, Press
from sandbox.updates import Updates

if TYPE_CHECKING:
    from sandbox.files import File

_FIRST_USER = 100_001
_FIRST_GROUP = 4_000_001
_FIRST_SUPERGROUP = 1_002_000_000_001


class World:
    """Everything there is; nothing in it reads any clock but `clock` (UNIX seconds).

    Without `limits` a bot may send as fast as it can. `refusals` counts the calls that were
    answered with an error, by its code.
    """

    def __init__(self, clock: Callable[[], float], limits: Limits | None = None) -> None:
        self.clock = clock
        self.limits = limits
        self.faults = Faults()
        self.refusals: Counter[int] = Counter()
        self.users: dict[int, User] = {}
        self.bots: dict[str, Bot] = {}
        self.groups: dict[int, Chat] = {}
        self.presses: dict[str, Press] = {}
        self.inline_queries: dict[str, InlineQuery] = {}
        self.files: dict[str, File] = {}
        self.listeners: list[Callable[[Event], None]] = []
        self._user_ids = itertools.count(_FIRST_USER)
        self._group_ids = itertools.count(_FIRST_GROUP)
        self._supergroup_ids = itertools.count(_FIRST_SUPERGROUP)
        self._ids = itertools.count(4_000_000_000_001)

    def now(self) -> int:
        """Return the world's time in whole UNIX seconds, as messages are dated."""
        return int(self.clock())

    def new_id(self) -> str:
        """Return an id for a query or a poll."""
        return str(next(self._ids))

    def emit(self, event: Event) -> None:
        """Tell every listener."""
        for listener in list(self.listeners):
            listener(event)

    # People, bots and chats

    def add_user(
        self, name: str, language: str | None = "vi", username: str = "", user_id: int | None = None
    ) -> User:
        """Let a person exist. `language` is the IETF tag of their app."""
        user = User(user_id or next(self._user_ids), name, language, username)
        self.users[user.id] = user
        return user

    def add_bot(self, token: str, username: str, name: str, *, privacy: bool = True) -> Bot:
        """Register a bot under `token`, whose digits before the colon are its user id."""
        user = User(int(token.partition(":")[0]), name, username=username, is_bot=True)
        bot = Bot(user, token, Updates(self.clock), privacy=privacy)
        self.users[user.id] = user
        self.bots[token] = bot
        return bot

    @property
    def bot(self) -> Bot:
        """The bot registered first."""
        return next(iter(self.bots.values()))

    def bot_of(self, user: User) -> Bot | None:
        """Return the bot that `user` is the account of."""
        return next((bot for bot in self.bots.values() if bot.user is user), None)

    def private_chat(self, user: User, bot: Bot | None = None, *, started: bool = True) -> Chat:
        """Return the person's chat with the bot; `started` when they have written to it."""
        bot = bot or self.bot
        chat = bot.private.get(user.id)
        if chat is None:
            chat = bot.private[user.id] = Chat(user.id, "private", user=user)
            self.emit(Event("chat", chat))
        chat.started = chat.started or started
        return chat

    def add_group(  # noqa: PLR0913 (each is a fact about the group, given by name)
        self,
        title: str,
        *,
        supergroup: bool = False,
        forum: bool = False,
        username: str = "",
        members: Sequence[User] = (),
        admins: Sequence[User] = (),
        bots: Iterable[Bot] | None = None,
    ) -> Chat:
        """Let a group exist, silently: nobody is told that they were added.

        The first of `admins` owns it. `bots` are ordinary members, by default all that exist.
        """
        chat = Chat(0, "group", title=title, username=username)
        if supergroup or forum or username:
            chat.kind, chat.is_forum = "supergroup", forum
            chat.next_message_id = 2  # 1 told of its creation, and names the General topic
        chat.id = self.new_group_id(chat.kind == "supergroup")
        for user in members:
            chat.members[user.id] = Member(user)
        for place, user in enumerate(admins):
            chat.members[user.id] = Member(user, "administrator" if place else "creator")
        for bot in self.bots.values() if bots is None else bots:
            chat.members[bot.id] = Member(bot.user, reads_all=not bot.privacy)
        self.groups[chat.id] = chat
        self.emit(Event("chat", chat))
        return chat

    def new_group_id(self, supergroup: bool) -> int:
        """Return the next id of its kind: a supergroup's begins with -100."""
        return -next(self._supergroup_ids if supergroup else self._group_ids)

    def chats(self, bot: Bot | None = None) -> list[Chat]:
        """Return the groups and the bot's private chats, oldest first of each."""
        return [*self.groups.values(), *(bot or self.bot).private.values()]

    def chat(self, chat_id: int, bot: Bot | None = None) -> Chat:
        """Return the chat `chat_id`; private ones are the bot's own. Raises KeyError."""
        return self.groups[chat_id] if chat_id < 0 else (bot or self.bot).private[chat_id]

    def messages(self, chat: Chat | int, bot: Bot | None = None) -> list[Message]:
        """Return the messages of a chat in order; service messages are among them."""
        if isinstance(chat, int):
            chat = self.chat(chat, bot)
        return list(chat.messages.values())

    # What people do

    def post(  # noqa: PLR0913 (each is a field of the message, given by name)
        self,
        chat: Chat,
        user: User,
        text: str = "",
        *,
        reply_to: Message | int | None = None,
        thread: int | None = None,
        entities: list[Json] | None = None,
        content: Json | None = None,
        forward: Json | None = None,
        anonymous: bool = False,
    ) -> Message:
        """Let `user` write in `chat`: `text` with the entities that Telegram derives from it.

        `entities` are added to those (a `text_mention`); `content` replaces the text by other
        fields of Message; `forward` is the origin of a forwarded one (`sandbox.sharing`);
        `anonymous` writes as the group, as an anonymous administrator does.
        Raises ValueError for somebody who blocked the bot: they must unblock it first.
        """
        if chat.blocked:
            raise ValueError("whoever blocked the bot cannot write to it")
        chat.started = True
        if content is None:
            content = fields("text", text, entities or [])
        if isinstance(reply_to, int):
            reply_to = chat.messages.get(reply_to)
        return self.record(
            chat,
            GROUP_ANONYMOUS_BOT if anonymous else user,
            content,
            sender_chat=chat if anonymous else None,
            reply_to=reply_to,
            thread=thread,
            forward=forward,
        )

    def edit(self, message: Message, text: str) -> None:
        """Let the author change the text, or caption, of their message."""
        name = "text" if "text" in message.content else "caption"
        message.content.pop(STYLES[name], None)
        message.content = message.content | fields(name, text, [])
        self.edited(message)
        self._deliver(message, "edited_message")

    def press(self, chat: Chat, user: User, message: Message | int, data: str) -> str:
        """Let `user` press the button with `data` under a message; return the query's id.

        The message may be deleted and `data` need not belong to its keyboard, as in real life.
        """
        number = message if isinstance(message, int) else message.id
        target = chat.messages.get(number)
        bot = (target and self.bot_of(target.sender)) or self._bot_in(chat)
        press = Press(self.new_id(), bot, user, chat, number, data, self.clock())
        self.presses[press.id] = press
        self.tell(bot, "callback_query", press.as_json(), lane=f"callback {user.id}")
        return press.id

    def ask(self, user: User, text: str, bot: Bot | None = None) -> InlineQuery:
        """Let `user` type the bot's name and `text` in some chat (inline mode)."""
        bot = bot or self.bot
        query = InlineQuery(self.new_id(), bot, user, text, self.clock())
        self.inline_queries[query.id] = query
        self.tell(bot, "inline_query", query.as_json(), lane=f"inline {user.id}")
        return query

    # What happens in consequence

    def record(  # noqa: PLR0913 (the fields of a message)
        self,
        chat: Chat,
        sender: User,
        content: Json,
        *,
        sender_chat: Chat | None = None,
        reply_to: Message | None = None,
        thread: int | None = None,
        markup: Json | None = None,
        forward: Json | None = None,
        protected: bool = False,
    ) -> Message:
        """Put a message into `chat` and tell everyone who may see it."""
        if thread is None and reply_to:
            thread = chat.thread_of_reply(reply_to)
        message = Message(
            chat.next_message_id,
            chat,
            self.now(),
            sender,
            content,
            sender_chat=sender_chat,
            reply_to=reply_to,
            thread=thread,
            markup=markup,
            forward=forward,
            protected=protected,
        )
        chat.next_message_id += 1
        chat.messages[message.id] = message
        self.emit(Event("message", chat, message))
        self._deliver(message, "message")
        if sender.is_bot and not message.is_service:
            chat.last_bot = sender.id
        return message

    def edited(self, message: Message) -> None:
        """Mark `message` as changed now, and tell the onlookers."""
        message.edit_date = self.now()
        self.emit(Event("edit", message.chat, message))

    def delete(self, message: Message) -> None:
        """Remove `message` from its chat. No bot is told (Bot API has no such update)."""
        del message.chat.messages[message.id]
        self.emit(Event("delete", message.chat, message))
        self.unpin(message.chat, [message.id])

    def pin(self, message: Message) -> None:
        """Pin `message` on top of what is pinned in its chat, silently."""
        message.chat.pinned.append(message.id)
        self.emit(Event("pin", message.chat))

    def unpin(self, chat: Chat, ids: Iterable[int]) -> None:
        """Let the messages `ids` be pinned no longer."""
        kept = [number for number in chat.pinned if number not in ids]
        if kept != chat.pinned:
            chat.pinned = kept
            self.emit(Event("pin", chat))

    def tell(self, bot: Bot, kind: str, body: Json, lane: str) -> None:
        """Queue an update for `bot`."""
        bot.updates.add(kind, body, lane)

    def _deliver(self, message: Message, kind: str) -> None:
        readers = [bot for bot in self.bots.values() if sees(bot, message)]
        if readers:
            body = message.as_json()
            for bot in readers:
                self.tell(bot, kind, body, lane=f"chat {message.chat.id}")

    def _bot_in(self, chat: Chat) -> Bot:
        if chat.is_private:
            return next(bot for bot in self.bots.values() if bot.private.get(chat.id) is chat)
        return next(bot for bot in self.bots.values() if bot.id in chat.members)

"""A bot as Telegram keeps it: its account, its switches, its queue of updates."""

import asyncio
from dataclasses import dataclass, field

from sandbox.chats import Chat
from sandbox.people import Json, User
from sandbox.updates import Update, Updates


@dataclass(frozen=True, slots=True)
class Scope:
    """Whom a list of commands is for (Bot API, BotCommandScope)."""

    kind: str = "default"
    chat_id: int | None = None
    user_id: int | None = None


@dataclass(slots=True)
class Webhook:
    """Where updates are posted to, and what went wrong last."""

    url: str
    secret: str = ""
    max_connections: int = 40
    last_error_date: int | None = None
    last_error: str = ""


@dataclass(slots=True, eq=False)
class Bot:
    """A registered bot. `privacy` is BotFather's switch, on by default.

    `private` holds its private chats by user id; `commands` its menus by scope and language
    ("" for all languages); `poll` is the getUpdates call that waits for something to arrive.
    """

    user: User
    token: str
    updates: Updates
    privacy: bool = True
    can_join_groups: bool = True
    inline: bool = True
    private: dict[int, Chat] = field(default_factory=dict)
    commands: dict[tuple[Scope, str], list[Json]] = field(default_factory=dict)
    webhook: Webhook | None = None
    poll: asyncio.Future[None] | None = None
    logged_out: bool = False

    def __post_init__(self) -> None:
        self.updates.added.append(self._wake)

    def _wake(self, _update: Update) -> None:
        if self.poll and not self.poll.done():
            self.poll.set_result(None)

    @property
    def id(self) -> int:
        """The bot's user id."""
        return self.user.id

    def as_json(self) -> Json:
        """Return the User that getMe answers."""
        return self.user.as_json() | {
            "can_join_groups": self.can_join_groups,
            "can_read_all_group_messages": not self.privacy,
            "supports_inline_queries": self.inline,
            "can_connect_to_business": False,
            "has_main_web_app": False,
        }

"""A bot's queue of updates: what is kept, how long, and in which order it goes out."""

import itertools
from collections import deque
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import Any

from sandbox.people import Json

DAY = 86_400
_REMEMBERED = 1000
LIFETIMES = {"callback_query": 150, "inline_query": 30}
"""Seconds that Telegram keeps an update, by its type; everything else lives a day."""
KINDS = (
    "message",
    "edited_message",
    "channel_post",
    "edited_channel_post",
    "inline_query",
    "chosen_inline_result",
    "callback_query",
    "poll",
    "poll_answer",
    "my_chat_member",
    "chat_member",
    "chat_join_request",
    "message_reaction",
    "message_reaction_count",
)
BY_DEFAULT = frozenset(KINDS) - {"chat_member", "message_reaction", "message_reaction_count"}
"""What is sent when `allowed_updates` was never given (Bot API, getUpdates)."""


@dataclass(slots=True, eq=False)
class Update:
    """One queued update. `lane` is the webhook queue: updates of one lane keep their order.

    An `injected` one goes out once whatever was confirmed before.
    """

    id: int
    payload: Any
    lane: str
    expires: float
    injected: bool = False
    handed_out: bool = False


class Updates:
    """The updates that a bot has not confirmed; `clock` gives UNIX seconds."""

    def __init__(self, clock: Callable[[], float], first_id: int = 100_000_001) -> None:
        self.allowed: frozenset[str] = BY_DEFAULT
        self.added: list[Callable[[Update], None]] = []
        self.recent: deque[Update] = deque(maxlen=_REMEMBERED)
        self._clock = clock
        self._ids = itertools.count(first_id)
        self._waiting: dict[Update, None] = {}
        self._earliest = float("inf")

    def __iter__(self) -> Iterator[Update]:
        self._expire()
        return iter(list(self._waiting))

    def __contains__(self, update: object) -> bool:
        self._expire()
        return update in self._waiting

    def __len__(self) -> int:
        self._expire()
        return len(self._waiting)

    def allow(self, kinds: Collection[str] | None) -> None:
        """Choose the types of future updates; None keeps the choice, nothing means the default."""
        if kinds is not None:
            self.allowed = frozenset(kinds) & frozenset(KINDS) or BY_DEFAULT

    def add(self, kind: str, body: Json, lane: str) -> Update | None:
        """Queue `body` as an update of type `kind`, if the bot wants that type."""
        if kind not in self.allowed:
            return None
        number = next(self._ids)
        expires = self._clock() + LIFETIMES.get(kind, DAY)
        return self._keep(Update(number, {"update_id": number, kind: body}, lane, expires))

    def inject(self, payload: Any, lane: str = "injected") -> Update:
        """Queue `payload` as it is: a duplicate, or something malformed."""
        number = payload.get("update_id") if isinstance(payload, dict) else None
        known = number if isinstance(number, int) else 0
        return self._keep(Update(known, payload, lane, self._clock() + DAY, injected=True))

    def repeat(self, update_id: int) -> Update:
        """Send a recent update once more, confirmed or not. Raises LookupError."""
        for update in self.recent:
            if update.id == update_id:
                return self.inject(update.payload, update.lane)
        raise LookupError(update_id)

    def take(self, offset: int, limit: int) -> list[Any]:
        """Confirm what is below `offset` and return up to `limit` payloads (getUpdates).

        A negative offset keeps that many from the end and forgets the rest.
        """
        self._expire()
        self._confirm(offset)
        batch = list(itertools.islice(self._waiting, limit))
        for update in batch:
            update.handed_out = True
        return [update.payload for update in batch]

    def remove(self, update: Update) -> None:
        """Forget `update`: it was delivered by webhook."""
        self._waiting.pop(update, None)

    def clear(self) -> None:
        """Forget everything (`drop_pending_updates`)."""
        self._waiting.clear()

    def _keep(self, update: Update) -> Update:
        self._waiting[update] = None
        self.recent.append(update)
        self._earliest = min(self._earliest, update.expires)
        for tell in list(self.added):
            tell(update)
        return update

    def _confirm(self, offset: int) -> None:
        if offset < 0:
            self._waiting = dict.fromkeys(list(self._waiting)[offset:])
            return
        for update in list(self._waiting):
            confirmed = update.handed_out if update.injected else update.id < offset
            if confirmed:
                del self._waiting[update]
            elif not update.injected:
                return

    def _expire(self) -> None:
        now = self._clock()
        if now < self._earliest:
            return
        self._waiting = dict.fromkeys(update for update in self._waiting if update.expires > now)
        self._earliest = min((update.expires for update in self._waiting), default=float("inf"))

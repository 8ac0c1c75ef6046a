"""Faults on request: what can go wrong between a bot and Telegram."""

from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Literal

Kind = Literal["delay", "hang", "drop", "too_many_requests", "error", "bad_gateway", "malformed"]


@dataclass(slots=True)
class Fault:
    """What happens to the next `times` matching calls, the first `after` of them left alone.

    `delay` answers `seconds` late, `hang` cuts the connection after `seconds` without an answer;
    `drop` cuts it at once; `too_many_requests` answers 429 with `seconds`; `error` answers 500,
    `bad_gateway` 502 with a page of HTML, and `malformed` 200 with broken JSON.

    `executed` says whether the call took effect before that, which its sender cannot know. A
    delayed one that did not takes effect after its `seconds`, even if nobody waits for it any
    longer; a 429 never does. `method` is a name or a pattern ("send*"); None matches every method,
    or every chat.
    """

    kind: Kind
    method: str | None = None
    chat_id: int | None = None
    times: int = 1
    seconds: float = 1
    executed: bool = False
    after: int = 0

    def __post_init__(self) -> None:
        self.method = self.method and self.method.lower()

    def matches(self, method: str, chat_id: int | None) -> bool:
        """Return whether a call of `method`, in lower case, to `chat_id` is hit."""
        meant = self.method is None or fnmatchcase(method, self.method)
        return meant and self.chat_id in {None, chat_id}

    def due(self) -> bool:
        """Count a matching call; return whether it is one of those that are to fail."""
        self.after -= 1
        return self.after < 0


class Faults:
    """The faults that wait for their calls, first come first served."""

    def __init__(self) -> None:
        self._waiting: list[Fault] = []

    def __bool__(self) -> bool:
        return bool(self._waiting)

    def add(self, fault: Fault) -> None:
        """Let `fault` wait for its calls."""
        self._waiting.append(fault)

    def clear(self) -> None:
        """Forget every fault."""
        self._waiting.clear()

    def hit(self, method: str, chat_id: int | None) -> Fault | None:
        """Return the fault of this call, if any, and count it."""
        matching = (fault for fault in self._waiting if fault.matches(method, chat_id))
        fault = next((fault for fault in matching if fault.due()), None)
        if fault:
            fault.times -= 1
            if fault.times <= 0:
                self._waiting.remove(fault)
        return fault

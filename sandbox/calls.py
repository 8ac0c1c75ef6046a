"""A call of the Bot API: who calls, with which parameters, in whichever form they came."""

import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sandbox.bots import Bot
from sandbox.errors import bad_request
from sandbox.files import File
from sandbox.world import World

_TRUE = frozenset({"true", "yes", "1"})


@dataclass(slots=True)
class Call:
    """One request; `parameters` are strings from a query or form, any JSON from a JSON body."""

    world: World
    bot: Bot
    parameters: Mapping[str, Any]
    files: Mapping[str, File] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """Return a parameter as text; "" when it is absent."""
        value = self.parameters.get(name)
        if value is None:
            return ""
        return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)

    def integer(self, name: str, default: int = 0) -> int:
        """Return a parameter as a number; `default` when it is absent or none."""
        try:
            return int(self.parameters[name])
        except (KeyError, TypeError, ValueError):
            return default

    def flag(self, name: str, *, default: bool = False) -> bool:
        """Return a parameter as a switch."""
        value = self.parameters.get(name)
        if value is None:
            return default
        return value if isinstance(value, bool) else str(value).lower() in _TRUE

    def json(self, name: str) -> Any:
        """Return a parameter that holds JSON; None when it is absent. Raises ApiError."""
        value = self.parameters.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return json.loads(value)
        except ValueError:
            raise bad_request(f"can't parse {name} JSON object") from None


@dataclass(frozen=True, slots=True)
class Described:
    """A result that Telegram sends with a description beside it."""

    result: Any
    description: str


Method = Callable[[Call], Any | Awaitable[Any]]

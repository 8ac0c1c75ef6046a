"""The world's clock: it runs by itself and can be set."""

import time
from collections.abc import Callable


class Clock:
    """UNIX seconds that go on with `source`, from whatever moment was set last."""

    def __init__(self, source: Callable[[], float] = time.time) -> None:
        self._source = source
        self._ahead = 0.0

    def __call__(self) -> float:
        """Return the world's time."""
        return self._source() + self._ahead

    def set(self, moment: float) -> None:
        """Let it be `moment` (UNIX seconds) now."""
        self._ahead = moment - self._source()

    def advance(self, seconds: float) -> None:
        """Let `seconds` pass at once."""
        self._ahead += seconds

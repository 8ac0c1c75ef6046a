"""What this process has done so far. Counting is cheap; `bot.exposition` tells it to Prometheus."""

from collections import Counter
from dataclasses import dataclass, field
from time import monotonic

BUCKETS = (0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0)
"""Seconds from the moment an update is taken in to the moment Telegram has accepted the answer."""


@dataclass(slots=True)
class Figures:
    """Totals since the process began. `deliveries` are by (kind, outcome)."""

    updates: int = 0
    refusals: int = 0
    deliveries: Counter[tuple[str, str]] = field(default_factory=Counter)
    reply_seconds: float = 0
    replies: Counter[float] = field(default_factory=Counter)
    """How many answers took at most so long, each in the smallest of BUCKETS that it fits in."""


TOTALS = Figures()
_last: dict[str, float] = {}


def taken(updates: int) -> None:
    """Count updates that came from Telegram."""
    TOTALS.updates += updates


def settled(kind: str, outcome: str) -> None:
    """Count a call that has ended: sent, failed, unknown or gone."""
    TOTALS.deliveries[kind, outcome] += 1


def refused() -> None:
    """Count a 429: Telegram says that there were too many calls."""
    TOTALS.refusals += 1


def answered(seconds: float) -> None:
    """Count an answer that somebody waited for."""
    TOTALS.reply_seconds += seconds
    TOTALS.replies[next((limit for limit in BUCKETS if seconds <= limit), float("inf"))] += 1


def alive(part: str) -> None:
    """Remember that `part` of the bot, "updates" or "delivery", does its work."""
    _last[part] = monotonic()


def last_alive(part: str) -> float:
    """Return when that was last so, by `time.monotonic`."""
    return _last.get(part, 0.0)

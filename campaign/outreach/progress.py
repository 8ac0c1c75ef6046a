"""How a broadcast is going, and how it went: figures, a bar, failures by reason."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from campaign.messages import Language, Text
from campaign.talk.broadcast_notices import REASONS, BroadcastNotice
from campaign.talk.notices import say

_CELLS = 10
_OPEN = ("queued", "sending")
_NOT_SENT: tuple[tuple[str, BroadcastNotice], ...] = (
    ("failed", "cast_failed"),
    ("gone", "cast_gone"),
    ("unknown", "cast_unknown"),
    ("expired", "cast_expired"),
    ("cancelled", "cast_unsent"),
)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many groups are in which state, and how many of them for which reason."""

    states: Mapping[str, int]
    reasons: Mapping[str, int]

    @classmethod
    def of(cls, rows: Iterable[tuple[str, str | None, int]]) -> "Tally":
        """Count rows of (state, reason, how many)."""
        states: dict[str, int] = {}
        reasons: dict[str, int] = {}
        for state, reason, number in rows:
            states[state] = states.get(state, 0) + number
            if reason and state != "sent":
                reasons[reason] = reasons.get(reason, 0) + number
        return cls(states, reasons)

    @property
    def total(self) -> int:
        """How many groups there are."""
        return sum(self.states.values())

    @property
    def over(self) -> int:
        """How many groups are over."""
        return self.total - sum(self.states.get(state, 0) for state in _OPEN)


def show_progress(tally: Tally, language: Language) -> Text:
    """Return a bar, and how many groups are over."""
    share = tally.over / tally.total if tally.total else 1
    full = int(share * _CELLS)
    bar = "▰" * full + "▱" * (_CELLS - full)
    facts = {"over": str(tally.over), "total": str(tally.total), "share": f"{int(share * 100)}%"}
    lines = [(f"{bar} ", *say("cast_progress", language, **facts)), *_lines(tally, language)]
    return _joined(lines)


def show_report(tally: Tally, language: Language) -> Text:
    """Return the figures at the end, and the failures by reason, the most frequent first."""
    sent, total = str(tally.states.get("sent", 0)), str(tally.total)
    lines = [say("cast_sent", language, sent=sent, total=total), *_lines(tally, language)]
    reasons = sorted(tally.reasons.items(), key=lambda each: (-each[1], each[0]))
    for reason, number in reasons:
        words = REASONS.get(reason, REASONS["other"])[language]
        lines.append(say("cast_reason", language, reason=words, number=str(number)))
    return _joined(lines)


def _lines(tally: Tally, language: Language) -> list[Text]:
    found = [(tally.states.get(state, 0), notice) for state, notice in _NOT_SENT]
    return [say(notice, language, number=str(number)) for number, notice in found if number]


def _joined(lines: Iterable[Text]) -> Text:
    return sum((("\n", *line) for line in lines), start=())[1:]

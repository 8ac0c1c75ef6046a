"""How a broadcast is going, and how it went: figures that add up."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from campaign.messages import Language, Text
from campaign.outreach.kinds import NO_MESSAGE
from campaign.outreach.sentences import ADVICE, ADVICE_FOR, REASONS, UNDONE, say

_OPEN = ("queued", "sending")
_EXPLAINED = ("failed", "unknown", "gone", "expired")
"""States for which there is a reason."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many groups are in which state of the outbox, and how many of those that it did not
    reach are so for which reason; `receipts` people in `receipt_groups` groups confirmed it.
    `besides` has the same of what is done there as well, by step: pinning it, for example.
    """

    states: Mapping[str, int]
    reasons: Mapping[str, int]
    receipts: int = 0
    receipt_groups: int = 0
    besides: Mapping[str, "Tally"] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        rows: Iterable[tuple[str, str | None, int]],
        receipts: int = 0,
        receipt_groups: int = 0,
    ) -> "Tally":
        """Count rows of (state, reason, how many). Without a reason, the state is one."""
        states: Counter[str] = Counter()
        reasons: Counter[str] = Counter()
        for state, reason, number in rows:
            states[state] += number
            if state in _EXPLAINED:
                reasons[reason or state] += number
        return cls(states, reasons, receipts, receipt_groups)

    @property
    def total(self) -> int:
        """All groups."""
        return sum(self.states.values())

    @property
    def open(self) -> int:
        """Groups that are still waiting for it."""
        return self._in(*_OPEN)

    @property
    def over(self) -> int:
        """Groups that are not waiting any more."""
        return self.total - self.open

    @property
    def sent(self) -> int:
        """Groups in which it is done."""
        return self._in("sent")

    @property
    def cancelled(self) -> int:
        """Groups that do not get it because it was stopped."""
        return self._in("cancelled")

    @property
    def unsent(self) -> int:
        """Groups that it did not reach, or of which nobody knows."""
        return self._in(*_EXPLAINED)

    @property
    def failed(self) -> int:
        """Groups for which it was refused."""
        return self._in("failed")

    @property
    def unknown(self) -> int:
        """Groups of which nobody knows whether it arrived."""
        return self._in("unknown")

    @property
    def gone(self) -> int:
        """Groups in which the bot no longer is."""
        return self._in("gone")

    @property
    def expired(self) -> int:
        """Groups for which it came too late to be sent."""
        return self._in("expired")

    @property
    def repeatable(self) -> bool:
        """Whether there is anything that staff may have sent again."""
        return any(
            each.failed + each.unknown + each.expired > each.reasons.get(NO_MESSAGE, 0)
            for each in self._all()
        )

    @property
    def advice(self) -> Iterable[str]:
        """What the staff can do about what it did not reach, by the names in ADVICE."""
        reasons = (reason for each in self._all() for reason in each.reasons)
        return dict.fromkeys(ADVICE_FOR[reason] for reason in reasons if reason in ADVICE_FOR)

    def _all(self) -> Iterator["Tally"]:
        yield self
        yield from self.besides.values()

    def _in(self, *states: str) -> int:
        return sum(self.states.get(state, 0) for state in states)


def bar(done: int, total: int, width: int = 10) -> str:
    """Return a bar such as ▰▰▰▱▱; it is full only when nothing is left."""
    full = width * done // total if total else width
    return "▰" * full + "▱" * (width - full)


def figure(number: int, language: Language) -> str:
    """Return 1.250 in Vietnamese, and 1,250 in English."""
    shown = f"{number:,}"
    return shown if language == "en" else shown.replace(",", ".")


def show_progress(tally: Tally, language: Language) -> Text:
    """Return a bar, and below it what is done, what is waiting, and what did not go."""
    share = f"{100 * tally.over // tally.total if tally.total else 100}%"
    done, total = figure(tally.over, language), figure(tally.total, language)
    first = say("progress", language, share=share, done=done, total=total)
    lines: list[Text] = [(f"{bar(tally.over, tally.total)} ", *first)]
    lines.append(say("progress_sent", language, number=figure(tally.sent, language)))
    if tally.open:
        lines.append(say("progress_open", language, number=figure(tally.open, language)))
    if tally.unsent:
        lines.append(say("progress_unsent", language, number=figure(tally.unsent, language)))
    if tally.cancelled:
        lines.append(say("progress_stopped", language, number=figure(tally.cancelled, language)))
    return joined(lines)


def show_report(tally: Tally, language: Language) -> Text:
    """Return how it went: each group in one line, failures by reason, and what can be done."""
    return joined([*_outcome(tally, language), *_unsent(tally, language), *_rest(tally, language)])


def _outcome(tally: Tally, language: Language) -> Iterator[Text]:
    sent, total = figure(tally.sent, language), figure(tally.total, language)
    if not tally.total:
        yield say("report_none", language)
    elif tally.sent == tally.total:
        yield say("report_all", language, total=total)
    else:
        yield say("report_some", language, sent=sent, total=total)


def _unsent(tally: Tally, language: Language) -> Iterator[Text]:
    """The reasons in words, the most frequent first; those without words in one line."""
    if not tally.unsent:
        return
    yield say("report_unsent", language, number=figure(tally.unsent, language))
    counted: Counter[str] = Counter()
    for reason, number in tally.reasons.items():
        counted[reason if reason in REASONS else "other"] += number
    for reason, number in sorted(counted.items(), key=lambda each: (-each[1], each[0])):
        facts = {"reason": REASONS[reason][language], "number": figure(number, language)}
        yield say("report_reason", language, **facts)


def _rest(tally: Tally, language: Language) -> Iterator[Text]:
    for step, sentence in UNDONE.items():
        if (aside := tally.besides.get(step)) and aside.unsent:
            yield say(sentence, language, number=figure(aside.unsent, language))
    if tally.cancelled:
        yield say("report_stopped", language, number=figure(tally.cancelled, language))
    if tally.open:
        yield say("report_open", language, number=figure(tally.open, language))
    if tally.receipts:
        people, groups = tally.receipts, tally.receipt_groups
        facts = {"people": figure(people, language), "groups": figure(groups, language)}
        yield say("receipts", language, **facts)
    for advice in tally.advice:
        yield (f"→ {ADVICE[advice][language]}",)


def joined(lines: Iterable[Text]) -> Text:
    """Return the lines, one below the other."""
    return sum((("\n", *line) for line in lines), start=())[1:]

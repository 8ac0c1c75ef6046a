"""What is different in a new edition of a plan, activity by activity."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.fuzz import ratio

from campaign.language.text import fold
from campaign.plan.model import Activity, Plan, Time

What = Literal[
    "added", "removed", "title", "time", "place", "lead",
    "number", "signer", "theme", "period", "slogans",
]  # fmt: skip

_AT = re.compile("^(?:tại|ở) ", re.IGNORECASE)
SAME, ALIKE = 100.0, 80.0
"""How much alike, of 100, two titles of one activity are: written otherwise, or worded anew."""


@dataclass(frozen=True, slots=True)
class Difference:
    """`before` and `after` are the wordings, "" where there was, or is, none.

    `activity` is its short name, and its title where that is what is different; "" for what the
    whole plan says.
    """

    what: What
    activity: str = ""
    before: str = ""
    after: str = ""


def differences(old: Plan, new: Plan) -> list[Difference]:
    """Return what `new` says otherwise than `old`, in the order of `new`, then what is left out."""
    return list(_differences(old, new))


def _differences(old: Plan, new: Plan) -> Iterator[Difference]:
    yield from _changed("number", "", old.number or "", new.number or "")
    yield from _changed("signer", "", _signer(old), _signer(new))
    yield from _changed("theme", "", _text(old.theme), _text(new.theme))
    yield from _changed("period", "", _text(old.period), _text(new.period))
    yield from _slogans(old, new)
    before = counterparts(old, new)
    for activity in new.activities:
        if activity.no in before:
            yield from _within(before[activity.no], activity)
        else:
            yield Difference("added", activity.title)
    kept = {each.no for each in before.values()}
    for activity in old.activities:
        if activity.no not in kept:
            yield Difference("removed", activity.title)


def counterparts(old: Plan, new: Plan) -> dict[int, Activity]:
    """Return the old activity for each new one that there was before, by the new one's number."""
    before, after = old.activities, new.activities
    found = pairs([each.title for each in before], [each.title for each in after], SAME, ALIKE)
    return {after[at].no: before[place] for at, place in found.items()}


def pairs(old: Sequence[str], new: Sequence[str], *least: float) -> dict[int, int]:
    """Return, for the place of a title in `new`, that of the one in `old` that is like it.

    They are alike by the first of `least` if possible, else by the next; each is in one pair.
    """
    found: dict[int, int] = {}
    before, after = [*map(stripped, old)], [*map(stripped, new)]
    left = list(range(len(old)))
    for enough in least:
        for at, title in enumerate(after):
            if at in found or not left:
                continue
            best = max(left, key=lambda place: ratio(before[place], title))
            if ratio(before[best], title) >= enough:
                found[at] = best
                left.remove(best)
    return found


def is_moved(old: Activity, new: Activity) -> bool:
    """Say whether an activity is at another time or place, and not only in other words."""
    if [*map(_moment, old.times)] != [*map(_moment, new.times)]:
        return True
    before, after = stripped(_place(old)), stripped(_place(new))
    return bool(before and after) and ratio(before, after) < ALIKE


def _moment(time: Time) -> tuple[object, ...]:
    figures = frozenset(map(int, re.findall("[0-9]+", time.text)))  # the hour is among them
    return time.kind, time.start, time.end, figures


def _within(old: Activity, new: Activity) -> Iterator[Difference]:
    yield from _changed("title", new.title, old.title, new.title)
    yield from _changed("time", new.name, _times(old), _times(new))
    yield from _changed("place", new.name, _place(old), _place(new))
    yield from _changed("lead", new.name, ", ".join(old.lead), ", ".join(new.lead))


def same_words(one: str, other: str) -> bool:
    """Whether two texts say the same, but for marks at their end and letters' case."""
    return stripped(one) == stripped(other)


def stripped(text: str) -> str:
    """Return the words of `text` alone, folded."""
    return fold(text).strip(" .;:")


def _times(activity: Activity) -> str:
    return "; ".join(time.text for time in activity.times)


def _place(activity: Activity) -> str:
    return _AT.sub("", _text(activity.place)).rstrip(" .;")


def _text(said: object) -> str:
    return str(getattr(said, "text", ""))


def _signer(plan: Plan) -> str:
    return plan.signer.name if plan.signer else ""


def _slogans(old: Plan, new: Plan) -> Iterator[Difference]:
    """Yield the slogans that are no more, and those that are new; other marks are no difference."""
    before, after = [each.text for each in old.slogans], [each.text for each in new.slogans]
    kept = pairs(before, after, SAME, ALIKE)
    gone = "; ".join(text for place, text in enumerate(before) if place not in kept.values())
    come = "; ".join(text for place, text in enumerate(after) if place not in kept)
    if gone or come:
        yield Difference("slogans", "", gone, come)


def _changed(what: What, activity: str, before: str, after: str) -> Iterator[Difference]:
    if not same_words(before, after):
        yield Difference(what, activity, before, after)

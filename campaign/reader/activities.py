"""The activities of a plan: labelled items, rows of tables, or else what its sections list."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from campaign.language.patterns import phrase
from campaign.language.text import fold
from campaign.reader.doings import doing_of
from campaign.reader.findings import Doing
from campaign.reader.headings import BRIEF, section_of, subject_of, subject_of_heading
from campaign.reader.labels import TELLING
from campaign.reader.markers import BULLETS, NUMBERED
from campaign.reader.outline import Item
from campaign.reader.parts import is_charge, is_label, is_round, is_top, own_parts
from campaign.reader.sessions import is_session
from campaign.reader.times import Calendar, days_in, times_within
from campaign.reader.units import units

_NOT_ACTIVITIES = (
    "organisation",
    "budget",
    "purpose",
    "requirements",
    "target",
    "theme",
    "slogans",
    "reward",
)
_TARGET = re.compile(
    phrase(
        r"^(?:ít nhất|tối thiểu|phấn đấu|trên|đạt|tỷ lệ|tỉ lệ|chỉ tiêu|số)?[^.]{0,40}\d+(?:[.,]\d+)?\s?%"
    )
)
_SAME = 88


def from_outline(root: Item, calendar: Calendar) -> list[Doing]:
    """Return the activities whose parts are labelled, and the items that stand beside them."""
    found = [_described(item) for item in root.below() if _is_activity(item)]
    ids = {id(item) for item in found}
    beside = [item for item in _beside(found) if not any(id(up) in ids for up in item.above())]
    outer = {id(up) for item in found for up in item.above()}
    inner = {id(item): item for item in (*found, *beside) if id(item) not in outer}
    ordered = sorted(inner.values(), key=lambda item: item.line)
    return [doing_of(item, calendar) for item in ordered]


def from_lists(root: Item, calendar: Calendar) -> list[Doing]:
    """Return what the sections on activities list, where nothing is labelled."""
    found: list[Item] = []
    for item in root.children:
        found += _listed(item, calendar)
    return [doing_of(item, calendar) for item in found]


def from_tasks(root: Item, calendar: Calendar) -> list[Doing]:
    """Return what units are to do on certain days, for a plan that says no more than that."""
    tasks = [
        item
        for item in root.below()
        if section_of(item) == "organisation" and not item.children and days_in(item.text, calendar)
    ]
    return [_of_its_unit(doing_of(item, calendar), item) for item in tasks]


def _of_its_unit(doing: Doing, item: Item) -> Doing:
    """A task without a unit of its own is that of the unit which it stands under."""
    above = item.parent
    unit = units(above.text) if above and above.parent and not is_top(above) else ()
    return doing if doing.lead else replace(doing, lead=unit)


def merged(rows: Sequence[Doing], items: Sequence[Doing]) -> list[Doing]:
    """Return both, an activity that is in both once: a table's row, with what the item adds."""
    kept: list[Doing] = list(rows)
    for item in items:
        same = next(
            (n for n, row in enumerate(rows) if is_same(row.title.text, item.title.text)), None
        )
        if same is None:
            kept.append(item)
        else:
            kept[same] = _completed(kept[same], item)
    return sorted(kept, key=lambda doing: doing.title.line)


def is_same(one: str, other: str) -> bool:
    """Whether two titles name the same activity."""
    return fuzz.ratio(fold(one), fold(other)) >= _SAME


def _completed(row: Doing, item: Doing) -> Doing:
    return replace(
        row,
        times=row.times or item.times,
        place=row.place or item.place,
        participants=row.participants or item.participants,
        lead=row.lead or item.lead,
        coordinating=row.coordinating or item.coordinating,
        content=row.content or item.content,
    )


def _is_activity(item: Item) -> bool:
    if item.parent is None or not item.text or is_label(item) or is_top(item):
        return False
    if section_of(item) in _NOT_ACTIVITIES or subject_of_heading(item) in (
        *_NOT_ACTIVITIES,
        "period",
    ):
        return False
    sides = [side for part, _ in own_parts(item) for side in part.sides]
    return bool(TELLING.intersection(sides))


def _described(item: Item) -> Item:
    """The item itself, or the numbered one that it is a paragraph or a round of, or says who does."""
    above = item.parent
    if above and (is_charge(item) or is_round(item)):
        return above
    if item.kind is None and above and above.kind in ("arabic", "dotted", "letter", "paren"):
        return above
    return item


def _beside(found: Sequence[Item]) -> Iterator[Item]:
    """The items in the same list as an activity, or in that of the next group: one without labels
    is an activity as well.
    """
    lists = {(id(item.parent), item.kind): item.parent for item in found if item.parent}
    for (_, kind), parent in lists.items():
        if kind not in ("arabic", "dotted", "letter", "paren"):
            continue
        for group in (parent, *_groups_beside(parent)):
            for other in group.children:
                same = other.kind == kind and other.text and not is_label(other)
                if same and not _TARGET.match(other.text.lower()):
                    yield other


def _groups_beside(group: Item) -> Iterator[Item]:
    """The other groups of activities in the same section: "A. Tuyên truyền", "B. Thi đua"."""
    if group.parent is None or group.kind not in NUMBERED or is_top(group):
        return
    for other in group.parent.children:
        about = subject_of_heading(other) or section_of(other)
        if other is not group and other.kind == group.kind and about not in _NOT_ACTIVITIES:
            yield other


def _listed(item: Item, calendar: Calendar) -> list[Item]:
    """What a section lists: its innermost numbered items, or its bullets where it has no numbers."""
    about = subject_of(item.text)
    if about == "period":
        return [each for each in _leaves(item) if _is_dated(each, calendar)]
    if about not in ("activities", "measures", None) or (about is None and is_top(item)):
        return []
    inner = item.numbered
    if inner:
        return [each for child in inner for each in _within(child, calendar)]
    bullets = [child for child in item.children if child.kind in BULLETS]
    return [child for child in bullets if not _TARGET.match(child.text.lower())]


def _within(item: Item, calendar: Calendar) -> list[Item]:
    about = subject_of(item.text) if len(item.text) < 2 * BRIEF else None
    if about in _NOT_ACTIVITIES and item.children:
        return []
    if about == "period":
        return [each for each in _leaves(item) if _is_dated(each, calendar)]
    if item.numbered:
        return [each for child in item.numbered for each in _within(child, calendar)]
    dated = [
        child
        for child in item.children
        if child.kind in BULLETS and times_within(child.text, calendar)
        if not is_session(child.text)
    ]
    if len(dated) > 1:
        return dated
    return [] if _TARGET.match(item.text.lower()) else [item]


def _leaves(item: Item) -> Iterator[Item]:
    if not item.children:
        yield item
    for child in item.children:
        yield from _leaves(child)


def _is_dated(item: Item, calendar: Calendar) -> bool:
    """Whether an item of a section on time says what takes place, and when."""
    dates = days_in(item.text, calendar)
    if not dates or is_label(item):
        return False
    before = item.text[: dates[0].offset].strip(" :-–(")
    after = item.text[dates[-1].offset + dates[-1].length :].strip(" :-–).;")
    return len(before.split()) > 2 or len(after.split()) > 2  # noqa: PLR2004 - words of a title

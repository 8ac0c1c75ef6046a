"""The activities of a plan: labelled items, rows of tables, or else what its sections list."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from campaign.language.patterns import phrase
from campaign.language.text import fold
from campaign.plan.model import Time
from campaign.reader.findings import Doing, Said, When
from campaign.reader.headings import section_of, subject_of
from campaign.reader.labels import TELLING, Labelled, Side, labelled, unlabelled
from campaign.reader.outline import Item
from campaign.reader.times import Calendar, days_in, times_of, times_within
from campaign.reader.units import leading_and_coordinating, subject, together, units

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
_NAMELESS = re.compile(
    phrase(r"^(?:hoạt động|nội dung|nhiệm vụ|công việc|sự kiện)(?: số)?\s?\d*[.:]?$")
)
_TARGET = re.compile(
    phrase(
        r"^(?:ít nhất|tối thiểu|phấn đấu|trên|đạt|tỷ lệ|tỉ lệ|chỉ tiêu|số)?[^.]{0,40}\d+(?:[.,]\d+)?\s?%"
    )
)
_DUE = re.compile(phrase(r"hoàn thành|thời hạn|^hạn"))
_CLAUSE = re.compile(r"[:,.]\s+")
_QUOTES = re.compile(r"[“\"][^”\"]*[”\"]")
_VENUE = re.compile(
    r"(?<!triển khai)(?<!thí điểm)\s(?:tại|ở)\s+(?P<place>(?:trụ sở|hội trường|nhà văn hóa|nhà thi đấu|nhà hát|sân |trung tâm|quảng trường|công viên|khu |khách sạn"
    r"|rạp|tỉnh |thành phố |TP|huyện |thị xã |xã |phường |[A-ZĐ])[^.;()]*?)"
    r"(?=\s(?:nhằm|để|với|do|cho|và\s(?:giao|tổ|tham|các hoạt)|trong|từ ngày|vào|theo|năm|có|là|được|gắn)\s|[.;()]|$)"
)
_SAME = 88
_BRIEF = 40
_TITLE = 320


def from_outline(root: Item, calendar: Calendar) -> list[Doing]:
    """Return the activities whose parts are labelled, and the items that stand beside them."""
    found = [item for item in root.below() if _is_activity(item)]
    beside = [item for item in _beside(found) if not _is_inside(item, found)]
    inside = [item for item in (*found, *beside) if not _contains(item, found)]
    ordered = sorted({id(item): item for item in inside}.values(), key=lambda item: item.line)
    return [_doing(item, calendar) for item in ordered]


def from_lists(root: Item, calendar: Calendar) -> list[Doing]:
    """Return what the sections on activities list, where nothing is labelled."""
    found: list[Item] = []
    for item in root.children:
        found += _listed(item, calendar)
    return [_doing(item, calendar) for item in found]


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
    return kept


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


def _is_label(item: Item) -> bool:
    """Whether an item is nothing but a labelled part of the one above it."""
    parts = labelled(item.text)
    return bool(parts) and item.text.startswith(parts[0].label)


def _own_parts(item: Item) -> Iterator[tuple[Labelled, Item]]:
    """The labelled parts of an item: in its own text, and in what stands right under it."""
    if not _is_label(item):
        yield from ((part, item) for part in labelled(item.text))
    for child in item.children:
        yield from ((part, child) for part in labelled(child.text) if _is_label(child))


def _is_activity(item: Item) -> bool:
    if item.parent is None or not item.text or _is_label(item) or _is_top(item):
        return False
    if section_of(item) in _NOT_ACTIVITIES or subject_of_short(item) in (
        *_NOT_ACTIVITIES,
        "period",
    ):
        return False
    sides = [side for part, _ in _own_parts(item) for side in part.sides]
    return bool(TELLING.intersection(sides))


def subject_of_short(item: Item) -> str | None:
    """Return what a short heading is about; a long title only mentions such words."""
    return subject_of(item.text) if len(item.text) < _BRIEF else None


def _is_top(item: Item) -> bool:
    """Whether an item is a section of the plan, which has parts of its own at most."""
    return item.kind == "roman" and item.parent is not None and item.parent.parent is None


def _beside(found: Sequence[Item]) -> Iterator[Item]:
    """The items in the same list as an activity: one without labels is an activity as well."""
    kinds = {(id(item.parent), item.kind) for item in found}
    for item in found:
        for other in item.parent.children if item.parent else ():
            same = (id(other.parent), other.kind) in kinds and other.kind in (
                "arabic",
                "dotted",
                "letter",
                "paren",
            )
            if (
                same
                and not _is_label(other)
                and other.text
                and not _TARGET.match(other.text.lower())
            ):
                yield other


def _is_inside(item: Item, found: Iterable[Item]) -> bool:
    ids = {id(each) for each in found}
    return any(id(each) in ids for each in item.above())


def _contains(item: Item, found: Iterable[Item]) -> bool:
    """Whether other activities with numbers of their own stand under an item."""
    return any(_is_under(other, item) for other in found if other is not item)


def _is_under(item: Item, other: Item) -> bool:
    return any(each is other for each in item.above())


def _listed(item: Item, calendar: Calendar) -> list[Item]:
    """What a section lists: its innermost numbered items, or its bullets where it has no numbers."""
    about = subject_of(item.text)
    if about == "period":
        return [each for each in _leaves(item) if _is_dated(each, calendar)]
    if about not in ("activities", "measures", None) or (about is None and _is_top(item)):
        return []
    inner = item.numbered
    if inner:
        return [each for child in inner for each in _within(child, calendar)]
    bullets = [child for child in item.children if child.kind in ("dash", "star", "plus")]
    return [child for child in bullets if not _TARGET.match(child.text.lower())]


def _within(item: Item, calendar: Calendar) -> list[Item]:
    about = subject_of(item.text) if len(item.text) < 2 * _BRIEF else None
    if about in _NOT_ACTIVITIES and item.children:
        return []
    if about == "period":
        return [each for each in _leaves(item) if _is_dated(each, calendar)]
    if item.numbered:
        return [each for child in item.numbered for each in _within(child, calendar)]
    dated = [
        child
        for child in item.children
        if child.kind in ("dash", "star", "plus") and times_within(child.text, calendar)
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
    if not dates or _is_pure_label(item):
        return False
    before = item.text[: dates[0].offset].strip(" :-–(")
    after = item.text[dates[-1].offset + dates[-1].length :].strip(" :-–).;")
    return len(before.split()) > 2 or len(after.split()) > 2  # noqa: PLR2004 - words of a title


def _is_pure_label(item: Item) -> bool:
    parts = labelled(item.text)
    return bool(parts) and item.text.startswith(parts[0].label)


def _doing(item: Item, calendar: Calendar) -> Doing:
    parts = [(part, holder) for part, holder in _own_parts(item)]
    lead, coordinating, label, line = _units(parts, item)
    return Doing(
        no=item.label,
        section=item.section,
        title=_title(item, parts, calendar),
        group=_group(item),
        times=tuple(_times(item, parts, calendar)),
        place=_statement(parts, "place") or _venue(item),
        participants=_statement(parts, "participants"),
        lead=lead,
        lead_label=label,
        lead_line=line,
        coordinating=coordinating,
        content=tuple(_content(item, parts)),
    )


def _group(item: Item) -> str:
    """The heading above an item, where it is no section of the plan."""
    above = item.parent
    return above.text.strip(" .:") if above and above.parent and not _is_top(above) else ""


def _title(item: Item, parts: Sequence[tuple[Labelled, Item]], calendar: Calendar) -> Said:
    text = unlabelled(item.text).strip(" :;,-–")
    if not text or _NAMELESS.match(text.lower()):
        for part, holder in parts:
            if "content" in part.sides:
                return _first_statement(part, holder)
    if item.kind in ("dash", "plus", "star") or section_of(item) == "period":
        text = _without_dates(text, calendar)
    return Said(_first_sentence(text), item.line, item.section)


def _first_statement(part: Labelled, holder: Item) -> Said:
    if part.value or not holder.children:
        return Said(_first_sentence(part.value or part.label), holder.line, holder.section)
    first = holder.children[0]
    return Said(_first_sentence(first.text), first.line, first.section)


def _without_dates(text: str, calendar: Calendar) -> str:
    dates = days_in(text, calendar)
    if not dates:
        return text
    before = text[: dates[0].offset].strip(" :;,-–(")
    after = text[dates[-1].offset + dates[-1].length :].strip(" :;,-–).")
    return before if len(before.split()) > 2 else after or text  # noqa: PLR2004 - words of a title


def _first_sentence(text: str) -> str:
    """The title that a paragraph begins with: its first sentence, where that is no abbreviation."""
    short = re.match(r".{25,}?[^\d\s.][^\s.](?:[.;](?=\s+[A-ZĐÂÊÔƠƯÁÀẢÃẠ])|:(?=\s+\S))", text)
    kept = short[0] if short and len(text) > _TITLE // 2 else text
    return kept.strip(" :;,-–")


def _times(
    item: Item, parts: Sequence[tuple[Labelled, Item]], calendar: Calendar
) -> Iterator[When]:
    labelled_ones = [(part, holder) for part, holder in parts if "time" in part.sides]
    anything = False
    for part, holder in labelled_ones:
        due = bool(_DUE.search(part.label.lower()))
        tentative = "dự kiến" in part.label.lower()
        for text, line in _values(part, holder):
            for time in times_of(text, calendar, due=due, tentative=tentative):
                anything = True
                yield When(time, line, holder.paragraph.text)
    if not anything:
        for each in (item, *item.below()):
            tentative = "dự kiến" in each.text.lower()
            for time in times_within(each.text, calendar):
                scoped = time if each is item else _scoped(time, each.text)
                final = scoped.model_copy(update={"tentative": scoped.tentative or tentative})
                yield When(final, each.line, each.paragraph.text)


def _scoped(time: Time, text: str) -> Time:
    """The time with the words before a colon as what it is about."""
    head, colon, _ = text.partition(":")
    if colon and 1 < len(head.split()) <= 15 and time.text not in head:
        return time.model_copy(update={"scope": head.strip()})
    return time


def _values(part: Labelled, holder: Item) -> Iterator[tuple[str, int]]:
    """What a label says, and what the items under it say where it is a list."""
    if part.value:
        yield part.value, holder.paragraph.line_at(holder.offset + part.offset)
    if holder.kind is not None and _is_label(holder):
        yield from ((each.text, each.line) for each in holder.below())


def _statement(parts: Sequence[tuple[Labelled, Item]], side: Side) -> Said | None:
    for part, holder in parts:
        if side in part.sides:
            values = list(_values(part, holder))
            text = "; ".join(value.strip(" ;") for value, _ in values if value)
            if side == "place" and "time" in part.sides:
                text = _after_time(text)
            if text:
                return Said(text, values[0][1], holder.section)
    return None


def _venue(item: Item) -> Said | None:
    """The place that the item itself names: "tổ chức lễ mít tinh … tại Trung tâm văn hóa huyện"."""
    match = _VENUE.search(_QUOTES.sub("", item.text))
    return Said(match["place"].strip(" ,"), item.line, item.section) if match else None


def _after_time(text: str) -> str:
    """The place in "8h ngày 5/6, tại hội trường A"."""
    match = re.search(r"(?:^|[,;.\s])(?:tại|Tại|ở)\s+.+", text)
    return match[0].strip(" ,;.") if match else ""


def _units(
    parts: Sequence[tuple[Labelled, Item]], item: Item
) -> tuple[tuple[str, ...], tuple[str, ...], str, int]:
    lead: list[tuple[str, ...]] = []
    coordinating: list[tuple[str, ...]] = []
    label, line = "", item.line
    for part, holder in parts:
        if not {"lead", "coordinating"}.intersection(part.sides):
            continue
        for text, at in _values(part, holder):
            leads, helps = _shared(part, text)
            lead.append(leads)
            coordinating.append(helps)
            if leads and not label:
                label, line = part.label, at
    if not (lead or coordinating):
        leads, helps = _by_reading(item)
        return leads, helps, "", item.line
    return together(lead), together(coordinating), label, line


def _shared(part: Labelled, text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Whom a labelled part names, as leading and as coordinating."""
    if part.sides >= {"lead", "coordinating"}:
        leads, helps = leading_and_coordinating(text)
        return (leads, helps) if helps else (leads, leads)
    if "coordinating" in part.sides:
        return (), units(text)
    return leading_and_coordinating(_without_task(text))


def _without_task(text: str) -> str:
    """The units of "Tham mưu tổ chức: Văn phòng, …", where a list says who does what."""
    head, colon, rest = text.partition(": ")
    return rest if colon and len(head.split()) < 6 else text  # noqa: PLR2004 - words of a task


def _by_reading(item: Item) -> tuple[tuple[str, ...], tuple[str, ...]]:
    starts = [0, *(match.end() for match in _CLAUSE.finditer(item.text))]
    for start in starts:
        found = subject(item.text[start:])
        if found[0]:
            return found
    return (), ()


def _content(item: Item, parts: Sequence[tuple[Labelled, Item]]) -> Iterator[Said]:
    told = {
        id(holder) for part, holder in parts if "content" not in part.sides and holder is not item
    }
    rest = (
        item.text[len(_first_sentence(unlabelled(item.text))) :] if not labelled(item.text) else ""
    )
    if rest.strip(" .;:"):
        yield Said(rest.strip(" .;:"), item.line, item.section)
    for child in item.children:
        if id(child) in told:
            continue
        yield from _statements(child)


def _statements(item: Item) -> Iterator[Said]:
    part = next(iter(labelled(item.text)), None)
    text = part.value if part and "content" in part.sides else item.text
    if text.strip(" :.;"):
        yield Said(text.strip(" ;"), item.line, item.section)
    for child in item.children:
        yield from _statements(child)

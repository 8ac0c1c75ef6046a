"""An item of the outline as an activity: its title, times, place and units."""

import re
from collections.abc import Iterator, Sequence

from campaign.language.patterns import phrase
from campaign.plan.model import Time
from campaign.reader.findings import Doing, Said, When
from campaign.reader.labels import Labelled, Side, labelled, unlabelled
from campaign.reader.outline import Item
from campaign.reader.sessions import places
from campaign.reader.telling import invited, leading, venue
from campaign.reader.times import Calendar, times_of, times_within
from campaign.reader.titles import first_sentence, title_of
from campaign.reader.units import leading_and_coordinating, together, units

_DUE = re.compile(phrase(r"hoàn thành|thời hạn|^hạn"))
_ABOUT: frozenset[Side] = frozenset({"content", "budget"})
_SCOPE = 15
_TASK = 6
"""Words of what is due, before a deadline: "Đăng ký danh sách trước ngày 25/4"."""


def doing_of(item: Item, calendar: Calendar) -> Doing:
    """Return the activity that `item` and what stands under it describe."""
    parts = list(own_parts(item))
    lead, coordinating, label, line = _units(parts, item)
    return Doing(
        no=item.label,
        section=item.section,
        title=title_of(item, parts, calendar),
        group=_group(item),
        times=tuple(_times(item, parts, calendar)),
        place=_statement(parts, "place") or _beside_time(parts) or venue(item, calendar),
        participants=_statement(parts, "participants") or invited(item),
        lead=lead,
        lead_label=label,
        lead_line=line,
        coordinating=coordinating,
        content=tuple(_content(item, parts)),
    )


def is_label(item: Item) -> bool:
    """Whether an item is nothing but a labelled part of the one above it."""
    parts = labelled(item.text)
    return bool(parts) and item.text.startswith(parts[0].label)


def own_parts(item: Item) -> Iterator[tuple[Labelled, Item]]:
    """The labelled parts of an item: in its own text, and in what stands right under it."""
    if not is_label(item):
        yield from ((part, item) for part in labelled(item.text))
    for child in item.children:
        if child.kind is None or is_label(child):
            yield from ((part, child) for part in labelled(child.text))


def is_top(item: Item) -> bool:
    """Whether an item is a section of the plan, which has parts of its own at most."""
    return item.kind == "roman" and item.parent is not None and item.parent.parent is None


def _group(item: Item) -> str:
    """The heading above an item, where it is no section of the plan."""
    above = item.parent
    return above.text.strip(" .:") if above and above.parent and not is_top(above) else ""


def _times(
    item: Item, parts: Sequence[tuple[Labelled, Item]], calendar: Calendar
) -> Iterator[When]:
    """The times after labels; where there are none, those that the item and its parts mention."""
    told = [time for part, holder in parts for time in _labelled_times(part, holder, calendar)]
    yield from told or _mentioned_times(item, calendar)


def _labelled_times(part: Labelled, holder: Item, calendar: Calendar) -> Iterator[When]:
    if "time" not in part.sides:
        return
    label = part.label.lower()
    due, tentative = bool(_DUE.search(label)), "dự kiến" in label
    for text, line in _values(part, holder):
        for time in times_of(text, calendar, due=due, tentative=tentative):
            yield When(time, _line_of(time, holder, line), holder.paragraph.text)


def _mentioned_times(item: Item, calendar: Calendar) -> Iterator[When]:
    for each in (item, *item.below()):
        tentative = "dự kiến" in each.text.lower()
        for time in times_within(each.text, calendar):
            scoped = time if each is item else _scoped(time, each.text)
            final = scoped.model_copy(update={"tentative": scoped.tentative or tentative})
            yield When(final, _line_of(time, each, each.line), each.paragraph.text)


def _line_of(time: Time, holder: Item, line: int) -> int:
    """The line that the words of a time begin on; `line` where they are not as printed."""
    at = holder.paragraph.text.find(time.text)
    return holder.paragraph.line_at(at) if at >= 0 else line


def _scoped(time: Time, text: str) -> Time:
    """The time with the words before a colon, or before a deadline, as what it is about."""
    clause = re.split(r"[.;]\s", text[: max(text.find(time.text), 0)])[-1]
    head, colon, _ = clause.partition(":")
    if colon and 1 < len(head.split()) <= _SCOPE:
        return time.model_copy(update={"scope": head.strip()})
    due = re.split(r"[,;.]\s", clause)[-1].strip(" ,(")
    if time.kind == "deadline" and not colon and 1 < len(due.split()) <= _TASK:
        return time.model_copy(update={"scope": due})
    return time


def _values(part: Labelled, holder: Item) -> Iterator[tuple[str, int]]:
    """What a label says, and what the items under it say where it is a list."""
    if part.value:
        yield part.value, holder.paragraph.line_at(holder.offset + part.offset)
    if holder.kind is not None and is_label(holder):
        yield from ((each.text, each.line) for each in holder.below())


def _statement(parts: Sequence[tuple[Labelled, Item]], side: Side) -> Said | None:
    for part, holder in parts:
        if side in part.sides:
            values = list(_values(part, holder))
            text = "; ".join(value.strip(" ;") for value, _ in values if value)
            if side == "place" and "time" in part.sides:
                text = places(value for value, _ in values)
            if text:
                return Said(text, values[0][1], holder.section)
    return None


def _beside_time(parts: Sequence[tuple[Labelled, Item]]) -> Said | None:
    """The place that stands after the time: "8h ngày 5/6, tại hội trường A"."""
    for part, holder in parts:
        if "time" in part.sides:
            values = list(_values(part, holder))
            if place := places(value for value, _ in values):
                return Said(place, values[0][1], holder.section)
    return None


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
        leads, helps = leading(item)
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


def _content(item: Item, parts: Sequence[tuple[Labelled, Item]]) -> Iterator[Said]:
    told = {
        id(holder)
        for part, holder in parts
        if "content" not in part.sides and holder is not item and is_label(holder)
    }
    rest = (
        item.text[len(first_sentence(unlabelled(item.text))) :] if not labelled(item.text) else ""
    )
    if rest.strip(" .;:"):
        yield Said(rest.strip(" .;:"), item.line, item.section)
    for part, holder in parts:
        if _ABOUT.intersection(part.sides) and (holder is item or id(holder) in told):
            yield Said(f"{part.label}: {part.value}", holder.line, holder.section)
    for child in item.children:
        if id(child) in told:
            continue
        yield from _statements(child)


def _statements(item: Item) -> Iterator[Said]:
    part = next(iter(labelled(item.text)), None)
    if part and "content" in part.sides:
        text = part.value
    else:
        text = unlabelled(item.text) if item.kind is None else item.text
    if text.strip(" :.;"):
        yield Said(text.strip(" ;"), item.line, item.section)
    for child in item.children:
        yield from _statements(child)

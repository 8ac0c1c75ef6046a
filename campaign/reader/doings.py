"""An item of the outline as an activity: its title, times, place and units."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from campaign.reader.findings import Doing, Said
from campaign.reader.labels import Labelled, Side, is_of_entry, labelled, unlabelled
from campaign.reader.outline import Item
from campaign.reader.parts import Parts, is_label, is_round, is_top, own_parts, round_of, values
from campaign.reader.sessions import bare_place, places
from campaign.reader.telling import invited, leading, venue
from campaign.reader.times import Calendar
from campaign.reader.titles import first_sentence, title_of
from campaign.reader.units import leading_and_coordinating, together, units
from campaign.reader.whens import whens

_VERBS = ("giao", "phân công")
"""What begins a sentence that gives the work to somebody, and heads no list of units."""
_ABOUT: frozenset[Side] = frozenset({"content", "budget"})


def doing_of(item: Item, calendar: Calendar) -> Doing:
    """Return the activity that `item` and what stands under it describe."""
    parts = list(own_parts(item))
    lead, coordinating, label, line = _units(parts, item, calendar)
    return Doing(
        no=item.label,
        section=item.section,
        title=title_of(item, parts, calendar),
        group=_group(item),
        times=tuple(whens(item, parts, calendar)),
        place=_place(parts) or venue(item, calendar),
        participants=_participants(parts) or invited(item),
        lead=lead,
        lead_label=label,
        lead_line=line,
        coordinating=coordinating,
        content=tuple(_content(item, parts)),
    )


def _group(item: Item) -> str:
    """The heading above an item, where it is no section of the plan."""
    above = item.parent
    return above.text.strip(" .:") if above and above.parent and not is_top(above) else ""


def _place(parts: Parts) -> Said | None:
    """Where it takes place: of several rounds, where each does."""
    named = [each for part, holder in parts if (each := _placed(part, holder, parts))]
    if len({said.text for _, said in named}) > 1:
        texts = [f"{name}: {bare_place(said.text)}" if name else said.text for name, said in named]
        return replace(named[0][1], text="; ".join(dict.fromkeys(texts)))
    return next((said for _, said in named), None) or _beside_time(parts)


def _placed(part: Labelled, holder: Item, parts: Parts) -> tuple[str, Said] | None:
    """A place, and the round or the day that it is for."""
    if "place" not in part.sides:
        return None
    found = list(values(part, holder))
    text = "; ".join(value.strip(" ;") for value, _ in found if value)
    if "time" in part.sides:
        text = places(value for value, _ in found)
    days = (p.value for p, h in parts if h is holder and p.sides == {"time"})
    name = round_of(holder) or next(days, "")
    return (name, Said(text, found[0][1], holder.section)) if text else None


def _beside_time(parts: Parts) -> Said | None:
    """The place that stands after the time: "8h ngày 5/6, tại hội trường A"."""
    for part, holder in parts:
        if "time" in part.sides and not is_of_entry(part.label):
            found = list(values(part, holder))
            if place := places(value for value, _ in found):
                return Said(place, found[0][1], holder.section)
    return None


def _participants(parts: Parts) -> Said | None:
    """Who takes part, and how many."""
    found = [
        Said(value.strip(" ;"), line, holder.section)
        for part, holder in parts
        if "participants" in part.sides
        for value, line in values(part, holder)
    ]
    texts = dict.fromkeys(said.text for said in found if said.text)
    return replace(found[0], text="; ".join(texts)) if texts else None


def _units(
    parts: Parts, item: Item, calendar: Calendar
) -> tuple[tuple[str, ...], tuple[str, ...], str, int]:
    lead: list[tuple[str, ...]] = []
    coordinating: list[tuple[str, ...]] = []
    label, line = "", item.line
    for part, holder in parts:
        if not {"lead", "coordinating"}.intersection(part.sides):
            continue
        for text, at in values(part, holder):
            leads, helps = _shared(part, text)
            lead.append(leads)
            coordinating.append(helps)
            if leads and not label and part.label.lower() not in _VERBS:
                label, line = part.label, at
    if not any(lead):
        leads, helps = leading(item, calendar)
        helps = together([*coordinating, helps])
        return leads, tuple(unit for unit in helps if unit not in leads), "", item.line
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


def _content(item: Item, parts: Parts) -> Iterator[Said]:
    several = sum(is_round(each) and bool(each.children) for each in item.children) > 1
    labels = {
        id(holder)
        for part, holder in parts
        if "content" not in part.sides and holder is not item and is_label(holder)
        if holder.parent is item or not several
    }
    title = unlabelled(item.text)
    if rest := title[len(first_sentence(title)) :].strip(" .;:"):
        yield Said(rest[:1].upper() + rest[1:], item.line, item.section)
    for part, holder in parts:
        if holder is item or id(holder) in labels:
            yield from _about(part, holder)
    yield from _rounds(parts, item)
    for child in item.children:
        if id(child) not in labels:
            yield from _statements(child, labels)


def _rounds(parts: Parts, item: Item) -> Iterator[Said]:
    """The rows that say of each day where it is held, or by whom: as they are, since they belong
    together.
    """
    held = [
        holder
        for part, holder in parts
        if part.sides == {"time"} and holder is not item and is_label(holder)
        if any(h is holder and not p.sides <= {"time", "content"} for p, h in parts)
    ]
    if len(held) > 1:
        yield from (Said(each.text.strip(" ;"), each.line, each.section) for each in held)


def _about(part: Labelled, holder: Item) -> Iterator[Said]:
    if _ABOUT.intersection(part.sides) and part.value.strip(" .;"):
        text = f"{part.label}: {part.value}" if part.label else part.value
        yield Said(text.strip(" ;"), holder.line, holder.section)


def _statements(item: Item, labels: Collection[int]) -> Iterator[Said]:
    """What an item says that is no label's, and what stands under it but the `labels`."""
    parts = labelled(item.text) if item.kind is None else []
    first = next(iter(labelled(item.text)), None)
    if first and "content" in first.sides and item.text.startswith(first.label):
        named = not first.label.lower().startswith("nội dung") and first.value
        text = f"{first.label}: {first.value}" if named else first.value
        if not text and any(letter.isdigit() for letter in first.label):
            text = first.label
        if text:
            yield Said(text.strip(" ;"), item.line, item.section)
        parts = labelled(item.text)[1:]
    else:
        text = unlabelled(item.text) if item.kind is None else item.text
        if text.strip(" :.;"):
            yield Said(text.strip(" ;"), item.line, item.section)
    for part in parts:
        yield from _about(part, item)
    for child in item.children:
        if id(child) not in labels:
            yield from _statements(child, labels)

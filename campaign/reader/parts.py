"""The labelled parts of an item, in its own words and in what stands under it."""

from collections.abc import Iterator, Sequence

from campaign.reader.headings import subject_of_heading
from campaign.reader.labels import Labelled, labelled
from campaign.reader.markers import BULLETS, NUMBERED
from campaign.reader.outline import Item
from campaign.reader.sessions import is_session, session_of
from campaign.reader.units import subject

Parts = Sequence[tuple[Labelled, Item]]


def is_label(item: Item) -> bool:
    """Whether an item is nothing but a labelled part of the one above it."""
    parts = labelled(item.text)
    return bool(parts) and item.text.startswith(parts[0].label)


def is_top(item: Item) -> bool:
    """Whether an item is a section of the plan, which has parts of its own at most."""
    return item.kind == "roman" and item.parent is not None and item.parent.parent is None


def is_round(item: Item) -> bool:
    """Whether an item is one of the parts that the activity above it is held in: "Lớp 1 …"."""
    above = item.parent
    if above is None or above.parent is None or is_top(above) or not is_session(item.text):
        return False
    if item.kind in BULLETS:
        return True
    titled = subject_of_heading(above) in (None, "activities")
    return titled and all(is_session(each.text) for each in above.numbered)


def round_of(item: Item) -> str:
    """Return the name of the round that an item is, or that it is a label of; "" for neither."""
    above = item.parent
    inside = above is not None and is_label(item) and is_round(above)
    return session_of(item.text) or (session_of(above.text) if above and inside else "")


def is_charge(item: Item) -> bool:
    """Whether a bullet is the one under an activity that says who does what: "Văn phòng tham mưu
    kịch bản; phối hợp: Ban A".
    """
    above = item.parent
    if above is None or above.kind not in NUMBERED or is_top(above):
        return False
    charges = [each for each in above.children if _charges(each)]
    return len(charges) == 1 and charges[0] is item


def _charges(item: Item) -> bool:
    sides = {side for part in labelled(item.text) for side in part.sides}
    if item.kind not in BULLETS or not sides or not sides <= {"lead", "coordinating"}:
        return False
    return not is_label(item) and bool(subject(item.text)[0])


def own_parts(item: Item) -> Iterator[tuple[Labelled, Item]]:
    """The labelled parts of an item: in its own text, and in what stands right under it."""
    if not is_label(item):
        yield from ((part, item) for part in labelled(item.text))
    for child in item.children:
        if child.kind is None or is_label(child) or is_session(child.text) or is_charge(child):
            yield from ((part, child) for part in labelled(child.text))
        if is_round(child):
            inner = (each for each in child.children if is_label(each))
            yield from ((part, each) for each in inner for part in labelled(each.text))


def values(part: Labelled, holder: Item) -> Iterator[tuple[str, int]]:
    """What a label says, and what the items under it say where it is a list."""
    if part.value:
        yield part.value, holder.paragraph.line_at(holder.offset + part.offset)
    if holder.kind is not None and is_label(holder):
        yield from ((each.text, each.line) for each in holder.below())


def told(parts: Parts, item: Item) -> set[int]:
    """The items under `item` that are labels of it, by their ids."""
    return {id(holder) for _, holder in parts if holder is not item and is_label(holder)}

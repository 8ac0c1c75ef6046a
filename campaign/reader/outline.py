"""The outline of a document: its items under their headings, by the marks they begin with."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from campaign.reader.lines import Paragraph
from campaign.reader.markers import NUMBERED, RANKS, Kind, marker

_HEADING_LENGTH = 120


@dataclass
class Item:
    """A paragraph and those that belong to it. `label` is what it was numbered with.

    `text` is the paragraph without its mark, `offset` where it begins in the paragraph.
    """

    kind: Kind | None
    label: str
    text: str
    paragraph: Paragraph
    parent: "Item | None" = field(default=None, repr=False)
    children: list["Item"] = field(default_factory=list)

    @property
    def line(self) -> int:
        """The line it begins on."""
        return self.paragraph.line

    @property
    def offset(self) -> int:
        """Where `text` begins in the paragraph."""
        return len(self.paragraph.text) - len(self.text)

    @property
    def section(self) -> str:
        """Its place in the document: "III.1.a". A dotted number tells its own place."""
        above = self.parent.section if self.parent else ""
        if self.kind not in NUMBERED:
            return above
        inside = self.kind == "dotted" and self.parent and self.parent.kind in ("arabic", "dotted")
        own = self.label.rpartition(".")[2] if inside else self.label
        return f"{above}.{own}".lstrip(".")

    @property
    def numbered(self) -> list["Item"]:
        """The children that have a number or a letter."""
        return [child for child in self.children if child.kind in NUMBERED]

    def above(self) -> Iterator["Item"]:
        """What it stands under, the nearest first."""
        item = self.parent
        while item is not None:
            yield item
            item = item.parent

    def below(self) -> Iterator["Item"]:
        """Everything under it, in the order of the document."""
        for child in self.children:
            yield child
            yield from child.below()


def outline(paragraphs: Sequence[Paragraph]) -> Item:
    """Return the root of the outline of `paragraphs`; it has no text of its own."""
    root = Item(None, "", "", Paragraph("", ((0, 0),)))
    stack = [root]
    items = [_item(paragraph) for paragraph in paragraphs]
    ranks = _ranks(items)
    for item in items:
        if item.kind is None:
            item.parent = (
                stack[-1] if stack[-1].kind not in ("dash", "plus", "star") else _holder(stack)
            )
            item.parent.children.append(item)
            continue
        _close(stack, item, ranks)
        item.parent = stack[-1]
        stack[-1].children.append(item)
        stack.append(item)
    return root


def _item(paragraph: Paragraph) -> Item:
    found = marker(paragraph.text)
    if found is None and _is_capital_heading(paragraph.text):
        return Item("roman", "", paragraph.text, paragraph)
    if found is None:
        return Item(None, "", paragraph.text, paragraph)
    return Item(found.kind, found.label, found.rest, paragraph)


def _is_capital_heading(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return text.isupper() and 8 <= len(letters) <= _HEADING_LENGTH and ":" not in text[:-1]  # noqa: PLR2004 - letters of a heading


def _holder(stack: Sequence[Item]) -> Item:
    """An unmarked paragraph belongs beside the bullets, and not to the last of them."""
    return next(item for item in reversed(stack) if item.kind not in ("dash", "plus", "star"))


def _ranks(items: Sequence[Item]) -> Mapping[Kind, int]:
    """How deep each kind of mark stands: letters in capitals may be above Roman figures."""
    first = next(
        (item.kind for item in items if item.kind in ("roman", "capital") and item.label), None
    )
    return {**RANKS, "capital": 0} if first == "capital" else RANKS


def _close(stack: list[Item], item: Item, ranks: Mapping[Kind, int]) -> None:
    """Leave what `item` does not stand under: all down to its own kind, or to a lower rank."""
    kind = item.kind
    if kind is None:
        return
    same = [n for n, each in enumerate(stack) if each.kind == kind]
    if same and not (kind == "arabic" and _restarts(item, stack, same[-1])):
        depth = same[-1]
        if kind == "dotted":
            depth = _dotted_depth(stack, item)
        del stack[depth:]
        return
    while len(stack) > 1 and (top := stack[-1].kind) and ranks[top] > ranks[kind]:
        stack.pop()


def _restarts(item: Item, stack: Sequence[Item], place: int) -> bool:
    """Whether "1." begins a list inside the item of the same kind at `place` in the stack."""
    inside = stack[place + 1 :]
    return (
        item.label == "1"
        and stack[place].label not in ("", "0")
        and any(each.kind in ("letter", "dotted") for each in inside)
    )


def _dotted_depth(stack: Sequence[Item], item: Item) -> int:
    """ "1.2.1" stands under "1.2", and beside "1.2.3"."""
    parts = item.label.count(".")
    for depth, each in enumerate(stack):
        if each.kind == "dotted" and each.label.count(".") >= parts:
            return depth
    return (
        len(stack)
        if stack[-1].kind == "dotted"
        else next(n + 1 for n in range(len(stack) - 1, -1, -1) if stack[n].kind == "dotted")
    )

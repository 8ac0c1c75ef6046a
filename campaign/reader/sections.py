"""What a plan says beside its activities: theme, slogans, period, aims, funds, who does what."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from campaign.language.patterns import phrase
from campaign.reader.findings import Said, Sections
from campaign.reader.headings import section_of, subject_of, subjects
from campaign.reader.labels import labelled
from campaign.reader.outline import Item
from campaign.reader.parts import is_label, is_top
from campaign.reader.period import RUNS, period
from campaign.reader.stops import parted
from campaign.reader.times import Calendar, days_in

_QUOTED = re.compile(r"[“\"«](?P<said>[^”\"»]{6,200})[”\"»]")
_THEME = re.compile(phrase(r"chủ đề(?P<of>[^:“\"«]{0,120}?)(?P<sign>:| là |[“\"«]|$)"))
_WITH_THEME = re.compile(phrase(r"(?:với|mang|có) chủ đề[^“\"«]{0,60}[“\"«]"))
_SLOGANS = re.compile(r"[^:“\"«]{0,60}:\s*(?=[“\"«])")
_BASIS = re.compile(phrase(r"căn cứ|thực hiện|theo|trên cơ sở|thi hành|tiếp tục thực hiện"))
_CLOSING = re.compile(r"Trên đây là (?:toàn bộ )?(?:nội dung )?(?:Kế hoạch|kế hoạch)")
_CLAUSE = re.compile(r"[,;.]\s")
_UNIT_WORDS = 18
_TELLING = 8
_HEADING = 25
"""How many words head a list."""
_ACTIVITY = ("activities", "measures")


def sections(
    root: Item,
    preamble: Sequence[Said],
    calendar: Calendar,
    taken: Collection[int] = (),
    told: Collection[int] = (),
) -> Sections:
    """Return what the sections under `root` say; `preamble` stands before the first of them.

    `taken` are lines with times of activities, which are no times of the whole; `told` those with
    anything that activities say.
    """
    return Sections(
        theme=_theme(root, preamble),
        slogans=tuple(_slogans(root)),
        period=period(root, calendar, taken),
        purposes=tuple(_aims(root)),
        requirements=tuple(_statements(root, "requirements")),
        bases=tuple(each for each in preamble if _BASIS.match(each.text.lower())),
        budget=tuple(_of_top(root, "budget")),
        organisation=tuple(
            part
            for said in (
                *_of_top(root, "organisation"),
                *_of_other_tops(root, taken),
                *_beside_period(root, taken),
                *_beside_activities(root, told),
            )
            for part in _by_day(said, calendar)
        ),
        places=tuple(_places(root)),
    )


def _theme(root: Item, preamble: Sequence[Said]) -> Said | None:
    for item in root.below():
        if section_of(item) in _ACTIVITY and subject_of(item.text[:60]) != "theme":
            continue
        if found := _theme_in(item):
            return found
    for each in preamble:
        lowered = each.text.lower()
        if (match := _WITH_THEME.search(lowered)) and (
            said := _QUOTED.search(each.text, match.end() - 1)
        ):
            return Said(_unquoted(said["said"]), each.line, each.section)
    return None


def _theme_in(item: Item) -> Said | None:
    match = _THEME.match(item.text.lower()) or (
        _THEME.search(item.text.lower()) if ":" in item.text[:90] else None
    )
    if match is None or subject_of(item.text[:90]) not in ("theme", "slogans"):
        return None
    rest = item.text[match.start("sign") :].lstrip(": ")
    rest = re.sub(r"^là\s+", "", rest)
    if said := _QUOTED.search(rest):
        return Said(_unquoted(said["said"]), item.line, item.section)
    if len(rest.split()) > 2 and match["sign"].strip() in (":", "là"):  # noqa: PLR2004 - words of a theme
        return Said(_unquoted(rest), item.line, item.section)
    listed = _listed(item)
    if any(subject_of(child.text[:60]) in ("theme", "slogans") for child in listed):
        return None
    if not match["sign"].strip() or not rest:
        for child in listed[:2]:
            said = _QUOTED.search(child.text)
            inner = _THEME.search(child.text.lower())
            if said or not inner:
                return Said(
                    _unquoted(said["said"] if said else child.text), child.line, item.section
                )
    return None


def _unquoted(text: str) -> str:
    return " ".join(text.split()).strip(' .;:“”"«»*')


def _slogans(root: Item) -> Iterator[Said]:
    for item in root.below():
        about = subject_of(item.text[:90])
        if about != "slogans" or len(item.text) > 160 or section_of(item) in _ACTIVITY:  # noqa: PLR2004 - letters
            continue
        if about == "slogans" and (inline := _SLOGANS.match(item.text)):
            for said in _QUOTED.finditer(item.text, inline.end()):
                yield Said(_slogan(said["said"]), item.line, item.section)
        under = _listed(item)
        listed = [child for child in under if child.text and not child.children]
        if any(subject_of(child.text[:40]) in ("theme", "slogans") for child in under):
            continue
        yield from (Said(_slogan(child.text), child.line, item.section) for child in listed)


def _listed(item: Item) -> list[Item]:
    """What stands under an item, or after an unmarked one that ends with a colon."""
    if item.kind is not None or item.parent is None or not item.text.endswith(":"):
        return item.children
    beside = item.parent.children
    place = next(n for n, each in enumerate(beside) if each is item)
    return list(takewhile(lambda each: each.kind is not None, beside[place + 1 :]))


def _slogan(text: str) -> str:
    return re.sub(r"^[“\"](.*)[”\"]$", r"\1", " ".join(text.split()).strip(" .;"))


def _aims(root: Item) -> list[Said]:
    """The aims, and the targets where a section of their own names them or nothing names aims."""
    aims = list(_statements(root, "purpose"))
    if not aims:
        return list(_statements(root, "target"))
    named = [top for top in root.children if is_top(top) and subjects(top.text) == {"target"}]
    return [*aims, *(said for top in named for item in top.children for said in _with_inner(item))]


def _statements(root: Item, subject: str) -> Iterator[Said]:
    """What stands under a heading about `subject`, or under one about several in which none tells."""
    for item in root.below():
        about = subjects(item.text) if len(item.text) < 90 else set()  # noqa: PLR2004 - letters
        if subject not in about or not item.children:
            continue
        inner = {s for child in item.children for s in subjects(child.text[:40]) if child.children}
        if subject == "requirements" and "purpose" in about:
            continue
        if inner & {"purpose", "requirements"}:
            continue
        for each in item.children:
            yield Said(_whole(each), each.line, each.section)
            for child in each.children:
                yield from _with_inner(child)
        return


def _whole(item: Item) -> str:
    return item.text.strip(" ;")


def _of_top(root: Item, subject: str) -> Iterator[Said]:
    for top in root.children:
        both = {"budget", "organisation"} <= subjects(top.text)
        if len(top.text) > 160 or not (subject_of(top.text) == subject or both):  # noqa: PLR2004 - letters
            continue
        head = top.text.partition(":")[2].strip()
        if len(head.split()) > 4:  # noqa: PLR2004 - words of a statement
            yield Said(head, top.line, top.section)
        for item in top.children:
            if not both or (subject_of(item.text[:40]) == "budget") == (subject == "budget"):
                yield from _with_inner(item)


def _of_other_tops(root: Item, taken: Collection[int]) -> Iterator[Said]:
    """What sections say that are about none of this, such as registration: it may be asked for."""
    for top in root.children:
        if top.kind is None or subject_of(top.text) not in (None, "reward"):
            continue
        if not any(item.line in taken for item in top.below()):
            for item in top.children:
                yield from _with_inner(item)


def _beside_period(root: Item, taken: Collection[int]) -> Iterator[Said]:
    """What a section on the time of the whole says besides: its name, its place, its extent."""
    for top in root.children:
        named = top.kind is not None and subject_of(top.text) in ("period", "theme", "slogans")
        if not (named and "period" in subjects(top.text)):
            continue
        if any(item.line in taken for item in top.below()):
            continue
        for item in top.children:
            told = item.text.startswith(("“", '"')) or RUNS.match(item.text.lower().strip(" .:"))
            timed = any("time" in part.sides for part in labelled(item.text))
            if not (told or timed) and subject_of(item.text[:40]) not in ("theme", "slogans"):
                yield from _with_inner(item)


def _beside_activities(root: Item, told: Collection[int]) -> Iterator[Said]:
    """What sections on activities say that is of none of them: a condition, a number to reach."""
    for item in root.below():
        if item.children or is_label(item) or section_of(item) not in _ACTIVITY or not told:
            continue
        if len(item.text.split()) >= _TELLING and not any(
            each.line in told for each in (item, *item.above())
        ):
            yield Said(item.text.strip(" ;"), item.line, item.section)


def _by_day(said: Said, calendar: Calendar) -> Iterator[Said]:
    """A statement with several days as one for each, under the unit that all of it is for."""
    head, colon, tasks = said.text.partition(": ")
    head = f"{head}: " if colon and len(head.split()) < _UNIT_WORDS else ""
    text = tasks if head else said.text
    days = days_in(text, calendar)
    ends = [m.start() for d in days[:-1] if (m := _CLAUSE.search(text, d.offset + d.length))]
    if len(days) < 2 or not ends:  # noqa: PLR2004 - days
        yield said
        return
    for start, end in pairwise([0, *dict.fromkeys(ends), len(text)]):
        yield Said(head + text[start:end].strip(" ,;."), said.line, said.section)


def _with_inner(item: Item, head: str = "") -> Iterator[Said]:
    """An item with what is under it: a unit, and each thing that it is to do.

    What is no item, but stands after one, says something of its own.
    """
    text = item.text.strip(" ;")
    after = [
        child
        for child in item.children
        if child.kind is None and (_is_over(item) or _CLOSING.match(child.text))
    ]
    under = [child for child in item.children if child not in after]
    if text.strip(".") and (not under or _is_over(item)):
        yield Said(f"{head}{text}", item.line, item.section)
    inside = head if _is_over(item) else f"{head}{text.strip(' :.')}: "
    for child in under:
        yield from _with_inner(child, inside)
    for child in after:
        closing = _CLOSING.match(child.text)
        yield from _with_inner(replace(child, text=parted(child.text)[1]) if closing else child)


def _is_over(item: Item) -> bool:
    """Whether an item says something by itself, and is no heading of what stands under it."""
    return item.text.rstrip().endswith((".", ";", "!", "…")) or len(item.text.split()) > _HEADING


def _places(root: Item) -> Iterator[Said]:
    for item in root.below():
        if section_of(item) in _ACTIVITY or section_of(item) == "organisation":
            continue
        for part in labelled(item.text):
            if "place" in part.sides and part.value:
                yield Said(part.value, item.line, item.section)

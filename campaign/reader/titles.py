"""What an item of the outline is called as an activity."""

import re
from collections.abc import Sequence

from campaign.language.patterns import phrase
from campaign.reader.findings import Said
from campaign.reader.headings import section_of
from campaign.reader.labels import Labelled, unlabelled
from campaign.reader.outline import Item
from campaign.reader.times import Calendar, days_in

_COUNTED = re.compile(
    r"^(?:Hoạt động|Nhiệm vụ|Nội dung|Công việc|Sự kiện)\s+(?:số\s+)?\d{1,2}\s*[:.]\s+(?=\S)"
)
_NAMELESS = re.compile(
    phrase(r"^(?:hoạt động|nội dung|nhiệm vụ|công việc|sự kiện)(?: số)?\s?\d*[.:]?$")
)
_NAMED = re.compile(
    r"(?P<name>[^\W\d_](?:[^\s:;.]+\s+){1,14}[^\s:;]+?)\s?:\s+(?P<more>[a-zà-ỹđ\d].*)$"
)
_FEWEST = 3
"""How many words say something of a name."""
_TITLE = 320


def title_of(item: Item, parts: Sequence[tuple[Labelled, Item]], calendar: Calendar) -> Said:
    """Return what an item is called: its own words, or what its content says first."""
    text = _COUNTED.sub("", unlabelled(item.text).strip(" :;,-–"))
    if not text or _NAMELESS.match(text.lower()):
        for part, holder in parts:
            if "content" in part.sides:
                return _first_statement(part, holder)
    timed = item.kind in ("dash", "plus", "star") or section_of(item) == "period"
    if timed or _begins_with_day(text, calendar):
        text = _without_dates(text, calendar)
    return Said(first_sentence(text), item.line, item.section)


def _first_statement(part: Labelled, holder: Item) -> Said:
    if part.value or not holder.children:
        return Said(first_sentence(part.value or part.label), holder.line, holder.section)
    first = holder.children[0]
    return Said(first_sentence(first.text), first.line, first.section)


def _begins_with_day(text: str, calendar: Calendar) -> bool:
    """Whether an item says first when, and then what: "Quý I/2026: Tổ chức hội nghị"."""
    dates = days_in(text, calendar)
    after = text[dates[0].offset + dates[0].length :] if dates else ""
    return (
        bool(dates)
        and not text[: dates[0].offset].strip(" (")
        and after.lstrip(" )").startswith(":")
    )


def _without_dates(text: str, calendar: Calendar) -> str:
    dates = days_in(text, calendar)
    if not dates:
        return text
    before = text[: dates[0].offset].strip(" :;,-–(")
    after = text[dates[-1].offset + dates[-1].length :].strip(" :;,-–).")
    return before if len(before.split()) > 2 else after or text  # noqa: PLR2004 - words of a title


def first_sentence(text: str) -> str:
    """The title that a paragraph begins with: its first sentence, where that is no abbreviation, or
    the name before a colon that more is said of.
    """
    if (named := _NAMED.match(text)) and len(named["more"].split()) >= _FEWEST:
        return named["name"].strip(" :;,-–")
    short = re.match(r".{25,}?[^\d\s.][^\s.](?:[.;](?=\s+[A-ZĐÂÊÔƠƯÁÀẢÃẠ])|:(?=\s+\S))", text)
    kept = short[0] if short and len(text) > _TITLE // 2 else text
    return kept.strip(" :;,-–")

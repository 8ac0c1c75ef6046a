"""When a campaign runs as a whole, and its peak."""

import re
from collections.abc import Collection
from dataclasses import replace

from campaign.language.patterns import phrase
from campaign.plan.model import Time
from campaign.reader.findings import Said, Span
from campaign.reader.headings import section_of
from campaign.reader.labels import labelled, sides_of
from campaign.reader.outline import Item
from campaign.reader.times import Calendar, times_of

RUNS = re.compile(
    phrase(
        r"^(?:về )?thời gian(?: thực hiện| tổ chức| triển khai| diễn ra| phát động| thi đua| dự kiến)*"
        r"(?: (?:của )?(?:tháng hành động|chiến dịch|phong trào|tuần lễ|tháng cao điểm|đợt cao điểm|kế hoạch)(?: \w+){0,6})?$"
    )
)
"""What heads the time of the whole."""
_PEAK = re.compile(phrase(r"thời gian[^:]{0,30} cao điểm"))


def period(root: Item, calendar: Calendar, taken: Collection[int]) -> Span | None:
    """Return the time of the whole; `taken` are lines with times of activities."""
    for item in root.below():
        if item.line in taken:
            continue
        if section_of(item) in ("activities", "measures", "organisation", "reward"):
            continue
        for part in labelled(item.text):
            if (
                "time" in part.sides
                and RUNS.match(part.label.lower())
                and (found := _span(part.value, item, calendar))
            ):
                return _of_a_peak(found, item)
        if RUNS.match(item.text.lower().strip(" .:")) or "time" in sides_of(item.text.strip(" .:")):
            for child in (each for each in item.children[:1] if each.line not in taken):
                inner = next(iter(labelled(child.text)), None)
                if found := _span(inner.value if inner else child.text, child, calendar):
                    return _of_a_peak(found, item)
    return None


def _of_a_peak(span: Span, item: Item) -> Span:
    """The span as a peak, where its heading says so: "Thời gian tháng cao điểm"."""
    headed = _PEAK.search(" ".join(each.text for each in (item, *item.above())).lower())
    if not headed or span.peak:
        return span
    whole = Time(text=span.text.text, start=span.start, end=span.end, kind="range", peak=True)
    return replace(span, peak=whole)


def _span(text: str, item: Item, calendar: Calendar) -> Span | None:
    times = times_of(text, calendar)
    whole = next((t for t in times if not t.peak and t.start and t.end), None)
    peak = next((t for t in times if t.peak and (t.start or t.end)), None)
    chosen = whole or peak
    if chosen is None or chosen.start is None or chosen.end is None:
        return None
    said = Said(text.strip(" ."), item.line, item.section)
    return Span(said, chosen.start, chosen.end, peak if whole else None)

"""Tasks in running text: "Giao Sở A chủ trì, phối hợp với Sở B tổ chức hội thi …, xong trước …"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from campaign.language.patterns import phrase
from campaign.plan.model import Time
from campaign.reader.doings import doing_of
from campaign.reader.findings import Doing, Said, When
from campaign.reader.headings import section_of
from campaign.reader.outline import Item
from campaign.reader.times import Calendar, days_in
from campaign.reader.units import task_of

_FEWEST = 3
"""A plan that gives its work so has several tasks."""
_MOST = 0.6
_TASK_WORDS = 4
_IDLE = re.compile(
    phrase(
        r"^(?:tổ chức |triển khai |thực hiện |hoàn thành )+(?:các |những |nội dung|nhiệm vụ|hoạt động|này)"
    )
)
_BEFORE_TIME = re.compile(
    phrase(
        r"[,;:]? (?:(?:bảo đảm |đảm bảo |thực hiện |phải |và |báo cáo |dự kiến |công bố )?(?:hoàn thành|xong|chậm nhất|muộn nhất|bắt đầu|thời gian|dự kiến|vào|trong|trước|từ|nhận hồ sơ|thực hiện)"
        r"(?: (?:vào|trong|từ|dự kiến|sáng|chiều|tối|dịp))*)$"
    )
)
_ALWAYS = re.compile(r"thường xuyên(?: trong năm)?|liên tục")
_END = re.compile(r";\s|:\s")


def tasks(root: Item, calendar: Calendar) -> list[Doing]:
    """Return the tasks of the sections on activities, where most of what those list is one."""
    listed = [item for item in root.below() if _is_listed(item)]
    found = [(item, given) for item in listed if (given := task_of(item.text)) and _tells(given[2])]
    if len(found) < _FEWEST or len(found) < _MOST * len(listed):
        return []
    numbers = _places([item for item, _ in found])
    return [
        _doing(item, given, calendar, number)
        for (item, given), number in zip(found, numbers, strict=True)
    ]


def _is_listed(item: Item) -> bool:
    if item.children or item.kind is None or section_of(item) not in ("activities", "measures"):
        return False
    return item.kind in ("dash", "star", "plus") or len(item.text.split()) > 2 * _TASK_WORDS


def _tells(task: str) -> bool:
    """Whether the words say what is to be done, and not only that it is."""
    return len(task.split()) >= _TASK_WORDS and not _IDLE.match(task.lower())


def _places(items: Sequence[Item]) -> Iterator[str]:
    """Where each stands among those of its section: "III.1.2"."""
    counted: dict[str, int] = {}
    for item in items:
        counted[item.section] = counted.get(item.section, 0) + 1
        yield f"{item.section}.{counted[item.section]}"


def _doing(
    item: Item,
    given: tuple[tuple[str, ...], tuple[str, ...], str],
    calendar: Calendar,
    place: str,
) -> Doing:
    lead, coordinating, task = given
    doing = doing_of(item, calendar)
    return replace(
        doing,
        section=place if item.kind in ("dash", "star", "plus") else doing.section,
        title=Said(_title(task, calendar), item.line, item.section),
        times=doing.times or tuple(_throughout(item)),
        lead=lead,
        coordinating=coordinating,
        content=(Said(item.text.strip(" .;"), item.line, item.section), *doing.content),
    )


def _throughout(item: Item) -> Iterator[When]:
    """That it goes on all the time, where a task says so instead of a day."""
    if match := _ALWAYS.search(item.text):
        yield When(Time(text=match[0], kind="ongoing"), item.line, item.text)


def _title(task: str, calendar: Calendar) -> str:
    """The task without when it is to be done."""
    task = re.sub(rf",? (?:thực hiện |triển khai )?{_ALWAYS.pattern}.*$", "", task)
    dates = days_in(task, calendar)
    cut = task[: dates[0].offset] if dates else task
    if end := _END.search(cut, 20):
        cut = cut[: end.start()]
    previous = None
    while previous != cut:
        previous = cut
        cut = cut.strip(" ,;:.–-(")
        cut = cut[: match.start()] if (match := _BEFORE_TIME.search(cut.lower())) else cut
    return cut[:1].upper() + cut[1:] if len(cut.split()) > 1 else task

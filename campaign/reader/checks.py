"""What is doubtful in a plan: contradictions and gaps, each with its line."""

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from campaign.language.dates import find_dates
from campaign.language.text import fold
from campaign.language.weekdays import wrong_weekdays
from campaign.reader.document import Line
from campaign.reader.findings import Doing, Ending, Letterhead, Sections, When
from campaign.reader.names import short_name

Code = Literal[
    "early_deadline",
    "early_time",
    "no_activities",
    "no_date",
    "no_issuer",
    "no_lead",
    "no_number",
    "no_signer",
    "no_such_day",
    "no_time",
    "no_title",
    "other_year",
    "outside_period",
    "same_name",
    "two_laws",
    "unread_time",
    "wrong_weekday",
]

_LAW = re.compile(
    r"(?P<law>(?:Bộ )?[Ll]uật\s+(?:[^\W\d_][\w-]*[, ]+){1,9}?)(?:năm|số|ngày)?\s*(?:\d{1,3}/)?(?P<year>(?:19|20)\d\d)(?!\d)"
)
_FULL_DATE = re.compile(r"ngày|tháng|/.*/")
_QUOTE = 120


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that a person has to look at. `quote` is what stands on the line."""

    code: Code
    line: int | None = None
    quote: str = ""
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Read:
    """Everything that is looked at."""

    letterhead: Letterhead
    ending: Ending
    sections: Sections
    activities: tuple[Doing, ...]
    year: int
    lines: Sequence[Line]


def problems_of(read: Read) -> list[Problem]:
    """Return the problems, those of the whole document first and then line by line."""
    whole = list(_gaps(read))
    placed = [*_of_activities(read), *_same_names(read), *_of_lines(read), *_laws(read)]
    return [*whole, *sorted(placed, key=lambda problem: problem.line or 0)]


def _gaps(read: Read) -> Iterator[Problem]:
    missing: tuple[tuple[object, Code], ...] = (
        (read.letterhead.title, "no_title"),
        (read.letterhead.issuer, "no_issuer"),
        (read.letterhead.number, "no_number"),
        (read.letterhead.date, "no_date"),
        (read.ending.signer, "no_signer"),
        (read.activities, "no_activities"),
    )
    yield from (Problem(code) for found, code in missing if not found)


def _of_activities(read: Read) -> Iterator[Problem]:
    for doing in read.activities:
        if not doing.times:
            yield _about(doing, "no_time")
        if not doing.lead:
            yield _about(doing, "no_lead")
        for when in doing.times:
            yield from _of_time(doing, when, read)


def _of_time(doing: Doing, when: When, read: Read) -> Iterator[Problem]:
    time, issued = when.time, read.letterhead.date
    last = time.end or time.start
    if last is None:
        if time.kind == "conditional":
            yield _about(doing, "unread_time", when, said=time.text)
        return
    if issued and time.end and time.end < issued:
        code: Code = "early_deadline" if time.kind == "deadline" else "early_time"
        yield _about(doing, code, when, day=_shown(time.end), date=_shown(issued))
    elif not read.year <= last.year <= read.year + 1:
        yield _about(doing, "other_year", when, year=str(last.year), plan_year=str(read.year))
    period = read.sections.period
    if period and time.start and time.end and (time.end < period.start or time.start > period.end):
        yield _about(
            doing,
            "outside_period",
            when,
            day=_shown(time.start),
            start=_shown(period.start),
            end=_shown(period.end),
        )


def _about(doing: Doing, code: Code, when: When | None = None, **facts: str) -> Problem:
    line, quote = (when.line, when.quote) if when else (doing.title.line, doing.title.text)
    named = {"activity": short_name(doing.title.text), **facts}
    return Problem(code, line, _short(quote), tuple(named.items()))


def _same_names(read: Read) -> Iterator[Problem]:
    first: dict[str, Doing] = {}
    for doing in read.activities:
        before = first.setdefault(fold(doing.title.text), doing)
        if before is not doing:
            yield _about(doing, "same_name", other=str(before.title.line))


def _of_lines(read: Read) -> Iterator[Problem]:
    today = read.letterhead.date or datetime.date(read.year, 1, 1)
    for line in read.lines:
        for wrong in wrong_weekdays(line.text, today):
            facts = (
                ("said", wrong.text),
                ("day", _shown(wrong.day)),
                ("weekday", str(wrong.day.weekday())),
            )
            yield Problem("wrong_weekday", line.number, _short(line.text), facts)
        for date in find_dates(line.text, today):
            if not date.valid and _FULL_DATE.search(date.text.lower()):
                yield Problem("no_such_day", line.number, _short(line.text), (("said", date.text),))


def _laws(read: Read) -> Iterator[Problem]:
    first: dict[str, tuple[str, int]] = {}
    told: set[tuple[str, str]] = set()
    text = "\n".join(" ".join(line.text.split()) for line in read.lines)
    for match in _LAW.finditer(text.replace("\n", " ")):
        number = read.lines[text.count("\n", 0, match.start("year"))].number
        law = " ".join(match["law"].split()).rstrip(" ,")
        key = fold(law).replace("hop tac xa", "htx")
        year, line = first.setdefault(key, (match["year"], number))
        if year != match["year"] and (key, match["year"]) not in told:
            told.add((key, match["year"]))
            facts = (
                ("law", law),
                ("year", match["year"]),
                ("other_year", year),
                ("other", str(line)),
            )
            quote = next(each.text for each in read.lines if each.number == number)
            yield Problem("two_laws", number, _short(quote), facts)


def _shown(day: datetime.date) -> str:
    return f"{day.day}/{day.month}/{day.year}"


def _short(text: str) -> str:
    said = " ".join(text.split())
    return said if len(said) <= _QUOTE else f"{said[:_QUOTE].rsplit(' ', 1)[0]}…"

"""Tables of activities: one in a row, its parts in columns that a header names."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from campaign.language.patterns import phrase
from campaign.language.text import fold
from campaign.plan.model import Time
from campaign.reader.columns import Columns
from campaign.reader.document import Row, Table, said
from campaign.reader.findings import Doing, Said, When
from campaign.reader.labels import labelled, unlabelled
from campaign.reader.markers import marker
from campaign.reader.times import Calendar, days_in, times_of, times_within
from campaign.reader.units import leading_and_coordinating, together, units

_DUE = re.compile(phrase(r"hoàn thành|thời hạn|^hạn|kết thúc|trình"))
_NUMBER = re.compile(r"(?:\d{1,3}(?:\.\d{1,2})*|[ivxlc]{1,6}|[a-zđ])[.)]?", re.IGNORECASE)

_BESIDE_DAY = 3
"""How many words there may be beside the day in a row that says no more than that."""


def doings_of(table: Table, columns: Columns, calendar: Calendar, where: str) -> list[Doing]:
    """Return the activities of a table; `where` names it as a section."""
    rows = [_fitted(row, columns) for row in table.rows[columns.rows :]]
    found: list[Doing] = []
    day: tuple[Time, ...] = ()
    for position, row in enumerate(rows):
        following = rows[position + 1] if position + 1 < len(rows) else None
        if _is_alone(row):
            day = _day_of(row, calendar)
        elif doing := _doing(row, following, columns, calendar, where):
            found.append(_on(doing, day))
    return found


def _is_alone(row: Row) -> bool:
    """Whether a row says a single thing: a heading of those below it."""
    return len({text for cell in row if (text := said(cell))}) == 1


def _day_of(row: Row, calendar: Calendar) -> tuple[Time, ...]:
    """The day that a row says, for all rows below it: "Thứ Sáu, ngày 14/3/2025"."""
    text = next(text for cell in row if (text := said(cell)))
    dates = days_in(text, calendar)
    beside = text[: dates[0].offset] + text[dates[-1].offset + dates[-1].length :] if dates else ""
    if not dates or len(beside.split()) > _BESIDE_DAY:
        return ()
    return tuple(times_of(text, calendar))


def _on(doing: Doing, day: Sequence[Time]) -> Doing:
    """The activity on the day of the rows that it stands among, where it has none of its own."""
    if not day or any(when.time.start or when.time.end for when in doing.times):
        return doing
    hours = [when for when in doing.times if any(c.isdigit() for c in when.time.text)]
    said_day = [When(time, doing.title.line, time.text) for time in day]
    timed = [
        replace(hour, time=time.model_copy(update={"text": f"{hour.time.text}, {time.text}"}))
        for hour in hours
        for time in day
    ]
    return replace(doing, times=tuple(timed or said_day))


def _fitted(row: Row, columns: Columns) -> Row:
    """A row with as many cells as there are columns: a merged one may be told only once."""
    missing = len(columns.kinds) - len(row)
    if missing <= 0 or len(row) == 1:
        return row[: len(columns.kinds)]
    first = said(row[0])
    if columns.kinds[0] == "no" and not _NUMBER.fullmatch(first) and missing:
        return _fitted(((), *row), columns)
    return (*row, *((),) * missing)


def _doing(
    row: Row, following: Row | None, columns: Columns, calendar: Calendar, where: str
) -> Doing | None:
    texts = [said(cell) for cell in row]
    if len(set(filter(None, texts))) <= 1 or _is_header(texts, columns):
        return None
    number = _at(texts, columns, "no").strip(".) ")
    task = _at(texts, columns, "task")
    title = unlabelled(task) or task
    if not any(c.isalpha() for c in title):
        return None
    if _is_group(number, texts, columns, following):
        return None
    line = _line(row, columns.indices("task")[0])
    found = marker(title)
    if found and found.label and not number:
        number, title = found.label, found.rest
    bare = title if found is None or found.rest == "" else found.rest
    lead, coordinating = _units(texts, columns)
    return Doing(
        no=number,
        section=f"{where}.{number}" if number else where,
        title=Said(bare.strip(), line),
        times=tuple(_times(texts, row, columns, calendar, task)),
        place=_statement(texts, row, columns, "place"),
        participants=_statement(texts, row, columns, "participants"),
        lead=lead,
        lead_label=next((columns.headings[n] for n in columns.indices("lead")), ""),
        lead_line=line,
        coordinating=coordinating,
        content=tuple(_content(texts, row, columns)),
    )


def _is_header(texts: Sequence[str], columns: Columns) -> bool:
    """A header that is printed again on the next page, or numbers of the columns."""
    if [fold(t) for t in texts] == [fold(h) for h in columns.headings]:
        return True
    return all(re.fullmatch(r"[\(\[]?(?:\d{1,2}|[A-Z])[\)\]]?", text) for text in texts if text)


def _is_group(number: str, texts: Sequence[str], columns: Columns, following: Row | None) -> bool:
    """Whether a row only names those below it: it has nothing but a number and a title."""
    filled = [
        n
        for n, text in enumerate(texts)
        if text and columns.kinds[n] not in ("no", "note", "budget")
    ]
    bare = len({texts[n] for n in filled}) <= 1
    if not bare:
        return False
    if re.fullmatch(r"[IVXLC]+|[A-HĐ]", number) or _at(texts, columns, "task").isupper():
        return True
    below = said(following[0]) if following and following[0] else ""
    if number and below.startswith(f"{number}."):
        return True
    return bool(number.isdigit() and re.match(r"[a-zđ1-9][.)]|[-+]|\d\.\d", below))


def _at(texts: Sequence[str], columns: Columns, kind: str) -> str:
    return next((texts[n] for n in columns.indices(kind) if n < len(texts) and texts[n]), "")


def _line(row: Row, column: int) -> int:
    cell = row[column] if column < len(row) else ()
    return cell[0].number if cell else next(line.number for each in row for line in each)


def _times(
    texts: Sequence[str], row: Row, columns: Columns, calendar: Calendar, task: str
) -> Iterator[When]:
    found = list(_column_times(texts, row, columns, calendar, task))
    dated = [when for when in found if when.time.start or when.time.end]
    hours = [when for when in found if when.time.kind == "conditional"]
    if len(dated) == len(hours) == 1:  # a day, and in another column its hour
        text = f"{hours[0].time.text}, {dated[0].time.text}"
        time = dated[0].time.model_copy(update={"text": text})
        found = [replace(hours[0], time=time)]
    yield from found


def _column_times(
    texts: Sequence[str], row: Row, columns: Columns, calendar: Calendar, task: str
) -> Iterator[When]:
    anything = False
    for n in columns.indices("time"):
        if n < len(texts) and texts[n]:
            due = bool(_DUE.search(columns.headings[n].lower()))
            tentative = "dự kiến" in columns.headings[n].lower()
            for time in times_of(texts[n], calendar, due=due, tentative=tentative):
                anything = True
                yield When(time, _line(row, n), texts[n])
    if not anything:
        column = columns.indices("task")[0]
        for part in labelled(task):
            if "time" in part.sides:
                anything = True
                yield from (
                    When(t, _line(row, column), task) for t in times_of(part.value, calendar)
                )
    if not anything:
        yield from (When(t, _line(row, column), task) for t in times_within(task, calendar))


def _units(texts: Sequence[str], columns: Columns) -> tuple[tuple[str, ...], tuple[str, ...]]:
    lead, coordinating = [], []
    for n, text in enumerate(texts):
        if columns.kinds[n] == "coordinating":
            coordinating.append(units(text))
        elif columns.kinds[n] in ("lead", "units"):
            leads, helps = leading_and_coordinating(text)
            lead.append(leads)
            coordinating.append(helps)
    return together(lead), together(coordinating)


def _statement(texts: Sequence[str], row: Row, columns: Columns, kind: str) -> Said | None:
    for n in columns.indices(kind):
        if n < len(texts) and any(c.isalpha() for c in texts[n]):
            return Said(texts[n], _line(row, n))
    return None


def _content(texts: Sequence[str], row: Row, columns: Columns) -> Iterator[Said]:
    for n, text in enumerate(texts):
        if text and columns.kinds[n] in ("product", "detail", ""):
            heading = columns.headings[n]
            told = text if columns.kinds[n] == "detail" or not heading else f"{heading}: {text}"
            yield Said(told, _line(row, n))

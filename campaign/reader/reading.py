"""The door: a document becomes what was read of it."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from campaign.language.text import fold
from campaign.reader.acronyms import acronyms_in, called, spelt_out
from campaign.reader.activities import from_lists, from_outline, from_tasks, merged
from campaign.reader.casing import as_printed, in_small_letters
from campaign.reader.checks import Problem, Read, problems_of
from campaign.reader.columns import Columns, columns_of, names_columns
from campaign.reader.document import Document, Line, Table
from campaign.reader.duties import with_duties
from campaign.reader.ending import ending
from campaign.reader.findings import Doing, Ending, Letterhead, Said, Sections, When
from campaign.reader.letterhead import letterhead
from campaign.reader.lines import Paragraph, paragraphs
from campaign.reader.organisations import province_of
from campaign.reader.outline import Item, outline
from campaign.reader.rows import items_of
from campaign.reader.sections import sections
from campaign.reader.tables import doings_of
from campaign.reader.tasks import tasks
from campaign.reader.times import Calendar, times_of

_YEAR = re.compile(r"(?<![\d-])(20\d\d)(?!\d|/|-20)")
_ISSUES = re.compile(
    r"(?:^|[.,;:)]\s+)(?P<issuer>(?:Ủy ban|Uỷ ban|UBND|Liên minh|Sở|Ban|Tỉnh đoàn|Thành đoàn|Hội|Đoàn|Công an|Trường|Phòng|Trung tâm|Liên đoàn|Chi cục|Cục|BCH|Đảng ủy)"
    r"[^.;:,]{2,120}?)\s+(?:xây dựng|ban hành|tổ chức triển khai|triển khai)\s+(?:[Kk]ế hoạch|nội dung)"
)
_TITLE_YEAR = re.compile(r"năm\s+(20\d\d)(?!\s*[-–]\s*20)(?!\d)", re.IGNORECASE)
_NO_YEAR = 2000
_ANNEX = "Phụ lục"
_ATTACHED = ("PHỤ LỤC", "NƠI NHẬN")
"""What stands after the first of these is an annex."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a document says, and what is doubtful about it."""

    letterhead: Letterhead
    ending: Ending
    sections: Sections
    activities: tuple[Doing, ...]
    year: int
    province: str | None = None
    acronyms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def read(document: Document) -> Reading:
    """Return what `document` says. Raises nothing, whatever it is."""
    lines = list(document.lines())
    head = letterhead(lines)
    end = ending(lines)
    body = _body(document, head, lines, end)
    tables = list(_tables(document))
    pieces = _pieces(body, [table for table, columns in tables if columns is None], document)
    root = outline(pieces)
    preamble = [
        Said(child.text, child.line, "Căn cứ") for child in root.children if child.kind is None
    ]
    issuer = head.issuer or _issuer_in(preamble)
    head = _in_small_letters(replace(head, issuer=issuer), lines)
    issuer = head.issuer
    calendar = Calendar(_year(head, lines), head.date)
    activities = _activities(document, tables, root, calendar)
    taken = {when.line for doing in activities for when in doing.times}
    told = {said.line for doing in activities for said in (doing.title, *doing.content)}
    parts = sections(root, preamble, calendar, taken, told)
    if not activities:
        activities = _unlabelled(root, head, parts, calendar)
    texts = [piece.text for piece in pieces]
    names = called(texts)
    charged = with_duties(activities, parts.organisation)
    activities = [_in_full(_as_people_write(doing, texts), names) for doing in charged]
    reading = Reading(
        letterhead=head,
        ending=end,
        sections=parts,
        activities=tuple(doing for doing in activities if _is_named(doing)),
        year=calendar.year,
        province=province_of(issuer.text if issuer else "", head.place),
        acronyms=_other_names(activities, texts, names),
    )
    read_of = Read(head, end, parts, reading.activities, reading.year, lines)
    return replace(reading, problems=tuple(problems_of(read_of)))


def _body(
    document: Document, head: Letterhead, lines: Sequence[Line], end: Ending
) -> list[Line | Table]:
    """The blocks between the title and the list of recipients."""
    first = lines[head.end].number if head.end < len(lines) else 0
    body: list[Line | Table] = []
    for block in document.blocks:
        if isinstance(block, Table):
            number = next((line.number for row in block.rows for cell in row for line in cell), 0)
        else:
            number = block.number
        if number < first:
            continue
        if end.start is not None and number >= end.start > first:
            break
        body.append(block)
    return body


def _pieces(
    body: Sequence[Line | Table], others: Sequence[Table], document: Document
) -> list[Paragraph]:
    """The paragraphs of the body, and the rows of `others`, tables that list no activities."""
    text = [each for each in body if isinstance(each, Line)]
    ids = {id(table) for table in others}
    rows = [
        row
        for each in body
        if isinstance(each, Table) and id(each) in ids
        for row in items_of(each)
    ]
    return sorted([*paragraphs(text, wrapped=document.wrapped), *rows], key=lambda each: each.line)


def _activities(
    document: Document,
    tables: Sequence[tuple[Table, Columns | None]],
    root: Item,
    calendar: Calendar,
) -> list[Doing]:
    headings = [(item.line, item.section) for item in root.below() if item.section]
    annexed = _annexed(document)
    rows = [
        doing
        for table, columns in tables
        if columns is not None
        for doing in doings_of(table, columns, calendar, _place_of(table, headings, annexed))
    ]
    headed = {row.section.rpartition(".")[0] for row in rows}
    items = [
        item
        for item in tasks(root, calendar) or from_outline(root, calendar)
        if item.times or item.lead or item.section not in headed
    ]
    return merged(rows, items)


def _tables(document: Document) -> Iterator[tuple[Table, Columns | None]]:
    """The tables, each with its columns where it lists activities; it may go on with the last."""
    last: Columns | None = None
    for block in document.blocks:
        if not isinstance(block, Table):
            continue
        columns = columns_of(block)
        goes_on = last is not None and block.width == len(last.kinds)
        if columns is None and last is not None and goes_on and not names_columns(block):
            columns = replace(last, rows=0)
        last = columns or last
        yield block, columns


def _annexed(document: Document) -> int | None:
    """The line where the annexes begin."""
    lines = (block for block in document.blocks if isinstance(block, Line))
    starts = (line.number for line in lines if line.text.strip(" *|").upper().startswith(_ATTACHED))
    return next(starts, None)


def _place_of(table: Table, headings: Sequence[tuple[int, str]], annexed: int | None) -> str:
    """The section that a table stands in, or the annex."""
    first = next((line.number for row in table.rows for cell in row for line in cell), 0)
    above = bisect_left(headings, (first, ""))
    if not above or (annexed is not None and annexed < first):
        return _ANNEX
    return headings[above - 1][1]


def _other_names(
    activities: Sequence[Doing], texts: Sequence[str], names: Mapping[str, tuple[str, str]]
) -> Mapping[str, tuple[str, ...]]:
    """Short and long forms of names, by the folded name."""
    found = dict(acronyms_in(texts))
    found.update({fold(_both(*each)): each for each in names.values()})
    for name in {name for doing in activities for name in (*doing.lead, *doing.coordinating)}:
        if long := spelt_out(name, texts):
            found[fold(name)] = (*found.get(fold(name), ()), long)
    return found


def _as_people_write(doing: Doing, texts: Sequence[str]) -> Doing:
    """The activity with a title in capitals in small letters."""
    if not doing.title.text.isupper():
        return doing
    return replace(
        doing, title=replace(doing.title, text=in_small_letters(doing.title.text, texts))
    )


def _in_full(doing: Doing, names: Mapping[str, tuple[str, str]]) -> Doing:
    """The activity with the units that the document gives short forms under both names."""
    both = {fold(each): _both(*forms) for forms in names.values() for each in forms}
    return replace(
        doing,
        lead=tuple(both.get(fold(name), name) for name in doing.lead),
        coordinating=tuple(both.get(fold(name), name) for name in doing.coordinating),
    )


def _both(long: str, short: str) -> str:
    return f"{long} ({short})"


def _is_named(doing: Doing) -> bool:
    return any(character.isalpha() for character in doing.title.text)


def _in_small_letters(head: Letterhead, lines: Sequence[Line]) -> Letterhead:
    """The head with its title and office as the document writes the same words elsewhere."""
    texts = [line.text for line in lines]
    issuer = head.issuer and replace(head.issuer, text=as_printed(head.issuer.text, texts))
    if head.title is None:
        return replace(head, issuer=issuer)
    small = in_small_letters(head.title.text, texts)
    for name in filter(None, (head.place, province_of(issuer.text if issuer else "", ""))):
        small = re.sub(re.escape(name), name, small, flags=re.IGNORECASE)
    return replace(head, issuer=issuer, title=replace(head.title, text=small))


def _issuer_in(preamble: Sequence[Said]) -> Said | None:
    for each in preamble:
        if match := _ISSUES.search(each.text):
            return Said(match["issuer"].strip(), each.line)
    return None


def _year(head: Letterhead, lines: Sequence[Line]) -> int:
    """The year that the plan is for: that of its title, of its date, or the one it names most.

    A title may also have the year of a law or of a programme, far from the plan's date.
    """
    titled = [int(year) for year in _TITLE_YEAR.findall(head.title.text if head.title else "")]
    if head.date is None and titled:
        return titled[-1]
    if head.date:
        near = (year for year in reversed(titled) if 0 <= year - head.date.year <= 1)
        return next(near, head.date.year)
    counted = Counter(year for line in lines for year in _YEAR.findall(line.text))
    return int(counted.most_common(1)[0][0]) if counted else _NO_YEAR


def _unlabelled(root: Item, head: Letterhead, parts: Sections, calendar: Calendar) -> list[Doing]:
    """A plan whose activities have no labels: the event that it is for, or what it lists."""
    listed = from_lists(root, calendar)
    event = _whole_plan(head, parts, calendar)
    if event and parts.places:
        return [*event, *(doing for doing in listed if doing.times)]
    return listed or event or from_tasks(root, calendar)


def _whole_plan(head: Letterhead, parts: Sections, calendar: Calendar) -> list[Doing]:
    """A plan for one event: the event is its activity."""
    if head.title is None or parts.period is None:
        return []
    text = parts.period.text
    times = tuple(When(time, text.line, text.text) for time in times_of(text.text, calendar))
    place = next(iter(parts.places), None)
    return [Doing("", text.section, head.title, times=times, place=place)]

"""Tables that list no activities, as items of what they stand under: the rounds of one, prizes."""

from collections.abc import Iterator, Sequence

from campaign.reader.columns import kinds_of
from campaign.reader.document import Cell, Row, Table, said
from campaign.reader.labels import sides_of
from campaign.reader.lines import Paragraph
from campaign.reader.sessions import is_session

_TITLES = {
    "time": "Thời gian",
    "place": "Địa điểm",
    "participants": "Thành phần",
    "lead": "Đơn vị phụ trách",
    "units": "Đơn vị phụ trách",
    "coordinating": "Đơn vị phối hợp",
    "budget": "Kinh phí",
}
_FEWEST = 2


def items_of(table: Table) -> Iterator[Paragraph]:
    """Yield each row as an item: "* Chuyến 1; Thời gian: 16/11; Địa điểm: …"."""
    if table.width < _FEWEST or len(table.rows) < _FEWEST:
        return
    headings = [said(cell) for cell in table.rows[0]]
    for row in table.rows[1:]:
        if len(row) == len(headings) and (text := _text(row, headings)):
            yield Paragraph(f"* {text}", ((0, _line(row)),))


def _text(row: Row, headings: Sequence[str]) -> str:
    kinds = kinds_of(headings)
    first, named, rest = "", [], []
    for cell, heading, kind in zip(row, headings, kinds, strict=True):
        value = said(cell).strip(" .;")
        if not value or kind == "no":
            continue
        if is_session(value) and not first:
            first = value
        elif kind in _TITLES:
            named.append(f"{heading if sides_of(heading) else _TITLES[kind]}: {value}")
        else:
            rest.append(f"{heading}: {value}" if heading else value)
    return "; ".join([*filter(None, [first]), *named, *rest])


def _line(row: Row) -> int:
    cells: list[Cell] = [cell for cell in row if cell]
    return cells[0][0].number

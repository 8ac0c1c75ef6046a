"""Tables of a PDF page, by the lines that rule them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

_THIN = 3.0
_NEAR = 3.0
_LOWEST_ROW = 6.0
_FEWEST = 3
"""Vertical lines of a row: two cells have three."""

_MOST = 2000
"""A page with more lines than that has a drawing, and no table."""

Rows = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Edge:
    """A line at `at` from `low` to `high`: at a height from left to right, or the other way."""

    at: float
    low: float
    high: float

    def covers(self, place: float) -> bool:
        """Whether the line is there at `place`."""
        return self.low - _NEAR <= place <= self.high + _NEAR


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of the page between two heights; `columns` are the sides of its cells."""

    top: float
    bottom: float
    columns: tuple[float, ...]

    @property
    def is_row(self) -> bool:
        """Whether it is a row of a table, and not a stretch of text."""
        return len(self.columns) >= _FEWEST


def parts_of(page: pdfium.PdfPage, text: pdfium.PdfTextPage) -> Iterator[str | Rows]:
    """Yield the page from top to bottom: text, and the rows of tables. Nothing without a table."""
    flat, upright = _edges(page)
    if not _FEWEST <= len(upright) <= _MOST:
        return
    bands = _bands(flat, upright, page.get_height())
    if not any(band.is_row for band in bands):
        return
    rows: list[Band] = []
    for band in bands:
        if band.is_row:
            rows.append(band)
            continue
        if rows:
            yield _cells(rows, flat, text)
            rows = []
        yield _said(text, 0.0, band.bottom, page.get_width(), band.top)
    if rows:
        yield _cells(rows, flat, text)


def _edges(page: pdfium.PdfPage) -> tuple[list[Edge], list[Edge]]:
    """The lines of the page, those that lie and those that stand; a box has two of each."""
    flat, upright = [], []
    for drawn in page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_PATH]):
        left, bottom, right, top = drawn.get_bounds()
        wide, high = right - left > _THIN, top - bottom > _THIN
        if wide:
            flat += [Edge(y, left, right) for y in ((top, bottom) if high else (top,))]
        if high:
            upright += [Edge(x, bottom, top) for x in ((left, right) if wide else (left,))]
    return flat, upright


def _bands(flat: Sequence[Edge], upright: Sequence[Edge], height: float) -> list[Band]:
    ends = [edge.at for edge in flat] + [end for edge in upright for end in (edge.low, edge.high)]
    levels = _distinct([height, *ends, 0.0])
    levels.reverse()
    found: list[Band] = []
    for top, bottom in pairwise(levels):
        middle = (top + bottom) / 2
        columns = _distinct([edge.at for edge in upright if edge.low <= middle <= edge.high])
        band = Band(top, bottom, tuple(columns))
        if band.is_row and top - bottom < _LOWEST_ROW:
            continue
        if found and not band.is_row and not found[-1].is_row:  # rules in a text part nothing
            found[-1] = Band(found[-1].top, bottom, ())
        else:
            found.append(band)
    return found


def _distinct(places: Sequence[float]) -> list[float]:
    kept: list[float] = []
    for place in sorted(places):
        if not kept or place - kept[-1] > _NEAR:
            kept.append(place)
    return kept


def _cells(rows: Sequence[Band], flat: Sequence[Edge], text: pdfium.PdfTextPage) -> Rows:
    return tuple(
        tuple(
            _said(text, left, bottom, right, top)
            for left, right in pairwise(row.columns)
            for top, bottom in [_reach(n, left, right, rows, flat)]
        )
        for n, row in enumerate(rows)
    )


def _reach(
    number: int, left: float, right: float, rows: Sequence[Band], flat: Sequence[Edge]
) -> tuple[float, float]:
    """How far a cell goes up and down: to the next line above and below it."""
    middle = (left + right) / 2
    first = last = number
    while first > 0 and not _is_ruled(rows[first].top, middle, flat):
        first -= 1
    while last + 1 < len(rows) and not _is_ruled(rows[last].bottom, middle, flat):
        last += 1
    return rows[first].top, rows[last].bottom


def _is_ruled(height: float, place: float, flat: Sequence[Edge]) -> bool:
    return any(abs(edge.at - height) <= _NEAR and edge.covers(place) for edge in flat)


def _said(text: pdfium.PdfTextPage, left: float, bottom: float, right: float, top: float) -> str:
    said: str = text.get_text_bounded(left, bottom, right, top)
    return said

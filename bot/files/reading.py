"""Spreadsheets that somebody sent: whatever a file claims, little is done for it."""

import csv
import io
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from campaign.language.text import clean
from campaign.ledger.grids import Grid, Place, Unreadable

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

MEGABYTE = 1024 * 1024
_UNPACKED = 10 * MEGABYTE
_MOST_ROWS = 2_000
_MOST_COLUMNS = 50
_MOST_SHEETS = 20
_LONGEST_CELL = 1_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ZIP = b"PK\x03\x04"
_WORKBOOK, _SHEETS = "xl/workbook.xml", "xl/worksheets/"
_FORMULA = ("=", "+=", "@")
_DELIMITERS = ";\t,"
_FIRST_LINES = 50


def read_table(data: bytes) -> tuple[Grid, ...] | Unreadable:
    """Read an XLSX workbook or a CSV text, whatever the file is called."""
    if data.startswith(_OLE):
        return Unreadable("password" if _ENCRYPTED in data else "old")
    if data.startswith(_ZIP):
        return _workbook(data)
    return _text(data)


def _workbook(data: bytes) -> tuple[Grid, ...] | Unreadable:
    # Unpacking stops at the size that an entry claims, so the claims can be relied on.
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if sum(entry.file_size for entry in entries) > _UNPACKED:
                return Unreadable("bomb")
            if _WORKBOOK not in archive.namelist():
                return Unreadable("format")
            if any(_is_too_long(archive, entry) for entry in entries):
                return Unreadable("rows")
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError):
        return Unreadable("damaged")
    return _sheets(data)


def _is_too_long(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bool:
    """Whether a sheet has too many rows: openpyxl would take seconds to find that out."""
    sheet = entry.filename.startswith(_SHEETS)
    return sheet and archive.read(entry).count(b"<row") > _MOST_ROWS


def _sheets(data: bytes) -> tuple[Grid, ...] | Unreadable:
    from openpyxl import load_workbook  # noqa: PLC0415 - slow to import, and seldom needed

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what a sheet has besides cells
            book = load_workbook(io.BytesIO(data), keep_links=False)
        sheets = book.worksheets[:_MOST_SHEETS]
        if any(_is_too_large(sheet) for sheet in sheets):
            return Unreadable("rows")
        return tuple(_grid(sheet) for sheet in sheets)
    except Exception:
        return Unreadable("damaged")


def _is_too_large(sheet: "Worksheet") -> bool:
    return sheet.max_row > _MOST_ROWS or sheet.max_column > _MOST_COLUMNS


def _grid(sheet: "Worksheet") -> Grid:
    rows = tuple(tuple(_shown(cell.value) for cell in row) for row in sheet.iter_rows())
    formulas = {
        (at, column)
        for at, row in enumerate(sheet.iter_rows())
        for column, cell in enumerate(row)
        if cell.data_type == "f"
    }
    merged = {place for span in sheet.merged_cells.ranges for place in _places(span.bounds)}
    return Grid(clean(sheet.title), rows, frozenset(formulas), frozenset(merged))


def _places(bounds: tuple[int, int, int, int]) -> Iterator[Place]:
    left, top, right, bottom = bounds
    for row in range(top, min(bottom, _MOST_ROWS) + 1):
        for column in range(left, min(right, _MOST_COLUMNS) + 1):
            yield row - 1, column - 1


def _shown(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return clean(str(value)[:_LONGEST_CELL])


def _text(data: bytes) -> tuple[Grid, ...] | Unreadable:
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return Unreadable("encoding" if _looks_like_text(data) else "format")
    if "\0" in text:
        return Unreadable("format")
    return _csv(clean(text))


def _csv(text: str) -> tuple[Grid, ...] | Unreadable:
    delimiter = _delimiter(text)
    try:
        rows = [
            [cell[:_LONGEST_CELL] for cell in row]
            for row in csv.reader(io.StringIO(text), delimiter=delimiter)
        ]
    except csv.Error:
        return Unreadable("damaged")
    width = max(map(len, rows), default=0)
    if len(rows) > _MOST_ROWS or width > _MOST_COLUMNS:
        return Unreadable("rows")
    formulas = frozenset(
        (at, column)
        for at, row in enumerate(rows)
        for column, cell in enumerate(row)
        if cell.lstrip().startswith(_FORMULA)
    )
    return (Grid("CSV", tuple((*row, *[""] * (width - len(row))) for row in rows), formulas),)


def _delimiter(text: str) -> str:
    """Return what stands in most of the first lines: titles above a list have other commas."""
    lines = text.splitlines()[:_FIRST_LINES]
    return max(_DELIMITERS, key=lambda each: sum(each in line for line in lines))


def _looks_like_text(data: bytes) -> bool:
    return not any(byte < 0x09 for byte in data[:1000])  # noqa: PLR2004 - a tab is the first of text

"""A plain text, or one in Markdown, as a document: its lines, and the tables drawn with bars."""

import re
from collections.abc import Iterator, Sequence

from campaign.language.text import clean
from campaign.reader.document import Block, Cell, Document, Line, Row, Table

_BAR = "|"
_RULED = re.compile(r"\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?")
_INLINE = re.compile(r"\|.*\|.*\S")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_STARS = re.compile(r"\*{2,}")
_FOOTNOTE = re.compile(r"(?<=\S)\[\d{1,2}\]")
_LONE_STAR = re.compile(r"(?<=\S)\*|\*(?=\S)")
_STAR_BULLET = re.compile(r"^\s*\*\s+(?=\S)")
_HEADING = re.compile(r"^\s{0,3}#{1,6}\s+")
_UNDERLINED = re.compile(r"(?<!\w)_{1,2}(?=\S)|(?<=\S)_{1,2}(?!\w)")
_SOURCE = re.compile(r"^\s*#.*https?://")


def document_of(text: str) -> Document:
    """Return the document that `text` is, in NFC and without marks of Markdown."""
    return Document(tuple(with_tables(lines_of(text))))


def lines_of(text: str) -> list[Line]:
    """Return the lines of `text`, in NFC and without marks of Markdown."""
    return [_line(n, line) for n, line in enumerate(_split(text), 1)]


def _split(text: str) -> list[str]:
    return re.split(r"\r\n|[\n\r\f\v\x85\u2028\u2029]", clean(text))


def _line(number: int, text: str) -> Line:
    if _SOURCE.match(text):
        return Line(number, "")
    return Line(number, plain(text))


def plain(text: str) -> str:
    """Return a line without the stars, hashes and underscores of Markdown; a star bullet stays."""
    bare = _STARS.sub("", _FOOTNOTE.sub("", text).replace("\u00a0", " ").replace("\t", "    "))
    bullet = _STAR_BULLET.match(bare)
    rest = bare[bullet.end() :] if bullet else bare
    rest = _HEADING.sub("", _UNDERLINED.sub("", _LONE_STAR.sub("", rest)))
    if not rest.strip(" *"):
        return ""
    return f"* {rest}" if bullet else rest


def with_tables(lines: Sequence[Line]) -> Iterator[Block]:
    """Yield `lines`, and tables in place of those that bars draw."""
    position = 0
    while position < len(lines):
        text = lines[position].text.strip()
        if text == _BAR:
            end = _end_of_bars(lines, position)
            yield Table(tuple(_barred_rows(lines[position:end])))
            position = end
        elif _INLINE.fullmatch(text):
            end = position
            while end < len(lines) and lines[end].text.strip().startswith(_BAR):
                end += 1
            yield Table(tuple(_inline_rows(lines[position:end])))
            position = end
        else:
            yield lines[position]
            position += 1


def _inline_rows(lines: Sequence[Line]) -> Iterator[Row]:
    """Rows of Markdown: "| 1 | Lễ phát động | tháng 4 |"."""
    for line in lines:
        text = line.text.strip()
        if not _RULED.fullmatch(text):
            parts = text.strip(_BAR).split(_BAR)
            yield tuple(_parts(line.number, part) for part in parts)


def _parts(number: int, text: str) -> Cell:
    return tuple(Line(number, part.strip()) for part in _BREAK.split(text) if part.strip())


def _end_of_bars(lines: Sequence[Line], start: int) -> int:
    """Return where a table of lone bars ends: after a bar that an empty line follows."""
    bar = start
    for position in range(start, len(lines)):
        text = lines[position].text.strip()
        if text == _BAR:
            bar = position
        elif not text and position == bar + 1 and bar > start:
            break
    return bar + 1


def _barred_rows(lines: Sequence[Line]) -> Iterator[Row]:
    """Rows of a table that has a bar, on a line by itself, before and after every cell.

    Two bars in a row part two rows, or stand around an empty cell.
    """
    cells = _between_bars(lines)
    width = next((n for n, cell in enumerate(cells) if not cell), len(cells))
    row: list[Cell] = []
    for position, cell in enumerate(cells):
        if cell:
            row.append(cell)
        elif row and (len(row) >= width or not _is_gap(cells, position, len(row), width)):
            yield tuple(row)
            row = []
        elif row:
            row.append(())
    if row:
        yield tuple(row)


def _between_bars(lines: Sequence[Line]) -> list[Cell]:
    cells: list[Cell] = []
    current: list[Line] = []
    for line in lines[1:]:
        if line.text.strip() == _BAR:
            cells.append(tuple(current))
            current = []
        elif line.text.strip():
            current.append(line)
    return cells


def _is_gap(cells: Sequence[Cell], position: int, filled: int, width: int) -> bool:
    """Whether the empty cell at `position` belongs to a row of which `filled` cells are known."""
    following = cells[position + 1 :]
    if following and not following[0]:
        return filled > 1
    count = next((n for n, cell in enumerate(following) if not cell), len(following))
    return filled + 1 + count == width

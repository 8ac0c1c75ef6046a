"""Word's .docx through python-docx: paragraphs and tables in their order, numbers included."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from docx.opc.constants import CONTENT_TYPE
from docx.opc.part import PartFactory
from docx.oxml.ns import qn
from docx.package import Package
from docx.parts.document import DocumentPart

from bot.documents.errors import DocumentError
from bot.documents.numbering import Numbering
from campaign.language.old_fonts import Encoding, encoding_of, is_unicode, modern, to_unicode
from campaign.language.text import clean
from campaign.reader.document import Block, Cell, Document, Line, Row, Table
from campaign.reader.texts import plain, with_tables

_MEGABYTE = 1 << 20
_UNPACKED = 100 * _MEGABYTE
_PARTS = 5000
_ROWS = 5000
_SKIPPED = {qn("w:del"), qn("w:txbxContent"), qn("w:pPr"), qn("w:instrText")}
_BREAKS = {qn("w:br"), qn("w:cr")}
_KINDS = (
    CONTENT_TYPE.WML_DOCUMENT_MAIN,
    "application/vnd.ms-word.document.macroEnabled.main+xml",
    CONTENT_TYPE.WML_DOCUMENT_MAIN.replace("document.main", "template.main"),
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
)
"""Documents and templates, with and without macros, of which nothing is ever run."""

for _kind in _KINDS:  # python-docx itself knows the first alone
    PartFactory.part_type_for[_kind] = DocumentPart


def docx_document(data: bytes) -> Document:
    """Return the document in `data`. Raises DocumentError."""
    _check(data)
    try:
        opened = Package.open(io.BytesIO(data)).main_document_part.document
        blocks = tuple(_drawn(_Reader(opened).blocks()))
    except DocumentError:
        raise
    except Exception:  # python-docx raises whatever its parts raise for what is no Word file
        raise DocumentError("broken") from None
    return Document(blocks)


def _drawn(blocks: Iterator[Block]) -> Iterator[Block]:
    """The blocks, with tables that were drawn with bars, as in a text that was pasted."""
    lines: list[Line] = []
    for block in blocks:
        if isinstance(block, Line):
            lines.append(block)
        else:
            yield from (*with_tables(lines), block)
            lines = []
    yield from with_tables(lines)


def _check(data: bytes) -> None:
    """Refuse what is no Word file, and one that unpacks to more than any plan has."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = packed.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise DocumentError("broken") from None
    if len(parts) > _PARTS or sum(part.file_size for part in parts) > _UNPACKED:
        raise DocumentError("too_big")
    names = {part.filename for part in parts}
    if any(part.flag_bits & 1 for part in parts):
        raise DocumentError("locked")
    if "[Content_Types].xml" not in names or not any(n.startswith("word/") for n in names):
        raise DocumentError("other_kind")


class _Reader:
    """One pass over a document; lines are counted as they come."""

    def __init__(self, opened: Any) -> None:
        self._body = opened.element.body
        self._numbering = Numbering(opened)
        self._usual = encoding_of("".join(_unmarked(self._body)))
        self._number = 0

    def blocks(self) -> Iterator[Block]:
        for element in _elements(self._body):
            if element.tag == qn("w:p"):
                yield from self._lines(element)
            else:
                yield Table(tuple(self._rows(element)))

    def _lines(self, paragraph: Any) -> Iterator[Line]:
        label = self._numbering.label(paragraph)
        parts = clean(_text(paragraph, self._usual)).split("\n")
        for position, part in enumerate(parts):
            self._number += 1
            text = f"{label} {part.strip()}" if label and not position and part.strip() else part
            yield Line(self._number, plain(text))

    def _rows(self, table: Any) -> Iterator[Row]:
        above: dict[int, Cell] = {}
        for count, row in enumerate(table.iterchildren(qn("w:tr"))):
            if count > _ROWS:
                raise DocumentError("too_long")
            cells: list[Cell] = []
            for cell in row.iterchildren(qn("w:tc"), qn("w:sdt")):
                for each in [cell] if cell.tag == qn("w:tc") else cell.iter(qn("w:tc")):
                    said = self._cell(each, above.get(len(cells), ()))
                    for _ in range(_span(each)):
                        above[len(cells)] = said
                        cells.append(said)
            if cells:
                yield tuple(cells)

    def _cell(self, cell: Any, above: Cell) -> Cell:
        """The lines of a cell; of one that goes on with the cell above, the lines of that."""
        merge = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
        if merge is not None and merge.get(qn("w:val")) != "restart":
            return above
        return tuple(
            line
            for paragraph in cell.iter(qn("w:p"))
            for line in self._lines(paragraph)
            if line.text.strip()
        )


def _elements(parent: Any) -> Iterator[Any]:
    """Paragraphs and tables, those in content controls included."""
    for element in parent.iterchildren():
        if element.tag in (qn("w:p"), qn("w:tbl")):
            yield element
        elif element.tag == qn("w:sdt"):
            content = element.find(qn("w:sdtContent"))
            if content is not None:
                yield from _elements(content)


def _span(cell: Any) -> int:
    span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
    return min(int(span.get(qn("w:val"), "1")), 60) if span is not None else 1


def _text(paragraph: Any, usual: Encoding | None) -> str:
    """The text of a paragraph, insertions included and deletions left out, in Unicode.

    `usual` is what runs are typed in whose font is that of the document.
    """
    return modern("".join(_run(run, usual) for run in _runs(paragraph)))


def _unmarked(body: Any) -> Iterator[str]:
    """The text of all runs that name no old font."""
    return ("".join(_pieces(run)) for run in body.iter(qn("w:r")) if not _named(run))


def _runs(element: Any) -> Iterator[Any]:
    for child in element.iterchildren():
        if child.tag == qn("w:r"):
            yield child
        elif child.tag not in _SKIPPED:
            yield from _runs(child)


def _run(run: Any, usual: Encoding | None) -> str:
    text = "".join(_pieces(run))
    font = _font(run)
    encoding = _named(run) or (None if is_unicode(text) else usual)
    if encoding:
        text = to_unicode(text, encoding)
    if font.startswith(".Vn") and font.rstrip("0123456789").endswith("H"):
        return text.upper()
    caps = run.find(f"{qn('w:rPr')}/{qn('w:caps')}")
    shown = caps is not None and caps.get(qn("w:val")) not in ("0", "false")
    return text.upper() if shown else text


def _font(run: Any) -> str:
    fonts = run.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
    return "" if fonts is None else fonts.get(qn("w:ascii")) or fonts.get(qn("w:hAnsi")) or ""


def _named(run: Any) -> Encoding | None:
    """The encoding of the font that the run names itself."""
    font = _font(run)
    if font.startswith(".Vn"):
        return "tcvn3"
    return "vni" if font.upper().startswith("VNI") else None


def _pieces(run: Any) -> Iterator[str]:
    for child in run.iterchildren():
        if child.tag == qn("w:t"):
            yield child.text or ""
        elif child.tag == qn("w:tab"):
            yield "\t"
        elif child.tag in _BREAKS:
            yield "\n"
        elif child.tag == qn("w:noBreakHyphen"):
            yield "-"

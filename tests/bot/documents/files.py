"""Files to be read, made from lines and rows: a PDF with real text, and Word files."""

import io
import zlib
from collections.abc import Iterable, Sequence

import docx

PAGE_LINES = 45


def pdf(pages: Iterable[Sequence[str]]) -> bytes:
    """Return a PDF of one line of text under the other. Its font is named, not embedded."""
    pages = list(pages)
    letters = sorted({letter for page in pages for line in page for letter in line} | {" "})
    codes = {letter: number for number, letter in enumerate(letters, 1)}
    return _document([_content(page, codes) for page in pages], codes)


def scan(pages: Iterable[Sequence[str]]) -> bytes:
    """Return a PDF whose pages are pictures, with lines of real text stamped on each."""
    pages = list(pages)
    letters = sorted({letter for page in pages for line in page for letter in line} | {" "})
    codes = {letter: number for number, letter in enumerate(letters, 1)}
    picture = b"q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q\n"
    return _document([picture + _content(page, codes) for page in pages], codes)


def _document(contents: Iterable[bytes], codes: dict[str, int]) -> bytes:
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",  # the pages, once their numbers are known
        b"<< /Type /Font /Subtype /Type0 /BaseFont /Times /Encoding /Identity-H "
        b"/DescendantFonts [4 0 R] /ToUnicode 5 0 R >>",
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Times /DW 500 "
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
        _stream(_to_unicode(codes)),
    ]
    kids = []
    for content in contents:
        objects.append(_stream(content))
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    return _assembled(objects)


def ruled(rows: Sequence[Sequence[str]]) -> bytes:
    """Return a PDF of one page with a table; an empty first cell goes on with the one above it."""
    columns = [40 + n * 500 / len(rows[0]) for n in range(len(rows[0]) + 1)]
    letters = sorted({letter for row in rows for cell in row for letter in cell} | {" "})
    codes = {letter: number for number, letter in enumerate(letters, 1)}
    drawn = []
    for n, row in enumerate(rows):
        top = 780 - 40 * n
        start = columns[0] if row[0] else columns[1]
        drawn.append(f"{start} {top} m {columns[-1]} {top} l S")
        for x, cell in zip(columns, row, strict=False):
            shown = "".join(f"{codes[letter]:04X}" for letter in cell)
            drawn.append(f"BT /F1 8 Tf {x + 4} {top - 20} Td <{shown}> Tj ET")
    bottom = 780 - 40 * len(rows)
    drawn.append(f"{columns[0]} {bottom} m {columns[-1]} {bottom} l S")
    drawn += [f"{x} 780 m {x} {bottom} l S" for x in columns]
    return _document(["\n".join(drawn).encode()], codes)


def _content(lines: Sequence[str], codes: dict[str, int]) -> bytes:
    shown = [f"<{''.join(f'{codes[letter]:04X}' for letter in line)}> Tj T*" for line in lines]
    return "\n".join(["BT /F1 12 Tf 16 TL 50 800 Td", *shown, "ET"]).encode()


def _to_unicode(codes: dict[str, int]) -> bytes:
    rows = [f"<{n:04X}> <{letter.encode('utf-16-be').hex()}>" for letter, n in codes.items()]
    parts = [rows[start : start + 100] for start in range(0, len(rows), 100)]
    mapped = "\n".join(f"{len(p)} beginbfchar\n" + "\n".join(p) + "\nendbfchar" for p in parts)
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def\n"
        f"1 begincodespacerange <0000> <FFFF> endcodespacerange\n{mapped}\n"
        "endcmap end end"
    ).encode()


def _stream(data: bytes) -> bytes:
    packed = zlib.compress(data)
    head = f"<< /Length {len(packed)} /Filter /FlateDecode >>\nstream\n"
    return head.encode() + packed + b"\nendstream"


def _assembled(objects: Sequence[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    out += f"trailer << /Size {len(places) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF".encode()
    return bytes(out)


def paged(text: str, width: int = 80) -> list[list[str]]:
    """Return the lines of `text` wrapped to a page's width, in pages with their numbers below."""
    lines: list[str] = []
    for paragraph in text.splitlines():
        line = ""
        for word in paragraph.split():
            if line and len(line) + 1 + len(word) > width:
                lines.append(line)
                line = word
            else:
                line = f"{line} {word}".strip()
        lines += [line] if line else []
    pages = [lines[start : start + PAGE_LINES] for start in range(0, len(lines), PAGE_LINES)]
    return [[*page, str(number)] for number, page in enumerate(pages, 1)]


def word(paragraphs: Iterable[str], rows: Sequence[Sequence[str]] = ()) -> bytes:
    """Return a Word file of paragraphs, with a table after them."""
    made = docx.Document()
    for paragraph in paragraphs:
        made.add_paragraph(paragraph)
    if rows:
        table = made.add_table(len(rows), len(rows[0]))
        for row, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
    return saved(made)


def saved(made: "docx.document.Document") -> bytes:
    """Return the bytes of a Word file."""
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()

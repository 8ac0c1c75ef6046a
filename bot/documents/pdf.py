"""PDF through PDFium: the lines of its pages, without what every page repeats."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from bot.documents.errors import DocumentError
from bot.documents.pdf_tables import Rows, parts_of
from campaign.language.old_fonts import modern
from campaign.reader.document import Document
from campaign.reader.refusals import PAGES
from campaign.reader.texts import lines_of, with_tables

_FEW = 20
_STAMP = 200
"""Letters that a page may have which is a picture: who signed it, and when."""
_OFTEN = 0.5
_ENDS = 2


def pdf_document(data: bytes) -> Document:
    """Return the document in `data`. Raises DocumentError."""
    try:
        with pdfium.PdfDocument(data) as opened:
            if len(opened) > PAGES:
                raise DocumentError("too_long")
            drawn = sum(_is_picture(page) for page in opened)
            pages = [_text(page) for page in opened]
    except pdfium.PdfiumError as error:
        locked = error.err_code in (pdfium_c.FPDF_ERR_PASSWORD, pdfium_c.FPDF_ERR_SECURITY)
        raise DocumentError("locked" if locked else "broken") from None
    letters = sum(character.isalpha() for page in pages for character in page)
    if letters < _FEW or (2 * drawn > len(pages) and letters < _STAMP * len(pages)):
        raise DocumentError("scanned")
    text = modern("\n".join(line for page in _without_repeats(pages) for line in page))
    lines = [line for line in lines_of(text) if line.text.strip() != "|"]
    return Document(tuple(with_tables(lines)), wrapped=True)


def _is_picture(page: pdfium.PdfPage) -> bool:
    """Whether one picture takes up most of the page."""
    width, height = page.get_size()
    boxes = [each.get_bounds() for each in page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE])]
    return any(2 * (r - x) * (t - b) > width * height for x, b, r, t in boxes)


def _text(page: pdfium.PdfPage) -> str:
    """The text of a page, its tables drawn with bars as in Markdown."""
    text = page.get_textpage()
    parts = list(parts_of(page, text)) or [text.get_text_range()]
    text.close()
    page.close()
    return "\n".join(_plain(part) if isinstance(part, str) else _drawn(part) for part in parts)


def _plain(said: str) -> str:
    return said.replace("\ufffe", "-").replace("\r\n", "\n").replace("\r", "\n")


def _drawn(rows: Rows) -> str:
    return "\n".join(f"| {' | '.join(map(_cell, row))} |" for row in rows)


def _cell(said: str) -> str:
    return _plain(said).strip().replace("|", "/").replace("\n", "<br>")


def _without_repeats(pages: Sequence[str]) -> Iterator[list[str]]:
    """The lines of each page, without those at its ends that most pages have there."""
    split = [[line for line in page.split("\n") if line.strip()] for page in pages]
    ends = Counter(key for lines in split for key in {_key(each) for each in _at_the_ends(lines)})
    for lines in split:
        repeated = {
            n
            for n in (*range(_ENDS), *range(len(lines) - _ENDS, len(lines)))
            if 0 <= n < len(lines)
            and len(pages) > _ENDS
            and ends[_key(lines[n])] > _OFTEN * len(pages)
        }
        yield [line for n, line in enumerate(lines) if n not in repeated]


def _at_the_ends(lines: Sequence[str]) -> list[str]:
    return [*lines[:_ENDS], *lines[-_ENDS:]]


def _key(line: str) -> str:
    """A line as it returns on every page, whatever the page's number."""
    return re.sub(r"\d+", "#", " ".join(line.split()))

"""Plain text and Markdown."""

from bot.documents.errors import DocumentError
from campaign.language.old_fonts import modern
from campaign.reader.document import Document
from campaign.reader.texts import document_of

_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}


def text_document(data: bytes) -> Document:
    """Return the document in `data`: UTF-8, UTF-16 with its mark, Windows-1258, TCVN3 or VNI.

    Raises DocumentError for bytes that are no text.
    """
    text = _decoded(data)
    if "\x00" in text:
        raise DocumentError("broken")
    return document_of(modern(text))


def _decoded(data: bytes) -> str:
    marked = next((name for mark, name in _MARKS.items() if data.startswith(mark)), "utf-8")
    try:
        return data.decode(marked)
    except UnicodeDecodeError:
        pass
    latin = data.decode("latin-1")
    return latin if modern(latin) != latin else data.decode("cp1258", "replace")

"""Which door a file takes: by what it contains, whatever it is called."""

from bot.documents.errors import DocumentError
from campaign.reader.document import Document
from campaign.reader.refusals import MEGABYTES

_MEGABYTE = 1 << 20
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_PDF_WITHIN = 1024
_TEXT_NAMES = (".txt", ".md", ".text", ".markdown")
_OURS = (".pdf", ".docx")
_PICTURES = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"RIFF",
    b"BM",
    b"II*\x00",
    b"MM\x00*",
    b"\x00\x00\x00",
)


def document_in(data: bytes, name: str) -> Document:
    """Return the document in the file `name` whose bytes are `data`. Raises DocumentError."""
    if len(data) > MEGABYTES * _MEGABYTE:
        raise DocumentError("too_big")
    if not data.strip():
        raise DocumentError("empty")
    document = _opened(data, name.lower())
    if not any(c.isalpha() for line in document.lines() for c in line.text):
        raise DocumentError("empty")
    return document


def _opened(data: bytes, name: str) -> Document:
    if b"%PDF-" in data[:_PDF_WITHIN]:
        from bot.documents.pdf import pdf_document  # noqa: PLC0415 - only what is needed

        return pdf_document(data)
    if data.startswith(_ZIP):
        from bot.documents.docx import docx_document  # noqa: PLC0415 - only what is needed

        return docx_document(data)
    if data.startswith(_OLD_OFFICE):
        # A .docx with a password is wrapped in the same container as an old .doc.
        raise DocumentError("locked" if _is_encrypted(data) else "old_word")
    is_picture = data.startswith(_PICTURES)
    if name.endswith(_TEXT_NAMES) and not (is_picture and b"\0" in data):  # a text may say "BM"
        from bot.documents.text import text_document  # noqa: PLC0415 - only what is needed

        return text_document(data)
    raise DocumentError("broken" if name.endswith(_OURS) and not is_picture else "other_kind")


def _is_encrypted(data: bytes) -> bool:
    return "EncryptedPackage".encode("utf-16-le") in data

"""Workbooks as people and mischief make them."""

import io
import zipfile
from collections.abc import Sequence

from openpyxl import Workbook

ROWS = (("Tên HTX", "Huyện"), ("HTX Bình Minh", "Ý Yên"), ("HTX Hải Hậu", "Hải Hậu"))


def book(*sheets: Sequence[Sequence[object]], merged: str = "", password: bool = False) -> bytes:
    made = Workbook(write_only=False)
    made.remove(made.worksheets[0])
    for number, rows in enumerate(sheets or (ROWS,), start=1):
        sheet = made.create_sheet(f"Trang {number}")
        for row in rows:
            sheet.append(list(row))
        if merged:
            sheet.merge_cells(merged)
    if password:  # of the sheet, which hides nothing
        made.worksheets[0].protection.set_password("x")
    written = io.BytesIO()
    made.save(written)
    return written.getvalue()


def repacked(data: bytes, changes: dict[str, bytes]) -> bytes:
    """Return the archive with some entries replaced or added."""
    written = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            if name not in changes:
                new.writestr(name, old.read(name))
        for name, content in changes.items():
            new.writestr(name, content)
    return written.getvalue()


def old_excel(*streams: str) -> bytes:
    """Return the beginning of a compound file with these streams, as Excel wrote until 2003."""
    names = b"".join(name.encode("utf-16-le") for name in streams)
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + names + bytes(512)

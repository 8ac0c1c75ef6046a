"""Tables as XLSX."""

import io

from campaign.ledger.grids import Sheet

_WIDEST = 50
_NARROWEST = 8


def workbook(sheet: Sheet) -> bytes:
    """Return a workbook with one sheet. Text stays text: "=1" is a name, and no formula."""
    from openpyxl import Workbook  # noqa: PLC0415 - slow to import, and seldom needed
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415
    from openpyxl.styles import Font  # noqa: PLC0415
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    book = Workbook(write_only=True)
    page = book.create_sheet(sheet.title)
    page.freeze_panes = "A2"
    for number, heading in enumerate(sheet.head, start=1):
        column = [heading, *(str(row[number - 1]) for row in sheet.rows)]
        width = min(max(map(len, column)) + 2, _WIDEST)
        page.column_dimensions[get_column_letter(number)].width = max(width, _NARROWEST)
    bold = Font(bold=True)
    for at, row in enumerate((sheet.head, *sheet.rows)):
        cells = []
        for value in row:
            cell = WriteOnlyCell(page, value)
            if isinstance(value, str):
                cell.data_type = "s"
            if at == 0:
                cell.font = bold
            cells.append(cell)
        page.append(cells)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()

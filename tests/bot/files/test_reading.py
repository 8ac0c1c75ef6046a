"""What people send as a list, whatever it is called, and what becomes of it."""

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.files.reading import read_table
from campaign.ledger.grids import Grid, Unreadable
from tests.bot.files.books import ROWS, book, old_excel, repacked

WHOLE = book()
SHEET = "xl/worksheets/sheet1.xml"


def grids(data: bytes) -> tuple[Grid, ...]:
    found = read_table(data)
    assert isinstance(found, tuple), found
    return found


def why(data: bytes) -> str:
    found = read_table(data)
    assert isinstance(found, Unreadable), found
    return found.why


def test_a_workbook_is_read_sheet_by_sheet() -> None:
    first, second = grids(book(ROWS, [["Ghi chú"], [None, 12, 12.0, 1.5, True]]))

    assert (first.name, first.rows) == ("Trang 1", ROWS)
    assert second.rows == (("Ghi chú", "", "", "", ""), ("", "12", "12", "1.5", "True"))
    assert not first.formulas
    assert not first.merged


def test_text_is_in_its_composed_form() -> None:
    ((row,),) = (grid.rows for grid in grids(book([["Y\u0301 Ye\u0302n\u200b"]])))

    assert row == ("Ý Yên",)


def test_formulas_are_found_and_not_computed() -> None:
    (grid,) = grids(book([["Tên HTX", "Huyện"], ["=A1", '=HYPERLINK("http://x","y")']]))

    assert grid.formulas == {(1, 0), (1, 1)}


def test_merged_cells_are_found() -> None:
    (grid,) = grids(book([["a", "b"], ["c", "d"], ["e", "f"]], merged="B2:B3"))

    assert grid.merged == {(1, 1), (2, 1)}


def test_a_protected_sheet_can_be_read_all_the_same() -> None:
    assert grids(book(password=True))[0].rows == ROWS


@pytest.mark.parametrize(
    "text",
    [
        "Tên HTX,Huyện\nHTX Bình Minh,Ý Yên\nHTX Hải Hậu,Hải Hậu\n",
        "Tên HTX;Huyện\r\nHTX Bình Minh;Ý Yên\r\nHTX Hải Hậu;Hải Hậu",
        'Tên HTX\tHuyện\n"HTX Bình Minh"\tÝ Yên\nHTX Hải Hậu\tHải Hậu',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_text_is_read_with_whatever_stands_between_its_cells(text: str, encoding: str) -> None:
    (grid,) = grids(text.encode(encoding))

    assert grid.rows == ROWS


def test_rows_of_text_get_the_same_length_and_formulas_are_found() -> None:
    (grid,) = grids(b"a,b,c\n=1+1\n, @x\n")

    assert grid.rows == (("a", "b", "c"), ("=1+1", "", ""), ("", " @x", ""))
    assert grid.formulas == {(1, 0), (2, 1)}


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (old_excel("EncryptedPackage", "EncryptionInfo"), "password"),
        (old_excel("Workbook"), "old"),
        (b"PK\x03\x04 and nothing more", "damaged"),
        (book()[:-200], "damaged"),
        (repacked(book(), {SHEET: b"<worksheet"}), "damaged"),
        (
            repacked(book(), {SHEET: b"<!DOCTYPE x [<!ENTITY a 'b'>]><worksheet>&a;</worksheet>"}),
            "damaged",
        ),
        (repacked(book(), {"xl/workbook.xml": b""}), "damaged"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\x00\x01\x02", "format"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "format"),
        (b"a\x00b,c", "format"),
        ("Tên HTX,Huyện\nHTX Bình Minh,Ý Yên".encode("cp1258", "replace"), "encoding"),
        (b'a,"b\n' + b"x" * 200_000, "damaged"),
        (b"\n".join([b"a,b"] * 2_001), "rows"),
        (b",".join([b"a"] * 51), "rows"),
        (book([["a"]] * 2_001), "rows"),
        (book([["a"] * 51]), "rows"),
    ],
)
def test_what_cannot_be_read_is_told_apart(data: bytes, reason: str) -> None:
    assert why(data) == reason


def test_a_document_of_another_kind_in_the_same_wrapping_is_no_workbook() -> None:
    word = io.BytesIO()
    with zipfile.ZipFile(word, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")

    assert why(word.getvalue()) == "format"


def test_a_bomb_is_not_unpacked() -> None:
    bomb = repacked(book(), {SHEET: b"0" * 30_000_000})

    assert len(bomb) < 100_000
    assert why(bomb) == "bomb"


def test_a_cell_far_away_makes_no_large_grid() -> None:
    sheet = (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        b'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>'
        b"</sheetData></worksheet>"
    )

    assert why(repacked(book(), {SHEET: sheet})) == "rows"


def test_entities_that_multiply_are_not_expanded() -> None:
    entities = "".join(
        f'<!ENTITY a{number} "{f"&a{number - 1};" * 10}">' for number in range(1, 10)
    )
    sheet = (
        f'<!DOCTYPE x [<!ENTITY a0 "lol">{entities}]>'
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        '<row r="1"><c r="A1" t="inlineStr"><is><t>&a9;</t></is></c></row>'
        "</sheetData></worksheet>"
    )

    assert why(repacked(book(), {SHEET: sheet.encode()})) == "damaged"


@given(st.binary(max_size=300))
def test_whatever_is_sent_is_read_or_told(data: bytes) -> None:
    for begin in (b"", b"PK\x03\x04", b"\xff\xfe", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        found = read_table(begin + data)
        assert isinstance(found, Unreadable | tuple)


@settings(max_examples=30)
@given(st.integers(0, len(WHOLE) - 1), st.integers(0, 255))
def test_a_workbook_with_a_wrong_byte_is_read_or_told(at: int, byte: int) -> None:
    found = read_table(WHOLE[:at] + bytes([byte]) + WHOLE[at + 1 :])

    assert isinstance(found, Unreadable | tuple)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_titles_above_the_columns_of_a_text_do_not_matter(delimiter: str) -> None:
    rows = [
        ["UBND TỈNH, PHÒNG PHONG TRÀO"],
        [],
        ["Tên HTX", "Huyện"],
        ["HTX Hoa Sen", "Ý Yên"],
        ["HTX Cói", "Nghĩa Hưng"],
    ]
    text = "\n".join(delimiter.join(row) for row in rows)

    (grid,) = grids(text.encode())

    assert [row[:2] for row in grid.rows[2:]] == [tuple(row) for row in rows[2:]]

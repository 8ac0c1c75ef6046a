"""Files of every kind, whole and broken, through the doors."""

import io
import struct
import unicodedata
import zipfile
import zlib
from pathlib import Path

import docx
import pytest
from docx.opc.constants import CONTENT_TYPE
from docx.oxml import OxmlElement

from bot.documents.apart import read_bytes, read_file
from bot.documents.errors import DocumentError
from bot.documents.opening import document_in
from campaign.reader.document import Document, Line, Table, said
from campaign.reader.reading import read
from campaign.reader.refusals import Refusal
from tests.bot.documents.files import paged, pdf, ruled, saved, scan, word

MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
SAMPLES = Path(__file__).parents[2] / "campaign" / "reader" / "samples"
HIKE = (SAMPLES / "thang-thanh-nien.txt").read_text("utf-8")
TITLES = [
    "Lễ khởi động Tháng Thanh niên",
    "Ngày hội hiến máu “Giọt hồng Sông Đà”",
    "Cuộc thi trực tuyến tìm hiểu kỹ năng số",
    "Tết trồng cây “Vì một Hòa Bình xanh”",
]


def lines(document: Document) -> list[str]:
    return [line.text for line in document.lines() if line.text.strip()]


def refused(data: bytes, name: str) -> Refusal:
    with pytest.raises(DocumentError) as refusal:
        document_in(data, name)
    return refusal.value.code


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (HIKE.encode(), "ke hoach.txt"),
        (HIKE.encode("utf-16"), "ke hoach.TXT"),
        (HIKE.encode("utf-8-sig"), "ke-hoach.md"),
        (word(HIKE.splitlines()), "ke-hoach.docx"),
        (word(HIKE.splitlines()), "called anything"),
        (pdf(paged(HIKE)), "ke-hoach.pdf"),
    ],
)
def test_the_same_plan_is_read_from_every_kind_of_file(data: bytes, name: str) -> None:
    found = read(document_in(data, name))
    assert [doing.title.text for doing in found.activities] == TITLES
    assert found.letterhead.number is not None
    assert found.letterhead.number.text == "112-KH/TĐTN-PT"


def test_text_in_decomposed_letters_is_composed() -> None:
    found = read(document_in(unicodedata.normalize("NFD", HIKE).encode(), "x.txt"))
    assert [doing.title.text for doing in found.activities] == TITLES


def test_word_paragraphs_and_tables_come_in_their_order() -> None:
    made = docx.Document()
    made.add_paragraph("Trước bảng")
    made.add_table(1, 2).rows[0].cells[1].text = "Trong bảng"
    made.add_paragraph("Sau bảng")
    before, table, after = document_in(saved(made), "x.docx").blocks
    assert isinstance(before, Line)
    assert isinstance(table, Table)
    assert isinstance(after, Line)
    assert [said(cell) for cell in table.rows[0]] == ["", "Trong bảng"]


def test_a_merged_cell_of_word_stands_in_each_of_its_rows_and_columns() -> None:
    made = docx.Document()
    table = made.add_table(3, 3)
    table.cell(0, 0).merge(table.cell(0, 2)).text = "Cả hàng"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "Hai hàng"
    (found,) = [b for b in document_in(saved(made), "x.docx").blocks if isinstance(b, Table)]
    assert [[said(cell) for cell in row] for row in found.rows] == [
        ["Cả hàng", "Cả hàng", "Cả hàng"],
        ["Hai hàng", "", ""],
        ["Hai hàng", "", ""],
    ]


def test_numbers_that_word_writes_by_itself_are_read() -> None:
    made = docx.Document()
    for text in ("Tuyên truyền", "Tập huấn"):
        made.add_paragraph(text, style="List Number")
    made.add_paragraph("Băng rôn", style="List Bullet")
    found = lines(document_in(saved(made), "x.docx"))
    assert found == ["1. Tuyên truyền", "2. Tập huấn", "- Băng rôn"]


def test_what_was_deleted_with_tracked_changes_is_not_read() -> None:
    made = docx.Document()
    paragraph = made.add_paragraph("Còn lại")
    deletion = OxmlElement("w:del")
    deletion.append(made.add_paragraph("Đã xóa").runs[0]._r)
    paragraph._p.append(deletion)
    assert lines(document_in(saved(made), "x.docx")) == ["Còn lại"]


def test_word_in_the_old_fonts_is_read() -> None:
    made = docx.Document()
    typed = {".VnTime": "KÕ ho¹ch", ".VnTimeH": "kÕ ho¹ch", "VNI-Times": "Keá hoaïch"}
    for font, text in typed.items():
        made.add_paragraph().add_run(text).font.name = font
    assert lines(document_in(saved(made), "x.docx")) == ["Kế hoạch", "KẾ HOẠCH", "Kế hoạch"]


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        (["Thùc hiÖn KÕ ho¹ch hîp t¸c x·", "2. Thêi gian:", "cã", "Ngày Tết"], "có"),
        (["Thöïc hieän Keá hoaïch hôïp taùc xaõ", "2. Thôøi gian:", "coù", "Ngày Tết"], "có"),
        (["Thực hiện Kế hoạch hợp tác xã", "2. Thời gian:", "cô", "Ngày Tết"], "cô"),
    ],
    ids=["TCVN3", "VNI", "Unicode"],
)
def test_short_lines_of_word_are_read_in_the_old_font_of_the_document(
    said: list[str], meant: str
) -> None:
    found = lines(document_in(word(said), "x.docx"))
    assert found == ["Thực hiện Kế hoạch hợp tác xã", "2. Thời gian:", meant, "Ngày Tết"]


@pytest.mark.parametrize(
    "typed",
    [
        "Thùc hiÖn KÕ ho¹ch cña Liªn minh Hîp t¸c x·",
        "Thöïc hieän Keá hoaïch cuûa Lieân minh Hôïp taùc xaõ",
    ],
    ids=["TCVN3", "VNI"],
)
@pytest.mark.parametrize("encoding", ["latin-1", "utf-8"])
def test_text_in_the_old_fonts_is_read(typed: str, encoding: str) -> None:
    found = lines(document_in(typed.encode(encoding), "x.txt"))
    assert found == ["Thực hiện Kế hoạch của Liên minh Hợp tác xã"]


def test_page_numbers_and_running_heads_are_left_out() -> None:
    said = [f"Đoạn thứ {each} của văn bản này" for each in ("nhất", "hai", "ba", "tư")]
    pages = [["Sở Y tế – Kế hoạch 2026", text, f"Trang {n}"] for n, text in enumerate(said, 1)]
    assert lines(document_in(pdf(pages), "x.pdf")) == said


def test_a_ruled_table_of_a_pdf_is_a_table() -> None:
    rows = [
        ["Nội dung", "Đơn vị chủ trì", "Thời gian"],
        ["Hội thao", "Văn phòng", "Tháng 4/2026"],
        ["", "Phòng Phong trào", "Tháng 5/2026"],
    ]
    (table,) = [b for b in document_in(ruled(rows), "x.pdf").blocks if isinstance(b, Table)]
    assert [[said(cell) for cell in row] for row in table.rows] == [
        *rows[:2],
        ["Hội thao", *rows[2][1:]],
    ]


def test_a_scan_whose_text_was_recognised_is_read() -> None:
    found = read(document_in(scan(paged(HIKE)), "x.pdf"))
    assert [doing.title.text for doing in found.activities] == TITLES


def picture_pdf() -> bytes:
    """A page with nothing but a grey picture, as a scanner makes."""
    made = pdf([[""]])
    return made.replace(b"/Times", b"/Timex")


def locked_pdf() -> bytes:
    """A PDF whose standard encryption wants a password that nobody has."""
    keys = f"/O <{'41' * 32}> /U <{'42' * 32}> /P -4"
    lock = f"/Root 1 0 R /ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 {keys} >>"
    return pdf([["Kế hoạch"]]).replace(b"/Root 1 0 R", lock.encode())


def png() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        checksum = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + checksum

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(b"\0\0")), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*each) for each in chunks)


def word_with(text: bytes) -> bytes:
    """A Word file with other bytes in place of its text."""
    file = io.BytesIO()
    source = zipfile.ZipFile(io.BytesIO(word(["x"])))
    with source, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for part in source.namelist():
            made.writestr(part, text if part == "word/document.xml" else source.read(part))
    return file.getvalue()


def with_macros(data: bytes) -> bytes:
    """The same as Word keeps it with macros, those being no more than bytes here."""
    file = io.BytesIO()
    source = zipfile.ZipFile(io.BytesIO(data))
    with source, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for part in source.namelist():
            types = (CONTENT_TYPE.WML_DOCUMENT_MAIN.encode(), MACROS.encode())
            made.writestr(part, source.read(part).replace(*types))
        made.writestr("word/vbaProject.bin", b"\xd0\xcf\x11\xe0" + bytes(500))
    return file.getvalue()


def bomb() -> bytes:
    """A Word file whose text unpacks to 200 MB of nothing."""
    return word_with(b" " * (200 << 20))


def locked_word() -> bytes:
    """What Word writes with a password: an old container around what is encrypted."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "EncryptedPackage".encode("utf-16-le")


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"", "x.txt", "empty"),
        (b"  \n ", "x.txt", "empty"),
        (b"12 / 34", "x.txt", "empty"),
        (b"\0\1\2\3" * 9, "x.txt", "broken"),
        (b"a" * (21 << 20), "x.txt", "too_big"),
        (png(), "x.pdf", "other_kind"),
        (png(), "x.png", "other_kind"),
        (png(), "x.txt", "other_kind"),
        (b"MZ\x90", "x.exe", "other_kind"),
        (b"nothing of the kind", "x.pdf", "broken"),
        (b"nothing of the kind", "x.docx", "broken"),
        (pdf([["Kế hoạch"]])[:300], "x.pdf", "broken"),
        (word(["Kế hoạch"])[:900], "x.docx", "broken"),
        (picture_pdf(), "x.pdf", "scanned"),
        (scan([["Ký bởi: Liên minh HTX tỉnh", "Ngày ký: 27/02/2024"], [], []]), "x.pdf", "scanned"),
        (pdf([["Trang giấy"]] * 301), "x.pdf", "too_long"),
        (locked_word(), "x.docx", "locked"),
        (locked_pdf(), "x.pdf", "locked"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "x.doc", "old_word"),
        (bomb(), "x.docx", "too_big"),
    ],
)
def test_what_cannot_be_read_is_refused_by_name(data: bytes, name: str, code: Refusal) -> None:
    assert refused(data, name) == code


@pytest.mark.parametrize("name", ["x.docm", "x.docx"])
def test_a_word_file_with_macros_is_read_and_they_are_not_run(name: str) -> None:
    found = lines(document_in(with_macros(word(["Kế hoạch", "Hội thao"])), name))
    assert found == ["Kế hoạch", "Hội thao"]


def test_another_zip_is_no_word_file() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        made.writestr("hello.txt", "xin chào")
    assert refused(file.getvalue(), "x.docx") == "other_kind"


def test_a_word_file_with_broken_xml_is_broken() -> None:
    assert refused(word_with(b"<w:document"), "x.docx") == "broken"


def test_a_refusal_is_said_in_both_languages_vietnamese_first() -> None:
    with pytest.raises(DocumentError, match=r"^Tệp không có chữ nào\. / There is no text"):
        document_in(b"", "x.txt")


def test_a_process_of_its_own_reads_the_same() -> None:
    apart = read_bytes(HIKE.encode(), "x.txt")
    assert apart == read(document_in(HIKE.encode(), "x.txt"))


def test_a_refusal_comes_back_from_the_other_process() -> None:
    with pytest.raises(DocumentError) as refusal:
        read_bytes(picture_pdf(), "x.pdf")
    assert refusal.value.code == "scanned"


def test_reading_leaves_no_file_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    read_bytes(word(HIKE.splitlines()), "x.docx")
    with pytest.raises(DocumentError):
        read_bytes(bomb(), "x.docx")
    assert list(tmp_path.iterdir()) == []


def test_a_file_too_big_is_not_even_opened(tmp_path: Path) -> None:
    file = tmp_path / "big.pdf"
    with file.open("wb") as made:
        made.truncate(21 << 20)
    with pytest.raises(DocumentError) as refusal:
        read_file(file)
    assert refusal.value.code == "too_big"

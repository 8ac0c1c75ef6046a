"""Files that are sent: they can be opened, and say what they are to say."""

import io

import pytest
from openpyxl import load_workbook
from PIL import Image, ImageFont

from bot.files import pictures
from bot.files.pictures import picture
from bot.files.reading import read_table
from bot.files.sheets import workbook
from campaign.ledger.charts import Bar, Chart, Panel
from campaign.ledger.charts import chart as drawn
from campaign.ledger.grids import Sheet
from tests.campaign.ledger.boards import board

SHEET = Sheet("Tiến độ", ("Tên HTX", "Số"), [("HTX Bình Minh", 3), ("=1+1", 4)])
LETTERS = (
    "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
)


def test_a_workbook_can_be_read_back_and_text_is_no_formula() -> None:
    found = read_table(workbook(SHEET))

    assert isinstance(found, tuple)
    (grid,) = found
    assert grid.name == "Tiến độ"
    assert grid.rows == (("Tên HTX", "Số"), ("HTX Bình Minh", "3"), ("=1+1", "4"))
    assert not grid.formulas


def test_numbers_stay_numbers_and_the_heading_stays_in_sight() -> None:
    page = load_workbook(io.BytesIO(workbook(SHEET))).worksheets[0]

    assert page["B2"].value == 3
    assert page["A1"].font.b
    assert page.freeze_panes == "A2"


def test_an_empty_table_has_its_headings() -> None:
    found = read_table(workbook(Sheet("Danh sách HTX", ("Tên HTX", "Huyện"), [])))

    assert isinstance(found, tuple)
    assert found[0].rows == (("Tên HTX", "Huyện"),)


def chart(*bars: Bar, panels: int = 1) -> Chart:
    shown = [Panel(f"III.{number} · Xét giải", bars) for number in range(panels)]
    return Chart("Tiến độ Nam Định 2024", ("chưa nộp", "đã nộp", "cần bổ sung", "đạt"), shown)


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def test_a_picture_grows_with_what_it_shows() -> None:
    small = opened(picture(chart(Bar("Tất cả", (1, 2, 3, 4), "3/10"))))
    large = opened(
        picture(chart(*[Bar(f"Huyện {n}", (1, 2, 3, 4), "3/10") for n in range(10)], panels=2))
    )

    assert small.format == "PNG"
    assert small.width == large.width == pictures.WIDTH
    assert small.height < large.height


def test_each_part_of_a_bar_has_its_share_in_its_colour() -> None:
    image = opened(picture(chart(Bar("Tất cả", (4, 3, 2, 1), "3/10")))).convert("RGB")
    colours = {
        "#{:02x}{:02x}{:02x}".format(*colour): number  # type: ignore[misc]  # of RGB
        for number, colour in image.getcolors(image.width * image.height) or []
    }

    shares = [colours[colour] for colour in pictures._COLOURS]
    areas = [share - 21 * 21 for share in shares]  # without the legend's square
    assert areas[0] == pytest.approx(4 * areas[3], rel=0.02)
    assert areas[1] == pytest.approx(3 * areas[3], rel=0.02)
    assert areas[2] == pytest.approx(2 * areas[3], rel=0.02)


def test_nobody_at_all_is_an_empty_bar() -> None:
    assert opened(picture(chart(Bar("Tất cả", (0, 0, 0, 0), "3/10"), panels=0))).height > 0
    assert opened(picture(chart(Bar("Tất cả", (0, 0, 0, 0), "3/10")))).height > 0


@pytest.mark.parametrize("parts", [(1, 0, 0, 5000), (0, 5000, 1, 0), (1, 1, 1, 9999)])
def test_a_part_that_is_thinner_than_a_dot_is_not_drawn(parts: tuple[int, ...]) -> None:
    assert opened(picture(chart(Bar("Tất cả", parts, "1/5001")))).width == pictures.WIDTH


@pytest.mark.parametrize(("districts", "activities"), [(500, 1), (500, 20), (2, 500), (0, 500)])
def test_very_much_makes_no_picture_that_cannot_be_sent(districts: int, activities: int) -> None:
    image = opened(picture(drawn(board(districts, activities), "Tiến độ", "vi")))

    assert image.height / image.width < 20
    assert image.height + image.width <= 10_000


def test_what_a_picture_leaves_out_is_written_on_it() -> None:
    bars = [Bar(f"Huyện {number}", (1, 0, 0, 0), "3/10") for number in range(3)]
    panel, more = Panel("Xét giải", bars), Panel("Xét giải", bars, "… và 12 địa bàn nữa")
    legend = ("đạt", "cần bổ sung", "đã nộp", "chưa nộp")
    heights = [
        opened(picture(Chart("Tiến độ", legend, [each], left))).height
        for each in (panel, more)
        for left in ("", "… và 2 hoạt động nữa")
    ]

    assert [height - heights[0] for height in heights] == [0, 40, 40, 80]


def test_a_name_that_is_too_long_is_cut() -> None:
    assert (
        opened(picture(chart(Bar("Thành phố " * 20, (1, 1, 1, 1), "3/10")))).width == pictures.WIDTH
    )


@pytest.mark.parametrize("weight", ["Regular", "Semibold"])
def test_the_typeface_has_every_vietnamese_letter(weight: str) -> None:
    font = pictures._font(weight, 30)
    assert isinstance(font, ImageFont.FreeTypeFont)
    missing = font.getmask("\ufffe").getbbox(), bytes(font.getmask("\ufffe"))

    for letter in LETTERS + LETTERS.upper():
        mask = font.getmask(letter)
        assert (mask.getbbox(), bytes(mask)) != missing, letter

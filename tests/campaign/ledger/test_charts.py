"""The picture of progress says what it leaves out."""

from campaign.ledger.charts import chart
from campaign.ledger.tables import show_districts
from campaign.messages import plain
from tests.campaign.ledger.boards import board


def test_a_picture_of_few_districts_leaves_nothing_out() -> None:
    (panel,) = (drawn := chart(board(39, 1), "Tiến độ", "vi")).panels

    assert [bar.label for bar in panel.bars] == [
        "Tất cả",
        *(f"Huyện {number:03}" for number in range(39)),
    ]
    assert (panel.more, drawn.more) == ("", "")


def test_districts_that_have_no_bar_are_counted() -> None:
    (panel,) = chart(board(51, 1), "Tiến độ", "vi").panels

    assert len(panel.bars) == 40
    assert panel.more == "… và 12 địa bàn nữa"
    assert chart(board(51, 1), "Progress", "en").panels[0].more == "… and 12 more districts"


def test_the_table_in_the_chat_leaves_out_the_same() -> None:
    lines = plain((show_districts(board(51, 1), 1, "vi"),)).splitlines()

    assert len(lines) == 42
    assert lines[-2] == "… và 12 địa bàn nữa"
    assert lines[-1].split() == ["Tổng", "26", "25", "0", "0"]
    assert "nữa" not in plain((show_districts(board(39, 1), 1, "vi"),))


def test_activities_that_have_no_bars_are_counted() -> None:
    drawn = chart(board(51, 7), "Tiến độ", "vi")

    assert len(drawn.panels) == 4
    assert drawn.more == "… và 3 hoạt động nữa"

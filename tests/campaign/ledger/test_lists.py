"""Lists as people write them, and what they are told of each row."""

from dataclasses import replace

import pytest

from campaign.ledger.grids import Grid, Place
from campaign.ledger.lists import Entry, Known, Problem, read_list

HEAD = ("STT", "Tên HTX", "Huyện", "Nhóm")
KNOWN = Known(
    cooperatives=(("HTX Bình Minh", "Ý Yên"), ("HTX Hải Hậu", "Hải Hậu")),
    groups=("Nhóm Bình Minh", "Nhóm Hải Hậu", "Trùng tên", "Trùng tên"),
)


def grid(*rows: tuple[str, ...], name: str = "Sheet1", **marks: frozenset[Place]) -> Grid:
    width = max((len(row) for row in rows), default=0)
    return Grid(name, tuple(row + ("",) * (width - len(row)) for row in rows), **marks)


def problems(*rows: tuple[str, ...], **marks: frozenset[Place]) -> list[tuple[int, str, str, str]]:
    found = read_list([replace(grid(HEAD, *rows), **marks)], KNOWN).problems  # type: ignore[arg-type]  # two of its fields
    return [(each.row, each.wrong, each.said, each.hint) for each in found]


def test_a_list_is_read_whatever_stands_above_it() -> None:
    listing = read_list(
        [
            grid(
                ("LIÊN MINH HTX TỈNH",),
                (),
                ("tt", "Địa bàn", "hợp  tác xã"),
                ("1", "huyện Ý Yên", "HTX  Bình Minh"),
                (),
                ("2", "Vụ Bản", "HTX Rau sạch"),
            )
        ],
        KNOWN,
    )

    assert listing.problems == ()
    assert listing.entries == (
        Entry(4, "HTX Bình Minh", "Ý Yên"),
        Entry(6, "HTX Rau sạch", "Vụ Bản"),
    )


@pytest.mark.parametrize(
    "heading",
    ["Huyện / TP", "huyện,thành phố:", "Quận/ Huyện", "Huyện ( TP )", "HUYỆN *", "Xã / Phường"],
)
def test_a_heading_may_be_written_in_many_ways(heading: str) -> None:
    listing = read_list([grid(("Tên  HTX:", heading), ("HTX An", "Vụ Bản"))], KNOWN)

    assert listing.entries == (Entry(2, "HTX An", "Vụ Bản"),)


def test_where_a_list_has_communes_and_districts_the_districts_count() -> None:
    head = ("Xã", "Tên HTX", "Huyện")

    assert read_list([grid(head, ("Yên Lợi", "HTX An", "Ý Yên"))], KNOWN).entries == (
        Entry(2, "HTX An", "Ý Yên"),
    )


def test_groups_are_named_by_their_labels() -> None:
    (entry,) = read_list([grid(HEAD, ("1", "A", "Ý Yên", "nhóm  bình minh"))], KNOWN).entries

    assert entry.group == "Nhóm Bình Minh"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([("1", "", "Ý Yên")], [(2, "no_name", "", "")]),
        ([("1", "HTX", "Ý Yên")], [(2, "no_name", "HTX", "")]),
        ([("1", "HTX An", "")], [(2, "no_district", "HTX An", "")]),
        ([("1", "A" * 256, "Ý Yên")], [(2, "too_long", "A" * 40 + "…", "")]),
        ([("1", "HTX An", "B" * 65)], [(2, "too_long", "B" * 40 + "…", "")]),
        (
            [("1", "HTX An", "Ý Yên"), ("2", "htx an", "y yên")],
            [(3, "twice", "htx an", "2")],
        ),
        ([("1", "htx binh minh", "Ý Yên")], [(2, "like_name", "htx binh minh", "HTX Bình Minh")]),
        ([("1", "HTX Bin Minh", "Ý Yên")], [(2, "like_name", "HTX Bin Minh", "HTX Bình Minh")]),
        (
            [("1", "HTX Rau sạch", "Vụ Bản"), ("2", "HTX Rau xạch", "Vụ Bản")],
            [(3, "like_name", "HTX Rau xạch", "HTX Rau sạch")],
        ),
        ([("1", "HTX An", "Hải Haụu")], [(2, "like_district", "Hải Haụu", "Hải Hậu")]),
        (
            [("1", "HTX An", "Ý Yên", "Nhóm Bình Mnh")],
            [(2, "group_unknown", "Nhóm Bình Mnh", "Nhóm Bình Minh")],
        ),
        ([("1", "HTX An", "Ý Yên", "Ở đâu đó")], [(2, "group_unknown", "Ở đâu đó", "")]),
        ([("1", "HTX An", "Ý Yên", "Trùng tên")], [(2, "group_twice", "Trùng tên", "")]),
        ([], [(0, "empty", "", "")]),
        (
            [("1", "", "Ý Yên"), ("2", "HTX An", ""), ("3", "HTX An", "Ý Yên")],
            [(2, "no_name", "", ""), (3, "no_district", "HTX An", "")],
        ),
    ],
)
def test_what_is_wrong_is_told_row_by_row(
    rows: list[tuple[str, ...]], expected: list[tuple[int, str, str, str]]
) -> None:
    assert problems(*rows) == expected


@pytest.mark.parametrize(
    "rows",
    [
        [("1", "HTX Bình Minh", "Ý Yên")],
        [("1", "Hợp tác xã bình minh", "Huyện Ý Yên")],
        [("1", "HTX Bình Minh", "Hải Hậu")],
        [("1", "HTX Tân Tiến", "Ý Yên"), ("2", "HTX Tấn Tiên", "Ý Yên")],
        [("1", "HTX Bình Minh 2", "Ý Yên"), ("2", "HTX Bình Minh 3", "Ý Yên")],
    ],
)
def test_what_is_known_or_only_similar_is_no_problem(rows: list[tuple[str, ...]]) -> None:
    assert problems(*rows) == []


def test_a_known_cooperative_keeps_its_spelling() -> None:
    (entry,) = read_list([grid(HEAD, ("1", "htx BÌNH  minh", "y yen"))], KNOWN).entries

    assert entry == Entry(2, "HTX Bình Minh", "Ý Yên")


@pytest.mark.parametrize("mark", ["merged", "formulas"])
def test_cells_whose_text_is_not_their_own_are_told(mark: str) -> None:
    rows = (("1", "HTX An", "Ý Yên"), ("2", "HTX Ba", "Ý Yên"), ("3", "HTX Tư", "Ý Yên"))
    cells = frozenset({(1, 2), (2, 2), (3, 0)})  # the number in the first column does not matter

    found = problems(*rows, **{mark: cells})

    assert [(row, wrong) for row, wrong, _, _ in found] == [
        (2, mark.removesuffix("s")),
        (3, mark.removesuffix("s")),
    ]


def test_rows_that_are_only_numbered_are_empty() -> None:
    listing = read_list(
        [grid(HEAD, ("1", "HTX An", "Vụ Bản"), ("2", " ", ""), ("3.",), ("4", "", "Vụ Bản"))], KNOWN
    )
    told = problems(("0912345678", "", ""))

    assert listing.entries == (Entry(2, "HTX An", "Vụ Bản"),)
    assert [(each.row, each.wrong) for each in listing.problems] == [(5, "no_name")]
    assert told == [(2, "no_name", "", "")]


def test_a_title_of_merged_cells_is_no_problem() -> None:
    title = grid(
        ("DANH SÁCH", "", ""), HEAD[1:], ("HTX An", "Ý Yên", ""), merged=frozenset({(0, 0), (0, 1)})
    )

    assert read_list([title], KNOWN).problems == ()


@pytest.mark.parametrize(
    ("grids", "missing"),
    [
        ([], "Tên HTX, Huyện"),
        ([grid()], "Tên HTX, Huyện"),
        ([grid(("Tên HTX", "Số điện thoại"), ("HTX An", "1"))], "Huyện"),
        ([grid(("Huyện", "Ghi chú"), ("Ý Yên", "x"))], "Tên HTX"),
        ([grid(("a", "b"), ("c", "d"))], "Tên HTX, Huyện"),
        ([grid(*[("",)] * 10, HEAD, ("1", "HTX An", "Ý Yên"))], "Tên HTX, Huyện"),
    ],
)
def test_missing_columns_are_named(grids: list[Grid], missing: str) -> None:
    assert read_list(grids, KNOWN).problems == (Problem(0, "columns", missing),)


def test_the_sheet_with_the_list_is_found_and_several_are_a_question() -> None:
    right = grid(HEAD, ("1", "HTX An", "Ý Yên"), name="Danh sách")
    other = grid(("Ghi chú",), ("…",), name="Khác")

    assert [each.name for each in read_list([other, right], KNOWN).entries] == ["HTX An"]
    assert read_list([right, other, right], KNOWN).problems == (
        Problem(0, "several_sheets", "Danh sách, Danh sách"),
    )

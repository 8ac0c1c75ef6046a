"""An activity keeps all that the document says of it, however that is laid out."""

from campaign.plan.model import Activity, Plan
from campaign.reader.plans import plan_of
from campaign.reader.reading import read
from campaign.reader.texts import document_of

HEAD = """
LIÊN MINH HỢP TÁC XÃ TỈNH SÔNG XANH
Số: 12/KH-LMHTX
Sông Xanh, ngày 05 tháng 02 năm 2024

KẾ HOẠCH
Tổ chức Tháng hành động vì hợp tác xã năm 2024

I. NỘI DUNG HOẠT ĐỘNG

"""
END = "\n\nNơi nhận:\n- Lưu: VT.\n\nCHỦ TỊCH\n\nNguyễn Văn B\n"


def plan(body: str) -> Plan:
    return plan_of(read(document_of(HEAD + body + END)), "any")


def activities(body: str) -> tuple[Activity, ...]:
    return plan(body).activities


def days(activity: Activity) -> list[str]:
    return [f"{time.start or ''}..{time.end or ''}" for time in activity.times]


def test_a_line_that_the_edge_of_the_page_cut_goes_on_with_a_day_or_a_name() -> None:
    cut = (
        "Mỗi tuần một chuyên mục trên sóng phát thanh, truyền hình của tỉnh bằng ba thứ tiếng; "
        "từ ngày 25/3 đến ngày"
    )
    again = "Đài phát lại ở các huyện. " * 6
    (only,) = activities(f"1. Chuyên mục\n\n{cut}\n30/4/2024. {again}\n\nVăn phòng chủ trì.")
    assert days(only) == ["2024-03-25..2024-04-30"]


def test_a_letter_after_a_heading_begins_an_item_of_its_own() -> None:
    (only,) = activities(
        "1. Khuyến mại tập trung cuối năm\na) Thời gian: tháng 4/2024.\nb) Chủ trì: Văn phòng."
    )
    assert only.title == "Khuyến mại tập trung cuối năm"

"""Plans that consist of a heading and a body."""

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

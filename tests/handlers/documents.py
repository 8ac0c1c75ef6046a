"""A plan document, and handing over to the bot what was read of it."""

from campaign.ledger.grids import Unreadable
from campaign.messages import Send
from campaign.reader.reading import Reading
from campaign.reader.reading import read as read_document
from campaign.reader.refusals import Refusal
from campaign.reader.texts import document_of
from handlers import documents
from handlers.readers import somebody
from tests.handlers.office import OFFICER, OWN, Office

PAGE = """
LIÊN MINH HTX TỈNH SÔNG XANH
Số: 12/KH-LMHTX

Sông Xanh, ngày 05 tháng 02 năm 2024

KẾ HOẠCH
Tổ chức Tháng hành động vì hợp tác xã năm 2024

II. NỘI DUNG HOẠT ĐỘNG
1. Lễ phát động Tháng hành động
- Thời gian: ngày 12/4/2024.
- Địa điểm: Nhà văn hóa Bến Đò.
- Đơn vị chủ trì: Phòng Phong trào.
2. Hội thi tìm hiểu Luật Hợp tác xã
- Thời gian: Thứ Hai, ngày 15/5/2024.
- Địa điểm: Trường Chính trị tỉnh.
3. Nộp hồ sơ xét tặng giải thưởng
- Thời gian: hoàn thành trước ngày 20/3/2024.
- Đơn vị chủ trì: Văn phòng.
4. Thăm các hợp tác xã điển hình
- Đơn vị chủ trì: Văn phòng.

Nơi nhận:
- Các thành viên;
- Lưu VT.
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
"""


def hands_over(
    office: Office,
    found: Reading | Refusal | Unreadable | str = PAGE,
    person: int = OFFICER.id,
    campaign: str = OWN,
) -> Send:
    """Return what is told of a document that has been read."""
    if isinstance(found, str) and "\n" in found:
        found = read_document(document_of(found))
    reader = somebody(office.bot.front, office.bot.unit, office.bot.now, person)
    (only,) = documents.READERS["plan"](reader, (campaign,), found)
    assert isinstance(only, Send)
    return only

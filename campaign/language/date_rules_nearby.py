"""Days around today, and names that are not them: "hôm nay", "sáng mai", "ngày kia"."""

from campaign.language.date_rules import (
    DAYPART,
    Match,
    Reader,
    Rule,
    Scene,
    before,
    starts_clause,
)
from campaign.language.days import Days, around
from campaign.language.patterns import ending, exact

_NEARBY: tuple[tuple[str, int], ...] = (
    (exact("hôm kìa"), -3),
    (r"(?:ngày )?hôm kia|(?:the )?day before yesterday", -2),
    (rf"(?:ngày )?(?:hôm|hum|bữa) (?:qua|wa)|hqua|hqa|h\.qua|(?:{DAYPART}) (?:hôm )?qua", -1),
    (r"yesterday|last night", -1),
    (rf"(?:ngày |ngay )?(?:hôm|hum|bữa) (?:nay|ni)|hnay|h\.nay|(?:{DAYPART}) (?:hôm )?nay", 0),
    (r"today|tonight|this (?:morning|afternoon|evening)", 0),
    (rf"(?:ngày|hôm|bữa) mai|(?:{DAYPART})(?: sớm)? (?:ngày |hôm )?mai|mai (?:{DAYPART})", 1),
    (r"tomorrow|tomorow|tommorow|tommorrow|tmrw?|2moro", 1),
    (rf"ngày kia|(?:ngày|bữa|{DAYPART}) mốt|(?<!mai\s){exact('mốt')}", 2),
    (r"(?:the )?day after tomorrow", 2),
    (exact("ngày kìa"), 3),
)

_NAMES = ending(
    r"chị|cô|bác|anh|em|bà|ông|chú|thầy|dì|mợ|cậu|mẹ|bé|c|a|e|tên|thị|ngọc|thanh|xuân|tuyết|phương"
    r"|quỳnh|hoa|cây|cành|thương|khuyến|ban|sương|làng|đường|phố|hoàng|bạch|xã|thôn|phường|quận"
    r"|hồng|kim|đồng chí|đ/c|họ|nguyễn|trần|lê|phạm|ms|mrs|mr"
)
_NO_TODAY = ending(
    r"hiện|lâu|xưa|đến|tới|ngày|từ|hôm|bữa|năm|tháng|tuần|đời|thời|bấy|trước|giờ|quý|đợt|mùa|kỳ"
)
_ADDRESS = ending(r"ad|admin|ơi|mn|hỏi|chào")


def _shifted(shift: int) -> Reader:
    return lambda _, scene: around("day", scene.today, shift)


def _tomorrow(match: Match, scene: Scene) -> Days | None:
    """Read "mai" where it is nobody's name."""
    capital = scene.text[match.start()] == "M" and not scene.text.isupper()
    if (capital and not starts_clause(match)) or before(match, _NAMES):
        return None
    return around("day", scene.today, 1)


def _today(match: Match, scene: Scene) -> Days | None:
    """Read "nay" as today, not as "này" without its accent: "hoat dong nay"."""
    if before(match, _NO_TODAY):
        return None
    if scene.accented or starts_clause(match) or before(match, _ADDRESS):
        return around("day", scene.today)
    return None


RULES = (
    *(Rule(pattern, _shifted(shift)) for pattern, shift in _NEARBY),
    Rule(r"mai(?! (?:mốt|sau|mối|vàng|mỉa|một)\b)", _tomorrow),
    Rule(r"nay(?! mai\b)", _today),
)

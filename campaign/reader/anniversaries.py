"""Days that return every year, of which a plan speaks: "ngày HTX Việt Nam (11/4)"."""

import re
from collections.abc import Iterable, Iterator

from campaign.plan.model import Anniversary, Day
from campaign.reader.findings import Said

_NAMED = re.compile(
    r"(?P<name>[Nn]gày\s+(?:[“\"])?(?:thành lập |truyền thống |Quốc tế |Thế giới |sinh |[A-ZĐ])[^();,.]{2,90}?)[”\"]?\s*"
    r"\(\s*(?:ngày\s*)?(?P<day>\d{1,2})/(?P<month>\d{1,2})(?:/(?P<since>\d{4}))?(?:\s*[-–]\s*\d{1,2}/\d{1,2}/(?P<until>\d{4}))?\s*\)"
)
_YEARS = re.compile(r"(?:kỷ|kỉ) niệm(?: lần thứ)?\s+(\d{1,3})\s+năm", re.IGNORECASE)


def anniversaries_in(statements: Iterable[Said]) -> Iterator[Anniversary]:
    """Yield each day once, the first time it is named."""
    seen: set[tuple[int, int]] = set()
    for said in statements:
        for match in _NAMED.finditer(said.text):
            day, month = int(match["day"]), int(match["month"])
            if (day, month) not in seen and _exists(day, month):
                seen.add((day, month))
                yield _anniversary(match, said, day, month)


def _anniversary(match: re.Match[str], said: Said, day: int, month: int) -> Anniversary:
    years = _YEARS.search(said.text[max(0, match.start() - 40) : match.start()])
    name = " ".join(match["name"].split()).strip(' “"')
    return Anniversary(
        name=name[:1].upper() + name[1:],
        month=month,
        day=day,
        since=int(match["since"]) if match["since"] and match["until"] else None,
        years=int(years[1]) if years else None,
        section=said.section or None,
    )


def _exists(day: int, month: int) -> bool:
    try:
        Day(2024, month, day)
    except ValueError:
        return False
    return True

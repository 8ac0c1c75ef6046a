"""Times as a plan words them: days where it names some, and what kind of time it is."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from campaign.language.dates import DateMatch, find_dates
from campaign.language.patterns import phrase
from campaign.plan.model import Time, TimeKind
from campaign.reader.occasions import is_occasion, is_of_a_document

_OPEN = re.compile(
    phrase(
        r",?\s?(?:và|,)?\s?(?:(?:các|những) )?(?:năm|tháng|thời gian|giai đoạn)?\s?(?:tiếp theo|sau đó|kế tiếp)|,?\s?trở đi"
    )
)
_RECURS = re.compile(
    phrase(
        r"(?:hằng|hàng|mỗi|định kỳ) (?:tháng|quý|năm|tuần|ngày|đợt)|định kỳ|6 tháng(?: một lần|, năm)|\bmỗi (?:tháng|quý|năm)"
    )
)
_ONGOING = re.compile(phrase(r"thường xuyên|liên tục|xuyên suốt|trong suốt"))
_PEAK = re.compile(phrase(r"cao điểm|trọng điểm|tập trung (?:vào|trong|cao điểm)"))
_TENTATIVE = re.compile(phrase(r"dự kiến|dự định|khoảng"))
_DUE = re.compile(
    phrase(
        r"hoàn thành|hoàn tất|xong|chậm nhất|muộn nhất|hạn (?:cuối|chót|nộp|gửi)|thời hạn|trước|kết thúc"
    )
)
_UNTIL = re.compile(phrase(r"(?:đến|tới|đến hết|hết|chậm nhất)"))
_FROM = re.compile(phrase(r"(?:bắt đầu )?(?:kể )?từ"))
_FROM_NOW = re.compile(phrase(r"từ (?:nay|khi ban hành|ngày ban hành|ngày ký)"))
_WHOLE_YEAR = re.compile(phrase(r"(?:cả|suốt|trong|toàn) năm"))
_PLACE = re.compile(r"[,;]?\s+(?:tại|ở)\s+(?=[^\W\d_])|[,;.]\s*[Đđ]ịa điểm.*")
_SENTENCE = re.compile(r"(?<=[^\d\s])[.;]\s+|;\s*|\.\s+(?=[A-ZĐÁÀẢÃẠĂÂÊÔƠƯ])|\n")
_AND_DATE = re.compile(phrase(r"(?:,|;|và| |vào|lúc|ngày|trong|tháng|\()*"))
_SHORT = 130
_LONGEST_YEARS = 3


@dataclass(frozen=True, slots=True)
class Calendar:
    """What words about time are read against: the year of the plan, and its own date."""

    year: int
    date: datetime.date | None = None

    @property
    def today(self) -> datetime.date:
        """A day in the plan's year: its own date where that is in it."""
        if self.date and self.date.year == self.year:
            return self.date
        return datetime.date(self.year, 1, 1)


def times_of(
    text: str, calendar: Calendar, *, due: bool = False, tentative: bool = False
) -> list[Time]:
    """Return the times that the words `text` after a label say.

    `due` where the label speaks of completion, `tentative` where it says "dự kiến". Words without
    a day in them are a time all the same: "Theo kế hoạch của UBND tỉnh".
    """
    found: list[Time] = []
    for part in _sentences(text):
        found += _of_sentence(part, calendar, due=due, tentative=tentative)
    return _together(list(dict.fromkeys(found)))


def times_within(text: str, calendar: Calendar) -> list[Time]:
    """Return the times that a sentence about an activity mentions, and no other dates.

    A year alone says when a programme, an award or a law is from: only a whole one counts.
    """
    found: list[Time] = []
    for part in _sentences(text):
        dates = [date for date in _dates(part, calendar) if _is_meant(date, part, calendar)]
        found += [
            _time(date, part, dates, due=False, tentative=False, whole=False) for date in dates
        ]
    return list(dict.fromkeys(found))


def _together(times: list[Time]) -> list[Time]:
    """Months that follow on each other are one stretch: "trong tháng 4 và tháng 5"."""
    kept: list[Time] = []
    for time in times:
        last = kept[-1] if kept else None
        if last and _follows(last, time):
            joined = {"text": f"{last.text}, {time.text}", "end": time.end}
            kept[-1] = last.model_copy(update=joined)
        else:
            kept.append(time)
    return kept


def _follows(one: Time, other: Time) -> bool:
    if one.kind != "range" or other.kind != "range" or one.peak != other.peak:
        return False
    return bool(one.end and other.start and other.start == one.end + datetime.timedelta(days=1))


def days_in(text: str, calendar: Calendar) -> list[DateMatch]:
    """Return the dates of `text` that are no document's."""
    return _dates(text, calendar)


def _sentences(text: str) -> Iterator[str]:
    for part in _SENTENCE.split(text):
        if part.strip(" .,;-–+"):
            yield part.strip(" .,;-–+")


def _dates(text: str, calendar: Calendar) -> list[DateMatch]:
    return [
        date
        for date in find_dates(text, calendar.today)
        if date.valid and not is_of_a_document(text, date)
    ]


def _is_meant(date: DateMatch, text: str, calendar: Calendar) -> bool:
    dated = any(character.isdigit() for character in date.text)
    if not dated or is_occasion(text, date) or not _is_near(date, calendar.year):
        return False
    if date.grain == "year" or _is_years(date):
        return bool(_WHOLE_YEAR.match(date.text.lower()) and "cả" in date.text.lower())
    return True


def _is_years(date: DateMatch) -> bool:
    """Whether it is a stretch of whole years, as "giai đoạn 2021-2025"."""
    first = date.start is None or (date.start.month, date.start.day) == (1, 1)
    last = date.end is None or (date.end.month, date.end.day) == (12, 31)
    return first and last and "/" not in date.text and "tháng" not in date.text.lower()


def _is_near(date: DateMatch, year: int) -> bool:
    years = [day.year for day in (date.start, date.end) if day]
    return all(year - 1 <= each <= year + _LONGEST_YEARS for each in years)


def _of_sentence(text: str, calendar: Calendar, *, due: bool, tentative: bool) -> list[Time]:
    dates = _dates(text, calendar)
    if _RECURS.search(text.lower()) and not any(_keeps_its_days(date, text) for date in dates):
        return [
            Time(
                text=_short(text), kind="ongoing" if _ONGOING.search(text.lower()) else "recurring"
            )
        ]
    if not dates:
        return [Time(text=_short(text), kind=_kind_without_days(text))]
    return [_time(date, text, dates, due=due, tentative=tentative) for date in dates]


def _keeps_its_days(date: DateMatch, text: str) -> bool:
    """Whether a date is one of a certain year, beside words that recur."""
    after = text[date.offset + date.length :].lower()
    return date.year_said and not _RECURS.match(after.strip(" ,;("))


def _kind_without_days(text: str) -> TimeKind:
    lowered = text.lower()
    if _ONGOING.search(lowered):
        return "ongoing"
    return "recurring" if _RECURS.search(lowered) else "conditional"


def _time(
    date: DateMatch,
    text: str,
    dates: list[DateMatch],
    *,
    due: bool,
    tentative: bool,
    whole: bool = True,
) -> Time:
    before, after = text[: date.offset].lower(), text[date.offset + date.length :].lower()
    own = _own_words(before, dates, date)
    start, end = date.start, date.end
    words = date.text.lower()
    opened = bool(_OPEN.match(after)) and end is not None
    if opened:
        end = None
    peak = bool(_PEAK.search(own)) or _goes_on_with_peak(date, text, dates)
    return Time(
        text=_wording(date, text, dates, peak=peak, opened=opened, whole=whole),
        kind=_kind(date, own, words, due=due, opened=opened),
        start=start,
        end=end,
        peak=peak,
        tentative=tentative or bool(_TENTATIVE.search(own)) or bool(_TENTATIVE.match(words)),
    )


def _own_words(before: str, dates: list[DateMatch], date: DateMatch) -> str:
    """The words between the date before this one and this one."""
    ends = [each.offset + each.length for each in dates if each.offset < date.offset]
    return before[max(ends, default=0) :]


def _goes_on_with_peak(date: DateMatch, text: str, dates: list[DateMatch]) -> bool:
    """Whether "và tháng 8" goes on with "cao điểm tháng 4"."""
    place = dates.index(date)
    if not place:
        return False
    previous = dates[place - 1]
    between = text[previous.offset + previous.length : date.offset].lower()
    if not _AND_DATE.fullmatch(between):
        return False
    return bool(_PEAK.search(_own_words(text[: previous.offset].lower(), dates, previous))) or (
        _goes_on_with_peak(previous, text, dates)
    )


def _kind(date: DateMatch, own: str, words: str, *, due: bool, opened: bool) -> TimeKind:
    if opened or date.end is None:
        return "range"
    closes = date.start is None or (due and not _FROM.match(words))
    if closes or (_DUE.search(own) and not _FROM.match(words)):
        return "deadline"
    if date.grain == "year":
        return "all-year"
    return "on" if date.start == date.end else "range"


def _wording(
    date: DateMatch, text: str, dates: list[DateMatch], *, peak: bool, opened: bool, whole: bool
) -> str:
    if whole and len(dates) == 1 and len(text) <= _SHORT:
        return _short(text)
    end = date.offset + date.length
    if opened and (match := _OPEN.match(text[end:].lower())):
        end += match.end()
    said = text[date.offset : end].strip()
    own = _own_words(text[: date.offset].lower(), dates, date)
    return f"cao điểm {said}" if peak and _PEAK.search(own) else said


def _short(text: str) -> str:
    """The wording of a time without the place that follows it."""
    cut = _PLACE.search(text)
    kept = text[: cut.start()] if cut and any(c.isdigit() for c in text[: cut.start()]) else text
    return " ".join(kept.split()).strip(" ;,(") or text

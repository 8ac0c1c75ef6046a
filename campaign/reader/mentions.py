"""A date where it stands in a sentence: what the words around it make of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from campaign.language.dates import DateMatch
from campaign.language.days import DAY
from campaign.language.patterns import phrase
from campaign.plan.model import Day, Time, TimeKind

_OPEN = re.compile(
    phrase(
        r",?\s?(?:và|,)?\s?(?:(?:các|những) )?(?:năm|tháng|thời gian|giai đoạn)?\s?(?:tiếp theo|sau đó|kế tiếp)|,?\s?trở đi"
    )
)
_PEAK = re.compile(phrase(r"cao điểm|trọng điểm|tập trung (?:vào|trong|cao điểm)"))
_TENTATIVE = re.compile(phrase(r"dự kiến|dự định|khoảng"))
_LIKELY = re.compile(phrase(r"\s{0,2}\(dự kiến"))
_DUE = re.compile(
    phrase(
        r"hoàn thành|hoàn tất|xong|chậm nhất|muộn nhất|hạn (?:cuối|chót|nộp|gửi)|thời hạn|trước|kết thúc"
    )
)
_FROM = re.compile(phrase(r"(?:bắt đầu )?(?:kể )?từ"))
_PLACE = re.compile(r"(?:[,;]\s*|\s+)(?:tại|ở)\s+(?=[^\W\d_])|[,;.]\s*[Đđ]ịa điểm.*")
_AND_DATE = re.compile(phrase(r"(?:,|;|và| |vào|lúc|ngày|trong|tháng|\()*"))
_CLOCK = r"\d{1,2}\s?(?:h|giờ|g)\s?(?:\d{1,2})?(?:\s?phút)?['’]?"
_HOUR = re.compile(
    rf"(?<!\w)(?:lúc\s|từ\s)?{_CLOCK}(?:\s?(?:-|–|đến)\s?{_CLOCK})?,?\s(?:thứ\s\w+,\s)?$",
    re.IGNORECASE,
)
"""The hour before a day: "19h30' ngày 7/3"."""
WHOLE = 130
"""How long a sentence may be that is the wording of a time as a whole."""


@dataclass(frozen=True, slots=True)
class Mention:
    """The date number `place` among the `dates` of the sentence `text`."""

    text: str
    dates: Sequence[DateMatch]
    place: int

    def time(self, *, due: bool = False, tentative: bool = False, whole: bool = True) -> Time:
        """Return the time that is meant.

        `due` where a label speaks of completion, `tentative` where it says "dự kiến". `whole`
        lets the whole sentence be the wording where it has no other date.
        """
        return Time(
            text=self._wording(whole=whole),
            kind=self._kind(due=due),
            start=None if self.closes else self.date.start,
            end=self._last_day,
            peak=self.peak,
            tentative=tentative or self._tentative,
        )

    @property
    def date(self) -> DateMatch:
        """The date itself."""
        return self.dates[self.place]

    @property
    def end(self) -> int:
        """Where the words after the date begin."""
        return self.date.offset + self.date.length

    @property
    def _before(self) -> "Mention | None":
        return Mention(self.text, self.dates, self.place - 1) if self.place else None

    @property
    def _own(self) -> str:
        """The words between the date before this one and this one."""
        start = self._before.end if self._before else 0
        return self.text[start : self.date.offset].lower()

    @property
    def _opened(self) -> bool:
        """Whether it goes on without an end: "… và các năm tiếp theo"."""
        return self.date.end is not None and bool(_OPEN.match(self.text[self.end :].lower()))

    @property
    def peak(self) -> bool:
        """Whether it is a peak, or goes on with one: "cao điểm tháng 4 và tháng 8"."""
        if _PEAK.search(self._own):
            return True
        return bool(self._before and self._before.peak and _AND_DATE.fullmatch(self._own))

    @property
    def _tentative(self) -> bool:
        said = self.date.text.lower()
        after = self.text[self.end :].lower()
        return any((_TENTATIVE.search(self._own), _TENTATIVE.match(said), _LIKELY.match(after)))

    @property
    def closes(self) -> bool:
        """Whether it is a last day; so is the second of "trước ngày 15/6 và 15/12"."""
        if self.date.start is None:
            return True
        return bool(self._before and self._before.closes and _AND_DATE.fullmatch(self._own))

    @property
    def _last_day(self) -> Day | None:
        if self._opened or self.date.end is None:
            return None
        before = self.date.start is not None and self.closes
        return self.date.end - DAY if before else self.date.end

    def _kind(self, *, due: bool) -> TimeKind:
        date = self.date
        if self._opened or date.end is None:
            return "range"
        begins = _FROM.match(date.text.lower())
        if self.closes or (not begins and (due or _DUE.search(self._own))):
            return "deadline"
        if date.grain == "year":
            return "all-year"
        return "on" if date.start == date.end else "range"

    def _wording(self, *, whole: bool) -> str:
        if whole and len(self.dates) == 1 and len(self.text) <= WHOLE:
            return without_place(self.text)
        end = self.end
        if self._opened and (match := _OPEN.match(self.text[end:].lower())):
            end += match.end()
        before = self.text[self._before.end if self._before else 0 : self.date.offset]
        hour = _HOUR.search(before)
        said = (hour[0] if hour else "") + self.text[self.date.offset : end].strip()
        return f"cao điểm {said}" if _PEAK.search(self._own) else said


def without_place(text: str) -> str:
    """Return the wording of a time without the place that follows it."""
    cut = _PLACE.search(text)
    kept = text[: cut.start()] if cut and any(c.isdigit() for c in text[: cut.start()]) else text
    return " ".join(kept.split()).strip(" ;,(") or text

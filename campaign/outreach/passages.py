"""The sentences and lines of an announcement: their dates, and the activities they name."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from campaign.language.dates import DateMatch, find_dates
from campaign.language.patterns import phrase
from campaign.language.text import clean
from campaign.talk.handbook import Handbook
from campaign.talk.reading import read

_THREE_WORDS = 3

_SENTENCE_END = re.compile(r"\n+|(?<=[.!?;])\s+")
_WRAPPED = re.compile(r"(?<=[^\n]{50})(?<![.!?;:\s])[ \t]*\n[ \t]*\n?(?=[a-zà-ỹđ\d])")
"""A line break in the middle of a sentence, as text copied from a document has."""
_LETTERHEAD = re.compile(phrase(r"[\w. ]{2,40},? ngày [\d.…]{1,3} tháng \d{1,2} năm \d{4}\W*"))
"""The place and the day of writing."""
_DAY_SAID = re.compile(phrase(r"\d\s?[/.-]\s?\d|ngày \d|\d tháng"))
_MONTHS = re.compile(phrase(r"(?<!\d\s)(?<!\w)tháng"))
_OF_THE_PAST = re.compile(
    phrase(
        r"(?<!\w)(?:đã|vừa qua|vừa rồi|căn cứ|số|nghị quyết|nghị định|quyết định|thông tư|công văn"
        r"|luật|kỷ niệm|kỉ niệm|ban hành|sinh|thành lập|kết quả|thành công|đính chính|thay vì"
        r"|không phải|thay cho|dời|hoãn|chuyển từ|already|took place|instead|anniversary)(?!\w)"
        r"|(?<![\w/.:])\w{1,6}/[^\W\d_]{2}"
    )
)
"""Beside these, or the number of a document ("12/KH-LMHTX"), a day of the past may be meant."""
_EVENTS = frozenset("le hoi giai cup dai dien".split())
"""First words of names that are nobody's verbs: "lễ", "hội thao", "diễn đàn"."""


@dataclass(frozen=True)
class Passage:
    """A sentence or line, as it is understood on the day `today`."""

    text: str
    handbook: Handbook
    today: date

    @cached_property
    def dates(self) -> list[DateMatch]:
        """The time expressions in it."""
        return find_dates(self.text, self.today)

    @cached_property
    def days(self) -> list[DateMatch]:
        """The days in it that are still to be kept, as far as one can tell."""
        if self.says(_OF_THE_PAST) or _LETTERHEAD.fullmatch(self.text.lower().strip()):
            return []
        written = (self.today, self.today)
        return [d for d in self.dates if _is_of_days(d) and (d.start, d.end) != written]

    @cached_property
    def named(self) -> frozenset[int]:
        """The activities whose names it says in full, so that nothing else can be meant."""
        reading = read(self.handbook, self.text, self.today)
        found = [f for f in reading.called if not f.slips]
        return frozenset(
            int(f.label.rpartition(":")[2])
            for f in found
            if f.length >= _THREE_WORDS
            or reading.words[f.start].folded in _EVENTS
            or (f.length == 1 and len(reading.words[f.start].folded) > 2 * _THREE_WORDS)
        )

    def says(self, pattern: re.Pattern[str]) -> bool:
        """Whether `pattern`, for lower-case text, is found in it."""
        return bool(pattern.search(self.text.lower()))


def passages(text: str, handbook: Handbook, today: date) -> list[Passage]:
    """Return the parts of `text` in order, without those that are blank."""
    parts = _SENTENCE_END.split(_WRAPPED.sub(" ", clean(text)))
    return [Passage(part, handbook, today) for part in parts if part.strip()]


def _is_of_days(found: DateMatch) -> bool:
    said = found.text.lower()
    in_days = bool(_DAY_SAID.search(said)) and not _MONTHS.search(said)
    return found.valid and found.grain in ("day", "range") and in_days

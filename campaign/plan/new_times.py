"""A time that staff set for an activity: exact, and worded the same everywhere."""

import datetime
from dataclasses import dataclass

_OPEN = ".."


@dataclass(frozen=True, slots=True)
class When:
    """Days from `start` to `end`, both inclusive; `start` None makes `end` a last safe day.

    `hour` is a time of day in Vietnam: of the first day, or by which it is due on the last one.
    """

    start: datetime.date | None
    end: datetime.date
    hour: datetime.time | None = None

    def __str__(self) -> str:
        """Return it in ISO 8601: "2024-03-28T08:00", "2024-03-28/2024-03-30", "../2024-03-20"."""
        hour = f"T{self.hour:%H:%M}" if self.hour else ""
        if self.start == self.end:
            return f"{self.end}{hour}"
        if self.start is None:
            return f"{_OPEN}/{self.end}{hour}"
        return f"{self.start}{hour}/{self.end}"

    @classmethod
    def of(cls, text: str) -> "When":
        """Return what `str` made `text` of. Raises ValueError for anything else."""
        first, slash, last = text.partition("/")
        if not slash:
            day, hour = _moment(first)
            return cls(day, day, hour)
        end, due = _moment(last)
        if first == _OPEN:
            return cls(None, end, due)
        start, hour = _moment(first)
        return cls(start, end, hour)

    def vietnamese(self) -> str:
        """Return it in words: "8h30 ngày 28/3/2024"."""
        end, hour = _day(self.end), f"{_hour(self.hour)} " if self.hour else ""
        if self.start == self.end:
            return f"{hour}ngày {end}"
        if self.start is None:
            return f"chậm nhất {hour or 'hết '}ngày {end}"
        return f"từ {hour}ngày {_day(self.start)} đến ngày {end}"

    def english(self) -> str:
        """Return it in words: "8:30 on 28/3/2024"."""
        end, hour = _day(self.end), f"{self.hour:%-H:%M} on " if self.hour else ""
        if self.start == self.end:
            return f"{hour}{end}"
        if self.start is None:
            return f"by {hour or 'the end of '}{end}"
        return f"from {hour}{_day(self.start)} to {end}"


def _moment(text: str) -> tuple[datetime.date, datetime.time | None]:
    day, _, hour = text.partition("T")
    time = datetime.time.fromisoformat(hour) if hour else None
    return datetime.date.fromisoformat(day), time


def _day(day: datetime.date) -> str:
    return f"{day.day}/{day.month}/{day.year}"


def _hour(hour: datetime.time) -> str:
    return f"{hour.hour}h{hour.minute:02}" if hour.minute else f"{hour.hour}h"

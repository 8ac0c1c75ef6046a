"""`loa when`: the days that a text speaks of."""

import datetime
import json
from typing import Any

from pydantic import BaseModel

from bot.clock import Clock
from bot.commands.jsonl import answered
from bot.commands.options import Day, Lines, say, say_all, standard_input, text_or_lines
from bot.config import TodayConfig, load
from campaign.language.dates import find_dates
from campaign.language.text import clean


class Line(BaseModel):
    """One line: `text`, said on the day `today`."""

    text: str
    today: datetime.date | None = None


def when(*text: str, today: Day = None, jsonl: Lines = False) -> int:
    """Print the days that TEXT speaks of, as JSON.

    That is [{"text", "start", "end", "grain"}, …]: both ends are inclusive, null is an open end.
    What no calendar has, such as 31/2, is left out.

    With --jsonl a line is {"id", "text", "today"} and its answer {"id", "spans"}, or
    {"id", "error"}; then the exit status is 1.
    """
    said = text_or_lines(text, jsonl=jsonl)
    day = today or Clock(load(TodayConfig).today).today()
    if not jsonl:
        say(json.dumps(_spans(said, day), ensure_ascii=False))
        return 0
    return say_all(
        answered(
            standard_input(), Line, lambda line: {"spans": _spans(line.text, line.today or day)}
        )
    )


def _spans(text: str, today: datetime.date) -> list[dict[str, Any]]:
    return [
        {"text": span.text, "start": _iso(span.start), "end": _iso(span.end), "grain": span.grain}
        for span in find_dates(clean(text), today)
        if span.valid
    ]


def _iso(day: datetime.date | None) -> str | None:
    return day.isoformat() if day else None

"""What people write is read as the days they mean."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest

from campaign.language.dates import DateMatch, find_dates

PHRASES = Path(__file__).with_name("dates.txt")

Row = tuple[datetime.date, str, str]


def rows() -> Iterator[Row]:
    today = datetime.date.min
    for line in PHRASES.read_text("utf-8").splitlines():
        if line.startswith("["):
            today = datetime.date.fromisoformat(line.strip("[]"))
        elif line and not line.startswith("#"):
            words, _, days = line.rpartition(" = ")
            yield today, words, days


def shown(match: DateMatch) -> str:
    if not match.valid:
        assert (match.start, match.end) == (None, None)
        return "!"
    if match.start == match.end:
        return str(match.start)
    return f"{match.start or ''} .. {match.end or ''}".strip()


@pytest.mark.parametrize(("today", "words", "days"), list(rows()))
def test_words_mean_days(today: datetime.date, words: str, days: str) -> None:
    matches = find_dates(words, today)

    assert ("; ".join(map(shown, matches)) or "-") == days

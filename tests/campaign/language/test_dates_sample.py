"""The sample of Duckling's Vietnamese time expressions is read as Duckling reads it."""

import datetime
import json
from pathlib import Path

import pytest

from campaign.language.dates import find_dates

SAMPLE = Path(__file__).parents[4] / "shared" / "dates" / "sample.jsonl"


@pytest.mark.skipif(not SAMPLE.exists(), reason="../shared/dates/sample.jsonl is not here")
def test_the_first_date_of_every_sample_is_right() -> None:
    rows = [json.loads(line) for line in SAMPLE.read_text("utf-8").splitlines()]
    wrong = {
        row["text"]: (row["span"], found)
        for row in rows
        if (found := _first_span(row["text"], row["today"])) != row["span"]
    }

    assert rows
    assert not wrong


def _first_span(text: str, today: str) -> list[str | None] | None:
    matches = find_dates(text, datetime.date.fromisoformat(today))
    if not matches:
        return None
    return [str(day) if day else None for day in (matches[0].start, matches[0].end)]

"""Tables of questions beside what a right answer holds, and what it must not hold.

A line has `text`, `campaign`, `today` and three lists of regular expressions over the answer as
one line of plain text: every one of `must` is found, one of every group in `must_any`, none of
`must_not`.
The tables call the expressions by name; `patterns.json` says what the names stand for.
"""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

TABLES = Path(__file__).parents[2] / "phrases"
SHARED = Path(__file__).parents[4] / "shared" / "questions"

Row = dict[str, Any]


def rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def table(name: str) -> list[Row]:
    """The rows of one of our own tables, with the expressions that they name."""
    named = json.loads((TABLES / "patterns.json").read_text("utf-8"))
    found = rows(TABLES / name)
    for row in (turn for each in found for turn in each.get("turns", [each])):
        row["must"] = [named["patterns"][key] for key in row.get("must", ())]
        row["must_not"] = [named["patterns"][key] for key in row.get("must_not", ())]
        row["must_any"] = [named["groups"][key] for key in row.get("must_any", ())]
    return found


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def reasons(expected: Row, answer: str) -> list[str]:
    """Why `answer` is not what was expected; empty when it is."""
    said = _one_line(answer)
    missing = [p for p in expected.get("must", ()) if not _compiled(p).search(said)]
    missing += [
        " | ".join(group)
        for group in expected.get("must_any", ())
        if not any(_compiled(p).search(said) for p in group)
    ]
    unwanted = [p for p in expected.get("must_not", ()) if _compiled(p).search(said)]
    return [f"missing {p}" for p in missing] + [f"unwanted {p}" for p in unwanted]


def _one_line(answer: str) -> str:
    dashes = re.sub("[\u2010-\u2015\u2212]", "-", answer)
    quotes = re.sub("[\u201c\u201d\u00ab\u00bb]", '"', dashes)
    return re.sub(r"\s+", " ", quotes).strip()

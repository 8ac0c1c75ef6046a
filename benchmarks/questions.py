"""What people ask: the texts of tests/phrases, many hundred different ones."""

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

_TABLES = Path(__file__).resolve().parent.parent / "tests" / "phrases"
_SEED = 2024


@dataclass(frozen=True, slots=True)
class Question:
    """`text` as somebody asked it about the plan of `campaign`."""

    campaign: str
    text: str


@cache
def conversations() -> tuple[tuple[Question, ...], ...]:
    """Return everything that is asked in the tables; most conversations are one question."""
    return tuple(
        tuple(Question(row["campaign"], turn["text"]) for turn in row.get("turns", [row]))
        for file in sorted(_TABLES.glob("*.jsonl"))
        for row in _rows(file)
    )


def endless() -> Iterator[Question]:
    """Yield the questions, always in the same shuffled order, again and again."""
    questions = [question for conversation in conversations() for question in conversation]
    random.Random(_SEED).shuffle(questions)  # noqa: S311 - nothing secret about it
    while True:
        yield from questions


def _rows(file: Path) -> Iterator[dict[str, Any]]:
    with file.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)

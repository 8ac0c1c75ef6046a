"""Understanding and composing alone, in this process: no network, no database."""

import datetime
import gc
from collections.abc import Callable
from time import perf_counter
from typing import TypeVar

from benchmarks import questions
from benchmarks.figures import percentile, table
from benchmarks.processes import TODAY
from bot import plans
from bot.config import SHIPPED_PLANS
from campaign.language.dates import find_dates
from campaign.talk.conversation import Context, ask
from campaign.talk.handbook import Handbook

_DAY = datetime.date.fromisoformat(TODAY)
_HANDBOOKS = 5

T = TypeVar("T")


def report() -> str:
    """Return the table of what an answer takes without everything around it."""
    handbooks = plans.load(SHIPPED_PLANS)
    gc.collect()
    rows = [
        _row(f"ask, {campaign}", _answers(handbook)) for campaign, handbook in handbooks.items()
    ]
    rows.append(_row("find_dates", _dates()))
    rows += [
        _row(f"build handbook, {campaign}", _buildings(handbook))
        for campaign, handbook in handbooks.items()
    ]
    heading = ("", "times", "p50 ms", "p99 ms", "max ms")
    return table("Understanding and composing alone", [heading, *rows])


def _answers(handbook: Handbook) -> list[float]:
    """Seconds for each question of the tables, those about other plans included."""
    seconds: list[float] = []
    for conversation in questions.conversations():
        context = Context()
        for question in conversation:
            turn = _timed(seconds, ask, handbook, question.text, _DAY, context)
            context = turn.context
    return seconds


def _dates() -> list[float]:
    seconds: list[float] = []
    for conversation in questions.conversations():
        for question in conversation:
            _timed(seconds, find_dates, question.text, _DAY)
    return seconds


def _buildings(handbook: Handbook) -> list[float]:
    seconds: list[float] = []
    for _ in range(_HANDBOOKS):
        _timed(seconds, Handbook.of, handbook.plan)
    return seconds


def _timed(seconds: list[float], function: Callable[..., T], *arguments: object) -> T:
    begun = perf_counter()
    result = function(*arguments)
    seconds.append(perf_counter() - begun)
    return result


def _row(name: str, seconds: list[float]) -> tuple[str, ...]:
    figures = (percentile(seconds, 50), percentile(seconds, 99), max(seconds))
    return (name, str(len(seconds)), *(f"{1000 * each:.2f}" for each in figures))

"""Figures as text: percentiles, and tables that line up."""

import math
from collections.abc import Iterable, Sequence
from statistics import median


def percentile(values: Iterable[float], percent: float) -> float:
    """Return the smallest of `values` that at least `percent` % of them do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(len(ordered) * percent / 100) - 1)]


def spread(values: Sequence[float], digits: int = 2) -> str:
    """Return the median of `values` and their range: "1.50 (1.40-1.61)"."""
    low, high = min(values), max(values)
    return f"{median(values):.{digits}f} ({low:.{digits}f}-{high:.{digits}f})"


def table(title: str, rows: Sequence[Sequence[str]]) -> str:
    """Return `rows`, the first being the heading, in columns; all but the first column right."""
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    lines = [_line(row, widths) for row in rows]
    lines.insert(1, "  ".join("-" * width for width in widths))
    return "\n".join((title, "", *lines, ""))


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    first, *others = zip(row, widths, strict=True)
    cells = (cell.rjust(width) for cell, width in others)
    return "  ".join((first[0].ljust(first[1]), *cells)).rstrip()

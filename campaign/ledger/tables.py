"""Tables of figures in letters of one width."""

from collections.abc import Iterable, Sequence

from campaign.ledger.names import shortened
from campaign.ledger.standing import ORDER, Board, Count
from campaign.messages import Language, Mono

_WIDEST = 16
"""Characters of a name: a phone shows about thirty in a line."""
HEADS: dict[Language, tuple[str, ...]] = {
    "vi": ("chưa", "chờ", "b.s.", "đạt"),
    "en": ("none", "wait", "back", "ok"),
}
"""For `ORDER`, short enough for a phone."""
_ALL: dict[Language, str] = {"vi": "Tổng", "en": "All"}


MOST_DISTRICTS = 39
"""Shown of one activity: a province has a dozen districts, but more than a hundred communes."""
_MORE: dict[Language, str] = {
    "vi": "… và {number} địa bàn nữa",
    "en": "… and {number} more districts",
}


def show_districts(board: Board, no: int, language: Language) -> Mono:
    """Return how far each district is with activity `no`, and all of them together."""
    rows = [(name, *_figures(count)) for name, count in board.by_district(no).items()]
    more = more_districts(len(rows), language)
    shown = table(
        [
            ("", *HEADS[language]),
            *rows[:MOST_DISTRICTS],
            (_ALL[language], *_figures(board.count(no))),
        ]
    )
    if not more:
        return Mono(shown)
    *lines, last = shown.splitlines()
    return Mono("\n".join([*lines, more, last]))


def more_districts(number: int, language: Language) -> str:
    """Return what tells how many of that number of districts are not shown; "" where all are."""
    left = number - MOST_DISTRICTS
    return _MORE[language].format(number=left) if left > 0 else ""


def table(rows: Sequence[Sequence[str]]) -> str:
    """Return `rows` as lines: the first column to the left, the others to the right."""
    cut = [(shortened(row[0], _WIDEST), *row[1:]) for row in rows]
    widths = [max(map(len, column)) for column in zip(*cut, strict=True)]
    return "\n".join(_line(row, widths) for row in cut)


def _line(row: Sequence[str], widths: Iterable[int]) -> str:
    cells = [
        cell.rjust(width) if at else cell.ljust(width)
        for at, (cell, width) in enumerate(zip(row, widths, strict=True))
    ]
    return " ".join(cells).rstrip()


def _figures(count: Count) -> Iterable[str]:
    return (str(count[standing]) for standing in ORDER)

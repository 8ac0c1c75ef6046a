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


def show_districts(board: Board, no: int, language: Language) -> Mono:
    """Return how far each district is with activity `no`, and all of them together."""
    rows = [
        *((name, *_figures(count)) for name, count in board.by_district(no).items()),
        (_ALL[language], *_figures(board.count(no))),
    ]
    return Mono(table([("", *HEADS[language]), *rows]))


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

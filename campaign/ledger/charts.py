"""The picture of progress, as what is to be drawn."""

from collections.abc import Sequence
from dataclasses import dataclass

from campaign.ledger.standing import ORDER, Board, Count
from campaign.ledger.states import STANDINGS, called
from campaign.messages import Language

_DRAWN = tuple(reversed(ORDER))
"""What is done comes first."""
_TOTAL: dict[Language, str] = {"vi": "Tất cả", "en": "All"}


@dataclass(frozen=True, slots=True)
class Bar:
    """A line of a chart: `parts` in the order of the legend, `figure` at the end of the line."""

    label: str
    parts: tuple[int, ...]
    figure: str


@dataclass(frozen=True, slots=True)
class Panel:
    """The bars of one activity."""

    title: str
    bars: Sequence[Bar]


@dataclass(frozen=True, slots=True)
class Chart:
    """Panels below each other, with one legend."""

    title: str
    legend: tuple[str, ...]
    panels: Sequence[Panel]


def chart(board: Board, title: str, language: Language) -> Chart:
    """Return the picture of all activities by district."""
    panels = [
        Panel(
            f"{due.activity.section} · {called(due.activity, language)}",
            [
                _bar(_TOTAL[language], board.count(due.no)),
                *(_bar(name, c) for name, c in board.by_district(due.no).items()),
            ],
        )
        for due in board.dues
    ]
    return Chart(title, tuple(STANDINGS[each][language] for each in _DRAWN), panels)


def _bar(label: str, count: Count) -> Bar:
    parts = tuple(count[standing] for standing in _DRAWN)
    return Bar(label, parts, f"{count.settled}/{count.total}")

"""The picture of progress, as what is to be drawn."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from campaign.ledger.standing import ORDER, Board, Count
from campaign.ledger.states import STANDINGS, Due, called
from campaign.ledger.tables import MOST_DISTRICTS, more_districts
from campaign.messages import Language

_DRAWN = tuple(reversed(ORDER))
"""What is done comes first."""
_MOST_LINES = 200
"""Of a picture: its width and height together may be 10,000 dots (Bot API, sendPhoto)."""
_MORE_ACTIVITIES: dict[Language, str] = {
    "vi": "… và {number} hoạt động nữa",
    "en": "… and {number} more activities",
}
_TOTAL: dict[Language, str] = {"vi": "Tất cả", "en": "All"}


@dataclass(frozen=True, slots=True)
class Bar:
    """A line of a chart: `parts` in the order of the legend, `figure` at the end of the line."""

    label: str
    parts: tuple[int, ...]
    figure: str


@dataclass(frozen=True, slots=True)
class Panel:
    """The bars of one activity; `more` says what there is besides."""

    title: str
    bars: Sequence[Bar]
    more: str = ""

    @property
    def lines(self) -> int:
        """How many lines it takes, its title being two."""
        return 2 + len(self.bars) + bool(self.more)


@dataclass(frozen=True, slots=True)
class Chart:
    """Panels below each other, with one legend; `more` says what there is besides."""

    title: str
    legend: tuple[str, ...]
    panels: Sequence[Panel]
    more: str = ""


def chart(board: Board, title: str, language: Language) -> Chart:
    """Return the picture of all activities by district, or of as many as it can show."""
    panels = [_panel(board, due, language) for due in board.dues]
    ends = accumulate(panel.lines for panel in panels)
    shown = [panel for panel, end in zip(panels, ends, strict=True) if end <= _MOST_LINES]
    legend = tuple(STANDINGS[each][language] for each in _DRAWN)
    left = len(panels) - len(shown)
    more = _MORE_ACTIVITIES[language].format(number=left) if left else ""
    return Chart(title, legend, shown, more)


def _panel(board: Board, due: Due, language: Language) -> Panel:
    bars = [
        _bar(_TOTAL[language], board.count(due.no)),
        *(_bar(name, count) for name, count in board.by_district(due.no).items()),
    ]
    title = f"{due.activity.section} · {called(due.activity, language)}"
    return Panel(title, bars[: MOST_DISTRICTS + 1], more_districts(len(bars) - 1, language))


def _bar(label: str, count: Count) -> Bar:
    parts = tuple(count[standing] for standing in _DRAWN)
    return Bar(label, parts, f"{count.settled}/{count.total}")

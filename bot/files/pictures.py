"""Charts as PNG, in a typeface that has all Vietnamese letters (Source Sans Pro, SIL OFL 1.1)."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from campaign.ledger.charts import Bar, Chart, Panel

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

WIDTH = 1000
_MARGIN, _LABELS, _LINE, _BAR = 40, 260, 40, 26
_HEADING = _LINE + 8
_TOP = _MARGIN + 2 * _HEADING
_BARS = WIDTH - 2 * _MARGIN - _LABELS - 90
_PAPER, _INK, _EMPTY = "#ffffff", "#1f2430", "#eceff3"
_COLOURS = ("#3f9d5f", "#e3a33b", "#4c8dd6", "#d5d9e0")
"""For the parts of a bar, in their order."""


@dataclass
class _Pen:
    """Draws from above to below; `y` is where it is."""

    draw: "ImageDraw"
    small: "FreeTypeFont"
    large: "FreeTypeFont"
    y: int = _MARGIN

    def heading(self, text: str) -> None:
        self.draw.text(
            (_MARGIN, self.y), _fit(text, self.large, WIDTH - 2 * _MARGIN), _INK, self.large
        )
        self.y += _HEADING

    def legend(self, words: tuple[str, ...]) -> None:
        x = _MARGIN
        for colour, each in zip(_COLOURS, words, strict=False):
            self.draw.rectangle((x, self.y + 6, x + 20, self.y + 26), colour)
            self.draw.text((x + 30, self.y), each, _INK, self.small)
            x += 60 + int(self.small.getlength(each))
        self.y += _HEADING

    def bar(self, bar: Bar) -> None:
        label = _fit(bar.label, self.small, _LABELS - 12)
        self.draw.text((_MARGIN, self.y), label, _INK, self.small)
        left = _MARGIN + _LABELS
        top = self.y + 6
        self.draw.rectangle((left, top, left + _BARS, top + _BAR), _EMPTY)
        for colour, start, end in _spans(bar):
            self.draw.rectangle((left + start, top, left + end - 1, top + _BAR), colour)
        self.draw.text((left + _BARS + 12, self.y), bar.figure, _INK, self.small)
        self.y += _LINE

    def line(self, text: str) -> None:
        self.draw.text((_MARGIN, self.y), text, _INK, self.small)
        self.y += _LINE


def picture(chart: Chart) -> bytes:
    """Return the chart as PNG."""
    from PIL import Image, ImageDraw  # noqa: PLC0415 - slow to import, and seldom needed

    lines = _LINE * bool(chart.more) + _MARGIN
    image = Image.new("RGB", (WIDTH, _TOP + sum(map(_height, chart.panels)) + lines), _PAPER)
    pen = _Pen(ImageDraw.Draw(image), _font("Regular", 26), _font("Semibold", 30))
    pen.heading(chart.title)
    pen.legend(chart.legend)
    for panel in chart.panels:
        pen.y += 16
        pen.heading(panel.title)
        for bar in panel.bars:
            pen.bar(bar)
        if panel.more:
            pen.line(panel.more)
    if chart.more:
        pen.line(chart.more)
    written = io.BytesIO()
    image.save(written, "PNG", optimize=True)
    return written.getvalue()


def _height(panel: Panel) -> int:
    return 16 + _HEADING + _LINE * (len(panel.bars) + bool(panel.more))


def _spans(bar: Bar) -> Iterator[tuple[str, int, int]]:
    """Yield colour, start and end of each part that can be seen."""
    total = max(sum(bar.parts), 1)
    ends = [_BARS * done // total for done in accumulate(bar.parts, initial=0)]
    for colour, (start, end) in zip(_COLOURS, pairwise(ends), strict=False):
        if start < end:
            yield colour, start, end


def _font(weight: str, size: int) -> "FreeTypeFont":
    from PIL import ImageFont  # noqa: PLC0415 - slow to import, and seldom needed

    file = files("font_source_sans_pro") / "files" / f"SourceSansPro-{weight}.ttf"
    with file.open("rb") as opened:
        return ImageFont.truetype(io.BytesIO(opened.read()), size)


def _fit(text: str, font: "FreeTypeFont", width: int) -> str:
    if font.getlength(text) <= width:
        return text
    while text and font.getlength(f"{text}…") > width:
        text = text[:-1]
    return f"{text.rstrip()}…"

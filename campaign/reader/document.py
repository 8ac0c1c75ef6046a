"""A document as the doors hand it in: numbered lines, and tables of cells, in their order."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text, or a paragraph of a file that has paragraphs; `number` counts from 1."""

    number: int
    text: str


Cell = tuple[Line, ...]
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells. A cell that spans several rows or columns stands in each of them."""

    rows: tuple[Row, ...]

    @property
    def width(self) -> int:
        """The number of columns of most rows."""
        sizes = [len(row) for row in self.rows]
        return max(set(sizes), key=lambda size: (sizes.count(size), size), default=0)


Block = Line | Table


@dataclass(frozen=True, slots=True)
class Document:
    """The blocks of a document. `wrapped` tells whether its lines are those of a page, so that a
    paragraph may have several; None where that has to be found out.
    """

    blocks: tuple[Block, ...]
    wrapped: bool | None = None

    def lines(self) -> Iterator[Line]:
        """Every line, those of tables included, in order."""
        for block in self.blocks:
            if isinstance(block, Line):
                yield block
            else:
                yield from (line for row in block.rows for cell in row for line in cell)


def said(cell: Cell) -> str:
    """What a cell says, in one line."""
    return " ".join(" ".join(line.text for line in cell).split())

"""A table as somebody sent it, and as one is sent to them: cells of text, and nothing else."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Place = tuple[int, int]
"""Row and column of a cell, both from 0."""

Cell = str | int


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet of a workbook, or a text file. `rows` are of the same length, "" being an empty cell.

    `formulas` are cells that compute what they show; `merged` are those joined with others.
    """

    name: str
    rows: tuple[tuple[str, ...], ...]
    formulas: frozenset[Place] = frozenset()
    merged: frozenset[Place] = frozenset()


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Why a document that was sent cannot be read.

    size: more bytes than are read; bomb: it unpacks to more; rows: more rows or columns; password:
    it is encrypted; old: Excel's format from before 2007; damaged: it is not what it says;
    format: it is something else; encoding: text that is not UTF-8; lost: it cannot be fetched.
    """

    why: Literal["bomb", "damaged", "encoding", "format", "lost", "old", "password", "rows", "size"]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table to be sent: `title` names it, `head` its columns."""

    title: str
    head: tuple[str, ...]
    rows: Sequence[tuple[Cell, ...]]

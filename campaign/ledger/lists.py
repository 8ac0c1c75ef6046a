"""A list of cooperatives as somebody wrote it: what it says, and row by row what is wrong."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from campaign.language.text import fold
from campaign.ledger.grids import Grid
from campaign.ledger.names import Name, district_key, likeliest, meant, name_key, tidy

Field = Literal["name", "district", "group"]

HEADINGS: Mapping[Field, tuple[str, ...]] = {
    "name": ("tên htx", "htx", "tên hợp tác xã", "hợp tác xã", "tên đơn vị", "tên", "name"),
    "district": (
        *("huyện", "huyện/thành phố", "huyện, thành phố", "huyện/tp", "huyện (tp)"),
        *("quận/huyện", "quận, huyện", "huyện, thị xã, thành phố", "huyện/thị xã/thành phố"),
        *("xã", "phường", "xã/phường", "xã, phường", "xã, phường, thị trấn", "phường/xã"),
        *("địa bàn", "district"),
    ),
    "group": ("nhóm", "nhóm telegram", "tên nhóm", "nhóm chat", "group"),
}
"""What a column may be called; of several in a list the one that comes first here is meant."""
TITLES: Mapping[Field, str] = {"name": "Tên HTX", "district": "Huyện", "group": "Nhóm"}
"""What the bot calls the columns."""
_NEEDED: tuple[Field, ...] = ("name", "district")
_ORDINAL = re.compile(r"\s*\d{1,4}\.?\s*")
_SPACES_AROUND = re.compile(r" ?([/,()]) ?")
_HEADING_WITHIN = 10
"""Above the headings a list has a title, and the office's name."""
_LONGEST: Mapping[Field, int] = {"name": 255, "district": 64, "group": 255}

Wrong = Literal[
    "columns",
    "empty",
    "formula",
    "group_twice",
    "group_unknown",
    "like_district",
    "like_name",
    "merged",
    "no_district",
    "no_name",
    "several_sheets",
    "too_long",
    "twice",
]
DOUBTS: frozenset[Wrong] = frozenset({"like_district", "like_name"})
"""What may be right all the same."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in row `row`, from 1; 0 is the list as a whole.

    `said` is what the list says, `hint` what may be meant or what it collides with.
    """

    row: int
    wrong: Wrong
    said: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A cooperative of the list; `group` is the label of its group, "" for none."""

    row: int
    name: str
    district: str
    group: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """What the campaign has already: names by district, and the labels of groups."""

    cooperatives: Sequence[tuple[str, str]] = ()
    groups: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """What a list says: its cooperatives, spelt as they are known; everything that is wrong."""

    entries: tuple[Entry, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class _Table:
    grid: Grid
    heading: int
    columns: Mapping[Field, int]


def read_list(grids: Sequence[Grid], known: Known) -> Listing:
    """Read the one of `grids` that is a list of cooperatives."""
    tables = [table for grid in grids if (table := _find(grid))]
    if len(tables) > 1:
        names = ", ".join(table.grid.name for table in tables)
        return Listing(problems=(Problem(0, "several_sheets", names),))
    if not tables:
        return Listing(problems=(Problem(0, "columns", _missing(grids)),))
    table = tables[0]
    problems = list(_unreadable(table))
    entries = list(_entries(table, problems))
    if not entries and not problems:
        problems.append(Problem(0, "empty"))
    checked = _Check(known)
    entries = [checked.spelt(entry) for entry in entries]
    problems += checked.problems
    return Listing(tuple(entries), tuple(sorted(problems, key=lambda each: each.row)))


def _find(grid: Grid) -> _Table | None:
    """Return the table when some row has all headings that are needed."""
    for number, row in enumerate(grid.rows[:_HEADING_WITHIN]):
        columns = _columns(row)
        if all(each in columns for each in _NEEDED):
            return _Table(grid, number, columns)
    return None


def _columns(row: Sequence[str]) -> dict[Field, int]:
    cells = [_heading(cell) for cell in row]
    headings = {each: [_heading(name) for name in names] for each, names in HEADINGS.items()}
    return {
        each: next(cells.index(name) for name in names if name in cells)
        for each, names in headings.items()
        if any(cell in names for cell in cells)
    }


def _heading(text: str) -> str:
    """Return what is the same for "Huyện / TP" and "huyện/tp:"."""
    return _SPACES_AROUND.sub(r"\1", fold(tidy(text)).rstrip(" :*"))


def _missing(grids: Sequence[Grid]) -> str:
    """Return the headings that are missing where most of them are there."""
    rows = [row for grid in grids for row in grid.rows[:_HEADING_WITHIN]]
    found = max(map(_columns, rows), key=len, default={})
    return ", ".join(TITLES[each] for each in _NEEDED if each not in found)


def _body(table: _Table) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield number, from 0, and cells of each row below the headings that is not empty.

    A row that is only numbered, for what may come, is.
    """
    used = set(table.columns.values())
    for number, row in enumerate(table.grid.rows):
        told = (
            cell for place, cell in enumerate(row) if place in used or not _ORDINAL.fullmatch(cell)
        )
        if number > table.heading and any(cell.strip() for cell in told):
            yield number, row


def _unreadable(table: _Table) -> Iterator[Problem]:
    """Yield cells whose text is not their own: a formula's, or one shared with other cells."""
    used = set(table.columns.values())
    places: dict[Wrong, frozenset[tuple[int, int]]] = {
        "merged": table.grid.merged,
        "formula": table.grid.formulas,
    }
    for wrong, cells in places.items():
        rows = sorted({row for row, column in cells if column in used and row >= table.heading})
        yield from (Problem(row + 1, wrong) for row in rows)


def _entries(table: _Table, problems: list[Problem]) -> Iterator[Entry]:
    skipped = {problem.row for problem in problems}
    for number, row in _body(table):
        if number + 1 in skipped:
            continue
        cells = {each: tidy(row[column]) for each, column in table.columns.items()}
        if wrong := _wrong(number + 1, cells):
            problems.append(wrong)
        else:
            yield Entry(number + 1, cells["name"], cells["district"], cells.get("group", ""))


def _wrong(row: int, cells: Mapping[Field, str]) -> Problem | None:
    if not name_key(cells["name"]):
        return Problem(row, "no_name", cells["name"])
    if not district_key(cells["district"]):
        return Problem(row, "no_district", cells["name"])
    long = next((text for each, text in cells.items() if len(text) > _LONGEST[each]), None)
    return Problem(row, "too_long", f"{long[:40]}…") if long else None


@dataclass
class _Check:
    """Compares entries with what is known and with those before them."""

    known: Known
    problems: list[Problem] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.districts = {district_key(place): place for _, place in self.known.cooperatives}
        self.groups = Counter(fold(tidy(label)) for label in self.known.groups)
        self.labels = {fold(tidy(label)): label for label in self.known.groups}
        self.names: dict[str, dict[Name, str]] = {}
        self.rows: dict[tuple[str, Name], int] = {}
        for name, place in self.known.cooperatives:
            self.names.setdefault(district_key(place), {})[name_key(name)] = name

    def spelt(self, entry: Entry) -> Entry:
        """Return the entry as it is known; write down what is wrong with it."""
        place, name = district_key(entry.district), name_key(entry.name)
        district = self._district(entry, place)
        names = self.names.setdefault(place, {})
        if (place, name) in self.rows:
            self._note(entry, "twice", entry.name, str(self.rows[place, name]))
        elif name not in names and (like := meant(name, names)):
            self._note(entry, "like_name", entry.name, "” / “".join(names[each] for each in like))
        self.rows.setdefault((place, name), entry.row)
        known = names.setdefault(name, entry.name)
        return Entry(entry.row, known, district, self._group(entry))

    def _district(self, entry: Entry, place: str) -> str:
        if place not in self.districts:
            if like := likeliest(place, self.districts):
                self._note(entry, "like_district", entry.district, self.districts[like])
            self.districts[place] = entry.district
        return self.districts[place]

    def _group(self, entry: Entry) -> str:
        """Return the label of the one group that the entry names."""
        group = fold(entry.group)
        if not group or self.groups[group] == 1:
            return self.labels.get(group, "")
        if group in self.groups:
            self._note(entry, "group_twice", entry.group)
        else:
            like = likeliest(group, self.labels)
            self._note(entry, "group_unknown", entry.group, self.labels[like] if like else "")
        return ""

    def _note(self, entry: Entry, wrong: Wrong, said: str, hint: str = "") -> None:
        self.problems.append(Problem(entry.row, wrong, said, hint))

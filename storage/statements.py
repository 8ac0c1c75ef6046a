"""Statements that every question runs, compiled once: see docs/decisions/0006 and 0007."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Dialect, Insert, Select, Update
from sqlalchemy.dialects import sqlite
from sqlalchemy.types import TypeEngine

from storage.database import Unit

_Convert = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class _Compiled:
    """The text for one driver, the values that it always has, and what those that are given and
    found go through on their way there and back.
    """

    sql: str
    constant: dict[str, Any]
    given: list[tuple[str, _Convert]]
    found: list[_Convert]


class Statement:
    """SQLAlchemy writes the SQL and converts the values; the driver of the database runs it.

    Of an INSERT, `columns` are those that get a value, all if none are given.
    """

    def __init__(self, clause: Insert | Update | Select[Any], *columns: str) -> None:
        self._clause = clause
        self._columns = columns or None
        self._compiled = {"sqlite": self._compile(sqlite.dialect())}

    def run(self, unit: Unit, values: Mapping[str, Any]) -> int:
        """Run it with `values` by name; return how many rows it changed."""
        changed: int = self._execute(unit, self._for(unit), values).rowcount
        return changed

    def run_each(self, unit: Unit, rows: Sequence[Mapping[str, Any]]) -> None:
        """Run it once with each of `rows`, values by name."""
        compiled = self._for(unit)
        unit.driver.cursor().executemany(compiled.sql, [_arguments(compiled, row) for row in rows])

    def one(self, unit: Unit, values: Mapping[str, Any]) -> tuple[Any, ...] | None:
        """Return the first row that it finds with `values` by name, None when it finds none."""
        compiled = self._for(unit)
        row = self._execute(unit, compiled, values).fetchone()
        if row is None:
            return None
        return tuple(convert(value) for convert, value in zip(compiled.found, row, strict=True))

    def _execute(self, unit: Unit, compiled: _Compiled, values: Mapping[str, Any]) -> Any:
        return unit.driver.execute(compiled.sql, _arguments(compiled, values))

    def _for(self, unit: Unit) -> _Compiled:
        compiled = self._compiled.get(unit.kind)
        if compiled is None:
            compiled = self._compiled[unit.kind] = self._compile(unit.connection.dialect)
        return compiled

    def _compile(self, dialect: Dialect) -> _Compiled:
        clause = self._clause
        compiled: Any = clause.compile(dialect=dialect, column_keys=self._columns)
        chosen = clause.selected_columns if isinstance(clause, Select) else ()
        return _Compiled(
            compiled.string,
            {name: bind.value for name, bind in compiled.binds.items() if not bind.required},
            [
                (name, _type(compiled.binds[name], dialect).bind_processor(dialect) or _as_it_is)
                for name in compiled.positiontup or ()
            ],
            [
                _type(column, dialect).result_processor(dialect, None) or _as_it_is
                for column in chosen
            ],
        )


def _arguments(compiled: _Compiled, values: Mapping[str, Any]) -> list[Any]:
    values = {**compiled.constant, **values} if compiled.constant else values
    return [convert(values[name]) for name, convert in compiled.given]


def _type(typed: Any, dialect: Dialect) -> TypeEngine[Any]:
    declared: TypeEngine[Any] = typed.type
    return declared.dialect_impl(dialect)


def _as_it_is(value: Any) -> Any:
    return value

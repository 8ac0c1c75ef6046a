"""Statements that every question runs, compiled once: see docs/decisions/0006."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Insert, Select, Update
from sqlalchemy.dialects import sqlite
from sqlalchemy.types import TypeEngine

from storage.database import Unit

_SQLITE = sqlite.dialect()


class Statement:
    """SQLAlchemy writes the SQL and converts the values; SQLite's driver runs it.

    Of an INSERT, `columns` are those that get a value, all if none are given.
    """

    def __init__(self, clause: Insert | Update | Select[Any], *columns: str) -> None:
        compiled = clause.compile(dialect=_SQLITE, column_keys=columns or None)
        self._sql = compiled.string
        self._given = [
            (name, _type(compiled.binds[name].type).bind_processor(_SQLITE) or _as_it_is)
            for name in compiled.positiontup or ()
        ]
        self._constant = {
            name: bind.value for name, bind in compiled.binds.items() if not bind.required
        }
        chosen = clause.selected_columns if isinstance(clause, Select) else ()
        self._found = [
            _type(column.type).result_processor(_SQLITE, None) or _as_it_is for column in chosen
        ]

    def run(self, unit: Unit, values: Mapping[str, Any]) -> int:
        """Run it with `values` by name; return how many rows it changed."""
        changed: int = self._execute(unit, values).rowcount
        return changed

    def one(self, unit: Unit, values: Mapping[str, Any]) -> tuple[Any, ...] | None:
        """Return the first row that it finds with `values` by name, None when it finds none."""
        row = self._execute(unit, values).fetchone()
        if row is None:
            return None
        return tuple(convert(value) for convert, value in zip(self._found, row, strict=True))

    def _execute(self, unit: Unit, values: Mapping[str, Any]) -> Any:
        values = {**self._constant, **values} if self._constant else values
        return unit.driver.execute(
            self._sql, [convert(values[name]) for name, convert in self._given]
        )


def _type(declared: TypeEngine[Any]) -> TypeEngine[Any]:
    return declared.dialect_impl(_SQLITE)


def _as_it_is(value: Any) -> Any:
    return value

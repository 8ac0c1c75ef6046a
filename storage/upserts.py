"""INSERT … ON CONFLICT, which SQLite has taken over from PostgreSQL word for word."""

from typing import Any

from sqlalchemy.dialects.sqlite import Insert, insert
from sqlalchemy.dialects.sqlite.dml import OnConflictDoNothing, OnConflictDoUpdate
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler

__all__ = ["Insert", "insert"]


@compiles(OnConflictDoNothing, "postgresql")
@compiles(OnConflictDoUpdate, "postgresql")
def _on_postgresql(
    clause: OnConflictDoNothing | OnConflictDoUpdate, compiler: SQLCompiler, **options: Any
) -> str:
    # PostgreSQL can name a constraint as well, which SQLite's clause does not know of.
    clause.constraint_target = None  # type: ignore[union-attr]  # PostgreSQL's compiler looks there
    text: str = getattr(compiler, f"visit_{clause.__visit_name__}")(clause, **options)
    return text

"""A database in which an announcement is on its way, for the commands of the operator."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from storage import audit, broadcasts
from storage.audit import AuditLine, AuditRecord
from storage.database import Database, Unit
from tests.storage.newsroom import NOON, drafted, groups, later, settle, started

TODAY = "2024-03-08"
"""The day of `newsroom.NOON`."""


def fill(url: str) -> None:
    """Let announcement 1 be on its way to four groups, 2 be scheduled, and 3 say nothing yet."""
    with closing(Database(url)) as database:
        database.upgrade()
        with database.begin() as unit:
            groups(unit, -1, -2, -3, -4)
            going = started(unit)
            settle(unit, going, {-1: ("sent", 11), -3: ("failed", None), -4: ("unknown", None)})
            drafted(unit, state="scheduled", due_at=later(days=30))
            broadcasts.draft(unit, 7, "song-xanh-2024", NOON)


def look(file: Path, what: Callable[[Unit], Any]) -> Any:
    """Return what is found in the database."""
    with closing(Database(f"sqlite:///{file}")) as database, database.begin() as unit:
        return what(unit)


def audited(file: Path) -> list[AuditRecord]:
    found: list[AuditLine] = look(file, lambda unit: audit.page(unit, None, 9))
    return [each.record for each in found]


def states(file: Path) -> dict[int, str]:
    """Return the state of each announcement that says something."""

    def listed(unit: Unit) -> dict[int, str]:
        return {each.id: each.state for each in broadcasts.listing(unit, None, 9)}

    found: dict[int, str] = look(file, listed)
    return found

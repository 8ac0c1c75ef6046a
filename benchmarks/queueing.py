"""Queueing an announcement for very many groups: seconds, and the memory that it takes."""

import datetime
import multiprocessing
import resource
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from sqlalchemy.orm import Session

from benchmarks import office
from benchmarks.figures import table
from storage import groups
from storage.database import Database
from storage.tables import OUTBOX, Delivery

_GROUPS = 100_000

Way = Callable[[Database], None]


def _in_one_statement(database: Database) -> None:
    office.announce(database)


def _row_by_row(database: Database) -> None:
    """The peer: an object of the ORM for each group, added and committed together."""
    now = office.now()
    with database.begin() as unit, Session(unit.connection) as session:
        chosen = groups.audience(office.CAMPAIGN, office.CAMPAIGN, ())
        for (chat_id,) in unit.connection.execute(chosen):
            session.add(Delivery(**_row_for(chat_id, now)))
        session.flush()


def _row_for(chat_id: int, now: datetime.datetime) -> dict[str, Any]:
    empty = dict.fromkeys(column.name for column in OUTBOX.columns)
    return empty | {
        "key": f"broadcast:1:post:{chat_id}",
        "kind": "announcement",
        "chat_id": chat_id,
        "step": "post",
        "state": "queued",
        "due_at": now,
        "expires_at": now,
        "attempts": 0,
        "created_at": now,
    }


def report() -> str:
    """Return the table."""
    heading = ("", "seconds", "memory, MB more at the most")
    rows = [heading, *(_row(name, way) for name, way in _WAYS.items())]
    return table(f"Queueing an announcement to {_GROUPS:,} groups (SQLite)", rows)


_WAYS: dict[str, Way] = {
    "Loa, INSERT … SELECT": _in_one_statement,
    "SQLAlchemy's ORM, an object each": _row_by_row,
}


def _row(name: str, way: Way) -> tuple[str, ...]:
    # In a process of its own, because the most memory that a process has had never shrinks.
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        seconds, megabytes = pool.apply(_measure, (way,))
    return name, f"{seconds:.1f}", f"{megabytes:.0f}"


def _measure(way: Way) -> tuple[float, float]:
    with TemporaryDirectory() as folder:
        database = office.opened(Path(folder))
        office.approve(database, list(range(-_GROUPS, 0)))
        before, begun = most_memory(), perf_counter()
        way(database)
        taken = perf_counter() - begun
        queued = sum(office.states(database).values())
        database.close()
    if queued != _GROUPS:
        raise RuntimeError(f"{queued} rows were queued")
    return taken, most_memory() - before


def most_memory() -> float:
    """Return the most memory that this process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024

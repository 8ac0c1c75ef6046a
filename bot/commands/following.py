"""A bar on the terminal that shows how an announcement gets along."""

from pathlib import Path
from time import sleep

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from bot.commands import kept
from bot.errors import RefusedError
from campaign.outreach.progress import Tally
from storage import broadcasts, outcomes
from storage.broadcasts import BroadcastRecord
from storage.database import Database

_SECONDS = 0.5


def follow(number: int, config: Path | None) -> None:
    """Draw the bar until nothing is left to be sent. Raises RefusedError for a wrong number."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    with kept.opened(config) as (database, _), Progress(*columns) as progress:
        task = progress.add_task(str(number), total=None)
        while True:
            record, tally = _look(database, number)
            what = f"{record.kind} {number}: {record.state}"
            # Before it has started nobody knows how many it goes to.
            progress.update(task, description=what, completed=tally.over, total=tally.total or None)
            if _over(record):
                return
            sleep(_SECONDS)


def _look(database: Database, number: int) -> tuple[BroadcastRecord, Tally]:
    with database.begin() as unit:
        record = broadcasts.find(unit, number) if 0 < number < 2**63 else None
        if record is None:
            raise RefusedError(f"there is no announcement {number}; see `loa broadcasts list`")
        return record, outcomes.tally(unit, record)


def _over(record: BroadcastRecord) -> bool:
    waiting = record.state in ("scheduled", "running", "paused")
    return not waiting and (record.finished_at is not None or record.started_at is None)

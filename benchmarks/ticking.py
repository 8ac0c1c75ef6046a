"""Reminders of 100,000 groups: a tick, beside a scheduler that has a job for each reminder."""

import datetime
import multiprocessing
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from apscheduler.executors.debug import DebugExecutor
from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
from apscheduler.schedulers.background import BackgroundScheduler
from sqlalchemy import insert

from benchmarks import office
from benchmarks.figures import table
from benchmarks.queueing import most_memory
from bot import plans
from bot.config import SHIPPED_PLANS
from campaign.outreach.reminders import Reminder, Schedule, falls_due, fingerprint, midnight
from campaign.zone import VIETNAM
from handlers import due
from handlers.visits import Front
from storage.database import Database
from storage.reminder_tables import CHOICES

GROUPS = 100_000
FEWER = 10_000
REMINDERS = 20
TICKS = 50
_SECOND = datetime.timedelta(seconds=1)
_IDLE = datetime.datetime(2024, 3, 12, 10, tzinfo=VIETNAM)
_EIGHT = datetime.datetime(2024, 3, 14, 8, tzinfo=VIETNAM)
_LONG_AGO = datetime.datetime(2024, 1, 1, tzinfo=VIETNAM)

Row = tuple[str, ...]


def report() -> str:
    """Return the tables."""
    return "\n".join(
        (
            table(
                f"A tick with nothing due, of groups with {REMINDERS} reminders ahead (SQLite)",
                [
                    ("", "ms a tick", "of it computing", "MB more", "seconds to set up"),
                    _row(_idle, FEWER, 10),
                    _row(_idle, GROUPS, 10),
                    _row(_idle, GROUPS, 1),
                    _row(_idle_jobs, FEWER),
                ],
            ),
            table(
                "Eight o'clock: all are to be reminded",
                [
                    ("", "seconds", "MB more"),
                    _row(_eight_o_clock, FEWER),
                    _row(_eight_o_clock, GROUPS),
                    _row(_due_jobs, FEWER),
                ],
            ),
        )
    )


def _row(measure: Callable[..., Row], count: int, *more: int) -> Row:
    with TemporaryDirectory() as folder:
        place = Path(folder)
        if measure in (_idle, _eight_o_clock):
            _apart(_people, place, count, *more)
        row: Row = _apart(measure, place, count, *more)
        return row


def _apart(work: Callable[..., Any], *arguments: object) -> Any:
    # In a process of its own, because the most memory that a process has had never shrinks.
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(work, arguments)


def _people(folder: Path, count: int, own: int = 0) -> None:
    """Let there be so many approved groups, one in `own` with an hour of its own."""
    with closing(office.opened(folder)) as database:
        office.approve(database, list(range(-count, 0)))
        if own:
            rows = [_choice(chat_id) for chat_id in range(-count, 0, own)]
            with database.begin() as unit:
                unit.connection.execute(insert(CHOICES), rows)


def _choice(chat_id: int) -> dict[str, object]:
    kinds = dict.fromkeys(("deadline", "start", "peak", "digest"), True)
    return {"chat_id": chat_id, "hour": 17, "changed_at": _LONG_AGO, **kinds}


def _idle(folder: Path, count: int, own: int) -> Row:
    """Measure ticks of Loa with nothing due, after the first one."""
    front = _front()
    with closing(office.opened(folder)) as database:
        set_up, before = _tick(front, database, _IDLE), most_memory()
        seconds = [
            _tick(front, database, _IDLE + 2 * number * _SECOND) for number in range(1, TICKS + 1)
        ]
        taken = most_memory() - before
        if office.states(database):
            raise RuntimeError("something was due")
    pure = median(_computing(front) for _ in range(TICKS))
    name = f"Loa, {count:,} groups, {count // own:,} with an hour of their own"
    whole = f"{median(seconds) * 1000:.1f}"
    return (name, whole, f"{pure * 1000:.1f}", f"{taken:.1f}", f"{set_up:.2f}")


def _eight_o_clock(folder: Path, count: int) -> Row:
    """Measure the tick in which every group is to be reminded: of two deadlines, in one message."""
    front = _front()
    with closing(office.opened(folder)) as database:
        _tick(front, database, _EIGHT - _SECOND)
        before = most_memory()
        seconds = _tick(front, database, _EIGHT)
        taken = most_memory() - before
        if office.states(database) != {"queued": count}:
            raise RuntimeError("not everybody was reminded once")
    return (f"Loa, {count:,} groups", f"{seconds:.2f}", f"{taken:.1f}")


def _front() -> Front:
    return Front(plans.load(SHIPPED_PLANS), office.CAMPAIGN, "htx_bot")


def _tick(front: Front, database: Database, now: datetime.datetime) -> float:
    begun = perf_counter()
    with database.begin() as unit:
        due.tick(front, unit, now)
    return perf_counter() - begun


def _computing(front: Front) -> float:
    """Return how long it takes to compute what falls due, as in a tick for two hours of the day."""
    begun = perf_counter()
    for campaign, book in front.handbooks.items():
        schedule = front.schedule(campaign)
        fingerprint(book.plan, schedule)
        for hour in (None, 17):
            falls_due(book.plan, schedule.at(hour), _IDLE, _IDLE + 2 * _SECOND)
    return perf_counter() - begun


def _idle_jobs(folder: Path, count: int) -> Row:
    """Measure the peer, which finds that none of its jobs is due, and which is next."""
    ahead = datetime.timedelta(days=3660)  # the scheduler's clock is the real one
    with _scheduler(folder) as scheduler:
        set_up = _add(scheduler, count, ahead)
        before = most_memory()
        seconds = [_woken(scheduler) for _ in range(TICKS)]
        taken = most_memory() - before
    whole = f"{median(seconds) * 1000:.1f}"
    return (f"APScheduler, {count:,} jobs", whole, "", f"{taken:.1f}", f"{set_up:.2f}")


def _due_jobs(folder: Path, count: int) -> Row:
    """Measure the peer when all of its jobs are due; each of them does nothing."""
    with _scheduler(folder) as scheduler:
        _add(scheduler, count, datetime.timedelta())
        before = most_memory()
        seconds = _woken(scheduler)
        taken = most_memory() - before
        if scheduler.get_jobs():
            raise RuntimeError("not every job was due")
    return (f"APScheduler, {count:,} jobs that do nothing", f"{seconds:.2f}", f"{taken:.1f}")


@contextmanager
def _scheduler(folder: Path) -> Iterator[BackgroundScheduler]:
    store = SQLAlchemyJobStore(url=f"sqlite:///{folder}/jobs.db")
    scheduler = BackgroundScheduler(
        jobstores={"default": store}, executors={"default": DebugExecutor()}, timezone=VIETNAM
    )
    scheduler.start(paused=True)
    yield scheduler
    scheduler.shutdown(wait=False)


def _add(scheduler: BackgroundScheduler, count: int, later: datetime.timedelta) -> float:
    """Add a job for each reminder of so many groups as make `count`; return the seconds."""
    ahead, begun = _ahead(), perf_counter()
    for number in range(count):
        each = ahead[number % REMINDERS]
        scheduler.add_job(
            _say,
            "date",
            run_date=each.at + later,
            args=[-(number // REMINDERS), each.key],
            misfire_grace_time=None,
        )
    return perf_counter() - begun


def _ahead() -> list[Reminder]:
    plan = plans.load(SHIPPED_PLANS)[office.CAMPAIGN].plan
    since = midnight(datetime.date(plan.year, 1, 2))
    return falls_due(plan, Schedule(), since, since + datetime.timedelta(days=400))[:REMINDERS]


def _woken(scheduler: BackgroundScheduler) -> float:
    """Return how long it takes when the scheduler is woken, in whose thread this would be."""
    scheduler.state = 1  # running: no thread of its own is to be first
    begun = perf_counter()
    scheduler._process_jobs()  # noqa: SLF001  # what its thread does when it is woken
    return perf_counter() - begun


def _say(chat_id: int, key: str) -> None:
    """Stand for queueing a reminder."""

"""`loa broadcasts`: what staff announce, as the operator sees and stops it. No texts are shown."""

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

from cyclopts import App, Parameter

from bot.commands import kept
from bot.commands.options import ConfigFile, aligned, say
from bot.errors import RefusedError
from campaign.zone import VIETNAM
from storage import audit, outcomes
from storage import broadcasts as announced
from storage.broadcasts import FAILED, BroadcastRecord
from storage.database import Unit

OPERATOR = 0
"""In the audit log, in place of a person's account: nobody has this number."""
_AUDITED = {"pause": "cast_pause", "resume": "cast_resume", "cancel": "cast_stop"}
"""What each is called in the audit log, where staff do the same with a button."""

broadcasts = App(name="broadcasts", help="Show, pause, resume and cancel announcements.")


@broadcasts.command(name="list")
def listing(
    *,
    limit: Annotated[int, Parameter(help="How many, the newest first.")] = 20,
    config: ConfigFile = None,
) -> int:
    """List the newest announcements, corrections, recalls and reminders. Times are Vietnam's."""
    with kept.opened(config) as (database, _), database.begin() as unit:
        rows = [_row(unit, each) for each in announced.listing(unit, None, limit)]
    head = ("id", "kind", "campaign", "state", "when", "sent", "failed")
    for line in aligned([head, *rows]):
        say(line)
    return 0


@broadcasts.command
def show(
    number: Annotated[int, Parameter(name="ID")],
    /,
    *,
    follow: Annotated[
        bool, Parameter(negative=(), help="Draw a bar until everything is sent.")
    ] = False,
    config: ConfigFile = None,
) -> int:
    """Show how far an announcement has come, with its failures by reason."""
    if follow:
        from bot.commands.following import follow as draw  # noqa: PLC0415 - rich takes a while

        draw(number, config)
    with kept.opened(config) as (database, _), database.begin() as unit:
        found = _found(unit, number)
        tally = outcomes.tally(unit, found)
    say(f"{found.kind} {found.id} of {found.campaign}: {found.state}{_moment(found)}")
    for state, count in sorted(tally.states.items()):
        say(f"  {state}: {count} of {tally.total}")
    for reason, count in sorted(tally.reasons.items()):
        if reason not in tally.states:  # as it is where no reason is known
            say(f"  because of {reason}: {count}")
    return 0


@broadcasts.command
def pause(number: Annotated[int, Parameter(name="ID")], /, *, config: ConfigFile = None) -> int:
    """Send no more of an announcement until it is resumed; what is being sent is sent."""
    return _act(config, number, "pause", lambda unit, _now: announced.pause(unit, number))


@broadcasts.command
def resume(number: Annotated[int, Parameter(name="ID")], /, *, config: ConfigFile = None) -> int:
    """Go on with an announcement that was paused."""
    return _act(config, number, "resume", lambda unit, _now: announced.resume(unit, number))


@broadcasts.command
def cancel(number: Annotated[int, Parameter(name="ID")], /, *, config: ConfigFile = None) -> int:
    """Send no more of an announcement, for good; what was delivered stays."""
    return _act(config, number, "cancel", lambda unit, now: announced.cancel(unit, number, now))


def _act(
    config: Path | None,
    number: int,
    verb: str,
    do: Callable[[Unit, datetime.datetime], bool],
) -> int:
    with kept.opened(config) as (database, now), database.begin() as unit:
        before = _found(unit, number)
        if not do(unit, now):
            raise RefusedError(f"{before.kind} {number} is {before.state}: nothing to {verb}")
        audit.add(unit, now, OPERATOR, before.campaign, _AUDITED[verb], f"#{number}")
        after = _found(unit, number)
        over, total = (tally := outcomes.tally(unit, after)).over, tally.total
    say(f"{after.kind} {number}: {before.state} -> {after.state}, {over} of {total} over")
    return 0


def _found(unit: Unit, number: int) -> BroadcastRecord:
    # SQLite's integers have 64 bits, and PostgreSQL's.
    found = announced.find(unit, number) if 0 < number < 2**63 else None
    if found is None or found.content is None:
        raise RefusedError(f"there is no announcement {number}; see `loa broadcasts list`")
    return found


def _row(unit: Unit, record: BroadcastRecord) -> list[str]:
    tally = outcomes.tally(unit, record)
    failed = sum(tally.states.get(state, 0) for state in FAILED)
    return [
        str(record.id),
        record.kind,
        record.campaign,
        record.state,
        _moment(record).strip() or "-",
        f"{tally.states.get('sent', 0)}/{tally.total}",
        str(failed),
    ]


def _moment(record: BroadcastRecord) -> str:
    """Return when it is due, or else when it started, in Vietnam."""
    moment = record.due_at or record.started_at
    return f" {moment.astimezone(VIETNAM):%Y-%m-%d %H:%M}" if moment else ""

"""Updates that were handled. Telegram delivers at least once; the bot answers once."""

import datetime

from sqlalchemy import bindparam, delete

from storage.database import Unit
from storage.statements import Statement
from storage.tables import UPDATES
from storage.upserts import insert

KEPT = datetime.timedelta(hours=48)
"""Twice as long as Telegram keeps an update to deliver it again (24 hours)."""

_ADD = Statement(insert(UPDATES).on_conflict_do_nothing())
_PRUNE = delete(UPDATES).where(UPDATES.c.seen_at < bindparam("before"))


def first_time(unit: Unit, update_id: int, now: datetime.datetime) -> bool:
    """Remember the update; say whether it is new."""
    return _ADD.run(unit, {"update_id": update_id, "seen_at": now}) == 1


def prune(unit: Unit, now: datetime.datetime) -> int:
    """Forget the updates that cannot come again; return how many."""
    return unit.connection.execute(_PRUNE, {"before": now - KEPT}).rowcount

"""Whether any plan is another one by now: asked at the beginning of every transaction."""

import datetime

from sqlalchemy import func, select

from storage.change_tables import CHANGES
from storage.database import Unit
from storage.edition_tables import EDITIONS
from storage.statements import Statement

# Moments of publishing only grow, and so does either count of changes.
_SEEN = Statement(
    select(
        select(func.max(EDITIONS.c.published_at)).scalar_subquery(),
        select(
            func.count(CHANGES.c.applied_at) + func.count(CHANGES.c.withdrawn_at)
        ).scalar_subquery(),
    )
)
Seen = tuple[datetime.datetime | None, int]


def seen(unit: Unit) -> Seen:
    """Return what is another value as soon as an edition is published or a change counts or not."""
    newest, changes = _SEEN.one(unit, {}) or (None, 0)
    return newest, changes

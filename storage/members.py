"""Members: whom the bot has met, by the number of their account alone."""

import datetime

from sqlalchemy import bindparam, select, update

from storage.database import Unit
from storage.statements import Statement
from storage.tables import MEMBERS
from storage.upserts import insert

_FIND = Statement(select(MEMBERS.c.last_seen).where(MEMBERS.c.user_id == bindparam("user")))
_ADD = insert(MEMBERS).on_conflict_do_nothing()  # another process may have been first
_SEE = (
    update(MEMBERS).where(MEMBERS.c.user_id == bindparam("user")).values(last_seen=bindparam("now"))
)


def meet(unit: Unit, user_id: int, now: datetime.datetime) -> None:
    """Remember that the person was here on the day of `now` (UTC)."""
    known = _FIND.one(unit, {"user": user_id})
    if known is None:
        row = {"user_id": user_id, "first_seen": now, "last_seen": now}
        unit.connection.execute(_ADD, row)
    elif known[0].date() < now.astimezone(datetime.UTC).date():
        unit.connection.execute(_SEE, {"user": user_id, "now": now})

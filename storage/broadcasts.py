"""Broadcasts."""

from dataclasses import dataclass

from sqlalchemy import bindparam, select

from campaign.messages import Content, Media
from storage.database import Unit
from storage.tables import BROADCASTS


@dataclass(frozen=True, slots=True)
class BroadcastRecord:
    """A broadcast as it is kept."""

    id: int
    kind: str
    state: str
    content: Content | None
    pin: bool
    receipt: bool


_FIND = select(*(BROADCASTS.c[name] for name in BroadcastRecord.__slots__)).where(
    BROADCASTS.c.id == bindparam("number")
)


def find(unit: Unit, number: int) -> BroadcastRecord | None:
    """Return the broadcast."""
    row = unit.connection.execute(_FIND, {"number": number}).one_or_none()
    if row is None:
        return None
    values = row._asdict()
    content = values["content"]
    if content:
        media = content.get("media")
        values["content"] = Content(
            content["text"], tuple(content.get("entities", ())), Media(*media) if media else None
        )
    return BroadcastRecord(**values)

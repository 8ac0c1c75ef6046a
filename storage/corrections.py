"""Corrections and recalls: what an announcement has become since it was sent."""

from dataclasses import replace

from storage import broadcasts
from storage.broadcasts import BroadcastRecord
from storage.database import Unit


def in_force(unit: Unit, broadcast_id: int) -> BroadcastRecord | None:
    """Return the broadcast with the words that its newest correction gave it.

    A group that gets it late gets what the others read by now.
    """
    found = broadcasts.with_follow_ups(unit, broadcast_id)
    broadcast = next((each for each in found if each.id == broadcast_id), None)
    newer = [each for each in found if each.id != broadcast_id and each.kind == "correction"]
    if broadcast is None or not newer:
        return broadcast
    return replace(broadcast, content=newer[-1].content)


def recalled(unit: Unit, broadcast: BroadcastRecord) -> bool:
    """Say whether the announcement that it is, or is about, was recalled, and not only in part."""
    return any(_recalls(each) for each in broadcasts.follow_ups(unit, broadcast.root))


def superseded(unit: Unit, broadcast: BroadcastRecord) -> bool:
    """Say whether sending it again would undo something newer: a recall, or a correction of it."""
    newer = [each for each in broadcasts.follow_ups(unit, broadcast.root) if each.id > broadcast.id]
    undone = any(map(_recalls, newer))
    return undone or (broadcast.kind != "announcement" and bool(newer))


def _recalls(each: BroadcastRecord) -> bool:
    return each.kind == "recall" and each.state != "cancelled"


def under_way(unit: Unit, broadcast: BroadcastRecord) -> bool:
    """Say whether the announcement, or a follow-up of it, is being sent."""
    family = [broadcasts.find(unit, broadcast.root), *broadcasts.follow_ups(unit, broadcast.root)]
    return any(each is not None and each.state in ("running", "paused") for each in family)

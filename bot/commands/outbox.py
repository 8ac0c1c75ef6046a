"""`loa outbox`: how the outbox stands, and what is stuck in it."""

from collections.abc import Mapping

from bot.commands import kept
from bot.commands.options import ConfigFile, aligned, say
from campaign.zone import VIETNAM
from storage import standing
from storage.standing import Stuck

STATES = ("queued", "sending", "sent", "failed", "unknown", "gone", "expired", "cancelled")
_ROWS = ("id", "kind", "chat", "state", "since", "reason")


def outbox(*, config: ConfigFile = None) -> int:
    """Show how many calls are in which state, then those that are stuck.

    Stuck is what is overdue while nothing goes out, what was left behind while being sent, and
    announcements of which nobody knows whether they arrived. Times are Vietnam's; no texts are
    shown. The exit status is 0, whatever is stuck.
    """
    with kept.opened(config) as (database, now), database.begin() as unit:
        counts, stuck = standing.counts(unit), standing.stuck(unit, now)
    for line in _figures(counts):
        say(line)
    say(f"stuck: {len(stuck)}")
    if stuck:
        for line in aligned([_ROWS, *map(_row, stuck)]):
            say(line)
    return 0


def _figures(counts: Mapping[tuple[str, str], int]) -> list[str]:
    kinds = sorted({kind for kind, _ in counts})
    rows = [[kind, *(str(counts.get((kind, state), 0)) for state in STATES)] for kind in kinds]
    return aligned([["kind", *STATES], *rows])


def _row(stuck: Stuck) -> list[str]:
    since = stuck.since.astimezone(VIETNAM)
    return [
        str(stuck.id),
        stuck.kind,
        str(stuck.chat_id),
        stuck.state,
        f"{since:%Y-%m-%d %H:%M}",
        stuck.reason or "",
    ]

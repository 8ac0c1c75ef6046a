"""/metrics: the bot's figures in Prometheus' words."""

import asyncio
import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from aiohttp import web

from bot import metrics
from bot.intake import Intake
from bot.metrics import BUCKETS, Figures
from bot.server import Handler
from storage import standing
from storage.database import Unit
from storage.errors import DatabaseError

if TYPE_CHECKING:
    from prometheus_client import Metric


@dataclass(frozen=True, slots=True)
class Standing:
    """What the database says at one moment. `waits` is in seconds, 0 where nothing is due."""

    rows: Mapping[tuple[str, str], int]
    broadcasts: Mapping[str, int]
    waits: float


def exposition(intake: Intake) -> Handler:
    """Return the handler; where the database does not answer it tells of the process alone."""

    async def handle(_request: web.Request) -> web.Response:
        try:
            kept = await intake.run(_look)
        except DatabaseError:
            kept = None
        # The library takes a while to import, which nobody's answer is to wait for.
        body, kind = await asyncio.to_thread(render, metrics.TOTALS, kept)
        return web.Response(body=body, headers={"Content-Type": kind})

    return handle


def render(figures: Figures, kept: Standing | None) -> tuple[bytes, str]:
    """Return the page and its content type."""
    from prometheus_client import (  # noqa: PLC0415 - a tenth of a second that no start is to pay
        CONTENT_TYPE_LATEST,
        CollectorRegistry,
        generate_latest,
    )
    from prometheus_client.registry import Collector  # noqa: PLC0415

    class Once(Collector):
        def collect(self) -> Iterable["Metric"]:
            yield from _of_process(figures)
            if kept:
                yield from _of_database(kept)

    registry = CollectorRegistry()
    registry.register(Once())
    return generate_latest(registry), CONTENT_TYPE_LATEST


def _look(unit: Unit, now: datetime.datetime) -> Standing:
    due = standing.oldest_due(unit, now)
    waits = (now - due).total_seconds() if due else 0.0
    return Standing(standing.counts(unit), standing.broadcast_counts(unit), waits)


def _of_process(figures: Figures) -> Iterator["Metric"]:
    from prometheus_client.core import (  # noqa: PLC0415 - as above
        CounterMetricFamily,
        HistogramMetricFamily,
    )

    yield CounterMetricFamily("loa_updates", "Updates taken from Telegram.", value=figures.updates)
    yield CounterMetricFamily(
        "loa_refusals", "Calls that Telegram refused with 429.", value=figures.refusals
    )
    deliveries = CounterMetricFamily(
        "loa_deliveries", "Calls that have ended.", labels=("kind", "outcome")
    )
    for labels, number in sorted(figures.deliveries.items()):
        deliveries.add_metric(labels, number)
    yield deliveries
    yield HistogramMetricFamily(
        "loa_reply_seconds",
        "From an update to its answer.",
        buckets=_cumulated(figures.replies),
        sum_value=figures.reply_seconds,
    )


def _cumulated(replies: Mapping[float, int]) -> list[tuple[str, float]]:
    limits = (*BUCKETS, float("inf"))
    totals = [sum(replies.get(each, 0) for each in limits if each <= limit) for limit in limits]
    names = [*map(str, BUCKETS), "+Inf"]
    return list(zip(names, map(float, totals), strict=True))


def _of_database(kept: Standing) -> Iterator["Metric"]:
    from prometheus_client.core import GaugeMetricFamily  # noqa: PLC0415 - as above

    rows = GaugeMetricFamily("loa_outbox_rows", "Calls in the outbox.", labels=("kind", "state"))
    for labels, number in sorted(kept.rows.items()):
        rows.add_metric(labels, number)
    yield rows
    yield GaugeMetricFamily(
        "loa_outbox_oldest_due_seconds", "For how long a call has been due.", value=kept.waits
    )
    states = GaugeMetricFamily("loa_broadcasts", "Announcements.", labels=("state",))
    for state, number in sorted(kept.broadcasts.items()):
        states.add_metric((state,), number)
    yield states

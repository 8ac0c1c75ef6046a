"""/healthz: whether the bot does what it is there for."""

import asyncio
import datetime
from collections.abc import Callable, Mapping
from time import monotonic

from aiohttp import web

from bot import metrics
from bot.channels.api import POLL_SECONDS
from bot.intake import Intake
from bot.server import Handler
from storage import standing
from storage.database import Unit

POLLING: Mapping[str, float] = {"updates": POLL_SECONDS + 60.0, "delivery": 120.0}
"""For how many seconds a part may give no sign of life: longer than a call can hang."""
WEBHOOK: Mapping[str, float] = {"delivery": POLLING["delivery"]}
"""Nobody may write for hours, so that silence says nothing about a webhook."""
_SILENT = {
    "updates": "no updates could be fetched from Telegram",
    "delivery": "the delivery of messages stands still",
}
_DATABASE_SECONDS = 5.0


def healthz(
    intake: Intake, parts: Mapping[str, float], now: Callable[[], float] = monotonic
) -> Handler:
    """Return the handler: 200 where all is well, 503 with the reasons where it is not."""
    begun = now()

    async def handle(_request: web.Request) -> web.Response:
        problems = [
            f"{_SILENT[part]} for {silent:.0f} s"
            for part, longest in parts.items()
            if (silent := now() - max(begun, metrics.last_alive(part))) > longest
        ]
        if not await _answers(intake):
            problems.append("the database does not answer")
        if problems:
            return web.json_response({"status": "failing", "problems": problems}, status=503)
        return web.json_response({"status": "ok"})

    return handle


async def _answers(intake: Intake) -> bool:
    def ask(unit: Unit, _now: datetime.datetime) -> bool:
        return standing.answers(unit)

    try:
        return await asyncio.wait_for(intake.run(ask), _DATABASE_SECONDS)
    except Exception:  # whatever it is, the log has it from those who needed the database
        return False
